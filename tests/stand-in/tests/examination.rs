//! The examination, driven without a browser: in every scenario it names the cause that the scenario has.
//!
//! Once with all that a shell sees, once with what a page may see: not where a redirect leads, and only the headers that
//! every page may read.

mod client;

use std::fmt::Write;

use jira_doctor::read::site::url_crate_host;
use jira_doctor::{Diagnosis, Evidence, Examination, Failure, Profile, Response, Step};
use serde_json::Value;

use crate::client::{ask, try_ask};

/// The headers that a page may read of any answer.
const FOR_PAGES: [&str; 7] = [
    "cache-control",
    "content-language",
    "content-length",
    "content-type",
    "expires",
    "last-modified",
    "pragma",
];

/// Who asks.
#[derive(Clone, Copy, PartialEq)]
enum Driver {
    Shell,
    Page,
}

impl Driver {
    fn examine(self, scenario: &Value) -> Diagnosis {
        let evidence: Evidence = serde_json::from_value(scenario["evidence"].clone()).unwrap();
        let profile: Option<Profile> = serde_json::from_value(scenario["profile"].clone()).unwrap();
        let mut examination = Examination::new(evidence, profile, url_crate_host);
        while let Some(step) = examination.next() {
            examination.tell(self.call(&step));
        }
        examination.diagnosis()
    }

    fn call(self, step: &Step) -> Result<Response, Failure> {
        let mut headers = vec![("Accept", "application/json")];
        if let Some(header) = &step.authorization {
            headers.push(("Authorization", header.expose()));
        }
        let answer = try_ask("GET", &step.url, &headers);
        let mut answer = answer.map_err(|failure| match (self, failure) {
            // curl says what a browser does not: the reply is empty.
            (Self::Shell, Failure::Unreachable) => Failure::CutOff,
            (_, failure) => failure,
        })?;
        if self == Self::Page {
            if (300..400).contains(&answer.status) {
                return Err(Failure::Redirected);
            }
            answer
                .headers
                .retain(|name, _| FOR_PAGES.contains(&name.as_str()));
        }
        Ok(Response {
            status: Some(answer.status),
            headers: answer.headers,
            body: Some(answer.body),
        })
    }
}

#[test]
fn every_scenario_has_its_cause() {
    let scenarios = ask("GET", "https://127.0.0.1/scenarios", &[]).json();
    let mut table = String::new();
    let mut misses = 0;
    for scenario in scenarios.as_array().unwrap() {
        let name = scenario["name"].as_str().unwrap();
        for (driver, key) in [(Driver::Shell, "cause"), (Driver::Page, "causeInPage")] {
            let wanted = scenario[key].as_str();
            let diagnosis = driver.examine(scenario);
            let found = first(&diagnosis);
            let agrees = found.as_deref() == wanted;
            misses += usize::from(!agrees);
            let mark = if agrees { ' ' } else { '!' };
            writeln!(
                table,
                "{mark} {name:20} {key:11} {:28} {:28} {}",
                wanted.unwrap_or("-"),
                found.as_deref().unwrap_or("-"),
                diagnosis
                    .steps
                    .iter()
                    .map(|step| format!("{:?}", step.outcome).chars().next().unwrap())
                    .collect::<String>(),
            )
            .unwrap();
        }
    }
    println!("{table}");
    assert_eq!(misses, 0, "\n{table}");
}

/// The first cause of trouble.
fn first(diagnosis: &Diagnosis) -> Option<String> {
    let finding = serde_json::to_value(diagnosis.findings.first()?).unwrap();
    Some(finding["problem"].as_str().unwrap().to_owned())
}
