//! The command for POSIX shells: `sh -c '…'`, so that it runs in a fresh shell whatever shell it is pasted into.

use super::plan::Plan;
use crate::quoting::Sh;

/// Has neither an apostrophe nor two backslashes, so that it stands between apostrophes as it is, in fish too.
const EXAMINE: &str = include_str!("examine.sh");

pub(super) fn script(plan: &Plan) -> String {
    let steps: Vec<String> = plan
        .steps
        .iter()
        .map(|(name, path)| [name.as_str(), " ", path].concat())
        .collect();
    let mut script = String::with_capacity(EXAMINE.len() + 1024);
    for (name, value) in plan
        .variables()
        .into_iter()
        .chain([("steps", &*steps.join(" "))])
    {
        script.extend([name, "=", &Sh::of(value), " "]);
    }
    script.push_str(
        "sh -c '# jira-doctor asks Jira: read-only GETs, the token in no argument and no file\n",
    );
    script.push_str(EXAMINE);
    script.push_str("# end of jira-doctor'\n");
    script
}
