//! The parts of a header: its scheme, its user, its secret, and what is wrong with its form.

use zeroize::Zeroizing;

use super::HeaderFlawKind as Kind;
use super::form::{Flaws, Form};
use super::header_line::{self, Meant};
use super::trim::{
    note_control, unquote, without_extras, without_line_end, without_quotes, without_whitespace,
};
use super::{LONGEST, Scheme, decoded, shape};
use crate::grammar::email::is_email;
use crate::grammar::placeholder;
use crate::grammar::token_shape::is_token;
use crate::input::Note;
use crate::secret::Secret;
use crate::text::cut::{self, after_prefix};
use crate::text::{self, MappedText, OddKind, Signs, trimmed};

/// What a header says. The secret is text here, and judged by `read::token` later.
pub(crate) struct Parts {
    pub(crate) scheme: Scheme,
    pub(crate) user: Option<String>,
    pub(crate) secret: Option<Secret>,
    pub(crate) is_decoded: bool,
    pub(crate) flaws: Vec<Note<Kind>>,
}

/// The two halves of a pair, as far as they are there.
#[derive(Default)]
pub(super) struct Pair {
    user: Option<String>,
    secret: Option<Secret>,
    is_decoded: bool,
}

impl Pair {
    fn secret(text: &str) -> Self {
        Self {
            secret: Some(text.into()),
            ..Self::default()
        }
    }
}

/// Reads a header.
pub(crate) fn read(typed: &str) -> Parts {
    let mut flaws = Flaws::default();
    if typed.len() > LONGEST {
        return too_long(typed, flaws);
    }
    let text = MappedText::of(typed, 0..typed.len());
    let mut form = Form {
        text: &text,
        flaws: &mut flaws,
    };
    note_control(text.text(), &mut form);
    let header = header_line::split(&mut form);
    let value = unwrap(header.value, &mut form);
    let pair = if value.is_empty() {
        form.add(Kind::Empty, text.text());
        Pair::default()
    } else {
        match header.meant {
            Meant::Basic => basic(value, &mut form),
            Meant::Bearer | Meant::Unknown => bearer(value, &mut form),
            Meant::Nothing => bare(value, &mut form),
        }
    };
    Parts {
        scheme: header.scheme,
        user: pair.user,
        secret: pair.secret,
        is_decoded: pair.is_decoded,
        flaws: flaws.into_notes(typed),
    }
}

/// Of a text that was pasted by mistake the scheme alone is read.
fn too_long(typed: &str, mut flaws: Flaws) -> Parts {
    flaws.add(Kind::TooLong, 0..typed.len());
    Parts {
        scheme: header_line::of(cut::first(typed, 256)).0,
        user: None,
        secret: None,
        is_decoded: false,
        flaws: flaws.into_notes(typed),
    }
}

/// Takes away quotes around the value and the armour of `certutil -encode`.
fn unwrap<'t>(value: &'t str, form: &mut Form) -> &'t str {
    let value = unquote(value, form);
    let Some(armour) = after_prefix(value, "-----") else {
        return value;
    };
    form.add(Kind::PemArmour, value);
    let body = armour.split_once("-----").map_or(armour, |(_, body)| body);
    trimmed(body.split("-----").next().unwrap_or(body))
}

/// What stands behind Basic.
fn basic(value: &str, form: &mut Form) -> Pair {
    if is_placeholder(value) {
        form.add(Kind::Placeholder, value);
        return Pair::default();
    }
    if is_token(value) {
        form.add(Kind::NotEncoded, value);
        return Pair::secret(value);
    }
    if let Some(pair) = raw_pair(value, form) {
        return pair;
    }
    let mut clear = decoded::read(value, form);
    let is_utf8 = !clear.flaws.has(Kind::NotUtf8);
    let is_text = if clear.text.text().contains(':') {
        is_utf8 || clear.is_readable()
    } else {
        is_utf8 && !clear.broken && clear.is_readable()
    };
    if is_text {
        form.flaws.merge(clear.flaws, &|_| true);
        let mut pair = inner(&clear.text, form.flaws, 0);
        pair.is_decoded = true;
        if clear.broken {
            pair.secret = None;
        }
        return pair;
    }
    // Words that nobody encoded decode to rubbish. What is long or padded was encoded once, and is damaged.
    if value.len() <= 64 && !value.ends_with('=') {
        form.add(Kind::NotEncoded, value);
        form.flaws
            .merge(clear.flaws, &|kind| kind == Kind::NotBase64);
        return Pair::secret(value);
    }
    if is_utf8 {
        let mut form = Form {
            text: &clear.text,
            flaws: &mut clear.flaws,
        };
        note_control(clear.text.text(), &mut form);
    }
    form.flaws.merge(clear.flaws, &|_| true);
    Pair::default()
}

