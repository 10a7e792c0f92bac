//! The modules as JavaScript: a text whose characters are their bytes. The help page promises that nothing leaves it and keeps the
//! promise with `connect-src 'none'`; that forbids `fetch`, for a file of its own as well. A script may still be imported.
//! Servers compress this text to less than the module itself, since its code is taken apart; base64 comes to a quarter more.

use anyhow::Result;

use crate::patch::Patch;
use crate::streams::{self, Kind, Streams};

/// Carries a module.
///
/// # Errors
///
/// Fails where the module cannot be taken apart.
pub(crate) fn whole(wasm: &[u8]) -> Result<String> {
    let streams = Streams::of(wasm)?;
    let following = streams::FOLLOWING.iter().map(|(from, to, kinds)| {
        let kinds: Vec<_> = kinds.iter().map(|kind| *kind as usize).collect();
        format!("[{from},{to},{kinds:?}]")
    });
    Ok(format!(
        "// The WebAssembly module, for pages that may not fetch it. Written by `cargo xtask build`.\n\
         const TEXT = \"{}\";\n\
         const PLAN = {};\n\
         // From which opcode to which the same streams hold what follows.\n\
         const FOLLOWING = [{}];\n\
         const OUTSIDE = {};\n\
         const OPCODE = {};\n\
         const DECLARED = {};\n\
         const TABLE = {};\n\
         const BRANCH_TABLE = {};\n\
         const PREFIX = {};\n\
         const FLOAT = {};\n\
         {}",
        text(&streams.parts().concat()),
        plan(&streams, wasm),
        following.collect::<Vec<_>>().join(","),
        Kind::Outside as usize,
        Kind::Opcode as usize,
        Kind::Declared as usize,
        Kind::Table as usize,
        streams::BRANCH_TABLE,
        streams::PREFIX,
        streams::FLOAT,
        include_str!("joined.js"),
    ))
}

/// Carries what makes a module of another one, which stands beside it as `fields_wasm.js`.
///
/// # Errors
///
/// Fails where one of them cannot be taken apart.
pub(crate) fn patch(base: &[u8], wasm: &[u8]) -> Result<String> {
    let base = Streams::of(base)?.parts().concat();
    let streams = Streams::of(wasm)?;
    let whole = streams.parts().concat();
    let patch = Patch::of(&base, &whole);
    let parts = patch.parts();
    Ok(format!(
        "// What the whole WebAssembly module has and the one for the fields has not. Written by `cargo xtask build`.\n\
         const TEXT = \"{}\";\n\
         // Where its parts begin, how much they make, and which other module they belong to.\n\
         const STARTS = {:?};\n\
         const LENGTH = {};\n\
         const CHECK = {};\n\
         const PLAN = {};\n\
         {}",
        text(&parts.concat()),
        starts(&parts),
        whole.len(),
        check(&base),
        plan(&streams, wasm),
        include_str!("patched.js"),
    ))
}

/// How a module is put together: where its streams begin, how long it is, how much of it stands before its functions, and how
/// many these are.
fn plan(streams: &Streams, wasm: &[u8]) -> String {
    let Streams {
        before, functions, ..
    } = streams;
    let starts = starts(streams.parts());
    let length = wasm.len();
    format!("{{ starts: {starts:?}, length: {length}, before: {before}, functions: {functions} }}")
}

/// Where each part begins.
fn starts(parts: &[impl AsRef<[u8]>]) -> Vec<usize> {
    let starts = parts.iter().scan(0, |end, part| {
        let start = *end;
        *end += part.as_ref().len();
        Some(start)
    });
    starts.collect()
}

/// The bytes between quotation marks.
fn text(bytes: &[u8]) -> String {
    let mut text = String::new();
    for byte in bytes {
        match byte {
            b'"' => text.push_str("\\\""),
            b'\\' => text.push_str("\\\\"),
            b'\n' => text.push_str("\\n"),
            b'\r' => text.push_str("\\r"),
            byte => text.push(char::from(*byte)),
        }
    }
    text
}

/// FNV-1a, as `patched.js` has it.
fn check(bytes: &[u8]) -> u32 {
    let start = 0x811c_9dc5_u32;
    bytes.iter().fold(start, |sum, byte| {
        (sum ^ u32::from(*byte)).wrapping_mul(0x100_0193)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sum_is_the_published_one() {
        assert_eq!(check(b""), 0x811c_9dc5);
        assert_eq!(check(b"a"), 0xe40c_292c);
    }
}
