//! Takes secrets out of any text.
//!
//! Everything here goes by shape, in one walk for each sort of place where a secret may stand. A walk only looks a bounded
//! stretch back and never twice at what it took, so the time grows with the text alone.

mod named;
mod places;
mod shapes;
mod value;

use std::ops::Range;

use crate::order::sorted_by;

/// What stands in a secret's place.
pub(crate) const REDACTED: &str = "[redacted]";

/// `text` with everything that may be a secret replaced by `[redacted]`. E-mail addresses stay.
pub fn redact(text: &str) -> String {
    let mut redacted = text.to_owned();
    // What was hidden by a secret's neighbourhood may show once that is gone. A fixed point also makes the function idempotent.
    for _ in 0..ROUNDS {
        let secrets = find(&redacted);
        if secrets.is_empty() {
            break;
        }
        redacted = replace(&redacted, secrets);
    }
    redacted
}

/// Two are enough for what people paste: one that finds all, and one that finds nothing more.
const ROUNDS: usize = 5;

fn find(text: &str) -> Vec<Range<usize>> {
    let mut secrets = Vec::new();
    shapes::tokens(text, &mut secrets);
    shapes::base64_runs(text, &mut secrets);
    named::named(text, &mut secrets);
    places::behind_scheme_word(text, &mut secrets);
    places::in_addresses(text, &mut secrets);
    places::command_options(text, &mut secrets);
    secrets.retain(|secret| {
        text.get(secret.clone())
            .is_some_and(|found| !matches!(found, "" | REDACTED))
    });
    secrets
}

/// Replaces ranges of bytes that may overlap.
fn replace(text: &str, secrets: Vec<Range<usize>>) -> String {
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    let mut secrets = sorted_by(secrets, |secret| secret.start)
        .into_iter()
        .peekable();
    while let Some(mut secret) = secrets.next() {
        while let Some(next) = secrets.next_if(|next| next.start <= secret.end) {
            secret.end = secret.end.max(next.end);
        }
        out.push_str(text.get(done..secret.start).unwrap_or_default());
        out.push_str(REDACTED);
        done = secret.end;
    }
    out.push_str(text.get(done..).unwrap_or_default());
    out
}

#[cfg(test)]
mod tests {
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
    fn a_megabyte_takes_linear_time() {
        for part in [
            "a://b:x/",
            "token: ",
            "token=x ",
            "-u \"",
            "'cookie:",
            "-eyJ",
            "Basic ",
            "=",
            "\"",
            "a@b",
            "\\\"",
            "\n",
            "ATBB",
            "password=",
            "amFuZTpo",
        ] {
            let text = part.repeat(300_000 / part.len());
            let before = std::time::Instant::now();
            redact(&text);
            let seconds = before.elapsed().as_secs();
            assert!(seconds < 10, "{part:?} takes {seconds} s");
        }
    }
}
