//! What words alone say for a problem: a product's own messages, and sentences that the problem's rules fit.

use crate::READS_ANSWERS;
use crate::facts::Facts;
use crate::facts::product::ProductMessage;
use crate::problem::{Problem, Score, weight};
use crate::prose::{Prose, prose};
use crate::read::sentences::{Rule, lexicon};

/// Adds what the words of the evidence say for a problem.
pub(super) fn weigh(problem: &Problem, facts: &Facts, score: &mut Score) {
    weigh_messages(problem, facts, score);
    weigh_sentences(problem, facts, score);
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
        score.message(prose!("The text says so in words: {title}.", title));
    }
    let why = prose!("This sentence says so.");
    score.in_words(weight, why).at((said.field, said.span));
}
