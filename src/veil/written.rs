//! A text as a person means it: what was escaped on the way is read back.

use crate::text::{MappedText, Signs, numbers};

/// What HTML writes by name. The names matter, for a secret holds such signs.
const ENTITIES: [(&str, &str); 5] = [
    ("&amp;", "&"),
    ("&lt;", "<"),
    ("&gt;", ">"),
    ("&quot;", "\""),
    ("&apos;", "'"),
];

/// The text with what is written by its number or its name read back: `%3D`, `\u003d`, `\x3d`, `&#61;`, `&amp;`, `\n`. `None`
/// where nothing is.
pub(super) fn read_back(text: &str) -> Option<MappedText> {
    if !text.has_any("%\\&") {
        return None;
    }
    let mut read = MappedText::with_capacity(text.len());
    let mut at = 0;
    while let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) {
        let rest = text.get(at..).unwrap_or_default();
        let (length, meant) = match c {
            '%' | '\\' | '&' => escape(rest).unwrap_or((c.len_utf8(), c)),
            c => (c.len_utf8(), c),
        };
        if length == c.len_utf8() {
            read.copy(rest.get(..length).unwrap_or_default(), at);
        } else {
            read.put(meant.encode_utf8(&mut [0; 4]), at..at + length);
        }
        at += length;
    }
    Some(read)
}

/// The escape at the beginning of a text: how long it is, and what it stands for.
fn escape(text: &str) -> Option<(usize, char)> {
    let numbered = |before: &str, digits: usize| {
        let digits = text.strip_prefix(before)?.as_bytes().get(..digits)?;
        let number = numbers::hex(digits)?;
        Some((before.len() + digits.len(), char::from_u32(number)?))
    };
    let in_html = || {
        let (number, _) = text
            .strip_prefix("&#")?
            .get(..8.min(text.len() - 2))?
            .split_once(';')?;
        let value = match number.strip_prefix(['x', 'X']) {
            Some(digits) => numbers::hex(digits.as_bytes())?,
            None => number.parse().ok()?,
        };
        Some((number.len() + 3, char::from_u32(value)?))
    };
    let by_name = || {
        let (name, sign) = ENTITIES.iter().find(|(name, _)| text.starts_with(name))?;
        Some((name.len(), sign.chars().next()?))
    };
    let in_a_program = || match text.as_bytes() {
        [b'\\', b'n' | b'r' | b't', ..] => Some((2, ' ')),
        [
            b'\\',
            sign @ (b'/' | b'"' | b'\'' | b'\\' | b'=' | b'$'),
            ..,
        ] => Some((2, char::from(*sign))),
        _ => None,
    };
    numbered("%", 2)
        .or_else(|| numbered("\\u", 4))
        .or_else(|| numbered("\\x", 2))
        .or_else(in_html)
        .or_else(by_name)
        .or_else(in_a_program)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_are_read_back() {
        let table = [
            ("a%3Db%", "a=b%"),
            (r"a\u003db\x3d\/\n", "a=b=/ "),
            ("&#61;&#x3D;&amp;&nbsp;&#", "==&&nbsp;&#"),
        ];
        for (text, meant) in table {
            assert_eq!(read_back(text).unwrap().text(), meant);
        }
        assert!(read_back("plain").is_none());
    }
}
