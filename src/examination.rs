//! The examination: asks Jira step by step, with read-only GETs, and does no I/O itself. A browser's fetch drives it, a
//! script is written from the same course, tests drive it with recorded answers.

use crate::diagnosis::{Diagnosis, diagnose};
use crate::evidence::{Call, Evidence, Failure, Request, Response, SentScheme};
use crate::facts::{Facts, HostReader};
use crate::net::UrlParts;
use crate::profile::Profile;
use crate::secret::Secret;
use crate::steps::{self, Course, StepName};
use crate::veil::Veil;

/// The next call: a GET, and nothing but a GET.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// Its name.
    pub name: StepName,
    /// The whole address, at Jira itself.
    pub url: String,
    /// The whole value of the `Authorization` header; `None` for a call without a credential.
    pub authorization: Option<Secret>,
}

/// The examination, as far as it went.
///
/// ```
/// use jira_doctor::{Evidence, Examination, Response, read::site::url_crate_host};
///
/// let evidence = Evidence { site: Some("acme.atlassian.net".into()), ..Evidence::default() };
/// let mut examination = Examination::new(evidence, None, url_crate_host);
/// while let Some(step) = examination.next() {
///     assert_eq!(step.url, "https://acme.atlassian.net/rest/api/3/serverInfo");
///     let body = Some(r#"{"deploymentType":"Cloud"}"#.into());
///     examination.tell(Ok(Response { status: Some(200), body, ..Response::default() }));
/// }
/// assert_eq!(examination.diagnosis().steps[1].text, "Not asked: no token was typed.");
/// ```
#[derive(Debug)]
pub struct Examination {
    evidence: Evidence,
    profile: Option<Profile>,
    platform_host: HostReader,
    /// Who may get the header. Nothing that comes back adds to them.
    hosts: Vec<String>,
    next: Option<(Step, Option<SentScheme>)>,
}

/// The longest body that is read, in bytes. No answer to these questions is nearly as long.
pub const LONGEST_BODY: usize = 1024 * 1024;

impl Examination {
    /// An examination of what was typed. What was pasted before is left out: it was another attempt.
    pub fn new(evidence: Evidence, profile: Option<Profile>, platform_host: HostReader) -> Self {
        let evidence = Evidence {
            request: None,
            response: None,
            paste: None,
            calls: Vec::new(),
            ..evidence
        };
        let mut examination = Self {
            evidence,
            profile,
            platform_host,
            hosts: Vec::new(),
            next: None,
        };
        examination.hosts = Course::of(&examination.facts()).hosts();
        examination.next = examination.decide();
        examination
    }

    /// The next call; `None` when the rest cannot say more.
    pub fn next(&self) -> Option<Step> {
        self.next.as_ref().map(|(step, _)| step.clone())
    }

    /// Takes what came of the call that [`Examination::next`] gave.
    pub fn tell(&mut self, outcome: Result<Response, Failure>) {
        let Some((step, scheme)) = self.next.take() else {
            return;
        };
        let (response, failure) = match outcome {
            Ok(response) if is_too_large(&response) => (None, Some(Failure::TooLarge)),
            Ok(response) => (Some(self.without_secret(response)), None),
            Err(failure) => (None, Some(failure)),
        };
        let request = Request {
            method: Some("GET".to_owned()),
            url: Some(step.url),
        };
        self.evidence.calls.push(Call {
            request,
            scheme,
            response,
            failure,
        });
        self.next = self.decide();
    }

    /// The hosts that get the header, if any does. They are known before the first call, and no other ever gets it.
    pub fn hosts(&self) -> &[String] {
        &self.hosts
    }

    /// The diagnosis of what was typed and of what came back so far.
    pub fn diagnosis(&self) -> Diagnosis {
        diagnose(&self.evidence, self.profile.as_ref(), self.platform_host)
    }

    /// The calls so far.
    pub fn calls(&self) -> &[Call] {
        &self.evidence.calls
    }

    fn decide(&self) -> Option<(Step, Option<SentScheme>)> {
        // Each step once, whatever comes back.
        if self.evidence.calls.len() >= StepName::ALL.len() {
            return None;
        }
        let facts = self.facts();
        let (name, ask) = Course::of(&facts).next()?;
        let authorization = match ask.scheme {
            Some(_) => Some(steps::header(&facts).filter(|_| self.is_named(&ask.url))?),
            None => None,
        };
        let step = Step {
            name,
            url: ask.url,
            authorization,
        };
        Some((step, ask.scheme))
    }

    /// The veil over everything that is told of the typed evidence and of the calls.
    pub(crate) fn veil(&self) -> Veil {
        Veil::of(&self.facts())
    }

    fn facts(&self) -> Facts<'_> {
        Facts::read(&self.evidence, self.profile.as_ref(), self.platform_host)
    }

    /// Whether the address is on a host that was named before the first call.
    fn is_named(&self, url: &str) -> bool {
        let parts = UrlParts::of(url);
        self.hosts.contains(&[parts.host, parts.port].concat())
    }

    /// Takes out what a server, or whoever stands before it, sends back of the credential: nothing of an answer may carry it.
    fn without_secret(&self, mut response: Response) -> Response {
        let veil = self.veil();
        for text in response.headers.values_mut().chain(&mut response.body) {
            *text = veil.hide(std::mem::take(text));
        }
        response
    }
}

fn is_too_large(response: &Response) -> bool {
    let body = response.body.as_ref().map_or(0, String::len);
    let headers: usize = response
        .headers
        .iter()
        .map(|(name, value)| name.len() + value.len())
        .sum();
    body > LONGEST_BODY || headers > LONGEST_BODY
}
