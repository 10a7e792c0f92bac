//! What a line demands in a person's words, said in a program's.

use jira_doctor::read::header::Credentials;
use jira_doctor::read::site::{SiteKind, url_crate_host};
use jira_doctor::read::token::crc32;
use jira_doctor::read::{header, settings};
use jira_doctor::{
    Certainty, Diagnosis, Evidence, Field, Finding, SnippetForm, Verdict, diagnose, redact, sample,
    snippet,
};
use serde_json::json;

use crate::recorded::{CLOUD_ID, Jira, account, answer, data, page, run};
use crate::support::evidence::evidence as read;
use crate::{Probe, given, holds, told, words};

type Checked = Result<(), String>;

/// The check of a line of its own; `None` where the file says it plainly.
pub(crate) fn own(probe: &Probe) -> Option<Checked> {
    let label = probe.label.as_str();
    if probe.expected.starts_with("named, exact") {
        return Some(odd_character(&probe.input));
    }
    if let Some(fault) = label.strip_prefix("header in pasted curl -v: ") {
        return Some(named_first(probe, fault));
    }
    let of_label = in_fields(probe, label)
        .or_else(|| in_header(probe, label))
        .or_else(|| in_tools(label))
        .or_else(|| in_answer(probe, label));
    of_label.or_else(|| in_examination(probe, label))
}

fn diagnosed(probe: &Probe) -> (Evidence, Diagnosis) {
    let evidence = given::evidence(probe);
    let diagnosis = diagnose(&evidence, None, url_crate_host);
    (evidence, diagnosis)
}

fn of_json(json: &serde_json::Value) -> (Evidence, Diagnosis) {
    let evidence = read(&json.to_string());
    let diagnosis = diagnose(&evidence, None, url_crate_host);
    (evidence, diagnosis)
}

/// Whether the diagnosis fits.
fn check(probe: &Probe, fits: impl Fn(&Diagnosis) -> bool) -> Checked {
    let (_, diagnosis) = diagnosed(probe);
    holds(fits(&diagnosis), || told(&diagnosis))
}

fn is_first(diagnosis: &Diagnosis, ids: &[&str]) -> bool {
    let first = diagnosis.findings.first();
    first.is_some_and(|finding| ids.contains(&finding.problem))
}

fn finding<'d>(diagnosis: &'d Diagnosis, id: &str) -> Option<&'d Finding> {
    diagnosis.findings.iter().find(|one| one.problem == id)
}

fn is_among(diagnosis: &Diagnosis, ids: &[&str], most: usize) -> bool {
    let mut first = diagnosis.findings.iter().take(most);
    first.any(|finding| ids.contains(&finding.problem))
}

/// Whether the first finding says one of these.
fn says(diagnosis: &Diagnosis, any: &[&str]) -> bool {
    let first = diagnosis.findings.first().map(words).unwrap_or_default();
    any.iter().any(|one| first.contains(one))
}

/// What the first fix makes of a field.
fn mended(evidence: &Evidence, diagnosis: &Diagnosis, field: Field) -> Option<String> {
    let fix = diagnosis.findings.iter().find_map(|one| one.fix.as_ref())?;
    fix.apply(evidence).text(field).map(str::to_owned)
}

