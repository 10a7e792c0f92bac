//! Hostile addresses and real ones that resemble them: nothing is taken for Jira Cloud that leads elsewhere, and no host of a link's
//! target is asked.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use jira_doctor::read::site::{SiteKind, read, url_crate_host};
use jira_doctor::{Evidence, diagnose};
use serde_json::Value;

fn rows(text: &'static str) -> impl Iterator<Item = Value> {
    text.lines().map(|line| serde_json::from_str(line).unwrap())
}

/// The hosts that a header would be sent to.
fn hosts(typed: &str) -> Vec<String> {
    let evidence = Evidence {
        site: Some(typed.to_owned()),
        email: Some("jane@acme.example".to_owned()),
        token: Some("hunter22hunter".into()),
        ..Evidence::default()
    };
    diagnose(&evidence, None, url_crate_host).hosts
}

fn is_atlassians(host: &str) -> bool {
    [
        ".atlassian.net",
        ".jira.com",
        ".atlassian-us-gov-mod.net",
        "api.atlassian.com",
    ]
    .iter()
    .any(|end| host.ends_with(end))
}

/// What is wrong with how an address is read; `want` is what the table says.
fn wrong(typed: &str, want: &Value) -> Option<String> {
    let site = read(typed, url_crate_host);
    let url = site.url.clone().unwrap_or_default();
    let told = format!("{:?} {url}", site.kind);
    let is_clouds = matches!(site.kind, SiteKind::Cloud | SiteKind::Gateway);
    if want == "never" {
        let sent = hosts(typed);
        return (is_clouds || sent.iter().any(|host| is_atlassians(host))).then_some(told);
    }
    if let Some(kind) = want["kind"].as_str() {
        let is_right = serde_json::to_value(site.kind).unwrap() == kind && want["url"] == *url;
        return (!is_right).then_some(told);
    }
    // A browser that reads the typed text as it is must see the same host.
    let seen = url_crate_host(typed).filter(|seen| {
        let in_web = typed.trim_start().to_ascii_lowercase().starts_with("http");
        // A scheme that stands twice, a mark behind the host: there is no such host. A suffix that stands twice is Atlassian's.
        let exists = seen.contains('.') && !seen.contains(';');
        in_web && exists && !seen.ends_with(".atlassian.net.atlassian.net")
    });
    let differs = seen.is_some_and(|seen| Some(seen.trim_end_matches('.')) != site.host.as_deref());
    (is_clouds && differs).then_some(told)
}

#[test]
fn no_address_leads_elsewhere() {
    let rows = rows(include_str!("probes/safety/addresses.jsonl"));
    let wrong: Vec<String> = rows
        .filter_map(|row| {
            let typed = row["typed"].as_str().unwrap();
            let told = wrong(typed, &row["want"])?;
            Some(format!(
                "{} {typed:?} wants {}: {told}",
                row["group"], row["want"]
            ))
        })
        .collect();
    assert!(
        wrong.is_empty(),
        "{} of them:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

#[test]
fn a_link_that_names_another_host_is_refused() {
    for row in rows(include_str!("probes/safety/links.jsonl")) {
        let typed = row["typed"].as_str().unwrap();
        let site = read(typed, url_crate_host);
        assert_eq!(site.kind, SiteKind::LookAlike, "{typed}");
        let about = site.about.unwrap().to_string();
        assert!(
            about.contains("acme.atlassian.net") && about.contains("evil.example"),
            "{about}"
        );
        assert_eq!(hosts(typed), [""; 0], "{typed}");
    }
}

#[test]
fn what_only_resembles_is_accepted() {
    let table = [
        ("https://jira.xxx.example", "https://jira.xxx.example"),
        ("https://your.acme.example", "https://your.acme.example"),
        (
            "https://jira.atlassianpartner.com",
            "https://jira.atlassianpartner.com",
        ),
        (
            "https://jira.acme.example/a+b",
            "https://jira.acme.example/a+b",
        ),
        (
            "https://jira.acme.example/a%20b",
            "https://jira.acme.example/a%20b",
        ),
        (
            "[our Jira](https://acme.atlassian.net)",
            "https://acme.atlassian.net",
        ),
        (
            "[acme.atlassian.net](https://acme.atlassian.net/jira)",
            "https://acme.atlassian.net",
        ),
        (
            "https://acme.atlassian.net <https://acme.atlassian.net>",
            "https://acme.atlassian.net",
        ),
    ];
    for (typed, url) in table {
        let site = read(typed, url_crate_host);
        assert_eq!(
            site.url.as_deref(),
            Some(url),
            "{typed}: {:?} {:?}",
            site.kind,
            site.about
        );
    }
}

#[test]
fn what_looks_like_government_cloud_is_refused() {
    let table = [
        "https://acme.atlassian-us-gov-mod.net.evil.example",
        "https://acme.atlasian-us-gov-mod.net",
        "https://acme.atlassian-us-g0v-mod.net",
        "https://acme.atlassian-us-gov-mod.org",
        "https://acme-atlassian-us-gov-mod.net",
        "https://acme.atlassian-us-gov.mod.net",
        "https://acme.atlassian-us-gov-mod.evil.example",
        "https://acme.atlassian-usgov-mod.net",
        "https://acme.atl\u{430}ssian-us-gov-mod.net",
    ];
    for typed in table {
        let site = read(typed, url_crate_host);
        assert_eq!(site.kind, SiteKind::LookAlike, "{typed}: {:?}", site.about);
        assert_eq!(hosts(typed), [""; 0], "{typed}");
    }
}
