//! Everything read from one [`Evidence`], once: what problems see.

mod answers;
mod attempts;
mod called;
mod configuration;
mod content;
mod credentials;
mod deployment;
mod gateway;
pub(crate) mod network;
pub(crate) mod permissions;
pub(crate) mod product;
mod refused;
mod unreachable;

use crate::READS_ANSWERS;
use crate::evidence::{Deployment, Evidence, Field, Product, SentScheme};
use crate::grammar::placeholder;
use crate::input::{Note, Placed};
use crate::net::UrlParts;
use crate::profile::Profile;
use crate::read::account::{self, Account, AccountKind};
use crate::read::change::ChangeKind;
use crate::read::exchange::{self, Exchange};
use crate::read::header::{self, Header};
use crate::read::known_texts::{self, Hit, Signature};
use crate::read::paste::{self, Mentions, Named};
use crate::read::sentences::{self, Said};
use crate::read::site::{self, Site, SiteKind};
use crate::read::token::{self, Token, TokenKind};
use crate::secret::Secret;

pub(crate) use self::answers::Sign;
pub use self::attempts::Attempt;
use self::configuration::Configuration;
pub use crate::read::site::HostReader;

/// What can be read from the evidence without judgement.
#[allow(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
#[derive(Clone, Debug)]
pub struct Facts<'e> {
    /// The evidence itself.
    pub evidence: &'e Evidence,
    /// What the integration needs, where one is named.
    pub profile: Option<&'e Profile>,
    /// The platform's own address parser, for whoever reads a changed evidence.
    pub(crate) platform_host: HostReader,
    /// The site: the typed one, else that of a pasted configuration.
    pub site: Option<Placed<Site>>,
    /// The account: the typed one, else that of a pasted configuration.
    pub account: Option<Placed<Account>>,
    /// The secret: the typed one, else that of a pasted configuration.
    pub token: Option<Placed<Token>>,
    /// The header: the typed one, else the one that a pasted request shows.
    pub authorization: Option<Placed<Header>>,
    /// How a pasted configuration says that the secret is sent.
    pub(crate) stated_scheme: Option<SentScheme>,
    /// Whether it switches https off.
    pub(crate) is_plain: bool,
    /// The headers that printed requests show, the last one first.
    pub printed: Vec<Placed<Header>>,
    /// Every exchange that the evidence shows: those of the pasted text in its order, the one given in fields, and the calls
    /// of the examination.
    pub exchanges: Vec<Exchange>,
    /// How far each of them got, and each failure that a message tells of.
    pub attempts: Vec<Attempt>,
    /// Every known text in the pasted text and in the answers' bodies, but for what good answers hold.
    pub hits: Vec<Hit>,
    /// The hosts that a program says it could not find.
    pub(crate) unfound: Vec<Placed<Site>>,
    /// What the sentences there are about, but for those of good answers.
    pub said: Vec<Said>,
    /// Whether all that was said there is conditions and wishes: "If the token has expired, …".
    #[cfg(feature = "answers")]
    pub(crate) is_conditional: bool,
    /// The product's own messages in the pasted text and in the answer's body.
    pub(crate) messages: Vec<product::ProductMessage>,
    /// Where Jira runs: what the person said, else what the address shows for certain.
    pub deployment: Option<Deployment>,
    /// What the pasted text names.
    pub mentions: Mentions,
    /// Whether the pasted text was too long to be read whole.
    pub cut: bool,
    /// Whether what was pasted is no text: a picture, an archive.
    pub binary: bool,
    /// Whether another product than Atlassian's printed the pasted text. Then nothing is read from it.
    pub another_product: bool,
}

/// The answers that were given by themselves, each with its body and the field that holds it.
fn given(
    evidence: &Evidence,
    platform_host: HostReader,
) -> impl Iterator<Item = (Exchange, Option<&str>, Field)> {
    let response = if READS_ANSWERS {
        exchange::read(evidence, platform_host)
    } else {
        exchange::of_status(evidence)
    };
    let response = response.map(|x| (x, evidence.response.as_ref(), Field::Response));
    let calls = evidence.calls.iter().filter(|_| READS_ANSWERS);
    let calls = calls.map(move |call| {
        let exchange = exchange::call(call, platform_host);
        (exchange, call.response.as_ref(), Field::Calls)
    });
    let all = response.into_iter().chain(calls);
    all.map(|(exchange, response, field)| {
        (exchange, response.and_then(|r| r.body.as_deref()), field)
    })
}

