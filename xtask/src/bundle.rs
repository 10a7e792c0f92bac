//! The page's scripts for a quick first load: one file for all of `www/`, one for the profiles, one for each WebAssembly module,
//! minified, their names told by what they hold. The sources stay native modules, and the package keeps them as they are.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use xshell::cmd;

use crate::tools::{self, root};

/// The folder of the bundles, as deep as `lib/`: what is found from there is found from here.
const FOLDER: &str = "app";

/// Bundles the page in `dist`, whose modules are `pkg/NAME.js` and `pkg/NAME_wasm.js`.
pub(crate) fn write(dist: &Path, modules: &[&str]) -> Result<()> {
    fs::create_dir_all(dist.join(FOLDER))?;
    squeeze_sheets(dist)?;
    let mut page = esbuild(
        &dist.join("page.js"),
        &["--bundle", "--external:*/profiles.js"],
    )?;
    // Nobody waits for the profiles before one is chosen.
    let profiles = store(
        dist,
        "profiles",
        &esbuild(&dist.join("lib/profiles.js"), &[])?,
    )?;
    page = replaced(&page, "./profiles.js", &format!("./{profiles}"))?;
    let mut documents = ["index.html", "live.html"].map(|name| (name, dist.join(name)));
    let mut texts = Vec::new();
    for (name, path) in &documents {
        texts.push(fs::read_to_string(path).with_context(|| (*name).to_owned())?);
    }
    let mut stored: Vec<(String, String)> = Vec::new();
    for module in modules {
        let (glue, wasm) = (format!("pkg/{module}.js"), format!("pkg/{module}_wasm.js"));
        let mut carrier = fs::read_to_string(dist.join(&wasm))?;
        // One carrier may need another.
        for (name, bundled) in &stored {
            carrier = carrier.replace(name, &format!("./{bundled}"));
        }
        // esbuild would write the carrier's text in another form.
        let script = format!("{}{carrier}", esbuild(&dist.join(&glue), &[])?);
        let bundled = store(dist, module, &script)?;
        stored.push((format!("./{module}_wasm.js"), bundled.clone()));
        for part in [&glue, &wasm] {
            page = replaced(&page, &format!("../{part}"), &format!("./{bundled}"))?;
        }
        for text in &mut texts {
            *text = text.replace(
                &format!("href=\"{glue}\""),
                &format!("href=\"{FOLDER}/{bundled}\""),
            );
            let preload = format!("  <link rel=\"modulepreload\" href=\"{wasm}\">\n");
            *text = text.replace(&preload, "");
        }
    }
    let bundled = store(dist, "page", &page)?;
    for ((_, path), text) in documents.iter_mut().zip(texts) {
        let script = format!("src=\"{FOLDER}/{bundled}\"");
        fs::write(path, replaced(&text, "src=\"page.js\"", &script)?)?;
    }
    Ok(())
}

/// Takes indentation and comments out of the styles that stand in scripts, which esbuild leaves as they are.
fn squeeze_sheets(dist: &Path) -> Result<()> {
    for entry in fs::read_dir(dist.join("lib/element/sheets"))? {
        let path = entry?.path();
        let sheet = fs::read_to_string(&path)?;
        let is_told = |line: &&str| !(line.starts_with("/* ") && line.ends_with(" */"));
        let lines = sheet.lines().map(str::trim_start).filter(is_told);
        let lines: String = lines.flat_map(|line| [line, "\n"]).collect();
        fs::write(&path, lines)?;
    }
    Ok(())
}

/// Minifies the styles of the pages.
pub(crate) fn minify_styles(dist: &Path) -> Result<()> {
    for name in ["style.css", "help.css", "tools.css", "lib/tokens.css"] {
        let path = dist.join(name);
        let style = esbuild(&path, &[])?;
        fs::write(&path, style)?;
    }
    Ok(())
}

/// One script or style, minified; a script as a module.
pub(crate) fn esbuild(script: &Path, how: &[&str]) -> Result<String> {
    // Its own file, not one on PATH: what is built follows from the lockfile.
    let program = root().join("xtask/node_modules/esbuild/bin/esbuild");
    let form = [
        "--minify",
        "--format=esm",
        "--target=es2022",
        "--charset=utf8",
    ];
    let sh = tools::shell()?;
    let esbuild = cmd!(sh, "node {program} {script} {form...} {how...}");
    let esbuild = esbuild.args(["--legal-comments=none", "--log-level=warning"]);
    // The line's end is not read.
    Ok(esbuild.quiet().read()? + "\n")
}

/// Puts a text in another's place, which must stand there once.
fn replaced(text: &str, from: &str, to: &str) -> Result<String> {
    let count = text.matches(from).count();
    ensure!(
        count == 1,
        "`{from}` stands {count} times where it should once"
    );
    Ok(text.replace(from, to))
}

/// Writes a script under a name that changes with what it holds, and gives the name.
fn store(dist: &Path, name: &str, script: &str) -> Result<String> {
    let name = format!("{name}.{:016x}.js", hash(script.as_bytes()));
    fs::write(dist.join(FOLDER).join(&name), script)?;
    Ok(name)
}

/// FNV-1a: the same on every machine and with every version of Rust.
fn hash(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_follows_from_the_bytes() {
        assert_eq!(hash(b""), 0xcbf2_9ce4_8422_2325);
        assert_eq!(hash(b"a"), 0xaf63_dc4c_8601_ec8c);
    }

    #[test]
    fn what_stands_twice_is_not_replaced() {
        assert_eq!(replaced("a b", "b", "c").unwrap(), "a c");
        assert!(replaced("a b b", "b", "c").is_err());
        assert!(replaced("a", "b", "c").is_err());
    }
}
