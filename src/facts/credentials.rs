//! Who calls and with which secret, wherever both stand: in fields of their own, in a header, in a pasted request or
//! configuration.

use super::Facts;
use crate::evidence::{Field, Place};
use crate::grammar::token_shape;
use crate::input::Placed;
use crate::read::account::{self, Account, AccountKind};
use crate::read::header::{Credentials, Scheme};
use crate::read::site::Site;
use crate::read::token::{Token, TokenKind};
use crate::secret::Secret;
use crate::span::Span;

impl Facts<'_> {
    /// The secret that is sent: the header's where one is given, else the typed one.
    pub fn secret(&self) -> Option<&Token> {
        self.authorization
            .as_ref()
            .and_then(|header| header.secret.as_ref())
            .or(self.token.as_deref())
    }

    /// The field that [`Facts::secret`] stands in.
    pub fn secret_field(&self) -> Field {
        let in_header = self
            .authorization
            .as_ref()
            .is_some_and(|header| header.secret.is_some());
        if in_header {
            Field::Authorization
        } else {
            Field::Token
        }
    }

    /// The user and the secret, free of the flaws of copying: the typed ones, else the header's.
    pub fn pair(&self) -> Option<(&str, &Secret)> {
        let typed = self.account.as_ref().map(|account| account.normal.as_str());
        let sent = self
            .authorization
            .as_ref()
            .and_then(|header| header.user.as_deref());
        let user = typed.filter(|user| !user.is_empty()).or(sent)?;
        let secret = &self
            .token
            .as_deref()
            .filter(|t| t.kind != TokenKind::Empty)
            .or(self.secret())?
            .clean;
        Some((user, secret))
    }

    /// The Basic header of [`Facts::pair`].
    pub fn basic_header(&self) -> Option<Secret> {
        let (user, secret) = self.pair()?;
        let secret = secret.expose();
        Credentials::Basic { user, secret }.header().ok()
    }

    /// The header as it should be built from the same parts, where they can be seen: a Basic pair, or a Bearer token.
    pub fn header_put_right(&self) -> Option<Secret> {
        let header = self.authorization.as_ref()?;
        let secret = header.secret.as_ref()?.clean.expose();
        let credentials = match header.scheme {
            Scheme::Bearer => Credentials::Bearer { secret },
            _ => Credentials::Basic {
                user: header
                    .user
                    .as_deref()
                    .filter(|user| !user.is_empty())
                    .or_else(|| {
                        let account = self.account.as_ref()?;
                        (account.kind == AccountKind::Email).then_some(account.normal.as_str())
                    })?,
                secret,
            },
        };
        credentials.header().ok()
    }

    /// What the secret is, where one is given.
    pub(crate) fn secret_kind(&self) -> Option<TokenKind> {
        self.secret().map(|token| token.kind)
    }

    /// Whether the secret goes behind Bearer without a user (jira-facts.md 1.1 and 3), or brings its user along.
    pub(crate) fn needs_no_user(&self) -> bool {
        self.secret().is_some_and(|token| {
            token.pair.is_some()
                || matches!(
                    token.kind,
                    TokenKind::ServiceAccountToken | TokenKind::Jwt | TokenKind::DataCenterPat
                )
        })
    }

    /// The account: the one that was given by itself, else the header's.
    pub(crate) fn user(&self) -> Option<Placed<Account>> {
        self.account.clone().or_else(|| self.sent_user())
    }

    /// Who made the secret, where it has the shape of another maker's token.
    pub(crate) fn maker(&self) -> Option<&'static str> {
        let secret = self.secret().filter(|it| it.kind == TokenKind::Password)?;
        token_shape::maker(secret.clean.expose())
    }

    /// The secret in the header.
    pub(crate) fn sent_secret(&self) -> Option<Placed<Token>> {
        let header = self.authorization.as_ref()?;
        Some(header.decoded(header.secret.clone()?))
    }

    /// The user that the header names.
    pub(crate) fn sent_user(&self) -> Option<Placed<Account>> {
        let header = self.authorization.as_ref()?;
        let user = header.user.as_deref()?;
        Some(header.decoded(account::read(user)))
    }

    /// The site that was typed. Nothing is sent to one that stands in a pasted text alone.
    pub(crate) fn typed_site(&self) -> Option<&Site> {
        typed(self.site.as_ref())
    }

    /// The account that was typed.
    pub(crate) fn typed_account(&self) -> Option<&Account> {
        typed(self.account.as_ref())
    }

    /// The secret that was typed.
    pub(crate) fn typed_token(&self) -> Option<&Token> {
        typed(self.token.as_ref())
    }

    /// Where a field's value stands, or a part of it: in the pasted text where it was found there.
    pub(crate) fn stands(&self, field: Field, part: Option<Span>) -> Place {
        fn find<T>(value: Option<&Placed<T>>, part: Option<Span>) -> Option<Place> {
            let value = value.filter(|value| !value.is_typed())?;
            Some(part.map_or_else(|| value.place(), |part| value.part(part)))
        }
        let elsewhere = match field {
            Field::Site => find(self.site.as_ref(), part),
            Field::Email => find(self.account.as_ref(), part),
            Field::Token => find(self.token.as_ref(), part),
            Field::Authorization => find(self.authorization.as_ref(), part),
            _ => None,
        };
        elsewhere.unwrap_or(Place {
            field: Some(field),
            span: part,
        })
    }
}

fn typed<T>(value: Option<&Placed<T>>) -> Option<&T> {
    value.filter(|value| value.is_typed()).map(|it| &it.value)
}
