//! Whatever is typed stays one value in the scripts and snippets: read back by the shells and languages themselves where they
//! are here, else by a reader written after their manuals.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use std::path::Path;
use std::process::Command;

use jira_doctor::read::account::{self, AccountKind};
use jira_doctor::read::site::url_crate_host;
use jira_doctor::{Evidence, Secret, Shell, SnippetForm, script, snippet};

/// Parts that mean something to one shell or another.
const PARTS: [&str; 34] = [
    "'",
    "\"",
    "\\",
    "`",
    "$(id)",
    "$HOME",
    "${IFS}",
    "%PATH%",
    "%JIRA_TOKEN%",
    "!x",
    "!JIRA_TOKEN!",
    "^",
    "&calc",
    "|id",
    ";id",
    "<a",
    ">a",
    "\u{2018}",
    "\u{2019}",
    "\u{201a}",
    "\u{201b}",
    "\u{201c}",
    "\u{201d}",
    "\u{e9}",
    "\u{1f600}",
    "\u{202e}",
    "{{JIRA_TOKEN}}",
    "#",
    "*",
    "?",
    "~",
    "(",
    ")",
    "@acme.example",
];

/// Each part alone and each pair of them, around a name.
fn hostile() -> impl Iterator<Item = String> {
    let pairs = PARTS
        .iter()
        .flat_map(|a| PARTS.iter().map(move |b| [a, "jane", b].concat()));
    let alone = PARTS.iter().map(|part| (*part).to_owned());
    let odd = [
        "jane\nid",
        "jane\r",
        "jane\0x",
        "jane\u{1b}[2J",
        "jane\u{2028}id",
        "a:b",
        "\n'; id; '",
    ]
    .map(str::to_owned);
    alone.chain(pairs).chain(odd)
}

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

fn is_here(program: &str) -> bool {
    std::env::split_paths(&std::env::var_os("PATH").unwrap())
        .any(|path| path.join(program).is_file())
}

#[test]
fn a_posix_shell_reads_back_what_was_typed() {
    for shell in ["dash", "bash", "zsh", "fish", "busybox"] {
        if !is_here(shell) {
            assert!(!matches!(shell, "dash" | "bash"), "no {shell}");
            continue;
        }
        // One process for all: each script's `sh` is a program that prints what it was given.
        let folder = std::env::temp_dir().join(format!(
            "jira-doctor-quoting-{}-{shell}",
            std::process::id()
        ));
        std::fs::create_dir_all(&folder).unwrap();
        let all = scripts(Shell::Sh);
        let text: String = all.iter().map(|(_, text)| text.as_str()).collect();
        let file = folder.join("all");
        std::fs::write(&file, text).unwrap();
        let fake = "#!/bin/dash\nprintf '%s\\0%.40s\\0' \"$user\" \"$2\"\n";
        write_program(&folder.join("sh"), fake);
        let mut command = Command::new(shell);
        if shell == "busybox" {
            command.arg("sh");
        }
        let path = format!("{}:{}", folder.display(), std::env::var("PATH").unwrap());
        let output = command
            .arg(&file)
            .env("PATH", path)
            .env("HOME", &folder)
            .output()
            .unwrap();
        let _ = std::fs::remove_dir_all(&folder);
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

fn write_program(path: &Path, text: &str) {
    std::fs::write(path, text).unwrap();
    let mut rights = std::fs::metadata(path).unwrap().permissions();
    std::os::unix::fs::PermissionsExt::set_mode(&mut rights, 0o755);
    std::fs::set_permissions(path, rights).unwrap();
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
    for (user, curl) in users.iter().zip(snippets(SnippetForm::Curl)) {
        let command = curl.replace("| curl -sS -i -K -", "; :");
        let output = Command::new("dash")
            .args(["-c", &command])
            .env("JIRA_TOKEN", "a\"b\\c&'")
            .output()
            .unwrap();
        let escaped = user.replace('\\', "\\\\").replace('"', "\\\"");
        assert_eq!(
            String::from_utf8(output.stdout).unwrap(),
            format!("user = \"{escaped}:a\\\"b\\\\c&'\"\n")
        );
    }
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
