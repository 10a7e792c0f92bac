use crate::advice::{always, on_cloud};
use crate::evidence::Product;
use crate::facts::Facts;
use crate::problem::{Group, Link, Problem, Score, Severity, Stage, weight};
use crate::prose::prose;
use crate::read::account::AccountKind;
use crate::read::token::TokenKind;

pub(super) static PROBLEM: Problem = Problem {
    id: "username-not-email",
    title: "Jira Cloud needs the e-mail address",
    group: Group::UserName,
    severity: Severity::Error,
    stage: Some(Stage::SignIn),
    prior: 0,
    weigh,
    steps: &[
        always(
            "Open `https://id.atlassian.com` and look up the e-mail address of the account that made the token.",
        ),
        always("Put this whole address into the field, also where it is called `user name`."),
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
    rules: &[],
    #[cfg(feature = "pages")]
    page: crate::problem::Page {
        meaning: &[
            "Jira Cloud identifies an account by its e-mail address only. A user name, a person's name or an account ID isn't recognized, and the token is then refused as if it were wrong.",
        ],
        causes: &[
            "Servers of one's own sign in with a user name, and a set-up was moved from there. Many forms still call the field `user name`.",
        ],
        wrong: r#"{"site":"https://acme.atlassian.net","email":"jdoe","token":"{{api-token}}"}"#,
        right: r#"{"site":"https://acme.atlassian.net","email":"jane@acme.example","token":"{{api-token}}"}"#,
    },
};

fn weigh(facts: &Facts, score: &mut Score) {
    let Some(account) = facts.user() else {
        return;
    };
    let why = match account.kind {
        AccountKind::UserName => {
            prose!("This is a user name. Jira Cloud needs the account's e-mail address.")
        }
        AccountKind::DisplayName => {
            prose!("This is a person's name. Jira Cloud needs the account's e-mail address.")
        }
        AccountKind::AccountId => {
            prose!("This is an account ID. Jira Cloud needs the account's e-mail address.")
        }
        _ => return,
    };
    if facts.needs_no_user() {
        return;
    }
    let api_token = facts.secret_kind() == Some(TokenKind::ApiToken);
    let bitbucket = facts.evidence.answers.product == Some(Product::Bitbucket);
    // jira-facts.md 8: on Cloud the e-mail is required.
    if facts.is_cloud() {
        score.reason(weight::PROOF, why).at(account.place());
    // An API token belongs to an account of Cloud (jira-facts.md 1.1), wherever it is used.
    } else if api_token && (facts.site.is_none() || bitbucket) {
        score.reason(weight::STRONG, why).at(account.place());
    }
}
