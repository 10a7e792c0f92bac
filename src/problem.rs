//! What a problem is, how it is suspected, and what a person gets to see of it.

use std::borrow::Cow;

use serde::Serialize;

use crate::evidence::{Evidence, Field};
use crate::facts::{Facts, Sign};
use crate::read::change::Change;
use crate::read::known_texts::Hit;
use crate::read::site::SiteKind;
use crate::secret::Secret;
use crate::span::Span;

/// One cause of trouble. Its id never changes and is never used again.
#[derive(Debug)]
pub struct Problem {
    /// The id, in kebab case.
    pub id: &'static str,
    /// What is wrong, in a few words.
    pub title: &'static str,
    /// The part of the set-up that it belongs to.
    pub group: Group,
    /// How bad it is where nothing says otherwise.
    pub severity: Severity,
    /// How likely it is before any evidence, on the scale of `weight`.
    pub prior: i32,
    /// Evidence that raises it, as JSON with the placeholders of [`crate::sample`].
    pub wrong: &'static str,
    /// The same evidence put right.
    pub right: &'static str,
    /// Adds the reasons that the facts give.
    pub weigh: fn(&Facts, &mut Suspicion),
    /// The page: `## What it means`, `## Why it happens`, `## How to fix it`, `## References`.
    pub documentation: &'static str,
}

/// The scale of reasons: ten points make a cause ten times as likely (tens of log-odds). A finding shows from zero up.
pub(crate) mod weight {
    /// The evidence shows the fault itself: nothing else looks like this.
    pub(crate) const PROOF: i32 = 60;
    /// Few other things look like this.
    pub(crate) const STRONG: i32 = 30;
    /// It makes the cause clearly more likely.
    pub(crate) const HINT: i32 = 10;
    /// It fits, as it fits other causes.
    pub(crate) const FITS: i32 = 5;
}

/// The groups of problems, as in `tests/cases/problems.md`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Group {
    /// The site's address.
    SiteUrl,
    /// E-mail or user name.
    UserName,
    /// The secret.
    Token,
    /// The header that carries both.
    AuthorizationHeader,
    /// How the person signs in, and what the account may do.
    SignOnAndAccount,
    /// The project, issue or endpoint that was asked for.
    Object,
    /// What stands between the caller and Jira.
    NetworkAndGateway,
    /// Jira itself, or the program that calls it.
    ServerAndClient,
}

impl Group {
    /// The group's name for a heading.
    pub fn title(self) -> &'static str {
        match self {
            Self::SiteUrl => "Site URL",
            Self::UserName => "User name",
            Self::Token => "Token",
            Self::AuthorizationHeader => "Authorization header",
            Self::SignOnAndAccount => "Sign-on and account",
            Self::Object => "Object",
            Self::NetworkAndGateway => "Network and gateway",
            Self::ServerAndClient => "Server and client",
        }
    }
}

/// How bad a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// Good to know; nothing fails by it.
    Info,
    /// Some products fail by it.
    Warning,
    /// Jira refuses, or the secret would go astray.
    Error,
}

/// How sure a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Certainty {
    /// One cause among several.
    Possible,
    /// The best explanation.
    Likely,
    /// The evidence shows it.
    Certain,
}

/// What the evidence says for and against one problem.
#[derive(Debug, Default)]
pub struct Suspicion {
    pub(crate) score: i32,
    is_proven: bool,
    pub(crate) reasons: Vec<Reason>,
    pub(crate) severity: Option<Severity>,
    pub(crate) message: Option<String>,
    pub(crate) first_step: Option<String>,
    pub(crate) fix: Option<Fix>,
}

impl Suspicion {
    /// A reason that speaks for the problem, without a place in a field.
    pub fn because(&mut self, weight: i32, text: impl Into<String>) -> &mut Self {
        self.reason(weight, text.into(), None, None)
    }

    /// A reason that a field as a whole gives.
    pub fn because_of(&mut self, weight: i32, field: Field, text: impl Into<String>) -> &mut Self {
        self.reason(weight, text.into(), Some(field), None)
    }

    /// A reason that one place in a field gives.
    pub fn because_at(
        &mut self,
        weight: i32,
        field: Field,
        span: Span,
        text: impl Into<String>,
    ) -> &mut Self {
        self.reason(weight, text.into(), Some(field), Some(span))
    }

    /// A reason that a known text gives, wherever it stands.
    pub(crate) fn because_hit(
        &mut self,
        weight: i32,
        hit: &Hit,
        text: impl Into<String>,
    ) -> &mut Self {
        self.because_at(weight, hit.field, hit.span, text)
    }

