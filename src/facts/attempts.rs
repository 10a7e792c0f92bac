//! How far each call of the evidence got, and who answered it.

use super::Facts;
use super::answers::{is_taken, login_reason};
use crate::evidence::Field;
use crate::read::exchange::Exchange;
use crate::read::known_texts::{Class, Hit};
use crate::read::speaker::Speaker;
use crate::stage::Stage;

/// One call: an exchange, or a failure that a program told of without showing the call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Attempt {
    /// The number of its exchange in [`Facts::exchanges`](super::Facts::exchanges).
    pub exchange: Option<usize>,
    /// Who answered, where that can be told: the program itself where nothing was sent, nobody where nothing came.
    pub by: Option<Speaker>,
    /// The furthest stage that it certainly passed.
    pub passed: Option<Stage>,
    /// Where it stopped; `None` where it arrived, or where nothing tells.
    pub stopped: Option<Stage>,
}

impl Facts<'_> {
    /// The furthest stage that the failing call certainly passed. What it passed is no cause of its failure.
    pub(crate) fn passed(&self) -> Option<Stage> {
        // Without an answer nothing was passed for certain.
        if self
            .exchanges
            .iter()
            .any(|exchange| exchange.failure.is_some())
        {
            return None;
        }
        let decides = self
            .exchange()
            .filter(|exchange| exchange.status.is_some())?;
        self.attempt_of(decides)?.passed
    }

    /// The attempt that the diagnosis is about: that of the exchange that decides, else the last one that stopped anywhere.
    pub(crate) fn deciding_attempt(&self) -> Option<&Attempt> {
        let of_exchange = self.exchange().and_then(|decides| self.attempt_of(decides));
        let tells = |attempt: &&Attempt| attempt.stopped.or(attempt.passed).is_some();
        of_exchange
            .filter(tells)
            .or_else(|| self.attempts.iter().rev().find(tells))
    }

    fn attempt_of(&self, exchange: &Exchange) -> Option<&Attempt> {
        let number = self
            .exchanges
            .iter()
            .position(|other| std::ptr::eq(exchange, other))?;
        self.attempts
            .iter()
            .find(|attempt| attempt.exchange == Some(number))
    }

    /// Whether a call through the very address that was typed succeeded, so that its form is what the program needs.
    pub(crate) fn site_worked(&self) -> bool {
        let typed = self
            .evidence
            .site
            .as_deref()
            .map(|typed| typed.trim_end_matches('/'));
        let called = |exchange: &Exchange| {
            let url = exchange.sent.url.as_deref();
            typed
                .zip(url)
                .is_some_and(|(typed, url)| url.strip_prefix(typed).is_some())
        };
        let decides = self
            .exchange()
            .filter(|x| matches!(x.status, Some(200..=299)));
        decides.is_some_and(called)
    }

    /// Whether the failing call has passed where it would stop for this.
    pub(crate) fn has_passed(&self, stage: Option<Stage>) -> bool {
        stage
            .zip(self.passed())
            .is_some_and(|(stage, passed)| stage <= passed)
    }
}

/// Every call, those that only a message tells of at the end.
pub(super) fn read(exchanges: &[Exchange], hits: &[Hit]) -> Vec<Attempt> {
    let mut attempts = Vec::new();
    for (number, exchange) in exchanges.iter().enumerate() {
        let mut attempt = Attempt {
            exchange: Some(number),
            ..of_answer(exchange)
        };
        let own = hits.iter().filter(|hit| is_part(hit, exchange));
        for told in own.filter_map(of_text) {
            attempt.add(told);
        }
        attempts.push(attempt);
    }
    let is_loose = |hit: &&Hit| !exchanges.iter().any(|exchange| is_part(hit, exchange));
    for told in hits.iter().filter(is_loose).filter_map(of_text) {
        if !attempts.contains(&told) {
            attempts.push(told);
        }
    }
    attempts
}

impl Attempt {
    /// What a text of the same answer tells. It knows better than the status where the call stopped.
    fn add(&mut self, told: Self) {
        self.by = self.by.or(told.by);
        self.passed = self.passed.max(told.passed);
        self.stopped = told.stopped.or(self.stopped);
    }

    fn new(by: Option<Speaker>, passed: Option<Stage>, stopped: Option<Stage>) -> Self {
        Self {
            exchange: None,
            by,
            passed,
            stopped,
        }
    }
}

/// Whether a text stands in the answer. Those of an examination's calls cannot be told apart.
fn is_part(hit: &Hit, exchange: &Exchange) -> bool {
    exchange.field == Some(hit.field)
        && hit.field != Field::Calls
        && exchange
            .span
            .is_none_or(|span| span.start <= hit.span.start && hit.span.end <= span.end)
}

