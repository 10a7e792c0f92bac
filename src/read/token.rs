//! The secret: its kind by shape, its checksum, and what copying did to it. It is opaque to everyone but Atlassian, so all of
//! this warns and nothing refuses (jira-facts.md 1).

mod checksum;
pub(crate) mod encoded;
mod glyphs;
mod peel;

use std::ops::Range;

use serde::Serialize;

use self::checksum::Check;
pub use self::checksum::crc32;
use self::encoded::Encoded;
use self::glyphs::{Depth, glyphs};
use self::peel::Peeled;
use crate::grammar::email::is_email;
use crate::grammar::placeholder::{self, Placeholder};
use crate::grammar::token_shape;
pub use crate::grammar::token_shape::TokenKind;
pub(crate) use crate::grammar::token_shape::is_token;
use crate::order::sorted_by;
use crate::secret::Secret;
use crate::span::{Span, Spans};
use crate::text;

/// What was read from the token field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// What it is by its shape.
    pub kind: TokenKind,
    /// What its last eight digits say, for the kinds that have them.
    pub checksum: Checksum,
    /// What copying did to it, each with its place in the typed text.
    pub flaws: Vec<TokenFlaw>,
    /// The text without its flaws, as far as they can be taken away.
    pub clean: Secret,
    /// The user name or e-mail and the secret, where the text carries both: a Basic value, `email:token`.
    pub pair: Option<(String, Secret)>,
}

/// What the last eight digits of a token say (jira-facts.md 1.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Checksum {
    /// This kind has none.
    None,
    /// It fits: the token is whole.
    Intact,
    /// The tail with the checksum is missing.
    CutOff,
    /// It does not fit. `at` is the one character that, put right, would make it fit (UTF-16 units in the typed text).
    Damaged {
        /// Where, if one place alone explains it.
        at: Option<usize>,
    },
}

/// What copying did to a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TokenFlaw {
    /// What it is.
    pub kind: TokenFlawKind,
    /// Where, in the typed text.
    pub span: Span,
}

/// The ways in which copying changes a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TokenFlawKind {
    /// Blanks or tabs around it.
    Blank,
    /// Blanks inside it.
    InnerBlank,
    /// A line end behind or inside it.
    Newline,
    /// A character that cannot be seen.
    Invisible,
    /// Quotes or backticks around it.
    Quotes,
    /// `<…>`, a comma or a semicolon behind.
    Wrapping,
    /// `%3D` for `=`, `%2B` for `+`.
    PercentEncoded,
    /// A backslash in front of a character: `\=`.
    Backslash,
    /// `TOKEN=` or `token:` in front.
    Label,
    /// `Bearer ` or `Basic ` in front of a plain token.
    Scheme,
    /// A character that no token has.
    Foreign,
}

/// Reads the token field.
pub fn read(typed: &str) -> Token {
    if typed.len() > LONGEST {
        return too_long(typed);
    }
    let firm = Peeled::firmly(typed);
    let gentle = Peeled::gently(typed);
    strong(typed, &firm)
        .or_else(|| empty(typed, &gentle))
        .or_else(|| stood_in(typed, &gentle))
        .or_else(|| stood_in(typed, &firm))
        .or_else(|| weak(typed, &firm))
        .or_else(|| weak(typed, &gentle))
        .unwrap_or_else(|| password(typed, &gentle))
}

/// No header carries more, so nothing longer is a secret that ever worked.
const LONGEST: usize = 64 * 1024;

/// A text that was pasted by mistake: its beginning names its kind, and what is inside it does not matter.
fn too_long(typed: &str) -> Token {
    const BEGINNING: usize = 1024;
    let peeled = Peeled::firmly(text::cut::first(typed, BEGINNING));
    let head: String = peeled.text().chars().take(16).collect();
    let kind = token_shape::prefixed(&head).unwrap_or(TokenKind::Password);
    let checksum = match checksum::check(kind, &head) {
        Check::None => Checksum::None,
        _ => Checksum::Damaged { at: None },
    };
    let mut flaws = peeled.flaws;
    flaws.retain(|(_, bytes)| bytes.start < peeled.rest.start);
    Token {
        kind,
        checksum,
        flaws: placed(typed, flaws),
        clean: typed.get(peeled.rest.start..).unwrap_or_default().into(),
        pair: None,
    }
}

