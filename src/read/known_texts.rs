//! Known texts: what servers, gateways, proxies, clients and products are known to print.
//!
//! The one table stands in `table.rs`. A new error message is one text there, a new meaning one row.
//!
//! Texts are matched without case, with any run of spaces, line ends and quoting for one space, in one pass.

mod automaton;
mod class;
mod found;
mod stream;
mod table;
#[cfg(test)]
mod tests;

use super::speaker::Speakers;
use crate::evidence::Field;
use crate::span::Span;

pub use class::Class;
pub use table::Signature;

use automaton::Automaton;
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

/// Every known text in `text`, in order. A text inside a longer known text does not count: the longer says more.
///
/// A place says that the text stands there, no more: the summary of an issue that was read without trouble may quote it.
/// What happened is for a problem to weigh, together with the exchanges.
///
/// Of one meaning the first and the last four places are kept, of all meanings the first and the last hundred.
pub fn find(text: &str, field: Field) -> Vec<Hit> {
    let mut scan = Scan::new(Automaton::get());
    scan.read(text);
    let mut hits = Vec::new();
    for (signature, place) in scan.finish() {
        let span = Span {
            start: place.start,
            end: place.end,
        };
        hits.push(Hit {
            signature,
            field,
            span,
        });
    }
    hits
}

/// Who is known by what stands in `text`. `voices` counts what servers print on their pages beside their messages.
pub(crate) fn speakers(text: &str, voices: bool) -> Speakers {
    let mut scan = Scan::new(Automaton::get());
    scan.read(text);
    scan.speakers(voices)
}
