//! Who answered.

use super::{Body, Headers, Server};

impl Server {
    /// Tells who answered; `None` where nothing shows it. `raw` is the body's text.
    pub(crate) fn of(
        host: Option<&str>,
        status: Option<u16>,
        headers: &Headers,
        body: &Body,
        raw: &str,
    ) -> Option<Self> {
        let _ = (host, status, headers, body, raw);
        None
    }
}