    /// A reason that the answer gives.
    pub(crate) fn because_sign(&mut self, weight: i32, sign: &Sign) -> &mut Self {
        self.reason(weight, sign.text.to_owned(), sign.field, sign.span)
    }

    /// A reason that a reader's change to a field gives.
    pub(crate) fn because_changed(
        &mut self,
        weight: i32,
        field: Field,
        change: &Change,
    ) -> &mut Self {
        self.because_at(weight, field, change.span, change.why.as_str())
    }

    /// Whether nothing speaks for the problem so far.
    pub(crate) fn is_empty(&self) -> bool {
        self.reasons.is_empty()
    }

    /// What speaks against the problem. It is weighed and not shown.
    pub fn unless(&mut self, weight: i32) -> &mut Self {
        self.score -= weight.abs();
        self
    }

    /// How bad it is here, where that differs from the problem's own severity.
    pub fn severity(&mut self, severity: Severity) -> &mut Self {
        self.severity = Some(severity);
        self
    }

    /// What is wrong here, in one or two sentences that stand alone. Without it the first reason says so.
    pub fn message(&mut self, message: impl Into<String>) -> &mut Self {
        self.message = Some(message.into());
        self
    }

    /// What to do here before the steps of the problem's page, or in their stead.
    pub fn first_step(&mut self, step: impl Into<String>) -> &mut Self {
        self.first_step = Some(step.into());
        self
    }

    /// The one press that mends it, where there is one.
    pub fn fix(&mut self, fix: impl Into<Option<Fix>>) -> &mut Self {
        self.fix = fix.into();
        self
    }

    fn reason(
        &mut self,
        weight: i32,
        text: String,
        field: Option<Field>,
        span: Option<Span>,
    ) -> &mut Self {
        // A second proof of the same fault makes it no more certain: two quotes around a token are no worse than one.
        let proven_before = self.is_proven && weight >= weight::PROOF;
        self.is_proven |= weight >= weight::PROOF;
        self.score += if proven_before { 0 } else { weight };
        // A place in one of several calls would lead to another's text.
        let span = span.filter(|_| field != Some(Field::Calls));
        self.reasons.push(Reason { text, field, span });
        self
    }
}

/// One thing in the evidence that speaks for a problem.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Reason {
    /// A sentence.
    pub text: String,
    /// The field that gives it.
    pub field: Option<Field>,
    /// The place in that field.
    pub span: Option<Span>,
}

/// New texts for some fields, put there by one press.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Fix {
    /// What the press does, for its button: `Use https://acme.atlassian.net`.
    pub title: String,
    /// The fields and their new texts.
    pub changes: Vec<FieldChange>,
}

/// A field's new text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FieldChange {
    /// The field.
    pub field: Field,
    /// Its new text, to show; `None` where it may be a secret.
    pub value: Option<String>,
    #[serde(skip)]
    text: Secret,
}

impl Fix {
    /// A fix that does nothing yet.
    pub fn new(title: impl Into<String>) -> Self {
        Self {
            title: title.into(),
            changes: Vec::new(),
        }
    }

    /// Puts a text into a field. Only a field that holds no secret shows it.
    #[must_use]
    pub fn set(self, field: Field, text: impl Into<Secret>) -> Self {
        let text = text.into();
        let value = (!field.is_secret()).then(|| text.expose().to_owned());
        self.push(field, text, value)
    }

    /// As [`Fix::set`] for a text that came out of a secret field, and is not shown wherever it goes.
    #[must_use]
    pub fn set_hidden(self, field: Field, text: impl Into<Secret>) -> Self {
        self.push(field, text.into(), None)
    }

    /// Puts the site's own address into its field: in the form that the product wants, else the normal form, in Confluence's
    /// form where Confluence is called, else what was probably meant.
    pub(crate) fn of_site(facts: &Facts) -> Option<Self> {
        let site = facts.site.as_ref()?;
        let confluence = site
            .forms
            .as_ref()
            .and_then(|forms| forms.confluence.as_ref())
            .filter(|_| facts.wants_confluence() && site.kind != SiteKind::SelfHosted);
        if let Some(value) = facts.profile.and_then(|profile| profile.site_value(site)) {
            return Some(Self::new(["Use ", value].concat()).set(Field::Site, value));
        }
        let url = confluence
            .or(site.url.as_ref())
            .or(site.suggestion.as_ref())?;
        Some(Self::new(["Use ", url].concat()).set(Field::Site, url.as_str()))
    }

