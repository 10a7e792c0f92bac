use std::fmt::Write;

use super::*;
use crate::read::site::url_crate_host;
use crate::sample::expand;

/// Prints what was found in the pasted texts of all case files, to be looked at by eye.
#[test]
#[ignore = "for people"]
fn shows_what_the_case_files_give() {
    let mut shown = String::new();
    for file in ["cases", "transcripts"] {
        let path = format!("{}/tests/cases/{file}.jsonl", env!("CARGO_MANIFEST_DIR"));
        for line in std::fs::read_to_string(path).unwrap().lines() {
            let case: serde_json::Value = serde_json::from_str(line).unwrap();
            let Some(text) = case["given"]["paste"].as_str() else {
                continue;
            };
            std::fs::write("/tmp/paste-now.txt", text).unwrap();
            let paste = read(&expand(text), url_crate_host);
            let head: String = text.chars().take(160).collect();
            writeln!(shown, "## {} {head:?}", case["id"]).unwrap();
            for x in &paste.exchanges {
                let names: Vec<_> = x
                    .headers
                    .0
                    .iter()
                    .take(3)
                    .map(|(n, _)| n.as_str())
                    .collect();
                let auth = x.sent.authorization.as_ref().map(|a| {
                    format!(
                        "{:?} {:?} {:?}",
                        a.scheme,
                        a.user,
                        a.flaws.iter().map(|f| f.kind).collect::<Vec<_>>()
                    )
                });
                writeln!(
                    shown,
                    "   {:?} {:?} {:?} {} headers {names:?} {:?} title {:?} {:?} {:?} {auth:?}",
                    x.sent.method,
                    x.sent.url,
                    x.status,
                    x.headers.0.len(),
                    x.body.form,
                    x.body.title,
                    x.body.messages,
                    x.body.content
                )
                .unwrap();
            }
        }
    }
    std::fs::write("/tmp/paste-cases.txt", shown).unwrap();
}
