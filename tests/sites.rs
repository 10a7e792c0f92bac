//! Addresses as people type them, and what is read from them.
#![allow(missing_docs)]

use jira_doctor::read::change::ChangeKind as C;
use jira_doctor::read::site::SiteKind as K;
use jira_doctor::read::site::{self, Site};
use jira_doctor::{Product, sample};

fn read(typed: &str) -> Site {
    site::read(typed, site::url_crate_host)
}

/// Typed, kind, normal form, kinds of the changes, keys (`project`, `project issue` or nothing).
type Row = (&'static str, K, &'static str, &'static [C], &'static str);

const ACME: &str = "https://acme.atlassian.net";
const GATE: &str = "https://api.atlassian.com/ex/jira/11111111-2222-3333-4444-555555555555";

#[rustfmt::skip]
const CLOUD: &[Row] = &[
    ("https://acme.atlassian.net", K::Cloud, ACME, &[], ""),
    ("acme.atlassian.net", K::Cloud, ACME, &[C::MissingScheme], ""),
    ("//acme.atlassian.net", K::Cloud, ACME, &[C::MissingScheme], ""),
    ("acme", K::Cloud, ACME, &[C::BareName], ""),
    ("ACME", K::Cloud, ACME, &[C::Case, C::BareName], ""),
    ("atlassian", K::Cloud, "https://atlassian.atlassian.net", &[C::BareName], ""),
    ("acme.", K::Cloud, ACME, &[C::BareName, C::TrailingDot], ""),
    ("acme/", K::Cloud, ACME, &[C::BareName, C::TrailingSlash], ""),
    ("example", K::Cloud, "https://example.atlassian.net", &[C::BareName], ""),
    ("test", K::Cloud, "https://test.atlassian.net", &[C::BareName], ""),
    ("https://mycompany.atlassian.net", K::Cloud, "https://mycompany.atlassian.net", &[], ""),
    ("https://mysite.atlassian.net", K::Cloud, "https://mysite.atlassian.net", &[], ""),
    ("https://host.atlassian.net", K::Cloud, "https://host.atlassian.net", &[], ""),
    ("https://my-domain.atlassian.net:443", K::Cloud, "https://my-domain.atlassian.net", &[C::Port], ""),
    ("https://3pigc.atlassian.net", K::Cloud, "https://3pigc.atlassian.net", &[], ""),
    ("https://acme.jira.com", K::Cloud, "https://acme.jira.com", &[], ""),
    ("https://acme.jira-dev.com", K::Cloud, "https://acme.jira-dev.com", &[], ""),
    ("https://acme.atlassian-us-gov-mod.net", K::Cloud, "https://acme.atlassian-us-gov-mod.net", &[], ""),
    ("https://acme.atlassian-us-gov.net/", K::Cloud, "https://acme.atlassian-us-gov.net", &[C::TrailingSlash], ""),
    ("  https://acme.atlassian.net\n", K::Cloud, ACME, &[C::Blank, C::Blank], ""),
    ("\"https://acme.atlassian.net\"", K::Cloud, ACME, &[C::Quotes, C::Quotes], ""),
    ("`acme.atlassian.net`", K::Cloud, ACME, &[C::Quotes, C::MissingScheme, C::Quotes], ""),
    ("“https://acme.atlassian.net”", K::Cloud, ACME, &[C::Quotes, C::Quotes], ""),
    ("<https://acme.atlassian.net>", K::Cloud, ACME, &[C::Wrapping, C::Wrapping], ""),
    ("(https://acme.atlassian.net)", K::Cloud, ACME, &[C::Wrapping, C::Wrapping], ""),
    ("[our Jira](https://acme.atlassian.net)", K::Cloud, ACME, &[C::Wrapping, C::Wrapping], ""),
    ("[our Jira|https://acme.atlassian.net]", K::Cloud, ACME, &[C::Wrapping, C::Wrapping], ""),
    ("Our Jira <https://acme.atlassian.net>", K::Cloud, ACME, &[C::Wrapping, C::Wrapping], ""),
    ("- https://acme.atlassian.net", K::Cloud, ACME, &[C::Wrapping], ""),
    ("https://acme.atlassian.net,", K::Cloud, ACME, &[C::Wrapping], ""),
    ("https://acme.atlassian.net;", K::Cloud, ACME, &[C::Wrapping], ""),
    ("https://acme.atlassian.net/.", K::Cloud, ACME, &[C::TrailingSlash, C::Wrapping], ""),
    ("https://acme.atlassian.net.", K::Cloud, ACME, &[C::TrailingDot], ""),
    ("JIRA_URL=https://acme.atlassian.net", K::Cloud, ACME, &[C::Label], ""),
    ("export JIRA_URL=\"https://acme.atlassian.net\"", K::Cloud, ACME, &[C::Label, C::Quotes, C::Quotes], ""),
    ("url: https://acme.atlassian.net", K::Cloud, ACME, &[C::Label], ""),
    ("\"url\": \"https://acme.atlassian.net\",", K::Cloud, ACME, &[C::Quotes, C::Label, C::Quotes, C::Quotes, C::Wrapping], ""),
    ("JIRA_HOST: acme.atlassian.net", K::Cloud, ACME, &[C::Label, C::MissingScheme], ""),
    ("$env:JIRA_URL = \"https://acme.atlassian.net\"", K::Cloud, ACME, &[C::Label, C::Quotes, C::Quotes], ""),
    ("jira:acme.atlassian.net", K::Cloud, ACME, &[C::Label, C::MissingScheme], ""),
    ("\u{feff}https://acme.atlassian.net\u{200b}", K::Cloud, ACME, &[C::Invisible, C::Invisible], ""),
    ("https://ac\u{200b}me.atlassian\u{a0}.net", K::Cloud, ACME, &[C::Invisible, C::Invisible], ""),
    ("https://acme.\n\tatlassian.net", K::Cloud, ACME, &[C::Blank], ""),
    ("https:// acme.atlassian .net", K::Cloud, ACME, &[C::Blank, C::Blank], ""),
    ("http://acme.atlassian.net", K::Cloud, ACME, &[C::Insecure], ""),
    ("https://https://acme.atlassian.net", K::Cloud, ACME, &[C::DoubledScheme], ""),
    ("http://https://acme.atlassian.net", K::Cloud, ACME, &[C::DoubledScheme], ""),
    ("https://https//acme.atlassian.net", K::Cloud, ACME, &[C::DoubledScheme], ""),
    ("https://http://acme.atlassian.net", K::Cloud, ACME, &[C::DoubledScheme, C::Insecure], ""),
    ("htps://acme.atlassian.net", K::Cloud, ACME, &[C::MisspeltScheme], ""),
    ("hhtps://acme.atlassian.net", K::Cloud, ACME, &[C::MisspeltScheme], ""),
    ("ttps://acme.atlassian.net", K::Cloud, ACME, &[C::MisspeltScheme], ""),
    ("https:/acme.atlassian.net", K::Cloud, ACME, &[C::MisspeltScheme], ""),
    ("https//acme.atlassian.net", K::Cloud, ACME, &[C::MisspeltScheme], ""),
    ("https:acme.atlassian.net", K::Cloud, ACME, &[C::MisspeltScheme], ""),
    ("https;//acme.atlassian.net", K::Cloud, ACME, &[C::MisspeltScheme], ""),
    ("https:///acme.atlassian.net", K::Cloud, ACME, &[C::MisspeltScheme], ""),
    ("://acme.atlassian.net", K::Cloud, ACME, &[C::MisspeltScheme], ""),
    ("https:\\\\acme.atlassian.net", K::Cloud, ACME, &[C::Backslash], ""),
    ("https://acme.atlassian.net\\", K::Cloud, ACME, &[C::Backslash, C::TrailingSlash], ""),
    ("acme.atlassian.net\\jira\\software", K::Cloud, ACME, &[C::MissingScheme, C::Backslash, C::Path], ""),
    ("https://acme.atlassian.net///", K::Cloud, ACME, &[C::TrailingSlash], ""),
    ("ACME.ATLASSIAN.NET:443", K::Cloud, ACME, &[C::MissingScheme, C::Case, C::Port], ""),
    ("HTTPS://Acme.atlassian.net", K::Cloud, ACME, &[C::Case, C::Case], ""),
    ("https://acme.atlassian.net:8443/", K::Cloud, ACME, &[C::Port, C::TrailingSlash], ""),
    ("https://acme.atlassian.net:", K::Cloud, ACME, &[C::Port], ""),
    ("https://jane@acme.atlassian.net", K::Cloud, ACME, &[C::Credentials], ""),
    ("https://jane%40acme.example:pass@acme.atlassian.net", K::Cloud, ACME, &[C::Credentials], ""),
    ("jane@acme.example:pass@acme.atlassian.net", K::Cloud, ACME, &[C::Credentials, C::MissingScheme], ""),
    ("acme.atlassian.net.atlassian.net", K::Cloud, ACME, &[C::MissingScheme, C::DoubledSuffix], ""),
    ("https://acme.atlassian.net/jira", K::Cloud, ACME, &[C::Path], ""),
    ("https://acme.atlassian.net/jira/software/c/projects/WEB/boards/1", K::Cloud, ACME, &[C::Path], "WEB"),
    ("https://acme.atlassian.net/jira/software/projects/WEB/boards/1?selectedIssue=WEB-7", K::Cloud, ACME, &[C::Path, C::Query], "WEB WEB-7"),
    ("https://acme.atlassian.net/jira/projects?selectedProjectType=software%2Cbusiness", K::Cloud, ACME, &[C::Path, C::Query], ""),
    ("https://acme.atlassian.net/browse/WEB-12", K::Cloud, ACME, &[C::Path], "WEB WEB-12"),
    ("https://acme.atlassian.net/browse/web-12#comment", K::Cloud, ACME, &[C::Path, C::Fragment], "WEB WEB-12"),
    ("https://acme.atlassian.net/browse/WEB", K::Cloud, ACME, &[C::Path], "WEB"),
    ("https://acme.atlassian.net/projects/WEB/issues/WEB-3?filter=allissues", K::Cloud, ACME, &[C::Path, C::Query], "WEB WEB-3"),
    ("https://acme.atlassian.net/projects/archived", K::Cloud, ACME, &[C::Path], ""),
    ("https://acme.atlassian.net/issues/?jql=project%20%3D%20WEB", K::Cloud, ACME, &[C::Path, C::Query], "WEB"),
    ("https://acme.atlassian.net/issues/?jql=project=WEB", K::Cloud, ACME, &[C::Path, C::Query], "WEB"),
    ("https://acme.atlassian.net/issues/?jql=project in (WEB, OPS)", K::Cloud, ACME, &[C::Path, C::Query], "WEB"),
    ("https://acme.atlassian.net/issues/WEB-1", K::Cloud, ACME, &[C::Path], "WEB WEB-1"),
    ("https://acme.atlassian.net/rest/api/3/issue/WEB-1", K::Cloud, ACME, &[C::Path], "WEB WEB-1"),
    ("https://acme.atlassian.net/rest/api/2/project/WEB", K::Cloud, ACME, &[C::Path], "WEB"),
    ("https://acme.atlassian.net/rest/api/3/", K::Cloud, ACME, &[C::Path, C::TrailingSlash], ""),
    ("https://acme.atlassian.net/secure/RapidBoard.jspa?rapidView=3&projectKey=WEB", K::Cloud, ACME, &[C::Path, C::Query], "WEB"),
    ("https://acme.atlassian.net/servicedesk/customer/portal/1/SD-12", K::Cloud, ACME, &[C::Path], "SD SD-12"),
    ("https://acme.atlassian.net/jira/servicedesk/projects/SD/queues/custom/1", K::Cloud, ACME, &[C::Path], "SD"),
    ("https://acme.atlassian.net/login.jsp?os_destination=%2F", K::Cloud, ACME, &[C::Path, C::Query], ""),
    ("https://acme.atlassian.net/?x=1", K::Cloud, ACME, &[C::TrailingSlash, C::Query], ""),
    ("https://acme.atlassian.net/wiki", K::Cloud, ACME, &[C::Path], ""),
    ("https://acme.atlassian.net/wiki/spaces/ENG/overview", K::Cloud, ACME, &[C::Path, C::Path], ""),
    ("https://acme.atlassian.net/browse/ünï", K::Cloud, ACME, &[C::Path], ""),
    (GATE, K::Gateway, GATE, &[], ""),
    ("https://api.atlassian.com/ex/jira/11111111-2222-3333-4444-555555555555/rest/api/3/project/WEB", K::Gateway, GATE, &[C::Path], "WEB"),
    ("http://API.atlassian.com:443/ex/jira/11111111-2222-3333-4444-555555555555/", K::Gateway, GATE, &[C::Insecure, C::Case, C::Port, C::TrailingSlash], ""),
    ("api.atlassian.com/ex/jira/1F5E2A90-7C3B-4D18-9A46-C0B1D2E3F405", K::Gateway, "https://api.atlassian.com/ex/jira/1f5e2a90-7c3b-4d18-9a46-c0b1d2e3f405", &[C::MissingScheme, C::Case], ""),
    ("https://api.atlassian.com/ex/confluence/11111111-2222-3333-4444-555555555555/wiki/rest", K::Gateway, "https://api.atlassian.com/ex/confluence/11111111-2222-3333-4444-555555555555", &[C::Path], ""),
    ("https://api.atlassian-us-gov-mod.com/ex/jira/11111111-2222-3333-4444-555555555555", K::Gateway, "https://api.atlassian-us-gov-mod.com/ex/jira/11111111-2222-3333-4444-555555555555", &[], ""),
];

