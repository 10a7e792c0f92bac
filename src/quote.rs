//! Texts written so that a shell or a language reads them back as they are, whatever they hold.

use url::Url;

use crate::text::numbers::push_hex;

/// One word of a POSIX shell or of fish; a NUL is none of a word. A backslash stands outside the apostrophes, since fish reads
/// it inside.
pub(crate) fn sh(text: &str) -> String {
    let mut word = String::with_capacity(text.len() + 2);
    word.push('\'');
    for c in text.chars() {
        match c {
            '\'' | '\\' => word.extend(["'\\", c.encode_utf8(&mut [0; 4]), "'"]),
            c => word.push(c),
        }
    }
    word.push('\'');
    word
}

/// A text of `PowerShell` between apostrophes. It takes the curly ones for straight ones.
pub(crate) fn powershell(text: &str) -> String {
    let mut word = String::with_capacity(text.len() + 2);
    word.push('\'');
    for c in text.chars() {
        if matches!(c, '\'' | '\u{2018}'..='\u{201b}') {
            word.push(c);
        }
        word.push(c);
    }
    word.push('\'');
    word
}

/// A text of JSON, which is one of JavaScript and of Python too.
pub(crate) fn json(text: &str) -> String {
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
    word
}

/// A word of a `.netrc` file, as curl reads it: in quotes where blanks or signs are in it.
pub(crate) fn netrc(text: &str) -> String {
    if is_plain(text) {
        text.to_owned()
    } else {
        json(text)
    }
}

/// A value of a `.env` file: bare where nobody could misread it, else in apostrophes, which take everything but themselves.
pub(crate) fn dotenv(text: &str) -> String {
    if is_plain(text) {
        return text.to_owned();
    }
    if !text.contains(['\'', '\n']) {
        return ["'", text, "'"].concat();
    }
    json(text).replace('$', "\\$")
}

fn is_plain(text: &str) -> bool {
    !text.is_empty()
        && text
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b"@._+-:/%".contains(&b))
}

/// An address with nothing in it that any shell would read: letters, digits and `-._~:/[]%`, the rest percent-encoded. `None`
/// where no program can read it.
pub(crate) fn address(url: &str) -> Option<String> {
    let parsed = Url::parse(url).ok()?;
    let text = parsed.as_str().trim_end_matches('/');
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
    Some(plain)
}
