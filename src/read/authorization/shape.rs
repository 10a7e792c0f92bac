//! Narrow looks at a text's shape, as far as reading a header needs them. What a secret is, in full, tells `read::token`.

use base64::Engine;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use zeroize::Zeroizing;

/// Whether a text has the shape of a token that cannot be taken for base64 of a pair (facts.md 1.1).
pub(crate) fn is_token(text: &str) -> bool {
    has_prefix(text) || is_jwt(text) || is_dc_pat(text)
}

/// `ATATT3…`, `ATSTT3…`, `ATCTT3…`, `ATBB…`, `BBDC-…`.
fn has_prefix(text: &str) -> bool {
    let marked = |prefix: &str, length| text.starts_with(prefix) && text.len() >= length;
    ["ATATT3", "ATSTT3", "ATCTT3", "ATATT", "BBDC-", "ATTA"]
        .iter()
        .any(|prefix| marked(prefix, 20))
        || marked("ATBB", 36)
}

/// Three parts joined by dots, the first an encoded `{"`.
pub(crate) fn is_jwt(text: &str) -> bool {
    text.starts_with("eyJ")
        && text.bytes().filter(|&b| b == b'.').count() == 2
        && text
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b"-_.=".contains(&b))
}

/// 44 characters of base64, which decode to digits, a colon and 20 bytes: a personal access token of Data Center.
pub(crate) fn is_dc_pat(text: &str) -> bool {
    if text.len() != 44 {
        return false;
    }
    let Ok(bytes) = STANDARD_NO_PAD.decode(text).map(Zeroizing::new) else {
        return false;
    };
    bytes.iter().take(12).all(u8::is_ascii_digit) && bytes.get(12) == Some(&b':')
}

/// Something, `@`, and a domain with a dot; no blank, colon or slash.
pub(crate) fn is_email(text: &str) -> bool {
    let Some((local, domain)) = text.split_once('@') else {
        return false;
    };
    let foreign = |c: char| c.is_whitespace() || "@:/\"'<>()[]{},;=$".contains(c);
    !local.is_empty()
        && !local.contains(foreign)
        && !domain.contains(foreign)
        && domain.contains('.')
        && !domain.starts_with('.')
        && !domain.ends_with('.')
}

/// What a page shows in place of an address that its protection hides; it is in one of the guides (facts.md 8).
pub(crate) fn is_hidden_email(text: &str) -> bool {
    text.strip_prefix("[email")
        .map(|rest| rest.trim_start_matches([' ', '\u{a0}', '-', '_']))
        .is_some_and(|rest| rest.starts_with("protected]"))
}

/// Two words for a manual's reader: `BASE64_ENCODED_STRING`, `base64-encoded-credentials`. No encoded value is like them.
pub(crate) fn is_word_for_encoded(text: &str) -> bool {
    let lower = || text.to_ascii_lowercase();
    text.len() < 80 && {
        let shouted = text.contains('_')
            && text.starts_with(|c: char| c.is_ascii_uppercase())
            && text
                .bytes()
                .all(|b| b.is_ascii_uppercase() || b.is_ascii_digit() || b == b'_');
        shouted || lower().contains("base64") || lower().contains("encoded")
    }
}

/// Whether `text` holds a part that a shell, a template or a program should have replaced: `$(…)`, `${…}`, `{{…}}`.
pub(crate) fn holds_template(text: &str) -> bool {
    [
        "$(",
        "${",
        "{{",
        "<%",
        "btoa(",
        "Buffer.from(",
        "b64encode(",
    ]
    .iter()
    .any(|mark| text.contains(mark))
}
