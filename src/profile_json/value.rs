//! A value of a profile on its way from [`Tree`] to what it means, and where it stands.

use crate::profile::ProfileError;
use crate::tree::Tree;

pub(super) type Read<T> = Result<T, ProfileError>;

/// Names, labels and titles are shown beside a field.
const LONGEST_NAME: usize = 100;
/// Sentences.
const LONGEST_TEXT: usize = 1000;
/// Of a value that is refused, so much is shown.
const SHOWN: usize = 40;

/// A value, and where it stands.
pub(super) struct Value {
    path: String,
    tree: Tree,
}

impl Value {
    /// The profile as a whole.
    pub(super) fn whole(tree: Tree) -> Self {
        Self {
            path: String::new(),
            tree,
        }
    }

    pub(super) fn object(self) -> Read<Keys> {
        match self.tree {
            Tree::Object(entries) => Ok(Keys {
                path: self.path,
                entries,
            }),
            _ => Err(error(&self.path, "must be an object")),
        }
    }

    pub(super) fn items(self) -> Read<Vec<Self>> {
        let Tree::List(items) = self.tree else {
            return Err(error(&self.path, "must be a list"));
        };
        let path = |at: usize| [&self.path, "[", &at.to_string(), "]"].concat();
        let placed = items.into_iter().enumerate().map(|(at, tree)| Self {
            path: path(at),
            tree,
        });
        Ok(placed.collect())
    }

    /// A list of at least one value, each of them once.
    pub(super) fn set<T: PartialEq>(self, read: impl Fn(Self) -> Read<T>) -> Read<Vec<T>> {
        let path = self.path.clone();
        let mut set = Vec::new();
        for item in self.items()? {
            let path = item.path.clone();
            let value = read(item)?;
            if set.contains(&value) {
                return Err(error(&path, "stands in the list twice"));
            }
            set.push(value);
        }
        if set.is_empty() {
            return Err(error(&path, "must name at least one"));
        }
        Ok(set)
    }

    pub(super) fn name(self) -> Read<String> {
        self.text_of(LONGEST_NAME)
    }

    pub(super) fn text(self) -> Read<String> {
        self.text_of(LONGEST_TEXT)
    }

    /// A text that says something, of so many characters at most.
    fn text_of(self, longest: usize) -> Read<String> {
        let reason = match self.tree {
            Tree::Text(text) if text.trim().is_empty() => "must not be blank".to_owned(),
            Tree::Text(text) if text.chars().nth(longest).is_some() => [
                "must not be longer than ",
                &longest.to_string(),
                " characters",
            ]
            .concat(),
            Tree::Text(text) => return Ok(text),
            _ => "must be a text".to_owned(),
        };
        Err(error(&self.path, &reason))
    }

    pub(super) fn address(self) -> Read<String> {
        let is_address = |text: &str| {
            let rest = text.strip_prefix("https://").unwrap_or_default();
            !rest.is_empty() && !rest.contains(char::is_whitespace)
        };
        self.checked(is_address, "must be an address that begins with https://")
    }

    /// A text of this form.
    pub(super) fn checked(self, is_right: impl Fn(&str) -> bool, reason: &str) -> Read<String> {
        let path = self.path.clone();
        let text = self.text()?;
        if is_right(&text) {
            Ok(text)
        } else {
            Err(error(&path, reason))
        }
    }

    /// The thing of this sort that the text names.
    pub(super) fn known<T>(self, sort: &str, find: impl Fn(&str) -> Option<T>) -> Read<T> {
        let path = self.path.clone();
        let text = self.name()?;
        find(&text).ok_or_else(|| {
            let reason = ["no ", sort, " is called ", &quoted(&text)];
            error(&path, &reason.concat())
        })
    }

    pub(super) fn one_of<T: Copy>(self, values: &[(&str, T)]) -> Read<T> {
        let path = self.path.clone();
        let text = self.name()?;
        if let Some((_, value)) = values.iter().find(|(name, _)| *name == text) {
            return Ok(*value);
        }
        let names: Vec<_> = values.iter().map(|(name, _)| *name).collect();
        let reason = [
            "must be one of ",
            &names.join(", "),
            "; it is ",
            &quoted(&text),
        ];
        Err(error(&path, &reason.concat()))
    }
}

/// The keys of an object that have not been read yet.
pub(super) struct Keys {
    path: String,
    entries: Vec<(String, Tree)>,
}

impl Keys {
    pub(super) fn required<T>(
        &mut self,
        key: &str,
        read: impl FnOnce(Value) -> Read<T>,
    ) -> Read<T> {
        match self.optional(key, read)? {
            Some(value) => Ok(value),
            None => Err(error(&self.path_of(key), "this key is missing")),
        }
    }

    pub(super) fn optional<T>(
        &mut self,
        key: &str,
        read: impl FnOnce(Value) -> Read<T>,
    ) -> Read<Option<T>> {
        self.take(key).map(read).transpose()
    }

    /// Apart from what reads it, so that it is built once.
    fn take(&mut self, key: &str) -> Option<Value> {
        let mut given = Tree::Nothing;
        // Of a key that stands there twice the last counts, as everywhere in JSON.
        while let Some(at) = self.entries.iter().position(|(name, _)| name == key) {
            given = self.entries.remove(at).1;
        }
        match given {
            Tree::Nothing => None,
            tree => Some(Value {
                path: self.path_of(key),
                tree,
            }),
        }
    }

    /// A list that may be missing.
    pub(super) fn list<T>(&mut self, key: &str, read: impl Fn(Value) -> Read<T>) -> Read<Vec<T>> {
        let items = self.optional(key, Value::items)?.unwrap_or_default();
        items.into_iter().map(read).collect()
    }

    /// `true`, or `false`, or missing.
    pub(super) fn flag(&mut self, key: &str) -> Read<bool> {
        let flag = self.optional(key, |value| match value.tree {
            Tree::Flag(flag) => Ok(flag),
            _ => Err(error(&value.path, "must be true or false")),
        })?;
        Ok(flag.unwrap_or_default())
    }

    /// Refuses what is left: keys that no profile has.
    pub(super) fn end(self) -> Read<()> {
        match self.entries.first() {
            None => Ok(()),
            Some((key, _)) => {
                let key: String = key.chars().take(SHOWN).collect();
                Err(error(&self.path_of(&key), "unknown key"))
            }
        }
    }

    fn path_of(&self, key: &str) -> String {
        if self.path.is_empty() {
            key.to_owned()
        } else {
            [&self.path, ".", key].concat()
        }
    }
}

/// The beginning of a text in quotation marks.
fn quoted(text: &str) -> String {
    let shown: String = text.chars().take(SHOWN).collect();
    ["\"", &shown, "\""].concat()
}

/// A refusal.
pub(super) fn error(path: &str, reason: &str) -> ProfileError {
    ProfileError {
        path: path.to_owned(),
        reason: reason.to_owned(),
    }
}
