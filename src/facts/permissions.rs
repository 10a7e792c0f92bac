//! What `mypermissions` tells, read with what the integration needs (jira-facts.md 6).

use super::{Facts, Sign};
use crate::READS_ANSWERS;
use crate::permission::{self, BROWSE, Need, Scope};
use crate::prose::{Prose, list, prose};
use crate::read::exchange::{Content, Exchange};

/// Permissions that are needed and that the account does not hold.
pub(crate) struct Lacking {
    /// The answer that says so.
    pub(crate) sign: Sign,
    /// Their names and keys, for a sentence.
    pub(crate) names: Prose,
    /// Whether nothing works without one of them.
    pub(crate) need: Need,
    /// Whether the whole of Jira was asked about, and not one project.
    pub(crate) is_anywhere: bool,
}

impl Facts<'_> {
    /// The needed permissions of this scope that an answer says are not held; the last answer that has one. With a profile
    /// those are needed that it names. Without one, those that were asked for, one by one: of a long list only the one
    /// that everything stands on.
    pub(crate) fn lacking(&self, scope: Scope) -> Option<Lacking> {
        if !READS_ANSWERS {
            return None;
        }
        self.permission_lists()
            .find_map(|(exchange, list)| self.lacking_in(exchange, list, scope))
    }

    /// The same of one answer.
    pub(crate) fn lacking_in(
        &self,
        exchange: &Exchange,
        list: &[(String, bool)],
        scope: Scope,
    ) -> Option<Lacking> {
        if !READS_ANSWERS {
            return None;
        }
        let lacking = |need: Need| -> Vec<_> {
            list.iter()
                .filter(|(key, held)| {
                    !held && scope_of(key) == scope && self.need(key, list.len()) == Some(need)
                })
                .map(|(key, _)| key.as_str())
                .filter(|key| is_plain(key))
                .collect()
        };
        let required = lacking(Need::Required);
        let (keys, need) = if required.is_empty() {
            (lacking(Need::Optional), Need::Optional)
        } else {
            (required, Need::Required)
        };
        let text = prose!(
            "The list of permissions says that the account does not hold one that was asked for."
        );
        (!keys.is_empty()).then(|| Lacking {
            sign: Sign::of_exchange(exchange, text),
            names: in_words(&keys),
            need,
            is_anywhere: !is_narrow(exchange),
        })
    }

    /// How much a permission is needed, in a list of so many.
    fn need(&self, key: &str, asked: usize) -> Option<Need> {
        const ASKED_FOR: usize = 12;
        let Some(profile) = self.profile else {
            return (key == BROWSE || asked <= ASKED_FOR).then_some(Need::Required);
        };
        let need = profile.permissions.iter().find(|need| need.key == key)?;
        Some(if need.required {
            Need::Required
        } else {
            Need::Optional
        })
    }

    /// Whether the account holds a permission, as far as an answer tells: in the project, where one was asked about.
    /// `None` as long as nothing shows that Jira knows the account: a stranger gets the same list, all false.
    pub(crate) fn holds(&self, key: &str) -> Option<bool> {
        if !READS_ANSWERS {
            return None;
        }
        if !self.credential_was_taken() {
            return None;
        }
        let told = |narrow: bool| {
            let mut lists = self
                .permission_lists()
                .filter(|(x, _)| is_narrow(x) == narrow);
            lists.find_map(|(_, held)| held.iter().find(|(known, _)| known == key))
        };
        let anywhere = told(false).map(|(_, held)| *held);
        if scope_of(key) == Scope::Global {
            return anywhere;
        }
        let named = self
            .evidence
            .project
            .as_deref()
            .is_some_and(|text| !text.trim().is_empty());
        told(true)
            .map(|(_, held)| *held)
            // Held in some project says nothing of the one that is named.
            .or_else(|| anywhere.filter(|held| !held || !named))
    }

    /// Whether the account holds a permission in the whole of Jira, which for one of projects means in any of them.
    pub(crate) fn holds_anywhere(&self, key: &str) -> bool {
        if !READS_ANSWERS {
            return false;
        }
        let mut lists = self.permission_lists().filter(|(x, _)| !is_narrow(x));
        lists.any(|(_, list)| list.iter().any(|(known, held)| known == key && *held))
    }

    /// The keys that the answers held, each once.
    pub(crate) fn permission_keys(&self) -> Vec<&str> {
        if !READS_ANSWERS {
            return Vec::new();
        }
        let mut keys: Vec<&str> = Vec::new();
        let lists: Vec<_> = self.permission_lists().collect();
        for (key, _) in lists.into_iter().rev().flat_map(|(_, held)| held) {
            if is_plain(key) && !keys.contains(&key.as_str()) {
                keys.push(key);
            }
        }
        keys
    }

    /// A list of permissions none of which is held, not asked for one project or issue, from a Jira that did not say that it
    /// knows the account.
    pub(crate) fn holds_nothing(&self) -> Option<Sign> {
        if !READS_ANSWERS {
            return None;
        }
        let text = prose!(
            "The list of permissions shows none at all. Jira gives the same answer to anyone who isn't signed in."
        );
        let (exchange, _) = self.empty_list()?;
        (!self.credential_was_taken()).then(|| Sign::of_exchange(exchange, text))
    }

    /// The same from a Jira that knows the account: who may use Jira holds some of several (jira-facts.md 11 #5).
    pub(crate) fn has_no_access(&self) -> Option<Sign> {
        const SEVERAL: usize = 3;
        if !READS_ANSWERS {
            return None;
        }
        let text = prose!(
            "Jira knows the account, and the list of permissions says that it holds none at all."
        );
        let (exchange, held) = self.empty_list()?;
        let tells = held.len() >= SEVERAL && held.iter().any(|(key, _)| key == BROWSE);
        (tells && self.credential_was_taken()).then(|| Sign::of_exchange(exchange, text))
    }

    fn empty_list(&self) -> Option<(&Exchange, &[(String, bool)])> {
        let (exchange, held) = self
            .permission_lists()
            .find(|(_, held)| !held.is_empty() && held.iter().all(|(_, held)| !held))?;
        (!is_narrow(exchange)).then_some((exchange, held))
    }

    /// The lists of permissions, the last one first.
    fn permission_lists(&self) -> impl Iterator<Item = (&Exchange, &[(String, bool)])> {
        self.exchanges
            .iter()
            .rev()
            .filter_map(|x| match &x.body.content {
                Content::Permissions(held) => Some((x, held.as_slice())),
                _ => None,
            })
    }
}

/// Whether one project or issue was asked about.
pub(crate) fn is_narrow(exchange: &Exchange) -> bool {
    let path = exchange.sent.path.as_deref().unwrap_or_default();
    ["projectKey=", "projectId=", "issueKey=", "issueId="]
        .iter()
        .any(|key| path.contains(key))
}

fn scope_of(key: &str) -> Scope {
    permission::permission(key).map_or(Scope::Project, |known| known.scope)
}

/// `Browse projects (BROWSE_PROJECTS), Create issues (CREATE_ISSUES)`.
fn in_words(keys: &[&str]) -> Prose {
    let names = keys.iter().map(|&key| match permission::permission(key) {
        Some(known) => prose!("{name} ({key})", name = known.name, key),
        None => prose!("{key}", key),
    });
    list(names).unwrap_or(prose!(""))
}

fn is_plain(key: &str) -> bool {
    key.bytes().all(|b| b.is_ascii_uppercase() || b == b'_')
}
