//! Profiles: what is refused, and what each of the three guides comes to, from its typical failure to its good end.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod support;

use jira_doctor::read::site::url_crate_host;
use jira_doctor::{
    Certainty, Deployment, Diagnosis, Evidence, Examination, Finding, Part, Profile, Response,
    Severity, StepName, Verdict, diagnose, scopes,
};
use serde_json::{Value, json};

use support::evidence::evidence;

const BOLDDESK: &str = include_str!("../www/profiles/bolddesk.json");
const AHA: &str = include_str!("../www/profiles/aha.json");
const JENTIC: &str = include_str!("../www/profiles/jentic.json");
const ALL: [&str; 3] = [BOLDDESK, AHA, JENTIC];

fn profile(json: &str) -> Profile {
    serde_json::from_str(json).unwrap()
}

/// The diagnosis for a product, of evidence written as JSON.
fn check(product: &str, json: &str) -> Diagnosis {
    of(product, &evidence(json))
}

fn of(product: &str, evidence: &Evidence) -> Diagnosis {
    diagnose(evidence, Some(&profile(product)), url_crate_host)
}

/// The most likely cause, which must be this problem.
fn first<'d>(diagnosis: &'d Diagnosis, problem: &str) -> &'d Finding {
    let first = diagnosis.findings.first().unwrap();
    assert_eq!(first.problem, problem, "{:#?}", diagnosis.findings);
    first
}

/// The evidence after the one press of a finding.
fn pressed(json: &str, finding: &Finding) -> Evidence {
    finding.fix.as_ref().unwrap().apply(&evidence(json))
}

/// The diagnosis after an examination by a Jira that knows the account, which lacks these permissions.
fn asked(product: &str, evidence: Evidence, lacking: &[&str]) -> Diagnosis {
    let needed = profile(product).permissions;
    let keys = needed.iter().map(|need| need.key.as_str());
    let permissions: serde_json::Map<_, _> = keys
        .chain(["BROWSE_PROJECTS"])
        .map(|key| {
            (
                key.to_owned(),
                json!({"key": key, "havePermission": !lacking.contains(&key)}),
            )
        })
        .collect();
    let server = evidence.answers.deployment == Some(Deployment::DataCenter);
    let account = if server {
        json!({"self": "https://jira.acme.example/rest/api/2/user?username=jdoe", "name": "jdoe", "key": "jdoe", "displayName": "Jane", "active": true})
    } else {
        json!({"accountId": "712020:1", "accountType": "atlassian", "active": true, "emailAddress": "jane@acme.example"})
    };
    let mut examination = Examination::new(evidence, Some(profile(product)), url_crate_host);
    while let Some(step) = examination.next() {
        let body = match step.name {
            StepName::ServerInfo => {
                json!({"deploymentType": if server { "Data Center" } else { "Cloud" }})
            }
            StepName::Myself | StepName::GatewayMyself => account.clone(),
            StepName::Permissions | StepName::ProjectPermissions => {
                json!({"permissions": permissions})
            }
            StepName::Project => {
                json!({"self": "https://acme.atlassian.net/rest/api/3/project/10000", "id": "10000", "key": "WEB", "name": "Web", "projectTypeKey": "software"})
            }
            StepName::Issue => {
                json!({"self": "https://acme.atlassian.net/rest/api/3/issue/10001", "id": "10001", "key": "WEB-1", "fields": {}})
            }
            other => panic!("{other:?} was not needed"),
        };
        examination.tell(Ok(Response {
            status: Some(200),
            headers: [("content-type".to_owned(), "application/json".to_owned())].into(),
            body: Some(body.to_string()),
        }));
    }
    examination.diagnosis()
}

