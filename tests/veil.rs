//! No result carries a secret of the evidence, wherever it was typed or pasted and whatever a server sends back of it.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test fails by panicking"
)]

mod support;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use jira_doctor::read::site::url_crate_host;
use jira_doctor::{Evidence, Examination, Response, diagnose, sample};
use serde_json::Value;

use support::secrets::collect;
use support::sentinels::{each, forms, leaks, percent, told};

/// A secret of each kind, and whether its own shape tells that it is one.
fn sentinels() -> Vec<(&'static str, String, bool)> {
    let token = |name: &str| sample::expand(&["{{", name, "}}"].concat());
    vec![
        ("API token", token("api-token"), true),
        ("server's PAT", token("dc-pat"), true),
        ("OAuth", token("jwt"), true),
        ("password", "Tr0ub4dor&3xyz".to_owned(), false),
        ("easy password", "hunter22hunter".to_owned(), false),
        ("short password", "qz7!".to_owned(), false),
        ("quoted password", "'k9$Lm2'".to_owned(), false),
    ]
}

/// Evidence with a secret, `{{S}}`, where its field or its name tells that it is one.
const CARRIED: &[&str] = &[
    r#"{"site":"acme","email":"jane@acme.example","token":"{{S}}"}"#,
    r#"{"site":"acme","token":"{{S}}","response":{"status":401,"headers":{"www-authenticate":"{{S}}"},"body":"{\"message\":\"no: {{S}}\"}"}}"#,
    r#"{"site":"acme","token":"{{S}}","response":{"status":200,"headers":{},"body":"{\"accountId\":\"{{S}}\",\"displayName\":\"{{b64}}\",\"emailAddress\":\"{{hex}}\",\"active\":true}"},"request":{"method":"GET","url":"https://acme.atlassian.net/rest/api/3/myself"}}"#,
    r#"{"site":"acme","token":"{{S}}","response":{"status":302,"headers":{"location":"https://acme.atlassian.net/login?dest={{url}}#{{S}}"}}}"#,
    r#"{"site":"https://acme.atlassian.net/{{S}}/x?y={{S}}#{{S}}","token":"{{S}}"}"#,
    r#"{"site":"https://acme.atlassian.net","email":"{{S}}","token":"{{S}}","project":"{{S}}","issue":"{{S}}"}"#,
    r#"{"site":"https://jira.acme.example/{{S}}","email":"x+{{S}}","token":"{{S}}"}"#,
    r#"{"site":"https://acme.atlassian.net","email":"{{S}}","token":"jane@acme.example"}"#,
    r#"{"site":"{{S}}","email":"https://acme.atlassian.net","token":"jane@acme.example"}"#,
    r#"{"site":"jane@acme.example","email":"{{S}}","token":"https://acme.atlassian.net"}"#,
    r#"{"authorization":"Basic {{pair}}"}"#,
    r#"{"authorization":"Bearer {{S}}","response":{"status":401,"body":"{{S}}"}}"#,
    r#"{"site":"https://jane:{{S}}@acme.atlassian.net"}"#,
    r#"{"site":"https://jane:{{S}}@jira.acme.example/tracker"}"#,
    r#"{"email":"jane@acme.example:{{S}}"}"#,
    r#"{"request":{"method":"GET","url":"https://acme.atlassian.net/rest/api/3/myself?os_username=j&os_password={{url}}"},"response":{"status":401}}"#,
    r#"{"request":{"url":"https://jane:{{url}}@acme.atlassian.net/rest/api/3/myself"},"response":{"status":401}}"#,
    r#"{"paste":"GET https://acme.atlassian.net/rest/api/3/myself?access_token={{url}}\nHTTP/1.1 401 Unauthorized"}"#,
    r#"{"paste":"401 Client Error: Unauthorized for url: https://jane:{{url}}@acme.atlassian.net/rest/api/3/myself"}"#,
    r#"{"paste":"curl -v 'https://acme.atlassian.net/rest/api/3/myself?token={{url}}'\n< HTTP/2 401\n"}"#,
    r#"{"paste":"> GET /rest/api/3/myself?os_password={{url}} HTTP/1.1\n> Host: acme.atlassian.net\n< HTTP/1.1 401"}"#,
    r#"{"paste":"> GET /rest/api/3/myself HTTP/1.1\n> Host: acme.atlassian.net\n> Authorization: Basic {{pair}}\n\n< HTTP/1.1 401\n< x-echo: {{S}}"}"#,
    r#"{"paste":"curl -u jane@acme.example:{{S}} https://acme.atlassian.net/rest/api/3/project/{{S}}\n< HTTP/1.1 404"}"#,
];

/// The same, where only its shape tells.
const BARE: &[&str] = &[
    r#"{"site":"{{S}}"}"#,
    r#"{"email":"{{S}}"}"#,
    r#"{"project":"{{S}}","issue":"{{S}}","site":"acme","token":"x"}"#,
    r#"{"paste":"401 https://acme.atlassian.net/rest/api/3/project/{{S}}"}"#,
    r#"{"paste":"GET https://acme.atlassian.net/rest/api/3/myself#{{S}} 401"}"#,
    r#"{"paste":"https://acme.atlassian.net/rest/api/3/myself?x={{S}} answered 401: {{S}}"}"#,
    r#"{"request":{"method":"{{S}}","url":"https://acme.atlassian.net/{{S}}/myself?x={{S}}#{{S}}"},"response":{"status":404,"headers":{"{{S}}":"{{S}}"},"body":"{{S}}"}}"#,
];

