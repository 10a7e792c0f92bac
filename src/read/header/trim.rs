//! What copying and encoding left around a pair and around its halves.

use super::HeaderFlawKind as Kind;
use super::form::Form;
use crate::grammar::email::is_email;
use crate::grammar::token_shape::is_token;
use crate::text::cut::after_prefix;
use crate::text::{Signs, is_quote, is_whitespace};

/// Control characters but tabs and line ends, which have flaws of their own.
pub(super) fn note_control(text: &str, form: &mut Form) {
    let control = |c: char| c.is_control() && !"\t\n\r".contains(c);
    if let Some(found) = text.matches(control).next() {
        form.add(Kind::Control, found);
    }
}

/// The text without a quote at its beginning or end.
pub(super) fn unquote<'t>(text: &'t str, form: &mut Form) -> &'t str {
    let inside = text.trim_start_matches(is_quote).trim_end_matches(is_quote);
    form.add_around(Kind::Quotes, text, inside);
    inside
}

/// Takes away line ends, marks, options, schemes and quotes around the pair, each as often as it is there.
pub(super) fn without_extras<'t>(text: &'t str, form: &mut Form) -> &'t str {
    // Each kind of prefix once, in the order in which mistakes pile up.
    const PREFIXES: [(Kind, &[&str]); 7] = [
        (Kind::ByteOrderMark, &["\u{feff}"]),
        (Kind::EchoOption, &["-n ", "-ne ", "-e ", "-en "]),
        (Kind::Quotes, &[]),
        (Kind::NameIncluded, &["authorization: ", "authorization:"]),
        (Kind::SchemeDoubled, &["basic ", "bearer "]),
        (Kind::CommandOption, &["-u ", "--user ", "--user="]),
        (Kind::Quotes, &[]),
    ];
    let mut rest = without_line_end(text, form);
    for (kind, prefixes) in PREFIXES {
        let mut prefixes = prefixes.iter();
        if let Some(after) = prefixes.find_map(|prefix| after_prefix(rest, prefix)) {
            form.add_around(kind, rest, after);
            rest = after;
        } else if kind == Kind::Quotes && rest.starts_with(is_quote) {
            // One at the end alone may belong to a password.
            rest = unquote(rest, form);
        }
    }
    without_line_end(without_whitespace(rest, form), form)
}

pub(super) fn without_line_end<'t>(text: &'t str, form: &mut Form) -> &'t str {
    let rest = text.trim_end_any("\r\n\0");
    form.add_around(Kind::TrailingNewline, text, rest);
    rest
}

/// Whitespace at an end was copied along; inside it may belong to a password.
pub(super) fn without_whitespace<'t>(text: &'t str, form: &mut Form) -> &'t str {
    let drop = |c: char| is_whitespace(c) && c != '\n' && c != '\r';
    let rest = text.trim_start_matches(drop).trim_end_matches(drop);
    form.add_around(Kind::Blanks, text, rest);
    rest
}

/// Quotes around one half: `"email":"token"`. A lone one counts beside an e-mail or a token, for a password may have it.
pub(super) fn without_quotes<'t>(text: &'t str, form: &mut Form) -> &'t str {
    let at_both = text.starts_with(is_quote) && text.ends_with(is_quote);
    let inside = text.trim_matches(is_quote);
    if at_both || is_email(inside) || is_token(inside) {
        unquote(text, form)
    } else {
        text
    }
}
