//! The examination, driven with recorded answers: what is asked, what comes of each step, and the first cause.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod recorded;
mod scenarios;
#[path = "../support/mod.rs"]
mod support;

use jira_doctor::read::site::url_crate_host;
use jira_doctor::{
    Call, Diagnosis, Evidence, Examination, Failure, Format, Need, Outcome, Profile, Request,
    Response, Scope, SentScheme, Severity, StepName, Verdict, diagnose, permissions, report,
    sample,
};
use serde_json::{Value, json};

use recorded::{Jira, account, answer, calls, data, held_but, refusal, run};
use support::evidence::{FAILURES, evidence};

fn cloud() -> Value {
    json!({"site": "https://acme.atlassian.net", "email": "jane@acme.example", "token": "{{api-token}}", "project": "WEB", "issue": "WEB-1", "today": "2026-11-22"})
}

fn server(token: &str) -> Value {
    json!({"site": "https://jira.acme.example/jira", "email": "jdoe", "token": token, "project": "WEB", "issue": "WEB-1", "today": "2026-11-22"})
}

fn merged(mut given: Value, more: &Value) -> Value {
    let more = more.as_object().unwrap().clone();
    given.as_object_mut().unwrap().extend(more);
    given
}

fn with(given: Value, more: &Value) -> Evidence {
    evidence(&merged(given, more).to_string())
}

fn profile() -> Profile {
    serde_json::from_value(json!({
        "id": "desk", "name": "Desk", "confluence": true,
        "deployments": ["cloud", "data-center"],
        "site": {"form": "url", "label": "Address"},
        "account": {"label": "E-mail"},
        "token": {"label": "Token", "kinds": ["api-token", "service-account-token", "data-center-pat", "password"], "scoped": true},
        "purposes": ["test-connection"],
        "guide": {"title": "Guide", "url": "https://desk.example/guide", "steps": [{"text": "Sign in."}]},
        "permissions": [
            {"key": "CREATE_ISSUES", "required": true},
            {"key": "USER_PICKER", "required": true},
            {"key": "DELETE_ISSUES", "required": false},
        ],
    }))
    .unwrap()
}

fn outcome(diagnosis: &Diagnosis, step: StepName) -> (Outcome, String) {
    let found = diagnosis.steps.iter().find(|found| found.step == step);
    let found = found.unwrap();
    (found.outcome, found.text.to_string())
}

#[test]
fn the_whole_course_on_cloud() {
    let examination = run(
        with(cloud(), &json!({})),
        Some(profile()),
        &Jira::cloud(),
        |_| {},
    );
    assert_eq!(
        calls(examination.calls()),
        [
            "- /rest/api/3/serverInfo",
            "basic /rest/api/3/myself",
            "basic /rest/api/3/mypermissions",
            "basic /rest/api/3/mypermissions",
            "basic /rest/api/3/project/WEB",
            "basic /rest/api/3/issue/WEB-1",
            "basic /wiki/rest/api/user/current",
        ]
    );
    let query = |n: usize| {
        let url = examination.calls()[n].request.url.as_deref().unwrap();
        url.split_once('?').unwrap().1.to_owned()
    };
    assert_eq!(
        query(2),
        "permissions=BROWSE_PROJECTS,CREATE_ISSUES,USER_PICKER,DELETE_ISSUES"
    );
    assert_eq!(
        query(3),
        "permissions=BROWSE_PROJECTS,CREATE_ISSUES,DELETE_ISSUES&projectKey=WEB"
    );
    let diagnosis = examination.diagnosis();
    assert_eq!(diagnosis.verdict, Verdict::NoFault);
    assert_eq!(
        diagnosis.headline,
        "Jira accepted the credentials of the account jane@acme.example. Ready to save in Desk."
    );
    assert_eq!(diagnosis.hosts, ["acme.atlassian.net", "api.atlassian.com"]);
    let found = diagnosis.account.unwrap();
    assert_eq!(found.name.as_deref(), Some("Jane Doe"));
    assert_eq!((found.active, found.as_typed), (Some(true), Some(true)));
}

