//! Weighs every problem against the facts, ranks what remains, and says what to ask next.

use serde::Serialize;

use crate::evidence::{Deployment, Evidence, Field};
use crate::facts::{Facts, HostReader};
use crate::given::Given;
use crate::order::sorted_by;
use crate::problem::{Certainty, Finding, Problem, Severity, Suspicion};
use crate::problems::problems;
use crate::read::site::{Site, SiteKind};
use crate::read::token::TokenKind;

/// All findings, ranked, and what to ask next.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Diagnosis {
    /// The whole in one word.
    pub verdict: Verdict,
    /// The whole in one sentence.
    pub headline: String,
    /// Findings, the most likely cause first.
    pub findings: Vec<Finding>,
    /// What would tell the rest apart.
    pub questions: Vec<Question>,
    /// What this evidence cannot tell, whoever reads it.
    pub limits: Vec<&'static str>,
    /// The site as it was read; `None` where the evidence has none.
    pub site: Option<Site>,
    /// What else the evidence held, nothing of it secret.
    pub given: Given,
}

/// The whole in one word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// There was nothing to read.
    NothingGiven,
    /// Jira will refuse, or the secret would go astray.
    Error,
    /// It may fail in some products.
    Warning,
    /// Nothing wrong was found.
    NoFault,
}

/// Something that the person can answer, and that would tell causes apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Question {
    /// The key of `answers` that takes it.
    pub answer: &'static str,
    /// The question.
    pub text: &'static str,
    /// Why it matters.
    pub why: &'static str,
}

/// Diagnoses the evidence. `second` is the platform's own address parser (see [`HostReader`]).
///
/// Any text of any length gives a diagnosis.
///
/// ```
/// use jira_doctor::{Evidence, Verdict, diagnose, read::site::url_crate_host};
///
/// let evidence = Evidence { site: Some("acme.atlassian.net/jira".into()), ..Evidence::default() };
/// let diagnosis = diagnose(&evidence, url_crate_host);
/// assert_eq!(diagnosis.verdict, Verdict::Warning);
/// assert_eq!(diagnosis.site.unwrap().url.unwrap(), "https://acme.atlassian.net");
/// ```
pub fn diagnose(evidence: &Evidence, second: HostReader) -> Diagnosis {
    let facts = Facts::read(evidence, second);
    let findings = findings(&facts);
    let verdict = verdict(&facts, &findings);
    Diagnosis {
        verdict,
        headline: headline(verdict, &findings),
        questions: questions(&facts),
        limits: limits(&facts),
        given: Given::of(&facts),
        site: facts.site,
        findings,
    }
}

/// Every suspected problem, the highest score first. Causes of one score stay in the order of the catalogue.
fn findings(facts: &Facts) -> Vec<Finding> {
    let suspected = problems()
        .iter()
        .filter_map(|problem| suspect(problem, facts))
        .collect();
    sorted_by(suspected, |&(score, _)| i32::MAX.abs_diff(score) as usize)
        .into_iter()
        .map(|(_, finding)| finding)
        .collect()
}

fn suspect(problem: &'static Problem, facts: &Facts) -> Option<(i32, Finding)> {
    let mut suspicion = Suspicion::default();
    (problem.weigh)(facts, &mut suspicion);
    let score = problem.prior + suspicion.score;
    let first = suspicion.reasons.first()?;
    if score < 0 {
        return None;
    }
    let finding = Finding {
        problem: problem.id,
        title: problem.title,
        certainty: certainty(score),
        severity: suspicion.severity.unwrap_or(problem.severity),
        field: first.field,
        span: first.span,
        message: suspicion.message.unwrap_or_else(|| first.text.clone()),
        reasons: suspicion.reasons,
        steps: problem.steps(),
        fix: suspicion.fix,
        links: problem.links(),
        page: format!("problems/{}.html", problem.id),
    };
    Some((score, finding))
}

/// A proof stays certain under the lowest prior; one strong reason makes a cause likely; hints alone leave it possible.
fn certainty(score: i32) -> Certainty {
    match score {
        40.. => Certainty::Certain,
        20.. => Certainty::Likely,
        _ => Certainty::Possible,
    }
}