/// What status, headers and who answered tell.
fn of_answer(exchange: &Exchange) -> Attempt {
    let by = exchange.answered_by;
    let front = match by {
        Some(Speaker::Gateway | Speaker::JiraCloud | Speaker::DataCenter) => Stage::Front,
        _ => Stage::Secure,
    };
    let is_stopped = front == Stage::Secure && by.is_some();
    let is_taken = is_taken(exchange);
    let known = if is_taken { Stage::SignIn } else { front };
    let (passed, stopped) = match exchange.status {
        None if is_taken => (Some(Stage::SignIn), None),
        None => (None, None),
        Some(407) => (Some(Stage::Settings), Some(Stage::Front)),
        Some(300..=399) => (Some(Stage::Secure), Some(Stage::Front)),
        Some(200..=299) if is_taken => (Some(Stage::Use), None),
        Some(status) if is_stopped && status < 500 => (Some(Stage::Secure), Some(Stage::Front)),
        _ if login_reason(exchange) == Some("AUTHENTICATED_FAILED") => {
            (Some(Stage::Front), Some(Stage::SignIn))
        }
        Some(401) => (Some(front), Some(Stage::SignIn)),
        Some(403) => (Some(known), Some(Stage::Allow)),
        Some(404 | 410) => (Some(known), Some(Stage::Find)),
        Some(400..) => (Some(known), Some(Stage::Use)),
        Some(_) => (Some(front), None),
    };
    Attempt::new(by, passed, stopped)
}

/// What a known text tells by its class; `None` where it tells nothing of how far the call got.
fn of_text(hit: &Hit) -> Option<Attempt> {
    let class = hit.signature.class();
    let by = match class {
        Class::Unsent => Some(Speaker::Program),
        Class::Name | Class::Connect | Class::Tls => Some(Speaker::Nobody),
        _ => None,
    };
    let (passed, stopped) = match class {
        Class::Unsent => (None, Some(Stage::Settings)),
        Class::Name => (Some(Stage::Settings), Some(Stage::Name)),
        Class::Connect => (Some(Stage::Name), Some(Stage::Connect)),
        Class::Tls => (Some(Stage::Connect), Some(Stage::Secure)),
        // The program tells of a proxy that it could not get through.
        Class::Gate if hit.signature.speaker() == Speaker::Program => {
            (Some(Stage::Settings), Some(Stage::Front))
        }
        Class::Gate | Class::Redirect | Class::Site => (Some(Stage::Secure), Some(Stage::Front)),
        Class::Withheld | Class::Unreadable => (Some(Stage::Secure), None),
        Class::Refusal | Class::Anonymous | Class::Credential => {
            (Some(Stage::Front), Some(Stage::SignIn))
        }
        Class::Licence | Class::Scope | Class::Permission => {
            (Some(Stage::SignIn), Some(Stage::Allow))
        }
        // A stranger gets the same answer.
        Class::Unseen | Class::Object | Class::Path => (Some(Stage::Front), Some(Stage::Find)),
        Class::Request => (Some(Stage::Front), Some(Stage::Use)),
        Class::Rate | Class::Failure => (Some(Stage::Secure), Some(Stage::Use)),
        Class::Note | Class::Vague | Class::Voice => return None,
    };
    Some(Attempt::new(by, passed, stopped))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::Evidence;
    use crate::facts::Facts;
    use crate::read::site::url_crate_host;

    #[test]
    fn a_call_passes_what_its_answer_shows_and_stops_there() {
        use Stage::*;
        const HEAD: &str = "> GET /rest/api/3/myself HTTP/1.1\n> Host: acme.atlassian.net\n\n";
        let table = [
            (
                "curl: (6) Could not resolve host: acme",
                Some(Settings),
                Some(Name),
            ),
            (
                "connect ECONNREFUSED 10.0.0.1:443",
                Some(Name),
                Some(Connect),
            ),
            (
                "self-signed certificate in certificate chain",
                Some(Connect),
                Some(Secure),
            ),
            ("Failed to parse URL from acme", None, Some(Settings)),
            (
                "CONNECT tunnel failed, response 407",
                Some(Settings),
                Some(Front),
            ),
            (
                "HTTP/1.1 403 Forbidden\nServer: squid/5.7\nX-Squid-Error: ERR_ACCESS_DENIED 0\n",
                Some(Secure),
                Some(Front),
            ),
            (
                "HTTP/1.1 401 Unauthorized\natl-traceid: 4f\nx-arequestid: 4e\n",
                Some(Front),
                Some(SignIn),
            ),
            (
                "HTTP/1.1 404 Not Found\natl-traceid: 4f\nx-arequestid: 4e\nx-aaccountid: 7:1\n",
                Some(SignIn),
                Some(Find),
            ),
            (
                "HTTP/1.1 401 Unauthorized\n\n{\"code\":401,\"message\":\"Unauthorized; scope does not match\"}",
                Some(SignIn),
                Some(Allow),
            ),
            (
                "HTTP/1.1 200 OK\n\n{\"accountId\":\"7:1\",\"accountType\":\"atlassian\"}",
                Some(Use),
                None,
            ),
        ];
        for (text, passed, stopped) in table {
            let head = if text.starts_with("HTTP") { HEAD } else { "" };
            let evidence = Evidence {
                paste: Some([head, text].concat().into()),
                ..Evidence::default()
            };
            let facts = Facts::read(&evidence, None, url_crate_host);
            let far = facts.attempts.iter().map(|one| (one.passed, one.stopped));
            let far: Vec<_> = far.filter(|far| *far != (None, None)).collect();
            assert_eq!(far, [(passed, stopped)], "{text}");
        }
    }
}
