//! Any text of any length in any field is diagnosed. How the work grows with the length is counted in `tests/node/work.test.mjs`.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use jira_doctor::read::settings;
use jira_doctor::{Evidence, Field, Response, diagnose, redact, sample};
use serde::Deserialize;

const LENGTH: usize = 64 * 1024;

/// A text of any length: `front`, then `unit` over and over, encoded `base64` times.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Family {
    front: String,
    #[serde(alias = "part")]
    unit: String,
    base64: usize,
}

impl Family {
    fn text(&self) -> String {
        let unit = sample::expand(&self.unit);
        let filled = unit.repeat(LENGTH / unit.len());
        let encoded = (0..self.base64).fold(filled, |text, _| STANDARD.encode(text));
        [self.front.as_str(), &encoded].concat()
    }
}

#[test]
fn a_long_text_in_any_place_is_diagnosed() {
    let families = include_str!("families.jsonl").lines();
    for line in families.chain(include_str!("probes/safety/slow.jsonl").lines()) {
        let text = serde_json::from_str::<Family>(line).unwrap().text();
        for field in Field::TEXTS {
            let mut evidence = Evidence::default();
            evidence.set_text(field, &text.as_str().into());
            diagnose(&evidence, None, |_| None);
        }
        redact(&text);
        settings::read(&text);
        let response = Response {
            status: Some(200),
            body: Some(text),
            ..Response::default()
        };
        let evidence = Evidence {
            response: Some(response),
            ..Evidence::default()
        };
        diagnose(&evidence, None, |_| None);
    }
}