#[rustfmt::skip]
const SELF_HOSTED: &[Row] = &[
    ("https://jira.acme.example", K::SelfHosted, "https://jira.acme.example", &[], ""),
    ("jira.acme.example", K::SelfHosted, "https://jira.acme.example", &[C::MissingScheme], ""),
    ("http://jira.acme.example", K::SelfHosted, "http://jira.acme.example", &[], ""),
    ("https://jira.acme.example/jira", K::SelfHosted, "https://jira.acme.example/jira", &[], ""),
    ("https://jira.acme.example/jira/", K::SelfHosted, "https://jira.acme.example/jira", &[C::TrailingSlash], ""),
    ("https://intranet.acme.example/tools/jira", K::SelfHosted, "https://intranet.acme.example/tools/jira", &[], ""),
    ("https://Intranet.acme.example/Tools", K::SelfHosted, "https://intranet.acme.example/Tools", &[C::Case], ""),
    ("https://jira.acme.example:8443/jira", K::SelfHosted, "https://jira.acme.example:8443/jira", &[], ""),
    ("https://jira.acme.example:443/jira/browse/", K::SelfHosted, "https://jira.acme.example/jira", &[C::Port, C::Path, C::TrailingSlash], ""),
    ("http://jira.acme.example:80", K::SelfHosted, "http://jira.acme.example", &[C::Port], ""),
    ("https://www.acme.example/jira/browse/TEST", K::SelfHosted, "https://www.acme.example/jira", &[C::Path], "TEST"),
    ("https://jira.acme.example/browse/WEB-1", K::SelfHosted, "https://jira.acme.example", &[C::Path], "WEB WEB-1"),
    ("https://jira.acme.example/secure/Dashboard.jspa", K::SelfHosted, "https://jira.acme.example", &[C::Path], ""),
    ("https://jira.acme.example/jira/rest/api/2/issue/MY_P-3", K::SelfHosted, "https://jira.acme.example/jira", &[C::Path], "MY_P MY_P-3"),
    ("https://jira.acme.example/projects/WEB/summary", K::SelfHosted, "https://jira.acme.example", &[C::Path], "WEB"),
    ("https://jira.acme.example/issues/?jql=project=WEB", K::SelfHosted, "https://jira.acme.example", &[C::Path, C::Query], "WEB"),
    ("https://jira.acme.example/plugins/servlet/x", K::SelfHosted, "https://jira.acme.example", &[C::Path], ""),
    ("https://jira.acme.example/login.jsp", K::SelfHosted, "https://jira.acme.example", &[C::Path], ""),
    ("https://jira.acme.example/servicedesk/customer", K::SelfHosted, "https://jira.acme.example", &[C::Path], ""),
    ("https://wiki.acme.example/display/ENG/Home", K::SelfHosted, "https://wiki.acme.example", &[C::Path], ""),
    ("https://confluence.acme.example/wiki", K::SelfHosted, "https://confluence.acme.example/wiki", &[], ""),
    ("https://support.acme.example/jira/software/projects/WEB/boards/1", K::SelfHosted, "https://support.acme.example", &[C::Path], "WEB"),
    ("https://jira.acme.example//jira", K::SelfHosted, "https://jira.acme.example/jira", &[C::Path], ""),
    ("https://jane:pass@jira.acme.example", K::SelfHosted, "https://jira.acme.example", &[C::Credentials], ""),
    ("jira.acme.example/suffix", K::SelfHosted, "https://jira.acme.example/suffix", &[C::MissingScheme], ""),
    ("http://jira:8080", K::SelfHosted, "http://jira:8080", &[], ""),
    ("jira:8080", K::SelfHosted, "https://jira:8080", &[C::MissingScheme], ""),
    ("https://localjiraserver", K::SelfHosted, "https://localjiraserver", &[], ""),
    ("localhost", K::SelfHosted, "https://localhost", &[C::MissingScheme], ""),
    ("http://localhost:2990/jira", K::SelfHosted, "http://localhost:2990/jira", &[], ""),
    ("http://10.20.30.40", K::SelfHosted, "http://10.20.30.40", &[], ""),
    ("192.168.10.20:8080", K::SelfHosted, "https://192.168.10.20:8080", &[C::MissingScheme], ""),
    ("http://jira.acme.example:08080", K::SelfHosted, "http://jira.acme.example:8080", &[C::Port], ""),
    ("http://[::1]:8080/jira", K::SelfHosted, "http://[::1]:8080/jira", &[], ""),
    ("acme_jira.localhost:80", K::SelfHosted, "https://acme_jira.localhost:80", &[C::MissingScheme], ""),
    ("http://internal-url.acme.local:8080", K::SelfHosted, "http://internal-url.acme.local:8080", &[], ""),
    ("https://jira.acme.example.", K::SelfHosted, "https://jira.acme.example", &[C::TrailingDot], ""),
    ("https://sso.acme.example/login?continue=https://acme.atlassian.net", K::SelfHosted, "https://sso.acme.example", &[C::Path, C::Query], ""),
    ("https://atlassian.acme.example", K::SelfHosted, "https://atlassian.acme.example", &[], ""),
    ("https://xn--mnchen-3ya.example", K::SelfHosted, "https://xn--mnchen-3ya.example", &[], ""),
];

