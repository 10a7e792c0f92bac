//! The set-up that a pasted configuration, workflow or program states: it is judged as if it were typed, where it is a value. A
//! variable is right there, for its shell fills it; stars and a manual's words may be of whoever pasted it.

use crate::evidence::SentScheme;
use crate::input::Placed;
use crate::read::account::{self, Account, AccountKind};
use crate::read::change::ChangeKind;
use crate::read::settings::Stated;
use crate::read::site::{self, HostReader, Site, SiteKind};
use crate::read::token::{self, Token, TokenKind};
use crate::secret::Secret;
use crate::span::Span;

/// What is stated, read as fields are.
#[derive(Clone, Debug, Default)]
pub(super) struct Configuration {
    pub(super) site: Option<Placed<Site>>,
    pub(super) account: Option<Placed<Account>>,
    pub(super) token: Option<Placed<Token>>,
    pub(super) scheme: Option<SentScheme>,
    pub(super) is_plain: bool,
}

impl Configuration {
    pub(super) fn read(stated: &Stated, text: &str, platform_host: HostReader) -> Self {
        let values = (&stated.site, &stated.account, &stated.secret);
        let shown = |value: &Option<Secret>| value.as_ref().map(|it| it.expose().to_owned());
        let placed = |value: &str| place_of(text, value);
        // A message names the call that it is about behind such a word, too.
        let site = shown(values.0).filter(|typed| !typed.contains("/rest/"));
        let site = site.map(|typed| (site_of(&typed, platform_host), placed(&typed)));
        let account = shown(values.1).map(|typed| (account::read(&typed), placed(&typed)));
        let token = shown(values.2).map(|typed| (token::read(&typed), placed(&typed)));
        Self {
            site: site.filter(|(site, _)| is_site(site)).map(put),
            account: account.filter(|(it, _)| is_account(it)).map(put),
            token: token.filter(|(it, _)| is_token(it)).map(put),
            scheme: stated.scheme,
            is_plain: stated.is_plain,
        }
    }
}

fn put<T>((value, span): (T, Option<Span>)) -> Placed<T> {
    match span {
        Some(span) => Placed::pasted(value, span),
        None => Placed::made(value, None),
    }
}

/// Where a value stands in the text, where it stands there letter by letter.
fn place_of(text: &str, value: &str) -> Option<Span> {
    let at = text.find(value)?;
    Some(Span::of(text, at..at + value.len()))
}

/// A setting holds a name or a host as well as an address.
fn site_of(typed: &str, platform_host: HostReader) -> Site {
    let mut site = site::read(typed, platform_host);
    site.changes.retain(|change| {
        !matches!(
            change.kind,
            ChangeKind::MissingScheme
                | ChangeKind::BareName
                | ChangeKind::TrailingSlash
                | ChangeKind::Case
                | ChangeKind::Port
        )
    });
    site
}

fn is_site(site: &Site) -> bool {
    site.url.is_some() || matches!(site.kind, SiteKind::Misspelt | SiteKind::LookAlike)
}

fn is_account(account: &Account) -> bool {
    matches!(
        account.kind,
        AccountKind::Email | AccountKind::Malformed | AccountKind::UserName
    ) && account.flaws.iter().all(|flaw| flaw.before.is_empty())
}

/// Only what Atlassian gave out: any other word may stand for a secret that was taken away.
fn is_token(token: &Token) -> bool {
    let is_anybodys = matches!(
        token.kind,
        TokenKind::Password | TokenKind::LegacyToken | TokenKind::Uuid | TokenKind::Encoded
    );
    token.kind.is_secret() && !is_anybodys
}
