//! Weighs every problem against the facts, ranks what remains, and says what to ask next.

mod advice;
mod headline;
mod journey;
#[cfg(feature = "answers")]
mod likeness;
mod permissions;
mod question;
mod rank;
mod setup;
#[cfg(feature = "answers")]
mod signs;
mod words;

use serde::Serialize;

pub use self::journey::{Leg, LegState};
pub use self::question::Question;
pub use self::setup::{Condition, Entry, Setup};

use self::rank::Suspect;
use crate::READS_ANSWERS;
use crate::date::Day;
use crate::evidence::{Deployment, Evidence, Field};
use crate::facts::{Facts, HostReader};
use crate::given::Given;
use crate::permission::PermissionRow;
use crate::problem::{
    Certainty, Finding, Group, PagePath, Problem, Score, Severity, Stage, weight,
};
use crate::problems::{self, problems};
use crate::profile::Profile;
use crate::prose::{Prose, prose};
use crate::read::exchange::Endpoint;
use crate::read::site::Site;
#[cfg(feature = "answers")]
use crate::read::text_model::Features;
use crate::steps::{self, Course, FoundAccount, StepResult};
use crate::veil::{HiddenPart, Shown, Veil};
use crate::veiled::{shows_as_it_is, veiled};

/// All findings, ranked, and what to ask next.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Diagnosis {
    /// The whole in one word.
    pub verdict: Verdict,
    /// The whole in one sentence.
    pub headline: Prose,
    /// Findings, the most likely cause first.
    pub findings: Vec<Finding>,
    /// How far the failing call got: the stages on its way, in their order.
    pub journey: Vec<Leg>,
    /// What would tell the rest apart.
    pub questions: Vec<Question>,
    /// What this evidence cannot tell, whoever reads it.
    pub limits: Vec<Prose>,
    /// The site as it was read; `None` where the evidence has none.
    pub site: Option<Site>,
    /// What else the evidence held, nothing of it secret.
    pub given: Given,
    /// Secrets in fields that hold none by their nature: whoever quotes what was typed there leaves these out.
    pub hidden: Vec<HiddenPart>,
    /// What goes into the product's own form, where a profile names one.
    pub setup: Option<Setup>,
    /// The steps of the examination, in their order, and what came of each.
    pub steps: Vec<StepResult>,
    /// The hosts that an examination may send the header to; empty where nothing may be asked.
    pub hosts: Vec<String>,
    /// The account that the credential belongs to, where Jira told it.
    pub account: Option<FoundAccount>,
    /// The permissions that the profile needs and those that Jira told of.
    pub permissions: Vec<PermissionRow>,
}

veiled!(Diagnosis {
    verdict,
    headline,
    findings,
    journey,
    questions,
    limits,
    site,
    given,
    hidden,
    setup,
    steps,
    hosts,
    account,
    permissions
});

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
    /// A text was given, and nothing in it is known.
    NothingKnown,
}

shows_as_it_is!(Verdict);

/// Diagnoses the evidence, for an integration where one is named. `platform_host` is the platform's own address parser (see [`HostReader`]).
///
/// Any text of any length gives a diagnosis.
///
/// ```
/// use jira_doctor::{Evidence, Verdict, diagnose, read::site::url_crate_host};
///
/// let evidence = Evidence { site: Some("acme.atlassian.net/jira".into()), ..Evidence::default() };
/// let diagnosis = diagnose(&evidence, None, url_crate_host);
/// assert_eq!(diagnosis.verdict, Verdict::Warning);
/// assert_eq!(diagnosis.site.unwrap().url.unwrap(), "https://acme.atlassian.net");
/// ```
pub fn diagnose(
    evidence: &Evidence,
    profile: Option<&Profile>,
    platform_host: HostReader,
) -> Diagnosis {
    shown(evidence, profile, platform_host).into_inner()
}

/// The same as what may be shown.
pub(crate) fn shown(
    evidence: &Evidence,
    profile: Option<&Profile>,
    platform_host: HostReader,
) -> Shown<Diagnosis> {
    let facts = Facts::read(evidence, profile, platform_host);
    let veil = Veil::of(&facts);
    veil.over(of(&facts, veil.hidden(evidence)))
}

