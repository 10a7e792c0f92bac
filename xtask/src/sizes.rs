//! What a reader downloads.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use anyhow::{Context, Result};
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::tools;

/// Prints the size of each file of the page and the package: as it is, with gzip, with brotli.
pub(crate) fn print(dist: &Path) -> Result<()> {
    println!(
        "\n{:<28}{:>10}{:>10}{:>10}",
        "dist/, in bytes", "raw", "gzip", "brotli"
    );
    for path in downloads(dist)? {
        let bytes = fs::read(&path)?;
        println!(
            "{:<28}{:>10}{:>10}{:>10}",
            path.strip_prefix(dist).unwrap_or(&path).display(),
            bytes.len(),
            gzip(&bytes)?,
            brotli(&bytes).map_or("(Node)".to_owned(), |size| size.to_string()),
        );
    }
    Ok(())
}

/// The files that the page, the widget or the package load.
fn downloads(dist: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for folder in ["pkg", "lib", ""] {
        let folder = dist.join(folder);
        if !folder.is_dir() {
            continue;
        }
        for entry in fs::read_dir(&folder).with_context(|| folder.display().to_string())? {
            let path = entry?.path();
            let kind = path.extension().and_then(|kind| kind.to_str());
            if matches!(kind, Some("wasm" | "js" | "css" | "html")) {
                files.push(path);
            }
        }
    }
    files.sort();
    Ok(files)
}

fn gzip(bytes: &[u8]) -> Result<usize> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?.len())
}

/// The size at quality 11, as a static host would serve it. Node's encoder measures it: Rust's would cost everyone who
/// clones the repository more time to compile than the number is worth.
fn brotli(bytes: &[u8]) -> Option<usize> {
    const SCRIPT: &str = "const { brotliCompressSync } = require('node:zlib');\
        console.log(brotliCompressSync(require('node:fs').readFileSync(0)).length)";
    let mut node = tools::command("node", &["-e", SCRIPT])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .ok()?;
    // It reads everything before it writes, so neither side waits for the other.
    node.stdin.take()?.write_all(bytes).ok()?;
    let output = node.wait_with_output().ok()?;
    String::from_utf8(output.stdout).ok()?.trim().parse().ok()
}