/// `email with U+430 at 6`: the character is named by its place, and the fix gives the text without it, or with the plain
/// letter that it only looks like.
fn odd_character(input: &str) -> Checked {
    let parts: Vec<_> = input.split(' ').collect();
    let code = u32::from_str_radix(parts[2].trim_start_matches("U+"), 16).unwrap();
    let (c, at) = (
        char::from_u32(code).unwrap(),
        parts[4].parse::<usize>().unwrap(),
    );
    let mut given = given::with_token(&sample::expand("{{api-token}}"));
    let right = given[parts[0]].as_str().unwrap().to_owned();
    let (before, behind) = right.split_at(at);
    given[parts[0]] = json!([before, &c.to_string(), behind].concat());
    let (evidence, diagnosis) = of_json(&given);
    let field = match parts[0] {
        "email" => Field::Email,
        "site" => Field::Site,
        _ => Field::Token,
    };
    let is_named = diagnosis.findings.iter().any(|one| {
        one.field == Some(field)
            && one
                .span
                .is_some_and(|span| (span.start, span.end) == (at, at + c.len_utf16()))
    });
    // What looks like a letter stood for it, and what looks like a dash for a dash.
    let plain = match c {
        'а' => [before, "a", behind].concat(),
        '–' => [before, "-", behind].concat(),
        _ => right.clone(),
    };
    let mended = mended(&evidence, &diagnosis, field);
    let is_mended = mended
        .as_ref()
        .is_some_and(|it| *it == right || *it == plain);
    holds(is_named && is_mended, || {
        format!("named {is_named}, mended {is_mended}: {}", told(&diagnosis))
    })
}

fn named_first(probe: &Probe, fault: &str) -> Checked {
    let ids: &[&str] = match fault {
        "%40" => &["email-mismatch"],
        "placeholder" => &["placeholder-unexpanded"],
        "empty token" => &["token-missing"],
        _ => &["token-missing", "username-missing", "header-missing"],
    };
    check(probe, |diagnosis| is_first(diagnosis, ids))
}

fn in_fields(probe: &Probe, label: &str) -> Option<Checked> {
    let api_token = || sample::expand("{{api-token}}");
    Some(match label {
        "acme.halp.com" => check(probe, |d| {
            d.site.as_ref().unwrap().kind == SiteKind::OtherProduct
        }),
        "GitHub ghp_" => check(probe, |d| {
            is_first(d, &["token-wrong-kind"]) && says(d, &["github"])
        }),
        "GitLab glpat" => check(probe, |d| {
            is_first(d, &["token-wrong-kind"]) && says(d, &["gitlab"])
        }),
        "AWS AKIA" | "Slack xoxb" => check(probe, |d| is_first(d, &["token-wrong-kind"])),
        "&#61;" => mends_token(&api_token().replace('=', "&#61;"), &api_token()),
        "autocorrected -- to em dash" => {
            let right = checksummed(&api_token(), |body| body.replace_range(60..62, "--"));
            let typed = right.replace("--", "—");
            mends_token(&typed, &right)
        }
        "fix button in the page, en dash in token" => {
            let right = checksummed(&api_token(), |body| body.replace_range(60..61, "-"));
            let typed = [&right[..60], "–", &right[61..]].concat();
            mends_token(&typed, &right)
        }
        "swapped neighbours" => swapped(&api_token()),
        "base64 of token alone" => {
            let (evidence, diagnosis) = diagnosed(probe);
            let mended = mended(&evidence, &diagnosis, Field::Token);
            holds(mended == Some(api_token()), || told(&diagnosis))
        }
        "future" => check(probe, |d| {
            d.limits.iter().any(|one| one.to_string().contains("ahead"))
        }),
        "pre-2024-12-15" => check(probe, |d| {
            finding(d, "token-expired").is_some_and(|one| words(one).contains("2026-03"))
        }),
        "pre-2024-12-15 in the window" => check(probe, |d| {
            finding(d, "token-expired").is_some_and(|one| one.certainty == Certainty::Likely)
        }),
        "pre-2024-12-15 seen before window" => check(probe, |d| {
            finding(d, "token-expired").is_none_or(|one| one.certainty == Certainty::Possible)
        }),
        "weird formats" => check(probe, |d| {
            serde_json::to_string(d).unwrap().contains("YYYY-MM-DD")
        }),
        "[at]" | "html" => {
            let (evidence, diagnosis) = diagnosed(probe);
            let mended = mended(&evidence, &diagnosis, Field::Email);
            holds(mended.as_deref() == Some("jane@acme.com"), || {
                told(&diagnosis)
            })
        }
        "custom domain served by Atlassian edge (headers)" => {
            check(probe, |d| is_among(d, &["url-custom-domain"], 3))
        }
        _ => return None,
    })
}

