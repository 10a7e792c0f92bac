//! The account: the e-mail address that Cloud wants, or the user name of a server.

mod address;
mod domain;
mod draft;

use std::ops::Range;

use serde::Serialize;

pub(crate) use self::address::is_address;
use self::draft::Draft;
use super::change::{Change, ChangeKind};
use super::stand_in::{self, StandIn};
use super::token::{self, TokenKind, shape};
use crate::redact::redact;
use crate::span::{Span, Spans};
use crate::text::{self, OddKind};

/// What was read from the account field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// What the text is.
    pub kind: AccountKind,
    /// The text after all changes: an address, or a user name. Empty where nothing is left.
    pub normal: String,
    /// Every step from the typed text to `normal`.
    pub changes: Vec<Change>,
    /// What is doubtful about it, with its place in the typed text.
    pub flaws: Vec<AccountFlaw>,
}

/// What stands in the account field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum AccountKind {
    /// Nothing.
    Empty,
    /// An e-mail address, as HTML and mail systems accept it.
    Email,
    /// One word without `@`.
    UserName,
    /// Several words: `Jane Doe`.
    DisplayName,
    /// An Atlassian account id: 24 hexadecimal digits, or `712020:` and a UUID.
    AccountId,
    /// `<your-email>`, `you@example.com` of a manual, `[email protected]`.
    Placeholder,
    /// `$JIRA_EMAIL`, `${…}`, `%…%`, `{{…}}`.
    Variable,
    /// A token or another secret.
    Secret,
    /// `email:token` in one, plain or encoded.
    Pair,
    /// The address of a site.
    Address,
    /// It has an `@` but is no address.
    Malformed,
}

/// One doubt about the account, with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccountFlaw {
    /// What it is.
    pub kind: AccountFlawKind,
    /// Where, in the typed text.
    pub span: Span,
    /// The whole address as it was probably meant.
    pub suggestion: Option<String>,
}

/// What may be doubtful about an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AccountFlawKind {
    /// A well-known domain, one keystroke off: `gmial.com`, `acme.con`.
    DomainTypo,
    /// A colon, which ends the user-id of a Basic pair (RFC 7617 section 2).
    Colon,
    /// A control character, which RFC 7617 section 2 forbids.
    Control,
    /// `[email protected]`, which a page shows in place of an address.
    Obfuscated,
    /// No dot in the domain, two dots in a row, a blank, two `@`: see the span.
    Form,
}

/// Reads the account field.
pub fn read(typed: &str) -> Account {
    if typed.len() > LONGEST {
        return too_long(typed);
    }
    if let Some(account) = secret(typed).or_else(|| obfuscated(typed)) {
        return account;
    }
    let mut draft = Draft::of(typed);
    peel(&mut draft);
    let before = classify(&draft.text());
    if matches!(before, AccountKind::Placeholder | AccountKind::Variable) {
        return finish(typed, draft, before, Vec::new());
    }
    draft.remove_invisible();
    if draft.chars().any(|c| matches!(c, '@' | '＠' | '﹫')) {
        draft.narrow();
        draft.remove_blanks_beside_signs();
    }
    let kind = classify(&draft.text());
    let doubts = doubts(&draft, kind);
    finish(typed, draft, kind, doubts)
}

/// No address and no name is longer; what is, was pasted by mistake.
const LONGEST: usize = 8 * 1024;

fn too_long(typed: &str) -> Account {
    let whole = Doubt {
        kind: AccountFlawKind::Form,
        bytes: 0..typed.len(),
        suggestion: None,
    };
    Account {
        kind: AccountKind::Malformed,
        normal: String::new(),
        changes: Vec::new(),
        flaws: placed(typed, vec![whole]),
    }
}

/// A flaw whose place is still counted in bytes.
struct Doubt {
    kind: AccountFlawKind,
    bytes: Range<usize>,
    suggestion: Option<String>,
}

fn finish(typed: &str, draft: Draft, kind: AccountKind, doubts: Vec<Doubt>) -> Account {
    let text = draft.text();
    Account {
        kind,
        normal: match kind {
            // Both may carry a password, and `normal` is shown.
            AccountKind::Malformed | AccountKind::Address => redact(&text),
            AccountKind::Pair => text.split(':').next().unwrap_or_default().to_owned(),
            _ => text,
        },
        changes: draft.into_changes(),
        flaws: placed(typed, doubts),
    }
}

