//! What every page stands in, `www/frame.html`: the head, the policy, the header. And what the help pages have beside it: the way back
//! to their list, the pages before and after them.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};

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

/// The pages of which `www/` holds all but the frame.
const WHOLE: [&str; 2] = ["index.html", "tools.html"];

/// What only a page that loads the checker may do.
const WASM: &str = " 'wasm-unsafe-eval'";

/// Puts the pages in `dist` into the frame.
pub(crate) fn dress(dist: &Path) -> Result<()> {
    let frame = source("frame.html")?;
    for name in WHOLE {
        let page = dressed(&current(&frame, name, "page"), &source(name)?)?;
        fs::write(dist.join(name), page).context(name)?;
    }
    Ok(())
}

fn source(name: &str) -> Result<String> {
    let path = root().join("www").join(name);
    fs::read_to_string(&path).with_context(|| path.display().to_string())
}

/// A page in its frame: what stands before its body goes into the head.
fn dressed(frame: &str, page: &str) -> Result<String> {
    let (head, body) = page.split_once("<body").context("a page without a body")?;
    let (attributes, content) = body.split_once(">\n").context("a body without an end")?;
    let head: String = head
        .lines()
        .filter(|line| !line.is_empty())
        .map(|line| format!("  {line}\n"))
        .collect();
    Ok(frame
        .replace("{{head}}", &head)
        .replace("{{body}}", &format!("<body{attributes}>"))
        .replace("{{content}}", content))
}

/// Marks the part of the site, named by its address, that a page belongs to.
fn current(html: &str, address: &str, how: &str) -> String {
    let link = format!("href=\"{address}\">");
    let marked = format!("href=\"{address}\" aria-current=\"{how}\">");
    html.replacen(&link, &marked, 1)
}

/// The frame of the help pages, read once.
pub(crate) struct Frame(String);

impl Frame {
    pub(crate) fn read() -> Result<Self> {
        let frame = dressed(&source("frame.html")?, &source("help.html")?)?;
        ensure!(frame.contains(WASM), "frame.html: no{WASM}");
        // They stand in folders, and load no module.
        let nested = frame
            .replace("href=\"", "href=\"../")
            .replace("src=\"", "src=\"../");
        Ok(Self(nested.replace(WASM, "")))
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
        let list = format!("../{}/index.html", page.folder.name());
        let how = if page.name == "index" { "page" } else { "true" };
        current(&self.0, &list, how)
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
        let nav = "<a href=\"../codes/index.html\">Codes</a>";
        let frame = Frame([nav, "|{{trail}}|{{title}}|{{heading}}|{{content}}"].concat());
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
    fn a_page_goes_into_its_frame() {
        let frame = "<head>\n{{head}}</head>\n{{body}}\n{{content}}</html>\n";
        let page = "<title>A</title>\n\n<body class=\"a\">\nText\n</body>\n";
        assert_eq!(
            dressed(frame, page).unwrap(),
            "<head>\n  <title>A</title>\n</head>\n<body class=\"a\">\nText\n</body>\n</html>\n"
        );
        assert!(dressed(frame, "<p>").is_err());
    }

    #[test]
    fn the_first_page_has_none_before_it() {
        let html = pager(None, Some(("b", "B")));
        assert!(html.contains("Next:") && !html.contains("Previous:"));
    }
}
