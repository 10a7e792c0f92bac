//! The parts of a header: its scheme, its user, its secret, and what is wrong with its form.

use zeroize::Zeroizing;

use super::HeaderFlawKind as Kind;
use super::encoded::Place;
use super::flaws::Flaws;
use super::header_line::{self, Meant};
use super::piece::Piece;
use super::trim::{
    note_control, unquote, without_blanks, without_extras, without_line_end, without_quotes,
};
use super::{HeaderFlaw, Scheme, decoded, shape};
use crate::grammar::email::is_email;
use crate::grammar::placeholder;
use crate::read::token;
use crate::secret::Secret;
use crate::text::{self, OddKind};

/// What a header says. The secret is text here, and judged by `read::token` later.
pub(crate) struct Parts {
    pub(crate) scheme: Scheme,
    pub(crate) user: Option<String>,
    pub(crate) secret: Option<Secret>,
    pub(crate) flaws: Vec<HeaderFlaw>,
}

/// The two halves of a pair, as far as they are there.
#[derive(Default)]
pub(super) struct Pair {
    user: Option<String>,
    secret: Option<Secret>,
}

impl Pair {
    fn secret(text: &str) -> Self {
        Self {
            user: None,
            secret: Some(text.into()),
        }
    }
}

/// Servers stop at 8 to 64 KiB (jira-facts.md 11, row 42), so nothing longer is a header that ever worked.
pub(super) const LONGEST: usize = 64 * 1024;

/// Reads a header.
pub(crate) fn read(typed: &str) -> Parts {
    if typed.len() > LONGEST {
        return too_long(typed);
    }
    let mut flaws = Flaws::new(typed);
    note_control(Piece::whole(typed), &Place::Typed(0), &mut flaws);
    let header = header_line::split(typed, &mut flaws);
    let value = unwrap(header.value, &mut flaws);
    let pair = if value.is_empty() {
        flaws.add(Kind::Empty, 0..typed.len());
        Pair::default()
    } else {
        match header.meant {
            Meant::Basic => basic(value, &mut flaws),
            Meant::Bearer | Meant::Unknown => bearer(value, &mut flaws),
            Meant::Nothing => bare(value, &mut flaws),
        }
    };
    Parts {
        scheme: header.scheme,
        user: pair.user,
        secret: pair.secret,
        flaws: flaws.into_vec(),
    }
}

/// Of a text that was pasted by mistake the scheme alone is read.
fn too_long(typed: &str) -> Parts {
    let beginning = text::cut::first(typed, header_line::FRONT);
    let mut flaws = Flaws::new(typed);
    flaws.add(Kind::TooLong, 0..typed.len());
    Parts {
        scheme: header_line::split(beginning, &mut Flaws::new(beginning)).scheme,
        user: None,
        secret: None,
        flaws: flaws.into_vec(),
    }
}

/// Whether a text is base64 of `user:secret`, in readable letters.
pub(crate) fn is_readable_pair(text: &str) -> bool {
    decoded::strict(text).is_some_and(|text| text.contains(':'))
}

/// Takes away quotes around the value and the armour of `certutil -encode`.
fn unwrap<'t>(value: Piece<'t>, flaws: &mut Flaws) -> Piece<'t> {
    let value = unquote(value, &Place::Typed(0), flaws);
    let Some(armour) = value.after("-----") else {
        return value;
    };
    flaws.add(Kind::PemArmour, value.range());
    let body = match armour.text.find("-----") {
        Some(end) => armour.skip(end + 5),
        None => armour,
    };
    let end = body.text.find("-----").unwrap_or(body.text.len());
    body.first(end).trim()
}

