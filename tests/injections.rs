//! Shell text in every field: scripts and settings are really run, and nothing of it is executed.

#![cfg(unix)]
#![allow(
    clippy::unwrap_used,
    clippy::string_slice,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

use std::collections::BTreeSet;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;

use jira_doctor::read::site::url_crate_host;
use jira_doctor::{Evidence, Profile, Shell, SnippetForm, script, snippet};
use serde_json::Value;

/// A folder to run in, with a curl that asks nobody.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("jira-doctor-{}-{name}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).unwrap();
        let curl = path.join("curl");
        fs::write(&curl, "#!/bin/sh\nexec cat >/dev/null\n").unwrap();
        let mut rights = fs::metadata(&curl).unwrap().permissions();
        rights.set_mode(0o755);
        fs::set_permissions(&curl, rights).unwrap();
        Self(path)
    }

    /// Runs a text in a shell; gives the names of what lies in the folder afterwards.
    fn run(&self, shell: &str, text: &str) -> BTreeSet<String> {
        let before = self.names();
        fs::write(self.0.join("text"), text).unwrap();
        let paths = std::env::var("PATH").unwrap();
        let status = Command::new(shell)
            .arg("text")
            .current_dir(&self.0)
            .env("PATH", format!("{}:{paths}", self.0.display()))
            .env("JIRA_TOKEN", "x")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status();
        assert!(status.is_ok(), "no {shell}");
        let after = self.names();
        &after - &before
    }

    fn names(&self) -> BTreeSet<String> {
        let entries = fs::read_dir(&self.0).unwrap();
        let names = entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned());
        names.filter(|name| name != "text").collect()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// What the page would offer to run for a row, and the shells to run it in: the command and the single call start a shell of
/// their own; the settings are sourced by whichever there is.
fn offered(row: &Value) -> Vec<(String, &'static [&'static str])> {
    let evidence: Evidence = serde_json::from_value(row["evidence"].clone()).unwrap();
    let profile: Option<Profile> = serde_json::from_value(row["profile"].clone()).ok();
    let command = script(&evidence, Shell::Sh, profile.as_ref(), url_crate_host);
    let single = |form| snippet(&evidence, form, url_crate_host);
    let mut offered: Vec<(String, &[&str])> = vec![
        (single(SnippetForm::Curl), &["dash"]),
        (single(SnippetForm::Env), &["dash", "bash"]),
    ];
    offered.extend(command.ok().map(|text| (text, &["dash"] as &[&str])));
    offered
}

fn executed(rows: &[Value], name: &str) -> Vec<String> {
    let folder = Folder::new(name);
    let mut executed = Vec::new();
    for row in rows {
        for (text, shells) in offered(row) {
            for shell in shells {
                let new = folder.run(shell, &text);
                if !new.is_empty() {
                    executed.push(format!("{shell} made {new:?} of {row}"));
                    let made = new.iter().map(|name| folder.0.join(name));
                    made.for_each(|path| fs::remove_file(path).unwrap());
                }
            }
        }
    }
    executed
}

fn rows(name: &str) -> Vec<Value> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/probes/safety")
        .join(name);
    let text = fs::read_to_string(path).unwrap();
    text.lines()
        .map(|line| serde_json::from_str(&whole(line)).unwrap())
        .collect()
}

/// A line with the sign that a browser hands over in the place of half a surrogate pair.
fn whole(line: &str) -> String {
    if serde_json::from_str::<Value>(line).is_ok() {
        return line.to_owned();
    }
    let halves = ["8", "9", "a", "b", "c", "d", "e", "f"].map(|digit| ["\\ud", digit].concat());
    halves
        .iter()
        .fold(line.to_owned(), |text, half| text.replace(half, "\\uff"))
}

#[test]
fn no_text_of_a_field_is_executed() {
    let rows = [rows("injections.jsonl"), rows("dotenv.jsonl")].concat();
    let half = rows.len() / 2;
    let executed: Vec<String> = thread::scope(|scope| {
        let parts = [("a", &rows[..half]), ("b", &rows[half..])];
        let runs = parts.map(|(name, rows)| scope.spawn(move || executed(rows, name)));
        runs.into_iter()
            .flat_map(|run| run.join().unwrap())
            .collect()
    });
    assert!(executed.is_empty(), "{}", executed.join("\n"));
}

/// The probes would be seen: a shell that is given their text as it is runs it.
#[test]
fn what_is_executed_is_seen() {
    let folder = Folder::new("seen");
    assert!(!folder.run("dash", "x=$(touch PWN1)").is_empty());
}