fn of(facts: &Facts, hidden: Vec<HiddenPart>) -> Diagnosis {
    let findings = findings(facts);
    let verdict = verdict(facts, &findings);
    let course = Course::of(facts);
    let steps = course.results();
    let permissions = if READS_ANSWERS {
        permissions::matrix(facts)
    } else {
        Vec::new()
    };
    let known = setup::Known {
        facts,
        verdict,
        findings: &findings,
        steps: &steps,
        permissions: &permissions,
    };
    let setup = READS_ANSWERS.then(|| known.setup()).flatten();
    Diagnosis {
        verdict,
        headline: headline::of(facts, verdict, &findings, setup.as_ref()),
        journey: journey::of(facts, &findings),
        questions: question::questions(facts, &findings),
        limits: limits(facts),
        given: Given::of(facts),
        hidden,
        setup,
        steps,
        hosts: course.hosts(),
        account: READS_ANSWERS.then(|| steps::account(facts)).flatten(),
        permissions,
        site: site(facts),
        findings,
    }
}

/// The typed site, with the gateway's address where the evidence tells the Cloud id.
fn site(facts: &Facts) -> Option<Site> {
    let mut site = facts.typed_site()?.clone();
    if let Some(forms) = &mut site.forms {
        forms.gateway = forms.gateway.take().or_else(|| facts.gateway_url());
    }
    Some(site)
}

/// Every suspected problem, the most likely cause first.
fn findings(facts: &Facts) -> Vec<Finding> {
    let suspects = suspects(facts);
    #[cfg(feature = "answers")]
    let suspects = likeness::with_likeness(suspects, facts);
    rank::ranked(suspects)
}

/// What the rules suspect, in the order of the catalogue.
fn suspects(facts: &Facts) -> Vec<Suspect> {
    let problems = problems().iter();
    let mut suspects: Vec<_> = problems
        .filter_map(|problem| suspect(problem, facts, weighed(problem, facts)))
        .collect();
    rank::put_seen_before_guessed(&mut suspects);
    suspects
}

/// What the text model reads of the pasted text and of what the rules made of it, for who trains it; `None` where nothing was
/// pasted that can be read.
#[cfg(feature = "answers")]
pub fn text_features(facts: &Facts) -> Option<Features> {
    signs::features(facts, &suspects(facts))
}

/// Whether a finding says why the call failed, and not only what was seen.
fn names_cause(finding: &Finding) -> bool {
    problems::find(finding.problem).is_some_and(|problem| problem.stage.is_some())
}

/// What the facts say for and against a problem.
fn weighed(problem: &Problem, facts: &Facts) -> Score {
    let mut score = Score::default();
    (problem.weigh)(facts, &mut score);
    words::weigh(problem, facts, &mut score);
    score
}

fn suspect(problem: &'static Problem, facts: &Facts, mut score: Score) -> Option<Suspect> {
    for reason in &mut score.reasons {
        reason.stands(facts);
    }
    let accepted = is_settled_by_sign_in(problem) && facts.credential_was_taken();
    let is_behind = is_on_the_way(problem) && facts.has_passed(problem.stage);
    let against = if accepted || is_behind {
        weight::PROOF
    } else {
        0
    };
    // How often its other signs mislead says nothing of words.
    let prior = if score.is_seen { problem.prior } else { 0 };
    let points = prior + score.points() - against;
    let first = score.reasons.first()?;
    let is_harmless = accepted || first.field == Some(Field::Site) && facts.site_worked();
    if points < 0 {
        return None;
    }
    let steps = advice::steps(problem, facts, first.field, score.first_step);
    let finding = Finding {
        problem: problem.id,
        title: Prose::plain(problem.title),
        certainty: certainty(points),
        severity: score
            .severity
            .unwrap_or(problem.severity)
            .min(if is_harmless {
                Severity::Info
            } else {
                Severity::Error
            }),
        field: first.field,
        span: first.span,
        message: score.message.unwrap_or_else(|| first.text.clone()),
        reasons: score.reasons,
        steps,
        // One that leaves everything as it is would be offered for ever.
        fix: score
            .fix
            .filter(|fix| fix.changes_something(facts.evidence)),
        links: advice::links(problem, facts),
        page: PagePath(problem.id),
    };
    Some(Suspect {
        points,
        likeness: None,
        is_seen: score.is_seen,
        finding,
    })
}

