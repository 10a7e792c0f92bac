//! What copying and encoding left at the edges of a pair and of its halves.

use super::HeaderFlawKind as Kind;
use super::encoded::Place;
use super::flaws::Flaws;
use super::piece::Piece;
use crate::grammar::email::is_email;
use crate::read::token;
use crate::text::{self, is_quote};

/// Control characters but tabs and line ends, which have flaws of their own.
pub(super) fn note_control(text: Piece, place: &Place, flaws: &mut Flaws) {
    let control = |c: char| c.is_control() && !"\t\n\r".contains(c);
    if let Some((before, rest)) = text.split(control) {
        flaws.add(Kind::Control, place.of(before.end()..rest.at));
    }
}

/// The text without a quote at its beginning or end.
pub(super) fn unquote<'t>(text: Piece<'t>, place: &Place, flaws: &mut Flaws) -> Piece<'t> {
    let inside = text.trim_start_by(is_quote).trim_end_by(is_quote);
    if inside.at > text.at {
        flaws.add(Kind::Quotes, place.of(text.at..inside.at));
    } else if inside.end() < text.end() {
        flaws.add(Kind::Quotes, place.of(inside.end()..text.end()));
    }
    inside
}

/// Takes away line ends, marks, options, schemes and quotes around the pair, each as often as it is there.
pub(super) fn without_extras<'t>(text: Piece<'t>, place: &Place, flaws: &mut Flaws) -> Piece<'t> {
    let mut rest = without_line_end(text, place, flaws);
    if let Some(marked) = rest.after("\u{feff}") {
        flaws.add(Kind::ByteOrderMark, place.of(rest.at..marked.at));
        rest = marked;
    }
    // Each kind of prefix once, in the order in which mistakes pile up.
    let prefixes = [
        (Kind::EchoOption, ["-n ", "-ne ", "-e ", "-en "].as_slice()),
        (Kind::Quotes, &[]),
        (Kind::NameIncluded, &["authorization: ", "authorization:"]),
        (Kind::SchemeDoubled, &["basic ", "bearer "]),
        (Kind::CommandOption, &["-u ", "--user ", "--user="]),
        (Kind::Quotes, &[]),
    ];
    for (kind, prefixes) in prefixes {
        rest = if prefixes.is_empty() {
            without_opening_quote(rest, place, flaws)
        } else if let Some(after) = prefixes.iter().find_map(|prefix| rest.after(prefix)) {
            flaws.add(kind, place.of(rest.at..after.at));
            after
        } else {
            rest
        };
    }
    without_line_end(without_blanks(rest, place, flaws), place, flaws)
}

/// Quotes around the pair. One at its end alone may belong to a password.
pub(super) fn without_opening_quote<'t>(
    text: Piece<'t>,
    place: &Place,
    flaws: &mut Flaws,
) -> Piece<'t> {
    if text.text.starts_with(is_quote) {
        unquote(text, place, flaws)
    } else {
        text
    }
}

pub(super) fn without_line_end<'t>(text: Piece<'t>, place: &Place, flaws: &mut Flaws) -> Piece<'t> {
    let rest = text.trim_end_by(|c| matches!(c, '\r' | '\n' | '\0'));
    if rest.end() < text.end() {
        flaws.add(Kind::TrailingNewline, place.of(rest.end()..text.end()));
    }
    rest
}

/// A blank at an edge was copied along; one inside may belong to a password.
pub(super) fn without_blanks<'t>(text: Piece<'t>, place: &Place, flaws: &mut Flaws) -> Piece<'t> {
    let blank = |c: char| text::is_whitespace(c) && c != '\n' && c != '\r';
    let rest = text.trim_start_by(blank).trim_end_by(blank);
    if rest.at > text.at {
        flaws.add(Kind::Blanks, place.of(text.at..rest.at));
    } else if rest.end() < text.end() {
        flaws.add(Kind::Blanks, place.of(rest.end()..text.end()));
    }
    rest
}

/// Quotes around one half: `"email":"token"`. A lone one counts beside an e-mail or a token, for a password may have it.
pub(super) fn without_quotes<'t>(text: Piece<'t>, place: &Place, flaws: &mut Flaws) -> Piece<'t> {
    let at_both = text.text.starts_with(is_quote) && text.text.ends_with(is_quote);
    let inside = text.text.trim_matches(is_quote);
    if at_both || is_email(inside) || token::is_token(inside) {
        unquote(text, place, flaws)
    } else {
        text
    }
}
