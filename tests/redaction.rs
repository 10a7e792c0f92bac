//! What is redacted holds no secret any more, still tells what happened, and takes no time.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod support;

use std::fmt::Write;

use jira_doctor::{Evidence, redact, sample};

use support::secrets::{all_cases, secrets};

/// What of an evidence could be shown as text: the pasted text, and the header and the answer as a program prints them.
fn printed(evidence: &Evidence) -> String {
    let mut text = String::new();
    if let Some(paste) = &evidence.paste {
        text.push_str(paste.expose());
    }
    if let Some(header) = &evidence.authorization {
        write!(text, "\n> authorization: {}\n", header.expose()).unwrap();
    }
    if let Some(response) = &evidence.response {
        for (name, value) in &response.headers {
            writeln!(text, "< {name}: {value}").unwrap();
        }
        text.push_str(response.body.as_deref().unwrap_or_default());
    }
    text
}

#[test]
fn no_secret_of_a_case_survives() {
    let mut told = Vec::new();
    for case in all_cases() {
        let text = printed(&case.evidence);
        let redacted = redact(&text);
        for (name, secret) in secrets(&case) {
            if redacted.contains(&secret) {
                told.push(format!("{}: {name}", case.id));
            }
        }
        assert_eq!(redact(&redacted), redacted, "{}", case.id);
    }
    assert!(told.is_empty(), "told:\n{}", told.join("\n"));
}

/// One exchange as `curl -v` prints it.
const EXCHANGE: &str = "\
*   Trying 104.192.142.18:443...
* Connected to acme.atlassian.net (104.192.142.18) port 443
* ALPN: curl offers h2,http/1.1
* TLSv1.3 (OUT), TLS handshake, Client hello (1):
* SSL connection using TLSv1.3 / TLS_AES_128_GCM_SHA256 / X25519 / RSASSA-PSS
*  subject: CN=*.atlassian.net
*  issuer: C=US; O=Amazon; CN=Amazon RSA 2048 M04
*  SSL certificate verify ok.
* using HTTP/2
* [HTTP/2] [1] OPENED stream for https://acme.atlassian.net/rest/api/3/myself
* [HTTP/2] [1] [:method: GET]
* [HTTP/2] [1] [:path: /rest/api/3/myself]
* [HTTP/2] [1] [authorization: Basic {{b64:jane.doe@acme.example:{{api-token}}}}]
> GET /rest/api/3/myself HTTP/2
> Host: acme.atlassian.net
> Authorization: Basic {{b64:jane.doe@acme.example:{{api-token}}}}
> User-Agent: curl/8.9.1
> Accept: */*
>
< HTTP/2 401
< content-type: text/html;charset=UTF-8
< date: Sat, 21 Nov 2026 22:55:04 GMT
< server: AtlassianEdge
< timing-allow-origin: *
< x-arequestid: 4e972d1a0d2b492abafc861fc270d116
< cache-control: no-cache, no-store, no-transform
< x-seraph-loginreason: AUTHENTICATED_FAILED
< www-authenticate: OAuth realm=\"https%3A%2F%2Facme.atlassian.net\"
< atl-traceid: f42425d4e06b4a9597a6fc2f130269c2
< atl-request-id: f42425d4-e06b-4a95-97a6-fc2f130269c2
< strict-transport-security: max-age=63072000; includeSubDomains; preload
< report-to: {\"endpoints\": [{\"url\": \"https://dz8aopenkvv6s.cloudfront.net\"}], \"group\": \"endpoint-1\"}
< server-timing: atl-edge;dur=184,atl-edge-internal;dur=18,atl-edge-upstream;dur=164
< via: 1.1 b38adf9788ecaf7bab7c499c380115b8.cloudfront.net (CloudFront)
< x-amz-cf-id: R4jynwz79wuoHjr854Om13v9vK8aPsb7vxegO0Tdz0_XHfE-ob9nxw==
<
* Connection #0 to host acme.atlassian.net left intact
Client must be authenticated to access this resource.
";

#[test]
fn a_redacted_log_still_tells_what_happened() {
    let expected = EXCHANGE.replace("{{b64:jane.doe@acme.example:{{api-token}}}}", "[redacted]");
    assert_eq!(redact(&sample::expand(EXCHANGE)), expected);
}
