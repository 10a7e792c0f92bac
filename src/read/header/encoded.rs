//! Base64 as people paste it (RFC 4648): decodes what can be decoded, names each fault, and remembers where each letter
//! stood, so that a fault in the decoded text can be shown in the typed one.

use std::ops::Range;

use zeroize::Zeroizing;

use super::HeaderFlawKind as Kind;
use super::flaws::Flaws;
use super::piece::Piece;
use crate::text::{self, OddKind};

/// Where the parts of a text stand in the typed header.
pub(super) enum Place {
    /// The text itself was typed, beginning at this byte.
    Typed(usize),
    /// It was decoded from letters.
    Letters {
        /// The typed byte of each letter.
        at: Vec<usize>,
        /// How many decoded bytes precede the text.
        skip: usize,
        /// How many decoded bytes make one byte of the text: two for UTF-16.
        unit: usize,
        /// All of it, for want of something narrower.
        whole: Range<usize>,
    },
    /// It cannot be told closer than this.
    Whole(Range<usize>),
}

impl Place {
    /// The typed bytes of a part of the text.
    pub(super) fn of(&self, part: Range<usize>) -> Range<usize> {
        match self {
            Self::Typed(start) => start + part.start..start + part.end,
            Self::Whole(whole) => whole.clone(),
            Self::Letters {
                at,
                skip,
                unit,
                whole,
            } => {
                // Three bytes are four letters.
                let first = (skip + part.start * unit) * 4 / 3;
                let last = ((skip + part.end * unit) * 4).div_ceil(3);
                let start = at.get(first).or(at.last()).copied();
                let end = at.get(last.saturating_sub(1)).or(at.last()).copied();
                match (start, end) {
                    (Some(start), Some(end)) if start <= end => start..end + 1,
                    _ => whole.clone(),
                }
            }
        }
    }
}

/// What base64 held.
pub(super) struct Decoded {
    pub(super) bytes: Zeroizing<Vec<u8>>,
    /// The typed byte of each letter; empty where letters and bytes do not run in step.
    letters: Vec<usize>,
    whole: Range<usize>,
    /// A foreign character ended it before its end.
    pub(super) broken: bool,
}

impl Decoded {
    /// Where a text stands that begins `skip` bytes after the first and takes `unit` bytes for each of its own.
    pub(super) fn place(self, skip: usize, unit: usize) -> Place {
        if self.letters.is_empty() {
            Place::Whole(self.whole)
        } else {
            Place::Letters {
                at: self.letters,
                skip,
                unit,
                whole: self.whole,
            }
        }
    }
}

/// Decodes as far as it goes.
pub(super) fn decode(value: Piece, flaws: &mut Flaws) -> Decoded {
    let mut decoder = Decoder {
        flaws,
        bytes: Zeroizing::new(Vec::with_capacity(value.text.len() / 4 * 3 + 3)),
        letters: Vec::with_capacity(value.text.len()),
        group: Group::default(),
        in_step: true,
    };
    let broken = decoder.read(value);
    decoder.close_group(broken);
    let Decoder {
        bytes,
        letters,
        in_step,
        ..
    } = decoder;
    Decoded {
        bytes,
        letters: if in_step { letters } else { Vec::new() },
        whole: value.range(),
        broken,
    }
}

struct Decoder<'f, 't> {
    flaws: &'f mut Flaws<'t>,
    bytes: Zeroizing<Vec<u8>>,
    letters: Vec<usize>,
    group: Group,
    in_step: bool,
}

/// The letters up to a padding. There is one of them, unless somebody joined several encoded texts.
#[derive(Default)]
struct Group {
    bits: u32,
    count: usize,
    last: usize,
    pads: usize,
    pad_at: usize,
}

/// A character of base64, as typed.
enum Sign {
    Letter(u32),
    Pad,
    /// `%3D` and the like: so many bytes.
    Escaped(char),
    /// `\n` as two characters.
    WrittenLineEnd,
    Blank,
    Invisible,
    Foreign,
}

