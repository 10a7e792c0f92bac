//! Any value of JSON or JavaScript, read before it is judged: so that one small reader serves both, and every refusal can name
//! where the value stands.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::{DeserializeSeed, Error, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};

use crate::READS_ANSWERS;
use crate::secret::Secret;

/// A value.
#[derive(Debug, PartialEq)]
pub(crate) enum Tree {
    /// `null`, `undefined`: as if the key were not there.
    Nothing,
    Flag(bool),
    Text(String),
    Number(u32),
    List(Vec<Tree>),
    Object(Vec<(String, Tree)>),
    /// Something that no evidence and no profile holds: another number, a function.
    Other,
}

/// A value, or why it is refused.
pub(crate) type Read<T> = Result<T, String>;

/// What a value can be read as.
pub(crate) trait FromTree: Sized {
    fn from_tree(tree: Tree) -> Read<Self>;
}

/// No profile and no evidence nests half as deep; a JavaScript object that holds itself nests for ever.
const DEEPEST: u8 = 16;
const TOO_DEEP: &str = "it nests too deep";

/// What lists and maps are told by the module for fields: all that holds one is an answer, or a profile.
const NO_ANSWERS: &str = "this module reads fields alone";

/// The longest key whose name a refusal repeats. A longer one may be a secret in the wrong place.
const LONGEST_KEY: usize = 20;

impl Tree {
    pub(crate) fn entries(self) -> Read<Vec<(String, Tree)>> {
        match self {
            Self::Object(entries) => Ok(entries),
            other => Err(other.instead_of("an object")),
        }
    }

    pub(crate) fn items(self) -> Read<Vec<Tree>> {
        match self {
            Self::List(items) => Ok(items),
            other => Err(other.instead_of("a list")),
        }
    }

    /// Says what stands here instead, by its type alone: the value may be a token in the wrong place.
    pub(crate) fn instead_of(&self, expected: &str) -> String {
        let found = match self {
            Self::Nothing => "null",
            Self::Flag(_) => "boolean",
            Self::Text(_) => "string",
            Self::Number(_) => "number",
            Self::List(_) => "list",
            Self::Object(_) => "object",
            Self::Other => "a value of another kind",
        };
        ["invalid type: ", found, ", expected ", expected].concat()
    }

    /// Reads what `www/lib/pack.js` packed; `None` where it is something else.
    #[cfg_attr(
        not(target_arch = "wasm32"),
        allow(dead_code, reason = "only JavaScript packs")
    )]
    pub(crate) fn unpack(bytes: &[u8]) -> Option<Self> {
        let mut packed = Packed(bytes);
        let tree = packed.tree(DEEPEST)?;
        packed.0.is_empty().then_some(tree)
    }
}

/// The rest of what is packed.
struct Packed<'a>(&'a [u8]);

