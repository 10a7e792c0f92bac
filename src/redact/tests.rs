use super::*;
use crate::sample::expand;

/// Templates; the parts that must go stand in the second column.
const SECRETS: &[(&str, &str)] = &[
    ("token {{api-token}} leaked", "{{api-token}}"),
    ("x={{api-token-cut:40}}.", "{{api-token-cut:40}}"),
    ("({{service-account-token}})", "{{service-account-token}}"),
    (
        "{{admin-key}}, {{bitbucket-app-password}}",
        "{{bitbucket-app-password}}",
    ),
    ("got {{jwt}} back", "{{jwt}}"),
    ("PAT is {{dc-pat}}!", "{{dc-pat}}"),
    (
        "Authorization: Basic {{b64:jane@acme.example:{{password}}}}",
        "{{b64:jane@acme.example:{{password}}}}",
    ),
    (
        "> authorization: Bearer {{dc-pat}}\n> Accept: */*",
        "{{dc-pat}}",
    ),
    ("Authorization: {{password}}", "{{password}}"),
    (
        "-H 'Authorization: Basic {{password}}' https://a.example",
        "{{password}}",
    ),
    (
        "Proxy-Authorization: Basic {{password}}\r\nHost: a",
        "{{password}}",
    ),
    ("Cookie: a=b; JSESSIONID=1234ABC\nX: y", "1234ABC"),
    (
        "Set-Cookie: atlassian.xsrf.token=abcdef_lin; Path=/",
        "abcdef_lin",
    ),
    (
        "https://jane:{{password}}@acme.example/rest",
        "{{password}}",
    ),
    ("https://jane:pa/ss@wo?rd@acme.example/rest", "pa/ss@wo?rd"),
    (
        "curl -u jane@acme.example:{{password}} https://a.example",
        "{{password}}",
    ),
    (
        "curl -u 'jane:correct horse' https://a.example",
        "correct horse",
    ),
    ("curl --user=jane:{{password}} x", "{{password}}"),
    ("curl -ujane:{{password}} x", "{{password}}"),
    ("http -a jane:{{password}} x", "{{password}}"),
    (
        "Basic {{b64:jane:hunter2hunter2}}",
        "{{b64:jane:hunter2hunter2}}",
    ),
    (
        "value {{b64:jane:hunter2hunter2}} here",
        "{{b64:jane:hunter2hunter2}}",
    ),
    ("{{b64:{{api-token}}}}", "{{b64:{{api-token}}}}"),
    ("{{b64-utf16:jane:hunter2}}", "{{b64-utf16:jane:hunter2}}"),
    (
        "?os_username=jane&os_password={{password}}&x=1",
        "{{password}}",
    ),
    ("/rest?token=abc&key=def123#x", "def123"),
    ("GET /x?access_token=abc.def HTTP/1.1", "abc.def"),
    (r#"{"apiToken": "s3cr\"et", "site": "acme"}"#, r#"s3cr\"et"#),
    (r#"{\"apiToken\":\"s3cret\",\"site\":\"acme\"}"#, "s3cret"),
    ("JIRA_API_TOKEN=s3cret\nX=1", "s3cret"),
    ("export JIRA_PASSWORD='s3 cret'", "s3 cret"),
    (
        "PASSWORD=correct horse battery\nX=1",
        "correct horse battery",
    ),
    ("  password: correct horse # no", "correct horse"),
    ("client_secret => 's3cret'", "s3cret"),
    (r#"{"name": "Cookie", "value": "a=b1234"}"#, "a=b1234"),
    (
        "{\"name\": \"authorization\",\n \"value\": \"Basic abc\"}",
        "abc",
    ),
    ("$env:JIRA_TOKEN = \"s3cret\"", "s3cret"),
    // Headers as programs print them.
    (
        "> authorization: Bearer {{legacy-token}}",
        "{{legacy-token}}",
    ),
    (
        "* [HTTP/2] [1] [authorization: Basic {{b64:j:{{password}}}}]",
        "{{b64:j:{{password}}}}",
    ),
    ("X-Api-Key: {{password}}", "{{password}}"),
    ("PRIVATE-TOKEN: correcthorse", "correcthorse"),
    (
        "curl --header 'X-Auth-Token: s3cret' https://a.example",
        "s3cret",
    ),
    ("curl -HAuthorization:s3cret https://a.example", "s3cret"),
    (
        "Set-Cookie: JSESSIONID=1234ABC; Path=/; HttpOnly",
        "1234ABC",
    ),
    ("tenant.session.token=abcdef", "abcdef"),
    ("cloud.session.token=abcdef;", "abcdef"),
    ("atlassian.xsrf.token=1a2b_lin;", "1a2b_lin"),
    ("seraph.rememberme.cookie=1234%3Aabcd", "1234%3Aabcd"),
    ("curl -b 'a=1234; b=x' https://a.example", "1234"),
    (
        "acme.atlassian.net\tFALSE\t/\tTRUE\t0\tJSESSIONID\t1234ABC",
        "1234ABC",
    ),
    // JSON in JSON, HTML, printed structures.
    (
        r#"{\"Authorization\":\"Basic {{legacy-token}}\"}"#,
        "{{legacy-token}}",
    ),
    (r#""a\r\nAuthorization: s3cret\r\nAccept: x""#, "s3cret"),
    (r"A=1\nJIRA_TOKEN=s3cret\nB=2", "s3cret"),
    ("&quot;token&quot;:&quot;s3cret&quot;", "s3cret"),
    ("{'Authorization': b'Basic abc123'}", "abc123"),
    ("map[Authorization:[Basic abc123] Accept:[*/*]]", "abc123"),
    ("\"authorization\"=>[\"Basic abc123\"]", "abc123"),
    ("headers: { authorization: [ 'Bearer s3cret' ] }", "s3cret"),
    (r#"{\"name\":\"Cookie\",\"value\":\"a=b1234\"}"#, "a=b1234"),
    (r#"{"key": "api_token", "value": "s3cret"}"#, "s3cret"),
    ("- name: JIRA_TOKEN\n  value: s3cret", "s3cret"),
    ("<apiToken>s3cret</apiToken>", "s3cret"),
    ("<input name=\"os_password\" value=\"s3cret\">", "s3cret"),
    // Programs.
    (
        "request.setRequestHeader(\"PRIVATE-TOKEN\", \"s3cret\")",
        "s3cret",
    ),
    ("headers[\"X-Api-Key\"] = \"s3cret\"", "s3cret"),
    ("@{ Authorization = \"Basic abc123\" }", "abc123"),
    (
        "ConvertTo-SecureString \"s3cret\" -AsPlainText -Force",
        "s3cret",
    ),
    ("Connect-Jira -ApiToken s3cret -Site acme", "s3cret"),
    ("jira login --token s3cret --site acme", "s3cret"),
    ("jira login --password hunter", "hunter"),
    ("http -A bearer -a s3cret https://a.example", "s3cret"),
    ("setx JIRA_TOKEN s3cret", "s3cret"),
    ("set -gx JIRA_TOKEN s3cret", "s3cret"),
    ("set JIRA_TOKEN=s3cret", "s3cret"),
    ("curl -H ^\"Authorization: Basic abc123^\" x", "abc123"),
    (
        "machine acme.atlassian.net login jane password s3cret",
        "s3cret",
    ),
    (
        "machine acme.atlassian.net\n  login jane\n  password s3cret\n",
        "s3cret",
    ),
    ("jane@acme.example:{{password}}", "{{password}}"),
    ("echo -n 'jdoe:hunter' | base64", "hunter"),
    ("echo -n jdoe:hunter | base64 -w0", "hunter"),
    ("btoa(\"jdoe:hunter\")", "hunter"),
    ("base64.b64encode(b\"jdoe:hunter\")", "hunter"),
    // Addresses.
    ("?code=4f3e2d1c&state=1", "4f3e2d1c"),
    ("X-Amz-Signature=4f3e2d1c", "4f3e2d1c"),
    (
        "?auth=Basic%20{{b64:jdoe:{{password}}}}",
        "{{b64:jdoe:{{password}}}}",
    ),
    (
        "x%20{{b64:jdoe:{{password}}}}%0A",
        "{{b64:jdoe:{{password}}}}",
    ),
    // Lines that something broke.
    (
        "{{api-token-cut:76}}\n> 0a1B2c3D4e5F6g7H8i9J0k\n",
        "0a1B2c3D4e5F6g7H8i9J0k",
    ),
    (
        r"{{api-token-cut:76}}\n0a1B2c3D4e5F6g7H8i9J0k ",
        "0a1B2c3D4e5F6g7H8i9J0k",
    ),
];

#[test]
fn secrets_go_and_the_rest_stays() {
    for (template, secret) in SECRETS {
        let (text, secret) = (expand(template), expand(secret));
        assert!(text.contains(&secret), "{template}");
        let redacted = redact(&text);
        assert!(!redacted.contains(&secret), "{template}: {redacted}");
        assert!(redacted.contains(REDACTED), "{template}: {redacted}");
        assert_eq!(redact(&redacted), redacted, "{template}");
    }
}

#[test]
fn only_the_secret_part_goes() {
    for (template, expected) in [
        (
            "> Authorization: Basic {{b64:jane@acme.example:x1}}\r\n> Accept: */*\r\n",
            "> Authorization: Basic [redacted]\r\n> Accept: */*\r\n",
        ),
        (
            "curl -u \"jane@acme.example:{{api-token}}\" -H 'Accept: x' 'https://acme.example/a?b=c'",
            "curl -u \"jane@acme.example:[redacted]\" -H 'Accept: x' 'https://acme.example/a?b=c'",
        ),
        (
            "https://jane:x1@acme.example:8443/rest",
            "https://jane:[redacted]@acme.example:8443/rest",
        ),
        (
            "[authorization: Basic abcdef1234]",
            "[authorization: Basic [redacted]]",
        ),
        (r#""apiToken": "x1","#, r#""apiToken": "[redacted]","#),
        (
            r#""curl -H \"Authorization: Basic abc1\" https://a.example""#,
            r#""curl -H \"Authorization: Basic [redacted]\" https://a.example""#,
        ),
        ("?password=x1&b=2", "?password=[redacted]&b=2"),
        (
            r"send: b'GET / HTTP/1.1\r\nAuthorization: Basic x1\r\nAccept: */*\r\n\r\n'",
            r"send: b'GET / HTTP/1.1\r\nAuthorization: Basic [redacted]\r\nAccept: */*\r\n\r\n'",
        ),
        (
            "get(url, auth=('jane', \"x1\"), timeout=3)",
            "get(url, auth=('jane', \"[redacted]\"), timeout=3)",
        ),
        (
            "JIRA_TOKEN=x1 jira-sync --all",
            "JIRA_TOKEN=[redacted] jira-sync --all",
        ),
    ] {
        let redacted = redact(&expand(template));
        assert_eq!(redacted, expected);
        assert_eq!(redact(&redacted), expected);
    }
}

#[test]
fn base64_over_several_lines_goes_whole() {
    let text = expand("a\n{{b64-wrapped:jane@acme.example:{{api-token}}}}\nb c");
    assert_eq!(
        redact(&text),
        "a\n[redacted]\n[redacted]\n[redacted]\n[redacted]\nb c"
    );
}

#[test]
fn what_is_no_secret_stays() {
    for text in [
        "",
        "{\"field\": \"authorization\",\n  \"span\": null}",
        r#"{\"field\":\"token\",\"createdAt2\" : 1}"#,
        "jane.doe@acme.example",
        "Basic authentication with passwords is deprecated.",
        "Basic Authentication Failure - Reason : AUTHENTICATED_FAILED",
        "WWW-Authenticate: Basic realm=\"protected area\"",
        "WWW-Authenticate: OAuth realm=\"https%3A%2F%2Facme.atlassian.net\"",
        "X-Atlassian-Token: no-check",
        "https://acme.atlassian.net/rest/api/3/myself",
        "http://jira.acme.example:8080/@x",
        "{\"key\": \"PROJ-1\", \"id\": \"10000\"}",
        "tokenScoped: false",
        "Client must be authenticated to access this resource.",
        "docker run -u 1000:1000 image",
        "PWD=/home/jane",
        "X-ASESSIONID: eb4e605",
        "jira = JIRA(url, basic_auth=(os.environ[\"JIRA_USER\"], token))",
        "JIRA_API_TOKEN=$TOKEN",
        "curl -u \"$EMAIL:$TOKEN\" x",
        "Failed to parse Connect Session Auth Token",
        "see https://developer.atlassian.com/cloud/confluence/deprecation-notice-basic-auth/",
        "ATATT3xFfGF0",
        "{\"token\": null, \"password\": \"\"}",
        "cloudId=11223344-a1b2-3b33-c444-def123456789",
        "\"accountId\": \"557058:f58131cb-b67d-43c7-b30d-6b58d40bd077\"",
        "x-arequestid: 4e972d1a0d2b492abafc861fc270d116",
        "atl-request-id: f42425d4-e06b-4a95-97a6-fc2f130269c2",
        "x-amz-cf-id: R4jynwz79wuoHjr854Om13v9vK8aPsb7vxegO0Tdz0_XHfE-ob9nxw==",
        "Via: 1.1 b38adf9788ecaf7bab7c499c380115b8.cloudfront.net (CloudFront)",
        r#""curl -H \"Authorization: Bearer $TOKEN\" https://a.example""#,
        "printf %s 'e-mail:token' | base64 -w0",
        "mailto:jane.doe2@acme.example",
        "git@bitbucket.org:team/repo2.git",
        "jane@acme.example:8443",
        "{credentials: \"include\"}",
        "report-to: {\"endpoints\": [{\"url\": \"https://dz8aopenkvv6s.cloudfront.net\"}], \"group\": \"endpoint-1\"}",
        "access-control-allow-headers: authorization, cookie",
        "access-control-allow-credentials: true",
        "vary: Authorization",
        "The password is wrong.",
        "login failed",
        "(\"username\", \"host\")",
        "{\"name\": \"Accept\", \"value\": \"*/*\"}",
        "projectKey = key: WEB",
        "<title>Unauthorized (401)</title>",
        "ls -a notes.txt",
        "tar -b 20 x",
        "atl-traceid: 3fa85f6457174562b3fc2c963f66afa6",
    ] {
        assert_eq!(redact(text), text);
    }
}

#[test]
fn any_garbage_is_read_and_the_result_is_stable() {
    const PARTS: [&str; 30] = [
        "token",
        "=",
        ":",
        "\"",
        "'",
        "\\",
        " ",
        "\n",
        "://",
        "@",
        "-u",
        "Basic",
        "Bearer",
        "Cookie",
        "eyJ",
        ".",
        "ATATT3xFfGF0abcdefgh",
        "amFuZTpodW50ZXIyaHVudGVy",
        "[redacted]",
        "é😀",
        "Authorization",
        "password",
        "?",
        "&",
        "key",
        "]",
        "x1",
        ",",
        "{",
        "\"value\"",
    ];
    let mut state: u64 = 7;
    for _ in 0..20_000 {
        let mut text = String::new();
        for _ in 0..12 {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            text.push_str(PARTS[usize::try_from(state >> 33).unwrap() % PARTS.len()]);
        }
        let redacted = redact(&text);
        assert_eq!(redact(&redacted), redacted, "{text:?}");
    }
}

#[test]
fn a_redaction_knows_where_the_secrets_were() {
    let text = expand("e😀 {{api-token}}, hunter2, end");
    let token = text.find("ATATT").unwrap()..text.find(',').unwrap();
    let known = text.find("hunter2").unwrap();
    let redaction = Redaction::of(&text, vec![known..known + 7, known + 2..known + 4]);
    assert_eq!(redaction.gaps(), [token, known..known + 7]);
    assert_eq!(redaction.into_text(), "e😀 [redacted], [redacted], end");
}
