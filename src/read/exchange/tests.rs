use super::*;
use crate::evidence::{Request, Response};
use crate::read::site::url_crate_host;

/// Headers as `name: value`, one a line.
fn headers(text: &str) -> Headers {
    let pairs = text.lines().filter_map(|line| line.split_once(':'));
    Headers(
        pairs
            .map(|(name, value)| (name.trim().to_owned(), value.trim().to_owned()))
            .collect(),
    )
}

fn exchange(url: &str, status: u16, head: &str, body: &str) -> Exchange {
    let url = Some(url).filter(|url| !url.is_empty());
    let sent = Sent::of(Some("GET"), url, url_crate_host);
    let status = Some(status).filter(|status| *status != 0);
    Exchange::new(sent, status, headers(head), Some(body), Field::Paste, None)
}

#[rustfmt::skip]
#[test]
fn every_shape_of_json_gives_its_messages() {
    const CLIENT: &str = "Client must be authenticated to access this resource.";
    let table: &[(&str, &[&str])] = &[
        (r#"{"errorMessages":["A","B"],"errors":{}}"#, &["A", "B"]),
        (r#"{"errorMessages":[],"errors":{}}"#, &[]),
        (r#"{"errorMessages":[],"errors":{"project":"no project","jql":["x","y"]}}"#, &["no project", "x", "y"]),
        (r#"{"errors":["A","B"]}"#, &["A", "B"]),
        (r#"{"message":"Client must be authenticated to access this resource.","status-code":401}"#, &[CLIENT]),
        (r#"{"status":"fail","message":"Client must be authenticated to access this resource."}"#, &[CLIENT]),
        (r#"{"code":401,"message":"Unauthorized; scope does not match"}"#, &["Unauthorized; scope does not match"]),
        (r#"{"error":"Failed to parse Connect Session Auth Token"}"#, &["Failed to parse Connect Session Auth Token"]),
        ("{ error: 'Failed to parse Connect Session Auth Token' }", &["Failed to parse Connect Session Auth Token"]),
        (r#"{"error":"invalid_grant","error_description":"gone"}"#, &["invalid_grant", "gone"]),
        (r#"{"error":{"message":"gone","code":"X1"}}"#, &["gone", "X1"]),
        (r#"{"errorMessage": "Site temporarily unavailable", "errorCode": "OTHER"}"#, &["Site temporarily unavailable"]),
        (r#"{"type":"about:blank","title":"Not Found","status":404,"detail":"No endpoint GET /rest/api/3/x.","instance":"/rest/api/3/x"}"#, &["Not Found", "No endpoint GET /rest/api/3/x."]),
        ("{'errors': [{'status': 404, 'code': 'NOT_FOUND', 'title': 'Not Found', 'detail': None}]}", &["NOT_FOUND", "Not Found"]),
        (r#"{"data":{"errorMessages":["A"],"errors":{}}}"#, &["A"]),
        (r#"{"response":{"status":401,"data":{"errorMessages":["A"]}}}"#, &["A"]),
        (r#"{"errors":[{"message":"A","locations":[{"line":1}]}],"data":null}"#, &["A"]),
        (r#"{"timestamp":1,"status":403,"error":"Forbidden","message":"User has no permission to access resource."}"#, &["Forbidden", "User has no permission to access resource."]),
        // Quoted, cut off, behind something else.
        (r#"{"message":"{\"errorMessages\":[\"A\"],\"errors\":{}}"}"#, &["A"]),
        (r#"{"message":"Jira said 401: {\"errorMessages\":[\"A\"]}"}"#, &[r#"Jira said 401: {"errorMessages":["A"]}"#, "A"]),
        (r#"{\"errorMessages\":[\"A\"]}"#, &["A"]),
        (r#"{\\\"errorMessages\\\":[\\\"A\\\"]}"#, &["A"]),
        (r#""{\"errorMessages\":[\"A\"]}""#, &["A"]),
        (r#"b'{"errorMessages":["A"]}'"#, &["A"]),
        ("\u{feff}{\"message\":\"A\"}", &["A"]),
        (")]}',\n{\"message\":\"A\"}", &["A"]),
        ("401 Unauthorized: {\"code\":401,\"message\":\"Unauthorized\"}", &["Unauthorized"]),
        ("[{\"message\":\"A\"}]", &["A"]),
        (r#"{"errorMessages":["A","The requested API has been rem"#, &["A", "The requested API has been rem"]),
        (r#"{"message":"caf\u00e9 \ud83d\ude00"}"#, &["café 😀"]),
        (r#"{"message":"<html><head><title>Blocked</title>"}"#, &["Blocked"]),
        (r#"{"error":"A","message":"A"}"#, &["A"]),
        (r#"{"message":"","error":null,"detail":7}"#, &[]),
        // A page of Confluence and an issue say much, and nothing of it is an error.
        (r#"{"id":"1","title":"Runbook","type":"page"}"#, &[]),
        (r#"{"key":"A-1","fields":{"comment":{"message":"x"},"errors":["x"]}}"#, &[]),
    ];
    for (text, expected) in table {
        let body = Body::read(text, None);
        assert_eq!(body.form, Form::Json, "{text}");
        assert_eq!(body.messages, *expected, "{text}");
    }
}

#[rustfmt::skip]
#[test]
fn the_form_is_told_by_the_text_not_by_its_label() {
    let json = Some("application/json;charset=UTF-8");
    let html = Some("text/html;charset=UTF-8");
    let table = [
        ("", json, Form::Empty),
        (" \r\n\u{feff}", None, Form::Empty),
        ("Client must be authenticated to access this resource.", json, Form::Text),
        ("Client must be authenticated to access this resource.", html, Form::Text),
        (r#"{"message":"A"}"#, html, Form::Json),
        ("{}", None, Form::Json),
        ("[]", None, Form::Json),
        ("\"Unauthorized\"", json, Form::Json),
        ("{", json, Form::Json),
        ("\n\n<html>", json, Form::Html),
        ("<!DOCTYPE html><p>", None, Form::Html),
        ("<h1>Unauthorized (401)</h1>", None, Form::Html),
        ("<acme-login>", html, Form::Html),
        ("<?xml version=\"1.0\"?><!DOCTYPE html PUBLIC \"\"><html>", None, Form::Html),
        ("HTTP error 401 <html><head>", None, Form::Html),
        ("<?xml version=\"1.0\"?><status><message>x</message></status>", html, Form::Xml),
        ("<status><message>x</message></status>", None, Form::Xml),
        ("[ERROR] 401", None, Form::Text),
        ("[2026-11-20] 401", None, Form::Text),
        ("Login failed for {user}", None, Form::Text),
        ("curl -d {\"a\":1}", None, Form::Text),
        ("<3", None, Form::Text),
    ];
    for (text, label, expected) in table {
        assert_eq!(Body::read(text, label).form, expected, "{text}");
    }
    let xml = "<?xml version=\"1.0\"?><status><status-code>401</status-code><message>A &amp; B</message></status>";
    assert_eq!(Body::read(xml, None).messages, ["A & B"]);
    let page = Body::read("<title>Log in &#8211; Jira</title>", None);
    assert_eq!(page.title.as_deref(), Some("Log in – Jira"));
}

/// Confluence's word for a user, with a name.
fn jay() -> Content {
    Content::Account {
        id: "jdoe".to_owned(),
        active: None,
        email: None,
        name: Some("J".to_owned()),
        kind: None,
    }
}

fn account(id: &str, active: Option<bool>, email: Option<&str>, kind: Option<&str>) -> Content {
    Content::Account {
        id: id.to_owned(),
        active,
        email: email.map(str::to_owned),
        name: None,
        kind: kind.map(str::to_owned),
    }
}

#[rustfmt::skip]
#[test]
fn a_good_answer_tells_what_it_is_by_its_shape() {
    let server = |deployment, url: Option<&str>| Content::ServerInfo { deployment, base_url: url.map(str::to_owned) };
    let table = [
        (
            r#"{"self":"https:\/\/acme.atlassian.net\/rest\/api\/3\/user?accountId=7:1","accountId":"7:1","accountType":"atlassian","emailAddress":"jane@acme.example","avatarUrls":{"48x48":"x"},"active":true,"groups":{"size":1,"items":[]}}"#,
            account("7:1", Some(true), Some("jane@acme.example"), Some("atlassian")),
        ),
        (r#"{"accountId":"7:1","emailAddress":null,"active":false}"#, account("7:1", Some(false), None, None)),
        (r#"{"accountId":"7:1","accountType":"app","act"#, account("7:1", None, None, Some("app"))),
        ("{'accountId': '7:1', 'active': True, 'emailAddress': None}", account("7:1", Some(true), None, None)),
        (r#"{"self":"https://jira.acme.example/rest/api/2/user?username=jdoe","key":"JIRAUSER10203","name":"jdoe","emailAddress":"j@acme.example","active":true}"#, account("jdoe", Some(true), Some("j@acme.example"), None)),
        (r#"{"self":"https://x.example/rest/api/latest/user?username=jdoe","name":"jdoe","loginInfo":{"loginCount":1}}"#, account("jdoe", None, None, None)),
        (r#"{"type":"known","accountId":"7:1","accountType":"atlassian","email":"j@acme.example"}"#, account("7:1", None, Some("j@acme.example"), Some("atlassian"))),
        (r#"{"type":"known","username":"jdoe","userKey":"8a","displayName":"J"}"#, jay()),
        (r#"{"type":"anonymous","profilePicture":{"path":"x"},"displayName":"Anonymous"}"#, Content::Anonymous),
        (r#"{"username":"jdoe","type":"user","account_id":"7:1","uuid":"{1}"}"#, account("7:1", None, None, None)),
        (r#"{"data":{"me":{"user":{"name":"Jane"}}}}"#, account("Jane", None, None, None)),
        (r#"{"data":{"me":{"user":null}}}"#, Content::Unknown),
        (r#"{"baseUrl":"https://a.example","version":"1001.0.0","deploymentType":"Cloud"}"#, server(Some(Deployment::Cloud), Some("https://a.example"))),
        (r#"{"deploymentType":"Server"}"#, server(Some(Deployment::DataCenter), None)),
        (r#"{"deploymentType":"Data Center"}"#, server(Some(Deployment::DataCenter), None)),
        (r#"{"baseUrl":"https://a.example","version":"6.4"}"#, server(None, Some("https://a.example"))),
        (r#"{"permissions":{"A":{"id":"1","key":"A","havePermission":true},"B":{"havePermission":false}}}"#, Content::Permissions(vec![("A".to_owned(), true), ("B".to_owned(), false)])),
        (r#"{"cloudId":"1f5e"}"#, Content::TenantInfo { cloud_id: "1f5e".to_owned() }),
        (r#"{"self":"https://a.example/rest/api/3/project/10004","id":"10004","key":"OPS","lead":{"accountId":"7:1"}}"#, Content::Project("OPS".to_owned())),
        (r#"{"key":"OPS","projectTypeKey":"software"}"#, Content::Project("OPS".to_owned())),
        (r#"{"id":"1","self":"https://a.example/rest/api/3/issue/1","key":"OPS-482","fields":{"project":{"key":"OPS"}}}"#, Content::Issue("OPS-482".to_owned())),
        (r#"{"id":"23842","key":"OPS-483"}"#, Content::Issue("OPS-483".to_owned())),
        (r#"{"issues":[],"isLast":true}"#, Content::Issues(0)),
        (r#"{"issues":[{"key":"A-1","fields":{"total":9}},{"key":"A-2"}],"isLast":true}"#, Content::Issues(2)),
        (r#"{"startAt":0,"maxResults":0,"total":120,"issues":[]}"#, Content::Issues(120)),
        (r#"{"issues":[{"key":"A-1"},{"key":"A-"#, Content::Issues(2)),
        (r#"{"self":"https://a.example/rest/api/3/project/search?startAt=0","total":0,"values":[]}"#, Content::Projects(0)),
        (r#"{"total":3,"values":[{"self":"https://a.example/rest/api/3/project/1","key":"A"},{"key":"B"}]}"#, Content::Projects(3)),
        (r#"[{"self":"https://a.example/rest/api/2/project/1","key":"A"},{"key":"B"}]"#, Content::Projects(2)),
        (r#"{"values":[{"id":1,"self":"https://a.example/rest/agile/1.0/board/84","name":"x","type":"scrum"}]}"#, Content::Unknown),
        (r#"{"values":[],"isLast":true}"#, Content::EmptyList),
        (r#"{"results":[],"start":0,"limit":50,"size":0}"#, Content::EmptyList),
        (r#"[{"accountId":"7:1"}]"#, Content::Unknown),
        (r#"{"errorMessages":["x"]}"#, Content::Unknown),
        ("{}", Content::Unknown),
    ];
    for (text, expected) in table {
        assert_eq!(Body::read(text, None).content, expected, "{text}");
    }
}

#[test]
fn an_empty_list_is_what_was_asked_for() {
    for body in ["[]", r#"{"values":[],"isLast":true}"#] {
        let projects = exchange(
            "https://acme.atlassian.net/rest/api/3/project/search",
            200,
            "",
            body,
        );
        assert_eq!(projects.body.content, Content::Projects(0));
        let boards = exchange(
            "https://acme.atlassian.net/rest/agile/1.0/board",
            200,
            "",
            body,
        );
        assert_eq!(boards.body.content, Content::EmptyList);
    }
}

const SITE: &str = "https://acme.atlassian.net/rest/api/3/myself";
const GATEWAY: &str =
    "https://api.atlassian.com/ex/jira/1f5e2a90-7c3b-4d18-9a46-c0b1d2e3f405/rest/api/3/myself";
const OWN: &str = "https://jira.acme.example/rest/api/2/myself";

#[rustfmt::skip]
#[test]
fn headers_pages_and_hosts_tell_who_answered() {
    use Speaker::*;
    const CLOUD: &str = "server: AtlassianEdge\natl-traceid: f4\nx-arequestid: 4e972d1a\ntiming-allow-origin: *";
    const EDGE: &str = "server: AtlassianEdge\natl-traceid: f4";
    const CLIENT: &str = "Client must be authenticated to access this resource.";
    const IP: &str = r#"{"errorMessages":["The IP address has been rejected because it is not on the allowed list."],"errors":{}}"#;
    const NGINX: &str = "<html><head><title>502 Bad Gateway</title></head><body><center><h1>502 Bad Gateway</h1></center><hr><center>nginx/1.24.0</center>";
    const TOMCAT: &str = "<title>HTTP Status 404 – Not Found</title>";
    let table: &[(&str, u16, &str, &str, Option<Speaker>)] = &[
        (SITE, 401, CLOUD, CLIENT, Some(JiraCloud)),
        ("", 401, CLOUD, "", Some(JiraCloud)),
        ("", 401, "", CLIENT, Some(JiraCloud)),
        (SITE, 401, "", r#"{"message":"x","status-code":401}"#, Some(JiraCloud)),
        (SITE, 401, "", "<head><title>Unauthorized (401)</title>", Some(JiraCloud)),
        (SITE, 404, "", "<title>Oops, you&#39;ve found a dead link. - JIRA</title>", Some(JiraCloud)),
        ("", 404, "", "<title>Oops, you&#39;ve found a dead link. - JIRA</title>", Some(JiraCloud)),
        ("", 401, "WWW-Authenticate: OAuth realm=\"https%3A%2F%2Facme.atlassian.net\"", "", Some(JiraCloud)),
        ("", 403, "Server: AtlassianEdge", r#"{"message":"Current user not permitted to use Confluence","statusCode":403}"#, Some(JiraCloud)),
        (GATEWAY, 200, CLOUD, r#"{"accountId":"7:1"}"#, Some(JiraCloud)),
        (GATEWAY, 401, EDGE, r#"{"code":401,"message":"Unauthorized; scope does not match"}"#, Some(Gateway)),
        ("", 401, "", r#"{"code":401,"message":"Unauthorized"}"#, Some(Gateway)),
        ("", 401, "", r#"{\"code\":401,\"message\":\"Unauthorized\"}"#, Some(Gateway)),
        (GATEWAY, 404, "", "", Some(Gateway)),
        (SITE, 403, EDGE, IP, Some(Edge)),
        (SITE, 403, EDGE, r#"{"error":"Failed to parse Connect Session Auth Token"}"#, Some(Edge)),
        (SITE, 403, "server: CloudFront", "<TITLE>ERROR: The request could not be satisfied</TITLE>", Some(Edge)),
        ("", 403, "", "Bad request.\nGenerated by cloudfront (CloudFront)", Some(Edge)),
        (SITE, 404, "", "<title>Atlassian Cloud Notifications - Page Unavailable</title>", Some(Edge)),
        (SITE, 405, "Server: nginx", NGINX, Some(Edge)),
        (OWN, 401, "X-AREQUESTID: 536x62233x1\nX-AUSERNAME: anonymous", "", Some(DataCenter)),
        ("", 403, "Server: nginx\nX-Seraph-LoginReason: AUTHENTICATED_FAILED", "", Some(DataCenter)),
        ("", 403, "X-Authentication-Denied-Reason: CAPTCHA_CHALLENGE; login-url=https://x/login.jsp", "", Some(DataCenter)),
        ("", 403, "WWW-Authenticate: OAuth realm=\"https%3A%2F%2Fjira.acme.example\"", "", Some(DataCenter)),
        (OWN, 404, "Server: Apache-Coyote/1.1", TOMCAT, Some(DataCenter)),
        (OWN, 404, "", TOMCAT, Some(DataCenter)),
        (OWN, 401, "", "<h1>Unauthorized (401)</h1>", Some(DataCenter)),
        (OWN, 200, "", "<title>Log in - Jira</title>", Some(DataCenter)),
        (OWN, 404, "Server: nginx", r#"{"errorMessages":["x"],"errors":{}}"#, Some(DataCenter)),
        (OWN, 502, "Server: nginx/1.24.0", NGINX, Some(ReverseProxy)),
        (OWN, 401, "Server: Microsoft-IIS/10.0", "", Some(ReverseProxy)),
        (OWN, 503, "", "<h1>503 Service Unavailable</h1>No server is available to handle this request.", Some(ReverseProxy)),
        (OWN, 200, "", "<html><title>Request Rejected</title>The requested URL was rejected. Please consult with your administrator.", Some(ReverseProxy)),
        (SITE, 407, "", "", Some(CorporateProxy)),
        (SITE, 403, "Server: squid/5.7\nX-Squid-Error: ERR_ACCESS_DENIED 0", "", Some(CorporateProxy)),
        (SITE, 200, "", "<title>Internet Security by Zscaler</title>", Some(CorporateProxy)),
        (SITE, 403, "", "<title>Web Page Blocked</title>", Some(CorporateProxy)),
        (SITE, 403, "", "<title>Access Denied</title><p>Your organization uses Netskope", Some(CorporateProxy)),
        (OWN, 302, "Location: https://acme.okta.com/app/jira/sso/saml", "", Some(SignOn)),
        (OWN, 302, "X-AREQUESTID: 536x62233x1\nLocation: https://login.microsoftonline.com/x/saml2", "", Some(SignOn)),
        (OWN, 302, "Location: /my.policy", "", Some(SignOn)),
        (OWN, 302, "Location: https://acme.cloudflareaccess.com/cdn-cgi/access/login/x", "", Some(SignOn)),
        (OWN, 302, "Location: https://sso.acme.example/realms/acme/protocol/openid-connect/auth?x", "", Some(SignOn)),
        ("", 200, "", r#"<form method="POST" action="https://acme.okta.com/app"><input name="SAMLRequest">"#, Some(SignOn)),
        (OWN, 200, "", "<title>Sign in to your account</title>", Some(SignOn)),
        (OWN, 200, "", "<title>Sign in ・ Cloudflare Access</title>", Some(SignOn)),
        // A Cloud site sends people to its own login page.
        (SITE, 302, "atl-traceid: f4\nx-arequestid: 4e\nlocation: https://acme.atlassian.net/login.jsp?os_destination=x", "", Some(JiraCloud)),
        ("https://api.bitbucket.org/2.0/user", 401, "", "", Some(Other)),
        ("https://api.github.com/user", 401, "", r#"{"message":"Bad credentials"}"#, Some(Other)),
        // Some words are one server's alone, whatever else is known.
        ("", 403, "", "{ error: 'Failed to parse Connect Session Auth Token' }", Some(Edge)),
        ("", 0, "", IP, Some(Edge)),
        ("", 401, "", "401 Unauthorized; scope does not match", Some(Gateway)),
        ("", 403, "", r#"{"message":"Current user not permitted to use Confluence","statusCode":403}"#, Some(JiraCloud)),
        ("", 403, "", r#"{"message":"Basic Authentication has been disabled on this instance."}"#, Some(DataCenter)),
        // Nothing shows who it was.
        (SITE, 401, "", "", None),
        (OWN, 401, "", "", None),
        ("", 0, "", "", None),
        ("", 401, "X-Seraph-LoginReason: AUTHENTICATED_FAILED", "", None),
        ("", 404, "", r#"{"errorMessages":["x"]}"#, None),
        ("", 404, "", r#"{"error":"the proxy said zscaler"}"#, None),
        // A proxy of the caller's own that passes Jira's answer on did not answer.
        (SITE, 401, "atl-traceid: f4\nx-arequestid: 4e\nvia: 1.1 proxy (squid/5.7)\nproxy-authenticate: Basic", CLIENT, Some(JiraCloud)),
    ];
    for (url, status, head, body, expected) in table {
        let found = exchange(url, *status, head, body).answered_by;
        assert_eq!(found, *expected, "{url} {status}\n{head}\n{body}");
    }
}

#[test]
fn the_fields_of_the_evidence_are_one_exchange() {
    assert!(read(&Evidence::default(), url_crate_host).is_none());
    let mut evidence = Evidence {
        request: Some(Request {
            method: Some("get".to_owned()),
            url: Some(SITE.to_owned()),
        }),
        ..Evidence::default()
    };
    let asked = read(&evidence, url_crate_host).unwrap();
    assert_eq!(asked.sent.endpoint, Endpoint::Myself);
    assert_eq!(asked.sent.method.as_deref(), Some("GET"));
    assert_eq!((asked.status, asked.body.form), (None, Form::Unknown));
    evidence.response = Some(Response {
        status: Some(401),
        headers: [("Content-Type".to_owned(), "text/html".to_owned())].into(),
        body: Some(String::new()),
    });
    let answered = read(&evidence, url_crate_host).unwrap();
    assert_eq!(
        (answered.status, answered.field),
        (Some(401), Some(Field::Response))
    );
    assert_eq!(answered.headers.get("content-type"), Some("text/html"));
    assert_eq!(answered.body.form, Form::Empty);
}

/// Every text that begins or ends a known one somewhere in the middle, and some noise.
#[test]
fn garbage_never_panics() {
    let seeds = [
        r#"{"errorMessages":["\u00e9\ud83d\"x\\"],"errors":{"a":[1,{"b":null}]}}"#,
        "{'a': b'\\xe9\\x', “b”: ‘c’}",
        "<!DOCTYPE html><!-- é --><title>&#x2013;&amp;&#;&é;</title><h1/></",
        "<?xml?><status><message>é</message></status>",
        ")]}'\n[{\\\"é\\\":\\\\\\\"",
        "HTTP/2 401 {é <",
    ];
    let mut state = 7_u32;
    for seed in seeds {
        let chars: Vec<char> = seed.chars().collect();
        for at in 0..=chars.len() {
            for text in [&chars[..at], &chars[at..]] {
                let text: String = text.iter().collect();
                exchange(&text, 401, &text, &text);
            }
        }
        for _ in 0..400 {
            let mut mixed = chars.clone();
            for _ in 0..4 {
                state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                let (a, b) = (state as usize >> 8, state as usize >> 16);
                let (a, b) = (a % mixed.len(), b % mixed.len());
                mixed.swap(a, b);
            }
            let text: String = mixed.iter().collect();
            exchange(
                &text,
                200,
                &format!("location:{text}\nserver:{text}"),
                &text,
            );
        }
    }
}
