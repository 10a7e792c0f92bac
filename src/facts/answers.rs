//! What the exchanges and the known texts tell, in the terms that problems ask in.

use super::Facts;
#[cfg(feature = "answers")]
use super::content;
use crate::READS_ANSWERS;
use crate::evidence::{Field, Place};
use crate::grammar::placeholder::{self, Placeholder};
use crate::net::UrlParts;
use crate::prose::{Prose, prose};
use crate::read::account::AccountKind;
use crate::read::exchange::{Content, Endpoint, Exchange, Form, Sent, Speaker};
use crate::read::known_texts::{Class, Hit, Signature};
use crate::read::sentences::{Said, lexicon};
use crate::read::site::SiteKind;
use crate::read::token::{Checksum, TokenKind};

/// Something that the answer says, and where it stands.
#[derive(Clone, Debug)]
pub(crate) struct Sign {
    pub(crate) text: Prose,
    pub(crate) place: Place,
}

impl Sign {
    pub(super) fn of_hit(hit: &Hit, text: Prose) -> Self {
        let place = hit.into();
        Self { text, place }
    }

    pub(super) fn of_exchange(exchange: &Exchange, text: Prose) -> Self {
        let place = exchange.into();
        Self { text, place }
    }
}

impl Facts<'_> {
    /// The exchange to explain: the last that failed, else the last that has a status, else the last. What a program answers
    /// its own caller because Jira refused it says less than that refusal.
    pub fn exchange(&self) -> Option<&Exchange> {
        let last = |wanted: fn(&Exchange) -> bool| self.exchanges.iter().rev().find(|x| wanted(x));
        let failed = last(|x| x.status.is_some_and(|status| status >= 300));
        let inner = failed
            .filter(|x| is_own_failure(x))
            .and_then(|_| last(|x| matches!(x.status, Some(400..=499)) && x.sent.host().is_some()));
        inner
            .or(failed)
            .or_else(|| last(|x| x.status.is_some()))
            .or_else(|| last(|_| true))
    }

    /// The status to explain.
    pub fn status(&self) -> Option<u16> {
        self.exchange()?.status
    }

    /// What the exchange to explain asked for.
    pub fn asked(&self) -> Endpoint {
        if !READS_ANSWERS {
            return Endpoint::Unknown;
        }
        self.exchange()
            .map_or(Endpoint::Unknown, |x| x.sent.endpoint)
    }

    /// A header of the answer to explain.
    pub fn header(&self, name: &str) -> Option<&str> {
        if !READS_ANSWERS {
            return None;
        }
        self.exchange()?.headers.get(name)
    }

    /// The first place of a known text.
    pub fn hit(&self, signature: Signature) -> Option<&Hit> {
        if !READS_ANSWERS {
            return None;
        }
        self.hits.iter().find(|hit| hit.signature == signature)
    }

    /// The first place of any of some known texts.
    pub fn any_hit(&self, signatures: &[Signature]) -> Option<&Hit> {
        if !READS_ANSWERS {
            return None;
        }
        self.hits
            .iter()
            .find(|hit| signatures.contains(&hit.signature))
    }

    /// The first place of a known text of these classes.
    pub(crate) fn hit_of(&self, classes: &[Class]) -> Option<&Hit> {
        if !READS_ANSWERS {
            return None;
        }
        let mut hits = self.hits.iter();
        hits.find(|hit| classes.contains(&hit.signature.class()))
    }

    /// The exchange that shows that Jira took the credential: it named the account, or a header did (jira-facts.md 4.1).
    pub(crate) fn accepting_exchange(&self) -> Option<&Exchange> {
        if !READS_ANSWERS {
            return None;
        }
        self.exchanges.iter().find(|x| is_taken(x))
    }

    /// The last answer that names the account of a credential that was taken.
    pub(crate) fn account_exchange(&self) -> Option<&Exchange> {
        if !READS_ANSWERS {
            return None;
        }
        let mut last = self.exchanges.iter().rev();
        last.find(|x| {
            matches!(x.body.content, Content::Account { .. })
                && matches!(x.sent.endpoint, Endpoint::Myself | Endpoint::Unknown)
                && x.status.is_none_or(|status| status < 300)
        })
    }

    /// Whether anything shows that Jira took the credential.
    pub fn credential_was_taken(&self) -> bool {
        self.hit(Signature::ScopeMismatch).is_some() || self.accepting_exchange().is_some()
    }

    /// What says that a thing is missing, to a caller who may only not be allowed to see it (jira-facts.md 11 #4, #30, #31).
    pub(crate) fn nothing_seen(&self) -> Option<Sign> {
        if let Some(hit) = self.hit_of(&[Class::Unseen]) {
            let text = prose!(
                "The answer says that something is missing. Jira gives the same answer to anyone who isn't signed in."
            );
            return Some(Sign::of_hit(hit, text));
        }
        let exchange = self.exchange().filter(|x| !self.is_anothers(x))?;
        let object = matches!(
            exchange.sent.endpoint,
            Endpoint::Issue | Endpoint::Project | Endpoint::Confluence | Endpoint::Agile
        ) || !exchange.sent.endpoint.is_in_every_jira()
            && (self.evidence.issue.is_some() || self.evidence.project.is_some());
        let missing = exchange.status == Some(404)
            && !matches!(exchange.body.form, Form::Html | Form::Xml)
            && object
            && self.hit_of(&[Class::Path, Class::Site]).is_none();
        let empty = matches!(
            exchange.body.content,
            Content::Issues(0) | Content::Projects(0) | Content::EmptyList
        );
        let text = match (missing, empty) {
            (true, _) => prose!(
                "The status is 404. Jira gives the same answer to anyone who isn't signed in."
            ),
            (_, true) => prose!(
                "The answer is an empty list. Jira gives the same answer to anyone who isn't signed in."
            ),
            _ => return None,
        };
        Some(Sign::of_exchange(exchange, text))
    }

    /// Whether an answer showed a project.
    pub(crate) fn sees_project(&self) -> bool {
        if !READS_ANSWERS {
            return false;
        }
        let mut all = self.exchanges.iter();
        all.any(|x| matches!(x.body.content, Content::Project(_)))
    }

    /// What says that somebody who is known was not allowed to do it: 403, without a reason of another kind.
    pub(crate) fn forbidden(&self) -> Option<Sign> {
        let exchange = self.exchange().filter(|x| x.status == Some(403))?;
        let text = prose!("The status is 403: the account may not do this.");
        let edge = matches!(
            exchange.answered_by,
            Some(Speaker::Edge | Speaker::CorporateProxy | Speaker::SignOn | Speaker::ReverseProxy)
        );
        (!edge
            && !self.is_anothers(exchange)
            && !self.tells_another_403()
            && self.denied().is_none())
        .then(|| Sign::of_exchange(exchange, text))
    }

    /// Whether a text tells another cause of a 403 than a permission.
    fn tells_another_403(&self) -> bool {
        self.hits.iter().any(|hit| match hit.signature.class() {
            Class::Gate | Class::Redirect | Class::Credential => true,
            // Confluence says so to a credential that failed, too (jira-facts.md 4.3).
            Class::Licence => {
                hit.signature != Signature::NoConfluenceAccess || self.credential_was_taken()
            }
            _ => false,
        })
    }

    /// Why sign-in was denied rather than failed: `X-Authentication-Denied-Reason`, or Seraph's word for it.
    pub(crate) fn denied(&self) -> Option<(bool, Sign)> {
        if let Some(hit) = self.hit(Signature::CaptchaChallenge) {
            return Some((
                true,
                Sign::of_hit(hit, prose!("The answer asks for a CAPTCHA.")),
            ));
        }
        let mut last = self.exchanges.iter().rev();
        let captcha = last.find(|x| {
            let reason = x.headers.get("x-authentication-denied-reason");
            reason.is_some_and(|reason| reason.contains("CAPTCHA"))
        });
        if let Some(exchange) = captcha {
            let text =
                prose!("The answer's header X-Authentication-Denied-Reason asks for a CAPTCHA.");
            return Some((true, Sign::of_exchange(exchange, text)));
        }
        let text =
            prose!("The answer says AUTHENTICATION_DENIED: sign-in is locked for this account.");
        if let Some(hit) = self.hit(Signature::AuthenticationDenied) {
            return Some((false, Sign::of_hit(hit, text)));
        }
        let mut last = self.exchanges.iter().rev();
        let denied = last.find(|x| login_reason(x) == Some("AUTHENTICATION_DENIED"))?;
        Some((false, Sign::of_exchange(denied, text)))
    }

    /// What says that the user is known and may not enter: Seraph's `AUTHORISATION_FAILED`.
    pub(crate) fn may_not_enter(&self) -> Option<Sign> {
        let mut last = self.exchanges.iter().rev();
        let refused = last.find(|x| login_reason(x) == Some("AUTHORISATION_FAILED"))?;
        let text = prose!(
            "The answer's header X-Seraph-LoginReason says AUTHORISATION_FAILED: the user is known and may not use this application."
        );
        Some(Sign::of_exchange(refused, text))
    }

    /// Whether Jira Cloud itself answered 401 and gave no `X-Seraph-LoginReason`: no pair reached it (jira-facts.md 11 #10).
    pub(crate) fn nothing_reached_jira(&self) -> Option<Sign> {
        if !READS_ANSWERS {
            return None;
        }
        let is_jiras = |x: &&Exchange| {
            x.answered_by == Some(Speaker::JiraCloud)
                && x.status == Some(401)
                && x.headers
                    .get("x-arequestid")
                    .or(x.headers.get("atl-traceid"))
                    .is_some()
                && x.sent.endpoint != Endpoint::Confluence
        };
        // The gateway may have been asked after it.
        let exchange = self.exchanges.iter().rev().find(is_jiras)?;
        let silent = login_reason(exchange).is_none();
        let text = prose!(
            "The answer has no header X-Seraph-LoginReason, which Jira adds when a user and a token arrive."
        );
        (silent && self.is_cloud()).then(|| Sign::of_exchange(exchange, text))
    }

    /// Tomcat's 401 before Confluence Cloud, which wants another form of Basic (jira-facts.md 4.2).
    pub(crate) fn unreadable_to_confluence(&self) -> Option<Sign> {
        let hit = self.hit(Signature::TomcatUnauthorized)?;
        let realm = self
            .header("www-authenticate")
            .unwrap_or_default()
            .to_ascii_lowercase();
        let text = prose!(
            "Confluence answers 401 with Tomcat's own page, which it does where it cannot read the header."
        );
        realm.contains("%2fwiki").then(|| Sign::of_hit(hit, text))
    }

    /// A request that was printed with its headers, and no `Authorization` among them.
    pub(crate) fn bare_request(&self) -> Option<Sign> {
        if !READS_ANSWERS {
            return None;
        }
        self.refusal()?;
        if self.credential_was_refused() || !self.mentions.bare_request {
            return None;
        }
        Some(Sign {
            text: prose!(
                "The request was printed with its headers, and Authorization is not among them."
            ),
            place: Field::Paste.into(),
        })
    }

    /// What was called: the typed address, else the one of the request.
    pub(crate) fn called_kind(&self) -> Option<SiteKind> {
        let printed = || Some(self.exchange()?.sent.site.as_ref()?.kind);
        match self.site_kind() {
            Some(
                kind @ (SiteKind::Cloud
                | SiteKind::Gateway
                | SiteKind::SelfHosted
                | SiteKind::AtlassianHost
                | SiteKind::OtherProduct),
            ) => Some(kind),
            typed => printed().or(typed),
        }
    }

    /// An API token whose checksum fits, or no word about the secret at all.
    pub(crate) fn secret_may_be_good(&self) -> bool {
        self.secret().is_none_or(|secret| {
            secret.kind == TokenKind::ApiToken
                && secret.checksum == Checksum::Intact
                && secret.flaws.is_empty()
        })
    }

    /// An API token whose checksum fits.
    pub(crate) fn has_intact_api_token(&self) -> bool {
        self.secret().is_some() && self.secret_may_be_good()
    }

    /// Whether nobody says who the user is, though something was sent.
    pub(crate) fn user_is_unknown(&self) -> bool {
        self.user()
            .is_none_or(|account| account.kind == AccountKind::Empty)
    }

    /// Whether there is anything of an answer at all.
    pub fn has_answer(&self) -> bool {
        let tells = |x: &Exchange| x.status.is_some() || x.body.content != Content::Unknown;
        !self.hits.is_empty() || self.exchanges.iter().any(tells)
    }

    /// Whether the evidence shows an answer of Jira's as it comes where nothing failed.
    #[cfg(feature = "answers")]
    pub(crate) fn has_good_answer(&self) -> bool {
        self.exchanges.iter().any(content::is_good)
    }

    /// Whether words of a failure stand in the text: known ones, or a sentence's own.
    pub(crate) fn names_failure(&self) -> bool {
        let tells = |hit: &Hit| !matches!(hit.signature.class(), Class::Note | Class::Voice);
        let says = |said: &Said| said.concepts.meets(lexicon::FAIL);
        self.hits.iter().any(tells) || self.said.iter().any(says)
    }
}

