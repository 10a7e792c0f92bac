//! Takes away what stands around an address: quotes, brackets, a Markdown link, a label, punctuation.

use super::other;
use super::steps::Steps;
use crate::prose::{Prose, prose};
use crate::read::change::ChangeKind;
use crate::text::MappedText;
use crate::text::is_quote;

/// What is left when all wrapping is off.
pub(super) enum Peeled<'d> {
    /// Perhaps an address.
    Address(&'d str),
    /// A variable, a placeholder, a printed nothing.
    Placeholder,
    /// A secret. Nothing of it may be shown.
    Secret,
}

/// One layer: what is inside, what the layer is, and why it goes.
type Layer<'d> = (&'d str, ChangeKind, Prose);

/// Takes off layer by layer.
pub(super) fn peel<'d>(mapped: &'d MappedText, steps: &mut Steps) -> Peeled<'d> {
    // More layers than this are no slip of copying.
    const MOST: usize = 16;
    let mut part = mapped.text();
    for _ in 0..MOST {
        let trimmed = part.trim_matches(' ');
        let why = prose!("Blanks are no part of an address.");
        take_off(mapped, part, (trimmed, ChangeKind::Blank, why), steps);
        part = trimmed;
        // `$env:JIRA_URL = "…"` begins like a variable and gives one its value.
        if other::is_placeholder(part) && labelled(part).is_none() {
            return Peeled::Placeholder;
        }
        if other::is_secret(part) {
            return Peeled::Secret;
        }
        let layers = [quoted, linked, enclosed, bulleted, labelled, punctuated];
        let Some(layer) = layers.iter().find_map(|layer| layer(part)) else {
            break;
        };
        let inner = layer.0;
        take_off(mapped, part, layer, steps);
        part = inner;
    }
    Peeled::Address(part)
}

fn take_off(mapped: &MappedText, outer: &str, (inner, kind, why): Layer<'_>, steps: &mut Steps) {
    let head = inner.as_ptr().addr().saturating_sub(outer.as_ptr().addr());
    steps.remove(
        kind,
        mapped,
        outer.get(..head).unwrap_or_default(),
        why.clone(),
    );
    steps.remove(
        kind,
        mapped,
        outer.get(head + inner.len()..).unwrap_or_default(),
        why,
    );
}

/// `part` inside of something, where that is shorter.
fn layer<'d>(part: &str, inner: &'d str, kind: ChangeKind, why: Prose) -> Option<Layer<'d>> {
    (inner.len() < part.len()).then_some((inner, kind, why))
}

fn quoted(part: &str) -> Option<Layer<'_>> {
    let inner = part.trim_matches(is_quote);
    layer(
        part,
        inner,
        ChangeKind::Quotes,
        prose!("Quotation marks are no part of an address."),
    )
}

const WRAPPING: Prose = prose!("It stands around the address and is no part of it.");

/// `[our Jira](https://acme.atlassian.net "title")`, `[our Jira|https://acme.atlassian.net]`
fn linked(part: &str) -> Option<Layer<'_>> {
    let inside = part.strip_prefix('[')?;
    let target = match inside.split_once("](") {
        Some((_, target)) => target.trim_end_matches(',').strip_suffix(')')?,
        None => inside.strip_suffix(']')?.split_once('|')?.1,
    };
    let target = target.split([' ', '|']).next()?;
    layer(part, target, ChangeKind::Wrapping, WRAPPING)
}

fn enclosed(part: &str) -> Option<Layer<'_>> {
    const PAIRS: [(char, char); 4] = [('<', '>'), ('(', ')'), ('[', ']'), ('{', '}')];
    PAIRS
        .iter()
        .find_map(|&(open, close)| unwrapped(part, open, close))
        .and_then(|inner| layer(part, inner, ChangeKind::Wrapping, WRAPPING))
}

fn unwrapped(part: &str, open: char, close: char) -> Option<&str> {
    let opened = part.strip_prefix(open);
    let closed = part.strip_suffix(close);
    match (opened, closed) {
        (Some(rest), Some(_)) => rest.strip_suffix(close).filter(|inner| {
            // `[::1]` is an address of numbers, `[…].example` a stand-in.
            !inner.contains([open, close]) && (inner.contains("//") || !inner.contains(':'))
        }),
        (Some(rest), None) => (!rest.contains(close)).then_some(rest),
        (None, Some(rest)) => match rest.split_once(open) {
            // `Our Jira <https://acme.atlassian.net>`
            Some((name, inner)) => (name.ends_with(' ') && inner.contains('.')).then_some(inner),
            None => Some(rest),
        },
        (None, None) => None,
    }
}

/// `- https://acme.atlassian.net`, `**https://acme.atlassian.net**`
fn bulleted(part: &str) -> Option<Layer<'_>> {
    let inner = match part.split_once(' ') {
        Some(("-" | "*" | "•" | ">" | "#" | "+", rest)) => rest,
        _ => part.trim_matches('*'),
    };
    layer(part, inner, ChangeKind::Wrapping, WRAPPING)
}

/// `JIRA_URL=`, `url: `, `"url": "`, `export JIRA_URL=`, `$env:JIRA_URL = "`
fn labelled(part: &str) -> Option<Layer<'_>> {
    let split = part.find([':', '=']).filter(|&at| {
        // The colon of `$env:` belongs to the name.
        part.get(..at) != Some("$env")
    });
    let split = match split {
        Some(at) => at,
        None => part.find('=')?,
    };
    let (name, rest) = part.split_at_checked(split)?;
    let value = rest.trim_start_matches([':', '=']).trim_start();
    let by_sign = rest.starts_with('=');
    let is_sure =
        by_sign || rest.get(1..)?.starts_with([' ', '"', '\'']) || value.starts_with("http");
    // `https:acme.example` and `jira:8080` are no labels, `user:password@host` least of all.
    let may_be = is_sure
        || !(value.starts_with(|c: char| c.is_ascii_digit())
            || value.contains('@')
            || value.starts_with('/'));
    let fits = may_be && names_an_address(name) && !value.is_empty();
    let why = prose!("The name of the setting is no part of the address.");
    layer(part, value, ChangeKind::Label, why).filter(|_| fits)
}

fn names_an_address(name: &str) -> bool {
    const WORDS: [&str; 14] = [
        "url",
        "uri",
        "site",
        "host",
        "server",
        "address",
        "instance",
        "domain",
        "jira",
        "atlassian",
        "link",
        "endpoint",
        "confluence",
        "base",
    ];
    let name = name
        .trim_end()
        .trim_end_matches(['"', '\''])
        .to_ascii_lowercase();
    name.len() <= 40
        && name
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b" _-$:\"'".contains(&b))
        && name.split(' ').count() <= 4
        && WORDS.iter().any(|word| name.contains(word))
}

fn punctuated(part: &str) -> Option<Layer<'_>> {
    let inner = part.trim_end_matches([',', ';', '!']);
    // Behind a host the full stop is a part of the name, which the host's reader takes off.
    let behind_scheme = inner.split_once("//").map_or(inner, |(_, rest)| rest);
    let inner = if behind_scheme.contains('/') {
        inner.trim_end_matches('.')
    } else {
        inner
    };
    layer(
        part,
        inner,
        ChangeKind::Wrapping,
        prose!("Punctuation after the address is not part of it."),
    )
}
