//! The generated script for POSIX shells, really run: in several shells, against a server on 127.0.0.1, through a `curl` that
//! writes down its arguments.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod support;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use jira_doctor::read::exchange::{Content, Exchange};
use jira_doctor::read::site::url_crate_host;
use jira_doctor::{Evidence, Facts, Failure, SentScheme, Shell, sample, script};
use support::evidence::evidence;
use support::server::{Asked, Server, answer, json};

const CLOUD_ID: &str = "35273b54-3f06-40d2-880f-dd28cf8daafa";
const SERVER_INFO: &str =
    r#"{"baseUrl":"https://acme.atlassian.net","version":"1001.0.0","deploymentType":"Cloud"}"#;
const MYSELF: &str = r#"{"accountId":"5b10a2844c20165700ede21g","accountType":"atlassian","active":true,"emailAddress":"jane@acme.example"}"#;
const REFUSED: &str = "Client must be authenticated to access this resource.";

/// Where a shell finds its `sh` and its `curl`, and where what is seen is written down.
struct Place {
    folder: PathBuf,
}

/// A shell that the command is pasted into, and the one that its `sh` is.
#[derive(Clone, Copy, Debug)]
struct Shells {
    outer: &'static str,
    inner: &'static str,
}

/// Debian's own shells must be there; the others are used where they are.
const SHELLS: [Shells; 6] = [
    Shells {
        outer: "dash",
        inner: "dash",
    },
    Shells {
        outer: "bash",
        inner: "bash",
    },
    Shells {
        outer: "zsh",
        inner: "dash",
    },
    Shells {
        outer: "fish",
        inner: "bash",
    },
    Shells {
        outer: "dash",
        inner: "busybox",
    },
    Shells {
        outer: "bash",
        inner: "zsh",
    },
];

fn find(program: &str) -> Option<PathBuf> {
    let paths = std::env::var_os("PATH")?;
    std::env::split_paths(&paths)
        .map(|path| path.join(program))
        .find(|path| path.is_file())
}

impl Place {
    fn new(name: &str, shells: Shells, server: &Server) -> Option<Self> {
        let (outer, inner) = (find(shells.outer), find(shells.inner));
        let must = |shell: &str| matches!(shell, "dash" | "bash");
        assert!(
            outer.is_some() || !must(shells.outer),
            "no {}",
            shells.outer
        );
        assert!(
            inner.is_some() || !must(shells.inner),
            "no {}",
            shells.inner
        );
        let (_, inner) = (outer?, inner?);
        let folder = std::env::temp_dir().join(format!(
            "jira-doctor-{}-{name}-{}-{}",
            std::process::id(),
            shells.outer,
            shells.inner
        ));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        std::os::unix::fs::symlink(inner, folder.join("sh")).unwrap();
        let place = Self { folder };
        // It changes https to http and leads every host to the server; the rest is curl's own work.
        let curl = find("curl").unwrap();
        let fake = format!(
            "#!/bin/sh\nprintf '%s\\n' \"$*\" >>{log}\nsed 's|^url = \"https:|url = \"http:|' | exec {curl} \"$@\" --connect-to ::127.0.0.1:{port}\n",
            log = place.folder.join("arguments").display(),
            curl = curl.display(),
            port = server.port,
        );
        let path = place.folder.join("curl");
        fs::write(&path, fake).unwrap();
        let mut rights = fs::metadata(&path).unwrap().permissions();
        std::os::unix::fs::PermissionsExt::set_mode(&mut rights, 0o755);
        fs::set_permissions(&path, rights).unwrap();
        Some(place)
    }

