//! What copying left around a token and inside it.

use std::ops::Range;

use super::TokenFlawKind;
use crate::grammar::token_shape;
use crate::input::unwrap::{self, Label, Layer, Unwrapped, after_word};
use crate::text::{MappedText, OddKind, Signs, cut, describe, numbers, plain_name};

/// A flaw, in bytes of the typed text.
pub(super) type Place = (TokenFlawKind, Range<usize>);

/// A text whose wrapping has been taken off.
pub(super) struct Bare<'t> {
    pub(super) typed: &'t str,
    /// What is left of it.
    pub(super) rest: Range<usize>,
    /// What was taken off.
    pub(super) flaws: Vec<Place>,
    /// `Basic ` was among it.
    pub(super) basic: bool,
    /// `Authorization:` was among it.
    pub(super) header: bool,
}

impl<'t> Bare<'t> {
    /// Takes off what no password has around it: whitespace, a pair of quotes, a label of a secret, a scheme. Where `firm`,
    /// all that may stand around a token too: brackets, a comma, one quote.
    pub(super) fn of(typed: &'t str, firm: bool) -> Self {
        let (mut basic, mut header) = (false, false);
        let value = Unwrapped::by(typed, &mut |value| {
            value.trim(true);
            value.unquote();
            header |= drop_label(value, firm);
            basic |= drop_scheme(value, firm);
            if firm {
                value.unbracket();
                value.unquote_one_end();
            }
        });
        let flaws = value.layers.into_iter();
        Self {
            typed,
            rest: value.rest,
            flaws: flaws.map(|(layer, at)| (kind_of(layer), at)).collect(),
            basic,
            header,
        }
    }

    /// What is left.
    pub(super) fn text(&self) -> &'t str {
        self.typed.get(self.rest.clone()).unwrap_or_default()
    }
}

fn kind_of(layer: Layer) -> TokenFlawKind {
    match layer {
        Layer::Space => TokenFlawKind::Blank,
        Layer::Newline => TokenFlawKind::Newline,
        Layer::Invisible => TokenFlawKind::Invisible,
        Layer::Quote => TokenFlawKind::Quotes,
        Layer::Bracket | Layer::Punctuation | Layer::Query => TokenFlawKind::Wrapping,
        Layer::Label => TokenFlawKind::Label,
        Layer::Prefix => TokenFlawKind::Scheme,
    }
}

/// Whether it was the name of the header.
fn drop_label(value: &mut Unwrapped, firm: bool) -> bool {
    let text = value.text();
    let option = ["-u", "--user"]
        .iter()
        .find_map(|option| after_word(text, option));
    if let Some(rest) = option.filter(|rest| rest.contains(':')) {
        value.keep(rest, Layer::Label);
        return false;
    }
    let Some(label) = unwrap::label(text) else {
        return false;
    };
    let is_header = label.by_colon && label.name.eq_ignore_ascii_case("authorization");
    if is_header || names_a_secret(label.name) || (firm && is_before_token(&label)) {
        value.keep(label.value.trim_start_any(" \t"), Layer::Label);
        return is_header;
    }
    false
}

/// Any name will do in front of a token, except where `name:token` may be a user and a secret.
fn is_before_token(label: &Label) -> bool {
    let spaced = label.value.starts_with_any(" \t\"'");
    let token = label.value.trim_start_any(" \t\"'");
    !label.name.is_empty()
        && token_shape::prefixed(label.name).is_none()
        && (spaced || !label.by_colon)
        && token_shape::prefixed(token).is_some()
}

fn names_a_secret(name: &str) -> bool {
    const ENDS: [&str; 6] = [
        "token",
        "password",
        "passwd",
        "apikey",
        "secret",
        "accesskey",
    ];
    const WHOLE: [&str; 5] = ["pat", "key", "pass", "pwd", "pw"];
    let name = plain_name(name);
    ENDS.iter().any(|end| name.ends_with(end)) || WHOLE.contains(&name.as_str())
}

