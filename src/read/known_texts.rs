//! Known texts: what servers, gateways, proxies, clients and products are known to print.
//!
//! The one table stands in the files of this folder, a section each. A new error message is one line there: lower case,
//! single blanks, `'` for every quotation mark. A text that begins or ends with a letter or digit does not count inside a
//! longer word; a `*` at that end lets it, and a `$` at the end wants the end of a host's name.
//!
//! Texts are matched without case, with any run of blanks, line ends and quoting for one blank, in one pass.

mod automaton;
mod found;
mod stream;
#[cfg(test)]
mod tests;

/// One section of the table. The texts of a meaning are one text in the file, a line each: a reference to each would
/// double what the table takes.
macro_rules! texts {
    ($($name:ident: $($text:literal),+;)+) => {
        use super::Signature;

        pub(super) static TEXTS: &[(Signature, &str)] =
            &[$((Signature::$name, concat!($($text, "\n"),+)),)+];
    };
}

mod auth;
mod browser;
mod client;
mod gate;
mod login;
mod network;
mod path;
mod permission;
mod product;
mod signature;
mod tls;

use crate::evidence::Field;
use crate::span::Span;

pub use signature::Signature;

use automaton::Automaton;
use stream::Scan;

/// The whole table.
static SECTIONS: &[&[(Signature, &str)]] = &[
    auth::TEXTS,
    permission::TEXTS,
    path::TEXTS,
    network::TEXTS,
    browser::TEXTS,
    tls::TEXTS,
    gate::TEXTS,
    client::TEXTS,
    login::TEXTS,
    product::TEXTS,
];

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
    let places = scan.finish().into_iter();
    places
        .map(|(signature, place)| Hit {
            signature,
            field,
            span: Span {
                start: place.start,
                end: place.end,
            },
        })
        .collect()
}
