//! The sentences for people, as templates for translators: out of the sources, the page and the problems.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;
use std::path::Path;

use jira_doctor::problems;
use serde_json::Value;

/// The templates, and the files that each stands in.
pub(crate) type Texts = BTreeMap<String, BTreeSet<String>>;

/// Every template below a checkout's root.
pub(crate) fn all(root: &Path) -> Texts {
    let mut texts = Texts::new();
    scan(root, "src", "rs", "prose!(", &mut texts);
    scan(root, "www/lib", "js", "gettext(", &mut texts);
    for page in ["www/frame.html", "www/index.html", "www/tools.html"] {
        let html = fs::read_to_string(root.join(page)).unwrap();
        markup(&html, |text| add(&mut texts, text, page));
    }
    guides(root, &mut texts);
    for problem in problems() {
        let file = format!("src/problems/{}.rs", problem.id.replace('-', "_"));
        let page = problem.explain();
        let longer = [&page.steps, page.meaning, page.causes].concat();
        for text in [page.title, page.group].iter().chain(&longer) {
            add(&mut texts, text, &file);
        }
    }
    texts
}

/// What the guides of products say.
fn guides(root: &Path, texts: &mut Texts) {
    for entry in fs::read_dir(root.join("www/profiles")).unwrap() {
        let path = entry.unwrap().path();
        let profile: Value = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
        let file = format!(
            "www/profiles/{}",
            path.file_name().unwrap().to_string_lossy()
        );
        let mut take = |list: &str, keys: &[&str]| {
            let all = profile.pointer(list).and_then(Value::as_array);
            for (entry, key) in all
                .into_iter()
                .flatten()
                .flat_map(|entry| keys.iter().map(move |key| (entry, key)))
            {
                add(
                    texts,
                    entry.get(key).and_then(Value::as_str).unwrap_or_default(),
                    &file,
                );
            }
        };
        take("/guide/steps", &["text"]);
        take("/guide/corrections", &["holds", "why"]);
    }
}

fn add(texts: &mut Texts, template: &str, file: &str) {
    if !template.is_empty() {
        let files = texts.entry(template.to_owned()).or_default();
        files.insert(file.to_owned());
    }
}

/// Reads the files of one kind in a folder, and what stands in quotes behind `opener`.
fn scan(root: &Path, folder: &str, kind: &str, opener: &str, texts: &mut Texts) {
    for entry in fs::read_dir(root.join(folder)).unwrap() {
        let entry = entry.unwrap();
        let name = format!("{folder}/{}", entry.file_name().to_string_lossy());
        if entry.file_type().unwrap().is_dir() {
            scan(root, &name, kind, opener, texts);
        } else if name.ends_with(&format!(".{kind}")) {
            let text = fs::read_to_string(entry.path()).unwrap();
            let code = text.split("#[cfg(test)]").next().unwrap_or_default();
            let lines = code
                .lines()
                .filter(|line| !line.trim_start().starts_with("//"));
            let code = lines.collect::<Vec<_>>().join("\n");
            for rest in code.split(opener).skip(1) {
                if let Some(literal) = rest.trim_start().strip_prefix('"') {
                    add(texts, &unescaped(literal), &name);
                }
            }
        }
    }
}

/// A literal up to its closing quote, as it means.
fn unescaped(literal: &str) -> String {
    let mut text = String::new();
    let mut chars = literal.chars();
    while let Some(c) = chars.next() {
        match c {
            '"' => break,
            '\\' => match chars.next() {
                Some('n') => text.push('\n'),
                // A line that goes on.
                Some('\n') => {
                    let rest = chars.as_str().trim_start();
                    chars = rest.chars();
                }
                Some(other) => text.push(other),
                None => break,
            },
            c => text.push(c),
        }
    }
    text
}

/// An element that is read, and what it holds so far.
#[derive(Default)]
struct Element {
    name: String,
    /// Its text as a template: each element inside is a tag without attributes around its own text.
    template: String,
    /// Whether text stands in it beside elements.
    has_text: bool,
    /// Whether it stays as it is, whatever the language.
    is_code: bool,
    /// The sentences of the elements inside.
    inner: Vec<String>,
}

/// Elements that nobody translates, beside those that say so.
const CODE: [&str; 5] = ["script", "style", "svg", "noscript", "code"];

/// Elements that hold nothing.
const VOID: [&str; 3] = ["meta", "link", "input"];