impl Packed<'_> {
    fn tree(&mut self, levels: u8) -> Option<Tree> {
        let below = levels.checked_sub(1)?;
        let (&kind, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(match kind {
            b'n' => Tree::Nothing,
            b't' => Tree::Flag(true),
            b'f' => Tree::Flag(false),
            b's' => Tree::Text(self.text()?),
            b'#' => Tree::Number(self.number()?),
            b'[' => {
                let mut items = Vec::new();
                for _ in 0..self.number()? {
                    items.push(self.tree(below)?);
                }
                Tree::List(items)
            }
            b'{' => {
                let mut entries = Vec::new();
                for _ in 0..self.number()? {
                    entries.push((self.text()?, self.tree(below)?));
                }
                Tree::Object(entries)
            }
            _ => Tree::Other,
        })
    }

    fn number(&mut self) -> Option<u32> {
        let (number, rest) = self.0.split_first_chunk()?;
        self.0 = rest;
        Some(u32::from_le_bytes(*number))
    }

    fn text(&mut self) -> Option<String> {
        let length = usize::try_from(self.number()?).ok()?;
        let (text, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        std::str::from_utf8(text).ok().map(str::to_owned)
    }
}

impl FromTree for Tree {
    fn from_tree(tree: Tree) -> Read<Self> {
        Ok(tree)
    }
}

impl FromTree for String {
    fn from_tree(tree: Tree) -> Read<Self> {
        match tree {
            Tree::Text(text) => Ok(text),
            other => Err(other.instead_of("a string")),
        }
    }
}

impl FromTree for Secret {
    fn from_tree(tree: Tree) -> Read<Self> {
        String::from_tree(tree).map(Self::from)
    }
}

impl FromTree for bool {
    fn from_tree(tree: Tree) -> Read<Self> {
        match tree {
            Tree::Flag(flag) => Ok(flag),
            other => Err(other.instead_of("a boolean")),
        }
    }
}

impl FromTree for u32 {
    fn from_tree(tree: Tree) -> Read<Self> {
        match tree {
            Tree::Number(number) => Ok(number),
            other => Err(other.instead_of("a whole number")),
        }
    }
}

impl FromTree for u16 {
    fn from_tree(tree: Tree) -> Read<Self> {
        Self::try_from(u32::from_tree(tree)?).map_err(|_| "it is too large a number".to_owned())
    }
}

impl<T: FromTree> FromTree for Option<T> {
    fn from_tree(tree: Tree) -> Read<Self> {
        match tree {
            Tree::Nothing => Ok(None),
            tree => T::from_tree(tree).map(Some),
        }
    }
}

impl<T: FromTree> FromTree for Vec<T> {
    fn from_tree(tree: Tree) -> Read<Self> {
        if !READS_ANSWERS {
            return Err(NO_ANSWERS.to_owned());
        }
        let mut list = Self::new();
        for item in tree.items()? {
            list.push(T::from_tree(item)?);
        }
        Ok(list)
    }
}

impl FromTree for BTreeMap<String, String> {
    fn from_tree(tree: Tree) -> Read<Self> {
        if !READS_ANSWERS {
            return Err(NO_ANSWERS.to_owned());
        }
        let mut map = Self::new();
        for (key, value) in tree.entries()? {
            map.insert(key, String::from_tree(value)?);
        }
        Ok(map)
    }
}

/// What is read from a value, in its place.
pub(crate) trait Put {
    /// Reads a value into the place.
    fn put(&mut self, value: Tree) -> Read<()>;
}

impl<T: FromTree> Put for T {
    fn put(&mut self, value: Tree) -> Read<()> {
        *self = T::from_tree(value)?;
        Ok(())
    }
}

/// What is read from an object, key by key.
pub(crate) trait Keyed {
    /// The place of the value that stands under a key; `None` where there is no such key.
    fn place(&mut self, key: &str) -> Option<&mut dyn Put>;
}

/// Reads an object into its places. A key that holds nothing leaves its own as it is; a refusal names the key. For all types in
/// one function: a loop for each costs a kilobyte.
pub(crate) fn fill(places: &mut dyn Keyed, tree: Tree) -> Read<()> {
    for (key, value) in tree.entries()? {
        let place = places.place(&key).ok_or_else(|| unknown_key(&key))?;
        if value != Tree::Nothing {
            place
                .put(value)
                .map_err(|why| [&key, ": ", &why].concat())?;
        }
    }
    Ok(())
}

fn unknown_key(key: &str) -> String {
    if key.len() <= LONGEST_KEY {
        ["unknown key `", key, "`"].concat()
    } else {
        "unknown key of more than 20 characters".to_owned()
    }
}

/// Which of the names it is.
pub(crate) fn named(tree: Tree, names: &[&str]) -> Read<usize> {
    let text = String::from_tree(tree)?;
    let known = names.iter().position(|name| *name == text);
    known.ok_or_else(|| ["unknown value, expected one of ", &names.join(", ")].concat())
}

/// Reads a struct from an object of the keys named here, and refuses any other by its name.
macro_rules! read_by_key {
    ($type:ident { $($key:literal: $field:ident),+ $(,)? }) => {
        impl crate::tree::Keyed for $type {
            fn place(&mut self, key: &str) -> Option<&mut dyn crate::tree::Put> {
                Some(match key {
                    $($key => &mut self.$field,)+
                    _ => return None,
                })
            }
        }

        impl crate::tree::FromTree for $type {
            fn from_tree(tree: crate::tree::Tree) -> crate::tree::Read<Self> {
                let mut read = Self::default();
                crate::tree::fill(&mut read, tree)?;
                Ok(read)
            }
        }
    };
}

/// Reads an enum from the names of its variants.
macro_rules! read_by_name {
    ($type:ident { $($name:literal: $variant:ident),+ $(,)? }) => {
        impl crate::tree::FromTree for $type {
            fn from_tree(tree: crate::tree::Tree) -> crate::tree::Read<Self> {
                let at = crate::tree::named(tree, &[$($name),+])?;
                [$(Self::$variant),+].get(at).copied().ok_or_else(String::new)
            }
        }
    };
}
pub(crate) use {read_by_key, read_by_name};

impl<'de> Deserialize<'de> for Tree {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Level(0).deserialize(deserializer)
    }
}

