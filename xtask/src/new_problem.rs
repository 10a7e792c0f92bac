//! `new-problem`: the skeleton of a problem, and its two lines in the catalogue.

use std::fs;

use anyhow::{Context, Result, bail};
use jira_doctor::{Group, problems};

use crate::tools::root;

const CATALOGUE: &str = "src/problems/mod.rs";

pub(crate) fn run(name: &str, group: Option<&str>) -> Result<()> {
    let group = match group {
        None => Group::ServerAndClient,
        Some(name) => group_of(name)
            .with_context(|| format!("there is no group `{name}`: they are {}", groups()))?,
    };
    let id = name.replace('_', "-");
    if !is_id(&id) {
        bail!(
            "`{name}` cannot be an id: it takes lower-case words and digits joined by hyphens, a letter first"
        );
    }
    let module = id.replace('-', "_");
    let file = format!("src/problems/{module}.rs");
    if jira_doctor::find(&id).is_some() || root().join(&file).exists() {
        bail!("the problem {id} exists: {file}");
    }
    let catalogue = fs::read_to_string(root().join(CATALOGUE)).context(CATALOGUE)?;
    let catalogue = with_lines(&catalogue, &module, group)?;

    fs::write(root().join(&file), skeleton(&id, group))?;
    fs::write(root().join(CATALOGUE), catalogue)?;
    println!(
        "Wrote {file} and its lines in {CATALOGUE}. Next:\n  \
         1. Fill in every TODO of {file}; the tests refuse those that stay.\n  \
         2. Give `weigh` its reasons, each with a weight of `problem::weight` and a pointer to what it rests on.\n  \
         3. Run cargo test: the wrong example must raise the problem, the right one must not.\n  \
         4. Look at its page: cargo xtask serve, then problems/{id}.html."
    );
    Ok(())
}

/// The group of this name: `site-url`.
fn group_of(name: &str) -> Option<Group> {
    let mut groups = problems().iter().map(|problem| problem.group);
    groups.find(|&group| group_name(group) == name)
}

fn group_name(group: Group) -> String {
    group.title().to_lowercase().replace([' ', '-'], "-")
}

fn groups() -> String {
    let mut names: Vec<_> = problems().iter().map(|one| group_name(one.group)).collect();
    names.dedup();
    names.join(", ")
}

fn is_id(id: &str) -> bool {
    id.starts_with(|c: char| c.is_ascii_lowercase())
        && id.split('-').all(|word| {
            !word.is_empty()
                && word
                    .chars()
                    .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit())
        })
}

/// The catalogue with the module and its place: after the problems of its group.
fn with_lines(catalogue: &str, module: &str, group: Group) -> Result<String> {
    let mut lines: Vec<_> = catalogue.lines().map(str::to_owned).collect();
    let modules = named(&lines, "mod ", ";");
    let before = modules.iter().find(|(_, name)| name.as_str() > module);
    let (at, _) = before
        .or(modules.last())
        .with_context(|| format!("{CATALOGUE} names no module"))?;
    let at = at + usize::from(before.is_none());
    lines.insert(at, format!("mod {module};"));

    let entries = named(&lines, "&", "::PROBLEM,");
    let last = entries.iter().rev().find(|(_, name)| {
        let id = name.replace('_', "-");
        jira_doctor::find(&id).is_none_or(|problem| problem.group <= group)
    });
    let at = last.map_or(entries.first().map(|(at, _)| *at), |(at, _)| Some(at + 1));
    let at = at.with_context(|| format!("{CATALOGUE} lists no problem"))?;
    lines.insert(at, format!("    &{module}::PROBLEM,"));
    Ok(lines.join("\n") + "\n")
}

/// The lines that name a module, and the names.
fn named(lines: &[String], start: &str, end: &str) -> Vec<(usize, String)> {
    let lines = lines.iter().enumerate();
    let named = lines.filter_map(|(at, line)| {
        let name = line.trim().strip_prefix(start)?.strip_suffix(end)?;
        Some((at, name.to_owned()))
    });
    named.collect()
}

fn skeleton(id: &str, group: Group) -> String {
    format!(
        r##"use crate::advice::always;
use crate::facts::Facts;
use crate::problem::{{Group, Link, Problem, Score, Severity, Stage}};

pub(super) static PROBLEM: Problem = Problem {{
    id: "{id}",
    title: "TODO: what is wrong, in a few words",
    group: Group::{group:?},
    severity: Severity::Error,
    stage: Some(Stage::Use),
    prior: 0,
    weigh,
    steps: &[always("TODO: what to do, one step each.")],
    links: &[always(Link::new(
        "TODO: title of an official page",
        "https://developer.atlassian.com/",
    ))],
    rules: &[],
    #[cfg(feature = "pages")]
    page: crate::problem::Page {{
        meaning: &["TODO: what is wrong, to somebody who never heard of it. One text is one paragraph."],
        causes: &["TODO: how people get there."],
        wrong: r#"{{"site":"TODO"}}"#,
        right: r#"{{"site":"https://acme.atlassian.net"}}"#,
    }},
}};

fn weigh(_facts: &Facts, _score: &mut Score) {{
    // TODO: let the facts that speak for it add their reasons: score.reason(weight::STRONG, prose!("…")).at(Field::Site);
}}
"##
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_words_joined_by_hyphens() {
        assert!(is_id("token-expired") && is_id("xsrf") && is_id("http-2"));
        for id in ["", "-a", "a-", "a--b", "Token", "2fa", "a.b", "../a"] {
            assert!(!is_id(id), "{id}");
        }
    }

    #[test]
    fn a_problem_goes_behind_the_last_of_its_group() {
        let catalogue = "mod dns;\nmod url_empty;\n\nstatic ALL: &[&Problem] = &[\n    &url_empty::PROBLEM,\n    &dns::PROBLEM,\n];\n";
        assert_eq!(
            with_lines(catalogue, "a_b", Group::SiteUrl).unwrap(),
            "mod a_b;\nmod dns;\nmod url_empty;\n\nstatic ALL: &[&Problem] = &[\n    &url_empty::PROBLEM,\n    &a_b::PROBLEM,\n    &dns::PROBLEM,\n];\n"
        );
        assert_eq!(
            with_lines(catalogue, "x", Group::ServerAndClient).unwrap(),
            "mod dns;\nmod url_empty;\nmod x;\n\nstatic ALL: &[&Problem] = &[\n    &url_empty::PROBLEM,\n    &dns::PROBLEM,\n    &x::PROBLEM,\n];\n"
        );
    }

    #[test]
    fn a_group_is_named_in_kebab_case() {
        assert_eq!(
            group_of("sign-on-and-account"),
            Some(Group::SignOnAndAccount)
        );
        assert_eq!(group_of("nothing"), None);
    }
}
