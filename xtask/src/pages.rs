//! The page of every problem, the index of them, and the same as JSON. All of it comes from the problems' own files.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use jira_doctor::{Certainty, Explanation, Problem, Severity, problems};
use serde::Serialize;

use crate::codes::{self, Code};
use crate::example;
use crate::frame::{Folder, Frame, Page, pager};
use crate::html::{entry, escape, link, list_of, section, sentence, summary};
use crate::messages::Messages;

/// So many related problems are shown at most.
const MOST_RELATED: usize = 6;

/// Writes the pages, the list of them, and what programs and the checker load.
pub(crate) fn write(frame: &Frame, dist: &Path, codes: &[Code], messages: &Messages) -> Result<()> {
    let all = problems();
    for (at, problem) in all.iter().enumerate() {
        let page = problem.explain();
        let neighbour = |at: Option<usize>| {
            let problem = all.get(at?)?;
            Some((problem.id, problem.title))
        };
        let content = content(problem, &page, codes, messages)
            .with_context(|| format!("the problem {}", problem.id))?;
        let pager = pager(neighbour(at.checked_sub(1)), neighbour(Some(at + 1)));
        frame.write(
            dist,
            &Page {
                folder: Folder::Problems,
                name: problem.id,
                title: page.title,
                heading: None,
                description: page.meaning.first().copied().unwrap_or_default(),
                content: &(content + &pager),
            },
        )?;
    }
    frame.write(
        dist,
        &Page {
            folder: Folder::Problems,
            name: "index",
            title: "Why Jira refuses credentials",
            heading: None,
            description: "Every problem that jira-doctor can name, with what it means and how to fix it.",
            content: &index(codes)?,
        },
    )?;
    let folder = dist.join(Folder::Problems.name());
    for problem in all {
        let script = script(&problem.explain())?;
        fs::write(folder.join(format!("{}.js", problem.id)), script)?;
    }
    fs::write(folder.join("problems.json"), list(codes)?)?;
    fs::write(folder.join("examples.js"), examples()?)?;
    Ok(())
}

fn file_name(problem: &Problem) -> String {
    format!("{}.html", problem.id)
}

/// The sections of a problem's page. Their ids are addresses that people link to, and stay.
fn content(
    problem: &Problem,
    page: &Explanation,
    codes: &[Code],
    messages: &Messages,
) -> Result<String> {
    let mut html = format!(
        "<p class=\"about\"><span class=\"severity {0}\">{1}</span> · {2} · <code>{3}</code></p>\n",
        severity_name(page.severity),
        severity_in_words(page.severity),
        escape(page.group),
        escape(page.problem),
    );
    let example = example::table(page.wrong, page.right)? + &try_it(problem);
    for (id, heading, body) in [
        ("meaning", "What it means", paragraphs(page.meaning)),
        (
            "fix",
            "How to fix it",
            list_of("ol", page.steps.iter().map(|step| sentence(step))),
        ),
        ("causes", "Why it happens", paragraphs(page.causes)),
        (
            "messages",
            "Messages that point to it",
            messages.leading_to(page.problem),
        ),
        (
            "codes",
            "Status codes it comes with",
            codes::list("../codes/", codes::of_problem(codes, page.problem)),
        ),
        ("example", "Example", example),
        ("sample", "What the checker says", sample(page)),
        ("related", "Related problems", related(problem)),
        (
            "references",
            "References",
            list_of("ul", page.links.iter().map(link)),
        ),
    ] {
        section(&mut html, id, heading, &body);
    }
    Ok(html)
}

/// The link by which the checker opens with the example.
fn try_it(problem: &Problem) -> String {
    format!(
        "<p><a class=\"action\" href=\"../index.html#example={}\">Try it in the checker</a></p>\n",
        escape(problem.id)
    )
}

/// Problems that a person may mistake for this one: of the same group and stage first, then of the same stage, then of the
/// same group.
fn related(problem: &Problem) -> String {
    let is_near = |other: &Problem| problem.stage.is_some() && other.stage == problem.stage;
    let distance = |other: &Problem| match (is_near(other), other.group == problem.group) {
        (true, true) => Some(0),
        (true, false) => Some(1),
        (false, true) => Some(2),
        (false, false) => None,
    };
    let mut others: Vec<_> = problems()
        .iter()
        .filter(|other| other.id != problem.id)
        .filter_map(|other| Some((distance(other)?, other)))
        .collect();
    others.sort_by_key(|&(distance, _)| distance);
    let items = others
        .into_iter()
        .take(MOST_RELATED)
        .map(|(_, other)| listed(other));
    list_of("ul", items)
}

/// A problem in a list, with what it means in a sentence.
fn listed(problem: &Problem) -> String {
    let meaning = problem.page.meaning.first().copied().unwrap_or_default();
    entry(
        &file_name(problem),
        &sentence(problem.title),
        summary(problem.title, meaning),
    )
}