/// Kinds that nobody types by accident. Whatever stands around and inside them is a flaw.
fn strong(typed: &str, peeled: &Peeled) -> Option<Token> {
    if let Some(token) = token_and_more(typed, peeled) {
        return Some(token);
    }
    let core = Core::of(peeled, Depth::All);
    let text = core.text.expose();
    if let Some((user, secret)) = encoded::pair(peeled.text()).or_else(|| encoded::pair(text)) {
        return Some(core.into_token(typed, TokenKind::Encoded, Some((user, secret))));
    }
    if let Some(kind) = token_shape::prefixed(text) {
        return Some(match token_shape::shortened(text) {
            Some(shortened) => core.into_token(typed, shortened, None),
            None => core.into_checked(typed, kind),
        });
    }
    let kind = token_shape::strong(text);
    let encoded = match kind {
        None if text.len() >= SHORTEST_ENCODED => encoded::read(text, peeled.basic),
        _ => None,
    };
    let header = peeled.header && !text.is_empty() && placeholder_kind(text).is_none();
    match (kind, encoded) {
        (_, Some(Encoded::Pair(user, secret))) => {
            Some(core.into_token(typed, TokenKind::Encoded, Some((user, secret))))
        }
        (_, Some(Encoded::Alone)) => Some(core.into_token(typed, TokenKind::Encoded, None)),
        _ if header => Some(core.into_token(typed, TokenKind::Encoded, None)),
        (kind, None) => kind.map(|kind| core.into_token(typed, kind, None)),
    }
}

/// Base64 of fewer characters holds no address and no token.
const SHORTEST_ENCODED: usize = 8;

/// A whole token, a blank, and something else: a comment, another field.
fn token_and_more(typed: &str, peeled: &Peeled) -> Option<Token> {
    let text = peeled.text();
    let (head, _) = text.split_once(text::is_whitespace)?;
    let kind = token_shape::prefixed(head)?;
    if checksum::check(kind, head) != Check::Intact {
        return None;
    }
    let end = peeled.rest.start + head.len();
    let mut flaws = peeled.flaws.clone();
    flaws.push((TokenFlawKind::Wrapping, end..peeled.rest.end));
    Some(Token {
        kind,
        checksum: Checksum::Intact,
        flaws: placed(typed, flaws),
        clean: head.into(),
        pair: None,
    })
}

fn empty(typed: &str, peeled: &Peeled) -> Option<Token> {
    let is_empty = peeled.text().is_empty();
    is_empty.then(|| Core::of(peeled, Depth::Invisible).into_token(typed, TokenKind::Empty, None))
}

/// Something that stands where a value should.
fn stood_in(typed: &str, peeled: &Peeled) -> Option<Token> {
    let kind = placeholder_kind(peeled.text())?;
    Some(Core::of(peeled, Depth::Invisible).into_token(typed, kind, None))
}

fn placeholder_kind(text: &str) -> Option<TokenKind> {
    if is_email(text) {
        return None;
    }
    Some(match placeholder::read(text)? {
        Placeholder::Variable => TokenKind::Variable,
        Placeholder::Mask => TokenKind::Masked,
        Placeholder::Example | Placeholder::Nothing => TokenKind::Placeholder,
    })
}

/// Kinds that a password might resemble.
fn weak(typed: &str, peeled: &Peeled) -> Option<Token> {
    let core = Core::of(peeled, Depth::Invisible);
    let kind = token_shape::weak(core.text.expose())?;
    Some(core.into_token(typed, kind, None))
}

/// Anything else. It keeps all that a password may hold.
fn password(typed: &str, peeled: &Peeled) -> Token {
    Core::of(peeled, Depth::Invisible).into_token(typed, TokenKind::Password, None)
}

/// The inside of a peeled text, cleaned, with what was found on the way.
struct Core<'a> {
    peeled: &'a Peeled<'a>,
    depth: Depth,
    text: Secret,
    flaws: Vec<(TokenFlawKind, Range<usize>)>,
}

