//! `test`: every check and test, as CI runs them.

use std::cell::Cell;
use std::ffi::OsString;
use std::fs;
use std::path::PathBuf;
use std::time::Instant;

use anyhow::{Context, Result, bail};
use xshell::{Shell, cmd};

use crate::net::Net;
use crate::serve::Site;
use crate::texts;
use crate::tools::{self, WASM};
use crate::{build, replay, work};

/// One check. Each can run alone; what it needs it makes.
struct Step {
    name: &'static str,
    about: &'static str,
    /// Whether `--fast` runs it: nothing but cargo, nothing but this machine's own target.
    fast: bool,
    run: fn(&Session) -> Result<()>,
}

/// The browser tests are last, and nothing is printed after them: CI reads the counts that Node's test runner ends with.
const STEPS: [Step; 14] = [
    Step {
        name: "format",
        about: "formatting of the crate, of xtask and of the stand-in",
        fast: true,
        run: format,
    },
    Step {
        name: "texts",
        about: "the templates for translators are those of the sources",
        fast: true,
        run: |_| texts::check(),
    },
    Step {
        name: "clippy",
        about: "clippy, for this machine",
        fast: true,
        run: clippy,
    },
    Step {
        name: "clippy-wasm",
        about: "clippy, for the browser: the whole module and the fields' alone",
        fast: false,
        run: clippy_wasm,
    },
    Step {
        name: "xtask",
        about: "clippy and tests of xtask and the stand-in",
        fast: false,
        run: xtask,
    },
    Step {
        name: "test",
        about: "tests of the crate",
        fast: true,
        run: crate_tests,
    },
    Step {
        name: "docs",
        about: "rustdoc, without warnings",
        fast: false,
        run: docs,
    },
    Step {
        name: "build",
        about: "the package and the page",
        fast: false,
        run: Session::build,
    },
    Step {
        name: "again",
        about: "the module once more, in another folder: the same bytes",
        fast: false,
        run: built_again,
    },
    Step {
        name: "replay",
        about: "the cases, natively and as wasm",
        fast: false,
        run: floors,
    },
    Step {
        name: "wasm",
        about: "tests of the wasm boundary, in Node",
        fast: false,
        run: wasm_tests,
    },
    Step {
        name: "types",
        about: "the TypeScript types",
        fast: false,
        run: types,
    },
    Step {
        name: "node",
        about: "tests of the package, in Node",
        fast: false,
        run: node_tests,
    },
    Step {
        name: "browser",
        about: "tests of the page, in Chromium",
        fast: false,
        run: browser_tests,
    },
];

pub(crate) fn run(fast: bool, names: &[String]) -> Result<()> {
    let steps = chosen(fast, names)?;
    let session = Session {
        sh: tools::shell()?,
        built: Cell::default(),
    };
    for (at, step) in steps.iter().enumerate() {
        let label = format!("[{}/{}] {}", at + 1, steps.len(), step.name);
        eprintln!("\n{label}: {}", step.about);
        let start = Instant::now();
        (step.run)(&session).with_context(|| {
            format!(
                "step {label} failed. It alone again: cargo xtask test {}\n  cause",
                step.name
            )
        })?;
        if step.name != "browser" {
            eprintln!("{label}: passed in {:.1} s", start.elapsed().as_secs_f64());
        }
    }
    Ok(())
}

fn chosen(fast: bool, names: &[String]) -> Result<Vec<&'static Step>> {
    if let Some(stranger) = names
        .iter()
        .find(|name| STEPS.iter().all(|step| step.name != **name))
    {
        let known: Vec<_> = STEPS.iter().map(|step| step.name).collect();
        bail!(
            "there is no step `{stranger}`; the steps: {}",
            known.join(", ")
        );
    }
    Ok(STEPS
        .iter()
        .filter(|step| !fast || step.fast)
        .filter(|step| names.is_empty() || names.iter().any(|name| *name == step.name))
        .collect())
}

/// What steps of one run share.
struct Session {
    sh: Shell,
    built: Cell<bool>,
}

impl Session {
    /// Builds once in a run, so that a step alone never tests an old build.
    fn build(&self) -> Result<()> {
        if !self.built.get() {
            build::run()?;
            build::check_sizes()?;
            self.built.set(true);
        }
        Ok(())
    }
}

fn format(Session { sh, .. }: &Session) -> Result<()> {
    tools::ensure_component("rustfmt", "fmt")?;
    cmd!(sh, "cargo fmt --check").run()?;
    let manifest = "xtask/Cargo.toml";
    Ok(cmd!(
        sh,
        "cargo fmt --check --manifest-path {manifest} --package xtask --package stand-in"
    )
    .run()?)
}

