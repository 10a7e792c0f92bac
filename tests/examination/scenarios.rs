//! Every way in which Jira is known to answer, with the calls that it takes to know and the first cause.

use jira_doctor::{Evidence, Failure, Profile, StepName as S, permissions};
use serde_json::{Value, json};

use crate::recorded::{
    Answer, Jira, NO_PROJECT, account, answer, calls, data, gateway_refusal, held_but, messages,
    page, refusal, run,
};
use crate::support::evidence::evidence;
use crate::{cloud, merged, profile, server};

/// One way in which Jira answers.
pub(crate) struct Scenario {
    pub(crate) name: &'static str,
    given: Value,
    pub(crate) profile: Option<Profile>,
    pub(crate) jira: Jira,
    /// The steps that are asked: `s` serverInfo, `m` myself, `t` tenant info, `g` the gateway's myself, `p` permissions,
    /// `q` those of the project, `k` the project, `i` the issue, `c` Confluence; with what came of each: `+` passed,
    /// `-` failed, `?` unclear.
    steps: &'static str,
    /// The first cause; empty where there is none.
    first: &'static str,
}

impl Scenario {
    pub(crate) fn evidence(&self) -> Evidence {
        evidence(&self.given.to_string())
    }
}

const WHOLE: &str = "s+ m+ p+ q+ k+ i+";
const SITE_GONE: &str = "Your Atlassian Cloud site is currently unavailable.";
const UNSEEN: &str = "Issue does not exist or you do not have permission to see it.";
const SCOPE: &str = "Unauthorized; scope does not match";

fn on_cloud(name: &'static str, jira: Jira, steps: &'static str, first: &'static str) -> Scenario {
    Scenario {
        name,
        given: cloud(),
        profile: None,
        jira,
        steps,
        first,
    }
}

fn on_server(
    name: &'static str,
    token: &str,
    jira: Jira,
    steps: &'static str,
    first: &'static str,
) -> Scenario {
    Scenario {
        given: server(token),
        ..on_cloud(name, jira, steps, first)
    }
}

fn on_site(step: S, answer: Answer) -> Jira {
    Jira::cloud().with(step, answer)
}

/// The site refuses the token, and the gateway is asked.
fn at_gateway(answer: Answer) -> Jira {
    on_site(S::Myself, refusal()).with(S::GatewayMyself, answer)
}

pub(crate) fn all() -> Vec<Scenario> {
    [credentials(), account_and_rights(), on_the_way(), servers()]
        .into_iter()
        .flatten()
        .collect()
}

fn credentials() -> Vec<Scenario> {
    let jane = || account(true, "jane@acme.example");
    let lacking = |step| at_gateway(jane()).with(step, gateway_refusal(SCOPE));
    vec![
        on_cloud("good", Jira::cloud(), WHOLE, ""),
        on_cloud(
            "wrong or expired token",
            at_gateway(gateway_refusal("Unauthorized")),
            "s+ m- t+ g-",
            "token-revoked-or-wrong",
        ),
        Scenario {
            given: merged(
                cloud(),
                &json!({"answers": {"tokenCreatedOn": "2025-01-01"}}),
            ),
            ..on_cloud(
                "token of two years ago",
                at_gateway(gateway_refusal("Unauthorized")),
                "s+ m- t+ g-",
                "token-expired",
            )
        },
        on_cloud(
            "scoped token",
            at_gateway(jane()),
            "s+ m- t+ g+ p+ q+ k+ i+",
            "token-scoped-needs-gateway",
        ),
        on_cloud(
            "under-scoped: all",
            at_gateway(gateway_refusal(SCOPE))
                .with(S::Permissions, gateway_refusal(SCOPE))
                .with(S::ProjectPermissions, gateway_refusal(SCOPE))
                .with(S::Project, gateway_refusal(SCOPE))
                .with(S::Issue, gateway_refusal(SCOPE)),
            "s+ m- t+ g- p- q- k- i-",
            "token-scope-missing",
        ),
        on_cloud(
            "under-scoped: the issue",
            lacking(S::Issue),
            "s+ m- t+ g+ p+ q+ k+ i-",
            "token-scope-missing",
        ),
        on_cloud(
            "no Cloud id to be had",
            at_gateway(jane()).with(S::TenantInfo, page(404, "Not Found", "")),
            "s+ m- t-",
            "token-revoked-or-wrong",
        ),
        on_cloud(
            "e-mail other than typed",
            on_site(S::Myself, account(true, "jane.doe@acme.example")),
            WHOLE,
            "email-mismatch",
        ),
        on_cloud(
            "inactive account",
            on_site(S::Myself, account(false, "jane@acme.example")),
            "s+ m-",
            "no-product-access",
        ),
    ]
}

