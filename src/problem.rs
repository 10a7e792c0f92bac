//! What a problem is, how it is suspected, and what a person gets to see of it.

use serde::{Serialize, Serializer};

use crate::advice::Advice;
use crate::evidence::{Evidence, Field, Place};
use crate::facts::Facts;
pub use crate::link::{Link, LinkKind};
use crate::prose::{Prose, prose};
use crate::read::exchange::Exchange;
use crate::read::known_texts::Hit;
use crate::read::sentences::Rule;
use crate::secret::Secret;
use crate::span::Span;
pub(crate) use crate::stage::Stage;
use crate::veiled::{shows_as_it_is, veiled};

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
    /// Where a call stops for it; `None` where it says what is seen, and other problems say why.
    pub stage: Option<Stage>,
    /// How likely it is before any evidence, on the scale of `weight`.
    pub prior: i32,
    /// Adds the reasons that the facts give.
    pub weigh: fn(&Facts, &mut Score),
    /// How to fix it, in order.
    pub steps: &'static [Advice<&'static str>],
    /// Official pages.
    pub links: &'static [Advice<Link>],
    /// What a sentence says that speaks for it.
    pub rules: &'static [Rule],
    /// The rest of its page on the site, which no diagnosis needs.
    #[cfg(feature = "pages")]
    pub page: Page,
}

/// What a problem's page says beyond the steps and the links, and its examples.
#[cfg(feature = "pages")]
#[derive(Debug)]
pub struct Page {
    /// What it means: paragraphs.
    pub meaning: &'static [&'static str],
    /// Why it happens: paragraphs.
    pub causes: &'static [&'static str],
    /// Evidence that raises it, as JSON with the placeholders of [`crate::sample`].
    pub wrong: &'static str,
    /// The same evidence put right.
    pub right: &'static str,
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

shows_as_it_is!(Certainty, Severity, PagePath);

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
pub struct Score {
    /// What speaks for the problem.
    pro: i32,
    /// What speaks against it.
    contra: i32,
    is_proven: bool,
    /// Something else than words speaks for the problem.
    pub(crate) is_seen: bool,
    pub(crate) reasons: Vec<Reason>,
    pub(crate) severity: Option<Severity>,
    pub(crate) message: Option<Prose>,
    pub(crate) first_step: Option<Prose>,
    pub(crate) fix: Option<Fix>,
}

impl Score {
    /// A reason that speaks for the problem. [`Score::at`] says where it stands.
    pub fn reason(&mut self, weight: i32, text: Prose) -> &mut Self {
        self.is_seen = true;
        self.add(weight, text)
    }

    fn add(&mut self, weight: i32, text: Prose) -> &mut Self {
        // A second proof of the same fault makes it no more certain: two quotes around a token are no worse than one.
        let proven_before = self.is_proven && weight >= weight::PROOF;
        self.is_proven |= weight >= weight::PROOF;
        self.pro += if proven_before { 0 } else { weight };
        self.reasons.push(Reason {
            text,
            field: None,
            span: None,
        });
        self
    }

    /// Where the last reason stands: a field, a part of one, a known text, an answer.
    pub fn at(&mut self, place: impl Into<Place>) -> &mut Self {
        if let Some(reason) = self.reasons.last_mut() {
            let Place { field, span } = place.into();
            reason.field = field;
            // A place in one of several calls would lead to another's text.
            reason.span = span.filter(|_| field != Some(Field::Calls));
        }
        self
    }

    /// What speaks against the problem. It is weighed and not shown.
    pub fn against(&mut self, weight: i32) -> &mut Self {
        self.contra += weight.abs();
        self
    }

    /// A reason that words alone give: they lift what speaks for the problem to `weight` and add nothing beyond it, because
    /// the words and what else is known of the same text are one testimony.
    pub(crate) fn in_words(&mut self, weight: i32, text: Prose) -> &mut Self {
        let rest = (weight - self.pro).max(0);
        self.add(rest, text)
    }

    /// What speaks for the problem, less what speaks against it.
    pub(crate) fn points(&self) -> i32 {
        self.pro - self.contra
    }

    /// Whether nothing speaks for the problem so far.
    pub(crate) fn is_empty(&self) -> bool {
        self.reasons.is_empty()
    }

    /// How bad it is here, where that differs from the problem's own severity.
    pub fn severity(&mut self, severity: Severity) -> &mut Self {
        self.severity = Some(severity);
        self
    }