/// The token with another body, and the checksum of that.
fn checksummed(token: &str, change: impl Fn(&mut String)) -> String {
    let mut text = token.rsplit_once('=').unwrap().0.to_owned() + "=";
    change(&mut text);
    let sum = crc32(text.as_bytes());
    format!("{text}{sum:08X}")
}

fn mends_token(typed: &str, right: &str) -> Checked {
    let (evidence, diagnosis) = of_json(&given::with_token(typed));
    let mended = mended(&evidence, &diagnosis, Field::Token);
    holds(
        is_first(&diagnosis, &["token-damaged"]) && mended.as_deref() == Some(right),
        || told(&diagnosis),
    )
}

fn swapped(token: &str) -> Checked {
    let at = (40..160)
        .find(|&at| token.as_bytes()[at] != token.as_bytes()[at + 1])
        .unwrap();
    let typed = [
        &token[..at],
        &token[at + 1..at + 2],
        &token[at..=at],
        &token[at + 2..],
    ]
    .concat();
    let (_, diagnosis) = of_json(&given::with_token(&typed));
    let damaged = finding(&diagnosis, "token-damaged").and_then(|one| one.span);
    holds(
        damaged.is_some_and(|span| (span.start, span.end) == (at, at + 2)),
        || told(&diagnosis),
    )
}

fn in_header(probe: &Probe, label: &str) -> Option<Checked> {
    Some(match label {
        "%3D 2" => {
            let typed =
                sample::expand("Basic {{b64:jane@acme.com:Tr0ub4dor&3!}}").replace('=', "%3D");
            let flaws = header::read(&typed).flaws;
            let is_said = flaws
                .iter()
                .any(|flaw| flaw.why.to_string().contains("%3D"));
            holds(typed.contains("%3D") && is_said, || format!("{flaws:?}"))
        }
        "Basic: with colon" => {
            let typed = sample::expand(&probe.input);
            let flaws = header::read(&typed).flaws;
            holds(!flaws.is_empty(), || "no flaw".to_owned())
        }
        "C1 control U+0085" => {
            let credentials = Credentials::Basic {
                user: "jane@acme.com",
                secret: "to\u{85}ken",
            };
            holds(credentials.header().is_err(), || "a header".to_owned())
        }
        "authorization trims" => {
            let credentials = Credentials::Basic {
                user: " jane@acme.com ",
                secret: "token-1\r\n",
            };
            let header = credentials.trimmed().header();
            let right = sample::expand("Basic {{b64:jane@acme.com:token-1}}");
            holds(header.is_ok_and(|it| it.expose() == right), || {
                "no header, or another".to_owned()
            })
        }
        "header's mail differs from field" => check(probe, |d| is_first(d, &["email-mismatch"])),
        "header's token differs from field" => check(probe, |d| is_first(d, &["token-damaged"])),
        _ if label.starts_with("user in header: ") => check(probe, |d| {
            is_first(d, &["email-mismatch"]) && d.findings[0].field == Some(Field::Authorization)
        }),
        _ if label.starts_with("span of header fault") => {
            let (evidence, diagnosis) = diagnosed(probe);
            let paste = evidence.text(Field::Paste).unwrap();
            let line = paste.find("> Authorization").unwrap();
            let end = line + paste[line..].find('\n').unwrap();
            let first = diagnosis.findings.first();
            let span = first.and_then(|one| one.span);
            holds(
                span.is_some_and(|span| line <= span.start && span.end <= end),
                || told(&diagnosis),
            )
        }
        _ => return None,
    })
}