#[test]
fn usable_addresses() {
    for &(typed, kind, url, changes, keys) in CLOUD.iter().chain(SELF_HOSTED) {
        let site = read(typed);
        assert_eq!(site.kind, kind, "{typed:?} {site:#?}");
        assert_eq!(site.url.as_deref(), Some(url), "{typed:?}");
        let kinds: Vec<C> = site.changes.iter().map(|change| change.kind).collect();
        assert_eq!(kinds, changes, "{typed:?}");
        let found: Vec<&str> = [&site.project, &site.issue]
            .into_iter()
            .flatten()
            .map(String::as_str)
            .collect();
        assert_eq!(found.join(" "), keys, "{typed:?}");
        assert!(
            site.about.is_none() && site.suggestion.is_none(),
            "{typed:?} {site:#?}"
        );
        check(typed, &site);
    }
}

#[rustfmt::skip]
const OTHERS: &[(&str, K, &str)] = &[
    ("", K::Empty, ""),
    (" \u{200b}\n", K::Empty, ""),
    // Hosts of Atlassian.
    ("https://home.atlassian.com/o/1/?cloudId=x", K::AtlassianHost, ""),
    ("https://start.atlassian.com", K::AtlassianHost, ""),
    ("https://team.atlassian.com", K::AtlassianHost, ""),
    ("https://admin.atlassian.com", K::AtlassianHost, ""),
    ("https://id.atlassian.com/manage-profile/security/api-tokens", K::AtlassianHost, ""),
    ("https://id.atlassian.com/login?continue=https%3A%2F%2Facme.atlassian.net%2F", K::AtlassianHost, ACME),
    ("https://auth.atlassian.com", K::AtlassianHost, ""),
    ("https://support.atlassian.com", K::AtlassianHost, ""),
    ("https://developer.atlassian.com", K::AtlassianHost, ""),
    ("https://www.atlassian.com", K::AtlassianHost, ""),
    ("https://status.atlassian.com", K::AtlassianHost, ""),
    ("https://community.atlassian.com", K::AtlassianHost, ""),
    ("https://marketplace.atlassian.com", K::AtlassianHost, ""),
    ("https://my.atlassian.com", K::AtlassianHost, ""),
    ("https://jira.atlassian.com/browse/JRACLOUD-1", K::AtlassianHost, ""),
    ("https://confluence.atlassian.com", K::AtlassianHost, ""),
    ("atlassian.net", K::AtlassianHost, ""),
    ("https://atlassian.com", K::AtlassianHost, ""),
    ("id.atlassian.net", K::AtlassianHost, ""),
    ("https://api.atlassian.com", K::AtlassianHost, ""),
    ("https://api.atlassian.com/ex/jira/", K::AtlassianHost, ""),
    ("https://api.atlassian.com/ex/jira/1111-2222", K::AtlassianHost, ""),
    ("https://api.atlassian.com/ex/jira/acme", K::AtlassianHost, ""),
    ("https://api.atlassian.com/ex/jira/{cloudId}", K::Placeholder, ""),
    // Other products.
    ("https://bitbucket.org/acme", K::OtherProduct, ""),
    ("https://api.bitbucket.org", K::OtherProduct, ""),
    ("trello.com", K::OtherProduct, ""),
    ("https://acme.app.opsgenie.com", K::OtherProduct, ""),
    ("https://acme.statuspage.io", K::OtherProduct, ""),
    ("https://github.com/acme/jira", K::OtherProduct, ""),
    ("https://gitlab.com", K::OtherProduct, ""),
    ("https://linear.app", K::OtherProduct, ""),
    ("https://acme.monday.com", K::OtherProduct, ""),
    // Slips.
    ("https://acmecity.attlassian.net", K::Misspelt, "https://acmecity.atlassian.net"),
    ("https://acme.atlasian.net", K::Misspelt, ACME),
    ("https://acme.altassian.net", K::Misspelt, ACME),
    ("https://acme.atlassian.ner", K::Misspelt, ACME),
    ("https://acme.attlasian.net/browse/WEB-1", K::Misspelt, ACME),
    ("https://acme.atlassiannet", K::Misspelt, ACME),
    ("https://acme.atlassian,net", K::Misspelt, ACME),
    ("https://acme.atlassian", K::Misspelt, ACME),
    ("https://acme.atlassian.com", K::Misspelt, ACME),
    ("https://acme.atlassian.org", K::Misspelt, ACME),
    ("https://acme.atlassian.io", K::Misspelt, ACME),
    ("https://acme.atlasian.com", K::Misspelt, ACME),
    ("https://www.acme.atlassian.net", K::Misspelt, ACME),
    ("https://acme.jira.atlassian.net", K::Misspelt, ACME),
    ("https://atlasian.net", K::Misspelt, ""),
    // Stand-ins.
    ("https://your-domain.atlassian.net", K::Placeholder, ""),
    ("yourcompany.atlassian.net", K::Placeholder, ""),
    ("your-site", K::Placeholder, ""),
    ("<your-domain>.atlassian.net", K::Placeholder, ""),
    ("https://<your domain>.atlassian.net/rest", K::Placeholder, ""),
    ("<your-site>", K::Placeholder, ""),
    ("$JIRA_URL", K::Placeholder, ""),
    ("https://$JIRA_HOST", K::Placeholder, ""),
    ("${JIRA_URL}/rest/api/3", K::Placeholder, ""),
    ("%JIRA_URL%", K::Placeholder, ""),
    ("{site}.atlassian.net", K::Placeholder, ""),
    ("https://{{ site }}.atlassian.net", K::Placeholder, ""),
    ("[site].atlassian.net", K::Placeholder, ""),
    ("JIRA_URL", K::Placeholder, ""),
    ("undefined", K::Placeholder, ""),
    ("null", K::Placeholder, ""),
    ("https://undefined/rest/api/2", K::Placeholder, ""),
    ("https://undefined.atlassian.net", K::Placeholder, ""),
    ("xxxx.atlassian.net", K::Placeholder, ""),
    // Something else.
    ("jane@acme.example", K::NotAnAddress, ""),
    ("mailto:jane@acme.example", K::NotAnAddress, ""),
    ("jane@acme.atlassian.net", K::NotAnAddress, ACME),
    ("11111111-2222-3333-4444-555555555555", K::NotAnAddress, GATE),
    // Nothing readable.
    ("https:/\\acme..atlassian.net", K::Invalid, ""),
    ("https://.atlassian.net", K::Invalid, ""),
    ("https://", K::Invalid, ""),
    ("https:///rest/api/3/myself", K::Invalid, ""),
    ("/rest/api/3/myself", K::Invalid, ""),
    ("https://a.b.atlassian.net", K::Invalid, ""),
    ("https://acme_corp.atlassian.net", K::Invalid, ""),
    ("https://-acme.atlassian.net", K::Invalid, ""),
    ("https://acme.atlassian.net:99999", K::Invalid, ACME),
    ("https://acme.atlassian.net:abc", K::Invalid, ACME),
    ("https://jira.acme.example:70000", K::Invalid, ""),
    ("https://ji ra.acme.example", K::Invalid, ""),
    ("https://jira*.acme.example", K::Invalid, ""),
    ("ftp://acme.atlassian.net", K::Invalid, ""),
    ("https://münchen.example", K::Invalid, ""),
    ("acme corp", K::Invalid, ""),
    ("acme_corp", K::Invalid, ""),
    ("our Jira is https://acme.atlassian.net today", K::Invalid, ACME),
    ("https://acme.atlassian.net\njane@acme.example", K::Invalid, ACME),
    ("acme\u{0}.atlassian.net", K::Invalid, ""),
    ("!!!", K::Invalid, ""),
    ("\"\"", K::Invalid, ""),
];

