//! Secrets for examples, samples and tests, made when they are needed.
//!
//! No file holds a token whose checksum fits: scanners would take it for a live one. An example says `{{api-token}}`
//! instead, and [`expand`] makes the token. The placeholders are those of `tests/cases/README.md`.

use std::fmt::Write;

use base64::Engine;
use base64::engine::general_purpose::{STANDARD, STANDARD_NO_PAD};

use crate::read::token::crc32;

/// Replaces every `{{…}}` that names a secret, innermost first. What is no such name stays: logs and configurations have
/// double braces of their own.
pub fn expand(template: &str) -> String {
    let mut text = template.to_owned();
    let mut from = 0;
    while let Some((start, end)) = placeholder(&text, from) {
        match text.get(start + 2..end).and_then(secret) {
            Some(value) => {
                text.replace_range(start..end + 2, &value);
                from = start;
            }
            None => from = end + 2,
        }
    }
    text
}

/// Where the next innermost placeholder begins, and where its closing braces stand. They stand at `from` or behind.
fn placeholder(text: &str, from: usize) -> Option<(usize, usize)> {
    text.get(from..)?.match_indices("}}").find_map(|(at, _)| {
        let end = from + at;
        Some((text.get(..end)?.rfind("{{")?, end))
    })
}

fn secret(name: &str) -> Option<String> {
    Some(match name.split_once(':') {
        Some(("api-token-cut", n)) => api_token("ATATT3xFfGF0")
            .chars()
            .take(n.parse().ok()?)
            .collect(),
        Some(("b64", text)) => STANDARD.encode(text),
        Some(("b64-newline", text)) => STANDARD.encode(format!("{text}\n")),
        Some(("b64-wrapped", text)) => wrapped(&STANDARD.encode(text)),
        Some(("b64-utf16", text)) => STANDARD.encode(
            text.encode_utf16()
                .flat_map(u16::to_le_bytes)
                .collect::<Vec<_>>(),
        ),
        Some(_) => return None,
        None => match name {
            "api-token" => api_token("ATATT3xFfGF0"),
            "api-token-no-tail" => api_token("ATATT3xFfGF0")
                .split('=')
                .next()
                .unwrap_or_default()
                .to_owned(),
            "api-token-typo" => typo(&api_token("ATATT3xFfGF0")),
            "service-account-token" => api_token("ATSTT3xFfGF0"),
            "admin-key" => api_token("ATCTT3xFfGN0"),
            "bitbucket-app-password" => checksummed(format!("ATBB{}", letters(24, ALPHANUMERIC))),
            "dc-pat" => {
                let id = letters(12, b"0123456789");
                let mut bytes = format!("{id}:").into_bytes();
                bytes.extend(letters(20, ALPHANUMERIC).bytes().map(|b| b ^ 0x80));
                STANDARD_NO_PAD.encode(bytes)
            }
            "legacy-token" => letters(24, ALPHANUMERIC),
            "jwt" => [
                base64url(br#"{"alg":"RS256","typ":"JWT"}"#),
                base64url(br#"{"sub":"jane"}"#),
                letters(86, BASE64URL),
            ]
            .join("."),
            "password" => "Tr0ub4dor&3!x".to_owned(),
            _ => return None,
        },
    })
}

const ALPHANUMERIC: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
const BASE64URL: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// 192 characters, as jira-facts.md 1.2 describes an account's API token.
fn api_token(prefix: &str) -> String {
    checksummed(format!("{prefix}{}=", letters(171, BASE64URL)))
}

fn checksummed(mut text: String) -> String {
    let checksum = crc32(text.as_bytes());
    // Writing to a String cannot fail.
    let _ = write!(text, "{checksum:08X}");
    text
}

/// One character of the body, far from both ends, becomes another one.
fn typo(token: &str) -> String {
    token
        .chars()
        .enumerate()
        .map(|(at, c)| match (at, c) {
            (87, 'x') => 'y',
            (87, _) => 'x',
            _ => c,
        })
        .collect()
}

/// `count` letters of `alphabet`, always the same (a linear congruential generator, MMIX's constants).
fn letters(count: usize, alphabet: &[u8]) -> String {
    let mut state: u64 = 2026;
    (0..count)
        .filter_map(|_| {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            let at = usize::try_from(state >> 33)
                .ok()?
                .checked_rem(alphabet.len())?;
            alphabet.get(at).map(|&b| char::from(b))
        })
        .collect()
}

fn base64url(bytes: &[u8]) -> String {
    base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(bytes)
}

/// As `base64` prints on Linux: a newline after every 76 characters.
fn wrapped(text: &str) -> String {
    let mut lines = String::with_capacity(text.len() + text.len() / 76);
    for (at, c) in text.chars().enumerate() {
        if at > 0 && at % 76 == 0 {
            lines.push('\n');
        }
        lines.push(c);
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_api_token_has_192_characters_and_its_checksum() {
        let token = expand("{{api-token}}");
        assert_eq!(token.len(), 192);
        let (body, checksum) = token.split_at(184);
        assert_eq!(checksum, format!("{:08X}", crc32(body.as_bytes())));
    }

    #[test]
    fn placeholders_nest() {
        assert_eq!(
            expand("Basic {{b64:a@b.example:{{password}}}}"),
            format!("Basic {}", STANDARD.encode("a@b.example:Tr0ub4dor&3!x"))
        );
    }

    #[test]
    fn a_pat_is_44_characters_that_begin_with_a_digit_when_decoded() {
        let pat = expand("{{dc-pat}}");
        assert_eq!(pat.len(), 44);
        assert!(STANDARD_NO_PAD.decode(&pat).unwrap()[0].is_ascii_digit());
    }

    #[test]
    fn other_braces_stay() {
        for text in [
            "{{nonsense}}",
            "{{api-token",
            r#"{"a":{"b":1}}"#,
            "${{ secrets.JIRA }}",
        ] {
            assert_eq!(expand(text), text);
        }
        assert_eq!(
            expand(r#"{"a":{}} {{password}}"#),
            r#"{"a":{}} Tr0ub4dor&3!x"#
        );
    }
}
