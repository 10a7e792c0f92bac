//! The core as WebAssembly: with the platform's own address parser as second opinion it says what it says natively.
#![cfg(target_arch = "wasm32")]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod support;

use jira_doctor::read::site::{self, SiteKind, url_crate_host};
use jira_doctor::{Evidence, diagnose, problems};
use serde_json::Value;
use wasm_bindgen_test::wasm_bindgen_test;

use support::evidence::{evidence, expanded};

fn platform_host(text: &str) -> Option<String> {
    web_sys::Url::new(text).ok().map(|url| url.hostname())
}

#[wasm_bindgen_test]
fn every_case_is_diagnosed_as_it_is_natively() {
    for file in [
        include_str!("cases/cases.jsonl"),
        include_str!("cases/transcripts.jsonl"),
    ] {
        for line in file.lines() {
            let case: Value = serde_json::from_str(line).unwrap();
            let evidence: Evidence = serde_json::from_value(expanded(&case["given"])).unwrap();
            let here = diagnose(&evidence, None, platform_host);
            assert_eq!(
                here,
                diagnose(&evidence, None, url_crate_host),
                "{}",
                case["id"]
            );
        }
    }
}

#[wasm_bindgen_test]
fn every_example_is_diagnosed_as_it_is_natively() {
    for problem in problems() {
        for example in [problem.page.wrong, problem.page.right] {
            let evidence = evidence(example);
            let here = diagnose(&evidence, None, platform_host);
            assert_eq!(
                here,
                diagnose(&evidence, None, url_crate_host),
                "{}",
                problem.id
            );
        }
    }
}

#[wasm_bindgen_test]
fn a_second_opinion_that_sees_another_host_keeps_an_address_from_being_cloud() {
    let elsewhere = |_: &str| Some("evil.example".to_owned());
    let nowhere = |_: &str| None;
    for second in [elsewhere as site::HostReader, nowhere] {
        let site = site::read("https://acme.atlassian.net", second);
        assert_ne!(site.kind, SiteKind::Cloud);
    }
}
