use crate::advice::{always, on_cloud};
use crate::evidence::Field;
use crate::facts::Facts;
use crate::input::Placed;
use crate::problem::{Fix, Group, Link, Problem, Score, Severity, Stage, weight};
use crate::prose::prose;
use crate::read::token::{Checksum, Token, TokenFlawKind, TokenKind};
use crate::span::Span;

pub(super) static PROBLEM: Problem = Problem {
    id: "token-damaged",
    title: "The token was damaged when it was copied",
    group: Group::Token,
    severity: Severity::Error,
    stage: Some(Stage::SignIn),
    prior: 5,
    weigh,
    steps: &[
        always(
            "Copy the token again from where you keep it, with the copy button if there is one.",
        ),
        always(
            "If you no longer have it whole, create a new one: Atlassian shows a token only once.",
        ),
        always("In a `.env` file or a script, put it between single quotes."),
    ],
    links: &[
        on_cloud(Link::new(
            "API tokens",
            "https://id.atlassian.com/manage-profile/security/api-tokens",
        )),
        on_cloud(Link::new(
            "Manage API tokens for your Atlassian account",
            "https://support.atlassian.com/atlassian-account/docs/manage-api-tokens-for-your-atlassian-account/",
        )),
    ],
    rules: &[],
    #[cfg(feature = "pages")]
    page: crate::problem::Page {
        meaning: &[
            "The token is not as Atlassian made it: something is missing, was added, or was changed on the way into the field. The last eight characters of an API token are a checksum of the rest, so this can be told without asking anyone.",
        ],
        causes: &[
            "A double-click selects only part of it; a chat or a manual adds quotes or spaces; a tool that splits at `=` drops the end; an e-mail program wraps the line.",
        ],
        wrong: r#"{"token":"\"{{api-token}}\""}"#,
        right: r#"{"token":"{{api-token}}"}"#,
    },
};

fn weigh(facts: &Facts, score: &mut Score) {
    let sent = facts.sent_secret();
    for token in facts.token.iter().chain(&sent) {
        if !matches!(token.kind, TokenKind::Empty | TokenKind::Encoded) {
            weigh_flaws(token, score);
            weigh_checksum(token, score);
        }
    }
}

/// jira-facts.md 8: quotes, blanks, line ends and invisible characters go to Jira as part of the token.
fn weigh_flaws(token: &Placed<Token>, score: &mut Score) {
    let has_shape = token.kind.is_secret() && token.kind != TokenKind::Password;
    for flaw in &token.flaws {
        // Some programs take the scheme away; others add a second one.
        let weight = match flaw.kind {
            TokenFlawKind::Scheme => weight::STRONG,
            _ => weight::PROOF,
        };
        score
            .reason(weight, flaw.why.clone())
            .at(token.part(flaw.span));
    }
    if token.flaws.is_empty() || token.field != Field::Token {
        return;
    }
    if !has_shape {
        // A password may really begin with a blank or a quote.
        score.severity(Severity::Warning);
    }
    score.fix(
        Fix::new(prose!("Take away what does not belong to the token"))
            .set(Field::Token, token.clean.clone()),
    );
}

/// jira-facts.md 1.2: the checksum proves the loss. It warns and never refuses, since a token is opaque (jira-facts.md 1).
fn weigh_checksum(token: &Placed<Token>, score: &mut Score) {
    match token.checksum {
        Checksum::None | Checksum::Intact => {}
        Checksum::CutOff => {
            score.reason(weight::PROOF, prose!("The end of the token is missing: an API token ends with `=` and eight hexadecimal digits.")).at(token.place());
        }
        Checksum::Damaged { at: Some(start) } => {
            score.reason(weight::PROOF, prose!("The token's checksum doesn't match. One wrong character would explain it: number {position}.", position = (start + 1).to_string())).at(token.part(Span { start, end: start + 1 }));
        }
        Checksum::Damaged { at: None } => {
            score.reason(weight::PROOF, prose!("The token's checksum doesn't match: characters are missing, added or changed.")).at(token.place());
        }
    }
}
