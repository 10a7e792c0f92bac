//! Finds secrets in a text in whichever form: as they are, in base64 at each of three offsets, in hexadecimal, split by anything,
//! in other case, escaped.

use std::ops::Range;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use zeroize::Zeroizing;

use super::written;
use crate::order::sort;
use crate::redact::{REDACTED, replace};
use crate::secret::Secret;
use crate::text::{MappedText, cut};

/// The secrets of an evidence, in the forms in which they are looked for.
#[derive(Default)]
pub(crate) struct Veil {
    /// As they are: anywhere in a text, the short ones as whole words.
    plain: Vec<Secret>,
    /// Letters and digits alone, in small letters: of what is long enough to be met by chance never.
    bare: Vec<Secret>,
    /// All stretches of [`WINDOW`] letters of what nobody could have written by chance.
    windows: Zeroizing<Vec<[u8; WINDOW]>>,
}

/// A shorter secret is a word of many texts: it is hidden where it is a word by itself.
const SHORT: usize = 6;
/// Fewer letters than these may follow each other in any text by chance, with signs between them.
const LONG: usize = 10;
/// So many letters of a token are as good as the token.
const WINDOW: usize = 12;
/// A longer text is no secret that ever worked, and what of it would be shown is its beginning.
const LONGEST: usize = 8 * 1024;
/// A paste may show as many secrets as it has lines. More than these, one after the other, nobody gives; and the time stays linear.
const MOST: usize = 64;

impl Veil {
    /// Adds a secret. When all are there, [`Veil::sorted`] makes them ready to be looked for.
    pub(super) fn add(&mut self, secret: &str) {
        let secret = cut::first(secret, LONGEST);
        let is_known = self.plain.iter().any(|known| known.expose() == secret);
        if secret.is_empty() || is_known || self.plain.len() >= MOST {
            return;
        }
        self.plain.push(secret.into());
        let letters = bare(secret);
        if letters.len() >= LONG {
            self.bare.push(letters.as_str().into());
        }
        if looks_made(&letters) {
            self.add_windows(&letters);
        }
        for encoded in encodings(secret) {
            let letters = bare(&encoded);
            self.add_windows(&letters);
            if (SHORT..WINDOW).contains(&letters.len()) {
                self.plain.push(encoded.as_str().into());
            }
        }
    }

    /// The veil when all secrets are in it.
    pub(super) fn sorted(mut self) -> Self {
        sort(&mut self.windows, |a, b| a < b);
        self.windows.dedup();
        self
    }

    fn add_windows(&mut self, letters: &str) {
        let windows = letters.as_bytes().windows(WINDOW);
        self.windows
            .extend(windows.filter_map(|window| <[u8; WINDOW]>::try_from(window).ok()));
    }

    /// The text with `[redacted]` in the place of each of the secrets.
    pub(crate) fn hide(&self, text: String) -> String {
        let places = self.places(&text);
        if places.is_empty() {
            text
        } else {
            replace(&text, places)
        }
    }

    /// Where the secrets stand in a text.
    pub(super) fn places(&self, text: &str) -> Vec<Range<usize>> {
        let mut places = Vec::new();
        if self.plain.is_empty() {
            return places;
        }
        self.find(&MappedText::of(text, 0..text.len()), &mut places);
        if let Some(read) = written::read_back(text) {
            self.find(&read, &mut places);
        }
        places
    }

    /// Whether a text holds one of the secrets.
    pub(crate) fn hides(&self, text: &str) -> bool {
        self.hide(text.to_owned()) != text
    }

    fn find(&self, text: &MappedText, places: &mut Vec<Range<usize>>) {
        for secret in &self.plain {
            let secret = secret.expose();
            let found = text
                .text()
                .match_indices(secret)
                .map(|(at, _)| at..at + secret.len());
            let is_hit = |place: &Range<usize>| {
                secret.chars().count() >= SHORT || is_word(text.text(), place)
            };
            places.extend(found.filter(is_hit).map(|place| text.origin(place)));
        }
        if self.bare.is_empty() && self.windows.is_empty() {
            return;
        }
        let letters = Letters::of(text.text());
        for secret in &self.bare {
            let secret = secret.expose();
            for (at, _) in letters.text.match_indices(secret) {
                places.extend(
                    letters
                        .origin(at..at + secret.len())
                        .map(|place| text.origin(place)),
                );
            }
        }
        for (at, window) in letters.text.as_bytes().windows(WINDOW).enumerate() {
            let is_hit = self
                .windows
                .binary_search_by(|known| known.as_slice().cmp(window))
                .is_ok();
            if is_hit {
                places.extend(
                    letters
                        .origin(at..at + WINDOW)
                        .map(|place| text.origin(place)),
                );
            }
        }
    }
}

