//! Takes away what stands around an address: quotes, brackets, a Markdown link, a label, punctuation.

use super::other;
use super::steps::Steps;
use crate::input::unwrap::{Layer, Unwrapped};
use crate::prose::{Prose, prose};
use crate::read::change::ChangeKind;
use crate::text::{MappedText, Signs, is_quote};

/// What is left when all wrapping is off.
pub(super) enum Inner<'t> {
    /// Perhaps an address.
    Address(&'t str),
    /// A variable, a placeholder, a printed nothing.
    Placeholder,
    /// A secret. Nothing of it may be shown.
    Secret,
}

/// Takes off layer by layer.
pub(super) fn unwrap<'t>(mapped: &'t MappedText, steps: &mut Steps) -> Inner<'t> {
    let value = Unwrapped::by(mapped.text(), &mut |value| {
        value.trim(false);
        let part = value.text();
        if let Inner::Address(part) = inner(part)
            && let Some((layer, rest)) = LAYERS.iter().find_map(|layer| layer(part))
        {
            value.keep(rest, layer);
        }
    });
    for (layer, at) in &value.layers {
        let (kind, why) = step(*layer);
        let part = mapped.text().get(at.clone()).unwrap_or_default();
        steps.remove(kind, mapped, part, why);
    }
    inner(value.text())
}

fn inner(part: &str) -> Inner<'_> {
    // `$env:JIRA_URL = "…"` begins like a variable and gives one its value.
    if other::is_placeholder(part) && labelled(part).is_none() {
        Inner::Placeholder
    } else if other::is_secret(part) {
        Inner::Secret
    } else {
        Inner::Address(part)
    }
}

/// What taking a layer off is called, and why it goes.
fn step(layer: Layer) -> (ChangeKind, Prose) {
    match layer {
        Layer::Space | Layer::Newline | Layer::Invisible => (
            ChangeKind::Blank,
            prose!("Spaces are not part of an address."),
        ),
        Layer::Quote => (
            ChangeKind::Quotes,
            prose!("Quotation marks are no part of an address."),
        ),
        Layer::Label => (
            ChangeKind::Label,
            prose!("The name of the setting is no part of the address."),
        ),
        Layer::Punctuation => (
            ChangeKind::Wrapping,
            prose!("Punctuation after the address is not part of it."),
        ),
        Layer::Bracket | Layer::Prefix | Layer::Query => (
            ChangeKind::Wrapping,
            prose!("It surrounds the address and isn't part of it."),
        ),
    }
}

/// The layer that is outermost, and what is inside.
type Outermost<'t> = Option<(Layer, &'t str)>;

const LAYERS: [fn(&str) -> Outermost<'_>; 6] =
    [quoted, linked, enclosed, bulleted, labelled, punctuated];

/// `inner`, where that is less than `part`.
fn outermost<'t>(part: &str, layer: Layer, inner: &'t str) -> Outermost<'t> {
    (inner.len() < part.len()).then_some((layer, inner))
}

fn quoted(part: &str) -> Outermost<'_> {
    outermost(part, Layer::Quote, part.trim_matches(is_quote))
}

/// `[our Jira](https://acme.atlassian.net "title")`, `[our Jira|https://acme.atlassian.net]`
fn linked(part: &str) -> Outermost<'_> {
    let inside = part.strip_prefix('[')?;
    let target = match inside.split_once("](") {
        Some((_, target)) => target.trim_end_matches(',').strip_suffix(')')?,
        None => inside.strip_suffix(']')?.split_once('|')?.1,
    };
    let target = target.until_any(" |");
    outermost(part, Layer::Bracket, target)
}

fn enclosed(part: &str) -> Outermost<'_> {
    const PAIRS: [(char, char); 4] = [('<', '>'), ('(', ')'), ('[', ']'), ('{', '}')];
    PAIRS
        .iter()
        .find_map(|&(open, close)| unwrapped(part, open, close))
        .and_then(|inner| outermost(part, Layer::Bracket, inner))
}

fn unwrapped(part: &str, open: char, close: char) -> Option<&str> {
    let opened = part.strip_prefix(open);
    let closed = part.strip_suffix(close);
    match (opened, closed) {
        (Some(rest), Some(_)) => rest.strip_suffix(close).filter(|inner| {
            // `[::1]` is an address of numbers, `[…].example` a placeholder.
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
fn bulleted(part: &str) -> Outermost<'_> {
    let inner = match part.split_once(' ') {
        Some(("-" | "*" | "•" | ">" | "#" | "+", rest)) => rest,
        _ => part.trim_matches('*'),
    };
    outermost(part, Layer::Bracket, inner)
}

/// `JIRA_URL=`, `url: `, `"url": "`, `export JIRA_URL=`, `$env:JIRA_URL = "`
fn labelled(part: &str) -> Outermost<'_> {
    let split = part.find_any(":=").filter(|&at| {
        // The colon of `$env:` belongs to the name.
        part.get(..at) != Some("$env")
    });
    let split = match split {
        Some(at) => at,
        None => part.find('=')?,
    };
    let (name, rest) = part.split_at_checked(split)?;
    let value = rest.trim_start_any(":=").trim_start();
    let by_sign = rest.starts_with('=');
    let is_sure = by_sign || rest.get(1..)?.starts_with_any(" \"'") || value.starts_with("http");
    // `https:acme.example` and `jira:8080` are no labels, `user:password@host` least of all.
    let may_be = is_sure
        || !(value.starts_with(|c: char| c.is_ascii_digit())
            || value.contains('@')
            || value.starts_with('/'));
    let fits = may_be && names_an_address(name) && !value.is_empty();
    outermost(part, Layer::Label, value).filter(|_| fits)
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
    let name = name.trim_end().trim_end_any("\"'").to_ascii_lowercase();
    name.len() <= 40
        && name
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b" _-$:\"'".contains(&b))
        && name.split(' ').count() <= 4
        && WORDS.iter().any(|word| name.contains(word))
}

fn punctuated(part: &str) -> Outermost<'_> {
    let inner = part.trim_end_any(",;!");
    // After a host the full stop is a part of the name, which the host's reader takes off.
    let after_scheme = inner.split_once("//").map_or(inner, |(_, rest)| rest);
    let inner = if after_scheme.contains('/') {
        inner.trim_end_matches('.')
    } else {
        inner
    };
    outermost(part, Layer::Punctuation, inner)
}
