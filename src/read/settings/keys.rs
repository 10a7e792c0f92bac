//! What a key names, in whatever way it is written: `JIRA_API_TOKEN`, `apiToken`, `--jira-token`, `API token`.

use super::found::rank;
use crate::evidence::SentScheme;
use crate::text::{contains_ignoring_case, plain_name};

/// What a value is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    Site,
    Email,
    Token,
    Authorization,
    Project,
    Issue,
    /// `user:secret`, or both in brackets.
    Pair,
    /// Whether https is spoken.
    Https,
}

/// What a key names and how good it is.
#[derive(Clone, Copy)]
pub(super) struct Key {
    pub(super) meaning: Meaning,
    pub(super) rank: i32,
    /// Whether it says itself that it is Jira's.
    pub(super) is_jira: bool,
    /// How it says that the secret is sent.
    pub(super) scheme: Option<SentScheme>,
}

/// Whose settings a block holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Owner {
    Jira,
    Confluence,
    Foreign,
    Unknown,
}

/// The longest key worth reading, in bytes.
pub(super) const LONGEST: usize = 80;

/// Reads a key inside a block. Words in front of it that say nothing are passed over: `here is my API token`.
pub(super) fn read(key: &str, block: Owner) -> Option<Key> {
    let key = key.get(..LONGEST).unwrap_or(key);
    let mut rest = key.trim();
    loop {
        let joined = plain_name(rest);
        if let Some(known) = classify(&joined, block) {
            return (owner(key) != Owner::Foreign).then_some(known);
        }
        (_, rest) = rest.split_once(' ')?;
    }
}

/// Whose settings a block of this name holds.
pub(super) fn owner(name: &str) -> Owner {
    let has = |words: &[&str]| words.iter().any(|word| contains_ignoring_case(name, word));
    if has(&["jira", "atlassian"]) {
        Owner::Jira
    } else if has(&["confluence", "wiki"]) {
        Owner::Confluence
    } else if has(FOREIGN) {
        Owner::Foreign
    } else {
        Owner::Unknown
    }
}

fn classify(joined: &str, block: Owner) -> Option<Key> {
    let last = joined.as_bytes().last();
    let (ending, meaning, quality) = ENDINGS
        .iter()
        // One byte tells most of them apart, and long texts have many keys.
        .filter(|(ending, ..)| ending.as_bytes().last() == last && joined.ends_with(ending))
        .max_by_key(|(ending, ..)| ending.len())?;
    let rest = joined.strip_suffix(ending)?;
    if MISLEADING.iter().any(|word| rest.ends_with(word)) {
        return None;
    }
    let is_jira = joined.contains("jira");
    let rank = if is_jira {
        rank::JIRA
    } else if joined.contains("atlassian") {
        rank::ATLASSIAN
    } else if joined.contains("confluence") {
        rank::CONFLUENCE
    } else if is_filler(rest) {
        match block {
            Owner::Jira => rank::JIRA_BLOCK,
            Owner::Unknown => rank::PLAIN,
            Owner::Confluence => rank::CONFLUENCE,
            Owner::Foreign => return None,
        }
    } else {
        return None;
    };
    Some(Key {
        meaning: *meaning,
        rank: rank + quality,
        is_jira,
        scheme: scheme(joined, *meaning),
    })
}

/// A personal token goes alone, and a pair goes with Basic.
fn scheme(joined: &str, meaning: Meaning) -> Option<SentScheme> {
    const ALONE: [&str; 4] = ["personaltoken", "personalaccesstoken", "tokenauth", "pat"];
    match meaning {
        Meaning::Token => {
            let is_alone = ALONE.iter().any(|end| joined.ends_with(end));
            is_alone.then_some(SentScheme::Bearer)
        }
        Meaning::Pair => Some(SentScheme::Basic),
        _ => None,
    }
}

/// Whether nothing is left but words that say nothing.
fn is_filler(mut rest: &str) -> bool {
    while !rest.is_empty() {
        let longest = FILLERS
            .iter()
            .filter_map(|word| rest.strip_suffix(word))
            .min_by_key(|rest| rest.len());
        match longest {
            Some(shorter) => rest = shorter,
            None => return false,
        }
    }
    true
}

