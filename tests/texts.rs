//! Sentences for people: each is extracted for translators, and each is shown in the language that was chosen.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod support;

use std::path::Path;

use jira_doctor::read::site::url_crate_host;
use jira_doctor::{Format, Prose, diagnose, problems, report, translate};

use support::evidence::evidence;
use support::texts;

#[test]
fn whatever_a_diagnosis_says_is_translated() {
    let all = texts::all(Path::new(env!("CARGO_MANIFEST_DIR")));
    assert!(all.len() > 500, "only {} templates", all.len());
    let entries: Vec<_> = all
        .keys()
        .map(|text| (text.clone(), texts::pseudo(text)))
        .collect();
    translate(&texts::compiled(&entries));
    let mut english = Vec::new();
    let mut see = |problem: &str, text: &Prose| {
        let text = text.to_string();
        let is_translated = text.starts_with('⟦') && text.ends_with('⟧');
        if !is_translated {
            english.push(format!("{problem}: {text}"));
        }
    };
    for problem in problems() {
        let diagnosis = diagnose(&evidence(problem.page.wrong), None, url_crate_host);
        see(problem.id, &diagnosis.headline);
        for finding in &diagnosis.findings {
            see(problem.id, &finding.title);
            see(problem.id, &finding.message);
            finding.steps.iter().for_each(|step| see(problem.id, step));
            for reason in &finding.reasons {
                see(problem.id, &reason.text);
            }
        }
        diagnosis
            .limits
            .iter()
            .for_each(|limit| see(problem.id, limit));
        for question in &diagnosis.questions {
            see(problem.id, &question.text);
            see(problem.id, &question.why);
        }
        diagnosis
            .steps
            .iter()
            .for_each(|step| see(problem.id, &step.text));
    }
    let any = diagnose(&evidence(r#"{"site":"acme"}"#), None, url_crate_host);
    let ticket = report(&any, Format::Markdown);
    translate("");
    assert!(ticket.starts_with("## ⟦"), "{ticket}");
    assert!(english.is_empty(), "not extracted:\n{}", english.join("\n"));
}

#[test]
fn a_translation_keeps_the_placeholders() {
    let po = "msgid \"Use {value}\"\nmsgstr \"{value} nehmen\"\n\nmsgid \"\"\n\"a \"\n\"b\"\nmsgstr \"c\"\n";
    let read = texts::translations(po).unwrap();
    assert_eq!(
        texts::compiled(&read),
        "Use {value}\n{value} nehmen\na b\nc\n"
    );
    assert!(texts::translations("msgid \"Use {value}\"\nmsgstr \"nehmen\"\n").is_err());
    assert!(texts::translations("msgid \"<a>Use</a> it\"\nmsgstr \"nehmen\"\n").is_err());
}
