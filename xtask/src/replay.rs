//! `replay`: scores case files. A score is information, not a verdict; `cargo xtask test` holds it against floors.

use std::panic::catch_unwind;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use anyhow::{Result, anyhow, bail};
use jira_doctor::read::site::url_crate_host;
use jira_doctor::{Field, Span, diagnose};
use serde::Deserialize;
use serde_json::Value;
use xshell::cmd;

use crate::flags::Replay;
use crate::support::cases::{self, Case, Score};
use crate::{build, tools};

/// What the cases of the repository reach at least. Raise a floor when the score rises; a change that needs one lower has
/// made the product worse.
const FLOORS: [Floor; 9] = [
    Floor {
        file: "cases/cases.jsonl",
        only_fields: true,
        top1: 0.95,
        top3: 0.95,
        top3_strict: 0.85,
        false_alarms: 0,
    },
    Floor {
        file: "cases/cases.jsonl",
        only_fields: false,
        top1: 0.98,
        top3: 0.98,
        top3_strict: 0.90,
        false_alarms: 0,
    },
    Floor {
        file: "cases/reports.jsonl",
        only_fields: false,
        top1: 0.91,
        top3: 0.97,
        top3_strict: 0.86,
        false_alarms: 5,
    },
    Floor {
        file: "collected/reports.jsonl",
        only_fields: false,
        top1: 0.92,
        top3: 0.98,
        top3_strict: 0.88,
        false_alarms: 4,
    },
    Floor {
        file: "collected/more.jsonl",
        only_fields: false,
        top1: 0.86,
        top3: 0.94,
        top3_strict: 0.85,
        false_alarms: 2,
    },
    Floor {
        file: "collected/wider.jsonl",
        only_fields: false,
        top1: 0.84,
        top3: 0.94,
        top3_strict: 0.82,
        false_alarms: 12,
    },
    Floor {
        file: "collected/further.jsonl",
        only_fields: false,
        top1: 0.85,
        top3: 0.91,
        top3_strict: 0.80,
        false_alarms: 9,
    },
    // Nothing was learned from these: they say what new reports can expect.
    Floor {
        file: "collected/apart.jsonl",
        only_fields: false,
        top1: 0.66,
        top3: 0.82,
        top3_strict: 0.59,
        false_alarms: 15,
    },
    Floor {
        file: "cases/transcripts.jsonl",
        only_fields: false,
        top1: 0.97,
        top3: 0.97,
        top3_strict: 0.97,
        false_alarms: 0,
    },
];

struct Floor {
    file: &'static str,
    only_fields: bool,
    top1: f64,
    top3: f64,
    top3_strict: f64,
    /// At most.
    false_alarms: usize,
}

/// What is suspected in a case, the most likely first, and the time it took to say so.
type Outcome = (Vec<String>, Duration);

pub(crate) fn run(asked: &Replay) -> Result<()> {
    if asked.files.is_empty() {
        bail!("replay needs a file of cases, such as tests/cases/cases.jsonl");
    }
    let mut cases = read(&asked.files)?;
    if asked.only_fields {
        cases.retain(has_only_fields);
    }
    let outcomes = if asked.wasm {
        if !tools::dist().is_dir() {
            build::run()?;
        }
        under_node(&cases)?
    } else {
        natively(&cases)?
    };
    let score = score(&cases, &outcomes);
    for miss in &score.misses {
        println!("{miss}");
        if asked.why {
            let id = miss.split(':').next();
            let missed = cases.iter().find(|case| Some(&*case.id) == id);
            print!("{}", missed.map(why).unwrap_or_default());
        }
    }
    println!("{}", score.summary());
    Ok(())
}

/// A case as its file gives it, and its findings with the words that speak for them.
fn why(case: &Case) -> String {
    let mut text = String::new();
    for (name, given) in case.raw.as_object().into_iter().flatten() {
        let given = given.as_str().map_or(given.to_string(), str::to_owned);
        text += &format!("    {name}: {}\n", given.replace('\n', "\n        "));
    }
    for finding in diagnose(&case.evidence, None, url_crate_host).findings {
        text += &format!("  {} ({:?})\n", finding.problem, finding.certainty);
        for reason in finding.reasons {
            let place = reason.field.zip(reason.span);
            let quote = place.and_then(|(field, span)| quoted(&case.json, field, span));
            let quote = quote.map_or(String::new(), |quote| format!(" {quote:?}"));
            text += &format!("      {}{quote}\n", reason.text);
        }
    }
    text + "\n"
}