fn placed(typed: &str, mut doubts: Vec<Doubt>) -> Vec<AccountFlaw> {
    doubts.sort_by_key(|doubt| doubt.bytes.start);
    let mut spans = Spans::of(typed);
    doubts
        .into_iter()
        .map(|doubt| AccountFlaw {
            kind: doubt.kind,
            span: spans.span(doubt.bytes),
            suggestion: doubt.suggestion,
        })
        .collect()
}

/// A secret in the account's place, alone or with the user in front. Nothing of a secret is kept.
fn secret(typed: &str) -> Option<Account> {
    let (kind, user) = match token::read(typed) {
        token if token.kind == TokenKind::Encoded => match token.pair {
            Some((user, _)) => (AccountKind::Pair, user),
            None => (AccountKind::Secret, String::new()),
        },
        token if is_secret(token.kind) => (AccountKind::Secret, String::new()),
        _ => among_words(typed)?,
    };
    let colon = typed
        .find(':')
        .filter(|&at| !user.is_empty() && typed.get(..at).is_some_and(|head| head.ends_with(&user)))
        .map(|at| Doubt {
            kind: AccountFlawKind::Colon,
            bytes: at..at + 1,
            suggestion: None,
        });
    Some(Account {
        kind,
        normal: user,
        changes: Vec::new(),
        flaws: placed(typed, colon.into_iter().collect()),
    })
}

/// A token between other words: `jane@acme.example / …`.
fn among_words(typed: &str) -> Option<(AccountKind, String)> {
    let words = || typed.split(|c: char| text::is_blank(c) || matches!(c, ',' | ';' | '|'));
    words().find(|word| shape::is_token(word))?;
    Some(match words().find(|word| is_address(word)) {
        Some(address) => (AccountKind::Pair, address.to_owned()),
        None => (AccountKind::Secret, String::new()),
    })
}

/// Only what no user name looks like: a UUID, 24 or 32 letters and digits may be one.
fn is_secret(kind: TokenKind) -> bool {
    matches!(
        kind,
        TokenKind::ApiToken
            | TokenKind::ServiceAccountToken
            | TokenKind::AdminKey
            | TokenKind::BitbucketAppPassword
            | TokenKind::BitbucketDataCenterToken
            | TokenKind::DataCenterPat
            | TokenKind::Jwt
    )
}

/// What Cloudflare shows in place of an address (facts.md 8), copied with the page.
fn obfuscated(typed: &str) -> Option<Account> {
    let lower = typed.to_ascii_lowercase();
    let bytes = OBFUSCATED
        .iter()
        .find_map(|known| lower.find(known).map(|at| at..at + known.len()))
        .or_else(|| {
            let whole = text::trim(&lower);
            matches!(
                lower.get(whole.clone())?,
                "email-protected" | "email protected"
            )
            .then_some(whole)
        })?;
    let flaw = Doubt {
        kind: AccountFlawKind::Obfuscated,
        bytes,
        suggestion: None,
    };
    let mut draft = Draft::of(typed);
    draft.trim();
    Some(finish(typed, draft, AccountKind::Placeholder, vec![flaw]))
}

const OBFUSCATED: [&str; 6] = [
    "[email protected]",
    "[email\u{a0}protected]",
    "[email&#160;protected]",
    "[email&#xa0;protected]",
    "[email&nbsp;protected]",
    "/cdn-cgi/l/email-protection",
];

/// Takes away what stands around the address, layer by layer.
fn peel(draft: &mut Draft) {
    // Nobody wraps an address more often.
    for _ in 0..8 {
        let before = draft.len();
        draft.trim();
        unquote(draft);
        unwrap(draft);
        drop_mailto(draft);
        drop_label(draft);
        drop_punctuation(draft);
        if draft.len() == before {
            return;
        }
    }
}

