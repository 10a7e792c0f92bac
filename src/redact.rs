//! Takes secrets out of any text.
//!
//! Everything here goes by shape. One walk over the text stops where a secret may begin or end; each rule looks a bounded
//! stretch around such a place, so the time grows with the text alone.

mod calls;
mod dumps;
mod named;
mod names;
mod options;
mod pieces;
mod places;
mod scan;
mod shapes;
#[cfg(test)]
mod tests;
mod transports;
mod value;

use std::ops::Range;

use crate::READS_ANSWERS;
use crate::order::sorted_by;

/// What stands in a secret's place.
pub(crate) const REDACTED: &str = "[redacted]";

/// `text` with everything that may be a secret replaced by `[redacted]`. E-mail addresses stay.
pub fn redact(text: &str) -> String {
    if !READS_ANSWERS && text.contains(" -") {
        return REDACTED.to_owned();
    }
    let mut secrets = find(text);
    if secrets.is_empty() {
        return text.to_owned();
    }
    let mut redacted = replace(text, secrets);
    // What was hidden by a secret's neighbourhood may show once that is gone. A fixed point also makes the function idempotent.
    for _ in 1..ROUNDS {
        secrets = find(&redacted);
        if secrets.is_empty() {
            break;
        }
        redacted = replace(&redacted, secrets);
    }
    redacted
}

/// Two are enough for what people paste: one that finds all, and one that finds nothing more.
const ROUNDS: usize = 5;

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
    secrets.retain(|secret| {
        text.get(secret.clone())
            .is_some_and(|found| !matches!(found, "" | REDACTED))
    });
    secrets
}

/// Replaces ranges of bytes that may overlap.
pub(crate) fn replace(text: &str, secrets: Vec<Range<usize>>) -> String {
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    let mut secrets = sorted_by(secrets, |secret| secret.start)
        .into_iter()
        .peekable();
    while let Some(mut secret) = secrets.next() {
        while let Some(next) = secrets.next_if(|next| next.start <= secret.end) {
            secret.end = secret.end.max(next.end);
        }
        out.push_str(text.get(done..secret.start).unwrap_or_default());
        out.push_str(REDACTED);
        done = secret.end;
    }
    out.push_str(text.get(done..).unwrap_or_default());
    out
}
