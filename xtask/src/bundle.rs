//! The page's scripts for a quick first load: one file for all that it starts with, one for each script and each WebAssembly module
//! that comes later, minified, their names told by what they hold. The sources stay native modules, and the package keeps them as
//! they are.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use serde_json::{Map, Value};
use xshell::cmd;

use crate::tools::{self, root};

/// The folder of the bundles, as deep as `lib/`: what is found from there is found from here.
const FOLDER: &str = "app";

/// The scripts of `lib/` that nobody waits for, and what the page calls them.
const LATER: [(&str, &str); 3] = [
    ("profiles", "./profiles.js"),
    ("rest", "./rest.js"),
    ("example", "./lib/example.js"),
];

/// A name, what it is called where it is used, and the module that has it.
type Taken = (String, String, String);

/// A script that comes later. What the page has too it takes from there.
struct Later {
    name: &'static str,
    /// What the page calls it.
    called: &'static str,
    /// What it takes: the name, and its own name for it.
    taken: Vec<(String, String)>,
    script: String,
}

/// Bundles the page in `dist`, whose modules are `pkg/NAME.js` and `pkg/NAME_wasm.js`.
pub(crate) fn write(dist: &Path, modules: &[&str]) -> Result<()> {
    fs::create_dir_all(dist.join(FOLDER))?;
    squeeze_sheets(dist)?;
    let (mut page, later) = bundled(dist)?;
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
    let bundled = write_page(dist, page, &later)?;
    for ((_, path), text) in documents.iter_mut().zip(texts) {
        let script = format!("src=\"{FOLDER}/{bundled}\"");
        fs::write(path, replaced(&text, "src=\"page.js\"", &script)?)?;
    }
    Ok(())
}

/// The page, which exports what the others take from it, and the scripts that come later.
fn bundled(dist: &Path) -> Result<(String, Vec<Later>)> {
    let work = tempfile::tempdir()?;
    let about = work.path().join("about.json");
    let mut how = vec!["--bundle".to_owned()];
    how.extend(LATER.map(|(name, _)| format!("--external:*/{name}.js")));
    let told = [
        how.clone(),
        vec![
            format!("--metafile={}", about.display()),
            format!("--outfile={}", work.path().join("page.js").display()),
        ],
    ]
    .concat();
    esbuild(&dist.join("page.js"), &told)?;
    let about: Value = serde_json::from_str(&fs::read_to_string(about)?)?;
    let inputs = about["inputs"].as_object().context("no inputs")?;
    let outside = inputs
        .keys()
        .map(|path| format!("--external:{}", root().join(path).display()));
    let outside: Vec<_> = outside.chain(["--bundle".to_owned()]).collect();

    // The page stands first: what is exported is what it has made.
    let mut entry = format!("import \"{}\";\n", dist.join("page.js").display());
    let mut exported = BTreeMap::new();
    let mut later = Vec::new();
    for (name, called) in LATER {
        let script = esbuild(&dist.join(format!("lib/{name}.js")), &outside)?;
        let (imports, script) = imports(&script, inputs)?;
        let mut taken = Vec::new();
        for (name, local, module) in imports {
            let known = exported.entry(name.clone()).or_insert(module.clone());
            ensure!(
                *known == module,
                "two modules export `{name}`: {known}, {module}"
            );
            taken.push((name, local));
        }
        later.push(Later {
            name,
            called,
            taken,
            script,
        });
    }
    for (name, module) in exported {
        let module = root().join(module);
        entry += &format!("export {{ {name} }} from \"{}\";\n", module.display());
    }
    let start = work.path().join("start.js");
    fs::write(&start, entry)?;
    Ok((esbuild(&start, &how)?, later))
}

