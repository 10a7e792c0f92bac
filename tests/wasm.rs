//! The core as WebAssembly: with the platform's own address parser as second opinion it says what it says natively.
#![cfg(target_arch = "wasm32")]

use jira_doctor::read::site::{self, SiteKind, url_crate_host};
use jira_doctor::{Evidence, diagnose, problems, sample};
use serde_json::Value;
use wasm_bindgen_test::wasm_bindgen_test;

fn platform_host(text: &str) -> Option<String> {
    web_sys::Url::new(text).ok().map(|url| url.hostname())
}

fn expand(value: &mut Value) {
    match value {
        Value::String(text) => *text = sample::expand(text).unwrap(),
        Value::Array(items) => items.iter_mut().for_each(expand),
        Value::Object(map) => map.values_mut().for_each(expand),
        _ => {}
    }
}

#[wasm_bindgen_test]
fn every_case_is_diagnosed_as_it_is_natively() {
    for file in [include_str!("cases/cases.jsonl"), include_str!("cases/transcripts.jsonl")] {
        for line in file.lines() {
            let mut case: Value = serde_json::from_str(line).unwrap();
            expand(&mut case["given"]);
            let evidence: Evidence = serde_json::from_value(case["given"].take()).unwrap();
            let here = diagnose(&evidence, platform_host);
            assert_eq!(here, diagnose(&evidence, url_crate_host), "{}", case["id"]);
        }
    }
}

#[wasm_bindgen_test]
fn every_example_is_diagnosed_as_it_is_natively() {
    for problem in problems() {
        for example in [problem.wrong, problem.right] {
            let mut value: Value = serde_json::from_str(example).unwrap();
            expand(&mut value);
            let evidence: Evidence = serde_json::from_value(value).unwrap();
            let here = diagnose(&evidence, platform_host);
            assert_eq!(here, diagnose(&evidence, url_crate_host), "{}", problem.id);
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