fn in_tools(label: &str) -> Option<Checked> {
    Some(match label {
        "properties dotted" => {
            let text = "jira.url=https\\://acme.atlassian.net\njira.username=jane@acme.com\njira.password={{api-token}}";
            let fields = settings::read(&sample::expand(text));
            let site = fields.site.unwrap_or_default();
            holds(site == "https://acme.atlassian.net", || site.clone())
        }
        "python requests auth=HTTPBasicAuth" => {
            let secret = sample::expand("{{password}}");
            let text = format!("requests.get(url, auth=HTTPBasicAuth('jdoe', '{secret}'))");
            let left = redact(&text);
            holds(!left.contains(&secret), || left.clone())
        }
        "token tail only" => {
            let token = sample::expand("{{api-token}}");
            let tail = &token[token.len() - 40..];
            let left = redact(&format!("the end of my token is {tail}, is that right?"));
            holds(!left.contains(tail), || left.clone())
        }
        _ if label.starts_with("single-call curl snippet") => {
            let evidence = read(r#"{"site":"https://jira.corp.example","email":"jdoe"}"#);
            let text = snippet(&evidence, SnippetForm::Curl, url_crate_host);
            // curl takes a backslash in front of both for what they are.
            holds(text.contains(r#"sed 's/["\\]/\\&/g;"#), || text.clone())
        }
        "airbyte fields" => form("airbyte"),
        "n8n fields" => form("n8n"),
        _ => return None,
    })
}

fn form(name: &str) -> Checked {
    holds(SnippetForm::by_name(name).is_some(), || {
        "no snippet has this form".to_owned()
    })
}

fn in_answer(probe: &Probe, label: &str) -> Option<Checked> {
    let steps = |diagnosis: &Diagnosis| {
        let first = diagnosis.findings.first();
        first.map_or(String::new(), |one| {
            one.steps.first().map_or(String::new(), ToString::to_string)
        })
    };
    Some(match label {
        "401 with no Seraph header though pair sent -> header lost" => {
            check(probe, |d| is_among(d, &["header-missing"], 3))
        }
        "DC 401 html" => check(probe, |d| {
            is_first(d, &["token-revoked-or-wrong"]) && !steps(d).contains("API token")
        }),
        "DC PAT 401" => check(probe, |d| {
            is_first(d, &["token-revoked-or-wrong", "token-expired"])
                && !steps(d).contains("Atlassian account")
                && says(d, &["personal access token"])
        }),
        "curl -v user only ':'" => check(probe, |d| {
            is_first(d, &["token-missing", "username-missing", "header-missing"])
        }),
        "curl -v with empty password" => check(probe, |d| is_first(d, &["token-missing"])),
        "AUTHORISATION_FAILED" => check(probe, |d| {
            is_first(d, &["no-product-access", "permission-global"])
        }),
        "OUT" => check(probe, |d| {
            d.verdict != Verdict::NoFault
                && is_among(d, &["served-as-anonymous", "header-missing"], 3)
        }),
        "curl -L chain drops auth" => check(probe, |d| {
            is_first(d, &["header-missing", "url-site-renamed"])
        }),
        "title quoted" => check(probe, |d| says(d, &["acme intranet"])),
        "OkHttp logging" => {
            let (_, d) = diagnosed(probe);
            holds(
                is_first(&d, &["token-revoked-or-wrong", "sso-credentials"]),
                || told(&d),
            )
        }
        "page: 'Could not connect to Jira'" => check(probe, |d| d.verdict != Verdict::NoFault),
        "real curl trace-ascii" => {
            let (_, d) = of_json(&json!({"paste": given::trace()}));
            holds(
                is_first(
                    &d,
                    &[
                        "token-revoked-or-wrong",
                        "token-expired",
                        "token-scoped-needs-gateway",
                        "email-mismatch",
                    ],
                ),
                || told(&d),
            )
        }
        "worked before 403" => check(probe, |d| {
            is_among(d, &["ip-allowlist", "permission-project"], 3)
                && says(d, &["changed", "no longer", "was taken"])
        }),
        "tenant_info pasted" => {
            let mut given = given::with_token(&sample::expand("{{api-token}}"));
            given["paste"] = json!(format!("{{\"cloudId\":\"{CLOUD_ID}\"}}"));
            given["answers"] = json!({"tokenScoped": true});
            let (_, d) = of_json(&given);
            let gateway = format!("https://api.atlassian.com/ex/jira/{CLOUD_ID}");
            let fix = d.findings.first().and_then(|one| one.fix.as_ref());
            let is_ready = fix.is_some_and(|fix| {
                fix.changes
                    .iter()
                    .any(|one| one.value.as_deref() == Some(&gateway))
            });
            holds(
                is_first(&d, &["token-scoped-needs-gateway"]) && is_ready,
                || told(&d),
            )
        }
        "pasted CSP error" => check(probe, |d| says(d, &["connect-src"])),
        "302 cloud" => check(probe, |d| {
            !is_among(d, &["redirect-internal"], 9)
                && is_among(
                    d,
                    &["redirect-to-login", "url-has-path", "html-instead-of-json"],
                    3,
                )
        }),
        "302 with Location private" => check(probe, |d| {
            is_first(d, &["redirect-internal"]) && says(d, &["192.168.1.20"])
        }),
        "Can't access Jira data" => check(probe, |d| {
            !d.findings.is_empty() && d.verdict != Verdict::NothingKnown
        }),
        _ => return None,
    })
}

fn in_examination(probe: &Probe, label: &str) -> Option<Checked> {
    use jira_doctor::StepName::{Issue, Myself};
    let given = || {
        read(
            r#"{"site":"https://acme.atlassian.net","email":"jane@acme.example","token":"{{api-token}}","project":"WEB","issue":"WEB-1"}"#,
        )
    };
    let run = |jira: Jira| run(given(), None, &jira, |_| {}).diagnosis();
    let (diagnosis, fits): (_, fn(&Diagnosis) -> bool) = match label {
        "examination: 401 without Seraph header although a pair was sent (header stripped on the way)" =>
        {
            let headers = [
                ("content-type", "text/html;charset=UTF-8"),
                (
                    "www-authenticate",
                    "OAuth realm=\"https%3A%2F%2Facme.atlassian.net\"",
                ),
                ("x-arequestid", "4f"),
                ("atl-traceid", "0123456789abcdef0123456789abcdef"),
            ];
            let refusal = answer(
                401,
                &headers,
                "Client must be authenticated to access this resource.",
            );
            (run(Jira::cloud().with(Myself, refusal)), |d| {
                is_among(d, &["header-missing"], 3)
            })
        }
        "backlot: good" => (run(Jira::cloud()), |d| {
            d.verdict == Verdict::NoFault && d.account.is_some()
        }),
        "proxy html for all" => {
            let block = page(
                200,
                "Access denied",
                "Your organization's web filter has blocked this site.",
            );
            (run(Jira::everywhere(&block)), |d| {
                is_first(d, &["proxy-corporate"])
            })
        }
        "customer account" => {
            let mut customer = account(true, "jane@acme.example");
            if let Ok(answer) = &mut customer {
                let body = answer.body.as_ref().unwrap();
                answer.body = Some(body.replace(
                    "\"accountType\":\"atlassian\"",
                    "\"accountType\":\"customer\"",
                ));
            }
            (run(Jira::cloud().with(Myself, customer)), |d| {
                let all = serde_json::to_string(d).unwrap();
                all.contains("portal")
            })
        }
        "issue without fields" => {
            let bare = data(200, &json!({"id": "10001", "key": "WEB-1", "fields": {}}));
            (run(Jira::cloud().with(Issue, bare)), |d| {
                let step = d.steps.iter().find(|step| step.step == Issue).unwrap();
                step.outcome != jira_doctor::Outcome::Passed
                    || step.text.to_string().contains("field")
            })
        }
        _ => return None,
    };
    let _ = probe;
    Some(holds(fits(&diagnosis), || told(&diagnosis)))
}
