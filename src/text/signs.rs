//! Questions about a set of signs, written as a text. The language's own patterns are compiled once for each length of a set.

/// What a text has of some signs.
pub(crate) trait Signs {
    /// Whether one of them is in it.
    fn has_any(&self, signs: &str) -> bool;
    /// Where the first of them is.
    fn find_any(&self, signs: &str) -> Option<usize>;
    /// What stands in front of the first of them; without one, all of the text.
    fn until_any(&self, signs: &str) -> &str;
    /// Whether it begins with one of them.
    fn starts_with_any(&self, signs: &str) -> bool;
    /// Whether it ends with one of them.
    fn ends_with_any(&self, signs: &str) -> bool;
    /// The text without them at its beginning.
    fn trim_start_any(&self, signs: &str) -> &str;
    /// The text without them at its end.
    fn trim_end_any(&self, signs: &str) -> &str;
    /// The text without them at both ends.
    fn trim_any(&self, signs: &str) -> &str;
}

impl Signs for str {
    fn has_any(&self, signs: &str) -> bool {
        self.find_any(signs).is_some()
    }

    fn find_any(&self, signs: &str) -> Option<usize> {
        self.find(|c| is_one_of(signs, c))
    }

    fn until_any(&self, signs: &str) -> &str {
        let end = self.find_any(signs);
        end.and_then(|end| self.get(..end)).unwrap_or(self)
    }

    fn starts_with_any(&self, signs: &str) -> bool {
        self.chars().next().is_some_and(|c| is_one_of(signs, c))
    }

    fn ends_with_any(&self, signs: &str) -> bool {
        let last = self.chars().next_back();
        last.is_some_and(|c| is_one_of(signs, c))
    }

    fn trim_start_any(&self, signs: &str) -> &str {
        self.trim_start_matches(|c| is_one_of(signs, c))
    }

    fn trim_end_any(&self, signs: &str) -> &str {
        self.trim_end_matches(|c| is_one_of(signs, c))
    }

    fn trim_any(&self, signs: &str) -> &str {
        self.trim_start_any(signs).trim_end_any(signs)
    }
}

fn is_one_of(signs: &str, c: char) -> bool {
    signs.chars().any(|sign| sign == c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_are_found_and_taken_off() {
        assert!("a“b".has_any("”“") && !"ab".has_any("”“") && !"ab".has_any(""));
        assert_eq!("é=b".find_any("=:"), Some(2));
        assert_eq!(("é=b".until_any("=:"), "éb".until_any("=:")), ("é", "éb"));
        assert!("'a".starts_with_any("\"'") && !"a'".starts_with_any("\"'"));
        assert!("a'".ends_with_any("\"'") && !"'a".ends_with_any("\"'") && !"".ends_with_any("'"));
        assert_eq!(" \t“a ” ".trim_any(" \t“”"), "a");
        assert_eq!("'a'".trim_start_any("'"), "a'");
        assert_eq!("'a'".trim_end_any("'"), "'a");
    }
}