#[test]
fn a_server_keeps_its_path_and_gets_the_scheme_that_fits() {
    for (token, scheme) in [("{{dc-pat}}", "bearer"), ("{{password}}", "basic")] {
        let examination = run(
            with(server(token), &json!({})),
            Some(profile()),
            &Jira::server(),
            |_| {},
        );
        let base = "https://jira.acme.example/jira/rest/api/2/";
        let expected = [
            "myself",
            "mypermissions",
            "mypermissions",
            "project/WEB",
            "issue/WEB-1",
        ];
        let mut expected: Vec<_> = expected
            .iter()
            .map(|what| [scheme, " ", base, what].concat())
            .collect();
        expected.insert(0, ["- ", base, "serverInfo"].concat());
        assert_eq!(calls(examination.calls()), expected);
        let diagnosis = examination.diagnosis();
        assert_eq!(
            diagnosis.verdict,
            Verdict::NoFault,
            "{token}: {:?}",
            diagnosis.findings
        );
        assert_eq!(diagnosis.hosts, ["jira.acme.example"]);
        assert_eq!(diagnosis.account.as_ref().unwrap().as_typed, Some(true));
        let confluence = outcome(&diagnosis, StepName::Confluence);
        assert_eq!(
            confluence,
            (
                Outcome::NotAsked,
                "Not asked: on Data Center, Confluence has its own address.".to_owned()
            )
        );
    }
}

#[test]
fn a_service_accounts_token_goes_to_the_gateway_straight() {
    let jira = Jira::cloud().with(StepName::GatewayMyself, account(true, "jane@acme.example"));
    let given = with(cloud(), &json!({"token": "{{service-account-token}}"}));
    let examination = run(given, Some(profile()), &jira, |_| {});
    assert_eq!(
        calls(examination.calls()),
        [
            "- /rest/api/3/serverInfo",
            "- /_edge/tenant_info",
            "bearer gateway/rest/api/3/myself",
            "bearer gateway/rest/api/3/mypermissions",
            "bearer gateway/rest/api/3/mypermissions",
            "bearer gateway/rest/api/3/project/WEB",
            "bearer gateway/rest/api/3/issue/WEB-1",
            "bearer https://api.atlassian.com/ex/confluence/1f5e2a90-7c3b-4d18-9a46-c0b1d2e3f405/wiki/rest/api/user/current",
        ]
    );
    let diagnosis = examination.diagnosis();
    assert_eq!(diagnosis.hosts, ["api.atlassian.com"]);
    assert_eq!(diagnosis.findings[0].problem, "token-scoped-needs-gateway");
}

#[test]
fn a_typed_gateway_is_asked_and_nothing_else() {
    let jira = Jira::cloud().with(StepName::GatewayMyself, account(true, "jane@acme.example"));
    let site = ["https://api.atlassian.com/ex/jira/", recorded::CLOUD_ID].concat();
    let examination = run(
        with(cloud(), &json!({"site": site})),
        Some(profile()),
        &jira,
        |step| {
            assert!(
                step.url.starts_with("https://api.atlassian.com/ex/"),
                "{}",
                step.url
            );
        },
    );
    assert_eq!(
        calls(examination.calls())[0],
        "basic gateway/rest/api/3/myself"
    );
    let diagnosis = examination.diagnosis();
    assert_eq!(
        diagnosis.verdict,
        Verdict::NoFault,
        "{:?}",
        diagnosis.findings
    );
}

#[test]
fn nothing_is_asked_at_a_host_that_is_no_site() {
    let table = [
        (
            "https://acme.atlassian.net.evil.example",
            "only looks like an Atlassian site",
        ),
        (
            "https://acme-atlassian.net",
            "only looks like an Atlassian site",
        ),
        ("https://acme.attlassian.net", "misspelled"),
        ("https://bitbucket.org/acme", "another product's host"),
        (
            "https://id.atlassian.com",
            "an Atlassian host but not a site",
        ),
        ("http://jira.acme.example", "over http://"),
        ("https://your-domain.atlassian.net", "placeholder"),
        ("jane@acme.example", "no address can be read"),
        ("https://acme.atlassian.net@evil.example", "Not asked"),
        ("", "no site address was given"),
    ];
    for (site, why) in table {
        let examination =
            Examination::new(with(cloud(), &json!({"site": site})), None, url_crate_host);
        let next = examination.next();
        // What stands behind an @ is a host of its own, which is named and never taken for Atlassian's.
        if let Some(step) = next {
            assert!(
                site.contains('@') && step.url.starts_with("https://evil.example/"),
                "{site}: {}",
                step.url
            );
            continue;
        }
        let diagnosis = examination.diagnosis();
        assert_eq!(diagnosis.hosts, [""; 0], "{site}");
        for step in &diagnosis.steps {
            assert_eq!(step.outcome, Outcome::NotAsked);
            assert!(step.text.to_string().contains(why), "{site}: {}", step.text);
        }
        assert_eq!(diagnosis.steps.len(), StepName::ALL.len());
    }
}

