//! `build`: the package and the help page, into `dist/`. The same sources give the same bytes.

use std::env;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use flate2::Compression;
use flate2::write::GzEncoder;
use wasm_bindgen_cli::wasm_bindgen;

use crate::tools::{self, WASM, cargo, dist, root};
use crate::{codes, pages, profiles, sizes, texts};

/// The name of the generated files; cargo's name of the library.
const NAME: &str = "jira_doctor";

pub(crate) fn run() -> Result<()> {
    tools::ensure_wasm_target()?;
    let module = compile()?;
    let dist = dist();
    // Anew, so that nothing stays that its source has left.
    if dist.exists() {
        fs::remove_dir_all(&dist).context("dist/ could not be emptied")?;
    }
    copy_page(&root().join("www"), &dist)?;
    profiles::write(&dist)?;
    write_package(&module, &dist.join("pkg"))?;
    write_manifest(&dist)?;
    let template = root().join("www/problems/template.html");
    let codes = codes::read()?;
    pages::write(&template, &dist.join("problems"), &codes)?;
    texts::compile(&dist)?;
    codes::write(&template, &dist.join("codes"), &codes)?;
    sizes::print(&dist)
}

fn compile() -> Result<PathBuf> {
    let target =
        env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from);
    tools::run(
        cargo(&["build", "--release", "--lib", "--target", WASM])
            // Without the texts of the problems' pages, which are files of their own.
            .arg("--no-default-features")
            .arg("--target-dir")
            .arg(&target)
            .arg("--config")
            .arg(remapped()),
    )?;
    Ok(target
        .join(WASM)
        .join("release")
        .join(format!("{NAME}.wasm")))
}

/// Panic messages name source files. Without the folders of this machine the module says nothing about it, and another
/// machine builds the same bytes.
fn remapped() -> String {
    let cargo_home = env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| env::home_dir().map(|home| home.join(".cargo")));
    let flags: Vec<_> = [(cargo_home, "/cargo"), (Some(root()), "/jira-doctor")]
        .into_iter()
        .filter_map(|(from, to)| Some(format!("--remap-path-prefix={}={to}", from?.display())))
        // A text in JSON is a text in TOML.
        .map(|flag| serde_json::Value::from(flag).to_string())
        .collect();
    format!("target.{WASM}.rustflags=[{}]", flags.join(","))
}

/// Copies the files of `www/`; the templates stay behind.
fn copy_page(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from).with_context(|| from.display().to_string())? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy_page(&entry.path(), &target)?;
        } else if entry.file_name() != "template.html" {
            fs::copy(entry.path(), &target).with_context(|| entry.path().display().to_string())?;
        }
    }
    Ok(())
}

/// The module, the JavaScript around it, its types, and the module once more as JavaScript.
fn write_package(module: &Path, folder: &Path) -> Result<()> {
    let path = |path: &Path| path.display().to_string();
    wasm_bindgen::run_cli_with_args([
        "wasm-bindgen",
        "--target=web",
        "--remove-name-section",
        "--remove-producers-section",
        // After a crash lib/load.js drops the instance for a new one.
        "--experimental-reset-state-function",
        &format!("--out-name={NAME}"),
        &format!("--out-dir={}", path(folder)),
        &path(module),
    ])
    .context("wasm-bindgen could not make the package")?;

    let wasm = folder.join(format!("{NAME}_bg.wasm"));
    optimise(&wasm)?;
    add_problem_ids(&folder.join(format!("{NAME}.d.ts")))?;
    fs::write(folder.join("wasm.js"), as_javascript(&fs::read(wasm)?)?)?;
    fs::write(
        folder.join("wasm.d.ts"),
        "/** The bytes of the WebAssembly module. */\nexport function bytes(): Promise<Uint8Array>;\n",
    )?;
    Ok(())
}

/// Makes the module smaller where `wasm-opt` is at hand. It saves 2 % on the wire, so nobody has to have it.
fn optimise(wasm: &Path) -> Result<()> {
    let Some(wasm_opt) = tools::on_path("wasm-opt") else {
        return Ok(());
    };
    // What Rust's wasm32 target uses by itself, and nothing that a browser of today may lack.
    let features = [
        "--enable-bulk-memory",
        "--enable-multivalue",
        "--enable-mutable-globals",
        "--enable-nontrapping-float-to-int",
        "--enable-reference-types",
        "--enable-sign-ext",
    ];
    tools::run(
        tools::command(wasm_opt, &["-Oz"])
            .args(features)
            .arg(wasm)
            .arg("-o")
            .arg(wasm),
    )
}

/// The ids live in the problems' files alone; the types written by hand refer to this union.
fn add_problem_ids(types: &Path) -> Result<()> {
    let ids: Vec<_> = jira_doctor::problems()
        .iter()
        .map(|problem| format!("\"{}\"", problem.id))
        .collect();
    let mut file = fs::OpenOptions::new()
        .append(true)
        .open(types)
        .with_context(|| types.display().to_string())?;
    writeln!(
        file,
        "\n/** The id of a problem. */\nexport type ProblemId =\n  | {};",
        ids.join("\n  | ")
    )?;
    Ok(())
}

/// The module as JavaScript. The help page promises that nothing leaves it and keeps the promise with
/// `connect-src 'none'`; that forbids `fetch`, for a file of its own as well. A script may still be imported.
fn as_javascript(wasm: &[u8]) -> Result<String> {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(wasm)?;
    let base64 = STANDARD.encode(gzip.finish()?);
    Ok(format!(
        "// Written by `cargo xtask build`: {NAME}_bg.wasm, compressed, as text. A page with `connect-src 'none'` in its\n\
         // Content-Security-Policy may import this file, where it may not fetch the module.\n\
         const GZIP = \"{base64}\";\n\
         \n\
         /** The bytes of the WebAssembly module. */\n\
         export async function bytes() {{\n\
         \x20 const packed = Uint8Array.from(atob(GZIP), (c) => c.charCodeAt(0));\n\
         \x20 const unpacked = new Blob([packed]).stream().pipeThrough(new DecompressionStream(\"gzip\"));\n\
         \x20 return new Uint8Array(await new Response(unpacked).arrayBuffer());\n\
         }}\n"
    ))
}

/// Without it Node takes the files for `CommonJS`.
fn write_manifest(dist: &Path) -> Result<()> {
    let manifest = cargo_version()?;
    fs::write(
        dist.join("package.json"),
        format!(
            "{{\n  \"name\": \"jira-doctor\",\n  \"version\": \"{manifest}\",\n  \"private\": true,\n  \"type\": \"module\"\n}}\n"
        ),
    )?;
    Ok(())
}

fn cargo_version() -> Result<String> {
    let manifest = fs::read_to_string(root().join("Cargo.toml"))?;
    manifest
        .lines()
        .find_map(|line| line.strip_prefix("version = \"")?.strip_suffix('"'))
        .map(str::to_owned)
        .context("Cargo.toml has no version")
}
