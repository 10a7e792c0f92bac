//! The single call for curl, really run: in each shell that people have, with hostile names and tokens, through curl itself.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod support;

use std::collections::BTreeSet;
use std::fs;
use std::process::Command;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use jira_doctor::read::account::{self, AccountKind};
use jira_doctor::read::site::url_crate_host;
use jira_doctor::{Evidence, SnippetForm, snippet};

use support::hostile::{PARTS, hostile};
use support::programs::{Programs, is_here};
use support::server::{Server, answer};

const SHELLS: [&str; 5] = ["dash", "bash", "busybox", "mksh", "zsh"];

/// A shell by its name, or the program that has one in it.
fn shell(name: &str) -> Command {
    let mut command = Command::new(name);
    if name == "busybox" {
        command.arg("sh");
    }
    command
}

fn call(site: &str, user: &str) -> String {
    let given = Evidence {
        site: Some(site.to_owned()),
        email: Some(user.to_owned()),
        ..Evidence::default()
    };
    snippet(&given, SnippetForm::Curl, url_crate_host)
}

/// A call for each hostile name that a header can carry, with the name and a hostile token.
fn calls() -> Vec<(String, String, String)> {
    let users: BTreeSet<String> = hostile()
        .map(|name| account::read(&name))
        .filter(|account| matches!(account.kind, AccountKind::Email | AccountKind::UserName))
        .map(|account| account.normal)
        .filter(|user| !user.contains(|c: char| c == ':' || c.is_control()))
        .collect();
    let tokens = PARTS.iter().cycle().zip(PARTS.iter().cycle().skip(1));
    let tokens = tokens.map(|(a, b)| [a, "Zx9 Wv4", b].concat());
    let calls = users.into_iter().zip(tokens).map(|(user, token)| {
        let call = call("https://jira.acme.example", &user);
        (call, user, token)
    });
    calls.collect()
}

/// What curl is told in each shell, which must be the same in all.
fn configurations(calls: &[(String, String, String)]) -> String {
    let mut told = BTreeSet::new();
    for name in SHELLS.iter().filter(|name| is_here(name)) {
        // One process for all calls: a `curl` that prints what it reads.
        let programs = Programs::new(&["single-call-", name].concat());
        programs.add("curl", "exec cat");
        let lines = calls.iter().map(|(call, _, token)| {
            let token = token.replace('\'', r"'\''");
            ["JIRA_TOKEN='", &token, "'\n", call].concat()
        });
        let file = programs.0.join("calls");
        fs::write(&file, lines.collect::<String>()).unwrap();
        let output = shell(name)
            .arg(&file)
            .env("PATH", programs.path())
            .output()
            .unwrap();
        assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{name}");
        told.insert(String::from_utf8(output.stdout).unwrap());
    }
    assert_eq!(told.len(), 1, "the shells tell curl different things");
    told.pop_first().unwrap()
}

#[test]
fn curl_gets_the_name_and_the_token_as_they_are() {
    let calls = calls();
    assert!(calls.len() > 500, "{}", calls.len());
    let told = configurations(&calls);
    assert_eq!(told.lines().count(), calls.len());
    let server = Server::start(|_| answer("200 OK", "", ""));
    let address = format!("url = \"http://127.0.0.1:{}/\"", server.port);
    let asked: Vec<_> = told
        .lines()
        .map(|line| [line, "\n", &address, "\n"].concat())
        .collect();
    let programs = Programs::new("single-call-configuration");
    let file = programs.0.join("configuration");
    fs::write(&file, asked.join("next\n")).unwrap();
    let output = Command::new("curl").arg("-K").arg(&file).output().unwrap();
    assert!(output.status.success(), "{output:?}");
    let got: Vec<_> = server
        .asked()
        .iter()
        .map(|asked| asked.authorization.clone().unwrap())
        .collect();
    let given: Vec<_> = calls
        .iter()
        .map(|(_, user, token)| {
            let pair = [user, ":", token].concat();
            ["Basic ", &STANDARD.encode(pair)].concat()
        })
        .collect();
    assert_eq!(got, given);
}

/// Every program that the call starts tells its arguments to all users of a machine.
#[test]
fn no_argument_of_a_program_has_the_token() {
    const TOKEN: &str = "Sentinel7Kq2\"Zx9\\Wv4$Tn8";
    const TOLD: &str = r#"Sentinel7Kq2\"Zx9\\Wv4$Tn8""#;
    for name in SHELLS.iter().filter(|name| is_here(name)) {
        let programs = Programs::new(&["single-call-argv-", name].concat());
        let seen = programs.0.join("seen").display().to_string();
        // A shell with a program of its own in the place of one of these does not start any.
        for program in ["printf", "print", "echo", "cat", "env", "sed"] {
            let installed = ["exec /usr/bin/", program].concat();
            let text = format!("printf '%s\\n' {program} \"$@\" >>{seen}\n{installed} \"$@\"");
            programs.add(program, &text);
        }
        programs.add("curl", &format!("printf '%s\\n' curl \"$@\" >>{seen}\ncat"));
        let bearer = jira_doctor::sample::expand("{{service-account-token}}");
        let scoped = Evidence {
            site: Some(
                "https://api.atlassian.com/ex/jira/35273b54-3f06-40d2-880f-dd28cf8daafa".to_owned(),
            ),
            token: Some(bearer.as_str().into()),
            ..Evidence::default()
        };
        let header = snippet(&scoped, SnippetForm::Curl, url_crate_host);
        for (call, start) in [
            (call("https://jira.acme.example", "jdoe"), "user = \"jdoe:"),
            (header, "header = \"Authorization: Bearer "),
        ] {
            let output = shell(name)
                .args(["-c", &call])
                .env("PATH", programs.path())
                .env("JIRA_TOKEN", TOKEN)
                .output()
                .unwrap();
            let told = String::from_utf8(output.stdout).unwrap();
            assert_eq!(told, [start, TOLD, "\n"].concat(), "{name}");
        }
        let seen = programs.text("seen");
        assert!(seen.contains("curl\n"), "{name}: {seen}");
        assert!(!seen.contains("Sentinel"), "{name}: {seen}");
    }
}