/// What stands behind Basic.
fn basic(value: Piece, flaws: &mut Flaws) -> Pair {
    if is_placeholder(value.text) {
        flaws.add(Kind::Placeholder, value.range());
        return Pair::default();
    }
    if token::is_token(value.text) {
        flaws.add(Kind::NotEncoded, value.range());
        return Pair::secret(value.text);
    }
    if let Some(pair) = raw_pair(value, flaws) {
        return pair;
    }
    let mut attempt = flaws.attempt();
    let text = decoded::read(value, &mut attempt);
    let is_utf8 = !attempt.has(Kind::NotUtf8);
    let is_text = if text.text.contains(':') {
        is_utf8 || text.is_readable()
    } else {
        is_utf8 && !text.broken && text.is_readable()
    };
    if !is_text {
        // Words that nobody encoded decode to rubbish. What is long or padded was encoded once, and is damaged.
        let encoded = value.text.len() > 64 || value.text.ends_with('=');
        if !encoded {
            flaws.add(Kind::NotEncoded, value.range());
            flaws.merge_kind(attempt, Kind::NotBase64);
            return Pair::secret(value.text);
        }
        if !attempt.has(Kind::NotUtf8) {
            note_control(Piece::whole(&text.text), &text.place, &mut attempt);
        }
        flaws.merge(attempt);
        return Pair::default();
    }
    flaws.merge(attempt);
    let mut pair = inner(Piece::whole(&text.text), &text.place, flaws, 0);
    if text.broken {
        pair.secret = None;
    }
    pair
}

/// What stands behind Bearer, or behind a scheme that nobody here knows.
fn bearer(value: Piece, flaws: &mut Flaws) -> Pair {
    if is_placeholder(value.text) {
        flaws.add(Kind::Placeholder, value.range());
        return Pair::secret(value.text);
    }
    if let Some((before, _)) = value.split(|c| c == '\n' || c == '\r') {
        flaws.add(Kind::Wrapped, before.end()..before.end() + 1);
    }
    if token::is_token(value.text) {
        return Pair::secret(value.text);
    }
    if value.text.contains('@')
        && let Some(pair) = raw_pair(value, flaws)
    {
        return pair;
    }
    match decoded::strict(value.text) {
        Some(text) if token::is_token(text.trim()) || text.contains(':') => {
            flaws.add(Kind::SecretEncoded, value.range());
            inner(Piece::whole(&text), &Place::Whole(value.range()), flaws, 1)
        }
        _ => Pair::secret(value.text),
    }
}

/// A value without a scheme.
fn bare(value: Piece, flaws: &mut Flaws) -> Pair {
    if is_placeholder(value.text) {
        flaws.add(Kind::Placeholder, value.range());
        return Pair::default();
    }
    if token::is_token(value.text) {
        return Pair::secret(value.text);
    }
    if let Some(pair) = raw_pair(value, flaws) {
        return pair;
    }
    let mut attempt = flaws.attempt();
    let text = decoded::read(value, &mut attempt);
    let encoded = text.is_readable() && !text.broken && !attempt.has(Kind::NotUtf8) && {
        let text = text.text.trim();
        text.contains([':', '@']) || token::is_token(text) || decoded::strict(text).is_some()
    };
    if encoded {
        flaws.merge(attempt);
        inner(Piece::whole(&text.text), &text.place, flaws, 0)
    } else {
        Pair::secret(value.text)
    }
}

/// `email:token`, or an e-mail alone, or the text of `-u`, that nobody encoded. No base64 has a colon or an `@`.
fn raw_pair(value: Piece, flaws: &mut Flaws) -> Option<Pair> {
    let place = Place::Typed(0);
    let text = command_option(value, &place, flaws).unwrap_or(value);
    let bare = text.trim();
    if is_email(bare.text) {
        flaws.add(Kind::NotEncoded, bare.range());
        flaws.add(Kind::SecretMissing, bare.range());
        return Some(Pair {
            user: Some(bare.text.to_owned()),
            secret: None,
        });
    }
    if !bare.text.contains(':') || bare.text.starts_with("-----") {
        return None;
    }
    flaws.add(Kind::PairNotEncoded, bare.range());
    Some(inner(bare, &place, flaws, 0))
}

/// What follows `-u` or `--user`.
fn command_option<'t>(text: Piece<'t>, place: &Place, flaws: &mut Flaws) -> Option<Piece<'t>> {
    let rest = ["--user ", "--user=", "-u "]
        .iter()
        .find_map(|option| text.after(option))?;
    flaws.add(Kind::CommandOption, place.of(text.at..rest.at));
    Some(rest.trim_start())
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

/// Reads the decoded text: `user:secret`, and what was encoded along with it by mistake.
fn inner(text: Piece, place: &Place, flaws: &mut Flaws, depth: usize) -> Pair {
    let text = without_extras(text, place, flaws);
    note_control(text, place, flaws);
    if text.is_empty() {
        flaws.add(Kind::Empty, place.of(text.range()));
        return Pair::default();
    }
    match text.split(|c| c == ':') {
        Some((user, secret)) => pair(user, secret, place, flaws),
        None => without_colon(text, place, flaws, depth),
    }
}

