//! The diagnosis as Markdown, for GitHub, Jira and chats alike: no table, no HTML, no nesting.

use crate::diagnosis::{Diagnosis, Question, Setup};
use crate::given::{Given, in_words};
use crate::problem::{Certainty, Finding, Severity};
use crate::read::site::{Site, SiteKind};
use crate::redact::redact;
use crate::steps::Outcome;

pub(super) fn write(diagnosis: &Diagnosis) -> String {
    let mut page = Page(String::new());
    page.heading(
        "## ",
        &["Jira access: ", &told(&diagnosis.headline.to_string())],
    );
    page.given(diagnosis);
    page.asked(diagnosis);
    page.causes(&diagnosis.findings);
    if let Some(setup) = &diagnosis.setup {
        page.setup(setup);
    }
    let questions: Vec<_> = diagnosis.questions.iter().map(question).collect();
    page.list("What would tell more", &questions);
    let limits: Vec<_> = diagnosis
        .limits
        .iter()
        .map(|limit| told(&limit.to_string()))
        .collect();
    page.list("What this cannot tell", &limits);
    page.line(&["Written by jira-doctor in the browser. Secrets are left out."]);
    page.0
}

struct Page(String);

impl Page {
    fn given(&mut self, diagnosis: &Diagnosis) {
        let Given {
            secret_kind,
            scheme,
            statuses,
        } = &diagnosis.given;
        let mut items = Vec::new();
        if let Some(setup) = &diagnosis.setup {
            items.push(["Product: ", &told(&setup.product)].concat());
        }
        if let Some(site) = &diagnosis.site {
            items.push(["Site: ", &site_in_words(site)].concat());
        }
        if let Some(kind) = secret_kind {
            items.push(["Kind of secret: ", &in_words(*kind).to_string()].concat());
        }
        if let Some(scheme) = scheme {
            items.push(["Header: ", scheme].concat());
        }
        if !statuses.is_empty() {
            let statuses: Vec<_> = statuses.iter().map(u16::to_string).collect();
            items.push(["Answered: ", &statuses.join(", ")].concat());
        }
        self.list("What was given", &items);
    }

    /// The steps that were asked, and the needed permissions that the account does not hold.
    fn asked(&mut self, diagnosis: &Diagnosis) {
        let asked = diagnosis.steps.iter();
        let asked = asked.filter(|step| step.outcome != Outcome::NotAsked);
        let items: Vec<_> = asked
            .map(|step| {
                let outcome = outcome_in_words(step.outcome);
                [
                    "`",
                    step.step.as_str(),
                    "`: ",
                    outcome,
                    ". ",
                    &told(&step.text.to_string()),
                ]
                .concat()
            })
            .collect();
        self.list("What Jira was asked", &items);
        let lacking = diagnosis.permissions.iter();
        let lacking = lacking.filter(|row| row.needed.is_some() && row.held == Some(false));
        let items: Vec<_> = lacking
            .map(|row| [&told(&row.name), ": ", &told(&row.granted_by)].concat())
            .collect();
        self.list("Permissions that are missing", &items);
    }

    fn causes(&mut self, findings: &[Finding]) {
        if findings.is_empty() {
            return;
        }
        self.heading("### ", &["Causes, the most likely first"]);
        for (finding, number) in findings.iter().zip(1_u32..) {
            self.cause(finding, number);
        }
    }

    fn cause(&mut self, finding: &Finding, number: u32) {
        let certainty = certainty_in_words(finding.certainty);
        let severity = severity_in_words(finding.severity);
        let number = number.to_string();
        self.heading(
            "#### ",
            &[
                &number,
                "\\. ",
                &told(&finding.title.to_string()),
                " (",
                certainty,
                severity,
                ")",
            ],
        );
        self.paragraph(&[&told(&finding.message.to_string())]);
        let reasons: Vec<_> = finding
            .reasons
            .iter()
            .filter(|reason| reason.text != finding.message)
            .map(|reason| told(&reason.text.to_string()))
            .collect();
        self.items("- ", &reasons);
        if let Some(fix) = &finding.fix {
            self.paragraph(&["Mended by: ", &told(&fix.title.to_string())]);
        }
        for (step, number) in finding.steps.iter().zip(1_u32..) {
            self.line(&[&number.to_string(), ". ", &told(&step.to_string())]);
        }
        self.end_block();
        let links: Vec<_> = finding
            .links
            .iter()
            .map(|link| ["[", &told(link.title), "](<", link.url, ">)"].concat())
            .collect();
        self.items("- ", &links);
    }

    /// What goes into the product's form, and what is still open.
    fn setup(&mut self, setup: &Setup) {
        let entries: Vec<_> = setup
            .entries
            .iter()
            .map(|entry| {
                let value = match (&entry.value, entry.given) {
                    (Some(value), _) => as_code(value),
                    (None, true) => "given, and not shown here".to_owned(),
                    (None, false) => "still missing".to_owned(),
                };
                [&told(&entry.label), ": ", &value].concat()
            })
            .collect();
        self.list(
            &["What goes into ", &told(&setup.product)].concat(),
            &entries,
        );
        let conditions: Vec<_> = setup
            .conditions
            .iter()
            .map(|one| {
                [
                    if one.is_done { "Done: " } else { "Open: " },
                    &told(&one.text.to_string()),
                ]
                .concat()
            })
            .collect();
        self.list("Before it is saved", &conditions);
    }

