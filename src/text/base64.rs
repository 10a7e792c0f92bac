//! Base64 as people have it: of either alphabet, padded or not, broken into lines, cut off; and the text that its bytes are.
//!
//! What writes base64 is the crate of that name. It reads what the standard allows, and cannot say what else it met and where.

use std::ops::Range;

use zeroize::Zeroizing;

use super::{MappedText, OddKind, describe, numbers};

/// Whether a line may be one of those that base64 is broken into (jira-facts.md 8): letters of either alphabet alone.
pub(crate) fn is_wrapped_line(line: &str) -> bool {
    const LONGEST: usize = 200;
    let is_letter = |b: u8| b.is_ascii_alphanumeric() || b"+/=-_".contains(&b);
    !line.is_empty() && line.len() <= LONGEST && line.bytes().all(is_letter)
}

/// The bytes behind base64 of either alphabet, padded or not; `None` where anything else is in it. One character too many,
/// as a cut or a sign behind it leaves it, is passed over.
pub(crate) fn bytes(encoded: &str) -> Option<Zeroizing<Vec<u8>>> {
    let letters = encoded.trim_end_matches('=').as_bytes();
    let letters = match letters {
        [whole @ .., _] if letters.len() % 4 == 1 => whole,
        whole => whole,
    };
    let mut bytes = Zeroizing::new(Vec::with_capacity(letters.len() / 4 * 3 + 2));
    let mut group = Group::default();
    for &letter in letters {
        bytes.extend(group.push(six_bits(letter)?));
    }
    (!bytes.is_empty()).then_some(bytes)
}

/// The text behind base64, be it UTF-8 or UTF-16, without a byte order mark; `None` where [`bytes`] or the text has another fault.
pub(crate) fn text(encoded: &str) -> Option<Zeroizing<String>> {
    let bytes = bytes(encoded)?;
    let mut text = Zeroizing::new(String::with_capacity(bytes.len()));
    let encoding = read_chars(&bytes, &mut |c, _| text.push(c));
    if text.starts_with('\u{feff}') {
        text.replace_range(..3, "");
    }
    (!matches!(encoding, Encoding::Unknown { .. })).then_some(text)
}

/// Why a text is not the base64 that a server reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// `-` or `_`, of the alphabet for addresses.
    UrlSafe,
    /// A character that no base64 has.
    Foreign,
    /// Whitespace or a line end inside, or `\n` in two characters.
    Wrapped,
    /// `\n` in two characters, at the end.
    LineEndWritten,
    /// No `=` at the end where one belongs.
    PaddingMissing,
    /// `=` in excess or inside.
    PaddingWrong,
    /// A length that no base64 has.
    LengthImpossible,
    /// Bits after the last byte.
    BitsLeftOver,
}

/// What base64 with faults held.
pub(crate) struct Decoded {
    pub(crate) bytes: Zeroizing<Vec<u8>>,
    /// Where the letters of each byte begin and end.
    origins: Vec<(usize, usize)>,
    /// Each fault once, where it is first.
    pub(crate) faults: Vec<(Fault, Range<usize>)>,
    /// A foreign character ended it before its end.
    pub(crate) broken: bool,
}

/// How bytes are to be read as text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Encoding {
    Utf8,
    Utf16 {
        /// It begins with a byte order mark.
        marked: bool,
    },
    /// Not UTF-8 from this byte on, and so read as Latin-1.
    Unknown {
        from: usize,
    },
}

impl Decoded {
    /// The text that the bytes are, with its place in the encoded text, which begins at `start`.
    pub(crate) fn text(&self, start: usize) -> (MappedText, Encoding) {
        let mut text = MappedText::with_capacity(self.bytes.len());
        let encoding = read_chars(&self.bytes, &mut |c, bytes| {
            let origin = self.origin(bytes);
            text.put(
                c.encode_utf8(&mut [0; 4]),
                start + origin.start..start + origin.end,
            );
        });
        (text, encoding)
    }

