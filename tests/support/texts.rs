//! The sentences for people, as templates for translators: out of the sources, the page and the problems.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;
use std::path::Path;

use jira_doctor::problems;

/// The templates, and the files that each stands in.
pub(crate) type Texts = BTreeMap<String, BTreeSet<String>>;

/// Every template below a checkout's root.
pub(crate) fn all(root: &Path) -> Texts {
    let mut texts = Texts::new();
    scan(root, "src", "rs", "prose!(", &mut texts);
    scan(root, "www/lib", "js", "gettext(", &mut texts);
    for page in ["www/index.html", "www/tools.html"] {
        let html = fs::read_to_string(root.join(page)).unwrap();
        markup(&html, |text| add(&mut texts, text, page));
    }
    for problem in problems() {
        let file = format!("src/problems/{}.rs", problem.id.replace('-', "_"));
        let page = &problem.page;
        let longer = [problem.steps, page.meaning, page.causes].concat();
        for text in [problem.title, problem.group.title()].iter().chain(&longer) {
            add(&mut texts, text, &file);
        }
    }
    texts
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

/// The texts between the tags of a page that people read.
fn markup(html: &str, mut add: impl FnMut(&str)) {
    let title = html.split("<title").nth(1).unwrap_or_default();
    let title = title.split('<').next().unwrap_or_default();
    let body = html.split("<body").nth(1).unwrap_or_default();
    for part in [title].into_iter().chain(body.split('<').skip(1)) {
        let is_code = ["script", "style", "svg", "path", "code", "!--"]
            .iter()
            .any(|tag| part.starts_with(tag));
        let text = part.split_once('>').map_or("", |(_, text)| text).trim();
        if !is_code && text.chars().any(char::is_alphabetic) {
            add(&text.split_whitespace().collect::<Vec<_>>().join(" "));
        }
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

fn placeholders(template: &str) -> BTreeSet<&str> {
    let parts = template.split('{').skip(1);
    parts
        .filter_map(|part| Some(part.split_once('}')?.0))
        .collect()
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
            '{' => depth += 1,
            '}' => depth -= 1,
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
