//! The page of every problem, the index of them, and the same as JSON. All of it comes from the problems' own files.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use jira_doctor::{Certainty, Explanation, Link, Problem, Severity, problems};
use serde::Serialize;

use crate::codes::{self, Code};
use crate::example;
use crate::html::{escape, plain, sentence};

/// Writes the pages into a folder, each into the template.
pub(crate) fn write(template: &Path, folder: &Path, codes: &[Code]) -> Result<()> {
    let template = fs::read_to_string(template).with_context(|| template.display().to_string())?;
    fs::create_dir_all(folder)?;
    for problem in problems() {
        let page = problem.explain();
        let content =
            content(&page, codes).with_context(|| format!("the problem {}", problem.id))?;
        fs::write(folder.join(format!("{}.js", problem.id)), script(&page)?)?;
        let description = page.meaning.first().copied().unwrap_or_default();
        fs::write(
            folder.join(file_name(problem)),
            filled(&template, page.title, description, &content),
        )?;
    }
    fs::write(folder.join("index.html"), index(&template, codes)?)?;
    fs::write(folder.join("problems.json"), list(codes)?)?;
    fs::write(folder.join("examples.js"), examples()?)?;
    Ok(())
}

fn file_name(problem: &Problem) -> String {
    format!("{}.html", problem.id)
}

/// The content last: what stands in it is never taken for a slot.
pub(crate) fn filled(template: &str, title: &str, description: &str, content: &str) -> String {
    template
        .replace("{{title}}", &plain(title))
        .replace("{{description}}", &plain(description))
        .replace("{{content}}", content)
}

/// The sections of a problem's page. Their ids are addresses that people link to, and stay.
fn content(page: &Explanation, codes: &[Code]) -> Result<String> {
    let mut html = format!(
        "<p class=\"about\"><span class=\"severity {0}\">{1}</span> · {2} · <code>{3}</code></p>\n",
        severity_name(page.severity),
        severity_in_words(page.severity),
        escape(page.group),
        escape(page.problem),
    );
    section(
        &mut html,
        "meaning",
        "What it means",
        &paragraphs(page.meaning),
    );
    section(
        &mut html,
        "codes",
        "Where it shows",
        &codes::list("../codes/", codes::of_problem(codes, page.problem)),
    );
    section(
        &mut html,
        "causes",
        "Why it happens",
        &paragraphs(page.causes),
    );
    section(
        &mut html,
        "fix",
        "How to fix it",
        &list_of("ol", page.steps.iter().map(|step| sentence(step))),
    );
    section(
        &mut html,
        "example",
        "Example",
        &example::table(page.wrong, page.right)?,
    );
    section(&mut html, "sample", "What the checker says", &sample(page));
    section(
        &mut html,
        "references",
        "References",
        &list_of("ul", page.links.iter().map(link)),
    );
    Ok(html)
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

pub(crate) fn section(html: &mut String, id: &str, heading: &str, body: &str) {
    if body.is_empty() {
        return;
    }
    // Writing to a String cannot fail.
    let _ = write!(
        html,
        "<section id=\"{id}\" aria-labelledby=\"{id}-heading\">\n<h2 id=\"{id}-heading\">{heading}</h2>\n{body}</section>\n"
    );
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

pub(crate) fn list_of(tag: &str, items: impl Iterator<Item = String>) -> String {
    let items: String = items.map(|item| format!("<li>{item}</li>\n")).collect();
    if items.is_empty() {
        return items;
    }
    format!("<{tag}>\n{items}</{tag}>\n")
}

pub(crate) fn link(link: &Link) -> String {
    format!(
        "<a href=\"{}\" rel=\"noreferrer\">{}</a>",
        escape(link.url),
        sentence(link.title)
    )
}

/// All problems by status code, then by group in the order of the catalogue.
fn index(template: &str, codes: &[Code]) -> Result<String> {
    let mut html = String::from(
        "<p>Everything that the checker can name: <a href=\"#by-code\">by what Jira answered</a>, \
         and by the part of the set-up that it belongs to.</p>\n",
    );
    section(
        &mut html,
        "by-code",
        "By status code",
        &codes::list("../codes/", codes),
    );
    for problems in problems().chunk_by(|a, b| a.group == b.group) {
        let Some(group) = problems.first().map(|problem| problem.group) else {
            continue;
        };
        let id = serde_json::to_value(group)?;
        let items = list_of(
            "ul",
            problems.iter().map(|problem| {
                format!(
                    "<a href=\"{}\">{}</a>",
                    escape(&file_name(problem)),
                    sentence(problem.title)
                )
            }),
        );
        section(
            &mut html,
            id.as_str().unwrap_or_default(),
            group.title(),
            &items,
        );
    }
    Ok(filled(
        template,
        "Why Jira refuses credentials",
        "Every problem that jira-doctor can name, with what it means and how to fix it.",
        &html,
    ))
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
