use crate::advice::{always, on_cloud};
use crate::evidence::Product;
use crate::facts::Facts;
use crate::problem::{Group, Link, Problem, Score, Severity, Stage, weight};
use crate::prose::prose;
use crate::read::known_texts::Signature;
use crate::read::sentences::Rule;
use crate::read::token::TokenKind;

pub(super) static PROBLEM: Problem = Problem {
    id: "token-is-password",
    title: "A password was used instead of an API token",
    group: Group::Token,
    severity: Severity::Error,
    stage: Some(Stage::SignIn),
    prior: 5,
    weigh,
    steps: &[
        on_cloud("Open the API tokens page of your Atlassian account."),
        always(
            "Choose “Create API token” (not “with scopes”, unless the product asks for scopes), give it a name and an expiry day.",
        ),
        always(
            "Copy it right away, because it is shown only once, and enter it in place of the password.",
        ),
    ],
    links: &[
        on_cloud(Link::new(
            "API tokens",
            "https://id.atlassian.com/manage-profile/security/api-tokens",
        )),
        on_cloud(Link::new(
            "Deprecation notice: basic and cookie auth with passwords",
            "https://developer.atlassian.com/cloud/jira/platform/deprecation-notice-basic-auth-and-cookie-based-auth/",
        )),
    ],
    rules: &[Rule::new(26, "PASSWORD & UNSUPPORTED|REMOVED - EXPIRED")],
    #[cfg(feature = "pages")]
    page: crate::problem::Page {
        meaning: &[
            "An account password was entered where Jira Cloud needs an API token. Cloud accepts no password from a program, not even the right one.",
        ],
        causes: &[
            "The form says “password”, or the guide is from before 2019, when passwords still worked.",
        ],
        wrong: r#"{"site":"https://acme.atlassian.net","email":"jane@acme.example","token":"{{password}}"}"#,
        right: r#"{"site":"https://acme.atlassian.net","email":"jane@acme.example","token":"{{api-token}}"}"#,
    },
};

fn weigh(facts: &Facts, score: &mut Score) {
    weigh_answer(facts, score);
    let is_password = facts
        .secret()
        .is_some_and(|secret| secret.kind == TokenKind::Password);
    if !is_password
        || facts.maker().is_some()
        || facts.evidence.answers.product == Some(Product::Bitbucket)
    {
        return;
    }
    // jira-facts.md 1.1: every secret of Atlassian's has a shape of its own; 4.2: Cloud refuses passwords.
    if facts.is_cloud() {
        score.reason(weight::STRONG, prose!("This looks like a password. Jira Cloud needs an API token here, not a password.")).at(facts.secret_field());
    } else if facts.deployment.is_none() && facts.site.is_none() {
        score
            .reason(weight::HINT, prose!("This looks like a password. If your Jira is at atlassian.net, it needs an API token instead.")).at(facts.secret_field())
            .severity(Severity::Info);
    }
}

fn weigh_answer(facts: &Facts, score: &mut Score) {
    let kind = facts.secret_kind();
    let said = facts.any_hit(&[Signature::PasswordsDeprecated, Signature::BitbucketPassword]);
    if let Some(hit) = said {
        // jira-facts.md 4.2: a token that matches nothing has got this answer too.
        let weight = match kind {
            None | Some(TokenKind::Password) => weight::PROOF,
            _ => weight::HINT,
        };
        let why = prose!(
            "The answer says that passwords are no longer accepted and asks for an API token."
        );
        score.reason(weight, why).at(hit);
    }
    // jira-facts.md 4.8: the plain 401 of Jira Cloud, met by a parser of JSON.
    if let Some(hit) = facts.hit(Signature::PasswordTextForJson) {
        let why = prose!(
            "The program met a B where JSON was due: Jira says “Basic authentication with passwords is deprecated” in plain words."
        );
        score.reason(weight::STRONG, why).at(hit);
    }
    // jira-facts.md 9: the notice took this path's passwords away, too.
    let session = facts.calls().find(|(x, called)| {
        let is_session = ["/rest/auth/1/session", "/rest/auth/latest/session"]
            .iter()
            .any(|path| called.path.ends_with(path));
        is_session && x.status == Some(401)
    });
    if let Some((exchange, _)) = session.filter(|_| facts.is_cloud()) {
        let why = prose!(
            "The program opens a session with a user name and a password, and Jira Cloud takes no passwords."
        );
        score.reason(weight::STRONG, why).at(exchange);
    }
    // jira-facts.md 11 #9. On Cloud a password fails whatever else is wrong.
    let refused = facts.refusal().or_else(|| facts.forbidden());
    if let Some(sign) = refused.filter(|_| kind == Some(TokenKind::Password) && facts.is_cloud()) {
        score.reason(weight::HINT, sign.text).at(sign.place);
        score.message(prose!(
            "This looks like a password. Jira Cloud needs an API token here, not a password."
        ));
    }
}