impl<'e> Facts<'e> {
    /// Reads the evidence. `platform_host` is the platform's own address parser, which must agree before a host counts as Cloud.
    pub fn read(
        evidence: &'e Evidence,
        profile: Option<&'e Profile>,
        platform_host: HostReader,
    ) -> Self {
        let site = evidence
            .site
            .as_deref()
            .map(|typed| Placed::whole(site::read(typed, platform_host), Field::Site));
        let paste = evidence
            .paste
            .as_ref()
            .filter(|_| READS_ANSWERS)
            .map(|text| paste::read(text.expose(), platform_host))
            .unwrap_or_default();
        let (cut, binary) = (paste.read.is_some(), paste.binary);
        let is_other = |hit: &Hit| hit.signature == Signature::AnotherProduct;
        let another_product = paste.mentions.atlassian.is_none() && paste.hits.iter().any(is_other);
        let (mut exchanges, mut hits, mut said) = if another_product {
            Default::default()
        } else {
            (paste.exchanges, paste.hits, paste.said)
        };
        content::drop_from(&mut hits, &exchanges);
        if READS_ANSWERS {
            content::drop_said_in_success(&mut said, &exchanges);
        }
        for (exchange, body, field) in given(evidence, platform_host) {
            if let Some(body) = body.filter(|_| READS_ANSWERS && !content::is_good(&exchange)) {
                hits.extend(known_texts::find(body, field));
                if !content::is_success(&exchange) {
                    said.extend(sentences::read(body, field));
                }
            }
            exchanges.push(exchange);
        }
        #[cfg(feature = "answers")]
        let is_conditional = content::is_conditional(&said);
        if READS_ANSWERS {
            content::drop_conditions(&mut hits, &mut said);
            content::drop_said_in_known_texts(&mut said, &hits);
            let pasted = evidence.paste.as_ref().map_or("", Secret::expose);
            let speaks_of_a_call = !exchanges.is_empty() || !hits.is_empty();
            if !speaks_of_a_call
                && paste.mentions.atlassian.is_none()
                && !content::is_message(pasted, &said)
            {
                said.clear();
            }
        }
        let printed = paste.printed;
        let typed = evidence.authorization.as_ref();
        let typed = typed.map(|it| Placed::whole(header::read(it.expose()), Field::Authorization));
        let account = evidence.email.as_deref().map(account::read);
        let token = evidence.token.as_ref().map(|it| token::read(it.expose()));
        let stated = if another_product {
            Configuration::default()
        } else {
            let pasted = evidence.paste.as_ref().map_or("", Secret::expose);
            Configuration::read(&paste.stated, pasted, platform_host)
        };
        let site = site.or(stated.site);
        Self {
            evidence,
            profile,
            platform_host,
            account: account
                .map(|it| Placed::whole(it, Field::Email))
                .or(stated.account),
            token: token
                .map(|it| Placed::whole(it, Field::Token))
                .or(stated.token),
            stated_scheme: stated.scheme,
            is_plain: stated.is_plain,
            authorization: typed.or_else(|| printed.first().cloned()),
            printed,
            deployment: deployment::deployment(evidence, profile, site.as_deref(), &exchanges),
            messages: product::messages(evidence, profile.filter(|_| READS_ANSWERS)),
            attempts: attempts::read(&exchanges, &hits),
            unfound: called::unfound(evidence, &hits, platform_host),
            exchanges,
            hits,
            said,
            #[cfg(feature = "answers")]
            is_conditional,
            site,
            mentions: paste.mentions,
            another_product,
            cut,
            binary,
        }
    }

    /// What the address is, where one was typed.
    pub fn site_kind(&self) -> Option<SiteKind> {
        self.site.as_ref().map(|site| site.kind)
    }

    /// Jira Cloud, by the address or by what the person said.
    pub fn is_cloud(&self) -> bool {
        self.deployment == Some(Deployment::Cloud)
    }

    /// A Cloud site's own address, where tokens without scopes work.
    pub fn is_cloud_site(&self) -> bool {
        self.called_kind() == Some(SiteKind::Cloud)
    }

    /// A host of one's own that nobody said to be Cloud.
    pub fn is_server(&self) -> bool {
        match self.deployment {
            Some(deployment) => {
                deployment == Deployment::DataCenter
                    && self
                        .called_kind()
                        .is_none_or(|kind| kind == SiteKind::SelfHosted)
            }
            None => self.called_kind() == Some(SiteKind::SelfHosted),
        }
    }

    /// The changes of these kinds to a typed address that names a site all the same.
    pub(crate) fn repairs(&self, kinds: &[ChangeKind]) -> impl Iterator<Item = &Note<ChangeKind>> {
        let site = self.site.as_ref().filter(|site| site.url.is_some());
        site.into_iter()
            .flat_map(|site| &site.changes)
            .filter(|change| kinds.contains(&change.kind))
    }

