//! What is doubtful about an account, and what was probably meant.

use std::ops::Range;

use super::draft::Draft;
use super::{AccountFlawKind, AccountKind, domain};
use crate::grammar::email::{self, is_email};
use crate::text;

/// A flaw whose place is still counted in bytes.
pub(super) struct Doubt {
    pub(super) kind: AccountFlawKind,
    pub(super) bytes: Range<usize>,
    pub(super) suggestion: Option<String>,
}

/// What is doubtful about a text of this kind.
pub(super) fn of(draft: &Draft, kind: AccountKind) -> Vec<Doubt> {
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
    let same = first.eq_ignore_ascii_case(second) && is_email(&suggestion);
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
    let fault = email::fault(&chars)?;
    let suggestion = fault.instead.and_then(|instead| {
        chars.splice(fault.at.clone(), instead.chars());
        Some(chars.into_iter().collect::<String>()).filter(|text| is_email(text))
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
pub(super) fn spelt_out(text: &str) -> Option<String> {
    let mut address = String::new();
    let mut spelt = false;
    for word in text
        .split(text::is_whitespace)
        .filter(|word| !word.is_empty())
    {
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
    Some(address).filter(|address| spelt && is_email(address))
}

/// `jane%40acme.example`, as a link carries it.
pub(super) fn percent_encoded(text: &str) -> Option<String> {
    Some(text.replace("%40", "@")).filter(|address| address != text && is_email(address))
}