fn verdict(facts: &Facts, findings: &[Finding]) -> Verdict {
    match findings.iter().map(|finding| finding.severity).max() {
        Some(Severity::Error) => Verdict::Error,
        Some(Severity::Warning) => Verdict::Warning,
        _ if is_blank(facts.evidence) => Verdict::NothingGiven,
        _ => Verdict::NoFault,
    }
}

fn is_blank(evidence: &Evidence) -> bool {
    let texts = [
        Field::Site,
        Field::Email,
        Field::Token,
        Field::Authorization,
        Field::Project,
        Field::Issue,
        Field::Paste,
    ];
    evidence.request.is_none()
        && evidence.response.is_none()
        && texts.iter().all(|&field| {
            evidence
                .text(field)
                .is_none_or(|text| text.trim().is_empty())
        })
}

fn headline(verdict: Verdict, findings: &[Finding]) -> String {
    match verdict {
        Verdict::NothingGiven => "Nothing to check yet.".to_owned(),
        Verdict::NoFault => "Nothing wrong in what you typed.".to_owned(),
        Verdict::Error | Verdict::Warning => findings
            .iter()
            .find(|finding| finding.severity >= Severity::Warning)
            .map(|finding| finding.message.clone())
            .unwrap_or_default(),
    }
}

/// What would tell the remaining causes apart, and has not been answered. The most telling question comes first.
fn questions(facts: &Facts) -> Vec<Question> {
    let answers = &facts.evidence.answers;
    let kind = facts.token.as_ref().map(|token| token.kind);
    let api_token = matches!(kind, Some(TokenKind::ApiToken));
    let mut questions = Vec::new();
    if answers.deployment.is_none() && facts.site_kind() == Some(SiteKind::SelfHosted) {
        questions.push(Question {
            answer: "deployment",
            text: "Who runs this Jira: Atlassian (Cloud), or your own organisation (Data Center)?",
            why: "An address of your own can be either. Cloud takes an e-mail and an API token, and only at its atlassian.net address; Data Center takes a user name, or a personal access token.",
        });
    }
    // facts.md 3: scoped and unscoped tokens look the same, and a scoped one is refused on the site's own address.
    if answers.token_scoped.is_none() && api_token && facts.is_cloud_site() {
        questions.push(Question {
            answer: "tokenScoped",
            text: "Was the token made with “Create API token with scopes”?",
            why: "Such a token looks like any other, but Jira refuses it at the site's own address.",
        });
    }
    // facts.md 2: a token lives one to 365 days.
    if answers.token_created_on.is_none() && (api_token || kind == Some(TokenKind::LegacyToken)) {
        questions.push(Question {
            answer: "tokenCreatedOn",
            text: "On which day was the token made?",
            why: "A token lives a year at most, and an expired one is refused like a wrong one.",
        });
    }
    if answers.sign_in.is_none() && kind == Some(TokenKind::Password) {
        questions.push(Question {
            answer: "signIn",
            text: "How do you sign in to Jira on the web: with this password, or through your organisation's sign-on page?",
            why: "A password that only the sign-on page knows never works for a program.",
        });
    }
    questions
}

/// What nobody can tell from this evidence.
fn limits(facts: &Facts) -> Vec<&'static str> {
    let evidence = facts.evidence;
    let mut limits = Vec::new();
    let secret = facts.token.is_some() || facts.authorization.is_some();
    if secret && facts.deployment != Some(Deployment::DataCenter) {
        limits.push("Whether the token is still valid, and whether it belongs to this e-mail, only Jira can tell.");
    } else if secret {
        limits.push("Whether the server knows this secret, only the server can tell.");
    }
    if facts.site.as_ref().is_some_and(|site| site.url.is_some()) {
        limits.push("Whether a site answers at this address is not known without asking it.");
    }
    if evidence.response.is_some() || evidence.paste.is_some() || evidence.request.is_some() {
        limits.push("This version reads what is typed into fields. The request and the answer were not read.");
    }
    limits
}
