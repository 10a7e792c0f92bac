use crate::advice::{always, on_cloud, on_server};
use crate::facts::Facts;
use crate::problem::{Group, Link, Problem, Score, Severity, Stage, weight};
use crate::prose::{Prose, prose};
use crate::read::known_texts::Signature;
use crate::read::sentences::Rule;

pub(super) static PROBLEM: Problem = Problem {
    id: "rate-limited",
    title: "Too many calls in a short time (rate limit)",
    group: Group::NetworkAndGateway,
    severity: Severity::Error,
    stage: Some(Stage::Use),
    prior: 0,
    weigh,
    steps: &[
        always("Wait as long as the header `Retry-After` says, then try once."),
        always(
            "Let the program make fewer calls: larger pages, longer intervals, no second copy of it.",
        ),
        on_server("On a server, ask an administrator to raise the limit for this user."),
    ],
    links: &[
        on_cloud(Link::new(
            "Rate limiting",
            "https://developer.atlassian.com/cloud/jira/platform/rate-limiting/",
        )),
        on_cloud(Link::new(
            "Build an app that respects rate limits",
            "https://developer.atlassian.com/cloud/jira/platform/build-an-app-that-respects-rate-limits/",
        )),
    ],
    rules: &[
        Rule::new(24, "RATE & TOO_MANY|BLOCKED"),
        Rule::new(18, "TOO_MANY & REQUESTS"),
    ],
    #[cfg(feature = "pages")]
    page: crate::problem::Page {
        meaning: &[
            "Nothing is wrong with the credentials. Jira asks the program to slow down, and will answer again soon.",
        ],
        causes: &[
            "Each route takes so many calls a second, and all programs of one account may count together. On a server of one's own, an administrator sets the limit for each user.",
        ],
        wrong: r#"{"site":"https://acme.atlassian.net","response":{"status":429,"headers":{"Retry-After":"5","RateLimit-Reason":"jira-burst-based"},"body":""}}"#,
        right: r#"{"site":"https://acme.atlassian.net","request":{"method":"GET","url":"https://acme.atlassian.net/rest/api/3/myself"},"response":{"status":200,"body":"{\"accountId\":\"712020:x\",\"active\":true}"}}"#,
    },
};

fn weigh(facts: &Facts, score: &mut Score) {
    score.message(prose!(
        "The credentials aren't the problem: too many calls were made in a short time."
    ));
    // jira-facts.md 4.6 and 11 #50 to #52, #62.
    let slow_down = facts.exchanges.iter().find(|x| x.status == Some(429));
    if let Some(exchange) = slow_down {
        score
            .reason(
                weight::PROOF + weight::HINT,
                prose!("The status 429 means: too many calls in a short time."),
            )
            .at(exchange);
    }
    // jira-facts.md 4.6: a good answer names the limits, too.
    if matches!(facts.status(), Some(200..=299)) {
        return;
    }
    if let Some(hit) = facts.any_hit(&[Signature::RateLimited, Signature::TooManyRequests]) {
        let why = prose!("The answer says that a limit was reached.");
        score.reason(weight::PROOF, why).at(hit);
    }
    if let Some(step) = when_to_try_again(facts) {
        score.first_step(step);
    }
    if let Some(why) = which_limit(facts) {
        score.reason(0, why);
    }
    let waits = facts.header("retry-after").is_some();
    if score.is_empty() && facts.status() == Some(503) && waits {
        score.reason(
            weight::HINT,
            prose!("The answer says how long to wait, as it does where calls come too fast."),
        );
    }
}

/// jira-facts.md 4.6: `Retry-After` in seconds or as a date, `X-RateLimit-Reset` as a date, and the new headers' `t=600`.
fn when_to_try_again(facts: &Facts) -> Option<Prose> {
    let text = |name| facts.header(name).map(str::trim);
    let is_number = |text: &&str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let of_policy = |policy: &'_ str| {
        let mut parts = policy.split(';').map(str::trim);
        parts.find_map(|part| part.strip_prefix("t=").map(str::to_owned))
    };
    let after = text("retry-after");
    let seconds = after.filter(is_number).map(str::to_owned);
    let seconds = seconds.or_else(|| of_policy(text("beta-ratelimit")?));
    let seconds = seconds.or_else(|| of_policy(text("ratelimit")?));
    if let Some(seconds) = seconds.filter(|text| is_number(&text.as_str())) {
        return Some(prose!("Wait {seconds} seconds, then try once.", seconds));
    }
    let time = after.or_else(|| text("x-ratelimit-reset"))?;
    let is_time = |b: u8| b.is_ascii_alphanumeric() || b" ,:.+-".contains(&b);
    let is_plain = time.len() <= 40 && time.bytes().all(is_time);
    is_plain.then(|| prose!("Wait until {time}, then try once.", time))
}

/// jira-facts.md 4.6: `RateLimit-Reason`.
fn which_limit(facts: &Facts) -> Option<Prose> {
    let reason = facts.header("ratelimit-reason")?.trim();
    Some(match reason {
        "jira-burst-based" => prose!("Too many calls came within seconds."),
        "jira-quota-global-based" => {
            prose!("The app has used up its quota of this hour, over all sites.")
        }
        "jira-quota-tenant-based" => {
            prose!("The app has used up its quota of this hour for this site.")
        }
        "jira-per-issue-on-write" => prose!("One issue was written too often in a short time."),
        _ => return None,
    })
}