#[test]
fn an_insecure_cloud_address_is_asked_over_https() {
    let examination = Examination::new(
        with(cloud(), &json!({"site": "http://acme.atlassian.net"})),
        None,
        url_crate_host,
    );
    assert_eq!(
        examination.next().unwrap().url,
        "https://acme.atlassian.net/rest/api/3/serverInfo"
    );
}

#[test]
fn the_header_goes_to_no_host_but_the_named_and_only_where_jira_lives() {
    for given in [cloud(), server("{{dc-pat}}"), server("{{password}}")] {
        let given = with(given, &json!({}));
        let token = given.token.clone().unwrap();
        let named = Examination::new(given.clone(), None, url_crate_host)
            .diagnosis()
            .hosts;
        for jira in scenarios::all().iter().map(|scenario| &scenario.jira) {
            run(given.clone(), Some(profile()), jira, |step| {
                assert!(!step.url.contains(token.expose()));
                if step.authorization.is_some() {
                    let host = step
                        .url
                        .strip_prefix("https://")
                        .unwrap()
                        .split('/')
                        .next()
                        .unwrap();
                    assert!(named.iter().any(|named| named == host), "{}", step.url);
                }
            });
        }
    }
}

#[test]
fn a_credential_that_cannot_be_sent_is_not_sent() {
    let table = [
        (json!({"token": ""}), "Not asked: no token was typed."),
        (
            json!({"token": "jane@acme.example"}),
            "Not asked: the token's field doesn't hold a token.",
        ),
        (
            json!({"token": "$JIRA_TOKEN"}),
            "Not asked: the token's field doesn't hold a token.",
        ),
        (json!({"email": ""}), "Not asked: "),
        (json!({"email": "ja:ne@acme.example"}), "Not asked: "),
    ];
    for (more, why) in table {
        let examination = run(with(cloud(), &more), None, &Jira::cloud(), |_| {});
        assert_eq!(
            calls(examination.calls()),
            ["- /rest/api/3/serverInfo"],
            "{more}"
        );
        let diagnosis = examination.diagnosis();
        let (outcome, text) = outcome(&diagnosis, StepName::Myself);
        assert_eq!(outcome, Outcome::NotAsked);
        assert!(text.starts_with(why), "{text}");
        assert_eq!(diagnosis.hosts, [""; 0]);
    }
}

#[test]
fn what_an_answer_gives_back_of_the_secret_is_taken_out() {
    let given = with(cloud(), &json!({}));
    let token = given.token.clone().unwrap();
    let echo = account(true, token.expose());
    let examination = run(
        given,
        None,
        &Jira::cloud().with(StepName::Myself, echo),
        |_| {},
    );
    let told = serde_json::to_string(examination.calls()).unwrap();
    assert!(told.contains("[redacted]") && !told.contains(token.expose()));
    let diagnosis = serde_json::to_string(&examination.diagnosis()).unwrap();
    assert!(!diagnosis.contains(token.expose()));
}

