use crate::advice::{always, on_cloud};
use crate::evidence::Field;
use crate::facts::Facts;
use crate::problem::{Group, Link, Problem, Score, Severity, Stage, weight};
use crate::prose::prose;
use crate::read::account::AccountKind;
use crate::read::header::HeaderFlawKind;
use crate::read::sentences::Rule;
use crate::read::site::SiteKind;
use crate::read::token::TokenKind;

pub(super) static PROBLEM: Problem = Problem {
    id: "username-missing",
    title: "The e-mail or user name is missing",
    group: Group::UserName,
    severity: Severity::Error,
    stage: Some(Stage::SignIn),
    prior: 0,
    weigh,
    steps: &[
        always("Put the e-mail address of the account that made the token into the field."),
        always(
            "If there is only one field, check whether the product expects `email:token` in it.",
        ),
    ],
    links: &[
        on_cloud(Link::new(
            "Basic auth for REST APIs",
            "https://developer.atlassian.com/cloud/jira/platform/basic-auth-for-rest-apis/",
        )),
        on_cloud(Link::new(
            "Manage API tokens for your Atlassian account",
            "https://support.atlassian.com/atlassian-account/docs/manage-api-tokens-for-your-atlassian-account/",
        )),
    ],
    rules: &[Rule::new(
        24,
        "USER|EMAIL & EMPTY|NULL|MISSING - SCOPE|PERMISSION|LICENSE|FIELD|PROJECT",
    )],
    #[cfg(feature = "pages")]
    page: crate::problem::Page {
        meaning: &[
            "An API token alone doesn't say whose it is. Jira Cloud needs it together with its account's e-mail address, joined as `email:token`. Without the e-mail, Jira treats the call as if nobody had signed in.",
        ],
        causes: &[
            "The field was left empty, or the product has a single field for the token that expects both, or a setting for the user isn't set where the program runs.",
        ],
        wrong: r#"{"site":"https://acme.atlassian.net","email":"","token":"{{api-token}}"}"#,
        right: r#"{"site":"https://acme.atlassian.net","email":"jane@acme.example","token":"{{api-token}}"}"#,
    },
};

fn weigh(facts: &Facts, score: &mut Score) {
    weigh_answer(facts, score);
    if let Some(header) = &facts.authorization {
        // jira-facts.md 4.1 and 8: without a user before the colon the call is served as anonymous.
        let flaw = header
            .flaws
            .iter()
            .find(|flaw| flaw.kind == HeaderFlawKind::UserMissing);
        if let Some(flaw) = flaw {
            let why =
                prose!("There is nothing before the colon in the header, where the user belongs.");
            score
                .reason(weight::PROOF, why)
                .at((Field::Authorization, flaw.span));
        }
        return;
    }
    let (Some(account), Some(token)) = (&facts.account, &facts.token) else {
        return;
    };
    if account.kind != AccountKind::Empty || facts.needs_no_user() {
        return;
    }
    // jira-facts.md 3 and 8: an API token needs its e-mail on the site and on the gateway.
    let api_token = token.kind == TokenKind::ApiToken && facts.site.is_none();
    let blank_form = token.kind == TokenKind::Empty && facts.site_kind() == Some(SiteKind::Empty);
    if facts.is_cloud() || api_token || blank_form {
        score.reason(weight::PROOF, prose!("The e-mail is empty. Jira Cloud accepts an API token only together with its account's e-mail address.")).at(Field::Email);
    // A server takes a personal access token alone, and this may be an unusual one.
    } else if facts.is_server() && token.kind == TokenKind::Password {
        score
            .reason(
                weight::STRONG,
                prose!("The user name is empty, and a password needs one."),
            )
            .at(Field::Email);
    }
}

/// An API token is all that was named, and something was answered: perhaps it went alone. jira-facts.md 11 #10: then the answer
/// lacks the header that a pair gets.
fn weigh_answer(facts: &Facts, score: &mut Score) {
    let alone = facts.account.is_none() && facts.authorization.is_none();
    let api_token = facts.secret_kind() == Some(TokenKind::ApiToken);
    if !(alone && api_token && facts.is_cloud()) || facts.credential_was_taken() {
        return;
    }
    let refused = facts
        .refusal()
        .or_else(|| facts.nothing_seen())
        .or_else(|| facts.forbidden());
    // What a program printed may say nothing that is known.
    let unread = facts.evidence.paste.is_some() && !facts.has_answer();
    if refused.is_some() || unread {
        let why = prose!("No e-mail is given, and an API token doesn't work on its own.");
        score.reason(weight::FITS, why).at(Field::Email);
    }
    if let Some(sign) = facts.nothing_reached_jira() {
        score.reason(weight::HINT, sign.text).at(sign.place);
    }
}
