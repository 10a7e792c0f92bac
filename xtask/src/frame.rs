//! What every generated help page stands in: the header, the way back to its list, the pages before and after it.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::html::{escape, plain, sentence};
use crate::tools::root;

/// The lists of help pages, each in a folder of its own.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Folder {
    Problems,
    Codes,
    Messages,
}

impl Folder {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Problems => "problems",
            Self::Codes => "codes",
            Self::Messages => "messages",
        }
    }

    fn list(self) -> &'static str {
        match self {
            Self::Problems => "All problems",
            Self::Codes => "All status codes",
            Self::Messages => "All error messages",
        }
    }
}

/// The site's parts: their names in the header, and their addresses from the root.
const PARTS: [(&str, &str); 5] = [
    ("Check", "index.html"),
    ("Problems", "problems/index.html"),
    ("Codes", "codes/index.html"),
    ("Messages", "messages/index.html"),
    ("Tools", "tools.html"),
];

/// One page.
pub(crate) struct Page<'a> {
    pub(crate) folder: Folder,
    /// Without `.html`; `index` is the folder's list.
    pub(crate) name: &'a str,
    pub(crate) title: &'a str,
    /// The title as HTML, where it is more than a sentence.
    pub(crate) heading: Option<String>,
    pub(crate) description: &'a str,
    pub(crate) content: &'a str,
}

/// The template, read once.
pub(crate) struct Frame(String);

impl Frame {
    pub(crate) fn read() -> Result<Self> {
        let path = root().join("www/template.html");
        Ok(Self(
            fs::read_to_string(&path).with_context(|| path.display().to_string())?,
        ))
    }

    /// Writes a page into its folder in `dist`.
    pub(crate) fn write(&self, dist: &Path, page: &Page) -> Result<()> {
        let folder = dist.join(page.folder.name());
        fs::create_dir_all(&folder)?;
        let file = folder.join(format!("{}.html", page.name));
        fs::write(file, self.filled(page)).context(page.title.to_owned())
    }

    /// The content last: what stands in it is never taken for a slot.
    fn filled(&self, page: &Page) -> String {
        let heading = page.heading.clone();
        self.0
            .replace("{{nav}}", &nav(page))
            .replace("{{trail}}", &trail(page))
            .replace("{{title}}", &plain(page.title))
            .replace("{{description}}", &plain(page.description))
            .replace(
                "{{heading}}",
                &heading.unwrap_or_else(|| sentence(page.title)),
            )
            .replace("{{content}}", page.content)
    }
}

fn nav(page: &Page) -> String {
    let list = format!("{}/index.html", page.folder.name());
    PARTS
        .map(|(name, address)| {
            let current = match (address == list, page.name) {
                (false, _) => "",
                (true, "index") => " aria-current=\"page\"",
                (true, _) => " aria-current=\"true\"",
            };
            format!("<a href=\"../{address}\"{current}>{name}</a>")
        })
        .concat()
}

fn trail(page: &Page) -> String {
    if page.name == "index" {
        return String::new();
    }
    let list = page.folder.list();
    format!("<p class=\"trail\"><a href=\"index.html\">{list}</a></p>\n")
}

/// Links to the pages before and after one, by name and title.
pub(crate) fn pager(before: Option<(&str, &str)>, after: Option<(&str, &str)>) -> String {
    let link = |neighbour: Option<(&str, &str)>, direction: &str, label: &str| {
        neighbour.map_or(String::new(), |(name, title)| {
            format!(
                "<a rel=\"{direction}\" href=\"{}.html\"><span>{label}</span> {}</a>",
                escape(name),
                sentence(title)
            )
        })
    };
    format!(
        "<nav class=\"pager\" aria-label=\"Previous and next\">{}{}</nav>\n",
        link(before, "prev", "Previous:"),
        link(after, "next", "Next:")
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_knows_its_place() {
        let frame = Frame("{{nav}}|{{trail}}|{{title}}|{{heading}}|{{content}}".to_owned());
        let mut page = Page {
            folder: Folder::Codes,
            name: "401",
            title: "`401`",
            heading: None,
            description: "",
            content: "{{title}}",
        };
        let html = frame.filled(&page);
        assert!(html.contains("<a href=\"../codes/index.html\" aria-current=\"true\">Codes</a>"));
        assert!(html.ends_with("</p>\n|401|<code>401</code>|{{title}}"));
        page.name = "index";
        let html = frame.filled(&page);
        assert!(html.contains("aria-current=\"page\">Codes") && html.contains("||401"));
    }

    #[test]
    fn the_first_page_has_none_before_it() {
        let html = pager(None, Some(("b", "B")));
        assert!(html.contains("Next:") && !html.contains("Previous:"));
    }
}