fn unquote(draft: &mut Draft) {
    let is_quote = |c: char| matches!(text::describe(c), Some((OddKind::Quote, _)));
    let quotes = draft.chars().filter(|&c| is_quote(c)).count();
    let first = draft.chars().next().is_some_and(is_quote);
    let last = draft.chars().next_back().is_some_and(is_quote);
    let why = "Quotation marks do not belong to the address.";
    // A single one is a leftover of a pair; between letters an apostrophe may be part of a name.
    if last && (first || quotes == 1) {
        let len = draft.len();
        draft.remove(len - 1..len, ChangeKind::Quotes, why);
    }
    if first && ((last && draft.len() > 0) || quotes == 1) {
        draft.remove(0..1, ChangeKind::Quotes, why);
    }
}

/// `Jane Doe <jane@acme.example>`, `<jane@acme.example>`, `(…)`, `[…](mailto:…)`.
fn unwrap(draft: &mut Draft) {
    let chars: Vec<char> = draft.chars().collect();
    let open = match chars.last() {
        Some('>') => '<',
        Some(')') => '(',
        Some(']') => '[',
        _ => return,
    };
    let Some(at) = chars.iter().rposition(|&c| c == open) else {
        return;
    };
    // `<your-email>@…` ends otherwise, and `<email>` is a placeholder.
    let inner = chars.get(at + 1..).unwrap_or_default();
    if !inner.iter().any(|c| matches!(c, '@' | '＠'))
        || (open != '<' && at > 0 && chars.first() != Some(&'['))
    {
        return;
    }
    let end = draft.len();
    draft.remove(
        end - 1..end,
        ChangeKind::Wrapping,
        "The bracket does not belong to the address.",
    );
    let why = if at == 0 {
        "The bracket does not belong to the address."
    } else {
        "Only the address between the brackets counts; what stands before it is a name for people."
    };
    draft.remove(0..at + 1, ChangeKind::Wrapping, why);
}

fn drop_mailto(draft: &mut Draft) {
    const MAILTO: &str = "mailto:";
    let text = draft.text();
    let is_mailto = text
        .get(..MAILTO.len())
        .is_some_and(|head| head.eq_ignore_ascii_case(MAILTO));
    if !is_mailto {
        return;
    }
    let query = draft.chars().position(|c| c == '?');
    if let Some(query) = query {
        let end = draft.len();
        draft.remove(
            query..end,
            ChangeKind::Query,
            "What follows the question mark belongs to the link.",
        );
    }
    draft.remove(
        0..MAILTO.len(),
        ChangeKind::Mailto,
        "“mailto:” belongs to a link, not to the address.",
    );
}

/// `JIRA_EMAIL=`, `email: `, `"user": `.
fn drop_label(draft: &mut Draft) {
    let text = draft.text();
    let rest = text.strip_prefix("export ").unwrap_or(&text);
    let rest = rest.trim_start_matches(['"', '\'', '`']);
    let name: String = rest
        .chars()
        .take(64)
        .take_while(|&c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.'))
        .collect();
    let rest = rest.get(name.len()..).unwrap_or_default();
    let rest = rest
        .trim_start_matches(['"', '\'', '`'])
        .trim_start_matches([' ', '\t']);
    let value = match (rest.strip_prefix('='), rest.strip_prefix(':')) {
        (Some(value), _) => value,
        // `user:secret` is a pair; a label's colon has a blank or an address behind it.
        (_, Some(value)) if value.starts_with([' ', '\t', '"']) || value.contains('@') => value,
        _ => return,
    };
    if !names_an_account(&name) {
        return;
    }
    let Some(label) = text.get(..text.len() - value.len()) else {
        return;
    };
    draft.remove(
        0..label.chars().count(),
        ChangeKind::Label,
        "This is the name of the setting, not a part of the address.",
    );
}

fn names_an_account(name: &str) -> bool {
    const ENDS: [&str; 6] = ["email", "mail", "user", "username", "login", "account"];
    let name: String = name
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|c| c.to_ascii_lowercase())
        .collect();
    ENDS.iter().any(|end| name.ends_with(end))
}

