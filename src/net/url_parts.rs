//! An address taken apart where the URL standard does. Nothing is judged and nothing decoded.

use std::ops::Range;

use crate::text::cut;

/// The parts of an address, as slices of it. Each but scheme and host keeps the sign that sets it off.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct UrlParts<'t> {
    text: &'t str,
    /// `https`; empty where no `://` follows.
    pub(crate) scheme: &'t str,
    /// `user:password@`
    pub(crate) user: &'t str,
    /// As typed.
    pub(crate) host: &'t str,
    /// `:8443`
    pub(crate) port: &'t str,
    /// `/jira`
    pub(crate) path: &'t str,
    /// `?…`
    pub(crate) query: &'t str,
    /// `#…`
    pub(crate) fragment: &'t str,
}

impl<'t> UrlParts<'t> {
    /// Takes an address apart. Without a scheme it begins with the host.
    pub(crate) fn of(text: &'t str) -> Self {
        let (scheme, start) = scheme(text).map_or(("", 0), |scheme| (scheme, scheme.len() + 3));
        Self {
            scheme,
            ..Self::after_scheme(text, start)
        }
    }

    /// Takes a reference apart, as a `Location` has one: without a scheme all of it is path, query and fragment.
    pub(crate) fn of_reference(text: &'t str) -> Self {
        if scheme(text).is_some() {
            return Self::of(text);
        }
        let (rest, fragment) = cut(text, '#');
        let (path, query) = cut(rest, '?');
        Self {
            text,
            path,
            query,
            fragment,
            ..Self::default()
        }
    }

    /// Takes apart what stands from `start` on, where the scheme was read already.
    pub(crate) fn after_scheme(text: &'t str, start: usize) -> Self {
        let (rest, fragment) = cut(text.get(start..).unwrap_or_default(), '#');
        let (rest, query) = cut(rest, '?');
        let (authority, path) = cut(rest, '/');
        let at = authority.rfind('@').map_or(0, |at| at + 1);
        let (user, server) = authority.split_at_checked(at).unwrap_or(("", authority));
        // The colons of `[::1]` are the host's.
        let colon = match server.find(']') {
            Some(end) if server.starts_with('[') => end + 1,
            _ => server.find(':').unwrap_or(server.len()),
        };
        let (host, port) = server.split_at_checked(colon).unwrap_or((server, ""));
        Self {
            text,
            scheme: "",
            user,
            host,
            port,
            path,
            query,
            fragment,
        }
    }

    /// Path and query.
    pub(crate) fn target(&self) -> &'t str {
        let (path, query) = (self.range(self.path), self.range(self.query));
        self.text.get(path.start..query.end).unwrap_or_default()
    }

    /// All from the path on.
    pub(crate) fn tail(&self) -> &'t str {
        let start = self.range(self.path).start;
        self.text.get(start..).unwrap_or_default()
    }

    /// All in front of the path: `https://jane@acme.example:8443`.
    pub(crate) fn origin(&self) -> &'t str {
        let end = self.range(self.path).start;
        self.text.get(..end).unwrap_or_default()
    }

    /// The user info without its `@`, where there is one.
    pub(crate) fn user_info(&self) -> Option<&'t str> {
        self.user.strip_suffix('@')
    }

    /// The port's number; `None` within where none stands after the colon, `Err` where it is none.
    pub(crate) fn port_number(&self) -> Result<Option<u16>, ()> {
        match self.port.strip_prefix(':') {
            Some(digits) if digits.bytes().all(|b| b.is_ascii_digit()) && !digits.is_empty() => {
                digits.parse().map(Some).map_err(drop)
            }
            Some("") => Ok(None),
            None if self.port.is_empty() => Ok(None),
            _ => Err(()),
        }
    }

    /// The bytes of the address that one of its parts takes.
    pub(crate) fn range(&self, part: &str) -> Range<usize> {
        let start = cut::offset(self.text, part);
        start..start + part.len()
    }
}

/// The word in front of `://`. `?os_destination=https://…` holds a scheme that is not the address's own.
fn scheme(text: &str) -> Option<&str> {
    let (word, _) = text.split_once("://")?;
    let is_scheme = |b: u8| b.is_ascii_alphanumeric() || b"+-.".contains(&b);
    word.bytes().all(is_scheme).then_some(word)
}

/// Cuts in front of the first `sign`. Where there is none, the second half is the empty end of `text`.
fn cut(text: &str, sign: char) -> (&str, &str) {
    let at = text.find(sign).unwrap_or(text.len());
    text.split_at_checked(at).unwrap_or((text, ""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_taken_apart() {
        let text = "https://jane:x@jira.acme.example:8443/jira/rest?x/y#z?";
        let parts = UrlParts::of(text);
        assert_eq!(parts.scheme, "https");
        assert_eq!(parts.user, "jane:x@");
        assert_eq!(parts.user_info(), Some("jane:x"));
        assert_eq!(parts.host, "jira.acme.example");
        assert_eq!(parts.port_number(), Ok(Some(8443)));
        assert_eq!(parts.path, "/jira/rest");
        assert_eq!(parts.query, "?x/y");
        assert_eq!(parts.fragment, "#z?");
        assert_eq!(parts.target(), "/jira/rest?x/y");
        assert_eq!(parts.tail(), "/jira/rest?x/y#z?");
        assert_eq!(parts.origin(), "https://jane:x@jira.acme.example:8443");
        assert_eq!(text.get(parts.range(parts.host)), Some(parts.host));
    }

    #[test]
    fn parts_may_be_missing() {
        for (text, host, port, tail) in [
            ("", "", "", ""),
            ("http://", "", "", ""),
            ("acme.example", "acme.example", "", ""),
            ("acme.example/a", "acme.example", "", "/a"),
            ("/rest/api", "", "", "/rest/api"),
            ("http://[::1]:80#x", "[::1]", ":80", "#x"),
            ("http://[http://x", "[http", ":", "//x"),
            ("https://https://acme", "https", ":", "//acme"),
        ] {
            let parts = UrlParts::of(text);
            let found = (parts.host, parts.port, parts.tail());
            assert_eq!(found, (host, port, tail), "{text}");
        }
        assert_eq!(UrlParts::of("a:b").port_number(), Err(()));
        assert_eq!(UrlParts::of("a:99999").port_number(), Err(()));
        assert_eq!(UrlParts::of("a:").port_number(), Ok(None));
    }

    #[test]
    fn a_reference_without_a_scheme_is_a_path() {
        let parts = UrlParts::of_reference("login.jsp?to=https://x.example/a");
        assert_eq!((parts.host, parts.path), ("", "login.jsp"));
        assert_eq!(parts.target(), "login.jsp?to=https://x.example/a");
        let parts = UrlParts::of_reference("https://acme.example");
        assert_eq!((parts.host, parts.tail()), ("acme.example", ""));
    }
}
