//! The value of a header, decoded.

use zeroize::Zeroizing;

use super::HeaderFlawKind as Kind;
use super::LONGEST;
use super::form::{Flaws, Form};
use crate::text::base64::{self, Encoding, Fault};
use crate::text::{MappedText, Signs};

/// A decoded text, and what is wrong with its encoding.
pub(super) struct Clear {
    pub(super) text: MappedText,
    pub(super) flaws: Flaws,
    /// A foreign character ended it before its end.
    pub(super) broken: bool,
}

impl Clear {
    pub(super) fn is_readable(&self) -> bool {
        is_readable(self.text.text())
    }
}

/// Whether a text could be a pair or a token: no control characters but line ends and NUL at its end.
fn is_readable(text: &str) -> bool {
    let body = text.trim_end_any("\r\n\0\t");
    !body.is_empty() && !body.contains(|c: char| c.is_control() && !"\r\n\t".contains(c))
}

/// Decodes a typed value into text, as far as it goes.
pub(super) fn read(value: &str, form: &Form) -> Clear {
    let start = form.text.origin_of_slice(value).start;
    let decoded = base64::decode(value);
    let mut flaws = Flaws::default();
    for (fault, at) in &decoded.faults {
        flaws.add(kind_of(*fault), start + at.start..start + at.end);
    }
    let (mut text, encoding) = decoded.text(start);
    match encoding {
        Encoding::Utf8 => {}
        Encoding::Utf16 { marked } => {
            flaws.add(Kind::Utf16, text.origin(0..text.text().len()));
            if marked {
                flaws.add(Kind::ByteOrderMark, text.origin(0..1));
            }
        }
        Encoding::Unknown { from } => {
            let bad = decoded.origin(from..from + 1);
            let bad = start + bad.start..start + bad.end;
            flaws.add(Kind::NotUtf8, bad.clone());
            text = MappedText::whole(text.text(), bad);
        }
    }
    Clear {
        text,
        flaws,
        broken: decoded.broken,
    }
}

fn kind_of(fault: Fault) -> Kind {
    match fault {
        Fault::UrlSafe => Kind::UrlSafeAlphabet,
        Fault::Foreign => Kind::NotBase64,
        Fault::Wrapped => Kind::Wrapped,
        Fault::LineEndWritten => Kind::HeaderNewline,
        Fault::PaddingMissing => Kind::PaddingMissing,
        Fault::PaddingWrong => Kind::PaddingWrong,
        Fault::LengthImpossible => Kind::LengthImpossible,
        Fault::BitsLeftOver => Kind::BitsLeftOver,
    }
}

/// Decodes a text that is nothing but base64 of a readable text; `None` for anything else.
pub(super) fn strict(text: &str) -> Option<Zeroizing<String>> {
    if !(8..=LONGEST).contains(&text.len()) {
        return None;
    }
    let decoded = base64::decode(text);
    let (text, encoding) = decoded.text(0);
    let is_text = is_readable(text.text())
        && !decoded.has(Fault::Foreign)
        && !decoded.has(Fault::LengthImpossible)
        && !matches!(encoding, Encoding::Unknown { .. });
    is_text.then(|| text.into_text())
}

/// Whether a text is base64 of `user:secret`, in readable letters.
pub(crate) fn is_readable_pair(text: &str) -> bool {
    strict(text).is_some_and(|text| text.contains(':'))
}
