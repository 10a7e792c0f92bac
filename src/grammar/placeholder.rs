//! What a text has in place of a value: a variable that nobody expanded, a manual's placeholder, a mask, a printed nothing.

use crate::text::Signs;

/// The sorts of placeholders.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Placeholder {
    /// `$JIRA_TOKEN`, `${…}`, `$(…)`, `%JIRA_TOKEN%`, `{{…}}`, `$env:X`, `process.env.X`, `os.environ[…]`.
    Variable,
    /// `<your-email>`, `your_api_token`, `API_TOKEN`, `xxxx`, `changeme`.
    Example,
    /// Stars, dots or bullets alone: what a password field shows.
    Mask,
    /// `undefined`, `null`, `None`, `nil`, `[object Object]`, `NaN`: a program printed that it had nothing.
    Nothing,
}

/// Nobody writes a longer one, but for a mask.
pub(crate) const LONGEST: usize = 1024;

/// Tells which placeholder a text is; `None` for a value. `text` has no whitespace at its ends.
pub(crate) fn read(text: &str) -> Option<Placeholder> {
    if text.len() > LONGEST {
        return is_mask(text).then_some(Placeholder::Mask);
    }
    let bare = text.trim_any("\"'`");
    let lower = bare.to_ascii_lowercase();
    if bare.is_empty() {
        None
    } else if is_variable(bare, &lower) {
        Some(Placeholder::Variable)
    } else if is_mask(bare) {
        Some(Placeholder::Mask)
    } else if NOTHING.contains(&lower.as_str()) {
        Some(Placeholder::Nothing)
    } else if is_placeholder(bare, &lower) {
        Some(Placeholder::Example)
    } else {
        None
    }
}

/// Whether a program printed that it had nothing to put into a field.
pub(crate) fn is_nothing(typed: &str) -> bool {
    typed.len() <= LONGEST && read(typed.trim()) == Some(Placeholder::Nothing)
}

/// `JIRA_URL`, `YOUR_SITE`: the name of a setting.
pub(crate) fn is_setting_name(text: &str) -> bool {
    text.contains('_')
        && text.starts_with(|c: char| c.is_ascii_uppercase())
        && text
            .bytes()
            .all(|b| b.is_ascii_uppercase() || b.is_ascii_digit() || b == b'_')
}

/// What programs print for a value that is not there.
const NOTHING: [&str; 8] = [
    "undefined",
    "null",
    "none",
    "nil",
    "nan",
    "(null)",
    "[object object]",
    "<nil>",
];

fn is_variable(bare: &str, lower: &str) -> bool {
    let enclosed = |open: &str, close: &str| {
        bare.strip_prefix(open)
            .and_then(|rest| rest.strip_suffix(close))
            .is_some_and(|name| !name.is_empty())
    };
    let named = |sigil: char| bare.strip_prefix(sigil).is_some_and(is_name);
    named('$')
        || enclosed("${", "}")
        || enclosed("$(", ")")
        || enclosed("$[", "]")
        || enclosed("{{", "}}")
        || enclosed("#{", "}")
        || enclosed("<%", "%>")
        || bare
            .strip_prefix('%')
            .and_then(|rest| rest.strip_suffix('%'))
            .is_some_and(is_name)
        || [
            "$env:",
            "process.env",
            "os.environ",
            "os.getenv",
            "env[",
            "env.fetch",
            "getenv(",
            // Where a keeper of secrets has the value.
            "op://",
            "vault:",
            "enc[",
            "arn:aws:",
        ]
        .iter()
        .any(|prefix| lower.starts_with(prefix))
}

/// A variable's name: it begins with a letter or `_`, and holds no sign that a password would.
fn is_name(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
        && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
}

fn is_mask(bare: &str) -> bool {
    bare.chars().nth(2).is_some() && bare.chars().all(|c| "*•●∙·….◦⬤█▇■".contains(c))
}

fn is_placeholder(bare: &str, lower: &str) -> bool {
    let in_brackets = |open, close| {
        bare.strip_prefix(open)
            .and_then(|rest: &str| rest.strip_suffix(close))
            .is_some_and(|inner| {
                !inner.is_empty() && !inner.contains(['@', ':', '/', '.', open, close])
            })
    };
    in_brackets('<', '>')
        || in_brackets('[', ']')
        || in_brackets('{', '}')
        || (bare.len() >= 4 && lower.chars().all(|c| c == 'x'))
        || is_begun(bare, lower)
        || ["abc123", "abcdef", "abcdefg", "foobar"].contains(&lower)
        || is_manual_wording(lower)
}

