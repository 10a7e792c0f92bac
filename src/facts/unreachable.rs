//! What a call that a browser let fail can mean, and what the address rules out (jira-facts.md 5).

use super::Facts;
use crate::READS_ANSWERS;
use crate::evidence::Failure;
use crate::net::hosts::is_private;
use crate::prose::{Prose, prose};
use crate::read::exchange::Exchange;

impl Facts<'_> {
    /// The first call that ended like this.
    pub(crate) fn failed(&self, failure: Failure) -> Option<&Exchange> {
        if !READS_ANSWERS {
            return None;
        }
        self.exchanges.iter().find(|x| x.failure == Some(failure))
    }

    /// Whether the page reached the same host without a header, and not with one.
    pub(crate) fn fails_with_header_alone(&self) -> bool {
        if !READS_ANSWERS {
            return false;
        }
        let Some(failed) = self
            .failed(Failure::Unreachable)
            .filter(|x| x.sent.scheme.is_some())
        else {
            return false;
        };
        let mut all = self.exchanges.iter();
        all.any(|x| {
            x.sent.scheme.is_none() && x.status.is_some() && x.sent.host() == failed.sent.host()
        })
    }

    /// What it can mean that nothing came, and what it cannot.
    pub(crate) fn why_unreachable(&self) -> Prose {
        let nothing = prose!(
            "Nothing came back, and a browser doesn't say why. This says nothing about the credentials."
        );
        if self.fails_with_header_alone() {
            return nothing.then(prose!(
                "The host answers without a header, so the name, the certificate and the network are in order: the browser doesn't let a page send one there."
            ));
        }
        let is_private = is_private(self.typed().map_or("", |typed| typed.host));
        let likely = if self.is_at_atlassian() {
            prose!("Most likely the browser doesn't let this page call Jira Cloud (CORS).")
        } else if is_private {
            prose!(
                "The address belongs to an internal network: the browser may need permission to reach it, or this machine isn't in that network. Or Jira doesn't let this page call it (CORS)."
            )
        } else {
            prose!(
                "Jira may not let this page call it (CORS): an administrator can add the page's address to the allowlist."
            )
        };
        let others = prose!(
            "Or the name doesn't resolve, the certificate isn't trusted, an extension or the page's own policy blocks the call, or there is no network."
        );
        let not = if is_private {
            prose!("It isn't mixed content, because the address is https.")
        } else {
            prose!(
                "It is neither mixed content, because the address is https, nor an internal network's address."
            )
        };
        nothing.then(likely).then(others).then(not)
    }
}
