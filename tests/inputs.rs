//! What typed fields alone give for the site, the user name and the keys: which problem, how bad, and what the fix makes of it.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod support;

use jira_doctor::read::header::{self, Scheme};
use jira_doctor::read::site::url_crate_host;
use jira_doctor::{Field, Severity, diagnose, sample};

use support::evidence::evidence;

use Severity::{Error, Info, Warning};

/// Every finding with its severity, the most likely first.
fn findings(json: &str) -> Vec<(&'static str, Severity)> {
    let found = diagnose(&evidence(json), None, url_crate_host).findings;
    found.iter().map(|f| (f.problem, f.severity)).collect()
}

#[track_caller]
fn first(json: &str, problem: &str, severity: Severity) {
    let found = findings(json);
    assert_eq!(
        found.first(),
        Some(&(problem, severity)),
        "{json}: {found:?}"
    );
}

#[track_caller]
fn has(json: &str, problem: &str, severity: Severity) {
    let found = findings(json);
    assert!(found.contains(&(problem, severity)), "{json}: {found:?}");
}

#[track_caller]
fn lacks(json: &str, problem: &str) {
    let found = findings(json);
    assert!(
        found.iter().all(|&(id, _)| id != problem),
        "{json}: {found:?}"
    );
}

/// No finding worse than a remark.
#[track_caller]
fn healthy(json: &str) {
    let found = findings(json);
    assert!(
        found.iter().all(|&(_, severity)| severity == Info),
        "{json}: {found:?}"
    );
}

/// The field's text after the first finding's fix.
#[track_caller]
fn fixed(json: &str, field: Field, text: &str) {
    let evidence = evidence(json);
    let finding = diagnose(&evidence, None, url_crate_host).findings.remove(0);
    let fix = finding
        .fix
        .unwrap_or_else(|| panic!("{json}: no fix for {}", finding.problem));
    let text = sample::expand(text);
    assert_eq!(
        fix.apply(&evidence).text(field),
        Some(text.as_str()),
        "{json}: {}",
        finding.problem
    );
}

fn site(typed: &str) -> String {
    serde_json::json!({ "site": typed }).to_string()
}

#[test]
fn addresses_in_order_raise_nothing() {
    for typed in [
        "https://acme.atlassian.net",
        "https://ACME.atlassian.net",
        "https://acme.atlassian.net/",
        "https://acme.atlassian.net:443",
        "https://acme.atlassian.net/wiki",
        "https://acme.jira.com",
        "https://acme-sandbox-1.atlassian.net",
        "https://jira.acme.example",
        "https://jira.acme.example:8443/jira",
        "https://intranet.acme.example/tools/jira",
        "https://api.atlassian.com/ex/jira/1f5e2a90-7c3b-4d18-9a46-c0b1d2e3f405",
        "http://localhost:8080",
        "http://10.0.0.21:8111/jira",
        "http://jira.acme.example",
        "acme",
    ] {
        healthy(&site(typed));
    }
}