/// A beginning, and a sign that something follows: `ATATT...`, `ATATTxxxxxxxx`.
fn is_begun(bare: &str, lower: &str) -> bool {
    const LONGEST: usize = 40;
    let stem = bare.trim_end_any(".…");
    let dots = bare.len() - stem.len();
    let is_word = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_alphanumeric());
    bare.len() <= LONGEST
        && (dots >= 3 && is_word(stem) || is_word(lower) && lower.ends_with("xxxxxx"))
}

/// Words that manuals put where a value goes, joined by `-`, `_`, blanks or nothing: `your-api-token`, `YOUR_TOKEN`, `wiki_key`.
/// Every word must be one of a manual's, and one must name a credential or say that it is to be replaced.
fn is_manual_wording(lower: &str) -> bool {
    const NAMES: [&str; 19] = [
        "token",
        "apitoken",
        "key",
        "apikey",
        "secret",
        "password",
        "passwd",
        "pat",
        "username",
        "email",
        "user",
        "mail",
        "credential",
        "credentials",
        "passwort",
        "kennwort",
        "jeton",
        "clave",
        "senha",
    ];
    const REPLACE: [&str; 21] = [
        "dein",
        "ihr",
        "mein",
        "votre",
        "ton",
        "mon",
        "tu",
        "seu",
        "meu",
        "your",
        "my",
        "changeme",
        "insert",
        "replace",
        "enter",
        "paste",
        "placeholder",
        "dummy",
        "todo",
        "redacted",
        "example",
    ];
    const FILLERS: [&str; 25] = [
        "jira",
        "atlassian",
        "api",
        "here",
        "the",
        "a",
        "an",
        "me",
        "with",
        "this",
        "change",
        "personal",
        "access",
        "cloud",
        "account",
        "confluence",
        "wiki",
        "company",
        "domain",
        "site",
        "url",
        "name",
        "instance",
        "address",
        "generated",
    ];
    let mut replaced = false;
    let mut named = false;
    let mut words = 0;
    for word in lower
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|w| !w.is_empty())
    {
        words += 1;
        let is = |list: &[&str]| list.contains(&word);
        replaced |= is(&REPLACE) || word.starts_with("your");
        named |= is(&NAMES);
        let known = is(&NAMES) || is(&REPLACE) || is(&FILLERS) || word.starts_with("your");
        if !known {
            return false;
        }
    }
    // One bare name is a placeholder of a token (`token`, `api_token`); a password may be one word of the others.
    words > 0 && (replaced || named)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(texts: &[&str], expected: Option<Placeholder>) {
        for text in texts {
            assert_eq!(read(text), expected, "{text}");
        }
    }

    #[test]
    fn variables() {
        let texts = [
            "$JIRA_TOKEN",
            "${JIRA_TOKEN}",
            "\"$TOKEN\"",
            "%JIRA_TOKEN%",
            "{{ token }}",
            "$env:JIRA",
            "process.env.JIRA",
            "$(pass jira)",
            "${{ secrets.JIRA }}",
        ];
        all(&texts, Some(Placeholder::Variable));
    }

    #[test]
    fn placeholders() {
        let texts = [
            "<your-email>",
            "your_api_token",
            "YOUR-API-TOKEN",
            "API_TOKEN",
            "xxxxxxxx",
            "changeme",
            "<token>",
            "my-api-key",
            "wiki_key",
            "[token]",
            "{api token}",
            "yourtoken",
        ];
        all(&texts, Some(Placeholder::Example));
    }

    #[test]
    fn masks_and_nothings() {
        all(&["********", "••••••", "..."], Some(Placeholder::Mask));
        all(
            &["undefined", "null", "None", "[object Object]"],
            Some(Placeholder::Nothing),
        );
    }

    #[test]
    fn values_are_left_alone() {
        let texts = [
            "",
            "Tr0ub4dor&3!x",
            "jdoe",
            "$ecret!",
            "50%off%now!",
            "acme",
            "jane@acme.example",
            "correct horse",
            "<a@b.example>",
            "*",
            "x",
        ];
        all(&texts, None);
    }
}
