//! Results as JSON, with the keys that JavaScript sees: a serializer for what results are made of.
//!
//! `serde_json` would do, and would cost more than all of it: numbers with fractions, readers. That this one cannot fail keeps
//! every check for a failure out of the code of every type that is written.

use std::fmt::{self, Display};

use serde::Serialize;
use serde::ser::{self, Impossible, SerializeMap, SerializeSeq, SerializeStruct, Serializer};

use crate::text::Signs;
use crate::veil::Shown;

/// What JavaScript is told, on one line. It is made of what may be shown; or [`Reply::exposing`] says that it is not.
#[cfg_attr(
    not(target_arch = "wasm32"),
    allow(dead_code, reason = "only JavaScript reads it")
)]
pub(crate) struct Reply(String);

#[cfg_attr(
    not(target_arch = "wasm32"),
    allow(dead_code, reason = "only JavaScript reads it")
)]
impl Reply {
    /// What may be shown.
    pub(crate) fn of<T: Serialize>(shown: &Shown<T>) -> Self {
        Self(written(shown, None))
    }

    /// What gives a person's own secret back to them: a header, the fields, a fix, an example. tests/tidy.rs lists who may.
    pub(crate) fn exposing<T: Serialize + ?Sized>(value: &T) -> Self {
        Self(written(value, None))
    }

    /// The JSON.
    pub(crate) fn into_json(self) -> String {
        self.0
    }
}

/// On many lines, each text cleaned by itself: in whole JSON a secret's end could take a quotation mark with it.
pub(crate) fn for_people<T: Serialize + ?Sized>(value: &T, clean: fn(&str) -> String) -> String {
    let mut text = written(value, Some(clean));
    text.push('\n');
    text
}

fn written<T: Serialize + ?Sized>(value: &T, clean: Option<fn(&str) -> String>) -> String {
    let mut json = Json {
        text: String::new(),
        depth: 0,
        clean,
    };
    match value.serialize(&mut json) {
        Ok(()) => json.text,
        Err(never) => match never {},
    }
}

struct Json {
    text: String,
    depth: usize,
    /// What cleans a text for people; without it the JSON is for a program.
    clean: Option<fn(&str) -> String>,
}

impl Json {
    fn string(&mut self, text: &str) {
        self.text.push('"');
        let mut from = 0;
        for (at, c) in text.char_indices() {
            let escape = match c {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                // Invisible in an editor; and a line end in JavaScript.
                c if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') => "\\u",
                _ => continue,
            };
            self.text.push_str(text.get(from..at).unwrap_or_default());
            self.text.push_str(escape);
            if escape == "\\u" {
                self.digits(c);
            }
            from = at + c.len_utf8();
        }
        self.text.push_str(text.get(from..).unwrap_or_default());
        self.text.push('"');
    }

    fn digits(&mut self, c: char) {
        for shift in [12, 8, 4, 0] {
            let digit = (u32::from(c) >> shift) & 0xF;
            self.text.extend(char::from_digit(digit, 16));
        }
    }

    fn open(&mut self, bracket: char) {
        self.text.push(bracket);
        self.depth += 1;
    }

    /// Begins an item, behind a comma where one stands before it.
    fn item(&mut self) {
        if !self.text.ends_with_any("[{") {
            self.text.push(',');
        }
        self.line();
    }

    fn key(&mut self, key: &str) {
        self.item();
        self.string(key);
        self.colon();
    }

    fn colon(&mut self) {
        let colon = if self.clean.is_some() { ": " } else { ":" };
        self.text.push_str(colon);
    }

    fn close(&mut self, bracket: char) {
        self.depth -= 1;
        if !self.text.ends_with_any("[{") {
            self.line();
        }
        self.text.push(bracket);
    }

    fn line(&mut self) {
        if self.clean.is_none() {
            return;
        }
        self.text.push('\n');
        for _ in 0..self.depth {
            self.text.push_str("  ");
        }
    }
}

/// Writing never fails.
#[derive(Debug)]
enum Never {}

impl Display for Never {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {}
    }
}

impl std::error::Error for Never {}

impl ser::Error for Never {
    fn custom<T: Display>(_: T) -> Self {
        unreachable!("no type of a result refuses to be written")
    }
}

type Done = Result<(), Never>;
type No = Impossible<(), Never>;

