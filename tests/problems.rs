//! What every problem must keep: its page is whole, its example raises it, its fix settles it.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod support;

use std::collections::BTreeSet;

use jira_doctor::read::site::url_crate_host;
use jira_doctor::{Diagnosis, Evidence, Finding, Problem, diagnose, problems};

use support::evidence::evidence;

fn check(evidence: &Evidence) -> Diagnosis {
    diagnose(evidence, None, url_crate_host)
}

fn finding(evidence: &Evidence, problem: &Problem) -> Option<Finding> {
    let found = check(evidence).findings;
    found
        .into_iter()
        .find(|finding| finding.problem == problem.id)
}

#[test]
fn ids_are_unique_and_in_kebab_case() {
    let ids: BTreeSet<_> = problems().iter().map(|problem| problem.id).collect();
    assert_eq!(ids.len(), problems().len());
    for id in ids {
        assert!(
            id.chars().all(|c| c.is_ascii_lowercase() || c == '-'),
            "{id}"
        );
    }
}

/// The list that several projects share: this one may know more, and never fewer.
#[test]
fn every_cause_of_the_list_is_a_problem() {
    for line in include_str!("cases/problems.md").lines() {
        let id = line
            .strip_prefix("| `")
            .and_then(|rest| rest.split('`').next());
        if let Some(id) = id {
            assert!(jira_doctor::find(id).is_some(), "{id}");
        }
    }
}

#[test]
fn every_page_is_whole() {
    for problem in problems() {
        let page = problem.explain();
        let id = problem.id;
        assert!(!page.title.is_empty(), "{id}: no title");
        assert!(!page.meaning.is_empty(), "{id}: no meaning");
        assert!(!page.causes.is_empty(), "{id}: no causes");
        assert!(!page.steps.is_empty(), "{id}: no steps");
        assert!(!page.links.is_empty(), "{id}: no references");
        for link in page.links {
            assert!(link.url.starts_with("https://"), "{id}: {}", link.url);
        }
    }
}

#[test]
fn every_wrong_example_raises_its_problem_and_no_right_one_does() {
    for problem in problems() {
        assert!(
            finding(&evidence(problem.page.wrong), problem).is_some(),
            "{}: wrong",
            problem.id
        );
        let right = finding(&evidence(problem.page.right), problem);
        assert!(right.is_none(), "{}: right raises {right:?}", problem.id);
    }
}

#[test]
fn every_fix_settles_its_problem() {
    for problem in problems() {
        let evidence = evidence(problem.page.wrong);
        if let Some(fix) = finding(&evidence, problem).and_then(|finding| finding.fix) {
            let after = finding(&fix.apply(&evidence), problem);
            assert!(
                after.is_none(),
                "{}: {} leaves {after:?}",
                problem.id,
                fix.title
            );
        }
    }
}

#[test]
fn an_example_shows_its_problem_first() {
    for problem in problems() {
        let first = check(&evidence(problem.page.wrong)).findings.remove(0);
        assert_eq!(first.problem, problem.id);
    }
}