/// Whether it was `Basic`.
fn drop_scheme(value: &mut Unwrapped, firm: bool) -> bool {
    let text = value.text();
    let basic = after_word(text, "basic");
    let Some(rest) = basic.or_else(|| after_word(text, "bearer")) else {
        return false;
    };
    // `Basic training day` is a phrase; a secret behind a scheme is one word.
    let taken = firm || !rest.has_any(" \t");
    if taken {
        value.keep(rest, Layer::Prefix);
    }
    taken && basic.is_some()
}

/// How much may be taken out of the inside.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Depth {
    /// What cannot be seen: a password may hold all else.
    Invisible,
    /// Whitespace, line ends and escapes too: no token has them.
    All,
}

/// A part of a text without what copying left inside it. The places of the flaws are those of the original.
pub(super) fn clean(
    text: &MappedText,
    part: Range<usize>,
    depth: Depth,
    flaws: &mut Vec<Place>,
) -> MappedText {
    let mut clean = MappedText::with_capacity(part.len());
    let mut at = part.start;
    while let Some(rest) = text.text().get(at..part.end)
        && let Some(c) = rest.chars().next()
    {
        let flaw = escape(rest)
            .filter(|_| depth == Depth::All)
            .or_else(|| inner_flaw(c, depth).map(|kind| (kind, c.len_utf8(), "")));
        let length = flaw.map_or(c.len_utf8(), |(_, length, _)| length);
        let origin = text.origin(at..at + length);
        match flaw {
            Some((kind, _, meant)) => {
                flaws.push((kind, origin.clone()));
                clean.put(meant, origin);
            }
            None if origin.len() == length => clean.copy(cut::first_char(rest), origin.start),
            None => clean.put(cut::first_char(rest), origin),
        }
        at += length;
    }
    clean
}

/// `%3D` and its like stand for one character; a backslash in front of a sign or a line end stands for nothing. How many
/// bytes it takes, and what to put there.
fn escape(rest: &str) -> Option<(TokenFlawKind, usize, &'static str)> {
    match rest.as_bytes() {
        bytes @ [b'%', ..] => {
            let meant = match numbers::percent(bytes)? {
                b'=' => "=",
                b'+' => "+",
                b'/' => "/",
                _ => return None,
            };
            Some((TokenFlawKind::PercentEncoded, 3, meant))
        }
        [b'&', ..] => {
            let meant = ["=", "-", "_", "+", "/"].into_iter();
            let mut forms = meant.flat_map(|meant| {
                let code = meant.as_bytes().first().copied().unwrap_or_default();
                [format!("&#{code};"), format!("&#x{code:x};")].map(|form| (form, meant))
            });
            let (form, meant) = forms.find(|(form, _)| cut::starts_with(rest, form))?;
            Some((TokenFlawKind::HtmlEncoded, form.len(), meant))
        }
        _ if !rest.starts_with(|c: char| c.is_ascii()) => typeset(rest),
        [b'\\', next, ..] if next.is_ascii_punctuation() || matches!(next, b'\n' | b'\r') => {
            Some((TokenFlawKind::Backslash, 1, ""))
        }
        _ => None,
    }
}

/// What writing programs make of the signs that a token has. Two hyphens become one long dash.
fn typeset(rest: &str) -> Option<(TokenFlawKind, usize, &'static str)> {
    let c = rest.chars().next()?;
    let meant = match c {
        '\u{2010}'..='\u{2013}' | '\u{2212}' => "-",
        '\u{2014}' => "--",
        '\u{2018}'..='\u{201f}' => "",
        _ => return None,
    };
    Some((TokenFlawKind::Typeset, c.len_utf8(), meant))
}

fn inner_flaw(c: char, depth: Depth) -> Option<TokenFlawKind> {
    match (describe(c)?.0, depth) {
        (OddKind::Invisible, _) => Some(TokenFlawKind::Invisible),
        (OddKind::Control, Depth::All) if c != '\u{fffd}' => Some(TokenFlawKind::Invisible),
        (OddKind::Blank, Depth::All) => Some(TokenFlawKind::InnerBlank),
        (OddKind::Newline, Depth::All) => Some(TokenFlawKind::Newline),
        _ => None,
    }
}