#[test]
fn addresses_of_no_site() {
    for &(typed, kind, suggestion) in OTHERS {
        unusable(typed, kind, suggestion);
    }
}

#[rustfmt::skip]
const HOSTILE: &[(&str, K, &str)] = &[
    ("https://acme.atlassian.net.evil.com", K::LookAlike, ACME),
    ("https://acme.atlassian.net.evil.example/rest", K::LookAlike, ACME),
    ("https://acme.atlassian.net@evil.com", K::LookAlike, ACME),
    ("acme.atlassian.net@evil.example", K::LookAlike, ACME),
    ("https://acme.atlassian.net:443@evil.com", K::LookAlike, ACME),
    ("https://acme.atlassian.net@other.atlassian.net", K::LookAlike, ACME),
    ("https://x@acme.atlassian.net@evil.com", K::LookAlike, ""),
    ("https://evil.com/acme.atlassian.net", K::LookAlike, ACME),
    ("https://evil.com\\acme.atlassian.net", K::LookAlike, ACME),
    ("https://acme-atlassian.net", K::LookAlike, ACME),
    ("https://xatlassian.net", K::LookAlike, "https://x.atlassian.net"),
    ("https://acmeatlassian.net", K::LookAlike, ACME),
    ("https://acme.at1assian.net", K::LookAlike, ACME),
    ("https://acme-atlassian.com", K::LookAlike, ACME),
    ("https://acme.jira.com.evil.example", K::LookAlike, ""),
    ("acme.atlassian.net%2eevil.com", K::LookAlike, ACME),
    ("acme.atlassian.net\\@evil.com", K::LookAlike, ACME),
    ("https://acme.atlassian.net\\.evil.com", K::LookAlike, ACME),
    ("https://acme%2eatlassian.net", K::LookAlike, ""),
    ("аcme.atlassian.net", K::LookAlike, ACME),
    ("acme.аtlassian.net", K::LookAlike, ACME),
    ("acme．atlassian。net", K::LookAlike, ACME),
    ("ａｃｍｅ.atlassian.net", K::LookAlike, ACME),
    ("https：／／acme.atlassian.net", K::Invalid, ACME),
    ("https://日本.atlassian.net", K::LookAlike, ""),
    ("https://acme.𝐚tlassian.net", K::LookAlike, ACME),
    ("https://xn--cme-5cd.atlassian.net", K::LookAlike, ACME),
    ("https://acme.xn--tlassian-06g.net", K::LookAlike, ACME),
    ("https://xn--zzzzzzzz99999.atlassian.net", K::LookAlike, ""),
    ("https://0x7f000001", K::Invalid, "https://127.0.0.1"),
    ("https://0177.0.0.1", K::Invalid, "https://127.0.0.1"),
    ("https://acme.atlassian.net:65536", K::Invalid, ACME),
    ("https://id.atlassian.com", K::AtlassianHost, ""),
    ("https://acme.atlassian.net\u{fffd}", K::Invalid, ""),
    ("https://acme.atlassian.net\u{0}.evil.com", K::Invalid, ""),
    ("https://acme.atlassian.net#@evil.com\n:x", K::Invalid, ACME),
    ("https://acme.atlassian.net..", K::Invalid, ""),
];

