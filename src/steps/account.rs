//! The account that a credential belongs to, as Jira tells it.

use super::FoundAccount;
use crate::facts::Facts;
use crate::read::account::AccountKind;
use crate::read::exchange::Content;

/// The account that Jira named, where it took a credential.
pub(crate) fn account(facts: &Facts) -> Option<FoundAccount> {
    let accepted = facts.account_exchange()?;
    let Content::Account {
        id,
        active,
        email,
        name,
        kind,
    } = &accepted.body.content
    else {
        return None;
    };
    Some(FoundAccount {
        as_typed: as_typed(facts, id, email.as_deref()),
        id: id.clone(),
        name: name.clone(),
        email: email.clone(),
        active: *active,
        kind: kind.clone(),
    })
}

/// Whether the typed account is the one that Jira named. An account may hide its address (jira-facts.md 11 #2); a server knows
/// it by its name. jira-facts.md 4.1: upper and lower case do not matter.
fn as_typed(facts: &Facts, id: &str, email: Option<&str>) -> Option<bool> {
    let typed = facts.account.as_ref()?;
    let is = |told: &str| told.eq_ignore_ascii_case(&typed.normal);
    match typed.kind {
        AccountKind::Email => email.map(is),
        AccountKind::UserName if !facts.is_cloud() => Some(is(id) || email.is_some_and(is)),
        _ => None,
    }
}
