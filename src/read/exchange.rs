//! One exchange: what was asked, what came back, who answered, and what the answer is.

mod answered_by;
mod body;
mod content;
mod endpoint;
mod marks;
mod messages;
mod sent;

use crate::evidence::{Call, Deployment, Evidence, Failure, Field, Response, SentScheme};
use crate::input::Placed;
use crate::read::header::Header;
use crate::read::site::{HostReader, Site};
pub use crate::read::speaker::Speaker;
use crate::span::Span;

/// One request and its answer, as far as they are known.
#[derive(Clone, Debug, Default)]
pub struct Exchange {
    /// What was asked.
    pub sent: Sent,
    /// HTTP status.
    pub status: Option<u16>,
    /// Headers of the answer.
    pub headers: Headers,
    /// The body of the answer.
    pub body: Body,
    /// Who answered.
    pub answered_by: Option<Speaker>,
    /// The field that it was read from: `Response`, `Calls` or `Paste`.
    pub field: Option<Field>,
    /// Where it stands in a pasted text.
    pub span: Option<Span>,
    /// Why nothing whole came back, where that is known.
    pub failure: Option<Failure>,
}

/// What was asked.
#[derive(Clone, Debug, Default)]
pub struct Sent {
    /// HTTP method, in capitals.
    pub method: Option<String>,
    /// The whole address, as printed.
    pub url: Option<String>,
    /// The address as a site's address is read.
    pub site: Option<Site>,
    /// Path and query.
    pub path: Option<String>,
    /// What the path asks for.
    pub endpoint: Endpoint,
    /// Whether the command that asked sends a body along.
    pub has_body: bool,
    /// The header that was sent, where it was printed.
    pub authorization: Option<Placed<Header>>,
    /// The scheme of the header that was sent, where it is known.
    pub scheme: Option<SentScheme>,
}

/// What a path asks for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Endpoint {
    /// Not known.
    #[default]
    Unknown,
    /// `/rest/api/{2,3}/myself`
    Myself,
    /// `/rest/api/{2,3}/serverInfo`
    ServerInfo,
    /// `/rest/api/{2,3}/mypermissions`
    MyPermissions,
    /// `/_edge/tenant_info`
    TenantInfo,
    /// `/rest/api/{2,3}/field`, `…/priority` and other lists that every site has
    Lists,
    /// `/rest/api/{2,3}/project`, `…/project/search`
    Projects,
    /// `/rest/api/{2,3}/project/KEY`
    Project,
    /// `/rest/api/{2,3}/issue/KEY-1`
    Issue,
    /// `/rest/api/{2,3}/search`, removed
    OldSearch,
    /// `/rest/api/{2,3}/search/jql`
    Search,
    /// `/rest/api/{2,3}/user…`
    User,
    /// `/rest/api/{2,3}/applicationrole`, `…/permissions`, and others that want an administrator
    Admin,
    /// `/rest/agile/1.0/…`
    Agile,
    /// `/rest/auth/1/session`: the old login
    Session,
    /// `/rest/servicedeskapi/…`
    ServiceDesk,
    /// `/rest/tempo-teams/1/…`: what an app adds to a server
    App,
    /// Another path below `/rest/` or `/wiki/rest/`
    OtherRest,
    /// `/wiki/rest/api/…`, `/wiki/api/v2/…`; on a server `/rest/api/content`, `…/space`
    Confluence,
    /// A page for people: `/login.jsp`, `/browse/…`
    Page,
}

/// Header names and values, in the order of the answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Headers(pub Vec<(String, String)>);

impl Headers {
    /// The value of the last header of this name, whatever its case.
    pub fn get(&self, name: &str) -> Option<&str> {
        let mut all = self.0.iter().rev();
        let (_, value) = all.find(|(typed, _)| typed.eq_ignore_ascii_case(name))?;
        Some(value)
    }
}

/// What came back.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Body {
    /// Its form, whatever the headers say of it.
    pub form: Form,
    /// An HTML page's title, or its first heading.
    pub title: Option<String>,
    /// The messages of a JSON or XML answer, in the order of the answer, whatever key held them.
    pub messages: Vec<String>,
    /// Whether some of them are about fields of a form: `"errors": {"summary": "…"}`.
    pub of_fields: bool,
    /// What a good answer tells.
    pub content: Content,
}

