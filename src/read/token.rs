//! The secret: its kind by shape, its checksum, and what copying did to it. It is opaque to everyone but Atlassian, so all of
//! this warns and nothing refuses (jira-facts.md 1).

mod checksum;
mod clean;
mod pair;

use serde::Serialize;

use self::checksum::Check;
pub use self::checksum::crc32;
use self::clean::{Bare, Depth, Place, clean};
use self::pair::Encoded;
use crate::grammar::email::is_email;
use crate::grammar::placeholder::{self, Placeholder};
use crate::grammar::token_shape;
pub use crate::grammar::token_shape::TokenKind;
pub(crate) use crate::grammar::token_shape::is_token;
use crate::input::{Note, Notes};
use crate::order::sorted_by;
use crate::prose::{Prose, prose};
use crate::secret::Secret;
use crate::span::Spans;
use crate::text::{self, MappedText};

/// What was read from the token field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// What it is by its shape.
    pub kind: TokenKind,
    /// What its last eight digits say, for the kinds that have them.
    pub checksum: Checksum,
    /// What copying did to it, each with its place in the typed text.
    pub flaws: Vec<Note<TokenFlawKind>>,
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
    /// The same once more behind it.
    Repeated,
    /// Anything else behind it: a comment, another field.
    More,
    /// `%3D` for `=`, `%2B` for `+`.
    PercentEncoded,
    /// A backslash in front of a character: `\=`.
    Backslash,
    /// `TOKEN=` or `token:` in front.
    Label,
    /// `Bearer ` or `Basic ` in front of a plain token.
    Scheme,
    /// `&#61;` for `=`, as a page's source has it.
    HtmlEncoded,
    /// A character that only looks like one that a token has, or that a writing program put there: a dash, a curly quotation mark.
    Typeset,
    /// A character that no token has.
    Foreign,
}

impl TokenFlawKind {
    fn why(self) -> Prose {
        match self {
            Self::Blank => prose!("There is a space before or after the token."),
            Self::InnerBlank => prose!("There is a space inside the token."),
            Self::Newline => prose!("There is a line end in the token."),
            Self::Invisible => {
                prose!("There is a character in the token that cannot be seen.")
            }
            Self::Quotes => prose!("The token is in quotes, which would be sent with it."),
            Self::Wrapping => {
                prose!("There is a bracket or a punctuation mark around the token.")
            }
            Self::Repeated => prose!("The token is in the field more than once."),
            Self::More => prose!("There is other text behind the token."),
            Self::PercentEncoded => {
                prose!(
                    "Part of the token is written for a web address, as %3D for the equals sign."
                )
            }
            Self::Backslash => {
                prose!("There is a backslash in the token, left over from a shell.")
            }
            Self::Label => prose!("The name of the field was copied along with the token."),
            Self::Scheme => {
                prose!(
                    "The word Basic or Bearer is in front of the token; the program adds it itself."
                )
            }
            Self::HtmlEncoded => {
                prose!("Part of the token is written for a web page, as &#61; for the equals sign.")
            }
            Self::Typeset => {
                prose!(
                    "A writing program put a dash or a quotation mark of its own into the token."
                )
            }
            Self::Foreign => {
                prose!("There is a character in the token that no API token has.")
            }
        }
    }
}

/// Reads the token field.
pub fn read(typed: &str) -> Token {
    if text::trimmed(typed).len() > LONGEST {
        return too_long(typed);
    }
    let mut firm = Core::of(typed, true, Depth::Invisible);
    if let Some((kind, end)) = token_and_more(firm.text.text()) {
        firm.cut(end);
        return Token {
            checksum: Checksum::Intact,
            ..firm.into_token(kind, None)
        };
    }
    if let Some((kind, end)) = token_repeated(firm.text.text()) {
        firm.cut(end);
        return firm.into_token(kind, None);
    }
    if let Some(token) = strong(Core::of(typed, true, Depth::All)) {
        return token;
    }
    let gentle = Core::of(typed, false, Depth::Invisible);
    if gentle.text.text().is_empty() {
        return gentle.into_token(TokenKind::Empty, None);
    }
    if let Some(kind) = placeholder_kind(gentle.text.text()) {
        return gentle.into_token(kind, None);
    }
    let text = firm.text.text();
    // Kinds that a password might resemble.
    if let Some(kind) = placeholder_kind(text).or_else(|| token_shape::weak(text)) {
        return firm.into_token(kind, None);
    }
    // Anything else keeps all that a password may hold.
    let kind = token_shape::weak(gentle.text.text()).unwrap_or(TokenKind::Password);
    gentle.into_token(kind, None)
}