/// Evidence with a secret in it.
fn filled(template: &str, secret: &str) -> Evidence {
    let in_json = |text: &str| {
        let quoted = serde_json::to_string(text).unwrap();
        quoted[1..quoted.len() - 1].to_owned()
    };
    let json = template
        .replace("{{S}}", &in_json(secret))
        .replace("{{url}}", &each(secret, percent))
        .replace("{{b64}}", &STANDARD.encode(secret))
        .replace("{{hex}}", &each(secret, |b| format!("{b:02x}")))
        .replace("{{pair}}", &STANDARD.encode(["jane:", secret].concat()));
    serde_json::from_str(&json).unwrap()
}

/// The evidence of the probes with a secret in an address, and whether the address names it.
fn in_addresses() -> Vec<(String, bool)> {
    let rows = include_str!("probes/safety/urls.jsonl").lines();
    let evidence =
        rows.map(|row| serde_json::from_str::<Value>(row).unwrap()["evidence"].to_string());
    evidence
        .map(|template| {
            let is_named = ["={{S}}", ":{{S}}@", "#{{S}}"]
                .iter()
                .any(|place| template.contains(place));
            (
                template
                    .replace("={{S}}", "={{url}}")
                    .replace(":{{S}}@", ":{{url}}@"),
                is_named,
            )
        })
        .collect()
}

#[test]
fn no_result_carries_a_secret() {
    let in_addresses = in_addresses();
    assert!(in_addresses.len() > 5);
    let mut wrong = Vec::new();
    for (kind, secret, has_shape) in sentinels() {
        let bare = BARE.iter().filter(|_| has_shape).copied();
        let shown = in_addresses
            .iter()
            .filter(|(_, is_named)| *is_named || has_shape);
        let shown = shown.map(|(template, _)| template.as_str());
        for template in CARRIED.iter().copied().chain(bare).chain(shown) {
            let told = told(&filled(template, &secret));
            for leak in leaks(&secret, &told) {
                wrong.push(format!("{kind} in {template}\n    {leak}"));
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "{} leaks:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

/// What a server may send back of a secret, whole or in pieces.
fn echoes(secret: &str) -> Vec<String> {
    let middle = secret.len() / 2;
    let mut echoes = forms(secret);
    echoes.push(format!("{}\n{}", &secret[..middle], &secret[middle..]));
    echoes.push(format!("{} + {}", &secret[..middle], &secret[middle..]));
    echoes.push(secret.to_uppercase());
    echoes.push(STANDARD.encode(format!("jane@acme.example:{secret}")));
    echoes
}

#[test]
fn no_echo_of_a_server_reaches_a_result() {
    let mut wrong = Vec::new();
    for (kind, secret, _) in sentinels()
        .into_iter()
        .filter(|(_, secret, _)| secret.len() >= 12)
    {
        for echo in echoes(&secret) {
            let evidence = filled(CARRIED[0], &secret);
            let mut examination = Examination::new(evidence, None, url_crate_host);
            while examination.next().is_some() {
                let body = serde_json::json!({
                    "deploymentType": "Cloud", "cloudId": echo, "accountId": echo, "displayName": echo, "emailAddress": echo,
                    "message": echo,
                });
                let response = Response {
                    status: Some(200),
                    headers: [("x-echo".to_owned(), echo.clone())].into(),
                    body: Some(body.to_string()),
                };
                examination.tell(Ok(response));
            }
            let mut told = Vec::new();
            let calls = serde_json::to_value(examination.calls()).unwrap();
            let diagnosis = serde_json::to_value(examination.diagnosis()).unwrap();
            for (from, value) in [("calls", calls), ("diagnosis", diagnosis)] {
                let mut texts = String::new();
                collect(&value, &mut texts);
                told.push((from.to_owned(), texts.to_lowercase()));
            }
            let secret = secret.to_lowercase();
            let piece = &secret[..secret.len() / 2];
            for leak in leaks(&secret, &told).into_iter().chain(leaks(piece, &told)) {
                wrong.push(format!("{kind} as {echo}\n    {leak}"));
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "{} leaks:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

/// What stands in every text by chance stays: the host that a careless secret is a part of, the words of our own sentences.
#[test]
fn a_word_typed_as_the_token_spoils_no_sentence() {
    for word in ["acme", "token", "https", "e-mail", "problems"] {
        let template = r#"{"site":"https://acme.atlassian.net/jira","email":"jane@corp.example","token":"{{S}}"}"#;
        let diagnosis = diagnose(&filled(template, word), None, url_crate_host);
        let mut texts = String::new();
        collect(&serde_json::to_value(&diagnosis).unwrap(), &mut texts);
        assert!(!texts.contains("[redacted]"), "{word}: {texts}");
    }
}

/// What is typed into a field that holds no secret by its nature is quoted on the page: the diagnosis says what of it is one.
#[test]
fn a_secret_in_a_field_that_is_shown_is_named_by_its_place() {
    let token = sample::expand("{{api-token}}");
    let secret = each(&token, percent);
    let site = ["https://jane:", &secret, "@acme.atlassian.net/x"].concat();
    let evidence = Evidence {
        site: Some(site.clone()),
        email: Some("jane@acme.example".into()),
        ..Evidence::default()
    };
    let diagnosis = diagnose(&evidence, None, url_crate_host);
    let [part] = &diagnosis.hidden[..] else {
        unreachable!("{:?}", diagnosis.hidden)
    };
    assert_eq!(part.field, jira_doctor::Field::Site);
    assert!(site[part.span.start..part.span.end].contains(&secret));
    assert!(!site[..part.span.start].contains('@'));
}
