//! UUIDs: Cloud ids, and the second half of account ids.

/// 8-4-4-4-12 hexadecimal digits, in either case.
pub(crate) fn is_uuid(text: &str) -> bool {
    text.len() == 36
        && text.split('-').map(str::len).eq([8, 4, 4, 4, 12])
        && text.bytes().all(|b| b.is_ascii_hexdigit() || b == b'-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_hexadecimal_digits_in_five_groups_are_a_uuid() {
        assert!(is_uuid("35273b54-3f06-40d2-880f-dd28cf8daafa"));
        assert!(is_uuid("35273B54-3F06-40D2-880F-DD28CF8DAAFA"));
        for text in [
            "",
            "35273b543f0640d2880fdd28cf8daafa",
            "35273b54-3f06-40d2-880f-dd28cf8daaf",
            "35273b54-3f06-40d2-880f-dd28cf8daafg",
            "35273b54-3f06-40d2-880-fdd28cf8daafa",
        ] {
            assert!(!is_uuid(text), "{text}");
        }
    }
}