/// A comma, a semicolon or a full stop behind, as in a sentence or a list.
fn drop_punctuation(draft: &mut Draft) {
    let (last, before) = {
        let mut chars = draft.chars().rev();
        (chars.next(), chars.next())
    };
    // An ellipsis is no sentence's end.
    if matches!(last, Some(',' | ';' | '.')) && before.is_some() && before != Some('.') {
        let len = draft.len();
        draft.remove(
            len - 1..len,
            ChangeKind::Wrapping,
            "The punctuation mark behind it does not belong to the address.",
        );
    }
}

fn classify(text: &str) -> AccountKind {
    if text.is_empty() {
        return AccountKind::Empty;
    }
    match stand_in::read(text) {
        Some(StandIn::Variable) => return AccountKind::Variable,
        // `user@domain.example` is made of a manual's words and may be somebody's; `is_manuals_address` knows better.
        Some(StandIn::Placeholder) if text.contains('@') => {}
        Some(_) => return AccountKind::Placeholder,
        None => {}
    }
    if is_account_id(text) {
        AccountKind::AccountId
    } else if shape::is_site(text) {
        AccountKind::Address
    } else if let Some((local, domain)) = text.split_once('@') {
        with_at_sign(text, local, domain)
    } else if text.contains(text::is_blank) {
        match spelt_out(text) {
            Some(_) => AccountKind::Malformed,
            None => AccountKind::DisplayName,
        }
    } else if text
        .split_once(':')
        .is_some_and(|(user, secret)| !user.is_empty() && !secret.is_empty())
    {
        AccountKind::Pair
    } else if percent_encoded(text).is_some() {
        AccountKind::Malformed
    } else {
        AccountKind::UserName
    }
}

fn with_at_sign(text: &str, local: &str, domain: &str) -> AccountKind {
    if stand_in::read(local) == Some(StandIn::Variable) {
        return AccountKind::Variable;
    }
    if is_manuals_address(local, domain) {
        return AccountKind::Placeholder;
    }
    let chars: Vec<char> = text.chars().collect();
    match address::fault(&chars) {
        Some(fault) if !fault.is_mild => AccountKind::Malformed,
        _ => AccountKind::Email,
    }
}

/// 24 hexadecimal digits; or a short id, a colon and a UUID.
fn is_account_id(text: &str) -> bool {
    let is_hex = |text: &str| text.bytes().all(|b| b.is_ascii_hexdigit());
    let old = text.len() == 24 && is_hex(text) && text.bytes().any(|b| b.is_ascii_digit());
    let new = text.split_once(':').is_some_and(|(head, uuid)| {
        (1..=24).contains(&head.len())
            && head.bytes().all(|b| b.is_ascii_alphanumeric())
            && shape::is_uuid(uuid)
    });
    old || new
}

/// An address that stands in a manual for the reader's own: `you@example.com`, `your-email@…`, `<email>@…`.
/// `me@example.com` and `jane@example.com` may be real ones in tests and in reports.
fn is_manuals_address(local: &str, domain: &str) -> bool {
    const LOCALS: [&str; 9] = [
        "you", "your", "user", "username", "name", "email", "mail", "myemail", "example",
    ];
    const DOMAINS: [&str; 10] = [
        "example.com",
        "example.org",
        "example.net",
        "company.com",
        "domain.com",
        "email.com",
        "mycompany.com",
        "yourcompany.com",
        "yourdomain.com",
        "organization.com",
    ];
    const YOURS: [&str; 14] = [
        "email",
        "mail",
        "name",
        "user",
        "login",
        "account",
        "atlassian",
        "jira",
        "work",
        "company",
        "domain",
        "organi",
        "site",
        "team",
    ];
    let plain = |part: &str| {
        part.chars()
            .filter(|c| !matches!(c, '-' | '_'))
            .map(|c| c.to_ascii_lowercase())
            .collect::<String>()
    };
    let is_yours = |part: &str| {
        part.strip_prefix("your").is_some_and(|rest| {
            let rest = rest.trim_start_matches('.');
            YOURS.iter().any(|word| rest.starts_with(word))
        })
    };
    let is_bracketed =
        |part: &str| part.starts_with(['<', '{', '[']) && part.contains(['>', '}', ']']);
    let (local, domain) = (plain(local), plain(domain));
    is_bracketed(&local)
        || is_bracketed(&domain)
        || is_yours(&local)
        || is_yours(&domain)
        || (LOCALS.contains(&local.as_str()) && DOMAINS.contains(&domain.as_str()))
}

