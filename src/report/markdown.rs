//! The diagnosis as Markdown, for GitHub, Jira and chats alike: no table, no HTML, no nesting.
//!
//! What fills a template here is Markdown already, so that nothing in it is taken for markup.

use crate::diagnosis::{Diagnosis, Leg, LegState, Question, Setup};
use crate::given::{Given, in_words};
use crate::problem::{Certainty, Finding, Severity};
use crate::prose::{Prose, prose};
use crate::read::site::{Site, SiteKind};
use crate::redact::redact;
use crate::stage::Stage;
use crate::steps::Outcome;

pub(super) fn write(diagnosis: &Diagnosis) -> String {
    let mut page = Page(String::new());
    let headline = said(&diagnosis.headline);
    page.heading("## ", &prose!("Jira access: {headline}", headline));
    page.given(diagnosis);
    page.journey(&diagnosis.journey);
    page.asked(diagnosis);
    page.causes(&diagnosis.findings);
    if let Some(setup) = &diagnosis.setup {
        page.setup(setup);
    }
    let questions: Vec<_> = diagnosis.questions.iter().map(question).collect();
    page.list(&prose!("What would tell more"), &questions);
    let limits: Vec<_> = diagnosis.limits.iter().map(as_item).collect();
    page.list(&prose!("What this can't tell"), &limits);
    page.line(
        "",
        &prose!("Written by jira-doctor in the browser. Secrets are left out."),
    );
    page.0
}

struct Page(String);

impl Page {
    fn given(&mut self, diagnosis: &Diagnosis) {
        let Given {
            secret_kind,
            scheme,
            statuses,
            calls: _,
            tells_of_call: _,
        } = &diagnosis.given;
        let mut items = Vec::new();
        if let Some(setup) = &diagnosis.setup {
            items.push(prose!("Product: {product}", product = told(&setup.product)));
        }
        if let Some(site) = &diagnosis.site {
            items.push(prose!("Site: {site}", site = site_in_words(site)));
        }
        if let Some(kind) = secret_kind {
            items.push(prose!("Kind of secret: {kind}", kind = in_words(*kind)));
        }
        if let Some(scheme) = scheme {
            items.push(prose!("Header: {scheme}", scheme = *scheme));
        }
        if !statuses.is_empty() {
            let statuses: Vec<_> = statuses.iter().map(u16::to_string).collect();
            items.push(prose!(
                "Answered: {statuses}",
                statuses = statuses.join(", ")
            ));
        }
        self.list(&prose!("What was given"), &items);
    }

    /// How far the call got, where anything tells.
    fn journey(&mut self, legs: &[Leg]) {
        let known = legs.iter().filter(|leg| leg.state != LegState::Unknown);
        let items = known.map(|leg| {
            let stage = stage_in_words(leg.stage);
            match leg.state {
                LegState::Stopped => prose!("{stage}: stopped here", stage),
                _ => prose!("{stage}: passed", stage),
            }
        });
        self.list(&prose!("How far it got"), &items.collect::<Vec<_>>());
    }

    /// The steps that were asked, and the needed permissions that the account does not hold.
    fn asked(&mut self, diagnosis: &Diagnosis) {
        let asked = diagnosis.steps.iter();
        let asked = asked.filter(|step| step.outcome != Outcome::NotAsked);
        let items = asked.map(|step| {
            prose!(
                "`{step}`: {outcome}. {text}",
                step = step.step.as_str(),
                outcome = outcome_in_words(step.outcome),
                text = said(&step.text)
            )
        });
        self.list(&prose!("What Jira was asked"), &items.collect::<Vec<_>>());
        let lacking = diagnosis.permissions.iter();
        let lacking = lacking.filter(|row| row.needed.is_some() && row.held == Some(false));
        let items = lacking.map(|row| {
            prose!(
                "{permission}: {granted_by}",
                permission = told(&row.name),
                granted_by = said(&row.granted_by)
            )
        });
        self.list(
            &prose!("Permissions that are missing"),
            &items.collect::<Vec<_>>(),
        );
    }

    fn causes(&mut self, findings: &[Finding]) {
        if findings.is_empty() {
            return;
        }
        self.heading("### ", &prose!("Causes, the most likely first"));
        for (finding, number) in findings.iter().zip(1_u32..) {
            self.cause(finding, number);
        }
    }

