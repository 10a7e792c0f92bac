use crate::advice::{always, on_cloud};
use crate::evidence::Field;
use crate::facts::Facts;
use crate::grammar::token_shape;
use crate::problem::{Fix, Group, Link, Problem, Score, Severity, Stage, weight};
use crate::prose::prose;
use crate::read::token::TokenKind;
use crate::text::base64;

pub(super) static PROBLEM: Problem = Problem {
    id: "token-already-encoded",
    title: "The token is already encoded",
    group: Group::Token,
    severity: Severity::Error,
    stage: Some(Stage::SignIn),
    prior: 5,
    weigh,
    steps: &[
        always("Put only the token itself into the token field, and the e-mail into its own."),
        always(
            "Keep the encoded value for the places that ask for a whole `Authorization` header.",
        ),
    ],
    links: &[on_cloud(Link::new(
        "Basic auth for REST APIs",
        "https://developer.atlassian.com/cloud/jira/platform/basic-auth-for-rest-apis/",
    ))],
    rules: &[],
    #[cfg(feature = "pages")]
    page: crate::problem::Page {
        meaning: &[
            "The finished header, or its base64 value, is in the token field. The program encodes what you type, so it is encoded twice.",
        ],
        causes: &[
            "Guides show how to build the header by hand with `base64`, but forms ask for the token only.",
        ],
        wrong: r#"{"email":"jane@acme.example","token":"{{b64:jane@acme.example:{{api-token}}}}"}"#,
        right: r#"{"email":"jane@acme.example","token":"{{api-token}}"}"#,
    },
};

fn weigh(facts: &Facts, score: &mut Score) {
    let Some(token) = facts
        .token
        .as_ref()
        .filter(|token| token.kind == TokenKind::Encoded)
    else {
        return;
    };
    let reason = match token.pair {
        Some(_) => {
            prose!("This holds both the e-mail and the token. Only the token belongs here.")
        }
        None => prose!("This is the token in base64. The token itself belongs here."),
    };
    score.reason(weight::PROOF, reason).at(Field::Token);
    let alone = base64::text(token.clean.expose()).filter(|_| token.pair.is_none());
    if let Some(decoded) = alone.filter(|text| token_shape::is_token(text.trim())) {
        score.fix(Fix::new(prose!("Use the token itself")).set(Field::Token, decoded.trim()));
    }
    if let Some((user, secret)) = &token.pair {
        score.fix(
            Fix::new(prose!("Take e-mail and token apart"))
                .set_hidden(Field::Email, user.as_str())
                .set(Field::Token, secret.clone()),
        );
    }
}
