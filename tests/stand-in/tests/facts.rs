//! The stand-in's answers are those of jira-facts.md 4 and 6.

mod client;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use stand_in::StandIn;

use crate::client::{Answer, ask, exchange};

const NOT_JSON: &str = "Client must be authenticated to access this resource.";

/// A scenario as its person meets it.
struct Scenario {
    site: String,
    authorization: String,
    bearer: String,
}

impl Scenario {
    fn named(name: &str) -> Self {
        let scenarios = ask("GET", "https://127.0.0.1/scenarios", &[]).json();
        let scenario = scenarios
            .as_array()
            .unwrap()
            .iter()
            .find(|scenario| scenario["name"] == name)
            .unwrap_or_else(|| panic!("no scenario {name}"));
        let evidence = &scenario["evidence"];
        let token = evidence["token"].as_str().unwrap();
        let bearer = format!("Bearer {token}");
        let basic = evidence["email"].as_str().map(|email| basic(email, token));
        Self {
            site: evidence["site"].as_str().unwrap().to_owned(),
            authorization: match evidence["authorization"].as_str() {
                Some(header) => header.to_owned(),
                None => basic.unwrap_or(bearer.clone()),
            },
            bearer,
        }
    }

    fn get(&self, path: &str) -> Answer {
        self.get_with(path, &self.authorization)
    }

    fn get_with(&self, path: &str, authorization: &str) -> Answer {
        let headers = [
            ("Authorization", authorization),
            ("Accept", "application/json"),
        ];
        ask("GET", &format!("{}{path}", self.site), &headers)
    }

    fn gateway(&self, path: &str, authorization: &str) -> Answer {
        let id = self.get("/_edge/tenant_info").json()["cloudId"]
            .as_str()
            .unwrap()
            .to_owned();
        assert_eq!(id.len(), 36);
        let address = format!("https://api.atlassian.com/ex/jira/{id}{path}");
        ask("GET", &address, &[("Authorization", authorization)])
    }
}

fn basic(user: &str, secret: &str) -> String {
    format!("Basic {}", STANDARD.encode(format!("{user}:{secret}")))
}

const MYSELF: &str = "/rest/api/3/myself";

#[test]
fn a_good_credential_is_known_everywhere() {
    let good = Scenario::named("good");
    let myself = good.get(MYSELF);
    assert_eq!(myself.status, 200);
    assert_eq!(myself.json()["emailAddress"], "jane@acme.example");
    assert_eq!(myself.json()["active"], true);
    assert_eq!(
        myself.header("x-aaccountid"),
        myself.json()["accountId"].as_str()
    );
    assert_eq!(
        myself.header("ratelimit"),
        Some("\"jira-burst-based\";r=349;t=1")
    );
    assert_eq!(myself.header("x-ratelimit-limit"), Some("350"));
    assert_eq!(myself.header("timing-allow-origin"), Some("*"));
    assert_eq!(myself.header("x-seraph-loginreason"), None);
    assert_eq!(myself.header("access-control-allow-origin"), None);
    let request = myself.header("atl-request-id").unwrap();
    assert_eq!(
        myself.header("atl-traceid"),
        Some(request.replace('-', "").as_str())
    );

    let info = good.get("/rest/api/3/serverInfo").json();
    assert_eq!(info["baseUrl"], "https://good.atlassian.net");
    assert_eq!(info["deploymentType"], "Cloud");
    assert_eq!(good.get("/rest/api/3/project/web").json()["key"], "WEB");
    let issue = good.get("/rest/api/3/issue/web-1");
    assert_eq!(issue.json()["key"], "WEB-1");
    assert_eq!(issue.header("x-ratelimit-limit"), Some("400"));
    assert_eq!(good.get("/wiki/rest/api/user/current").status, 200);
    assert_eq!(good.get("/").header("location"), Some("/jira/for-you"));
}

