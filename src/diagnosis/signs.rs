//! What the text model is told beside the letters of the pasted text: what is known of the call, and what was read out of it.

use super::rank::Suspect;
use crate::evidence::{Answers, Evidence, Field};
use crate::facts::Facts;
use crate::problem::Severity;
use crate::read::sentences::Concepts;
use crate::read::text_model::{self, Features, Signs};

/// The features of the pasted text; `None` where nothing was pasted that can be read.
pub(super) fn features(facts: &Facts, suspects: &[Suspect]) -> Option<Features> {
    if facts.binary || facts.another_product {
        return None;
    }
    let signs = Signs {
        call: of_call(facts),
        reading: of_reading(facts, suspects),
    };
    text_model::features_of(facts.evidence.text(Field::Paste)?, &signs)
}

/// How far each call got and who answered, where Jira runs, what was given.
fn of_call(facts: &Facts) -> Vec<u32> {
    let attempts = facts.attempts.iter().map(|attempt| {
        let stage = |stage: Option<_>| stage.map_or(0, |stage| stage as u32 + 1);
        let by = attempt.by.map_or(0, |by| by as u32 + 1);
        let got = stage(attempt.passed) << 4 | stage(attempt.stopped);
        sign(Kind::Attempt, by << 8 | got)
    });
    let deployment = facts.deployment.map_or(0, |runs| runs as u32 + 1);
    let given = (0..).zip(given(facts.evidence));
    let given = given.filter_map(|(at, is_given)| is_given.then_some(sign(Kind::Given, at)));
    let deployment = sign(Kind::Deployment, deployment);
    attempts.chain([deployment]).chain(given).collect()
}

/// Which parts of the evidence there are beside the text.
fn given(evidence: &Evidence) -> impl Iterator<Item = bool> {
    let fields = Field::TEXTS.iter().filter(|field| **field != Field::Paste);
    let fields = fields.map(|&field| evidence.text(field).is_some());
    fields.chain([
        evidence.request.is_some(),
        evidence.response.is_some(),
        evidence.answers != Answers::default(),
    ])
}

/// The known texts, what the sentences name together, and what the rules suspect and how much.
fn of_reading(facts: &Facts, suspects: &[Suspect]) -> Vec<u32> {
    let hits = facts.hits.iter();
    let hits = hits.map(|hit| sign(Kind::KnownText, hit.signature as u32));
    let said = facts.said.iter().take(SENTENCES);
    let said = said.flat_map(|said| pairs(said.concepts));
    let said = said.map(|(one, other)| sign(Kind::Concepts, one << 8 | other));
    let suspected = suspects
        .iter()
        .flat_map(|suspect| named(Kind::Suspect, suspect));
    let causes = suspects
        .iter()
        .filter(|suspect| suspect.finding.severity >= Severity::Warning);
    let first = causes.max_by_key(|suspect| suspect.points);
    let first = first
        .into_iter()
        .flat_map(|first| named(Kind::First, first));
    hits.chain(said).chain(suspected).chain(first).collect()
}

/// A problem, and the same with how sure it is.
fn named(kind: Kind, suspect: &Suspect) -> [u32; 2] {
    let problem = u32::from(text_model::class_of(suspect.finding.problem)) << 2;
    let certainty = suspect.finding.certainty as u32 + 1;
    [sign(kind, problem), sign(kind, problem | certainty)]
}

/// The sentences that are looked at. A report has fewer.
const SENTENCES: usize = 64;

/// Each concept with itself and with each behind it.
fn pairs(concepts: Concepts) -> impl Iterator<Item = (u32, u32)> {
    concepts.bits().flat_map(move |one| {
        let others = concepts.bits().filter(move |other| *other >= one);
        others.map(move |other| (one, other))
    })
}

/// What a sign tells of.
#[derive(Clone, Copy)]
enum Kind {
    Attempt,
    Deployment,
    Given,
    KnownText,
    Concepts,
    Suspect,
    First,
}

/// A number for one sign of a kind, no two of which are near each other.
fn sign(kind: Kind, value: u32) -> u32 {
    ((kind as u32) << 24 | value).wrapping_mul(0x9e37_79b1)
}