    /// Where the letters of some of the bytes stand.
    pub(crate) fn origin(&self, bytes: Range<usize>) -> Range<usize> {
        let start = self.origins.get(bytes.start).map(|origin| origin.0);
        let end = bytes.end.checked_sub(1).and_then(|at| self.origins.get(at));
        match (start, end) {
            (Some(start), Some(&(_, end))) => start..end,
            _ => 0..0,
        }
    }

    fn note(&mut self, fault: Fault, at: Range<usize>) {
        if !self.has(fault) {
            self.faults.push((fault, at));
        }
    }

    pub(crate) fn has(&self, fault: Fault) -> bool {
        self.faults.iter().any(|(known, _)| *known == fault)
    }
}

/// Decodes as far as it goes, and names each fault.
pub(crate) fn decode(encoded: &str) -> Decoded {
    let mut decoder = Decoder {
        decoded: Decoded {
            bytes: Zeroizing::new(Vec::with_capacity(encoded.len() / 4 * 3 + 3)),
            origins: Vec::with_capacity(encoded.len() / 4 * 3 + 3),
            faults: Vec::new(),
            broken: false,
        },
        group: Group::default(),
        last: 0..0,
        padding: 0..0,
        pads: 0,
    };
    decoder.read(encoded);
    decoder.close_group();
    decoder.decoded
}

/// The letters up to a padding. There is one group, unless somebody joined several encoded texts.
#[derive(Default)]
struct Group {
    bits: u32,
    count: usize,
}

impl Group {
    /// After the first letter of four there is no whole byte yet; after each other one there is one more.
    fn push(&mut self, six: u32) -> Option<u8> {
        self.bits = self.bits << 6 | six;
        self.count += 1;
        let left = match self.count % 4 {
            1 => return None,
            2 => 4,
            3 => 2,
            _ => 0,
        };
        let [.., byte] = (self.bits >> left).to_be_bytes();
        Some(byte)
    }
}

struct Decoder {
    decoded: Decoded,
    group: Group,
    /// The last letter.
    last: Range<usize>,
    /// The first `=` behind the group.
    padding: Range<usize>,
    pads: usize,
}

impl Decoder {
    fn read(&mut self, encoded: &str) {
        let mut at = 0;
        while let Some(rest) = encoded.get(at..).filter(|rest| !rest.is_empty()) {
            let (sign, length) = sign(rest);
            let here = at..at + length;
            at += length;
            match sign {
                Sign::Plain(b) => self.plain(b, here.start),
                Sign::Escaped(b) => {
                    self.plain(b, here.start);
                    self.decoded.note(Fault::Foreign, here);
                }
                Sign::Odd(fault) => self.decoded.note(fault, here),
                Sign::Stop => {
                    self.decoded.note(Fault::Foreign, here);
                    self.decoded.broken = rest.bytes().any(|b| b.is_ascii_alphanumeric());
                    return;
                }
            }
        }
    }

    /// A letter or a padding.
    fn plain(&mut self, b: u8, at: usize) {
        if matches!(b, b'-' | b'_') {
            self.decoded.note(Fault::UrlSafe, at..at + 1);
        }
        match six_bits(b) {
            Some(six) => self.letter(six, at..at + 1),
            None => self.pad(at..at + 1),
        }
    }

    fn letter(&mut self, six: u32, at: Range<usize>) {
        if self.pads > 0 {
            self.decoded.note(Fault::PaddingWrong, self.padding.clone());
            self.group = Group::default();
            self.pads = 0;
        }
        if let Some(byte) = self.group.push(six) {
            self.decoded.bytes.push(byte);
            self.decoded.origins.push((self.last.start, at.end));
        }
        self.last = at;
    }

    fn pad(&mut self, at: Range<usize>) {
        if self.pads == 0 {
            self.padding = at;
        }
        self.pads += 1;
    }

