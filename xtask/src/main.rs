//! The project's own tools: `cargo xtask COMMAND`. They need cargo, and Node for the tests; the rest they fetch or name.

mod build;
mod codes;
mod example;
mod html;
mod net;
mod new_problem;
mod pages;
mod profiles;
mod replay;
mod serve;
mod sizes;
#[path = "../../tests/support/mod.rs"]
mod support;
mod test;
mod texts;
mod tools;

use std::env;
use std::fmt;
use std::process::ExitCode;

use anyhow::Result;
use wasm_bindgen_cli::wasm_bindgen_test_runner;

const USAGE: &str = "\
Usage: cargo xtask COMMAND

  build                     the package and the help page, into dist/
  serve [--port N]          build, then serve dist/ on this machine (default port 8000)
  test [--fast] [STEP…]     all checks and tests, as in CI; --fast: the native ones; STEP: only these
  replay [--wasm] [--only-fields] FILE…
                            score case files: natively, or with the built package under Node
  stand-in                  a stand-in for Jira, with TLS and relays, and the variables by which tests find it
  new-problem NAME [GROUP]  the skeleton of a problem, and its two lines in the catalogue
  texts [--check]           every sentence for people into locales/jira-doctor.pot; --check: only say whether it is current
  wasm-test-runner ARGS…    what cargo calls to run wasm tests (.cargo/config.toml)
";

fn main() -> ExitCode {
    let Err(error) = run() else {
        return ExitCode::SUCCESS;
    };
    if let Some(misuse) = error.downcast_ref::<Misuse>() {
        eprint!("{misuse}\n\n{USAGE}");
        return ExitCode::from(2);
    }
    eprintln!("error: {error:#}");
    ExitCode::FAILURE
}

fn run() -> Result<()> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let Some((command, rest)) = arguments.split_first() else {
        return misuse("Which command?");
    };
    match command.as_str() {
        "build" if rest.is_empty() => build::run(),
        "build" => misuse("build takes no arguments."),
        "serve" => serve::run(rest),
        "test" => test::run(rest),
        "replay" => replay::run(rest),
        "stand-in" if rest.is_empty() => net::run(),
        "stand-in" => misuse("stand-in takes no arguments."),
        "new-problem" => new_problem::run(rest),
        "texts" => texts::run(rest),
        // It expects its own name first, as any program does.
        "wasm-test-runner" => wasm_bindgen_test_runner::run_cli_with_args(&arguments),
        "help" | "--help" | "-h" => {
            print!("{USAGE}");
            Ok(())
        }
        other => misuse(format!("There is no command `{other}`.")),
    }
}

/// A command that was called in a way it does not understand: `main` shows the usage.
#[derive(Debug)]
struct Misuse(String);

impl fmt::Display for Misuse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Misuse {}

fn misuse<T>(what: impl Into<String>) -> Result<T> {
    Err(Misuse(what.into()).into())
}
