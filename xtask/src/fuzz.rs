//! `fuzz`: the properties of `tests/fuzz/`, over as many made-up texts as there is time for, and addresses against the parsers of Node and
//! Chromium.

use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use anyhow::{Context, Result};
use xshell::cmd;

use crate::{build, test, tools};

/// Of each property in one round: a minute or two.
const CASES: &str = "1000";
const ADDRESSES: &str = "1000000";

pub(crate) fn run(minutes: u64) -> Result<()> {
    let sh = tools::shell()?;
    let end = Instant::now() + Duration::from_secs(minutes * 60);
    // Other texts each time. A failure says by which number it comes again.
    let first = SystemTime::now().duration_since(UNIX_EPOCH)?.as_secs();
    let mut rounds = 0;
    while rounds == 0 || Instant::now() < end {
        let seed = (first + rounds).to_string();
        cmd!(sh, "cargo test --quiet --profile fuzz --test fuzz")
            .env("PROPTEST_CASES", CASES)
            .env("PROPTEST_RNG_SEED", &seed)
            .run()
            .with_context(|| {
                format!("again: PROPTEST_CASES={CASES} PROPTEST_RNG_SEED={seed} cargo test --profile fuzz --test fuzz")
            })?;
        rounds += 1;
    }
    eprintln!("{rounds} rounds of {CASES} texts for each property, the seeds from {first} on.");
    tools::ensure_node()?;
    build::run()?;
    let count = [("ADDRESSES", ADDRESSES.into())];
    test::in_node(&sh, &["tests/node/addresses.test.mjs".into()], &count)?;
    test::in_chromium(&sh, &["tests/browser/addresses.test.mjs".into()], &count)
}
