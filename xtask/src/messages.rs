//! The page of every known error message: what it means, which problems it speaks for, and what to do first.
//!
//! A page is a row of the core's table of known texts. Its wordings are those that the table's test lists; which problems they
//! lead to is found by running the diagnosis (`traces.rs`). `messages.md` adds a sentence for people where a row has one.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Result, ensure};
use jira_doctor::read::known_texts::{Class, Signature};
use jira_doctor::{Problem, find};

use crate::frame::{Folder, Frame, Page, pager};
use crate::html::{entry, escape, first_sentence, list_of, section, sentence, summary};
use crate::sayings::{Heading, class_in_words, speaker_in_words};
use crate::traces::{self, Shares};

const LITERALS: &str = include_str!("../../src/read/known_texts/literals.txt");
const ABOUT: &str = include_str!("messages.md");

/// Less than this says too little to show.
const LEAST_SHARE: f64 = 0.1;
/// A message leads to a problem that has so much of it.
const LEADING_SHARE: f64 = 0.34;
const MOST_CAUSES: usize = 6;
const MOST_WORDINGS: usize = 14;
const MOST_LEADS: usize = 8;
const LONGEST_TITLE: usize = 90;

/// All known messages.
pub(crate) struct Messages(Vec<Message>);

/// One meaning and how it is worded.
pub(crate) struct Message {
    /// The file's name.
    pub(crate) id: String,
    pub(crate) title: String,
    class: Class,
    speaker: Option<&'static str>,
    about: Option<&'static str>,
    pub(crate) wordings: Vec<Wording>,
    /// The problems that it speaks for, the most likely first.
    causes: Vec<(&'static Problem, f64)>,
}

/// A text, and the problem that it alone makes the diagnosis name first.
pub(crate) struct Wording {
    pub(crate) text: String,
    first: Option<&'static str>,
}

/// Reads the wordings, and runs the diagnosis over them.
pub(crate) fn read() -> Result<Messages> {
    let wordings = wordings();
    let about = about()?;
    let cases = traces::of_cases()?;
    let known = Signature::ALL
        .iter()
        .filter(|signature| signature.class() != Class::Voice);
    let messages = known.filter_map(|&signature| {
        let name = format!("{signature:?}");
        let texts = wordings.get(name.as_str())?;
        let about = about.get(name.as_str()).copied();
        Some(Message::new(signature, about, texts, cases.get(&signature)))
    });
    Ok(Messages(messages.collect()))
}

/// The texts of each meaning.
fn wordings() -> BTreeMap<&'static str, Vec<String>> {
    let mut all: BTreeMap<_, Vec<String>> = BTreeMap::new();
    let mut name = "";
    for line in LITERALS.lines() {
        match line.strip_prefix("    ") {
            Some(text) => {
                let texts = all.entry(name).or_default();
                let text = as_read(text);
                if !texts.contains(&text) {
                    texts.push(text);
                }
            }
            None => name = line,
        }
    }
    all
}

/// A wording as a person sees it: without the tags around it.
fn as_read(text: &str) -> String {
    let text = text
        .replace("\\n", "\n")
        .replace("&quot;", "\"")
        .replace("&#39;", "'");
    let tags = ["title", "code", "message"];
    let bare = tags.iter().fold(text, |text, tag| {
        let [open, close] = [format!("<{tag}>"), format!("</{tag}>")];
        text.replace(&open, "").replace(&close, "")
    });
    bare.trim().to_owned()
}

/// The sentences of `messages.md`, by meaning.
fn about() -> Result<BTreeMap<&'static str, &'static str>> {
    let lines = ABOUT.split_once("-->").map_or(ABOUT, |(_, lines)| lines);
    let about: BTreeMap<_, _> = lines
        .lines()
        .filter_map(|line| line.split_once(": "))
        .collect();
    for name in about.keys() {
        let known = Signature::ALL
            .iter()
            .any(|signature| format!("{signature:?}") == *name);
        ensure!(known, "messages.md: no known text is called {name}");
    }
    Ok(about)
}

impl Message {
    fn new(
        signature: Signature,
        about: Option<&'static str>,
        texts: &[String],
        recorded: Option<&Shares>,
    ) -> Self {
        let mut shares = recorded.cloned().unwrap_or_default();
        let wordings: Vec<_> = texts
            .iter()
            .map(|text| {
                let named = traces::of_text(text);
                for (at, problem) in named.iter().enumerate() {
                    *shares.entry(problem).or_default() += part(at, texts.len());
                }
                Wording {
                    text: text.clone(),
                    first: named.first().copied(),
                }
            })
            .collect();
        let mut causes: Vec<_> = shares
            .into_iter()
            .filter(|&(_, share)| share >= LEAST_SHARE)
            .filter_map(|(id, share)| Some((find(id)?, share)))
            .collect();
        causes.sort_by(|(_, share), (_, other)| other.total_cmp(share));
        causes.truncate(MOST_CAUSES);
        Self {
            id: kebab(&format!("{signature:?}")),
            title: title(texts),
            class: signature.class(),
            speaker: speaker_in_words(signature.speaker()),
            about,
            wordings,
            causes,
        }
    }

