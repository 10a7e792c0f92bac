//! House rules that no compiler knows, kept by reading the sources.

// A test may panic: that is how it fails. Clippy knows it of test functions, not of their helpers.
#![allow(clippy::unwrap_used, clippy::panic)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use jira_doctor::read::token::crc32;

/// A text file of the repository: its path from the root, with slashes, and its text.
struct Source {
    path: String,
    text: String,
}

impl Source {
    fn is_rust(&self) -> bool {
        self.has_kind("rs")
    }

    fn has_kind(&self, kind: &str) -> bool {
        Path::new(&self.path)
            .extension()
            .is_some_and(|found| found == kind)
    }

    fn is_in(&self, folder: &str) -> bool {
        self.path.starts_with(folder)
    }

    /// A file of tests alone, below `tests/` or beside the module that it tests.
    fn is_tests(&self) -> bool {
        self.is_in("tests/") || self.path.ends_with("/tests.rs")
    }

    /// The lines that are code: no comments, and nothing of the tests at the end of a Rust file.
    fn code(&self) -> impl Iterator<Item = &str> {
        self.text
            .lines()
            .take_while(|line| !line.starts_with("#[cfg(test)]"))
            .filter(|line| !line.trim_start().starts_with("//"))
    }
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Every text file that git has or would add.
fn sources() -> Vec<Source> {
    let listed = Command::new("git")
        .args([
            "ls-files",
            "-z",
            "--cached",
            "--others",
            "--exclude-standard",
        ])
        .current_dir(root())
        .output()
        .unwrap();
    assert!(listed.status.success(), "git ls-files failed");
    let paths = String::from_utf8(listed.stdout).unwrap();
    let sources: Vec<_> = paths
        .split_terminator('\0')
        .filter_map(|path| {
            // A file may be deleted and not yet committed, or hold no text.
            let text = fs::read_to_string(root().join(path)).ok()?;
            Some(Source {
                path: path.to_owned(),
                text,
            })
        })
        .collect();
    assert!(sources.len() > 20, "git lists only {} files", sources.len());
    sources
}

/// Fails with one line for each breach.
fn assert_none(rule: &str, breaches: impl IntoIterator<Item = String>) {
    let breaches: Vec<_> = breaches.into_iter().collect();
    assert!(breaches.is_empty(), "{rule}:\n{}", breaches.join("\n"));
}

/// The lines of some files that break a rule, as `path:line: text`.
fn lines<'a>(
    sources: impl IntoIterator<Item = &'a Source>,
    breaks: impl Fn(&str) -> bool,
) -> Vec<String> {
    let mut found = Vec::new();
    for source in sources {
        for (at, line) in source.text.lines().enumerate() {
            if breaks(line) {
                let shown: String = line.trim().chars().take(80).collect();
                found.push(format!("{}:{}: {shown}", source.path, at + 1));
            }
        }
    }
    found
}

#[test]
fn every_file_says_what_it_is_for() {
    let silent = sources().into_iter().filter(|source| {
        // A problem's file is said by its documentation.
        let is_problem = source.is_in("src/problems/") && !source.path.ends_with("/mod.rs");
        let has_docs =
            source.text.starts_with("//!") || source.text.starts_with("#![doc = include_str!");
        source.is_rust() && !is_problem && !source.path.ends_with("/tests.rs") && !has_docs
    });
    assert_none("begin with `//!`", silent.map(|source| source.path));
}

#[test]
fn no_line_has_tabs_or_blanks_at_its_end() {
    let sources = sources();
    // The cases are other people's texts.
    let ours = sources
        .iter()
        .filter(|source| !source.is_in("tests/cases/"));
    assert_none(
        "no tabs, no blanks at the end",
        lines(ours, |line| line.contains('\t') || line.ends_with(' ')),
    );
}

#[test]
fn no_file_is_too_long() {
    const MOST: usize = 400;
    let long = sources().into_iter().filter_map(|source| {
        let is_code = (source.is_rust() && !source.is_tests())
            || source.is_in("www/") && source.has_kind("js");
        // A table is as long as what it lists.
        let is_table = source.path == "src/read/known_texts/table.rs";
        let length = source.code().count();
        (is_code && !is_table && length > MOST).then(|| format!("{}: {length} lines", source.path))
    });
    assert_none("at most 400 lines of code in a file", long);
}

