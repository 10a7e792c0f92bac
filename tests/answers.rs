//! What an answer tells beyond the single problem: what it clears, who was accepted, what to do next.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod support;

use jira_doctor::read::site::url_crate_host;
use jira_doctor::{Certainty, Diagnosis, Evidence, Secret, Verdict, diagnose};
use serde_json::{Value, json};

use support::evidence::evidence;

const MYSELF: &str = "https://acme.atlassian.net/rest/api/3/myself";
const GATEWAY: &str = "https://api.atlassian.com/ex/jira/1f5e2a90-7c3b-4d18-9a46-c0b1d2e3f405";
const REFUSED: &str = "HTTP/2 401\nx-seraph-loginreason: AUTHENTICATED_FAILED\n\nClient must be authenticated to access this resource.\n";

/// The diagnosis of a good-looking set-up on Cloud with some more evidence.
fn with(more: &Value) -> Diagnosis {
    let mut given = json!({
        "site": "https://acme.atlassian.net",
        "email": "jane@acme.example",
        "token": "{{api-token}}",
        "today": "2026-11-21",
    });
    let more = more.as_object().unwrap().clone();
    given.as_object_mut().unwrap().extend(more);
    diagnose(&evidence(&given.to_string()), None, url_crate_host)
}

fn refused(answers: &Value) -> Diagnosis {
    with(&json!({
        "request": {"url": MYSELF},
        "response": {"status": 401, "body": "Client must be authenticated to access this resource."},
        "answers": answers,
    }))
}

fn problems(diagnosis: &Diagnosis) -> Vec<&str> {
    diagnosis.findings.iter().map(|f| f.problem).collect()
}

#[test]
fn a_possible_cause_is_named_in_the_headline_and_not_asserted() {
    for more in [
        json!({"request": {"url": MYSELF}, "response": {"status": 401}}),
        json!({"paste": "HTTP/2 403\n\nForbidden\n"}),
        json!({"paste": "HTTP/2 404\n\n{\"errorMessages\":[\"Issue does not exist or you do not have permission to see it.\"]}\n"}),
    ] {
        let diagnosis = with(&more);
        let first = diagnosis.findings.first().unwrap();
        assert_eq!(first.certainty, Certainty::Possible, "{more}");
        let named = format!("Possible cause: {}.", first.title);
        assert_eq!(diagnosis.headline, named.as_str(), "{more}");
    }
}

#[test]
fn a_plain_refusal_leaves_four_causes_and_one_next_step() {
    let diagnosis = refused(&json!({}));
    assert_eq!(
        problems(&diagnosis),
        [
            "token-revoked-or-wrong",
            "token-expired",
            "email-mismatch",
            "token-scoped-needs-gateway"
        ]
    );
    let next = diagnosis.questions.first().unwrap();
    assert_eq!(next.answer, Some("tokenScoped"));
    assert_eq!(next.link, None);
    assert!(
        diagnosis
            .questions
            .iter()
            .any(|q| q.answer == Some("workedBefore"))
    );
    // Who does not know it opens this at last.
    let last = diagnosis.questions.last().unwrap();
    assert_eq!(
        last.link.as_deref(),
        Some("https://acme.atlassian.net/_edge/tenant_info")
    );
}

#[test]
fn answers_have_consequences() {
    let first = |answers: &Value| {
        problems(&refused(answers))
            .first()
            .copied()
            .unwrap()
            .to_owned()
    };
    assert_eq!(first(&json!({"workedBefore": true})), "token-expired");
    assert_eq!(
        first(&json!({"tokenScoped": true})),
        "token-scoped-needs-gateway"
    );
    let old = refused(&json!({"tokenCreatedOn": "2025-03-01"}));
    assert!(
        old.headline.to_string().contains("2025-03-01"),
        "{}",
        old.headline
    );
    let never = refused(&json!({"workedBefore": false, "tokenScoped": false}));
    assert_eq!(
        problems(&never),
        ["token-revoked-or-wrong", "email-mismatch"]
    );
}

#[test]
fn the_gateway_is_asked_once_its_address_is_known() {
    let told = with(
        &json!({"paste": format!("$ curl https://acme.atlassian.net/_edge/tenant_info\n{{\"cloudId\":\"1f5e2a90-7c3b-4d18-9a46-c0b1d2e3f405\"}}\n$ curl -i {MYSELF}\n{REFUSED}")}),
    );
    let command = told.questions.first().unwrap().command.as_deref().unwrap();
    assert_eq!(
        command,
        format!("curl -sS -i -u \"$JIRA_EMAIL:$JIRA_TOKEN\" {GATEWAY}/rest/api/3/myself")
    );
}