/// Faults of user, token and header, which a credential that Jira took cannot have: the program must have corrected them.
fn is_settled_by_sign_in(problem: &Problem) -> bool {
    is_about_credential(problem.group) && problem.stage == Some(Stage::SignIn)
}

/// What keeps a call from reaching anybody who answers with a status.
fn is_on_the_way(problem: &Problem) -> bool {
    matches!(
        problem.stage,
        Some(Stage::Name | Stage::Connect | Stage::Secure)
    )
}

fn is_about_credential(group: Group) -> bool {
    matches!(
        group,
        Group::UserName | Group::Token | Group::AuthorizationHeader
    )
}

/// A proof stays certain under the lowest prior; one strong reason makes a cause likely; hints alone leave it possible.
fn certainty(points: i32) -> Certainty {
    match points {
        40.. => Certainty::Certain,
        20.. => Certainty::Likely,
        _ => Certainty::Possible,
    }
}

fn verdict(facts: &Facts, findings: &[Finding]) -> Verdict {
    match findings.iter().map(|finding| finding.severity).max() {
        Some(Severity::Error) => Verdict::Error,
        Some(Severity::Warning) => Verdict::Warning,
        _ if is_whitespace(facts.evidence) => Verdict::NothingGiven,
        _ if says_nothing_known(facts) || headline::speaks_of_failure(facts) => {
            Verdict::NothingKnown
        }
        _ => Verdict::NoFault,
    }
}

fn says_nothing_known(facts: &Facts) -> bool {
    if headline::failed_without_a_word(facts) {
        return true;
    }
    let text = facts.evidence.text(Field::Paste).unwrap_or_default();
    let body = facts
        .evidence
        .response
        .as_ref()
        .and_then(|r| r.body.as_deref());
    let given = [text, body.unwrap_or_default()];
    let has_answer = facts.has_answer() && !facts.is_of_another_product();
    !has_answer && given.iter().any(|text| !text.trim().is_empty())
}

fn is_whitespace(evidence: &Evidence) -> bool {
    evidence.request.is_none()
        && evidence.response.is_none()
        && evidence.calls.is_empty()
        && Field::TEXTS.iter().all(|&field| {
            evidence
                .text(field)
                .is_none_or(|text| text.trim().is_empty())
        })
}

/// What nobody can tell from this evidence.
fn limits(facts: &Facts) -> Vec<Prose> {
    let mut limits = Vec::new();
    if facts.cut {
        limits.push(prose!("The pasted text is longer than 8 MiB. Only the first and last 4 MiB were read. If the error is between them, paste that part."));
    }
    let created = facts.evidence.answers.token_created_on.as_deref();
    if let Some(typed) = created.filter(|typed| !typed.trim().is_empty()) {
        let today = facts.evidence.today.as_deref().and_then(Day::read);
        match (Day::read(typed), today) {
            (None, _) => limits.push(prose!(
                "The day when the token was created can't be read. Give it as YYYY-MM-DD."
            )),
            (Some(day), Some(today)) if today.since(day) < 0 => limits.push(prose!(
                "The day when the token was created is still ahead, so nothing follows from it."
            )),
            _ => {}
        }
    }
    let secret = facts.token.is_some() || facts.authorization.is_some();
    if facts.credential_was_taken() {
        return limits;
    }
    // jira-facts.md 4.1: these answer everyone alike.
    let says_nothing = matches!(facts.asked(), Endpoint::ServerInfo | Endpoint::TenantInfo);
    if says_nothing && facts.status() == Some(200) {
        limits.push(prose!("This address answers everyone alike. It shows that the site is there, and tests no credential."));
    }
    // jira-facts.md 2: nothing on the wire tells these apart.
    if facts.refusal().is_some() && facts.is_cloud() {
        limits.push(prose!("Jira gives the same answer to an expired, revoked or mistyped token, one of another account, and one with scopes. The answer alone can't tell which it is."));
    } else if secret && facts.deployment != Some(Deployment::DataCenter) {
        limits.push(prose!("Whether the token is still valid, and whether it belongs to this e-mail, only Jira can tell."));
    } else if secret {
        limits.push(prose!(
            "Whether the server knows this secret, only the server can tell."
        ));
    }
    if !facts.has_answer() && facts.site.as_ref().is_some_and(|site| site.url.is_some()) {
        limits.push(prose!(
            "Whether a site answers at this address is not known without asking it."
        ));
    }
    limits
}
