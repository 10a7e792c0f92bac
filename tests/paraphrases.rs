//! Wordings that nobody had seen who wrote the rules or the training texts: five of each problem, in three languages.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use jira_doctor::read::site::url_crate_host;
use jira_doctor::{Certainty, Diagnosis, Evidence, Severity, diagnose};
use serde::Deserialize;

#[derive(Deserialize)]
struct Wording {
    id: String,
    problem: Option<String>,
    text: String,
}

fn wordings() -> Vec<Wording> {
    let lines = include_str!("training/paraphrases.jsonl").lines();
    lines
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

fn read(text: &str) -> Diagnosis {
    let evidence = Evidence {
        paste: Some(text.into()),
        ..Evidence::default()
    };
    diagnose(&evidence, None, url_crate_host)
}

/// What is shown as a cause, the first three.
fn causes(diagnosis: &Diagnosis) -> Vec<(&str, Certainty)> {
    let causes = diagnosis
        .findings
        .iter()
        .filter(|finding| finding.severity >= Severity::Warning);
    causes
        .map(|finding| (finding.problem, finding.certainty))
        .take(3)
        .collect()
}

#[test]
fn four_of_five_unseen_wordings_are_named() {
    let all: Vec<_> = wordings()
        .into_iter()
        .filter(|wording| wording.problem.is_some())
        .collect();
    let named = |wording: &&Wording| {
        let diagnosis = read(&wording.text);
        causes(&diagnosis)
            .iter()
            .any(|(problem, _)| Some(*problem) == wording.problem.as_deref())
    };
    let count = all.iter().filter(named).count();
    assert!(count * 100 >= all.len() * 80, "{count} of {}", all.len());
}

#[test]
fn no_wording_is_taken_for_certain_and_wrong() {
    let is_wrong = |wording: &Wording| {
        let diagnosis = read(&wording.text);
        let sure = causes(&diagnosis)
            .into_iter()
            .find(|(_, certainty)| *certainty == Certainty::Certain);
        let wrong = sure.filter(|(problem, _)| Some(*problem) != wording.problem.as_deref());
        wrong.map(|(problem, _)| format!("{}: {problem}", wording.id))
    };
    let wrong: Vec<_> = wordings().iter().filter_map(is_wrong).collect();
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn nine_of_ten_texts_about_nothing_stay_without_a_cause() {
    let all: Vec<_> = wordings()
        .into_iter()
        .filter(|wording| wording.problem.is_none())
        .collect();
    let count = all
        .iter()
        .filter(|wording| causes(&read(&wording.text)).is_empty())
        .count();
    assert!(count * 10 >= all.len() * 9, "{count} of {}", all.len());
}
