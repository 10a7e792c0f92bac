use crate::advice::{always, on_cloud, on_server};
use crate::evidence::{Field, SentScheme};
use crate::facts::Facts;
use crate::problem::{Fix, Group, Link, Problem, Score, Severity, Stage, weight};
use crate::prose::prose;
use crate::read::header::{Credentials, Header, Scheme};
use crate::read::known_texts::Signature;
use crate::read::sentences::Rule;
use crate::read::site::SiteKind;
use crate::read::token::{Token, TokenKind};

pub(super) static PROBLEM: Problem = Problem {
    id: "auth-scheme-wrong",
    title: "Basic and Bearer are mixed up",
    group: Group::AuthorizationHeader,
    severity: Severity::Error,
    stage: Some(Stage::SignIn),
    prior: 5,
    weigh,
    steps: &[
        on_cloud(
            "For an API token on Jira Cloud choose “Basic” or “e-mail and API token”, and fill in the e-mail.",
        ),
        on_server(
            "For a personal access token on Data Center, choose “Bearer” or “personal access token”, and leave the user name empty.",
        ),
        always("For a service account's token use `Bearer` at the gateway address."),
    ],
    links: &[
        on_cloud(Link::new(
            "Basic auth for REST APIs",
            "https://developer.atlassian.com/cloud/jira/platform/basic-auth-for-rest-apis/",
        )),
        on_server(Link::new(
            "Data Center: using personal access tokens",
            "https://confluence.atlassian.com/enterprise/using-personal-access-tokens-1026032365.html",
        )),
    ],
    rules: &[Rule::new(22, "BASIC|BEARER & INVALID|UNSUPPORTED|MISSING")],
    #[cfg(feature = "pages")]
    page: crate::problem::Page {
        meaning: &[
            "The secret is sent the wrong way. Jira Cloud accepts an API token with `Basic`, together with the e-mail. Jira Data Center accepts a personal access token with `Bearer`, without a user name.",
        ],
        causes: &[
            "Cloud and Data Center work the other way round, and a program made for one of them was pointed at the other. Some programs switch to `Bearer` when the e-mail is empty.",
        ],
        wrong: r#"{"site":"https://acme.atlassian.net","email":"jane@acme.example","token":"{{api-token}}","authorization":"Bearer {{api-token}}"}"#,
        right: r#"{"site":"https://acme.atlassian.net","email":"jane@acme.example","token":"{{api-token}}","authorization":"Basic {{b64:jane@acme.example:{{api-token}}}}"}"#,
    },
};

fn weigh(facts: &Facts, score: &mut Score) {
    match (&facts.authorization, facts.secret()) {
        (Some(header), Some(secret)) => weigh_header(facts, header, secret, score),
        (None, Some(token)) => weigh_fields(facts, token, score),
        _ => {}
    }
    if facts.authorization.is_none() {
        weigh_stated(facts, score);
    }
    weigh_answer(facts, score);
}

fn weigh_answer(facts: &Facts, score: &mut Score) {
    let kind = facts.secret_kind();
    // jira-facts.md 4.3: what Jira Cloud says to an API token behind Bearer, on every address.
    if let Some(hit) = facts.hit(Signature::ConnectSessionToken) {
        let weight = match kind {
            None | Some(TokenKind::ApiToken) => weight::PROOF,
            _ => weight::HINT,
        };
        let why = prose!(
            "The answer says that Bearer was sent with something that isn't a session token. An API token needs Basic."
        );
        score.reason(weight, why).at(hit);
        return;
    }
    let Some(sign) = facts.refusal().or_else(|| facts.forbidden()) else {
        return;
    };
    let sent_well = facts.authorization.is_some();
    match kind {
        // jira-facts.md 11 #17 and 4.3: a server takes what is behind Basic for a password.
        Some(TokenKind::DataCenterPat) if facts.is_server() && !score.is_empty() => {
            score.reason(weight::HINT, sign.text).at(sign.place);
        }
        // jira-facts.md 11 #19: a bare 403, and nobody beside the token.
        Some(TokenKind::ApiToken) if !sent_well && facts.is_cloud() && facts.user_is_unknown() => {
            let is_403 = facts.status() == Some(403);
            score
                .reason(if is_403 { weight::HINT } else { weight::FITS }, sign.text)
                .at(sign.place);
            score.message(prose!("The token may have been sent with Bearer. On Jira Cloud an API token needs Basic and its e-mail."));
        }
        _ => {}
    }
}

