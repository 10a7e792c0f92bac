//! Keeps of what was found what a person can use: of a log that repeats one line the first places and the last.

use std::cmp::Reverse;

use super::Signature;
use crate::order::sort;

/// How many places of one meaning are kept from each end.
const EACH: usize = 4;
/// How many places of all meanings are kept from each end.
const ALL: usize = 100;

/// UTF-16 units of a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place {
    pub(super) start: usize,
    pub(super) end: usize,
}

/// The places of one meaning.
struct Kept {
    signature: Signature,
    /// The first, and then the last in a ring.
    places: [Place; 2 * EACH],
    count: usize,
}

/// What one pass found.
#[derive(Default)]
pub(super) struct Found {
    kept: Vec<Kept>,
}

impl Found {
    /// Adds a place, in the order of their ends. One that overlaps the last of the same meaning makes it longer.
    pub(super) fn add(&mut self, signature: Signature, place: Place) {
        let known = self
            .kept
            .iter()
            .position(|kept| kept.signature == signature);
        let index = known.unwrap_or(self.kept.len());
        if known.is_none() {
            self.kept.push(Kept {
                signature,
                places: [Place::default(); 2 * EACH],
                count: 0,
            });
        }
        let Some(kept) = self.kept.get_mut(index) else {
            return;
        };
        let last = kept
            .count
            .checked_sub(1)
            .and_then(|last| kept.places.get_mut(slot(last)));
        if let Some(last) = last.filter(|last| place.start < last.end) {
            last.start = last.start.min(place.start);
            last.end = place.end;
            return;
        }
        if let Some(free) = kept.places.get_mut(slot(kept.count)) {
            *free = place;
            kept.count += 1;
        }
    }

    /// All places in order, without those that stand inside another.
    pub(super) fn finish(self) -> Vec<(Signature, Place)> {
        let mut all = Vec::new();
        for kept in &self.kept {
            let places = kept.places.iter().take(kept.count);
            all.extend(places.map(|place| (kept.signature, *place)));
        }
        let key =
            |(signature, place): &(Signature, Place)| (place.start, Reverse(place.end), *signature);
        sort(&mut all, |a, b| key(a) < key(b));
        let mut end = 0;
        all.retain(|(_, place)| {
            let says_more = place.end > end;
            end = end.max(place.end);
            says_more
        });
        if all.len() > 2 * ALL {
            all.drain(ALL..all.len() - ALL);
        }
        all
    }
}

/// Where the place of that number is kept.
fn slot(number: usize) -> usize {
    if number < EACH {
        number
    } else {
        EACH + (number - EACH) % EACH
    }
}