/// What is doubtful about a text of this kind.
fn doubts(draft: &Draft, kind: AccountKind) -> Vec<Doubt> {
    let mut doubts: Vec<Doubt> = control_characters(draft).collect();
    let text = draft.text();
    match kind {
        AccountKind::Email | AccountKind::Malformed => doubts.extend(
            doubled_domain(draft, &text)
                .or_else(|| form(draft, &text))
                .or_else(|| mistyped_domain(draft, &text)),
        ),
        AccountKind::Pair | AccountKind::UserName => {}
        _ => return doubts,
    }
    if kind != AccountKind::Email {
        doubts.extend(colon(draft));
    }
    doubts
}

fn control_characters(draft: &Draft) -> impl Iterator<Item = Doubt> {
    draft
        .chars()
        .enumerate()
        .filter(|&(_, c)| c.is_ascii_control() && !matches!(c, '\t' | '\n' | '\r'))
        .map(|(at, _)| Doubt {
            kind: AccountFlawKind::Control,
            bytes: draft.bytes(at..at + 1),
            suggestion: None,
        })
}

fn colon(draft: &Draft) -> Option<Doubt> {
    let at = draft.chars().position(|c| c == ':')?;
    Some(Doubt {
        kind: AccountFlawKind::Colon,
        bytes: draft.bytes(at..at + 1),
        suggestion: None,
    })
}

/// `jane@acme.example@acme.example`. Twice in one word is the domain's own affair.
fn doubled_domain(draft: &Draft, text: &str) -> Option<Doubt> {
    let (local, domains) = text.split_once('@')?;
    let (first, second) = domains.split_once('@')?;
    let suggestion = format!("{local}@{first}");
    let same = first.eq_ignore_ascii_case(second) && is_address(&suggestion);
    let start = suggestion.chars().count();
    same.then(|| Doubt {
        kind: AccountFlawKind::DomainTypo,
        bytes: draft.bytes(start..draft.len()),
        suggestion: Some(suggestion),
    })
}

fn form(draft: &Draft, text: &str) -> Option<Doubt> {
    let whole = |suggestion: String| Doubt {
        kind: AccountFlawKind::Form,
        bytes: draft.bytes(0..draft.len()),
        suggestion: Some(suggestion),
    };
    if let Some(suggestion) = spelt_out(text).or_else(|| percent_encoded(text)) {
        return Some(whole(suggestion));
    }
    let mut chars: Vec<char> = text.chars().collect();
    let fault = address::fault(&chars)?;
    let suggestion = fault.instead.and_then(|instead| {
        chars.splice(fault.at.clone(), instead.chars());
        Some(chars.into_iter().collect::<String>()).filter(|text| is_address(text))
    });
    Some(Doubt {
        kind: AccountFlawKind::Form,
        bytes: draft.bytes(fault.at),
        suggestion,
    })
}

fn mistyped_domain(draft: &Draft, text: &str) -> Option<Doubt> {
    let (local, typed) = text.split_once('@')?;
    let meant = domain::meant(typed)?;
    let start = local.chars().count() + 1;
    Some(Doubt {
        kind: AccountFlawKind::DomainTypo,
        bytes: draft.bytes(start..draft.len()),
        suggestion: Some(format!("{local}@{meant}")),
    })
}

/// `jane at acme dot example`, `jane [at] acme [dot] example`: the address that it spells.
fn spelt_out(text: &str) -> Option<String> {
    let mut address = String::new();
    let mut spelt = false;
    for word in text.split(text::is_blank).filter(|word| !word.is_empty()) {
        let bare = word.trim_matches(['(', ')', '[', ']', '{', '}', '<', '>']);
        let sign = if bare.eq_ignore_ascii_case("at") {
            "@"
        } else if bare.eq_ignore_ascii_case("dot") {
            "."
        } else {
            address.push_str(word);
            continue;
        };
        spelt = true;
        address.push_str(sign);
    }
    Some(address).filter(|address| spelt && is_address(address))
}

