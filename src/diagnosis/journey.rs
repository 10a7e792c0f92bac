//! How far the failing call got, for a person to see: the stages on its way, each passed, stopped at, or unknown.

use serde::Serialize;

use crate::facts::Facts;
use crate::problem::{Certainty, Finding, Severity};
use crate::problems;
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
pub(super) fn of(facts: &Facts, findings: &[Finding]) -> Vec<Leg> {
    let (passed, stopped) = reach(facts, findings);
    let state = |stage| {
        if stopped == Some(stage) {
            LegState::Stopped
        } else if passed >= Some(stage) && stopped.is_none_or(|stopped| stage < stopped) {
            LegState::Passed
        } else {
            LegState::Unknown
        }
    };
    let leg = |&stage| Leg {
        stage,
        state: state(stage),
    };
    WAY.iter().map(leg).collect()
}

/// The furthest stage that was passed, and the one where the way ends, if it does.
fn reach(facts: &Facts, findings: &[Finding]) -> (Option<Stage>, Option<Stage>) {
    let Some(attempt) = facts.deciding_attempt() else {
        return (None, None);
    };
    let passed = attempt.passed;
    if !facts.credential_was_taken() {
        return (passed, attempt.stopped);
    }
    // Several calls were made with the same credentials: what one of them passed, all did.
    let passed = passed.max(Some(Stage::SignIn));
    if attempt.stopped.is_some() {
        return (passed, attempt.stopped);
    }
    let furthest = facts.attempts.iter().filter_map(|other| other.passed).max();
    (passed.max(furthest), lacking(findings))
}

/// Where the work would stop that the product is to do, after calls that all arrived.
fn lacking(findings: &[Finding]) -> Option<Stage> {
    let first = findings.first()?;
    let is_certain = first.severity == Severity::Error && first.certainty == Certainty::Certain;
    let stage = problems::find(first.problem)?.stage?;
    (is_certain && stage > Stage::SignIn).then_some(stage)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::Evidence;
    use crate::profile::{PermissionNeed, Profile};
    use crate::read::site::url_crate_host;

    fn way(paste: &str) -> Vec<LegState> {
        way_of(paste, None)
    }

    fn way_of(paste: &str, profile: Option<&Profile>) -> Vec<LegState> {
        let evidence = Evidence {
            paste: Some(paste.into()),
            ..Evidence::default()
        };
        let facts = Facts::read(&evidence, profile, url_crate_host);
        let findings = crate::diagnosis::findings(&facts);
        let way = of(&facts, &findings);
        way.into_iter().map(|leg| leg.state).collect()
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

    const TAKEN: &str = "> GET /rest/api/3/myself HTTP/1.1\n> Host: acme.atlassian.net\n\n\
        HTTP/1.1 200 OK\n\n{\"accountId\":\"7:1\",\"accountType\":\"atlassian\"}\n\n";

    #[test]
    fn a_call_that_arrived_passed_all() {
        assert_eq!(way(TAKEN), [LegState::Passed; 7]);
    }

    #[test]
    fn what_one_call_shows_holds_for_the_others() {
        use LegState::{Passed as P, Stopped as S, Unknown as U};
        const NEXT: &str =
            "> GET /rest/api/3/mypermissions HTTP/1.1\n> Host: acme.atlassian.net\n\n";
        let answered = |answer: &str| way(&[TAKEN, NEXT, answer].concat());
        let silent = "HTTP/1.1 200 OK\n\n{\"permissions\":{}}";
        assert_eq!(answered(silent), [P; 7]);
        let missing = "HTTP/1.1 404 Not Found\natl-traceid: 4f\nx-arequestid: 4e\n\n{}";
        assert_eq!(answered(missing), [P, P, P, P, P, U, S]);
    }

    #[test]
    fn a_permission_that_is_missing_ends_the_way_of_calls_that_arrived() {
        let profile = Profile {
            permissions: vec![PermissionNeed {
                key: "ADMINISTER".to_owned(),
                required: true,
                why: None,
            }],
            ..Profile::default()
        };
        let answer = "> GET /rest/api/3/mypermissions?permissions=ADMINISTER HTTP/1.1\n\
            > Host: acme.atlassian.net\n\nHTTP/1.1 200 OK\n\n\
            {\"permissions\":{\"ADMINISTER\":{\"key\":\"ADMINISTER\",\"havePermission\":false}}}";
        let way = way_of(&[TAKEN, answer].concat(), Some(&profile));
        assert_eq!(
            way.get(4..6),
            Some([LegState::Passed, LegState::Stopped].as_slice())
        );
    }
}
