//! What may stand in the field and is no address: an e-mail address, a secret, a Cloud id, a stand-in.

use crate::grammar::placeholder::{self, Placeholder, is_setting_name};
use crate::grammar::token_shape;
use crate::text::Signs;

/// Whether the whole text is a variable, a manual's placeholder or a printed nothing.
pub(super) fn is_placeholder(text: &str) -> bool {
    match placeholder::read(text) {
        Some(Placeholder::Variable | Placeholder::Nothing | Placeholder::Mask) => true,
        // Names such as `example` are stand-ins for a token, but real sites too.
        Some(Placeholder::Example) => {
            text.starts_with_any("<[{") || is_setting_name(text) || is_placeholder_name(text)
        }
        None => is_setting_name(text) || is_placeholder_name(text),
    }
}

/// `your-domain`, `yourcompany`, `xxxx`, `changeme`: what manuals put for a site's name. Names such as `mycompany` are real.
pub(super) fn is_placeholder_name(name: &str) -> bool {
    const WORDS: [&str; 25] = [
        "domain",
        "company",
        "site",
        "name",
        "organization",
        "organisation",
        "org",
        "team",
        "instance",
        "subdomain",
        "workspace",
        "jira",
        "host",
        "tenant",
        "cloud",
        "business",
        "account",
        "url",
        "here",
        "atlassian",
        "address",
        "project",
        "server",
        "id",
        "own",
    ];
    let lower = name.to_ascii_lowercase();
    if matches!(
        lower.as_str(),
        "changeme"
            | "change-me"
            | "replaceme"
            | "replace-me"
            | "placeholder"
            | "undefined"
            | "null"
    ) {
        return true;
    }
    if lower.len() >= 3 && lower.bytes().all(|b| b == b'x') {
        return true;
    }
    let Some(mut rest) = lower.strip_prefix("your") else {
        return false;
    };
    // Longer words first where one begins with another: `organization` and `org`.
    loop {
        rest = rest.trim_start_any("-_ ");
        if rest.is_empty() {
            return true;
        }
        match WORDS.iter().find_map(|word| rest.strip_prefix(word)) {
            Some(behind) => rest = behind,
            None => return false,
        }
    }
}

/// Whether a stand-in is a part of the host: `<your-domain>.atlassian.net`, `https://$JIRA_HOST`, `%SITE%.atlassian.net`.
pub(super) fn holds_placeholder(host: &str) -> bool {
    let enclosed = |open: char, close: char| {
        host.split_once(open)
            .is_some_and(|(_, rest)| rest.find(close).is_some_and(|end| end > 0))
    };
    let starts_name =
        |rest: &str| rest.starts_with(|c: char| c.is_ascii_alphabetic() || "_{([".contains(c));
    enclosed('<', '>')
        || enclosed('{', '}')
        || host
            .match_indices('$')
            .any(|(at, _)| host.get(at + 1..).is_some_and(starts_name))
        || host.split(['.', ':']).any(|label| {
            placeholder::read(label) == Some(Placeholder::Variable)
                || (label.starts_with('[') && label.ends_with(']') && label.len() > 2)
        })
}

/// A token, or something as long and as mixed as one. Shape alone: what kind it is, the token's reader tells.
pub(super) fn is_secret(text: &str) -> bool {
    let lower = text.get(..7).unwrap_or_default().to_ascii_lowercase();
    if lower.starts_with("basic ") || lower.starts_with("bearer ") {
        return true;
    }
    if text.has_any(".:") {
        return token_shape::is_jwt(text);
    }
    let of = |test: fn(&u8) -> bool| text.bytes().any(|b| test(&b));
    let is_mixed =
        of(u8::is_ascii_uppercase) && of(u8::is_ascii_lowercase) && of(u8::is_ascii_digit);
    let is_base64 = text
        .bytes()
        .all(|b| b.is_ascii_alphanumeric() || b"+/=_-".contains(&b));
    (text.len() > 12 && token_shape::is_token(text))
        || (is_base64 && text.len() >= 20 && is_mixed && !has_words(text))
        || (is_base64 && text.len() > 63 && !text.contains('/'))
        || (is_base64 && text.len() >= 16 && text.ends_with('='))
}

/// `JIRA/browse/WEB-1` is base64 by its letters alone, and a path by its slashes.
fn has_words(text: &str) -> bool {
    text.split('/').count() > 2 && text.len() < 40
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::expand;

    #[test]
    fn names_of_real_sites_are_no_stand_ins() {
        for name in [
            "mycompany",
            "mysite",
            "acme",
            "example",
            "test",
            "host",
            "yourmechanic",
            "my-domain",
        ] {
            assert!(
                !is_placeholder_name(name) && !is_placeholder(name),
                "{name}"
            );
        }
        for name in [
            "your-domain",
            "yourcompany",
            "YOUR_SITE",
            "your-organization-name",
            "xxx",
        ] {
            assert!(is_placeholder_name(name), "{name}");
        }
    }

    #[test]
    fn tells_secrets() {
        for sample in [
            "{{api-token}}",
            "{{jwt}}",
            "{{legacy-token}}",
            "{{dc-pat}}",
            "{{b64:jane@acme.example:{{api-token}}}}",
        ] {
            assert!(is_secret(&expand(sample)), "{sample}");
        }
        for name in [
            "acme",
            "the-long-name-of-a-real-site-2",
            "acme.atlassian.net",
        ] {
            assert!(!is_secret(name), "{name}");
        }
    }
}