    fn content(&self) -> String {
        let (heading, meaning) = class_in_words(self.class);
        let mut html = format!(
            "<p class=\"about\">{}{}</p>\n",
            heading.title(),
            self.speaker
                .map_or(String::new(), |who| format!(" · Comes from {who}"))
        );
        let about = self.about.map_or(String::new(), |about| {
            format!("<p>{}</p>\n", sentence(about))
        });
        // Beside a sentence of its own, what its class says counts where the credentials were never checked.
        let is_told = self.about.is_some() && !heading.is_before_sign_in();
        let told = if is_told {
            about
        } else {
            format!("{about}<p>{}</p>\n", sentence(meaning))
        };
        section(&mut html, "meaning", "What it means", &told);
        section(&mut html, "fix", "What to do first", &self.first_steps());
        section(
            &mut html,
            "causes",
            "Possible causes, the most likely first",
            &self.cause_list(),
        );
        section(&mut html, "wordings", "Other wordings", &self.others());
        html
    }

    fn first_steps(&self) -> String {
        let paste = "<a href=\"../index.html\">Paste the whole output into the checker</a>. It reads the status, the headers and \
                     the rest of the text as well, and removes secrets before it shows anything.";
        let Some((problem, _)) = self.causes.first() else {
            return format!("<p>{paste}</p>\n");
        };
        let steps = list_of("ol", problem.steps.iter().map(|step| sentence(step.what)));
        format!(
            "<p>The usual cause: <a href=\"{}\">{}</a>.</p>\n{steps}<p>Not sure? {paste}</p>\n",
            escape(&address(problem)),
            sentence(problem.title)
        )
    }

    fn cause_list(&self) -> String {
        let items = self.causes.iter().map(|(problem, _)| {
            let meaning = problem.page.meaning.first().copied().unwrap_or_default();
            entry(
                &address(problem),
                &sentence(problem.title),
                summary(problem.title, meaning),
            )
        });
        list_of("ol", items)
    }

    fn others(&self) -> String {
        let others = self
            .wordings
            .iter()
            .filter(|wording| shortened(&wording.text) != self.title);
        list_of(
            "ul",
            others
                .take(MOST_WORDINGS)
                .map(|wording| format!("<code>{}</code>", escape(&wording.text))),
        )
    }

    /// How much of it speaks for a problem.
    fn share(&self, problem: &str) -> f64 {
        let cause = self.causes.iter().find(|(cause, _)| cause.id == problem);
        cause.map_or(0.0, |&(_, share)| share)
    }

    /// The wording to quote on a problem's page: one that leads there by itself, if there is one.
    fn quote(&self, problem: &str) -> String {
        let own = self
            .wordings
            .iter()
            .find(|wording| wording.first == Some(problem));
        own.map_or_else(
            || self.title.clone(),
            |own| shortened(&spoken(&own.text).unwrap_or_else(|| own.text.clone())),
        )
    }

    fn summary(&self) -> &'static str {
        let (_, meaning) = class_in_words(self.class);
        first_sentence(self.about.unwrap_or(meaning))
    }
}

impl Messages {
    pub(crate) fn iter(&self) -> impl Iterator<Item = &Message> {
        self.0.iter()
    }

    /// The messages that lead to a problem, as a list for its page.
    pub(crate) fn leading_to(&self, problem: &str) -> String {
        let mut leading: Vec<_> = self
            .iter()
            .map(|message| (message, message.share(problem)))
            .filter(|&(_, share)| share >= LEADING_SHARE)
            .collect();
        leading.sort_by(|(_, a), (_, b)| b.total_cmp(a));
        let items = leading.into_iter().take(MOST_LEADS).map(|(message, _)| {
            format!(
                "<a href=\"../messages/{}.html\"><code>{}</code></a>",
                escape(&message.id),
                escape(&message.quote(problem))
            )
        });
        list_of("ul", items)
    }