#[expect(clippy::too_many_lines, reason = "a table")]
fn account_and_rights() -> Vec<Scenario> {
    let none: Vec<_> = permissions().iter().map(|known| known.key).collect();
    let hidden =
        |step| on_site(step, messages(404, NO_PROJECT)).with(S::Project, messages(404, NO_PROJECT));
    let no_confluence = data(
        403,
        &json!({"message": "Current user not permitted to use Confluence", "statusCode": 403}),
    );
    let for_profile = |scenario| Scenario {
        profile: Some(profile()),
        ..scenario
    };
    vec![
        on_cloud(
            "unlicensed",
            on_site(
                S::Myself,
                messages(403, "Current user not permitted to use Jira"),
            ),
            "s+ m-",
            "no-product-access",
        ),
        on_cloud(
            "unlicensed: nothing held",
            hidden(S::ProjectPermissions).with(S::Permissions, held_but(&none)),
            "s+ m+ p- q- k-",
            "no-product-access",
        ),
        for_profile(on_cloud(
            "good, for a profile",
            Jira::cloud(),
            "s+ m+ p+ q+ k+ i+ c+",
            "",
        )),
        for_profile(on_cloud(
            "missing permission of the project",
            on_site(S::ProjectPermissions, held_but(&["CREATE_ISSUES"])),
            "s+ m+ p+ q- k+ i+ c+",
            "permission-project",
        )),
        for_profile(on_cloud(
            "missing optional permission",
            on_site(S::ProjectPermissions, held_but(&["DELETE_ISSUES"])),
            "s+ m+ p+ q+ k+ i+ c+",
            "permission-project",
        )),
        for_profile(on_cloud(
            "missing global permission",
            on_site(S::Permissions, held_but(&["USER_PICKER"])),
            "s+ m+ p- q+ k+ i+ c+",
            "permission-global",
        )),
        for_profile(on_cloud(
            "no Confluence",
            on_site(S::Confluence, no_confluence),
            "s+ m+ p+ q+ k+ i+ c-",
            "no-product-access",
        )),
        on_cloud(
            "no Browse permission",
            on_site(S::Project, messages(404, NO_PROJECT))
                .with(S::ProjectPermissions, held_but(&["BROWSE_PROJECTS"])),
            "s+ m+ p+ q- k-",
            "permission-project",
        ),
        on_cloud(
            "no Browse permission anywhere",
            hidden(S::ProjectPermissions).with(S::Permissions, held_but(&["BROWSE_PROJECTS"])),
            "s+ m+ p- q- k-",
            "permission-project",
        ),
        on_cloud(
            "no such project",
            hidden(S::ProjectPermissions),
            "s+ m+ p+ q- k-",
            "project-not-found",
        ),
        on_cloud(
            "no such issue",
            on_site(S::Issue, messages(404, UNSEEN)),
            "s+ m+ p+ q+ k+ i-",
            "issue-not-found",
        ),
        on_cloud(
            "issue hidden",
            on_site(
                S::Issue,
                messages(
                    403,
                    "You do not have the permission to see the specified issue.",
                ),
            ),
            "s+ m+ p+ q+ k+ i-",
            "permission-issue",
        ),
        on_cloud(
            "a permission that Jira does not know",
            on_site(S::Permissions, messages(400, "Unrecognized permission: X")),
            "s+ m+ p? q+ k+ i+",
            "client-bug",
        ),
    ]
}