/// One sign for it, the one that people type: who searches for a sentence finds it. Of the core's sentences the template knows.
#[test]
fn sentences_have_straight_apostrophes() {
    let sources = sources();
    let told = sources.iter().filter(|source| {
        source.is_in("www/")
            || source.is_in("xtask/src/")
            || source.path == "locales/jira-doctor.pot"
    });
    assert_none(
        "write ' for it",
        lines(told, |line| line.contains('\u{2019}')),
    );
}

#[test]
fn nothing_is_left_to_do() {
    let sources = sources();
    let product = sources
        .iter()
        .filter(|source| source.is_in("src/") || source.is_in("www/"));
    assert_none("fill it in", lines(product, |line| line.contains("TODO")));
}

#[test]
fn every_cited_fact_stands_in_its_document() {
    let facts = read("docs/jira-facts.md");
    let has_section = |number: &str| {
        let heads = [format!("## {number}. "), format!("### {number} ")];
        facts
            .lines()
            .any(|line| heads.iter().any(|head| line.starts_with(head)))
    };
    let has_row = |number: &str| facts.contains(&format!("\n| {number} | "));
    let number = |text: &str| -> String {
        let digits = text.chars().take_while(|c| c.is_ascii_digit() || *c == '.');
        digits.collect::<String>().trim_end_matches('.').to_owned()
    };
    let is_missing = |line: &str| {
        let Some((_, cited)) = line.split_once("facts.md ") else {
            return false;
        };
        let section = number(cited);
        let mut rows = cited
            .split(" #")
            .skip(1)
            .map(number)
            .filter(|row| !row.is_empty());
        !section.is_empty() && !has_section(&section) || rows.any(|row| !has_row(&row))
    };
    let sources = sources();
    let ours = sources.iter().filter(|source| source.is_rust());
    assert_none("cites a fact that is not there", lines(ours, is_missing));
}

/// The room of a file below `src/`: its first folder or its name; each reader below `read/` is a room of its own.
fn room(path: &str) -> String {
    let path = path.trim_end_matches(".rs");
    let mut parts = path.trim_start_matches("src/").split('/');
    match (parts.next(), parts.next()) {
        (Some("read"), Some(reader)) => format!("read::{reader}"),
        (first, _) => first.unwrap_or_default().to_owned(),
    }
}

/// The rooms that a file names as `crate::…`.
fn named_rooms(source: &Source) -> BTreeSet<String> {
    let code: Vec<_> = source.code().collect();
    let code = code.join("\n");
    let word = |text: &str| -> String {
        let letters = text
            .chars()
            .take_while(|c| c.is_ascii_alphanumeric() || *c == '_');
        letters.collect()
    };
    let rooms = code.split("crate::").skip(1).map(|named| {
        let first = word(named);
        let reader = named.strip_prefix("read::").map(word);
        match reader.filter(|reader| !reader.is_empty()) {
            Some(reader) => format!("read::{reader}"),
            None => first,
        }
    });
    rooms.collect()
}

#[test]
fn no_two_rooms_need_each_other() {
    let mut needs: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for source in sources() {
        let room = room(&source.path);
        // The library's own file shows all rooms, and the boundary uses them.
        let is_room = source.is_in("src/") && source.is_rust() && !source.is_tests();
        if is_room && !matches!(room.as_str(), "lib" | "wasm") && room != "read::mod" {
            let mut named = named_rooms(&source);
            named.remove(&room);
            needs.entry(room).or_default().append(&mut named);
        }
    }
    // Rooms that need no room that is left, taken away one by one; those that stay need each other.
    while let Some(free) = needs.iter().find_map(|(room, needed)| {
        let is_free = !needed.iter().any(|needed| needs.contains_key(needed));
        is_free.then(|| room.clone())
    }) {
        needs.remove(&free);
    }
    // Those that only stand above a circle are none of it.
    while let Some(above) = needs.keys().find_map(|room| {
        let is_needed = needs.values().any(|needed| needed.contains(room));
        (!is_needed).then(|| room.clone())
    }) {
        needs.remove(&above);
    }
    let circle = needs
        .iter()
        .map(|(room, needed)| format!("{room} needs {needed:?}"));
    assert_none("no circles of imports", circle);
}

