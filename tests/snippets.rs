//! The single call for Cloud, the gateway and a server, in its eight forms.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::too_many_lines,
    reason = "a test fails by panicking; a table is as long as what it lists"
)]

mod support;

use jira_doctor::read::site::url_crate_host;
use jira_doctor::{SnippetForm, snippet};
use support::evidence::evidence;

const CLOUD: &str = r#"{"site":"acme.atlassian.net/jira","email":"Jane@acme.example "}"#;
const SCOPED: &str = r#"{"site":"acme.atlassian.net","email":"jane@acme.example","answers":{"tokenScoped":true},"paste":"{\"cloudId\":\"35273b54-3f06-40d2-880f-dd28cf8daafa\"}"}"#;
const SERVICE: &str = r#"{"site":"https://api.atlassian.com/ex/jira/35273b54-3f06-40d2-880f-dd28cf8daafa","token":"{{service-account-token}}"}"#;
const SERVER: &str =
    r#"{"site":"https://jira.acme.example:8443/jira","email":"jane","token":"{{dc-pat}}"}"#;
const PASSWORD: &str =
    r#"{"site":"https://jira.acme.example","email":"jane","token":"{{password}}"}"#;

/// The lines that must stand in the snippet.
#[test]
fn each_form_fits_where_jira_runs_and_how_the_token_travels() {
    use SnippetForm::{Curl, Env, Httpie, JavaScript, Mcp, Netrc, PowerShell, Python};
    const GATEWAY: &str = "https://api.atlassian.com/ex/jira/35273b54-3f06-40d2-880f-dd28cf8daafa";
    let table: [(&str, SnippetForm, &[&str]); 22] = [
        (
            CLOUD,
            Curl,
            &[
                "sed 's/[\"\\\\]/\\\\&/g; s/^/user = \"Jane@acme.example:/; s/$/\"/' <<END | curl -sS -i -K - -H 'Accept: application/json' 'https://acme.atlassian.net/rest/api/3/myself'\n$JIRA_TOKEN\nEND\n",
            ],
        ),
        (
            CLOUD,
            PowerShell,
            &[
                "$pair = 'Jane@acme.example:' + $env:JIRA_TOKEN\n",
                "-Uri 'https://acme.atlassian.net/rest/api/3/myself'",
            ],
        ),
        (
            CLOUD,
            Python,
            &["auth=(\"Jane@acme.example\".encode(), os.environ[\"JIRA_TOKEN\"].encode()),\n"],
        ),
        (
            CLOUD,
            JavaScript,
            &[
                "\"Basic \" + Buffer.from(\"Jane@acme.example:\" + process.env.JIRA_TOKEN).toString(\"base64\")",
            ],
        ),
        (
            CLOUD,
            Httpie,
            &[
                "http --auth-type=basic --auth='Jane@acme.example' GET 'https://acme.atlassian.net/rest/api/3/myself'\n",
            ],
        ),
        (
            CLOUD,
            Netrc,
            &[
                "machine acme.atlassian.net\nlogin Jane@acme.example\npassword PASTE_YOUR_API_TOKEN_HERE\n",
            ],
        ),
        (
            CLOUD,
            Env,
            &[
                "JIRA_URL=https://acme.atlassian.net\nJIRA_EMAIL=Jane@acme.example\nJIRA_TOKEN=PASTE_YOUR_API_TOKEN_HERE\n",
            ],
        ),
        (
            CLOUD,
            Mcp,
            &[
                "\"JIRA_URL\": \"https://acme.atlassian.net\",\n",
                "\"JIRA_USERNAME\": \"Jane@acme.example\",\n",
                "\"JIRA_API_TOKEN\": \"PASTE_YOUR_API_TOKEN_HERE\"\n",
            ],
        ),
        (SCOPED, Curl, &["user = \"jane@acme.example:/", GATEWAY]),
        (SCOPED, Netrc, &["machine api.atlassian.com\n"]),
        (SCOPED, Mcp, &[GATEWAY, "JIRA_USERNAME"]),
        (
            SERVICE,
            Curl,
            &["header = \"Authorization: Bearer /", GATEWAY],
        ),
        (
            SERVICE,
            Mcp,
            &[
                "\"ATLASSIAN_OAUTH_CLOUD_ID\": \"35273b54-3f06-40d2-880f-dd28cf8daafa\"",
                "ATLASSIAN_OAUTH_ACCESS_TOKEN",
            ],
        ),
        (
            SERVER,
            Curl,
            &[
                "Bearer /",
                "'https://jira.acme.example:8443/jira/rest/api/2/myself'",
            ],
        ),
        (
            SERVER,
            PowerShell,
            &["$header = \"Bearer $env:JIRA_TOKEN\"\n"],
        ),
        (
            SERVER,
            Python,
            &[
                "    auth=bearer,\n",
                "\"Bearer \" + os.environ[\"JIRA_TOKEN\"]",
            ],
        ),
        (
            SERVER,
            JavaScript,
            &["Authorization: \"Bearer \" + process.env.JIRA_TOKEN,\n"],
        ),
        (
            SERVER,
            Httpie,
            &["Authorization:@<(printf 'Bearer %s' \"$JIRA_TOKEN\")\n"],
        ),
        (SERVER, Netrc, &["# A .netrc file makes a Basic header."]),
        (
            SERVER,
            Env,
            &["JIRA_URL=https://jira.acme.example:8443/jira\nJIRA_TOKEN="],
        ),
        (SERVER, Mcp, &["JIRA_PERSONAL_TOKEN"]),
        (PASSWORD, Curl, &["user = \"jane:/", "/rest/api/2/myself"]),
    ];
    for (given, form, lines) in table {
        let text = snippet(&evidence(given), form, url_crate_host);
        for line in lines {
            assert!(text.contains(line), "{form:?}: {line}\n{text}");
        }
    }
}

#[test]
fn what_is_missing_is_a_placeholder() {
    let text = snippet(
        &evidence(r#"{"site":"https://acme.atlassian.net.evil.example"}"#),
        SnippetForm::Env,
        url_crate_host,
    );
    assert_eq!(
        text,
        "JIRA_URL=https://your-site.atlassian.net\nJIRA_EMAIL=YOUR_EMAIL\nJIRA_TOKEN=PASTE_YOUR_API_TOKEN_HERE\n"
    );
}
