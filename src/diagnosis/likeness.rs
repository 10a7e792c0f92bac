//! What the pasted text resembles on the whole: puts causes in order that the rest leaves open, names one where nothing else
//! does, and drops what a text makes possible that is about something else.

use super::headline::{failed_without_a_word, is_elsewhere, speaks_of_failure};
use super::rank::Suspect;
use super::{signs, suspect, weighed};
use crate::evidence::Field;
use crate::facts::Facts;
use crate::order::sorted_by;
use crate::problem::{Certainty, Finding, Problem, Severity, Stage, weight};
use crate::problems;
use crate::prose::{Prose, prose};
use crate::read::exchange::Exchange;
use crate::read::paste;
use crate::read::sentences::{FAILURE, lexicon};
use crate::read::text_model::{self, Likeness};
use crate::span::Spans;

/// How finely leads are told apart.
const POINTS: f32 = 1000.0;
/// What a cause has before those that only the likeness names, in points. That a rule named it, the likeness knows already; but the
/// rules were made with care for what they know, and with it they keep their word. Words of a long text may be about anything.
const NAMED_BY_A_RULE: i32 = 200;
/// How many causes are named for the likeness alone.
const NAMED: usize = 2;
/// The lead over "about something else" from which a cause is named beside others.
const BESIDE: f32 = -0.2;
/// The same where it stands alone: in a message, of which each word was meant, and in a longer text.
const ALONE: [f32; 2] = [-0.1, 0.1];
/// What is wanted more where nothing else in the text tells of a failure.
const UNTOLD: f32 = 0.2;
/// What the text alone speaks for is not believed below this lead: where it is possible, and where words made it likely.
const DISBELIEVED: [(Certainty, f32); 2] =
    [(Certainty::Possible, -0.15), (Certainty::Likely, -0.4)];
/// By how much a text must be more like those about one cause than those about any other to make it likely: of 23 reports that
/// it had not learned from, 20 were right.
const CLEAR: f32 = 0.6;
/// The longest text that is one message, in bytes: each of its words was meant.
const MESSAGE: usize = 480;

/// The suspects, with what the pasted text resembles.
pub(super) fn with_likeness(mut suspects: Vec<Suspect>, facts: &Facts) -> Vec<Suspect> {
    let Some(likeness) = signs::features(facts, &suspects)
        .as_ref()
        .map(text_model::read)
    else {
        return suspects;
    };
    let text = facts.evidence.text(Field::Paste).unwrap_or_default();
    suspects.retain(|suspect| !is_disbelieved(suspect, &likeness));
    for suspect in &mut suspects {
        let is_meant = suspect.is_seen || is_message(text);
        let named = if is_meant { NAMED_BY_A_RULE } else { 0 };
        suspect.likeness = Some(points(&likeness, suspect.finding.problem) + named);
    }
    name_more(&mut suspects, facts, &likeness, text);
    suspects
}

#[allow(clippy::cast_possible_truncation, reason = "a lead is of a few units")]
fn points(likeness: &Likeness, problem: &str) -> i32 {
    (likeness.lead(problem) * POINTS) as i32
}

/// Whether no typed field speaks for it and the text is not about it. What was seen and is likely stays.
fn is_disbelieved(suspect: &Suspect, likeness: &Likeness) -> bool {
    let finding = &suspect.finding;
    let lead = likeness.lead(finding.problem);
    let is_far = |&(certainty, least)| finding.certainty == certainty && lead < least;
    let is_of_field = finding.field.is_some_and(Field::makes_a_call);
    let is_weak = !suspect.is_seen || !is_of_field && finding.certainty == Certainty::Possible;
    is_weak && DISBELIEVED.iter().any(is_far)
}

/// Names the causes that the text resembles most and nothing else speaks for.
fn name_more(suspects: &mut Vec<Suspect>, facts: &Facts, likeness: &Likeness, text: &str) {
    let Some(least) = least(suspects, facts, text) else {
        return;
    };
    let stopped = stopped(suspects, facts);
    let is_new = |problem: &&Problem| {
        let mut named = suspects.iter();
        likeness.lead(problem.id) > least
            && !lies_behind(problem, stopped)
            && !named.any(|suspect| suspect.finding.problem == problem.id)
    };
    let new = problems::problems()
        .iter()
        .copied()
        .filter(is_new)
        .collect();
    let new = sorted_by(new, |problem: &&Problem| {
        i32::MAX.abs_diff(points(likeness, problem.id)) as usize
    });
    let new = new.into_iter().take(NAMED);
    let stands_alone = suspects.is_empty();
    let new: Vec<_> = new
        .filter_map(|problem| resembled(problem, facts, likeness, text, stands_alone))
        .collect();
    suspects.extend(new);
}

