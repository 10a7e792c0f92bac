//! What holds of any text: each reader reads it, alike each time, says where it read within the text, tells no secret, and what it
//! mends stays mended. A few texts of a fixed seed here; `cargo xtask fuzz` makes as many as time allows, by `PROPTEST_CASES` and
//! `PROPTEST_RNG_SEED`.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod evidence;
mod seeds;
#[path = "../support/mod.rs"]
mod support;
mod texts;

use jira_doctor::read::account::{self, Account, AccountKind};
use jira_doctor::read::site::{self, url_crate_host};
use jira_doctor::read::token::{self, TokenKind};
use jira_doctor::read::{header, settings};
use jira_doctor::{
    Diagnosis, Evidence, Examination, Failure, Format, Profile, Span, diagnose, redact, report,
};
use proptest::prelude::*;
use proptest::test_runner::{RngSeed, contextualize_config};

use crate::evidence::{any_evidence, any_outcome, any_sentinel, evidence_with};
use crate::seeds::SEEDS;
use crate::support::sentinels::{leaks, told};
use crate::texts::{text, text_with};

/// Few cases, always the same, unless the environment asks for others.
fn few(cases: u32) -> ProptestConfig {
    contextualize_config(ProptestConfig {
        cases,
        rng_seed: RngSeed::Fixed(8),
        failure_persistence: None,
        max_global_rejects: u32::MAX,
        ..ProptestConfig::default()
    })
}

/// Whether a span stands in a text, between characters.
fn is_inside(span: Span, text: &str) -> bool {
    let mut unit = 0;
    let mut bounds = vec![0];
    for c in text.chars() {
        unit += c.len_utf16();
        bounds.push(unit);
    }
    span.start <= span.end
        && bounds.binary_search(&span.start).is_ok()
        && bounds.binary_search(&span.end).is_ok()
}

/// The diagnosis, each of whose places stands in the text that it is of.
fn checked(given: &Evidence, profile: Option<&Profile>) -> Result<Diagnosis, TestCaseError> {
    let diagnosis = diagnose(given, profile, url_crate_host);
    prop_assert_eq!(&diagnosis, &diagnose(given, profile, url_crate_host));
    for finding in &diagnosis.findings {
        let reasons = finding
            .reasons
            .iter()
            .map(|reason| (reason.field, reason.span));
        for (field, span) in reasons.chain([(finding.field, finding.span)]) {
            let text = field.and_then(|field| given.text(field));
            if let (Some(text), Some(span)) = (text, span) {
                prop_assert!(
                    is_inside(span, text),
                    "{}: {:?} in {:?}",
                    finding.problem,
                    span,
                    text
                );
            }
        }
    }
    Ok(diagnosis)
}