#[test]
fn hostile_addresses() {
    for &(typed, kind, suggestion) in HOSTILE {
        unusable(typed, kind, suggestion);
    }
    // What only looks hostile: parsers agree on these.
    for typed in [
        "https://acme.atlassian.net/@evil.com",
        "https://acme.atlassian.net?@evil.com",
        "https://acme.atlassian.net#@evil.com",
        "\u{202e}https://acme.atlassian.net",
        "https://acme.atl\tass\nian.net",
    ] {
        assert_eq!(
            read(typed).url.as_deref(),
            Some(ACME),
            "{typed:?} {:?}",
            read(typed)
        );
    }
}

fn unusable(typed: &str, kind: K, suggestion: &str) {
    let site = read(typed);
    assert_eq!(site.kind, kind, "{typed:?} {site:#?}");
    assert_eq!(
        site.suggestion.as_deref().unwrap_or_default(),
        suggestion,
        "{typed:?} {site:#?}"
    );
    assert!(site.url.is_none() && site.forms.is_none(), "{typed:?}");
    assert_eq!(site.about.is_none(), kind == K::Empty, "{typed:?}");
    check(typed, &site);
}

/// What holds for every text.
fn check(typed: &str, site: &Site) {
    let units = typed.encode_utf16().count();
    let mut last = 0;
    for change in &site.changes {
        assert!(
            change.span.start <= change.span.end && change.span.end <= units,
            "{typed:?} {change:?}"
        );
        assert!(last <= change.span.start, "{typed:?}");
        assert!(
            !change.why.to_string().is_empty() && change.before.chars().count() <= 90,
            "{typed:?} {change:?}"
        );
        last = change.span.start;
    }
    let usable = matches!(site.kind, K::Cloud | K::Gateway | K::SelfHosted);
    assert_eq!(usable, site.url.is_some(), "{typed:?} {site:#?}");
    assert_eq!(usable, site.forms.is_some(), "{typed:?}");
    if let Some(url) = &site.url {
        let again = read(url);
        assert_eq!(
            (again.kind, again.url.as_ref()),
            (site.kind, Some(url)),
            "{typed:?}"
        );
        assert!(again.changes.is_empty(), "{typed:?} {again:#?}");
        assert_eq!(site::url_crate_host(url), site.host, "{typed:?}");
        let plain = url::Url::parse(url).map(|parsed| parsed.as_str().trim_end_matches('/') == url);
        assert_eq!(plain, Ok(true), "{typed:?}");
    }
    if let Some(meant) = &site.suggestion {
        assert_eq!(read(meant).url.as_ref(), Some(meant), "{typed:?} {site:#?}");
    }
}

