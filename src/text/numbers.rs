//! Hexadecimal digits.

/// The number that hexadecimal digits write, without a sign; `None` where there are none, others or more than eight.
pub(crate) fn hex(digits: &[u8]) -> Option<u32> {
    if digits.is_empty() || digits.len() > 8 {
        return None;
    }
    digits.iter().try_fold(0, |number, &digit| {
        Some(number << 4 | char::from(digit).to_digit(16)?)
    })
}

/// Whether a text is hexadecimal digits and nothing else.
pub(crate) fn is_hex(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_hexdigit())
}

/// Writes a byte as two hexadecimal digits in capitals.
pub(crate) fn push_hex(out: &mut String, byte: u8) {
    for digit in [byte >> 4, byte & 15] {
        out.extend(char::from_digit(u32::from(digit), 16).map(|digit| digit.to_ascii_uppercase()));
    }
}

/// The byte that `%XX` at the beginning of `text` stands for.
pub(crate) fn percent(text: &[u8]) -> Option<u8> {
    match text {
        [b'%', digits @ ..] => u8::try_from(hex(digits.get(..2)?)?).ok(),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_read_without_a_sign() {
        assert_eq!(hex(b"fFfFfFfF"), Some(u32::MAX));
        for wrong in ["", "+f", "0x1", "123456789", "g"] {
            assert_eq!(hex(wrong.as_bytes()), None, "{wrong}");
        }
        assert!(is_hex("09aF") && !is_hex("") && !is_hex("g"));
    }

    #[test]
    fn a_byte_is_written_and_read_back() {
        let mut text = "%".to_owned();
        push_hex(&mut text, 0x3d);
        assert_eq!(text, "%3D");
        assert_eq!(percent(text.as_bytes()), Some(0x3d));
        assert_eq!(percent(b"%3"), None);
    }
}