    /// Runs the command with the token in the environment, and gives what it prints.
    fn run(&self, shells: Shells, command: &str, token: &str) -> String {
        let file = self.folder.join("command");
        fs::write(&file, command).unwrap();
        let paths = std::env::var("PATH").unwrap();
        let (watch, seen) = watch(token);
        let output = Command::new(shells.outer)
            .arg(&file)
            .env("PATH", format!("{}:{paths}", self.folder.display()))
            .env("HOME", &self.folder)
            .env("JIRA_TOKEN", token)
            .env_remove("JIRA_EMAIL")
            .stdin(Stdio::null())
            .output()
            .unwrap();
        watch.store(false, Ordering::Relaxed);
        assert!(
            !seen.join().unwrap(),
            "{shells:?}: the token was an argument"
        );
        let errors = String::from_utf8(output.stderr).unwrap();
        assert_eq!(errors, "", "{shells:?}");
        let arguments = fs::read_to_string(self.folder.join("arguments")).unwrap();
        assert!(arguments.lines().all(|line| line == "-K -"), "{arguments}");
        let printed = String::from_utf8(output.stdout).unwrap();
        assert!(
            !printed.contains(token),
            "{shells:?}: the token was printed"
        );
        assert!(
            printed.ends_with("--- jira-doctor: end\n"),
            "{shells:?}: {printed}"
        );
        assert!(no_file_holds(&self.folder, token));
        printed
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

fn no_file_holds(folder: &Path, token: &str) -> bool {
    fs::read_dir(folder).unwrap().all(|entry| {
        let path = entry.unwrap().path();
        path.is_symlink()
            || !fs::read_to_string(&path)
                .unwrap_or_default()
                .contains(token)
    })
}

/// Looks through the arguments of every process, over and over, while the command runs.
fn watch(token: &str) -> (Arc<AtomicBool>, thread::JoinHandle<bool>) {
    let running = Arc::new(AtomicBool::new(true));
    let (go_on, token) = (Arc::clone(&running), token.to_owned());
    let seen = thread::spawn(move || {
        let mut seen = false;
        while go_on.load(Ordering::Relaxed) {
            for entry in fs::read_dir("/proc").unwrap().flatten() {
                let arguments = fs::read(entry.path().join("cmdline")).unwrap_or_default();
                seen |= String::from_utf8_lossy(&arguments).contains(&token);
            }
        }
        seen
    });
    (running, seen)
}

/// What the page reads when the whole terminal is pasted: prompt, command and output.
fn read(given: &Evidence, command: &str, printed: &str) -> Vec<Exchange> {
    let paste = format!("jane@host:~$ {command}{printed}jane@host:~$ ");
    let evidence = Evidence {
        paste: Some(paste.as_str().into()),
        ..given.clone()
    };
    Facts::read(&evidence, None, url_crate_host).exchanges
}

/// Endpoint, host, scheme, status and failure of each exchange.
fn told(exchanges: &[Exchange]) -> Vec<String> {
    let tell = |x: &Exchange| {
        let scheme = match x.sent.scheme {
            Some(SentScheme::Basic) => "basic",
            Some(SentScheme::Bearer) => "bearer",
            None => "none",
        };
        let status = x
            .status
            .map_or_else(|| format!("{:?}", x.failure), |status| status.to_string());
        let host = x.sent.site.as_ref().and_then(|site| site.host.as_deref());
        format!(
            "{:?} {} {scheme} {status}",
            x.sent.endpoint,
            host.unwrap_or_default()
        )
    };
    exchanges.iter().map(tell).collect()
}

/// Runs the command in every shell, and checks what is read of it.
fn everywhere(
    name: &str,
    given: &Evidence,
    token: &str,
    course: fn(&Asked) -> Vec<u8>,
    expected: &[&str],
) -> Vec<Exchange> {
    let command = script(given, Shell::Sh, None, url_crate_host).unwrap();
    let mut last = Vec::new();
    for shells in SHELLS {
        let server = Server::start(course);
        let Some(place) = Place::new(name, shells, &server) else {
            continue;
        };
        let printed = place.run(shells, &command, token);
        last = read(given, &command, &printed);
        assert_eq!(told(&last), expected, "{shells:?}\n{printed}");
        // The credential goes along with no public step, and with every other.
        for asked in server.asked() {
            let public =
                asked.path.ends_with("/serverInfo") || asked.path.ends_with("/tenant_info");
            assert_eq!(asked.authorization.is_none(), public, "{asked:?}");
        }
    }
    last
}

fn jane() -> Evidence {
    evidence(
        r#"{"site":"acme.atlassian.net","email":"jane@acme.example","project":"WEB","issue":"WEB-12","answers":{"product":"confluence"}}"#,
    )
}

fn api_token() -> String {
    sample::expand("{{api-token}}")
}

/// A site that takes the token.
fn good(asked: &Asked) -> Vec<u8> {
    let path = asked.path.as_str();
    if path.ends_with("/serverInfo") {
        return answer(
            "200 OK",
            "Content-Type: application/json\r\nset-cookie: atlassian.xsrf.token=hidden\r\n",
            SERVER_INFO,
        );
    }
    if path.ends_with("/myself") {
        return json("200 OK", MYSELF);
    }
    if path.contains("/mypermissions?") {
        return json(
            "200 OK",
            r#"{"permissions":{"BROWSE_PROJECTS":{"key":"BROWSE_PROJECTS","havePermission":true}}}"#,
        );
    }
    if path.ends_with("/project/WEB") {
        return json(
            "200 OK",
            r#"{"id":"10000","key":"WEB","self":"https://acme.atlassian.net/rest/api/3/project/10000","projectTypeKey":"software"}"#,
        );
    }
    if path.contains("/issue/") {
        return json("200 OK", r#"{"id":"10012","key":"WEB-12","fields":{}}"#);
    }
    json(
        "200 OK",
        r#"{"type":"known","accountId":"5b10a2844c20165700ede21g"}"#,
    )
}

#[test]
fn a_good_token_goes_through_every_step() {
    let exchanges = everywhere(
        "good",
        &jane(),
        &api_token(),
        good,
        &[
            "ServerInfo acme.atlassian.net none 200",
            "Myself acme.atlassian.net basic 200",
            "MyPermissions acme.atlassian.net basic 200",
            "MyPermissions acme.atlassian.net basic 200",
            "Project acme.atlassian.net basic 200",
            "Issue acme.atlassian.net basic 200",
            "Confluence acme.atlassian.net basic 200",
        ],
    );
    assert!(
        exchanges
            .iter()
            .all(|x| x.headers.get("set-cookie").is_none())
    );
    assert!(
        matches!(&exchanges[1].body.content, Content::Account { id, .. } if id == "5b10a2844c20165700ede21g")
    );
}

/// A site that refuses, and a gateway that takes the token.
fn scoped(asked: &Asked) -> Vec<u8> {
    if asked.path.ends_with("/tenant_info") {
        return json("200 OK", &format!(r#"{{"cloudId":"{CLOUD_ID}"}}"#));
    }
    if asked.host == "acme.atlassian.net" && !asked.path.ends_with("/serverInfo") {
        let headers =
            "Content-Type: application/json\r\nX-Seraph-LoginReason: AUTHENTICATED_FAILED\r\n";
        return answer("401 Unauthorized", headers, REFUSED);
    }
    good(asked)
}

#[test]
fn a_token_with_scopes_is_asked_at_the_gateway() {
    everywhere(
        "scoped",
        &jane(),
        &api_token(),
        scoped,
        &[
            "ServerInfo acme.atlassian.net none 200",
            "Myself acme.atlassian.net basic 401",
            "TenantInfo acme.atlassian.net none 200",
            "Myself api.atlassian.com basic 200",
            "MyPermissions api.atlassian.com basic 200",
            "MyPermissions api.atlassian.com basic 200",
            "Project api.atlassian.com basic 200",
            "Issue api.atlassian.com basic 200",
            "Confluence api.atlassian.com basic 200",
        ],
    );
}

#[test]
fn a_service_accounts_token_goes_to_the_gateway_alone_and_wants_no_user() {
    let given = evidence(r#"{"site":"acme.atlassian.net"}"#);
    let token = sample::expand("{{service-account-token}}");
    everywhere(
        "service",
        &given,
        &token,
        scoped,
        &[
            "ServerInfo acme.atlassian.net none 200",
            "TenantInfo acme.atlassian.net none 200",
            "Myself api.atlassian.com bearer 200",
            "MyPermissions api.atlassian.com bearer 200",
        ],
    );
}

#[test]
fn a_wrong_token_ends_at_the_gateway() {
    fn wrong(asked: &Asked) -> Vec<u8> {
        if asked.host == "api.atlassian.com" {
            return json(
                "401 Unauthorized",
                r#"{"code":401,"message":"Unauthorized"}"#,
            );
        }
        scoped(asked)
    }
    everywhere(
        "wrong",
        &jane(),
        &api_token(),
        wrong,
        &[
            "ServerInfo acme.atlassian.net none 200",
            "Myself acme.atlassian.net basic 401",
            "TenantInfo acme.atlassian.net none 200",
            "Myself api.atlassian.com basic 401",
        ],
    );
}

#[test]
fn no_token_is_sent_where_jira_does_not_live() {
    fn elsewhere(_: &Asked) -> Vec<u8> {
        answer("302 Found", "Location: https://acme.example/login\r\n", "")
    }
    fn portal(_: &Asked) -> Vec<u8> {
        answer(
            "200 OK",
            "Content-Type: text/html\r\n",
            "<html><title>Welcome</title></html>",
        )
    }
    everywhere(
        "elsewhere",
        &jane(),
        &api_token(),
        elsewhere,
        &["ServerInfo acme.atlassian.net none 302"],
    );
    everywhere(
        "portal",
        &jane(),
        &api_token(),
        portal,
        &["ServerInfo acme.atlassian.net none 200"],
    );
}

/// A server of one's own, below a context path.
fn server(asked: &Asked) -> Vec<u8> {
    if asked.path == "/jira/rest/api/2/serverInfo" {
        return json(
            "200 OK",
            r#"{"baseUrl":"https://jira.acme.example/jira","version":"10.3.0","deploymentType":"Server"}"#,
        );
    }
    if asked.path == "/jira/rest/api/2/myself" {
        return json(
            "200 OK",
            r#"{"key":"JIRAUSER10000","name":"jane","active":true}"#,
        );
    }
    good(asked)
}

#[test]
fn a_server_keeps_its_context_path_and_takes_bearer_for_its_own_tokens() {
    let given = evidence(r#"{"site":"https://jira.acme.example/jira","email":"jane"}"#);
    everywhere(
        "personal",
        &given,
        &sample::expand("{{dc-pat}}"),
        server,
        &[
            "ServerInfo jira.acme.example none 200",
            "Myself jira.acme.example bearer 200",
            "MyPermissions jira.acme.example bearer 200",
        ],
    );
    everywhere(
        "password",
        &given,
        r#"s3cret \" $(id) `id` %n '!"#,
        server,
        &[
            "ServerInfo jira.acme.example none 200",
            "Myself jira.acme.example basic 200",
            "MyPermissions jira.acme.example basic 200",
        ],
    );
}

#[test]
fn odd_answers_are_said_and_the_rest_is_kept() {
    fn odd(asked: &Asked) -> Vec<u8> {
        let path = asked.path.as_str();
        if path.contains("projectKey=") {
            // Longer than is read, and its length is not said.
            let mut long =
                b"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Type: application/json\r\n\r\n"
                    .to_vec();
            long.resize(10 * 1024 * 1024, b'x');
            return long;
        }
        if path.contains("/mypermissions") {
            return b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{\"permissions\":{\"BROWSE".to_vec();
        }
        if path.contains("/issue/") {
            let mut declared = answer("200 OK", "Content-Type: application/json\r\n", "");
            declared = String::from_utf8(declared)
                .unwrap()
                .replace("Length: 0", "Length: 10485760")
                .into_bytes();
            declared.resize(10 * 1024 * 1024, b'x');
            return declared;
        }
        if path.contains("/user/current") {
            return Vec::new();
        }
        good(asked)
    }
    let exchanges = everywhere(
        "odd",
        &jane(),
        &api_token(),
        odd,
        &[
            "ServerInfo acme.atlassian.net none 200",
            "Myself acme.atlassian.net basic 200",
            "MyPermissions acme.atlassian.net basic 200",
            "MyPermissions acme.atlassian.net basic 200",
            "Project acme.atlassian.net basic 200",
            "Issue acme.atlassian.net basic 200",
            "Confluence acme.atlassian.net basic Some(CutOff)",
        ],
    );
    let failures: Vec<_> = exchanges.iter().map(|x| x.failure).collect();
    let (cut_off, too_large) = (Some(Failure::CutOff), Some(Failure::TooLarge));
    assert_eq!(
        failures,
        [None, None, cut_off, too_large, None, too_large, cut_off]
    );
}

#[test]
fn what_a_server_sends_back_of_the_credential_is_left_out() {
    fn echo(asked: &Asked) -> Vec<u8> {
        let header = asked.authorization.as_deref().unwrap_or("none");
        let token = header.strip_prefix("Bearer ").unwrap_or("hunter2hunter2");
        let headers = format!("X-Echo: {header}\r\nX-Bell: \u{7}\u{1b}[2J\r\n");
        if asked.path.ends_with("/serverInfo") {
            return server(asked);
        }
        answer(
            "200 OK",
            &headers,
            &format!(r#"{{"name":"{token}","echo":"{header}","again":"{token}{token}"}}"#),
        )
    }
    for token in [sample::expand("{{dc-pat}}"), "hunter2hunter2".to_owned()] {
        let given = evidence(r#"{"site":"https://jira.acme.example/jira","email":"jane"}"#);
        let command = script(&given, Shell::Sh, None, url_crate_host).unwrap();
        let server = Server::start(echo);
        let shells = SHELLS[0];
        let printed = Place::new("echo", shells, &server)
            .unwrap()
            .run(shells, &command, &token);
        let pair = sample::expand(&format!("{{{{b64:jane:{token}}}}}"));
        assert!(!printed.contains(&pair), "{printed}");
        assert!(printed.contains("[redacted]"), "{printed}");
        assert!(!printed.contains(['\u{7}', '\u{1b}']));
    }
}

/// What a run prints, as it comes back after the ways that people copy it.
const PRINTED: &str = "--- jira-doctor: server-info: GET https://acme.atlassian.net/rest/api/3/serverInfo
HTTP/1.1 200 Connection established

HTTP/2 200
content-type: application/json;charset=UTF-8
atl-traceid: f42425d4e06b4a9597a6fc2f130269c2

{\"baseUrl\":\"https://acme.atlassian.net\",\"version\":\"1001.0.0-SNAPSHOT\",\"versionNumbers\":[1001,0,0],\"deploymentType\":\"Cloud\",\"buildNumber\":100300,\"serverTitle\":\"Jira\"}
--- jira-doctor: myself, basic: GET https://acme.atlassian.net/rest/api/3/myself
HTTP/2 401
content-type: application/json
www-authenticate: OAuth realm=\"https%3A%2F%2Facme.atlassian.net\"
x-seraph-loginreason: AUTHENTICATED_FAILED

Client must be authenticated to access this resource.
--- jira-doctor: tenant-info: GET https://acme.atlassian.net/_edge/tenant_info
HTTP/2 200
content-type: application/json

{\"cloudId\":\"35273b54-3f06-40d2-880f-dd28cf8daafa\"}
--- jira-doctor: gateway-myself, basic: GET https://api.atlassian.com/ex/jira/35273b54-3f06-40d2-880f-dd28cf8daafa/rest/api/3/myself
curl: (28) Operation timed out after 20001 milliseconds with 0 bytes received
--- jira-doctor: end
";

const READ: [&str; 4] = [
    "ServerInfo acme.atlassian.net none 200",
    "Myself acme.atlassian.net basic 401",
    "TenantInfo acme.atlassian.net none 200",
    "Myself api.atlassian.com basic Some(Timeout)",
];

/// What copying makes of a text.
type Way = fn(&str) -> String;

/// The lines as a terminal of a fixed width shows them.
fn wrapped(text: &str, width: usize) -> String {
    let mut lines = Vec::new();
    for line in text.lines() {
        let mut rest = line;
        while rest.len() > width {
            let (row, behind) = rest.split_at(width);
            lines.push(row);
            rest = behind;
        }
        lines.push(rest);
    }
    lines.join("\n") + "\n"
}

#[test]
fn what_was_printed_is_read_however_it_was_copied() {
    for shell in Shell::ALL {
        let command = script(&jane(), shell, None, url_crate_host).unwrap();
        let ways: [(&str, Way); 6] = [
            ("alone", str::to_owned),
            ("CRLF", |text| text.replace('\n', "\r\n")),
            ("quoted in a mail", |text| {
                ["> ", text.trim_end()].concat().replace('\n', "\n> ")
            }),
            ("wrapped at 80", |text| wrapped(text, 80)),
            ("wrapped at 120", |text| wrapped(text, 120)),
            ("broken in front of the address", |text| {
                text.replace(": GET https://api", ": GET\nhttps://api")
            }),
        ];
        for (way, copy) in ways {
            for before in ["", "C:\\Users\\jane>", &format!("jane@host:~$ {command}")] {
                let printed = copy(&[before, PRINTED].concat());
                let evidence = Evidence {
                    paste: Some(printed.as_str().into()),
                    ..jane()
                };
                let facts = Facts::read(&evidence, None, url_crate_host);
                assert_eq!(told(&facts.exchanges), READ, "{shell:?} {way}");
                let server = &facts.exchanges[0].body.content;
                assert!(
                    matches!(
                        server,
                        Content::ServerInfo {
                            base_url: Some(_),
                            ..
                        }
                    ),
                    "{way}: {server:?}"
                );
                let tenant = &facts.exchanges[2].body.content;
                assert!(
                    matches!(tenant, Content::TenantInfo { cloud_id } if cloud_id == CLOUD_ID),
                    "{way}: {tenant:?}"
                );
                let reason = facts.exchanges[1].headers.get("x-seraph-loginreason");
                assert_eq!(reason, Some("AUTHENTICATED_FAILED"), "{way}");
            }
        }
    }
}

#[test]
fn a_copy_that_is_cut_off_anywhere_keeps_the_steps_before() {
    for end in (0..PRINTED.len()).step_by(7) {
        let exchanges = read(&jane(), "", PRINTED.get(..end).unwrap());
        let marks = PRINTED.get(..end).unwrap().matches(": GET https").count();
        assert!(exchanges.len() + 1 >= marks, "{end}");
        let whole = marks.saturating_sub(1).min(exchanges.len());
        assert_eq!(told(&exchanges)[..whole], READ[..whole], "{end}");
    }
}

#[test]
fn the_command_alone_says_nothing() {
    for shell in Shell::ALL {
        let command = script(&jane(), shell, None, url_crate_host).unwrap();
        let evidence = Evidence {
            paste: Some(command.as_str().into()),
            ..Evidence::default()
        };
        let facts = Facts::read(&evidence, None, url_crate_host);
        assert!(
            facts.exchanges.is_empty(),
            "{shell:?}: {:?}",
            facts.exchanges
        );
        assert!(facts.hits.is_empty(), "{shell:?}: {:?}", facts.hits);
    }
}

#[test]
fn each_way_that_curl_and_powershell_fail_is_told_apart() {
    let table = [
        (
            "curl: (6) Could not resolve host: acme.atlassian.net",
            Failure::Unreachable,
        ),
        (
            "curl: (7) Failed to connect to acme.atlassian.net port 443 after 2 ms: Couldn't connect to server",
            Failure::Unreachable,
        ),
        (
            "curl: (35) OpenSSL SSL_connect: Connection reset by peer in connection to acme.atlassian.net:443",
            Failure::Unreachable,
        ),
        (
            "curl: (60) SSL certificate problem: self-signed certificate\nMore details here: https://curl.se/docs/sslcerts.html\n\ncurl failed to verify the legitimacy of the server and therefore could not\nestablish a secure connection to it.",
            Failure::Unreachable,
        ),
        (
            "curl: (28) Connection timed out after 10001 milliseconds",
            Failure::Timeout,
        ),
        (
            "HTTP/1.1 200 OK\nContent-Length: 500\n\n{\"accountIdcurl: (18) transfer closed with 489 bytes remaining to read",
            Failure::CutOff,
        ),
        (
            "HTTP/1.1 200 OK\nContent-Length: 10485760\n\ncurl: (63) Maximum file size exceeded",
            Failure::TooLarge,
        ),
        (
            "{\"acc\ncurl: (18) transfer closed with 489 bytes remaining to read\n\nHTTP/1.1 200\nServer: AtlassianEdge\nVia:",
            Failure::CutOff,
        ),
        (
            "--- failed, timeout: TaskCanceledException : A task was canceled.",
            Failure::Timeout,
        ),
        (
            "--- failed, unreachable: SocketException HostNotFound: No such host is known. (acme.atlassian.net:443)",
            Failure::Unreachable,
        ),
        (
            "HTTP/1.1 200 OK\n\n--- failed, too-large: HttpRequestException : Cannot write more bytes to the buffer.",
            Failure::TooLarge,
        ),
    ];
    for (said, failure) in table {
        for ending in ["\n--- jira-doctor: end\n", "\n", ""] {
            let printed = format!(
                "--- jira-doctor: myself, bearer: GET https://acme.atlassian.net/rest/api/3/myself\n{said}{ending}"
            );
            let exchanges = read(&jane(), "", &printed);
            assert_eq!(exchanges[0].failure, Some(failure), "{printed}");
            assert_eq!(exchanges[0].sent.scheme, Some(SentScheme::Bearer));
            let status = said.contains("HTTP/1.1 200").then_some(200);
            assert_eq!(
                (exchanges.len(), exchanges[0].status),
                (1, status),
                "{printed}"
            );
        }
    }
}

/// The scripts are reviewed as they stand in `tests/scripts/`: for Cloud whole, and of the others what they have of their own.
/// After a wanted change: `BLESS=1 cargo test --test script`.
#[test]
fn the_scripts_are_those_that_were_reviewed() {
    let server = evidence(r#"{"site":"https://jira.acme.example/jira"}"#);
    let gateway = evidence(&format!(
        r#"{{"site":"https://api.atlassian.com/ex/jira/{CLOUD_ID}","email":"jane@acme.example"}}"#
    ));
    for (shell, ending) in [
        (Shell::Sh, "sh"),
        (Shell::PowerShell, "ps1"),
        (Shell::Cmd, "cmd"),
    ] {
        let whole = format!("cloud.{ending}");
        let cloud = script(&jane(), shell, None, url_crate_host).unwrap();
        holds(&whole, &cloud);
        for (name, given) in [("server", &server), ("gateway", &gateway)] {
            let text = script(given, shell, None, url_crate_host).unwrap();
            holds(&format!("{name}.{ending}"), &beside(&text, &whole, &cloud));
        }
    }
}

/// A script in which lines that stand in the whole one too, two or more in a row, are told by their numbers there.
fn beside(text: &str, name: &str, whole: &str) -> String {
    let [lines, known] = [text, whole].map(|text| text.lines().collect::<Vec<_>>());
    let mut told = Vec::new();
    let (mut at, mut next) = (0, 0);
    while at < lines.len() {
        let shared = |from: &usize| {
            let both = lines.iter().skip(at).zip(known.iter().skip(*from));
            both.take_while(|(a, b)| a == b).count()
        };
        // The earliest of the longest.
        let longest = (next..known.len()).rev().max_by_key(shared);
        match longest.map(|from| (from, shared(&from))) {
            Some((from, count)) if count > 1 => {
                next = from + count;
                told.push(format!("[{name}, {} to {next}]\n", from + 1));
                at += count;
            }
            _ => {
                told.extend(lines.get(at).map(|line| format!("{line}\n")));
                at += 1;
            }
        }
    }
    told.concat()
}

fn holds(name: &str, text: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/scripts")
        .join(name);
    if std::env::var_os("BLESS").is_some() {
        fs::write(&path, text).unwrap();
    }
    assert!(
        fs::read_to_string(&path).unwrap() == text,
        "{name} is another"
    );
}
