//! `texts`: the templates of all sentences for translators, and their translations for the page.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, anyhow, bail};

use crate::support::texts;
use crate::tools::root;

const TEMPLATES: &str = "locales/jira-doctor.pot";

pub(crate) fn run(only_check: bool) -> Result<()> {
    if only_check { check() } else { write() }
}

fn write() -> Result<()> {
    let all = texts::all(&root());
    let path = root().join(TEMPLATES);
    fs::create_dir_all(root().join("locales"))?;
    fs::write(path, texts::pot(&all)).context(TEMPLATES)?;
    println!("{TEMPLATES}: {} templates", all.len());
    Ok(())
}

/// Fails where the templates are not those of the sources.
pub(crate) fn check() -> Result<()> {
    let known = fs::read_to_string(root().join(TEMPLATES)).unwrap_or_default();
    if known != texts::pot(&texts::all(&root())) {
        bail!("{TEMPLATES} is not what the sources say: run `cargo xtask texts`");
    }
    Ok(())
}

/// Compiles every `locales/NAME.po` into `locales/NAME.js`, and the pseudo-locale with them.
pub(crate) fn compile(dist: &Path) -> Result<()> {
    let folder = dist.join("locales");
    fs::create_dir_all(&folder)?;
    let save = |name: &str, entries: &[(String, String)]| -> Result<()> {
        let text = serde_json::to_string(&texts::compiled(entries))?;
        fs::write(
            folder.join(format!("{name}.js")),
            format!("export default {text};\n"),
        )?;
        Ok(())
    };
    let all = texts::all(&root());
    let pseudo: Vec<_> = all
        .keys()
        .map(|text| (text.clone(), texts::pseudo(text)))
        .collect();
    save("pseudo", &pseudo)?;
    // The same once more under a name that runs from right to left.
    save("pseudo-rtl", &pseudo)?;
    for entry in fs::read_dir(root().join("locales"))? {
        let path = entry?.path();
        if path.extension().is_some_and(|kind| kind == "po") {
            let name = path.file_stem().unwrap_or_default().to_string_lossy();
            let entries = texts::translations(&fs::read_to_string(&path)?)
                .map_err(|why| anyhow!("{}: {why}", path.display()))?;
            save(&name, &entries)?;
        }
    }
    Ok(())
}

/// The languages that the page can speak beside its own, separated by spaces.
pub(crate) fn languages() -> Result<String> {
    let mut names = Vec::new();
    for entry in fs::read_dir(root().join("locales"))? {
        let path = entry?.path();
        if path.extension().is_some_and(|kind| kind == "po") {
            names.extend(
                path.file_stem()
                    .map(|name| name.to_string_lossy().into_owned()),
            );
        }
    }
    names.sort();
    Ok(names.join(" "))
}