/// The standard library's sorts are 4 kB of wasm for each type.
#[test]
fn lists_are_sorted_by_our_own_sort() {
    const SORTS: [&str; 3] = [".sort(", ".sort_by", ".sort_unstable"];
    let breaches = sources().into_iter().filter_map(|source| {
        let line = source
            .code()
            .find(|line| SORTS.iter().any(|sort| line.contains(sort)))?;
        let is_core = source.is_in("src/") && source.is_rust() && !source.is_tests();
        is_core.then(|| format!("{}: {}", source.path, line.trim()))
    });
    assert_none("use crate::order", breaches);
}

#[test]
fn only_the_wasm_module_knows_javascript() {
    const NAMES: [&str; 5] = [
        "wasm_bindgen",
        "js_sys",
        "web_sys",
        "serde_wasm_bindgen",
        "gloo_net",
    ];
    let breaches = sources().into_iter().filter_map(|source| {
        let is_core = source.is_in("src/") && !source.is_in("src/wasm/");
        let line = source
            .code()
            .find(|line| NAMES.iter().any(|name| line.contains(name)))?;
        is_core.then(|| format!("{}: {}", source.path, line.trim()))
    });
    assert_none("the core runs without JavaScript", breaches);
}

/// The modules of the catalogue: those that it names and lists.
fn catalogue() -> BTreeSet<String> {
    let text = read("src/problems/mod.rs");
    let between = |start: &str, end: &str| -> BTreeSet<String> {
        let names = text.lines().filter_map(|line| {
            let name = line.trim().strip_prefix(start)?.strip_suffix(end)?;
            Some(name.to_owned())
        });
        names.collect()
    };
    let (named, listed) = (between("mod ", ";"), between("&", "::PROBLEM,"));
    assert_eq!(named, listed, "src/problems/mod.rs names what it lists");
    named
}

/// What gives a secret back says so, and is one of these.
#[test]
fn only_four_results_give_a_secret_back() {
    let given_back: BTreeSet<_> = sources()
        .iter()
        .filter(|source| source.is_in("src/") && source.path != "src/json.rs")
        .flat_map(|source| lines([source], |line| line.contains("Reply::exposing(")))
        .map(|line| {
            line.splitn(3, ':')
                .nth(2)
                .unwrap_or_default()
                .trim()
                .to_owned()
        })
        .collect();
    let known = [
        "\"authorization\" => Reply::exposing(authorization(&given.next()?)?.expose()),",
        "\"readFields\" => Reply::exposing(&FilledFields::of(&given.text()?)),",
        "\"sample\" => Reply::exposing(&crate::sample::expand(&given.text()?)),",
        "Ok(Reply::exposing(&Texts(fix)))",
    ];
    assert_eq!(given_back, known.map(str::to_owned).into());
}

#[test]
fn every_problem_has_its_file_and_its_line() {
    let files: BTreeSet<_> = sources()
        .into_iter()
        .filter_map(|source| {
            let module = source
                .path
                .strip_prefix("src/problems/")?
                .strip_suffix(".rs")?;
            (module != "mod").then(|| module.to_owned())
        })
        .collect();
    let catalogue = catalogue();
    assert_none(
        "no line in src/problems/mod.rs for",
        files.difference(&catalogue).cloned(),
    );
    assert_none(
        "no file in src/problems for",
        catalogue.difference(&files).cloned(),
    );

    let misnamed = catalogue.into_iter().filter(|module| {
        let id = format!("    id: \"{}\",", module.replace('_', "-"));
        !read(&format!("src/problems/{module}.rs")).contains(&id)
    });
    assert_none("a problem's id is its file's name, with hyphens", misnamed);
}

#[test]
fn no_problem_knows_another() {
    let sources = sources();
    let problems = sources
        .iter()
        .filter(|source| source.is_in("src/problems/") && !source.path.ends_with("/mod.rs"));
    assert_none(
        "what two problems share belongs into the facts",
        lines(problems, |line| {
            let line = line.trim();
            line.contains("crate::problems") || line.contains("super::") && line != "use super::*;"
        }),
    );
}