#[test]
fn what_the_gateway_says_counts() {
    let both = |answer: &str| {
        with(
            &json!({"paste": format!("$ curl -i {MYSELF}\n{REFUSED}$ curl -i {GATEWAY}/rest/api/3/myself\n{answer}")}),
        )
    };
    let known = both("HTTP/2 200\n\n{\"accountId\":\"7:1\",\"active\":true}");
    assert_eq!(problems(&known), ["token-scoped-needs-gateway"]);
    let scope =
        both("HTTP/2 401\n\n{\"code\":401,\"message\":\"Unauthorized; scope does not match\"}");
    assert_eq!(problems(&scope).first(), Some(&"token-scope-missing"));
    let unknown = both("HTTP/2 401\n\n{\"code\":401,\"message\":\"Unauthorized\"}");
    assert!(!problems(&unknown).contains(&"token-scoped-needs-gateway"));
}

#[test]
fn a_good_answer_names_the_account_and_nothing_more() {
    let accepted = with(&json!({
        "request": {"url": MYSELF},
        "response": {"status": 200, "body": "{\"accountId\":\"7:1\",\"emailAddress\":\"jane@acme.example\",\"active\":true}"},
    }));
    assert_eq!(accepted.verdict, Verdict::NoFault);
    assert!(accepted.headline.to_string().contains("jane@acme.example"));
    let public = with(&json!({
        "request": {"url": "https://acme.atlassian.net/rest/api/3/serverInfo"},
        "response": {"status": 200, "body": "{\"baseUrl\":\"https://acme.atlassian.net\",\"deploymentType\":\"Cloud\"}"},
    }));
    assert_eq!(public.verdict, Verdict::NoFault);
    assert!(
        !public.headline.to_string().contains("accepted"),
        "{}",
        public.headline
    );
    let strange = with(&json!({
        "request": {"url": MYSELF},
        "response": {"status": 200, "body": "{\"accountId\":\"<b>x</b> y\",\"active\":true}"},
    }));
    assert!(
        !strange.headline.to_string().contains('<'),
        "{}",
        strange.headline
    );
}

#[test]
fn a_taken_credential_silences_what_its_form_suggests() {
    let accepted = diagnose(
        &evidence(
            r#"{"site":"https://acme.atlassian.net","email":"jane@gmial.com","token":"{{api-token-typo}}","response":{"status":200,"headers":{"X-AAccountId":"7:1"}}}"#,
        ),
        None,
        url_crate_host,
    );
    assert_eq!(accepted.verdict, Verdict::NoFault);
}

#[test]
fn what_clears_the_credential_is_said_first() {
    for more in [
        json!({"response": {"status": 410}}),
        json!({"response": {"status": 429}}),
        json!({"response": {"status": 502}}),
        json!({"paste": "curl: (6) Could not resolve host: acme.atlassian.net"}),
        json!({"paste": "curl: (60) SSL certificate problem: unable to get local issuer certificate"}),
    ] {
        let headline = with(&more).headline.to_string();
        let start = headline.split(['.', ':']).next().unwrap();
        assert!(start.contains("credentials"), "{more}: {headline}");
    }
}

#[test]
fn a_stranger_s_answer_leads_to_myself() {
    let missing = with(&json!({
        "issue": "WEB-1",
        "response": {"status": 404, "body": "{\"errorMessages\":[\"Issue does not exist or you do not have permission to see it.\"],\"errors\":{}}"},
    }));
    let next = missing.questions.first().unwrap();
    assert_eq!(
        next.command.as_deref(),
        Some(
            "curl -sS -i -u \"$JIRA_EMAIL:$JIRA_TOKEN\" https://acme.atlassian.net/rest/api/3/myself"
        )
    );
    // With the header that tells, the missing issue is no news any more.
    let stranger = with(&json!({
        "issue": "WEB-1",
        "response": {"status": 404, "headers": {"X-Seraph-LoginReason": "AUTHENTICATED_FAILED"}},
    }));
    assert_eq!(problems(&stranger).first(), Some(&"served-as-anonymous"));
    assert_eq!(problems(&stranger).get(1), Some(&"token-revoked-or-wrong"));
}

