//! A value of the set-up, and where it stands.

use std::ops::Deref;

use crate::evidence::{Field, Place};
use crate::span::Span;

/// What was read from a field of its own, or from a part of a pasted text: a request in it, a setting. The same readers read
/// both, and the same problems judge them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed<T> {
    /// What was read.
    pub value: T,
    /// The field that it stands in.
    pub field: Field,
    /// Where in the field, where it is not the whole of it and can be found.
    span: Option<Span>,
    /// Whether it stands there letter by letter, so that a part of it has a place too.
    is_verbatim: bool,
}

impl<T> Placed<T> {
    /// A value that is the whole of a field.
    pub(crate) fn whole(value: T, field: Field) -> Self {
        Self {
            value,
            field,
            span: None,
            is_verbatim: true,
        }
    }

    /// A value that stands in the pasted text at `span`, letter by letter.
    pub(crate) fn pasted(value: T, span: Span) -> Self {
        Self {
            value,
            field: Field::Paste,
            span: Some(span),
            is_verbatim: true,
        }
    }

    /// A value that was put together of what the pasted text has around `span`: its parts have no places of their own.
    pub(crate) fn made(value: T, span: Option<Span>) -> Self {
        Self {
            value,
            field: Field::Paste,
            span,
            is_verbatim: false,
        }
    }

    /// What was read from this value once it was decoded: it stands at the same place, its parts at none of their own.
    pub(crate) fn decoded<U>(&self, value: U) -> Placed<U> {
        Placed {
            value,
            field: self.field,
            span: self.span,
            is_verbatim: false,
        }
    }

    /// Whether it stands letter by letter where it was found.
    pub(crate) fn is_verbatim(&self) -> bool {
        self.is_verbatim
    }

    /// Whether it was typed into a field of its own.
    pub(crate) fn is_typed(&self) -> bool {
        self.field != Field::Paste
    }

    /// Where it stands.
    pub(crate) fn place(&self) -> Place {
        let &Self { field, span, .. } = self;
        Place {
            field: Some(field),
            span,
        }
    }

    /// Where a part of it stands.
    pub(crate) fn part(&self, part: Span) -> Place {
        if !self.is_verbatim {
            return self.place();
        }
        let before = self.span.map_or(0, |span| span.start);
        let span = Span {
            start: before + part.start,
            end: before + part.end,
        };
        (self.field, span).into()
    }
}

impl<T> Deref for Placed<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}