#[test]
fn the_matrix_tells_what_is_needed_against_what_is_held() {
    let jira = Jira::cloud()
        .with(StepName::Permissions, held_but(&["USER_PICKER"]))
        .with(StepName::ProjectPermissions, held_but(&["DELETE_ISSUES"]));
    let diagnosis = run(with(cloud(), &json!({})), Some(profile()), &jira, |_| {}).diagnosis();
    let rows: Vec<_> = diagnosis
        .permissions
        .iter()
        .map(|row| (row.name.as_str(), row.scope, row.held, row.needed))
        .collect();
    assert_eq!(
        rows,
        [
            (
                "Create issues",
                Scope::Project,
                Some(true),
                Some(Need::Required)
            ),
            (
                "Browse users and groups",
                Scope::Global,
                Some(false),
                Some(Need::Required)
            ),
            (
                "Delete issues",
                Scope::Project,
                Some(false),
                Some(Need::Optional)
            ),
        ]
    );
    assert!(
        diagnosis.permissions[1]
            .granted_by
            .to_string()
            .starts_with("A Jira administrator")
    );
    let found: Vec<_> = diagnosis
        .findings
        .iter()
        .map(|f| (f.problem, f.severity))
        .collect();
    assert_eq!(
        found,
        [
            ("permission-project", Severity::Warning),
            ("permission-global", Severity::Error)
        ]
    );
    assert!(
        diagnosis.findings[1]
            .message
            .to_string()
            .contains("Browse users and groups (USER_PICKER)")
    );
    let text = report(&diagnosis, Format::Markdown);
    let told =
        "- `myself`: passed. Jira accepted the credentials of the account jane@acme.example.";
    assert!(text.contains(told), "{text}");
    let missing = "- Browse users and groups: A Jira administrator";
    assert!(text.contains(missing), "{text}");
}

#[test]
fn without_a_profile_the_matrix_shows_what_the_answer_held() {
    let jira = Jira::cloud().with(
        StepName::Permissions,
        held_but(&["ADMINISTER", "SYSTEM_ADMIN"]),
    );
    let diagnosis = run(with(cloud(), &json!({})), None, &jira, |_| {}).diagnosis();
    assert_eq!(
        diagnosis.verdict,
        Verdict::NoFault,
        "{:?}",
        diagnosis.findings
    );
    assert_eq!(diagnosis.permissions.len(), permissions().len());
    let lacking = diagnosis
        .permissions
        .iter()
        .filter(|row| row.held == Some(false));
    assert_eq!(
        lacking.map(|row| row.name.as_str()).collect::<Vec<_>>(),
        ["Administer Jira", "Jira System Administrators"]
    );
}

#[test]
fn a_strangers_list_says_nothing_of_the_account() {
    let all: Vec<_> = permissions().iter().map(|known| known.key).collect();
    let call = Call {
        request: Request {
            method: Some("GET".to_owned()),
            url: Some(
                "https://acme.atlassian.net/rest/api/3/mypermissions?permissions=BROWSE_PROJECTS"
                    .to_owned(),
            ),
        },
        scheme: Some(SentScheme::Basic),
        response: held_but(&all).ok(),
        failure: None,
    };
    let evidence = Evidence {
        calls: vec![call],
        ..with(cloud(), &json!({}))
    };
    let diagnosis = diagnose(&evidence, None, url_crate_host);
    assert!(diagnosis.permissions.iter().all(|row| row.held.is_none()));
    assert_eq!(
        outcome(&diagnosis, StepName::Permissions).0,
        Outcome::Unclear
    );
    assert_eq!(diagnosis.findings[0].problem, "served-as-anonymous");
}

/// The call as `curl -v` prints it.
fn printed(call: &Call) -> String {
    let response = call.response.as_ref().unwrap();
    let url = call.request.url.as_deref().unwrap();
    let (host, path) = url
        .strip_prefix("https://")
        .unwrap()
        .split_once('/')
        .unwrap();
    let status = response.status.unwrap();
    let headers: String = response
        .headers
        .iter()
        .flat_map(|(name, value)| ["< ", name, ": ", value, "\n"])
        .collect();
    let body = response.body.as_deref().unwrap();
    format!(
        "> GET /{path} HTTP/1.1\n> Host: {host}\n> Accept: */*\n>\n< HTTP/1.1 {status} X\n{headers}<\n{body}\n\n"
    )
}