#[test]
fn no_command_carries_what_a_shell_would_run() {
    let diagnosis = diagnose(
        &evidence(
            r#"{"site":"https://jira.acme.example/$(reboot)","token":"{{dc-pat}}","response":{"status":401}}"#,
        ),
        None,
        url_crate_host,
    );
    for question in diagnosis.questions {
        assert!(!question.command.unwrap_or_default().contains("reboot"));
    }
}

#[test]
fn no_text_of_a_diagnosis_carries_the_secret() {
    let paste = "> GET /rest/api/3/myself HTTP/1.1\n> Host: acme.atlassian.net\n> User-Agent: curl/8\n> Authorization: Basic {{b64:jane@acme.example:{{api-token}}}}\n>\n< HTTP/1.1 401\n";
    let diagnosis = serde_json::to_string(&with(&json!({"paste": paste}))).unwrap();
    assert!(!diagnosis.contains("ATATT3"), "{diagnosis}");
    assert!(!diagnosis.contains("amFuZUBhY21l"), "{diagnosis}");
}

#[test]
fn another_products_refusal_is_not_read_as_jiras() {
    let of = |paste: &str| {
        diagnose(
            &evidence(&json!({ "paste": paste }).to_string()),
            None,
            url_crate_host,
        )
    };
    for paste in [
        "botocore.exceptions.ClientError: An error occurred (403) when calling the HeadObject operation: Forbidden",
        "HTTP/1.1 403 Forbidden\nServer: AmazonS3\n\n<Error><Code>SignatureDoesNotMatch</Code></Error>",
        "error: You must be logged in to the server (Unauthorized)",
        "psql: error: FATAL:  password authentication failed for user \"jane\"",
        "HTTP/2 401\nserver: github.com\n\n{\"message\":\"Bad credentials\"}",
        "openai.AuthenticationError: Error code: 401 - {'error': {'message': 'Incorrect API key provided'}}",
    ] {
        let diagnosis = of(paste);
        let found: Vec<_> = diagnosis.findings.iter().map(|one| one.problem).collect();
        assert_eq!(found, ["another-service-refused"], "{paste}");
        assert!(!diagnosis.questions.iter().any(|q| q.command.is_some()));
    }
    // A program may keep its files elsewhere and call Jira all the same.
    let mixed = of(
        "botocore: uploaded\nGET https://acme.atlassian.net/rest/api/3/myself 401\nClient must be authenticated to access this resource.",
    );
    assert_eq!(mixed.verdict, Verdict::Error);
}

#[test]
fn what_cannot_be_read_whole_is_told() {
    let line = "2026-01-01 INFO all is well, nothing to see\n";
    let long = line.repeat(9 * 1024 * 1024 / line.len());
    let evidence = |paste: &str| Evidence {
        paste: Some(Secret::from(paste)),
        ..Evidence::default()
    };
    let diagnosis = diagnose(&evidence(&long), None, url_crate_host);
    assert_eq!(diagnosis.verdict, Verdict::NothingKnown);
    assert!(
        diagnosis.limits[0]
            .to_string()
            .contains("longer than 8 MiB")
    );
    let picture = diagnose(
        &evidence("\u{fffd}PNG\r\n\u{1a}\n\0\0\0\rIHDR\0\0"),
        None,
        url_crate_host,
    );
    assert_eq!(picture.verdict, Verdict::NothingKnown);
    assert!(picture.headline.to_string().contains("not text"));
}

#[test]
fn what_an_issue_says_is_no_message() {
    let issues = |summary: &str| {
        json!({"issues": [{"id": "1", "key": "ABC-1", "fields": {"summary": summary}}], "isLast": true})
            .to_string()
    };
    for summary in [
        "Import fails: connection refused",
        "certificate has expired",
        "Could not resolve host: db01",
        "429 Too Many Requests",
        "XSRF check failed on upload",
    ] {
        let body = issues(summary);
        for given in [
            json!({ "paste": body }),
            json!({ "paste": format!("HTTP/2 200\nx-aaccountid: 712020:x\n\n{body}") }),
            json!({ "paste": format!("$ python check.py\n200\n{body}") }),
            json!({ "response": {"status": 200, "body": body} }),
        ] {
            let diagnosis = with(&given);
            assert_eq!(
                diagnosis.verdict,
                Verdict::NoFault,
                "{given}: {diagnosis:?}"
            );
        }
    }
}

