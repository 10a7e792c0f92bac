//! Takes off what stands around a typed value, layer by layer: whitespace, quotes, brackets, the name of a setting.

use std::ops::Range;

use crate::text::{OddKind, Signs, cut, describe, is_quote};

/// A layer around a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Layer {
    /// Spaces or tabs.
    Space,
    /// Line ends.
    Newline,
    /// What cannot be seen.
    Invisible,
    /// A quotation mark or backtick.
    Quote,
    /// A bracket, and what stands before it.
    Bracket,
    /// A comma and its like at the end.
    Punctuation,
    /// `TOKEN=`, `token: `, `export X=`, `-u `.
    Label,
    /// A word or a scheme in front: `Bearer `, `mailto:`.
    Prefix,
    /// What follows the value in a link.
    Query,
}

/// A typed value, and the layers that were taken off it.
pub(crate) struct Unwrapped<'t> {
    typed: &'t str,
    /// What is left.
    pub(crate) rest: Range<usize>,
    /// In the order in which they came off. Whitespace is a layer for each run of one character.
    pub(crate) layers: Vec<(Layer, Range<usize>)>,
}

impl<'t> Unwrapped<'t> {
    /// Takes off what `layer` takes off, until nothing is left to take. More layers than this are no slip of
    /// copying, and a bound keeps the work linear.
    pub(crate) fn by(typed: &'t str, layer: &mut dyn FnMut(&mut Self)) -> Self {
        let mut value = Self {
            typed,
            rest: 0..typed.len(),
            layers: Vec::new(),
        };
        for _ in 0..16 {
            let before = value.rest.clone();
            layer(&mut value);
            if value.rest == before {
                break;
            }
        }
        value
    }

    /// What is left.
    pub(crate) fn text(&self) -> &'t str {
        self.typed.get(self.rest.clone()).unwrap_or_default()
    }

    /// Takes the first bytes off.
    pub(crate) fn front(&mut self, bytes: usize, layer: Layer) {
        let end = self.rest.start + bytes;
        self.layers.push((layer, self.rest.start..end));
        self.rest.start = end;
    }

    /// Takes the last bytes off.
    pub(crate) fn back(&mut self, bytes: usize, layer: Layer) {
        let start = self.rest.end - bytes;
        self.layers.push((layer, start..self.rest.end));
        self.rest.end = start;
    }

    /// Takes off whitespace, what cannot be seen, and control characters, where `controls`.
    pub(crate) fn trim(&mut self, controls: bool) {
        let unseen = |c: char| unseen(c, controls);
        while let Some((c, layer)) = self.text().chars().next().and_then(unseen) {
            let rest = self.text().trim_start_matches(c).len();
            self.front(self.rest.len() - rest, layer);
        }
        while let Some((c, layer)) = self.text().chars().next_back().and_then(unseen) {
            let rest = self.text().trim_end_matches(c).len();
            self.back(self.rest.len() - rest, layer);
        }
    }

    /// The quotation marks at both ends.
    pub(crate) fn quotes(&self) -> (Option<char>, Option<char>) {
        let mut chars = self.text().chars();
        let quote = |c: Option<char>| c.filter(|&c| is_quote(c));
        (quote(chars.next()), quote(chars.next_back()))
    }

    /// Takes off a pair of quotation marks.
    pub(crate) fn unquote(&mut self) {
        if let (Some(first), Some(last)) = self.quotes() {
            self.back(last.len_utf8(), Layer::Quote);
            self.front(first.len_utf8(), Layer::Quote);
        }
    }

    /// Takes off what is left of a pair of quotation marks.
    pub(crate) fn unquote_one_end(&mut self) {
        match self.quotes() {
            (Some(first), None) => self.front(first.len_utf8(), Layer::Quote),
            (None, Some(last)) => self.back(last.len_utf8(), Layer::Quote),
            // A quotation mark alone is its own beginning.
            _ => {}
        }
    }

    /// Takes off a pair of brackets; where there is none, a comma or semicolon at the end.
    pub(crate) fn unbracket(&mut self) {
        match self.text().as_bytes() {
            [b'<', .., b'>'] | [b'(', .., b')'] | [b'[', .., b']'] | [b'{', .., b'}'] => {
                self.front(1, Layer::Bracket);
                self.back(1, Layer::Bracket);
            }
            [_, .., b',' | b';'] => self.back(1, Layer::Punctuation),
            _ => {}
        }
    }

    /// Takes off what stands around `inner`, which is a slice of the text.
    pub(crate) fn keep(&mut self, inner: &str, layer: Layer) {
        let text = self.text();
        let (head, tail) = (cut::head(text, inner), cut::tail(text, inner));
        if !head.is_empty() {
            self.front(head.len(), layer);
        }
        if !tail.is_empty() {
            self.back(tail.len(), layer);
        }
    }
}

/// A character that shows nothing, and the layer that it is at an end.
fn unseen(c: char, controls: bool) -> Option<(char, Layer)> {
    let layer = match describe(c)?.0 {
        OddKind::Blank => Layer::Space,
        OddKind::Newline => Layer::Newline,
        OddKind::Invisible => Layer::Invisible,
        OddKind::Control if controls && c != '\u{fffd}' => Layer::Invisible,
        OddKind::Control | OddKind::Quote => return None,
    };
    Some((c, layer))
}

