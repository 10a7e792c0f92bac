//! Credentials and addresses wherever they stand: a configuration, a workflow, a program, a printed request.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod support;

use jira_doctor::read::site::url_crate_host;
use jira_doctor::{Field, Finding, Severity, diagnose};
use serde_json::json;

use support::evidence::evidence;

/// What a pasted text is found to have, remarks left out.
fn findings(paste: &str) -> Vec<Finding> {
    let given = json!({"paste": paste, "today": "2026-11-27"}).to_string();
    let mut found = diagnose(&evidence(&given), None, url_crate_host).findings;
    found.retain(|one| one.severity != Severity::Info);
    found
}

/// A text, and the problem that must come first; `-` where nothing is wrong.
const STATED: &[(&str, &str)] = &[
    // Configurations.
    (
        "JIRA_URL=https://acme.atlassian.net\nJIRA_USERNAME=jane@gmial.com\nJIRA_API_TOKEN={{api-token}}\n",
        "email-mismatch",
    ),
    (
        "JIRA_URL=https://acme.atlassian.net\nJIRA_USERNAME=jdoe\nJIRA_API_TOKEN={{api-token}}\n",
        "username-not-email",
    ),
    (
        "JIRA_URL=https://acme.atlassian.net\nJIRA_USERNAME=jane@acme.example\nJIRA_API_TOKEN={{api-token-cut:100}}\n",
        "token-damaged",
    ),
    (
        "JIRA_URL=https://acme.atlassian.net\nJIRA_USERNAME=jane@acme.example\nJIRA_API_TOKEN={{api-token-typo}}\n",
        "token-damaged",
    ),
    (
        "JIRA_URL=https://acme.atlassian.net.atlassian.net\nJIRA_USERNAME=jane@acme.example\n",
        "url-subdomain-only",
    ),
    ("JIRA_URL=http://acme.atlassian.net\n", "url-http-not-https"),
    ("JIRA_URL=https://acme.atlasian.net\n", "url-wrong-site"),
    (
        "jira:\n  url: https://acme.atlassian.net\n  username: jane@gmial.com\n  token: {{api-token}}\n",
        "email-mismatch",
    ),
    (
        "[jira]\nserver = https://acme.atlassian.net\nuser = jdoe\npassword = {{api-token}}\n",
        "username-not-email",
    ),
    (
        "jira.url=https\\://acme.atlassian.net\njira.username=jdoe\njira.password={{api-token}}\n",
        "username-not-email",
    ),
    (
        "<jiraUrl>https://acme.atlassian.net</jiraUrl><jiraUser>jdoe</jiraUser><jiraToken>{{api-token}}</jiraToken>",
        "username-not-email",
    ),
    (
        r#"{"mcpServers":{"mcp-atlassian":{"env":{"JIRA_URL":"https://acme.atlassian.net","JIRA_PERSONAL_TOKEN":"{{api-token}}"}}}}"#,
        "auth-scheme-wrong",
    ),
    (
        r#"{"jira":{"url":"https://jira.acme.example","username":"jdoe","token":"{{dc-pat}}"}}"#,
        "auth-scheme-wrong",
    ),
    (
        "config.jira.url = \"https://jira.acme.example\"\nconfig.jira.use_ssl = false\n",
        "url-http-not-https",
    ),
    // Programs.
    (
        "from jira import JIRA\njira = JIRA(server=\"https://acme.atlassian.net\", token_auth=\"{{api-token}}\")",
        "auth-scheme-wrong",
    ),
    (
        "jira = JIRA(server=\"https://acme.atlassian.net\", token_auth=os.environ[\"JIRA_TOKEN\"])",
        "auth-scheme-wrong",
    ),
    (
        "jira = JIRA(server=\"https://acme.atlassian.net\", basic_auth=(\"jdoe\", \"{{api-token}}\"))",
        "username-not-email",
    ),
    (
        "requests.get(\"https://acme.atlassian.net/rest/api/3/myself\", auth=HTTPBasicAuth(\"jane@gmial.com\", \"{{api-token}}\"))",
        "email-mismatch",
    ),
    // Commands.
    (
        "curl -u \":\" https://acme.atlassian.net/rest/api/3/myself\n",
        "token-missing",
    ),
    (
        "curl -u 'jane@acme.example:$JIRA_TOKEN' https://acme.atlassian.net/rest/api/3/myself\n",
        "placeholder-unexpanded",
    ),
    (
        "curl -u jane@acme.example:{{api-token-cut:90}} https://acme.atlassian.net/rest/api/3/myself\n",
        "token-damaged",
    ),
    (
        "curl 'https://acme.atlassian.net/rest/api/2/issue/A-1?os_username=jdoe&os_password=x1y2z3'\n",
        "url-has-credentials",
    ),
    // Right where they stand.
    (
        "curl -u \"$JIRA_USER:$JIRA_TOKEN\" https://acme.atlassian.net/rest/api/3/myself\n",
        "-",
    ),
    (
        "env:\n  JIRA_BASE_URL: https://acme.atlassian.net\n  JIRA_USER_EMAIL: ${{ secrets.JIRA_USER_EMAIL }}\n  JIRA_API_TOKEN: ${{ secrets.JIRA_API_TOKEN }}\n",
        "-",
    ),
    (
        "JIRA_URL=https://acme.atlassian.net\nJIRA_USERNAME=jane@acme.example\nJIRA_API_TOKEN={{api-token}}\n",
        "-",
    ),
    (
        "JIRA_URL=https://acme.atlassian.net/\nJIRA_USERNAME=jane@acme.example\nJIRA_API_TOKEN=<redacted>\n",
        "-",
    ),
    (
        "jira:\n  host: acme.atlassian.net\n  email: you@example.com\n  token: '***'\n",
        "-",
    ),
    (
        "JIRA_URL=https://jira.acme.example\nJIRA_PERSONAL_TOKEN={{dc-pat}}\n",
        "-",
    ),
    (
        "jira = JIRA(server=\"https://jira.acme.example\", token_auth=\"{{dc-pat}}\")",
        "-",
    ),
];

