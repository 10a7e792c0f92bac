//! What may be shown: results in which no text carries a secret of the evidence.
//!
//! A [`Veil`] knows the secrets that a person gave, in whichever field, and finds them in any text, also encoded, split or
//! escaped. Only a veil makes a [`Shown`], and only a [`Shown`] is written for JavaScript (`json::Reply`): that a new result or
//! a new field shows a secret is an error of the compiler's.

mod needles;
mod own;
mod written;

use serde::{Serialize, Serializer};

pub(crate) use self::needles::Veil;
use crate::redact::redact;
use crate::veiled::{Author, Veiled};

/// A result with no secret in it. [`Veil::over`] makes it, and nothing else.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Shown<T>(T);

impl<T> Shown<T> {
    /// The result alone.
    pub(crate) fn into_inner(self) -> T {
        self.0
    }

    /// What is told of the result, and of nothing else: a function takes nothing along.
    pub(crate) fn retold<U>(&self, tell: fn(&T) -> U) -> Shown<U> {
        Shown(tell(&self.0))
    }
}

impl<T: Serialize> Serialize for Shown<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

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

    /// A text that this crate wrote, such as a script.
    pub(crate) fn over_code(&self, code: String) -> Shown<String> {
        Shown(self.hide(code))
    }
}
