use crate::advice::{always, on_cloud, on_server};
use crate::evidence::Field;
use crate::facts::Facts;
use crate::grammar::placeholder;
use crate::problem::{Group, Link, Problem, Score, Severity, Stage, weight};
use crate::prose::prose;
use crate::read::header::HeaderFlawKind;
use crate::read::known_texts::Signature;
use crate::read::sentences::Rule;
use crate::read::token::TokenKind;

pub(super) static PROBLEM: Problem = Problem {
    id: "token-missing",
    title: "The token is missing",
    group: Group::Token,
    severity: Severity::Error,
    stage: Some(Stage::SignIn),
    prior: 5,
    weigh,
    steps: &[
        on_cloud(
            "On Jira Cloud, create an API token on the API tokens page of your Atlassian account.",
        ),
        on_server("On Data Center, create a personal access token in your profile."),
        always("Put it into the token field."),
        always(
            "If a variable should have filled it, check that it is set for the program itself and not only in your own terminal.",
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
    rules: &[Rule::new(
        24,
        "TOKEN|PASSWORD|CREDENTIAL & EMPTY|MISSING - SCOPE|PERMISSION|XSRF|VERSION|HEADER|CERTIFICATE|PARSE|FORMAT",
    )],
    #[cfg(feature = "pages")]
    page: crate::problem::Page {
        meaning: &["There is no token. Jira then refuses the call, or shows only what is public."],
        causes: &[
            "The field was left empty, a variable wasn't set where the program runs, or a form cleared the field when it was saved again.",
        ],
        wrong: r#"{"site":"https://acme.atlassian.net","email":"jane@acme.example","token":""}"#,
        right: r#"{"site":"https://acme.atlassian.net","email":"jane@acme.example","token":"{{api-token}}"}"#,
    },
};

fn weigh(facts: &Facts, score: &mut Score) {
    let header = facts.authorization.as_ref();
    let header_flaw = header.and_then(|header| {
        header
            .flaws
            .iter()
            .find(|flaw| flaw.kind == HeaderFlawKind::SecretMissing)
    });
    if let Some(flaw) = header_flaw {
        score
            .reason(
                weight::PROOF,
                prose!("The header has a user but no token after the colon."),
            )
            .at((Field::Authorization, flaw.span));
    }
    if let Some(hit) = facts.hit(Signature::TokenNotFound) {
        let why = prose!("The message says that no secret was found under the name that was set.");
        score.reason(weight::STRONG, why).at(hit);
    }
    let sends_a_secret =
        header.is_some_and(|header| header.secret.is_some()) && header_flaw.is_none();
    if sends_a_secret {
        return;
    }
    let is_empty = facts
        .token
        .as_ref()
        .is_some_and(|token| token.kind == TokenKind::Empty);
    let typed = facts.evidence.text(Field::Token).unwrap_or_default();
    if is_empty {
        score
            .reason(weight::PROOF, prose!("The token field is empty."))
            .at(Field::Token);
    } else if let Some(hit) = facts
        .hit(Signature::Unconfigured)
        .filter(|_| facts.token.is_none())
    {
        let why = prose!("The program says that a setting is missing, and no token is named.");
        score.reason(weight::HINT, why).at(hit);
    } else if placeholder::is_nothing(typed) {
        score
            .reason(
                weight::PROOF,
                prose!("A program printed here that it had no token."),
            )
            .at(Field::Token);
    }
}
