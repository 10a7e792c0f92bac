//! `cargo xtask train`: finds the weights of the text model from the training texts and the cases.
//!
//! Softmax regression with Adam, the smallest weights taken away in steps until `KEPT` are left, then rounded to 15 values. No
//! randomness and one thread: the same texts give the same file.

#![allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "counts of texts and steps, and weights that are rounded to a few values"
)]

use std::fs;

use anyhow::{Context, Result};
use jira_doctor::problems;
use jira_doctor::read::text_model::{self, BUCKETS, ELSE, Weights, class_of, features};
use serde::Deserialize;

use crate::tools::root;

/// The file of the weights.
const FILE: &str = "src/read/text_model/weights.bin";
/// How many weights are kept: what 24 KiB hold.
const KEPT: usize = 18_000;
/// When the table is thinned, as a share of all steps, and to what multiple of `KEPT`.
const THINNED: [(usize, usize); 4] = [(30, 8), (40, 4), (50, 2), (60, 1)];
const STEPS: usize = 320;
const RATE: f32 = 0.02;
/// Keeps weights small.
const DECAY: f32 = 0.001;
/// The longest text of a case that is learned from: in longer ones the words that matter are lost.
const LONGEST: usize = 400;

/// A training text: what it is about.
struct Example {
    class: usize,
    buckets: Vec<u16>,
}

pub(crate) fn train() -> Result<()> {
    let classes: Vec<u16> = [ELSE]
        .into_iter()
        .chain(problems().iter().map(|p| class_of(p.id)))
        .collect();
    let examples = examples(&classes)?;
    println!("{} texts, {} classes", examples.len(), classes.len());
    let (table, bias) = Training::new(&examples, classes.len()).run();
    let file = Weights::write(&classes, &bias, &table);
    println!("{} bytes", file.len());
    fs::write(root().join(FILE), file).with_context(|| FILE)
}

#[derive(Deserialize)]
struct Text {
    problem: Option<String>,
    text: String,
}

#[derive(Deserialize)]
struct Case {
    given: Given,
    expect: Expect,
}

#[derive(Deserialize)]
struct Given {
    paste: Option<String>,
}

#[derive(Deserialize)]
struct Expect {
    problem: Option<String>,
}

fn examples(classes: &[u16]) -> Result<Vec<Example>> {
    let mut examples = Vec::new();
    let mut add = |text: &str, problem: Option<&str>| {
        let class = problem.map_or(ELSE, class_of);
        let class = classes
            .iter()
            .position(|other| *other == class)
            .context("an unknown problem")?;
        let mut buckets = Vec::new();
        features(text, |bucket, _| buckets.push(bucket));
        buckets.sort_unstable();
        buckets.dedup();
        examples.push(Example { class, buckets });
        anyhow::Ok(())
    };
    for line in lines("tests/training/texts.jsonl")? {
        let text: Text = serde_json::from_str(&line)?;
        add(&text.text, text.problem.as_deref())?;
    }
    for name in ["cases", "transcripts", "reports"] {
        for line in lines(&format!("tests/cases/{name}.jsonl"))? {
            let case: Case = serde_json::from_str(&line)?;
            let Some(paste) = case.given.paste.filter(|text| text.len() <= LONGEST) else {
                continue;
            };
            add(&paste, case.expect.problem.as_deref())?;
        }
    }
    Ok(examples)
}

fn lines(path: &str) -> Result<Vec<String>> {
    let text = fs::read_to_string(root().join(path)).with_context(|| path.to_owned())?;
    Ok(text.lines().map(str::to_owned).collect())
}

struct Training<'e> {
    examples: &'e [Example],
    classes: usize,
    /// The weights, bucket after bucket, and behind them the biases.
    values: Vec<f32>,
    slope: Vec<f32>,
    mean: Vec<f32>,
    spread: Vec<f32>,
}

