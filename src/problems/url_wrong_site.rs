use crate::advice::{always, on_cloud};
use crate::evidence::Field;
use crate::facts::Facts;
use crate::problem::{Fix, Group, Link, Problem, Score, Severity, Stage, weight};
use crate::prose::prose;
use crate::read::known_texts::Signature;
use crate::read::sentences::Rule;
use crate::read::site::SiteKind;

pub(super) static PROBLEM: Problem = Problem {
    id: "url-wrong-site",
    title: "No Jira site has this address",
    group: Group::SiteUrl,
    severity: Severity::Error,
    stage: Some(Stage::Front),
    prior: 0,
    weigh,
    steps: &[
        always(
            "Open Jira in a browser, signed in, and copy the address from there up to `.atlassian.net`.",
        ),
        always("Enter it instead of the misspelled one."),
        always(
            "If a token was already sent to the misspelt address, revoke it and make a new one.",
        ),
    ],
    links: &[
        on_cloud(Link::new(
            "API tokens",
            "https://id.atlassian.com/manage-profile/security/api-tokens",
        )),
        on_cloud(Link::new(
            "Revoke user API tokens",
            "https://support.atlassian.com/organization-administration/docs/revoke-user-api-tokens/",
        )),
    ],
    rules: &[Rule::new(
        20,
        "SITE & UNREACHABLE|NOT_THERE|INVALID - LICENSE|PERMISSION|PAGE|PROJECT|ISSUE|AUTHENTICATE|CREDENTIAL|APP|FILE",
    )],
    #[cfg(feature = "pages")]
    page: crate::problem::Page {
        meaning: &[
            "The address looks like an Atlassian site's but isn't one. Cloud sites end in `.atlassian.net`. Whatever is sent to a misspelled address goes to someone else, or nowhere.",
        ],
        causes: &[
            "`atlassian` is easily misspelt, and `.com`, where Atlassian's own pages are, comes to mind before `.net`.",
        ],
        wrong: r#"{"site":"https://acme.attlassian.net"}"#,
        right: r#"{"site":"https://acme.atlassian.net"}"#,
    },
};

fn weigh(facts: &Facts, score: &mut Score) {
    weigh_answer(facts, score);
    let misspelt = facts
        .called_sites()
        .find(|(_, site)| site.kind == SiteKind::Misspelt)
        .filter(|_| !facts.is_of_another_product());
    if let Some((place, _)) = misspelt {
        let why = prose!("The host that was called is misspelt.");
        score.reason(weight::PROOF + weight::HINT, why).at(place);
    }
    let Some(site) = &facts.site else { return };
    if site.kind != SiteKind::Misspelt {
        return;
    }
    let why = match &site.about {
        Some(about) => about.clone(),
        None => {
            prose!(
                "The end of this address is misspelt: the sites of Jira Cloud end in .atlassian.net."
            )
        }
    };
    // jira-facts.md 7: the suffix must fit to the letter.
    score
        .reason(weight::PROOF, why)
        .at(Field::Site)
        .fix(Fix::of_site(facts));
}

fn weigh_answer(facts: &Facts, score: &mut Score) {
    // jira-facts.md 4.4 and 11 #34: every name ends at Atlassian's edge, which answers so where no site has it.
    let known = facts.any_hit(&[
        Signature::PageUnavailable,
        Signature::SiteTemporarilyUnavailable,
    ]);
    if let Some(hit) = known {
        let why = prose!("Atlassian answers that there is no site with this name.");
        score.reason(weight::PROOF, why).at(hit);
    }
    let missing = facts
        .exchanges
        .iter()
        .find(|x| x.headers.get("atl-missing-tcs").is_some());
    if let Some(exchange) = missing.filter(|_| known.is_none()) {
        score
            .reason(
                weight::PROOF,
                prose!("Atlassian's edge knows no site with this name."),
            )
            .at(exchange);
    }
    let why =
        prose!("Atlascode says so where the answer is “not found”, whatever the credentials are.");
    if let Some(hit) = facts.hit(Signature::AtlascodeNotFound) {
        score.reason(weight::HINT + weight::FITS, why).at(hit);
    }
    // jira-facts.md 11 #35.
    let explained = [
        Signature::DeadLink,
        Signature::NoEndpoint,
        Signature::NullForUri,
        Signature::IssueUnseen,
        Signature::NoProject,
    ];
    let at_gateway =
        facts.called_kind() == Some(SiteKind::Gateway) && facts.any_hit(&explained).is_none();
    if let Some(exchange) = facts
        .exchange()
        .filter(|x| x.status == Some(404) && at_gateway)
    {
        let why = prose!("The gateway finds no site of this Cloud id, or no such product on it.");
        score.reason(weight::HINT + weight::FITS, why).at(exchange);
    }
    if !facts.is_cloud_site() || !score.is_empty() {
        return;
    }
    let explained = [
        Signature::DeadLink,
        Signature::NoEndpoint,
        Signature::NullForUri,
    ];
    let is_explained = facts.any_hit(&explained).is_some()
        || facts.doubled_path().is_some()
        || facts.called_below_a_page().is_some();
    if facts.status() == Some(404) && facts.asked().is_in_every_jira() && !is_explained {
        // jira-facts.md 4.1: with bad credentials this endpoint answers 401 or 200.
        score.reason(weight::STRONG + weight::FITS, prose!("Every site of Jira Cloud has the endpoint that was called, and here it is not found."));
    }
    // jira-facts.md 7: the certificate of an old name is for *.atlassian.net.
    if let Some(hit) = facts.hit(Signature::TlsHostname) {
        let why = prose!("The certificate is for other names than this one.");
        score.reason(weight::STRONG, why).at(hit);
    }
}
