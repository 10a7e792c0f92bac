//! Where things are, how other programs are run, and what has to be on the machine.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use xshell::{Cmd, Shell, cmd};

pub(crate) const WASM: &str = "wasm32-unknown-unknown";

/// The Debian packages of the browser that the tests drive. The fonts are for right-to-left text.
const BROWSER_PACKAGES: &[&str] = &["chromium", "fonts-dejavu-core"];
/// The Debian packages of what the tests of the examination run. They are started as children, never as services.
const NET_PACKAGES: &[&str] = &["nginx-light", "caddy", "openssl", "curl", "dash"];

/// The Debian packages of the shells and the library that the tests of quoting run, and how each is seen to be there.
const SHELLS: [(&str, &str); 6] = [
    ("dash", "command -v dash"),
    ("bash", "command -v bash"),
    ("busybox", "command -v busybox"),
    ("mksh", "command -v mksh"),
    ("zsh", "command -v zsh"),
    ("python3-dotenv", "/usr/bin/python3 -c 'import dotenv'"),
];

/// The folder of the repository.
pub(crate) fn root() -> PathBuf {
    let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
    xtask.parent().unwrap_or(xtask).to_owned()
}

/// The folder of the finished package and page.
pub(crate) fn dist() -> PathBuf {
    root().join("dist")
}

/// Runs commands in the repository. Each says what it is, and none can wait for a keyboard.
pub(crate) fn shell() -> Result<Shell> {
    let shell = Shell::new()?;
    shell.change_dir(root());
    Ok(shell)
}

/// What a probing command prints; `None` where its program is not there or fails.
fn told(command: Cmd) -> Option<String> {
    command.quiet().ignore_stderr().read().ok()
}

/// The program of this name on PATH.
pub(crate) fn on_path(name: &str) -> Option<PathBuf> {
    which::which(name).ok()
}

/// Adds Rust's standard library for WebAssembly where it is missing.
pub(crate) fn ensure_wasm_target() -> Result<()> {
    let sh = shell()?;
    let library = told(cmd!(sh, "rustc --print target-libdir --target {WASM}"));
    if library.is_some_and(|folder| Path::new(&folder).is_dir()) {
        return Ok(());
    }
    eprintln!("Rust's target {WASM} is missing; rustup adds it.");
    rustup(&["target", "add", WASM])
}

/// Adds a component of the toolchain, such as `clippy`, where its cargo command is missing.
pub(crate) fn ensure_component(component: &str, subcommand: &str) -> Result<()> {
    let sh = shell()?;
    if told(cmd!(sh, "cargo {subcommand} --version")).is_some() {
        return Ok(());
    }
    eprintln!("{component} is missing; rustup adds it.");
    rustup(&["component", "add", component])
}

fn rustup(arguments: &[&str]) -> Result<()> {
    if on_path("rustup").is_none() {
        bail!(
            "there is no rustup on PATH. Install Rust from https://rustup.rs, or do what `rustup {}` does",
            arguments.join(" ")
        );
    }
    let sh = shell()?;
    Ok(cmd!(sh, "rustup {arguments...}").run()?)
}

/// Node, new enough to run the built package as it is.
pub(crate) fn ensure_node() -> Result<()> {
    let sh = shell()?;
    let Some(version) = told(cmd!(sh, "node --version")) else {
        bail!(
            "the build and the tests need Node 20 or newer, and there is no `node` on PATH. See https://nodejs.org"
        );
    };
    let major = version.trim_start_matches('v').split('.').next();
    if major.and_then(|major| major.parse::<u32>().ok()) < Some(20) {
        bail!("the build and the tests need Node 20 or newer, and `node` on PATH is {version}");
    }
    Ok(())
}

/// The packages of a folder's `package-lock.json`, installed anew only when that file changed.
pub(crate) fn ensure_node_modules(folder: &str) -> Result<()> {
    ensure_node()?;
    let folder = root().join(folder);
    let lock = fs::read(folder.join("package-lock.json"))
        .with_context(|| format!("{}/package-lock.json", folder.display()))?;
    // What was installed last. Inside the folder that `npm ci` takes away first, so half an install has no stamp.
    let stamp = folder.join("node_modules/.installed-from");
    if fs::read(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    let sh = shell()?;
    sh.change_dir(&folder);
    cmd!(sh, "{npm} ci").run()?;
    fs::write(&stamp, lock).with_context(|| stamp.display().to_string())
}

/// Finds Chromium; on Debian, as root, installs it.
pub(crate) fn ensure_chromium() -> Result<PathBuf> {
    ensure(
        find_chromium,
        BROWSER_PACKAGES,
        "the browser tests need `chromium` on PATH, or its place in the variable CHROMIUM",
    )
}

/// Finds every shell that values are quoted for; on Debian, as root, installs them. Without one its tests say that they are skipped.
pub(crate) fn ensure_shells() -> Result<()> {
    let packages: Vec<&str> = SHELLS.iter().map(|(package, _)| *package).collect();
    ensure(
        || {
            let sh = shell().ok()?;
            let is_here = |test: &str| told(cmd!(sh, "sh -c {test}")).is_some();
            SHELLS.iter().all(|(_, test)| is_here(test)).then_some(())
        },
        &packages,
        "the tests of quoting need every shell that they quote for",
    )
}

/// What a search finds; on Debian, as root, after the packages were installed.
fn ensure<T>(find: fn() -> Option<T>, packages: &[&str], need: &str) -> Result<T> {
    if let Some(found) = find() {
        return Ok(found);
    }
    let sh = shell()?;
    let install = cmd!(
        sh,
        "apt-get install -y --no-install-recommends {packages...}"
    );
    let is_root = told(cmd!(sh, "id -u")).as_deref() == Some("0");
    if on_path("apt-get").is_none() || !is_root {
        bail!("{need}. On Debian, as root: apt-get update && {install}");
    }
    eprintln!("Something that the tests need is missing; apt-get installs it.");
    cmd!(sh, "apt-get update").run()?;
    install.env("DEBIAN_FRONTEND", "noninteractive").run()?;
    find().with_context(|| format!("{} were installed, yet {need}", packages.join(" ")))
}

fn find_chromium() -> Option<PathBuf> {
    let chosen = env::var_os("CHROMIUM").map(PathBuf::from);
    let mut names = ["chromium", "chromium-browser", "google-chrome"].into_iter();
    chosen.or_else(|| names.find_map(on_path))
}

/// The servers that stand before the stand-in for Jira.
pub(crate) struct Servers {
    pub(crate) nginx: PathBuf,
    pub(crate) caddy: PathBuf,
}

/// Finds the servers, the shells and what else the tests of the examination run; on Debian, as root, installs them.
pub(crate) fn ensure_servers() -> Result<Servers> {
    ensure(
        find_servers,
        NET_PACKAGES,
        "the tests of the examination need `nginx`, `caddy`, `openssl`, `curl`, `dash` and `bash` on PATH",
    )
}

fn find_servers() -> Option<Servers> {
    ["openssl", "curl", "dash", "bash"]
        .into_iter()
        .all(|name| on_path(name).is_some())
        .then_some(())?;
    // Debian has servers where only root's PATH leads.
    let nginx = on_path("nginx").or_else(|| Some(PathBuf::from("/usr/sbin/nginx")));
    Some(Servers {
        nginx: nginx.filter(|path| path.is_file())?,
        caddy: on_path("caddy")?,
    })
}
