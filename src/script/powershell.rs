//! The command for `PowerShell` 5 and 7: one block, so that nothing runs before all of it is pasted.

use super::plan::Plan;
use crate::quoting::PowerShell;

/// Has no empty line: a console without line editing would take one for the end.
const EXAMINE: &str = include_str!("examine.ps1");

pub(super) fn script(plan: &Plan) -> String {
    let mut script = String::with_capacity(EXAMINE.len() + 1024);
    script.push_str(
        "& { # jira-doctor asks Jira: read-only GETs, the token in no argument and no file\n",
    );
    for (name, value) in plan.variables() {
        script.extend(["$", name, " = ", &PowerShell::of(value), "\n"]);
    }
    script.push_str("$steps = @(\n");
    for (name, path) in &plan.steps {
        script.extend([
            "  ",
            &PowerShell::of(&[name.as_str(), " ", path].concat()),
            "\n",
        ]);
    }
    script.push_str(")\n");
    script.push_str(EXAMINE);
    script.push_str("} # end of jira-doctor\n");
    script
}
