//! Commands that ask: `curl`, `wget`, `HTTPie`, and the cmdlets of Windows.

mod request;

use std::borrow::Cow;

use self::request::Request;
use super::address::{self, METHODS};
use super::literals::Words;
use super::partial::PartialExchange;
use crate::secret::Secret;
use crate::shell::options::Program;
use crate::shell::words::{self, Command};
use crate::text::{Signs, cut};

/// The requests of a line of commands, and the byte behind it.
pub(super) struct Commands<'v> {
    pub(super) drafts: Vec<PartialExchange<'v>>,
    pub(super) end: usize,
    /// A prompt or a cmdlet: it is a command even where it asks nothing.
    sure: bool,
}

impl Commands<'_> {
    /// Whether they are commands, and not words that begin like one.
    pub(super) fn are_sure(&self) -> bool {
        self.sure || !self.drafts.is_empty()
    }
}

/// How much of a line tells which program it runs.
const LONGEST_FRONT: usize = 1024;

/// What every line holds that runs one of the programs.
pub(super) static NAMES: Words = Words::of(&[
    "curl", "wget", "http", "xh", "nvoke-", "NVOKE-", "irm", "IRM", "iwr", "IWR",
]);

/// The commands of the line at `at`; `None` where the line begins like none. A prompt with an unknown program asks nothing, and
/// without a prompt a line must hold one of [`NAMES`].
pub(super) fn find<'v>(
    text: &'v str,
    at: usize,
    line: &str,
    is_named: bool,
) -> Option<Commands<'v>> {
    let (program, start, prompted) = program(line, is_named)?;
    let mut commands = Commands {
        drafts: Vec::new(),
        end: at + line.len(),
        sure: prompted || program == Run::Cmdlet,
    };
    if program == Run::Other {
        return Some(commands);
    }
    if program == Run::Cmdlet {
        commands.end = statement_end(text, at + start);
        let statement = text.get(at + start..commands.end)?;
        commands.drafts.extend(cmdlet(statement, at + start));
        return Some(commands);
    }
    let mut from = at + start;
    // Several commands may stand on one line.
    for _ in 0..32 {
        let command = words::read(text, from);
        if let Some(mut draft) = draft(&command) {
            draft.place = Some((from, command.end));
            commands.drafts.push(draft);
        }
        commands.end = command.end;
        if command.sign == b'\n' {
            break;
        }
        let rest = text.get(command.end..)?;
        let more = rest.trim_start_any(";|& ");
        from = command.end + (rest.len() - more.len());
    }
    Some(commands)
}

/// What a line runs.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Run {
    Program(Program),
    /// A cmdlet of `PowerShell`.
    Cmdlet,
    Other,
}

fn known(word: &str) -> Run {
    let is_cmdlet = ["Invoke-RestMethod", "Invoke-WebRequest", "irm", "iwr"]
        .iter()
        .any(|cmdlet| word.eq_ignore_ascii_case(cmdlet));
    match Program::named(word) {
        Some(program) => Run::Program(program),
        None if is_cmdlet => Run::Cmdlet,
        None => Run::Other,
    }
}

/// The program of a line, where it begins, and whether a prompt stands in front of it.
fn program(line: &str, is_named: bool) -> Option<(Run, usize, bool)> {
    let indent = line.len() - line.trim_start().len();
    let body = cut::from(line, indent, LONGEST_FRONT);
    let prompt = prompt(body).unwrap_or(0);
    if prompt == 0 && !is_named {
        return None;
    }
    let command = body.get(prompt..)?;
    let assigned = assigned(command);
    let rest = command.get(assigned..)?;
    let word = rest.until_any(" \t");
    let program = known(word);
    // `curl: (6) …` and `http://…` are no commands.
    let behind = rest.get(word.len()..)?.trim_start();
    let told = program == Run::Other || !behind.is_empty() && !behind.starts_with(':');
    if prompt == 0 && program == Run::Other || !told {
        return None;
    }
    Some((program, indent + prompt + assigned, prompt > 0))
}