fn weigh_header(facts: &Facts, header: &Header, secret: &Token, score: &mut Score) {
    let at_gateway = facts.called_kind() == Some(SiteKind::Gateway);
    match (&header.scheme, secret.kind) {
        // jira-facts.md 4.3: 403 "Failed to parse Connect Session Auth Token" on the site; 404 on the gateway (section 3).
        (Scheme::Bearer, TokenKind::ApiToken) => {
            score.reason(weight::PROOF, prose!("An API token is sent with Bearer. It needs Basic, together with the e-mail.")).at(Field::Authorization);
            fix_with_basic(facts, score);
        }
        // RFC 6750 2.1: Bearer takes a token alone. A pair in base64 is what Basic takes (RFC 7617 2).
        (Scheme::Bearer, _) if header.user.is_some() => {
            score.reason(weight::PROOF, prose!("Bearer is followed by a user name and a secret in base64, which is how Basic is sent.")).at(Field::Authorization);
            fix_with_basic(facts, score);
        }
        // jira-facts.md 4.2 and 11 #17: a server takes what is behind Basic for a password.
        (Scheme::Basic, TokenKind::DataCenterPat) if !facts.is_cloud() => {
            score.reason(weight::PROOF, prose!("A personal access token is sent with Basic. It needs Bearer, without a user name.")).at(Field::Authorization);
            fix_with_bearer(secret, score);
        }
        // jira-facts.md 3: the sources conflict, so this stays a possibility.
        (Scheme::Basic, TokenKind::ServiceAccountToken) if at_gateway => {
            score
                .reason(weight::HINT, prose!("A service account's token is sent with Basic. Most reports say that it needs Bearer.")).at(Field::Authorization)
                .severity(Severity::Warning);
            fix_with_bearer(secret, score);
        }
        // jira-facts.md 4.1: another scheme is ignored, and the caller is a stranger.
        (Scheme::Other(_), TokenKind::ApiToken) => {
            score.reason(weight::PROOF, prose!("Jira doesn't know this scheme and answers as if nobody was signed in. An API token needs Basic.")).at(Field::Authorization);
            fix_with_basic(facts, score);
        }
        (Scheme::Other(_), TokenKind::DataCenterPat) => {
            score
                .reason(
                    weight::PROOF,
                    prose!("Jira does not know this scheme. A personal access token needs Bearer."),
                )
                .at(Field::Authorization);
            fix_with_bearer(secret, score);
        }
        _ => {}
    }
}

/// Without a header, what the fields hold tells how a program will send it: a user name and a secret go with Basic.
fn weigh_fields(facts: &Facts, token: &Token, score: &mut Score) {
    let has_user = facts
        .account
        .as_ref()
        .is_some_and(|account| !account.normal.is_empty());
    if token.kind == TokenKind::DataCenterPat && !facts.is_cloud() && has_user {
        score.reason(weight::STRONG, prose!("A personal access token is given together with a user name. The program then sends both with Basic, but the token needs Bearer, without a user name.")).at(Field::Token);
        score.fix(Fix::new(prose!("Leave the user name empty")).set(Field::Email, ""));
    }
}

/// A configuration says how the secret is sent by the name that it gives it: `JIRA_PERSONAL_TOKEN`, `token_auth=`.
fn weigh_stated(facts: &Facts, score: &mut Score) {
    let kind = facts.secret_kind();
    match facts.stated_scheme {
        Some(SentScheme::Bearer)
            if facts.is_cloud_site() && matches!(kind, None | Some(TokenKind::ApiToken)) =>
        {
            // Without the token it may be one of OAuth, which goes alone.
            let weight = match kind {
                Some(_) => weight::PROOF,
                None => weight::STRONG,
            };
            let why = prose!(
                "The configuration names a personal access token, which is sent with Bearer. Jira Cloud has none: an API token needs Basic and its e-mail."
            );
            score.reason(weight, why).at(Field::Paste);
        }
        Some(SentScheme::Basic)
            if facts.is_server() && kind == Some(TokenKind::DataCenterPat) && score.is_empty() =>
        {
            let why = prose!(
                "The configuration sends a personal access token with a user name, and so with Basic. It needs Bearer, without a user name."
            );
            score.reason(weight::PROOF, why).at(Field::Token);
        }
        _ => {}
    }
}

fn fix_with_basic(facts: &Facts, score: &mut Score) {
    if let Some(header) = facts.basic_header() {
        score.fix(Fix::new(prose!("Send it with Basic")).set(Field::Authorization, header));
    }
}

fn fix_with_bearer(secret: &Token, score: &mut Score) {
    if let Ok(header) = (Credentials::Bearer {
        secret: secret.clean.expose(),
    })
    .header()
    {
        score.fix(Fix::new(prose!("Send it with Bearer")).set(Field::Authorization, header));
    }
}
