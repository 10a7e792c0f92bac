//! The profiles of `www/profiles/`: as a module, because a page that may fetch nothing may still import; and their schema,
//! completed by the names that the crate alone lists.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use jira_doctor::Profile;
use serde_json::{Value, json};

const SCHEMA: &str = "profile.schema.json";

/// Writes `lib/profiles.js`, and the names alone for the page's start, from the JSON files that have been copied into `dist`, and
/// completes the schema beside them.
pub(crate) fn write(dist: &Path) -> Result<()> {
    let folder = dist.join("profiles");
    let profiles = files(&folder)?
        .iter()
        .map(|path| read(path).with_context(|| path.display().to_string()))
        .collect::<Result<Vec<_>>>()?;
    let names: Vec<_> = profiles
        .iter()
        .map(|profile| json!({ "id": profile["id"], "name": profile["name"] }))
        .collect();
    fs::write(
        dist.join("lib/profiles.js"),
        format!(
            "// Written by `cargo xtask build` from profiles/*.json.\n\
             export const PROFILES = {:#};\n",
            Value::from(profiles)
        ),
    )?;
    fs::write(
        dist.join("lib/profile-names.js"),
        format!(
            "// Written by `cargo xtask build` from profiles/*.json.\n\
             export const NAMES = {:#};\n",
            Value::from(names)
        ),
    )?;
    fs::write(
        dist.join("lib/profile-names.d.ts"),
        "/** The ids and the names of the profiles that come with the package, in the order of their ids. */\n\
         export const NAMES: { id: string; name: string }[];\n",
    )?;
    fs::write(
        dist.join("lib/profiles.d.ts"),
        "import type { Profile } from \"../pkg/jira_doctor.js\";\n\
         /** The profiles that come with the package, in the order of their ids. */\n\
         export const PROFILES: Profile[];\n",
    )?;
    complete(&folder.join(SCHEMA))
}

/// The profiles in a folder, by name.
fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| folder.display().to_string())? {
        let path = entry?.path();
        if path.file_name().is_some_and(|name| name != SCHEMA) {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// A profile that is as good as anyone's must be, under its own name.
fn read(path: &Path) -> Result<Value> {
    let text = fs::read_to_string(path)?;
    let profile: Profile = serde_json::from_str(&text)?;
    let is_named = path.file_stem().is_some_and(|name| *name == *profile.id);
    ensure!(is_named, "the profile's id is {}", profile.id);
    Ok(serde_json::from_str(&text)?)
}

/// Adds the names of permissions, problems and purposes: a new one then needs no line in the schema.
fn complete(path: &Path) -> Result<()> {
    let mut schema: Value = serde_json::from_str(&fs::read_to_string(path)?)?;
    let names: [(&str, Vec<_>); 3] = [
        (
            "permission",
            jira_doctor::permissions()
                .iter()
                .map(|known| known.key)
                .collect(),
        ),
        (
            "problem",
            jira_doctor::problems()
                .iter()
                .map(|known| known.id)
                .collect(),
        ),
        (
            "purpose",
            jira_doctor::purposes()
                .iter()
                .map(|known| known.id)
                .collect(),
        ),
    ];
    for (sort, names) in names {
        let place = schema.pointer_mut(&format!("/$defs/{sort}"));
        *place.with_context(|| format!("the schema does not define `{sort}`"))? =
            json!({ "enum": names });
    }
    if let Some(keys) = schema.as_object_mut() {
        // It says that this is still to be done.
        keys.remove("$comment");
    }
    fs::write(path, format!("{schema:#}\n"))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn www() -> PathBuf {
        crate::tools::root().join("www/profiles")
    }

    #[test]
    fn every_profile_is_one() {
        let files = files(&www()).unwrap();
        assert!(files.len() >= 3);
        for path in files {
            read(&path).unwrap();
        }
    }

    #[test]
    fn the_schema_lists_every_name() {
        let copy = tempfile(&fs::read_to_string(www().join(SCHEMA)).unwrap());
        complete(&copy).unwrap();
        let schema: Value = serde_json::from_str(&fs::read_to_string(&copy).unwrap()).unwrap();
        fs::remove_file(copy).unwrap();
        let listed = |sort: &str| schema["$defs"][sort]["enum"].as_array().unwrap().len();
        assert_eq!(listed("problem"), jira_doctor::problems().len());
        assert_eq!(listed("purpose"), jira_doctor::purposes().len());
        assert!(listed("permission") > 30);
    }

    fn tempfile(text: &str) -> PathBuf {
        let path = std::env::temp_dir().join(format!("jira-doctor-{}.json", std::process::id()));
        fs::write(&path, text).unwrap();
        path
    }
}
