//! What was asked: the address taken apart.

use super::{Endpoint, Sent};
use crate::net::UrlParts;
use crate::read::site::{self, HostReader};

impl Sent {
    /// Reads a request. `url` is a whole address, or a path alone.
    pub(crate) fn of(method: Option<&str>, url: Option<&str>, platform_host: HostReader) -> Self {
        let url = url.map(str::trim).filter(|url| !url.is_empty());
        let path = url.map(|url| UrlParts::of(url).target());
        let path = path.filter(|path| !path.is_empty());
        // A path alone names no site.
        let site = url
            .filter(|url| !url.starts_with('/'))
            .map(|url| site::read(url, platform_host));
        let mut sent = Self {
            method: method
                .map(str::trim)
                .filter(|method| !method.is_empty())
                .map(str::to_ascii_uppercase),
            url: url.map(str::to_owned),
            site,
            path: path.map(str::to_owned),
            endpoint: Endpoint::Unknown,
            has_body: false,
            authorization: None,
            scheme: None,
        };
        sent.endpoint = path.map_or(Endpoint::Unknown, |path| Endpoint::of(path, sent.host()));
        sent
    }

    /// The host that was asked: the site's, else what stands in its place in an address that is no site's.
    pub(crate) fn host(&self) -> Option<&str> {
        let site = self.site.as_ref().and_then(|site| site.host.as_deref());
        site.or_else(|| Some(UrlParts::of(self.url.as_deref()?).host))
            .filter(|host| !host.is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::site::url_crate_host;

    #[test]
    fn takes_an_address_apart() {
        let table = [
            // url, host, path
            (
                "https://acme.atlassian.net/rest/api/3/myself?a=b#c",
                Some("acme.atlassian.net"),
                Some("/rest/api/3/myself?a=b"),
            ),
            (
                "acme.atlassian.net/rest/api/3/myself",
                Some("acme.atlassian.net"),
                Some("/rest/api/3/myself"),
            ),
            ("/rest/api/3/myself", None, Some("/rest/api/3/myself")),
            (
                "https://acme.atlassian.net",
                Some("acme.atlassian.net"),
                None,
            ),
            (
                "http://localhost:7007/api/proxy",
                Some("localhost"),
                Some("/api/proxy"),
            ),
            (
                "https://jira.acme.example/login.jsp?to=https://x.example/a",
                Some("jira.acme.example"),
                Some("/login.jsp?to=https://x.example/a"),
            ),
            ("", None, None),
        ];
        for (url, host, path) in table {
            let sent = Sent::of(Some("get"), Some(url), url_crate_host);
            assert_eq!(sent.host(), host, "{url}");
            assert_eq!(sent.path.as_deref(), path, "{url}");
            assert_eq!(sent.method.as_deref(), Some("GET"));
        }
    }
}
