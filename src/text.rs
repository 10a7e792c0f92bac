//! Text: its characters, where to cut it, where it came from, and the numbers and bytes that are written in it.

pub(crate) mod base64;
mod chars;
pub(crate) mod cut;
pub(crate) mod edit;
mod find;
mod lines;
mod mapped;
pub(crate) mod numbers;
mod quoted;
mod signs;

pub(crate) use self::chars::{
    Odd, OddKind, describe, is_quote, is_whitespace, odd, plain_name, trim, trimmed,
};
pub(crate) use self::find::{contains_ignoring_case, find_loosely};
pub(crate) use self::lines::Lines;
pub(crate) use self::mapped::MappedText;
pub(crate) use self::quoted::quoted;
pub(crate) use self::signs::Signs;
