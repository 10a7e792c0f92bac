//! What a reader changes on the way from the typed text to its normal form.

use serde::Serialize;

use crate::veiled::shows_as_it_is;

/// What a reader may change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ChangeKind {
    /// Blanks, tabs or line ends around or inside the text.
    Blank,
    /// A character that cannot be seen: zero width, byte order mark, bidirectional mark, no-break space.
    Invisible,
    /// Quotes or backticks around the text.
    Quotes,
    /// `<…>`, `(…)`, `Name <…>`, a Markdown link, a comma or a full stop behind.
    Wrapping,
    /// `KEY=` or `key:` in front.
    Label,
    /// The scheme was missing.
    MissingScheme,
    /// The scheme stood twice.
    DoubledScheme,
    /// The scheme was misspelt: `htp://`, `https:/`, `https//`, `https;//`.
    MisspeltScheme,
    /// `http` became `https`.
    Insecure,
    /// `mailto:` in front.
    Mailto,
    /// `\` became `/`.
    Backslash,
    /// Upper case became lower case.
    Case,
    /// Full-width letters or dots became ASCII.
    Width,
    /// User name or password in the address.
    Credentials,
    /// A port that does not belong there.
    Port,
    /// A full stop at the end of the host.
    TrailingDot,
    /// Slashes at the end.
    TrailingSlash,
    /// A path that does not belong to the site's address.
    Path,
    /// `?…`
    Query,
    /// `#…`
    Fragment,
    /// A bare site name became a host.
    BareName,
    /// The suffix stood twice: `acme.atlassian.net.atlassian.net`.
    DoubledSuffix,
}

shows_as_it_is!(ChangeKind);
