//! What copying left around an account and inside it.

use std::ops::Range;

use super::{AccountKind, PartialAccount, classify};
use crate::input::unwrap::{self, Layer, Unwrapped};
use crate::prose::{Prose, prose};
use crate::read::change::ChangeKind;
use crate::read::site::confusable;
use crate::span::Spans;
use crate::text::cut::after_prefix;
use crate::text::{self, MappedText, OddKind, Signs, is_quote, plain_name};

impl PartialAccount<'_> {
    /// The typed text without whitespace at its ends.
    pub(super) fn trim(&mut self) -> MappedText {
        let typed = MappedText::of(self.typed, 0..self.typed.len());
        self.without_layers(&typed, &mut |value| value.trim(false))
    }

    /// The typed text without what stands around the account and inside it. What is taken out of the inside may have hidden
    /// more of what stands around it, and so on, until nothing is left to take. More turns than these are no slip of copying,
    /// and a bound keeps the work linear.
    pub(super) fn clean(&mut self) -> MappedText {
        const TURNS: usize = 8;
        let mut text = MappedText::of(self.typed, 0..self.typed.len());
        for _ in 0..TURNS {
            let bare = self.unwrap(&text);
            if matches!(
                classify(bare.text()),
                AccountKind::Placeholder | AccountKind::Variable
            ) {
                return bare;
            }
            let clean = self.clean_inside(&bare);
            let is_done = clean.text() == text.text();
            text = clean;
            if is_done {
                break;
            }
        }
        text
    }

    fn clean_inside(&mut self, text: &MappedText) -> MappedText {
        let text = self.without_invisible(text);
        let text = self.spell_at(text);
        if !text.text().has_any("@＠﹫") {
            return text;
        }
        let text = self.without_strangers(&text);
        let text = self.narrow(&text);
        self.without_whitespace_beside_signs(&text)
    }

    /// Without what stands around the account.
    fn unwrap(&mut self, text: &MappedText) -> MappedText {
        self.without_layers(text, &mut |value| {
            value.trim(false);
            unquote(value);
            unbracket(value);
            drop_mailto(value);
            drop_label(value);
            drop_punctuation(value);
        })
    }

    fn without_layers(
        &mut self,
        text: &MappedText,
        layer: &mut dyn FnMut(&mut Unwrapped),
    ) -> MappedText {
        let value = Unwrapped::by(text.text(), layer);
        for (layer, at) in value.layers {
            let at = text.origin(at);
            let (kind, why) = match layer {
                Layer::Space | Layer::Newline | Layer::Invisible => {
                    self.note_unseen(at);
                    continue;
                }
                Layer::Quote => (
                    ChangeKind::Quotes,
                    prose!("Quotation marks do not belong to the address."),
                ),
                Layer::Bracket if at.len() > 1 => (
                    ChangeKind::Wrapping,
                    prose!(
                        "Only the address in the brackets counts; what comes before it is a display name."
                    ),
                ),
                Layer::Bracket => (
                    ChangeKind::Wrapping,
                    prose!("The bracket does not belong to the address."),
                ),
                Layer::Punctuation => (
                    ChangeKind::Wrapping,
                    prose!("The punctuation mark after it does not belong to the address."),
                ),
                Layer::Label => (
                    ChangeKind::Label,
                    prose!("This is the name of the setting, not a part of the address."),
                ),
                Layer::Prefix => (
                    ChangeKind::Mailto,
                    prose!("“mailto:” belongs to a link, not to the address."),
                ),
                Layer::Query => (
                    ChangeKind::Query,
                    prose!("What follows the question mark belongs to the link."),
                ),
            };
            self.changes.add(kind, at, why);
        }
        text.part(value.rest)
    }

    /// Takes away what cannot be seen, wherever it stands.
    fn without_invisible(&mut self, text: &MappedText) -> MappedText {
        let mut runs = unseen_runs(text.text());
        runs.retain(|&(_, sort)| sort == OddKind::Invisible);
        self.without(text, &runs)
    }

    /// Takes away whitespace beside `@` and `.`, where no address has any.
    fn without_whitespace_beside_signs(&mut self, text: &MappedText) -> MappedText {
        let all = text.text();
        let mut runs = unseen_runs(all);
        runs.retain(|(run, _)| {
            let before = all.get(..run.start).unwrap_or_default();
            let after = all.get(run.end..).unwrap_or_default();
            before
                .trim_end_matches(text::is_whitespace)
                .ends_with_any("@.")
                || after
                    .trim_start_matches(text::is_whitespace)
                    .starts_with_any("@.")
        });
        self.without(text, &runs)
    }

    fn without(&mut self, text: &MappedText, runs: &[(Range<usize>, OddKind)]) -> MappedText {
        for (run, _) in runs {
            self.note_unseen(text.origin(run.clone()));
        }
        text.map(0..text.text().len(), &mut |at, c| {
            let is_left = !runs.iter().any(|(run, _)| run.contains(&at));
            is_left.then_some(c)
        })
    }

    /// Takes away what no address has, wherever it stands: line ends, control characters, curly quotation marks.
    fn without_strangers(&mut self, text: &MappedText) -> MappedText {
        let mut runs: Vec<_> = text::odd(text.text())
            .map(|odd| (odd.bytes, odd.kind))
            .collect();
        runs.retain(|(run, kind)| match kind {
            OddKind::Newline | OddKind::Control => true,
            // An apostrophe and a backtick may stand in a name.
            OddKind::Quote => run.len() > 1,
            OddKind::Blank | OddKind::Invisible => false,
        });
        self.without(text, &runs)
    }

    /// What pages write for `@`, so that no robot finds the address: `jane[at]acme.example`, `jane&#64;acme.example`.
    fn spell_at(&mut self, text: MappedText) -> MappedText {
        const SPELLINGS: [&str; 6] = ["[at]", "(at)", "{at}", "&#64;", "&#x40;", "&commat;"];
        let all = text.text();
        let found = SPELLINGS.iter().find_map(|&spelling| {
            let at = all.find(spelling).filter(|&at| at > 0)?;
            Some(at..at + spelling.len())
        });
        let Some(found) = found.filter(|_| !all.contains('@')) else {
            return text;
        };
        let origin = text.origin(found.clone());
        let why = prose!("This was written in place of the @ that belongs here.");
        self.changes.add(ChangeKind::Width, origin, why);
        text.map(0..all.len(), &mut |at, c| {
            if at == found.start {
                Some('@')
            } else {
                (!found.contains(&at)).then_some(c)
            }
        })
    }

    /// Full-width letters and signs become the ASCII ones that they show.
    fn narrow(&mut self, text: &MappedText) -> MappedText {
        let mut spans = Spans::of(self.typed);
        text.map(0..text.text().len(), &mut |at, wide| {
            let narrow = match wide {
                '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(wide) - 0xFEE0),
                '\u{fe6b}' => Some('@'),
                '\u{3002}' | '\u{ff61}' => Some('.'),
                '\u{2010}'..='\u{2015}' | '\u{2212}' => Some('-'),
                // Letters of other alphabets that look like Latin ones. An accent may belong to the name.
                '\u{370}'..='\u{52f}' => confusable::plain(wide),
                _ => None,
            };
            if let Some(narrow) = narrow {
                let origin = text.origin(at..at + wide.len_utf8());
                let why = prose!(
                    "The character at position {position} only looks like “{narrow}”. Mail systems know the plain one.",
                    position = (spans.unit_at(origin.start) + 1).to_string(),
                    narrow = narrow.to_string(),
                );
                self.changes.add(ChangeKind::Width, origin, why);
            }
            Some(narrow.unwrap_or(wide))
        })
    }

    /// Notes a run of one odd character: which it is, and where it stands, counted as editors do, from 1.
    fn note_unseen(&mut self, at: Range<usize>) {
        let run = self.typed.get(at.clone()).unwrap_or_default();
        let Some(c) = run.chars().next() else {
            return;
        };
        let Some((sort, name)) = text::describe(c) else {
            return;
        };
        let mut spans = Spans::of(self.typed);
        let first = (spans.unit_at(at.start) + 1).to_string();
        let last = (spans.unit_at(at.end - c.len_utf8()) + 1).to_string();
        let is_one = first == last;
        let (kind, why) = match sort {
            OddKind::Blank | OddKind::Newline => {
                (ChangeKind::Blank, whitespace(name, first, last, is_one))
            }
            _ => (ChangeKind::Invisible, invisible(name, first, last, is_one)),
        };
        self.changes.add(kind, at, why);
    }
}

