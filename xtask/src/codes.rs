//! The page of every status code: what it means at Jira, and which problems it may come from, the most likely first.
//!
//! The texts are in `codes.md`, a part for each page. A problem is named by its id; an id that is in no list of problems
//! stops the build.

use std::path::Path;

use anyhow::{Context, Result, bail, ensure};
use jira_doctor::{Link, find};

use crate::frame::{Folder, Frame, Page, pager};
use crate::html::{entry, escape, first_sentence, link, list_of, section, sentence};

/// What a code means, and what to make of it.
#[derive(Default)]
pub(crate) struct Code {
    /// The file's name and the code itself: `401`, `no-answer`.
    pub(crate) id: &'static str,
    /// What HTTP calls it.
    name: &'static str,
    /// What it says of the credentials, in a sentence or two.
    pub(crate) short: &'static str,
    /// Who answers with it, and when: Cloud, gateway, Data Center.
    places: Vec<(&'static str, &'static str)>,
    /// Problems, the most likely first, and how to know each from the others.
    causes: Vec<(&'static str, &'static str)>,
    /// What to look at next, in order.
    next: Vec<&'static str>,
    /// Official pages.
    links: Vec<Link>,
}

const TEXTS: &str = include_str!("codes.md");

/// All codes, in the order of their file.
pub(crate) fn read() -> Result<Vec<Code>> {
    let mut codes: Vec<Code> = Vec::new();
    let mut heading = "";
    for line in TEXTS
        .split_once("-->")
        .map_or(TEXTS, |(_, texts)| texts)
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with("<!--"))
    {
        if let Some(title) = line.strip_prefix("# ") {
            heading = "";
            codes.push(Code::begin(title)?);
        } else if let Some(title) = line.strip_prefix("## ") {
            heading = title;
        } else {
            let code = codes.last_mut().context("a text before the first code")?;
            code.add(heading, line)
                .with_context(|| format!("codes.md, {}: {line}", code.id))?;
        }
    }
    for code in &codes {
        code.check()?;
    }
    Ok(codes)
}

/// Writes the pages and the list of them.
pub(crate) fn write(frame: &Frame, dist: &Path, codes: &[Code]) -> Result<()> {
    let titles: Vec<_> = codes.iter().map(Code::title).collect();
    for (at, code) in codes.iter().enumerate() {
        let neighbour = |at: Option<usize>| Some((codes.get(at?)?.id, titles.get(at?)?.as_str()));
        let pager = pager(neighbour(at.checked_sub(1)), neighbour(Some(at + 1)));
        frame.write(
            dist,
            &Page {
                folder: Folder::Codes,
                name: code.id,
                title: &code.title(),
                heading: None,
                description: code.short,
                content: &(code.content() + &pager),
            },
        )?;
    }
    let entries = codes.iter().map(|code| {
        entry(
            &format!("{}.html", code.id),
            &escape(&code.title()),
            first_sentence(code.short),
        )
    });
    frame.write(
        dist,
        &Page {
            folder: Folder::Codes,
            name: "index",
            title: "Jira status codes",
            heading: None,
            description: "What each status code of Jira, its gateway or a proxy says about your credentials.",
            content: &format!(
                "<p class=\"lead\">What each status says about your credentials. If you have a message and no status, \
                 see <a href=\"../messages/index.html\">error messages</a>.</p>\n\
                 <div data-filter=\"Filter status codes\">\n{}</div>\n",
                list_of("ul", entries)
            ),
        },
    )
}

impl Code {
    /// A code from its heading: `401: Unauthorized`.
    fn begin(title: &'static str) -> Result<Self> {
        let (id, name) = title.split_once(": ").context("a code without a name")?;
        Ok(Self {
            id,
            name,
            ..Self::default()
        })
    }

    /// Adds a line below a heading.
    fn add(&mut self, heading: &str, line: &'static str) -> Result<()> {
        let named = || {
            let item = line.strip_prefix("- ")?;
            item.split_once(": ")
        };
        match heading {
            "" if self.short.is_empty() => self.short = line,
            "What it means" => self.places.push(named().context("not `- place: text`")?),
            "Causes" => self.causes.push(named().context("not `- problem: text`")?),
            "What to look at next" => {
                let (_, step) = line.split_once(". ").context("not `1. step`")?;
                self.next.push(step);
            }
            "References" => self
                .links
                .push(reference(line).context("not `- [title](url)`")?),
            _ => bail!("a line below no heading that is known"),
        }
        Ok(())
    }

    /// The code names known problems, each once, and every section is there.
    fn check(&self) -> Result<()> {
        let code = self.id;
        for (at, (id, _)) in self.causes.iter().enumerate() {
            ensure!(
                find(id).is_some(),
                "code {code}: no problem has the id {id}"
            );
            let mut before = self.causes.iter().take(at);
            ensure!(
                before.all(|(other, _)| other != id),
                "code {code}: {id} stands there twice"
            );
        }
        let is_whole = !self.short.is_empty()
            && !self.places.is_empty()
            && !self.causes.is_empty()
            && !self.next.is_empty()
            && !self.links.is_empty();
        ensure!(is_whole, "code {code}: a section is empty");
        Ok(())
    }

    fn is_number(&self) -> bool {
        self.id.bytes().all(|b| b.is_ascii_digit())
    }

    pub(crate) fn title(&self) -> String {
        if self.is_number() {
            format!("{}: {}", self.id, self.name)
        } else {
            self.name.to_owned()
        }
    }