/// No header carries more, so nothing longer is a secret that ever worked.
const LONGEST: usize = 64 * 1024;

/// A text that was pasted by mistake: its beginning names its kind, and what is inside it does not matter.
fn too_long(typed: &str) -> Token {
    const BEGINNING: usize = 1024;
    let bare = Bare::of(text::cut::first(typed, BEGINNING), true);
    let head: String = bare.text().chars().take(16).collect();
    let kind = token_shape::prefixed(&head).unwrap_or(TokenKind::Password);
    let checksum = match checksum::check(kind, &head) {
        Check::None => Checksum::None,
        _ => Checksum::Damaged { at: None },
    };
    let mut flaws = bare.flaws;
    flaws.retain(|(_, bytes)| bytes.start < bare.rest.start);
    Token {
        kind,
        checksum,
        flaws: placed(typed, flaws),
        clean: typed.get(bare.rest.start..).unwrap_or_default().into(),
        pair: None,
    }
}

/// Kinds that nobody types by accident. Whatever stands around and inside them is a flaw.
fn strong(core: Core) -> Option<Token> {
    let text = core.text.text();
    let bare = Bare::of(core.typed, true);
    if let Some(pair) = pair::plain(bare.text()).or_else(|| pair::plain(text)) {
        return Some(core.into_token(TokenKind::Encoded, Some(pair)));
    }
    if let Some(kind) = token_shape::prefixed(text) {
        return Some(match token_shape::shortened(text) {
            Some(shortened) => core.into_token(shortened, None),
            None => core.into_checked(kind),
        });
    }
    if let Some(kind) = token_shape::strong(text).filter(|_| !core.header) {
        return Some(core.into_token(kind, None));
    }
    let encoded = match token_shape::strong(text) {
        None if text.len() >= SHORTEST_ENCODED => pair::encoded(text, core.basic),
        _ => None,
    };
    match encoded {
        Some(Encoded::Pair(user, secret)) => {
            Some(core.into_token(TokenKind::Encoded, Some((user, secret))))
        }
        Some(Encoded::Alone) => Some(core.into_token(TokenKind::Encoded, None)),
        None if core.header && !text.is_empty() && placeholder_kind(text).is_none() => {
            Some(core.into_token(TokenKind::Encoded, None))
        }
        None => None,
    }
}

/// Base64 of fewer characters holds no address and no token.
const SHORTEST_ENCODED: usize = 8;

/// A whole token, a blank, and something else: a comment, another field. Its kind, and how many characters it has.
fn token_and_more(text: &str) -> Option<(TokenKind, usize)> {
    let (head, _) = text.split_once(text::is_whitespace)?;
    let kind = token_shape::prefixed(head)?;
    (checksum::check(kind, head) == Check::Intact).then(|| (kind, head.chars().count()))
}

/// A token of a kind that its length and letters tell, and nothing behind it but itself. Its kind, and how many characters it has.
fn token_repeated(text: &str) -> Option<(TokenKind, usize)> {
    token_shape::LENGTHS.into_iter().find_map(|length| {
        let (token, behind) = text.split_at_checked(length)?;
        let kind = token_shape::strong(token).or_else(|| token_shape::weak(token))?;
        let is_repeated =
            !behind.is_empty() && kind_behind(token, behind) == TokenFlawKind::Repeated;
        is_repeated.then_some((kind, length))
    })
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

/// What stands around the rest takes in what was found in it before.
fn take_in(flaws: &mut Vec<Place>, around: Vec<Place>) {
    let mut around = sorted_by(around, |(_, at)| at.start);
    flaws.retain(|(_, inner)| {
        let next = around.partition_point(|(_, at)| at.start <= inner.start);
        let holder = next.checked_sub(1).and_then(|last| around.get(last));
        holder.is_none_or(|(_, at)| at.end < inner.end)
    });
    flaws.append(&mut around);
}

/// What is left of a typed text without what stands around and inside it, with what was found on the way.
struct Core<'t> {
    typed: &'t str,
    text: MappedText,
    flaws: Vec<Place>,
    /// `Basic ` was among it.
    basic: bool,
    /// `Authorization:` was among it.
    header: bool,
}

