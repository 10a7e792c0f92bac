//! The form of a body, and what it says.

use std::borrow::Cow;

use super::content::Seen;
use super::messages::Messages;
use super::{Body, Content, Endpoint, Form};
use crate::read::data::{Tokens, unescape};
use crate::read::html;
use crate::text::{self, Signs, contains_ignoring_case, cut};

/// How far into a text its JSON or its page may begin: behind a log's prefix, a status line, a guard against scripts.
const FRONT: usize = 2048;
/// How much of a page is searched for its title, and of an XML document for its messages.
const PAGE_FRONT: usize = 256 * 1024;
/// How much of a text is freed from its escapes.
const MOST_ESCAPED: usize = 1024 * 1024;
/// Escaped JSON in escaped JSON.
const MOST_UNESCAPING: u8 = 3;

impl Body {
    /// Reads a body. What the headers call it is a hint only: Jira labels plain text JSON, and JSON HTML (jira-facts.md 4.2).
    pub(crate) fn read(text: &str, content_type: Option<&str>) -> Self {
        read(text, content_type, Endpoint::Unknown)
    }
}

/// Reads a body. The endpoint tells what an empty list would hold.
pub(super) fn read(text: &str, content_type: Option<&str>, endpoint: Endpoint) -> Body {
    let text = text.get(text::trim(text)).unwrap_or_default();
    if text.is_empty() {
        return Body {
            form: Form::Empty,
            ..Body::default()
        };
    }
    let labelled =
        |kind: &str| content_type.is_some_and(|label| contains_ignoring_case(label, kind));
    if let Some(form) = markup(text, labelled("html")) {
        return markup_body(text, form);
    }
    json(text, labelled("json"), endpoint).unwrap_or(Body {
        form: Form::Text,
        ..Body::default()
    })
}

/// HTML or XML, by the first tag.
fn markup(text: &str, labelled_html: bool) -> Option<Form> {
    if !text.starts_with('<') {
        // "Unauthorized (401)" and a page behind it, as some products print the two.
        let front = cut::first(text, FRONT);
        let holds_page = !text.starts_with_any("{[\"")
            && PAGE.iter().any(|tag| contains_ignoring_case(front, tag));
        return holds_page.then_some(Form::Html);
    }
    let declared = html::begins_with(text, "?xml");
    let page = PAGE
        .iter()
        .any(|tag| contains_ignoring_case(cut::first(text, FRONT), tag));
    let tag = || HTML.iter().any(|name| html::begins_with(text, name));
    if page || !declared && (labelled_html || tag()) {
        return Some(Form::Html);
    }
    let is_tag = |c: char| c.is_ascii_alphabetic() || c == '?' || c == '!';
    let second = text.chars().nth(1)?;
    is_tag(second).then_some(Form::Xml)
}

fn markup_body(text: &str, form: Form) -> Body {
    let mut body = Body {
        form,
        ..Body::default()
    };
    let text = cut::first(text, PAGE_FRONT);
    if form == Form::Html {
        body.title = html::title(text);
    } else {
        body.messages = html::elements(text, XML_MESSAGE, 32);
    }
    body
}

/// What begins a whole page.
static PAGE: &[&str] = &["<!doctype html", "<html", "<head>", "<title>"];
/// What begins a piece of a page, as people cut them.
static HTML: &[&str] = &[
    "!--", "body", "head", "meta", "link", "script", "style", "h1", "h2", "h3", "p", "div", "span",
    "form", "center", "table", "pre", "hr", "br", "a", "b", "section", "main", "noscript",
    "!doctype",
];
/// The elements of Jira's and Confluence's XML that hold messages.
static XML_MESSAGE: &[&str] = &[
    "message",
    "errorMessage",
    "errorMessages",
    "error",
    "detail",
];

/// JSON, wherever it begins; `None` where the text is none.
fn json(text: &str, labelled: bool, endpoint: Endpoint) -> Option<Body> {
    let (start, sure) = json_start(text, labelled)?;
    let start = unescaped(start);
    let mut tokens = Tokens::of_value(&start);
    let (mut messages, mut seen) = (Messages::default(), Seen::default());
    while let Some(token) = tokens.next() {
        messages.take(tokens.path(), token);
        seen.take(tokens.path(), token);
    }
    let ((messages, of_fields), content) = (messages.finish(), seen.finish(endpoint));
    let tells = !messages.is_empty() || content != Content::Unknown;
    (sure || tells).then_some(Body {
        form: Form::Json,
        title: None,
        messages,
        of_fields,
        content,
    })
}

/// Where JSON begins, and whether it is JSON even where it says nothing.
fn json_start(text: &str, labelled: bool) -> Option<(&str, bool)> {
    if begins_json(text, labelled) {
        return Some((text, true));
    }
    // Behind `)]}'`, `b'`, a status line or a log's prefix. A brace in prose has no quote behind it.
    let front = cut::first(text, FRONT);
    let (at, _) = front.match_indices('{').find(|(at, _)| {
        let inside = text.get(at + 1..).unwrap_or_default().trim_start();
        inside.starts_with_any("\"'\\")
    })?;
    // A list of objects begins one before.
    let before = text.get(..at)?.trim_end();
    let at = match before.strip_suffix('[') {
        Some(before) => before.len(),
        None => at,
    };
    Some((text.get(at..)?, labelled))
}

fn begins_json(text: &str, labelled: bool) -> bool {
    let mut chars = text.chars();
    let first = chars.next();
    let rest = chars.as_str().trim_start();
    let quoted = rest.starts_with_any("\"'\\");
    match first {
        Some('{') => quoted || labelled || rest.is_empty() || rest.starts_with('}') || is_key(rest),
        // `[ERROR] …` is a line of a log.
        Some('[') => quoted || labelled || rest.is_empty() || rest.starts_with_any("{[]"),
        Some('"') => labelled || rest.starts_with_any("{\\"),
        _ => false,
    }
}

/// A key without quotes, as JavaScript and Java print it.
fn is_key(text: &str) -> bool {
    let text = text.strip_prefix(':').unwrap_or(text);
    let ends = |c: char| !c.is_ascii_alphanumeric() && !"_-.$".contains(c);
    let length = text.find(ends).unwrap_or(text.len());
    length > 0
        && text
            .get(length..)
            .is_some_and(|rest| rest.trim_start().starts_with_any(":="))
}

/// `{\"message\":…`: JSON out of a text of JSON, without the quotes around it.
fn unescaped(text: &str) -> Cow<'_, str> {
    let mut text = Cow::Borrowed(text);
    for _ in 0..MOST_UNESCAPING {
        let inside = text.trim_start_any("{[").trim_start();
        if !inside.starts_with("\\\"") && !inside.starts_with("\\\\") {
            break;
        }
        text = Cow::Owned(unescape(cut::first(&text, MOST_ESCAPED)).into_owned());
    }
    text
}
