//! The parts of an address behind its scheme, as slices of it.

/// The parts. Each but the host keeps the sign that sets it off.
pub(super) struct Parts<'t> {
    /// `user:password@`
    pub(super) user: &'t str,
    /// The host, as typed.
    pub(super) host: &'t str,
    /// `:8443`
    pub(super) port: &'t str,
    /// `/jira`
    pub(super) path: &'t str,
    /// `?…`
    pub(super) query: &'t str,
    /// `#…`
    pub(super) fragment: &'t str,
}

impl<'t> Parts<'t> {
    /// Takes an address apart where the URL standard does.
    pub(super) fn of(rest: &'t str) -> Self {
        let (rest, fragment) = cut(rest, &['#']);
        let (rest, query) = cut(rest, &['?']);
        let (authority, path) = cut(rest, &['/']);
        let at = authority.rfind('@').map_or(0, |at| at + 1);
        let (user, server) = authority.split_at_checked(at).unwrap_or(("", authority));
        let colon = match server.find(']') {
            Some(end) if server.starts_with('[') => end + 1,
            _ => server.find(':').unwrap_or(server.len()),
        };
        let (host, port) = server.split_at_checked(colon).unwrap_or((server, ""));
        Self {
            user,
            host,
            port,
            path,
            query,
            fragment,
        }
    }

    /// The port's number; `None` within where none stands behind the colon, `Err` where it is none.
    pub(super) fn port_number(&self) -> Result<Option<u16>, ()> {
        match self.port.strip_prefix(':') {
            Some(digits) if digits.bytes().all(|b| b.is_ascii_digit()) && !digits.is_empty() => {
                digits.parse().map(Some).map_err(drop)
            }
            Some("") => Ok(None),
            None if self.port.is_empty() => Ok(None),
            _ => Err(()),
        }
    }
}

fn cut<'t>(text: &'t str, signs: &[char]) -> (&'t str, &'t str) {
    text.find(signs)
        .and_then(|at| text.split_at_checked(at))
        .unwrap_or((text, ""))
}