/// `TOKEN=x curl …`, `$r = Invoke-RestMethod …`, `sudo curl …`
fn assigned(command: &str) -> usize {
    let first = command.split(' ').next().unwrap_or_default();
    let more = command.get(first.len()..).unwrap_or_default();
    let value = more.trim_start_any(" =");
    let passes =
        (first.starts_with('$') && more.starts_with(" = ")) || matches!(first, "sudo" | "time");
    if passes {
        command.len() - value.len()
    } else {
        0
    }
}

/// The length of a shell's prompt.
fn prompt(line: &str) -> Option<usize> {
    for sign in ["$ ", "# ", "% ", "❯ ", "» ", "λ "] {
        if let Some(rest) = line.strip_prefix(sign) {
            // `# Heading`, `% of` and the like are prompts in front of a known program alone.
            let word = rest.split(' ').next().unwrap_or_default();
            let sure = sign == "$ " || sign == "❯ " || known(word) != Run::Other;
            return sure.then_some(sign.len());
        }
    }
    let near = cut::first(line, 120);
    if line.starts_with("PS ") || line.get(1..3) == Some(":\\") {
        return near
            .find('>')
            .map(|at| at + 1 + usize::from(line.get(at + 1..at + 2) == Some(" ")));
    }
    if !near.contains('@') {
        return None;
    }
    let end = ["$ ", "# ", "% "].iter().find_map(|sign| near.find(sign))?;
    let host = line.get(..end)?;
    let named = host.contains('@') && !host.has_any("\"'{=");
    let short = host.split(' ').count() <= 3;
    (named && short).then_some(end + 2)
}

fn draft<'v>(command: &Command) -> Option<PartialExchange<'v>> {
    let mut words = command.words.iter();
    let program = words.find_map(|word| Program::named(&word.text))?;
    let mut request = Request::default();
    while let Some(word) = words.next() {
        if !word.text.starts_with('-') || word.text.len() == 1 {
            request.bare(program, word);
            continue;
        }
        for (takes, inside) in program.options(&word.text) {
            let (value, expands) = match inside.and_then(|at| word.text.get(at..)) {
                Some(value) => (value, word.expands),
                None if takes.has_value() => match words.next() {
                    Some(next) => (next.text.as_str(), next.expands),
                    None => break,
                },
                None => ("", false),
            };
            request.option(takes, value, expands);
        }
    }
    request.into_draft()
}

/// The end of a statement of PowerShell: its braces are closed, and no backtick joins the next line.
fn statement_end(text: &str, from: usize) -> usize {
    let mut depth = 0_i32;
    let mut last = 0;
    for (at, b) in text
        .get(from..)
        .unwrap_or_default()
        .bytes()
        .enumerate()
        .take(32 * 1024)
    {
        match b {
            b'{' | b'(' => depth += 1,
            b'}' | b')' => depth -= 1,
            b'\n' if depth <= 0 && last != b'`' => return from + at,
            _ => {}
        }
        if b != b' ' && b != b'\r' {
            last = b;
        }
    }
    text.len().min(from + 32 * 1024)
}

fn cmdlet(statement: &str, start: usize) -> Option<PartialExchange<'_>> {
    let mark = statement.find("://")?;
    let url = address::around(statement, mark)?.text;
    let lower = statement
        .find("-Method")
        .or_else(|| statement.find("-method"));
    let method = lower.and_then(|at| {
        let word = statement.get(at + 7..)?.trim_start_any(" :\"'");
        METHODS
            .iter()
            .find(|method| cut::starts_with(word, method))
            .copied()
    });
    Some(PartialExchange {
        method: Some(Cow::Borrowed(method.unwrap_or("GET"))),
        url: Some(Cow::Borrowed(url)),
        authorization: header_value(statement),
        asked: true,
        place: Some((start, start + statement.len())),
        ..PartialExchange::default()
    })
}

/// The value of `Authorization` in a table of headers: `"Authorization" = "Basic …"`.
fn header_value(statement: &str) -> Option<Secret> {
    let at = statement.find("uthorization")? + "uthorization".len();
    let rest = statement.get(at..)?.trim_start_any("\"' ");
    let rest = rest.strip_prefix(['=', ':'])?.trim_start();
    let quote = rest.chars().next().filter(|c| "\"'".contains(*c))?;
    let value = rest.get(1..)?.split(quote).next()?;
    let variable = quote == '"' && value.contains('$');
    (!variable).then(|| value.into())
}