#[test]
fn forms_of_each_kind() {
    let forms = read("https://acme.atlassian.net?cloudId=11111111-2222-3333-4444-555555555555")
        .forms
        .unwrap();
    assert_eq!(forms.subdomain.as_deref(), Some("acme"));
    assert_eq!(forms.host, "acme.atlassian.net");
    assert_eq!(forms.rest_v2, "https://acme.atlassian.net/rest/api/2");
    assert_eq!(
        forms.rest_v3.as_deref(),
        Some("https://acme.atlassian.net/rest/api/3")
    );
    assert_eq!(
        forms.confluence.as_deref(),
        Some("https://acme.atlassian.net/wiki")
    );
    assert_eq!(forms.gateway.as_deref(), Some(GATE));
    assert_eq!(
        forms.tenant_info.as_deref(),
        Some("https://acme.atlassian.net/_edge/tenant_info")
    );

    let forms = read("http://jira.acme.example:8080/tools/jira")
        .forms
        .unwrap();
    assert_eq!(forms.host, "jira.acme.example:8080");
    assert_eq!(
        forms.rest_v2,
        "http://jira.acme.example:8080/tools/jira/rest/api/2"
    );
    assert!(forms.rest_v3.is_none() && forms.confluence.is_none() && forms.tenant_info.is_none());

    let site = read("https://api.atlassian.com/ex/confluence/11111111-2222-3333-4444-555555555555");
    assert_eq!(site.product, Some(Product::Confluence));
    assert_eq!(
        site.cloud_id.as_deref(),
        Some("11111111-2222-3333-4444-555555555555")
    );
    let forms = site.forms.unwrap();
    assert_eq!(forms.gateway.as_deref(), Some(GATE));
    assert_eq!(forms.confluence, Some(forms.url));
}

