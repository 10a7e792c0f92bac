//! What a known text says of the call that it was printed for.

/// What a text says of a call. What follows from it, follows from its class: a problem asks for one text only where that text
/// alone is its proof.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Class {
    /// The program, or a browser for it, sent nothing.
    Unsent,
    /// The host's name has no address.
    Name,
    /// No connection, or one that was cut.
    Connect,
    /// No connection that both sides trust.
    Tls,
    /// Something before Jira refused.
    Gate,
    /// The answer came, and the browser keeps it from the page.
    Withheld,
    /// The caller was sent on, mostly to a page where people sign in.
    Redirect,
    /// No site, or no product on it.
    Site,
    /// Nobody was signed in.
    Refusal,
    /// The caller was served as a stranger.
    Anonymous,
    /// What keeps the credential from being taken.
    Credential,
    /// Signed in, without access to the product.
    Licence,
    /// The token was taken and lacks a scope.
    Scope,
    /// Signed in, and not allowed to do this.
    Permission,
    /// Missing, or hidden from the caller, who may be a stranger.
    Unseen,
    /// Missing, whoever asks.
    Object,
    /// A path that the server does not have.
    Path,
    /// Jira read the call and complains of its form or its data.
    Request,
    /// Too many calls.
    Rate,
    /// The server failed.
    Failure,
    /// The program could not read what came.
    Unreadable,
    /// Said beside an answer, and no failure.
    Note,
    /// The call failed, and more is not said.
    Vague,
    /// Who speaks, or of what. It is no hit.
    Voice,
}