/// What goes into the product's form, where it is ready to save.
fn ready(diagnosis: &Diagnosis) -> Vec<(String, Option<String>)> {
    let setup = diagnosis.setup.as_ref().unwrap();
    assert!(setup.ready, "{diagnosis:#?}");
    assert_eq!(diagnosis.verdict, Verdict::NoFault);
    let said = ["Ready to save in ", &setup.product, "."].concat();
    assert!(
        diagnosis.headline.to_string().ends_with(&said),
        "{}",
        diagnosis.headline
    );
    let entries = setup.entries.iter();
    entries
        .map(|entry| (entry.label.clone(), entry.value.clone()))
        .collect()
}

fn entry(label: &str, value: &str) -> (String, Option<String>) {
    (
        label.to_owned(),
        (!value.is_empty()).then(|| value.to_owned()),
    )
}

/// `json` with one value put into the place that `path` names, or taken away.
fn set(json: &mut Value, path: &[Value], to: Option<&Value>) {
    let (last, parents) = path.split_last().unwrap();
    let mut parent = json;
    for key in parents {
        parent = match key.as_str() {
            Some(key) => parent.get_mut(key).unwrap(),
            None => parent
                .get_mut(usize::try_from(key.as_u64().unwrap()).unwrap())
                .unwrap(),
        };
    }
    match (parent, last.as_str(), to) {
        (Value::Object(parent), Some(key), Some(to)) => {
            _ = parent.insert(key.to_owned(), to.clone());
        }
        (Value::Object(parent), Some(key), None) => assert!(parent.remove(key).is_some()),
        (Value::Array(parent), None, Some(to)) => {
            let at = usize::try_from(last.as_u64().unwrap()).unwrap();
            *parent.get_mut(at).unwrap() = to.clone();
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn an_invalid_profile_is_refused_with_path_and_reason() {
    let table: Vec<Value> = serde_json::from_str(include_str!("profiles/invalid.json")).unwrap();
    assert!(table.len() >= 40);
    for row in table {
        let base = if row.get("of").is_some() {
            AHA
        } else {
            BOLDDESK
        };
        let mut json = serde_json::from_str(base).unwrap();
        set(&mut json, row["set"].as_array().unwrap(), row.get("to"));
        let error = serde_json::from_value::<Profile>(json).unwrap_err();
        assert_eq!(error.to_string(), row["error"].as_str().unwrap(), "{row}");
    }
}

#[test]
fn what_is_no_object_at_all_is_refused() {
    for text in ["null", "[]", "\"bolddesk\"", "5"] {
        let error = serde_json::from_str::<Profile>(text).unwrap_err();
        assert_eq!(error.to_string(), "must be an object", "{text}");
    }
    let deep = ["[".repeat(100), "]".repeat(100)].concat();
    let error = serde_json::from_str::<Profile>(&deep)
        .unwrap_err()
        .to_string();
    assert!(error.starts_with("it nests too deep"), "{error}");
}

#[test]
fn the_readme_shows_a_profile() {
    let readme = include_str!("../README.md");
    let (_, block) = readme.split_once("```json\n{\n  \"$schema\"").unwrap();
    let (json, _) = block.split_once("```").unwrap();
    let read = profile(&["{\"$schema\"", json].concat());
    assert_eq!((read.id.as_str(), read.needs_project), ("acme-sync", true));
}

/// What a schema cannot say.
#[test]
fn a_permission_stands_there_once() {
    let mut json: Value = serde_json::from_str(BOLDDESK).unwrap();
    let path = ["permissions".into(), 1.into(), "key".into()];
    set(&mut json, &path, Some(&"BROWSE_PROJECTS".into()));
    let error = serde_json::from_value::<Profile>(json).unwrap_err();
    assert_eq!(
        error.to_string(),
        "permissions[1].key: BROWSE_PROJECTS is named twice"
    );
}

#[test]
fn a_missing_key_may_be_null() {
    let least = r#"{"id":"x","name":"X","deployments":["cloud"],"site":{"form":"host","label":"Host"},
        "account":{"label":"User"},"token":{"label":"Token","kinds":["api-token"],"scoped":null},
        "permissions":null,"purposes":null,"guide":null,"messages":null,"needsIssue":null}"#;
    let read = profile(least);
    assert!(read.permissions.is_empty() && read.guide.is_none() && !read.token.scoped);
}

#[test]
fn each_profile_can_be_followed_to_its_end() {
    for json in ALL {
        let read = profile(json);
        let guide = read.guide.unwrap();
        let last = guide
            .steps
            .iter()
            .rposition(|step| step.part.is_some())
            .unwrap();
        assert_eq!(guide.steps[last].part, Some(Part::Setup), "{}", read.id);
        for part in ["Site", "Email", "Token", "Ask", "Permissions"] {
            let is_there = guide
                .steps
                .iter()
                .any(|step| format!("{:?}", step.part) == format!("Some({part})"));
            assert!(is_there, "{}: no step is done in {part}", read.id);
        }
        let made = "https://id.atlassian.com/manage-profile/security/api-tokens";
        assert!(
            guide
                .steps
                .iter()
                .any(|step| step.link.as_ref().is_some_and(|link| link.url == made))
        );
        assert!(guide.corrections.len() >= 6, "{}", read.id);
        assert!(!read.messages.is_empty() && !read.purposes.is_empty());
        assert_eq!(read.purposes[0].id, "test-connection");
    }
}

#[test]
fn an_empty_form_says_what_the_product_wants() {
    let empty = check(JENTIC, "{}");
    assert_eq!(empty.verdict, Verdict::NothingGiven);
    let setup = empty.setup.unwrap();
    assert!(!setup.ready && setup.conditions.iter().all(|condition| !condition.is_done));
    assert!(
        setup
            .entries
            .iter()
            .all(|entry| !entry.given && entry.value.is_none())
    );

    let half = check(JENTIC, r#"{"site":"acme"}"#);
    assert_eq!(
        half.headline,
        "Nothing wrong in what you typed. Jentic also needs “Username”, “Password/Token”."
    );
}

#[test]
fn bolddesk_from_its_failure_to_its_end() {
    let typed = r#"{"site":"https://example.atlassian.net/jira","email":"jane@acme.example","token":"{{api-token}}","issue":"PROJ-123","paste":"Invalid Jira account"}"#;
    let refused = check(BOLDDESK, typed);
    let problems: Vec<_> = refused
        .findings
        .iter()
        .map(|finding| finding.problem)
        .collect();
    assert!(problems.contains(&"url-has-path") && problems.contains(&"token-revoked-or-wrong"));
    let path = refused
        .findings
        .iter()
        .find(|finding| finding.problem == "url-has-path")
        .unwrap();
    assert_eq!(
        *path.steps.last().unwrap(),
        "In BoldDesk, the field is called “Jira URL”."
    );
    let revoked = refused
        .findings
        .iter()
        .find(|finding| finding.problem == "token-revoked-or-wrong")
        .unwrap();
    assert!(revoked.reasons.iter().any(|reason| reason.text
        == "BoldDesk's own message points to it."
        && reason.span.is_some()));

    let mut mended = pressed(typed, path);
    mended.paste = None;
    assert_eq!(
        ready(&asked(BOLDDESK, mended, &[])),
        [
            entry("Jira URL", "https://example.atlassian.net"),
            entry("Email", "jane@acme.example"),
            entry("Jira API Key", "")
        ]
    );
}

#[test]
fn bolddesk_knows_no_server() {
    let diagnosis = check(
        BOLDDESK,
        r#"{"site":"https://jira.acme.example/jira","email":"jdoe","token":"{{dc-pat}}"}"#,
    );
    let cause = first(&diagnosis, "url-not-cloud");
    assert_eq!(
        (cause.severity, cause.certainty),
        (Severity::Error, Certainty::Certain)
    );
    assert!(
        cause
            .message
            .to_string()
            .starts_with("BoldDesk works with Jira Cloud only")
    );
    // Aha! talks to both.
    let diagnosis = check(
        AHA,
        r#"{"site":"https://jira.acme.example/jira","email":"jdoe","token":"{{password}}","answers":{"deployment":"data-center"}}"#,
    );
    assert!(
        diagnosis
            .findings
            .iter()
            .all(|finding| finding.problem != "url-not-cloud"),
        "{:#?}",
        diagnosis.findings
    );
}

#[test]
fn bolddesk_lacks_a_permission_that_its_guide_lists() {
    let typed = || {
        evidence(
            r#"{"site":"https://acme.atlassian.net","email":"jane@acme.example","token":"{{api-token}}","issue":"WEB-1"}"#,
        )
    };
    let unasked = of(BOLDDESK, &typed());
    assert_eq!(
        unasked.headline,
        "Nothing wrong in what you typed. Ask Jira before you save it in BoldDesk."
    );
    assert!(!unasked.setup.unwrap().ready);

    let lacking = asked(BOLDDESK, typed(), &["USER_PICKER"]);
    first(&lacking, "permission-global");
    let setup = lacking.setup.unwrap();
    let open: Vec<_> = setup
        .conditions
        .iter()
        .filter(|one| !one.is_done)
        .map(|one| one.part)
        .collect();
    assert_eq!((setup.ready, open), (false, vec![Part::Permissions]));
    // One that is optional stops a part alone.
    let lacking = asked(BOLDDESK, typed(), &["MANAGE_GROUP_FILTER_SUBSCRIPTIONS"]);
    assert_eq!(
        first(&lacking, "permission-global").severity,
        Severity::Warning
    );
    assert!(lacking.setup.unwrap().ready);

    let all = asked(BOLDDESK, typed(), &[]);
    assert_eq!(
        all.headline,
        "Jira accepted the credentials of the account jane@acme.example. Ready to save in BoldDesk."
    );
    ready(&all);
}

#[test]
fn what_nobody_asked_stays_open() {
    let json = r#"{"site":"https://acme.atlassian.net","email":"jane@acme.example","token":"{{api-token}}","issue":"WEB-1",
        "request":{"method":"GET","url":"https://acme.atlassian.net/rest/api/3/myself"},
        "response":{"status":200,"body":"{\"accountId\":\"712020:1\",\"active\":true,\"emailAddress\":\"jane@acme.example\"}"}}"#;
    let told = check(BOLDDESK, json);
    assert_eq!(
        told.headline,
        "Jira accepted the credentials of the account jane@acme.example. Not yet known for BoldDesk: what the account may do, whether it sees the issue."
    );
}

#[test]
fn aha_wants_the_address_where_it_says_user_name() {
    let typed = r#"{"site":"https://acme.atlassian.net","email":"jdoe","token":"{{api-token}}","project":"WEB","response":{"status":401},"paste":"Remote error for 'installed': Authentication failed: 401"}"#;
    let refused = check(AHA, typed);
    let cause = first(&refused, "username-not-email");
    assert_eq!(
        *cause.steps.last().unwrap(),
        "In Aha!, the field is called “Username”."
    );

    let password = typed
        .replace("jdoe", "jane@acme.example")
        .replace("api-token", "password");
    let cause = check(AHA, &password);
    first(&cause, "token-is-password");

    let good = r#"{"site":"https://acme.atlassian.net","email":"jane@acme.example","token":"{{api-token}}","project":"WEB"}"#;
    assert_eq!(
        ready(&asked(AHA, evidence(good), &[])),
        [
            entry("Jira URL", "https://acme.atlassian.net"),
            entry("Username", "jane@acme.example"),
            entry("Password", "")
        ]
    );
}

#[test]
fn aha_may_not_create_versions() {
    let log = r#"{"site":"https://acme.atlassian.net","project":"WEB","paste":"Project with key ‘WEB’ either does not exist or you do not have\n permission to create versions in it"}"#;
    let diagnosis = check(AHA, log);
    let cause = first(&diagnosis, "permission-project");
    assert!(
        cause
            .reasons
            .iter()
            .any(|reason| reason.text.to_string().contains("Aha!'s own message"))
    );
    assert!(
        diagnosis
            .findings
            .iter()
            .any(|finding| finding.problem == "project-not-found")
    );
}

#[test]
fn aha_is_led_to_an_inner_address() {
    let log = r#"{"site":"https://jira.acme.example","answers":{"deployment":"data-center"},"paste":"Remote error for 'installed': Unhandled error: STATUS=302"}"#;
    first(&check(AHA, log), "redirect-internal");
}

#[test]
fn aha_asks_for_the_project_it_works_in() {
    let asks = |json: &str| {
        let questions = check(AHA, json).questions;
        questions
            .iter()
            .any(|question| question.text.to_string().starts_with("Which project"))
    };
    assert!(asks(r#"{"site":"https://acme.atlassian.net"}"#));
    assert!(!asks(
        r#"{"site":"https://acme.atlassian.net","project":"WEB"}"#
    ));
    assert!(!asks(
        r#"{"site":"https://acme.atlassian.net","issue":"WEB-1"}"#
    ));
    let questions = check(BOLDDESK, r#"{"site":"https://acme.atlassian.net"}"#).questions;
    assert!(
        questions
            .iter()
            .any(|question| question.text.to_string().starts_with("Which issue"))
    );
}

#[test]
fn jentic_wants_the_name_alone() {
    for site in [
        "https://acme.atlassian.net",
        "acme.atlassian.net",
        "https://acme.atlassian.net/jira/for-you",
        "acme.atlassian.net.atlassian.net",
    ] {
        let typed = format!(
            r#"{{"site":"{site}","email":"jane@acme.example","token":"{{{{api-token}}}}","paste":"Authentication failed"}}"#
        );
        let refused = check(JENTIC, &typed);
        let cause = first(&refused, "url-subdomain-only");
        assert_eq!(cause.severity, Severity::Error, "{site}");
        assert_eq!(cause.fix.as_ref().unwrap().title, "Use acme", "{site}");
        let mut mended = pressed(&typed, cause);
        mended.paste = None;
        assert_eq!(mended.site.as_deref(), Some("acme"));
        assert_eq!(
            ready(&asked(JENTIC, mended, &[])),
            [
                entry("Your Atlassian domain", "acme"),
                entry("Username", "jane@acme.example"),
                entry("Password/Token", "")
            ]
        );
    }
}

#[test]
fn a_whole_address_is_wanted_where_the_name_was_typed() {
    let typed =
        r#"{"site":"acme","email":"jane@acme.example","token":"{{api-token}}","issue":"WEB-1"}"#;
    let refused = check(BOLDDESK, typed);
    let cause = first(&refused, "url-subdomain-only");
    assert_eq!(cause.message, "BoldDesk needs the site's whole address.");
    ready(&asked(BOLDDESK, pressed(typed, cause), &[]));
}

#[test]
fn a_host_is_wanted() {
    let host = JENTIC.replace("\"subdomain\"", "\"host\"");
    for (typed, is_right) in [
        ("acme.atlassian.net", true),
        ("acme", false),
        ("https://acme.atlassian.net", false),
    ] {
        let diagnosis = check(
            &host,
            &format!(
                r#"{{"site":"{typed}","email":"jane@acme.example","token":"{{{{api-token}}}}"}}"#
            ),
        );
        assert_eq!(
            diagnosis.verdict == Verdict::NoFault,
            is_right,
            "{typed}: {:#?}",
            diagnosis.findings
        );
        if !is_right {
            assert_eq!(
                first(&diagnosis, "url-subdomain-only")
                    .fix
                    .as_ref()
                    .unwrap()
                    .title,
                "Use acme.atlassian.net"
            );
        }
    }
}

#[test]
fn jentic_takes_no_token_with_scopes() {
    for typed in [
        r#"{"site":"acme","email":"jane@acme.example","token":"{{api-token}}","answers":{"tokenScoped":true}}"#,
        r#"{"site":"acme","email":"jane@acme.example","token":"{{service-account-token}}"}"#,
        r#"{"email":"jane@acme.example","token":"{{service-account-token}}"}"#,
    ] {
        let diagnosis = check(JENTIC, typed);
        let cause = first(&diagnosis, "token-scoped-needs-gateway");
        assert!(
            cause.steps[0].to_string().contains("without scopes"),
            "{:?}",
            cause.steps
        );
        assert_eq!(
            *cause.steps.last().unwrap(),
            "In Jentic, the field is called “Password/Token”."
        );
    }
    let gateway = r#"{"site":"https://api.atlassian.com/ex/jira/1f5e2a90-7c3b-4d18-9a46-c0b1d2e3f405","email":"jane@acme.example","token":"{{api-token}}"}"#;
    first(&check(JENTIC, gateway), "url-wrong-host-kind");
    // A product that calls the gateway may be given both.
    let calls_gateway = BOLDDESK.replace("\"scoped\": false", "\"scoped\": true");
    let scoped = gateway.replace(
        "\"}",
        "\",\"issue\":\"WEB-1\",\"answers\":{\"tokenScoped\":true}}",
    );
    ready(&asked(&calls_gateway, evidence(&scoped), &[]));
}

#[test]
fn without_an_address_a_cloud_product_wants_what_cloud_wants() {
    first(
        &check(BOLDDESK, r#"{"email":"jdoe","token":"{{api-token}}"}"#),
        "username-not-email",
    );
    first(
        &check(
            BOLDDESK,
            r#"{"email":"jane@acme.example","token":"{{password}}"}"#,
        ),
        "token-is-password",
    );
    let pat = check(
        BOLDDESK,
        r#"{"email":"jane@acme.example","token":"{{dc-pat}}"}"#,
    );
    let cause = first(&pat, "token-wrong-kind");
    assert!(
        cause
            .message
            .to_string()
            .ends_with("BoldDesk takes an API token."),
        "{}",
        cause.message
    );
}

#[test]
fn a_product_of_servers_is_given_cloud() {
    let servers = AHA
        .replace(r#"["cloud", "data-center"]"#, r#"["data-center"]"#)
        .replace(r#""api-token", "password""#, r#""data-center-pat""#);
    let cloud = check(
        &servers,
        r#"{"site":"https://acme.atlassian.net","email":"jane@acme.example","token":"{{dc-pat}}"}"#,
    );
    first(&cloud, "url-not-cloud");
    let server = r#"{"site":"https://jira.acme.example","token":"{{dc-pat}}","project":"WEB","answers":{"deployment":"data-center"}}"#;
    assert_eq!(
        ready(&asked(&servers, evidence(server), &[])),
        [
            entry("Jira URL", "https://jira.acme.example"),
            entry("Password", "")
        ]
    );
    first(
        &check(&servers, &server.replace("dc-pat", "password")),
        "token-wrong-kind",
    );
}

#[test]
fn no_secret_stands_in_the_setup() {
    let token = jira_doctor::sample::expand("{{api-token}}");
    let json = format!(r#"{{"site":"acme","email":"{token}","token":"{token}"}}"#);
    for product in ALL {
        let diagnosis = check(product, &json);
        assert!(!serde_json::to_string(&diagnosis).unwrap().contains(&token));
        let report = jira_doctor::report(&diagnosis, jira_doctor::Format::Markdown);
        assert!(!report.contains(&token));
        let name = profile(product).name.replace('!', "\\!");
        assert!(
            report.contains(&["### What goes into ", &name].concat()),
            "{report}"
        );
        assert!(
            report.contains("given, and not shown here") && report.contains("Open: "),
            "{report}"
        );
    }
}

#[test]
fn a_profile_s_scopes_are_those_of_its_purposes() {
    let classic = |json: &str| scopes(profile(json).purposes).classic;
    assert_eq!(
        classic(BOLDDESK),
        ["read:jira-user", "read:jira-work", "write:jira-work"]
    );
    assert_eq!(
        classic(AHA),
        [
            "read:jira-user",
            "read:jira-work",
            "write:jira-work",
            "manage:jira-project"
        ]
    );
}
