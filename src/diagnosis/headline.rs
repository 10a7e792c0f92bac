//! The whole in one sentence.

use super::setup::Setup;
use super::{Verdict, problems};
use crate::facts::Facts;
use crate::grammar::email::is_email;
use crate::problem::{Certainty, Finding, Group, Severity, Stage};
use crate::prose::{Prose, prose};
use crate::read::exchange::{Content, Endpoint};

/// The first finding that matters, and before it what the evidence clears; where nothing is wrong, who was accepted.
pub(super) fn of(
    facts: &Facts,
    verdict: Verdict,
    findings: &[Finding],
    setup: Option<&Setup>,
) -> Prose {
    match verdict {
        Verdict::NothingGiven => prose!("Nothing to check yet."),
        Verdict::NoFault => match setup {
            Some(setup) => no_fault(facts).then(setup.in_words()),
            None => no_fault(facts),
        },
        Verdict::NothingKnown => nothing_known(facts),
        Verdict::Error | Verdict::Warning => {
            let first = findings
                .iter()
                .find(|finding| finding.severity >= Severity::Warning);
            let message = first.map_or(prose!(""), cause);
            match cleared(facts, findings) {
                // Many messages say it themselves.
                Some(cleared) if !message.template().contains("credentials") => {
                    cleared.then(message)
                }
                _ => message,
            }
        }
    }
}

/// A cause in one sentence. How sure it is chooses the sentence: one among several is named, and not asserted.
fn cause(finding: &Finding) -> Prose {
    match finding.certainty {
        Certainty::Possible => {
            prose!("Possible cause: {title}.", title = finding.title.clone())
        }
        Certainty::Likely | Certainty::Certain => finding.message.clone(),
    }
}

/// What the evidence says for the credential, where something else is at fault.
fn cleared(facts: &Facts, findings: &[Finding]) -> Option<Prose> {
    if facts.credential_was_taken() {
        return Some(prose!("Jira accepted these credentials."));
    }
    let serious = || {
        findings
            .iter()
            .filter(|finding| finding.severity >= Severity::Warning)
    };
    let sure = serious().map(|finding| finding.certainty).max()?;
    // Where none is likely, all that is possible tells.
    let telling = || serious().filter(|finding| finding.certainty >= sure.min(Certainty::Likely));
    let is_cleared = facts.has_answer()
        && telling().next().is_some_and(is_elsewhere)
        && telling().all(|finding| is_elsewhere(finding) || is_about_address(finding));
    is_cleared.then_some(prose!("Nothing here points to your credentials."))
}

fn is_about_address(finding: &Finding) -> bool {
    problems::find(finding.problem).is_some_and(|problem| problem.group == Group::SiteUrl)
}

/// Whether a finding is about something else than the credential.
pub(super) fn is_elsewhere(finding: &Finding) -> bool {
    problems::find(finding.problem).is_some_and(|problem| {
        matches!(
            problem.group,
            Group::NetworkAndGateway | Group::ServerAndClient
        ) || problem.stage == Some(Stage::Use)
    })
}

/// Whether the answer to explain is a failure. Where nothing was found in it, that is not the same as nothing being wrong.
pub(super) fn failed_without_a_word(facts: &Facts) -> bool {
    matches!(facts.status(), Some(300..=303 | 305..)) && !facts.credential_was_taken()
}

/// Whether words of failure stand in the text, so that nothing found in it is not the same as all being well.
pub(super) fn speaks_of_failure(facts: &Facts) -> bool {
    !facts.credential_was_taken()
        && !matches!(facts.status(), Some(200..=299))
        && facts.names_failure()
}

fn nothing_known(facts: &Facts) -> Prose {
    if facts.binary {
        prose!("This is not text, but a picture, an archive or another such file.")
    } else if facts.is_of_another_product() {
        prose!("This answer is from another product, not from Jira.")
    } else if failed_without_a_word(facts) {
        prose!("The call failed, and nothing here says why.")
    } else if facts.exchanges.is_empty() {
        prose!("It may be another program's message, or the part that matters is missing.")
    } else {
        prose!("This shows the request but not the answer.")
    }
}

/// Who was accepted, as far as the answer says so; never more than that.
fn no_fault(facts: &Facts) -> Prose {
    let Some(exchange) = facts.accepting_exchange() else {
        let public = matches!(facts.asked(), Endpoint::ServerInfo | Endpoint::TenantInfo);
        return match (facts.status(), public) {
            (Some(200..300), true) => {
                prose!("The site answers. This says nothing about the credentials.")
            }
            (Some(200..300), false) => {
                prose!("Nothing wrong in this answer. It does not say which account was accepted.")
            }
            _ if facts.has_answer() => prose!("Nothing wrong was found in this."),
            _ => prose!("Nothing wrong in what you typed."),
        };
    };
    let named = match &exchange.body.content {
        Content::Account { id, email, .. } => email
            .as_deref()
            .filter(|email| is_email(email))
            .or_else(|| Some(id.as_str()).filter(|id| is_plain(id))),
        _ => None,
    };
    let by_header = || {
        let mut headers = ["x-aaccountid", "x-ausername"].into_iter();
        headers.find_map(|name| exchange.headers.get(name).filter(|id| is_plain(id)))
    };
    match named.or_else(by_header) {
        Some(name) => prose!("Jira accepted the credentials of the account {name}.", name),
        None => prose!("Jira accepted the credentials.").to_owned(),
    }
}

/// A user name or an account id, and nothing that a pasted text may carry beside it.
fn is_plain(id: &str) -> bool {
    (1..=64).contains(&id.len())
        && id
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b"._-:@+".contains(&b))
}
