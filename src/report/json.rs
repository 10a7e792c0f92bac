//! The diagnosis as JSON, with the keys that JavaScript sees: a serializer for what a diagnosis is made of.
//!
//! `serde_json` would do, and would cost more than all of it: numbers with fractions, maps, readers.

use std::fmt::{self, Display};

use serde::Serialize;
use serde::ser::{self, Impossible, SerializeSeq, SerializeStruct, Serializer};

use crate::redact::redact;

pub(super) fn write(value: &impl Serialize) -> String {
    let mut json = Json {
        text: String::new(),
        depth: 0,
    };
    // It fails for types that no diagnosis has; a test would show it.
    let written = value.serialize(&mut json);
    debug_assert!(written.is_ok(), "a diagnosis holds what JSON cannot");
    json.text.push('\n');
    json.text
}

struct Json {
    text: String,
    depth: usize,
}

impl Json {
    /// The texts are redacted here, one by one: in whole JSON a secret's end could take a quotation mark with it.
    fn string(&mut self, text: &str) {
        self.text.push('"');
        for c in text.chars() {
            match c {
                '"' => self.text.push_str("\\\""),
                '\\' => self.text.push_str("\\\\"),
                '\n' => self.text.push_str("\\n"),
                '\r' => self.text.push_str("\\r"),
                '\t' => self.text.push_str("\\t"),
                // Invisible in an editor; and a line end in JavaScript.
                c if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') => self.escape(c),
                c => self.text.push(c),
            }
        }
        self.text.push('"');
    }

    fn escape(&mut self, c: char) {
        self.text.push_str("\\u");
        for shift in [12, 8, 4, 0] {
            let digit = (u32::from(c) >> shift) & 0xF;
            self.text.extend(char::from_digit(digit, 16));
        }
    }

    fn open(&mut self, bracket: char) {
        self.text.push(bracket);
        self.depth += 1;
    }

    /// Begins the line of an item, behind a comma where one stands before it.
    fn item(&mut self) {
        if !self.text.ends_with(['[', '{']) {
            self.text.push(',');
        }
        self.line();
    }

    fn close(&mut self, bracket: char) {
        self.depth -= 1;
        if !self.text.ends_with(['[', '{']) {
            self.line();
        }
        self.text.push(bracket);
    }

    fn line(&mut self) {
        self.text.push('\n');
        for _ in 0..self.depth {
            self.text.push_str("  ");
        }
    }
}

/// What no diagnosis holds.
#[derive(Debug)]
struct Unsupported;

impl Display for Unsupported {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a part of a diagnosis")
    }
}

impl std::error::Error for Unsupported {}

impl ser::Error for Unsupported {
    fn custom<T: Display>(_: T) -> Self {
        Self
    }
}

type Done = Result<(), Unsupported>;
type No = Impossible<(), Unsupported>;

/// The methods for types that no diagnosis has.
macro_rules! unsupported {
    ($($method:ident($($type:ty),*) -> $ok:ty;)+) => {
        $(fn $method(self, $(_: $type),*) -> Result<$ok, Unsupported> { Err(Unsupported) })+
    };
}

impl<'j> Serializer for &'j mut Json {
    type Ok = ();
    type Error = Unsupported;
    type SerializeSeq = List<'j>;
    type SerializeStruct = Object<'j>;
    type SerializeTuple = No;
    type SerializeTupleStruct = No;
    type SerializeTupleVariant = No;
    type SerializeMap = No;
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
        self.string(&redact(value));
        Ok(())
    }

    fn serialize_none(self) -> Done {
        self.text.push_str("null");
        Ok(())
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Done {
        value.serialize(self)
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Done {
        self.string(variant);
        Ok(())
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Done {
        value.serialize(self)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<List<'j>, Unsupported> {
        self.open('[');
        Ok(List(self))
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Object<'j>, Unsupported> {
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
        serialize_unit() -> ();
        serialize_unit_struct(&'static str) -> ();
        serialize_tuple(usize) -> No;
        serialize_tuple_struct(&'static str, usize) -> No;
        serialize_tuple_variant(&'static str, u32, &'static str, usize) -> No;
        serialize_map(Option<usize>) -> No;
        serialize_struct_variant(&'static str, u32, &'static str, usize) -> No;
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Done {
        Err(Unsupported)
    }
}

struct List<'j>(&'j mut Json);

impl SerializeSeq for List<'_> {
    type Ok = ();
    type Error = Unsupported;

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
    type Error = Unsupported;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Done {
        self.0.item();
        self.0.string(key);
        self.0.text.push_str(": ");
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
        let read: serde_json::Value = serde_json::from_str(&write(&thing)).unwrap();
        assert_eq!(read, serde_json::to_value(&thing).unwrap());
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