/// The text at a place. A response's place is one in its body.
fn quoted(given: &Value, field: Field, span: Span) -> Option<String> {
    let field = serde_json::to_value(field).ok()?;
    let field = given.get(field.as_str()?)?;
    let text = field.get("body").unwrap_or(field).as_str()?;
    let units: Vec<u16> = text.encode_utf16().collect();
    units
        .get(span.start..span.end)
        .map(String::from_utf16_lossy)
}

/// Holds the repository's own cases against the floors, natively and under Node, and the two against each other.
pub(crate) fn check_floors() -> Result<()> {
    for floor in &FLOORS {
        let mut cases = read(&[tools::root().join("tests").join(floor.file)])?;
        if floor.only_fields {
            cases.retain(has_only_fields);
        }
        let native = natively(&cases)?;
        let wasm = under_node(&cases)?;
        for (case, (native, wasm)) in cases.iter().zip(native.iter().zip(&wasm)) {
            if native.0 != wasm.0 {
                bail!("{}: natively {:?}, as wasm {:?}", case.id, native.0, wasm.0);
            }
        }
        let which = if floor.only_fields {
            ", fields alone"
        } else {
            ""
        };
        println!("{}{which}", floor.file);
        println!("  natively: {}", score(&cases, &native).summary());
        let score = score(&cases, &wasm);
        println!("  as wasm:  {}", score.summary());
        floor.hold(&score)?;
    }
    Ok(())
}

impl Floor {
    fn hold(&self, score: &Score) -> Result<()> {
        let rates = score.counted.rates();
        for (name, rate, floor) in [
            ("top1", rates.top1, self.top1),
            ("top3", rates.top3, self.top3),
            ("top3_strict", rates.top3_strict, self.top3_strict),
        ] {
            if rate < floor {
                bail!(
                    "{name} is {rate}, below its floor of {floor}; `cargo xtask replay FILE` tells which cases miss"
                );
            }
        }
        if score.false_alarms > self.false_alarms {
            bail!(
                "{} false alarms; at most {} are allowed",
                score.false_alarms,
                self.false_alarms
            );
        }
        Ok(())
    }
}

fn read(files: &[PathBuf]) -> Result<Vec<Case>> {
    let mut all = Vec::new();
    for file in files {
        all.extend(cases::read(file).map_err(|wrong| anyhow!(wrong))?);
    }
    Ok(all)
}

/// Whether the person gave fields alone: no request, no answer, no pasted text.
fn has_only_fields(case: &Case) -> bool {
    let evidence = &case.evidence;
    evidence.request.is_none() && evidence.response.is_none() && evidence.paste.is_none()
}

fn score(cases: &[Case], outcomes: &[Outcome]) -> Score {
    let mut score = Score::default();
    for (case, (suspects, time)) in cases.iter().zip(outcomes) {
        score.add(case, suspects, *time);
    }
    score
}

fn natively(cases: &[Case]) -> Result<Vec<Outcome>> {
    cases
        .iter()
        .map(|case| {
            let start = Instant::now();
            // A panic prints its own message, which does not tell the case.
            let diagnosis = catch_unwind(|| diagnose(&case.evidence, None, url_crate_host))
                .map_err(|_| anyhow!("{}: the diagnosis panicked", case.id))?;
            let time = start.elapsed();
            let suspects = cases::suspects(&serde_json::to_value(&diagnosis)?)
                .map_err(|wrong| anyhow!(wrong))?;
            Ok((suspects, time))
        })
        .collect()
}

fn under_node(cases: &[Case]) -> Result<Vec<Outcome>> {
    tools::ensure_node()?;
    let input: String = cases
        .iter()
        .map(|case| format!("{}\n", case.json))
        .collect();
    let sh = tools::shell()?;
    let node = cmd!(sh, "node tests/node/replay.mjs").quiet();
    let outcomes = node
        .stdin(input)
        .read()?
        .lines()
        .map(outcome)
        .collect::<Result<Vec<_>>>()?;
    if outcomes.len() != cases.len() {
        bail!(
            "node gave {} diagnoses for {} cases",
            outcomes.len(),
            cases.len()
        );
    }
    Ok(outcomes)
}

/// One line of `replay.mjs`.
fn outcome(line: &str) -> Result<Outcome> {
    #[derive(Deserialize)]
    struct Line {
        ms: f64,
        diagnosis: Value,
    }
    let line: Line = serde_json::from_str(line)?;
    let suspects = cases::suspects(&line.diagnosis).map_err(|wrong| anyhow!(wrong))?;
    Ok((suspects, Duration::from_secs_f64(line.ms / 1000.0)))
}