impl Decoder<'_, '_> {
    /// Whether a foreign character cut the text in two.
    fn read(&mut self, value: Piece) -> bool {
        let mut next = 0;
        for (offset, c) in value.text.char_indices() {
            if offset < next {
                continue;
            }
            let at = value.at + offset;
            let rest = value.skip(offset);
            let long = |bytes: usize| at..at + bytes;
            match sign(c, rest.text) {
                Sign::Letter(six) => {
                    if c == '-' || c == '_' {
                        self.flaws.add(Kind::UrlSafeAlphabet, long(1));
                    }
                    self.letter(six, at);
                }
                Sign::Pad => self.pad(at),
                Sign::Escaped(meant) => {
                    self.flaws.add(Kind::NotBase64, long(3));
                    next = offset + 3;
                    match six_bits(meant) {
                        Some(six) => self.letter(six, at),
                        None => self.pad(at),
                    }
                }
                Sign::WrittenLineEnd => {
                    let kind = if rest.text.len() == 2 {
                        Kind::HeaderNewline
                    } else {
                        Kind::Wrapped
                    };
                    self.flaws.add(kind, long(2));
                    next = offset + 2;
                }
                Sign::Blank => self.flaws.add(Kind::Wrapped, long(c.len_utf8())),
                Sign::Invisible => self.flaws.add(Kind::NotBase64, long(c.len_utf8())),
                Sign::Foreign => {
                    self.flaws.add(Kind::NotBase64, long(c.len_utf8()));
                    return rest.text.contains(|c: char| c.is_ascii_alphanumeric());
                }
            }
        }
        false
    }

    fn letter(&mut self, six: u32, at: usize) {
        if self.group.pads > 0 {
            self.flaws
                .add(Kind::PaddingWrong, self.group.pad_at..self.group.pad_at + 1);
            self.close_group(true);
            self.in_step = false;
        }
        self.letters.push(at);
        let group = &mut self.group;
        group.bits = group.bits << 6 | six;
        group.count += 1;
        group.last = at;
        // After the first letter of four there is no whole byte yet; after each other one there is one more.
        let left = match group.count % 4 {
            1 => return,
            2 => 4,
            3 => 2,
            _ => 0,
        };
        let [.., byte] = (group.bits >> left).to_be_bytes();
        self.bytes.push(byte);
    }

    fn pad(&mut self, at: usize) {
        if self.group.pads == 0 {
            self.group.pad_at = at;
        }
        self.group.pads += 1;
    }

    /// Checks how the letters end (RFC 4648 sections 3.2 and 3.5). After a foreign character there is no end to check.
    fn close_group(&mut self, broken: bool) {
        let group = std::mem::take(&mut self.group);
        if broken || (group.count == 0 && group.pads == 0) {
            return;
        }
        let last = group.last..group.last + 1;
        let left_over = match group.count % 4 {
            1 => return self.flaws.add(Kind::LengthImpossible, last),
            2 => group.bits & 0xF,
            3 => group.bits & 0x3,
            _ => 0,
        };
        if left_over != 0 {
            self.flaws.add(Kind::BitsLeftOver, last.clone());
        }
        let needed = (4 - group.count % 4) % 4;
        if group.pads < needed {
            self.flaws.add(Kind::PaddingMissing, last);
        } else if group.pads > needed {
            self.flaws
                .add(Kind::PaddingWrong, group.pad_at..group.pad_at + 1);
        }
    }
}

fn sign(c: char, rest: &str) -> Sign {
    if let Some(six) = six_bits(c) {
        return Sign::Letter(six);
    }
    match c {
        '=' => Sign::Pad,
        '%' => match rest.get(1..3).map(str::to_ascii_uppercase).as_deref() {
            Some("3D") => Sign::Escaped('='),
            Some("2B") => Sign::Escaped('+'),
            Some("2F") => Sign::Escaped('/'),
            _ => Sign::Foreign,
        },
        '\\' if rest.starts_with("\\n") || rest.starts_with("\\r") => Sign::WrittenLineEnd,
        '\\' if rest.starts_with("\\\n") || rest.starts_with("\\\r") => Sign::Blank,
        _ => match text::describe(c) {
            Some((OddKind::Blank | OddKind::Newline, _)) => Sign::Blank,
            Some((OddKind::Invisible, _)) => Sign::Invisible,
            _ => Sign::Foreign,
        },
    }
}

/// The value of a letter, of either alphabet (RFC 4648 sections 4 and 5).
fn six_bits(c: char) -> Option<u32> {
    let code = u32::from(c);
    Some(match c {
        'A'..='Z' => code - u32::from('A'),
        'a'..='z' => code - u32::from('a') + 26,
        '0'..='9' => code - u32::from('0') + 52,
        '+' | '-' => 62,
        '/' | '_' => 63,
        _ => return None,
    })
}