/// What the checker says to the wrong example: made by running the problem.
fn sample(page: &Explanation) -> String {
    let Some(finding) = example::finding(page.problem, page.wrong) else {
        return String::new();
    };
    let reasons = finding
        .reasons
        .iter()
        .filter(|reason| reason.text != finding.message);
    format!(
        "<div class=\"sample\">\n<p><strong>{}</strong> ({})</p>\n{}</div>\n",
        sentence(&finding.message.to_string()),
        certainty_in_words(finding.certainty),
        list_of(
            "ul",
            reasons.map(|reason| sentence(&reason.text.to_string()))
        ),
    )
}

/// Paragraphs, and runs of lines that begin with `- ` as lists.
fn paragraphs(lines: &[&str]) -> String {
    lines
        .chunk_by(|a, b| is_item(a) && is_item(b))
        .map(|lines| match lines {
            [line] if !is_item(line) => format!("<p>{}</p>\n", sentence(line)),
            items => list_of(
                "ul",
                items
                    .iter()
                    .map(|item| sentence(item.trim_start_matches("- "))),
            ),
        })
        .collect()
}

fn is_item(line: &str) -> bool {
    line.starts_with("- ")
}

/// All problems by group, in the order of the catalogue.
fn index(codes: &[Code]) -> Result<String> {
    let mut html = format!(
        "<p class=\"lead\">Every problem that the checker can name, with what it means and how to fix it. You can also look up \
         <a href=\"../messages/index.html\">the text of an error message</a>.</p>\n\
         <nav class=\"chips\" aria-label=\"Status codes\">\n{}</nav>\n<div data-filter=\"Filter problems\">\n",
        codes::numbers("../codes/", codes)
    );
    for problems in problems().chunk_by(|a, b| a.group == b.group) {
        let Some(group) = problems.first().map(|problem| problem.group) else {
            continue;
        };
        let id = serde_json::to_value(group)?;
        let items = list_of("ul", problems.iter().map(|problem| listed(problem)));
        section(
            &mut html,
            id.as_str().unwrap_or_default(),
            group.title(),
            &items,
        );
    }
    Ok(html + "</div>\n")
}

/// What `lib/explain.js` loads.
fn script(value: &impl Serialize) -> Result<String> {
    Ok(format!(
        "export default {};\n",
        serde_json::to_string(value)?
    ))
}

/// The examples that the page offers to try.
fn examples() -> Result<String> {
    #[derive(Serialize)]
    struct Example {
        problem: &'static str,
        title: &'static str,
        group: &'static str,
        wrong: &'static str,
    }
    let examples: Vec<_> = problems()
        .iter()
        .map(|problem| Example {
            problem: problem.id,
            title: problem.title,
            group: problem.group.title(),
            wrong: problem.page.wrong,
        })
        .collect();
    script(&examples)
}

/// The same for programs.
fn list(codes: &[Code]) -> Result<String> {
    #[derive(Serialize)]
    struct Entry<'a> {
        id: &'a str,
        title: &'a str,
        group: &'a str,
        severity: Severity,
        page: String,
        meaning: String,
        /// The pages by code that name it: `codes/<status>.html`.
        statuses: Vec<&'a str>,
        /// What the checker says to the wrong example.
        sample: Option<Sample>,
    }
    #[derive(Serialize)]
    struct Sample {
        message: String,
        certainty: Certainty,
        reasons: Vec<String>,
    }
    let sample = |problem: &Problem| {
        let finding = example::finding(problem.id, problem.page.wrong)?;
        Some(Sample {
            message: finding.message.to_string(),
            certainty: finding.certainty,
            reasons: finding
                .reasons
                .into_iter()
                .map(|reason| reason.text.to_string())
                .collect(),
        })
    };
    let entries: Vec<_> = problems()
        .iter()
        .map(|problem| Entry {
            id: problem.id,
            title: problem.title,
            group: problem.group.title(),
            severity: problem.severity,
            page: format!("problems/{}", file_name(problem)),
            meaning: problem.explain().meaning.join("\n"),
            statuses: codes::names(codes, problem.id),
            sample: sample(problem),
        })
        .collect();
    Ok(serde_json::to_string_pretty(&entries)? + "\n")
}

fn severity_name(severity: Severity) -> &'static str {
    match severity {
        Severity::Info => "info",
        Severity::Warning => "warning",
        Severity::Error => "error",
    }
}

fn severity_in_words(severity: Severity) -> &'static str {
    match severity {
        Severity::Info => "Good to know",
        Severity::Warning => "May fail",
        Severity::Error => "Will fail",
    }
}

fn certainty_in_words(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::Certain => "certain",
        Certainty::Likely => "likely",
        Certainty::Possible => "possible",
    }
}
