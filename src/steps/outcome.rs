//! What came of a step, in one plain sentence.

use super::{Outcome, StepName, account};
use crate::evidence::{Deployment, Failure};
use crate::facts::Facts;
use crate::permission::{Need, Scope};
use crate::read::exchange::{Content, Exchange, Form};
use crate::read::known_texts::{self, Signature};
use crate::read::site::SiteKind;

/// What came of a step, and the sentence.
pub(crate) struct Told {
    pub(crate) outcome: Outcome,
    pub(crate) text: String,
}

fn passed(text: impl Into<String>) -> Told {
    Told {
        outcome: Outcome::Passed,
        text: text.into(),
    }
}

fn failed(text: impl Into<String>) -> Told {
    Told {
        outcome: Outcome::Failed,
        text: text.into(),
    }
}

fn unclear(text: impl Into<String>) -> Told {
    Told {
        outcome: Outcome::Unclear,
        text: text.into(),
    }
}

/// What came of a step. What an answer shows counts before how the call ended: it may break off behind what matters.
pub(crate) fn of(step: StepName, exchange: &Exchange, facts: &Facts) -> Told {
    let is_good = exchange
        .status
        .is_none_or(|status| (200..300).contains(&status));
    if is_good && let Some(told) = shown(step, exchange, facts) {
        return told;
    }
    if let Some(failure) = exchange.failure {
        return not_read(failure, facts);
    }
    match exchange.status {
        None => unclear("No answer of Jira's can be read here."),
        Some(200..=299) => not_data(exchange),
        Some(300..=399) => redirected(exchange),
        Some(401) => unauthorized(step, exchange),
        Some(403) => forbidden(step, exchange),
        Some(404 | 410) => failed(titled(missing(step), exchange)),
        Some(407) => unclear("A proxy between here and Jira wants to be signed in to first."),
        Some(429) => unclear("Jira answers 429: too many calls came in a short time."),
        Some(400) if matches!(step, StepName::Permissions | StepName::ProjectPermissions) => {
            unclear(
                "Jira answers 400: it does not know one of the permissions that were asked for.",
            )
        }
        Some(status @ 500..) => {
            let text = [
                "The server failed with ",
                &status.to_string(),
                ", which says nothing about what was asked.",
            ];
            unclear(titled(&text.concat(), exchange))
        }
        Some(status) => unclear(
            [
                "The answer is ",
                &status.to_string(),
                ", which tells nothing here.",
            ]
            .concat(),
        ),
    }
}

/// What an answer shows, where it is the one that the step wants.
fn shown(step: StepName, exchange: &Exchange, facts: &Facts) -> Option<Told> {
    Some(match (step, &exchange.body.content) {
        (
            StepName::ServerInfo,
            Content::ServerInfo {
                deployment,
                base_url,
            },
        ) => server(exchange, *deployment, base_url.as_deref()),
        (StepName::Myself | StepName::GatewayMyself, Content::Account { id, active, .. }) => {
            if *active == Some(false) {
                return Some(failed("Jira knows the account, and it is switched off."));
            }
            named(step, id, facts)
        }
        (StepName::TenantInfo, Content::TenantInfo { cloud_id }) => {
            passed(["The site's Cloud id is ", cloud_id, "."].concat())
        }
        (StepName::Permissions | StepName::ProjectPermissions, Content::Permissions(held)) => {
            permissions(exchange, held, facts)
        }
        (StepName::Project, Content::Project(key)) => {
            passed(["The account sees the project ", key, "."].concat())
        }
        (StepName::Issue, Content::Issue(key)) => {
            passed(["The account sees the issue ", key, "."].concat())
        }
        (StepName::Confluence, Content::Account { .. }) => passed("Confluence knows the account."),
        (_, Content::Anonymous) => {
            failed("The answer was given to a stranger: the credentials were not taken.")
        }
        _ => return None,
    })
}

fn server(exchange: &Exchange, deployment: Option<Deployment>, base_url: Option<&str>) -> Told {
    let asked = exchange.sent.site.as_ref();
    let is_own_host = asked.is_some_and(|site| site.kind == SiteKind::SelfHosted);
    match deployment {
        Some(Deployment::Cloud) if is_own_host => {
            let at = base_url.unwrap_or("its atlassian.net address");
            failed(
                [
                    "This is Jira Cloud under a name of its own. Tokens work at ",
                    at,
                    " alone.",
                ]
                .concat(),
            )
        }
        Some(Deployment::Cloud) => passed("Jira Cloud answers here."),
        Some(Deployment::DataCenter) => passed("Jira Data Center answers here."),
        None => passed("Jira answers here."),
    }
}

fn named(step: StepName, id: &str, facts: &Facts) -> Told {
    let found = account::account(facts);
    let name = found
        .as_ref()
        .and_then(|found| found.email.as_deref().or(found.name.as_deref()));
    let mut text = match step {
        StepName::GatewayMyself => "The gateway took the credentials, as the account ",
        _ => "Jira took the credentials, as the account ",
    }
    .to_owned();
    text.push_str(name.unwrap_or(id));
    text.push('.');
    if found.is_some_and(|found| found.as_typed == Some(false)) {
        text.push_str(" That is another one than was typed.");
    }
    passed(text)
}