/// Where the call stopped: as far as it shows, else where it stops for what was seen.
fn stopped(suspects: &[Suspect], facts: &Facts) -> Option<Stage> {
    let attempt = facts.deciding_attempt().and_then(|attempt| attempt.stopped);
    let seen = suspects
        .iter()
        .filter(|suspect| suspect.is_seen && suspect.finding.severity >= Severity::Warning);
    let most = seen.max_by_key(|suspect| suspect.points);
    let problem = most.and_then(|suspect| problems::find(suspect.finding.problem));
    let on_the_way = most.filter(|suspect| is_elsewhere(&suspect.finding));
    attempt
        .or(problem.and_then(|problem| problem.stage))
        .or(on_the_way.map(|_| Stage::Front))
}

/// Whether a cause lies behind the place where the call stopped on its way, and so cannot be seen.
fn lies_behind(problem: &Problem, stopped: Option<Stage>) -> bool {
    let stopped = stopped.filter(|stage| *stage < Stage::SignIn);
    stopped.is_some_and(|stopped| problem.stage > Some(stopped))
}

/// The lead that names a cause; `None` where nothing failed, or where it is certain what did.
fn least(suspects: &[Suspect], facts: &Facts, text: &str) -> Option<f32> {
    let is_told = speaks_of_failure(facts)
        || facts
            .said
            .iter()
            .any(|said| said.concepts.meets(FAILURE.or(lexicon::NOT)));
    let went_well = matches!(facts.status(), Some(200..=299)) || facts.has_good_answer();
    let is_calm = paste::is_quiet(text) || is_configuration(facts);
    if went_well || facts.is_conditional || is_calm && !is_told {
        return None;
    }
    let causes = suspects.iter().map(|suspect| &suspect.finding);
    let mut causes = causes.filter(|finding| finding.severity >= Severity::Warning);
    if causes.clone().any(is_settled) {
        return None;
    }
    let first = causes.next();
    if first.is_none() && is_message(text) && failed_without_a_word(facts) {
        return None;
    }
    let [message, report] = ALONE;
    let alone = if is_message(text) { message } else { report };
    Some(match (first, is_told) {
        (Some(_), _) => BESIDE,
        (None, true) => alone,
        (None, false) => alone + UNTOLD,
    })
}

/// Whether the text is a configuration or a command.
fn is_configuration(facts: &Facts) -> bool {
    let fields = [
        facts.site.as_ref().map(|site| site.field),
        facts.account.as_ref().map(|account| account.field),
        facts.token.as_ref().map(|token| token.field),
        facts.authorization.as_ref().map(|header| header.field),
    ];
    let is_unanswered = |x: &Exchange| x.sent.method.is_some() && x.status.is_none();
    fields.contains(&Some(Field::Paste)) || facts.exchanges.iter().any(is_unanswered)
}

/// Whether it is certain what failed, or that another service did: then nothing else is named.
fn is_settled(finding: &Finding) -> bool {
    let is_certain = finding.severity == Severity::Error && finding.certainty == Certainty::Certain;
    is_certain
        || finding.problem == "another-service-refused" && finding.certainty >= Certainty::Likely
}

fn is_message(text: &str) -> bool {
    text.len() <= MESSAGE && !text.trim().contains('\n')
}

fn resembled(
    problem: &'static Problem,
    facts: &Facts,
    likeness: &Likeness,
    text: &str,
    stands_alone: bool,
) -> Option<Suspect> {
    let mut score = weighed(problem, facts);
    if score.is_empty() {
        let title = Prose::plain(problem.title);
        score.message(prose!("The text reads like this problem: {title}.", title));
    }
    let weight = if stands_alone && likeness.clearance(problem.id) >= CLEAR {
        weight::STRONG - weight::FITS
    } else {
        weight::HINT
    };
    let why = prose!("People and programs put it in such words.");
    let span = Spans::of(text).span(text_model::heaviest(text, problem.id));
    score.in_words(weight, why).at((Field::Paste, span));
    let mut suspect = suspect(problem, facts, score)?;
    suspect.likeness = Some(points(likeness, problem.id));
    Some(suspect)
}
