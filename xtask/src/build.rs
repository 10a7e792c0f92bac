//! `build`: the package and the help page, into `dist/`. The same sources give the same bytes.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use wasm_bindgen_cli::wasm_bindgen;
use xshell::cmd;

use crate::slim::Slim;
use crate::tools::{self, WASM, dist, root};
use crate::{bundle, carrier, frame, offline, profiles, site, sizes, texts};

/// Cargo's name of the library.
const LIBRARY: &str = "jira_doctor";

/// The modules that are made of the crate, and the features of each.
const MODULES: [(&str, &[&str]); 2] = [
    ("fields", &["--no-default-features"]),
    ("full", &["--no-default-features", "--features=answers"]),
];

pub(crate) fn run() -> Result<()> {
    tools::ensure_wasm_target()?;
    tools::ensure_node_modules("xtask")?;
    let dist = dist();
    // Anew, so that nothing stays that its source has left.
    if dist.exists() {
        fs::remove_dir_all(&dist).context("dist/ could not be emptied")?;
    }
    copy_page(&root().join("www"), &dist)?;
    frame::dress(&dist)?;
    name_languages(&dist)?;
    write_live_page(&dist)?;
    profiles::write(&dist)?;
    let package = dist.join("pkg");
    let [fields, full] = MODULES;
    let module = |(name, features): (&str, _)| {
        let compiled = compile(&root(), &target(), features)?;
        bind(&compiled, name, &package)
    };
    let smaller = Slim::of(&module(fields)?)?;
    write_module(
        fields.0,
        &smaller.wasm,
        &carrier::whole(&smaller.wasm)?,
        &package,
    )?;
    let larger = Slim::like(&smaller, &module(full)?)?;
    let patch = carrier::patch(&smaller.wasm, &larger.wasm)?;
    write_module(full.0, &larger.wasm, &patch, &package)?;
    write_types(&package)?;
    write_manifest(&dist)?;
    let names = MODULES.map(|(name, _)| name);
    bundle::write(&dist, &names)?;
    site::write(&dist)?;
    texts::compile(&dist)?;
    offline::write(&dist)?;
    bundle::minify_styles(&dist)?;
    sizes::print(&names)
}

/// Fails where the build is larger than it may be.
pub(crate) fn check_sizes() -> Result<()> {
    sizes::check(&MODULES.map(|(name, _)| name))
}

/// Builds the smaller module once more, out of a copy of the sources in another folder, and fails where a byte differs.
pub(crate) fn again() -> Result<()> {
    let [(name, features), _] = MODULES;
    let copy = tempfile::tempdir()?;
    for part in ["Cargo.toml", "Cargo.lock", "README.md", "src"] {
        copy_all(&root().join(part), &copy.path().join(part))?;
    }
    let module = compile(copy.path(), &copy.path().join("target"), features)?;
    let package = copy.path().join("pkg");
    let wasm = Slim::of(&bind(&module, name, &package)?)?.wasm;
    write_module(name, &wasm, &carrier::whole(&wasm)?, &package)?;
    for file in [format!("{name}_bg.wasm"), format!("{name}.js")] {
        let [here, there] =
            [dist().join("pkg"), package.clone()].map(|folder| fs::read(folder.join(&file)));
        ensure!(
            here? == there?,
            "{file} differs where the sources stand in another folder"
        );
    }
    Ok(())
}

pub(crate) fn copy_all(from: &Path, to: &Path) -> Result<()> {
    if !from.is_dir() {
        fs::copy(from, to).with_context(|| from.display().to_string())?;
        return Ok(());
    }
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from).with_context(|| from.display().to_string())? {
        let entry = entry?;
        copy_all(&entry.path(), &to.join(entry.file_name()))?;
    }
    Ok(())
}

/// Where cargo puts what it builds.
fn target() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}

/// The module of the crate in a folder.
fn compile(source: &Path, target: &Path, features: &[&str]) -> Result<PathBuf> {
    let sh = tools::shell()?;
    sh.change_dir(source);
    let config = compiler_flags(source)?;
    cmd!(sh, "cargo build --release --lib --target {WASM} --locked")
        .args(features)
        .arg("--target-dir")
        .arg(target)
        .arg("--config")
        .arg(config)
        // Flags of the person who builds would change what is built.
        .env_remove("RUSTFLAGS")
        .env_remove("CARGO_ENCODED_RUSTFLAGS")
        .run()?;
    Ok(target
        .join(WASM)
        .join("release")
        .join(format!("{LIBRARY}.wasm")))
}

