//! What a line gives, where the file describes it instead of writing it: secrets are made here, and what real programs print is
//! put around them.

use jira_doctor::{Evidence, sample};
use serde_json::{Value, json};

use crate::Probe;
use crate::support::evidence::evidence as read;

const SITE: &str = "https://acme.atlassian.net";
const EMAIL: &str = "jane@acme.com";

/// The evidence of a line.
pub(crate) fn evidence(probe: &Probe) -> Evidence {
    let json = match serde_json::from_str::<Value>(&probe.input) {
        Ok(given) => given,
        Err(_) if probe.input.starts_with("https://") => json!({"site": probe.input}),
        Err(_) => described(&probe.label),
    };
    read(&json.to_string())
}

/// Right fields, and this secret.
pub(crate) fn with_token(token: &str) -> Value {
    json!({"site": SITE, "email": EMAIL, "token": token})
}

/// Right fields, the header left to whoever asks.
pub(crate) fn with_header(authorization: &str) -> Value {
    json!({"site": SITE, "authorization": authorization})
}

fn described(label: &str) -> Value {
    if let Some(token) = label.strip_prefix("token ") {
        return with_token(token);
    }
    if let Some(user) = label.strip_prefix("user in header: ") {
        return with_header(&format!("Basic {{{{b64:{user}:{{{{api-token}}}}}}}}"));
    }
    if let Some(user) = label.strip_prefix("REAL curl -v: ") {
        return json!({"site": SITE, "paste": curl(&header_of(user))});
    }
    let header = label
        .strip_prefix("header in pasted curl -v: ")
        .or_else(|| label.strip_prefix("span of header fault in paste: "));
    if let Some(fault) = header {
        return json!({"paste": curl(&header_of(fault))});
    }
    let said = match label {
        "OkHttp logging" => {
            "--> GET https://jira.corp.example/rest/api/2/myself\nAuthorization: ██\n--> END GET\n<-- 401 https://jira.corp.example/rest/api/2/myself (84ms)\nX-Seraph-LoginReason: AUTHENTICATED_FAILED\n<-- END HTTP"
        }
        "page: 'Could not connect to Jira'" => "Could not connect to Jira",
        "terraform" => {
            "│ Error: request failed\n│ \n│   with jira_project.web,\n│   on main.tf line 12, in resource \"jira_project\" \"web\":\n│   12: resource \"jira_project\" \"web\" {\n│ \n│ Client must be authenticated to access this resource.: request failed. Please analyze the request body for more details. Status code: 401"
        }
        "pasted CSP error" => {
            "Refused to connect to 'https://acme.atlassian.net/rest/api/3/myself' because it violates the following Content Security Policy directive: \"connect-src 'self'\"."
        }
        _ => panic!("nothing describes {label}"),
    };
    json!({"site": SITE, "paste": said})
}

/// The header with this fault.
fn header_of(fault: &str) -> String {
    let pair = |user: &str, secret: &str| format!("Basic {{{{b64:{user}:{secret}}}}}");
    match fault {
        "-H Basic empty" => "Basic".to_owned(),
        "-H Bearer empty" => "Bearer".to_owned(),
        "-u : (both variables unset)" | "both empty" => pair("", ""),
        "-u jane: (empty token)" | "empty token" => pair(EMAIL, ""),
        "-u jane:cut token" => pair(EMAIL, "{{api-token-cut:100}}"),
        "-u jane:token with one wrong char" => pair(EMAIL, "{{api-token-typo}}"),
        "%40" => pair("jane%40acme.com", "{{api-token}}"),
        "placeholder" => pair("your-email@example.com", "YOUR_API_TOKEN"),
        "double space" => pair(EMAIL, "{{api-token}}").replace("Basic ", "Basic  "),
        "empty mail" => pair("", "{{api-token}}"),
        "only token" => pair("", "{{api-token}}").replace("b64::", "b64:"),
        _ => panic!("no header has {fault}"),
    }
}

/// What `curl -v` prints of a call with this header.
pub(crate) fn curl(authorization: &str) -> String {
    let authorization = sample::expand(authorization);
    format!(
        "* Connected to acme.atlassian.net (104.192.142.18) port 443\n* using HTTP/1.1\n> GET /rest/api/3/myself HTTP/1.1\r\n> Host: acme.atlassian.net\r\n> Authorization: {authorization}\r\n> User-Agent: curl/8.5.0\r\n> Accept: */*\r\n> \r\n< HTTP/1.1 401 Unauthorized\r\n< content-type: text/plain\r\n< \r\nClient must be authenticated to access this resource."
    )
}

/// What `curl --trace-ascii` prints of it: lines of 64 characters.
pub(crate) fn trace() -> String {
    let header = sample::expand("Authorization: Basic {{b64:jane@acme.com:{{api-token}}}}");
    let sent = format!(
        "GET /rest/api/3/myself HTTP/1.1..Host: acme.atlassian.net..{header}..User-Agent: curl/8.5.0..Accept: */*...."
    );
    let mut text = format!("=> Send header, {} bytes ({:#x})\n", sent.len(), sent.len());
    let mut at = 0;
    for line in sent.split_inclusive("..").filter(|line| *line != "..") {
        let line = line.trim_end_matches('.');
        for part in line.as_bytes().chunks(64) {
            text.extend([
                &format!("{at:04x}: "),
                &*String::from_utf8_lossy(part),
                "\n",
            ]);
            at += part.len();
        }
        at += 2;
    }
    text + &format!(
        "{at:04x}: \n<= Recv header, 27 bytes (0x1b)\n0000: HTTP/1.1 401 Unauthorized\n<= Recv data, 53 bytes (0x35)\n0000: Client must be authenticated to access this resource.\n"
    )
}