/// The name of a setting, and its value.
pub(crate) struct Label<'t> {
    pub(crate) name: &'t str,
    /// `:` and not `=` or `=>`.
    pub(crate) by_colon: bool,
    /// All that follows.
    pub(crate) value: &'t str,
}

/// `JIRA_API_TOKEN=`, `"apiToken": `, `export X=`, `$env:X = `, `-H 'Authorization: `.
pub(crate) fn label(text: &str) -> Option<Label<'_>> {
    let rest = ["-H", "--header", "export", "set", "setx"]
        .iter()
        .find_map(|command| after_word(text, command))
        .unwrap_or(text);
    let rest = rest.strip_prefix("$env:").unwrap_or(rest);
    let rest = rest.trim_start_matches(is_quote);
    let is_part = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-' | b'.');
    let (name, rest) = rest.split_at_checked(rest.bytes().take(64).take_while(is_part).count())?;
    let rest = rest.trim_start_matches(is_quote).trim_start_any(" \t");
    let (value, by_colon) = match rest.strip_prefix('=') {
        Some(value) => (value.strip_prefix('>').unwrap_or(value), false),
        None => (rest.strip_prefix(':')?, true),
    };
    Some(Label {
        name,
        by_colon,
        value,
    })
}

/// What follows `word`, in any case of letters, and the spaces after it.
pub(crate) fn after_word<'t>(text: &'t str, word: &str) -> Option<&'t str> {
    let (head, rest) = text.split_at_checked(word.len())?;
    if !head.eq_ignore_ascii_case(word) {
        return None;
    }
    let value = rest.trim_start_any(" \t");
    (rest.is_empty() || value.len() < rest.len()).then_some(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unwrapped(typed: &str) -> (&str, Vec<(Layer, &str)>) {
        let value = Unwrapped::by(typed, &mut |value| {
            value.trim(false);
            value.unquote();
            value.unbracket();
        });
        let layers = value.layers.iter();
        let layers = layers.map(|(layer, at)| (*layer, typed.get(at.clone()).unwrap()));
        (value.text(), layers.collect())
    }

    #[test]
    fn layers_come_off_from_the_outside_in() {
        let (rest, layers) = unwrapped(" \n“<é>”,\u{feff}");
        assert_eq!(rest, "é");
        assert_eq!(
            layers,
            [
                (Layer::Space, " "),
                (Layer::Newline, "\n"),
                (Layer::Invisible, "\u{feff}"),
                (Layer::Punctuation, ","),
                (Layer::Quote, "”"),
                (Layer::Quote, "“"),
                (Layer::Bracket, "<"),
                (Layer::Bracket, ">"),
            ]
        );
    }

    #[test]
    fn what_is_no_layer_stays() {
        for typed in ["", "acme", "a b", "\"acme", "acme>", ","] {
            assert_eq!(unwrapped(typed), (typed, vec![]), "{typed}");
        }
    }

    #[test]
    fn layers_without_end_are_left_at_some_depth() {
        let typed = ["(".repeat(1000), "acme".to_owned(), ")".repeat(1000)].concat();
        let (rest, layers) = unwrapped(&typed);
        assert!(rest.starts_with("((((") && rest.len() < typed.len());
        assert_eq!(rest.len() + layers.len(), typed.len());
    }

    #[test]
    fn both_sides_of_a_part_come_off() {
        let typed = "[site](acme)";
        let mut value = Unwrapped::by(typed, &mut |_| {});
        value.keep(typed.get(7..11).unwrap(), Layer::Bracket);
        assert_eq!(value.text(), "acme");
        assert_eq!(
            value.layers,
            [(Layer::Bracket, 0..7), (Layer::Bracket, 11..12)]
        );
        value.keep(value.text(), Layer::Quote);
        assert_eq!(value.layers.len(), 2);
    }

    #[test]
    fn reads_the_name_of_a_setting() {
        for (text, name, by_colon, value) in [
            ("JIRA_API_TOKEN=x", "JIRA_API_TOKEN", false, "x"),
            ("\"apiToken\": \"x\"", "apiToken", true, " \"x\""),
            ("export JIRA_USER = x", "JIRA_USER", false, " x"),
            ("$env:TOKEN='x'", "TOKEN", false, "'x'"),
            ("'token' => 'x'", "token", false, " 'x'"),
            ("-H 'Authorization: x'", "Authorization", true, " x'"),
        ] {
            let label = label(text).unwrap();
            assert_eq!(
                (label.name, label.by_colon, label.value),
                (name, by_colon, value),
                "{text}"
            );
        }
        for text in ["", "token", "two words: x", "exporter"] {
            assert!(label(text).is_none(), "{text}");
        }
    }

    #[test]
    fn a_word_ends_with_a_space_or_the_text() {
        assert_eq!(after_word("Basic  x", "basic"), Some("x"));
        assert_eq!(after_word("basic", "basic"), Some(""));
        assert_eq!(after_word("basics x", "basic"), None);
        assert_eq!(after_word("é", "b"), None);
    }
}