fn whitespace(name: &str, first: String, last: String, is_one: bool) -> Prose {
    if is_one {
        prose!(
            "There is {name} at position {first}. It does not belong to an address.",
            name,
            first
        )
    } else {
        prose!(
            "There is {name} from position {first} to {last}. It does not belong to an address.",
            name,
            first,
            last
        )
    }
}

fn invisible(name: &str, first: String, last: String, is_one: bool) -> Prose {
    if is_one {
        prose!(
            "There is {name} at position {first}. It cannot be seen, and Jira would take it for a part of the address.",
            name,
            first
        )
    } else {
        prose!(
            "There is {name} from position {first} to {last}. It cannot be seen, and Jira would take it for a part of the address.",
            name,
            first,
            last
        )
    }
}

/// Each run of one character that shows nothing.
fn unseen_runs(text: &str) -> Vec<(Range<usize>, OddKind)> {
    let mut runs: Vec<(Range<usize>, OddKind)> = Vec::new();
    let mut last = ' ';
    for odd in text::odd(text) {
        let c = text.get(odd.bytes.clone()).and_then(|c| c.chars().next());
        let Some(c) = c.filter(|&c| text::is_whitespace(c)) else {
            continue;
        };
        match runs.last_mut() {
            Some((run, _)) if run.end == odd.bytes.start && c == last => run.end = odd.bytes.end,
            _ => runs.push((odd.bytes, odd.kind)),
        }
        last = c;
    }
    runs
}

