//! What the search of the site finds: one entry for each help page, as a script, because the pages may not fetch anything.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use anyhow::Result;
use jira_doctor::problems;

use crate::codes::Code;
use crate::frame::Folder;
use crate::html::first_sentence;
use crate::messages::Messages;

/// The folder, the file's name without `.html`, the title, and further words to find it by.
type Entry = (&'static str, String, String, String);

/// Writes `search/entries.js`, which `lib/search-list.js` loads when somebody begins to search.
pub(crate) fn write(dist: &Path, codes: &[Code], messages: &Messages) -> Result<()> {
    let folder = dist.join("search");
    fs::create_dir_all(&folder)?;
    let entries = serde_json::to_string(&entries(codes, messages))?;
    fs::write(
        folder.join("entries.js"),
        format!("export default {entries};\n"),
    )?;
    Ok(())
}

fn entries(codes: &[Code], messages: &Messages) -> Vec<Entry> {
    let of_problems = problems().iter().map(|problem| {
        let meaning = problem.page.meaning.first().copied().unwrap_or_default();
        let more = format!("{} {}", problem.id, first_sentence(meaning));
        entry(Folder::Problems, problem.id, problem.title, &more)
    });
    let of_codes = codes
        .iter()
        .map(|code| entry(Folder::Codes, code.id, &code.title(), code.short));
    let of_messages = messages.iter().map(|message| {
        let texts: Vec<_> = message.wordings.iter().map(|one| &*one.text).collect();
        entry(
            Folder::Messages,
            &message.id,
            &message.title,
            &texts.join(" "),
        )
    });
    of_problems.chain(of_codes).chain(of_messages).collect()
}

fn entry(folder: Folder, name: &str, title: &str, more: &str) -> Entry {
    let known = words(title);
    let further = words(more).difference(&known).cloned().collect::<Vec<_>>();
    (
        folder.name(),
        name.to_owned(),
        title.replace('`', ""),
        further.join(" "),
    )
}

/// The words of a text as the search reads what is typed: runs of letters and digits in lower case, longer than one.
fn words(text: &str) -> BTreeSet<String> {
    text.to_lowercase()
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.chars().count() > 1)
        .map(str::to_owned)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_stands_in_an_entry_once() {
        let (folder, name, title, more) = entry(Folder::Codes, "401", "401: `No`", "no NO Auth-a");
        assert_eq!(
            [folder, &*name, &*title, &*more],
            ["codes", "401", "401: No", "auth"]
        );
    }
}