#[test]
fn a_bad_credential_makes_a_stranger_and_no_refusal() {
    for name in ["wrong", "expired", "other-email", "scoped", "under-scoped"] {
        let bad = Scenario::named(name);
        let myself = bad.get(MYSELF);
        assert_eq!(
            (myself.status, myself.body.as_str()),
            (401, NOT_JSON),
            "{name}"
        );
        assert_eq!(myself.body.len(), 53);
        assert_eq!(
            myself.header("www-authenticate"),
            Some(format!("OAuth realm=\"https%3A%2F%2F{name}.atlassian.net\"").as_str())
        );
        assert_eq!(myself.header("x-frame-options"), Some("SAMEORIGIN"));

        let info = bad.get("/rest/api/3/serverInfo");
        assert_eq!(info.status, 200, "{name}");
        for answer in [&myself, &info] {
            assert_eq!(
                answer.header("x-seraph-loginreason"),
                Some("AUTHENTICATED_FAILED")
            );
            assert_eq!(answer.header("x-aaccountid"), None);
            assert_eq!(answer.header("x-ratelimit-limit"), None);
        }

        let issue = bad.get("/rest/api/3/issue/WEB-1");
        assert_eq!(issue.status, 404);
        assert_eq!(
            issue.json(),
            json!({"errorMessages": ["Issue does not exist or you do not have permission to see it."], "errors": {}})
        );
        let project = bad.get("/rest/api/3/project/WEB");
        assert_eq!(project.status, 404);
        assert_eq!(
            project.json()["errorMessages"][0],
            "No project could be found with key 'WEB'."
        );
        assert_eq!(
            bad.get("/rest/api/3/project/search").json()["values"],
            json!([])
        );
        assert_eq!(
            bad.get("/rest/api/3/search/jql?jql=project%20%3D%20X")
                .json()["issues"],
            json!([])
        );
        assert_eq!(bad.get("/rest/api/3/applicationrole").status, 401);

        let keys = "BROWSE_PROJECTS,ADMINISTER";
        let permissions = bad.get(&format!("/rest/api/3/mypermissions?permissions={keys}"));
        assert_eq!(permissions.status, 200);
        for key in keys.split(',') {
            assert_eq!(
                permissions.json()["permissions"][key]["havePermission"],
                false
            );
        }

        let confluence = bad.get("/wiki/rest/api/user/current");
        assert_eq!((confluence.status, confluence.body.len()), (403, 190));
        assert_eq!(confluence.header("x-seraph-loginreason"), None);
    }
}

#[test]
fn the_type_of_a_401_follows_accept_and_its_text_does_not() {
    let address = "https://good.atlassian.net/rest/api/3/myself";
    for (accept, content_type) in [
        (None, "text/plain"),
        (Some("*/*"), "text/html;charset=UTF-8"),
        (Some("application/json"), "application/json"),
    ] {
        let headers: Vec<_> = accept.iter().map(|&accept| ("Accept", accept)).collect();
        let answer = ask("GET", address, &headers);
        assert_eq!(answer.header("content-type"), Some(content_type));
        assert_eq!(answer.body, NOT_JSON);
        assert_eq!(
            answer.header("x-seraph-loginreason"),
            None,
            "nothing was presented"
        );
    }
}

#[test]
fn a_header_is_read_as_measured() {
    let good = Scenario::named("good");
    let token = good.bearer.strip_prefix("Bearer ").unwrap();
    let reason = |header: &str| {
        let answer = good.get_with(MYSELF, header);
        (
            answer.status,
            answer.header("x-seraph-loginreason").map(str::to_owned),
        )
    };
    assert_eq!(reason(&basic("JANE@Acme.Example", token)), (200, None));
    let failed = || (401, Some("AUTHENTICATED_FAILED".to_owned()));
    assert_eq!(reason(&basic("jane@acme.example", "")), failed());
    assert_eq!(reason(&basic("", token)), (401, None));
    assert_eq!(
        reason(&format!("Basic {}", STANDARD.encode(token))),
        (401, None)
    );
    for ignored in [
        "bearer x",
        "token x",
        "OAuth x",
        "Bearer  x",
        "Bearer a.b.c",
    ] {
        assert_eq!(reason(ignored), (401, None), "{ignored}");
    }
    for unreadable in [
        "Basic !",
        &basic("", "x"),
        &basic("x", ""),
        &basic("x", "y:z"),
    ] {
        let answer = good.get_with("/wiki/rest/api/user/current", unreadable);
        assert_eq!(answer.status, 401, "{unreadable}");
        assert!(
            answer
                .body
                .contains("<title>HTTP Status 401 - Unauthorized</title>")
        );
        assert!(
            answer
                .header("www-authenticate")
                .unwrap()
                .ends_with("%2Fwiki\"")
        );
    }
}