    /// The first of [`Facts::repairs`].
    pub(crate) fn repaired(&self, kinds: &[ChangeKind]) -> Option<&Note<ChangeKind>> {
        self.repairs(kinds).next()
    }

    /// The `/wiki` of a Cloud site, where Confluence begins.
    pub(crate) fn wiki(&self) -> Option<&Note<ChangeKind>> {
        self.repairs(&[ChangeKind::Path])
            .find(|path| self.is_cloud_site() && path.before == "/wiki")
    }

    /// Whether Confluence is called at an address of Atlassian's that is Jira's alone (jira-facts.md 3 and 7).
    pub(crate) fn lacks_confluence_path(&self) -> bool {
        self.wants_confluence()
            && !self.uses_gateway()
            && match self.site_kind() {
                Some(SiteKind::Cloud) => self.wiki().is_none(),
                Some(SiteKind::Gateway) => {
                    self.site.as_ref().and_then(|site| site.product) != Some(Product::Confluence)
                }
                _ => false,
            }
    }

    /// The port in the site's address, where one is left after the repairs.
    pub(crate) fn port(&self) -> Option<&str> {
        let (_, port) = self.site.as_ref()?.forms.as_ref()?.host.rsplit_once(':')?;
        Some(port).filter(|port| port.bytes().all(|b| b.is_ascii_digit()))
    }

    /// Whether a program wrote `undefined` or `null` where the site's address or its host should be.
    pub(crate) fn site_is_nothing(&self) -> bool {
        // A longer text is no address.
        const LONGEST: usize = 8 * 1024;
        let typed = self.text(Field::Site);
        if typed.len() > LONGEST {
            return false;
        }
        let start = typed.rfind("://").map_or(0, |at| at + 3);
        let host = UrlParts::after_scheme(typed, start).host;
        [typed, host].into_iter().any(placeholder::is_nothing)
    }

    /// Whether the person calls Confluence.
    pub(crate) fn wants_confluence(&self) -> bool {
        match self.evidence.answers.product {
            Some(product) => product == Product::Confluence,
            None => self.mentions.atlassian == Some(Named::Confluence),
        }
    }

    /// The site's own address: in the form that the product asks for, else the normal form, in Confluence's form where
    /// Confluence is called, else what was probably meant.
    pub(crate) fn site_to_use(&self) -> Option<&str> {
        let site = self.site.as_ref()?;
        let profile = self.profile.filter(|_| READS_ANSWERS);
        if let Some(value) = profile.and_then(|profile| profile.site_value(site)) {
            return Some(value);
        }
        let is_confluence = self.wants_confluence() && site.kind != SiteKind::SelfHosted;
        let forms = site.forms.as_ref().filter(|_| is_confluence);
        forms
            .and_then(|forms| forms.confluence.as_deref())
            .or(site.url.as_deref())
            .or(site.suggestion.as_deref())
    }

    /// What stands in the field of the site, the e-mail or the token, told by its form alone.
    pub(crate) fn content(&self, field: Field) -> Content {
        match field {
            Field::Site => self
                .site
                .as_ref()
                .map_or(Content::Nothing, |site| match site.kind {
                    SiteKind::Empty | SiteKind::Placeholder => Content::Nothing,
                    SiteKind::NotAnAddress => account_content(account::read(self.text(field)).kind),
                    SiteKind::Invalid => Content::Other,
                    _ => Content::Address,
                }),
            Field::Email => self
                .account
                .as_ref()
                .map_or(Content::Nothing, |account| account_content(account.kind)),
            Field::Token => {
                self.token
                    .as_ref()
                    .map_or(Content::Nothing, |token| match token.kind {
                        TokenKind::Email => Content::Email,
                        TokenKind::Address => Content::Address,
                        kind if kind.is_placeholder() => Content::Nothing,
                        _ => Content::Secret,
                    })
            }
            _ => Content::Nothing,
        }
    }

    fn text(&self, field: Field) -> &str {
        self.evidence.text(field).unwrap_or_default()
    }
}

/// What a text is by its form, whichever field it stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Content {
    /// Nothing, or something that only keeps the place.
    Nothing,
    /// The address of a site.
    Address,
    /// An e-mail address.
    Email,
    /// A token or a password.
    Secret,
    /// Anything else: a user name, a word.
    Other,
}

fn account_content(kind: AccountKind) -> Content {
    match kind {
        AccountKind::Empty | AccountKind::Placeholder | AccountKind::Variable => Content::Nothing,
        AccountKind::Email => Content::Email,
        AccountKind::Secret | AccountKind::Pair => Content::Secret,
        AccountKind::Address => Content::Address,
        AccountKind::UserName
        | AccountKind::DisplayName
        | AccountKind::AccountId
        | AccountKind::Malformed => Content::Other,
    }
}
