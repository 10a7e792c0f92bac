//! The examination as one command for a person's own shell, and the single call in the languages that people use.
//!
//! Each shell has its own script, because each can keep a secret out of arguments and files in its own way only. What was
//! typed goes in at the top as values, quoted for that shell; the rest is the same text for everybody, and can be reviewed.

mod cmd;
mod plan;
mod powershell;
mod sh;

use self::plan::Plan;
use crate::evidence::Evidence;
use crate::facts::Facts;
use crate::profile::Profile;
use crate::read::site::HostReader;
use crate::veil::{Shown, Veil};

/// A shell to paste a command into.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Shell {
    /// POSIX: sh, dash, bash, zsh, also pasted into fish. Needs curl and the usual tools beside it.
    Sh,
    /// `PowerShell` 5 and 7. Needs nothing else.
    PowerShell,
    /// The command line of Windows. Needs curl 8.3, of 2023.
    Cmd,
}

impl Shell {
    /// Every shell.
    pub const ALL: [Self; 3] = [Self::Sh, Self::PowerShell, Self::Cmd];

    /// The shell of this name in JavaScript: `sh`, `powershell`, `cmd`.
    pub fn by_name(name: &str) -> Option<Self> {
        match name {
            "sh" => Some(Self::Sh),
            "powershell" => Some(Self::PowerShell),
            "cmd" => Some(Self::Cmd),
            _ => None,
        }
    }
}

/// The examination as one command. It holds no secret: the token comes from the variable `JIRA_TOKEN` or from a silent
/// prompt. What it prints is to be pasted into [`Evidence::paste`].
///
/// # Errors
/// A sentence that says why there is no command: no site that Jira can be asked at, a user name that no header carries.
pub fn script(
    evidence: &Evidence,
    shell: Shell,
    profile: Option<&Profile>,
    platform_host: HostReader,
) -> Result<String, String> {
    shown(evidence, shell, profile, platform_host).map(Shown::into_inner)
}

/// The same as what may be shown.
pub(crate) fn shown(
    evidence: &Evidence,
    shell: Shell,
    profile: Option<&Profile>,
    platform_host: HostReader,
) -> Result<Shown<String>, String> {
    let facts = Facts::read(evidence, profile, platform_host);
    let veil = Veil::of(&facts);
    let plan = Plan::of(&facts, &veil)?;
    let code = match shell {
        Shell::Sh => sh::script(&plan),
        Shell::PowerShell => powershell::script(&plan),
        Shell::Cmd => cmd::script(&plan)?,
    };
    Ok(veil.over_code(code))
}