#[test]
fn bearer_on_a_site_is_taken_for_a_connect_app() {
    let bearer = Scenario::named("bearer");
    for path in [MYSELF, "/rest/api/3/serverInfo"] {
        let answer = bearer.get(path);
        assert_eq!(answer.status, 403);
        assert_eq!(
            answer.json(),
            json!({"error": "Failed to parse Connect Session Auth Token"})
        );
        assert_eq!(answer.header("content-type"), Some("application/json"));
        assert_eq!(answer.header("x-arequestid"), None);
    }
}

#[test]
fn the_gateway_takes_scoped_tokens_alone() {
    let scoped = Scenario::named("scoped");
    assert_eq!(scoped.gateway(MYSELF, &scoped.authorization).status, 200);
    assert_eq!(scoped.gateway(MYSELF, &scoped.bearer).status, 404);
    let issue = "/rest/api/3/issue/WEB-1";
    assert_eq!(scoped.gateway(issue, &scoped.authorization).status, 200);

    let under = Scenario::named("under-scoped");
    let answer = under.gateway(MYSELF, &under.authorization);
    assert_eq!(answer.status, 401);
    assert_eq!(
        answer.json(),
        json!({"code": 401, "message": "Unauthorized; scope does not match"})
    );

    let service = Scenario::named("service-account");
    assert_eq!(
        service.gateway(MYSELF, &service.bearer).json()["accountType"],
        "app"
    );
    for (name, scenario) in [
        ("service-account", &service),
        ("wrong", &Scenario::named("wrong")),
    ] {
        let answer = scenario.gateway(MYSELF, &scenario.authorization);
        assert_eq!(answer.status, 401, "{name}");
        assert_eq!(
            answer.json(),
            json!({"code": 401, "message": "Unauthorized"})
        );
        assert_eq!(answer.header("timing-allow-origin"), None);
    }
    let nowhere =
        "https://api.atlassian.com/ex/jira/11111111-2222-3333-4444-555555555555/rest/api/3/myself";
    assert_eq!(ask("GET", nowhere, &[]).status, 404);
}

#[test]
fn an_account_can_lack_what_a_product_needs() {
    let unlicensed = Scenario::named("unlicensed").get(MYSELF);
    assert_eq!(unlicensed.status, 403);
    assert_eq!(
        unlicensed.json(),
        json!({"errorMessages": ["Current user not permitted to use Jira"]})
    );

    let viewer = Scenario::named("viewer");
    let answer = viewer
        .get("/rest/api/3/mypermissions?permissions=BROWSE_PROJECTS,CREATE_ISSUES&projectKey=WEB");
    let permissions = &answer.json()["permissions"];
    assert_eq!(permissions["BROWSE_PROJECTS"]["havePermission"], true);
    assert_eq!(permissions["CREATE_ISSUES"]["havePermission"], false);
    assert_eq!(permissions["CREATE_ISSUES"]["type"], "PROJECT");

    let outsider = Scenario::named("outsider");
    assert_eq!(outsider.get(MYSELF).status, 200);
    for path in [
        "project/WEB",
        "issue/WEB-1",
        "mypermissions?permissions=ADMINISTER&projectKey=WEB",
    ] {
        assert_eq!(
            outsider.get(&format!("/rest/api/3/{path}")).status,
            404,
            "{path}"
        );
    }
    for path in ["mypermissions", "mypermissions?permissions=NOPE"] {
        assert_eq!(
            viewer.get(&format!("/rest/api/3/{path}")).status,
            400,
            "{path}"
        );
    }
    assert_eq!(
        Scenario::named("good")
            .get("/rest/api/3/project/NOPE")
            .status,
        404
    );
}