#[test]
fn confluence_is_recognised() {
    for typed in [
        "https://acme.atlassian.net/wiki",
        "https://acme.atlassian.net/wiki/",
        "https://acme.atlassian.net/wiki/x?y",
    ] {
        let site = read(typed);
        assert_eq!(site.product, Some(Product::Confluence), "{typed}");
        assert_eq!(
            (site.changes[0].kind, site.changes[0].before.as_str()),
            (C::Path, "/wiki"),
            "{typed}"
        );
    }
    assert_eq!(read("https://acme.atlassian.net/wikis").product, None);
}

#[test]
fn sandboxes_are_recognised() {
    assert!(read("https://acme-sandbox.atlassian.net").sandbox);
    assert!(read("https://acme-sandbox-481.atlassian.net").sandbox);
    assert!(!read("https://acme-2.atlassian.net").sandbox);
    assert!(!read("https://sandboxes.atlassian.net").sandbox);
}

#[test]
fn what_cannot_be_seen_is_named_with_its_position() {
    let site = read("https://ac\u{200b}me.atlassian.net");
    assert!(
        site.changes[0]
            .why
            .to_string()
            .starts_with("Character 11 is a zero-width space (U+200B)."),
        "{site:?}"
    );
    assert_eq!(
        (site.changes[0].span.start, site.changes[0].span.end),
        (10, 11)
    );
}

