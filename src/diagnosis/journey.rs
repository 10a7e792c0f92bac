//! How far the failing call got, for a person to see: the stages on its way, each passed, stopped at, or unknown.

use serde::Serialize;

use crate::facts::{Attempt, Facts};
use crate::stage::Stage;
use crate::veiled::shows_as_it_is;

/// One stage of the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Leg {
    /// Which one.
    pub stage: Stage,
    /// What is known of it.
    pub state: LegState,
}

/// What is known of a stage.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum LegState {
    /// The call certainly got past it.
    Passed,
    /// The call stopped here.
    Stopped,
    /// Nothing tells.
    Unknown,
}

shows_as_it_is!(Leg);

/// What lies between a program and what it asks for. What was typed comes before it, and what is asked for after it.
const WAY: [Stage; 7] = [
    Stage::Name,
    Stage::Connect,
    Stage::Secure,
    Stage::Front,
    Stage::SignIn,
    Stage::Allow,
    Stage::Find,
];

/// The way of the call that the diagnosis is about; every stage unknown where there was none.
pub(super) fn of(facts: &Facts) -> Vec<Leg> {
    let attempt = facts.deciding_attempt();
    WAY.iter()
        .map(|&stage| Leg {
            stage,
            state: attempt.map_or(LegState::Unknown, |attempt| state(attempt, stage)),
        })
        .collect()
}

fn state(attempt: &Attempt, stage: Stage) -> LegState {
    if attempt.stopped == Some(stage) {
        LegState::Stopped
    } else if attempt.passed.is_some_and(|passed| stage <= passed) {
        LegState::Passed
    } else {
        LegState::Unknown
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::Evidence;
    use crate::read::site::url_crate_host;

    fn way(paste: &str) -> Vec<LegState> {
        let evidence = Evidence {
            paste: Some(paste.into()),
            ..Evidence::default()
        };
        let facts = Facts::read(&evidence, None, url_crate_host);
        of(&facts).into_iter().map(|leg| leg.state).collect()
    }

    #[test]
    fn the_way_ends_where_the_call_stopped() {
        use LegState::{Passed as P, Stopped as S, Unknown as U};
        assert_eq!(way("lorem ipsum"), [U; 7]);
        let refused = "HTTP/1.1 401 Unauthorized\natl-traceid: 4f\nx-arequestid: 4e\n";
        assert_eq!(way(refused), [P, P, P, P, S, U, U]);
        let unresolved = "curl: (6) Could not resolve host: acme.atlassian.net";
        assert_eq!(way(unresolved), [S, U, U, U, U, U, U]);
    }

    #[test]
    fn what_the_product_needs_lies_behind_a_call_that_arrived() {
        let taken = "HTTP/1.1 200 OK\n\n{\"accountId\":\"7:1\",\"accountType\":\"atlassian\"}";
        assert_eq!(way(taken), [LegState::Passed; 7]);
    }
}