#[test]
fn what_is_not_there_is_refused_in_its_own_form() {
    let good = Scenario::named("good");
    let missing = good.get("/rest/api/4/myself");
    assert_eq!(missing.status, 404);
    assert_eq!(
        missing.header("content-type"),
        Some("application/problem+json;charset=UTF-8")
    );
    assert_eq!(
        missing.json(),
        json!({"type": "about:blank", "title": "Not Found", "status": 404,
            "detail": "No endpoint GET /rest/api/4/myself.", "instance": "/rest/api/4/myself"})
    );
    for path in ["/jira/rest/api/3/myself", "/ex/jira/x/rest/api/3/myself"] {
        let dead = good.get(path);
        assert_eq!(dead.status, 404);
        assert!(
            dead.body
                .contains("<title>Oops, you've found a dead link.</title>")
        );
        assert_eq!(dead.header("content-type"), Some("text/html;charset=utf-8"));
    }
    assert_eq!(good.get("/rest/api/3/search").status, 410);
    assert_eq!(good.get("/wiki/rest").json()["status-code"], 404);
    let post = ask(
        "POST",
        "https://good.atlassian.net/rest/api/3/myself",
        &[("Content-Length", "0")],
    );
    assert_eq!((post.status, post.header("allow")), (405, Some("GET")));
    let root = ask("GET", "https://good.atlassian.net/", &[]);
    assert_eq!(root.status, 302);
    assert_eq!(
        root.header("location"),
        Some("https://good.atlassian.net/login.jsp?os_destination=https://good.atlassian.net/")
    );
}

const PREFLIGHT: [(&str, &str); 3] = [
    ("Origin", "https://help.example"),
    ("Access-Control-Request-Method", "GET"),
    ("Access-Control-Request-Headers", "authorization"),
];

#[test]
fn pages_may_read_nothing_unless_the_place_allows_it() {
    let refused = ask(
        "OPTIONS",
        "https://good.atlassian.net/rest/api/3/serverInfo",
        &PREFLIGHT,
    );
    assert_eq!((refused.status, refused.body.as_str()), (401, NOT_JSON));
    assert_eq!(refused.header("access-control-allow-origin"), None);
    let confluence = ask(
        "OPTIONS",
        "https://good.atlassian.net/wiki/rest/api/user/current",
        &PREFLIGHT,
    );
    assert_eq!(confluence.status, 404);

    for (variant, exposes) in [("cors", false), ("exposed", true)] {
        let address = format!("https://wrong-{variant}.atlassian.net/rest/api/3/myself");
        let allowed = ask("OPTIONS", &address, &PREFLIGHT);
        assert_eq!(allowed.status, 204);
        let origin = Some("https://help.example");
        assert_eq!(allowed.header("access-control-allow-origin"), origin);
        assert!(
            allowed
                .header("access-control-allow-headers")
                .unwrap()
                .contains("Authorization")
        );
        let answer = ask("GET", &address, &PREFLIGHT[..1]);
        assert_eq!(
            (answer.status, answer.header("access-control-allow-origin")),
            (401, origin)
        );
        assert_eq!(
            answer.header("access-control-expose-headers").is_some(),
            exposes
        );
    }
}

#[test]
fn the_gateway_allows_pages_what_its_site_does() {
    let tenant = ask(
        "GET",
        "https://scoped-cors.atlassian.net/_edge/tenant_info",
        &[],
    )
    .json();
    let id = tenant["cloudId"].as_str().unwrap();
    let address = format!("https://api.atlassian.com/ex/jira/{id}/rest/api/3/myself");
    let headers = [("Authorization", Scenario::named("scoped").authorization)];
    let mut headers: Vec<_> = headers
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect();
    headers.push(PREFLIGHT[0]);
    let answer = ask("GET", &address, &headers);
    assert_eq!(answer.status, 200);
    assert_eq!(
        answer.header("access-control-allow-origin"),
        Some("https://help.example")
    );
}

