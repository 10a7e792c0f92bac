//! Who answers a call, and whose words a text is: one list for both.

/// Who answered, or who alone prints a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum Speaker {
    // Who can be told by what he prints; the first outweighs the others where an answer shows more than one.
    /// A proxy between the caller and the world: Zscaler, Squid, Blue Coat …
    CorporateProxy,
    /// A sign-on page: Okta, Entra, ADFS, Cloudflare Access …
    SignOn,
    /// Another product: Bitbucket, GitHub …
    Other,
    /// Atlassian's edge or `CloudFront`, before Jira saw the request.
    Edge,
    /// `api.atlassian.com`
    Gateway,
    /// Jira Cloud itself: `atl-traceid`, `x-arequestid`.
    JiraCloud,
    /// A server of one's own: Jira or Confluence Data Center.
    DataCenter,
    /// nginx, Apache, `HAProxy`, F5 … in front of a server.
    ReverseProxy,
    // Whose words alone leave it open where they were said.
    /// Jira, in the cloud or on a server.
    Jira,
    /// Confluence, in the cloud or on a server.
    Confluence,
    /// Jira's login filter, Seraph: its words stand in headers, beside any answer.
    LoginFilter,
    /// The program that calls, or what it is built on: a library, a browser, an operating system.
    Program,
    /// Nobody: no connection, or nothing came.
    Nobody,
    /// Any of them.
    Anyone,
}

/// Some speakers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Speakers(u16);

impl Speakers {
    pub(crate) fn add(&mut self, speaker: Speaker) {
        self.0 |= 1 << speaker as u16;
    }

    pub(crate) fn and(self, others: Self) -> Self {
        Self(self.0 | others.0)
    }

    /// The one that outweighs the others, of those that can be told by what they print.
    pub(crate) fn first(self) -> Option<Speaker> {
        use Speaker::{
            CorporateProxy, DataCenter, Edge, Gateway, JiraCloud, Other, ReverseProxy, SignOn,
        };
        let told = [
            CorporateProxy,
            SignOn,
            Other,
            Edge,
            Gateway,
            JiraCloud,
            DataCenter,
            ReverseProxy,
        ];
        told.into_iter()
            .find(|speaker| self.0 & (1 << *speaker as u16) != 0)
    }
}
