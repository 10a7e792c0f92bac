//! From decoded bytes to text: UTF-8 as it should be, UTF-16 from PowerShell, Latin-1 from older programs.

use zeroize::Zeroizing;

use super::HeaderFlawKind as Kind;
use super::encoded::{self, Decoded, Place};
use super::flaws::Flaws;
use super::parts::LONGEST;
use super::piece::Piece;

/// A decoded text and where its parts stand in the typed header.
pub(super) struct Clear {
    pub(super) text: Zeroizing<String>,
    pub(super) place: Place,
    /// A foreign character ended it before its end.
    pub(super) broken: bool,
}

impl Clear {
    /// Whether it could be a pair or a token: no control characters but line ends and NUL at its end.
    pub(super) fn is_readable(&self) -> bool {
        let body = self.text.trim_end_matches(['\r', '\n', '\0', '\t']);
        !body.is_empty() && !body.contains(|c: char| c.is_control() && !"\r\n\t".contains(c))
    }
}

/// Decodes a value into text.
pub(super) fn read(value: Piece, flaws: &mut Flaws) -> Clear {
    let decoded = encoded::decode(value, flaws);
    let broken = decoded.broken;
    let (text, place) = to_text(decoded, flaws);
    Clear {
        text,
        place,
        broken,
    }
}

/// Decodes a text that is nothing but base64 of a readable text; `None` for anything else.
pub(super) fn strict(text: &str) -> Option<Zeroizing<String>> {
    if !(8..=LONGEST).contains(&text.len()) {
        return None;
    }
    let mut flaws = Flaws::new(text);
    let decoded = read(Piece::whole(text), &mut flaws);
    let clean = decoded.is_readable()
        && ![Kind::NotBase64, Kind::NotUtf8, Kind::LengthImpossible]
            .iter()
            .any(|&kind| flaws.has(kind));
    clean.then_some(decoded.text)
}

fn to_text(decoded: Decoded, flaws: &mut Flaws) -> (Zeroizing<String>, Place) {
    if let Some((skip, swapped)) = utf16(&decoded.bytes) {
        let text = from_utf16(decoded.bytes.get(skip..).unwrap_or_default(), swapped);
        let place = decoded.place(skip, 2);
        flaws.add(Kind::Utf16, place.of(0..text.len()));
        if skip > 0 {
            flaws.add(Kind::ByteOrderMark, place.of(0..1));
        }
        return (text, place);
    }
    match std::str::from_utf8(&decoded.bytes) {
        Ok(text) => {
            let text = Zeroizing::new(text.to_owned());
            let place = decoded.place(0, 1);
            (text, place)
        }
        Err(error) => {
            let bad = error.valid_up_to();
            let text = Zeroizing::new(decoded.bytes.iter().copied().map(char::from).collect());
            let whole = decoded.place(0, 1);
            let bad = whole.of(bad..bad + 1);
            flaws.add(Kind::NotUtf8, bad.clone());
            (text, Place::Whole(bad))
        }
    }
}

/// Whether bytes are UTF-16: how long its mark is, and whether the high byte comes first. Without a mark, Latin text has
/// a NUL in every other byte (jira-facts.md 8).
fn utf16(bytes: &[u8]) -> Option<(usize, bool)> {
    match bytes {
        [0xFF, 0xFE, ..] => return Some((2, false)),
        [0xFE, 0xFF, ..] => return Some((2, true)),
        _ => {}
    }
    let units = bytes.len() / 2;
    let nuls = |first: usize| {
        bytes
            .iter()
            .skip(first)
            .step_by(2)
            .filter(|&&b| b == 0)
            .count()
    };
    let (high_first, low_first) = (nuls(0), nuls(1));
    if units >= 2 && low_first * 4 >= units * 3 && high_first == 0 {
        Some((0, false))
    } else if units >= 2 && high_first * 4 >= units * 3 && low_first == 0 {
        Some((0, true))
    } else {
        None
    }
}

/// An odd byte at the end is the line end that `echo` added.
fn from_utf16(bytes: &[u8], high_first: bool) -> Zeroizing<String> {
    let pairs = bytes.chunks(2).map(|pair| match pair {
        [a, b] if high_first => u16::from_be_bytes([*a, *b]),
        [a, b] => u16::from_le_bytes([*a, *b]),
        [a, ..] => u16::from(*a),
        [] => 0,
    });
    Zeroizing::new(
        char::decode_utf16(pairs)
            .map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER))
            .collect(),
    )
}
