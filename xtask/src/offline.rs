//! The offline edition: the page as one file that a browser opens from a disk, where it may load nothing from beside it.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use crate::build::copy_all;
use crate::bundle::esbuild;
use crate::carrier;

/// What marks a line of `index.html` that speaks of other pages.
const ONLINE: &str = " data-online";

/// Writes `offline.html` out of the page in `dist`, as it is before it is bundled.
pub(crate) fn write(dist: &Path) -> Result<()> {
    let page = fs::read_to_string(dist.join("index.html"))?;
    let icon = fs::read(dist.join("icon.svg"))?;
    let icon = format!("data:image/svg+xml;base64,{}", STANDARD.encode(icon));
    let style = style(dist, &icon)?;
    let script = script(dist)?;
    let policy = format!(
        "default-src 'none'; script-src {} 'wasm-unsafe-eval'; style-src {}; img-src data:; connect-src 'none'; \
         form-action 'none'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
        source(&script),
        source(&style)
    );
    let mut html = String::new();
    let (mut styles, mut scripts) = (0, 0);
    for line in page.lines().filter(|line| !line.contains(ONLINE)) {
        let start = line.trim_start();
        if start.starts_with("<link rel=\"modulepreload\"") {
            continue;
        }
        if start.starts_with("<html") {
            // The languages are files of their own.
            html += "<html lang=\"en\">";
        } else if start.starts_with("<meta http-equiv=\"Content-Security-Policy\"") {
            html +=
                &format!("  <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">");
        } else if start.starts_with("<link rel=\"icon\"") {
            html += &format!("  <link rel=\"icon\" href=\"{icon}\">");
        } else if start.starts_with("<link rel=\"stylesheet\"") {
            styles += 1;
            html += &format!("  <style>{style}</style>");
        } else if start.starts_with("<script type=\"module\"") {
            scripts += 1;
            html += &format!("  <script type=\"module\">{script}</script>");
        } else {
            let line = line.replace("href=\"index.html\"", "href=\"#\"");
            ensure!(
                !line.contains(".html"),
                "index.html: a link out of the offline edition: {line}"
            );
            // Nothing stands beside this file to link to: a problem's text opens in place.
            html += &line.replace(" pages=\"./\"", "");
        }
        html.push('\n');
    }
    ensure!(
        styles == 1 && scripts == 1,
        "index.html: the offline edition can't be made of it"
    );
    fs::write(dist.join("offline.html"), html)?;
    Ok(())
}

/// The hash by which a policy allows what stands inside of the page.
fn source(text: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)))
}

/// The page's styles in one.
fn style(dist: &Path, icon: &str) -> Result<String> {
    const IMPORT: &str = "@import url(\"lib/tokens.css\");";
    let style = fs::read_to_string(dist.join("style.css"))?;
    let tokens = fs::read_to_string(dist.join("lib/tokens.css"))?;
    ensure!(style.contains(IMPORT), "style.css: no {IMPORT}");
    Ok(style.replace(IMPORT, &tokens).replace("icon.svg", icon))
}

/// The page's scripts in one, with the whole checker and the texts of the problems.
fn script(dist: &Path) -> Result<String> {
    let copy = tempfile::tempdir()?;
    for part in ["page.js", "lib", "pkg"] {
        copy_all(&dist.join(part), &copy.path().join(part))?;
    }
    fs::write(copy.path().join("lib/files.js"), files(dist)?)?;
    let wasm = fs::read(dist.join("pkg/full_bg.wasm"))?;
    fs::write(copy.path().join("pkg/full_wasm.js"), carrier::whole(&wasm)?)?;
    esbuild(&copy.path().join("page.js"), &["--bundle".to_owned()])
}

/// `lib/files.js` with the files inside.
fn files(dist: &Path) -> Result<String> {
    let mut texts = String::new();
    let mut paths: Vec<_> = fs::read_dir(dist.join("problems"))?
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<_>>()?;
    paths.sort();
    for path in paths
        .iter()
        .filter(|path| path.extension().is_some_and(|kind| kind == "js"))
    {
        let name = path.file_stem().context("a file without a name")?;
        let text = fs::read_to_string(path)?;
        let value = text.trim_end().strip_prefix("export default ");
        let value = value.and_then(|value| value.strip_suffix(';'));
        let value = value.with_context(|| format!("{}: no value", path.display()))?;
        texts += &format!("  {:?}: {value},\n", name.to_string_lossy());
    }
    Ok(format!(
        "import * as glue from \"../pkg/full.js\";\n\
         import {{ bytes }} from \"../pkg/full_wasm.js\";\n\
         const TEXTS = {{\n{texts}}};\n\
         export const FULL = [() => glue, () => ({{ bytes }})];\n\
         export const FIELDS = FULL;\n\
         export const REST = () => import(\"./rest.js\");\n\
         export const problemFile = async (name) => TEXTS[name];\n"
    ))
}
