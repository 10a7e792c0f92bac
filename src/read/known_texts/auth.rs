//! Texts about signing in.

texts! {
    ClientMustBeAuthenticated:
        "client must be authenticated to access this resource";
    NotAuthenticated:
        "you are not authenticated",
        "authentication required to perform this operation",
        "user is not authenticated";
    PasswordsDeprecated:
        "basic authentication with passwords is deprecated",
        "basic auth with password is not allowed",
        "deprecation-notice-basic-auth",
        "deprecation-of-basic-authentication-with-passwords";
    ScopeMismatch:
        "scope does not match",
        "failure_client_scope_check",
        "does not have the scope of this api",
        "does not have the required scope",
        "insufficient_scope",
        "insufficient scope";
    GatewayUnauthorized:
        "'code':401,'message':'unauthorized'",
        "'code': 401, 'message': 'unauthorized'",
        "code: 401, message: 'unauthorized'",
        "code:401 message:unauthorized]";
    ConnectSessionToken:
        "failed to parse connect session auth token";
    BasicAuthFailure:
        "basic authentication failure - reason : authenticated_failed";
    SeraphFailed:
        "authenticated_failed";
    AuthenticationDenied:
        "basic authentication failure - reason : authentication_denied",
        "authentication_denied";
    AuthorisationFailed:
        "authorisation_failed",
        "authorization_failed";
    CaptchaChallenge:
        "captcha_challenge",
        "captcha challenge",
        "answer a captcha",
        "captcha question",
        "captcha required",
        "log on to the website before continuing";
    BasicDisabled:
        "basic authentication has been disabled",
        "basic authentication is disabled",
        "basic authentication has been blocked",
        "basic authentication is blocked",
        "basic authentication is not allowed",
        "basic authentication is not supported",
        "basic auth has been disabled",
        "basic auth is disabled",
        "basic auth is not allowed on",
        "basic auth is not supported";
    LoginRequired:
        "login is required",
        "login required",
        "you must be logged in",
        "you must log in",
        "you need to log in",
        "you are not logged in";
    LoginFailed:
        "login failed",
        "user failed to authenticate",
        "username and password are incorrect",
        "invalid username or password",
        "incorrect username or password",
        "username or password is incorrect";
    UnauthorizedPage:
        "title>unauthorized (401)",
        "h1>unauthorized (401)",
        "'401 - unauthorized'";
    ForbiddenPage:
        "title>forbidden (403)",
        "h1>forbidden (403)",
        "'403 - forbidden'";
    TomcatUnauthorized:
        "http status 401 - unauthorized";
    TokenBlockedByPolicy:
        "api token access is blocked",
        "api token access has been blocked",
        "api tokens are blocked",
        "api tokens are not allowed",
        "api token authentication is disabled",
        "not allowed to use api tokens",
        "admin blocked",
        "admin has blocked",
        "blocked by an admin",
        "blocked by your admin";
    TokenExpired:
        "token has expired",
        "token is expired",
        "token was expired",
        "access token expired",
        "api token expired",
        "error: token expired",
        "'token expired'",
        "expired token",
        "token_expired",
        "jwt expired",
        "tokenexpirederror",
        "password has expired",
        "password expired",
        "credentials have expired";
    TokenRevoked:
        "token has been revoked",
        "token was revoked",
        "token is revoked",
        "token revoked",
        "revoked token";
    OauthGrantInvalid:
        "token could not be refreshed",
        "could not refresh",
        "failed to refresh token",
        "failed to refresh access token",
        "failed to refresh the access token",
        "unable to refresh token",
        "unable to refresh access token",
        "token refresh failed",
        "refresh token is invalid",
        "refresh token expired",
        "refresh token has expired",
        "invalid_grant",
        "invalid_token",
        "unauthorized_client",
        "invalid refresh token",
        "oauth_problem=*";
    BitbucketPassword:
        "stopped supporting account passwords",
        "app passwords are deprecated",
        "app passwords have been",
        "app passwords are no longer";
    TokenNotFound:
        "token not found";
    SsoOnly:
        "must use single sign-on",
        "requires single sign-on",
        "single sign-on is required",
        "sso is required",
        "sso is enforced",
        "log in with single sign-on",
        "password login is disabled",
        "password authentication is disabled";
    AccountInactive:
        "account has been deactivated",
        "account is deactivated",
        "account is disabled",
        "account has been disabled",
        "account is inactive",
        "account is locked",
        "account has been locked",
        "account is suspended",
        "account has been suspended",
        "user is inactive",
        "user is deactivated";
    AuthSchemeUnknown:
        "unknown authentication scheme",
        "no authentication challenges found";
    NetrcUsed:
        "in netrc",
        "from netrc",
        "from .netrc",
        "using netrc",
        "netrc file";
    ServedAsGuest:
        "logged as guest",
        "logged in as guest",
        "logged in as anonymous",
        "x-ausername: anonymous",
        "x-ausername': 'anonymous",
        "x-ausername':'anonymous",
        "x-ausername=[anonymous",
        "x-ausername:[anonymous";
}
