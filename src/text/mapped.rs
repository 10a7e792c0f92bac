//! A text made from another one, which knows for each of its parts where it came from.

use std::ops::Range;

use zeroize::Zeroizing;

use super::cut;

/// A text made from another one: decoded, unescaped, without what cannot be seen. Positions count bytes;
/// [`crate::span::Spans`] turns them into UTF-16 units.
///
/// It may hold a secret, and so is wiped when it is dropped.
#[derive(Default)]
pub(crate) struct MappedText {
    text: Zeroizing<String>,
    /// In the order of the text, from its first byte to its last.
    runs: Vec<Run>,
}

/// Bytes in a row that came from one place.
#[derive(Clone, Copy)]
struct Run {
    /// The first of them here.
    start: usize,
    /// Where that came from.
    origin: usize,
    /// How many bytes all of them together stand for; 0 where each was copied and stands for itself.
    length: usize,
}

impl MappedText {
    /// An empty text with room for `bytes`, so that no copy of a secret is left behind by growing.
    pub(crate) fn with_capacity(bytes: usize) -> Self {
        Self {
            text: Zeroizing::new(String::with_capacity(bytes)),
            runs: Vec::new(),
        }
    }

    /// A part of the original as it is.
    pub(crate) fn of(original: &str, part: Range<usize>) -> Self {
        let start = part.start;
        let text = original.get(part).unwrap_or_default();
        let mut mapped = Self::with_capacity(text.len());
        mapped.copy(text, start);
        mapped
    }

    /// A text that came from `origin`, and it cannot be told closer from where in it.
    pub(crate) fn whole(text: &str, origin: Range<usize>) -> Self {
        let mut mapped = Self::with_capacity(text.len());
        mapped.put(text, origin);
        mapped
    }

    /// Adds bytes that stand in the original from `origin` on.
    pub(crate) fn copy(&mut self, text: &str, origin: usize) {
        if text.is_empty() {
            return;
        }
        let start = self.text.len();
        let goes_on = self
            .runs
            .last()
            .is_some_and(|run| run.length == 0 && run.origin + (start - run.start) == origin);
        if !goes_on {
            self.runs.push(Run {
                start,
                origin,
                length: 0,
            });
        }
        self.text.push_str(text);
    }

    /// Adds another text for what stands at `origin`.
    pub(crate) fn put(&mut self, text: &str, origin: Range<usize>) {
        if text.len() <= 1 && origin.len() <= 1 {
            return self.copy(text, origin.start);
        }
        if !text.is_empty() {
            self.runs.push(Run {
                start: self.text.len(),
                origin: origin.start,
                length: origin.len(),
            });
            self.text.push_str(text);
        }
    }

    /// A part of this text with every character replaced or, at `None`, left out. `to` gets its first byte here too.
    pub(crate) fn map(
        &self,
        part: Range<usize>,
        to: &mut dyn FnMut(usize, char) -> Option<char>,
    ) -> Self {
        let text = self.text.get(part.clone()).unwrap_or_default();
        let mut mapped = Self::with_capacity(text.len());
        for (offset, c) in text.char_indices() {
            let at = part.start + offset;
            let Some(new) = to(at, c) else {
                continue;
            };
            let origin = self.origin(at..at + c.len_utf8());
            let utf8 = &mut [0; 4];
            if new == c && origin.len() == c.len_utf8() {
                mapped.copy(new.encode_utf8(utf8), origin.start);
            } else {
                mapped.put(new.encode_utf8(utf8), origin);
            }
        }
        mapped
    }

    /// A part of this text, as it is.
    pub(crate) fn part(&self, part: Range<usize>) -> Self {
        self.map(part, &mut |_, c| Some(c))
    }

    /// The text.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// The text alone, moved out and not copied.
    pub(crate) fn into_text(mut self) -> Zeroizing<String> {
        std::mem::take(&mut self.text)
    }

    /// The bytes of the original that a part of this text came from, with what was left out between them. An empty part
    /// came from the place in front of what follows it.
    pub(crate) fn origin(&self, part: Range<usize>) -> Range<usize> {
        let start = self.origin_of(part.start).start;
        let end = match part.end.checked_sub(1) {
            Some(last) if last >= part.start => self.origin_of(last).end,
            _ => start,
        };
        start..end.max(start)
    }

    /// The bytes of the original that `part`, a slice of this text, came from.
    pub(crate) fn origin_of_slice(&self, part: &str) -> Range<usize> {
        let start = cut::offset(&self.text, part);
        self.origin(start..start + part.len())
    }

    /// What one byte came from; at the end, the place behind what the last one came from.
    fn origin_of(&self, at: usize) -> Range<usize> {
        let at_end = at >= self.text.len();
        let at = at.min(self.text.len().saturating_sub(1));
        let after = self.runs.partition_point(|run| run.start <= at);
        let Some(run) = after.checked_sub(1).and_then(|run| self.runs.get(run)) else {
            return 0..0;
        };
        let origin = match run.length {
            0 => run.origin + (at - run.start)..run.origin + (at - run.start) + 1,
            length => run.origin..run.origin + length,
        };
        if at_end {
            origin.end..origin.end
        } else {
            origin
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn copied_bytes_are_one_run() {
        let mut text = MappedText::of("xabcdey", 1..3);
        text.copy("c", 3);
        text.copy("e", 5);
        assert_eq!(text.text(), "abce");
        assert_eq!(text.runs.len(), 2);
        assert_eq!(text.origin(0..3), 1..4);
        assert_eq!(text.origin(1..4), 2..6);
        assert_eq!(text.origin(3..3), 5..5);
        assert_eq!(text.origin(4..4), 6..6);
    }

    #[test]
    fn what_stands_for_something_else_stands_for_all_of_it() {
        // `a%C3%A9b`
        let mut text = MappedText::of("a%C3%A9b", 0..1);
        text.put("é", 1..7);
        text.copy("b", 7);
        assert_eq!(text.origin(1..2), 1..7);
        assert_eq!(text.origin(0..3), 0..7);
        assert_eq!(text.origin(3..4), 7..8);
    }

    #[test]
    fn mapping_keeps_the_origin() {
        let whole = MappedText::of(" ja\u{200b}ne＠x", 0..12);
        let text = whole.map(1..whole.text().len(), &mut |_, c| match c {
            '\u{200b}' => None,
            '＠' => Some('@'),
            c => Some(c),
        });
        assert_eq!(text.text(), "jane@x");
        assert_eq!(text.origin(0..4), 1..8);
        assert_eq!(text.origin(4..5), 8..11);
        assert_eq!(text.origin(5..6), 11..12);
        let again = text.map(4..6, &mut |at, c| (at > 3).then_some(c));
        assert_eq!(again.origin(0..1), 8..11);
        let part = text.text().get(2..4).unwrap();
        assert_eq!(text.origin_of_slice(part), 6..8);
    }

    #[test]
    fn an_empty_text_came_from_nowhere() {
        assert_eq!(MappedText::default().origin(0..0), 0..0);
        assert_eq!(MappedText::of("abc", 2..2).origin(0..5), 0..0);
    }
}
