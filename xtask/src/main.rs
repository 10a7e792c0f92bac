//! The project's own tools: `cargo xtask COMMAND`. They need cargo, and Node for the tests; the rest they fetch or name.

mod bench;
mod build;
mod bundle;
mod carrier;
mod codes;
mod example;
mod first_finding;
mod flags;
mod frame;
mod fuzz;
mod html;
mod messages;
mod net;
mod new_problem;
mod offline;
mod pages;
mod patch;
mod profiles;
mod replay;
mod sayings;
mod search;
mod serve;
mod site;
mod sizes;
mod slim;
mod streams;
#[path = "../../tests/support/mod.rs"]
mod support;
mod test;
mod texts;
mod tools;
mod traces;
mod train;
mod work;

use std::env;

use anyhow::Result;
use wasm_bindgen_cli::wasm_bindgen_test_runner;

use crate::flags::{Xtask, XtaskCmd};

fn main() -> Result<()> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    // What cargo calls to run wasm tests (.cargo/config.toml), with arguments that are not ours. It expects its own name
    // first, as any program does.
    if arguments
        .first()
        .is_some_and(|command| command == "wasm-test-runner")
    {
        return wasm_bindgen_test_runner::run_cli_with_args(&arguments);
    }
    match Xtask::from_env_or_exit().subcommand {
        XtaskCmd::Build(_) => build::run(),
        XtaskCmd::Pages(_) => site::write(&tools::dist()),
        XtaskCmd::Serve(serve) => serve::run(serve.port.unwrap_or(8000)),
        XtaskCmd::Test(test) => test::run(test.fast, &test.steps),
        XtaskCmd::Fuzz(fuzz) => fuzz::run(fuzz.minutes.unwrap_or(5)),
        XtaskCmd::Replay(replay) => replay::run(&replay),
        XtaskCmd::Train(_) => train::train(),
        XtaskCmd::Bench(bench) => bench::run(bench.base),
        XtaskCmd::StandIn(_) => net::run(),
        XtaskCmd::NewProblem(problem) => new_problem::run(&problem.name, problem.group.as_deref()),
        XtaskCmd::Texts(texts) => texts::run(texts.check),
    }
}
