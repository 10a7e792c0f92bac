//! A part of `bench`: how long a person waits for the first finding, in Chromium, on a quick line and on slow ones.

use std::path::PathBuf;

use anyhow::Result;
use xshell::cmd;

use crate::tools;

/// Measures the built pages of checkouts, beside a page that knows its finding from the start.
pub(crate) fn measure(folders: &[PathBuf]) -> Result<()> {
    tools::ensure_node_modules("tests")?;
    let chromium = tools::ensure_chromium()?;
    let pages = folders.iter().enumerate().map(|(at, folder)| {
        let name = if at == 0 { "this" } else { "base" };
        format!("{name}={}", folder.join("dist").display())
    });
    let sh = tools::shell()?;
    let measure = cmd!(sh, "node tests/bench/first-finding.mjs {pages...}");
    Ok(measure.env("CHROMIUM", chromium).run()?)
}