#[expect(clippy::too_many_lines, reason = "a table")]
fn on_the_way() -> Vec<Scenario> {
    let everywhere = |answer: Answer| Jira::everywhere(&answer);
    let slow_down = || {
        answer(
            429,
            &[
                ("retry-after", "5"),
                ("ratelimit-reason", "jira-burst-based"),
            ],
            "",
        )
    };
    let to_login = || {
        answer(
            302,
            &[("location", "https://id.atlassian.com/login?continue=x")],
            "",
        )
    };
    vec![
        on_cloud(
            "rate limited",
            everywhere(slow_down()),
            "s?",
            "rate-limited",
        ),
        on_cloud(
            "rate limited in the middle",
            on_site(S::ProjectPermissions, slow_down()),
            "s+ m+ p+ q?",
            "rate-limited",
        ),
        on_cloud(
            "suspended",
            everywhere(page(
                503,
                "Atlassian Cloud Notifications - Product Unavailable",
                "Jira has been deactivated",
            )),
            "s?",
            "site-suspended",
        ),
        on_cloud(
            "no such site",
            everywhere(page(
                404,
                "Atlassian Cloud Notifications - Page Unavailable",
                SITE_GONE,
            )),
            "s-",
            "url-wrong-site",
        ),
        on_cloud(
            "redirect to a login",
            everywhere(to_login()),
            "s-",
            "redirect-to-login",
        ),
        on_cloud(
            "redirect of the account's step",
            on_site(S::Myself, to_login()),
            "s+ m-",
            "redirect-to-login",
        ),
        on_cloud(
            "redirect that a browser hides",
            everywhere(Err(Failure::Redirected)),
            "s-",
            "redirect-to-login",
        ),
        on_cloud(
            "IP allowlist",
            everywhere(messages(
                403,
                "The IP address has been rejected because it is not on the allowed list. See your admin for more information.",
            )),
            "s? m-",
            "ip-allowlist",
        ),
        on_cloud(
            "HTML for JSON",
            on_site(
                S::Myself,
                answer(
                    200,
                    &[("content-type", "application/json")],
                    "<!doctype html><html><title>Welcome</title></html>",
                ),
            ),
            "s+ m?",
            "html-instead-of-json",
        ),
        on_cloud(
            "HTML for JSON everywhere",
            everywhere(page(200, "Welcome", "")),
            "s?",
            "html-instead-of-json",
        ),
        on_cloud(
            "never an answer",
            everywhere(Err(Failure::Timeout)),
            "s?",
            "timeout",
        ),
        on_cloud(
            "slow account",
            on_site(S::Myself, Err(Failure::Timeout)),
            "s+ m?",
            "timeout",
        ),
        on_cloud(
            "slow permissions",
            on_site(S::Permissions, Err(Failure::Timeout)),
            "s+ m+ p? q+ k+ i+",
            "timeout",
        ),
        on_cloud(
            "cut off",
            on_site(S::Myself, Err(Failure::CutOff)),
            "s+ m?",
            "connection-refused",
        ),
        on_cloud(
            "cut off later",
            on_site(S::Issue, Err(Failure::CutOff)),
            "s+ m+ p+ q+ k+ i?",
            "connection-refused",
        ),
        on_cloud(
            "too large",
            everywhere(Err(Failure::TooLarge)),
            "s?",
            "html-instead-of-json",
        ),
        on_cloud(
            "stopped",
            on_site(S::Myself, Err(Failure::Cancelled)),
            "s+ m?",
            "",
        ),
        on_cloud(
            "no CORS",
            everywhere(Err(Failure::Unreachable)),
            "s? m?",
            "cors-blocked",
        ),
        on_cloud(
            "no CORS for a header",
            on_site(S::Myself, Err(Failure::Unreachable)),
            "s+ m?",
            "cors-blocked",
        ),
        on_cloud(
            "Jira fails",
            on_site(S::Myself, data(500, &json!({}))),
            "s+ m?",
            "server-error",
        ),
    ]
}

