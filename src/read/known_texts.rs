//! Known texts: what servers, gateways, proxies, clients and products are known to print.
//!
//! Messages stand in `table.rs`: a new one is one text there, a new meaning one row. What programs print from closed lists stands in
//! `names.rs`, if its name alone tells what it is, and else in `lists.rs`.
//!
//! Texts are matched without case, with any run of spaces, line ends and quoting for one space, in one pass.

mod automaton;
mod class;
mod codes;
mod found;
mod lists;
mod names;
mod stream;
mod table;
#[cfg(test)]
mod tests;

use super::speaker::Speakers;
use crate::READS_ANSWERS;
use crate::evidence::Field;
use crate::span::Span;

pub use class::Class;
pub use table::Signature;

use automaton::Automaton;
use found::Place;
use stream::Scan;

/// A known text, found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// What it is.
    pub signature: Signature,
    /// The field that holds it.
    pub field: Field,
    /// Where it stands in that field's text; in a response, in its body.
    pub span: Span,
}

/// What stands in a text.
#[derive(Clone, Debug, Default)]
pub struct Known {
    /// Every known text, in order. A text inside a longer known text does not count: the longer says more.
    ///
    /// Of one meaning the first and the last four places are kept, of all meanings the first and the last hundred.
    pub hits: Vec<Hit>,
    /// What is named there without being a message, each once.
    pub named: Vec<Signature>,
}

/// Finds the known texts in `text`, in one pass.
///
/// A place says that the text stands there, no more: the summary of an issue that was read without trouble may quote it.
/// What happened is for a problem to weigh, together with the exchanges.
pub fn read(text: &str, field: Field) -> Known {
    if !READS_ANSWERS {
        return Known::default();
    }
    let mut scan = Scan::new(Automaton::get());
    scan.read(text);
    let (places, named) = scan.finish();
    let hit = |(signature, place): (Signature, Place)| Hit {
        signature,
        field,
        span: Span {
            start: place.start,
            end: place.end,
        },
    };
    Known {
        hits: places.into_iter().map(hit).collect(),
        named,
    }
}

/// The known texts in `text`.
pub fn find(text: &str, field: Field) -> Vec<Hit> {
    read(text, field).hits
}

/// Who is known by what stands in `text`. `voices` counts what servers print on their pages beside their messages.
pub(crate) fn speakers(text: &str, voices: bool) -> Speakers {
    if !READS_ANSWERS {
        return Speakers::default();
    }
    let mut scan = Scan::new(Automaton::get());
    scan.read(text);
    scan.speakers(voices)
}