impl<'e> Training<'e> {
    fn new(examples: &'e [Example], classes: usize) -> Self {
        let zeros = vec![0.0; (BUCKETS + 1) * classes];
        Self {
            examples,
            classes,
            values: zeros.clone(),
            slope: zeros.clone(),
            mean: zeros.clone(),
            spread: zeros,
        }
    }

    fn run(mut self) -> (Vec<i8>, Vec<f32>) {
        for step in 1..=STEPS {
            self.descend();
            self.move_on(step as f32);
            for (share, times) in THINNED {
                if step == STEPS * share / 100 {
                    self.thin(KEPT * times);
                }
            }
        }
        self.rounded()
    }

    /// The slope of the mean loss.
    fn descend(&mut self) {
        let share = 100.0 / self.examples.len() as f32;
        for (slope, value) in self.slope.iter_mut().zip(&self.values) {
            *slope = DECAY * value;
        }
        let mut scores = vec![0.0_f32; self.classes];
        for example in self.examples {
            let length = 1.0 / (example.buckets.len().max(1) as f32).sqrt();
            scores.copy_from_slice(&self.values[BUCKETS * self.classes..]);
            for &bucket in &example.buckets {
                let row = usize::from(bucket) * self.classes;
                for (score, value) in scores.iter_mut().zip(&self.values[row..row + self.classes]) {
                    *score += value * length;
                }
            }
            let most = scores.iter().copied().fold(f32::MIN, f32::max);
            let mut sum = 0.0;
            for score in &mut scores {
                *score = (*score - most).exp();
                sum += *score;
            }
            for score in &mut scores {
                *score *= share / sum;
            }
            scores[example.class] -= share;
            for &bucket in &example.buckets {
                let row = usize::from(bucket) * self.classes;
                for (slope, score) in self.slope[row..row + self.classes].iter_mut().zip(&scores) {
                    *slope += score * length;
                }
            }
            for (slope, score) in self.slope[BUCKETS * self.classes..].iter_mut().zip(&scores) {
                *slope += score;
            }
        }
    }

    /// One step of Adam. What was taken away stays away.
    fn move_on(&mut self, step: f32) {
        let (first, second) = (1.0 - 0.9_f32.powf(step), 1.0 - 0.99_f32.powf(step));
        let thinned = step as usize > STEPS * THINNED[0].0 / 100;
        let weights = BUCKETS * self.classes;
        for at in 0..self.values.len() {
            if thinned && at < weights && self.values[at] == 0.0 {
                continue;
            }
            let slope = self.slope[at];
            self.mean[at] = 0.9 * self.mean[at] + 0.1 * slope;
            self.spread[at] = 0.99 * self.spread[at] + 0.01 * slope * slope;
            self.values[at] -=
                RATE * (self.mean[at] / first) / ((self.spread[at] / second).sqrt() + 1e-6);
        }
    }

    /// Takes all but the largest weights away.
    fn thin(&mut self, kept: usize) {
        let weights = BUCKETS * self.classes;
        let mut sizes: Vec<f32> = self.values[..weights]
            .iter()
            .map(|value| value.abs())
            .collect();
        sizes.sort_unstable_by(|a, b| b.total_cmp(a));
        let least = sizes[kept.min(sizes.len() - 1)];
        for value in &mut self.values[..weights] {
            if value.abs() <= least {
                *value = 0.0;
            }
        }
    }

    /// The weights in units of the model, and the biases in the same scale.
    fn rounded(self) -> (Vec<i8>, Vec<f32>) {
        let (weights, bias) = self.values.split_at(BUCKETS * self.classes);
        let most = weights
            .iter()
            .fold(0.0_f32, |most, value| most.max(value.abs()));
        // The few largest are cut off, so that the many others are told apart.
        let unit = most * 0.6 / 7.0;
        let table = weights
            .iter()
            .map(|value| (value / unit).round().clamp(-7.0, 7.0) as i8)
            .collect();
        (
            table,
            bias.iter()
                .map(|bias| bias * text_model::unit() / unit)
                .collect(),
        )
    }
}
