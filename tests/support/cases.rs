//! Case files (`tests/cases/README.md`): reads them, and scores diagnoses against them.
//!
//! The crate's tests and `cargo xtask replay` both compile this file, so that a case means the same to both.

use std::fmt;
use std::fs;
use std::path::Path;
use std::time::Duration;

use jira_doctor::Evidence;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::evidence::expanded;

/// The day to reckon ages from where a case names none: the day the cases were collected. It is fixed, or the scores
/// would drift with the calendar.
const TODAY: &str = "2026-11-21";

/// One case, its placeholders expanded.
pub(crate) struct Case {
    pub(crate) id: String,
    pub(crate) confidence: Confidence,
    pub(crate) weak: bool,
    pub(crate) expect: Expect,
    pub(crate) evidence: Evidence,
    /// The evidence as JSON, for the package under Node.
    pub(crate) json: Value,
    /// The evidence as it stands in the file, its placeholders not expanded: which parts of it are secrets.
    pub(crate) raw: Value,
}

#[derive(Clone, Copy, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Confidence {
    Confirmed,
    Likely,
    Unknown,
}

/// What the diagnosis should name.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Expect {
    /// The cause; `None` where nothing is wrong.
    pub(crate) problem: Option<String>,
    /// Causes that the evidence cannot tell apart from it.
    #[serde(default)]
    pub(crate) also: Vec<String>,
}

/// One line of a file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    id: String,
    confidence: Confidence,
    given: Value,
    expect: Expect,
    #[serde(default)]
    weak: bool,
    // Known and not needed; named so that other keys are refused.
    #[serde(default, rename = "source")]
    _source: String,
    #[serde(default, rename = "note")]
    _note: String,
}

/// Reads a file of cases, one a line.
///
/// # Errors
/// `file:line: what is wrong`
pub(crate) fn read(path: &Path) -> Result<Vec<Case>, String> {
    let text = fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    text.lines()
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty())
        .map(|(at, line)| {
            parse(line).map_err(|wrong| format!("{}:{}: {wrong}", path.display(), at + 1))
        })
        .collect()
}

fn parse(line: &str) -> Result<Case, String> {
    let line: Line = serde_json::from_str(line).map_err(|error| without_line_number(&error))?;
    let mut json = expanded(&line.given);
    if let Some(given) = json.as_object_mut() {
        given.entry("today").or_insert_with(|| json!(TODAY));
    }
    Ok(Case {
        id: line.id,
        confidence: line.confidence,
        weak: line.weak,
        expect: line.expect,
        evidence: evidence(&json)?,
        json,
        raw: line.given,
    })
}

/// A line of the file is a whole document to `serde_json`, so its "line 1" would mislead.
fn without_line_number(error: &serde_json::Error) -> String {
    let text = error.to_string();
    match text.rsplit_once(" at line ") {
        Some((what, _)) => format!("{what} (column {})", error.column()),
        None => text,
    }
}

fn evidence(json: &Value) -> Result<Evidence, String> {
    Evidence::deserialize(json).map_err(|error| format!("given: {error}"))
}

/// The problems that a diagnosis, as JSON, names as trouble: the most likely first.
pub(crate) fn suspects(diagnosis: &Value) -> Result<Vec<String>, String> {
    #[derive(Deserialize)]
    struct Findings {
        findings: Vec<Finding>,
    }
    #[derive(Deserialize)]
    struct Finding {
        problem: String,
        severity: String,
    }
    let Findings { findings } =
        Findings::deserialize(diagnosis).map_err(|error| format!("not a diagnosis: {error}"))?;
    Ok(findings
        .into_iter()
        .filter(|finding| finding.severity != "info")
        .map(|finding| finding.problem)
        .collect())
}

/// How well diagnoses name the causes of their cases.
#[derive(Default)]
pub(crate) struct Score {
    pub(crate) counted: Tally,
    pub(crate) unknown: Tally,
    pub(crate) weak: Tally,
    pub(crate) healthy: usize,
    pub(crate) false_alarms: usize,
    /// One line for every case that missed something.
    pub(crate) misses: Vec<String>,
    cases: u32,
    time: Duration,
}

