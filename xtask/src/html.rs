//! Text as HTML.

use jira_doctor::Link;

/// Text where HTML stands between tags or in a quoted attribute.
pub(crate) fn escape(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\'' => html.push_str("&#39;"),
            _ => html.push(c),
        }
    }
    html
}

/// A sentence of a problem's documentation: escaped, and `` `code` `` as code.
pub(crate) fn sentence(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    let mut parts = text.split('`').peekable();
    let mut is_code = false;
    while let Some(part) = parts.next() {
        match (is_code, parts.peek().is_some()) {
            (false, _) => html.push_str(&escape(part)),
            (true, true) => html.push_str(&format!("<code>{}</code>", escape(part))),
            // A backtick without a second one stands for itself.
            (true, false) => html.push_str(&format!("`{}", escape(part))),
        }
        is_code = !is_code;
    }
    html
}

/// The same without the marks, for a place that holds text alone.
pub(crate) fn plain(text: &str) -> String {
    escape(&text.replace('`', ""))
}

/// The first sentence of a paragraph.
pub(crate) fn first_sentence(text: &str) -> &str {
    let ends = text.match_indices(". ").find(|&(at, _)| {
        let next = text[at + 2..].chars().next();
        next.is_some_and(|c| c.is_uppercase() || c == '`')
    });
    ends.map_or(text, |(at, _)| &text[..=at])
}

/// What a text says beyond its title, in one sentence; nothing where it says no more.
pub(crate) fn summary<'a>(title: &str, text: &'a str) -> &'a str {
    let words = |text: &str| text.trim_end_matches('.').to_lowercase();
    let first = first_sentence(text);
    if words(first) == words(title) {
        return first_sentence(text[first.len()..].trim_start());
    }
    first
}

/// A part of a page below a heading that can be linked to; nothing where it would be empty.
pub(crate) fn section(html: &mut String, id: &str, heading: &str, body: &str) {
    if body.is_empty() {
        return;
    }
    html.push_str(&format!(
        "<section id=\"{id}\" aria-labelledby=\"{id}-heading\">\n\
         <h2><span id=\"{id}-heading\">{heading}</span> \
         <a class=\"anchor\" href=\"#{id}\" aria-label=\"Link to “{heading}”\">#</a></h2>\n{body}</section>\n"
    ));
}

pub(crate) fn list_of(tag: &str, items: impl Iterator<Item = String>) -> String {
    let items: String = items.map(|item| format!("<li>{item}</li>\n")).collect();
    if items.is_empty() {
        return items;
    }
    format!("<{tag}>\n{items}</{tag}>\n")
}

/// A list entry that says in a line what its page is about.
pub(crate) fn entry(address: &str, title: &str, summary: &str) -> String {
    format!(
        "<a href=\"{}\">{title}</a> <span class=\"summary\">{}</span>",
        escape(address),
        sentence(summary)
    )
}

pub(crate) fn link(link: &Link) -> String {
    format!(
        "<a href=\"{}\" rel=\"noreferrer\">{}</a>",
        escape(link.url),
        sentence(link.title)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_cannot_become_markup() {
        assert_eq!(
            escape(r#"<a href="x">'&'"#),
            "&lt;a href=&quot;x&quot;&gt;&#39;&amp;&#39;"
        );
    }

    #[test]
    fn backticks_make_code() {
        assert_eq!(sentence("Use `a<b` here."), "Use <code>a&lt;b</code> here.");
        assert_eq!(sentence("One ` alone"), "One ` alone");
    }

    #[test]
    fn a_sentence_ends_before_the_next_one() {
        assert_eq!(
            first_sentence("Use v. 2 of it. Then go."),
            "Use v. 2 of it."
        );
        assert_eq!(first_sentence("One."), "One.");
        assert_eq!(summary("It moved", "It moved. Go on. Far."), "Go on.");
        assert_eq!(summary("It moved", "It moved."), "");
    }

    #[test]
    fn an_empty_section_is_left_out() {
        let mut html = String::new();
        section(&mut html, "a", "A", "");
        assert_eq!(html, "");
        section(&mut html, "a", "A", "<p>x</p>");
        assert!(html.contains("<a class=\"anchor\" href=\"#a\""));
    }
}