/// What stands behind Bearer, or behind a scheme that nobody here knows.
fn bearer(value: &str, form: &mut Form) -> Pair {
    if is_placeholder(value) {
        form.add(Kind::Placeholder, value);
        return Pair::secret(value);
    }
    if let Some(end) = value.matches(['\n', '\r']).next() {
        form.add(Kind::Wrapped, end);
    }
    if is_token(value) {
        return Pair::secret(value);
    }
    if value.contains('@')
        && let Some(pair) = raw_pair(value, form)
    {
        return pair;
    }
    match decoded::strict(value) {
        Some(text) if is_token(text.trim()) || text.contains(':') => {
            form.add(Kind::SecretEncoded, value);
            let whole = form.text.origin_of_slice(value);
            inner(&MappedText::whole(&text, whole), form.flaws, 1)
        }
        _ => Pair::secret(value),
    }
}

/// A value without a scheme.
fn bare(value: &str, form: &mut Form) -> Pair {
    if is_placeholder(value) {
        form.add(Kind::Placeholder, value);
        return Pair::default();
    }
    if is_token(value) {
        return Pair::secret(value);
    }
    if let Some(pair) = raw_pair(value, form) {
        return pair;
    }
    let clear = decoded::read(value, form);
    let encoded = clear.is_readable() && !clear.broken && !clear.flaws.has(Kind::NotUtf8) && {
        let text = clear.text.text().trim();
        text.has_any(":@") || is_token(text) || decoded::strict(text).is_some()
    };
    if encoded {
        form.flaws.merge(clear.flaws, &|_| true);
        inner(&clear.text, form.flaws, 0)
    } else {
        Pair::secret(value)
    }
}

/// `email:token`, or an e-mail alone, or the text of `-u`, that nobody encoded. No base64 has a colon or an `@`.
fn raw_pair(value: &str, form: &mut Form) -> Option<Pair> {
    let bare = trimmed(command_option(value, form).unwrap_or(value));
    if is_email(bare) {
        form.add(Kind::NotEncoded, bare);
        form.add(Kind::SecretMissing, bare);
        return Some(Pair {
            user: Some(bare.to_owned()),
            ..Pair::default()
        });
    }
    if !bare.contains(':') || bare.starts_with("-----") {
        return None;
    }
    form.add(Kind::PairNotEncoded, bare);
    Some(part_of(bare, form, 0))
}

/// What follows `-u` or `--user`.
fn command_option<'t>(text: &'t str, form: &mut Form) -> Option<&'t str> {
    let rest = ["--user ", "--user=", "-u "]
        .iter()
        .find_map(|option| after_prefix(text, option))?;
    form.add_around(Kind::CommandOption, text, rest);
    Some(trimmed(rest))
}

/// A variable, a manual's words, a mask.
fn is_placeholder(text: &str) -> bool {
    placeholder::read(text).is_some()
        || shape::is_word_for_encoded(text)
        || (text.starts_with('<') && text.ends_with('>'))
        || (text.len() < 4096 && shape::holds_template(text))
}

/// How often a text may be encoded over and over before nobody can have meant it.
const DEPTH: usize = 4;

/// Reads a decoded text: `user:secret`, and what was encoded along with it by mistake.
fn inner(text: &MappedText, flaws: &mut Flaws, depth: usize) -> Pair {
    part_of(text.text(), &mut Form { text, flaws }, depth)
}

