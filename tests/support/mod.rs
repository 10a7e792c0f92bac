//! What several test files share, and `cargo xtask replay` with them.

#![allow(dead_code, reason = "each of them uses its part")]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails by panicking"
)]

pub(crate) mod cases;
pub(crate) mod evidence;
pub(crate) mod hostile;
#[cfg(unix)]
pub(crate) mod programs;
pub(crate) mod secrets;
pub(crate) mod sentinels;
pub(crate) mod server;
pub(crate) mod signals;
pub(crate) mod texts;
