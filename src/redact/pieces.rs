//! Secrets cut into pieces of one length, by lines or by blanks: none of them gives anything away by itself.

use std::ops::Range;

use super::scan;
use crate::text::MappedText;

/// Fewer pieces are words that happen to be as long.
const FEWEST: usize = 3;
/// The shortest pieces that are worth joining, and the longest: a wrapped line.
const LENGTHS: std::ops::RangeInclusive<usize> = 4..=76;

/// Pieces that follow each other.
#[derive(Default)]
struct Run {
    joined: MappedText,
    pieces: Vec<Range<usize>>,
    length: usize,
    end: usize,
    gap: Range<usize>,
}

/// Secrets in runs of equally long words; the last one may be shorter.
pub(super) fn find(text: &str) -> Vec<Range<usize>> {
    let mut secrets = Vec::new();
    let mut run = Run::default();
    let mut at = 0;
    for word in text.split(|c: char| c.is_ascii_whitespace()) {
        let place = at..at + word.len();
        at = place.end + 1;
        if word.is_empty() {
            continue;
        }
        let is_piece = LENGTHS.contains(&word.len()) && word.bytes().all(is_of_secret);
        let gap = run.end..place.start;
        let fits = is_piece
            && !run.pieces.is_empty()
            && word.len() <= run.length
            && (run.pieces.len() == 1 || text.get(gap.clone()) == text.get(run.gap.clone()));
        if fits {
            run.gap = gap;
            run.push(word, place.start);
        }
        if !fits || word.len() < run.length {
            run.hide(&mut secrets);
            run = Run::default();
        }
        if is_piece && !fits {
            run.length = word.len();
            run.push(word, place.start);
        }
    }
    run.hide(&mut secrets);
    secrets
}

/// What tokens and base64 are made of.
fn is_of_secret(b: u8) -> bool {
    b.is_ascii_alphanumeric() || b"-_+/=.".contains(&b)
}

impl Run {
    fn push(&mut self, word: &str, at: usize) {
        self.joined.copy(word, at);
        self.pieces.push(at..at + word.len());
        self.end = at + word.len();
    }

    fn hide(&self, secrets: &mut Vec<Range<usize>>) {
        if self.pieces.len() < FEWEST {
            return;
        }
        for secret in scan::find(self.joined.text()) {
            let secret = self.joined.origin(secret);
            // What parts the pieces stays.
            let parts = self
                .pieces
                .iter()
                .map(|piece| piece.start.max(secret.start)..piece.end.min(secret.end));
            secrets.extend(parts.filter(|part| !part.is_empty()));
        }
    }
}