    fn cause(&mut self, finding: &Finding, number: u32) {
        let (number, title) = (number.to_string(), said(&finding.title));
        let certainty = certainty_in_words(finding.certainty);
        let heading = match finding.severity {
            Severity::Error => prose!(
                "{number}\\. {title} ({certainty})",
                number,
                title,
                certainty
            ),
            Severity::Warning => {
                prose!(
                    "{number}\\. {title} ({certainty}, may fail)",
                    number,
                    title,
                    certainty
                )
            }
            Severity::Info => {
                prose!(
                    "{number}\\. {title} ({certainty}, good to know)",
                    number,
                    title,
                    certainty
                )
            }
        };
        self.heading("#### ", &heading);
        self.paragraph("", &as_item(&finding.message));
        let reasons = finding.reasons.iter();
        let others = reasons.filter(|reason| reason.text != finding.message);
        self.items(
            "- ",
            &others
                .map(|reason| as_item(&reason.text))
                .collect::<Vec<_>>(),
        );
        if let Some(fix) = &finding.fix {
            self.paragraph("", &prose!("Fixed by: {fix}", fix = said(&fix.title)));
        }
        for (step, number) in finding.steps.iter().zip(1_u32..) {
            self.line(&[&number.to_string(), ". "].concat(), &as_item(step));
        }
        self.end_block();
        for link in &finding.links {
            let (title, url) = (told(link.title), link.url);
            self.line("- ", &prose!("[{title}](<{url}>)", title, url));
        }
        self.end_block();
    }

    /// What goes into the product's form, and what is still open.
    fn setup(&mut self, setup: &Setup) {
        let entries = setup.entries.iter().map(|entry| {
            let label = told(&entry.label);
            match (&entry.value, entry.given) {
                (Some(value), _) => prose!("{label}: {value}", label, value = as_code(value)),
                (None, true) => prose!("{label}: given, and not shown here", label),
                (None, false) => prose!("{label}: still missing", label),
            }
        });
        let product = told(&setup.product);
        self.list(
            &prose!("What goes into {product}", product),
            &entries.collect::<Vec<_>>(),
        );
        let conditions = setup.conditions.iter().map(|one| {
            let condition = said(&one.text);
            if one.is_done {
                prose!("Done: {condition}", condition)
            } else {
                prose!("Open: {condition}", condition)
            }
        });
        self.list(
            &prose!("Before it is saved"),
            &conditions.collect::<Vec<_>>(),
        );
    }

    fn list(&mut self, heading: &Prose, items: &[Prose]) {
        if !items.is_empty() {
            self.heading("### ", heading);
            self.items("- ", items);
        }
    }

    fn items(&mut self, mark: &str, items: &[Prose]) {
        for item in items {
            self.line(mark, item);
        }
        self.end_block();
    }

    fn heading(&mut self, mark: &str, text: &Prose) {
        self.paragraph(mark, text);
    }

    fn paragraph(&mut self, mark: &str, text: &Prose) {
        self.line(mark, text);
        self.end_block();
    }

    fn line(&mut self, mark: &str, text: &Prose) {
        self.0.push_str(mark);
        text.write(&mut self.0);
        self.0.push('\n');
    }

    fn end_block(&mut self) {
        if !self.0.ends_with("\n\n") {
            self.0.push('\n');
        }
    }
}

/// A question, and the command to run or the address to open for its answer.
fn question(question: &Question) -> Prose {
    let (text, why) = (as_item(&question.text), as_item(&question.why));
    let todo = [question.command.as_deref(), question.link.as_deref()];
    let todo = todo.into_iter().flatten();
    todo.fold(text.then(why), |text, todo| {
        text.then(prose!("{code}", code = as_code(todo)))
    })
}

fn site_in_words(site: &Site) -> Prose {
    let Some(url) = &site.url else {
        return prose!("no usable address");
    };
    let url = told(url);
    match site.kind {
        SiteKind::Cloud => prose!("{url} (Atlassian Cloud)", url),
        SiteKind::Gateway => prose!("{url} (Atlassian's gateway)", url),
        SiteKind::SelfHosted => prose!("{url} (self-hosted)", url),
        _ => prose!("{url}", url),
    }
}

fn outcome_in_words(outcome: Outcome) -> Prose {
    match outcome {
        Outcome::Passed => prose!("passed"),
        Outcome::Failed => prose!("failed"),
        Outcome::Unclear => prose!("unclear"),
        Outcome::NotAsked => prose!("not asked"),
    }
}

fn stage_in_words(stage: Stage) -> Prose {
    match stage {
        Stage::Settings => prose!("Settings"),
        Stage::Name => prose!("Host name"),
        Stage::Connect => prose!("Connection"),
        Stage::Secure => prose!("TLS"),
        Stage::Front => prose!("Proxy or firewall"),
        Stage::SignIn => prose!("Sign-in"),
        Stage::Allow => prose!("Permission"),
        Stage::Find => prose!("Project and issue"),
        Stage::Use => prose!("Request"),
    }
}

fn certainty_in_words(certainty: Certainty) -> Prose {
    match certainty {
        Certainty::Certain => prose!("certain"),
        Certainty::Likely => prose!("likely"),
        Certainty::Possible => prose!("possible"),
    }
}

/// A sentence as one line of Markdown that means itself.
fn said(text: &Prose) -> String {
    told(&text.to_string())
}

/// The same as an item of its own.
fn as_item(text: &Prose) -> Prose {
    prose!("{text}", text = said(text))
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