/// The methods for types that no result has.
macro_rules! unsupported {
    ($($method:ident($($type:ty),*) -> $ok:ty;)+) => {
        $(fn $method(self, $(_: $type),*) -> Result<$ok, Never> { unreachable!("no result holds this type") })+
    };
}

impl<'j> Serializer for &'j mut Json {
    type Ok = ();
    type Error = Never;
    type SerializeSeq = List<'j>;
    type SerializeStruct = Object<'j>;
    type SerializeTuple = No;
    type SerializeTupleStruct = No;
    type SerializeTupleVariant = No;
    type SerializeMap = Object<'j>;
    type SerializeStructVariant = No;

    fn serialize_bool(self, value: bool) -> Done {
        self.text.push_str(if value { "true" } else { "false" });
        Ok(())
    }

    fn serialize_u16(self, value: u16) -> Done {
        self.serialize_u64(value.into())
    }

    fn serialize_u32(self, value: u32) -> Done {
        self.serialize_u64(value.into())
    }

    fn serialize_u64(self, value: u64) -> Done {
        self.text.push_str(&value.to_string());
        Ok(())
    }

    fn serialize_str(self, value: &str) -> Done {
        match self.clean {
            Some(clean) => self.string(&clean(value)),
            None => self.string(value),
        }
        Ok(())
    }

    fn serialize_none(self) -> Done {
        self.text.push_str("null");
        Ok(())
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Done {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Done {
        self.serialize_none()
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Done {
        self.string(variant);
        Ok(())
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Done {
        value.serialize(self)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<List<'j>, Never> {
        self.open('[');
        Ok(List(self))
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Object<'j>, Never> {
        self.open('{');
        Ok(Object(self))
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Object<'j>, Never> {
        self.open('{');
        Ok(Object(self))
    }

    unsupported! {
        serialize_i8(i8) -> ();
        serialize_i16(i16) -> ();
        serialize_i32(i32) -> ();
        serialize_i64(i64) -> ();
        serialize_u8(u8) -> ();
        serialize_f32(f32) -> ();
        serialize_f64(f64) -> ();
        serialize_char(char) -> ();
        serialize_bytes(&[u8]) -> ();
        serialize_unit_struct(&'static str) -> ();
        serialize_tuple(usize) -> No;
        serialize_tuple_struct(&'static str, usize) -> No;
        serialize_tuple_variant(&'static str, u32, &'static str, usize) -> No;
        serialize_struct_variant(&'static str, u32, &'static str, usize) -> No;
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Done {
        unreachable!("no result holds this type")
    }
}

struct List<'j>(&'j mut Json);

impl SerializeSeq for List<'_> {
    type Ok = ();
    type Error = Never;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Done {
        self.0.item();
        value.serialize(&mut *self.0)
    }

    fn end(self) -> Done {
        self.0.close(']');
        Ok(())
    }
}

struct Object<'j>(&'j mut Json);

impl SerializeStruct for Object<'_> {
    type Ok = ();
    type Error = Never;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Done {
        self.0.key(key);
        value.serialize(&mut *self.0)
    }

    fn end(self) -> Done {
        self.0.close('}');
        Ok(())
    }
}

impl SerializeMap for Object<'_> {
    type Ok = ();
    type Error = Never;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Done {
        self.0.item();
        key.serialize(&mut *self.0)
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Done {
        self.0.colon();
        value.serialize(&mut *self.0)
    }

    fn end(self) -> Done {
        self.0.close('}');
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn write(thing: &Thing) -> String {
        for_people(thing, str::to_owned)
    }

    #[derive(Serialize)]
    struct Thing {
        text: &'static str,
        list: Vec<Option<u16>>,
        empty: Vec<bool>,
    }

    #[test]
    fn what_is_written_reads_back() {
        let thing = Thing {
            text: "a\"b\\c\n\u{1}\u{7f}\u{2028}é😀{[",
            list: vec![Some(1), None],
            empty: Vec::new(),
        };
        for text in [write(&thing), Reply::exposing(&thing).into_json()] {
            let read: serde_json::Value = serde_json::from_str(&text).unwrap();
            assert_eq!(read, serde_json::to_value(&thing).unwrap());
        }
    }

    #[test]
    fn it_is_laid_out_for_people() {
        let thing = Thing {
            text: "x",
            list: vec![Some(1)],
            empty: Vec::new(),
        };
        assert_eq!(
            write(&thing),
            "{\n  \"text\": \"x\",\n  \"list\": [\n    1\n  ],\n  \"empty\": []\n}\n"
        );
    }
}
