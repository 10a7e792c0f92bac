use crate::evidence::Field;
use crate::facts::{Content, Facts};
use crate::problem::{Fix, Severity, Suspicion, problem, weight};
use crate::read::change::ChangeKind;
use crate::read::site::SiteKind;
use crate::read::known_texts::Signature;

problem! {
    /// ## What it means
    /// What stands in the field is no web address, or only after a repair that most programs do not make. They refuse it, or look for a host that does not exist.
    ///
    /// ## Why it happens
    /// A letter of `https://` was lost or doubled, a dot or a slash is wrong, or quotes, blanks and characters that cannot be seen came along when it was copied from a chat, a document or a settings file.
    ///
    /// ## How to fix it
    /// 1. Open Jira in a browser and copy the address from there up to `.atlassian.net`.
    /// 2. Paste it as plain text, without quotes around it.
    /// 3. Compare it with this form: `https://acme.atlassian.net`.
    ///
    /// ## References
    /// - [Jira Cloud REST API: introduction](https://developer.atlassian.com/cloud/jira/platform/rest/v3/intro/)
    id: "url-invalid",
    title: "No address can be read from this",
    group: SiteUrl,
    severity: Error,
    prior: 0,
    wrong: r#"{"site":"htps://acme.atlassian.net"}"#,
    right: r#"{"site":"https://acme.atlassian.net"}"#,
}

fn weigh(facts: &Facts, suspicion: &mut Suspicion) {
    // An address that lacks only its scheme, or all of it, is a problem of its own.
    if facts.any_hit(&EXPLAINED).is_none() {
        suspicion.because_known(
            weight::STRONG + weight::FITS,
            facts,
            &[Signature::InvalidUrl],
            "The program could not read the address.",
        );
    }
    let Some(site) = &facts.site else { return };
    let is_unreadable = match site.kind {
        SiteKind::Invalid => !facts.site_is_nothing(),
        // An e-mail or a token stands in the wrong field, which is a problem of its own.
        SiteKind::NotAnAddress => facts.content(Field::Site) == Content::Other,
        _ => false,
    };
    if is_unreadable {
        let why = match &site.about {
            Some(about) => about.as_str(),
            None => "No address can be read from this.",
        };
        suspicion.because_of(weight::PROOF, Field::Site, why);
    } else if let Some(change) = facts.repaired(&BROKEN) {
        // The site can be told all the same, so it only warns; a program that repairs nothing fails.
        suspicion
            .severity(Severity::Warning)
            .because_changed(weight::STRONG, Field::Site, change);
    } else if let Some(change) = facts.repaired(&[ChangeKind::Blank, ChangeKind::TrailingDot]) {
        // Most programs take these away.
        suspicion
            .severity(Severity::Info)
            .because_changed(weight::HINT, Field::Site, change);
    }
    suspicion.fix(Fix::of_site(facts));
}

/// What a program says of an address when it says more than that it is none.
const EXPLAINED: [Signature; 3] = [
    Signature::NoScheme,
    Signature::EmptyHost,
    Signature::DoubleScheme,
];

/// What no program can be trusted to repair.
const BROKEN: [ChangeKind; 7] = [
    ChangeKind::MisspeltScheme,
    ChangeKind::Backslash,
    ChangeKind::Invisible,
    ChangeKind::Quotes,
    ChangeKind::Wrapping,
    ChangeKind::Label,
    ChangeKind::Width,
];