/// Panic messages name source files. Without the folders of this machine the module says nothing about it, and another
/// machine builds the same bytes. Nor are loops rewritten for the sake of speed, with a variable for each address in them:
/// that makes a module larger (2 kB with brotli).
fn compiler_flags(source: &Path) -> Result<String> {
    let cargo_home = env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| env::home_dir().map(|home| home.join(".cargo")))
        .context("there is no home folder")?;
    let mut folders = vec![
        (cargo_home.clone(), "/cargo"),
        (source.to_owned(), "/jira-doctor"),
    ];
    // Each registry has a folder of its own, named after its address: a mirror's is another.
    let registries = fs::read_dir(cargo_home.join("registry/src"));
    for registry in registries.into_iter().flatten() {
        folders.push((registry?.path(), "/cargo/registry"));
    }
    let flags: Vec<_> = folders
        .into_iter()
        .map(|(from, to)| format!("--remap-path-prefix={}={to}", from.display()))
        .chain(["-Cllvm-args=-disable-lsr".to_owned()])
        // A text in JSON is a text in TOML.
        .map(|flag| serde_json::Value::from(flag).to_string())
        .collect();
    Ok(format!("target.{WASM}.rustflags=[{}]", flags.join(",")))
}

/// Copies the files of `www/`; what the pages are made of stays behind.
fn copy_page(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from).with_context(|| from.display().to_string())? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy_page(&entry.path(), &target)?;
        } else if !["frame.html", "help.html"]
            .map(Into::into)
            .contains(&entry.file_name())
        {
            fs::copy(entry.path(), &target).with_context(|| entry.path().display().to_string())?;
        }
    }
    Ok(())
}

/// Tells the page which languages it can be put into.
fn name_languages(dist: &Path) -> Result<()> {
    const ENGLISH: &str = "<html lang=\"en\"";
    let page = fs::read_to_string(dist.join("index.html"))?;
    ensure!(page.contains(ENGLISH), "index.html: no {ENGLISH}");
    let languages = texts::languages()?;
    if !languages.is_empty() {
        let named = format!("{ENGLISH} data-languages=\"{languages}\"");
        fs::write(dist.join("index.html"), page.replace(ENGLISH, &named))?;
    }
    Ok(())
}

/// The page that may ask Jira: `index.html` under the policy of `_headers`, which names the hosts. Nothing else tells them apart.
fn write_live_page(dist: &Path) -> Result<()> {
    const FORBIDDEN: &str = "connect-src 'none'";
    let page = fs::read_to_string(dist.join("index.html"))?;
    let headers = fs::read_to_string(dist.join("_headers"))?;
    let hosts = headers
        .split_once("connect-src ")
        .and_then(|(_, rest)| rest.split_once(';'))
        .context("_headers: no connect-src")?
        .0;
    ensure!(page.contains(FORBIDDEN), "index.html: no {FORBIDDEN}");
    let live = page.replace(FORBIDDEN, &format!("connect-src {hosts}"));
    fs::write(dist.join("live.html"), live)?;
    Ok(())
}

/// The module, and in the folder the JavaScript around it.
fn bind(module: &Path, name: &str, folder: &Path) -> Result<Vec<u8>> {
    let path = |path: &Path| path.display().to_string();
    wasm_bindgen::run_cli_with_args([
        "wasm-bindgen",
        "--target=web",
        "--remove-name-section",
        "--remove-producers-section",
        // After a crash lib/core/wasm-module.js drops the instance for a new one.
        "--experimental-reset-state-function",
        &format!("--out-name={name}"),
        &format!("--out-dir={}", path(folder)),
        &path(module),
    ])
    .context("wasm-bindgen could not make the package")?;

    let file = folder.join(format!("{name}_bg.wasm"));
    fs::read(&file).with_context(|| file.display().to_string())
}

/// The module, and the script that carries it.
fn write_module(name: &str, wasm: &[u8], carrier: &str, folder: &Path) -> Result<()> {
    fs::write(folder.join(format!("{name}_bg.wasm")), wasm)?;
    fs::write(folder.join(format!("{name}_wasm.js")), carrier)?;
    Ok(())
}

/// The types written by hand, and the ids, which live in the problems' files alone.
fn write_types(folder: &Path) -> Result<()> {
    let types = root().join("src/wasm/types.d.ts");
    let types = fs::read_to_string(&types).with_context(|| types.display().to_string())?;
    let ids: Vec<_> = jira_doctor::problems()
        .iter()
        .map(|problem| format!("\"{}\"", problem.id))
        .collect();
    let ids = ids.join("\n  | ");
    fs::write(
        folder.join(format!("{LIBRARY}.d.ts")),
        format!("{types}\n/** The id of a problem. */\nexport type ProblemId =\n  | {ids};\n"),
    )?;
    Ok(())
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
