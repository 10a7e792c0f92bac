//! Text as HTML.

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
}