fn clippy(Session { sh, .. }: &Session) -> Result<()> {
    tools::ensure_component("clippy", "clippy")?;
    Ok(cmd!(sh, "cargo clippy --all-targets -- -D warnings").run()?)
}

fn clippy_wasm(Session { sh, .. }: &Session) -> Result<()> {
    tools::ensure_component("clippy", "clippy")?;
    tools::ensure_wasm_target()?;
    let browser = ["--target", WASM, "--lib"];
    cmd!(sh, "cargo clippy {browser...} --test wasm -- -D warnings").run()?;
    Ok(cmd!(
        sh,
        "cargo clippy {browser...} --no-default-features -- -D warnings"
    )
    .run()?)
}

fn xtask(Session { sh, .. }: &Session) -> Result<()> {
    tools::ensure_component("clippy", "clippy")?;
    let all = ["--manifest-path", "xtask/Cargo.toml", "--workspace"];
    cmd!(
        sh,
        "cargo clippy {all...} --all-targets --no-deps -- -D warnings"
    )
    .run()?;
    Ok(cmd!(sh, "cargo test {all...}").run()?)
}

fn crate_tests(Session { sh, .. }: &Session) -> Result<()> {
    // Elsewhere than on Debian some may not be had; the tests say which they go without.
    if let Err(missing) = tools::ensure_shells().and_then(|()| tools::ensure_node_modules("tests"))
    {
        eprintln!("{missing:#}");
    }
    Ok(cmd!(sh, "cargo test").run()?)
}

fn docs(Session { sh, .. }: &Session) -> Result<()> {
    let docs = cmd!(sh, "cargo doc --no-deps");
    Ok(docs.env("RUSTDOCFLAGS", "-D warnings").run()?)
}

fn built_again(session: &Session) -> Result<()> {
    session.build()?;
    build::again()
}

fn floors(session: &Session) -> Result<()> {
    session.build()?;
    replay::check_floors()
}

fn wasm_tests(Session { sh, .. }: &Session) -> Result<()> {
    tools::ensure_wasm_target()?;
    tools::ensure_node()?;
    Ok(cmd!(sh, "cargo test --target {WASM} --test wasm").run()?)
}

fn types(session: &Session) -> Result<()> {
    session.build()?;
    tools::ensure_node_modules("tests")?;
    let compiler = "tests/node_modules/typescript/bin/tsc";
    Ok(cmd!(session.sh, "node {compiler} --project tests").run()?)
}

fn node_tests(session: &Session) -> Result<()> {
    session.build()?;
    tools::ensure_node_modules("tests")?;
    work::write_counted_module()?;
    in_node(&session.sh, &test_files("tests/node")?, &[])
}

fn browser_tests(session: &Session) -> Result<()> {
    session.build()?;
    let net = Net::start()?;
    in_chromium(&session.sh, &test_files("tests/browser")?, &net.variables())
}

/// What the environment tells tests.
pub(crate) type Variables<'a> = [(&'a str, OsString)];

/// Runs tests of the built page.
pub(crate) fn in_chromium(sh: &Shell, files: &[PathBuf], variables: &Variables<'_>) -> Result<()> {
    tools::ensure_node_modules("tests")?;
    let chromium = tools::ensure_chromium()?;
    let site = Site::open(0)?;
    let address = site.address()?;
    site.answer_in_background();
    let page = [
        ("JIRA_DOCTOR_URL", address.into()),
        ("CHROMIUM", chromium.into()),
    ];
    in_node(sh, files, &[variables, &page].concat())
}

/// Runs files of tests. They are named one by one: what `node --test FOLDER` does with a folder has changed between versions of
/// Node.
pub(crate) fn in_node(sh: &Shell, files: &[PathBuf], variables: &Variables<'_>) -> Result<()> {
    // The report in lines, `# pass N` among the last, on a terminal too.
    let tests = cmd!(sh, "node --test --test-reporter=tap {files...}");
    Ok(tests.envs(variables.iter().cloned()).run()?)
}

/// The `*.test.mjs` and `*.test.js` files of a folder.
fn test_files(folder: &str) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(tools::root().join(folder)).context(folder.to_owned())? {
        let name = entry?.file_name();
        let text = name.to_string_lossy();
        if text.ends_with(".test.mjs") || text.ends_with(".test.js") {
            files.push(PathBuf::from(folder).join(&name));
        }
    }
    if files.is_empty() {
        bail!("{folder} holds no test: no file whose name ends in .test.mjs or .test.js");
    }
    files.sort();
    Ok(files)
}