/// What a script takes from the modules outside of it, each with its name, its name here and its module; and the script without
/// its imports.
fn imports(script: &str, outside: &Map<String, Value>) -> Result<(Vec<Taken>, String)> {
    let mut found = Vec::new();
    let mut kept = String::new();
    let mut rest = script;
    while let Some((before, after)) = rest.split_once("import{") {
        let (names, after) = after.split_once("}from\"").context("no import")?;
        let (module, after) = after.split_once("\";").context("no import")?;
        let module = module.trim_start_matches("./");
        ensure!(outside.contains_key(module), "{module} is not outside");
        for name in names.split(',') {
            let (name, local) = name.split_once(" as ").unwrap_or((name, name));
            found.push((name.to_owned(), local.to_owned(), module.to_owned()));
        }
        kept += before;
        rest = after;
    }
    Ok((found, kept + rest))
}

/// Writes the page and the scripts that come later, and gives the page's name. They name one another: what takes from the page
/// is named by both.
fn write_page(dist: &Path, mut page: String, later: &[Later]) -> Result<String> {
    let held = page.clone();
    let mut written = Vec::new();
    for Later {
        name,
        called,
        taken,
        script,
    } in later
    {
        let pairs: Vec<_> = taken
            .iter()
            .map(|(name, local)| format!("{name} as {local}"))
            .collect();
        let import = (!pairs.is_empty()).then(|| format!("import{{{}}}from", pairs.join(",")));
        let both = [script.as_str(), import.as_ref().map_or("", |_| &held)].concat();
        let bundled = named(name, &both);
        page = replaced(&page, &format!("\"{called}\""), &format!("\"./{bundled}\""))?;
        written.push((bundled, import, script));
    }
    let bundled = store(dist, "page", &page)?;
    for (name, import, script) in written {
        let import = import.map(|import| format!("{import}\"./{bundled}\";"));
        fs::write(
            dist.join(FOLDER).join(name),
            import.unwrap_or_default() + script,
        )?;
    }
    Ok(bundled)
}

/// Minifies the styles that stand in scripts, which esbuild leaves as they are, but for those that are put together out of others.
fn squeeze_sheets(dist: &Path) -> Result<()> {
    let work = tempfile::tempdir()?;
    let style = work.path().join("sheet.css");
    for entry in fs::read_dir(dist.join("lib/element/sheets"))? {
        let path = entry?.path();
        let mut parts = Vec::new();
        for (at, part) in fs::read_to_string(&path)?.split('`').enumerate() {
            // Every other one stands between two backticks.
            if at % 2 == 1 && !part.contains("${") {
                fs::write(&style, part)?;
                parts.push(esbuild(&style, &[])?.trim_end().to_owned());
            } else {
                parts.push(
                    part.lines()
                        .map(str::trim_start)
                        .collect::<Vec<_>>()
                        .join("\n"),
                );
            }
        }
        fs::write(&path, parts.join("`"))?;
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
pub(crate) fn esbuild(script: &Path, how: &[String]) -> Result<String> {
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
    let name = named(name, script);
    fs::write(dist.join(FOLDER).join(&name), script)?;
    Ok(name)
}

fn named(name: &str, held: &str) -> String {
    format!("{name}.{:016x}.js", hash(held.as_bytes()))
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
    fn what_a_script_takes_is_told_by_name_and_module() {
        let outside = serde_json::json!({ "lib/a.js": {} });
        let outside = outside.as_object().unwrap();
        let script = "var x=1;import{h as i,fill}from\"./lib/a.js\";export{x};";
        let (found, kept) = imports(script, outside).unwrap();
        let taken = |name: &str, local: &str| (name.into(), local.into(), "lib/a.js".into());
        assert_eq!(found, [taken("h", "i"), taken("fill", "fill")]);
        assert_eq!(kept, "var x=1;export{x};");
        assert!(imports("import{h}from\"./lib/b.js\";", outside).is_err());
    }

    #[test]
    fn what_stands_twice_is_not_replaced() {
        assert_eq!(replaced("a b", "b", "c").unwrap(), "a c");
        assert!(replaced("a b b", "b", "c").is_err());
        assert!(replaced("a", "b", "c").is_err());
    }
}
