//! How grave the program found a line of its log.

use crate::read::sentences::{Concepts, FAILURE, lexicon};
use crate::text::cut;

/// What a line of a log says of itself. A line that says nothing is an error like any other.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Level {
    /// Told for whoever looks for a fault of the program, or the program's own text.
    Detail,
    /// Told for whoever looks on.
    Notice,
    /// It failed, or nothing says that it did not.
    Error,
}

/// How far from its beginning a line names its level.
const NEAR: usize = 160;

/// The level that a line names, as loggers write it: in capitals, or behind `level=`.
pub(super) fn of(line: &str) -> Level {
    let near = cut::first(line, NEAR);
    if is_code(near) {
        return Level::Detail;
    }
    let mut words = near.split(|c: char| !c.is_ascii_alphabetic() && c != '=');
    words.find_map(named).unwrap_or(Level::Error)
}

/// Whether a line is a program's own text, which says what it would print: of a script, a patch, a trace that shows its source.
fn is_code(line: &str) -> bool {
    const STATEMENTS: [&str; 12] = [
        "echo ", "printf ", "print(", "console.", "throw ", "raise ", "return ", "logger.", "log.",
        "if (", "if [", "case ",
    ];
    let line = line.trim_start_matches(['+', '-', ' ', '\t']);
    STATEMENTS.iter().any(|word| line.starts_with(word))
}

fn named(word: &str) -> Option<Level> {
    let (is_key, name) = match word.rsplit_once('=') {
        Some((key, name)) => (matches!(key, "level" | "lvl" | "severity"), name),
        None => (false, word),
    };
    let is_shouted = name.bytes().all(|b| b.is_ascii_uppercase());
    if !is_key && !is_shouted {
        // Python names its warnings so.
        let is_warning = word.len() > "Warning".len() && word.ends_with("Warning");
        return is_warning.then_some(Level::Notice);
    }
    Some(match name.to_ascii_uppercase().as_str() {
        "DEBUG" | "TRACE" | "FINE" | "FINER" | "VERBOSE" => Level::Detail,
        "INFO" | "NOTICE" | "WARN" | "WARNING" => Level::Notice,
        "ERROR" | "ERR" | "FATAL" | "CRITICAL" | "SEVERE" | "PANIC" => Level::Error,
        _ => return None,
    })
}

impl Level {
    /// Whether a clause of such a line may tell of a failure.
    pub(super) fn tells(self, said: Concepts) -> bool {
        match self {
            Self::Detail => false,
            Self::Notice => said.meets(FAILURE.or(lexicon::NOT)),
            Self::Error => true,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_names_its_level_as_loggers_write_it() {
        let is = |line: &str, level: Level| assert!(of(line) == level, "{line}");
        is(
            "2026-11-27 10:00:00 DEBUG [main] c.a.Auth: x",
            Level::Detail,
        );
        is("time=\"x\" level=warning msg=\"x\"", Level::Notice);
        is(
            "urllib3/pool.py:7: InsecureRequestWarning: x",
            Level::Notice,
        );
        is("+   echo \"Login failed\"", Level::Detail);
        is("ERROR INFO", Level::Error);
        is("Warning signs of an error", Level::Error);
        is("Login failed", Level::Error);
    }

    #[test]
    fn a_notice_tells_of_a_failure_where_it_says_so() {
        assert!(!Level::Detail.tells(lexicon::FAIL));
        assert!(!Level::Notice.tells(lexicon::REMOVED));
        assert!(Level::Notice.tells(lexicon::REMOVED.or(lexicon::FAIL)));
        assert!(Level::Error.tells(lexicon::REMOVED));
    }
}
