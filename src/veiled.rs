//! What has texts that a veil must go over before they are shown: see [`crate::veil`], which knows the secrets.

use std::collections::BTreeMap;
use std::ops::Deref;

use serde::Serialize;

use crate::secret::Secret;

/// Takes the secrets out of one text.
pub(crate) type Cleaner<'c> = &'c dyn Fn(&mut String, Author);

/// Who wrote a text.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Author {
    /// This crate, with values in it: names of secrets, and commands that read them, look like secrets and are none.
    Crate,
    /// Anybody.
    Anyone,
}

/// A command that this crate wrote.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Code(pub String);

impl Deref for Code {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl Veiled for Code {
    fn veil(&mut self, clean: Cleaner) {
        clean(&mut self.0, Author::Crate);
    }
}

/// What has texts that are shown. [`veiled`] writes it for a struct, and the compiler sees that no field is left out.
pub(crate) trait Veiled {
    /// Takes the secrets out of every text, as the cleaner does with one.
    fn veil(&mut self, clean: Cleaner);
}

/// Veils a struct field by field. A field that is not named here does not compile.
macro_rules! veiled {
    ($type:ident $(<$of:ident>)? { $($field:ident),+ $(,)? }) => {
        impl $(<$of: $crate::veiled::Veiled>)? $crate::veiled::Veiled for $type $(<$of>)? {
            fn veil(&mut self, clean: $crate::veiled::Cleaner) {
                let Self { $($field),+ } = self;
                $($crate::veiled::Veiled::veil($field, clean);)+
            }
        }
    };
}
pub(crate) use veiled;

/// Types without a text of anybody's: numbers, names of our own, texts that are compiled in.
macro_rules! shows_as_it_is {
    ($($type:ty),+ $(,)?) => {
        $(impl $crate::veiled::Veiled for $type {
            fn veil(&mut self, _: $crate::veiled::Cleaner) {}
        })+
    };
}
pub(crate) use shows_as_it_is;

shows_as_it_is!((), bool, u16, usize, &'static str);

/// A secret is never written: it has no `Serialize`.
impl Veiled for Secret {
    fn veil(&mut self, _: Cleaner) {}
}

impl<T> Veiled for &'static [T] {
    fn veil(&mut self, _: Cleaner) {}
}

impl Veiled for String {
    fn veil(&mut self, clean: Cleaner) {
        if !self.is_empty() {
            clean(self, Author::Anyone);
        }
    }
}

impl<T: Veiled> Veiled for Option<T> {
    fn veil(&mut self, clean: Cleaner) {
        if let Some(value) = self {
            value.veil(clean);
        }
    }
}

impl<T: Veiled> Veiled for Vec<T> {
    fn veil(&mut self, clean: Cleaner) {
        for item in self {
            item.veil(clean);
        }
    }
}

impl Veiled for BTreeMap<String, String> {
    fn veil(&mut self, clean: Cleaner) {
        let entries = std::mem::take(self).into_iter();
        let hidden = entries.map(|(mut key, mut value)| {
            key.veil(clean);
            value.veil(clean);
            (key, value)
        });
        *self = hidden.collect();
    }
}