#[test]
fn keys_in_embedded_links() {
    let site = read("https://home.atlassian.com/?cloudId=11111111-2222-3333-4444-555555555555");
    assert_eq!(
        site.cloud_id.as_deref(),
        Some("11111111-2222-3333-4444-555555555555")
    );
}

#[test]
fn secrets_are_never_shown() {
    let token = sample::expand("{{api-token}}");
    for place in [
        "https://jane@acme.example:{}@acme.atlassian.net",
        "https://jane:{}@jira.acme.example/browse/WEB-1",
        "jane@acme.example:{}@acme.atlassian.net",
        "https://acme.atlassian.net:{}@evil.example",
        "https://jane:8080/{}@jira.acme.example",
        "https://jane:a/{}@acme.atlassian.net",
        "https://jane:a?{}@acme.atlassian.net",
        "https://jane:1#{}@acme.atlassian.net",
        "JIRA_TOKEN={}",
        "{}",
        "\"{}\"",
        "<{}>",
        "{}.atlassian.net",
        "https://{}",
        "Bearer {}",
    ] {
        let typed = place.replace("{}", &token);
        let site = read(&typed);
        let shown = serde_json::to_string(&site).unwrap().to_lowercase();
        assert!(
            !shown.contains(token.to_lowercase().get(8..40).unwrap()),
            "{place} {shown}"
        );
        assert!(!shown.contains("jane"), "{place} {shown}");
        check(&typed, &site);
    }
    for secret in [
        "{{api-token}}",
        "{{jwt}}",
        "{{legacy-token}}",
        "{{dc-pat}}",
        "{{b64:jane@acme.example:{{api-token}}}}",
    ] {
        assert_eq!(
            read(&sample::expand(secret)).kind,
            K::NotAnAddress,
            "{secret}"
        );
    }
}

#[test]
fn a_second_parser_must_agree() {
    for (second, kind) in [
        (
            (|_| Some("evil.example".to_owned())) as site::HostReader,
            K::LookAlike,
        ),
        (|_| None, K::Invalid),
        (|_| Some("other.atlassian.net".to_owned()), K::LookAlike),
    ] {
        for typed in [ACME, "acme", GATE] {
            let site = site::read(typed, second);
            assert_eq!((site.kind, site.url), (kind, None), "{typed}");
        }
    }
}

#[test]
fn long_texts_are_refused() {
    let long = [
        ["https://acme.atlassian.net/", &"a".repeat(1 << 20)].concat(),
        [
            &" \u{200b}".repeat(1 << 17),
            "acme.atlassian.net",
            &"\u{200b}\n".repeat(1 << 17),
        ]
        .concat(),
        "(".repeat(8000),
        "https://".repeat(1000),
        "[](".repeat(2600),
        " a".repeat(4000),
        "a@".repeat(4000),
        "a.".repeat(4000),
        "\u{200b}a\u{200c}".repeat(1000),
    ];
    for typed in &long {
        let site = read(typed);
        assert!(site.changes.len() < 100, "{}", site.changes.len());
    }
    assert_eq!(read(&long[0]).kind, K::Invalid);
    assert!(read(&long[0]).about.unwrap().to_string().contains("longer"));
    assert_eq!(read(&long[1]).kind, K::Cloud);
}

#[rustfmt::skip]
const PIECES: &[&str] = &[
    "https://", "http://", "https:", "htps//", "//", "/", "\\", ":", "@", ".", "..", "?", "#", "%2e", "%",
    "acme", "ACME", ".atlassian.net", "atlassian", "net", ".jira.com", "api.atlassian.com", "/ex/jira/",
    "11111111-2222-3333-4444-555555555555", "evil.example", "localhost", "[::1]", "[", "]", "127.0.0.1", "0x7f",
    ":8080", ":443", "99999", "browse", "/jira", "WEB-1", "/wiki", "rest", " ", "\t", "\n", "\u{200b}",
    "\u{a0}", "\u{202e}", "\u{0}", "\"", "'", "`", "<", ">", "(", ")", "{", "}", "$", "JIRA_URL=", "url: ",
    "xn--", "а", "．", "。", "：", "ü", "日", "😀", "-", "_", ",", ";", "!", "*", "=", "&", "jql=project=", "your-",
    "undefined", "~", "|", "mailto:", "login.jsp", "software", "\u{feff}", "𝐚", "ß", "İ",
];

/// Texts made of pieces that have meaning here: more of the reader is reached than by random characters.
#[test]
fn any_text_is_read() {
    let mut state = 0x2545_F491_4F6C_DD1D_u64;
    let mut next = |below: usize| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).unwrap() % below
    };
    let rounds = if cfg!(debug_assertions) {
        30_000
    } else {
        200_000
    };
    for _ in 0..rounds {
        let count = 1 + next(9);
        let typed: String = (0..count).map(|_| PIECES[next(PIECES.len())]).collect();
        let site = read(&typed);
        check(&typed, &site);
        if site.kind == K::Cloud {
            let host = site.host.unwrap();
            let (name, suffix) = host.split_once('.').unwrap();
            assert!(
                ["atlassian.net", "jira.com"].contains(&suffix) && !name.is_empty(),
                "{typed:?}"
            );
        }
    }
}
