//! Known texts: what servers, gateways, proxies, clients and products are known to print.
//!
//! The one table stands in the files of this folder, a section each. A new error message is one line there.

mod signature;

use crate::evidence::Field;
use crate::span::Span;

pub use signature::Signature;

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

/// Every known text in `text`, in order.
pub fn find(text: &str, field: Field) -> Vec<Hit> {
    let _ = (text, field);
    Vec::new()
}
