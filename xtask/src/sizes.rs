//! What a reader downloads, and what it may come to.

use std::collections::BTreeSet;
use std::fs;
use std::io::Write;

use anyhow::{Context, Result, bail};
use flate2::Compression;
use flate2::write::GzEncoder;
use xshell::cmd;

use crate::tools::{self, dist, root};

/// A row of the table: some files, and their bytes together.
struct Row {
    name: String,
    files: usize,
    raw: usize,
    gzip: usize,
    brotli: usize,
}

/// Prints the sizes of the modules, of the first load and of what a page loads after it: as they are, with gzip, with brotli.
pub(crate) fn print(modules: &[&str]) -> Result<()> {
    println!(
        "\n{:<28}{:>8}{:>10}{:>10}{:>10}",
        "dist/, in bytes", "files", "raw", "gzip", "brotli"
    );
    for row in rows(modules)? {
        println!(
            "{:<28}{:>8}{:>10}{:>10}{:>10}",
            row.name, row.files, row.raw, row.gzip, row.brotli
        );
    }
    Ok(())
}

/// Fails where something is larger than `xtask/budgets.txt` allows: lines of a row's name, its files and its bytes with brotli.
pub(crate) fn check(modules: &[&str]) -> Result<()> {
    let budgets = fs::read_to_string(root().join("xtask/budgets.txt"))?;
    let rows = rows(modules)?;
    for line in budgets.lines().filter(|line| !line.starts_with('#')) {
        let words: Vec<_> = line.split_whitespace().collect();
        let [name, files, brotli] = words[..] else {
            bail!("budgets.txt: `{line}` is no budget");
        };
        let row = rows.iter().find(|row| row.name == name);
        let row = row.with_context(|| format!("budgets.txt: nothing is called `{name}`"))?;
        let (files, brotli): (usize, usize) = (files.parse()?, brotli.parse()?);
        if row.files > files || row.brotli > brotli {
            bail!(
                "{name} is {} bytes (brotli) in {} files; xtask/budgets.txt allows {brotli} in {files}",
                row.brotli,
                row.files
            );
        }
    }
    Ok(())
}

fn rows(modules: &[&str]) -> Result<Vec<Row>> {
    let mut rows = Vec::new();
    for module in modules {
        let file = format!("pkg/{module}_bg.wasm");
        rows.push(row(format!("{module}.wasm"), &[file])?);
    }
    let first = first_load()?;
    for file in &first {
        rows.push(row(unhashed(file), std::slice::from_ref(file))?);
    }
    rows.push(row("first-load".to_owned(), &first)?);
    rows.push(row("rest".to_owned(), &rest()?)?);
    Ok(rows)
}

/// The checker's other half and the parts of the page that need it, which come when there is time.
fn rest() -> Result<Vec<String>> {
    let mut rest = Vec::new();
    for entry in fs::read_dir(dist().join("app"))? {
        let file = format!("app/{}", entry?.file_name().to_string_lossy());
        if ["app/full.js", "app/rest.js"].contains(&unhashed(&file).as_str()) {
            rest.push(file);
        }
    }
    Ok(rest)
}

fn row(name: String, files: &[String]) -> Result<Row> {
    let mut row = Row {
        name,
        files: files.len(),
        raw: 0,
        gzip: 0,
        brotli: 0,
    };
    for file in files {
        let bytes = fs::read(dist().join(file)).with_context(|| file.clone())?;
        row.raw += bytes.len();
        row.gzip += gzip(&bytes)?;
        row.brotli += brotli(&bytes)?;
    }
    Ok(row)
}

/// The page and what it names to be loaded at once.
fn first_load() -> Result<Vec<String>> {
    let page = "index.html";
    let html = fs::read_to_string(dist().join(page))?;
    let loads = |line: &&str| {
        ["<link ", "<script ", "<img "]
            .iter()
            .any(|tag| line.contains(tag))
    };
    let named = html.lines().filter(loads).filter_map(|line| {
        let (_, rest) = line
            .split_once(" href=\"")
            .or_else(|| line.split_once(" src=\""))?;
        Some(rest.split_once('"')?.0.to_owned())
    });
    // The icon stands in it twice and is loaded once.
    let files: BTreeSet<_> = named.chain([page.to_owned()]).collect();
    Ok(files.into_iter().collect())
}

/// `app/page.js` for `app/page.0123456789abcdef.js`.
fn unhashed(file: &str) -> String {
    let parts: Vec<_> = file.split('.').collect();
    match parts[..] {
        [name, _, kind] => format!("{name}.{kind}"),
        _ => file.to_owned(),
    }
}

fn gzip(bytes: &[u8]) -> Result<usize> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?.len())
}

/// The size at quality 11, as a static host would serve it. Node's encoder measures it: Rust's would cost everyone who
/// clones the repository more time to compile than the number is worth.
fn brotli(bytes: &[u8]) -> Result<usize> {
    const SCRIPT: &str = "const { brotliCompressSync } = require('node:zlib');\
        console.log(brotliCompressSync(require('node:fs').readFileSync(0)).length)";
    let sh = tools::shell()?;
    let node = cmd!(sh, "node -e {SCRIPT}").quiet();
    Ok(node.stdin(bytes).read()?.parse()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_called_as_its_file_is_without_the_hash() {
        assert_eq!(unhashed("app/page.0123456789abcdef.js"), "app/page.js");
        assert_eq!(unhashed("style.css"), "style.css");
    }
}
