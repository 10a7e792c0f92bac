//! What words alone say for a problem: a product's own messages, sentences that the problem's rules fit, and what a message
//! resembles.

use crate::READS_ANSWERS;
#[cfg(feature = "answers")]
use crate::evidence::Field;
use crate::facts::Facts;
use crate::facts::product::ProductMessage;
use crate::problem::{Problem, Score, weight};
use crate::prose::{Prose, prose};
use crate::read::sentences::{Rule, lexicon};
#[cfg(feature = "answers")]
use crate::read::text_model;
#[cfg(feature = "answers")]
use crate::span::Spans;

/// Adds what the words of the evidence say for a problem.
pub(super) fn weigh(problem: &Problem, facts: &Facts, score: &mut Score) {
    weigh_messages(problem, facts, score);
    weigh_sentences(problem, facts, score);
    #[cfg(feature = "answers")]
    weigh_likeness(problem, facts, score);
}

/// The product's own messages: whoever wrote its profile knows what they speak for.
fn weigh_messages(problem: &Problem, facts: &Facts, score: &mut Score) {
    let name = facts.profile.map_or("", |profile| profile.name.as_str());
    let of_problem = |message: &&ProductMessage| message.problem == problem.id;
    for message in facts.messages.iter().filter(of_problem) {
        let why = prose!("{name}'s own message points to it.", name);
        score
            .reason(weight::HINT, why)
            .at((message.field, message.span));
    }
}

/// The sentences that the problem's rules fit: the one that says it most clearly.
fn weigh_sentences(problem: &Problem, facts: &Facts, score: &mut Score) {
    if !READS_ANSWERS || facts.is_of_another_product() || facts.has_passed(problem.stage) {
        return;
    }
    let fitting = facts.said.iter().filter_map(|said| {
        let rules = problem.rules.iter().filter(|rule| rule.fits(said.concepts));
        let weight = rules.map(Rule::weight).max()?;
        // "If the token has expired" and "it may be wrong" are guesses of whoever wrote the message.
        let is_guess = said.concepts.meets(lexicon::IF);
        Some((if is_guess { weight / 2 } else { weight }, said))
    });
    // Of equal ones the last: it is what the attempt ended with.
    let Some((weight, said)) = fitting.max_by_key(|(weight, _)| *weight) else {
        return;
    };
    if score.is_empty() {
        let title = Prose::plain(problem.title);
        score.message(prose!("{title}: the text says so in words.", title));
    }
    let why = prose!("This sentence says so.");
    score.in_words(weight, why).at((said.field, said.span));
}

/// What the text resembles, where nothing in it is known.
#[cfg(feature = "answers")]
fn weigh_likeness(problem: &Problem, facts: &Facts, score: &mut Score) {
    let class = text_model::class_of(problem.id);
    let Some(likeness) = facts.likeness.iter().find(|one| one.class == class) else {
        return;
    };
    let weight = match likeness.lead {
        text_model::SURE.. => weight::STRONG + weight::FITS,
        text_model::CLEAR.. => weight::STRONG - weight::FITS,
        _ => weight::HINT,
    };
    score.is_likeness = score.is_empty();
    if score.is_likeness {
        let title = Prose::plain(problem.title);
        score.message(prose!("{title}: the text reads like it.", title));
    }
    let text = facts.evidence.text(Field::Paste).unwrap_or_default();
    let why = prose!("People and programs put it in such words.");
    let span = Spans::of(text).span(likeness.at.clone());
    score.in_words(weight, why).at((Field::Paste, span));
}
