//! What came of a step, in one plain sentence.

use super::{Outcome, StepName, account};
use crate::evidence::{Deployment, Failure};
use crate::facts::Facts;
use crate::permission::{Need, Scope};
use crate::prose::{Prose, list, prose};
use crate::read::exchange::{Content, Exchange, Form};
use crate::read::known_texts::{self, Signature};
use crate::read::site::SiteKind;

/// What came of a step, and the sentence.
pub(crate) struct Told {
    pub(crate) outcome: Outcome,
    pub(crate) text: Prose,
}

fn passed(text: Prose) -> Told {
    Told {
        outcome: Outcome::Passed,
        text,
    }
}

fn failed(text: Prose) -> Told {
    Told {
        outcome: Outcome::Failed,
        text,
    }
}

fn unclear(text: Prose) -> Told {
    Told {
        outcome: Outcome::Unclear,
        text,
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
        None => unclear(prose!("No answer of Jira's can be read here.")),
        Some(200..=299) => not_data(exchange),
        Some(300..=399) => redirected(exchange),
        Some(401) => unauthorized(step, exchange),
        Some(403) => forbidden(step, exchange),
        Some(404 | 410) => failed(titled(missing(step), exchange)),
        Some(407) => unclear(prose!(
            "A proxy between here and Jira requires a sign-in first."
        )),
        Some(429) => unclear(prose!(
            "Jira answers 429: too many calls came in a short time."
        )),
        Some(400) if matches!(step, StepName::Permissions | StepName::ProjectPermissions) => {
            unclear(prose!(
                "Jira answers 400: it doesn't know one of the permissions that were asked for."
            ))
        }
        Some(status @ 500..) => {
            let text = prose!(
                "The server failed with {status}, which says nothing about what was asked.",
                status = status.to_string()
            );
            unclear(titled(text, exchange))
        }
        Some(status) => unclear(prose!(
            "The answer is {status}, which tells nothing here.",
            status = status.to_string()
        )),
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
                return Some(failed(prose!(
                    "Jira knows the account, and it is switched off."
                )));
            }
            named(step, id, facts)
        }
        (StepName::TenantInfo, Content::TenantInfo { cloud_id }) => {
            passed(prose!("The site's Cloud id is {cloud_id}.", cloud_id))
        }
        (StepName::Permissions | StepName::ProjectPermissions, Content::Permissions(held)) => {
            permissions(exchange, held, facts)
        }
        (StepName::Project, Content::Project(key)) => {
            passed(prose!("The account sees the project {key}.", key))
        }
        (StepName::Issue, Content::Issue(key)) => {
            passed(prose!("The account sees the issue {key}.", key))
        }
        (StepName::Confluence, Content::Account { .. }) => {
            passed(prose!("Confluence knows the account."))
        }
        (_, Content::Anonymous) => failed(prose!(
            "Jira answered as if nobody was signed in: it didn't accept the credentials."
        )),
        _ => return None,
    })
}

fn server(exchange: &Exchange, deployment: Option<Deployment>, base_url: Option<&str>) -> Told {
    let asked = exchange.sent.site.as_ref();
    let is_own_host = asked.is_some_and(|site| site.kind == SiteKind::SelfHosted);
    match deployment {
        Some(Deployment::Cloud) if is_own_host => {
            let at = base_url.map_or(prose!("its atlassian.net address"), |url| {
                prose!("{url}", url)
            });
            failed(prose!(
                "This is Jira Cloud under a custom domain. Tokens work only at {address}.",
                address = at
            ))
        }
        Some(Deployment::Cloud) => passed(prose!("Jira Cloud answers here.")),
        Some(Deployment::DataCenter) => passed(prose!("Jira Data Center answers here.")),
        None => passed(prose!("Jira answers here.")),
    }
}

fn named(step: StepName, id: &str, facts: &Facts) -> Told {
    let found = account::account(facts);
    let name = found
        .as_ref()
        .and_then(|found| found.email.as_deref().or(found.name.as_deref()));
    let account = name.unwrap_or(id);
    let text = match step {
        StepName::GatewayMyself => {
            prose!(
                "The gateway accepted the credentials of the account {account}.",
                account
            )
        }
        _ => prose!(
            "Jira accepted the credentials of the account {account}.",
            account
        ),
    };
    if found
        .as_ref()
        .is_some_and(|found| found.as_typed == Some(false))
    {
        return passed(text.then(prose!("That is not the account that was typed.")));
    }
    passed(text)
}

