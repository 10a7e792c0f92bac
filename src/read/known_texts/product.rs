//! Texts of products. Most tell no more than a status; the few that tell a cause have a meaning of their own.

texts! {
    BlamesCredentials:
        "authentication failed",
        "authentication failure",
        "failed to authenticate",
        "unable to authenticate",
        "could not be authenticated",
        "token may be expired",
        "invalid creds were provided",
        "check your api token, domain",
        "invalid credentials",
        "invalid jira account",
        "username and password were invalid",
        "check your username, password",
        "check your credentials",
        "check your jira credentials",
        "please verify credentials",
        "check your base_url",
        "credentials are probably wrong",
        "credentials are invalid",
        "credentials are incorrect",
        "incorrect username/password",
        "invalid username/password",
        "invalid api token",
        "token is invalid",
        "is wrong, expired, or revoked",
        "with the wrong username",
        "problem with authentication or authorization",
        "access has been blocked by super productivity";
    BlamesAddress:
        "not a valid jira server url",
        "not a valid jira api base path",
        "check that jira_url is correct",
        "invalid endpoint url",
        "could not connect to jira",
        "unable to connect to jira",
        "failed to connect to jira",
        "cannot connect to jira",
        "check your integration settings",
        "because the url was entered incorrectly";
    BlamesPermission:
        "does not have permission to read any of the resources";
    Unconfigured:
        "client is not configured or available",
        "authentication is incomplete. missing",
        "needs a jira api token to function",
        "jira is not configured",
        "no jira credentials",
        "jira credentials not found",
        "missing jira credentials",
        "jira_api_token is not set",
        "jira_api_token not set",
        "jira_token is not set",
        "jira_token not set",
        "jira_url is not set",
        "jira_url not set",
        "api token is required";
    UnexpectedStatus:
        "received unexpected response",
        "returned unexpected status",
        "unexpected status code",
        "received http status code",
        "jira returned status",
        "server responded with status code";
    AtlascodeNotFound:
        "error authenticating with jira: invalid credentials";
    AhaAuthFailed:
        "remote error for 'installed': authentication failed";
    SubdomainOnly:
        "only the subdomain",
        "check your subdomain";
    WrongDeployment:
        "looks like a cloud site",
        "no jira cloud rest api",
        "only jira cloud is supported",
        "only supports jira cloud",
        "only works with jira cloud",
        "jira server is not supported",
        "not a jira cloud";
    AnotherProduct:
        "botocore",
        "amazons3",
        "signaturedoesnotmatch",
        "accessdenied) when calling",
        "error from server (",
        "logged in to the server (unauthorized)",
        "fatal: password authentication failed",
        "psql: error",
        "ora-01017",
        "sqlstate[",
        "access denied for user '",
        "login failed for user '",
        "mongoservererror",
        "noauth authentication required",
        "wrongpass invalid username-password pair",
        "error response from daemon",
        "permission denied (publickey",
        "npm err! code e401",
        "npm error code e401",
        "security_exception",
        "aadsts*",
        "googleapis.com",
        "googleapiclient",
        "api.github.com",
        "docs.github.com/rest",
        "openai*",
        "invalid api key provided",
        "api.slack.com",
        "username and password not accepted";
}
