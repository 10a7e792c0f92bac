//! What a place does instead of answering as Jira does.

use hyper::StatusCode;
use serde_json::json;

use crate::answer::{self, Answer};
use crate::ask::Ask;
use crate::body::Body;
use crate::place::{CONTEXT, Kind, Place, Site};
use crate::{cloud, data_center, gateway};

/// The kinds of trouble that a place can have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    RateLimited,
    Suspended,
    NoSuchSite,
    RedirectsToLogin,
    RedirectsElsewhere,
    /// The same for `myself` alone, which is asked with a credential.
    RedirectsMyself,
    IpAllowlist,
    ServerError,
    /// A proxy's page in place of Jira's JSON.
    Html,
    /// The same page, labelled as JSON.
    LyingType,
    /// Never answers.
    Slow,
    /// `myself` begins its answer and never sends the body.
    Stalls,
    /// `myself` ends in the middle.
    CutOff,
    /// `myself` sends 10 MiB.
    TooLarge,
    /// `myself` hangs up instead of answering.
    ClosesEarly,
    /// Data Center has seen too many failed logins.
    Captcha,
    /// Data Center takes no `Basic`.
    BasicDisabled,
}

/// What comes back.
pub(crate) enum Outcome {
    Answer(Answer),
    Silence,
    HangUp,
}

/// The size of an answer that is too large, in bytes.
pub(crate) const TOO_LARGE: usize = 10 * 1024 * 1024;

pub(crate) fn answer(place: &Place, ask: &Ask) -> Outcome {
    let sound = match place {
        Place::Gateway(site) => gateway::answer(site.as_ref(), ask),
        Place::Site(site) => {
            let sound = match site.scenario.kind {
                Kind::Cloud => cloud::answer(site, ask),
                Kind::DataCenter => data_center::answer(site, ask),
            };
            return match site.scenario.fault {
                Some(fault) => fault.instead_of(sound, site, ask),
                None => Outcome::Answer(sound),
            };
        }
        Place::Control | Place::Elsewhere => {
            answer::text(StatusCode::NOT_FOUND, "text/plain", "Nothing is here.")
        }
    };
    Outcome::Answer(sound)
}

impl Fault {
    /// What comes back in place of the sound answer; where the fault does not strike, that one.
    fn instead_of(self, sound: Answer, site: &Site, ask: &Ask) -> Outcome {
        let is_api = ask.path.contains("/rest/");
        let is_myself = ask.reads() && ask.path.ends_with("/myself");
        Outcome::Answer(match self {
            Self::Suspended => suspended(),
            Self::NoSuchSite => no_such_site(ask),
            Self::Slow => return Outcome::Silence,
            Self::RateLimited if is_api => rate_limited(),
            Self::RedirectsToLogin if is_api => to_login(site, ask),
            Self::RedirectsElsewhere if is_api => elsewhere(ask),
            Self::RedirectsMyself if is_myself => elsewhere(ask),
            Self::IpAllowlist if is_api => ip_allowlist(),
            Self::ServerError if is_api => server_error(),
            Self::Html if is_api => proxys_page(),
            Self::LyingType if is_api => {
                answer::set(proxys_page(), "content-type", "application/json")
            }
            Self::Stalls if is_myself => answer::declare_length(sound.map(|_| Body::Stalled), 1000),
            Self::CutOff if is_myself => cut_off(sound),
            Self::TooLarge if is_myself => {
                let filler = "x".repeat(TOO_LARGE);
                answer::json(StatusCode::OK, &json!({ "filler": filler }))
            }
            Self::ClosesEarly if is_myself => return Outcome::HangUp,
            Self::Captcha if ask.basic().is_some() => captcha(site),
            Self::BasicDisabled if ask.basic().is_some() => basic_disabled(),
            _ => sound,
        })
    }
}

fn suspended() -> Answer {
    let title = "Atlassian Cloud Notifications - Product Unavailable";
    let page = answer::html(
        StatusCode::SERVICE_UNAVAILABLE,
        title,
        "Jira has been deactivated",
    );
    answer::from_edge(page)
}

fn no_such_site(ask: &Ask) -> Answer {
    let answer = if ask.wants_json() {
        let body = json!({ "errorMessage": "Site temporarily unavailable", "errorCode": "OTHER" });
        answer::json(StatusCode::NOT_FOUND, &body)
    } else {
        answer::html(
            StatusCode::NOT_FOUND,
            "Atlassian Cloud Notifications - Page Unavailable",
            "Your Atlassian Cloud site is currently unavailable.",
        )
    };
    answer::set(answer::from_edge(answer), "atl-missing-tcs", "true")
}

/// Facts name the headers; the words of the body are ours.
fn rate_limited() -> Answer {
    let answer = answer::refusal(StatusCode::TOO_MANY_REQUESTS, "Rate limit exceeded.");
    let headers = [
        ("retry-after", "5"),
        ("ratelimit-reason", "jira-burst-based"),
        ("x-ratelimit-limit", "350"),
        ("x-ratelimit-remaining", "0"),
        ("x-ratelimit-reset", "2026-11-21T09:12:38Z"),
    ];
    let answer = answer::from_jira(answer::from_edge(answer));
    headers.into_iter().fold(answer, |answer, (name, value)| {
        answer::set(answer, name, value)
    })
}

fn to_login(site: &Site, ask: &Ask) -> Answer {
    let base = site.address();
    // The address names the context path already.
    let path = match site.scenario.kind {
        Kind::Cloud => ask.path.as_str(),
        Kind::DataCenter => ask.path.strip_prefix(CONTEXT).unwrap_or(&ask.path),
    };
    answer::redirect(&format!("{base}/login.jsp?os_destination={path}"))
}

fn elsewhere(ask: &Ask) -> Answer {
    answer::redirect(&format!("https://jira.internal.example{}", ask.path))
}

fn ip_allowlist() -> Answer {
    let message = "The IP address has been rejected because it is not on the allowed list. See your admin for more information.";
    answer::from_edge(answer::refusal(StatusCode::FORBIDDEN, message))
}

fn server_error() -> Answer {
    let answer = answer::refusal(StatusCode::INTERNAL_SERVER_ERROR, "Internal server error");
    answer::from_jira(answer::from_edge(answer))
}

/// No `atl-…` header: it never came to Atlassian.
fn proxys_page() -> Answer {
    answer::html(
        StatusCode::OK,
        "Sign in to your network",
        "Sign in to continue to the internet",
    )
}

/// Declares more than will come.
fn cut_off(sound: Answer) -> Answer {
    let text =
        json!({ "accountId": "5b10ac8d82e05b22cc7d4ef5", "displayName": "Jane Doe" }).to_string();
    let length = text.len();
    answer::declare_length(sound.map(|_| Body::cut_off(text)), length)
}

fn captcha(site: &Site) -> Answer {
    let reason = format!("CAPTCHA_CHALLENGE; login-url={}/login.jsp", site.address());
    let heading = "Basic Authentication Failure - Reason : AUTHENTICATION_DENIED";
    let page = answer::html(StatusCode::FORBIDDEN, "Forbidden (403)", heading);
    let page = answer::set(page, "x-authentication-denied-reason", &reason);
    answer::set(page, "x-seraph-loginreason", "AUTHENTICATION_DENIED")
}

fn basic_disabled() -> Answer {
    let body = json!({ "message": "Basic Authentication has been disabled on this instance." });
    answer::json(StatusCode::FORBIDDEN, &body)
}
