//! What goes into the form of the product that the profile is of, and what is still open before it can be saved there.

use serde::Serialize;

use super::Verdict;
use crate::evidence::Field;
use crate::facts::{Content, Facts};
use crate::permission::{Need, PermissionRow};
use crate::problem::{Certainty, Finding, Severity};
use crate::profile::{Part, Profile};
use crate::read::account::AccountKind;
use crate::steps::{Outcome, StepName, StepResult};

/// The product's own form, filled.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Setup {
    /// The product's name.
    pub product: String,
    /// Whether it can be saved: all conditions are met, and nothing else makes it fail.
    pub ready: bool,
    /// The fields of the form.
    pub entries: Vec<Entry>,
    /// What must be so before it can be saved.
    pub conditions: Vec<Condition>,
}

/// A field of the product's form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Entry {
    /// The field of the evidence that it is.
    pub field: Field,
    /// What the product calls it.
    pub label: String,
    /// What goes into it, in the form that the product wants; `None` for the secret, and where there is nothing yet.
    pub value: Option<String>,
    /// Whether there is something to put into it.
    pub given: bool,
}

/// Something that must be so before the form can be saved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Condition {
    /// The part of the checker where it is met.
    pub part: Part,
    /// Whether it is met. What nobody has asked yet is not.
    pub is_done: bool,
    /// The same in a sentence: what must be so, or what stands against it.
    pub text: String,
}

/// What the diagnosis has found out so far.
pub(super) struct Known<'d> {
    pub(super) facts: &'d Facts<'d>,
    pub(super) verdict: Verdict,
    pub(super) findings: &'d [Finding],
    pub(super) steps: &'d [StepResult],
    pub(super) permissions: &'d [PermissionRow],
}

impl Known<'_> {
    pub(super) fn setup(&self) -> Option<Setup> {
        let profile = self.facts.profile?;
        let entries = self.entries(profile);
        let conditions = self.conditions(profile, &entries);
        Some(Setup {
            product: profile.name.clone(),
            ready: self.verdict != Verdict::Error && conditions.iter().all(|one| one.is_done),
            entries,
            conditions,
        })
    }

    fn entries(&self, profile: &Profile) -> Vec<Entry> {
        let facts = self.facts;
        let site = facts
            .site
            .as_ref()
            .and_then(|site| profile.site_value(site));
        let user = facts.user().map(|(_, account)| account);
        let is_name = |kind| matches!(kind, AccountKind::Email | AccountKind::UserName);
        let user = user.filter(|user| is_name(user.kind));
        let mut entries = vec![
            entry(profile, Field::Site, site.map(str::to_owned)),
            entry(profile, Field::Email, user.map(|user| user.normal)),
        ];
        // A token that names its user by itself.
        let needs_user = !facts.needs_no_user();
        entries.retain(|entry| entry.field != Field::Email || entry.given || needs_user);
        let header = facts.authorization.as_ref();
        let in_header = header.is_some_and(|header| header.secret.is_some());
        entries.push(Entry {
            given: in_header || facts.content(Field::Token) == Content::Secret,
            ..entry(profile, Field::Token, None)
        });
        entries
    }

    fn conditions(&self, profile: &Profile, entries: &[Entry]) -> Vec<Condition> {
        let mut conditions: Vec<_> = entries
            .iter()
            .map(|entry| self.field_is_right(entry))
            .collect();
        let mut add = |part, is_done, text: String| {
            conditions.push(Condition {
                part,
                is_done,
                text,
            });
        };
        let is_accepted = self.passed(StepName::Myself)
            || profile.token.scoped && self.passed(StepName::GatewayMyself);
        add(
            Part::Ask,
            is_accepted,
            "Jira takes the credentials.".to_owned(),
        );
        let required = || {
            let rows = self.permissions.iter();
            rows.filter(|row| row.needed == Some(Need::Required))
        };
        if required().next().is_some() {
            let lacking: Vec<_> = required()
                .filter(|row| row.held == Some(false))
                .map(|row| row.name.as_str())
                .collect();
            let text = if lacking.is_empty() {
                [
                    "The account has every permission that ",
                    &profile.name,
                    " must have.",
                ]
                .concat()
            } else {
                ["The account lacks: ", &lacking.join(", "), "."].concat()
            };
            let holds_all = required().all(|row| row.held == Some(true));
            add(Part::Permissions, holds_all, text);
        }
        if profile.needs_project {
            let text = "The account sees the project.".to_owned();
            add(Part::Project, self.passed(StepName::Project), text);
        }
        if profile.needs_issue {
            let text = "The account sees the issue.".to_owned();
            add(Part::Issue, self.passed(StepName::Issue), text);
        }
        conditions
    }

    /// Whether a field is filled and nothing found is its fault.
    fn field_is_right(&self, entry: &Entry) -> Condition {
        let (part, text) = match entry.field {
            Field::Site => (Part::Site, "The address of the site is in order."),
            Field::Email => (Part::Email, "The account is in order."),
            _ => (Part::Token, "The token is in order, as far as one can see."),
        };
        let is_at_fault = |finding: &Finding| {
            finding.field == Some(entry.field)
                && finding.severity == Severity::Error
                && finding.certainty != Certainty::Possible
        };
        Condition {
            part,
            is_done: entry.given && !self.findings.iter().any(is_at_fault),
            text: text.to_owned(),
        }
    }

    fn passed(&self, step: StepName) -> bool {
        let mut all = self.steps.iter();
        all.any(|result| result.step == step && result.outcome == Outcome::Passed)
    }
}

fn entry(profile: &Profile, field: Field, value: Option<String>) -> Entry {
    Entry {
        field,
        label: label(profile, field).unwrap_or_default().to_owned(),
        given: value.is_some(),
        value,
    }
}

/// What the product calls a field, where it has it.
fn label(profile: &Profile, field: Field) -> Option<&str> {
    Some(match field {
        Field::Site => &profile.site.label,
        Field::Email => &profile.account.label,
        Field::Token => &profile.token.label,
        _ => return None,
    })
}

/// The last of the steps that mend a field.
pub(super) fn field_in_words(profile: &Profile, field: Field) -> Option<String> {
    let label = label(profile, field)?;
    Some(["In ", &profile.name, " the field is called “", label, "”."].concat())
}

impl Setup {
    /// Where nothing is wrong: whether it can be saved, else what comes next.
    pub(super) fn in_words(&self) -> String {
        if self.ready {
            return ["Ready to save in ", &self.product, "."].concat();
        }
        let missing: Vec<_> = self
            .entries
            .iter()
            .filter(|entry| !entry.given)
            .map(|entry| ["“", &entry.label, "”"].concat())
            .collect();
        if !missing.is_empty() {
            return [&self.product, " also wants ", &missing.join(", "), "."].concat();
        }
        let open: Vec<_> = self
            .conditions
            .iter()
            .filter(|condition| !condition.is_done)
            .filter_map(|condition| in_words(condition.part))
            .collect();
        if open.contains(&CREDENTIALS) {
            return ["Ask Jira before you save it in ", &self.product, "."].concat();
        }
        let open = open.join(", ");
        ["Not yet known for ", &self.product, ": ", &open, "."].concat()
    }
}

const CREDENTIALS: &str = "whether Jira takes the credentials";

/// What only Jira tells.
fn in_words(part: Part) -> Option<&'static str> {
    match part {
        Part::Ask => Some(CREDENTIALS),
        Part::Permissions => Some("what the account may do"),
        Part::Project => Some("whether it sees the project"),
        Part::Issue => Some("whether it sees the issue"),
        _ => None,
    }
}