/// The version of a package in a lockfile.
fn locked(lockfile: &str, package: &str) -> String {
    let text = read(lockfile);
    let (_, entry) = text
        .split_once(&format!("name = \"{package}\"\nversion = \""))
        .unwrap_or_else(|| panic!("{lockfile} has no {package}"));
    entry.split('"').next().unwrap_or_default().to_owned()
}

#[test]
fn the_generator_fits_the_library() {
    assert_eq!(
        locked("Cargo.lock", "wasm-bindgen"),
        locked("xtask/Cargo.lock", "wasm-bindgen-cli"),
        "wasm-bindgen and its generator must have one version: Cargo.toml and xtask/Cargo.toml"
    );
}

#[test]
fn no_lockfile_names_a_registry_of_its_writer() {
    for folder in ["tests", "xtask"] {
        let lock = read(&format!("{folder}/package-lock.json"));
        assert!(
            !lock.contains("\"resolved\""),
            "write it with `npm install` in {folder}/, whose .npmrc leaves the addresses out"
        );
    }
}

#[test]
fn the_page_makes_no_markup_from_text_and_keeps_nothing() {
    const WORDS: [&str; 11] = [
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "document.write",
        "new Function",
        "localStorage",
        "sessionStorage",
        "indexedDB",
        "document.cookie",
        "sendBeacon",
        "WebSocket",
    ];
    let sources = sources();
    let page = sources.iter().filter(|source| source.is_in("www/"));
    assert_none(
        "the page must not use",
        lines(page, |line| {
            WORDS.iter().any(|word| line.contains(word)) || calls_eval(line)
        }),
    );
}

/// `javascript:…` is an address, too: one function looks at where an attribute leads.
#[test]
fn addresses_get_into_the_page_by_one_function() {
    const WAYS: [&str; 10] = [
        ".href =",
        ".src =",
        ".action =",
        ".formAction =",
        "setAttribute(\"href\"",
        "setAttribute(\"src\"",
        "location =",
        "location.assign(",
        "location.replace(",
        "window.open(",
    ];
    let sources = sources();
    let page = sources
        .iter()
        .filter(|source| source.is_in("www/") && source.has_kind("js"));
    assert_none(
        "use setAttributes of www/lib/parts/dom.js",
        lines(page, |line| WAYS.iter().any(|way| line.contains(way))),
    );
}

fn calls_eval(line: &str) -> bool {
    line.match_indices("eval(").any(|(at, _)| {
        // Not the end of a longer name, such as `retrieval(`.
        !line
            .split_at(at)
            .0
            .ends_with(|c: char| c.is_alphanumeric() || c == '_')
    })
}

/// The directives of a policy, without the one that a meta element cannot give.
fn directives(policy: &str) -> BTreeSet<String> {
    policy
        .split(';')
        .map(|directive| directive.split_whitespace().collect::<Vec<_>>().join(" "))
        .filter(|directive| !directive.is_empty() && !directive.starts_with("frame-ancestors"))
        .collect()
}

/// The policy in a page's meta element.
fn policy_of(path: &str) -> BTreeSet<String> {
    let page = read(path);
    let meta = page
        .split("<meta")
        .filter_map(|rest| rest.split_once('>'))
        .map(|(attributes, _)| attributes)
        .find(|attributes| attributes.contains("Content-Security-Policy"))
        .unwrap_or_else(|| panic!("{path} has no policy in a meta element"));
    let (_, meta) = meta.split_once("content=\"").unwrap();
    directives(meta.split_once('"').unwrap().0)
}

/// The policy that the server sends. The build makes the live page of the offline one by it.
fn served() -> BTreeSet<String> {
    let headers = read("www/_headers");
    let (_, header) = headers.split_once("Content-Security-Policy:").unwrap();
    directives(header.lines().next().unwrap())
}