/// `jane%40acme.example`, as a link carries it.
fn percent_encoded(text: &str) -> Option<String> {
    Some(text.replace("%40", "@")).filter(|address| address != text && is_address(address))
}

#[cfg(test)]
#[expect(clippy::string_slice, reason = "tokens are ASCII")]
mod tests {
    use super::*;
    use crate::sample::expand;

    #[test]
    fn each_kind_is_told_apart() {
        use AccountKind::*;
        for (template, kind) in [
            ("", Empty),
            (" \u{200b}\n", Empty),
            ("jane@acme.example", Email),
            ("Jane.Doe@Acme.Example", Email),
            ("jane.doe+ci@mail.eu.acme.international", Email),
            ("sean.o'brien@acme.example", Email),
            ("jürgen.müller@acme.example", Email),
            ("jane@bücher.example", Email),
            ("jane@localhost", Email),
            ("me@example.com", Email),
            ("jane@example.com", Email),
            ("user@domain.example", Email),
            ("myemail@provider.example", Email),
            ("my-name@my-domain.example", Email),
            ("user.name@mail.example", Email),
            ("youri@acme.example", Email),
            ("email: jane@acme.example", Email),
            ("jdoe", UserName),
            ("jdoe22", UserName),
            ("ACME\\jdoe", UserName),
            ("machine-account", UserName),
            ("cloudSyncUser", UserName),
            ("3fa85f64-5717-4562-b3fc-2c963f66afa6", UserName),
            ("Jane Doe", DisplayName),
            ("5b10ac8d82e05b22cc7d4ef5", AccountId),
            ("712020:3fa85f64-5717-4562-b3fc-2c963f66afa6", AccountId),
            ("557058:f58131cb-b67d-43c7-b30d-6b58d40bd077", AccountId),
            ("you@example.com", Placeholder),
            ("your-email@acme.example", Placeholder),
            ("jane@your-company.com", Placeholder),
            ("email@example.com", Placeholder),
            ("name@company.com", Placeholder),
            ("<email>", Placeholder),
            ("<your-email>@acme.example", Placeholder),
            ("your_email", Placeholder),
            ("[email protected]", Placeholder),
            ("Jane <[email\u{a0}protected]>", Placeholder),
            ("[email&#160;protected]", Placeholder),
            ("$JIRA_EMAIL", Variable),
            ("JIRA_EMAIL=${JIRA_EMAIL}", Variable),
            ("%USER%@acme.example", Variable),
            ("{{api-token}}", Secret),
            ("{{api-token-cut:20}}", Secret),
            ("Bearer {{dc-pat}}", Secret),
            ("{{jwt}}", Secret),
            ("{{b64:{{api-token}}}}", Secret),
            ("my token {{api-token}}", Secret),
            ("jane@acme.example:{{api-token}}", Pair),
            ("jane@acme.example / {{api-token}}", Pair),
            ("jane@acme.example:hunter2", Pair),
            ("Basic {{b64:jdoe:hunter2}}", Pair),
            ("{{b64:jane@acme.example:hunter2}}", Pair),
            ("jdoe:hunter2", Pair),
            ("https://acme.atlassian.net/browse/A-1", Address),
            ("acme.atlassian.net", Address),
            ("jane at acme dot example", Malformed),
            ("jane [at] acme [dot] example", Malformed),
            ("jane%40acme.example", Malformed),
            ("jane@@acme.example", Malformed),
            ("jane@acme@acme.example", Malformed),
            ("jane doe@acme.example", Malformed),
            ("@acme.example", Malformed),
            ("jane@", Malformed),
            ("jane@acme_corp.example", Malformed),
        ] {
            assert_eq!(read(&expand(template)).kind, kind, "{template}");
        }
    }

