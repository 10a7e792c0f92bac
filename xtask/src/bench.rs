//! `bench`: how long pastes and cases take, as medians, and against another build as ratios. It informs and never fails a
//! build: a clock tells about the machine as much as about the code.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde::Deserialize;
use xshell::cmd;

use crate::first_finding;
use crate::tools;

/// How often each build replays the cases.
const ROUNDS: usize = 5;

/// Times this checkout, and `base`, the folder of another one, in turns with it.
pub(crate) fn run(base: Option<PathBuf>) -> Result<()> {
    tools::ensure_node()?;
    let mut folders = vec![tools::root()];
    folders.extend(base);
    for folder in &folders {
        xtask(folder, &["build"])?;
    }
    println!("Pastes, as wasm under Node: medians in ms");
    let sh = tools::shell()?;
    let packages = folders.iter().map(|folder| folder.join("dist"));
    let pastes = cmd!(sh, "node tests/node/bench.mjs {packages...}").quiet();
    for line in pastes.read()?.lines() {
        let Timed { name, ms } = serde_json::from_str(line)?;
        print(&name, &ms);
    }
    println!("Cases, natively: median ms of one");
    for file in ["cases.jsonl", "transcripts.jsonl"] {
        let mut times = vec![Vec::new(); folders.len()];
        for _ in 0..ROUNDS {
            for (folder, times) in folders.iter().zip(&mut times) {
                times.push(replayed(folder, &format!("tests/cases/{file}"))?);
            }
        }
        print(
            file,
            &times
                .iter_mut()
                .map(|times| median(times))
                .collect::<Vec<_>>(),
        );
    }
    println!("To the first finding, in Chromium: medians");
    first_finding::measure(&folders)
}

/// One line of `bench.mjs`.
#[derive(Deserialize)]
struct Timed {
    name: String,
    /// For each build.
    ms: Vec<f64>,
}

fn print(name: &str, ms: &[f64]) {
    let shown: String = ms.iter().map(|ms| format!("{ms:10.3}")).collect();
    let ratio = match ms {
        [here, base] => format!("   {:.2} × the base", here / base),
        _ => String::new(),
    };
    println!("  {name:44}{shown}{ratio}");
}

fn median(times: &mut [f64]) -> f64 {
    times.sort_by(f64::total_cmp);
    times.get(times.len() / 2).copied().unwrap_or_default()
}

fn replayed(folder: &Path, file: &str) -> Result<f64> {
    #[derive(Deserialize)]
    struct Summary {
        ms_per_case: f64,
    }
    let printed = xtask(folder, &["replay", file])?;
    let summary = printed.lines().last().context("replay printed nothing")?;
    Ok(serde_json::from_str::<Summary>(summary)?.ms_per_case)
}

/// What a command of the checkout in this folder prints.
fn xtask(folder: &Path, arguments: &[&str]) -> Result<String> {
    let sh = tools::shell()?;
    sh.change_dir(folder);
    let xtask = cmd!(sh, "cargo --quiet xtask {arguments...}");
    Ok(xtask.quiet().read()?)
}