fn part_of(text: &str, form: &mut Form, depth: usize) -> Pair {
    let inside = without_extras(text, form);
    note_control(inside, form);
    if inside.is_empty() {
        form.add(Kind::Empty, text);
        return Pair::default();
    }
    match inside.split_once(':') {
        Some((user, secret)) => pair(inside, user, secret, form),
        None => without_colon(inside, form, depth),
    }
}

/// A decoded text without a colon: encoded again, a token alone, or an e-mail alone.
fn without_colon(text: &str, form: &mut Form, depth: usize) -> Pair {
    if depth < DEPTH
        && !is_token(text)
        && let Some(again) = decoded::strict(text)
        && (holds_credentials(&again)
            || decoded::strict(again.trim()).is_some_and(|text| holds_credentials(&text)))
    {
        form.add(Kind::DoubleEncoded, text);
        let whole = form.text.origin_of_slice(text);
        return inner(&MappedText::whole(&again, whole), form.flaws, depth + 1);
    }
    form.add(Kind::NoColon, text);
    if placeholder::read(text).is_some() {
        form.add(Kind::Placeholder, text);
    }
    if is_email(text) || shape::is_hidden_email(text) {
        Pair {
            user: Some(text.to_owned()),
            ..Pair::default()
        }
    } else {
        Pair::secret(text)
    }
}

/// Whether a text is a pair or a token.
fn holds_credentials(text: &str) -> bool {
    text.contains(':') || is_token(text.trim())
}

/// `user` and `secret`, which `text` holds, with what is wrong in each.
fn pair(text: &str, user: &str, secret: &str, form: &mut Form) -> Pair {
    let user = half(user, form);
    let secret = half(secret, form);
    let from_user = cut::tail(text, cut::head(text, user));
    let both = cut::head(from_user, cut::tail(from_user, secret));
    if user.is_empty() {
        form.add(Kind::UserMissing, cut::head(both, secret));
    }
    if secret.is_empty() {
        form.add(Kind::SecretMissing, both);
    }
    let (user, secret) = if is_swapped(user, secret) {
        form.add(Kind::Swapped, both);
        (secret, user)
    } else {
        (user, secret)
    };
    let decoded = encoded_secret(secret, form);
    let clear = decoded.as_ref().map_or(secret, |text| text.as_str());
    Pair {
        user: (!user.is_empty()).then(|| user.to_owned()),
        secret: (!clear.is_empty()).then(|| clear.into()),
        is_decoded: false,
    }
}

/// One half of a pair, without the quotes, whitespace and line ends around it.
fn half<'t>(text: &'t str, form: &mut Form) -> &'t str {
    let rest = without_line_end(text, form);
    let rest = without_whitespace(rest, form);
    let rest = without_quotes(rest, form);
    let rest = without_line_end(rest, form);
    let invisible = |c: char| matches!(text::describe(c), Some((OddKind::Invisible, _)));
    if placeholder::read(rest).is_some()
        || shape::is_hidden_email(rest)
        || shape::holds_template(rest)
    {
        form.add(Kind::Placeholder, rest);
    } else if let Some(found) = rest.matches(invisible).next() {
        form.add(Kind::Blanks, found);
    }
    rest
}

/// The token stands before the colon and the e-mail behind it.
fn is_swapped(user: &str, secret: &str) -> bool {
    is_email(secret) && (is_token(user) || (user.len() >= 16 && !user.has_any("@ .")))
}

/// The secret that stands encoded behind the colon: a token, or a pair.
fn encoded_secret(secret: &str, form: &mut Form) -> Option<Zeroizing<String>> {
    if is_token(secret) {
        return None;
    }
    let text = decoded::strict(secret)?;
    let bare = text.trim();
    let clear = match bare.split_once(':') {
        _ if is_token(bare) => bare,
        Some((user, token)) if is_email(user) || is_token(token) => token,
        _ => return None,
    };
    form.add(Kind::SecretEncoded, secret);
    Some(Zeroizing::new(clear.to_owned()))
}