#[test]
fn a_clients_settings_and_a_limit_far_off_are_no_message() {
    let got = "HTTPError: Request failed with status code 401 (Unauthorized): GET https://acme.atlassian.net/rest/api/3/myself\n  options: { retry: { errorCodes: [ 'ETIMEDOUT', 'ECONNREFUSED', 'ENOTFOUND' ] } }";
    assert_eq!(
        problems(&with(&json!({ "paste": got }))).first(),
        Some(&"token-revoked-or-wrong")
    );
    let near = "HTTP/1.1 200 OK\nX-Beta-RateLimit-Reason: jira-burst-based\nX-RateLimit-NearLimit: true\n\n{\"accountId\":\"712020:x\",\"active\":true}";
    assert_eq!(with(&json!({ "paste": near })).verdict, Verdict::NoFault);
}

#[test]
fn a_failure_that_nobody_knows_is_no_clean_bill() {
    for given in [
        json!({ "paste": "Jira integration error: OAuth token exchange failed (HTTP 499 Client Closed Request)" }),
        json!({ "response": {"status": 499} }),
    ] {
        let diagnosis = with(&given);
        assert_eq!(diagnosis.verdict, Verdict::NothingKnown, "{given}");
        assert_eq!(
            diagnosis.headline,
            "The call failed, and nothing here says why."
        );
    }
}

#[test]
fn a_program_that_fails_because_jira_refused_it_is_no_failed_server() {
    for paste in [
        "POST https://acme.atlassian.net/rest/api/3/issue returned 401\nHTTP 500 Internal Server Error",
        "GET https://acme.atlassian.net/rest/api/3/myself 403\n502 Bad Gateway: the sync service is down",
        "https://jira.acme.example/rest/api/2/search returned 401\nstatus: 504 Gateway Timeout",
    ] {
        let diagnosis = with(&json!({ "paste": paste }));
        assert!(!problems(&diagnosis).contains(&"server-error"), "{paste}");
        assert!(!diagnosis.findings.is_empty(), "{paste}");
    }
}

#[test]
fn a_log_that_tells_of_no_error_resembles_none() {
    for paste in [
        "2026-01-01 DEBUG o.a.auth - token expired for cached session, refreshed",
        "level=info msg=\"certificate of the old host replaced\"",
        "NOTICE the project's key was renamed, searches follow",
    ] {
        let diagnosis = with(&json!({ "paste": paste }));
        assert_eq!(problems(&diagnosis), [""; 0], "{paste}");
    }
}

#[test]
fn what_proves_an_inner_address_stays_certain_on_cloud() {
    let diagnosis = with(&json!({
        "site": "https://acme.atlassian.net",
        "paste": "The base URL does not match: Jira is reporting that it is running on the hostname jira.internal",
    }));
    let first = diagnosis.findings.first().unwrap();
    assert_eq!(first.problem, "redirect-internal");
    assert_eq!(first.certainty, Certainty::Certain);
}

#[test]
fn a_title_of_work_to_be_done_is_no_report_of_a_failure() {
    for title in [
        "chore(deps): bump axios because expired certificates fail",
        "docs: Update README with API tokens info and deprecation notice for App passwords",
        "If the server cannot be reached, the plugin shows a message.",
    ] {
        let evidence = Evidence {
            paste: Some(title.into()),
            ..Evidence::default()
        };
        let diagnosis = diagnose(&evidence, None, url_crate_host);
        assert_eq!(diagnosis.findings, [], "{title}");
    }
}

#[test]
fn cloud_takes_no_password_for_a_session() {
    for (address, is_cause) in [
        ("https://acme.atlassian.net/rest/auth/1/session", true),
        ("https://acme.atlassian.net/rest/auth/latest/session", true),
        ("https://jira.acme.example/rest/auth/1/session", false),
    ] {
        let evidence = Evidence {
            paste: Some(["POST ", address, " 401 (Unauthorized)"].concat().into()),
            ..Evidence::default()
        };
        let diagnosis = diagnose(&evidence, None, url_crate_host);
        let first = diagnosis.findings.first().map(|finding| finding.problem);
        assert_eq!(first == Some("token-is-password"), is_cause, "{address}");
    }
}