    /// The sections. Their ids, and those of the causes, are addresses that people link to, and stay.
    fn content(&self) -> String {
        let mut html = format!("<p class=\"lead\">{}</p>\n", sentence(self.short));
        let places = self
            .places
            .iter()
            .map(|(place, text)| format!("<strong>{}</strong>: {}", escape(place), sentence(text)));
        let causes = self
            .causes
            .iter()
            .map(|(problem, tell)| cause(problem, tell));
        let next = self.next.iter().map(|step| sentence(step));
        let links = self.links.iter().map(link);
        for (id, heading, body) in [
            ("meaning", "What it means", list_of("ul", places)),
            (
                "causes",
                "Causes, the most likely first",
                list_of("ol", causes),
            ),
            ("next", "What to look at next", list_of("ol", next)),
            ("references", "References", list_of("ul", links)),
        ] {
            section(&mut html, id, heading, &body);
        }
        html
    }

    fn names(&self, problem: &str) -> bool {
        self.causes.iter().any(|&(id, _)| id == problem)
    }
}

fn reference(line: &'static str) -> Option<Link> {
    let (title, rest) = line.strip_prefix("- [")?.split_once("](")?;
    Some(Link::new(title, rest.strip_suffix(')')?))
}

/// A cause, a link where the problem's page is there.
fn cause(id: &str, tell: &str) -> String {
    let name = match find(id) {
        Some(problem) => format!(
            "<a href=\"../problems/{}.html\">{}</a>",
            escape(id),
            sentence(problem.title)
        ),
        None => format!("<code>{}</code>", escape(id)),
    };
    format!(
        "<span id=\"{}\">{name}</span>: {}",
        escape(id),
        sentence(tell)
    )
}

/// The codes that a problem shows in.
pub(crate) fn of_problem<'c>(codes: &'c [Code], problem: &str) -> impl Iterator<Item = &'c Code> {
    codes.iter().filter(move |code| code.names(problem))
}

/// The codes alone, for programs.
pub(crate) fn names(codes: &[Code], problem: &str) -> Vec<&'static str> {
    of_problem(codes, problem).map(|code| code.id).collect()
}

/// Links to all codes, by their numbers alone.
pub(crate) fn numbers(folder: &str, codes: &[Code]) -> String {
    let items = codes.iter().map(|code| {
        let name = if code.is_number() { code.id } else { code.name };
        let id = escape(code.id);
        format!("<a href=\"{folder}{id}.html\">{}</a>", escape(name))
    });
    list_of("ul", items)
}

/// Links to codes, from a page whose way to their folder is `folder`; nothing where there are none.
pub(crate) fn list<'c>(folder: &str, codes: impl IntoIterator<Item = &'c Code>) -> String {
    let items = codes.into_iter().map(|code| {
        format!(
            "<a href=\"{folder}{}.html\">{}</a>",
            escape(code.id),
            escape(&code.title())
        )
    });
    list_of("ul", items)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_that_people_meet_has_a_page() {
        let codes = read().unwrap();
        let codes: Vec<_> = codes.iter().map(|code| code.id).collect();
        assert_eq!(
            codes,
            [
                "200",
                "301",
                "302",
                "303",
                "307",
                "400",
                "401",
                "403",
                "404",
                "405",
                "407",
                "410",
                "413",
                "415",
                "429",
                "500",
                "502",
                "503",
                "504",
                "no-answer"
            ]
        );
    }

    #[test]
    fn a_cause_must_be_a_known_problem_and_stand_there_once() {
        let mut code = Code::begin("401: Unauthorized").unwrap();
        code.add("", "Short.").unwrap();
        for (heading, line) in [
            ("What it means", "- Cloud: no"),
            ("Causes", "- token-expired: yes"),
            ("What to look at next", "1. Look."),
            ("References", "- [a](https://a.example)"),
        ] {
            assert!(code.check().is_err(), "{heading}");
            code.add(heading, line).unwrap();
        }
        code.check().unwrap();
        code.add("Causes", "- token-expired: again").unwrap();
        assert!(code.check().unwrap_err().to_string().contains("twice"));
        code.causes.pop();
        code.add("Causes", "- no-such-problem: x").unwrap();
        assert!(
            code.check()
                .unwrap_err()
                .to_string()
                .contains("no-such-problem")
        );
    }

    #[test]
    fn what_is_no_line_of_its_section_is_refused() {
        let mut code = Code::begin("401: Unauthorized").unwrap();
        for (heading, line) in [
            ("Causes", "token-expired"),
            ("What to look at next", "Look"),
            ("References", "https://a.example"),
            ("Elsewhere", "- a: b"),
        ] {
            assert!(code.add(heading, line).is_err(), "{heading}");
        }
    }

    #[test]
    fn every_page_is_whole() {
        for code in read().unwrap() {
            let html = code.content();
            for id in ["meaning", "causes", "next", "references"] {
                let section = format!("<section id=\"{id}\"");
                assert!(html.contains(&section), "{}: no {id}", code.id);
            }
            assert!(!html.contains('`'), "{}: a backtick alone", code.id);
            for link in code.links {
                assert!(link.url.starts_with("https://"), "{}", link.url);
            }
        }
    }

    #[test]
    fn a_problem_knows_its_codes() {
        let codes = read().unwrap();
        assert!(names(&codes, "token-expired").contains(&"401"));
        let links = list("../codes/", of_problem(&codes, "token-expired"));
        assert!(links.contains("<a href=\"../codes/401.html\">401: Unauthorized</a>"));
        assert_eq!(list("", of_problem(&codes, "url-lookalike")), "");
    }

    #[test]
    fn text_is_escaped() {
        assert_eq!(
            cause("x", "<b> `a<b`"),
            "<span id=\"x\"><code>x</code></span>: &lt;b&gt; <code>a&lt;b</code>"
        );
    }
}