/// The sentences of a page: what an element with a text of its own says, with the links and the code in it. `www/lib/language.js`
/// reads the page in the same way.
fn markup(html: &str, mut add: impl FnMut(&str)) {
    let marks = ["<body", "{{body}}"];
    let (head, body) = marks
        .iter()
        .find_map(|mark| html.split_once(mark))
        .unwrap_or_default();
    if let Some((_, title)) = head.split_once("<title>") {
        add(title.split('<').next().unwrap_or_default());
    }
    let mut open = vec![Element::default()];
    for part in body.split('<').skip(1) {
        let Some((tag, text)) = part.split_once('>') else {
            continue;
        };
        if let Some((_, label)) = tag.split_once("aria-label=\"") {
            add(label.split('"').next().unwrap_or_default());
        }
        let name = tag.split_whitespace().next().unwrap_or_default();
        if tag.starts_with('/') {
            close(&mut open);
        } else if !tag.starts_with('!') && !VOID.contains(&name) {
            open.push(Element {
                name: name.to_owned(),
                is_code: CODE.contains(&name) || tag.contains("translate=\"no\""),
                ..Element::default()
            });
        }
        if let Some(last) = open.last_mut() {
            last.has_text |= text.chars().any(char::is_alphabetic);
            last.template.push_str(text);
        }
    }
    for sentence in open.iter().flat_map(|element| &element.inner) {
        add(sentence);
    }
}

/// Ends the innermost element: it is a sentence of its own, or part of the one around it.
fn close(open: &mut Vec<Element>) {
    // The body is read to its end.
    if open.len() == 1 {
        return;
    }
    let Some(done) = open.pop() else { return };
    let Some(outer) = open.last_mut() else { return };
    let template = done.template.split_whitespace().collect::<Vec<_>>();
    let template = template.join(" ");
    // Writing to a String cannot fail.
    let _ = write!(outer.template, "<{0}>{template}</{0}>", done.name);
    match (done.is_code, done.has_text) {
        (true, _) => {}
        (false, true) => outer.inner.push(template),
        (false, false) => outer.inner.extend(done.inner),
    }
}

/// The templates as gettext's template file.
pub(crate) fn pot(texts: &Texts) -> String {
    let mut pot = String::from(
        "# The sentences of jira-doctor, written by `cargo xtask texts`.\n\
         msgid \"\"\nmsgstr \"\"\n\"Content-Type: text/plain; charset=UTF-8\\n\"\n",
    );
    for (template, files) in texts {
        let files: Vec<_> = files.iter().map(String::as_str).collect();
        let quoted = template.replace('\\', "\\\\").replace('"', "\\\"");
        let quoted = quoted.replace('\n', "\\n");
        // Writing to a String cannot fail.
        let _ = write!(
            pot,
            "\n#: {}\nmsgid \"{quoted}\"\nmsgstr \"\"\n",
            files.join(" ")
        );
    }
    pot
}

/// The translations of a `.po` file. One that lacks a placeholder of its template is an error.
pub(crate) fn translations(po: &str) -> Result<Vec<(String, String)>, String> {
    let mut entries: Vec<(String, String)> = Vec::new();
    let mut in_translation = false;
    for line in po.lines().map(str::trim) {
        let literal = |rest: &str| unescaped(rest.trim().trim_start_matches('"'));
        if let Some(rest) = line.strip_prefix("msgid ") {
            entries.push((literal(rest), String::new()));
            in_translation = false;
        } else if let Some((_, translation)) = entries.last_mut()
            && let Some(rest) = line.strip_prefix("msgstr ")
        {
            *translation = literal(rest);
            in_translation = true;
        } else if let Some((template, translation)) = entries.last_mut()
            && line.starts_with('"')
        {
            let more = literal(line);
            if in_translation {
                translation
            } else {
                template
            }
            .push_str(&more);
        }
    }
    entries.retain(|(template, translation)| !template.is_empty() && !translation.is_empty());
    for (template, translation) in &entries {
        if placeholders(template) != placeholders(translation) {
            return Err(format!(
                "“{translation}” has not the placeholders of “{template}”"
            ));
        }
    }
    Ok(entries)
}

/// What a translation keeps: the names of values, and the elements of a page.
fn placeholders(template: &str) -> BTreeSet<&str> {
    let values = template.split('{').skip(1);
    let values = values.filter_map(|part| Some(part.split_once('}')?.0));
    let elements = template.split('<').skip(1);
    let elements = elements.filter_map(|part| Some(part.split_once('>')?.0));
    let is_name = |name: &&str| {
        name.trim_start_matches('/')
            .bytes()
            .all(|b| b.is_ascii_lowercase())
    };
    values.chain(elements.filter(is_name)).collect()
}

/// Translations as `jira_doctor::translate` takes them.
pub(crate) fn compiled(entries: &[(String, String)]) -> String {
    let lines = entries
        .iter()
        .flat_map(|(template, translation)| [template, translation]);
    lines.flat_map(|line| [line.as_str(), "\n"]).collect()
}

/// A language that nobody speaks: accents, a third longer, in brackets. Whatever reads without them was not translated, and
/// what does not fit shows.
pub(crate) fn pseudo(template: &str) -> String {
    let mut depth = 0;
    let accented = template.chars().map(|c| {
        match c {
            '{' | '<' => depth += 1,
            '}' | '>' => depth -= 1,
            _ => {}
        }
        match c {
            'a' if depth == 0 => 'á',
            'e' if depth == 0 => 'é',
            'o' if depth == 0 => 'ö',
            'u' if depth == 0 => 'ü',
            c => c,
        }
    });
    let text: String = accented.collect();
    let longer = "~".repeat(template.chars().count() / 3);
    format!("⟦{text}{longer}⟧")
}