#[test]
#[allow(clippy::too_many_lines, reason = "one table")]
fn addresses_name_their_problem() {
    for (typed, problem, severity, right) in [
        (
            "acme.atlassian.net",
            "url-missing-scheme",
            Warning,
            "https://acme.atlassian.net",
        ),
        (
            "jira.acme.example",
            "url-missing-scheme",
            Warning,
            "https://jira.acme.example",
        ),
        (
            "https://https://acme.atlassian.net",
            "url-double-scheme",
            Warning,
            "https://acme.atlassian.net",
        ),
        (
            "http://acme.atlassian.net",
            "url-http-not-https",
            Warning,
            "https://acme.atlassian.net",
        ),
        (
            "https://acme.atlassian.net/jira",
            "url-has-path",
            Warning,
            "https://acme.atlassian.net",
        ),
        (
            "https://acme.atlassian.net/browse/WEB-1",
            "url-has-path",
            Warning,
            "https://acme.atlassian.net",
        ),
        (
            "https://acme.atlassian.net/rest/api/3/",
            "url-has-path",
            Warning,
            "https://acme.atlassian.net",
        ),
        (
            "https://acme.atlassian.net?x=1",
            "url-has-path",
            Warning,
            "https://acme.atlassian.net",
        ),
        (
            "https://acme.atlassian.net/wiki",
            "url-has-path",
            Info,
            "https://acme.atlassian.net",
        ),
        (
            "https://acme.atlassian.net/",
            "url-trailing-slash",
            Info,
            "https://acme.atlassian.net",
        ),
        (
            "https://acme.atlassian.net:8443",
            "url-wrong-port",
            Warning,
            "https://acme.atlassian.net",
        ),
        (
            "https://acme.atlassian.net:443",
            "url-wrong-port",
            Info,
            "https://acme.atlassian.net",
        ),
        (
            "acme",
            "url-subdomain-only",
            Info,
            "https://acme.atlassian.net",
        ),
        (
            "https://acme.atlassian.net.atlassian.net",
            "url-subdomain-only",
            Error,
            "https://acme.atlassian.net",
        ),
        (
            "https://acme.attlassian.net",
            "url-wrong-site",
            Error,
            "https://acme.atlassian.net",
        ),
        (
            "https://acme.atlassian.com",
            "url-wrong-site",
            Error,
            "https://acme.atlassian.net",
        ),
        (
            "https://acme.atlassian.net.evil.example",
            "url-lookalike",
            Error,
            "https://acme.atlassian.net",
        ),
        (
            "https://acme-atlassian.net",
            "url-lookalike",
            Error,
            "https://acme.atlassian.net",
        ),
        (
            "https://jane:secret@acme.atlassian.net",
            "url-has-credentials",
            Warning,
            "https://acme.atlassian.net",
        ),
        (
            "htps://acme.atlassian.net",
            "url-invalid",
            Warning,
            "https://acme.atlassian.net",
        ),
        (
            "\"https://acme.atlassian.net\"",
            "url-invalid",
            Warning,
            "https://acme.atlassian.net",
        ),
        (
            "https://acme.\u{200b}atlassian.net",
            "url-invalid",
            Warning,
            "https://acme.atlassian.net",
        ),
    ] {
        first(&site(typed), problem, severity);
        fixed(&site(typed), Field::Site, right);
    }
    for (typed, problem, severity) in [
        ("", "url-empty", Error),
        ("undefined", "url-empty", Error),
        ("https://undefined/rest/api/2", "url-empty", Error),
        ("https://id.atlassian.com", "url-wrong-host-kind", Error),
        ("https://jira.atlassian.com", "url-wrong-host-kind", Error),
        ("https://api.atlassian.com", "url-wrong-host-kind", Error),
        ("https://bitbucket.org/acme", "url-wrong-host-kind", Error),
        (
            "https://your-domain.atlassian.net",
            "placeholder-unexpanded",
            Error,
        ),
        ("$JIRA_URL", "placeholder-unexpanded", Error),
        ("https://jira.acme.example:8080", "url-http-not-https", Info),
        (
            "http://jira.acme.example:8443",
            "url-http-not-https",
            Warning,
        ),
        ("http://jira.acme.example", "url-http-not-https", Info),
    ] {
        first(&site(typed), problem, severity);
    }
    lacks(&site("acme"), "url-missing-scheme");
    lacks(&site("http://localhost:8080"), "url-http-not-https");
    // A blank form that is checked all the same hears of each of its fields.
    for problem in ["url-empty", "username-missing", "token-missing"] {
        has(r#"{"site":"","email":"","token":""}"#, problem, Error);
    }
}

#[test]
fn a_lookalike_comes_before_all_else() {
    let json = r#"{"site":"acme.atlassian.net.evil.example/jira","email":"{{api-token}}","token":"jane@acme.example"}"#;
    first(json, "url-lookalike", Error);
    first(
        r#"{"site":"https://acme.atlassian.net@evil.example"}"#,
        "url-lookalike",
        Error,
    );
}

#[test]
fn confluence_has_its_path() {
    let confluence = |site: &str| {
        serde_json::json!({"site": site, "answers": {"product": "confluence"}}).to_string()
    };
    let wiki = "https://acme.atlassian.net/wiki";
    healthy(&confluence(wiki));
    lacks(&confluence(wiki), "url-has-path");
    for typed in [
        "https://acme.atlassian.net",
        "https://acme.atlassian.net/confluence/",
        "https://acme.atlassian.net/jira",
    ] {
        first(&confluence(typed), "confluence-wiki-path", Warning);
        lacks(&confluence(typed), "url-has-path");
        fixed(&confluence(typed), Field::Site, wiki);
    }
    first(
        &confluence("https://acme.atlassian.net/wiki/spaces/WEB"),
        "url-has-path",
        Warning,
    );
    fixed(
        &confluence("https://acme.atlassian.net/wiki/spaces/WEB"),
        Field::Site,
        wiki,
    );
    healthy(&confluence("https://wiki.acme.example/confluence"));
    let gateway = "https://api.atlassian.com/ex/jira/1f5e2a90-7c3b-4d18-9a46-c0b1d2e3f405";
    first(&confluence(gateway), "confluence-wiki-path", Warning);
    fixed(
        &confluence(gateway),
        Field::Site,
        &gateway.replace("jira", "confluence"),
    );
    has(
        r#"{"site":"https://acme.atlassian.net/wiki","answers":{"product":"jira"}}"#,
        "url-has-path",
        Warning,
    );
}

#[test]
fn a_host_of_ones_own_is_cloud_or_a_server() {
    let own = "https://jira.acme.example";
    let json = |rest: &str| format!(r#"{{"site":"{own}",{rest}}}"#);
    first(
        &json(r#""answers":{"deployment":"cloud"}"#),
        "url-custom-domain",
        Error,
    );
    has(
        &json(r#""token":"{{api-token}}""#),
        "url-custom-domain",
        Error,
    );
    lacks(&json(r#""token":"{{dc-pat}}""#), "url-custom-domain");
    lacks(
        &json(r#""token":"{{api-token}}","answers":{"deployment":"data-center"}"#),
        "url-custom-domain",
    );
    has(
        &json(r#""token":"{{api-token}}","answers":{"deployment":"data-center"}"#),
        "url-not-cloud",
        Info,
    );
    let email = r#""email":"jane.doe@acme.example""#;
    first(
        &json(&format!(
            r#"{email},"answers":{{"deployment":"data-center"}}"#
        )),
        "email-used-on-server",
        Warning,
    );
    healthy(&json(email));
    healthy(&json(
        r#""email":"jdoe","token":"{{password}}","answers":{"deployment":"data-center"}"#,
    ));
}

#[test]
fn cloud_wants_the_e_mail() {
    let json = |email: &str, token: &str| {
        serde_json::json!({"site": "https://acme.atlassian.net", "email": email, "token": token})
            .to_string()
    };
    for name in [
        "jdoe",
        "Jane Doe",
        "712020:1f5e2a90-7c3b-4d18-9a46-c0b1d2e3f405",
    ] {
        first(&json(name, "{{api-token}}"), "username-not-email", Error);
        first(&json(name, "{{password}}"), "username-not-email", Error);
    }
    first(&json("", "{{api-token}}"), "username-missing", Error);
    healthy(r#"{"site":"https://acme.atlassian.net","token":"{{api-token}}"}"#);
    healthy(
        r#"{"site":"https://api.atlassian.com/ex/jira/1f5e2a90-7c3b-4d18-9a46-c0b1d2e3f405","email":"","token":"{{service-account-token}}"}"#,
    );
    healthy(r#"{"site":"https://jira.acme.example","email":"","token":"{{dc-pat}}"}"#);
    for email in [
        "jane@acme.example",
        "Jane.Doe@Acme.Example",
        "sean.o'brien@acme.example",
        "jane+x@acme.example",
    ] {
        healthy(&json(email, "{{api-token}}"));
    }
    for (email, severity, right) in [
        ("jane@gmial.com", Warning, "jane@gmail.com"),
        (" jane@acme.example\n", Warning, "jane@acme.example"),
        ("mailto:jane@acme.example", Warning, "jane@acme.example"),
        ("Jane Doe <jane@acme.example>", Warning, "jane@acme.example"),
        (
            "jane@acme.exampleacme.example",
            Warning,
            "jane@acme.example",
        ),
    ] {
        first(&json(email, "{{api-token}}"), "email-mismatch", severity);
        fixed(&json(email, "{{api-token}}"), Field::Email, right);
    }
    first(
        &json("jane@@acme.example", "{{api-token}}"),
        "email-mismatch",
        Error,
    );
    first(
        &json("[email\u{a0}protected]", "{{api-token}}"),
        "placeholder-unexpanded",
        Error,
    );
    first(
        &json("<your-email>", "{{api-token}}"),
        "placeholder-unexpanded",
        Error,
    );
    first(
        &json("you@example.com", "{{api-token}}"),
        "placeholder-unexpanded",
        Error,
    );
    first(
        &json("user@domain.com", "{{api-token}}"),
        "placeholder-unexpanded",
        Warning,
    );
    first(
        &json("jane@acme.example", "${JIRA_TOKEN}"),
        "placeholder-unexpanded",
        Error,
    );
}

#[test]
fn swapped_fields_go_home() {
    let token = "{{api-token}}";
    let json = r#"{"site":"https://acme.atlassian.net","email":"{{api-token}}","token":"jane@acme.example"}"#;
    first(json, "fields-swapped", Error);
    fixed(json, Field::Email, "jane@acme.example");
    fixed(json, Field::Token, token);
    let json = r#"{"site":"jane@acme.example","email":"{{api-token}}","token":"https://acme.atlassian.net"}"#;
    first(json, "fields-swapped", Error);
    fixed(json, Field::Site, "https://acme.atlassian.net");
    fixed(json, Field::Email, "jane@acme.example");
    fixed(json, Field::Token, token);
    let json = r#"{"site":"{{api-token}}","email":"jane@acme.example"}"#;
    fixed(json, Field::Site, "");
    fixed(json, Field::Token, token);
    // Nothing that is right has to go.
    let json =
        r#"{"site":"https://acme.atlassian.net","email":"{{api-token}}","token":"{{api-token}}"}"#;
    first(json, "fields-swapped", Error);
    let finding = diagnose(&evidence(json), None, url_crate_host)
        .findings
        .remove(0);
    assert_eq!(finding.fix, None);
}

#[test]
fn keys_have_their_grammar() {
    for (typed, severity, right) in [
        ("WEB-12", Error, Some("WEB")),
        ("WEB-", Error, Some("WEB")),
        ("WEB ", Warning, Some("WEB")),
        ("web", Info, Some("WEB")),
        ("PX/MS Phase 2", Error, None),
        ("undefined", Error, None),
    ] {
        let json = serde_json::json!({"project": typed}).to_string();
        first(&json, "project-not-found", severity);
        if let Some(right) = right {
            fixed(&json, Field::Project, right);
        }
    }
    for (typed, severity, right) in [
        ("WEB-012", Error, Some("WEB-12")),
        ("WEB\u{2013}12", Error, Some("WEB-12")),
        (
            "https://acme.atlassian.net/browse/WEB-12",
            Error,
            Some("WEB-12"),
        ),
        ("web-12", Info, Some("WEB-12")),
        ("WEB", Error, None),
    ] {
        let json = serde_json::json!({"issue": typed}).to_string();
        first(&json, "issue-not-found", severity);
        if let Some(right) = right {
            fixed(&json, Field::Issue, right);
        }
    }
    healthy(r#"{"site":"https://acme.atlassian.net","project":"WEB2","issue":"WEB2-1048"}"#);
    lacks(
        r#"{"project":"WEB2","issue":"WEB2-1048"}"#,
        "issue-not-found",
    );
    has(
        r#"{"project":"WEB","issue":"OPS-1"}"#,
        "issue-not-found",
        Info,
    );
    first(r#"{"project":"$PROJECT"}"#, "placeholder-unexpanded", Error);
    first(r#"{"project":"your_key"}"#, "placeholder-unexpanded", Error);
    lacks(r#"{"project":"KEY"}"#, "placeholder-unexpanded");
}

#[test]
fn a_refusal_comes_before_what_is_untidy() {
    let json = |site: &str| {
        serde_json::json!({"site": site, "email": "jane@acme.example", "token": "{{password}}"})
            .to_string()
    };
    for site in [
        "acme.atlassian.net",
        "https://acme.atlassian.net/",
        "https://acme.atlassian.net:443",
        "acme",
        "https://acme.atlassian.net/wiki",
    ] {
        first(&json(site), "token-is-password", Error);
    }
}

/// The fields with a secret in them are in no message, wherever it was typed.
#[test]
fn no_message_shows_a_secret() {
    let token = sample::expand("{{api-token}}");
    for json in [
        r#"{"site":"{{api-token}}"}"#,
        r#"{"email":"{{api-token}}","token":"jane@acme.example"}"#,
        r#"{"site":"https://jane:{{api-token}}@acme.atlassian.net"}"#,
        r#"{"site":"https://acme.atlassian.net/{{api-token}}"}"#,
        r#"{"project":"{{api-token}}","issue":"{{api-token}}"}"#,
        r#"{"site":"https://{{api-token}}@evil.example"}"#,
    ] {
        for finding in diagnose(&evidence(json), None, url_crate_host).findings {
            let shown = serde_json::to_string(&finding).unwrap();
            assert!(
                !shown.contains(token.get(12..60).unwrap()),
                "{json}: {shown}"
            );
        }
    }
}

#[test]
fn a_header_that_no_server_takes_is_read_no_further_than_its_scheme() {
    let header = ["Basic ", &"amFuZTpo".repeat(9 * 1024)].concat();
    let facts = header::read(&header);
    assert_eq!(facts.scheme, Scheme::Basic);
    assert_eq!((facts.user, facts.secret), (None, None));
    let json = serde_json::json!({ "authorization": header }).to_string();
    first(&json, "header-malformed", Error);
    let finding = diagnose(&evidence(&json), None, url_crate_host)
        .findings
        .remove(0);
    assert!(
        finding
            .message
            .to_string()
            .contains("longer than any server takes")
    );
}
