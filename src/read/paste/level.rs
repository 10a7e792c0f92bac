//! How grave the program found a line of its log.

use crate::read::sentences::{Concepts, FAILURE, lexicon};
use crate::text::{Signs, cut};

/// What a line of a log says of itself.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Level {
    /// Told for whoever looks for a fault of the program, or the program's own text.
    Detail,
    /// Told for whoever looks on.
    Info,
    /// It may fail.
    Warning,
    /// Nothing: it is an error like any other.
    Unnamed,
    /// It failed.
    Error,
}

/// How far from its beginning a line names its level.
const NEAR: usize = 160;

/// The level that a line names, as loggers write it: in capitals, behind `level=`, or in brackets.
pub(super) fn of(line: &str) -> Level {
    let near = cut::first(line, NEAR);
    if is_code(near) {
        return Level::Detail;
    }
    let mut words = near.split(|c: char| !c.is_ascii_alphabetic() && c != '=');
    let mut in_brackets = near
        .split('[')
        .skip(1)
        .filter_map(|rest| Some(rest.split_once(']')?.0));
    words
        .find_map(named)
        .or_else(|| in_brackets.find_map(level))
        .unwrap_or(Level::Unnamed)
}

/// Whether a line is a program's own text, which says what it would print: of a script, a patch, a trace that shows its source.
fn is_code(line: &str) -> bool {
    const STATEMENTS: [&str; 18] = [
        "echo \"",
        "echo '",
        "printf ",
        "print(",
        "console.",
        "throw ",
        "raise ",
        "return ",
        "logger.",
        "log.",
        "if (",
        "if [",
        "case ",
        "function ",
        "var ",
        "const ",
        "def ",
        "import ",
    ];
    let line = line.trim_start_any("+- \t");
    STATEMENTS.iter().any(|word| line.starts_with(word))
}

fn named(word: &str) -> Option<Level> {
    let (is_key, name) = match word.rsplit_once('=') {
        Some((key, name)) => (matches!(key, "level" | "lvl" | "severity"), name),
        None => (false, word),
    };
    if is_key || name.bytes().all(|b| b.is_ascii_uppercase()) {
        return level(name);
    }
    // Python names its warnings so.
    let is_warning = word.len() > "Warning".len() && word.ends_with("Warning");
    is_warning.then_some(Level::Warning)
}

fn level(name: &str) -> Option<Level> {
    Some(match name.to_ascii_uppercase().as_str() {
        "DEBUG" | "TRACE" | "FINE" | "FINER" | "VERBOSE" => Level::Detail,
        "INFO" | "NOTICE" => Level::Info,
        "WARN" | "WARNING" => Level::Warning,
        "ERROR" | "ERR" | "FATAL" | "CRITICAL" | "SEVERE" | "PANIC" => Level::Error,
        _ => return None,
    })
}

impl Level {
    /// Whether a clause of such a line may tell of a failure.
    pub(super) fn tells(self, said: Concepts) -> bool {
        match self {
            Self::Detail => false,
            Self::Info | Self::Warning => said.meets(FAILURE.or(lexicon::NOT)),
            Self::Unnamed | Self::Error => true,
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
        is("time=\"x\" level=warning msg=\"x\"", Level::Warning);
        is(
            "urllib3/pool.py:7: InsecureRequestWarning: x",
            Level::Warning,
        );
        is("+   echo \"Login failed\"", Level::Detail);
        is("ERROR INFO", Level::Error);
        is("Warning signs of an error", Level::Unnamed);
        is("[exthost] [warning] [yaml] x", Level::Warning);
        is("Login failed", Level::Unnamed);
    }

    #[test]
    fn a_notice_tells_of_a_failure_where_it_says_so() {
        assert!(!Level::Detail.tells(lexicon::FAIL));
        assert!(!Level::Warning.tells(lexicon::REMOVED));
        assert!(Level::Warning.tells(lexicon::REMOVED.or(lexicon::FAIL)));
        assert!(Level::Error.tells(lexicon::REMOVED));
    }
}
