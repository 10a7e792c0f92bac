//! Which problem a known error message speaks for: what the diagnosis says to the message alone, and to the recorded cases
//! that hold it. Nothing of it is kept by hand, so a new rule or a new case shows on the pages by itself.

use std::collections::BTreeMap;

use anyhow::{Result, anyhow};
use jira_doctor::read::known_texts::{self, Signature};
use jira_doctor::read::site::url_crate_host;
use jira_doctor::{Evidence, Field, Secret, diagnose};

use crate::support::cases;
use crate::tools::root;

/// So many cases weigh half: one alone may be a freak.
const HALF: f64 = 2.0;

const CASES: [&str; 3] = ["cases", "reports", "transcripts"];

/// Problems and how much speaks for each.
pub(crate) type Shares = BTreeMap<&'static str, f64>;

/// The problems that a text alone makes the diagnosis name, the most likely first.
pub(crate) fn of_text(text: &str) -> Vec<&'static str> {
    let evidence = Evidence {
        paste: Some(text.to_owned().into()),
        ..Evidence::default()
    };
    problems(&evidence)
}

/// For each meaning, in how large a part of the cases that hold it the diagnosis names which problem first. A case counts
/// where the diagnosis is right about it.
pub(crate) fn of_cases() -> Result<BTreeMap<Signature, Shares>> {
    let mut found: BTreeMap<Signature, Shares> = BTreeMap::new();
    for name in CASES {
        let path = root().join(format!("tests/cases/{name}.jsonl"));
        for case in cases::read(&path).map_err(|why| anyhow!(why))? {
            let named = problems(&case.evidence);
            let Some(&first) = named.first() else {
                continue;
            };
            if case.expect.problem.as_deref() == Some(first) {
                for signature in signatures(&case.evidence) {
                    *found
                        .entry(signature)
                        .or_default()
                        .entry(first)
                        .or_default() += 1.0;
                }
            }
        }
    }
    for shares in found.values_mut() {
        let total: f64 = shares.values().sum();
        for share in shares.values_mut() {
            *share /= total + HALF;
        }
    }
    Ok(found)
}

fn problems(evidence: &Evidence) -> Vec<&'static str> {
    let findings = diagnose(evidence, None, url_crate_host).findings;
    findings.iter().map(|finding| finding.problem).collect()
}

/// The meanings of the texts that were pasted or answered.
fn signatures(evidence: &Evidence) -> Vec<Signature> {
    let body = evidence.response.as_ref().and_then(|it| it.body.as_deref());
    let paste = evidence.paste.as_ref().map(Secret::expose);
    let texts = body.into_iter().chain(paste);
    let mut all: Vec<_> = texts
        .flat_map(|text| known_texts::find(text, Field::Paste))
        .map(|hit| hit.signature)
        .collect();
    all.sort_unstable();
    all.dedup();
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_names_its_problem() {
        let named = of_text("curl: (6) Could not resolve host: jira.acme.example");
        assert_eq!(named.first(), Some(&"dns"));
    }

    #[test]
    fn cases_tell_what_a_message_came_from() {
        let cases = of_cases().unwrap();
        let shares = &cases[&Signature::CaptchaChallenge];
        assert!(shares["captcha-locked"] > 0.5, "{shares:?}");
    }
}
