use crate::advice::{always, on_cloud, on_server};
use crate::evidence::{Failure, SignIn};
use crate::facts::Facts;
use crate::facts::network::Redirect;
use crate::problem::{Group, Link, Problem, Score, Severity, Stage, weight};
use crate::prose::prose;
use crate::read::exchange::{Exchange, Speaker};
use crate::read::known_texts::Signature;
use crate::read::sentences::{Rule, fold};

pub(super) static PROBLEM: Problem = Problem {
    id: "redirect-to-login",
    title: "A sign-on page answered instead of Jira",
    group: Group::NetworkAndGateway,
    severity: Severity::Error,
    stage: Some(Stage::Front),
    prior: 0,
    weigh,
    steps: &[
        always(
            "Check the address: the program must call `/rest/api/…` below it and no page that you see in the browser.",
        ),
        always(
            "Ask who runs the server for an address that programs may use, or for an exception for `/rest/` in the sign-on proxy.",
        ),
        on_server(
            "On Data Center, use a personal access token with Bearer once the proxy lets it through.",
        ),
    ],
    links: &[
        on_server(Link::new(
            "Data Center: Using personal access tokens",
            "https://confluence.atlassian.com/enterprise/using-personal-access-tokens-1026032365.html",
        )),
        on_cloud(Link::new(
            "Jira Cloud REST API: Myself",
            "https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-myself/",
        )),
    ],
    rules: &[Rule::new(20, "LOGIN_PAGE & NOT|FAIL|INVALID")],
    #[cfg(feature = "pages")]
    page: crate::problem::Page {
        meaning: &[
            "The program asked Jira for data and was shown a page where people sign in. A program cannot fill it in, so its credentials were never tried.",
        ],
        causes: &[
            "An identity proxy in front of the server (Okta, Entra, ADFS, Cloudflare Access) accepts browsers only, or the program called a web page instead of the API.",
        ],
        wrong: r#"{"site":"https://jira.acme.example","request":{"method":"GET","url":"https://jira.acme.example/rest/api/2/myself"},"response":{"status":302,"headers":{"Location":"https://acme.okta.com/app/jira/sso/saml"}},"answers":{"deployment":"data-center"}}"#,
        right: r#"{"site":"https://jira.acme.example","answers":{"deployment":"data-center"},"request":{"method":"GET","url":"https://jira.acme.example/rest/api/2/myself"},"response":{"status":200,"body":"{\"name\":\"jdoe\",\"active\":true}"}}"#,
    },
};

fn weigh(facts: &Facts, score: &mut Score) {
    score.message(prose!(
        "The credentials weren't tried: a sign-on page answered instead of Jira."
    ));
    if facts.is_proxy_page() {
        return;
    }
    // jira-facts.md 4.5 and 11 #38: REST paths do not send anyone to a login.
    if let Some((exchange, _)) = facts.redirect(Redirect::Login) {
        score
            .reason(
                weight::PROOF + weight::HINT,
                prose!("The answer redirects to a sign-in page."),
            )
            .at(exchange);
    }
    // A browser does not say where a redirect leads.
    if let Some(exchange) = facts.failed(Failure::Redirected) {
        let why = prose!("The answer redirects to another address, usually a sign-in page.");
        score.reason(weight::STRONG, why).at(exchange);
    }
    if let Some(exchange) = facts.answered(Speaker::SignOn) {
        score
            .reason(
                weight::PROOF,
                prose!("A sign-on service answered, and not Jira."),
            )
            .at(exchange);
    }
    // jira-facts.md 11 #61: Cloud's interface sends nobody on; its pages do, to the sign-in.
    if let Some(hit) = facts
        .hit(Signature::Redirect302)
        .filter(|_| facts.is_cloud())
    {
        let why =
            prose!("The program met a redirect where data was due, as pages for people answer.");
        score.reason(weight::STRONG, why).at(hit);
    }
    // Pages of Jira's own refusals link to its login, too.
    let is_refusal = matches!(facts.status(), Some(400..));
    if let Some(hit) = facts.any_hit(&[Signature::RedirectLogin, Signature::RedirectSso]) {
        let why = prose!("The answer is a login page, or the way to one.");
        score
            .reason(
                if is_refusal {
                    weight::HINT
                } else {
                    weight::PROOF
                },
                why,
            )
            .at(hit);
    }
    if let Some(exchange) = facts
        .exchange()
        .filter(|x| is_sign_in(x) && score.is_empty())
    {
        let why = prose!("The title of the page says that it is for signing in.");
        score.reason(weight::STRONG, why).at(exchange);
    }
    if score.is_empty() {
        weigh_page(facts, score);
    }
}

/// A page with a good status whose title is a sign-on page's.
fn is_sign_in(exchange: &Exchange) -> bool {
    // "Sign in to your network" is no sign-on page of Jira's.
    const TITLES: [&str; 6] = [
        "sign in",
        "log in",
        "login",
        "sign on",
        "anmelden",
        "connexion",
    ];
    let title = exchange.body.title.as_deref().unwrap_or_default();
    let title: String = title.chars().map(fold).collect();
    matches!(exchange.status, None | Some(200..=299))
        && title
            .split(['-', '–', '|', ':', '·'])
            .any(|part| TITLES.contains(&part.trim()))
}

/// A page with a good status, in place of data (jira-facts.md 11 #6).
fn weigh_page(facts: &Facts, score: &mut Score) {
    let is_no_data = facts.any_hit(&NOT_DATA).is_some();
    if !facts.may_be_server() || !(is_no_data || facts.is_page()) {
        return;
    }
    // Without a status, it may be any page.
    let weight = match facts.status() {
        Some(200..=299) => weight::STRONG,
        None => weight::HINT,
        Some(_) => return,
    };
    score.reason(weight, prose!("Your own server answers with a web page instead of data. Usually that is a single sign-on page."));
    if facts.evidence.answers.sign_in == Some(SignIn::Sso) {
        score.reason(
            weight::HINT,
            prose!("People sign in to this Jira through their organization's sign-on page."),
        );
    }
}

const NOT_DATA: [Signature; 2] = [Signature::HtmlForJson, Signature::NotJson];