/// Reads what stands on a level.
#[derive(Clone, Copy)]
struct Level(u8);

impl Level {
    fn below<E: Error>(self) -> Result<Self, E> {
        if self.0 < DEEPEST {
            Ok(Self(self.0 + 1))
        } else {
            Err(E::custom(TOO_DEEP))
        }
    }
}

impl<'de> DeserializeSeed<'de> for Level {
    type Value = Tree;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Tree, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Level {
    type Value = Tree;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_unit<E: Error>(self) -> Result<Tree, E> {
        Ok(Tree::Nothing)
    }

    fn visit_none<E: Error>(self) -> Result<Tree, E> {
        Ok(Tree::Nothing)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Tree, D::Error> {
        self.deserialize(deserializer)
    }

    fn visit_bool<E: Error>(self, flag: bool) -> Result<Tree, E> {
        Ok(Tree::Flag(flag))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Tree, E> {
        Ok(u32::try_from(number).map_or(Tree::Other, Tree::Number))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Tree, E> {
        Ok(u32::try_from(number).map_or(Tree::Other, Tree::Number))
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<Tree, E> {
        Ok(Tree::Other)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Tree, E> {
        Ok(Tree::Text(text.to_owned()))
    }

    fn visit_string<E: Error>(self, text: String) -> Result<Tree, E> {
        Ok(Tree::Text(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Tree, A::Error> {
        let below = self.below()?;
        let mut items = Vec::new();
        while let Some(item) = seq.next_element_seed(below)? {
            items.push(item);
        }
        Ok(Tree::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Tree, A::Error> {
        let below = self.below()?;
        let mut entries = Vec::new();
        while let Some(key) = map.next_key::<String>()? {
            entries.push((key, map.next_value_seed(below)?));
        }
        Ok(Tree::Object(entries))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_packed_is_unpacked() {
        let packed =
            b"{\x02\0\0\0\x01\0\0\0as\x02\0\0\0\xc3\xa9\x01\0\0\0b[\x03\0\0\0#\x91\x01\0\0nt";
        let list = Tree::List(vec![Tree::Number(401), Tree::Nothing, Tree::Flag(true)]);
        let text = Tree::Text("é".to_owned());
        let object = Tree::Object(vec![("a".to_owned(), text), ("b".to_owned(), list)]);
        assert_eq!(Tree::unpack(packed), Some(object));
    }

    #[test]
    fn what_is_packed_otherwise_is_nothing() {
        for packed in [
            &b""[..],
            b"s",
            b"s\x05\0\0\0abc",
            b"s\x01\0\0\0\xff",
            b"nn",
            b"[\xff\xff\xff\xff",
        ] {
            assert_eq!(Tree::unpack(packed), None);
        }
        assert_eq!(Tree::unpack(&b"[\x01\0\0\0".repeat(20)), None);
    }

    #[test]
    fn a_long_key_is_not_repeated() {
        assert_eq!(unknown_key("tokn"), "unknown key `tokn`");
        assert!(!unknown_key("a1B2c3D4e5F6g7H8i9J0k1L2").contains("a1B2"));
    }
}
