//! `new-problem`: the skeleton of a problem, and its line in the catalogue.

use std::fs;

use anyhow::{Context, Result, bail};

use crate::misuse;
use crate::tools::root;

const CATALOGUE: &str = "src/problems/mod.rs";
/// Names the causes in the order of the catalogue, with the group of each.
const KNOWN: &str = "tests/cases/problems.md";

pub(crate) fn run(arguments: &[String]) -> Result<()> {
    let [name] = arguments else {
        return misuse("new-problem takes one name, such as token-expired.");
    };
    let id = name.replace('_', "-");
    if !is_id(&id) {
        return misuse(format!(
            "`{name}` cannot be an id: it takes lower-case words and digits joined by hyphens, a letter first."
        ));
    }
    let module = id.replace('-', "_");
    let file = format!("src/problems/{module}.rs");
    if jira_doctor::find(&id).is_some() || root().join(&file).exists() {
        bail!("the problem {id} exists: {file}");
    }
    let known = fs::read_to_string(root().join(KNOWN)).context(KNOWN)?;
    let catalogue = fs::read_to_string(root().join(CATALOGUE)).context(CATALOGUE)?;
    let catalogue = with_line(&catalogue, &module, &order(&known))?;

    fs::write(root().join(&file), skeleton(&id, group(&known, &id)))?;
    fs::write(root().join(CATALOGUE), catalogue)?;
    println!(
        "Wrote {file} and its line in {CATALOGUE}. Next:\n  \
         1. Fill in every TODO of {file}; the tests refuse those that stay.\n  \
         2. Give `weigh` its reasons, each with a weight of `problem::weight` and a pointer to what it rests on.\n  \
         3. Run cargo test: the wrong example must raise the problem, the right one must not.\n  \
         4. Look at its page: cargo xtask serve, then problems/{id}.html."
    );
    Ok(())
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

/// The rows of the table: id, what is wrong, group.
fn rows(known: &str) -> impl Iterator<Item = (&str, &str)> {
    known.lines().filter_map(|line| {
        let mut cells = line.strip_prefix("| `")?.split('|').map(str::trim);
        let id = cells.next()?.strip_suffix('`')?;
        Some((id, cells.nth(1)?))
    })
}

/// The known causes as names of modules, in order.
fn order(known: &str) -> Vec<String> {
    rows(known).map(|(id, _)| id.replace('-', "_")).collect()
}

/// The variant of `Group` whose title the table gives: `Site URL` is `SiteUrl`.
fn group(known: &str, id: &str) -> String {
    let title = rows(known)
        .find(|&(known, _)| known == id)
        .map_or("Server and client", |(_, group)| group);
    title
        .split([' ', '-'])
        .filter_map(|word| {
            let (first, rest) = word.split_at_checked(1)?;
            Some(first.to_ascii_uppercase() + &rest.to_ascii_lowercase())
        })
        .collect()
}

/// The catalogue with one more line: before the first that comes later in the known order, else at the end.
fn with_line(catalogue: &str, module: &str, order: &[String]) -> Result<String> {
    let head = "catalogue! {\n";
    let start = catalogue
        .find(head)
        .with_context(|| format!("{CATALOGUE} has no `catalogue! {{`"))?
        + head.len();
    let length = catalogue[start..]
        .find('}')
        .with_context(|| format!("{CATALOGUE}: the catalogue has no end"))?;
    let (list, rest) = catalogue[start..].split_at(length);

    let rank = |module: &str| order.iter().position(|known| known == module);
    let is_later = |line: &str| match (rank(module), rank(line.trim().trim_end_matches(','))) {
        (Some(ours), Some(theirs)) => theirs > ours,
        _ => false,
    };
    let mut lines: Vec<_> = list.lines().map(str::to_owned).collect();
    let at = lines
        .iter()
        .position(|line| is_later(line))
        .unwrap_or(lines.len());
    lines.insert(at, format!("    {module},"));
    Ok(format!(
        "{}{}\n{rest}",
        &catalogue[..start],
        lines.join("\n")
    ))
}

fn skeleton(id: &str, group: impl AsRef<str>) -> String {
    format!(
        r#"use crate::facts::Facts;
use crate::problem::{{Suspicion, problem}};

problem! {{
    /// ## What it means
    /// TODO: what is wrong, to somebody who never heard of it. One line is one paragraph.
    ///
    /// ## Why it happens
    /// TODO: how people get there.
    ///
    /// ## How to fix it
    /// 1. TODO: one step a line.
    ///
    /// ## References
    /// - [TODO: title of an official page](https://developer.atlassian.com/)
    id: "{id}",
    title: "TODO: what is wrong, in a few words",
    group: {},
    severity: Error,
    prior: 0,
    wrong: r#"{{"site":"TODO"}}"{hash},
    right: r#"{{"site":"https://acme.atlassian.net"}}"{hash},
}}

fn weigh(_facts: &Facts, _suspicion: &mut Suspicion) {{
    // TODO: let the facts that speak for it add their reasons.
}}
"#,
        group.as_ref(),
        hash = '#',
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    const KNOWN: &str = "| id | what is wrong | group |\n| --- | --- | --- |\n| `b-b` | B. | Site URL |\n| `a` | A. | Sign-on and account |\n";

    #[test]
    fn an_id_is_words_joined_by_hyphens() {
        assert!(is_id("token-expired") && is_id("xsrf") && is_id("http-2"));
        for id in ["", "-a", "a-", "a--b", "Token", "2fa", "a.b", "../a"] {
            assert!(!is_id(id), "{id}");
        }
    }

    #[test]
    fn a_line_goes_where_the_known_order_has_it() {
        let catalogue = "// …\ncatalogue! {\n    a,\n}\n\nfn f() {}\n";
        assert_eq!(
            with_line(catalogue, "b_b", &order(KNOWN)).unwrap(),
            "// …\ncatalogue! {\n    b_b,\n    a,\n}\n\nfn f() {}\n"
        );
        assert_eq!(
            with_line(catalogue, "new", &order(KNOWN)).unwrap(),
            "// …\ncatalogue! {\n    a,\n    new,\n}\n\nfn f() {}\n"
        );
    }

    #[test]
    fn a_group_is_named_as_its_variant() {
        assert_eq!(group(KNOWN, "b-b"), "SiteUrl");
        assert_eq!(group(KNOWN, "a"), "SignOnAndAccount");
        assert_eq!(group(KNOWN, "unheard-of"), "ServerAndClient");
    }
}
