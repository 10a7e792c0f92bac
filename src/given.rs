//! What the evidence held, in words that betray nothing: for a report, and to show a person what was read.

use serde::Serialize;

use crate::facts::Facts;
use crate::prose::{Prose, prose};
use crate::read::header::Scheme;
use crate::read::token::TokenKind;
use crate::veiled::veiled;

/// What the evidence held. The site stands in the diagnosis itself.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Given {
    /// The kind of the secret, by its shape.
    pub secret_kind: Option<TokenKind>,
    /// The scheme of the header: `basic`, `bearer`, `other`; `None` where there is no header.
    pub scheme: Option<&'static str>,
    /// The statuses of the answers, in their order, each once.
    pub statuses: Vec<u16>,
    /// How many calls the evidence shows.
    pub calls: usize,
    /// Whether something tells how a call went: an answer, or words of a failure.
    pub tells_of_call: bool,
}

veiled!(Given {
    secret_kind,
    scheme,
    statuses,
    calls,
    tells_of_call
});

impl Given {
    pub(crate) fn of(facts: &Facts) -> Self {
        let mut statuses = Vec::new();
        for status in facts
            .exchanges
            .iter()
            .filter_map(|exchange| exchange.status)
        {
            if statuses.len() < MOST && !statuses.contains(&status) {
                statuses.push(status);
            }
        }
        Self {
            secret_kind: facts
                .secret()
                .map(|token| token.kind)
                .filter(|&kind| kind != TokenKind::Empty),
            scheme: facts
                .authorization
                .as_ref()
                .and_then(|header| match header.scheme {
                    Scheme::Basic => Some("basic"),
                    Scheme::Bearer => Some("bearer"),
                    Scheme::Missing => None,
                    Scheme::Other { .. } => Some("other"),
                }),
            statuses,
            calls: facts.exchanges.len(),
            tells_of_call: facts.has_answer() || facts.names_failure(),
        }
    }
}

/// Nobody reads more statuses than these.
const MOST: usize = 12;

/// A kind of secret, for a sentence: `an API token`.
pub(crate) fn in_words(kind: TokenKind) -> Prose {
    match kind {
        TokenKind::Empty => prose!("nothing"),
        TokenKind::ApiToken => prose!("an API token"),
        TokenKind::ServiceAccountToken => prose!("a service account's API token"),
        TokenKind::AdminKey => prose!("an organization's API key"),
        TokenKind::BitbucketAppPassword => prose!("a Bitbucket app password"),
        TokenKind::BitbucketDataCenterToken => prose!("a Bitbucket Data Center token"),
        TokenKind::DataCenterPat => prose!("a Data Center personal access token"),
        TokenKind::LegacyToken => prose!("an API token of the form before 2023"),
        TokenKind::Jwt => prose!("a JSON Web Token, as OAuth gives"),
        TokenKind::Uuid => prose!("a UUID"),
        TokenKind::Trello => prose!("a Trello key or token"),
        TokenKind::Email => prose!("an e-mail address"),
        TokenKind::Address => prose!("an address"),
        TokenKind::Encoded => prose!("an encoded pair or a whole header"),
        TokenKind::Masked => prose!("a mask of stars or dots"),
        TokenKind::Placeholder => prose!("a placeholder"),
        TokenKind::Variable => prose!("a variable that nothing replaced"),
        TokenKind::Password => prose!("a password, or nothing known"),
    }
}