proptest! {
    #![proptest_config(few(48))]

    #[test]
    fn an_address_is_read_alike_and_its_normal_form_is_one(typed in text(&SEEDS.sites)) {
        let read = site::read(&typed, url_crate_host);
        prop_assert_eq!(&read, &site::read(&typed, url_crate_host));
        for note in &read.changes {
            prop_assert!(is_inside(note.span, &typed), "{:?}", note);
        }
        if let Some(url) = &read.url {
            let again = site::read(url, url_crate_host);
            prop_assert_eq!(&again.url, &read.url);
            prop_assert_eq!(&again.host, &read.host);
            prop_assert_eq!(url_crate_host(url), read.host);
        }
    }

    #[test]
    fn an_account_is_read_alike_and_its_normal_form_is_one(typed in text(&SEEDS.accounts)) {
        let read = account::read(&typed);
        prop_assert_eq!(&read, &account::read(&typed));
        for span in read.changes.iter().map(|note| note.span).chain(read.flaws.iter().map(|note| note.span)) {
            prop_assert!(is_inside(span, &typed), "{:?}", span);
        }
        let again = account::read(&read.normal);
        // Where a secret is taken out, what is left is no account yet.
        let is_whole = |read: &Account| read.kind != AccountKind::Pair && !read.normal.contains("[redacted]");
        prop_assume!(is_whole(&read) && is_whole(&again));
        prop_assert_eq!(again.normal, read.normal);
    }

    #[test]
    fn a_token_is_read_alike_and_stays_clean(typed in text(&SEEDS.tokens)) {
        let read = token::read(&typed);
        prop_assert_eq!(&read, &token::read(&typed));
        for note in &read.flaws {
            prop_assert!(is_inside(note.span, &typed), "{:?}", note);
        }
        let again = token::read(read.clean.expose());
        // A pair is taken apart instead.
        prop_assume!(read.kind != TokenKind::Encoded && again.kind != TokenKind::Encoded);
        prop_assert_eq!(again.clean.expose(), read.clean.expose());
    }

    #[test]
    fn a_header_is_read_alike(typed in text(&SEEDS.headers)) {
        let read = header::read(&typed);
        prop_assert_eq!(&read, &header::read(&typed));
        for note in &read.flaws {
            prop_assert!(is_inside(note.span, &typed), "{:?}", note);
        }
        header::masked(&typed, &read);
    }

    #[test]
    fn settings_are_read_alike(pasted in text(&SEEDS.texts)) {
        prop_assert_eq!(settings::read(&pasted), settings::read(&pasted));
    }

    #[test]
    fn what_is_redacted_stays_so(pasted in text(&SEEDS.texts)) {
        let redacted = redact(&pasted);
        prop_assert_eq!(redact(&redacted), redacted);
    }

    #[test]
    fn a_profile_is_read_or_refused_in_words(json in text(&SEEDS.profiles)) {
        if let Err(why) = serde_json::from_str::<Profile>(&json) {
            prop_assert!(!why.to_string().is_empty());
        }
    }
}

proptest! {
    #![proptest_config(few(24))]

    #[test]
    fn any_evidence_is_diagnosed_alike_within_its_texts(given in any_evidence()) {
        let diagnosis = checked(&given, None)?;
        for format in [Format::Markdown, Format::Json] {
            report(&diagnosis, format);
        }
    }

    #[test]
    fn fixes_come_to_an_end(given in any_evidence()) {
        let mut given = given;
        let mut pressed = Vec::new();
        while let Some((problem, fix)) = checked(&given, None)?.findings.iter().find_map(|finding| Some((finding.problem, finding.fix.clone()?))) {
            given = fix.apply(&given);
            pressed.push((problem, fix.title));
            prop_assert!(pressed.len() < 12, "{:?}", pressed);
        }
    }
}

proptest! {
    #![proptest_config(few(6))]

    #[test]
    fn no_result_tells_a_secret((secret, given) in any_sentinel().prop_flat_map(|secret| (Just(secret.clone()), evidence_with(&secret)))) {
        let leaks = leaks(&secret, &told(&given));
        prop_assert!(leaks.is_empty(), "{}", leaks.join("\n"));
    }

    #[test]
    fn a_token_goes_from_any_text((secret, pasted) in any_sentinel().prop_flat_map(|secret| {
        (Just(secret.clone()), text_with(&SEEDS.texts, Just([" ", &secret, " "].concat()).boxed()))
    })) {
        prop_assert!(!redact(&pasted).contains(&secret));
    }

    #[test]
    fn an_examination_ends_and_asks_only_whom_it_named(given in any_evidence(), outcomes in any_outcome()) {
        let mut examination = Examination::new(given, None, url_crate_host);
        let hosts = examination.hosts().to_vec();
        let mut outcomes = outcomes.into_iter();
        while let Some(step) = examination.next() {
            let host = url_crate_host(&step.url);
            let is_named = host.is_some_and(|host| hosts.iter().any(|named| named.split(':').next() == Some(host.as_str()) || named.starts_with(&host)));
            prop_assert!(is_named || step.authorization.is_none(), "{:?} {:?}", step, hosts);
            examination.tell(outcomes.next().unwrap_or(Err(Failure::Unreachable)));
        }
        prop_assert_eq!(examination.hosts(), hosts.as_slice());
        examination.diagnosis();
    }
}
