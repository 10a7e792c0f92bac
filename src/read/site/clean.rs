//! Takes away what cannot be seen, and settles blanks, full-width characters and backslashes.

use std::ops::Range;

use super::confusable;
use super::steps::{Steps, shown};
use crate::prose::prose;
use crate::read::change::ChangeKind;
use crate::text::MappedText;
use crate::text::{self, Odd, OddKind, Signs};

/// Why no single line of text is left.
pub(super) enum Trouble {
    /// A control character, which no address has.
    Control,
    /// Several lines that are no wrapped address.
    Lines,
    /// A blank between two words.
    Blank,
}

/// The typed text without what cannot be seen. Plain spaces stay for now: a label may have one behind it.
pub(super) fn visible(
    typed: &str,
    core: Range<usize>,
    steps: &mut Steps,
) -> Result<MappedText, Trouble> {
    note(typed, 0..core.start, false, steps);
    note(typed, core.end..typed.len(), false, steps);
    let inner = typed.get(core.clone()).unwrap_or_default();
    if text::odd(inner).any(|odd| odd.kind == OddKind::Control) {
        return Err(Trouble::Control);
    }
    if has_lines(inner) {
        return Err(Trouble::Lines);
    }
    note(typed, core.clone(), true, steps);
    let mapped = MappedText::of(typed, core);
    Ok(mapped.map(0..mapped.text().len(), &mut |_, c| {
        (c == ' ' || !text::is_whitespace(c)).then_some(c)
    }))
}

/// Whether the text is more than one address that was wrapped over lines.
fn has_lines(text: &str) -> bool {
    let mut lines = text
        .split(|c| matches!(text::describe(c), Some((OddKind::Newline, _))))
        .filter(|line| !line.trim_matches(text::is_whitespace).is_empty());
    lines.next();
    lines.any(|line| line.has_any(" =:@"))
}

/// Notes every odd character of a range, but for quotes. Equal ones in a row are one step.
fn note(typed: &str, range: Range<usize>, keep_spaces: bool, steps: &mut Steps) {
    const MOST: usize = 32;
    // Around the address all is odd: a megabyte of it is told from its beginning.
    const LOOK: usize = 4096;
    let part = typed.get(range.clone()).unwrap_or_default();
    let near = if keep_spaces {
        part
    } else {
        text::cut::first(part, LOOK)
    };
    let mut runs: Vec<Odd> = Vec::new();
    for odd in text::odd(near) {
        if odd.kind == OddKind::Quote || (keep_spaces && odd.name == SPACE) {
            continue;
        }
        let full = runs.len() >= MOST;
        match runs.last_mut() {
            Some(last) if full || (last.bytes.end == odd.bytes.start && same_sort(last, &odd)) => {
                last.bytes.end = odd.bytes.end;
            }
            _ => runs.push(odd),
        }
    }
    if let Some(last) = runs.last_mut()
        && near.len() < part.len()
    {
        last.bytes.end = part.len();
    }
    // Counted on from run to run: a text of blanks may be long.
    let mut position = typed
        .get(..range.start)
        .map_or(0, |head| head.chars().count());
    let mut at = 0;
    for run in runs {
        position += part
            .get(at..run.bytes.start)
            .map_or(0, |between| between.chars().count());
        at = run.bytes.start;
        note_run(typed, range.start, &run, position + 1, steps);
    }
}

const SPACE: &str = "a space";

fn same_sort(a: &Odd, b: &Odd) -> bool {
    a.name == b.name || (is_plain_blank(a.kind) && is_plain_blank(b.kind))
}

fn is_plain_blank(kind: OddKind) -> bool {
    matches!(kind, OddKind::Blank | OddKind::Newline)
}

fn note_run(typed: &str, offset: usize, run: &Odd, position: usize, steps: &mut Steps) {
    let place = offset + run.bytes.start..offset + run.bytes.end;
    if is_plain_blank(run.kind) {
        let why = prose!("Blanks and line ends are no part of an address.");
        let blanks: String = typed
            .get(place.clone())
            .unwrap_or_default()
            .chars()
            .take(8)
            .collect();
        steps.add(ChangeKind::Blank, place, &blanks, "", why);
        return;
    }
    let why = prose!(
        "Character {position} is {name}. It cannot be seen, and makes another address of this one.",
        position = position.to_string(),
        name = run.name
    );
    steps.add(ChangeKind::Invisible, place, run.name, "", why);
}

