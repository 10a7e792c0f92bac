//! Whatever is typed stays one value in the scripts and snippets: read back by the shells and languages themselves where they
//! are here, else by a reader written after their manuals.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod support;

use std::io::Write;
use std::process::{Command, Stdio};

use jira_doctor::read::account::{self, AccountKind};
use jira_doctor::read::site::url_crate_host;
use jira_doctor::{Evidence, Secret, Shell, SnippetForm, script, snippet};

use support::hostile::{PARTS, hostile};
use support::programs::{Programs, is_here, skipped};

fn evidence(site: &str, email: &str, keys: &str) -> Evidence {
    Evidence {
        site: Some(site.to_owned()),
        email: Some(email.to_owned()),
        project: Some(keys.to_owned()),
        issue: Some(keys.to_owned()),
        ..Evidence::default()
    }
}

/// The user that a script may carry.
fn carried(email: &str) -> String {
    let account = account::read(email);
    let usable = matches!(
        account.kind,
        AccountKind::Email
            | AccountKind::UserName
            | AccountKind::DisplayName
            | AccountKind::AccountId
    );
    if usable {
        account.normal
    } else {
        String::new()
    }
}

/// The script of every hostile name, where there is one, with the user that it must carry.
fn scripts(shell: Shell) -> Vec<(String, String)> {
    let mut scripts = Vec::new();
    let mut refused = 0;
    for name in hostile() {
        // As a key it would change more lines than one.
        let key = if shell == Shell::Cmd { "" } else { &name };
        let given = evidence("https://jira.acme.example", &name, key);
        match script(&given, shell, None, url_crate_host) {
            Ok(text) => scripts.push((carried(&name), text)),
            Err(why) => {
                assert!(why.starts_with("There is no command: "), "{why}");
                refused += 1;
            }
        }
    }
    assert!(
        scripts.len() > 1000 && refused < 100,
        "{} {refused}",
        scripts.len()
    );
    scripts
}

#[test]
fn a_posix_shell_reads_back_what_was_typed() {
    for shell in ["dash", "bash", "zsh", "mksh", "fish", "busybox"] {
        if !is_here(shell) {
            continue;
        }
        // One process for all: each script's `sh` is a program that prints what it was given.
        let programs = Programs::new(shell);
        let all = scripts(Shell::Sh);
        let text: String = all.iter().map(|(_, text)| text.as_str()).collect();
        let file = programs.0.join("all");
        std::fs::write(&file, text).unwrap();
        programs.add("sh", "printf '%s\\0%.40s\\0' \"$user\" \"$2\"");
        let mut command = Command::new(shell);
        if shell == "busybox" {
            command.arg("sh");
        }
        let output = command
            .arg(&file)
            .env("PATH", programs.path())
            .env("HOME", &programs.0)
            .output()
            .unwrap();
        assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{shell}");
        let printed = String::from_utf8(output.stdout).unwrap();
        let mut parts = printed.split_terminator('\0');
        for (user, _) in all {
            assert_eq!(parts.next(), Some(user.as_str()), "{shell}");
            assert_eq!(
                parts.next(),
                Some("# jira-doctor asks Jira: read-only GETs,"),
                "{shell}"
            );
        }
        assert_eq!(parts.next(), None);
    }
}

