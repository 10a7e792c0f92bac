//! One box that takes anything: a `.env`, a JSON or YAML configuration, a `curl` command, and the fields found in it.

mod bare;
mod found;
mod keys;
mod pairs;
mod shapes;
#[cfg(test)]
mod tests;
mod value;

use crate::evidence::SentScheme;
use crate::secret::Secret;
use crate::text;

/// The fields that a text filled.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fields {
    /// The site's address.
    pub site: Option<String>,
    /// The e-mail or user name.
    pub email: Option<String>,
    /// The secret.
    pub token: Option<Secret>,
    /// The header, where one stood there whole.
    pub authorization: Option<Secret>,
    /// A project key.
    pub project: Option<String>,
    /// An issue key.
    pub issue: Option<String>,
}

/// What a text states of the set-up that it was written for, by named settings alone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Stated {
    pub(crate) site: Option<Secret>,
    pub(crate) account: Option<Secret>,
    pub(crate) secret: Option<Secret>,
    /// How the secret is said to be sent, where it has one.
    pub(crate) scheme: Option<SentScheme>,
    /// https is switched off.
    pub(crate) is_plain: bool,
}

/// Reads what a configuration or a program's text states. A long text is a log, and states it at its beginning.
pub(crate) fn stated(text: &str) -> Stated {
    const LONGEST: usize = 64 * 1024;
    let mut found = found::Found::default();
    pairs::scan(text::cut::first(text, LONGEST), &mut found);
    found.into_stated()
}

/// Finds the fields in a text of any kind. There is no parser for each format: all of them put a key, a separator and a
/// value beside each other, so one scanner finds these pairs, words name the field, and what a pair does not fill is told
/// by its shape. The value of the better key wins, the first of equals. Values stay as typed, variables too; only a
/// language's own quotes and escapes are undone.
/// Of a longer text than a mebibyte the beginning is read.
pub fn read(text: &str) -> Fields {
    const LONGEST: usize = 1024 * 1024;
    let text = text::cut::first(text, LONGEST);
    let mut found = found::Found::default();
    pairs::scan(text, &mut found);
    bare::scan(text, &mut found);
    shapes::scan(text, &mut found);
    found.into_fields()
}
