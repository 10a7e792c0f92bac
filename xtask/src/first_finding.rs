//! A part of `bench`: how long a person waits for the first finding, in Chromium, on a quick line and on slow ones.

use std::path::PathBuf;

use anyhow::Result;

use crate::tools::{self, command};

/// Measures the built pages of checkouts, beside a page that knows its finding from the start.
pub(crate) fn measure(folders: &[PathBuf]) -> Result<()> {
    tools::ensure_node_modules("tests")?;
    let chromium = tools::ensure_chromium()?;
    let pages = folders.iter().enumerate().map(|(at, folder)| {
        let name = if at == 0 { "this" } else { "base" };
        format!("{name}={}", folder.join("dist").display())
    });
    tools::run(
        command("node", &["tests/bench/first-finding.mjs"])
            .args(pages)
            .env("CHROMIUM", chromium),
    )
}
