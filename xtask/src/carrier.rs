//! The modules as JavaScript: a text whose characters are their bytes. The help page promises that nothing leaves it and keeps the
//! promise with `connect-src 'none'`; that forbids `fetch`, for a file of its own as well. A script may still be imported.
//! Servers compress this text to little more than the module itself; base64 comes to a quarter more.

use crate::patch::Patch;

/// Carries a module.
pub(crate) fn whole(wasm: &[u8]) -> String {
    format!(
        "// The WebAssembly module, for pages that may not fetch it. Written by `cargo xtask build`.\n\
         const TEXT = \"{}\";\n\
         \n\
         /** The bytes of the module, or of another text of this kind. */\n\
         export function bytes(text = TEXT) {{\n\
         \x20 const bytes = new Uint8Array(text.length);\n\
         \x20 for (let at = 0; at < bytes.length; at += 1) bytes[at] = text.charCodeAt(at);\n\
         \x20 return bytes;\n\
         }}\n",
        text(wasm)
    )
}

/// Carries what makes a module of another one, which stands beside it as `fields_wasm.js`.
pub(crate) fn patch(base: &[u8], wasm: &[u8]) -> String {
    let patch = Patch::of(base, wasm);
    let parts = patch.parts();
    let starts = parts.iter().scan(0, |end, part| {
        let start = *end;
        *end += part.len();
        Some(start)
    });
    format!(
        "// What the whole WebAssembly module has and the one for the fields has not. Written by `cargo xtask build`.\n\
         const TEXT = \"{}\";\n\
         // Where its parts begin, how long the module is, and which other one it belongs to.\n\
         const STARTS = {:?};\n\
         const LENGTH = {};\n\
         const CHECK = {};\n\
         {}",
        text(&parts.concat()),
        starts.collect::<Vec<_>>(),
        wasm.len(),
        check(base),
        include_str!("patched.js"),
    )
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
