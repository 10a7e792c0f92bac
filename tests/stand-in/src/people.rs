//! Who has an account, and which secret opens what. All secrets are made when the stand-in starts.

use std::sync::LazyLock;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use jira_doctor::read::token::crc32;
use jira_doctor::sample::expand;

use crate::permissions::Holds;

/// A person or a service account.
pub(crate) struct Account {
    pub(crate) id: &'static str,
    /// The user name of Data Center.
    pub(crate) user: &'static str,
    pub(crate) email: &'static str,
    pub(crate) name: &'static str,
    /// `atlassian` or `app`.
    pub(crate) kind: &'static str,
    /// Whether the account has access to Jira.
    pub(crate) is_licensed: bool,
    pub(crate) holds: Holds,
}

static JANE: Account = Account {
    id: "5b10ac8d82e05b22cc7d4ef5",
    user: "jane",
    email: "jane@acme.example",
    name: "Jane Doe",
    kind: "atlassian",
    is_licensed: true,
    holds: Holds::AllButSystemAdmin,
};
static UNA: Account = Account {
    id: "5b10ac8d82e05b22cc7d4ef6",
    user: "una",
    email: "una@acme.example",
    name: "Una Licensed",
    is_licensed: false,
    ..JANE
};
static VIC: Account = Account {
    id: "5b10ac8d82e05b22cc7d4ef7",
    user: "vic",
    email: "vic@acme.example",
    name: "Vic Viewer",
    holds: Holds::Browse,
    ..JANE
};
static OLA: Account = Account {
    id: "5b10ac8d82e05b22cc7d4ef8",
    user: "ola",
    email: "ola@acme.example",
    name: "Ola Outside",
    holds: Holds::NoProject,
    ..JANE
};
static BOT: Account = Account {
    id: "712020:6f1c5a52-8d0e-4b7a-9c55-2e6b0a4d7f19",
    user: "bot",
    email: "bot-6f1c5a52@serviceaccount.atlassian.com",
    name: "Bot",
    kind: "app",
    ..JANE
};

/// A secret that was given out once.
struct Token {
    secret: String,
    account: &'static Account,
    opens: Opens,
}

/// What a secret opens.
enum Opens {
    /// Sites, as `Basic`: an API token without scopes.
    Sites,
    /// Nothing any more.
    Expired,
    /// The gateway, as `Basic`, for these scopes: a person's API token with scopes.
    Gateway(Scopes),
    /// The gateway, as `Bearer`, for these scopes: a service account's token.
    GatewayAsService(Scopes),
    /// Data Center, as `Bearer`: a personal access token.
    DataCenter,
    /// Data Center, as `Basic`.
    Password,
}

/// What a token may do, in classic scopes.
pub(crate) type Scopes = &'static [&'static str];

const READS: Scopes = &["read:jira-user", "read:jira-work", "read:confluence-user"];

static TOKENS: LazyLock<Vec<Token>> = LazyLock::new(|| {
    let token = |secret, account, opens| Token {
        secret,
        account,
        opens,
    };
    vec![
        token(api_token(0), &JANE, Opens::Sites),
        token(api_token(1), &UNA, Opens::Sites),
        token(api_token(2), &VIC, Opens::Sites),
        token(api_token(3), &OLA, Opens::Sites),
        token(api_token(4), &JANE, Opens::Expired),
        token(api_token(5), &JANE, Opens::Gateway(READS)),
        token(api_token(6), &JANE, Opens::Gateway(&["write:jira-work"])),
        token(
            expand("{{service-account-token}}"),
            &BOT,
            Opens::GatewayAsService(READS),
        ),
        token(expand("{{dc-pat}}"), &JANE, Opens::DataCenter),
        token(expand("{{password}}"), &JANE, Opens::Password),
    ]
});

/// An API token with its checksum, another one for each number: the sample's body, turned.
fn api_token(number: usize) -> String {
    const PREFIX: &str = "ATATT3xFfGF0";
    let sample = expand("{{api-token}}");
    let body = sample.strip_prefix(PREFIX).unwrap_or(&sample);
    let body = body.split('=').next().unwrap_or(body);
    let (front, back) = body.split_at_checked(number).unwrap_or((body, ""));
    let token = format!("{PREFIX}{back}{front}=");
    let checksum = crc32(token.as_bytes());
    format!("{token}{checksum:08X}")
}