fn unquote(value: &mut Unwrapped) {
    let quotes = value.text().chars().filter(|&c| is_quote(c)).count();
    value.unquote();
    // A single one is a leftover of a pair; between letters an apostrophe may be part of a name.
    if quotes == 1 {
        value.unquote_one_end();
    }
}

/// `Jane Doe <jane@acme.example>`, `<jane@acme.example>`, `(…)`, `[…](mailto:…)`.
fn unbracket(value: &mut Unwrapped) {
    let text = value.text();
    let open = match text.as_bytes().last() {
        Some(b'>') => '<',
        Some(b')') => '(',
        Some(b']') => '[',
        _ => return,
    };
    let Some((before, inside)) = text.rsplit_once(open) else {
        return;
    };
    // `<your-email>@…` ends otherwise, and `<email>` is a placeholder.
    let may_open = open == '<' || before.is_empty() || text.starts_with('[');
    if inside.has_any("@＠") && may_open {
        value.back(1, Layer::Bracket);
        value.front(before.len() + 1, Layer::Bracket);
    }
}

fn drop_mailto(value: &mut Unwrapped) {
    let Some(address) = after_prefix(value.text(), "mailto:") else {
        return;
    };
    if let Some((_, query)) = address.split_once('?') {
        value.back(query.len() + 1, Layer::Query);
    }
    value.front("mailto:".len(), Layer::Prefix);
}

/// `JIRA_EMAIL=`, `email: `, `"user": `.
fn drop_label(value: &mut Unwrapped) {
    const ENDS: [&str; 6] = ["email", "mail", "user", "username", "login", "account"];
    let Some(label) = unwrap::label(value.text()) else {
        return;
    };
    // `user:secret` is a pair; a label's colon has a space or an address after it.
    let may_be =
        !label.by_colon || label.value.starts_with_any(" \t\"") || label.value.contains('@');
    let name = plain_name(label.name);
    if may_be && ENDS.iter().any(|end| name.ends_with(end)) {
        value.keep(label.value, Layer::Label);
    }
}

/// A comma, a semicolon or a full stop at the end, as in a sentence or a list.
fn drop_punctuation(value: &mut Unwrapped) {
    // An ellipsis is no sentence's end.
    if let [.., before, b',' | b';' | b'.'] = value.text().as_bytes()
        && *before != b'.'
    {
        value.back(1, Layer::Punctuation);
    }
}
