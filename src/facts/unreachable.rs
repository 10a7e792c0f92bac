//! What a call that a browser let fail can mean, and what the address rules out (facts.md 5).

use super::Facts;
use super::network::is_private;
use crate::evidence::Failure;
use crate::read::exchange::Exchange;

impl Facts<'_> {
    /// The first call that ended like this.
    pub(crate) fn failed(&self, failure: Failure) -> Option<&Exchange> {
        self.exchanges.iter().find(|x| x.failure == Some(failure))
    }

    /// Whether the page reached the same host without a header, and not with one.
    pub(crate) fn fails_with_header_alone(&self) -> bool {
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
    pub(crate) fn why_unreachable(&self) -> String {
        let mut text = "Nothing came back, and a browser does not say why. It says nothing about the credentials. ".to_owned();
        let host = self.typed().map_or("", |typed| typed.host);
        if self.fails_with_header_alone() {
            text.push_str("The host answers without a header, so the name, the certificate and the network are in order: the browser does not let a page send one there.");
            return text;
        }
        text.push_str(if self.is_at_atlassian() {
            "Most likely the browser does not let this page call Jira Cloud (CORS)."
        } else if is_private(host) {
            "The address is one of an inner network: the browser may want to be allowed to reach it, or this machine is not in that network. Or Jira does not let this page call it (CORS)."
        } else {
            "Jira may not let this page call it (CORS): an administrator can add the page's address to the allowlist."
        });
        text.push_str(" Or the name does not resolve, the certificate is not trusted, an extension or the page's own policy blocks the call, or there is no network. ");
        text.push_str(if is_private(host) {
            "Mixed content it is not, for the address is https."
        } else {
            "It is neither mixed content, for the address is https, nor an inner network's address."
        });
        text
    }
}