#[test]
fn what_a_text_states_is_judged_as_if_it_were_typed() {
    let mut wrong = Vec::new();
    for &(paste, expected) in STATED {
        let found = findings(paste);
        let first = found.first().map_or("-", |one| one.problem);
        if first != expected {
            let all: Vec<_> = found.iter().map(|one| one.problem).collect();
            wrong.push(format!("{expected}, not {all:?}: {paste}"));
        }
        let reasons = found.first().into_iter().flat_map(|one| &one.reasons);
        let typed = reasons.filter(|reason| {
            matches!(
                reason.field,
                Some(Field::Site | Field::Email | Field::Token | Field::Authorization)
            )
        });
        if typed.count() > 0 {
            wrong.push(format!("a field that was never typed: {paste}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn a_stated_value_is_found_where_it_stands() {
    let paste = "😀 my settings\nJIRA_URL=https://acme.atlassian.net\nJIRA_USERNAME=jane@gmial.com\nJIRA_API_TOKEN={{api-token}}\n";
    let found = findings(paste);
    let span = found.first().and_then(|one| one.span).unwrap();
    let units: Vec<u16> = paste.encode_utf16().collect();
    let shown = String::from_utf16(units.get(span.start..span.end).unwrap()).unwrap();
    assert_eq!(shown, "gmial.com");
}

#[test]
fn advice_is_for_the_jira_that_was_called() {
    let refused = |site: &str| {
        let given = json!({"site": site, "email": "jdoe", "response": {"status": 401}});
        let found = diagnose(&evidence(&given.to_string()), None, url_crate_host).findings;
        let one = found
            .into_iter()
            .find(|one| one.problem == "token-revoked-or-wrong");
        let one = one.unwrap();
        let steps: Vec<_> = one.steps.iter().map(ToString::to_string).collect();
        let links: Vec<_> = one.links.iter().map(|link| link.url).collect();
        (steps.join("\n"), links.join("\n"))
    };
    let (steps, links) = refused("https://jira.acme.example");
    assert!(steps.contains("On Data Center") && !steps.contains("API tokens page"));
    assert!(!links.contains("id.atlassian.com"));
    let (steps, links) = refused("https://acme.atlassian.net");
    assert!(!steps.contains("On Data Center") && steps.contains("API tokens page"));
    assert!(links.contains("id.atlassian.com"));
}