impl<'a> Core<'a> {
    fn of(peeled: &'a Peeled<'a>, depth: Depth) -> Self {
        // Room for all of it, so that no copy is left behind by growing.
        let mut text = String::with_capacity(peeled.text().len());
        let mut flaws = peeled.flaws.clone();
        for glyph in glyphs(peeled.text(), depth) {
            text.extend(glyph.out);
            if let Some(kind) = glyph.flaw {
                let start = peeled.rest.start + glyph.at;
                flaws.push((kind, start..start + glyph.len));
            }
        }
        Self {
            peeled,
            depth,
            text: text.into(),
            flaws,
        }
    }

    /// The first byte in the typed text of the character at `index` of the clean one.
    fn typed_at(&self, index: usize) -> usize {
        let kept = glyphs(self.peeled.text(), self.depth)
            .filter(|glyph| glyph.out.is_some())
            .nth(index);
        kept.map_or(self.peeled.rest.end, |glyph| {
            self.peeled.rest.start + glyph.at
        })
    }

    fn into_token(mut self, typed: &str, kind: TokenKind, pair: Option<(String, Secret)>) -> Token {
        if !is_prefixed(kind) {
            self.flaws
                .retain(|(kind, _)| *kind != TokenFlawKind::InnerBlank);
        }
        Token {
            kind,
            checksum: Checksum::None,
            flaws: placed(typed, self.flaws),
            clean: self.text,
            pair,
        }
    }

    /// A kind that its prefix names: checks its characters and its checksum.
    fn into_checked(mut self, typed: &str, kind: TokenKind) -> Token {
        let checksum = match checksum::check(kind, self.text.expose()) {
            Check::None => Checksum::None,
            Check::Intact => Checksum::Intact,
            Check::CutOff => Checksum::CutOff,
            Check::Damaged { at } => Checksum::Damaged {
                at: at.map(|at| Spans::of(typed).unit_at(self.typed_at(at))),
            },
            Check::IntactUpTo { end } => {
                self.cut(end);
                Checksum::Intact
            }
        };
        self.note_foreign(kind);
        Token {
            checksum,
            ..self.into_token(typed, kind, None)
        }
    }

    /// Takes away what stands behind a whole token.
    fn cut(&mut self, end: usize) {
        let start = self.typed_at(end);
        let stop = self.peeled.rest.end;
        self.text = self
            .text
            .expose()
            .chars()
            .take(end)
            .collect::<String>()
            .into();
        self.flaws
            .retain(|(_, at)| at.start < start || at.start >= stop);
        self.flaws.push((TokenFlawKind::Wrapping, start..stop));
    }

    fn note_foreign(&mut self, kind: TokenKind) {
        let length = self.text.expose().chars().count();
        let foreign = glyphs(self.peeled.text(), self.depth)
            .filter(|glyph| glyph.out.is_some())
            .take(length)
            .filter(|glyph| glyph.flaw.is_none())
            .filter(|glyph| glyph.out.is_some_and(|c| !token_shape::alphabet(kind, c)))
            .map(|glyph| {
                let start = self.peeled.rest.start + glyph.at;
                (TokenFlawKind::Foreign, start..start + glyph.len)
            });
        self.flaws.extend(foreign);
    }
}

fn is_prefixed(kind: TokenKind) -> bool {
    matches!(
        kind,
        TokenKind::ApiToken
            | TokenKind::ServiceAccountToken
            | TokenKind::AdminKey
            | TokenKind::BitbucketAppPassword
            | TokenKind::BitbucketDataCenterToken
    )
}

/// Puts flaws in order, joins neighbours of one kind, and turns bytes into UTF-16 units.
fn placed(typed: &str, flaws: Vec<(TokenFlawKind, Range<usize>)>) -> Vec<TokenFlaw> {
    let mut joined: Vec<(TokenFlawKind, Range<usize>)> = Vec::new();
    for (kind, bytes) in sorted_by(flaws, |(_, bytes)| bytes.start) {
        match joined.last_mut() {
            Some((last, at)) if *last == kind && at.end == bytes.start => at.end = bytes.end,
            _ => joined.push((kind, bytes)),
        }
    }
    let mut spans = Spans::of(typed);
    joined
        .into_iter()
        .map(|(kind, bytes)| TokenFlaw {
            kind,
            span: spans.span(bytes),
        })
        .collect()
}

#[cfg(test)]
mod tests;
