//! What JavaScript sees: each export reads its input, calls the core, writes the result.

#![expect(
    unreachable_pub,
    reason = "wasm-bindgen exports what is `pub`, though no Rust code can reach it"
)]

#[cfg(feature = "answers")]
mod examine;
#[cfg(feature = "answers")]
mod fetch;
#[cfg(feature = "answers")]
mod relay;
#[cfg(feature = "answers")]
mod whole;

use serde::{Serialize, Serializer};
use wasm_bindgen::prelude::*;
use zeroize::Zeroizing;
use zeroizing_alloc::ZeroAlloc;

use crate::diagnosis::{self, Diagnosis};
use crate::evidence::Evidence;
use crate::facts::Facts;
use crate::json::Reply;
use crate::problem::Fix;
use crate::profile::Profile;
use crate::prose::Prose;
use crate::read::account::{self, AccountKind};
use crate::read::header::{self, Credentials, Header, Scheme};
use crate::read::token::{Checksum, TokenKind};
use crate::secret::Secret;
use crate::span::Span;
use crate::tree::{FromTree, Read, Tree, read_by_key, read_by_name};
use crate::veil::{Shown, Veil};
use crate::veiled::veiled;

/// Memory is wiped as it is given back: whatever held a part of a secret, no copy outlives its call.
#[global_allocator]
static WIPING: ZeroAlloc<std::alloc::System> = ZeroAlloc(std::alloc::System);

/// Calls a function of `types.d.ts` by its name. `given` are its arguments as `www/lib/pack.js` packs them, the result is JSON.
/// One door for all: each export of its own would bring its own glue, on both sides.
#[wasm_bindgen]
pub fn call(name: &str, given: Vec<u8>) -> Result<String, JsError> {
    // A secret may be among them.
    let given = Zeroizing::new(given);
    Given::unpack(&given)
        .and_then(|given| answer(name, given))
        .map(Reply::into_json)
        .map_err(|why| refusal(&why))
}

/// A refusal quotes what it did not expect, which may be a token in the wrong place.
fn refusal(why: &str) -> JsError {
    JsError::new(&crate::redact(why))
}

fn answer(name: &str, mut given: Given) -> Read<Reply> {
    Ok(match name {
        "diagnose" => Reply::of(&diagnosis(given)?),
        "readSite" => {
            let evidence = Evidence {
                site: Some(given.text()?),
                ..Evidence::default()
            };
            let facts = Facts::read(&evidence, None, browser_host);
            Reply::of(&Veil::of(&facts).over(facts.typed_site().cloned()))
        }
        "authorization" => Reply::exposing(authorization(&given.next()?)?.expose()),
        "readAuthorization" => {
            let typed: Secret = given.next()?;
            let evidence = Evidence {
                authorization: Some(typed.clone()),
                ..Evidence::default()
            };
            let facts = Facts::read(&evidence, None, browser_host);
            let read = facts.authorization.as_ref().ok_or("there is no header")?;
            let read = AuthorizationFacts::of(typed.expose(), read);
            Reply::of(&Veil::of(&facts).over(read))
        }
        "translate" => {
            crate::translate(&given.text()?);
            Reply::of(&Veil::default().over(()))
        }
        "applyFix" => {
            let (evidence, problem) = (given.evidence()?, given.text()?);
            apply_fix(&evidence, &problem, given.profile()?.as_ref())?
        }
        #[cfg(feature = "answers")]
        name => return whole::answer(name, given),
        #[cfg(not(feature = "answers"))]
        _ => return Err("there is no such function".to_owned()),
    })
}

/// The arguments that are left.
struct Given(std::vec::IntoIter<Tree>);

impl Given {
    fn unpack(bytes: &[u8]) -> Read<Self> {
        let list = Tree::unpack(bytes).ok_or("the arguments are not packed")?;
        Ok(Self(list.items()?.into_iter()))
    }

    fn next<T: FromTree>(&mut self) -> Read<T> {
        T::from_tree(self.0.next().unwrap_or(Tree::Nothing))
    }

    fn text(&mut self) -> Read<String> {
        self.next()
    }

    /// The evidence, reckoned from today where it names no other day.
    fn evidence(&mut self) -> Read<Evidence> {
        let mut evidence: Evidence = self.next()?;
        evidence.today.get_or_insert_with(|| {
            let now = String::from(js_sys::Date::new_0().to_iso_string());
            now.chars().take("YYYY-MM-DD".len()).collect()
        });
        Ok(evidence)
    }

    /// A missing profile is none.
    fn profile(&mut self) -> Read<Option<Profile>> {
        if crate::READS_ANSWERS {
            self.next()
        } else {
            Ok(None)
        }
    }
}

fn diagnosis(mut given: Given) -> Read<Shown<Diagnosis>> {
    let (evidence, profile) = (given.evidence()?, given.profile()?);
    Ok(diagnosis::shown(&evidence, profile.as_ref(), browser_host))
}

fn apply_fix(evidence: &Evidence, problem: &str, profile: Option<&Profile>) -> Read<Reply> {
    let diagnosis = crate::diagnose(evidence, profile, browser_host);
    let fix = diagnosis
        .findings
        .iter()
        .find(|finding| finding.problem == problem)
        .and_then(|finding| finding.fix.as_ref())
        .ok_or("no finding of this problem offers a fix here")?;
    Ok(Reply::exposing(&Texts(fix)))
}

/// The new texts of a fix, by their fields.
struct Texts<'f>(&'f Fix);

impl Serialize for Texts<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.texts().map(|(field, text)| (field, text.expose())))
    }
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

#[derive(Clone, Copy)]
enum GivenScheme {
    Basic,
    Bearer,
}

read_by_name!(GivenScheme { "basic": Basic, "bearer": Bearer });

fn authorization(given: &GivenCredentials) -> Read<Secret> {
    let secret = given.token.expose();
    let credentials = match given.scheme.unwrap_or(GivenScheme::Basic) {
        GivenScheme::Basic => Credentials::Basic {
            user: given.email.as_deref().unwrap_or_default(),
            secret,
        },
        GivenScheme::Bearer => Credentials::Bearer { secret },
    };
    credentials
        .trimmed()
        .header()
        .map_err(|refusal| refusal.message)
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

veiled!(AuthorizationFacts {
    scheme,
    user,
    secret,
    checksum,
    masked,
    flaws
});

#[derive(Serialize)]
struct Flaw {
    kind: header::HeaderFlawKind,
    message: Prose,
    span: Span,
}

veiled!(Flaw {
    kind,
    message,
    span
});

impl AuthorizationFacts {
    fn of(typed: &str, facts: &Header) -> Self {
        Self {
            masked: header::masked(typed, facts),
            user: facts.user.clone().filter(|user| is_shown(user)),
            secret: facts.secret.as_ref().map(|token| token.kind),
            checksum: facts.secret.as_ref().map(|token| match token.checksum {
                Checksum::None => "none",
                Checksum::Intact => "intact",
                Checksum::CutOff => "cut-off",
                Checksum::Damaged { .. } => "damaged",
            }),
            flaws: facts
                .flaws
                .iter()
                .map(|flaw| Flaw {
                    kind: flaw.kind,
                    message: flaw.why.clone(),
                    span: flaw.span,
                })
                .collect(),
            scheme: facts.scheme.clone(),
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
