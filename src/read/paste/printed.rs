//! Requests as programs print them: the headers in them, in any notation.

use crate::input::Placed;
use crate::read::exchange::Exchange;
use crate::read::header::{self, Header, HeaderFlawKind as Kind};
use crate::read::token::TokenKind;
use crate::span::Spans;
use crate::text::{MappedText, Signs};

/// The headers that printed requests show, the last one first.
pub(super) fn sent(exchanges: &[Exchange]) -> Vec<Placed<Header>> {
    let of_exchanges = exchanges.iter().rev();
    let sent = of_exchanges.filter_map(|x| x.sent.authorization.clone());
    sent.filter(tells).collect()
}

/// As [`sent`], and where no request shows one, those that stand anywhere in the text.
pub(super) fn headers(
    exchanges: &[Exchange],
    text: &str,
    view: &MappedText,
) -> Vec<Placed<Header>> {
    let mut headers = sent(exchanges);
    if headers.is_empty() {
        let mut spans = Spans::of(text);
        let printed = values(view.text()).map(|value| {
            let span = spans.span(view.origin_of_slice(value));
            Placed::pasted(header::read(value), span)
        });
        headers.extend(printed.filter(tells));
    }
    headers
}

/// Whether a header shows how it was sent. Stars and a manual's words may be of whoever pasted it, but not inside of what was
/// encoded; a variable that its shell would have replaced was not kept in the first place.
fn tells(header: &Placed<Header>) -> bool {
    let has = |kinds: &[Kind]| header.flaws.iter().any(|flaw| kinds.contains(&flaw.kind));
    match header.secret.as_ref().map(|secret| secret.kind) {
        Some(TokenKind::Masked) => false,
        Some(TokenKind::Placeholder) => header.is_decoded && header.is_verbatim(),
        Some(TokenKind::Variable) => header.is_decoded,
        Some(TokenKind::Empty) | None => {
            has(&[Kind::Empty, Kind::UserMissing, Kind::SecretMissing])
        }
        Some(_) => true,
    }
}

/// `Basic …` and `Bearer …` behind the name `Authorization`, however a program separates them: `'Authorization': 'Basic …'`.
/// Only whole values: one that is masked or cut off is followed by dots or stars.
fn values(text: &str) -> impl Iterator<Item = &str> {
    const NAME: &str = "uthorization";
    const MOST: usize = 16;
    let behind = text.match_indices(NAME).take(MOST);
    behind.filter_map(move |(at, _)| {
        // A proxy's header is another one.
        let before = text.get(..at)?;
        let own = !before.trim_end_any("Aa").ends_with('-');
        let rest = text.get(at + NAME.len()..).filter(|_| own)?;
        let value = rest.trim_start_any(":= '\"[>\\");
        let secret = value
            .strip_prefix("Basic ")
            .or_else(|| value.strip_prefix("Bearer "))?;
        let is_part = |c: char| c.is_ascii_alphanumeric() || "+/=_-".contains(c);
        let length = secret.find(|c| !is_part(c)).unwrap_or(secret.len());
        let whole = length >= 12 && !secret.get(length..)?.starts_with_any(".*…");
        let scheme = value.len() - secret.len();
        value.get(..scheme + length).filter(|_| whole)
    })
}

/// Whether a request is printed with headers that programs send, one a line.
pub(super) fn has_request(text: &str) -> bool {
    const SENT: &str = "user-agent:";
    let mut lines = text.lines().map(|line| line.trim_start_any("> "));
    lines.any(|line| {
        let start = line.get(..SENT.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(SENT))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn printed_headers_are_found_in_any_notation_and_only_whole() {
        let value = "Basic amFuZTpzZWNyZXQ=";
        for text in [
            "> Authorization: Basic amFuZTpzZWNyZXQ=\n",
            "{'Authorization': 'Basic amFuZTpzZWNyZXQ=', 'a': 1}",
            r#"headers: {\"authorization\":\"Basic amFuZTpzZWNyZXQ=\"}"#,
            "Authorization:[Basic amFuZTpzZWNyZXQ=]",
        ] {
            assert_eq!(values(text).collect::<Vec<_>>(), [value], "{text}");
        }
        for text in [
            "Authorization: Basic amFuZTpzZWNy...",
            "Authorization: Basic ****",
            "Authorization: Basic $TOKEN",
            "WWW-Authenticate: Basic realm=\"protected area\"",
            "Authorization required",
            "Proxy-Authorization: Basic amFuZTpzZWNyZXQ=",
        ] {
            assert_eq!(values(text).count(), 0, "{text}");
        }
    }
}
