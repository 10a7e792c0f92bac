//! Makes evidence: any of its parts, with any text in it, and perhaps a secret in each.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use jira_doctor::{Evidence, Failure, Field, Request, Response, sample};
use proptest::collection::{btree_map, vec};
use proptest::option::{of, weighted};
use proptest::prelude::*;
use proptest::sample::select;

use crate::seeds::SEEDS;
use crate::support::evidence::FAILURES;
use crate::support::sentinels::forms;
use crate::texts::{text, text_with};

/// The fields that hold one text, and what mostly stands in them.
fn fields() -> [(Field, &'static [String]); 7] {
    [
        (Field::Site, &SEEDS.sites),
        (Field::Email, &SEEDS.accounts),
        (Field::Token, &SEEDS.tokens),
        (Field::Authorization, &SEEDS.headers),
        (Field::Project, &SEEDS.keys),
        (Field::Issue, &SEEDS.keys),
        (Field::Paste, &SEEDS.texts),
    ]
}

/// What a text may be in each place.
type Texts = dyn Fn(&'static [String]) -> BoxedStrategy<String>;

pub(crate) fn any_evidence() -> BoxedStrategy<Evidence> {
    evidence_of(&text)
}

/// Evidence whose token is the secret, which also stands in other places, in any form.
pub(crate) fn evidence_with(secret: &str) -> BoxedStrategy<Evidence> {
    let mut forms = forms(secret);
    forms.push(STANDARD.encode(["jane@acme.example:", secret].concat()));
    let form = select(forms).boxed();
    let with_secret =
        move |seeds| prop_oneof![2 => text_with(seeds, form.clone()), 1 => text(seeds)].boxed();
    let typed = Just(secret.into());
    (evidence_of(&with_secret), typed)
        .prop_map(|(mut given, secret)| {
            given.token = Some(secret);
            given
        })
        .boxed()
}

fn evidence_of(text: &Texts) -> BoxedStrategy<Evidence> {
    let fields = fields()
        .map(|(field, seeds)| weighted(0.4, text(seeds)).prop_map(move |text| (field, text)));
    let request = (of(text(&SEEDS.keys)), of(text(&SEEDS.sites)))
        .prop_map(|(method, url)| Request { method, url });
    (
        fields.to_vec(),
        weighted(0.3, request),
        weighted(0.5, response(text)),
    )
        .prop_map(|(texts, request, response)| {
            let mut given = Evidence {
                request,
                response,
                ..Evidence::default()
            };
            for (field, text) in texts {
                if let Some(text) = text {
                    given.set_text(field, &text.into());
                }
            }
            given
        })
        .boxed()
}

fn response(text: &Texts) -> impl Strategy<Value = Response> + use<> {
    const NAMES: [&str; 6] = [
        "www-authenticate",
        "location",
        "content-type",
        "x-seraph-loginreason",
        "retry-after",
        "server",
    ];
    let status = of(
        prop_oneof![4 => select(vec![200u16, 302, 400, 401, 403, 404, 429, 500, 503]), 1 => any::<u16>()],
    );
    let name = prop_oneof![4 => select(&NAMES[..]).prop_map(str::to_owned), 1 => text(&SEEDS.keys)];
    (
        status,
        btree_map(name, text(&SEEDS.headers), 0..4),
        of(text(&SEEDS.texts)),
    )
        .prop_map(|(status, headers, body)| Response {
            status,
            headers,
            body,
        })
}

/// What comes of the calls of an examination.
pub(crate) fn any_outcome() -> impl Strategy<Value = Vec<Result<Response, Failure>>> {
    let outcome = prop_oneof![
        3 => response(&text).prop_map(Ok),
        1 => select(&FAILURES[..]).prop_map(Err),
    ];
    vec(outcome, 0..10)
}

/// A secret of some kind that is long enough to be looked for in any form.
pub(crate) fn any_sentinel() -> impl Strategy<Value = String> {
    let kinds = [
        "api-token",
        "service-account-token",
        "bitbucket-app-password",
        "dc-pat",
        "jwt",
    ];
    select(kinds.to_vec()).prop_map(|kind| sample::expand(&["{{", kind, "}}"].concat()))
}
