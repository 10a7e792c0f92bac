//! Basic values: `user:secret` in one text, as it is or encoded (jira-facts.md 8).

use crate::grammar::email::is_email;
use crate::grammar::token_shape::is_token;
use crate::secret::Secret;
use crate::text::{self, Signs, base64};

/// What a text turned out to hold when it is base64.
pub(super) enum Encoded {
    /// A user and a secret.
    Pair(String, Secret),
    /// A token without a user.
    Alone,
}

/// Reads `text` as base64 of a pair or of a token, encoded once or twice. `any` takes every text with a colon for a pair,
/// as it is right behind the word `Basic`.
pub(super) fn encoded(text: &str, any: bool) -> Option<Encoded> {
    let once = base64::text(text)?;
    hidden(&once, any).or_else(|| hidden(&base64::text(once.trim())?, any))
}

fn hidden(decoded: &str, any: bool) -> Option<Encoded> {
    let decoded = decoded.strip_prefix('\u{feff}').unwrap_or(decoded);
    // `echo` of sh prints its own option.
    let decoded = decoded.strip_prefix("-n ").unwrap_or(decoded);
    let plain = decoded.get(text::trim(decoded)).unwrap_or_default();
    let pair = self::plain(plain).map(|(user, secret)| Encoded::Pair(user, secret));
    pair.or_else(|| is_token(plain).then_some(Encoded::Alone))
        .or_else(|| {
            let (user, secret) = any.then(|| any_pair(plain)).flatten()?;
            Some(Encoded::Pair(user, secret))
        })
}

/// `email:secret`, `user:token`, the two swapped, or the two with a blank between.
pub(super) fn plain(plain: &str) -> Option<(String, Secret)> {
    let (left, right) = match plain.split_once(':') {
        Some(parts) => parts,
        None => plain.split_once([' ', '\t'])?,
    };
    let (left, right) = (left.trim(), right.trim());
    if is_email(left) && !right.is_empty() && plain.contains(':') {
        return Some((left.to_owned(), right.into()));
    }
    if is_token(left) && is_email(right) {
        return Some((right.to_owned(), left.into()));
    }
    let user = plain.contains(':') || is_email(left);
    let one_word = !left.has_any("/ \"'={<");
    (user && one_word && is_token(right)).then(|| (left.to_owned(), right.into()))
}

fn any_pair(plain: &str) -> Option<(String, Secret)> {
    let printable = !plain.chars().any(char::is_control);
    let (user, secret) = plain.split_once(':')?;
    // A token before the colon is a secret too, and must not be shown as a user name.
    (printable && !is_token(user)).then(|| (user.to_owned(), secret.into()))
}
