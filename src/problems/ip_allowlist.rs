use crate::advice::always;
use crate::facts::Facts;
use crate::problem::{Group, Link, Problem, Score, Severity, Stage, weight};
use crate::prose::prose;
use crate::read::known_texts::Signature;
use crate::read::sentences::Rule;

pub(super) static PROBLEM: Problem = Problem {
    id: "ip-allowlist",
    title: "This network isn't on the allowlist",
    group: Group::NetworkAndGateway,
    severity: Severity::Error,
    stage: Some(Stage::Front),
    prior: 0,
    weigh,
    steps: &[
        always(
            "If you run the program yourself, connect to the VPN or the office network and try again.",
        ),
        always("If a product calls for you, ask its makers for the addresses that they call from."),
        always(
            "Give these to an administrator of the organization, who adds them to the IP allowlist.",
        ),
        always("Do not make a new token: it would be refused too."),
    ],
    links: &[always(Link::new(
        "Scope of IP allowlists in Atlassian Cloud",
        "https://confluence.atlassian.com/pages/viewpage.action?pageId=1384133808",
    ))],
    rules: &[Rule::new(26, "IP|ALLOWLIST|FIREWALL & DENIED|BLOCKED|NOT")],
    #[cfg(feature = "pages")]
    page: crate::problem::Page {
        meaning: &[
            "The e-mail and token aren't the problem. The organization allows only certain networks, and the program calls from another one.",
        ],
        causes: &[
            "An administrator maintains a list of allowed IP addresses. A cloud product calls from its own addresses, not from your office's; at home without the VPN you are outside as well.",
        ],
        wrong: r#"{"site":"https://acme.atlassian.net","response":{"status":403,"body":"{\"errorMessages\":[\"The IP address has been rejected because it is not on the allowed list. See your admin for more information.\"],\"errors\":{}}"}}"#,
        right: r#"{"site":"https://acme.atlassian.net","request":{"method":"GET","url":"https://acme.atlassian.net/rest/api/3/myself"},"response":{"status":200,"body":"{\"accountId\":\"712020:x\",\"active\":true}"}}"#,
    },
};

fn weigh(facts: &Facts, score: &mut Score) {
    score.message(prose!(
        "Not the token is refused but the network that the call came from."
    ));
    // jira-facts.md 4.3 and 11 #20.
    if let Some(hit) = facts.hit(Signature::IpRejected) {
        let why = prose!("Atlassian refuses the address that the call came from.");
        score.reason(weight::PROOF, why).at(hit);
    } else if let Some(sign) = facts
        .forbidden()
        .filter(|_| facts.is_cloud() && facts.evidence.answers.worked_before == Some(true))
    {
        let why = prose!(
            "It worked before: perhaps the call comes from another address now, or the list of allowed ones was changed."
        );
        score.reason(weight::FITS, why).at(sign.place);
        score.message(prose!(
            "The network that the call comes from may no longer be allowed."
        ));
    }
}
