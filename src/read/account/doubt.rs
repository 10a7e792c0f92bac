//! What is doubtful about an account, and what was probably meant.

use std::ops::Range;

use super::{AccountFlawKind, AccountKind, PartialAccount, domain};
use crate::grammar::email::{self, is_email};
use crate::prose::prose;
use crate::text::{self, MappedText, Signs};

impl PartialAccount<'_> {
    /// Doubts a part of the typed text.
    pub(super) fn doubt(&mut self, kind: AccountFlawKind, place: Range<usize>) {
        let why = match kind {
            AccountFlawKind::DomainTypo => prose!("The part after the @ looks mistyped."),
            // RFC 7617 section 2 (jira-facts.md 8).
            AccountFlawKind::Colon => prose!(
                "The user name contains a colon. Jira would read what follows as the password."
            ),
            AccountFlawKind::Control => {
                prose!("The user name contains a control character, which no header may contain.")
            }
            AccountFlawKind::Form | AccountFlawKind::Obfuscated => {
                prose!("This contains an @ but isn't a valid e-mail address.")
            }
        };
        self.flaws.add(kind, place, why);
    }

    /// Doubts what is left of the typed text.
    pub(super) fn doubt_text(&mut self, text: &MappedText, kind: AccountKind) {
        let is_control = |c: char| c.is_ascii_control() && !matches!(c, '\t' | '\n' | '\r');
        for found in text.text().matches(is_control) {
            self.doubt(AccountFlawKind::Control, text.origin_of_slice(found));
        }
        match kind {
            AccountKind::Email | AccountKind::Malformed => {
                let _ = self.doubled_domain(text)
                    || self.form(text)
                    || self.mistyped_domain(text, kind);
            }
            AccountKind::Pair | AccountKind::UserName => {}
            _ => return,
        }
        if let Some(at) = text.text().find(':').filter(|_| kind != AccountKind::Email) {
            self.doubt(AccountFlawKind::Colon, text.origin(at..at + 1));
        }
    }

    /// The colon between the user and a secret.
    pub(super) fn doubt_colon_behind(&mut self, user: &str) {
        let before = self.typed.split(':').next().unwrap_or_default();
        if !user.is_empty() && before.len() < self.typed.len() && before.ends_with(user) {
            self.doubt(AccountFlawKind::Colon, before.len()..before.len() + 1);
        }
    }

    /// `jane@acme.example@acme.example`. Twice in one word is the domain's own affair.
    fn doubled_domain(&mut self, text: &MappedText) -> bool {
        let mut parts = text.text().splitn(3, '@');
        let (Some(local), Some(first), Some(second)) = (parts.next(), parts.next(), parts.next())
        else {
            return false;
        };
        let meant = [local, "@", first].concat();
        let is_doubled = first.eq_ignore_ascii_case(second) && is_email(&meant);
        if is_doubled {
            let place = text.origin(meant.len()..text.text().len());
            self.doubt(AccountFlawKind::DomainTypo, place);
            self.suggestion = Some(meant);
        }
        is_doubled
    }

    fn form(&mut self, text: &MappedText) -> bool {
        let all = text.text();
        let (place, meant) = if let Some(meant) = spelt_out(all).or_else(|| percent_encoded(all)) {
            (0..all.len(), Some(meant))
        } else {
            let chars: Vec<char> = all.chars().collect();
            let Some(fault) = email::fault(&chars) else {
                return false;
            };
            let byte = |at: usize| chars.iter().take(at).map(|c| c.len_utf8()).sum();
            let place: Range<usize> = byte(fault.at.start)..byte(fault.at.end);
            let meant = fault.instead.map(|instead| {
                let mut meant = all.to_owned();
                meant.replace_range(place.clone(), instead);
                meant
            });
            (place, meant.filter(|meant| is_email(meant)))
        };
        self.doubt(AccountFlawKind::Form, text.origin(place));
        self.suggestion = meant;
        true
    }

    fn mistyped_domain(&mut self, text: &MappedText, kind: AccountKind) -> bool {
        let Some((local, typed)) = text.text().split_once('@') else {
            return false;
        };
        let Some(meant) = domain::meant(typed) else {
            return false;
        };
        let place = text.origin_of_slice(typed);
        let email = [local, "@", &meant].concat();
        if kind == AccountKind::Email {
            let why = prose!(
                "The part after the @ looks mistyped. Perhaps {email} is meant.",
                email = email.as_str()
            );
            self.flaws.add(AccountFlawKind::DomainTypo, place, why);
        } else {
            self.doubt(AccountFlawKind::DomainTypo, place);
        }
        self.suggestion = Some(email);
        true
    }
}

/// `jane at acme dot example`, `jane [at] acme [dot] example`: the address that it spells.
pub(super) fn spelt_out(text: &str) -> Option<String> {
    let mut address = String::new();
    let mut spelt = false;
    for word in text
        .split(text::is_whitespace)
        .filter(|word| !word.is_empty())
    {
        let bare = word.trim_any("()[]{}<>");
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