impl Sent {
    /// Whether the path has `undefined` or `null` where `of` (`project`, `issue`) has its key.
    pub(crate) fn names_nothing(&self, of: &str) -> bool {
        let path = self.path.as_deref().unwrap_or_default();
        let path = UrlParts::of_reference(path).path;
        let mut parts = path.split('/').skip_while(|part| *part != of).skip(1);
        parts
            .next()
            .is_some_and(|key| placeholder::read(key) == Some(Placeholder::Nothing))
    }
}

/// Whether an answer shows that the credential was taken: it names the account, or a header does (jira-facts.md 4.1).
pub(super) fn is_taken(exchange: &Exchange) -> bool {
    if !READS_ANSWERS {
        return false;
    }
    let reason = login_reason(exchange);
    let denied = reason.is_some_and(|reason| reason != "OK");
    let named = matches!(exchange.body.content, Content::Account { .. })
        && exchange.status.is_none_or(|status| status < 300);
    let signed_in = |name| {
        let user = exchange.headers.get(name);
        user.is_some_and(|user| user != "anonymous")
    };
    !denied && (named || signed_in("x-aaccountid") || signed_in("x-ausername"))
        || reason == Some("OK")
}

/// `X-Seraph-LoginReason`, whose value may be repeated after a comma.
pub(super) fn login_reason(exchange: &Exchange) -> Option<&str> {
    if !READS_ANSWERS {
        return None;
    }
    let value = exchange.headers.get("x-seraph-loginreason")?;
    value.split(',').next().map(str::trim)
}

/// A server's failure of which neither the address nor the voice is Jira's: mostly what the program says for itself.
fn is_own_failure(exchange: &Exchange) -> bool {
    matches!(exchange.status, Some(500..=599))
        && exchange.sent.host().is_none()
        && exchange.answered_by.is_none()
}