    fn list(&mut self, heading: &str, items: &[String]) {
        if !items.is_empty() {
            self.heading("### ", &[heading]);
            self.items("- ", items);
        }
    }

    fn items(&mut self, mark: &str, items: &[String]) {
        for item in items {
            self.line(&[mark, item]);
        }
        self.end_block();
    }

    fn heading(&mut self, mark: &str, parts: &[&str]) {
        self.0.push_str(mark);
        self.paragraph(parts);
    }

    fn paragraph(&mut self, parts: &[&str]) {
        self.line(parts);
        self.end_block();
    }

    fn line(&mut self, parts: &[&str]) {
        self.0.push_str(&parts.concat());
        self.0.push('\n');
    }

    fn end_block(&mut self) {
        if !self.0.ends_with("\n\n") {
            self.0.push('\n');
        }
    }
}

/// A question, and the command to run or the address to open for its answer.
fn question(question: &Question) -> String {
    let mut text = [
        told(&question.text.to_string()),
        told(&question.why.to_string()),
    ]
    .join(" ");
    for todo in [&question.command, &question.link].into_iter().flatten() {
        text.push(' ');
        text.push_str(&as_code(todo));
    }
    text
}

fn site_in_words(site: &Site) -> String {
    let kind = match site.kind {
        SiteKind::Cloud => " (Atlassian Cloud)",
        SiteKind::Gateway => " (Atlassian's gateway)",
        SiteKind::SelfHosted => " (a host of one's own)",
        _ => "",
    };
    match &site.url {
        Some(url) => [&told(url), kind].concat(),
        None => "no usable address".to_owned(),
    }
}

fn outcome_in_words(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Passed => "passed",
        Outcome::Failed => "failed",
        Outcome::Unclear => "unclear",
        Outcome::NotAsked => "not asked",
    }
}

fn certainty_in_words(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::Certain => "certain",
        Certainty::Likely => "likely",
        Certainty::Possible => "possible",
    }
}

fn severity_in_words(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "",
        Severity::Warning => ", may fail",
        Severity::Info => ", good to know",
    }
}

/// A text as one line of Markdown that means itself: redacted, and nothing in it is markup but `` `code` ``.
fn told(text: &str) -> String {
    let text = redact(text);
    let mut markdown = String::with_capacity(text.len());
    let mut parts = text.split('`').peekable();
    let mut is_code = false;
    while let Some(part) = parts.next() {
        match (is_code, parts.peek().is_some()) {
            (false, _) => escape(part, &mut markdown),
            (true, true) if is_plain_code(part) => {
                markdown.push('`');
                markdown.push_str(part);
                markdown.push('`');
            }
            // A backtick that opens no code stands for itself.
            (true, has_end) => {
                markdown.push_str("\\`");
                escape(part, &mut markdown);
                markdown.push_str(if has_end { "\\`" } else { "" });
            }
        }
        is_code = !is_code;
    }
    markdown
}

/// A text between backticks, where it can stand there.
fn as_code(text: &str) -> String {
    let text = redact(text);
    if is_plain_code(&text) && !text.contains('`') {
        ["`", &text, "`"].concat()
    } else {
        told(&text)
    }
}

/// Whether a text can stand between backticks as it is.
fn is_plain_code(text: &str) -> bool {
    !text.is_empty() && !text.chars().any(char::is_control)
}

fn escape(text: &str, markdown: &mut String) {
    let mut before = ' ';
    let mut begins = true;
    for c in text.chars() {
        match c {
            // A line break would end the item or the heading.
            c if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') => markdown.push(' '),
            '\\' | '*' | '_' | '[' | ']' | '{' | '}' | '<' | '>' | '#' | '|' | '~' | '!' | '&'
            | '$' => {
                markdown.push('\\');
                markdown.push(c);
            }
            // At the beginning of a line these make lists.
            '-' | '+' | '=' if begins => {
                markdown.push('\\');
                markdown.push(c);
            }
            // A pasted name must not call anybody; the joiner cannot be seen.
            '@' if !before.is_alphanumeric() => markdown.push_str("@\u{2060}"),
            '.' | ')' if before.is_ascii_digit() && is_number(text, c) => {
                markdown.push('\\');
                markdown.push(c);
            }
            _ => markdown.push(c),
        }
        before = c;
        begins &= c.is_whitespace();
    }
}

/// Whether a text begins as a numbered item does: `1. `, `2) `.
fn is_number(text: &str, sign: char) -> bool {
    text.split_once(sign)
        .is_some_and(|(number, _)| number.trim().bytes().all(|b| b.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pasted_markup_means_itself() {
        for (text, expected) in [
            ("a *b* _c_ [d](e)", r"a \*b\* \_c\_ \[d\](e)"),
            ("# no\n- heading", r"\# no - heading"),
            ("- item", r"\- item"),
            ("1. one", r"1\. one"),
            ("<script>&amp;", r"\<script\>\&amp;"),
            ("use `a_b` here", "use `a_b` here"),
            ("one ` alone_", r"one \` alone\_"),
            ("`` x``", r"\`\` x\`\`"),
            ("call @team", "call @\u{2060}team"),
            ("jane@acme.example", "jane@acme.example"),
            ("well-known 3.5", "well-known 3.5"),
            ("token: ATATT3xFfGF0abcdefghijkl", r"token: \[redacted\]"),
        ] {
            assert_eq!(told(text), expected, "{text}");
        }
    }
}
