use crate::advice::{on_cloud, on_server};
use crate::evidence::{Deployment, SignIn};
use crate::facts::Facts;
use crate::problem::{Group, Link, Problem, Score, Severity, Stage, weight};
use crate::prose::prose;
use crate::read::known_texts::Signature;
use crate::read::sentences::Rule;
use crate::read::token::TokenKind;

pub(super) static PROBLEM: Problem = Problem {
    id: "sso-credentials",
    title: "A single sign-on password was used",
    group: Group::SignOnAndAccount,
    severity: Severity::Error,
    stage: Some(Stage::SignIn),
    prior: 0,
    weigh,
    steps: &[
        on_cloud(
            "On Jira Cloud, create an API token and use it with your e-mail: that works with single sign-on.",
        ),
        on_server(
            "On Data Center, create a personal access token in your profile and send it with Bearer.",
        ),
    ],
    links: &[
        on_cloud(Link::new(
            "API tokens",
            "https://id.atlassian.com/manage-profile/security/api-tokens",
        )),
        on_server(Link::new(
            "Data Center: using personal access tokens",
            "https://confluence.atlassian.com/enterprise/using-personal-access-tokens-1026032365.html",
        )),
    ],
    rules: &[Rule::new(22, "SSO & PASSWORD|MISSING|NOT|DENIED|FAIL")],
    #[cfg(feature = "pages")]
    page: crate::problem::Page {
        meaning: &[
            "You sign in through your organization's sign-on page, and that password is not Jira's. A program never sees the sign-on page, so the password cannot work for it.",
        ],
        causes: &[
            "The same window asks for both, and nothing on it says that only the sign-on page knows the password.",
        ],
        wrong: r#"{"site":"https://jira.acme.example","email":"jdoe","token":"{{password}}","answers":{"deployment":"data-center","signIn":"sso"}}"#,
        right: r#"{"site":"https://jira.acme.example","email":"jdoe","token":"{{password}}","answers":{"deployment":"data-center","signIn":"password"}}"#,
    },
};

fn weigh(facts: &Facts, score: &mut Score) {
    if let Some(hit) = facts.hit(Signature::SsoOnly) {
        let why = prose!(
            "The message says that the account signs in elsewhere and has no password here."
        );
        score.reason(weight::PROOF, why).at(hit);
    }
    let is_password = facts
        .secret()
        .is_some_and(|secret| secret.kind == TokenKind::Password);
    if !is_password {
        return;
    }
    let refusal = facts.refusal();
    match facts.evidence.answers.sign_in {
        Some(SignIn::Sso) => {}
        Some(SignIn::Password) => return,
        None => {
            // jira-facts.md 11 #17: third of the causes of a server's 401.
            if let Some(sign) = refusal.filter(|_| facts.is_server()) {
                score.reason(weight::HINT - 2, sign.text).at(sign.place);
                score.message(prose!(
                    "The password may be one that only your organization's sign-on page knows."
                ));
            }
            return;
        }
    }
    if let Some(sign) = refusal {
        score.reason(weight::FITS, sign.text).at(sign.place);
        score.message(prose!(
            "You sign in through your organization's page, and only that page knows this password."
        ));
    }
    // The Aha! guide, confirmed by jira-facts.md 10. On Cloud no password works at all, which says more than this.
    let weight = match facts.deployment {
        Some(Deployment::Cloud) => weight::HINT,
        _ => weight::STRONG,
    };
    score.reason(weight, prose!("You sign in through your organization's page, and this has the shape of a password. Only that page knows it.")).at(facts.secret_field());
}