    /// Writes the pages and the list of them.
    pub(crate) fn write(&self, frame: &Frame, dist: &Path) -> Result<()> {
        for (at, message) in self.iter().enumerate() {
            let neighbour = |at: Option<usize>| {
                let message = self.0.get(at?)?;
                Some((message.id.as_str(), message.title.as_str()))
            };
            let pager = pager(neighbour(at.checked_sub(1)), neighbour(Some(at + 1)));
            frame.write(
                dist,
                &Page {
                    folder: Folder::Messages,
                    name: &message.id,
                    title: &message.title,
                    heading: Some(format!("<code>{}</code>", escape(&message.title))),
                    description: message.summary(),
                    content: &(message.content() + &pager),
                },
            )?;
        }
        frame.write(
            dist,
            &Page {
                folder: Folder::Messages,
                name: "index",
                title: "Error messages around Jira",
                heading: None,
                description: "What the error messages of Jira, of proxies and of programs say about your credentials, and what to do first.",
                content: &self.index(),
            },
        )
    }

    fn index(&self) -> String {
        let mut html = String::from(
            "<p class=\"lead\">Find the text that you see, and what to do about it.</p>\n<div data-filter=\"Filter messages\">\n",
        );
        for heading in Heading::ALL {
            let messages = self
                .iter()
                .filter(|message| class_in_words(message.class).0 == heading);
            let items = messages.map(|message| {
                entry(
                    &format!("{}.html", message.id),
                    &format!("<code>{}</code>", escape(&message.title)),
                    message.summary(),
                )
            });
            section(
                &mut html,
                heading.id(),
                heading.title(),
                &list_of("ul", items),
            );
        }
        html + "</div>\n"
    }
}

/// How much a text says of the problem that it makes the diagnosis name at a place: the second half of the first, and so on.
#[allow(clippy::cast_precision_loss, reason = "there are few of either")]
fn part(at: usize, texts: usize) -> f64 {
    1.0 / (at + 1) as f64 / texts as f64
}

fn address(problem: &Problem) -> String {
    format!("../problems/{}.html", problem.id)
}

/// The wording that reads most like a sentence, for the page's title.
fn title(texts: &[String]) -> String {
    let best = texts.iter().find_map(|text| spoken(text));
    let best = best.or_else(|| texts.first().cloned());
    shortened(&best.unwrap_or_default())
}

/// The sentence in a wording: its longest text where it is JSON, all of it where nothing looks like code.
fn spoken(text: &str) -> Option<String> {
    if let Ok(json) = serde_json::from_str::<serde_json::Value>(text) {
        let mut all = Vec::new();
        strings(&json, &mut all);
        let longest = all.into_iter().max_by_key(String::len)?;
        return longest.contains(' ').then_some(longest);
    }
    let is_plain = text.contains(' ') && !text.contains(['{', '<', '[', '\n']);
    is_plain.then(|| text.to_owned())
}

fn strings(json: &serde_json::Value, all: &mut Vec<String>) {
    match json {
        serde_json::Value::String(text) => all.push(text.clone()),
        serde_json::Value::Array(items) => items.iter().for_each(|item| strings(item, all)),
        serde_json::Value::Object(entries) => entries.values().for_each(|item| strings(item, all)),
        _ => {}
    }
}

fn shortened(text: &str) -> String {
    let line = text.replace('\n', " ");
    if line.chars().count() <= LONGEST_TITLE {
        return line;
    }
    let start: String = line.chars().take(LONGEST_TITLE).collect();
    let whole_words = start.rsplit_once(' ').map_or(&*start, |(words, _)| words);
    format!("{whole_words}…")
}

/// `BasicDisabled` as `basic-disabled`.
fn kebab(name: &str) -> String {
    let mut id = String::new();
    for c in name.chars() {
        if c.is_ascii_uppercase() && !id.is_empty() {
            id.push('-');
        }
        id.push(c.to_ascii_lowercase());
    }
    id
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_known_message_has_a_page_with_something_to_do() {
        let messages = read().unwrap();
        let wordings = wordings();
        for signature in Signature::ALL {
            let name = format!("{signature:?}");
            let spoken = signature.class() != Class::Voice;
            assert_eq!(wordings.contains_key(&*name), spoken, "{name}");
        }
        for message in messages.iter() {
            let html = message.content();
            assert!(html.contains("id=\"fix\""), "{}", message.id);
            assert!(!message.title.is_empty());
        }
    }

    #[test]
    fn a_problem_is_reached_from_its_messages() {
        let messages = read().unwrap();
        let leading = messages.leading_to("captcha-locked");
        assert!(
            leading.contains("messages/captcha-challenge.html"),
            "{leading}"
        );
    }

    #[test]
    fn names_and_titles_are_readable() {
        assert_eq!(kebab("HttpToHttpsPort"), "http-to-https-port");
        assert_eq!(
            as_read("<title>Unauthorized (401)</title>"),
            "Unauthorized (401)"
        );
        let texts = [r#"{"a":"b c"}"#.to_owned(), "Login failed".to_owned()];
        assert_eq!(title(&texts), "b c");
        assert_eq!(title(&texts[1..]), "Login failed");
        assert!(shortened(&"word ".repeat(30)).ends_with("word…"));
    }
}
