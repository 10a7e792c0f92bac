//! What JavaScript sees: each export reads its input, calls the core, writes the result.

#![expect(
    unreachable_pub,
    reason = "wasm-bindgen exports what is `pub`, though no Rust code can reach it"
)]

mod examine;
mod fetch;
mod relay;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

use crate::diagnosis::Diagnosis;
use crate::evidence::{Evidence, Field, read_by_key};
use crate::profile::Profile;
use crate::prose::Prose;
use crate::read::account::{self, AccountKind};
use crate::read::header::{self, Credentials, Scheme};
use crate::read::token::{Checksum, TokenKind};
use crate::read::{settings, site};
use crate::report::Format;
use crate::script::Shell;
use crate::secret::Secret;
use crate::snippet::SnippetForm;
use crate::span::Span;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("types.d.ts");

/// See `types.d.ts`, as for every export below.
#[wasm_bindgen(skip_typescript)]
pub fn diagnose(evidence: JsValue, profile: JsValue) -> Result<JsValue, JsError> {
    write(&diagnosis(evidence, profile)?)
}

#[wasm_bindgen(js_name = readSite, skip_typescript)]
pub fn read_site(typed: &str) -> Result<JsValue, JsError> {
    write(&site::read(typed, browser_host))
}

#[wasm_bindgen(skip_typescript)]
pub fn authorization(credentials: JsValue) -> Result<String, JsError> {
    let given: GivenCredentials = read(credentials)?;
    let secret = given.token.expose();
    let credentials = match given.scheme.unwrap_or(GivenScheme::Basic) {
        GivenScheme::Basic => Credentials::Basic {
            user: given.email.as_deref().unwrap_or_default(),
            secret,
        },
        GivenScheme::Bearer => Credentials::Bearer { secret },
    };
    match credentials.header() {
        Ok(header) => Ok(header.expose().to_owned()),
        Err(refusal) => Err(JsError::new(&refusal.message)),
    }
}

#[wasm_bindgen(js_name = readAuthorization, skip_typescript)]
pub fn read_authorization(header: &str) -> Result<JsValue, JsError> {
    write(&AuthorizationFacts::of(header))
}

#[wasm_bindgen(js_name = readFields, skip_typescript)]
pub fn read_fields(text: &str) -> Result<JsValue, JsError> {
    let found = settings::read(text);
    let exposed = |secret: Option<Secret>| secret.map(|secret| secret.expose().to_owned());
    write(&FilledFields {
        site: found.site,
        email: found.email,
        token: exposed(found.token),
        authorization: exposed(found.authorization),
        project: found.project,
        issue: found.issue,
    })
}

#[wasm_bindgen(js_name = applyFix, skip_typescript)]
pub fn apply_fix(evidence: JsValue, problem: &str, profile: JsValue) -> Result<JsValue, JsError> {
    let diagnosis = diagnosis(evidence, profile)?;
    let fix = diagnosis
        .findings
        .iter()
        .find(|finding| finding.problem == problem)
        .and_then(|finding| finding.fix.as_ref())
        .ok_or_else(|| JsError::new("no finding of this problem offers a fix here"))?;
    let texts: BTreeMap<Field, &str> = fix
        .texts()
        .map(|(field, text)| (field, text.expose()))
        .collect();
    write(&texts)
}

#[wasm_bindgen(skip_typescript)]
pub fn problems() -> Vec<String> {
    crate::problems()
        .iter()
        .map(|problem| problem.id.to_owned())
        .collect()
}

/// It takes the evidence and diagnoses once more: to read a diagnosis back in would cost a reader for all its parts.
#[wasm_bindgen(skip_typescript)]
pub fn report(evidence: JsValue, format: &str, profile: JsValue) -> Result<String, JsError> {
    let format =
        Format::by_name(format).ok_or_else(|| JsError::new("a report is `markdown` or `json`"))?;
    Ok(crate::report(&diagnosis(evidence, profile)?, format))
}

#[wasm_bindgen(skip_typescript)]
pub fn purposes() -> Result<JsValue, JsError> {
    write(&crate::purposes())
}

#[wasm_bindgen(skip_typescript)]
pub fn scopes(wanted: Vec<String>) -> Result<JsValue, JsError> {
    let mut purposes = Vec::new();
    for id in wanted {
        purposes.push(crate::purpose(&id).ok_or_else(|| JsError::new("no purpose has this id"))?);
    }
    write(&crate::scopes(purposes))
}

