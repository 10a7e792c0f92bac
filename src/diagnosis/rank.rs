//! The order of what is suspected.

use super::headline::is_elsewhere;
use super::{is_about_credential, names_cause};
use crate::evidence::Field;
use crate::order::sorted_by;
use crate::problem::{Certainty, Finding, Severity};
use crate::problems;

/// A problem that something speaks for.
pub(super) struct Suspect {
    pub(super) points: i32,
    /// Nothing speaks for it but that the text resembles others.
    pub(super) is_likeness: bool,
    pub(super) finding: Finding,
}

/// The findings, the highest score first. Causes of one score stay in the order of the catalogue.
pub(super) fn ranked(mut suspects: Vec<Suspect>) -> Vec<Finding> {
    put_seen_before_guessed(&mut suspects);
    put_likenesses_last(&mut suspects);
    sorted_by(suspects, |suspect| {
        i32::MAX.abs_diff(suspect.points) as usize
    })
    .into_iter()
    .map(|suspect| suspect.finding)
    .collect()
}

/// What was seen to happen on the way comes before what the fields let one guess: with the network down, nobody has looked
/// at the token.
fn put_seen_before_guessed(suspects: &mut [Suspect]) {
    let is_seen = |Suspect {
                       finding,
                       is_likeness,
                       ..
                   }: &&Suspect| {
        // A web page in the answer's place has causes of its own, and a browser's silence shows nothing.
        !is_likeness
            && is_elsewhere(finding)
            && finding.certainty >= Certainty::Likely
            && names_cause(finding)
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

/// What a text resembles is no cause before any that something shows or says.
fn put_likenesses_last(suspects: &mut [Suspect]) {
    let others = suspects
        .iter()
        .filter(|suspect| !suspect.is_likeness && suspect.finding.severity >= Severity::Warning);
    let Some(least) = others.map(|suspect| suspect.points).min() else {
        return;
    };
    for suspect in suspects {
        if suspect.is_likeness {
            suspect.points = least.saturating_sub(1).min(suspect.points);
        }
    }
}

/// Whether a finding about the credential rests on typed fields alone.
fn is_guessed(finding: &Finding) -> bool {
    let about_credential =
        problems::find(finding.problem).is_some_and(|problem| is_about_credential(problem.group));
    about_credential
        && finding.reasons.iter().all(|reason| {
            matches!(
                reason.field,
                Some(Field::Site | Field::Email | Field::Token | Field::Authorization)
            )
        })
}
