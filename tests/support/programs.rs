//! Programs that stand before the installed ones, and whether those are there.

use std::io::Write;
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;

/// Whether a program is installed. Where it is not, that is said past the harness, which keeps what tests print to itself.
pub(crate) fn is_here(program: &str) -> bool {
    let is_here = std::env::split_paths(&std::env::var_os("PATH").unwrap())
        .any(|path| path.join(program).is_file());
    if !is_here {
        skipped(program);
    }
    is_here
}

pub(crate) fn skipped(what: &str) {
    let line = ["quoting: SKIPPED ", what, ", which is not here\n"].concat();
    std::io::stderr().write_all(line.as_bytes()).unwrap();
}

/// A folder in which programs stand that go before the installed ones.
pub(crate) struct Programs(pub(crate) PathBuf);

impl Programs {
    pub(crate) fn new(name: &str) -> Self {
        let folder =
            std::env::temp_dir().join(format!("jira-doctor-quoting-{}-{name}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }

    pub(crate) fn add(&self, name: &str, text: &str) {
        let path = self.0.join(name);
        std::fs::write(&path, ["#!/bin/dash\n", text, "\n"].concat()).unwrap();
        let mut rights = std::fs::metadata(&path).unwrap().permissions();
        rights.set_mode(0o755);
        std::fs::set_permissions(&path, rights).unwrap();
    }

    pub(crate) fn path(&self) -> String {
        format!("{}:{}", self.0.display(), std::env::var("PATH").unwrap())
    }

    pub(crate) fn text(&self, name: &str) -> String {
        let bytes = std::fs::read(self.0.join(name)).unwrap_or_default();
        String::from_utf8_lossy(&bytes).into_owned()
    }
}

impl Drop for Programs {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
