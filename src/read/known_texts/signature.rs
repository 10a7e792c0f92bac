//! The meanings that a known text can have.

/// What a server, a gateway, a proxy, a client or a product is known to print: one for each meaning, whatever the words.
/// The documentation of each says who prints it and what it means (facts.md 4 and 11, peers.md A.4).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Signature {
    // Signing in: signatures/auth.rs
    /// Jira Cloud, 401: no credential was taken. Wrong, expired, scoped, another account's, or none: it does not say.
    ClientMustBeAuthenticated,
    /// Jira, 401: the operation wants somebody signed in, and the caller is anonymous.
    NotAuthenticated,
    /// Jira Cloud, 401: a password, or a secret so damaged that it looks like one.
    PasswordsDeprecated,
    /// Gateway, 401: the token was taken and lacks a scope. The secret itself is good.
    ScopeMismatch,
    /// Gateway, 401 `{"code":401,"message":"Unauthorized"}`: the credential was not taken at all.
    GatewayUnauthorized,
    /// Jira Cloud, 403: Bearer with something that is no session token, usually an API token.
    ConnectSessionToken,
    /// Data Center, 401 page: name or password wrong, or a personal access token sent as Basic.
    BasicAuthFailure,
    /// Seraph, `AUTHENTICATED_FAILED` in a header or on a page: a pair was sent and not taken, whatever the status.
    SeraphFailed,
    /// Seraph, `AUTHENTICATION_DENIED`: sign-in is locked, mostly by a CAPTCHA after failures.
    AuthenticationDenied,
    /// Seraph, `AUTHORISATION_FAILED`: signed in, and not allowed in.
    AuthorisationFailed,
    /// Data Center, 403: sign in once in the browser and answer the CAPTCHA.
    CaptchaChallenge,
    /// Data Center, 403: Basic is switched off, by Jira itself or by its SSO plug-in.
    BasicDisabled,
    /// Server plug-ins and old REST resources: nobody is signed in.
    LoginRequired,
    /// `rest/auth/1/session` and user management: name or password refused. On Cloud the endpoint is gone.
    LoginFailed,
    /// Data Center, page or title `Unauthorized (401)`: not signed in; the cause does not stand there.
    UnauthorizedPage,
    /// Data Center, page or title `Forbidden (403)`: refused; CAPTCHA, disabled Basic or permission.
    ForbiddenPage,
    /// Tomcat, `HTTP Status 401`: before the application; on Confluence Cloud a Basic value that cannot be read.
    TomcatUnauthorized,
    /// An organisation's policy keeps API tokens out.
    TokenBlockedByPolicy,
    /// Whoever says it of a token in so many words: it was good and has lapsed.
    TokenExpired,
    /// Whoever says it of a token in so many words: it was taken back.
    TokenRevoked,
    /// An OAuth server: the grant or the refresh token is void (`invalid_grant`).
    OauthGrantInvalid,
    /// Bitbucket: account and app passwords no longer sign in.
    BitbucketPassword,
    /// Jentic and secret stores: no secret stands under that name.
    TokenNotFound,
    /// SSO plug-ins, directories: the account signs in elsewhere and has no password here.
    SsoOnly,
    /// Whoever says it in so many words: the account is switched off or locked.
    AccountInactive,
    /// Wget: the server challenges with `OAuth`, so no Basic header was sent.
    AuthSchemeUnknown,
    /// Clients that tell that a `.netrc` entry signs the request.
    NetrcUsed,
    /// A client that was served as a guest.
    ServedAsGuest,

    // Permission and objects: signatures/permission.rs
    /// Jira, 404: the issue is missing, or hidden from the caller, who may be anonymous.
    IssueUnseen,
    /// Data Center, 404: the issue is missing. Says nothing of permission.
    IssueMissing,
    /// Data Center, 403: the issue is there and hidden from the caller.
    IssueDenied,
    /// Jira, 404: no such project, or hidden from the caller, who may be anonymous.
    NoProject,
    /// Aha!: no such project, or no right to create versions in it.
    NoProjectForVersions,
    /// JQL, 400: a project, user or other value is missing or hidden from the caller.
    JqlValueMissing,
    /// JQL, 400: a field is missing or hidden from the caller.
    JqlFieldUnseen,
    /// JQL, 400: the caller is anonymous, so the credential was dropped.
    AnonymousForbidden,
    /// Jira Software: no such board, or hidden from the caller.
    BoardUnseen,
    /// Confluence: no such page or space, or hidden from the caller.
    ContentUnseen,
    /// Jira: signed in, without access to the product.
    NoJiraAccess,
    /// Confluence, 403: without access to the product, or the credential failed.
    NoConfluenceAccess,
    /// Any product: signed in, and not allowed to do this.
    PermissionDenied,
    /// Jira: not allowed to browse the project.
    BrowseDenied,
    /// Jira: not allowed to create issues, or issues of that type, in the project.
    CreateDenied,
    /// Jira, and the API of organisations: only an administrator may.
    NotAdmin,
    /// Jira Cloud, 401 on a public project's settings: the caller is anonymous or no project administrator.
    ProjectConfigDenied,
    /// Gateway, 403: the OAuth app is not installed on the site, or its grant is too small.
    AppNotInstalled,
    /// Jira, 400: a field is missing on the screen, often for want of permission.
    FieldNotOnScreen,
    /// Jira, 400 or 404: a query parameter is missing (`permissions`, `accountId`).
    ParameterMissing,

    // Paths and sites: signatures/path.rs
    /// Jira Cloud, 404 problem document: the site is right, the API path is not.
    NoEndpoint,
    /// Jira, 404 page: a path that Jira does not know, mostly an extra one before `/rest`.
    DeadLink,
    /// Confluence, 404: wrong Confluence path, mostly a missing `/wiki`.
    NullForUri,
    /// Jira Data Center REST, 404 with `sub-code`: REST answers, the resource is unknown.
    RestNotFound,
    /// Tomcat, 404: nothing is deployed there, so the context path is missing or wrong.
    TomcatNotFound,
    /// Spring, 404 `No message available`: a service of Atlassian that is no Jira site.
    NoMessageAvailable,
    /// Jira Cloud, 404 page: no site of that name.
    PageUnavailable,
    /// Jira Cloud, 404 JSON: no site of that name.
    SiteTemporarilyUnavailable,
    /// Jira Cloud, 503 page: the product is switched off on the site.
    ProductUnavailable,
    /// Jira Cloud: the site or product is suspended or deactivated.
    JiraDeactivated,
    /// Jira Cloud, 410: the endpoint is gone (`CHANGE-2046`). Credentials may be fine.
    EndpointRemoved,
    /// Jira, 405: the method does not fit the path; after a redirect a POST turned into a GET.
    MethodNotSupported,
    /// Jira, 415: no `Content-Type`. Credentials were not looked at.
    ContentTypeNull,
    /// Jira, 400: the body is no JSON. Credentials were not looked at.
    BadJson,
    /// Jira, 400: a parameter has the wrong form.
    ConvertFailed,
    /// Jira Cloud, 400: `search/jql` wants a restriction.
    UnboundedJql,
    /// Jira's own check: the base URL in its settings is not the address in use.
    BaseUrlMismatch,

    // Connections: signatures/network.rs
    /// The host's name has no address.
    DnsFailed,
    /// Nobody listens on that port.
    ConnectionRefused,
    /// The other side hung up.
    ConnectionReset,
    /// No answer in time.
    TimedOut,
    /// No way to the host.
    Unreachable,
    /// The machine is offline.
    Offline,
    /// A proxy refused, or cannot be reached.
    ProxyRefused,
    /// A proxy wants credentials of its own (407).
    ProxyAuth,
    /// Zscaler, Netskope, Forcepoint, Fortinet, …: a page of the company's filter in place of the answer.
    CorporateBlockPage,

    // Browsers: signatures/browser.rs
    /// `fetch` failed, and a browser tells no more.
    FetchFailed,
    /// A browser keeps the answer from the page: no CORS header.
    CorsBlocked,
    /// Firefox: the call did not get through (name, port, certificate), though it says CORS.
    CorsRequestFailed,
    /// A browser refuses `http:` from an `https:` page.
    MixedContent,
    /// A browser's policy for private addresses.
    LocalNetworkDenied,
    /// The page's own Content Security Policy forbids the call.
    CspBlocked,
    /// An extension of the browser stopped the call.
    BlockedByClient,

    // TLS: signatures/tls.rs
    /// The certificate's issuer is not trusted: self-signed, a private CA, interception.
    TlsUntrusted,
    /// The certificate is for another host.
    TlsHostname,
    /// The certificate has lapsed, or the clock is wrong.
    TlsExpired,
    /// No common version or cipher.
    TlsProtocol,
    /// Plain HTTP was spoken to a port that wants TLS.
    HttpToHttpsPort,
    /// TLS was spoken to a port that answers in plain HTTP (or that is no TLS at all).
    HttpsToHttpPort,
    /// The server wants a certificate of the client's.
    TlsClientCertificate,
    /// TLS failed, and the client tells no more.
    TlsFailed,
    /// A client that was told not to check certificates. A warning, no failure.
    TlsUnverified,

    // Gates and faults of servers: signatures/gate.rs
    /// Jira, 403: a write that looks like a browser's.
    XsrfFailed,
    /// Atlassian: the caller's address is not on the allow-list.
    IpRejected,
    /// A firewall or a web server in front refused.
    WafBlocked,
    /// The refusal names the User-Agent.
    UserAgentBlocked,
    /// `CloudFront`, "Bad request. We can't connect …": a GET that carries a body.
    GetWithBody,
    /// `CloudFront`'s own page: its status tells. 400 and 403 mostly a GET that carries a body, 5xx a fault.
    CloudFrontError,
    /// Jira and its gateways say that the caller is too fast, or name a limit that was hit.
    RateLimited,
    /// The status 429 in a client's words.
    TooManyRequests,
    /// 502.
    BadGateway,
    /// 503, without a reason.
    ServiceUnavailable,
    /// 504.
    GatewayTimeout,
    /// 500.
    InternalError,
    /// nginx and Tomcat, 400: a header is too large or cannot be read.
    HeaderTooLarge,

    // Clients: signatures/client.rs
    /// The address has no `https://`.
    NoScheme,
    /// The address has it twice: the host is `https`.
    DoubleScheme,
    /// The address has no host: a variable was empty.
    EmptyHost,
    /// A variable of the client's was empty when it built the path.
    UndefinedInPath,
    /// No address can be read from the text; more is not told.
    InvalidUrl,
    /// A parser of JSON met `<`: a web page came.
    HtmlForJson,
    /// A parser of JSON met the `C` of `Client must be authenticated …`, the plain 401 of Jira Cloud.
    PlainTextForJson,
    /// A parser of JSON met nothing.
    EmptyForJson,
    /// A parser of JSON failed at the first character; a page, plain words or nothing.
    NotJson,
    /// A client refuses the header: line end or another forbidden character in it.
    HeaderInvalid,
    /// HTTP/2 ended with `PROTOCOL_ERROR`: mostly a line end in a header.
    Http2ProtocolError,
    /// The token or name has characters that the client cannot put into a header.
    HeaderNotLatin1,
    /// A circle of redirects.
    TooManyRedirects,

    // Login pages: signatures/login.rs
    /// The answer is Atlassian's or Jira's own login page, or the way to it.
    RedirectLogin,
    /// The answer is the page of an identity provider, or the way to it.
    RedirectSso,
    /// Aha! and others: a redirect where an answer was due.
    Redirect302,

    // Products: signatures/product.rs
    /// Products that blame the credentials for any 401, 403 or 404: not more than that status.
    BlamesCredentials,
    /// Products that blame the address, or cannot connect, without a reason.
    BlamesAddress,
    /// Products that blame a permission of the token for any refusal.
    BlamesPermission,
    /// Products that lack a setting: nothing was sent.
    Unconfigured,
    /// Products that print a status that they did not expect and nothing else.
    UnexpectedStatus,
    /// Atlascode, which says it of a 404: the address is at fault (peers.md A.4).
    AtlascodeNotFound,
    /// Aha!: the integration's sign-in was refused.
    AhaAuthFailed,
    /// Products that want the name of the site alone.
    SubdomainOnly,
    /// Products that only take Cloud, or only a server, and got the other.
    WrongDeployment,
    /// Amazon, Google, Kubernetes, databases, …: programs that refuse in words which Jira's clients use too.
    AnotherProduct,
}
