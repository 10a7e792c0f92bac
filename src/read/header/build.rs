//! Builds a header's value: RFC 7617 section 2 for Basic, RFC 6750 section 2.1 for Bearer.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use zeroize::Zeroizing;

use super::{Credentials, Refusal};
use crate::evidence::Field;
use crate::secret::Secret;
use crate::span::Span;
use crate::text::{Signs, describe};

impl Credentials<'_> {
    /// The same without what copying leaves at the ends: blanks around a name, line ends behind a secret.
    #[must_use]
    pub fn trimmed(self) -> Self {
        match self {
            Self::Basic { user, secret } => Self::Basic {
                user: user.trim(),
                secret: secret.trim_end_any("\r\n"),
            },
            Self::Bearer { secret } => Self::Bearer {
                secret: secret.trim(),
            },
        }
    }

    /// The header's value: `Basic` and the standard base64 of `user:secret` in UTF-8, with padding and without line ends
    /// (RFC 7617 section 2, RFC 4648 section 4), or `Bearer` and the token (RFC 6750 section 2.1).
    ///
    /// # Errors
    /// A [`Refusal`] where a part is empty or holds what a header cannot carry: a colon in the user, a control character
    /// (RFC 7617 section 2), and for Bearer anything outside visible ASCII.
    pub fn header(self) -> Result<Secret, Refusal> {
        match self {
            Self::Basic { user, secret } => basic(user, secret),
            Self::Bearer { secret } => bearer(secret),
        }
    }
}

fn basic(user: &str, secret: &str) -> Result<Secret, Refusal> {
    let user = Part {
        text: user,
        name: "user name",
        field: Field::Email,
    };
    let secret = token(secret);
    user.must_be_given()?;
    user.must_not_hold(
        |c| c == ':' || is_control(c),
        "A user name with a colon would end at it, and no header carries a control character.",
    )?;
    secret.must_be_given()?;
    secret.must_not_hold(is_control, "No header carries a control character.")?;
    let pair = Zeroizing::new([user.text, ":", secret.text].concat());
    let encoded = Zeroizing::new(STANDARD.encode(pair.as_bytes()));
    Ok(["Basic ", encoded.as_str()].concat().into())
}

fn bearer(secret: &str) -> Result<Secret, Refusal> {
    let secret = token(secret);
    secret.must_be_given()?;
    secret.must_not_hold(
        |c| !c.is_ascii_graphic(),
        "Bearer tokens consist of visible ASCII characters.",
    )?;
    Ok(["Bearer ", secret.text].concat().into())
}

/// What RFC 7617 section 2 forbids in both parts. The other odd characters travel well as UTF-8.
fn is_control(c: char) -> bool {
    c.is_control()
}

/// One of the parts to put together.
struct Part<'a> {
    text: &'a str,
    name: &'static str,
    field: Field,
}

fn token(text: &str) -> Part<'_> {
    Part {
        text,
        name: "token",
        field: Field::Token,
    }
}

impl Part<'_> {
    /// RFC 7617 allows empty parts; Jira answers 401 to an empty secret (jira-facts.md 4.1), so nobody means one.
    fn must_be_given(&self) -> Result<(), Refusal> {
        if self.text.is_empty() {
            Err(self.refusal(0..0, format!("The {} is empty.", self.name)))
        } else {
            Ok(())
        }
    }

    fn must_not_hold(&self, bad: impl Fn(char) -> bool, why: &str) -> Result<(), Refusal> {
        let found = self
            .text
            .char_indices()
            .enumerate()
            .find(|(_, (_, c))| bad(*c));
        match found {
            None => Ok(()),
            Some((before, (at, c))) => {
                let message = format!(
                    "The {} holds {} as its character {}. {why}",
                    self.name,
                    name(c),
                    before + 1
                );
                Err(self.refusal(at..at + c.len_utf8(), message))
            }
        }
    }

    fn refusal(&self, bytes: std::ops::Range<usize>, message: String) -> Refusal {
        Refusal {
            message,
            field: self.field,
            span: Span::of(self.text, bytes),
        }
    }
}

fn name(c: char) -> String {
    match (c, describe(c)) {
        (':', _) => "a colon".to_owned(),
        (_, Some((_, name))) => name.to_owned(),
        (_, None) => format!("a character outside ASCII (U+{:04X})", u32::from(c)),
    }
}
