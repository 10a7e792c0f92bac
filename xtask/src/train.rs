//! `cargo xtask train`: finds the weights of the text model from the training texts and the reports.
//!
//! For each problem a linear classifier of its own with a squared hinge loss, by Adam; the smallest weights taken away in steps
//! until `KEPT` are left, then rounded to seven sizes. No randomness and one thread: the same texts give the same file.

#![allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "counts of texts and steps, and weights that are rounded to a few values"
)]

use std::fs;

use anyhow::{Context, Result, anyhow};
use jira_doctor::read::site::url_crate_host;
use jira_doctor::read::text_model::{BUCKETS, ELSE, Features, SIZES, Weights, class_of};
use jira_doctor::{Evidence, Facts, problems, text_features};
use serde::Deserialize;

use crate::support::{cases, signals};
use crate::tools::root;

/// The file of the weights.
const FILE: &str = "src/read/text_model/weights.bin";
/// How many weights are kept: what 24 KiB hold.
const KEPT: usize = 21_200;
/// When the table is thinned, as a share of all steps, and to what multiple of `KEPT`.
const THINNED: [(usize, usize); 4] = [(30, 8), (40, 4), (50, 2), (60, 1)];
const STEPS: usize = 500;
const RATE: f32 = 0.05;
/// Keeps weights small.
const DECAY: f32 = 0.015;
/// How much a report counts beside a text that was written for the training.
const WORTH_OF_REPORTS: f32 = 2.0;
/// How much a literal counts of which the tables of `tests/causes` say what it means, in each of its forms.
const WORTH_OF_LITERALS: f32 = 0.5;
/// How much it counts that a text is about a cause which cannot be told apart from the right one.
const WORTH_OF_ALSO: f32 = 0.5;
/// What becomes of a literal on its way into a paste.
const FORMS: [Form; 3] = [
    signals::as_a_json_log,
    signals::as_a_windows_log,
    signals::as_quoted_mail,
];
type Form = fn(&str) -> String;
/// What people had in hand, and what was behind it. `collected/apart.jsonl` is not among them: it measures.
const REPORTS: [&str; 7] = [
    "cases/cases",
    "cases/transcripts",
    "cases/reports",
    "collected/reports",
    "collected/more",
    "collected/wider",
    "collected/further",
];

/// A training text: what it is about.
struct Example {
    class: usize,
    /// What else fits: nobody can tell it apart.
    also: Vec<usize>,
    /// How much it counts.
    worth: f32,
    features: Features,
}

pub(crate) fn train() -> Result<()> {
    let classes: Vec<u16> = [ELSE]
        .into_iter()
        .chain(problems().iter().map(|p| class_of(p.id)))
        .collect();
    let examples = examples(&classes)?;
    println!("{} texts, {} classes", examples.len(), classes.len());
    let (table, bias, sizes) = Training::new(&examples, classes.len()).run();
    let file = Weights::write(&classes, &bias, &table, sizes);
    println!("{} bytes", file.len());
    fs::write(root().join(FILE), file).with_context(|| FILE)
}

#[derive(Deserialize)]
struct Text {
    problem: Option<String>,
    text: String,
}

fn examples(classes: &[u16]) -> Result<Vec<Example>> {
    let mut examples = Vec::new();
    let place = |class: u16| {
        let place = classes.iter().position(|other| *other == class);
        place.context("an unknown problem")
    };
    let mut add = |evidence: &Evidence, problem: Option<&str>, also: &[&str], worth: f32| {
        let class = place(problem.map_or(ELSE, class_of))?;
        let also = also.iter().map(|problem| place(class_of(problem)));
        let also = also.collect::<Result<_>>()?;
        let features = text_features(&Facts::read(evidence, None, url_crate_host));
        examples.extend(features.map(|features| Example {
            class,
            also,
            worth,
            features,
        }));
        anyhow::Ok(())
    };
    let texts = fs::read_to_string(root().join("tests/training/texts.jsonl"))?;
    for line in texts.lines() {
        let text: Text = serde_json::from_str(line)?;
        let evidence = Evidence {
            paste: Some(text.text.into()),
            ..Evidence::default()
        };
        add(&evidence, text.problem.as_deref(), &[], 1.0)?;
    }
    for row in signals::rows() {
        let forms = FORMS.iter().filter(|_| !row.is_command());
        for form in forms.chain([&(str::to_owned as Form)]) {
            if let Some(given) = signals::with_paste(&row.given, form) {
                let (problem, also) = match &row.first[..] {
                    [] => (None, Vec::new()),
                    [first, also @ ..] => (Some(*first), [also, &row.others].concat()),
                };
                let evidence = Evidence::deserialize(&given)?;
                add(&evidence, problem, &also, WORTH_OF_LITERALS)?;
            }
        }
    }
    for name in REPORTS {
        let file = root().join(format!("tests/{name}.jsonl"));
        for case in cases::read(&file).map_err(|wrong| anyhow!(wrong))? {
            let problem = case.expect.problem.as_deref();
            let also: Vec<_> = case.expect.also.iter().map(String::as_str).collect();
            add(&case.evidence, problem, &also, WORTH_OF_REPORTS)?;
        }
    }
    Ok(examples)
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

    fn run(mut self) -> (Vec<i8>, Vec<f32>, [f32; SIZES]) {
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
            scores.copy_from_slice(&self.values[BUCKETS * self.classes..]);
            for (buckets, worth) in example.features.parts() {
                for &bucket in buckets {
                    let row = usize::from(bucket) * self.classes;
                    let values = &self.values[row..row + self.classes];
                    for (score, value) in scores.iter_mut().zip(values) {
                        *score += value * worth;
                    }
                }
            }
            for (class, score) in scores.iter_mut().enumerate() {
                let (side, worth) = if class == example.class {
                    (1.0, example.worth)
                } else if example.also.contains(&class) {
                    (1.0, example.worth * WORTH_OF_ALSO)
                } else {
                    (-1.0, example.worth)
                };
                *score = -share * worth * side * (1.0 - side * *score).max(0.0);
            }
            for (buckets, worth) in example.features.parts() {
                for &bucket in buckets {
                    let row = usize::from(bucket) * self.classes;
                    let slopes = &mut self.slope[row..row + self.classes];
                    for (slope, score) in slopes.iter_mut().zip(&scores) {
                        *slope += score * worth;
                    }
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

    /// The weights, the biases, and the sizes of weights.
    fn rounded(self) -> (Vec<i8>, Vec<f32>, [f32; SIZES]) {
        let (weights, bias) = self.values.split_at(BUCKETS * self.classes);
        let sizes = sizes(weights);
        let nearest = |weight: f32| {
            let larger = |two: &&[f32]| weight.abs() > (two[0] * two[1]).sqrt();
            let place = 1 + sizes.windows(2).take_while(larger).count() as i8;
            if weight < 0.0 { -place } else { place }
        };
        let table = weights
            .iter()
            .map(|&weight| if weight == 0.0 { 0 } else { nearest(weight) })
            .collect();
        (table, bias.to_vec(), sizes)
    }
}

/// Sizes that grow by a ratio, from nearly the smallest weight to the largest.
fn sizes(weights: &[f32]) -> [f32; SIZES] {
    let mut all: Vec<f32> = weights.iter().map(|weight| weight.abs()).collect();
    all.retain(|size| *size > 0.0);
    all.sort_unstable_by(f32::total_cmp);
    let (least, most) = (all[all.len() / 20], all[all.len() - 1]);
    let ratio = (most / least).powf(1.0 / (SIZES - 1) as f32);
    std::array::from_fn(|place| least * ratio.powf(place as f32))
}
