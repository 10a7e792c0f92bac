//! What to do and where to read on, as far as both fit: no page of Cloud's for somebody with a server, and the other way round.

use super::setup;
use crate::advice::Advice;
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
    let by_page = fitting(problem.steps, facts).map(Prose::plain);
    let in_product = field.and_then(|field| setup::field_in_words(facts.profile?, field));
    first.into_iter().chain(by_page).chain(in_product).collect()
}

/// The official pages.
pub(super) fn links(problem: &Problem, facts: &Facts) -> Vec<Link> {
    fitting(problem.links, facts).collect()
}

fn fitting<T: Copy>(advice: &[Advice<T>], facts: &Facts) -> impl Iterator<Item = T> {
    let (no_cloud, no_server) = (facts.is_server(), facts.is_cloud());
    let fits = move |on| match on {
        Some(Deployment::Cloud) => !no_cloud,
        Some(Deployment::DataCenter) => !no_server,
        None => true,
    };
    let advice = advice.iter().filter(move |advice| fits(advice.on));
    advice.map(|advice| advice.what)
}
