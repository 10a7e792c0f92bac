//! What an integration needs of Jira's permissions, against what the account has.

use crate::facts::Facts;
use crate::permission::{Need, Permission, PermissionRow, Scope, permission};

/// What the profile needs against what the account has; without a profile, what the answers held.
pub(super) fn matrix(facts: &Facts) -> Vec<PermissionRow> {
    if let Some(profile) = facts.profile {
        let needs = profile.permissions.iter();
        return needs
            .map(|need| {
                let needed = if need.required {
                    Need::Required
                } else {
                    Need::Optional
                };
                row(facts, &need.key, Some(needed))
            })
            .collect();
    }
    let keys = facts.permission_keys();
    keys.into_iter().map(|key| row(facts, key, None)).collect()
}

fn row(facts: &Facts, key: &str, needed: Option<Need>) -> PermissionRow {
    let known = permission(key);
    let scope = known.map_or(Scope::Project, |known| known.scope);
    PermissionRow {
        key: key.to_owned(),
        name: known.map_or(key, |known| known.name).to_owned(),
        scope,
        held: facts.holds(key),
        needed,
        granted_by: known.map_or_else(|| scope.granted_by(), Permission::granted_by),
        link: scope.link(),
    }
}
