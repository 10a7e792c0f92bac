//! Takes secrets out of any text.
//!
//! Everything here goes by shape. One walk over the text stops where a secret may begin or end; each rule looks a bounded
//! stretch around such a place, so the time grows with the text alone.

mod calls;
mod dumps;
mod elements;
mod named;
mod names;
mod options;
mod pieces;
mod places;
mod scan;
mod shapes;
mod tables;
#[cfg(test)]
mod tests;
mod transports;
mod value;
mod written;

use std::ops::Range;

use crate::READS_ANSWERS;
use crate::order::sorted_by;
use crate::text::MappedText;

/// What stands in a secret's place.
pub(crate) const REDACTED: &str = "[redacted]";

/// `text` with everything that may be a secret replaced by `[redacted]`. E-mail addresses stay.
pub fn redact(text: &str) -> String {
    Redaction::of(text, Vec::new()).into_text()
}

/// A text without its secrets, which knows where they were.
pub(crate) struct Redaction {
    shown: MappedText,
    /// The secrets' places in the original, in their order, none next to another.
    gaps: Vec<Range<usize>>,
}

impl Redaction {
    /// Without what may be a secret by its shape, and without `known`: places of secrets that no shape gives away.
    pub(crate) fn of(text: &str, known: Vec<Range<usize>>) -> Self {
        // The module for the fields knows no options of commands.
        let may_be_command = || [" -", "\"-", "'-"].iter().any(|sign| text.contains(sign));
        if !READS_ANSWERS && may_be_command() {
            let all = 0..text.len();
            return Self::without(text, Vec::from([all]));
        }
        let mut redaction = Self::without(text, joined(known));
        // What was hidden by a secret's neighbourhood may show once that is gone. A fixed point also makes the function idempotent.
        for _ in 0..ROUNDS {
            let shown = &redaction.shown;
            let found = find(shown.text());
            if found.is_empty() {
                break;
            }
            let mut gaps = found
                .into_iter()
                .map(|place| shown.origin(place))
                .collect::<Vec<_>>();
            gaps.append(&mut redaction.gaps);
            redaction = Self::without(text, joined(gaps));
        }
        redaction
    }

    fn without(text: &str, mut gaps: Vec<Range<usize>>) -> Self {
        for gap in &mut gaps {
            let before = text.get(..gap.start).unwrap_or_default();
            // Together with the bracket that is put there it would be a command to a terminal.
            gap.start = before.trim_end_matches(['\u{1b}', '\u{9b}']).len();
        }
        let mut shown = MappedText::with_capacity(text.len());
        let mut done = 0;
        for gap in &gaps {
            shown.copy(text.get(done..gap.start).unwrap_or_default(), done);
            shown.put(REDACTED, gap.clone());
            done = gap.end;
        }
        shown.copy(text.get(done..).unwrap_or_default(), done);
        Self { shown, gaps }
    }

    /// The places of the secrets in the original.
    pub(crate) fn gaps(&self) -> &[Range<usize>] {
        &self.gaps
    }

    pub(crate) fn into_text(self) -> String {
        std::mem::take(&mut self.shown.into_text())
    }
}

/// Two are enough for what people paste: one that finds all, and one that finds nothing more. Signs in a row can take one each.
const ROUNDS: usize = 16;

fn find(text: &str) -> Vec<Range<usize>> {
    let mut secrets = match transports::plain(text) {
        Some(plain) => scan::find(plain.text())
            .into_iter()
            .map(|secret| plain.origin(secret))
            .collect(),
        None => scan::find(text),
    };
    secrets.extend(transports::numbered(text));
    secrets.extend(dumps::find(text));
    secrets.extend(pieces::find(text));
    secrets.extend(tables::find(text));
    secrets.retain(|secret| {
        text.get(secret.clone())
            .is_some_and(|found| !matches!(found, "" | REDACTED))
    });
    secrets
}

/// Places in their order; those that meet are one.
fn joined(places: Vec<Range<usize>>) -> Vec<Range<usize>> {
    let mut joined: Vec<Range<usize>> = Vec::new();
    for place in sorted_by(places, |place| place.start) {
        match joined.last_mut() {
            Some(last) if place.start <= last.end => last.end = last.end.max(place.end),
            _ => joined.push(place),
        }
    }
    joined.retain(|place| !place.is_empty());
    joined
}

/// The text with `[redacted]` in these places, which may overlap.
pub(crate) fn replace(text: &str, secrets: Vec<Range<usize>>) -> String {
    Redaction::without(text, joined(secrets)).into_text()
}
