//! What may be shown: results in which no text carries a secret of the evidence.
//!
//! A [`Veil`] knows the secrets that a person gave, in whichever field, and finds them in any text, also encoded, split or
//! escaped. Only a veil makes a [`Shown`], and only a [`Shown`] is written for JavaScript (`json::Reply`): that a new result or
//! a new field shows a secret is an error of the compiler's.

mod needles;
mod own;
#[cfg(all(feature = "answers", target_arch = "wasm32"))]
mod pasted;
mod written;

use serde::{Serialize, Serializer};

pub(crate) use self::needles::Veil;
use crate::evidence::{Evidence, Field};
use crate::redact::{Redaction, redact};
use crate::span::{Span, Spans};
use crate::veiled::{Author, Veiled, shows_as_it_is};

/// A result with no secret in it. [`Veil::over`] makes it, and nothing else.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Shown<T>(T);

impl<T> Shown<T> {
    /// The result alone.
    pub(crate) fn into_inner(self) -> T {
        self.0
    }

    /// What is told of the result, and of nothing else: a function takes nothing along. Only JavaScript asks for it.
    #[cfg(all(feature = "answers", target_arch = "wasm32"))]
    pub(crate) fn retold<U>(&self, tell: fn(&T) -> U) -> Shown<U> {
        Shown(tell(&self.0))
    }
}

impl<T: Serialize> Serialize for Shown<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

/// A part of what was typed into a field that may be shown, which may not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct HiddenPart {
    /// The field.
    pub field: Field,
    /// Where the secret stands in its text.
    pub span: Span,
}

shows_as_it_is!(HiddenPart);

impl Veil {
    /// The result with every text in it veiled.
    pub(crate) fn over<T: Veiled>(&self, mut result: T) -> Shown<T> {
        result.veil(&|text, author| {
            let hidden = self.hide(std::mem::take(text));
            *text = match author {
                Author::Crate => hidden,
                Author::Anyone => redact(&hidden),
            };
        });
        Shown(result)
    }

    /// The secrets in the fields that hold none by their nature.
    pub(crate) fn hidden(&self, evidence: &Evidence) -> Vec<HiddenPart> {
        let mut hidden = Vec::new();
        for field in [Field::Site, Field::Email, Field::Project, Field::Issue] {
            let text = evidence.text(field).unwrap_or_default();
            let redaction = Redaction::of(text, self.places(text));
            hidden.extend(spans(&redaction, text).map(|span| HiddenPart { field, span }));
        }
        hidden
    }

    /// A text that this crate wrote, such as a script.
    pub(crate) fn over_code(&self, code: String) -> Shown<String> {
        Shown(self.hide(code))
    }
}

/// Where something is left out of a text.
fn spans(redaction: &Redaction, text: &str) -> impl Iterator<Item = Span> {
    let mut spans = Spans::of(text);
    let gaps = redaction.gaps().iter();
    gaps.map(move |gap| spans.span(gap.clone()))
}
