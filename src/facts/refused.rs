//! What shows that the caller was not signed in.

use super::Facts;
use super::answers::{Sign, login_reason};
use crate::evidence::Field;
use crate::prose::prose;
use crate::read::exchange::{Content, Exchange, Speaker};
use crate::read::known_texts::{Class, Signature};

impl Facts<'_> {
    /// Whether any exchange shows that a credential was presented and not taken, whatever its status (jira-facts.md 4.1).
    pub fn credential_was_refused(&self) -> bool {
        self.refusing_exchange().is_some() || self.hit(Signature::SeraphFailed).is_some()
    }

    fn refusing_exchange(&self) -> Option<&Exchange> {
        let mut last = self.exchanges.iter().rev();
        last.find(|x| login_reason(x) == Some("AUTHENTICATED_FAILED"))
    }

    /// What shows that the caller was not signed in, though somebody may have tried (jira-facts.md 4.1, 4.2).
    pub(crate) fn refusal(&self) -> Option<Sign> {
        if self.credential_was_taken() {
            return None;
        }
        if let Some(exchange) = self.refusing_exchange() {
            let text = prose!(
                "The answer's header X-Seraph-LoginReason says that a credential came and was not taken."
            );
            return Some(Sign::of_exchange(exchange, text));
        }
        if let Some(hit) = self.hit_of(&[Class::Refusal, Class::Anonymous]) {
            let text = prose!("The answer says that nobody was signed in.");
            return Some(Sign::of_hit(hit, text));
        }
        let unsigned = |x: &&Exchange| x.status == Some(401) && !self.is_anothers(x);
        if let Some(exchange) = self.exchange().filter(unsigned) {
            let text = prose!("The status is 401: nobody was signed in.");
            return Some(Sign::of_exchange(exchange, text));
        }
        // jira-facts.md 4.8: the plain 401 of Jira Cloud, met by a parser of JSON.
        if let Some(hit) = self
            .hit(Signature::PlainTextForJson)
            .filter(|_| self.status().is_none())
        {
            let text = prose!(
                "The program met a C where JSON was due: Jira says “Client must be authenticated …” in plain words."
            );
            return Some(Sign::of_hit(hit, text));
        }
        // Products say it of a 403 and a 404 too.
        if self.status().is_some() {
            return None;
        }
        let Some(hit) = self.hit(Signature::BlamesCredentials) else {
            return self.bare_word();
        };
        Some(Sign::of_hit(
            hit,
            prose!("The message says that the credentials are wrong."),
        ))
    }

    /// A message that is little more than the word for 401 (jira-facts.md 11 #62). In a longer text it may be about anything.
    fn bare_word(&self) -> Option<Sign> {
        const LONGEST: usize = 160;
        let text = self.evidence.paste.as_ref()?.expose();
        // Colours, as terminals take them, end with an `m`.
        let plain = text.split('\u{1b}').map(|part| {
            let colour = part.strip_prefix('[').and_then(|part| part.split_once('m'));
            colour.map_or(part, |(_, rest)| rest)
        });
        let is_between = |c: char| !c.is_alphanumeric() && c != '_';
        let mut words = plain.flat_map(|part| part.split(is_between));
        let is_bare = text.len() <= LONGEST && self.hits.is_empty() && !self.another_product;
        let said = is_bare && words.any(|word| word.eq_ignore_ascii_case("unauthorized"));
        said.then_some(Sign {
            text: prose!("The message says “Unauthorized”: nobody was signed in."),
            place: Field::Paste.into(),
        })
    }

    /// What shows that the caller was answered as a stranger, in an answer that does not say so itself (jira-facts.md 4.1).
    pub(crate) fn anonymous_answer(&self) -> Option<Sign> {
        // A refusal names the stranger too, and so does the way to a login page.
        let is_served =
            |status: Option<u16>| !matches!(status, Some(300..=399 | 401 | 403 | 500..));
        let said = self.hit_of(&[Class::Anonymous]);
        if let Some(hit) = said.filter(|_| is_served(self.status())) {
            return Some(Sign::of_hit(
                hit,
                prose!("The answer says that nobody was signed in."),
            ));
        }
        let mut last = self.exchanges.iter().rev();
        let exchange = last.find(|x| {
            let served = x.status.is_some() && is_served(x.status);
            let anonymous = matches!(login_reason(x), Some("AUTHENTICATED_FAILED" | "OUT"))
                || x.headers.get("x-ausername") == Some("anonymous");
            served && anonymous || x.body.content == Content::Anonymous
        })?;
        let text =
            prose!("The answer's headers say that nobody was signed in, whatever its status.");
        Some(Sign::of_exchange(exchange, text))
    }

    /// Whether the pasted text or the answer to explain is another product's.
    pub(crate) fn is_of_another_product(&self) -> bool {
        self.another_product || self.exchange().is_some_and(|x| self.is_anothers(x))
    }

    /// Whether another product wrote an answer: its words show it, or the address that was asked.
    pub(crate) fn is_anothers(&self, exchange: &Exchange) -> bool {
        let by_voice =
            exchange.answered_by == Some(Speaker::Other) && exchange.sent.host().is_none();
        by_voice || self.went_elsewhere(exchange)
    }
}
