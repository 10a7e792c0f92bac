//! What the made texts are made of: the cases, the probes, the profiles, and what means something to one reader or another.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use jira_doctor::{Field, Response, Shell, read::site::url_crate_host, sample, script};
use serde_json::Value;

use crate::support::secrets::all_cases;

/// Texts by the place where they stood.
pub(crate) struct Seeds {
    pub(crate) sites: Vec<String>,
    pub(crate) accounts: Vec<String>,
    pub(crate) tokens: Vec<String>,
    pub(crate) headers: Vec<String>,
    pub(crate) keys: Vec<String>,
    /// Pasted texts and bodies.
    pub(crate) texts: Vec<String>,
    pub(crate) profiles: Vec<String>,
}

pub(crate) static SEEDS: LazyLock<Seeds> = LazyLock::new(|| {
    let mut seeds = Seeds {
        sites: texts_of("tests/probes/safety/addresses.jsonl", "typed"),
        accounts: Vec::new(),
        tokens: [
            "api-token",
            "dc-pat",
            "jwt",
            "legacy-token",
            "bitbucket-app-password",
        ]
        .map(|kind| sample::expand(&["{{", kind, "}}"].concat()))
        .to_vec(),
        headers: Vec::new(),
        keys: Vec::new(),
        texts: Vec::new(),
        profiles: ["aha", "bolddesk", "jentic"]
            .map(|name| file(&["www/profiles/", name, ".json"].concat()))
            .to_vec(),
    };
    for case in all_cases() {
        let given = &case.evidence;
        let text = |field| given.text(field).map(str::to_owned);
        seeds.sites.extend(text(Field::Site));
        seeds.accounts.extend(text(Field::Email));
        seeds.tokens.extend(text(Field::Token));
        seeds.headers.extend(text(Field::Authorization));
        seeds.keys.extend(text(Field::Project));
        seeds.keys.extend(text(Field::Issue));
        seeds.texts.extend(text(Field::Paste));
        if let Some(Response { headers, body, .. }) = &given.response {
            let headers = headers
                .iter()
                .map(|(name, value)| [name, ": ", value].concat());
            seeds.headers.extend(headers);
            seeds.texts.extend(body.clone());
        }
        for shell in Shell::ALL {
            seeds
                .texts
                .extend(script(given, shell, None, url_crate_host).ok());
        }
    }
    let shapes = texts_of("tests/probes/shapes.jsonl", "text");
    seeds.texts.extend(
        shapes
            .iter()
            .map(|text| text.replace("{{S}}", "{{legacy-token}}")),
    );
    let units = texts_of("tests/families.jsonl", "unit");
    seeds
        .texts
        .extend(units.iter().map(|unit| sample::expand(unit)));
    seeds
        .texts
        .extend(texts_of("tests/training/texts.jsonl", "text"));
    for list in seeds.all_mut() {
        let once: BTreeSet<String> = list.drain(..).filter(|text| !text.is_empty()).collect();
        list.extend(once);
        assert!(list.len() > 2, "a list of seeds is empty");
    }
    seeds
});

impl Seeds {
    fn all_mut(&mut self) -> [&mut Vec<String>; 7] {
        [
            &mut self.sites,
            &mut self.accounts,
            &mut self.tokens,
            &mut self.headers,
            &mut self.keys,
            &mut self.texts,
            &mut self.profiles,
        ]
    }
}

fn file(path: &str) -> String {
    let whole = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    fs::read_to_string(whole).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The texts under one key in a file of JSON lines. A line that holds half a surrogate pair is none for Rust.
fn texts_of(path: &str, key: &str) -> Vec<String> {
    let lines = file(path);
    let rows = lines
        .lines()
        .filter_map(|line| serde_json::from_str::<Value>(line).ok());
    let texts = rows.filter_map(|row| row.get(key)?.as_str().map(str::to_owned));
    texts.collect()
}