fn permissions(exchange: &Exchange, held: &[(String, bool)], facts: &Facts) -> Told {
    if !facts.credential_was_taken() {
        return unclear("A stranger gets such a list too, and holds nothing.");
    }
    let count = held.iter().filter(|(_, held)| *held).count();
    if count == 0 && !held.is_empty() {
        return failed("The account holds none of the permissions that were asked for.");
    }
    let scopes = [Scope::Global, Scope::Project].into_iter();
    let lacking = scopes.filter_map(|scope| facts.lacking_in(exchange, held, scope));
    let (mut required, mut optional) = (String::new(), String::new());
    for lacking in lacking {
        let names = if lacking.need == Need::Required {
            &mut required
        } else {
            &mut optional
        };
        if !names.is_empty() {
            names.push_str(", ");
        }
        names.push_str(&lacking.names);
    }
    if !required.is_empty() {
        return failed(["The account lacks ", &required, "."].concat());
    }
    if !optional.is_empty() {
        return passed(["The account holds what must be, and lacks ", &optional, "."].concat());
    }
    if facts.profile.is_some() {
        return passed("The account holds every permission that is needed.");
    }
    let (count, all) = (count.to_string(), held.len().to_string());
    passed(
        [
            "The account holds ",
            &count,
            " of the ",
            &all,
            " permissions that were asked for.",
        ]
        .concat(),
    )
}

/// Why no answer was read, and what that can mean.
fn not_read(failure: Failure, facts: &Facts) -> Told {
    match failure {
        Failure::Unreachable => unclear(facts.why_unreachable().to_string()),
        Failure::Timeout => unclear("No answer came in time."),
        Failure::Redirected => failed(
            "The answer leads to another address. It was not followed, so that the credentials go nowhere else.",
        ),
        Failure::TooLarge => unclear(
            "The answer is longer than any of Jira's to this question, and was not read to its end.",
        ),
        Failure::CutOff => unclear("The answer broke off in the middle."),
        Failure::Cancelled => unclear("It was stopped before an answer came."),
    }
}

/// A good status, and not what was asked for.
fn not_data(exchange: &Exchange) -> Told {
    match exchange.body.form {
        Form::Html => unclear(titled(
            "A web page came where Jira's data belong.",
            exchange,
        )),
        Form::Empty | Form::Unknown => unclear("The answer is empty."),
        Form::Json => unclear(
            "The answer is not the one that Jira gives to this question, or not the whole of it.",
        ),
        Form::Xml | Form::Text => unclear("Something else came where Jira's data belong."),
    }
}

fn redirected(exchange: &Exchange) -> Told {
    let target = exchange
        .headers
        .get("location")
        .map(crate::net::UrlParts::of_reference);
    match target
        .map(|target| target.host)
        .filter(|host| !host.is_empty())
    {
        Some(host) => failed(["The answer leads to ", host, ". It was not followed."].concat()),
        None => failed("The answer leads to another address. It was not followed."),
    }
}

fn unauthorized(step: StepName, exchange: &Exchange) -> Told {
    if is_scope_mismatch(exchange) {
        return failed("The gateway knows the token, and it lacks the scope for this.");
    }
    match step {
        StepName::ServerInfo | StepName::TenantInfo => unclear("It is not told to strangers here."),
        StepName::GatewayMyself => failed("The gateway did not take the credentials (401)."),
        _ => failed("Jira did not take the credentials (401)."),
    }
}

fn forbidden(step: StepName, exchange: &Exchange) -> Told {
    // Jira's own reason, where it is one that is known.
    let said = exchange
        .body
        .messages
        .first()
        .filter(|text| text.len() <= 200);
    let told = if step.is_public() { unclear } else { failed };
    match said.filter(|text| !known_texts::find(text, crate::evidence::Field::Response).is_empty())
    {
        Some(said) => told(["It was refused with 403: “", said, "”."].concat()),
        None => told("It was refused with 403.".to_owned()),
    }
}

/// The sentence, and the title of the page that came.
fn titled(text: &str, exchange: &Exchange) -> String {
    const LONGEST: usize = 120;
    match exchange
        .body
        .title
        .as_deref()
        .filter(|title| title.len() <= LONGEST)
    {
        Some(title) => [text, " Its title: “", title, "”."].concat(),
        None => text.to_owned(),
    }
}

fn missing(step: StepName) -> &'static str {
    match step {
        StepName::ServerInfo | StepName::Myself => "No Jira answers at this address (404).",
        StepName::TenantInfo => "No Cloud site answers at this address (404).",
        StepName::GatewayMyself => "The gateway knows no Jira of this Cloud id (404).",
        StepName::Permissions => "Jira does not have this question (404).",
        StepName::ProjectPermissions | StepName::Project => {
            "There is no such project, or the account may not see it (404)."
        }
        StepName::Issue => "There is no such issue, or the account may not see it (404).",
        StepName::Confluence => "No Confluence answers on this site (404).",
    }
}

/// facts.md 3: the token is known, and a scope is missing.
pub(crate) fn is_scope_mismatch(exchange: &Exchange) -> bool {
    let said = exchange.body.messages.iter();
    exchange.status == Some(401)
        && said
            .flat_map(|text| known_texts::find(text, crate::evidence::Field::Response))
            .any(|hit| hit.signature == Signature::ScopeMismatch)
}