#[test]
fn a_site_can_be_away_or_refuse_everybody() {
    let limited = Scenario::named("rate-limited").get(MYSELF);
    assert_eq!(
        (limited.status, limited.header("retry-after")),
        (429, Some("5"))
    );
    assert_eq!(limited.header("ratelimit-reason"), Some("jira-burst-based"));

    let suspended = Scenario::named("suspended").get(MYSELF);
    assert_eq!(suspended.status, 503);
    assert!(
        suspended.body.contains("Product Unavailable")
            && suspended.body.contains("Jira has been deactivated")
    );

    for name in ["no-such-site", "nobody-has-this-name"] {
        let address = format!("https://{name}.atlassian.net/_edge/tenant_info");
        let page = ask("GET", &address, &[]);
        assert_eq!(page.status, 404);
        assert!(
            page.body
                .contains("<title>Atlassian Cloud Notifications - Page Unavailable</title>")
        );
        let json = ask("GET", &address, &[("Accept", "application/json")]);
        assert_eq!(
            json.json(),
            json!({"errorMessage": "Site temporarily unavailable", "errorCode": "OTHER"})
        );
        assert_eq!(json.header("atl-missing-tcs"), Some("true"));
    }

    let refused = Scenario::named("ip-allowlist").get(MYSELF);
    assert_eq!(refused.status, 403);
    assert!(refused.body.contains("not on the allowed list"));
    let broken = Scenario::named("server-error").get(MYSELF);
    assert_eq!(broken.status, 500);
    assert!(broken.header("atl-traceid").is_some());
    let location = Scenario::named("redirects-to-login").get(MYSELF);
    assert_eq!(
        location.header("location"),
        Some(
            "https://redirects-to-login.atlassian.net/login.jsp?os_destination=/rest/api/3/myself"
        )
    );
}

#[test]
fn something_can_stand_in_between() {
    for (name, content_type) in [
        ("html", "text/html;charset=UTF-8"),
        ("lying-type", "application/json"),
    ] {
        let page = Scenario::named(name).get(MYSELF);
        assert_eq!(
            (page.status, page.header("content-type")),
            (200, Some(content_type))
        );
        assert!(page.body.starts_with("<!DOCTYPE html>"));
        assert_eq!(page.header("atl-traceid"), None);
    }
    for name in ["stalls", "cut-off", "too-large", "closes-early"] {
        assert_eq!(
            Scenario::named(name).get("/rest/api/3/serverInfo").status,
            200,
            "{name}"
        );
    }
    let length = |answer: &Answer| {
        answer
            .header("content-length")
            .unwrap()
            .parse::<usize>()
            .unwrap()
    };
    let cut_off = Scenario::named("cut-off").get(MYSELF);
    assert!(!cut_off.body.is_empty() && cut_off.body.len() < length(&cut_off));
    let stalled = Scenario::named("stalls").get(MYSELF);
    assert_eq!((stalled.body.len(), length(&stalled)), (0, 1000));
    let large = Scenario::named("too-large").get(MYSELF);
    assert!(large.body.len() > 10 * 1024 * 1024);
    for name in ["slow", "closes-early"] {
        let request = format!("GET {MYSELF} HTTP/1.1\r\nHost: {name}.atlassian.net\r\n\r\n");
        assert_eq!(exchange(&request), "", "{name}");
    }
}