/// `part` without blanks in front of the path and with plain ASCII for full-width characters.
pub(super) fn joined(
    mapped: &MappedText,
    part: &str,
    steps: &mut Steps,
) -> Result<MappedText, Trouble> {
    let head = part.get(..authority_end(part)).unwrap_or(part);
    if !blanks_can_go(head) {
        return Err(Trouble::Blank);
    }
    for blank in head.split(|c| c != ' ').filter(|run| !run.is_empty()) {
        steps.add(
            ChangeKind::Blank,
            mapped.origin_of_slice(blank),
            " ",
            "",
            prose!("An address has no spaces inside."),
        );
    }
    note_width(mapped, part, steps);
    let start = text::cut::offset(mapped.text(), part);
    // The blanks to leave out are those in front of the path.
    let head = start + head.len();
    Ok(mapped.map(start..start + part.len(), &mut |at, c| match c {
        ' ' if at < head => None,
        _ => Some(confusable::narrow(c).unwrap_or(c)),
    }))
}

/// Where the host and its port end, in a text that was not taken apart yet.
fn authority_end(text: &str) -> usize {
    const SLASHES: [char; 2] = ['/', '\\'];
    let first = text.find(SLASHES).unwrap_or(text.len());
    let behind = text.get(first..).unwrap_or_default();
    let rest = behind.trim_start_any("/\\ ");
    let slashes = behind.len() - rest.len();
    let start = if slashes >= 2 { first + slashes } else { 0 };
    text.get(start..)
        .and_then(|rest| rest.find_any("/\\?#"))
        .map_or(text.len(), |end| start + end)
}

/// A blank beside a colon, slash or full stop was put there by a line break or a slip; between words it parts two things.
fn blanks_can_go(head: &str) -> bool {
    const JOINTS: [char; 4] = [':', '/', '.', '\\'];
    let mut words = head.split(' ').filter(|word| !word.is_empty());
    let Some(mut last) = words.next() else {
        return true;
    };
    words.all(|word| {
        let fits = last.ends_with(JOINTS) || word.starts_with(JOINTS);
        last = word;
        fits
    })
}

fn note_width(mapped: &MappedText, part: &str, steps: &mut Steps) {
    let is_wide = |c: char| confusable::narrow(c).is_some();
    let Some(start) = part.find(is_wide) else {
        return;
    };
    let end = part
        .rfind(is_wide)
        .and_then(|at| Some(at + part.get(at..)?.chars().next()?.len_utf8()));
    let wide = part
        .get(start..end.unwrap_or(part.len()))
        .unwrap_or_default();
    let narrow: String = wide
        .chars()
        .map(|c| confusable::narrow(c).unwrap_or(c))
        .collect();
    let why = prose!(
        "These are full-width characters, of another alphabet than the letters of an address."
    );
    steps.add(
        ChangeKind::Width,
        mapped.origin_of_slice(wide),
        &shown(wide),
        &shown(&narrow),
        why,
    );
}

/// `\` as `/`, which is what a browser makes of it.
pub(super) fn slashed(mapped: &MappedText, steps: &mut Steps) -> MappedText {
    let text = mapped.text();
    if let Some(part) = text.find('\\').and_then(|start| text.get(start..)) {
        let rest = part.trim_start_matches('\\');
        let run = part.get(..part.len() - rest.len()).unwrap_or_default();
        let why = prose!(
            "Addresses are written with `/`. A browser reads `\\` as `/`; other programs do not."
        );
        steps.add(
            ChangeKind::Backslash,
            mapped.origin_of_slice(run),
            run.get(..run.len().min(8)).unwrap_or_default(),
            "/",
            why,
        );
    }
    mapped.map(0..text.len(), &mut |_, c| {
        Some(if c == '\\' { '/' } else { c })
    })
}