/// What a server or a program may write for a secret: base64, whatever stands in front of it, and hexadecimal.
fn encodings(secret: &str) -> Vec<Zeroizing<String>> {
    let mut encodings = Vec::new();
    for offset in 0..3 {
        let mut bytes = Zeroizing::new(vec![0; offset]);
        bytes.extend_from_slice(secret.as_bytes());
        let encoded = Zeroizing::new(STANDARD.encode(&bytes));
        // The first and the last signs hold bits of the neighbours too.
        let first = [0, 2, 3].get(offset).copied().unwrap_or_default();
        let whole = bytes.len() * 8 / 6;
        let own = encoded.get(first..whole).unwrap_or_default().to_owned();
        encodings.push(Zeroizing::new(own));
    }
    let mut hex = Zeroizing::new(String::with_capacity(secret.len() * 2));
    for &b in secret.as_bytes() {
        crate::text::numbers::push_hex(&mut hex, b);
    }
    encodings.push(hex);
    encodings
}

/// The letters and digits of a text, in small letters.
fn bare(text: &str) -> Zeroizing<String> {
    let letters = text.chars().filter(char::is_ascii_alphanumeric);
    Zeroizing::new(letters.map(|c| c.to_ascii_lowercase()).collect())
}

/// Whether a machine made it: no password that a person made is as long and has digits among its letters.
fn looks_made(letters: &str) -> bool {
    letters.len() >= 2 * WINDOW && letters.bytes().any(|b| b.is_ascii_digit())
}

/// Whether neither a letter nor a digit stands beside the place.
fn is_word(text: &str, place: &Range<usize>) -> bool {
    let before = text
        .get(..place.start)
        .and_then(|text| text.chars().next_back());
    let after = text.get(place.end..).and_then(|text| text.chars().next());
    !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
}

/// The letters and digits of a text, and where each of them stands.
struct Letters {
    text: Zeroizing<String>,
    places: Vec<u32>,
}

impl Letters {
    fn of(text: &str) -> Self {
        let mut letters = Self {
            text: Zeroizing::new(String::with_capacity(text.len())),
            places: Vec::with_capacity(text.len()),
        };
        let mut hidden_until = 0;
        for (at, c) in text.char_indices() {
            // What was hidden before is no part of anything.
            if text
                .get(at..)
                .is_some_and(|rest| c == '[' && rest.starts_with(REDACTED))
            {
                hidden_until = at + REDACTED.len();
            }
            if at >= hidden_until && c.is_ascii_alphanumeric() {
                letters.text.push(c.to_ascii_lowercase());
                letters.places.push(u32::try_from(at).unwrap_or(u32::MAX));
            }
        }
        letters
    }

    fn origin(&self, part: Range<usize>) -> Option<Range<usize>> {
        let start = *self.places.get(part.start)?;
        let end = *self.places.get(part.end.checked_sub(1)?)?;
        Some(usize::try_from(start).ok()?..usize::try_from(end).ok()? + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn veil(secret: &str) -> Veil {
        let mut veil = Veil::default();
        veil.add(secret);
        veil.sorted()
    }

    #[test]
    fn a_secret_is_hidden_in_every_form() {
        let secret = "Tr0ub4dor&3xyz=9";
        let veil = veil(secret);
        let each_byte =
            |write: fn(u8) -> String| secret.bytes().map(write).collect::<Vec<_>>().concat();
        let encoded = |prefix: &str| STANDARD.encode([prefix, secret].concat());
        let texts = [
            secret.to_owned(),
            encoded(""),
            encoded("a:"),
            encoded("jane:"),
            each_byte(|b| format!("{b:02x}")),
            each_byte(|b| format!("{b:02X} ")),
            each_byte(|b| format!("%{b:02X}")),
            each_byte(|b| format!("\\u{b:04x}")),
            each_byte(|b| format!("&#{b};")),
            "Tr0ub4 dor&3\nxyz=9".to_owned(),
            "Tr0ub4dor&amp;3xyz%3D9".to_owned(),
            secret.to_uppercase(),
        ];
        for text in texts {
            let shown = veil.hide(["before ", &text, " after"].concat());
            assert!(
                shown.starts_with("before ") && shown.ends_with(" after"),
                "{shown}"
            );
            // Of base64, what encodes the text before the secret stays.
            let hidden =
                shown.contains(REDACTED) && shown.len() < "before [redacted] after".len() + 9;
            assert!(hidden, "{text}: {shown}");
        }
    }

    #[test]
    fn a_short_secret_is_hidden_as_a_word() {
        let shown = veil("abc").hide("abc: abcd 'abc' xabc".to_owned());
        assert_eq!(shown, "[redacted]: abcd '[redacted]' xabc");
    }

    #[test]
    fn part_of_a_token_is_hidden() {
        let token = "q7Zk2LmN9pRs4TuV6wXy8aBc1dEf3gHi";
        assert_eq!(
            veil(token).hide("x N9pRs4TuV6wXy8aBc1 y".to_owned()),
            "x [redacted] y"
        );
    }

    #[test]
    fn other_texts_stay() {
        let text = "https://acme.atlassian.net/rest/api/3/myself".to_owned();
        assert_eq!(veil("atlassian2024").hide(text.clone()), text);
    }
}