impl<'t> Core<'t> {
    /// What is taken out of the inside may have hidden more of what stands around it, and so on, until nothing is left to
    /// take. More turns than these are no slip of copying, and a bound keeps the work linear.
    fn of(typed: &'t str, firm: bool, depth: Depth) -> Self {
        const TURNS: usize = 8;
        let mut core = Self {
            typed,
            text: MappedText::of(typed, 0..typed.len()),
            flaws: Vec::new(),
            basic: false,
            header: false,
        };
        for _ in 0..TURNS {
            let bare = Bare::of(core.text.text(), firm);
            core.basic |= bare.basic;
            core.header |= bare.header;
            let around = bare.flaws.into_iter();
            let around = around.map(|(kind, at)| (kind, core.text.origin(at)));
            take_in(&mut core.flaws, around.collect());
            let text = clean(&core.text, bare.rest, depth, &mut core.flaws);
            let is_done = text.text().len() == core.text.text().len();
            core.text = text;
            if is_done {
                break;
            }
        }
        core
    }

    fn into_token(mut self, kind: TokenKind, pair: Option<(String, Secret)>) -> Token {
        if !is_prefixed(kind) {
            self.flaws
                .retain(|(kind, _)| *kind != TokenFlawKind::InnerBlank);
        }
        Token {
            kind,
            checksum: Checksum::None,
            flaws: placed(self.typed, self.flaws),
            clean: self.text.into_text().into(),
            pair,
        }
    }

    /// A kind that its prefix names: checks its characters and its checksum.
    fn into_checked(mut self, kind: TokenKind) -> Token {
        let checksum = match checksum::check(kind, self.text.text()) {
            Check::None => Checksum::None,
            Check::Intact => Checksum::Intact,
            Check::CutOff => Checksum::CutOff,
            Check::Damaged { at } => Checksum::Damaged {
                at: at.map(|at| Spans::of(self.typed).unit_at(self.typed_at(at))),
            },
            Check::IntactUpTo { end } => {
                self.cut(end);
                Checksum::Intact
            }
        };
        self.note_foreign(kind);
        Token {
            checksum,
            ..self.into_token(kind, None)
        }
    }

    /// Where the character at `index` of the clean text begins in it.
    fn byte_at(&self, index: usize) -> usize {
        let text = self.text.text();
        let found = text.char_indices().nth(index);
        found.map_or(text.len(), |(at, _)| at)
    }

    /// Where that character begins in the typed text.
    fn typed_at(&self, index: usize) -> usize {
        let at = self.byte_at(index);
        self.text.origin(at..at).start
    }

    /// Takes away what stands behind a whole token.
    fn cut(&mut self, end: usize) {
        let start = self.typed_at(end);
        let stop = self.text.origin(0..self.text.text().len()).end;
        let (token, behind) = self.text.text().split_at(self.byte_at(end));
        let kind = kind_behind(token, behind);
        self.text = self.text.part(0..token.len());
        self.flaws
            .retain(|(_, at)| at.start < start || at.start >= stop);
        self.flaws.push((kind, start..stop));
    }

    fn note_foreign(&mut self, kind: TokenKind) {
        for (at, c) in self.text.text().char_indices() {
            let origin = self.text.origin(at..at + c.len_utf8());
            // What was escaped has its own flaw.
            if origin.len() == c.len_utf8() && !token_shape::alphabet(kind, c) {
                self.flaws.push((TokenFlawKind::Foreign, origin));
            }
        }
    }
}

/// What it is that stands behind a whole token.
fn kind_behind(token: &str, behind: &str) -> TokenFlawKind {
    let mut words = behind.split_whitespace().flat_map(|word| word.split(token));
    if words.all(str::is_empty) {
        TokenFlawKind::Repeated
    } else if behind.contains(char::is_alphanumeric) {
        TokenFlawKind::More
    } else {
        TokenFlawKind::Wrapping
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

/// Puts flaws in order and joins neighbours of one kind.
fn placed(typed: &str, flaws: Vec<Place>) -> Vec<Note<TokenFlawKind>> {
    let mut notes = Notes::new();
    let mut last: Option<Place> = None;
    for (kind, bytes) in sorted_by(flaws, |(_, bytes)| bytes.start) {
        last = match last {
            Some((before, at)) if before == kind && at.end == bytes.start => {
                Some((kind, at.start..bytes.end))
            }
            Some((before, at)) => {
                notes.add(before, at, before.why());
                Some((kind, bytes))
            }
            None => Some((kind, bytes)),
        };
    }
    if let Some((kind, at)) = last {
        notes.add(kind, at, kind.why());
    }
    notes.into_vec(typed)
}

#[cfg(test)]
mod tests;