/// The form of a body.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Form {
    /// Not known: the evidence has no body.
    #[default]
    Unknown,
    /// Known to be empty.
    Empty,
    /// JSON, perhaps cut off.
    Json,
    /// A web page, perhaps cut off.
    Html,
    /// XML.
    Xml,
    /// Anything else.
    Text,
}

/// What a good answer tells (jira-facts.md 6).
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Content {
    /// Nothing that is known.
    #[default]
    Unknown,
    /// `myself`, or another user with an account id or name: the credential was taken.
    Account {
        /// `accountId`, or a server's `name` or `key`.
        id: String,
        /// `active`
        active: Option<bool>,
        /// `emailAddress`
        email: Option<String>,
        /// `displayName`
        name: Option<String>,
        /// `accountType`
        kind: Option<String>,
    },
    /// Confluence's `anonymous` user.
    Anonymous,
    /// `serverInfo`
    ServerInfo {
        /// `deploymentType`
        deployment: Option<Deployment>,
        /// `baseUrl`
        base_url: Option<String>,
    },
    /// `mypermissions`: keys, and whether they are held.
    Permissions(Vec<(String, bool)>),
    /// `tenant_info`
    TenantInfo {
        /// `cloudId`
        cloud_id: String,
    },
    /// One project's key.
    Project(String),
    /// One issue's key.
    Issue(String),
    /// A list of issues; how many.
    Issues(usize),
    /// A list of projects; how many.
    Projects(usize),
    /// A list of something else, without entries.
    EmptyList,
}

/// Reads the request and the answer that the evidence gives in fields; `None` where it gives neither.
pub fn read(evidence: &Evidence, platform_host: HostReader) -> Option<Exchange> {
    let (request, response) = (evidence.request.as_ref(), evidence.response.as_ref());
    if request.is_none() && response.is_none() {
        return None;
    }
    let method = request.and_then(|request| request.method.as_deref());
    let url = request.and_then(|request| request.url.as_deref());
    let sent = Sent::of(method, url, platform_host);
    Some(Exchange::given(sent, response, Field::Response))
}

/// As [`read`] where nothing but the number of a status is known.
pub(crate) fn of_status(evidence: &Evidence) -> Option<Exchange> {
    let status = evidence.response.as_ref()?.status;
    Some(Exchange {
        // The only number that one kind of server alone answers with.
        answered_by: (status == Some(407)).then_some(Speaker::CorporateProxy),
        status,
        field: Some(Field::Response),
        ..Exchange::default()
    })
}

/// Reads a call of the examination.
pub(crate) fn call(call: &Call, platform_host: HostReader) -> Exchange {
    let (method, url) = (&call.request.method, &call.request.url);
    let mut sent = Sent::of(method.as_deref(), url.as_deref(), platform_host);
    sent.scheme = call.scheme;
    let mut exchange = Exchange::given(sent, call.response.as_ref(), Field::Calls);
    exchange.failure = call.failure;
    exchange
}

impl Exchange {
    /// An exchange whose answer is given in parts.
    fn given(sent: Sent, response: Option<&Response>, field: Field) -> Self {
        let mut headers = Headers::default();
        for (name, value) in response.iter().flat_map(|response| &response.headers) {
            headers.0.push((name.clone(), value.clone()));
        }
        let body = response.and_then(|response| response.body.as_deref());
        let status = response.and_then(|response| response.status);
        Self::new(sent, status, headers, body, field, None)
    }

    /// Puts an exchange together and reads its body. `body` is `None` where nothing of a body is known, and an empty text
    /// where the answer is known to have none.
    pub(crate) fn new(
        sent: Sent,
        status: Option<u16>,
        headers: Headers,
        body: Option<&str>,
        field: Field,
        span: Option<Span>,
    ) -> Self {
        let raw = body.unwrap_or_default();
        let content_type = headers.get("content-type");
        let body = body.map_or_else(Body::default, |text| {
            body::read(text, content_type, sent.endpoint)
        });
        let host = sent.host();
        Self {
            answered_by: Speaker::of(host, status, &headers, &body, raw),
            sent,
            status,
            headers,
            body,
            field: Some(field),
            span,
            failure: None,
        }
    }
}

#[cfg(test)]
mod tests;