    /// The evidence with the fix applied.
    #[must_use]
    pub fn apply(&self, evidence: &Evidence) -> Evidence {
        let mut fixed = evidence.clone();
        for (field, text) in self.texts() {
            fixed.set_text(field, text);
        }
        fixed
    }

    /// The fields and their new texts. What they hold may be a secret.
    pub fn texts(&self) -> impl Iterator<Item = (Field, &Secret)> {
        self.changes
            .iter()
            .map(|change| (change.field, &change.text))
    }

    fn push(mut self, field: Field, text: Secret, value: Option<String>) -> Self {
        self.changes.push(FieldChange { field, value, text });
        self
    }
}

/// A problem suspected in this evidence, as it is shown.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Finding {
    /// The problem's id.
    pub problem: &'static str,
    /// The problem's title.
    pub title: &'static str,
    /// How sure it is.
    pub certainty: Certainty,
    /// How bad it is.
    pub severity: Severity,
    /// The field to mend, where one is at fault.
    pub field: Option<Field>,
    /// The place in that field.
    pub span: Option<Span>,
    /// What is wrong here, in one or two sentences that stand alone.
    pub message: String,
    /// What in the evidence says so.
    pub reasons: Vec<Reason>,
    /// What to do, in order.
    pub steps: Vec<Cow<'static, str>>,
    /// The one press that mends it.
    pub fix: Option<Fix>,
    /// Official pages.
    pub links: Vec<Link>,
    /// The problem's page, relative to the site of this product: `problems/url-has-path.html`.
    pub page: String,
}

/// A link to an official page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Link {
    /// The page's title.
    pub title: &'static str,
    /// Its address.
    pub url: &'static str,
}

/// The text of a problem's page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Explanation {
    /// The problem's id.
    pub problem: &'static str,
    /// The problem's title.
    pub title: &'static str,
    /// The part of the set-up that it belongs to.
    pub group: &'static str,
    /// How bad it is where nothing says otherwise.
    pub severity: Severity,
    /// What it means: paragraphs.
    pub meaning: Vec<&'static str>,
    /// Why it happens: paragraphs.
    pub causes: Vec<&'static str>,
    /// How to fix it: steps, in order.
    pub steps: Vec<&'static str>,
    /// Official pages.
    pub links: Vec<Link>,
    /// Evidence that raises it, as JSON with placeholders.
    pub wrong: &'static str,
    /// The same evidence put right.
    pub right: &'static str,
}

impl Problem {
    /// The text of the problem's page.
    pub fn explain(&self) -> Explanation {
        Explanation {
            problem: self.id,
            title: self.title,
            group: self.group.title(),
            severity: self.severity,
            meaning: self.section("What it means").collect(),
            causes: self.section("Why it happens").collect(),
            steps: self.steps(),
            links: self.links(),
            wrong: self.wrong,
            right: self.right,
        }
    }

    /// How to fix it: the numbered lines of that section.
    pub fn steps(&self) -> Vec<&'static str> {
        self.section("How to fix it")
            .filter_map(|line| line.split_once(". ").map(|(_, step)| step))
            .collect()
    }

    /// The references, written as `- [title](address)`.
    pub fn links(&self) -> Vec<Link> {
        self.section("References")
            .filter_map(|line| {
                let (title, rest) = line.strip_prefix("- [")?.split_once("](")?;
                Some(Link {
                    title,
                    url: rest.strip_suffix(')')?,
                })
            })
            .collect()
    }

    /// The lines of one section that are not empty. A paragraph is one line.
    fn section(&self, heading: &'static str) -> impl Iterator<Item = &'static str> {
        self.documentation
            .lines()
            .map(str::trim)
            .skip_while(move |line| line.strip_prefix("## ") != Some(heading))
            .skip(1)
            .take_while(|line| !line.starts_with("## "))
            .filter(|line| !line.is_empty())
    }
}

/// Declares the problem of a file: its documentation as doc comment, then its metadata. `weigh` is the file's function.
macro_rules! problem {
    (
        $(#[doc = $doc:expr])+
        id: $id:literal,
        title: $title:literal,
        group: $group:ident,
        severity: $severity:ident,
        prior: $prior:expr,
        wrong: $wrong:expr,
        right: $right:expr $(,)?
    ) => {
        $(#[doc = $doc])+
        pub(super) static PROBLEM: $crate::problem::Problem = $crate::problem::Problem {
            id: $id,
            title: $title,
            group: $crate::problem::Group::$group,
            severity: $crate::problem::Severity::$severity,
            prior: $prior,
            wrong: $wrong,
            right: $right,
            weigh,
            documentation: concat!($($doc, "\n"),+),
        };
    };
}
pub(crate) use problem;
