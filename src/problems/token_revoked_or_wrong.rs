use crate::advice::{always, on_cloud, on_server};
use crate::facts::Facts;
use crate::problem::{Group, Link, Problem, Score, Severity, Stage, weight};
use crate::prose::{Prose, prose};
use crate::read::known_texts::Signature;
use crate::read::sentences::Rule;
use crate::read::token::TokenKind;

pub(super) static PROBLEM: Problem = Problem {
    id: "token-revoked-or-wrong",
    title: "Jira doesn't accept these credentials",
    group: Group::Token,
    severity: Severity::Error,
    stage: Some(Stage::SignIn),
    prior: 0,
    weigh,
    steps: &[
        on_cloud(
            "Open the API tokens page, signed in as the account of the e-mail, and look whether the token is listed there.",
        ),
        on_server(
            "On Data Center, open your profile and look whether the personal access token is listed there; try a password on the login page.",
        ),
        always("Create a new token and put it in."),
        always("Test it with a call of `myself`: other addresses also answer without a sign-in."),
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
    rules: &[
        Rule::new(
            25,
            "CREDENTIAL|TOKEN|PASSWORD & INVALID|DENIED - EMPTY|PERMISSION|XSRF|CERTIFICATE|SIGNATURE|SCOPE|EXPIRED|LICENSE|PROXY|CONSUMER|MISSING|PARSE|FORMAT",
        ),
        Rule::new(
            20,
            "USER|AUTHENTICATE & INVALID|DENIED|NOT_THERE & AUTHENTICATE|PASSWORD|TOKEN - UNTRUSTED|EMPTY|PERMISSION|XSRF|CERTIFICATE|SIGNATURE|SCOPE|LICENSE|PROXY|MISSING|ADMIN|DISABLED|PARSE|FORMAT",
        ),
        Rule::new(
            12,
            "AUTHENTICATE & FAIL|INVALID|DENIED - PROXY|PERMISSION|EMPTY|MISSING|CERTIFICATE|CHANNEL|TIMEOUT|XSRF|DISABLED|CONNECTION|SCOPE|PARSE|FORMAT",
        ),
    ],
    #[cfg(feature = "pages")]
    page: crate::problem::Page {
        meaning: &[
            "Jira read the credentials and doesn't know them. A revoked token, one of another account and one with a wrong letter all get this answer.",
        ],
        causes: &[
            "Somebody revoked the token, perhaps Atlassian, because it was found in a public place. Or the account is deactivated, or the token is only a minute old. On a server of your own, the password was changed or mistyped.",
        ],
        wrong: r#"{"site":"https://acme.atlassian.net","email":"jane@acme.example","token":"{{api-token}}","request":{"url":"https://acme.atlassian.net/rest/api/3/myself"},"response":{"status":401,"body":"Client must be authenticated to access this resource."}}"#,
        right: r#"{"site":"https://acme.atlassian.net","email":"jane@acme.example","token":"{{api-token}}","request":{"url":"https://acme.atlassian.net/rest/api/3/myself"},"response":{"status":200,"headers":{"x-aaccountid":"712020:1"},"body":"{\"accountId\":\"712020:1\",\"emailAddress\":\"jane@acme.example\",\"active\":true}"}}"#,
    },
};

fn weigh(facts: &Facts, score: &mut Score) {
    let said = facts.any_hit(&[Signature::TokenRevoked, Signature::AccountInactive]);
    if let Some(hit) = said {
        let why = prose!("The message says that the token or the account was switched off.");
        score.reason(weight::PROOF, why).at(hit);
    }
    // jira-facts.md 4.3 and 11 #22: after the missing access.
    if let Some(hit) = facts
        .hit(Signature::NoConfluenceAccess)
        .filter(|_| !facts.credential_was_taken())
    {
        let why = prose!("Confluence says the same where the credential was not taken.");
        score
            .reason(weight::HINT, why)
            .at(hit)
            .message(message(facts));
    }
    let Some(sign) = facts.refusal() else { return };
    // jira-facts.md 11 #7 and #17: first of the causes that nothing on the wire tells apart.
    score
        .reason(weight::HINT + weight::FITS, sign.text)
        .at(sign.place);
    score.message(message(facts));
    // A secret that could not be taken in any case, or a call without its user, explains the refusal by itself.
    if facts.is_cloud() && !facts.secret_may_be_good() {
        score.against(weight::HINT);
    }
    if facts.user_is_unknown() && facts.anonymous_answer().is_some() {
        score.against(weight::FITS);
    }
}

fn message(facts: &Facts) -> Prose {
    match facts.secret_kind() {
        Some(TokenKind::DataCenterPat) => {
            prose!(
                "Jira rejected this personal access token. It may have been revoked, or part of it may be missing."
            )
        }
        Some(TokenKind::Password) if !facts.is_cloud() => {
            prose!("The server didn't accept this user name and password.")
        }
        _ => prose!(
            "Jira rejected this token or password. It may have been revoked, or it may not be the one that you meant."
        ),
    }
}
