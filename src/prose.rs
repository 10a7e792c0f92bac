//! Sentences for people: one whole English template with named placeholders, and what fills them.
//!
//! The core hands sentences on unrendered; only who shows them turns them into text. So a sentence can be extracted and
//! translated whole, as gettext does.

use std::borrow::Cow;
use std::fmt;
use std::sync::{PoisonError, RwLock};

use serde::{Serialize, Serializer};

use crate::veiled::{Cleaner, Veiled};

/// A sentence: `prose!("Use {url}", url)`, `prose!("Use {url}", url = site.address())`, `prose!("No site is given.")`.
macro_rules! prose {
    ($template:literal) => {
        $crate::prose::Prose::plain($template)
    };
    ($template:literal, $($name:ident $(= $value:expr)?),+ $(,)?) => {
        $crate::prose::Prose::filled(
            $template,
            vec![$((stringify!($name), $crate::prose::prose!(@value $name $($value)?))),+],
        )
    };
    (@value $name:ident) => { $crate::prose::Value::from($name) };
    (@value $name:ident $value:expr) => { $crate::prose::Value::from($value) };
}
pub(crate) use prose;

/// A sentence: its template, and the values of its placeholders.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prose {
    template: &'static str,
    values: Vec<(&'static str, Value)>,
}

/// The translations by template; empty for English, which then costs nothing.
static CATALOGUE: RwLock<Vec<(String, String)>> = RwLock::new(Vec::new());

/// Speaks another language from now on: `catalogue` has a line for a template and the next one for its translation, as
/// `cargo xtask texts` compiles them. An empty one is English again. What has no translation stays English.
pub fn translate(catalogue: &str) {
    let mut lines = catalogue.lines();
    let mut entries = Vec::new();
    while let (Some(template), Some(translation)) = (lines.next(), lines.next()) {
        entries.push((template.to_owned(), translation.to_owned()));
    }
    *CATALOGUE.write().unwrap_or_else(PoisonError::into_inner) = entries;
}

fn translated(template: &str) -> Option<String> {
    let catalogue = CATALOGUE.read().unwrap_or_else(PoisonError::into_inner);
    // A diagnosis has some dozens of sentences: sorting some hundreds would take longer than looking.
    let (_, translation) = catalogue.iter().find(|(known, _)| known == template)?;
    Some(translation.clone())
}

/// What fills a placeholder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Value {
    /// A text that no language changes: an address, a name, a number.
    Text(Cow<'static, str>),
    /// Another sentence, or a part of one.
    Prose(Prose),
}

impl Prose {
    /// A sentence without placeholders.
    pub(crate) const fn plain(template: &'static str) -> Self {
        Self {
            template,
            values: Vec::new(),
        }
    }

    /// A sentence and the values of its placeholders.
    pub(crate) fn filled(template: &'static str, values: Vec<(&'static str, Value)>) -> Self {
        Self { template, values }
    }

    /// This sentence, and the next one after it.
    #[must_use]
    pub(crate) fn then(self, next: Self) -> Self {
        prose!("{first} {next}", first = self, next)
    }

    /// The template, which is the sentence's key in a catalogue of translations.
    pub fn template(&self) -> &'static str {
        self.template
    }

    /// A name in braces that no value fills stays as it is: `{cloudId}` is a part of Atlassian's own addresses.
    pub(crate) fn write(&self, out: &mut String) {
        let translated = translated(self.template);
        let mut rest = translated.as_deref().unwrap_or(self.template);
        while let Some((before, behind)) = rest.split_once('{') {
            out.push_str(before);
            let filled = behind.split_once('}').and_then(|(name, after)| {
                let (_, value) = self.values.iter().find(|(known, _)| *known == name)?;
                Some((value, after))
            });
            if let Some((value, after)) = filled {
                match value {
                    Value::Text(text) => out.push_str(text),
                    Value::Prose(prose) => prose.write(out),
                }
                rest = after;
            } else {
                out.push('{');
                rest = behind;
            }
        }
        out.push_str(rest);
    }
}

/// The templates are our own; what fills them may be anybody's.
impl Veiled for Prose {
    fn veil(&mut self, clean: Cleaner) {
        for (_, value) in &mut self.values {
            match value {
                Value::Text(text) => text.to_mut().veil(clean),
                Value::Prose(prose) => prose.veil(clean),
            }
        }
    }
}

impl fmt::Display for Prose {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = String::new();
        self.write(&mut text);
        f.write_str(&text)
    }
}

impl Serialize for Prose {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut text = String::new();
        self.write(&mut text);
        serializer.serialize_str(&text)
    }
}

/// The items of a list in a sentence; `None` where there is none.
pub(crate) fn list(items: impl Iterator<Item = Prose>) -> Option<Prose> {
    items.reduce(|list, next| prose!("{list}, {next}", list, next))
}

/// As it reads in English.
impl PartialEq<str> for Prose {
    fn eq(&self, other: &str) -> bool {
        let mut text = String::new();
        self.write(&mut text);
        text == other
    }
}

impl PartialEq<&str> for Prose {
    fn eq(&self, other: &&str) -> bool {
        self == *other
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(Cow::Owned(text.to_owned()))
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl From<&String> for Value {
    fn from(text: &String) -> Self {
        Self::from(text.as_str())
    }
}

impl From<Prose> for Value {
    fn from(prose: Prose) -> Self {
        Self::Prose(prose)
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn values_fill_placeholders_and_unknown_names_stay() {
        let part = prose!("the {what}", what = "token");
        let prose = prose!("{cloudId}: {part} {url}{", part, url = "x");
        assert_eq!(prose.to_string(), "{cloudId}: the token x{");
    }
}