/// Every program that the command starts tells its arguments to all users of a machine.
#[test]
fn no_argument_of_a_program_has_the_token() {
    const TOKEN: &str = "Sentinel7Kq2\"Zx9\\Wv4$Tn8";
    let given = evidence("https://jira.acme.example", "jdoe", "");
    let text = script(&given, Shell::Sh, None, url_crate_host).unwrap();
    for shell in ["dash", "bash", "zsh", "mksh", "busybox"] {
        if !is_here(shell) {
            continue;
        }
        let programs = Programs::new(&["argv-", shell].concat());
        let seen = programs.0.join("seen").display().to_string();
        let tell = format!("printf '%s\\n' \"$@\" >>{seen}\n");
        let start = if shell == "busybox" {
            "exec busybox sh"
        } else {
            &*["exec ", shell].concat()
        };
        programs.add("sh", &[start, " \"$@\""].concat());
        for name in ["printf", "sed", "tail", "head", "tr", "cat", "echo"] {
            let real = ["/usr/bin/", name].concat();
            programs.add(name, &[&tell, "exec ", &real, " \"$@\""].concat());
        }
        // It sends back what it was told, as a hostile server would.
        let echo = format!("/usr/bin/tee -a {seen}.told\nprintf '\\n%s\\n401' \"$JIRA_TOKEN\"");
        programs.add("curl", &[&*tell, &echo].concat());
        let output = Command::new("dash")
            .args(["-c", &text])
            .env("PATH", programs.path())
            .env("JIRA_TOKEN", TOKEN)
            .output()
            .unwrap();
        let printed = String::from_utf8_lossy(&output.stdout);
        let errors = String::from_utf8_lossy(&output.stderr);
        let (told, seen) = (programs.text("seen.told"), programs.text("seen"));
        assert!(
            told.contains(r#"Sentinel7Kq2\"Zx9\\Wv4$Tn8"#),
            "{shell}: {told}{errors}"
        );
        assert!(
            seen.contains("-K") && !seen.contains("Sentinel"),
            "{shell}: {seen}"
        );
        assert!(
            printed.contains("[redacted]") && !printed.contains(TOKEN),
            "{shell}: {printed}"
        );
    }
}

/// Reads a text between apostrophes as PowerShell's tokenizer does: any of five signs ends it, two of them are one.
fn powershell(text: &str) -> (String, &str) {
    let is_quote = |c: char| matches!(c, '\'' | '\u{2018}'..='\u{201b}');
    let mut chars = text.char_indices().peekable();
    assert_eq!(chars.next().map(|(_, c)| c), Some('\''));
    let mut value = String::new();
    while let Some((at, c)) = chars.next() {
        if is_quote(c) && chars.next_if(|(_, next)| is_quote(*next)).is_none() {
            return (value, text.get(at + c.len_utf8()..).unwrap());
        }
        value.push(c);
    }
    panic!("nothing ends {text}");
}

#[test]
fn powershell_reads_back_what_was_typed() {
    let plain = script(
        &evidence("https://jira.acme.example", "jane", ""),
        Shell::PowerShell,
        None,
        url_crate_host,
    )
    .unwrap();
    let (head, rest) = plain.split_once("$user = 'jane'").unwrap();
    for (user, text) in scripts(Shell::PowerShell) {
        let behind = text
            .strip_prefix(head)
            .unwrap()
            .strip_prefix("$user = ")
            .unwrap();
        let (value, behind) = powershell(behind);
        assert_eq!(value, user);
        // What was typed changes nothing else, but for a project or an issue that it names.
        assert!(
            behind.ends_with(
                rest.split_once("$steps")
                    .unwrap()
                    .1
                    .split_once(")\n")
                    .unwrap()
                    .1
            )
        );
    }
}

#[test]
fn cmd_is_given_nothing_but_plain_text() {
    let plain = script(
        &evidence("https://jira.acme.example", "jane", ""),
        Shell::Cmd,
        None,
        url_crate_host,
    )
    .unwrap();
    let without: Vec<&str> = plain
        .lines()
        .filter(|line| !line.starts_with("set \"JIRA_EMAIL="))
        .collect();
    for (user, text) in scripts(Shell::Cmd) {
        let (set, rest): (Vec<&str>, Vec<&str>) = text
            .lines()
            .partition(|line| line.starts_with("set \"JIRA_EMAIL="));
        let is_plain = !user.is_empty()
            && user
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || b"@._+-".contains(&b));
        let expected = [format!("set \"JIRA_EMAIL={user}\"")];
        let expected: Vec<&str> = expected
            .iter()
            .map(String::as_str)
            .filter(|_| is_plain)
            .collect();
        assert_eq!(set, expected);
        assert_eq!(rest, without);
    }
}

#[test]
fn an_address_is_plain_in_every_shell() {
    for part in PARTS {
        let site = format!("https://jira.acme.example/ji{part}ra");
        let given = evidence(&site, "jane", "");
        for shell in Shell::ALL {
            let Ok(text) = script(&given, shell, None, url_crate_host) else {
                continue;
            };
            let at = text.find("https://jira.acme.example").unwrap();
            let end = text.get(at..).unwrap().find(['\'', '"']).unwrap();
            let address = text.get(at..at + end).unwrap();
            assert!(
                address
                    .bytes()
                    .all(|b| b.is_ascii_alphanumeric() || b"-._~:/%".contains(&b)),
                "{address}"
            );
            assert!(shell != Shell::Cmd || !address.contains('%'), "{address}");
        }
    }
}

#[test]
fn a_script_without_a_site_to_ask_is_refused_in_words() {
    for site in [
        "",
        "https://acme.atlassian.net.evil.example",
        "https://bitbucket.org/acme",
        "http://jira.acme.example",
        "jane@acme.example",
    ] {
        let given = evidence(site, "jane@acme.example", "");
        for shell in Shell::ALL {
            let why = script(&given, shell, None, url_crate_host).unwrap_err();
            assert!(
                why.starts_with("There is no command: ") && why.ends_with('.'),
                "{why}"
            );
        }
    }
}

#[test]
fn nothing_carries_the_token() {
    let token = jira_doctor::sample::expand("{{api-token}}");
    let with = |site: &str, email: &str| Evidence {
        token: Some(Secret::from(token.as_str())),
        ..evidence(site, email, &token)
    };
    let given = [
        with("acme.atlassian.net", "jane@acme.example"),
        with("https://jira.acme.example", &token),
        with("acme.atlassian.net", &format!("jane@acme.example:{token}")),
    ];
    for given in given {
        for shell in Shell::ALL {
            let text = script(&given, shell, None, url_crate_host).unwrap_or_default();
            assert!(!text.contains(&token), "{shell:?}");
        }
        for form in SnippetForm::ALL {
            assert!(
                !snippet(&given, form, url_crate_host).contains(&token),
                "{form:?}"
            );
        }
    }
}