/// A decoded text without a colon: encoded again, a token alone, or an e-mail alone.
fn without_colon(text: Piece, place: &Place, flaws: &mut Flaws, depth: usize) -> Pair {
    if depth < DEPTH
        && !token::is_token(text.text)
        && let Some(again) = decoded::strict(text.text)
        && (again.contains(':') || token::is_token(again.trim()) || is_encoded_pair(&again))
    {
        let whole = place.of(text.range());
        flaws.add(Kind::DoubleEncoded, whole.clone());
        return inner(Piece::whole(&again), &Place::Whole(whole), flaws, depth + 1);
    }
    let whole = place.of(text.range());
    flaws.add(Kind::NoColon, whole.clone());
    if placeholder::read(text.text).is_some() {
        flaws.add(Kind::Placeholder, whole);
    }
    if is_email(text.text) || shape::is_hidden_email(text.text) {
        Pair {
            user: Some(text.text.to_owned()),
            secret: None,
        }
    } else {
        Pair::secret(text.text)
    }
}

/// Whether a text is base64 of a pair or of a token, here or one step deeper.
fn is_encoded_pair(text: &str) -> bool {
    decoded::strict(text.trim())
        .is_some_and(|text| text.contains(':') || token::is_token(text.trim()))
}

/// `user` and `secret`, with what is wrong in each.
fn pair(user: Piece, secret: Piece, place: &Place, flaws: &mut Flaws) -> Pair {
    let user = part(user, place, flaws);
    let secret = part(secret, place, flaws);
    if user.is_empty() {
        flaws.add(Kind::UserMissing, place.of(user.at..secret.at));
    }
    if secret.is_empty() {
        flaws.add(Kind::SecretMissing, place.of(user.at..secret.end()));
    }
    let (user, secret) = if is_swapped(user.text, secret.text) {
        flaws.add(Kind::Swapped, place.of(user.at..secret.end()));
        (secret, user)
    } else {
        (user, secret)
    };
    let decoded = encoded_secret(secret, place, flaws);
    let clear = decoded.as_ref().map_or(secret.text, |text| text.as_str());
    Pair {
        user: (!user.is_empty()).then(|| user.text.to_owned()),
        secret: (!clear.is_empty()).then(|| clear.into()),
    }
}

/// One half of a pair, without the quotes, blanks and line ends around it.
fn part<'t>(text: Piece<'t>, place: &Place, flaws: &mut Flaws) -> Piece<'t> {
    let rest = without_line_end(text, place, flaws);
    let rest = without_blanks(rest, place, flaws);
    let rest = without_quotes(rest, place, flaws);
    let rest = without_line_end(rest, place, flaws);
    let invisible = |c: char| matches!(text::describe(c), Some((OddKind::Invisible, _)));
    if placeholder::read(rest.text).is_some()
        || shape::is_hidden_email(rest.text)
        || shape::holds_template(rest.text)
    {
        flaws.add(Kind::Placeholder, place.of(rest.range()));
    } else if let Some((before, behind)) = rest.split(invisible) {
        flaws.add(Kind::Blanks, place.of(before.end()..behind.at));
    }
    rest
}

/// The token stands before the colon and the e-mail behind it.
fn is_swapped(user: &str, secret: &str) -> bool {
    is_email(secret)
        && (token::is_token(user) || (user.len() >= 16 && !user.contains(['@', ' ', '.'])))
}

/// The secret that stands encoded behind the colon: a token, or a pair.
fn encoded_secret(secret: Piece, place: &Place, flaws: &mut Flaws) -> Option<Zeroizing<String>> {
    if token::is_token(secret.text) {
        return None;
    }
    let text = decoded::strict(secret.text)?;
    let bare = text.trim();
    let clear = match bare.split_once(':') {
        _ if token::is_token(bare) => bare,
        Some((user, token)) if is_email(user) || token::is_token(token) => token,
        _ => return None,
    };
    let clear = Zeroizing::new(clear.to_owned());
    flaws.add(Kind::SecretEncoded, place.of(secret.range()));
    Some(clear)
}
