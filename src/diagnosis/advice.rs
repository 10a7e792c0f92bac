//! What to do and where to read on, as far as both fit: no page of Cloud's for somebody with a server, and the other way round.

use super::setup;
use crate::evidence::{Deployment, Field};
use crate::facts::Facts;
use crate::link::Link;
use crate::problem::Problem;
use crate::prose::Prose;

/// What to do: here, then by the problem's page, then in the product, whose field may have another name.
pub(super) fn steps(
    problem: &Problem,
    facts: &Facts,
    field: Option<Field>,
    first: Option<Prose>,
) -> Vec<Prose> {
    let fitting = problem
        .steps
        .iter()
        .filter(|step| fits(of_step(step), facts));
    let by_page = fitting.map(|step| Prose::plain(step));
    let in_product = field.and_then(|field| setup::field_in_words(facts.profile?, field));
    first.into_iter().chain(by_page).chain(in_product).collect()
}

/// The official pages.
pub(super) fn links(problem: &Problem, facts: &Facts) -> Vec<Link> {
    let fitting = problem
        .links
        .iter()
        .filter(|link| fits(of_link(link), facts));
    fitting.copied().collect()
}

fn fits(audience: Option<Deployment>, facts: &Facts) -> bool {
    match audience {
        Some(Deployment::Cloud) => !facts.is_server(),
        Some(Deployment::DataCenter) => !facts.is_cloud(),
        None => true,
    }
}

/// Whom a step is for: it says so in its first words, or names a page that Cloud alone has.
fn of_step(step: &str) -> Option<Deployment> {
    const SERVER: [&str; 5] = [
        "On Data Center",
        "On your own server",
        "On a server",
        "For Jira Data Center",
        "For a personal access token on Data Center",
    ];
    const CLOUD: [&str; 3] = [
        "On Jira Cloud",
        "For Jira Cloud",
        "For an API token on Jira Cloud",
    ];
    let begins = |words: &[&str]| words.iter().any(|words| step.starts_with(words));
    if begins(&SERVER) {
        Some(Deployment::DataCenter)
    } else if begins(&CLOUD) || step.contains("API tokens page") {
        Some(Deployment::Cloud)
    } else {
        None
    }
}

fn of_link(link: &Link) -> Option<Deployment> {
    const CLOUD: [&str; 3] = ["//id.atlassian.com/", "//support.atlassian.com/", "/cloud/"];
    if link.title.contains("Data Center") {
        Some(Deployment::DataCenter)
    } else if CLOUD.iter().any(|part| link.url.contains(part)) {
        Some(Deployment::Cloud)
    } else {
        None
    }
}