/// What a person of a scenario types.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Credential {
    Good,
    /// A token that nobody was given.
    Wrong,
    Expired,
    /// Jane's token and another person's e-mail.
    OtherEmail,
    /// With scopes, all that reading needs.
    Scoped,
    /// With scopes, none of which reads.
    UnderScoped,
    ServiceAccount,
    /// No access to Jira.
    Unlicensed,
    /// May browse and no more.
    Viewer,
    /// Sees no project at all.
    Outsider,
    /// Jane's token, sent as `Bearer`.
    AsBearer,
    AccessToken,
    /// A personal access token, sent as a password.
    AccessTokenAsPassword,
    Password,
    WrongPassword,
}

/// The texts of a credential.
pub(crate) struct Typed {
    pub(crate) email: Option<&'static str>,
    pub(crate) token: String,
    /// A header that was built by hand.
    pub(crate) authorization: Option<String>,
}

impl Credential {
    pub(crate) fn typed(self) -> Typed {
        let (email, token) = match self {
            Self::Good | Self::AsBearer => (Some(JANE.email), api_token(0)),
            Self::Unlicensed => (Some(UNA.email), api_token(1)),
            Self::Viewer => (Some(VIC.email), api_token(2)),
            Self::Outsider => (Some(OLA.email), api_token(3)),
            Self::OtherEmail => (Some(VIC.email), api_token(0)),
            Self::Expired => (Some(JANE.email), api_token(4)),
            Self::Scoped => (Some(JANE.email), api_token(5)),
            Self::UnderScoped => (Some(JANE.email), api_token(6)),
            Self::Wrong => (Some(JANE.email), api_token(99)),
            Self::ServiceAccount => (Some(BOT.email), expand("{{service-account-token}}")),
            Self::AccessToken => (None, expand("{{dc-pat}}")),
            Self::AccessTokenAsPassword => (Some(JANE.user), expand("{{dc-pat}}")),
            Self::Password => (Some(JANE.user), expand("{{password}}")),
            Self::WrongPassword => (Some(JANE.user), expand("{{password}}2")),
        };
        let authorization = match self {
            Self::AsBearer => Some(format!("Bearer {token}")),
            Self::AccessTokenAsPassword => {
                let pair = STANDARD.encode(format!("{}:{token}", JANE.user));
                Some(format!("Basic {pair}"))
            }
            _ => None,
        };
        Typed {
            email,
            token,
            authorization,
        }
    }
}

/// The owner of an API token without scopes. The e-mail is compared without regard to case, as measured.
pub(crate) fn on_site(email: &str, secret: &str) -> Option<&'static Account> {
    TOKENS.iter().find_map(|token| {
        let opens = matches!(token.opens, Opens::Sites) && is_owner(token, email, secret);
        opens.then_some(token.account)
    })
}

/// The owner of a token with scopes, and the scopes.
pub(crate) fn at_gateway(email: &str, secret: &str) -> Option<(&'static Account, Scopes)> {
    TOKENS.iter().find_map(|token| match token.opens {
        Opens::Gateway(scopes) if is_owner(token, email, secret) => Some((token.account, scopes)),
        _ => None,
    })
}

/// The service account that a token belongs to, and its scopes.
pub(crate) fn service_account(secret: &str) -> Option<(&'static Account, Scopes)> {
    TOKENS.iter().find_map(|token| match token.opens {
        Opens::GatewayAsService(scopes) if token.secret == secret => Some((token.account, scopes)),
        _ => None,
    })
}

/// Whether this is a person's token that can be used at the gateway at all.
pub(crate) fn is_users(secret: &str) -> bool {
    TOKENS.iter().any(|token| {
        token.secret == secret && matches!(token.opens, Opens::Gateway(_) | Opens::Sites)
    })
}

/// The user of Data Center with this password.
pub(crate) fn with_password(user: &str, secret: &str) -> Option<&'static Account> {
    TOKENS.iter().find_map(|token| {
        let opens = matches!(token.opens, Opens::Password)
            && token.account.user == user
            && token.secret == secret;
        opens.then_some(token.account)
    })
}

/// The owner of a personal access token.
pub(crate) fn with_access_token(secret: &str) -> Option<&'static Account> {
    TOKENS.iter().find_map(|token| {
        let opens = matches!(token.opens, Opens::DataCenter) && token.secret == secret;
        opens.then_some(token.account)
    })
}

fn is_owner(token: &Token, email: &str, secret: &str) -> bool {
    token.secret == secret && token.account.email.eq_ignore_ascii_case(email)
}