/// How many cases there were, and how many of them were named how well.
#[derive(Default)]
pub(crate) struct Tally {
    pub(crate) cases: usize,
    pub(crate) top1: usize,
    pub(crate) top3: usize,
    pub(crate) top3_strict: usize,
}

impl Score {
    /// Adds one case, the problems that its diagnosis named, and the time that took.
    pub(crate) fn add(&mut self, case: &Case, suspects: &[String], time: Duration) {
        self.cases += 1;
        self.time += time;
        match &case.expect.problem {
            Some(problem) => self.add_trouble(case, problem, suspects),
            None => self.add_healthy(case, suspects),
        }
    }

    fn add_trouble(&mut self, case: &Case, problem: &str, suspects: &[String]) {
        let also = &case.expect.also;
        let fits = |suspect: &String| suspect == problem || also.contains(suspect);
        let top1 = suspects.first().is_some_and(fits);
        let top3 = suspects.iter().take(3).any(fits);
        let top3_strict = suspects.iter().take(3).any(|suspect| suspect == problem);

        let tally = if case.weak {
            &mut self.weak
        } else if case.confidence == Confidence::Unknown {
            &mut self.unknown
        } else {
            &mut self.counted
        };
        tally.cases += 1;
        tally.top1 += usize::from(top1);
        tally.top3 += usize::from(top3);
        tally.top3_strict += usize::from(top3_strict);

        let missed: Vec<_> = [(top1, "top1"), (top3, "top3"), (top3_strict, "top3_strict")]
            .into_iter()
            .filter_map(|(hit, name)| (!hit).then_some(name))
            .collect();
        if case.counts() && !missed.is_empty() {
            self.misses.push(format!(
                "{}: missed {}; expected {problem}{}; got {}",
                case.id,
                missed.join(", "),
                Listed(" or ", also),
                Listed("", suspects),
            ));
        }
    }

    fn add_healthy(&mut self, case: &Case, suspects: &[String]) {
        if !case.counts() {
            return;
        }
        self.healthy += 1;
        if suspects
            .iter()
            .any(|suspect| !case.expect.also.contains(suspect))
        {
            self.false_alarms += 1;
            self.misses.push(format!(
                "{}: false alarm; expected nothing{}; got {}",
                case.id,
                Listed(" or ", &case.expect.also),
                Listed("", suspects),
            ));
        }
    }

    /// The score as one line of JSON.
    pub(crate) fn summary(&self) -> String {
        #[derive(Serialize)]
        struct Summary {
            #[serde(flatten)]
            counted: Rates,
            false_alarms: usize,
            healthy: usize,
            unknown: Rates,
            weak: Rates,
            ms_per_case: f64,
        }
        let summary = Summary {
            counted: self.counted.rates(),
            false_alarms: self.false_alarms,
            healthy: self.healthy,
            unknown: self.unknown.rates(),
            weak: self.weak.rates(),
            ms_per_case: rounded(
                self.time.as_secs_f64() * 1000.0 / f64::from(self.cases.max(1)),
                3,
            ),
        };
        serde_json::to_string(&summary).unwrap_or_default()
    }
}

impl Case {
    /// Whether the case counts in the score.
    fn counts(&self) -> bool {
        !self.weak && self.confidence != Confidence::Unknown
    }
}

/// A tally as shares of one.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub(crate) struct Rates {
    pub(crate) cases: usize,
    pub(crate) top1: f64,
    pub(crate) top3: f64,
    pub(crate) top3_strict: f64,
}

impl Tally {
    pub(crate) fn rates(&self) -> Rates {
        // A file has far fewer cases than a double has integers.
        #[allow(clippy::cast_precision_loss)]
        let share = |hits: usize| rounded(hits as f64 / self.cases.max(1) as f64, 4);
        Rates {
            cases: self.cases,
            top1: share(self.top1),
            top3: share(self.top3),
            top3_strict: share(self.top3_strict),
        }
    }
}

fn rounded(number: f64, digits: i32) -> f64 {
    let scale = 10_f64.powi(digits);
    (number * scale).round() / scale
}

