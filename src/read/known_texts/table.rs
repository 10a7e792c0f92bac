//! The table. A row is one meaning: its name, its class, who says it, and the texts that have it; a new meaning is one row.
//!
//! Texts are in lower case, with single spaces and `'` for every quotation mark. A text that begins or ends with a letter or
//! digit does not count inside a longer word; a `*` at that end lets it, and a `$` at the end demands the end of a host's name.

use super::Class;
use crate::read::speaker::Speaker;

/// Makes the meanings and their texts of the rows. The texts of a row are one text in the program, a line each: a reference to
/// each would double what the table takes.
macro_rules! known_texts {
    ($($(#[doc = $doc:literal])+ $name:ident: $class:ident, $($speaker:ident [$($text:literal),*])+)+) => {
        /// What a server, a gateway, a proxy, a client or a product is known to print: one for each meaning, whatever the words.
        /// The documentation of each says who prints it and what it means (jira-facts.md 4 and 11).
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u8)]
        pub enum Signature {
            $($(#[doc = $doc])+ $name,)+
        }

        impl Signature {
            /// Every meaning, in the order of the table.
            #[cfg(feature = "pages")]
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// Who says it, by the first of its row.
            pub fn speaker(self) -> Speaker {
                match self {
                    $(Self::$name => [$(Speaker::$speaker),+][0],)+
                }
            }

            /// What it says of the call.
            pub fn class(self) -> Class {
                match self {
                    $(Self::$name => Class::$class,)+
                }
            }
        }

        pub(super) static TEXTS: &[(Signature, Speaker, &str)] =
            &[$($((Signature::$name, Speaker::$speaker, concat!($($text, "\n"),*)),)+)+];
    };
}

known_texts! {
    // Signing in.
    /// Jira Cloud, 401: no credential was taken. Wrong, expired, scoped, another account's, or none: it does not say.
    ClientMustBeAuthenticated: Refusal, Jira ["client must be authenticated to access this resource"]
    /// Jira, 401: the operation wants somebody signed in, and the caller is anonymous.
    NotAuthenticated: Refusal, Jira ["you are not authenticated", "authentication required to perform this operation",
        "user is not authenticated"]
    /// Jira Cloud, 401: a password, or a secret so damaged that it looks like one.
    PasswordsDeprecated: Refusal, JiraCloud ["basic authentication with passwords is deprecated"]
        Anyone ["basic auth with password is not allowed", "deprecation-notice-basic-auth",
        "deprecation-of-basic-authentication-with-passwords"]
    /// Gateway, 401: the token was taken and lacks a scope. The secret itself is good.
    ScopeMismatch: Scope, Gateway ["scope does not match"]
        Anyone ["failure_client_scope_check", "does not have the scope of this api", "does not have the required scope",
        "insufficient scope"]
    /// Gateway, 401 `{"code":401,"message":"Unauthorized"}`: the credential was not taken at all.
    GatewayUnauthorized: Refusal, Anyone ["'code':401,'message':'unauthorized'",
        "'code': 401, 'message': 'unauthorized'", "code: 401, message: 'unauthorized'",
        "code:401 message:unauthorized]"]
    /// Jira Cloud, 403: Bearer with something that is no session token, usually an API token.
    ConnectSessionToken: Credential, Edge ["failed to parse connect session auth token"]
    /// Data Center, 401 page: name or password wrong, or a personal access token sent as Basic.
    BasicAuthFailure: Refusal, DataCenter ["basic authentication failure - reason : authenticated_failed"]
    /// Seraph, `AUTHENTICATED_FAILED` in a header or on a page: a pair was sent and not taken, whatever the status.
    SeraphFailed: Refusal, LoginFilter ["authenticated_failed"]
    /// Seraph, `AUTHENTICATION_DENIED`: sign-in is locked, mostly by a CAPTCHA after failures.
    AuthenticationDenied: Credential, LoginFilter ["basic authentication failure - reason : authentication_denied", "login denied",
        "authentication_denied"]
    /// Seraph, `AUTHORISATION_FAILED`: signed in, and not allowed in.
    AuthorisationFailed: Licence, LoginFilter ["authorisation_failed", "authorization_failed"]
    /// Data Center, 403: sign in once in the browser and answer the CAPTCHA.
    CaptchaChallenge: Credential, Anyone ["captcha_challenge", "captcha challenge", "answer a captcha",
        "captcha question", "captcha required", "log on to the website before continuing"]
    /// Data Center, 403: Basic is switched off, by Jira itself or by its SSO plug-in.
    BasicDisabled: Credential, DataCenter ["basic authentication has been disabled on this instance"]
        Anyone ["basic authentication has been disabled", "basic authentication is disabled", "basic authentication has been blocked",
        "basic authentication is blocked", "basic authentication is not allowed",
        "basic authentication is not supported", "basic auth has been disabled", "basic auth is disabled",
        "basic auth is not allowed on", "basic auth is not supported"]
    /// Server plug-ins and old REST resources: nobody is signed in.
    LoginRequired: Refusal, Jira ["login is required", "login required", "you must be logged in", "you must log in",
        "you need to log in", "you are not logged in"]
    /// `rest/auth/1/session` and user management: name or password refused. On Cloud the endpoint is gone.
    LoginFailed: Refusal, Jira ["login failed", "user failed to authenticate", "username and password are incorrect",
        "invalid username or password", "incorrect username or password", "username or password is incorrect"]
    /// Data Center, page or title `Unauthorized (401)`: not signed in; the cause does not stand there.
    UnauthorizedPage: Refusal, Jira ["title>unauthorized (401)", "h1>unauthorized (401)", "'401 - unauthorized'"]
    /// Data Center, page or title `Forbidden (403)`: refused; CAPTCHA, disabled Basic or permission.
    ForbiddenPage: Vague, Jira ["title>forbidden (403)", "h1>forbidden (403)", "'403 - forbidden'"]
    /// Tomcat, `HTTP Status 401`: before the application; on Confluence Cloud a Basic value that cannot be read.
    TomcatUnauthorized: Refusal, Jira ["http status 401 - unauthorized"]
    /// An organisation's policy keeps API tokens out.
    TokenBlockedByPolicy: Credential, Anyone ["api token access is blocked", "api token access has been blocked",
        "api tokens are blocked", "api tokens are not allowed", "api token authentication is disabled",
        "not allowed to use api tokens", "admin blocked", "admin has blocked", "blocked by an admin",
        "blocked by your admin"]
    /// Whoever says it of a token in so many words: it was good and has lapsed.
    TokenExpired: Credential, Anyone ["token has expired", "token is expired", "token was expired",
        "access token expired", "api token expired", "error: token expired", "'token expired'", "expired token",
        "token_expired", "jwt expired", "tokenexpirederror", "password has expired", "password expired",
        "credentials have expired"]
    /// Whoever says it of a token in so many words: it was taken back.
    TokenRevoked: Credential, Anyone ["token has been revoked", "token was revoked", "token is revoked",
        "token revoked", "revoked token"]
    /// An OAuth server: the grant or the refresh token is void (`invalid_grant`).
    OauthGrantInvalid: Credential, Anyone ["token could not be refreshed", "could not refresh", "failed to refresh token",
        "failed to refresh access token", "failed to refresh the access token", "unable to refresh token",
        "unable to refresh access token", "token refresh failed", "refresh token is invalid", "refresh token expired",
        "refresh token has expired", "invalid refresh token"]
    /// OAuth 1.0a (OAuth Core 1.0a 10, problem reporting): consumer or signature refused, whoever the user is.
    OauthSignature: Credential, Anyone []
    /// OAuth 1.0a, JWT (RFC 7519 4.1), TLS: a time that the other side does not accept.
    ClockSkew: Credential, Anyone ["clock skew", "token used before issued", "token is not yet valid",
        "token is not valid yet", "jwt not active", "immaturesignatureerror", "certificate is not yet valid",
        "requesttimetooskewed"]
    /// OAuth 2.0 (RFC 6749 5.2 and 4.1.2.1): the app is refused, not the user.
    OauthClient: Credential, Anyone ["redirect_uri is not registered", "invalid redirect_uri", "callback url mismatch",
        "invalid client secret", "client secret is not valid"]
    /// Data Center: a secure administrator session is wanted.
    WebSudo: Permission, DataCenter ["websudo*", "x-atlassian-websudo", "secure administrator session",
        "secure administrator access"]
    /// Bitbucket: account and app passwords no longer sign in.
    BitbucketPassword: Credential, Anyone ["stopped supporting account passwords", "app passwords are deprecated",
        "app passwords have been", "app passwords are no longer"]
    /// Jentic and secret stores: no secret stands under that name.
    TokenNotFound: Credential, Program ["token not found"]
    /// SSO plug-ins, directories: the account signs in elsewhere and has no password here.
    SsoOnly: Credential, Anyone ["must use single sign-on", "requires single sign-on", "single sign-on is required",
        "sso is required", "sso is enforced", "log in with single sign-on", "password login is disabled",
        "password authentication is disabled"]
    /// Whoever says it in so many words: the account is switched off or locked.
    AccountInactive: Credential, Anyone ["account has been deactivated", "account is deactivated",
        "account is disabled", "account has been disabled", "account is inactive", "account is locked",
        "account has been locked", "account is suspended", "account has been suspended", "user is inactive",
        "user is deactivated"]
    /// Wget: the server challenges with `OAuth`, so no Basic header was sent.
    AuthSchemeUnknown: Credential, Program ["unknown authentication scheme", "no authentication challenges found"]
    /// Clients that tell that a `.netrc` entry signs the request.
    NetrcUsed: Note, Program ["in netrc", "from netrc", "from .netrc", "using netrc", "netrc file"]
    /// A client that was served as a guest.
    ServedAsGuest: Anonymous, LoginFilter ["logged as guest", "logged in as guest", "logged in as anonymous",
        "x-ausername: anonymous", "x-ausername': 'anonymous", "x-ausername':'anonymous", "x-ausername=[anonymous",
        "x-ausername:[anonymous"]

    // Permissions, and objects that are missing or hidden.
    /// Jira, 404: the issue is missing, or hidden from the caller, who may be anonymous.
    IssueUnseen: Unseen, Jira ["issue does not exist or you do not have permission to see it"]
    /// Data Center, 404: the issue is missing. Says nothing of permission.
    IssueMissing: Object, Jira ["issue does not exist"]
    /// Data Center, 403: the issue is there and hidden from the caller.
    IssueDenied: Permission, Jira ["permission to see the specified issue", "permission to view this issue"]
    /// Jira, 404: no such project, or hidden from the caller, who may be anonymous.
    NoProject: Unseen, Jira ["no project could be found with", "no jira project found", "jira project not found",
        "no project found with"]
    /// Aha!: no such project, or no right to create versions in it.
    NoProjectForVersions: Unseen, Program ["either does not exist or you do not have permission to create versions"]
    /// JQL, 400: its parser, in front of what it complains of.
    JqlSyntax: Request, Jira ["error in the jql query"]
    /// JQL, 400: a project is missing or hidden from the caller.
    JqlProjectUnseen: Unseen, Jira ["does not exist for the field 'project'"]
    /// JQL, 400: a status, a type or another value that the site does not have.
    JqlValueUnknown: Request, Jira ["does not exist for the field '"]
    /// JQL, 400: a field is missing or hidden from the caller.
    JqlFieldUnseen: Unseen, Jira ["does not exist or you do not have permission to view it",
        "not able to sort using field"]
    /// JQL, 400: the caller is anonymous, so the credential was dropped.
    AnonymousForbidden: Anonymous, Jira ["cannot be viewed by anonymous users",
        "anonymous users do not have permission", "not permitted for anonymous"]
    /// Jira Software: no such board, or hidden from the caller.
    BoardUnseen: Unseen, Jira ["the requested board cannot be viewed"]
    /// Confluence: no such page or space, or hidden from the caller.
    ContentUnseen: Unseen, Confluence ["no content with the given id", "no content found with id",
        "no space with the given key", "no space found with key", "permission to view the content",
        "not permitted to view content"]
    /// Jira: signed in, without access to the product.
    NoJiraAccess: Licence, Jira ["not permitted to use jira", "do not have use permission or weren't found",
        "do not have a permission to log in", "do not have access to jira", "does not have access to jira",
        "doesn't have access to jira"]
    /// Confluence, 403: without access to the product, or the credential failed.
    NoConfluenceAccess: Licence, JiraCloud ["not permitted to use confluence", "caller cannot access confluence"]
    /// Any product: signed in, and not allowed to do this.
    PermissionDenied: Permission, Anyone ["does not have permission to", "doesn't have permission to",
        "do you have enough permissions", "not have enough permission*", "not have sufficient permission*",
        "not authorized to perform", "you are not authorized to", "does not have the required permission*",
        "don't have access to perform this operation", "you do not have permission to", "you don't have permission to",
        "you do not have the required permission", "not permitted to perform", "insufficient permission",
        "insufficient permissions"]
    /// Jira: not allowed to browse the project.
    BrowseDenied: Permission, Jira ["not have permission to browse", "no permission to browse",
        "'browse projects' permission", "browse projects permission"]
    /// Jira: not allowed to create issues, or issues of that type, in the project.
    CreateDenied: Permission, Jira ["missing from create metadata", "permission to create issues",
        "cannot create issues in this project", "permission to access issue type"]
    /// Jira, and the API of organisations: only an administrator may.
    NotAdmin: Permission, Jira ["has no permission to access resource", "only jira administrators",
        "only administrators", "only site admins", "be a jira administrator", "not a jira administrator",
        "not an administrator", "be an administrator", "'administer jira' permission", "administer jira permission"]
    /// Jira Cloud, 401 on a public project's settings: the caller is anonymous or no project administrator.
    ProjectConfigDenied: Unseen, Jira ["cannot edit the configuration of this project"]
    /// Jira Cloud, 403: it is for Connect and OAuth apps, and no person's token opens it.
    AppsOnly: Credential, Jira ["only apps can access this resource"]
    /// Atlassian's edge, 403: the token that its own services sign for an app was refused on the way. No person's credential is in it.
    AppTokenRefused: Request, Edge ["asap token from issuer"]
    /// Atlassian, of an app's server: it was called for the installation and failed.
    AppHostFailed: Gate, Anyone ["the app host returned http response code"]
    /// Gateway, 403: the OAuth app is not installed on the site, or its grant is too small.
    AppNotInstalled: Licence, Anyone ["app is not installed on this"]
    /// Jira, 400: a field is missing on the screen, often for want of permission.
    FieldNotOnScreen: Request, Jira ["not on the appropriate screen, or unknown"]
    /// Jira, 400 or 404: a query parameter is missing (`permissions`, `accountId`).
    ParameterMissing: Request, Jira ["query parameter is required", "query parameter needs to be provided"]

    // Paths and sites.
    /// Jira Cloud, 404 problem document: the site is right, the API path is not.
    NoEndpoint: Path, Jira ["no endpoint get /", "no endpoint post /", "no endpoint put /", "no endpoint delete /",
        "no endpoint patch /", "no endpoint head /"]
    /// Jira, 404 page: a path that Jira does not know, mostly an extra one before `/rest`.
    DeadLink: Path, Jira ["you've found a dead link"]
    /// Confluence, 404: wrong Confluence path, mostly a missing `/wiki`.
    NullForUri: Path, Confluence ["null for uri"]
    /// Jira Data Center REST, 404 with `sub-code`: REST answers, the resource is unknown.
    RestNotFound: Path, Jira ["http 404 not found','status-code':404", "http 404 not found', 'status-code': 404",
        "'status-code':404,'sub-code'", "'status-code': 404, 'sub-code'"]
    /// Tomcat, 404: nothing is deployed there, so the context path is missing or wrong.
    TomcatNotFound: Path, Anyone ["did not find a current representation for the target resource", "http status 404 -"]
    /// Spring, 404 `No message available`: a service of Atlassian that is no Jira site.
    NoMessageAvailable: Path, Anyone ["no message available"]
    /// Jira Cloud, 404 page: no site of that name.
    PageUnavailable: Site, Anyone ["atlassian cloud notifications - page unavailable",
        "your atlassian cloud site is currently unavailable"]
    /// Jira Cloud, 404 JSON: no site of that name.
    SiteTemporarilyUnavailable: Site, Edge ["site temporarily unavailable"]
    /// Jira Cloud, 503 page: the product is switched off on the site.
    ProductUnavailable: Site, Anyone ["atlassian cloud notifications - product unavailable"]
    /// Jira Cloud: the site or product is suspended or deactivated.
    JiraDeactivated: Site, Anyone ["jira has been deactivated", "confluence has been deactivated",
        "product has been deactivated", "site has been deactivated", "site is deactivated", "site has been suspended",
        "site is suspended", "site is currently suspended", "deactivated due to inactivity"]
        Edge ["tenant is restricted", "suspended-payment", "suspended-inactivity"]
    /// Jira Cloud, 410: the endpoint is gone (`CHANGE-2046`). Credentials may be fine.
    EndpointRemoved: Path, Anyone ["/rpc/soap/*", "jirasoapservice*", "requested api has been removed", "410 gone",
        "nolongerexistserror"]
        JiraCloud ["change-2046"]
    /// Jira, 405: the method does not fit the path; after a redirect a POST turned into a GET.
    MethodNotSupported: Request, Anyone ["method 'get' is not supported", "method 'post' is not supported",
        "method 'put' is not supported", "method 'patch' is not supported", "method 'delete' is not supported",
        "method not allowed", "405 not allowed"]
    /// Jira, 415: no `Content-Type`. Credentials were not looked at.
    ContentTypeNull: Request, Anyone ["content-type 'null' is not supported", "unsupported media type"]
    /// Jira, 400: the body is no JSON. Credentials were not looked at.
    BadJson: Request, Jira ["there was an error parsing json. check that your request body",
        "no content to map to object due to end of input"]
    /// Jira, 400: a parameter has the wrong form.
    ConvertFailed: Request, Jira ["failed to convert '"]
    /// Jira Cloud, 400: `search/jql` wants a restriction.
    UnboundedJql: Request, Jira ["unbounded jql queries are not allowed"]
    /// Jira's own check: the base URL in its settings is not the address in use.
    BaseUrlMismatch: Note, Jira ["mismatched url hostname", "is reporting that it is running on the hostname",
        "base url does not match", "base url mismatch"]

    // Connections, in the words of clients and proxies.
    /// The host's name has no address.
    DnsFailed: Name, Program ["host or service not provided, or not known", "unable to locate remote host",
        "could not resolve host", "could not resolve hostname", "unable to resolve host", "name or service not known",
        "name does not resolve", "nodename nor servname provided", "temporary failure in name resolution",
        "no address associated with hostname", "getaddrinfo failed", "php_network_getaddresses", "failed to resolve '",
        "could not contact dns servers", "dns lookup failed", "dns error", "failed to lookup address information",
        "no such host", "server misbehaving", "unknown host", "host not found", "bad hostname",
        "remote name could not be resolved", "host name could not be resolved", "nxdomain",
        "unable to determine ip address from host name", "server with the specified hostname could not be found"]
    /// Nobody listens on that port.
    ConnectionRefused: Connect, Program ["unable to connect to remote host", "connection refused", "actively refused",
        "refused to connect.", "couldn't connect to server", "could not connect to server", "could not connect to the server",
        "connect call failed", "all connection attempts failed", "unable to connect to the remote server",
        "unable to connect. is the computer able to access the url"]
    /// The other side hung up.
    ConnectionReset: Connect, Program ["receiving peer's close_notify", "non-properly terminated",
        "without sending complete message body", "not enough data to satisfy content length",
        "response payload is not completed", "transfer closed with", "truncated chunk", "unexpected eof", "premature eof",
        "premature end of", "read error at byte", "ssl_read: unexpected eof while reading", "closed before message completed",
        "connection reset", "connection was reset", "connection aborted", "connection was aborted", "broken pipe",
        "empty reply from server", "socket hang up", "other side closed", "closed connection without response",
        "without sending a response", "server disconnected", "forcibly closed by the remote host",
        "connection was closed unexpectedly", "connection closed unexpectedly", "connection closed before",
        "connection prematurely closed", "response ended prematurely", "unexpected end of file from server",
        "header parser received no bytes", "end of file reached", "network connection was lost", "no data received"]
    /// No answer in time.
    TimedOut: Connect, Program ["timeout connecting", "timeout while connecting", "connection timeout", "timeout expired",
        "socket timeout", "timed out", "timeout was reached", "context deadline exceeded", "client.timeout exceeded",
        "i/o timeout", "handshake timeout", "read timeout at", "headers timeout error", "connect timeout error",
        "*ms exceeded", "deadline has elapsed", "execution expired", "milliseconds timeout on connection",
        "configured httpclient.timeout", "aborted due to timeout", "408 request timeout", "in the time alotted",
        "in the time allotted"]
    /// No way to the host.
    Unreachable: Connect, Program ["no route to host", "host is unreachable", "unreachable host", "unreachable network",
        "connect: network is unreachable", "101] network is unreachable", "(network is unreachable",
        "exception: network is unreachable"]
    /// The machine is offline.
    Offline: Connect, Program ["internet connection appears to be offline"]
    /// A proxy refused, or cannot be reached.
    ProxyRefused: Gate, Program ["tunneling socket could not be established", "unable to connect to the proxy",
        "proxy connection failed", "proxy server is refusing", "connect tunnel failed, response", "from proxy after connect",
        "tunnel connection failed", "proxyconnect tcp", "connect to proxy", "proxy connect aborted", "could not resolve proxy",
        "unable to tunnel through proxy", "proxy tunneling failed", "connection to proxy closed",
        "proxy tunnel request to proxy", "proxy refused"]
    /// A proxy wants credentials of its own (407).
    ProxyAuth: Gate, Program ["proxy authentication required", "proxyauthenticationrequired", "proxy authorization required",
        "http code 407 from proxy", "connect tunnel failed, response 407", "tunnel connection failed: 407",
        "status code '407'", "err_cache_access_denied", "cache access denied", "proxy-authenticate:"]
    /// Zscaler, Netskope, Forcepoint, Fortinet, …: a page of the company's filter in place of the answer.
    CorporateBlockPage: Gate, Anyone ["has selected zscaler", "gateway.zscaler*", "protected by zscaler",
        "blocked by netskope", "netskope block", "blocked by forcepoint", "content blocked by",
        "fortiguard intrusion prevention", "web filter violation", "/cgi-bin/blockpage.cgi",
        "mcafee web gateway - notification", "skyhigh secure web gateway - notification", "blocked by symantec",
        "content_filter_denied", "content categorization", "block.opendns.com", "blocked by cisco umbrella",
        "/usercheck/*", "safe.menlosecurity.com", "barracuda web filter", "blocked by cloudflare gateway",
        "web page blocked", "website blocked", "has been blocked in accordance with company policy",
        "website is blocked", "website has been blocked", "not allowed to browse", "access to this site is blocked",
        "blocked by your organization", "blocked by your administrator", "err_blocked_by_administrator",
        "policy_denied", "captive portal", "authenticate with your company credentials",
        "access control configuration prevents your request"]

    // Browsers, and `fetch` elsewhere.
    /// `fetch` failed, and a browser tells no more.
    FetchFailed: Vague, Program ["failed to fetch", "fetch failed", "networkerror when attempting to fetch resource",
        "typeerror: load failed", "error: load failed", "error: network error", "a network error occurred",
        "network request failed", "xmlhttprequest error", "0 unknown error", "net::err_failed", "due to access control checks",
        "error sending request for url"]
    /// A browser keeps the answer from the page: no CORS header.
    CorsBlocked: Withheld, Program ["cross-origin read blocking", "corb blocked", "blocked by corb", "opaque response blocking",
        "opaqueresponseblocking", "cross-origin request blocked", "no 'access-control-allow-origin' header",
        "same origin policy disallows reading", "cors header 'access-control-allow-origin'", "cors preflight",
        "preflight response is not successful", "response for preflight", "preflight request doesn't pass",
        "is not allowed by access-control-allow-*", "not allowed for a preflight request", "corsmissingalloworigin",
        "corspreflightdidnotsucceed", "cors error", "blocked:cors", "blocked by cors"]
    /// Firefox: the call did not get through (name, port, certificate), though it says CORS.
    CorsRequestFailed: Vague, Program ["cors request did not succeed", "corsdidnotsucceed"]
    /// A browser refuses `http:` from an `https:` page.
    MixedContent: Unsent, Program ["requested an insecure resource", "requested an insecure xmlhttprequest",
        "blocked loading mixed active content", "not allowed to run insecure content", "blocked:mixed-content"]
    /// A browser's policy for private addresses.
    LocalNetworkDenied: Unsent, Program ["access the unknown address space", "access the local address space",
        "access the loopback address space", "access the private address space", "more-private address space",
        "more-local address space"]
    /// The page's own Content Security Policy forbids the call.
    CspBlocked: Unsent, Program ["violates the following content security policy",
        "page's settings blocked the loading of a resource", "blocked by content security policy", "blocked:csp"]
    /// An extension of the browser stopped the call.
    BlockedByClient: Unsent, Program []

    // TLS, in the words of its libraries.
    /// The certificate's issuer is not trusted: self-signed, a private CA, interception.
    TlsUntrusted: Tls, Program ["peer not authenticated", "bad_certificate", "fatal - bad certificate", "selfsigned_peer",
        "self signed certificate", "self-signed certificate", "unable to get local issuer certificate", "unable to get issuer certificate",
        "unable to verify the first certificate", "unable to locally verify the issuer's authority",
        "signed by unknown authority", "pkix path building failed", "unable to find valid certification path",
        "trust anchor for certification path", "any of the trust anchors", "certificate is not trusted",
        "certificate was not trusted", "' is not trusted", "authority that is not trusted",
        "not trusted by the trust provider", "marked as not trusted", "no trusted certificate found",
        "certificate for this server is invalid", "unknown certificate verification error", "issuer is not recognized",
        "certificate verify failed", "server certificate verification failed", "invalid certificate chain",
        "certificate issuer is unknown", "have a known issuer", "unknown ca", "unknown issuer",
        "could not establish trust relationship", "remote certificate is invalid"]
    /// The certificate is for another host.
    TlsHostname: Tls, Program ["hostname verification failed", "no alternative certificate subject name matches",
        "no certificate subject alternative name matches", "certificate verify failed: hostname mismatch",
        "certificate verify failed: ip address mismatch", "certificate verify failed (hostname mismatch)", "hostname mismatch",
        "doesn't match either of '", "doesn't match any of the subject alternative names", "does not match target host name",
        "doesn't match requested host name", "does not match the server certificate", "does not match certificate's altnames",
        "owner does not match hostname", "certificate is not valid for", "certificate not valid for name",
        "certificate is valid for", "cannot validate certificate for", "no subject alternative dns name matching",
        "no subject alternative names", "no name matching", "not verified: certificate:", "did not match expected cn",
        "target principal name is incorrect", "relies on legacy common name field"]
    /// The certificate has lapsed, or the clock is wrong.
    TlsExpired: Tls, Program ["certificate verify failed: certificate has expired",
        "certificate verify failed (certificate has expired)", "certificate has expired", "certificate expired",
        "certificateexpired", "certificate: expired", "validity check failed", "timestamp check failed"]
    /// No common version or cipher.
    TlsProtocol: Tls, Program [":unsupported protocol", "ssl: unsupported_protocol", "unsupported protocol (_ssl.c",
        "uses an unsupported protocol", "no protocols available", "alert protocol version", "alert: protocol_version",
        "protocol version not supported", "unsupported protocol version", "no appropriate protocol", "no shared cipher",
        "no cipher suites in common", "no ciphers available", "peer is incompatible", "do not possess a common algorithm",
        "unsafe legacy renegotiation disabled", "dh key too small"]
    /// Apache `DevLake`: the form's own path below `/rest/` is missing.
    ApiPathNeeded: Path, Program ["seems like an invalid endpoint url"]
    /// Windows: the handshake failed, for the version or the cipher more often than for the certificate.
    SecureChannel: Tls, Program ["could not create ssl/tls secure channel",
        "an unexpected error occurred on a send"]
    /// Plain HTTP was spoken to a port that wants TLS.
    HttpToHttpsPort: Tls, Anyone ["ssl: http_request", "plain http request was sent to https port",
        "speaking plain http to an ssl-enabled server port", "client sent an http request to an https server",
        "combination of host and port requires tls", "received http/0.9 when not allowed",
        "parse error: expected http/", "malformed http response '\\x15", "badstatusline('\\x15",
        "invalid http version parsed"]
    /// TLS was spoken to a port that answers in plain HTTP (or that is no TLS at all).
    HttpsToHttpPort: Tls, Program ["wrong version number", "record layer failure", "packet length too long",
        "server_hello:unknown protocol", "server hello a: unknown protocol", "unknown state: unknown protocol", "server gave http response to https client", "does not look like a tls handshake",
        "unrecognized ssl message", "received corrupt message", "unexpected tls packet was received",
        "cannot determine the frame size", "unexpected packet format", "token supplied to the function is invalid"]
    /// The server wants a certificate of the client's.
    TlsClientCertificate: Tls, Anyone ["no required ssl certificate was sent", "alert certificate required",
        "alert bad certificate", "alert: bad_certificate", "ssl certificate error</", "err_bad_ssl_client_auth_cert"]
    /// TLS failed, and the client tells no more.
    TlsFailed: Tls, Program ["handshake alert", "sslv3 alert", "tlsv1 alert",
        "gnutls_handshake() failed: the tls connection was non-properly terminated", "secure connection failed",
        "failed to perform ssl handshake", "handshake failure", "handshake failed", "ssl certificate problem",
        "ssl connection could not be established", "authentication failed, see inner exception", "ssl connect error",
        "disconnected before secure tls connection", "eof occurred in violation of protocol", "unexpected eof while reading",
        "remote host terminated the handshake", "ssl error"]
    /// A client that was told not to check certificates. A warning, no failure.
    TlsUnverified: Note, Program ["unverified https request", "insecurerequestwarning", "node_tls_reject_unauthorized",
        "self-signed certificate (18), continuing anyway", "self signed certificate (18), continuing anyway",
        "self-signed certificate in certificate chain (19), continuing anyway",
        "self signed certificate in certificate chain (19), continuing anyway",
        "unable to get local issuer certificate (20), continuing anyway",
        "unable to verify the first certificate (21), continuing anyway",
        "certificate has expired (10), continuing anyway"]

    // Gates before the application, and servers in trouble.
    /// Jira, 403: a write that looks like a browser's.
    XsrfFailed: Gate, Jira ["xsrf check failed", "xsrf security token missing", "as there was a missing token", "xsrf validation failed",
        "csrf token not found", "csrf check failed"]
    /// Atlassian: the caller's address is not on the allow-list.
    IpRejected: Gate, Edge ["ip address has been rejected"]
        Anyone ["not on the allowed list", "not on the allowedlist", "ip address is not allowed", "ip is not allowed",
        "not in the ip allowlist", "ip address is not allowlisted", "ip address is not whitelisted"]
    /// A firewall or a web server in front refused.
    WafBlocked: Gate, Anyone ["request blocked. we can't connect to the server", "attention required! | cloudflare",
        "sorry, you have been blocked", "error code: 1020", "incapsula incident id", "request unsuccessful. incapsula",
        "errors.edgesuite.net", "you don't have permission to access '",
        "an appropriate representation of the requested resource could not be found", "generated by mod_security",
        "by the web application firewall", "sucuri website firewall", "x-amzn-waf*"]
        ReverseProxy ["requested url was rejected. please consult with your administrator",
        "center>microsoft-azure-application-gateway"]
    /// The refusal names the User-Agent.
    UserAgentBlocked: Gate, Anyone ["error code: 1010", "user agent is not allowed", "user agent is blocked",
        "user agent blocked", "user-agent is not allowed", "user-agent is blocked", "user-agent blocked",
        "user-agent not allowed", "bad user agent", "invalid user-agent", "forbidden user agent"]
    /// `CloudFront`, "Bad request. We can't connect …": a GET that carries a body.
    GetWithBody: Gate, Anyone ["bad request. we can't connect to the server for this app"]
    /// `CloudFront`'s own page: its status tells. 400 and 403 mostly a GET that carries a body, 5xx a fault.
    CloudFrontError: Gate, Anyone ["the request could not be satisfied"]
        Edge ["generated by cloudfront (cloudfront)"]
    /// Jira and its gateways say that the caller is too fast, or name a limit that was hit.
    RateLimited: Rate, Anyone ["rate limit exceeded", "rate limit reached", "rate limit hit", "exceeded the rate limit",
        "ratelimitexceeded", "ratelimit-reason", "rate-limited", "rate limited", "quota exceeded"]
    /// The status 429 in a client's words.
    TooManyRequests: Rate, Anyone ["too many requests", "status code 429", "http 429", "429 client error"]
    /// 502.
    BadGateway: Failure, Anyone ["bad gateway", "502 proxy error", "502 server error", "status code 502"]
    /// 503, without a reason.
    ServiceUnavailable: Failure, Anyone ["service unavailable", "service temporarily unavailable", "503 server error",
        "status code 503", "http status 503", "no healthy upstream", "temporarily unable to service your request"]
        ReverseProxy ["upstream connect error or disconnect/reset before headers",
        "no server is available to handle this request"]
    /// 504.
    GatewayTimeout: Failure, Anyone ["gateway timeout", "gateway time-out", "upstream request timeout",
        "504 server error", "status code 504"]
    /// 500.
    InternalError: Failure, Anyone ["internal server error", "500 server error", "http 500", "status code 500",
        "http status 500"]
    /// nginx and Tomcat, 400: a header is too large or cannot be read.
    HeaderTooLarge: Gate, Anyone ["request header or cookie too large", "request header fields too large",
        "request header is too large", "request header too large", "request header field exceeds server limit"]

    // Clients: the address and the header that they were given, the answer that they got.
    /// The address has no `https://`.
    NoScheme: Unsent, Program ["no schema supplied", "no scheme supplied", "missing scheme", "scheme missing",
        "scheme is missing", "no scheme was found", "missing url scheme", "missing protocol scheme",
        "first path segment in url cannot contain colon", "uri with undefined scheme", "failed to parse url from",
        "only absolute urls are supported", "only http(s) protocols are supported", "is missing an 'http://'",
        "unsupported protocol", "supported or disabled in libcurl", "not supported in libcurl",
        "undefined method 'request_uri'", "no connection adapters were found", "format of the uri could not be determined",
        "must be an absolute uri", "uri is not absolute", "url must be absolute", "absolute uri needed",
        "relative url without a base", "no protocol:", "not supported. expected 'http*", "target host is not specified",
        "target host must not be null", "target host is null", "not an http uri"]
    /// The address has it twice: the host is `https`.
    DoubleScheme: Unsent, Program ["https://[http*", "https://https:*", "https://https//*", "https://http:*",
        "http://http:*", "http://https:*", "could not resolve host: http$", "could not resolve host: https$",
        "unable to resolve host address 'https'", "failed to resolve 'https'", "failed to resolve 'http'",
        "enotfound https$", "enotfound http$", "lookup https$", "lookup http$", "unknownhostexception: https$",
        "unknownhostexception: http$", "host='https'", "host='http'"]
    /// The address has no host: a variable was empty.
    EmptyHost: Unsent, Program ["https://.atlassian.net*", "http://.atlassian.net*", "enotfound .atlassian.net",
        "resolve host: .atlassian.net", "host='.atlassian.net'", "lookup .atlassian.net",
        "unknownhostexception: .atlassian.net", "failed to resolve '.atlassian.net'", "'url' is required",
        "url is required", "'host' is required", "'server' is required", "undefinedrest", "nullrest", "nonerest",
        "undefined/rest", "failed to parse url from undefined", "failed to parse url from null",
        "failed to parse url from /", "null/rest", "none/rest", "https:///*", "http:///*",
        "could not resolve host: rest$", "could not resolve host: undefined", "could not resolve host: null$",
        "could not resolve host: none$", "failed to resolve 'rest'", "failed to resolve 'none'", "enotfound rest$",
        "enotfound undefined", "enotfound null$", "lookup rest$", "unknownhostexception: rest$",
        "unknownhostexception: null$", "host='rest'", "no host part in the url", "no host in request url", "empty host"]
    /// A variable of the client's was empty when it built the path.
    UndefinedInPath: Request, Program ["/undefined$", "/project/null$", "/issue/null$", "/board/null$",
        "/[object object]", "/[object%20object]"]
    /// No address can be read from the text; more is not told.
    InvalidUrl: Unsent, Program ["invalid url", "failed to parse url", "failed to parse url from http*", "url malformed",
        "bad/illegal format or missing url", "malformed input to a url function", "url rejected", "not a valid url",
        "invalid uri", "bad uri", "no host supplied", "could not parse url", "could not parse the url"]
    /// A parser of JSON met `<`: a web page came.
    HtmlForJson: Unreadable, Program ["unexpected token <", "unexpected token '<", "unexpected token at '<",
        "unexpected character: '<", "unexpected character ('<'", "unexpected character '<", "invalid character '<'",
        "unrecognized token '<'", "while parsing value: <", "'<' is an invalid start of a value",
        "invalid json primitive: <", "unexpected mimetype: text/html", "content type [text/html", "html returned",
        "html instead of json", "invalid numeric literal at line 1, column 10"]
    /// A parser of JSON met the `C` of `Client must be authenticated …`, the plain 401 of Jira Cloud.
    PlainTextForJson: Unreadable, Program ["unexpected token c in json", "unexpected token 'c'",
        "unexpected token at 'client", "unexpected character: 'client", "unexpected character ('c'",
        "unexpected character 'c'", "unexpected identifier 'client'", "invalid character 'c' looking for",
        "unrecognized token 'client'", "while parsing value: c.", "'c' is an invalid start of a value",
        "invalid json primitive: client", "invalid numeric literal at line 1, column 7"]
    /// A parser of JSON met the `B` of `Basic authentication with passwords is deprecated`, another plain 401 of Jira Cloud.
    PasswordTextForJson: Unreadable, Program ["unexpected token b in json", "unexpected token 'b'",
        "unexpected token at 'basic", "unexpected character: 'basic", "unexpected character ('b'",
        "unexpected character 'b'", "unexpected identifier 'basic'", "invalid character 'b' looking for",
        "unrecognized token 'basic'", "while parsing value: b.", "'b' is an invalid start of a value",
        "invalid json primitive: basic"]
    /// A parser of JSON met nothing.
    EmptyForJson: Unreadable, Program ["unexpected end of json input", "unexpected end of data at line 1 column 1",
        "end of input at line 1 column 1", "no content to map due to end-of-input",
        "eof while parsing a value at line 1 column 0", "must at least contain two octets",
        "does not contain any json tokens", "json parse error: unexpected eof"]
    /// A parser of JSON failed at the first character; a page, plain words or nothing.
    NotJson: Unreadable, Program ["expecting value: line", "expected value at line 1 column 1",
        "unexpected character at line 1 column 1", "unexpected character: line 1 column 1", "no json object could be decoded",
        "malformed json string, neither", "jsonobject text must begin with", "expected begin_object but was string",
        "expected begin_array but was string", "error parsing json content", "invalid json response body",
        "not recognized as json", "invalid numeric literal at line", "error decoding response body"]
    /// A client refuses the header: line end or another forbidden character in it.
    HeaderInvalid: Unsent, Program ["invalid header value", "invalidheadervalue", "illegal header value",
        "invalid header field value", "invalid http header field value", "invalid character in header content",
        "illegal character(s) in message header", "header value contains", "header values must not contain",
        "character in header value", "character(s) in header value", "return character or leading space in header",
        "newline or carriage return detected in headers", "newline, carriage return, or null byte character",
        "new-line characters are not allowed in header", "newlines are not allowed in header",
        "specified value has invalid crlf characters", "specified value has invalid control characters",
        "header field value cannot include cr/lf", "not valid header value", "header, new line detected",
        "failed to parse header value", "unexpected char 0x*", "on 'window': invalid value",
        "on 'workerglobalscope': invalid value", "on 'headers': invalid value", "'authorization' has invalid value",
        "invalid authorization header", "the format of value '", "does not conform to rfc 7230"]
    /// HTTP/2 ended with `PROTOCOL_ERROR`: mostly a line end in a header.
    Http2ProtocolError: Unsent, Program ["not closed cleanly: protocol_error", "; protocol_error",
        "unspecific protocol error detected"]
    /// The token or name has characters that the client cannot put into a header.
    HeaderNotLatin1: Unsent, Program ["'latin-1' codec can't encode", "'ascii' codec can't encode",
        "cannot convert argument to a bytestring", "non iso-8859-1 code point",
        "headers must contain only ascii characters"]
    /// A circle of redirects.
    TooManyRedirects: Redirect, Program ["too many redirects", "exceeded 30 redirects", "stopped after 10 redirects",
        "redirects followed", "redirections exceeded", "redirect count exceeded", "maximum number of redirects",
        "redirected too many times", "redirect loop"]

    // Login pages and the ways to them.
    /// The answer is Atlassian's or Jira's own login page, or the way to it.
    RedirectLogin: Redirect, Anyone ["os_destination=*", "login.jsp?permissionviolation", "id.atlassian.com/login",
        "auth.atlassian.com/authorize", "/login?application=*", "login-form-username", "title>log in",
        "title>you are already logged in"]
    /// The answer is the page of an identity provider, or the way to it.
    RedirectSso: Redirect, SignOn ["login.microsoftonline.com", "*.okta.com/*", "cloudflareaccess.com", "samlrequest",
        "/siteminderagent", "/my.policy", "/protocol/openid-connect/auth"]
        Anyone ["*.oktapreview.com/*", "*.onelogin.com/*", "*.pingone.com/*", "*.jumpcloud.com/*",
        "*.duosecurity.com/*", "*.auth0.com/*", "accounts.google.com/*", "/cdn-cgi/access/login", "samlsso",
        "plugins/servlet/saml", "/adfs/*", "/saml2/*", "/idp/*", "/openam/*", "/pkmslogin", "sign in to your account"]
    /// Aha! and others: a redirect where an answer was due.
    Redirect302: Redirect, Program ["status=302"]

    // Products. Most tell no more than a status.
    /// Products that blame the credentials for any 401, 403 or 404: not more than that status.
    BlamesCredentials: Vague, Program ["authentication failed", "authentication failure", "failed to authenticate",
        "unable to authenticate", "could not be authenticated", "token may be expired", "invalid creds were provided",
        "check your api token, domain", "invalid credentials", "invalid jira account",
        "username and password were invalid", "check your username, password", "check your credentials",
        "check your jira credentials", "please verify credentials", "check your base_url",
        "credentials are probably wrong", "credentials are invalid", "credentials are incorrect",
        "incorrect username/password", "invalid username/password", "invalid api token", "token is invalid",
        "is wrong, expired, or revoked", "with the wrong username", "problem with authentication or authorization",
        "access has been blocked by super productivity"]
    /// Products that blame the address, or cannot connect, without a reason.
    BlamesAddress: Vague, Program ["not a valid jira server url", "not a valid jira api base path",
        "check that jira_url is correct", "invalid endpoint url", "could not connect to jira",
        "unable to connect to jira", "failed to connect to jira", "cannot connect to jira",
        "check your integration settings", "because the url was entered incorrectly"]
    /// Products that blame a permission of the token for any refusal.
    BlamesPermission: Vague, Program ["does not have permission to read any of the resources"]
    /// Products that lack a setting: nothing was sent.
    Unconfigured: Unsent, Program ["client is not configured or available", "authentication is incomplete. missing",
        "needs a jira api token to function", "jira is not configured", "no jira credentials",
        "jira credentials not found", "missing jira credentials", "jira_api_token is not set", "jira_api_token not set",
        "jira_token is not set", "jira_token not set", "jira_url is not set", "jira_url not set",
        "api token is required"]
    /// Products that print a status that they did not expect and nothing else.
    UnexpectedStatus: Vague, Program ["received unexpected response", "returned unexpected status",
        "unexpected status code", "received http status code", "jira returned status",
        "server responded with status code"]
    /// Atlascode, which says it of a 404: the address is at fault.
    AtlascodeNotFound: Vague, Program ["error authenticating with jira: invalid credentials"]
    /// Aha!: the integration's sign-in was refused.
    AhaAuthFailed: Refusal, Program ["remote error for 'installed': authentication failed"]
    /// Products that want the name of the site alone.
    SubdomainOnly: Unsent, Program ["only the subdomain", "check your subdomain"]
    /// Products that only take Cloud, or only a server, and got the other.
    WrongDeployment: Vague, Program ["looks like a cloud site", "no jira cloud rest api",
        "only jira cloud is supported", "only supports jira cloud", "only works with jira cloud",
        "jira server is not supported", "not a jira cloud"]
    /// An error of the program's own making, by the names that languages have for it: Ruby, Python, JavaScript, Java, .NET, Go,
    /// PHP, Rust, PowerShell.
    ProgramCrash: Note, Program ["undefined method '", "undefined local variable or method", "has no attribute '",
        "'nonetype' object is", "cannot read propert*", "is not a function", "is not iterable",
        "is not defined", "is not a jsonarray", "is not a jsonobject", "no value for", "object reference not set to an instance",
        "nil pointer dereference", "index out of range", "call to a member function", "undefined array key",
        "panicked at", "on a null-valued expression", "unhandledpromiserejection*"]
    /// Amazon, Google, Kubernetes, databases, …: programs that refuse in words which Jira's clients use too.
    AnotherProduct: Vague, Anyone ["resource not accessible by integration", "error: invalid_auth", "'error':'invalid_auth'", "'message':'401 unauthorized'",
        "botocore", "amazons3", "signaturedoesnotmatch", "accessdenied) when calling",
        "error from server (", "logged in to the server (unauthorized)", "fatal: password authentication failed",
        "psql: error", "ora-01017", "sqlstate[", "access denied for user '", "login failed for user '",
        "mongoservererror", "noauth authentication required", "wrongpass invalid username-password pair",
        "error response from daemon", "permission denied (publickey", "npm err! code e401", "npm error code e401",
        "security_exception", "aadsts*", "googleapis.com", "googleapiclient", "api.github.com", "docs.github.com/rest",
        "openai*", "invalid api key provided", "api.slack.com", "username and password not accepted",
        // Clients of such services, by the names of their packages, which stand before the names of their exceptions.
        "javax.mail.*", "jakarta.mail.*", "com.sun.mail.*", "smtplib.*", "imaplib.*", "nodemailer*",
        "debug smtp:*", "javax.naming.*", "ldap3.*", "java.sql.sql*", "org.postgresql.*", "psycopg*", "com.mysql.*", "pymysql.*",
        "mysql.connector.*", "oracle.jdbc.*", "cx_oracle*", "com.microsoft.sqlserver*", "system.data.sqlclient*", "npgsql.*",
        "sqlalchemy.exc.*", "redis.exceptions*", "pymongo.errors*", "com.mongodb.*", "elasticsearch.exceptions*",
        "kafka.errors*", "org.apache.kafka.*", "pika.exceptions*", "com.rabbitmq.*", "slack_sdk.errors*", "com.slack.api*",
        "github.githubexception*", "org.kohsuke.github*", "octokit::*", "gitlab.exceptions*", "org.gitlab4j*",
        "google.auth.exceptions*", "google.api_core*", "azure.core.exceptions*", "com.azure.*", "software.amazon.awssdk*",
        "com.amazonaws.*", "kubernetes.client*", "io.fabric8.*", "docker.errors*", "paramiko.*", "com.jcraft.jsch*",
        "org.eclipse.jgit.*", "twilio.*", "stripe.error*", "anthropic.*", "org.owasp.csrfguard*"]

    // What tells who speaks, and of what. It is no message, and no hit.
    /// What only one sort of server prints on its pages.
    Voice: Voice, CorporateProxy ["*zscaler*", "*netskope*", "*blue coat*", "*bluecoat*", "*proxysg*", "*symantec web*",
        "*fortigate*", "*fortiguard*", "*fortinet*", "*forcepoint*", "*websense*", "*palo alto networks*",
        "*cisco umbrella*", "*opendns*", "*mcafee web gateway*", "*skyhigh security*", "*sophos*",
        "*check point usercheck*", "*barracuda*", "*sonicwall*", "*watchguard*", "(squid/"]
        SignOn ["*login.microsoftonline.*", "*.okta.com*", "/adfs/ls*", "/protocol/openid-connect/*",
        "/login-actions/authenticate*", "*siteminderagent*", "*smauthreason*", "*idp/startsso.ping*", "*shibboleth*"]
        Edge ["*generated by cloudfront*"]
        DataCenter ["*apache tomcat/", "id='jira'", "content='jira'", "/secure/myjirahome.jspa*",
        "*basic authentication failure - reason*"]
        ReverseProxy ["<center>nginx*", "<center>openresty*", "<center>cloudflare*", "<address>apache*",
        "*your browser sent an invalid request*", "*internet information services*",
        "*access is denied due to invalid credentials*", "*upstream connect error or disconnect*",
        "*microsoft-azure-application-gateway*", "*our services aren't available right now*", "*incapsula*",
        "*the requested url was rejected. please consult*"]
    /// The name of a product of Atlassian's, of a host or of a path: one stands in any text about a call to Jira.
    Atlassian: Voice, Anyone ["*atlassian*", "*bitbucket*", "*/rest/*", "*seraph*"]
    /// Jira by its name.
    JiraName: Voice, Anyone ["*jira*"]
    /// Confluence by its name.
    ConfluenceName: Voice, Anyone ["*confluence*"]
    /// The address of the gateway.
    GatewayAddress: Voice, Anyone ["*api.atlassian.com/ex/*"]
    /// The header's name.
    AuthorizationName: Voice, Anyone ["*authorization*"]
}
