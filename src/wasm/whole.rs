//! What the module of the fields leaves out: pasted settings, scripts, reports.

use serde::Serialize;

use super::{Given, browser_host};
use crate::diagnosis;
use crate::evidence::Field;
use crate::facts::Facts;
use crate::json::Reply;
use crate::read::settings;
use crate::report::{self, Format};
use crate::script::{self, Shell};
use crate::secret::Secret;
use crate::snippet::{self, SnippetForm};
use crate::tree::Read;
use crate::veil::Veil;

pub(super) fn answer(name: &str, mut given: Given) -> Read<Reply> {
    Ok(match name {
        "readFields" => Reply::exposing(&FilledFields::of(&given.text()?)),
        "problems" => {
            let ids: Vec<_> = crate::problems().iter().map(|problem| problem.id).collect();
            Reply::of(&Veil::default().over(ids))
        }
        "report" => {
            // It takes the evidence and diagnoses once more: to read a diagnosis back in would cost a reader for all its parts.
            let (evidence, format) = (given.evidence()?, given.text()?);
            let format = Format::by_name(&format).ok_or("a report is `markdown` or `json`")?;
            let profile = given.profile()?;
            let diagnosis = diagnosis::shown(&evidence, profile.as_ref(), browser_host);
            Reply::of(&report::shown(&diagnosis, format))
        }
        "purposes" => Reply::of(&Veil::default().over(crate::purposes())),
        "scopes" => {
            let mut purposes = Vec::new();
            for id in given.next::<Vec<String>>()? {
                purposes.push(crate::purpose(&id).ok_or("no purpose has this id")?);
            }
            Reply::of(&Veil::default().over(crate::scopes(purposes)))
        }
        "script" => {
            let (evidence, shell) = (given.evidence()?, given.text()?);
            let shell =
                Shell::by_name(&shell).ok_or("a script is for `sh`, `powershell` or `cmd`")?;
            let profile = given.profile()?;
            let profile = profile.as_ref();
            Reply::of(&script::shown(&evidence, shell, profile, browser_host)?)
        }
        "snippet" => {
            let (evidence, form) = (given.evidence()?, given.text()?);
            let form = SnippetForm::by_name(&form).ok_or("no snippet has this form")?;
            Reply::of(&snippet::shown(&evidence, form, browser_host))
        }
        "redact" => Reply::of(&Veil::default().over(given.text()?)),
        "redactPaste" => {
            let evidence = given.evidence()?;
            let facts = Facts::read(&evidence, None, browser_host);
            let pasted = evidence.text(Field::Paste).unwrap_or_default();
            Reply::of(&Veil::of(&facts).over_paste(pasted))
        }
        "sample" => Reply::exposing(&crate::sample::expand(&given.text()?)),
        _ => return Err("there is no such function".to_owned()),
    })
}

#[derive(Serialize)]
struct FilledFields {
    site: Option<String>,
    email: Option<String>,
    token: Option<String>,
    authorization: Option<String>,
    project: Option<String>,
    issue: Option<String>,
}

impl FilledFields {
    fn of(text: &str) -> Self {
        let found = settings::read(text);
        let exposed = |secret: Option<Secret>| secret.map(|secret| secret.expose().to_owned());
        Self {
            site: found.site,
            email: found.email,
            token: exposed(found.token),
            authorization: exposed(found.authorization),
            project: found.project,
            issue: found.issue,
        }
    }
}