/// Up to five ids, separated by commas and led by a word; nothing where there are none and a word leads.
struct Listed<'a>(&'static str, &'a [String]);

impl fmt::Display for Listed<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(lead, ids) = self;
        match ids {
            [] if lead.is_empty() => f.write_str("nothing"),
            [] => Ok(()),
            _ => {
                let shown: Vec<_> = ids.iter().take(5).map(String::as_str).collect();
                write!(f, "{lead}{}", shown.join(", "))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CASE: &str = r#"{"id":"a","confidence":"likely","given":{"token":"{{password}}"},"expect":{"problem":"p","also":["q"]}}"#;

    fn wrong(line: &str) -> String {
        parse(line).err().unwrap_or_default()
    }

    #[test]
    fn placeholders_are_expanded_and_the_day_is_fixed() {
        let case = parse(CASE).unwrap();
        assert_eq!(case.json, json!({"token": "Tr0ub4dor&3!x", "today": TODAY}));
        assert_eq!(case.raw, json!({"token": "{{password}}"}));
    }

    #[test]
    fn a_malformed_case_is_refused_by_what_is_wrong_with_it() {
        let given = |given: &str| CASE.replace(r#"{"token":"{{password}}"}"#, given);
        assert_eq!(
            wrong(&given(r#"{"tokn":"x"}"#)),
            "given: unknown key `tokn`"
        );
        assert_eq!(
            wrong(&given(r#"{"response":{"code":401}}"#)),
            "given: response: unknown key `code`"
        );
        assert!(wrong(&CASE.replace("also", "too")).starts_with("unknown field `too`"));
        assert!(wrong(&CASE.replace("likely", "sure")).starts_with("unknown variant `sure`"));
    }

    #[test]
    fn a_score_counts_what_is_named_first_and_among_the_first_three() {
        let case = parse(CASE).unwrap();
        let mut score = Score::default();
        for suspects in [vec!["p"], vec!["x", "y", "q"], vec!["x", "y", "z", "p"]] {
            let suspects: Vec<_> = suspects.into_iter().map(str::to_owned).collect();
            score.add(&case, &suspects, Duration::from_millis(2));
        }
        assert_eq!(
            score.summary(),
            r#"{"cases":3,"top1":0.3333,"top3":0.6667,"top3_strict":0.3333,"false_alarms":0,"healthy":0,"unknown":{"cases":0,"top1":0.0,"top3":0.0,"top3_strict":0.0},"weak":{"cases":0,"top1":0.0,"top3":0.0,"top3_strict":0.0},"ms_per_case":2.0}"#
        );
        assert_eq!(
            score.misses,
            [
                "a: missed top1, top3_strict; expected p or q; got x, y, q",
                "a: missed top1, top3, top3_strict; expected p or q; got x, y, z, p",
            ]
        );
    }

    #[test]
    fn a_healthy_case_may_only_show_what_its_client_mended() {
        let case = parse(&CASE.replace(r#""p""#, "null")).unwrap();
        let mut score = Score::default();
        score.add(&case, &["q".to_owned()], Duration::ZERO);
        assert_eq!((score.healthy, score.false_alarms), (1, 0));
        score.add(&case, &["x".to_owned()], Duration::ZERO);
        assert_eq!((score.healthy, score.false_alarms), (2, 1));
    }

    #[test]
    fn weak_and_unknown_cases_stand_apart() {
        let mut score = Score::default();
        for line in [
            CASE.replace("likely", "unknown"),
            CASE.replace(r#""id""#, r#""weak":true,"id""#),
        ] {
            score.add(&parse(&line).unwrap(), &[], Duration::ZERO);
        }
        let cases = [&score.counted, &score.unknown, &score.weak].map(|tally| tally.cases);
        assert_eq!(cases, [0, 1, 1]);
        assert!(score.misses.is_empty());
    }

    #[test]
    fn only_trouble_is_suspected() {
        let diagnosis = json!({"findings": [
            {"problem": "a", "severity": "info"},
            {"problem": "b", "severity": "warning"},
        ]});
        assert_eq!(suspects(&diagnosis).unwrap(), ["b"]);
        assert!(suspects(&json!({})).is_err());
    }
}