#[test]
fn the_page_has_the_policy_of_the_server_and_forbids_connections() {
    let connects = |directive: &String| directive.starts_with("connect-src ");
    let mut narrowed: BTreeSet<_> = served().into_iter().filter(|one| !connects(one)).collect();
    narrowed.insert("connect-src 'none'".to_owned());
    assert_eq!(policy_of("www/frame.html"), narrowed);
}

#[test]
fn the_live_page_may_call_atlassian_alone() {
    let policy = served();
    let hosts = policy
        .iter()
        .find_map(|directive| directive.strip_prefix("connect-src "))
        .unwrap();
    for host in hosts.split(' ') {
        let name = host
            .strip_prefix("https://")
            .unwrap_or_else(|| panic!("{host} is not https"));
        let name = name.strip_prefix("*.").unwrap_or(name);
        let is_atlassian = ["atlassian.net", "jira.com", "atlassian-us-gov-mod.net"]
            .contains(&name)
            || ["api.atlassian.com", "api.atlassian-us-gov-mod.com"].contains(&name);
        assert!(is_atlassian, "{host}");
    }
}

#[test]
fn the_readme_shows_the_relays_that_are_tested() {
    let readme = read("README.md");
    for name in ["nginx.conf", "Caddyfile"] {
        let example = read(&format!("examples/relay/{name}"));
        assert!(
            readme.contains(&format!("\n{example}```\n")),
            "{name} and README.md differ"
        );
    }
}

/// Scanners take a token whose checksum fits for a live one, so no file may hold one, made up or not.
#[test]
fn no_file_holds_a_token() {
    let breaches = sources().into_iter().filter(|source| {
        source
            .text
            .split(|c: char| !(c.is_ascii_alphanumeric() || "=_-".contains(c)))
            .any(holds_token)
    });
    assert_none(
        "a token with its checksum",
        breaches.map(|source| source.path),
    );
}

/// Whether a run of a token's characters holds a token: its start, and its checksum behind a `=`; or an app password.
fn holds_token(run: &str) -> bool {
    let checksum_fits = |body: &str, tail: &str| {
        tail.get(..8)
            .is_some_and(|digits| digits == format!("{:08X}", crc32(body.as_bytes())))
    };
    let api_token = ["ATATT3", "ATSTT3", "ATCTT3"].iter().any(|prefix| {
        run.match_indices(prefix).any(|(start, _)| {
            let (_, token) = run.split_at(start);
            token.match_indices('=').any(|(at, _)| {
                let (body, tail) = token.split_at(at + 1);
                checksum_fits(body, tail)
            })
        })
    });
    let app_password = run.match_indices("ATBB").any(|(start, _)| {
        let (_, token) = run.split_at(start);
        token
            .split_at_checked(28)
            .is_some_and(|(body, tail)| checksum_fits(body, tail))
    });
    api_token || app_password
}

#[test]
fn a_token_would_be_found() {
    for kind in [
        "api-token",
        "service-account-token",
        "admin-key",
        "bitbucket-app-password",
    ] {
        let token = jira_doctor::sample::expand(&format!("{{{{{kind}}}}}"));
        assert!(
            holds_token(&token) && holds_token(&format!("x{token}y")),
            "{kind}"
        );
    }
    assert!(!holds_token(&jira_doctor::sample::expand(
        "{{api-token-typo}}"
    )));
}

#[test]
fn no_file_names_a_folder_of_somebodys_machine() {
    // In pieces, or this file would break its own rule.
    let folders = ["home", "root", "work", "Users"].map(|folder| format!("/{folder}/"));
    // Jane is the person of our examples.
    let is_ours = |rest: &str| !rest.starts_with("jane");
    let names_folder = |line: &str| {
        folders.iter().any(|folder| {
            line.match_indices(folder.as_str()).any(|(at, _)| {
                let (before, rest) = line.split_at(at);
                // Not the middle of an address or of a longer path.
                let starts =
                    !before.ends_with(|c: char| c.is_alphanumeric() || ".-_~}".contains(c));
                starts && rest.strip_prefix(folder.as_str()).is_some_and(is_ours)
            })
        })
    };
    let sources = sources();
    // The cases are other people's texts.
    let ours = sources
        .iter()
        .filter(|source| !source.is_in("tests/cases/"));
    assert_none("a folder of one machine", lines(ours, names_folder));
}