    #[test]
    fn copying_is_undone_step_by_step() {
        use ChangeKind::*;
        for (typed, changes) in [
            (" jane@acme.example", &[Blank][..]),
            ("jane@acme.example \n", &[Blank, Blank]),
            ("jane@acme.example\u{200b}", &[Invisible]),
            ("ja\u{200b}ne@acme.example", &[Invisible]),
            ("jane@acme.example,", &[Wrapping]),
            ("jane@acme.example.", &[Wrapping]),
            ("jane@acme.example;", &[Wrapping]),
            ("\"jane@acme.example\"", &[Quotes, Quotes]),
            ("“jane@acme.example”", &[Quotes, Quotes]),
            ("jane@acme.example\"", &[Quotes]),
            ("<jane@acme.example>", &[Wrapping, Wrapping]),
            ("Jane Doe <jane@acme.example>", &[Wrapping, Wrapping]),
            ("\"Doe, Jane\" <jane@acme.example>", &[Wrapping, Wrapping]),
            ("mailto:jane@acme.example", &[Mailto]),
            ("MAILTO:jane@acme.example?subject=x", &[Query, Mailto]),
            (
                "[jane](mailto:jane@acme.example)",
                &[Wrapping, Wrapping, Mailto],
            ),
            ("JIRA_EMAIL=jane@acme.example", &[Label]),
            ("email: jane@acme.example", &[Label, Blank]),
            (
                "\"email\": \"jane@acme.example\",",
                &[Label, Wrapping, Blank, Quotes, Quotes],
            ),
            ("jane＠acme.example", &[Width]),
            ("jane @ acme.example", &[Blank, Blank]),
        ] {
            let account = read(typed);
            assert_eq!(account.kind, AccountKind::Email, "{typed}");
            assert_eq!(account.normal, "jane@acme.example", "{typed}");
            let found: Vec<_> = account.changes.iter().map(|change| change.kind).collect();
            assert_eq!(found, changes, "{typed}");
        }
    }

    #[test]
    fn a_change_names_the_character_and_its_place() {
        let account = read("😀a\u{200b}b@acme.example  ");
        let told: Vec<_> = account
            .changes
            .iter()
            .map(|change| (change.why.as_str(), change.span.start, change.span.end))
            .collect();
        assert_eq!(
            told,
            [
                (
                    "There is a space from position 19 to 20. It does not belong to an address.",
                    18,
                    20
                ),
                (
                    "There is a zero-width space (U+200B) at position 4. It cannot be seen, and Jira would take it for a part of the address.",
                    3,
                    4
                ),
            ]
        );
        assert_eq!(account.changes[1].before, "\u{200b}");
        assert_eq!(account.normal, "😀ab@acme.example");
    }

    #[test]
    fn doubts_come_with_a_place_and_a_suggestion() {
        use AccountFlawKind::*;
        for (typed, kind, (start, end), suggestion) in [
            (
                "jane@gmial.com",
                DomainTypo,
                (5, 14),
                Some("jane@gmail.com"),
            ),
            (
                " jane@acme.exampel ",
                DomainTypo,
                (6, 18),
                Some("jane@acme.example"),
            ),
            ("jane@acme.con", DomainTypo, (5, 13), Some("jane@acme.com")),
            (
                "jane@acme.example@acme.example",
                DomainTypo,
                (17, 30),
                Some("jane@acme.example"),
            ),
            (
                "release-bot@acme-linux.exampleacme-linux.example",
                DomainTypo,
                (12, 48),
                Some("release-bot@acme-linux.example"),
            ),
            ("jane@acme,com", Form, (9, 10), Some("jane@acme.com")),
            ("jane@acmecom", Form, (5, 12), None),
            (
                "jane@@acme.example",
                Form,
                (5, 6),
                Some("jane@acme.example"),
            ),
            (
                "jane@acme..example",
                Form,
                (10, 11),
                Some("jane@acme.example"),
            ),
            (
                ".jane@acme.example",
                Form,
                (0, 1),
                Some("jane@acme.example"),
            ),
            (
                "jane.@acme.example",
                Form,
                (4, 5),
                Some("jane@acme.example"),
            ),
            (
                "jane@.acme.example",
                Form,
                (5, 6),
                Some("jane@acme.example"),
            ),
            ("jane doe@acme.example", Form, (4, 5), None),
            (
                "jane at acme dot example",
                Form,
                (0, 24),
                Some("jane@acme.example"),
            ),
            (
                "jane%40acme.example",
                Form,
                (0, 19),
                Some("jane@acme.example"),
            ),
            ("jdoe:hunter2", Colon, (4, 5), None),
            ("jane@acme.example:hunter2", Colon, (17, 18), None),
            ("jd\u{7}oe", Control, (2, 3), None),
            ("😀[email protected]", Obfuscated, (2, 19), None),
        ] {
            let flaw = AccountFlaw {
                kind,
                span: Span { start, end },
                suggestion: suggestion.map(str::to_owned),
            };
            let account = read(typed);
            assert!(
                account.flaws.contains(&flaw),
                "{typed}: {:?}",
                account.flaws
            );
        }
    }

