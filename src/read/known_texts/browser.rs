//! Texts of browsers, and of `fetch` elsewhere.

texts! {
    FetchFailed:
        "failed to fetch",
        "fetch failed",
        "networkerror when attempting to fetch resource",
        "typeerror: load failed",
        "error: load failed",
        "error: network error",
        "a network error occurred",
        "network request failed",
        "xmlhttprequest error",
        "0 unknown error",
        "err_network",
        "net::err_failed",
        "due to access control checks",
        "error sending request for url";
    CorsBlocked:
        "cross-origin read blocking",
        "corb blocked",
        "opaque response blocking",
        "opaqueresponseblocking",
        "err_blocked_by_orb",
        "cross-origin request blocked",
        "no 'access-control-allow-origin' header",
        "same origin policy disallows reading",
        "cors header 'access-control-allow-origin'",
        "cors preflight",
        "preflight response is not successful",
        "response for preflight",
        "preflight request doesn't pass",
        "is not allowed by access-control-allow-*",
        "not allowed for a preflight request",
        "corsmissingalloworigin",
        "corspreflightdidnotsucceed",
        "cors error",
        "blocked:cors",
        "blocked by cors";
    CorsRequestFailed:
        "cors request did not succeed",
        "corsdidnotsucceed";
    MixedContent:
        "requested an insecure resource",
        "requested an insecure xmlhttprequest",
        "blocked loading mixed active content",
        "not allowed to run insecure content",
        "blocked:mixed-content";
    LocalNetworkDenied:
        "access the unknown address space",
        "access the local address space",
        "access the loopback address space",
        "access the private address space",
        "more-private address space",
        "more-local address space",
        "_network_access_checks";
    CspBlocked:
        "violates the following content security policy",
        "page's settings blocked the loading of a resource",
        "blocked by content security policy",
        "blocked:csp";
    BlockedByClient:
        "err_blocked_by_client";
}
