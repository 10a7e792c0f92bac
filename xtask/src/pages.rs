//! The page of every problem, the index of them, and the same as JSON. All of it comes from the problems' own files.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use jira_doctor::{Explanation, Link, Problem, Severity, problems};
use serde::Serialize;

use crate::example;
use crate::html::{escape, plain, sentence};

/// Writes the pages into a folder, each into the template.
pub(crate) fn write(template: &Path, folder: &Path) -> Result<()> {
    let template = fs::read_to_string(template).with_context(|| template.display().to_string())?;
    fs::create_dir_all(folder)?;
    for problem in problems() {
        let page = problem.explain();
        let content = content(&page).with_context(|| format!("the problem {}", problem.id))?;
        let description = page.meaning.first().copied().unwrap_or_default();
        fs::write(
            folder.join(file_name(problem)),
            filled(&template, page.title, description, &content),
        )?;
    }
    fs::write(folder.join("index.html"), index(&template)?)?;
    fs::write(folder.join("problems.json"), list()?)?;
    Ok(())
}

fn file_name(problem: &Problem) -> String {
    format!("{}.html", problem.id)
}

/// The content last: what stands in it is never taken for a slot.
fn filled(template: &str, title: &str, description: &str, content: &str) -> String {
    template
        .replace("{{title}}", &plain(title))
        .replace("{{description}}", &plain(description))
        .replace("{{content}}", content)
}

/// The sections of a problem's page. Their ids are addresses that people link to, and stay.
fn content(page: &Explanation) -> Result<String> {
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
        &paragraphs(&page.meaning),
    );
    section(
        &mut html,
        "causes",
        "Why it happens",
        &paragraphs(&page.causes),
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
    section(
        &mut html,
        "references",
        "References",
        &list_of("ul", page.links.iter().map(link)),
    );
    Ok(html)
}

fn section(html: &mut String, id: &str, heading: &str, body: &str) {
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

fn list_of(tag: &str, items: impl Iterator<Item = String>) -> String {
    let items: String = items.map(|item| format!("<li>{item}</li>\n")).collect();
    if items.is_empty() {
        return items;
    }
    format!("<{tag}>\n{items}</{tag}>\n")
}

fn link(link: &Link) -> String {
    format!(
        "<a href=\"{}\" rel=\"noreferrer\">{}</a>",
        escape(link.url),
        sentence(link.title)
    )
}

/// All problems by group, in the order of the catalogue.
fn index(template: &str) -> Result<String> {
    let mut html = String::from(
        "<p>Everything that the checker can name, by the part of the set-up that it belongs to.</p>\n",
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

/// The same for programs.
fn list() -> Result<String> {
    #[derive(Serialize)]
    struct Entry<'a> {
        id: &'a str,
        title: &'a str,
        group: &'a str,
        severity: Severity,
        page: String,
        meaning: String,
    }
    let entries: Vec<_> = problems()
        .iter()
        .map(|problem| Entry {
            id: problem.id,
            title: problem.title,
            group: problem.group.title(),
            severity: problem.severity,
            page: format!("problems/{}", file_name(problem)),
            meaning: problem.explain().meaning.join("\n"),
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