    #[test]
    fn a_good_account_raises_no_doubt() {
        for typed in [
            "jane@acme.example",
            "sean.o'brien@acme.example",
            "jürgen.müller@acme.example",
            "jane.doe@mail.eu.acme.international",
            "jane+jira-sandbox@acme.example",
            "jdoe",
            "ACME\\jdoe",
            "712020:3fa85f64-5717-4562-b3fc-2c963f66afa6",
        ] {
            let account = read(typed);
            assert_eq!(account.flaws, [], "{typed}");
            assert_eq!(account.changes, [], "{typed}");
            assert_eq!(account.normal, typed);
        }
    }

    #[test]
    fn nothing_of_a_secret_is_kept() {
        for template in [
            "{{api-token}}",
            "\"{{api-token}}\"",
            "jane@acme.example:{{api-token}}",
            "{{api-token}}:jane@acme.example",
            "jane@acme.example / {{api-token}}",
            "email={{api-token}}",
            "{{b64:jane@acme.example:{{api-token}}}}",
            "https://jane:{{api-token}}@acme.atlassian.net",
            "Jane {{api-token}} <jane@acme.example>",
            "jane@{{api-token}}@x",
        ] {
            let shown = format!("{:?}", read(&expand(template)));
            let token = expand("{{api-token}}");
            assert!(!shown.contains(&token[20..40]), "{template}: {shown}");
        }
        assert!(!format!("{:?}", read("jdoe:hunter2")).contains("hunter2"));
        assert!(!format!("{:?}", read("https://jdoe:hunter2@acme.example")).contains("hunter2"));
    }

    #[test]
    fn garbage_never_panics_and_spans_stay_inside() {
        const PARTS: [&str; 30] = [
            "jane",
            "@",
            ".",
            "acme.example",
            "gmial.com",
            " ",
            "\n",
            "\u{200b}",
            "\"",
            "'",
            "“",
            "<",
            ">",
            "(",
            ")",
            "[",
            "]",
            "mailto:",
            "email=",
            "email: ",
            ":",
            ",",
            "＠",
            "é",
            "😀",
            "?",
            "%40",
            "at ",
            "\u{7}",
            "$X",
        ];
        let mut state: u64 = 5;
        for round in 0..20_000 {
            let mut typed = String::new();
            for _ in 0..round % 12 {
                state = state
                    .wrapping_mul(6_364_136_223_846_793_005)
                    .wrapping_add(1_442_695_040_888_963_407);
                typed.push_str(PARTS[usize::try_from(state >> 33).unwrap() % PARTS.len()]);
            }
            let account = read(&typed);
            let length = typed.encode_utf16().count();
            let changes = account.changes.iter().map(|change| change.span);
            for span in changes.chain(account.flaws.iter().map(|flaw| flaw.span)) {
                assert!(
                    span.start <= span.end && span.end <= length,
                    "{typed:?} {account:?}"
                );
            }
        }
    }

    #[test]
    fn any_length_is_read_quickly() {
        for part in [
            "a",
            " ",
            "\u{200b} ",
            "a@",
            "＠",
            ".",
            "<",
            "\"a",
            "a ",
            "$",
        ] {
            for length in [8000, 1_000_000] {
                let typed = part.repeat(length / part.len());
                let before = std::time::Instant::now();
                let account = read(&typed);
                let millis = before.elapsed().as_millis();
                assert!(millis < 3000, "{part:?} takes {millis} ms");
                assert!(length < 9000 || account.kind == AccountKind::Malformed);
            }
        }
    }
}