#[wasm_bindgen(skip_typescript)]
pub fn script(evidence: JsValue, shell: &str, profile: JsValue) -> Result<String, JsError> {
    let shell = Shell::by_name(shell)
        .ok_or_else(|| JsError::new("a script is for `sh`, `powershell` or `cmd`"))?;
    let (evidence, profile) = (read_evidence(evidence)?, read_profile(profile)?);
    crate::script(&evidence, shell, profile.as_ref(), browser_host)
        .map_err(|why| JsError::new(&why))
}

#[wasm_bindgen(skip_typescript)]
pub fn snippet(evidence: JsValue, form: &str) -> Result<String, JsError> {
    let form =
        SnippetForm::by_name(form).ok_or_else(|| JsError::new("no snippet has this form"))?;
    Ok(crate::snippet(
        &read_evidence(evidence)?,
        form,
        browser_host,
    ))
}

#[wasm_bindgen(skip_typescript)]
pub fn translate(catalogue: &str) {
    crate::translate(catalogue);
}

#[wasm_bindgen(skip_typescript)]
pub fn redact(text: &str) -> String {
    crate::redact(text)
}

#[wasm_bindgen(skip_typescript)]
pub fn sample(template: &str) -> String {
    crate::sample::expand(template)
}

fn diagnosis(evidence: JsValue, profile: JsValue) -> Result<Diagnosis, JsError> {
    let (evidence, profile) = (read_evidence(evidence)?, read_profile(profile)?);
    Ok(crate::diagnose(&evidence, profile.as_ref(), browser_host))
}

/// A missing profile is none: `undefined` and `null` alike.
fn read_profile(value: JsValue) -> Result<Option<Profile>, JsError> {
    read(value)
}

/// The evidence, reckoned from today where it names no other day.
fn read_evidence(value: JsValue) -> Result<Evidence, JsError> {
    let mut evidence: Evidence = read(value)?;
    evidence.today.get_or_insert_with(|| {
        let now = String::from(js_sys::Date::new_0().to_iso_string());
        now.chars().take("YYYY-MM-DD".len()).collect()
    });
    Ok(evidence)
}

fn read<T: for<'de> Deserialize<'de>>(value: JsValue) -> Result<T, JsError> {
    serde_wasm_bindgen::from_value(value).map_err(|error| {
        let text = error.to_string();
        // JavaScript says "Error" of every error by itself.
        let reason = text.strip_prefix("Error: ").unwrap_or(&text);
        // It quotes the value that it did not expect, which may be a token in the wrong place.
        JsError::new(&crate::redact(reason))
    })
}

fn write<T: Serialize>(value: &T) -> Result<JsValue, JsError> {
    const SERIALIZER: Serializer = Serializer::new()
        .serialize_missing_as_null(true)
        .serialize_maps_as_objects(true);
    Ok(value.serialize(&SERIALIZER)?)
}

/// The host that the browser's own parser sees.
fn browser_host(text: &str) -> Option<String> {
    web_sys::Url::new(text).ok().map(|url| url.hostname())
}

#[derive(Default)]
struct GivenCredentials {
    email: Option<String>,
    token: Secret,
    scheme: Option<GivenScheme>,
}

read_by_key!(GivenCredentials { "email": email, "token": token, "scheme": scheme });

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum GivenScheme {
    Basic,
    Bearer,
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

#[derive(Serialize)]
struct AuthorizationFacts {
    scheme: Scheme,
    user: Option<String>,
    secret: Option<TokenKind>,
    checksum: Option<&'static str>,
    masked: String,
    flaws: Vec<Flaw>,
}

#[derive(Serialize)]
struct Flaw {
    kind: header::HeaderFlawKind,
    message: Prose,
    span: Span,
}

impl AuthorizationFacts {
    fn of(header: &str) -> Self {
        let facts = header::read(header);
        Self {
            masked: header::masked(header, &facts),
            user: facts.user.filter(|user| is_shown(user)),
            secret: facts.secret.as_ref().map(|token| token.kind),
            checksum: facts.secret.as_ref().map(|token| match token.checksum {
                Checksum::None => "none",
                Checksum::Intact => "intact",
                Checksum::CutOff => "cut-off",
                Checksum::Damaged { .. } => "damaged",
            }),
            flaws: facts
                .flaws
                .into_iter()
                .map(|flaw| Flaw {
                    kind: flaw.kind,
                    message: flaw.why,
                    span: flaw.span,
                })
                .collect(),
            scheme: facts.scheme,
        }
    }
}

/// Whether a user may be shown: what stands in the user's place may be a secret.
fn is_shown(user: &str) -> bool {
    !matches!(
        account::read(user).kind,
        AccountKind::Secret | AccountKind::Pair | AccountKind::Malformed
    )
}
