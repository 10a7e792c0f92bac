//! Texts written so that a shell, a language or a file reads them back as they are, whatever they hold. Each type is a text as
//! one of them writes it; nothing else builds it.

use std::ops::Deref;

use crate::net::url_parts::UrlParts;
use crate::text::Signs;
use crate::text::numbers::push_hex;

macro_rules! languages {
    ($($(#[$doc:meta])* $name:ident,)*) => {$(
        $(#[$doc])*
        pub(crate) struct $name(String);

        impl Deref for $name {
            type Target = str;

            fn deref(&self) -> &str {
                &self.0
            }
        }
    )*};
}

languages! {
    /// A word of a POSIX shell or of fish.
    Sh,
    /// A text of `PowerShell`.
    PowerShell,
    /// A part of a text in quotes on the command line of Windows.
    Cmd,
    /// A text of JSON, which is one of JavaScript and of Python too.
    Json,
    /// What sed puts in the place of what it found, between slashes.
    Sed,
    /// What stands between the quotation marks in a configuration of curl.
    CurlConfig,
    /// A word of a `.netrc` file, as curl reads it.
    Netrc,
    /// A value of a `.env` file, which libraries read and shells run.
    Dotenv,
    /// An address with nothing in it that any shell would read.
    Address,
}

impl Sh {
    /// A NUL is none of a word. A backslash stands outside the apostrophes, since fish reads it inside.
    pub(crate) fn of(text: &str) -> Self {
        let mut word = String::with_capacity(text.len() + 2);
        word.push('\'');
        for c in text.chars() {
            match c {
                '\'' | '\\' => word.extend(["'\\", c.encode_utf8(&mut [0; 4]), "'"]),
                c => word.push(c),
            }
        }
        word.push('\'');
        Self(word)
    }

    /// The word without its first and last apostrophe, to stand among others between them.
    pub(crate) fn inside(&self) -> &str {
        self.get(1..self.len() - 1).unwrap_or_default()
    }
}

impl PowerShell {
    /// Between apostrophes. `PowerShell` takes the curly ones for straight ones.
    pub(crate) fn of(text: &str) -> Self {
        let mut word = String::with_capacity(text.len() + 2);
        word.push('\'');
        for c in text.chars() {
            if matches!(c, '\'' | '\u{2018}'..='\u{201b}') {
                word.push(c);
            }
            word.push(c);
        }
        word.push('\'');
        Self(word)
    }
}

impl Cmd {
    /// `None` where this shell could read a part of the text, for it knows no quotes that hold everything.
    pub(crate) fn of(text: &str) -> Option<Self> {
        is_plain(text, b"@._+-").then(|| Self(text.to_owned()))
    }
}

impl Json {
    pub(crate) fn of(text: &str) -> Self {
        let mut word = String::with_capacity(text.len() + 2);
        word.push('"');
        for c in text.chars() {
            match c {
                '"' | '\\' => word.extend(['\\', c]),
                '\0'..='\u{1f}' | '\u{7f}' => {
                    word.push_str("\\u00");
                    push_hex(&mut word, c as u8);
                }
                c => word.push(c),
            }
        }
        word.push('"');
        Self(word)
    }
}

impl Sed {
    /// The text has no line end.
    pub(crate) fn of(text: &str) -> Self {
        Self(escaped(text, &['\\', '&', '/']))
    }
}

impl CurlConfig {
    /// The program for sed that does the same with a text that comes to be known later.
    pub(crate) const SED: &str = r#"s/["\\]/\\&/g"#;

    pub(crate) fn of(text: &str) -> Self {
        Self(escaped(text, &['"', '\\']))
    }
}

impl Netrc {
    /// In quotes where whitespace or signs are in it.
    pub(crate) fn of(text: &str) -> Self {
        Self(if is_plain(text, b"@._+-:/%") {
            text.to_owned()
        } else {
            Json::of(text).0
        })
    }
}

impl Dotenv {
    /// `None` where no way to write the text is read alike by shells and by the libraries of Node, Python and Ruby: some undo
    /// escapes between quotes and some do not, and some put variables in between any quotes.
    pub(crate) fn of(text: &str) -> Option<Self> {
        if is_plain(text, b"@._+-:/%") {
            return Some(Self(text.to_owned()));
        }
        let is_read_differently = text.contains(char::is_control)
            || text.contains("${")
            || text.contains("\\\\")
            || text.ends_with('\\');
        let quote = if !text.contains('\'') {
            "'"
        } else if !text.has_any("\"\\$`!") {
            "\""
        } else {
            return None;
        };
        (!is_read_differently).then(|| Self([quote, text, quote].concat()))
    }
}

impl Address {
    /// Letters, digits and `-._~:/[]%`, the rest percent-encoded. `None` where no program can read the address.
    pub(crate) fn of(url: &str) -> Option<Self> {
        let parts = UrlParts::of(url);
        let can_be_read = matches!(parts.scheme, "http" | "https")
            && parts.user.is_empty()
            && is_plain(parts.host, b"-._:[]")
            && parts.port_number().is_ok();
        if !can_be_read {
            return None;
        }
        let text = url.trim_end_matches('/');
        let mut plain = String::with_capacity(text.len());
        for (at, b) in text.bytes().enumerate() {
            let code = text.get(at + 1..at + 3).unwrap_or_default();
            let is_code = code.len() == 2 && code.bytes().all(|b| b.is_ascii_hexdigit());
            if b.is_ascii_alphanumeric() || b"-._~:/[]".contains(&b) || b == b'%' && is_code {
                plain.push(char::from(b));
            } else {
                plain.push('%');
                push_hex(&mut plain, b);
            }
        }
        Some(Self(plain))
    }

    /// The text, to be put together with others.
    pub(crate) fn into_text(self) -> String {
        self.0
    }
}

/// A text with a backslash in front of each of some signs.
fn escaped(text: &str, signs: &[char]) -> String {
    let mut written = String::with_capacity(text.len());
    for c in text.chars() {
        if signs.contains(&c) {
            written.push('\\');
        }
        written.push(c);
    }
    written
}

/// Whether a text is letters, digits and some signs, and so needs no quotes.
fn is_plain(text: &str, signs: &[u8]) -> bool {
    !text.is_empty()
        && text
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || signs.contains(&b))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_setting_is_written_alike_for_all_or_not_at_all() {
        let written = |text| Dotenv::of(text).map(|value| value.to_string());
        for (text, expected) in [
            ("jane@acme.example", Some("jane@acme.example")),
            ("Jane Doe", Some("'Jane Doe'")),
            ("ACME\\jdoe", Some("'ACME\\jdoe'")),
            ("a`id`\"$x", Some("'a`id`\"$x'")),
            ("o'brien", Some("\"o'brien\"")),
            ("o'`id`", None),
            ("o'$x", None),
            ("a${x}", None),
            ("a\\\\b c", None),
            ("a b\\", None),
            ("a\nb", None),
        ] {
            assert_eq!(written(text).as_deref(), expected, "{text}");
        }
    }
}
