//! The command for POSIX shells: `sh -c '…'`, so that it runs in a fresh shell whatever shell it is pasted into.

use super::plan::Plan;

/// Has neither an apostrophe nor two backslashes, so that it stands between apostrophes as it is, in fish too.
const EXAMINE: &str = include_str!("examine.sh");

pub(super) fn script(plan: &Plan) -> String {
    let steps: Vec<String> = plan
        .steps
        .iter()
        .map(|(name, path)| [name.as_str(), " ", path].concat())
        .collect();
    let mut script = String::with_capacity(EXAMINE.len() + 1024);
    for (name, value) in [
        ("jira", plan.jira.as_str()),
        ("wiki", &plan.wiki),
        ("gateway", &plan.gateway),
        ("id", &plan.cloud_id),
        ("api", plan.version),
        ("user", &plan.user),
        ("scheme", plan.travel.name()),
        ("steps", &steps.join(" ")),
    ] {
        script.extend([name, "=", &quoted(value), " "]);
    }
    script.push_str(
        "sh -c '# jira-doctor asks Jira: read-only GETs, the token in no argument and no file\n",
    );
    script.push_str(EXAMINE);
    script.push_str("# end of jira-doctor'\n");
    script
}

/// One word of a shell, whatever it holds but a NUL. A backslash stands outside the apostrophes, since fish reads it inside.
pub(super) fn quoted(text: &str) -> String {
    let mut word = String::with_capacity(text.len() + 2);
    word.push('\'');
    for c in text.chars() {
        match c {
            '\'' | '\\' => word.extend(["'\\", c.encode_utf8(&mut [0; 4]), "'"]),
            c => word.push(c),
        }
    }
    word.push('\'');
    word
}