    /// Checks how the letters end (RFC 4648 sections 3.2 and 3.5). After a foreign character there is no end to check.
    fn close_group(&mut self) {
        let Group { bits, count } = self.group;
        if self.decoded.broken || (count == 0 && self.pads == 0) {
            return;
        }
        let last = self.last.clone();
        let left_over = match count % 4 {
            1 => return self.decoded.note(Fault::LengthImpossible, last),
            2 => bits & 0xF,
            3 => bits & 0x3,
            _ => 0,
        };
        if left_over != 0 {
            self.decoded.note(Fault::BitsLeftOver, last.clone());
        }
        let needed = (4 - count % 4) % 4;
        if self.pads < needed {
            self.decoded.note(Fault::PaddingMissing, last);
        } else if self.pads > needed {
            let padding = self.padding.clone();
            self.decoded.note(Fault::PaddingWrong, padding);
        }
    }
}

/// A character of base64 as typed.
enum Sign {
    /// A letter or `=`.
    Plain(u8),
    /// `%3D` and the like.
    Escaped(u8),
    /// What may be passed over.
    Odd(Fault),
    Stop,
}

/// What stands at the beginning of a text, and how many bytes it takes.
fn sign(rest: &str) -> (Sign, usize) {
    let bytes = rest.as_bytes();
    match bytes {
        [b, ..] if six_bits(*b).is_some() || *b == b'=' => (Sign::Plain(*b), 1),
        [b'%', ..] => match numbers::percent(bytes) {
            Some(b @ (b'=' | b'+' | b'/')) => (Sign::Escaped(b), 3),
            _ => (Sign::Stop, 1),
        },
        [b'\\', b'n' | b'r'] => (Sign::Odd(Fault::LineEndWritten), 2),
        [b'\\', b'n' | b'r', ..] => (Sign::Odd(Fault::Wrapped), 2),
        [b'\\', b'\n' | b'\r', ..] => (Sign::Odd(Fault::Wrapped), 1),
        _ => {
            let c = rest.chars().next().unwrap_or_default();
            let sign = match describe(c) {
                Some((OddKind::Blank | OddKind::Newline, _)) => Sign::Odd(Fault::Wrapped),
                Some((OddKind::Invisible, _)) => Sign::Odd(Fault::Foreign),
                _ => Sign::Stop,
            };
            (sign, c.len_utf8())
        }
    }
}

/// The value of a letter, of either alphabet (RFC 4648 sections 4 and 5).
fn six_bits(b: u8) -> Option<u32> {
    Some(u32::from(match b {
        b'A'..=b'Z' => b - b'A',
        b'a'..=b'z' => b - b'a' + 26,
        b'0'..=b'9' => b - b'0' + 52,
        b'+' | b'-' => 62,
        b'/' | b'_' => 63,
        _ => return None,
    }))
}