/// What a program in Python makes of some texts, in their order.
fn python(program: &str, texts: &[String]) -> Vec<String> {
    let program = format!(
        "import ast,json,sys\nfor text in sys.argv[1:]:\n  sys.stdout.buffer.write(({program}).encode() + b'\\0')"
    );
    let output = Command::new("python3")
        .args(["-c", &program])
        .args(texts)
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let printed = String::from_utf8(output.stdout).unwrap();
    printed.split_terminator('\0').map(str::to_owned).collect()
}

#[test]
fn the_languages_read_back_what_was_typed() {
    const PYTHON: &str = "[x for x in ast.walk(ast.parse(text)) if isinstance(x, ast.Attribute) and x.attr == 'encode'][0].value.value";
    const MCP: &str = "json.loads(text)['mcpServers']['mcp-atlassian']['env']['JIRA_USERNAME']";
    let names: Vec<String> = PARTS
        .iter()
        .flat_map(|part| [format!("jane{part}"), format!("{part}jane@acme.example")])
        .collect();
    let user = |name: &String| {
        let account = account::read(name);
        let usable = matches!(account.kind, AccountKind::Email | AccountKind::UserName)
            && !account.normal.contains(':');
        if usable {
            account.normal
        } else {
            "YOUR_EMAIL".to_owned()
        }
    };
    let users: Vec<String> = names.iter().map(user).collect();
    let snippets = |form| -> Vec<String> {
        names
            .iter()
            .map(|name| {
                snippet(
                    &evidence("acme.atlassian.net", name, ""),
                    form,
                    url_crate_host,
                )
            })
            .collect()
    };
    assert_eq!(python(PYTHON, &snippets(SnippetForm::Python)), users);
    assert_eq!(python(MCP, &snippets(SnippetForm::Mcp)), users);
    // A shell may run the file of settings.
    for (user, settings) in users.iter().zip(snippets(SnippetForm::Env)) {
        let output = Command::new("dash")
            .args(["-c", &format!("{settings}printf %s \"$JIRA_EMAIL\"")])
            .output()
            .unwrap();
        let read = String::from_utf8(output.stdout).unwrap();
        assert!(read == *user || read == "YOUR_EMAIL", "{user}: {read}");
        assert!(output.stderr.is_empty(), "{user}");
    }
}

/// What the libraries for files of settings read back, each by a program that takes a list of files and prints a list of values.
#[test]
fn the_libraries_read_back_the_settings() {
    const NODE: &str = "const { parse } = require('./tests/node_modules/dotenv'); \
        const files = JSON.parse(require('fs').readFileSync(0)); \
        console.log(JSON.stringify(files.map((file) => parse(file).JIRA_EMAIL)))";
    const PYTHON: &str = "import io, json, sys, dotenv\n\
        print(json.dumps([dotenv.dotenv_values(stream=io.StringIO(file))['JIRA_EMAIL'] for file in json.load(sys.stdin)]))";
    let names = PARTS.iter().flat_map(|a| {
        PARTS.iter().flat_map(move |b| {
            [
                [a, "jane", b, "doe"].concat(),
                [a, b, "jane@acme.example"].concat(),
            ]
        })
    });
    let names: Vec<String> = names.collect();
    assert!(names.len() > 2000);
    let file = |name: &String| {
        snippet(
            &evidence("https://jira.acme.example", name, ""),
            SnippetForm::Env,
            url_crate_host,
        )
    };
    let files: Vec<String> = names.iter().map(file).collect();
    for (program, arguments) in [
        ("node", ["-e", NODE]),
        ("python3", ["-c", PYTHON]),
        ("/usr/bin/python3", ["-c", PYTHON]),
    ] {
        let Some(values) = read_by(program, arguments, &files) else {
            skipped(&["dotenv of ", program].concat());
            continue;
        };
        let mut written = 0;
        for (name, value) in names.iter().zip(&values) {
            if !value.starts_with("YOUR_") {
                assert_eq!(*value, carried(name), "{program}");
                written += 1;
            }
        }
        assert!(
            values.len() == names.len() && written > 500,
            "{program}: {written}"
        );
    }
}

/// The values that a program prints of some files; `None` where it or its library is not here.
fn read_by(program: &str, arguments: [&str; 2], files: &[String]) -> Option<Vec<String>> {
    let mut child = Command::new(program)
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .ok()?;
    let json = serde_json::to_vec(files).unwrap();
    // One that lacks its library does not listen.
    let _ = child.stdin.take().unwrap().write_all(&json);
    let output = child.wait_with_output().unwrap();
    output
        .status
        .success()
        .then(|| serde_json::from_slice(&output.stdout).unwrap())
}
