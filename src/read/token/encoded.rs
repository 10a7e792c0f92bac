//! Basic values: what base64 hides, and `user:secret` in one text (jira-facts.md 8).

use base64::Engine;
use base64::alphabet::STANDARD;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use zeroize::Zeroizing;

use crate::grammar::email::is_email;
use crate::grammar::token_shape;
use crate::secret::Secret;
use crate::text;

/// Reads what people have, not what the standard asks for: padding may be missing, and bits may be left over.
const LENIENT: GeneralPurpose = GeneralPurpose::new(
    &STANDARD,
    GeneralPurposeConfig::new()
        .with_decode_allow_trailing_bits(true)
        .with_decode_padding_mode(DecodePaddingMode::Indifferent),
);

/// The bytes behind base64 of either alphabet, padded or not. One digit too many, as a cut leaves it, is passed over.
pub(crate) fn bytes(encoded: &str) -> Option<Zeroizing<Vec<u8>>> {
    let digits = encoded.trim_end_matches('=');
    let mut standard: Zeroizing<Vec<u8>> = Zeroizing::new(
        digits
            .bytes()
            .map(|b| match b {
                b'-' => b'+',
                b'_' => b'/',
                b => b,
            })
            .collect(),
    );
    if standard.len() % 4 == 1 {
        standard.pop();
    }
    if standard.is_empty() {
        return None;
    }
    LENIENT.decode(&*standard).ok().map(Zeroizing::new)
}

/// The text behind base64, be it UTF-8 or UTF-16, without a byte order mark.
pub(crate) fn decoded(encoded: &str) -> Option<Secret> {
    let bytes = bytes(encoded)?;
    let text = match bytes.as_slice() {
        [0xFF, 0xFE, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [_, 0, _, 0, ..] => utf16(&bytes, u16::from_le_bytes),
        [0, _, 0, _, ..] => utf16(&bytes, u16::from_be_bytes),
        [0xEF, 0xBB, 0xBF, rest @ ..] => utf8(rest),
        all => utf8(all),
    };
    text.map(Secret::from)
}

fn utf8(bytes: &[u8]) -> Option<String> {
    std::str::from_utf8(bytes).ok().map(str::to_owned)
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Option<String> {
    let units = bytes
        .chunks_exact(2)
        .filter_map(|pair| pair.try_into().ok().map(unit));
    char::decode_utf16(units).collect::<Result<_, _>>().ok()
}

/// What a text turned out to hold when it is base64.
pub(super) enum Encoded {
    /// A user and a secret.
    Pair(String, Secret),
    /// A token without a user.
    Alone,
}

/// Reads `text` as base64 of a pair or of a token, encoded once or twice. `any` takes every text with a colon for a pair,
/// as it is right behind the word `Basic`.
pub(super) fn read(text: &str, any: bool) -> Option<Encoded> {
    let once = decoded(text)?;
    hidden(once.expose(), any).or_else(|| {
        let twice = decoded(once.expose().trim())?;
        hidden(twice.expose(), any)
    })
}

fn hidden(decoded: &str, any: bool) -> Option<Encoded> {
    // `echo` of sh prints its own option.
    let decoded = decoded.strip_prefix("-n ").unwrap_or(decoded);
    let plain = decoded.get(text::trim(decoded)).unwrap_or_default();
    let pair = pair(plain).map(|(user, secret)| Encoded::Pair(user, secret));
    pair.or_else(|| token_shape::is_token(plain).then_some(Encoded::Alone))
        .or_else(|| {
            let (user, secret) = any.then(|| any_pair(plain)).flatten()?;
            Some(Encoded::Pair(user, secret))
        })
}

/// `email:secret`, `user:token`, the two swapped, or the two with a blank between.
pub(super) fn pair(plain: &str) -> Option<(String, Secret)> {
    let (left, right) = match plain.split_once(':') {
        Some(parts) => parts,
        None => plain.split_once([' ', '\t'])?,
    };
    let (left, right) = (left.trim(), right.trim());
    if is_email(left) && !right.is_empty() && plain.contains(':') {
        return Some((left.to_owned(), right.into()));
    }
    if token_shape::is_token(left) && is_email(right) {
        return Some((right.to_owned(), left.into()));
    }
    let user = plain.contains(':') || is_email(left);
    let one_word = !left.contains(['/', ' ', '"', '\'', '=', '{', '<']);
    (user && one_word && token_shape::is_token(right)).then(|| (left.to_owned(), right.into()))
}

fn any_pair(plain: &str) -> Option<(String, Secret)> {
    let printable = !plain.chars().any(char::is_control);
    let (user, secret) = plain.split_once(':')?;
    // A token before the colon is a secret too, and must not be shown as a user name.
    (printable && !token_shape::is_token(user)).then(|| (user.to_owned(), secret.into()))
}
