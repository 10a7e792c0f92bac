//! The cases of `tests/cases` are what they should be, and no diagnosis of one tells its secrets.

// A test may panic: that is how it fails. Clippy knows it of test functions, not of their helpers.
#![allow(clippy::unwrap_used, clippy::panic)]

mod support;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use jira_doctor::diagnose;
use jira_doctor::read::site::url_crate_host;

use support::secrets::{all_cases, collect, files, folder, placeholders, secrets};

#[test]
fn every_case_can_be_read_and_has_its_own_id() {
    let mut seen = BTreeMap::new();
    for case in all_cases() {
        *seen.entry(case.id).or_insert(0) += 1;
    }
    assert!(!seen.is_empty());
    seen.retain(|_, count| *count > 1);
    assert!(seen.is_empty(), "ids used more than once: {seen:?}");
}

/// The cases come from a folder that several projects share. Where it lies beside the checkout, ours are its copies.
#[test]
fn the_cases_are_those_of_the_shared_folder() {
    let shared = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/cases");
    if !shared.is_dir() {
        return;
    }
    for file in files(&shared) {
        let copy = folder().join(file.file_name().unwrap());
        assert!(
            fs::read(&file).unwrap() == fs::read(&copy).unwrap_or_default(),
            "{} is not what the shared folder has: copy it again",
            copy.display()
        );
    }
}

#[test]
fn no_diagnosis_tells_a_secret() {
    let mut told = Vec::new();
    for case in all_cases() {
        let diagnosis =
            serde_json::to_value(diagnose(&case.evidence, None, url_crate_host)).unwrap();
        let mut texts = String::new();
        collect(&diagnosis, &mut texts);
        for (name, secret) in secrets(&case) {
            if texts.contains(&secret) {
                told.push(format!("{}: {name}", case.id));
            }
        }
    }
    assert!(told.is_empty(), "told:\n{}", told.join("\n"));
}

#[test]
fn nested_placeholders_are_found() {
    assert_eq!(
        placeholders("Basic {{b64:a:{{password}}}} {{x"),
        ["{{b64:a:{{password}}}}", "{{password}}"]
    );
}