#[test]
fn data_center_refuses_at_once() {
    let myself = "/rest/api/2/myself";
    let token = Scenario::named("data-center");
    let known = token.get(myself);
    assert_eq!(
        (known.status, known.header("x-seraph-loginreason")),
        (200, Some("OK"))
    );
    assert_eq!(known.json()["name"], "jane");
    assert_eq!(known.json()["accountId"], Value::Null);
    let info = ask("GET", &format!("{}/rest/api/2/serverInfo", token.site), &[]).json();
    assert_eq!(info["deploymentType"], "Server");
    assert_eq!(info["baseUrl"], "https://data-center.acme.example/jira");
    assert_eq!(Scenario::named("password").get(myself).status, 200);
    assert_eq!(token.get(MYSELF).status, 404, "version 3 is Cloud's");
    let outside = ask(
        "GET",
        "https://data-center.acme.example/rest/api/2/serverInfo",
        &[],
    );
    assert_eq!(outside.status, 404);

    for name in ["wrong-password", "token-as-password"] {
        for path in [myself, "/rest/api/2/serverInfo"] {
            let refused = Scenario::named(name).get(path);
            assert_eq!(refused.status, 401, "{name} {path}");
            assert!(refused.body.contains("<title>Unauthorized (401)</title>"));
            assert!(
                refused
                    .body
                    .contains("Basic Authentication Failure - Reason : AUTHENTICATED_FAILED")
            );
        }
    }

    let captcha = Scenario::named("captcha").get(myself);
    assert_eq!(captcha.status, 403);
    assert_eq!(
        captcha.header("x-authentication-denied-reason"),
        Some("CAPTCHA_CHALLENGE; login-url=https://captcha.acme.example/jira/login.jsp")
    );
    assert_eq!(
        captcha.header("x-seraph-loginreason"),
        Some("AUTHENTICATION_DENIED")
    );

    let disabled = Scenario::named("basic-disabled").get(myself);
    assert_eq!(disabled.status, 403);
    assert_eq!(
        disabled.json(),
        json!({"message": "Basic Authentication has been disabled on this instance."})
    );
    for (name, location) in [
        (
            "sign-on",
            "https://sign-on.acme.example/jira/login.jsp?os_destination=/rest/api/2/myself",
        ),
        (
            "redirects-elsewhere",
            "https://jira.internal.example/jira/rest/api/2/myself",
        ),
        (
            "redirects-myself",
            "https://jira.internal.example/jira/rest/api/2/myself",
        ),
    ] {
        let redirect = Scenario::named(name).get(myself);
        assert_eq!(redirect.header("location"), Some(location));
    }
}

#[test]
fn the_log_tells_every_request_and_no_secret() {
    let header = basic("log@acme.example", "a secret");
    let path = "/rest/api/3/mypermissions?permissions=ADMINISTER";
    let headers = [
        ("Authorization", header.as_str()),
        ("Cookie", "a=b"),
        ("Origin", "https://help.example"),
    ];
    ask("GET", &format!("https://elsewhere.example{path}"), &headers);
    let log = ask("GET", "https://127.0.0.1/log", &[]);
    assert!(!log.body.contains(header.strip_prefix("Basic ").unwrap()));
    let entries = log.json();
    let entry = entries
        .as_array()
        .unwrap()
        .iter()
        .find(|entry| entry["host"] == "elsewhere.example")
        .unwrap();
    assert_eq!(
        (&entry["method"], &entry["path"]),
        (&json!("GET"), &json!(path))
    );
    assert_eq!(
        (&entry["cookie"], &entry["origin"]),
        (&json!(true), &json!("https://help.example"))
    );
    assert_eq!(entry["authorization"]["scheme"], "Basic");
    assert_eq!(entry["authorization"]["sha256"].as_str().unwrap().len(), 64);
    // Asked of a site, the control's paths are any others.
    assert_eq!(
        ask("GET", "https://good.atlassian.net/log", &[]).status,
        404
    );
}

#[test]
fn every_place_is_listed_once() {
    let mut places: Vec<_> = StandIn::places().collect();
    let count = places.len();
    assert!(count > 90);
    places.sort();
    places.dedup();
    assert_eq!(places.len(), count);
    for (name, address) in &places {
        assert!(
            address.starts_with(&format!("https://{name}.")),
            "{address}"
        );
    }
}
