//! A text in quotes, whichever language wrote it.

use super::{Signs, cut};

/// What stands between two marks.
pub(crate) struct Quoted {
    /// The bytes of its inside, still escaped.
    pub(crate) inside: std::ops::Range<usize>,
    /// The byte behind the mark that closes it.
    pub(crate) end: usize,
    /// The mark that opens it.
    pub(crate) mark: char,
    /// A mark closes it on its line; else the line does.
    pub(crate) is_closed: bool,
}

/// No header that a server accepts is longer (jira-facts.md 11, row 42).
const LONGEST: usize = 8192;

/// Letters and signs in front of a mark: `f"…"` and `rb'…'` of Python, `$'…'` of a shell, `@"…"` of C#, `^"…"` of `cmd`.
const PREFIXES: &str = "frbuFRBU$@^";

/// The text in quotes that `text` begins with. Its marks may be escaped, as in JSON within JSON. `wraps` tells of the next line
/// whether the text goes on in it.
pub(crate) fn quoted(text: &str, wraps: fn(&str) -> bool) -> Option<Quoted> {
    let near = cut::first(text, LONGEST);
    let plain = near.trim_start_any(PREFIXES);
    let body = plain.trim_start_matches('\\');
    let escapes = plain.len() - body.len();
    let mark = body.chars().next()?;
    let closing = closing(mark)?;
    if near.len() - plain.len() > 2 || escapes > 15 {
        return None;
    }
    // `"""` of Python and TOML.
    for triple in ["\"\"\"", "'''"] {
        if let Some(inside) = body.strip_prefix(triple) {
            let inside = inside.trim_start();
            let start = cut::offset(near, inside);
            let end = start + inside.find(triple)?;
            return Some(Quoted {
                inside: start..end,
                end: end + triple.len(),
                mark,
                is_closed: true,
            });
        }
    }
    let start = near.len() - body.len() + mark.len_utf8();
    let mut found = Quoted {
        inside: start..near.len(),
        end: near.len(),
        mark,
        is_closed: false,
    };
    let mut backslashes = 0;
    let mut chars = near.get(start..)?.char_indices();
    while let Some((at, c)) = chars.next() {
        let at = start + at;
        let after = chars.as_str();
        if !closing.contains(c) {
            if c == '\n' && !wraps(after) || c == mark {
                found.inside.end = at;
                break;
            }
            backslashes = if c == '\\' { backslashes + 1 } else { 0 };
            continue;
        }
        // An apostrophe among apostrophes, as a shell writes it, and as SQL and YAML do.
        let is_apostrophe = c == '\'' && mark == c && escapes == 0;
        if is_apostrophe && after.starts_with("\\''") {
            chars.nth(2);
        } else if is_apostrophe && at > start && after.starts_with('\'') {
            chars.next();
        } else if backslashes <= escapes || escapes == 0 && backslashes % 2 == 0 {
            // As many backslashes as in front of the opening mark close it; more belong to the value.
            found.inside.end = at - backslashes.min(escapes);
            found.end = at + c.len_utf8();
            found.is_closed = true;
            break;
        }
        backslashes = 0;
    }
    Some(found)
}

/// What closes a mark; curly ones are closed by any of their kind.
fn closing(mark: char) -> Option<&'static str> {
    Some(match mark {
        '"' => "\"",
        '\'' => "'",
        '`' => "`",
        '“' | '”' | '„' => "“”\"",
        '‘' | '’' => "‘’'",
        '«' => "»",
        '「' => "」",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_of_every_language_are_read() {
        for (text, inside, is_closed) in [
            (r#""a b" c"#, "a b", true),
            (r#""a\"b\\" c"#, r#"a\"b\\"#, true),
            (r#"\"a\\\"b\", c"#, r#"a\\\"b"#, true),
            ("'it''s' x", "it''s", true),
            (r"'it'\''s' x", r"it'\''s", true),
            ("''", "", true),
            ("rb'a'", "a", true),
            ("$'a'", "a", true),
            ("`a`", "a", true),
            ("'''\na\n'''", "a\n", true),
            ("„a“ b", "a", true),
            ("« a » b", " a ", true),
            ("「a」", "a", true),
            ("\"a\nb\"", "a", false),
            ("\"a", "a", false),
            ("«a «b»", "a ", false),
        ] {
            let found = quoted(text, |_| false).unwrap();
            assert_eq!(text.get(found.inside).unwrap(), inside, "{text}");
            assert_eq!(found.is_closed, is_closed, "{text}");
        }
        let wrapped = quoted("'a\nb' c", |line| line.starts_with('b')).unwrap();
        assert_eq!((wrapped.inside, wrapped.end), (1..4, 5));
        for text in ["", "a", "fff'a'", "é", "bold"] {
            assert!(quoted(text, |_| false).is_none(), "{text}");
        }
    }
}
