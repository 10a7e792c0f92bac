//! Weighs every problem against the facts, ranks what remains, and says what to ask next.

use serde::Serialize;

use crate::evidence::{Evidence, Field};
use crate::facts::{Facts, HostReader};
use crate::problem::{Certainty, Finding, Problem, Severity, Suspicion};
use crate::problems::problems;
use crate::read::site::Site;

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
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
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
pub fn diagnose(evidence: &Evidence, second: HostReader) -> Diagnosis {
    let facts = Facts::read(evidence, second);
    let mut suspected: Vec<_> = problems()
        .iter()
        .filter_map(|problem| suspect(problem, &facts))
        .collect();
    // Stable: causes of one score stay in the order of the catalogue.
    suspected.sort_by_key(|&(score, _)| std::cmp::Reverse(score));
    let findings: Vec<_> = suspected.into_iter().map(|(_, finding)| finding).collect();
    todo!()
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

fn certainty(score: i32) -> Certainty {
    match score {
        40.. => Certainty::Certain,
        20.. => Certainty::Likely,
        _ => Certainty::Possible,
    }
}
