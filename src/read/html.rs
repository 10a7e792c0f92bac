//! What a web page or an XML document calls itself.

use crate::text::cut;

/// Longer titles are cut: a page without an end tag would be its own title.
const LONGEST: usize = 300;

/// The page's title, or its first heading where it has no title.
pub(crate) fn title(page: &str) -> Option<String> {
    let mut tags = Tags { rest: page };
    while let Some(name) = tags.next() {
        let is = |known: &str| name.eq_ignore_ascii_case(known);
        if is("title") || is("h1") || is("h2") {
            let words = tags.words_until(name);
            if !words.is_empty() {
                return Some(words);
            }
        } else if is("script") || is("style") {
            tags.skip_raw(name);
        }
    }
    None
}

/// What stands in each element of these names, in order.
pub(crate) fn elements(document: &str, names: &[&str], most: usize) -> Vec<String> {
    let mut tags = Tags { rest: document };
    let mut found = Vec::new();
    while let Some(name) = tags.next() {
        if found.len() == most {
            break;
        }
        if names.iter().any(|known| known.eq_ignore_ascii_case(name)) {
            let words = tags.words_until(name);
            if !words.is_empty() {
                found.push(words);
            }
        }
    }
    found
}

/// Whether the text begins with a tag of this name: `<html`, `<!doctype`, `<?xml`.
pub(crate) fn begins_with(text: &str, name: &str) -> bool {
    let Some((head, rest)) = text
        .strip_prefix('<')
        .and_then(|tag| tag.split_at_checked(name.len()))
    else {
        return false;
    };
    let ends = |b: u8| !b.is_ascii_alphanumeric();
    head.eq_ignore_ascii_case(name) && rest.bytes().next().is_none_or(ends)
}

struct Tags<'a> {
    rest: &'a str,
}

impl<'a> Tags<'a> {
    /// The name of the next opening tag; what follows it is left to read. Comments are passed over.
    fn next(&mut self) -> Option<&'a str> {
        loop {
            let (_, rest) = self.rest.split_once('<')?;
            self.rest = rest;
            if let Some(comment) = rest.strip_prefix("!--") {
                self.rest = comment.split_once("-->").map_or("", |(_, rest)| rest);
                continue;
            }
            let ends = |c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_';
            let name = rest.get(..rest.find(ends).unwrap_or(rest.len()))?;
            if !name.is_empty() {
                self.rest = after_tag(rest);
                return Some(name);
            }
        }
    }

    /// The text up to the closing tag of this name, without tags, entities and runs of blanks.
    fn words_until(&mut self, name: &str) -> String {
        let mut words = Words::default();
        while !words.is_full() {
            let at = self.rest.find('<').unwrap_or(self.rest.len());
            let (text, tag) = self.rest.split_at_checked(at).unwrap_or((self.rest, ""));
            words.take(text);
            self.rest = tag;
            if tag.is_empty() || begins_with_closing(tag, name) {
                break;
            }
            self.rest = after_tag(tag);
            // A tag parts words, but for the ones within a line.
            words.whitespace();
        }
        words.text
    }

    /// Passes over a script or a style sheet, where `<` means nothing.
    fn skip_raw(&mut self, name: &str) {
        while let Some(at) = self.rest.find("</") {
            self.rest = self.rest.get(at..).unwrap_or_default();
            if begins_with_closing(self.rest, name) {
                return;
            }
            self.rest = self.rest.get(2..).unwrap_or_default();
        }
        self.rest = "";
    }
}

fn begins_with_closing(tag: &str, name: &str) -> bool {
    tag.strip_prefix("</")
        .is_some_and(|rest| cut::starts_with(rest, name))
}

/// What follows a tag's `>`.
fn after_tag(tag: &str) -> &str {
    tag.split_once('>').map_or("", |(_, rest)| rest)
}

/// Words with single blanks between them.
#[derive(Default)]
struct Words {
    text: String,
    parted: bool,
}

impl Words {
    fn is_full(&self) -> bool {
        self.text.len() >= LONGEST
    }

    fn whitespace(&mut self) {
        self.parted = true;
    }

    fn push(&mut self, c: char) {
        if c.is_whitespace() {
            self.whitespace();
            return;
        }
        if self.parted && !self.text.is_empty() {
            self.text.push(' ');
        }
        self.parted = false;
        self.text.push(c);
    }

    fn take(&mut self, mut text: &str) {
        while !self.is_full() {
            let mut chars = text.chars();
            let Some(first) = chars.next() else { return };
            let (c, rest) = entity(text).unwrap_or((first, chars.as_str()));
            self.push(c);
            text = rest;
        }
    }
}

/// The character that an entity at the start stands for, and what follows it.
fn entity(text: &str) -> Option<(char, &str)> {
    let text = text.strip_prefix('&')?;
    // No name is longer, and a search through the whole text for each `&` would be quadratic.
    let length = text.bytes().take(10).position(|b| b == b';')?;
    let name = text.get(..length)?;
    let c = match name.strip_prefix('#') {
        Some(number) => numbered(number)?,
        None => named(name)?,
    };
    Some((c, text.get(name.len() + 1..)?))
}

fn numbered(number: &str) -> Option<char> {
    let code = match number.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16),
        None => number.parse(),
    };
    char::from_u32(code.ok()?)
}

fn named(name: &str) -> Option<char> {
    let (_, c) = ENTITIES.iter().find(|(known, _)| *known == name)?;
    Some(*c)
}

static ENTITIES: &[(&str, char)] = &[
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("nbsp", ' '),
    ("ndash", '–'),
    ("mdash", '—'),
    ("rsquo", '’'),
    ("hellip", '…'),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_called_by_its_title_or_its_first_heading() {
        let table = [
            (
                "<html>\n<head>\n <title>Unauthorized (401)</title>",
                "Unauthorized (401)",
            ),
            (
                "<title>Oops, you&#39;ve found a dead link. - JIRA</title>",
                "Oops, you've found a dead link. - JIRA",
            ),
            (
                "<TITLE>HTTP Status 401 &#x2013; \n  Unauthorized</TITLE>",
                "HTTP Status 401 – Unauthorized",
            ),
            (
                "<title></title><h1 class=x>Not <b>Found</b></h1>",
                "Not Found",
            ),
            ("<p>no</p><H2>Blocked&nbsp;&amp; logged", "Blocked & logged"),
            (
                "<script>'<title>no</title>'</script><title>yes</title>",
                "yes",
            ),
            ("<!-- <title>no</title> --><title>yes</title>", "yes"),
            (
                "<title>AT&T; &bogus; &#xD800; &",
                "AT&T; &bogus; &#xD800; &",
            ),
        ];
        for (page, expected) in table {
            assert_eq!(title(page).as_deref(), Some(expected), "{page}");
        }
        for page in [
            "",
            "<",
            "</",
            "<!--",
            "<p>x</p>",
            "<titles>x</titles>",
            "&é",
        ] {
            assert_eq!(title(page), None, "{page}");
        }
    }

    #[test]
    fn a_title_without_an_end_is_cut() {
        let page = format!("<title>{}", "é".repeat(5000));
        assert!(title(&page).unwrap().len() <= LONGEST + 2);
    }

    #[test]
    fn elements_are_read_in_order() {
        let xml = "<?xml version=\"1.0\"?><status><status-code>401</status-code><message>Client &amp; x</message><message/></status>";
        assert_eq!(elements(xml, &["message"], 9), ["Client & x"]);
    }
}
