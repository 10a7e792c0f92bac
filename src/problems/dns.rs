use crate::advice::{always, on_cloud};
use crate::facts::Facts;
use crate::problem::{Group, Link, Problem, Score, Severity, Stage, weight};
use crate::prose::prose;
use crate::read::known_texts::Signature;
use crate::read::sentences::Rule;

pub(super) static PROBLEM: Problem = Problem {
    id: "dns",
    title: "The host can't be found",
    group: Group::NetworkAndGateway,
    severity: Severity::Error,
    stage: Some(Stage::Name),
    prior: 0,
    weigh,
    steps: &[
        always("Open the same address in a browser on the same machine."),
        always("If that fails too, correct the name, or connect to the VPN."),
        always(
            "If it works there, look at where the program runs: a container or a hosted product asks another name server, and may need another address for the same Jira.",
        ),
    ],
    links: &[
        on_cloud(Link::new(
            "Basic auth for REST APIs",
            "https://developer.atlassian.com/cloud/jira/platform/basic-auth-for-rest-apis/",
        )),
        always(Link::new(
            "Atlassian status",
            "https://status.atlassian.com",
        )),
    ],
    rules: &[
        Rule::new(26, "DNS & FAIL|NOT|UNKNOWN|NOT_THERE|INVALID|UNREACHABLE"),
        Rule::new(20, "ADDRESS & UNKNOWN"),
    ],
    #[cfg(feature = "pages")]
    page: crate::problem::Page {
        meaning: &[
            "The name in the address could not be turned into a number, so nothing was sent. E-mail and token were not even tried.",
        ],
        causes: &[
            "The name is mistyped, or exists only inside the company's network or VPN, and the program runs elsewhere: in a container, in a cloud, at home. A new name may also not have spread yet.",
        ],
        wrong: r#"{"site":"https://jira.acme.example","paste":"curl: (6) Could not resolve host: jira.acme.example"}"#,
        right: r#"{"site":"https://jira.acme.example","request":{"method":"GET","url":"https://jira.acme.example/rest/api/2/myself"},"response":{"status":200,"body":"{\"name\":\"jdoe\",\"active\":true}"}}"#,
    },
};

fn weigh(facts: &Facts, score: &mut Score) {
    score.message(prose!(
        "The credentials weren't sent at all: the host wasn't found."
    ));
    // jira-facts.md 11 #59.
    if let Some(hit) = facts.hit(Signature::DnsFailed) {
        let why = prose!("The program could not find out where the host is.");
        score.reason(weight::PROOF, why).at(hit);
    }
    if let Some(hit) = facts.hit(Signature::Offline) {
        let why = prose!("The machine has no connection to the network.");
        score.reason(weight::STRONG, why).at(hit);
    }
    // jira-facts.md 4.8: so Firefox says of a host that is not found, and of one that refuses.
    if let Some(hit) = facts.hit(Signature::CorsRequestFailed) {
        let why = prose!("Firefox says that the call did not succeed, and names no status.");
        score.reason(weight::HINT, why).at(hit);
    }
}
