//! Texts about paths and sites.

texts! {
    NoEndpoint:
        "no endpoint get /",
        "no endpoint post /",
        "no endpoint put /",
        "no endpoint delete /",
        "no endpoint patch /",
        "no endpoint head /";
    DeadLink:
        "you've found a dead link";
    NullForUri:
        "null for uri";
    RestNotFound:
        "http 404 not found','status-code':404",
        "http 404 not found', 'status-code': 404",
        "'status-code':404,'sub-code'",
        "'status-code': 404, 'sub-code'";
    TomcatNotFound:
        "did not find a current representation for the target resource",
        "http status 404 -";
    NoMessageAvailable:
        "no message available";
    PageUnavailable:
        "atlassian cloud notifications - page unavailable",
        "your atlassian cloud site is currently unavailable";
    SiteTemporarilyUnavailable:
        "site temporarily unavailable";
    ProductUnavailable:
        "atlassian cloud notifications - product unavailable";
    JiraDeactivated:
        "jira has been deactivated",
        "confluence has been deactivated",
        "product has been deactivated",
        "site has been deactivated",
        "site is deactivated",
        "site has been suspended",
        "site is suspended",
        "site is currently suspended",
        "tenant is restricted",
        "suspended-payment",
        "suspended-inactivity",
        "deactivated due to inactivity";
    EndpointRemoved:
        "/rpc/soap/*",
        "jirasoapservice*",
        "requested api has been removed",
        "change-2046",
        "410 gone",
        "nolongerexistserror";
    MethodNotSupported:
        "method 'get' is not supported",
        "method 'post' is not supported",
        "method 'put' is not supported",
        "method 'patch' is not supported",
        "method 'delete' is not supported",
        "method not allowed",
        "405 not allowed";
    ContentTypeNull:
        "content-type 'null' is not supported",
        "unsupported media type";
    BadJson:
        "there was an error parsing json. check that your request body",
        "no content to map to object due to end of input";
    ConvertFailed:
        "failed to convert '";
    UnboundedJql:
        "unbounded jql queries are not allowed";
    BaseUrlMismatch:
        "mismatched url hostname",
        "is reporting that it is running on the hostname",
        "base url does not match",
        "base url mismatch";
}