/// How keys end, what they name then, and how well the wording fits. The longest ending counts.
const ENDINGS: &[(&str, Meaning, i32)] = &[
    ("url", Meaning::Site, 3),
    ("uri", Meaning::Site, 2),
    ("site", Meaning::Site, 3),
    ("sitename", Meaning::Site, 2),
    ("server", Meaning::Site, 2),
    ("servername", Meaning::Site, 1),
    ("host", Meaning::Site, 2),
    ("hostname", Meaning::Site, 2),
    ("instance", Meaning::Site, 2),
    ("domain", Meaning::Site, 2),
    ("domainname", Meaning::Site, 2),
    ("subdomain", Meaning::Site, 2),
    ("endpoint", Meaning::Site, 1),
    ("base", Meaning::Site, 1),
    ("address", Meaning::Site, 0),
    ("jira", Meaning::Site, 0),
    ("machine", Meaning::Site, 1),
    ("adresse", Meaning::Site, 0),
    ("sitio", Meaning::Site, 1),
    ("dirección", Meaning::Site, 0),
    ("サイト", Meaning::Site, 1),
    ("ドメイン", Meaning::Site, 1),
    ("email", Meaning::Email, 3),
    ("mail", Meaning::Email, 2),
    ("emailaddress", Meaning::Email, 3),
    ("mailaddress", Meaning::Email, 2),
    ("emailid", Meaning::Email, 2),
    ("username", Meaning::Email, 2),
    ("user", Meaning::Email, 1),
    ("userid", Meaning::Email, 0),
    ("login", Meaning::Email, 1),
    ("loginname", Meaning::Email, 1),
    ("account", Meaning::Email, 0),
    ("emailadresse", Meaning::Email, 3),
    ("mailadresse", Meaning::Email, 2),
    ("adressemail", Meaning::Email, 2),
    ("adresseemail", Meaning::Email, 2),
    ("benutzername", Meaning::Email, 2),
    ("benutzer", Meaning::Email, 1),
    ("utilisateur", Meaning::Email, 2),
    ("identifiant", Meaning::Email, 1),
    ("courriel", Meaning::Email, 2),
    ("usuario", Meaning::Email, 2),
    ("correo", Meaning::Email, 2),
    ("correoelectrónico", Meaning::Email, 3),
    ("correoelectronico", Meaning::Email, 3),
    ("メール", Meaning::Email, 2),
    ("メールアドレス", Meaning::Email, 3),
    ("ユーザー", Meaning::Email, 1),
    ("ユーザー名", Meaning::Email, 2),
    ("apitoken", Meaning::Token, 4),
    ("personaltoken", Meaning::Token, 4),
    ("personalaccesstoken", Meaning::Token, 4),
    ("accesstoken", Meaning::Token, 3),
    ("tokenauth", Meaning::Token, 3),
    ("token", Meaning::Token, 3),
    ("tokenvalue", Meaning::Token, 3),
    ("pat", Meaning::Token, 3),
    ("apikey", Meaning::Token, 3),
    ("accesskey", Meaning::Token, 1),
    ("secretkey", Meaning::Token, 1),
    ("apisecret", Meaning::Token, 2),
    ("secret", Meaning::Token, 1),
    ("password", Meaning::Token, 2),
    ("passwd", Meaning::Token, 2),
    ("pass", Meaning::Token, 1),
    ("pwd", Meaning::Token, 1),
    ("passwort", Meaning::Token, 2),
    ("kennwort", Meaning::Token, 2),
    ("apischlüssel", Meaning::Token, 3),
    ("jeton", Meaning::Token, 3),
    ("jetonapi", Meaning::Token, 4),
    ("jetondapi", Meaning::Token, 4),
    ("passe", Meaning::Token, 2),
    ("contraseña", Meaning::Token, 2),
    ("clave", Meaning::Token, 1),
    ("tokendeapi", Meaning::Token, 4),
    ("トークン", Meaning::Token, 3),
    ("パスワード", Meaning::Token, 2),
    ("authorization", Meaning::Authorization, 3),
    ("authorizationheader", Meaning::Authorization, 3),
    ("authheader", Meaning::Authorization, 2),
    ("project", Meaning::Project, 2),
    ("projectkey", Meaning::Project, 3),
    ("projekt", Meaning::Project, 2),
    ("projektschlüssel", Meaning::Project, 3),
    ("projet", Meaning::Project, 2),
    ("proyecto", Meaning::Project, 2),
    ("プロジェクト", Meaning::Project, 2),
    ("プロジェクトキー", Meaning::Project, 3),
    ("issue", Meaning::Issue, 2),
    ("issuekey", Meaning::Issue, 3),
    ("ticket", Meaning::Issue, 1),
    ("auth", Meaning::Pair, 0),
    ("credentials", Meaning::Pair, 0),
    ("userpwd", Meaning::Pair, 1),
    ("usessl", Meaning::Https, 0),
    ("usehttps", Meaning::Https, 0),
];

/// Words that say nothing by themselves.
const FILLERS: &[&str] = &[
    "my",
    "your",
    "the",
    "our",
    "api",
    "base",
    "site",
    "instance",
    "host",
    "server",
    "user",
    "cloud",
    "account",
    "login",
    "auth",
    "access",
    "personal",
    "basic",
    "bearer",
    "http",
    "https",
    "rest",
    "env",
    "export",
    "set",
    "config",
    "default",
    "company",
    "root",
    "web",
    "app",
    "service",
    "org",
    "full",
    "tenant",
    "input",
    "test",
    "dev",
    "prod",
    "main",
    "public",
    "admin",
    "de",
    "mot",
    "nom",
    "mein",
    "meine",
    "ihr",
    "ihre",
    "nombre",
    "e",
    "credentials",
];

/// In front of an ending these make it something else: `CLIENT_SECRET`, `TOKEN_URL`, `avatarUrl`, `SMTP_HOST`.
const MISLEADING: &[&str] = &[
    "client",
    "webhook",
    "refresh",
    "consumer",
    "token",
    "avatar",
    "callback",
    "redirect",
    "proxy",
    "oauth",
    "smtp",
    "mail",
    "email",
    "icon",
    "docs",
    "help",
    "repo",
    "repository",
    "image",
    "csrf",
    "session",
    "signing",
    "shared",
    "hook",
    "db",
    "database",
    "registry",
    "ssh",
    "private",
    "encryption",
];

/// Whose keys look like Jira's and are not.
const FOREIGN: &[&str] = &[
    "github",
    "gitlab",
    "bitbucket",
    "slack",
    "openai",
    "anthropic",
    "claude",
    "gemini",
    "azure",
    "aws",
    "gcp",
    "google",
    "postgres",
    "mysql",
    "mongo",
    "redis",
    "smtp",
    "imap",
    "proxy",
    "sentry",
    "linear",
    "notion",
    "jenkins",
    "sonar",
    "docker",
    "npm",
    "telegram",
    "discord",
    "msteams",
    "stripe",
    "trello",
    "figma",
    "zendesk",
    "datadog",
    "pagerduty",
    "okta",
    "ldap",
    "ftp",
    "rabbit",
    "kafka",
    "elastic",
    "grafana",
    "vault",
    "database",
    "snowflake",
    "salesforce",
];