fn servers() -> Vec<Scenario> {
    let captcha = answer(
        403,
        &[
            (
                "x-authentication-denied-reason",
                "CAPTCHA_CHALLENGE; login-url=https://jira.acme.example/jira/login.jsp",
            ),
            ("x-seraph-loginreason", "AUTHENTICATION_DENIED"),
        ],
        "<html><title>Forbidden (403)</title></html>",
    );
    let disabled = data(
        403,
        &json!({"message": "Basic Authentication has been disabled on this instance."}),
    );
    let wrong = || {
        page(
            401,
            "Unauthorized (401)",
            "Basic Authentication Failure - Reason : AUTHENTICATED_FAILED",
        )
    };
    let server = |answer| Jira::server().with(S::Myself, answer);
    vec![
        on_server("server, good PAT", "{{dc-pat}}", Jira::server(), WHOLE, ""),
        on_server(
            "server, good password",
            "{{password}}",
            Jira::server(),
            WHOLE,
            "",
        ),
        on_server(
            "server, wrong password",
            "{{password}}",
            server(wrong()),
            "s+ m-",
            "token-revoked-or-wrong",
        ),
        on_server(
            "server, captcha",
            "{{password}}",
            server(captcha),
            "s+ m-",
            "captcha-locked",
        ),
        on_server(
            "server, Basic disabled",
            "{{password}}",
            server(disabled),
            "s+ m-",
            "basic-auth-disabled",
        ),
        on_server(
            "server, inner redirect",
            "{{password}}",
            Jira::everywhere(&answer(
                302,
                &[("location", "http://10.20.0.15:8080/jira")],
                "",
            )),
            "s-",
            "redirect-internal",
        ),
        on_server(
            "server, sign-on page",
            "{{password}}",
            Jira::everywhere(&page(200, "Sign in", "")),
            "s?",
            "redirect-to-login",
        ),
        on_server(
            "Cloud under a name of its own",
            "{{api-token}}",
            Jira::cloud(),
            "s-",
            "url-custom-domain",
        ),
        on_server(
            "server, no CORS",
            "{{password}}",
            Jira::everywhere(&Err(Failure::Unreachable)),
            "s? m?",
            "cors-blocked",
        ),
    ]
}

#[test]
fn every_scenario_takes_its_steps_and_names_its_cause() {
    let mut wrong = Vec::new();
    for scenario in all() {
        let examination = run(
            scenario.evidence(),
            scenario.profile.clone(),
            &scenario.jira,
            |_| {},
        );
        let diagnosis = examination.diagnosis();
        let letters = ["s", "m", "t", "g", "p", "q", "k", "i", "c"];
        let steps: Vec<_> = letters
            .iter()
            .zip(&diagnosis.steps)
            .filter_map(|(letter, step)| {
                let came = match step.outcome {
                    jira_doctor::Outcome::Passed => "+",
                    jira_doctor::Outcome::Failed => "-",
                    jira_doctor::Outcome::Unclear => "?",
                    jira_doctor::Outcome::NotAsked => return None,
                };
                Some([letter, came].concat())
            })
            .collect();
        let (steps, first) = (
            steps.join(" "),
            diagnosis.findings.first().map_or("", |first| first.problem),
        );
        assert_eq!(
            examination.calls().len(),
            steps.split(' ').count(),
            "{}",
            scenario.name
        );
        assert!(
            diagnosis
                .steps
                .iter()
                .all(|step| step.text.to_string().ends_with(['.', '”'])),
            "{:?}",
            diagnosis.steps
        );
        if (steps.as_str(), first) != (scenario.steps, scenario.first) {
            let text = diagnosis
                .steps
                .iter()
                .map(|step| step.text.to_string())
                .collect::<Vec<_>>()
                .join("\n  ");
            let all: Vec<_> = diagnosis.findings.iter().map(|f| f.problem).collect();
            wrong.push(format!(
                "{}: {steps} {first}, not {} {}\n{:?} {:?}\n  {text}",
                scenario.name,
                scenario.steps,
                scenario.first,
                all,
                calls(examination.calls())
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
