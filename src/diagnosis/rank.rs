//! The order of what is suspected.

use super::headline::is_elsewhere;
use super::{is_about_credential, names_cause};
use crate::READS_ANSWERS;
use crate::evidence::Field;
use crate::order::sorted_by;
use crate::problem::{Certainty, Finding, Severity};
use crate::problems;

/// A problem that something speaks for.
pub(super) struct Suspect {
    pub(super) points: i32,
    /// How much the text is like those about the problem, where a text was read.
    pub(super) likeness: Option<i32>,
    /// Something else than words speaks for it.
    pub(super) is_seen: bool,
    pub(super) finding: Finding,
}

/// The findings, the highest score first. Causes of one score stay in the order of the catalogue.
pub(super) fn ranked(suspects: Vec<Suspect>) -> Vec<Finding> {
    let suspects = by(suspects, |suspect| suspect.points);
    let suspects = if READS_ANSWERS {
        by(suspects, place)
    } else {
        suspects
    };
    let mut findings: Vec<_> = suspects
        .into_iter()
        .map(|suspect| suspect.finding)
        .collect();
    lower_behind_possible(&mut findings);
    findings
}

fn by(suspects: Vec<Suspect>, value: impl Fn(&Suspect) -> i32) -> Vec<Suspect> {
    sorted_by(suspects, |suspect| {
        i32::MAX.abs_diff(value(suspect)) as usize
    })
}

/// What was seen and is likely or certain comes first, whatever the text resembles; of the rest, what it resembles most.
fn place(suspect: &Suspect) -> i32 {
    match suspect.likeness {
        Some(likeness) if !is_likely_seen(suspect) => likeness - LIKELY_FIRST,
        _ => suspect.points,
    }
}

fn is_likely_seen(suspect: &Suspect) -> bool {
    suspect.is_seen && suspect.finding.certainty >= Certainty::Likely
}

/// More than points and likeness can be.
const LIKELY_FIRST: i32 = 10_000;

/// A cause that stands behind a possible one is not likely.
fn lower_behind_possible(findings: &mut [Finding]) {
    let mut is_behind = false;
    let causes = findings
        .iter_mut()
        .filter(|finding| finding.severity >= Severity::Warning);
    for finding in causes {
        if is_behind && finding.certainty == Certainty::Likely {
            finding.certainty = Certainty::Possible;
        }
        is_behind |= finding.certainty == Certainty::Possible;
    }
}

/// What was seen to happen on the way comes before what the fields let one guess: with the network down, nobody has looked
/// at the token.
pub(super) fn put_seen_before_guessed(suspects: &mut [Suspect]) {
    let is_seen = |Suspect { finding, .. }: &&Suspect| {
        // A web page in the answer's place has causes of its own, and a browser's silence shows nothing.
        is_elsewhere(finding) && finding.certainty >= Certainty::Likely && names_cause(finding)
    };
    let seen = suspects.iter().filter(is_seen);
    let Some(most) = seen.map(|suspect| suspect.points).max() else {
        return;
    };
    for suspect in suspects {
        if is_guessed(&suspect.finding) {
            suspect.points = most.saturating_sub(1).min(suspect.points);
        }
    }
}

/// Whether a finding about the credential rests on typed fields alone.
fn is_guessed(finding: &Finding) -> bool {
    let about_credential =
        problems::find(finding.problem).is_some_and(|problem| is_about_credential(problem.group));
    about_credential
        && finding
            .reasons
            .iter()
            .all(|reason| reason.field.is_some_and(Field::makes_a_call))
}