#[test]
fn live_calls_and_pasted_answers_give_the_same() {
    for scenario in scenarios::all() {
        // A paste cannot say what a browser keeps to itself.
        let live = run(
            scenario.evidence(),
            scenario.profile.clone(),
            &scenario.jira,
            |_| {},
        );
        if live.calls().iter().any(|call| call.failure.is_some()) {
            continue;
        }
        let text: String = live.calls().iter().map(printed).collect();
        let pasted = Evidence {
            paste: Some(text.as_str().into()),
            ..scenario.evidence()
        };
        let (live, pasted) = (
            live.diagnosis(),
            diagnose(&pasted, scenario.profile.as_ref(), url_crate_host),
        );
        let of = |diagnosis: &Diagnosis| {
            let steps: Vec<_> = diagnosis
                .steps
                .iter()
                .map(|step| (step.step, step.outcome, step.text.clone()))
                .collect();
            (
                steps,
                diagnosis.account.clone(),
                diagnosis.permissions.clone(),
            )
        };
        assert_eq!(of(&pasted), of(&live), "{}\n{text}", scenario.name);
    }
}

#[test]
fn any_answer_ends_it_in_time_and_keeps_the_others() {
    let tokens = sample::expand("{{api-token}}");
    let large = "x".repeat(10 * 1024 * 1024);
    let texts = [
        "",
        "{",
        "[[[[[[[[",
        "\u{0}\u{fffd}\u{202e}",
        "<html><title>",
        "null",
        "{\"accountId\":",
        &tokens,
        &large,
    ];
    let mut answers: Vec<_> = texts
        .iter()
        .flat_map(|text| {
            [200, 204, 302, 401, 404, 500, 999, 0]
                .map(|status| answer(status, &[("content-type", "application/json")], text))
        })
        .collect();
    answers.extend(noise().map(|text| answer(200, &[("location", &text)], &text)));
    answers.extend(FAILURES.map(Err));
    answers.push(Ok(Response::default()));
    for (step, answer) in StepName::ALL
        .into_iter()
        .flat_map(|step| answers.iter().map(move |answer| (step, answer)))
    {
        let jira = Jira::cloud()
            .with(StepName::Myself, refusal())
            .with(StepName::GatewayMyself, account(true, "jane@acme.example"))
            .with(step, answer.clone());
        let diagnosis = run(with(cloud(), &json!({})), Some(profile()), &jira, |_| {}).diagnosis();
        // The steps before it keep what came of them.
        for earlier in StepName::ALL.into_iter().filter(|earlier| *earlier < step) {
            assert_ne!(outcome(&diagnosis, earlier).0, Outcome::Unclear, "{step:?}");
        }
    }
}

/// Texts of any characters, the same in every run.
fn noise() -> impl Iterator<Item = String> {
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    let mut next = move || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state
    };
    (0..64).map(move |_| {
        let length = next() % 200;
        (0..length)
            .map(|_| {
                let odd = next();
                let usual = ['{', '}', '"', ':', '<', '>', '\n', 'a', '4', '0', '1', ' '];
                let pick = usize::try_from(odd % 16).unwrap();
                usual.get(pick).copied().unwrap_or_else(|| {
                    char::from_u32((odd >> 32) as u32 % 0x11_0000).unwrap_or('\u{fffd}')
                })
            })
            .collect()
    })
}

#[test]
fn ten_mebibytes_are_too_large_and_are_not_kept() {
    let large = answer(200, &[], &"x".repeat(10 * 1024 * 1024));
    let examination = run(
        with(cloud(), &json!({})),
        None,
        &Jira::cloud().with(StepName::Project, large),
        |_| {},
    );
    let call = examination
        .calls()
        .iter()
        .find(|call| call.failure.is_some())
        .unwrap();
    assert_eq!(
        (call.failure, &call.response),
        (Some(Failure::TooLarge), &None)
    );
    assert_eq!(
        outcome(&examination.diagnosis(), StepName::Issue).0,
        Outcome::Passed
    );
}

#[test]
fn what_was_pasted_before_is_no_part_of_it() {
    let given = with(
        cloud(),
        &json!({"paste": "HTTP/2 401\n\nClient must be authenticated to access this resource.\n", "response": {"status": 401}}),
    );
    let diagnosis = run(given, None, &Jira::cloud(), |_| {}).diagnosis();
    assert_eq!(
        diagnosis.verdict,
        Verdict::NoFault,
        "{:?}",
        diagnosis.findings
    );
}

#[test]
fn an_answer_that_nobody_asked_for_changes_nothing() {
    let mut examination = run(with(cloud(), &json!({})), None, &Jira::cloud(), |_| {});
    let before = examination.calls().len();
    examination.tell(data(200, &json!({})));
    assert_eq!(examination.calls().len(), before);
}
