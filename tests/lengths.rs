//! Any text of any length in any field is diagnosed within a frame of the page.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::time::Instant;

use jira_doctor::read::settings;
use jira_doctor::{Evidence, Field, diagnose};

const MEBIBYTE: usize = 1024 * 1024;

/// The fields that hold a text.
const FIELDS: [Field; 7] = [
    Field::Site,
    Field::Email,
    Field::Token,
    Field::Authorization,
    Field::Project,
    Field::Issue,
    Field::Paste,
];

/// What is hard for one reader or another, over and over.
const NASTY: [&str; 23] = [
    "a",
    " ",
    "\u{200b} ",
    "\u{a0}\u{feff}",
    "a@",
    "a@b.example ",
    "https://",
    "a:b@",
    "$(",
    "{{",
    "<%",
    "\"'",
    "Basic ",
    "Authorization: ",
    "ATATT3",
    "eyJ.",
    "amFuZTpo",
    "token=x\n",
    "WEB-1/",
    "\u{1f600}",
    "--- jira-doctor: myself: GET https://acme.atlassian.net/\n",
    "--- jira-doctor: myself: GET https://acme.atlassian.net/\ncurl: (6) x HTTP/1.1 200\n",
    "jira-doctor asks Jira\n--- jira-doctor: \n",
];

fn long(part: &str) -> String {
    part.repeat(MEBIBYTE / part.len())
}

/// Fails where one call takes longer than `most` milliseconds. Without optimisation, only that it returns counts.
fn in_time(what: &str, most: u128, call: impl Fn()) {
    // The best of some, for a machine does other things too.
    let rounds = if cfg!(debug_assertions) { 1 } else { 3 };
    let best = (0..rounds)
        .map(|_| {
            let before = Instant::now();
            call();
            before.elapsed().as_micros()
        })
        .min()
        .unwrap();
    assert!(
        cfg!(debug_assertions) || best <= most * 1000,
        "{what}: {best} µs"
    );
}

#[test]
fn a_mebibyte_in_any_field_is_diagnosed_at_once() {
    for part in NASTY {
        for (before, behind) in [("", ""), ("Basic ", ""), ("Bearer ", "\n"), ("\"", "\"")] {
            let text = [before, &long(part), behind].concat();
            for field in FIELDS {
                let mut evidence = Evidence::default();
                evidence.set_text(field, &text.as_str().into());
                in_time(&format!("{field:?} {before:?} {part:?}"), 30, || {
                    diagnose(&evidence, None, |_| None);
                });
            }
        }
    }
}

#[test]
fn a_mebibyte_in_the_box_is_read_quickly() {
    for part in NASTY {
        let text = long(part);
        in_time(&format!("box {part:?}"), 100, || {
            settings::read(&text);
        });
    }
}
