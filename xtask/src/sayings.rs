//! What an error message says of a call, in words for its page: by the class of the message, and by who says it.

use jira_doctor::read::known_texts::Class;
use jira_doctor::read::speaker::Speaker;

/// The headings that the list of messages is under, in the order in which a call meets them.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Heading {
    Unsent,
    Connection,
    Front,
    SignIn,
    Access,
    Missing,
    Request,
    Server,
    Answer,
    Unclear,
}

impl Heading {
    pub(crate) const ALL: [Self; 10] = [
        Self::SignIn,
        Self::Access,
        Self::Missing,
        Self::Unsent,
        Self::Connection,
        Self::Front,
        Self::Request,
        Self::Server,
        Self::Answer,
        Self::Unclear,
    ];

    /// An address that people link to: it stays.
    pub(crate) fn id(self) -> &'static str {
        match self {
            Self::Unsent => "not-sent",
            Self::Connection => "connection",
            Self::Front => "in-front-of-jira",
            Self::SignIn => "sign-in",
            Self::Access => "access",
            Self::Missing => "not-found",
            Self::Request => "request",
            Self::Server => "server",
            Self::Answer => "answer",
            Self::Unclear => "unclear",
        }
    }

    /// Whether the credentials were not checked.
    pub(crate) fn is_before_sign_in(self) -> bool {
        matches!(
            self,
            Self::Unsent | Self::Connection | Self::Front | Self::Request | Self::Server
        )
    }

    pub(crate) fn title(self) -> &'static str {
        match self {
            Self::Unsent => "Nothing was sent",
            Self::Connection => "No connection",
            Self::Front => "Something in front of Jira",
            Self::SignIn => "Signing in",
            Self::Access => "Access and permissions",
            Self::Missing => "Not found",
            Self::Request => "The request",
            Self::Server => "The server",
            Self::Answer => "An answer that can't be read",
            Self::Unclear => "Messages that don't say why",
        }
    }
}

/// The heading that a class is under, and what a message of it says.
pub(crate) fn class_in_words(class: Class) -> (Heading, &'static str) {
    use Heading::{
        Access, Answer, Connection, Front, Missing, Request, Server, SignIn, Unclear, Unsent,
    };
    match class {
        Class::Unsent => (
            Unsent,
            "The program stopped before it sent anything. Jira never saw the call, so this says nothing about the token.",
        ),
        Class::Name => (
            Connection,
            "The host name has no address, so the call never left. The credentials were not checked.",
        ),
        Class::Connect => (
            Connection,
            "There was no connection, or it was cut. The credentials were not checked.",
        ),
        Class::Tls => (
            Connection,
            "The program and the server could not agree on a secure connection. The credentials were not sent.",
        ),
        Class::Gate => (
            Front,
            "A proxy, a firewall or Atlassian's edge refused the call before Jira saw it. The credentials were not checked.",
        ),
        Class::Withheld => (
            Front,
            "An answer may have come, but the browser keeps it from the web page. You can't tell from this whether Jira accepts the credentials.",
        ),
        Class::Redirect => (
            Front,
            "The call was sent on to another address, usually a sign-in page. Jira did not answer it.",
        ),
        Class::Site => (
            Missing,
            "There is no site at this address, or the product is not active on it.",
        ),
        Class::Refusal => (
            SignIn,
            "Nobody was signed in: Jira received no credentials, or did not accept them.",
        ),
        Class::Anonymous => (
            SignIn,
            "Jira ignored the credentials and answered as it answers anyone who isn't signed in.",
        ),
        Class::Credential => (
            SignIn,
            "The message names what keeps these credentials from being accepted.",
        ),
        Class::Licence => (
            Access,
            "Jira accepted the credentials, but the account has no access to this product.",
        ),
        Class::Scope => (
            Access,
            "Jira accepted the token, but the token lacks a scope that this call needs.",
        ),
        Class::Permission => (
            Access,
            "Jira knows the account, but the account isn't allowed to do this.",
        ),
        Class::Unseen => (
            Missing,
            "What you asked for does not exist, or the account may not see it. Jira gives the same answer to anyone who isn't signed in.",
        ),
        Class::Object => (Missing, "What you asked for does not exist."),
        Class::Path => (
            Missing,
            "The server has nothing at this path. The address, the API version or the path is wrong.",
        ),
        Class::Request => (
            Request,
            "Jira read the call and rejects its form or its data. The credentials are usually fine.",
        ),
        Class::Rate => (
            Server,
            "There were too many calls in too short a time. A new token will not help.",
        ),
        Class::Failure => (
            Server,
            "The server failed. This says nothing about the credentials.",
        ),
        Class::Unreadable => (
            Answer,
            "The program expected JSON and got something else. Look at the answer itself: it says why.",
        ),
        Class::Note | Class::Voice => (
            Unclear,
            "This appears beside an answer and is not an error by itself.",
        ),
        Class::Vague => (
            Unclear,
            "The program only says that the call failed. The status code and the answer, elsewhere in its output, say why.",
        ),
    }
}

/// Who says it, where that is known.
pub(crate) fn speaker_in_words(speaker: Speaker) -> Option<&'static str> {
    Some(match speaker {
        Speaker::CorporateProxy => "a company's web proxy",
        Speaker::SignOn => "a sign-on page",
        Speaker::Other => "another service",
        Speaker::Edge => "Atlassian's edge, in front of Jira Cloud",
        Speaker::Gateway => "Atlassian's gateway, api.atlassian.com",
        Speaker::JiraCloud => "Jira Cloud",
        Speaker::DataCenter => "Jira Data Center",
        Speaker::ReverseProxy => "a proxy in front of the server",
        Speaker::Jira => "Jira",
        Speaker::Confluence => "Confluence",
        Speaker::LoginFilter => "Jira's sign-in filter, Seraph",
        Speaker::Program => "the program or a library that it uses",
        Speaker::Nobody | Speaker::Anyone => return None,
    })
}