fn permissions(exchange: &Exchange, held: &[(String, bool)], facts: &Facts) -> Told {
    if !facts.credential_was_taken() {
        return unclear(prose!(
            "Anyone who isn't signed in gets such a list too, with no permissions."
        ));
    }
    let count = held.iter().filter(|(_, held)| *held).count();
    if count == 0 && !held.is_empty() {
        return failed(prose!(
            "The account holds none of the permissions that were asked for."
        ));
    }
    let scopes = [Scope::Global, Scope::Project].into_iter();
    let lacking = scopes.filter_map(|scope| facts.lacking_in(exchange, held, scope));
    let lacking: Vec<_> = lacking.collect();
    let names = |need| {
        let those = lacking.iter().filter(|lacking| lacking.need == need);
        list(those.map(|lacking| lacking.names.clone()))
    };
    if let Some(permissions) = names(Need::Required) {
        return failed(prose!("The account lacks {permissions}.", permissions));
    }
    if let Some(permissions) = names(Need::Optional) {
        return passed(prose!(
            "The account has every required permission, and lacks {permissions}.",
            permissions
        ));
    }
    if facts.profile.is_some() {
        return passed(prose!("The account holds every permission that is needed."));
    }
    passed(prose!(
        "The account has {count} of the {all} permissions that were asked for.",
        count = count.to_string(),
        all = held.len().to_string()
    ))
}

/// Why no answer was read, and what that can mean.
fn not_read(failure: Failure, facts: &Facts) -> Told {
    match failure {
        Failure::Unreachable => unclear(facts.why_unreachable()),
        Failure::Timeout => unclear(prose!("No answer came in time.")),
        Failure::Redirected => failed(prose!(
            "The answer leads to another address. It was not followed, so that the credentials go nowhere else."
        )),
        Failure::TooLarge => unclear(prose!(
            "The answer is longer than any of Jira's to this question, and was not read to its end."
        )),
        Failure::CutOff => unclear(prose!("The answer broke off in the middle.")),
        Failure::Cancelled => unclear(prose!("It was stopped before an answer came.")),
    }
}

/// A good status, and not what was asked for.
fn not_data(exchange: &Exchange) -> Told {
    match exchange.body.form {
        Form::Html => unclear(titled(
            prose!("A web page came where Jira's data belong."),
            exchange,
        )),
        Form::Empty | Form::Unknown => unclear(prose!("The answer is empty.")),
        Form::Json => unclear(prose!(
            "The answer is not the one that Jira gives to this question, or not the whole of it."
        )),
        Form::Xml | Form::Text => unclear(prose!("Something else came where Jira's data belong.")),
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
        Some(host) => failed(prose!(
            "The answer leads to {host}. It was not followed.",
            host
        )),
        None => failed(prose!(
            "The answer leads to another address. It was not followed."
        )),
    }
}

fn unauthorized(step: StepName, exchange: &Exchange) -> Told {
    if is_scope_mismatch(exchange) {
        return failed(prose!(
            "The gateway knows the token, and it lacks the scope for this."
        ));
    }
    match step {
        StepName::ServerInfo | StepName::TenantInfo => {
            unclear(prose!("This server doesn't tell that without a sign-in."))
        }
        StepName::GatewayMyself => {
            failed(prose!("The gateway didn't accept the credentials (401)."))
        }
        _ => failed(prose!("Jira didn't accept the credentials (401).")),
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
        Some(said) => told(prose!("It was refused with 403: “{said}”.", said)),
        None => told(prose!("It was refused with 403.")),
    }
}

/// The sentence, and the title of the page that came.
fn titled(text: Prose, exchange: &Exchange) -> Prose {
    const LONGEST: usize = 120;
    match exchange
        .body
        .title
        .as_deref()
        .filter(|title| title.len() <= LONGEST)
    {
        Some(title) => text.then(prose!("Its title: “{title}”.", title)),
        None => text,
    }
}

fn missing(step: StepName) -> Prose {
    match step {
        StepName::ServerInfo | StepName::Myself => prose!("No Jira answers at this address (404)."),
        StepName::TenantInfo => prose!("No Cloud site answers at this address (404)."),
        StepName::GatewayMyself => prose!("The gateway knows no Jira of this Cloud id (404)."),
        StepName::Permissions => prose!("Jira does not have this question (404)."),
        StepName::ProjectPermissions | StepName::Project => {
            prose!("There is no such project, or the account may not see it (404).")
        }
        StepName::Issue => prose!("There is no such issue, or the account may not see it (404)."),
        StepName::Confluence => prose!("No Confluence answers on this site (404)."),
    }
}

/// jira-facts.md 3: the token is known, and a scope is missing.
pub(crate) fn is_scope_mismatch(exchange: &Exchange) -> bool {
    let said = exchange.body.messages.iter();
    exchange.status == Some(401)
        && said
            .flat_map(|text| known_texts::find(text, crate::evidence::Field::Response))
            .any(|hit| hit.signature == Signature::ScopeMismatch)
}
