use crate::advice::{always, on_server};
use crate::facts::Facts;
use crate::problem::{Group, Link, Problem, Score, Severity, Stage, weight};
use crate::prose::prose;
use crate::read::header::Scheme;
use crate::read::known_texts::Signature;
use crate::read::sentences::Rule;
use crate::read::token::TokenKind;

pub(super) static PROBLEM: Problem = Problem {
    id: "basic-auth-disabled",
    title: "Basic authentication is turned off on this server",
    group: Group::AuthorizationHeader,
    severity: Severity::Error,
    stage: Some(Stage::SignIn),
    prior: 5,
    weigh,
    steps: &[
        always(
            "Sign in to Jira in a browser, open your profile, and create a personal access token there.",
        ),
        always(
            "Choose “Bearer” or “personal access token” in the product, and leave the user name empty.",
        ),
        always(
            "If the product supports only Basic, ask the administrator to add its address to the allowlist for Basic authentication.",
        ),
    ],
    links: &[
        on_server(Link::new(
            "Data Center: using personal access tokens",
            "https://confluence.atlassian.com/enterprise/using-personal-access-tokens-1026032365.html",
        )),
        always(Link::new(
            "Creating an allowlist when basic authentication is disabled",
            "https://confluence.atlassian.com/enterprise/creating-an-allowlist-when-basic-authentication-is-disabled-1044106574.html",
        )),
    ],
    rules: &[Rule::new(
        26,
        "BASIC & DISABLED|UNSUPPORTED|BLOCKED|DENIED|REMOVED - PASSWORD",
    )],
    #[cfg(feature = "pages")]
    page: crate::problem::Page {
        meaning: &[
            "This server accepts no user name and password from programs, not even the right ones. It needs a personal access token.",
        ],
        causes: &[
            "Administrators of Data Center can switch Basic authentication off, newer versions come with it off, and sign-on plug-ins switch it off too. A set-up that worked then stops after an update.",
        ],
        wrong: r#"{"site":"https://jira.acme.example","email":"jdoe","token":"{{password}}","response":{"status":403,"body":"{\"message\":\"Basic Authentication has been disabled on this instance.\"}"},"answers":{"deployment":"data-center"}}"#,
        right: r#"{"site":"https://jira.acme.example","token":"{{dc-pat}}","authorization":"Bearer {{dc-pat}}","answers":{"deployment":"data-center"}}"#,
    },
};

fn weigh(facts: &Facts, score: &mut Score) {
    // jira-facts.md 4.3.
    if let Some(hit) = facts.hit(Signature::BasicDisabled) {
        let why =
            prose!("The answer says that Basic authentication is switched off on this server.");
        score.reason(weight::PROOF, why).at(hit);
        return;
    }
    let goes_with_basic = matches!(
        facts.secret_kind(),
        Some(TokenKind::Password | TokenKind::DataCenterPat) | None
    );
    if !facts.is_server() || !goes_with_basic {
        return;
    }
    // jira-facts.md 11 #27: it comes with 403, where a wrong password gets 401.
    if let Some(sign) = facts.forbidden() {
        // After the permissions and the CAPTCHA, which get the same answer.
        score
            .against(weight::FITS + 2)
            .reason(weight::FITS, sign.text)
            .at(sign.place);
        score.message(prose!(
            "The server may have Basic authentication switched off. It answers 403 then."
        ));
    // jira-facts.md 4.3: from version 11.3 on no server takes Basic.
    } else if !facts.has_answer() && sends_pat_with_basic(facts) {
        let why = prose!(
            "A personal access token is sent with Basic. Newer servers refuse Basic whatever it carries."
        );
        score.reason(weight::FITS, why).at(facts.secret_field());
    }
}

fn sends_pat_with_basic(facts: &Facts) -> bool {
    let header = facts.authorization.as_ref();
    facts.secret_kind() == Some(TokenKind::DataCenterPat)
        && header.is_some_and(|header| header.scheme == Scheme::Basic)
}
