//! What the exchanges and the known texts tell, in the terms that problems ask in.

use super::Facts;
use crate::read::answer::{Content, Endpoint, Exchange};
use crate::read::signatures::{Hit, Signature};

impl Facts<'_> {
    /// The exchange to explain: the last that failed, else the last that has a status, else the last.
    pub fn exchange(&self) -> Option<&Exchange> {
        let last = |wanted: fn(&Exchange) -> bool| self.exchanges.iter().rev().find(|x| wanted(x));
        last(|x| x.status.is_some_and(|status| status >= 300))
            .or_else(|| last(|x| x.status.is_some()))
            .or_else(|| last(|_| true))
    }

    /// The status to explain.
    pub fn status(&self) -> Option<u16> {
        self.exchange()?.status
    }

    /// What the exchange to explain asked for.
    pub fn asked(&self) -> Endpoint {
        self.exchange()
            .map_or(Endpoint::Unknown, |x| x.sent.endpoint)
    }

    /// A header of the answer to explain.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.exchange()?.headers.get(name)
    }

    /// The first place of a known text.
    pub fn hit(&self, signature: Signature) -> Option<&Hit> {
        self.hits.iter().find(|hit| hit.signature == signature)
    }

    /// The first place of any of some known texts.
    pub fn any_hit(&self, signatures: &[Signature]) -> Option<&Hit> {
        self.hits
            .iter()
            .find(|hit| signatures.contains(&hit.signature))
    }

    /// Whether any exchange shows that Jira took the credential: it named the account, or a header did (facts.md 4.1).
    pub fn credential_was_taken(&self) -> bool {
        self.hit(Signature::ScopeMismatch).is_some()
            || self.exchanges.iter().any(|x| {
                matches!(x.body.content, Content::Account { .. })
                    || x.headers.get("x-aaccountid").is_some()
                    || login_reason(x) == Some("OK")
            })
    }

    /// Whether any exchange shows that a credential was presented and not taken, whatever its status (facts.md 4.1).
    pub fn credential_was_refused(&self) -> bool {
        self.exchanges
            .iter()
            .any(|x| login_reason(x) == Some("AUTHENTICATED_FAILED"))
    }

    /// Whether there is anything of an answer at all.
    pub fn has_answer(&self) -> bool {
        !self.hits.is_empty() || self.exchanges.iter().any(|x| x.status.is_some())
    }
}

/// `X-Seraph-LoginReason`, whose value may be repeated after a comma.
fn login_reason(exchange: &Exchange) -> Option<&str> {
    let value = exchange.headers.get("x-seraph-loginreason")?;
    value.split(',').next().map(str::trim)
}