/// Reads bytes as text: UTF-8 as it should be, UTF-16 from PowerShell, Latin-1 from older programs. `take` gets each
/// character and the bytes that it was.
fn read_chars(bytes: &[u8], take: &mut dyn FnMut(char, Range<usize>)) -> Encoding {
    if let Some((mark, high_first)) = utf16(bytes) {
        let units = bytes.get(mark..).unwrap_or_default().chunks(2);
        // An odd byte at the end is the line end that `echo` added.
        let units = units.map(|pair| match pair {
            [a, b] if high_first => u16::from_be_bytes([*a, *b]),
            [a, b] => u16::from_le_bytes([*a, *b]),
            [a, ..] => u16::from(*a),
            [] => 0,
        });
        let mut at = mark;
        for c in char::decode_utf16(units) {
            let c = c.unwrap_or(char::REPLACEMENT_CHARACTER);
            let end = bytes.len().min(at + 2 * c.len_utf16());
            take(c, at..end);
            at = end;
        }
        return Encoding::Utf16 { marked: mark > 0 };
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => {
            for (at, c) in text.char_indices() {
                take(c, at..at + c.len_utf8());
            }
            Encoding::Utf8
        }
        Err(error) => {
            for (at, &b) in bytes.iter().enumerate() {
                take(char::from(b), at..at + 1);
            }
            Encoding::Unknown {
                from: error.valid_up_to(),
            }
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
        let half = bytes.iter().skip(first).step_by(2);
        half.filter(|&&b| b == 0).count()
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn either_alphabet_and_any_padding_is_read() {
        for encoded in ["YT9+Yg==", "YT9+Yg", "YT9-Yg=", "YT9+YgX", "YT9+YgXX====="] {
            let bytes = bytes(encoded).unwrap();
            assert!(bytes.starts_with(b"a?~b"), "{encoded}");
        }
        for wrong in ["", "=", "Y", "YQ=Y", "Y Q", "Y%3D"] {
            assert_eq!(bytes(wrong), None, "{wrong}");
        }
    }

    /// RFC 4648 section 10.
    #[test]
    fn the_vectors_of_the_rfc_are_read() {
        let rows = ["Zg==", "Zm8=", "Zm9v", "Zm9vYg==", "Zm9vYmE=", "Zm9vYmFy"];
        for (length, encoded) in (1..).zip(rows) {
            let decoded = decode(encoded);
            assert_eq!(Some(decoded.text(0).0.text()), "foobar".get(..length));
            assert_eq!(decoded.faults, []);
            assert_eq!(
                text(encoded).as_deref().map(String::as_str),
                "foobar".get(..length)
            );
        }
    }

    #[test]
    fn utf_16_is_text_too() {
        for encoded in [
            "YQBiAGMA",
            "AGEAYgBj",
            "//5hAGIAYwA=",
            "/v8AYQBiAGM=",
            "YWJj",
        ] {
            assert_eq!(text(encoded).unwrap().as_str(), "abc", "{encoded}");
        }
        assert_eq!(text("/2E="), None);
    }

    #[test]
    fn each_fault_has_its_place() {
        use Fault::*;
        for (encoded, text, faults) in [
            ("YTpi", "a:b", vec![]),
            ("YTpiYg==", "a:bb", vec![]),
            ("YTpiYg", "a:bb", vec![(PaddingMissing, 5..6)]),
            ("YTpiYg===", "a:bb", vec![(PaddingWrong, 6..7)]),
            ("YTpiY", "a:b", vec![(LengthImpossible, 4..5)]),
            ("YTpiYh==", "a:bb", vec![(BitsLeftOver, 5..6)]),
            ("YT\n pi", "a:b", vec![(Wrapped, 2..3)]),
            ("YT\\npi", "a:b", vec![(Wrapped, 2..4)]),
            ("YTpi\\n", "a:b", vec![(LineEndWritten, 4..6)]),
            ("YTpiYg%3d=", "a:bb", vec![(Foreign, 6..9)]),
            ("YTp\u{200b}i", "a:b", vec![(Foreign, 3..6)]),
            ("YT-_", "a?\u{bf}", vec![(UrlSafe, 2..3)]),
            ("YTpi!", "a:b", vec![(Foreign, 4..5)]),
            ("YQ==Yg==", "ab", vec![(PaddingWrong, 2..3)]),
        ] {
            let decoded = decode(encoded);
            assert_eq!(decoded.faults, faults, "{encoded:?}");
            assert_eq!(decoded.text(0).0.text(), text, "{encoded:?}");
            assert!(!decoded.broken, "{encoded:?}");
        }
        assert!(decode("YTpi!YTpi").broken);
    }

    #[test]
    fn a_decoded_part_knows_its_letters() {
        let decoded = decode("YW\nJjZA");
        let (text, encoding) = decoded.text(10);
        assert_eq!((text.text(), encoding), ("abcd", Encoding::Utf8));
        assert_eq!(text.origin(0..1), 10..12);
        assert_eq!(text.origin(1..2), 11..14);
        assert_eq!(text.origin(3..4), 15..17);
        // Two units of UTF-16 are one character.
        let (text, encoding) = decode("//492ADe").text(0);
        assert_eq!(
            (text.text(), encoding),
            ("😀", Encoding::Utf16 { marked: true })
        );
        assert_eq!(text.origin(0..4), 2..8);
    }
}
