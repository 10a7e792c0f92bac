//! What goes into the form of the product that the profile is of, and what is still open before it can be saved there.

use serde::Serialize;

use super::Verdict;
use crate::evidence::Field;
use crate::facts::{Content, Facts};
use crate::permission::{Need, PermissionRow};
use crate::problem::{Certainty, Finding, Severity};
use crate::profile::{Part, Profile};
use crate::prose::{Prose, list, prose};
use crate::read::account::AccountKind;
use crate::steps::{Outcome, StepName, StepResult};
use crate::veiled::veiled;

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

veiled!(Setup {
    product,
    ready,
    entries,
    conditions
});

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

veiled!(Entry {
    field,
    label,
    value,
    given
});

/// Something that must be so before the form can be saved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Condition {
    /// The part of the checker where it is met.
    pub part: Part,
    /// Whether it is met. What nobody has asked yet is not.
    pub is_done: bool,
    /// The same in a sentence: what must be so, or what stands against it.
    pub text: Prose,
}

veiled!(Condition {
    part,
    is_done,
    text
});

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
        let user = facts.user();
        let is_name = |kind| matches!(kind, AccountKind::Email | AccountKind::UserName);
        let user = user.filter(|user| is_name(user.kind));
        let mut entries = vec![
            entry(profile, Field::Site, site.map(str::to_owned)),
            entry(profile, Field::Email, user.map(|user| user.normal.clone())),
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
        let mut add = |part, is_done, text| {
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
            prose!("Jira accepts the credentials."),
        );
        let required = || {
            let rows = self.permissions.iter();
            rows.filter(|row| row.needed == Some(Need::Required))
        };
        if required().next().is_some() {
            let lacking = required().filter(|row| row.held == Some(false));
            let lacking = list(lacking.map(|row| prose!("{name}", name = &row.name)));
            let text = match lacking {
                None => prose!(
                    "The account has every permission that {product} must have.",
                    product = &profile.name
                ),
                Some(permissions) => prose!("The account lacks: {permissions}.", permissions),
            };
            let holds_all = required().all(|row| row.held == Some(true));
            add(Part::Permissions, holds_all, text);
        }
        if profile.needs_project {
            let text = prose!("The account sees the project.");
            add(Part::Project, self.passed(StepName::Project), text);
        }
        if profile.needs_issue {
            let text = prose!("The account sees the issue.");
            add(Part::Issue, self.passed(StepName::Issue), text);
        }
        conditions
    }

    /// Whether a field is filled and nothing found is its fault.
    fn field_is_right(&self, entry: &Entry) -> Condition {
        let (part, text) = match entry.field {
            Field::Site => (Part::Site, prose!("The address of the site is in order.")),
            Field::Email => (Part::Email, prose!("The account is in order.")),
            _ => (
                Part::Token,
                prose!("The token is in order, as far as anyone can see."),
            ),
        };
        let is_at_fault = |finding: &Finding| {
            finding.field == Some(entry.field)
                && finding.severity == Severity::Error
                && finding.certainty != Certainty::Possible
        };
        Condition {
            part,
            is_done: entry.given && !self.findings.iter().any(is_at_fault),
            text,
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
pub(super) fn field_in_words(profile: &Profile, field: Field) -> Option<Prose> {
    let label = label(profile, field)?;
    Some(prose!(
        "In {product}, the field is called “{label}”.",
        product = &profile.name,
        label
    ))
}

impl Setup {
    /// Where nothing is wrong: whether it can be saved, else what comes next.
    pub(super) fn in_words(&self) -> Prose {
        let product = &self.product;
        if self.ready {
            return prose!("Ready to save in {product}.", product);
        }
        let missing = self.entries.iter().filter(|entry| !entry.given);
        let missing = missing.map(|entry| prose!("“{label}”", label = &entry.label));
        if let Some(fields) = list(missing) {
            return prose!("{product} also needs {fields}.", product, fields);
        }
        let open = self.conditions.iter().filter(|one| !one.is_done);
        if open.clone().any(|one| one.part == Part::Ask) {
            return prose!("Ask Jira before you save it in {product}.", product);
        }
        let open = list(open.filter_map(|one| in_words(one.part)));
        let open = open.unwrap_or(prose!(""));
        prose!("Not yet known for {product}: {open}.", product, open)
    }
}

/// What only Jira tells.
fn in_words(part: Part) -> Option<Prose> {
    match part {
        Part::Permissions => Some(prose!("what the account may do")),
        Part::Project => Some(prose!("whether it sees the project")),
        Part::Issue => Some(prose!("whether it sees the issue")),
        _ => None,
    }
}