    /// What is wrong here, in one or two sentences that stand alone. Without it the first reason says so.
    pub fn message(&mut self, message: Prose) -> &mut Self {
        self.message = Some(message);
        self
    }

    /// What to do here before the steps of the problem's page, or in their stead.
    pub fn first_step(&mut self, step: Prose) -> &mut Self {
        self.first_step = Some(step);
        self
    }

    /// The one press that fixes it, where there is one.
    pub fn fix(&mut self, fix: impl Into<Option<Fix>>) -> &mut Self {
        self.fix = fix.into();
        self
    }
}

impl From<&Hit> for Place {
    fn from(hit: &Hit) -> Self {
        (hit.field, hit.span).into()
    }
}

impl From<&Exchange> for Place {
    fn from(exchange: &Exchange) -> Self {
        let &Exchange { field, span, .. } = exchange;
        Self { field, span }
    }
}

/// One thing in the evidence that speaks for a problem.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Reason {
    /// A sentence.
    pub text: Prose,
    /// The field that gives it.
    pub field: Option<Field>,
    /// The place in that field.
    pub span: Option<Span>,
}

veiled!(Reason { text, field, span });

impl Reason {
    /// Says where the field's value stands, which may be in a pasted text.
    pub(crate) fn stands(&mut self, facts: &Facts) {
        if let Some(field) = self.field {
            let place = facts.stands(field, self.span);
            (self.field, self.span) = (place.field, place.span);
        }
    }
}

/// New texts for some fields, put there by one press.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Fix {
    /// What the press does, for its button: `Use https://acme.atlassian.net`.
    pub title: Prose,
    /// The fields and their new texts.
    pub changes: Vec<FieldChange>,
}

veiled!(Fix { title, changes });

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

veiled!(FieldChange { field, value, text });

impl Fix {
    /// A fix that does nothing yet.
    pub fn new(title: Prose) -> Self {
        Self {
            title,
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

    /// Puts the site's own address into its field.
    pub(crate) fn of_site(facts: &Facts) -> Option<Self> {
        let value = facts.site_to_use()?;
        Some(Self::new(prose!("Use {value}", value)).set(Field::Site, value))
    }

    /// Whether a field gets another text than it has.
    pub(crate) fn changes_something(&self, evidence: &Evidence) -> bool {
        self.texts()
            .any(|(field, text)| evidence.text(field).unwrap_or_default() != text.expose())
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
    pub title: Prose,
    /// How sure it is.
    pub certainty: Certainty,
    /// How bad it is.
    pub severity: Severity,
    /// The field to mend, where one is at fault.
    pub field: Option<Field>,
    /// The place in that field.
    pub span: Option<Span>,
    /// What is wrong here, in one or two sentences that stand alone.
    pub message: Prose,
    /// What in the evidence says so.
    pub reasons: Vec<Reason>,
    /// What to do, in order.
    pub steps: Vec<Prose>,
    /// The one press that mends it.
    pub fix: Option<Fix>,
    /// Official pages.
    pub links: Vec<Link>,
    /// The problem's page, relative to the site of this product: `problems/url-has-path.html`.
    pub page: PagePath,
}

/// The path of a problem's page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PagePath(pub(crate) &'static str);

impl Serialize for PagePath {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&["problems/", self.0, ".html"].concat())
    }
}

veiled!(Finding {
    problem,
    title,
    certainty,
    severity,
    field,
    span,
    message,
    reasons,
    steps,
    fix,
    links,
    page
});

/// The text of a problem's page.
#[cfg(feature = "pages")]
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
    pub meaning: &'static [&'static str],
    /// Why it happens: paragraphs.
    pub causes: &'static [&'static str],
    /// How to fix it: steps, in order.
    pub steps: Vec<&'static str>,
    /// Official pages.
    pub links: Vec<Link>,
    /// Evidence that raises it, as JSON with placeholders.
    pub wrong: &'static str,
    /// The same evidence put right.
    pub right: &'static str,
}

#[cfg(feature = "pages")]
impl Problem {
    /// The text of the problem's page.
    pub fn explain(&self) -> Explanation {
        Explanation {
            problem: self.id,
            title: self.title,
            group: self.group.title(),
            severity: self.severity,
            meaning: self.page.meaning,
            causes: self.page.causes,
            steps: self.steps.iter().map(|step| step.what).collect(),
            links: self.links.iter().map(|link| link.what).collect(),
            wrong: self.page.wrong,
            right: self.page.right,
        }
    }
}
