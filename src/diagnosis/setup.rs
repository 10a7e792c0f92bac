//! What goes into the form of the product that the profile is of.

use serde::Serialize;

use super::Verdict;
use crate::evidence::Field;
use crate::facts::{Content, Facts};
use crate::profile::Profile;
use crate::read::account::AccountKind;

/// The product's own form, filled.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Setup {
    /// The product's name.
    pub product: String,
    /// Whether it can be saved: every field has its value, and nothing speaks against one of them.
    pub ready: bool,
    /// Whether Jira itself took the credentials.
    pub accepted: bool,
    /// The fields of the form.
    pub entries: Vec<Entry>,
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

pub(super) fn of(facts: &Facts, verdict: Verdict) -> Option<Setup> {
    let profile = facts.profile?;
    let site = facts
        .site
        .as_ref()
        .and_then(|site| profile.site_value(site));
    let user = facts.user().map(|(_, account)| account);
    let user = user.filter(|user| matches!(user.kind, AccountKind::Email | AccountKind::UserName));
    let mut entries = vec![
        entry(profile, Field::Site, site.map(str::to_owned)),
        entry(profile, Field::Email, user.map(|user| user.normal)),
    ];
    // A token that names its user by itself.
    entries.retain(|entry| entry.field != Field::Email || entry.given || !facts.needs_no_user());
    let in_header = facts
        .authorization
        .as_ref()
        .is_some_and(|header| header.secret.is_some());
    entries.push(Entry {
        given: in_header || facts.content(Field::Token) == Content::Secret,
        ..entry(profile, Field::Token, None)
    });
    Some(Setup {
        product: profile.name.clone(),
        ready: verdict == Verdict::NoFault && entries.iter().all(|entry| entry.given),
        accepted: facts.accepting_exchange().is_some(),
        entries,
    })
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
    let label = match field {
        Field::Site => &profile.site.label,
        Field::Email => &profile.account.label,
        Field::Token => &profile.token.label,
        _ => return None,
    };
    Some(label)
}

/// The last of the steps that mend a field.
pub(super) fn field_in_words(profile: &Profile, field: Field) -> Option<String> {
    let label = label(profile, field)?;
    Some(["In ", &profile.name, " the field is called “", label, "”."].concat())
}

impl Setup {
    /// What is left to do, where nothing is wrong.
    pub(super) fn in_words(&self) -> String {
        if self.ready {
            return ["Ready to save in ", &self.product, "."].concat();
        }
        let missing = self.entries.iter().filter(|entry| !entry.given);
        let labels: Vec<_> = missing
            .map(|entry| ["“", &entry.label, "”"].concat())
            .collect();
        [&self.product, " also wants ", &labels.join(", "), "."].concat()
    }
}
