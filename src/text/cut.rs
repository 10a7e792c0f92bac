//! Parts of a text, cut between two characters.

/// The first `most` bytes of `text`, or some fewer where that is inside a character.
pub(crate) fn first(text: &str, most: usize) -> &str {
    let mut end = text.len().min(most);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or(text)
}

/// The last `most` bytes of `text`, or some fewer where that is inside a character.
pub(crate) fn last(text: &str, most: usize) -> &str {
    let mut start = text.len().saturating_sub(most);
    while !text.is_char_boundary(start) {
        start += 1;
    }
    text.get(start..).unwrap_or(text)
}

/// The last `most` bytes of `text` in front of `at`.
pub(crate) fn before(text: &str, at: usize, most: usize) -> &str {
    last(text.get(..at).unwrap_or(text), most)
}

/// The first `most` bytes of `text` from `at` on.
pub(crate) fn from(text: &str, at: usize, most: usize) -> &str {
    first(text.get(at..).unwrap_or_default(), most)
}

/// The first line of `text`, without its end.
pub(crate) fn line(text: &str) -> &str {
    text.split('\n').next().unwrap_or_default()
}

/// The first character of `text`.
pub(crate) fn first_char(text: &str) -> &str {
    let rest = text.strip_prefix(|_| true).unwrap_or(text);
    head(text, rest)
}

/// The part of `outer` in front of `inner`, which is a slice of it.
pub(crate) fn head<'t>(outer: &'t str, inner: &str) -> &'t str {
    outer.get(..offset(outer, inner)).unwrap_or(outer)
}

/// The part of `outer` after `inner`, which is a slice of it.
pub(crate) fn tail<'t>(outer: &'t str, inner: &str) -> &'t str {
    let end = offset(outer, inner) + inner.len();
    outer.get(end..).unwrap_or_default()
}

/// Where `inner`, a slice of `outer`, begins in it.
pub(crate) fn offset(outer: &str, inner: &str) -> usize {
    inner.as_ptr().addr().saturating_sub(outer.as_ptr().addr())
}

/// What follows `prefix`, in any case of ASCII letters.
pub(crate) fn after_prefix<'t>(text: &'t str, prefix: &str) -> Option<&'t str> {
    let (head, rest) = text.split_at_checked(prefix.len())?;
    head.eq_ignore_ascii_case(prefix).then_some(rest)
}

/// What stands in front of `suffix`, in any case of ASCII letters.
pub(crate) fn before_suffix<'t>(text: &'t str, suffix: &str) -> Option<&'t str> {
    let (rest, tail) = text.split_at_checked(text.len().checked_sub(suffix.len())?)?;
    tail.eq_ignore_ascii_case(suffix).then_some(rest)
}

/// Whether `text` begins with `prefix`, in any case of ASCII letters.
pub(crate) fn starts_with(text: &str, prefix: &str) -> bool {
    after_prefix(text, prefix).is_some()
}

/// Whether `text` ends with `suffix`, in any case of ASCII letters.
pub(crate) fn ends_with(text: &str, suffix: &str) -> bool {
    before_suffix(text, suffix).is_some()
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

    #[test]
    fn a_slice_parts_what_it_was_cut_from() {
        let outer = "é=a,b";
        let (name, value) = outer.split_once('=').unwrap();
        assert_eq!((head(outer, name), tail(outer, name)), ("", "=a,b"));
        assert_eq!((head(outer, value), tail(outer, value)), ("é=", ""));
        assert_eq!(first_char(outer), "é");
        assert_eq!(first_char(""), "");
        assert_eq!(after_prefix("BASIC x", "Basic "), Some("x"));
        assert_eq!(after_prefix("é", "x"), None);
        assert_eq!(before_suffix("MY-Token", "token"), Some("MY-"));
        assert_eq!(before_suffix("é", "x"), None);
        assert!(starts_with("HTTP/2 200", "http/") && !starts_with("http", "http/"));
        assert!(ends_with("jira.LOCAL", ".local") && !ends_with("local", ".local"));
    }
}
