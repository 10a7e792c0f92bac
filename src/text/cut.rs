//! Beginnings and ends of a text, cut between two characters.

/// The first `most` bytes of `text`, or some fewer where that is inside a character.
pub(crate) fn first(text: &str, most: usize) -> &str {
    text.get(..text.floor_char_boundary(most)).unwrap_or(text)
}

/// The last `most` bytes of `text`, or some fewer where that is inside a character.
pub(crate) fn last(text: &str, most: usize) -> &str {
    let start = text.len().saturating_sub(most);
    text.get(text.ceil_char_boundary(start)..).unwrap_or(text)
}

/// The last `most` bytes of `text` in front of `at`.
pub(crate) fn before(text: &str, at: usize, most: usize) -> &str {
    last(text.get(..at).unwrap_or(text), most)
}

/// The first `most` bytes of `text` from `at` on.
pub(crate) fn from(text: &str, at: usize, most: usize) -> &str {
    first(text.get(at..).unwrap_or_default(), most)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_character_is_cut_in_two() {
        let text = "aé😀b";
        assert_eq!(first(text, 2), "a");
        assert_eq!(first(text, 3), "aé");
        assert_eq!(first(text, 99), text);
        assert_eq!(last(text, 2), "b");
        assert_eq!(last(text, 5), "😀b");
        assert_eq!(last(text, 99), text);
        assert_eq!(before(text, 3, 2), "é");
        assert_eq!(from(text, 3, 4), "😀");
        assert_eq!(from(text, 99, 4), "");
    }
}
