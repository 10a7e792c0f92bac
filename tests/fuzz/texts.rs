//! Makes texts: pieces of the seeds, signs that some reader stops at, a secret in one of its forms, side by side, and perhaps
//! written as a shell, a file or an address would write them.

use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use crate::support::sentinels::{each, percent};

/// What means something to a reader, or is easily cut in two.
const SIGNS: &[&str] = &[
    "",
    " ",
    "\n",
    "\r\n",
    "\t",
    "\\\n",
    "^\n",
    "`\n",
    "\"",
    "'",
    "`",
    "\\",
    "\\\"",
    "\\u0022",
    "&quot;",
    "%22",
    ":",
    "=",
    "@",
    "/",
    "//",
    "://",
    "?",
    "#",
    "&",
    ";",
    ",",
    ".",
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    "{{",
    "}}",
    "<",
    ">",
    "</",
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "|",
    "$",
    "${",
    "$(",
    "%",
    "!",
    "*",
    "~",
    "-",
    "--",
    "-u ",
    "-H ",
    "\0",
    "\u{7f}",
    "\u{1b}[31m",
    "\u{9b}",
    "\u{a0}",
    "\u{ad}",
    "\u{200b}",
    "\u{200d}",
    "\u{202e}",
    "\u{2028}",
    "\u{feff}",
    "\u{fffd}",
    "\u{ff0f}",
    "\u{ff1a}",
    "\u{ff20}",
    "\u{3002}",
    "\u{430}",
    "\u{130}",
    "\u{df}",
    "\u{1f600}",
    "e\u{301}",
    "Basic ",
    "Bearer ",
    "Authorization: ",
    "token",
    "password=",
    "HTTP/1.1 401 Unauthorized\n",
    "> ",
    "< ",
    "* ",
    "--- jira-doctor: ",
    "curl ",
    "https://",
    "https:",
    "acme.atlassian.net",
    "localhost",
    "127.0.0.1",
    "[::1]",
    ".example",
    "xn--",
    "null",
    "true",
    "-1",
    "1e999",
    "18446744073709551616",
    "65536",
];

/// A piece of a text.
fn piece(seeds: &'static [String]) -> BoxedStrategy<String> {
    let whole = select(seeds).prop_map(|seed| cut(&seed, 0, 2000));
    let part = (select(seeds), any::<Index>(), 1..300usize)
        .prop_map(|(seed, at, length)| cut(&seed, at.index(seed.len()), length));
    prop_oneof![
        2 => whole,
        5 => part,
        4 => select(SIGNS).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
    ]
    .boxed()
}

/// A part of a text, between characters.
fn cut(text: &str, from: usize, length: usize) -> String {
    let start = (0..=from)
        .rev()
        .find(|&at| text.is_char_boundary(at))
        .unwrap_or(0);
    text.get(start..)
        .unwrap_or_default()
        .chars()
        .take(length)
        .collect()
}

/// A text of some pieces.
pub(crate) fn text(seeds: &'static [String]) -> BoxedStrategy<String> {
    wrapped(
        vec(piece(seeds), 0..8)
            .prop_map(|pieces| pieces.concat())
            .boxed(),
    )
}

/// A text of some pieces, with a secret between them, in a form.
pub(crate) fn text_with(
    seeds: &'static [String],
    secret: BoxedStrategy<String>,
) -> BoxedStrategy<String> {
    let pieces = || vec(piece(seeds), 0..4).prop_map(|pieces| pieces.concat());
    (pieces(), secret, pieces())
        .prop_map(|(before, secret, after)| [before, secret, after].concat())
        .boxed()
}

/// A text as it is, mostly, or as something else would write it.
fn wrapped(text: BoxedStrategy<String>) -> BoxedStrategy<String> {
    (text, 0..24usize)
        .prop_map(|(text, way)| WAYS.get(way).map_or(text.clone(), |write| write(&text)))
        .boxed()
}

const WAYS: [fn(&str) -> String; 9] = [
    |text| serde_json::to_string(text).unwrap_or_default(),
    |text| STANDARD.encode(text),
    |text| URL_SAFE_NO_PAD.encode(text),
    |text| each(text, percent),
    |text| ["'", &text.replace('\'', "'\\''"), "'"].concat(),
    |text| {
        text.replace('&', "&amp;")
            .replace('<', "&lt;")
            .replace('"', "&quot;")
    },
    |text| text.lines().flat_map(|line| ["> ", line, "\n"]).collect(),
    |text| text.chars().flat_map(|c| [c, '\u{200b}']).collect(),
    |text| text.repeat(3),
];
