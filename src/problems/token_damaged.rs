use crate::evidence::Field;
use crate::facts::Facts;
use crate::problem::{Fix, Severity, Suspicion, problem, weight};
use crate::read::token::{Checksum, Token, TokenFlaw, TokenFlawKind, TokenKind};
use crate::span::Span;

problem! {
    /// ## What it means
    /// The token is not as Atlassian made it: something is missing, was added, or was changed on the way into the field. The last eight characters of an API token are a checksum of the rest, so this can be told without asking anyone.
    ///
    /// ## Why it happens
    /// A double-click selects only a part; a chat or a manual adds quotes or blanks; a tool that splits on `=` drops the end; a mail program wraps the line.
    ///
    /// ## How to fix it
    /// 1. Copy the token again from where you keep it, with the copy button if there is one.
    /// 2. If you no longer have it whole, create a new one: Atlassian shows a token only once.
    /// 3. In a `.env` file or a script, put it between single quotes.
    ///
    /// ## References
    /// - [API tokens](https://id.atlassian.com/manage-profile/security/api-tokens)
    /// - [Manage API tokens for your Atlassian account](https://support.atlassian.com/atlassian-account/docs/manage-api-tokens-for-your-atlassian-account/)
    id: "token-damaged",
    title: "The token was changed in copying",
    group: Token,
    severity: Error,
    prior: 5,
    wrong: r#"{"token":"\"{{api-token}}\""}"#,
    right: r#"{"token":"{{api-token}}"}"#,
}

fn weigh(facts: &Facts, suspicion: &mut Suspicion) {
    let Some(token) = &facts.token else { return };
    if matches!(token.kind, TokenKind::Empty | TokenKind::Encoded) {
        return;
    }
    weigh_flaws(token, suspicion);
    weigh_checksum(facts, token, suspicion);
}

/// facts.md 8: quotes, blanks, line ends and invisible characters go to Jira as part of the token.
fn weigh_flaws(token: &Token, suspicion: &mut Suspicion) {
    let has_shape = !matches!(
        token.kind,
        TokenKind::Password | TokenKind::Email | TokenKind::Address | TokenKind::Masked
            | TokenKind::Placeholder | TokenKind::Variable
    );
    for flaw in &token.flaws {
        // Some programs take the scheme away; others add a second one.
        let weight = match flaw.kind {
            TokenFlawKind::Scheme => weight::STRONG,
            _ => weight::PROOF,
        };
        suspicion.because_at(weight, Field::Token, flaw.span, describe(flaw));
    }
    if token.flaws.is_empty() {
        return;
    }
    if !has_shape {
        // A password may really begin with a blank or a quote.
        suspicion.severity(Severity::Warning);
    }
    suspicion.fix(
        Fix::new("Take away what does not belong to the token")
            .set(Field::Token, token.clean.clone()),
    );
}

fn describe(flaw: &TokenFlaw) -> &'static str {
    match flaw.kind {
        TokenFlawKind::Blank => "There is a blank before or behind the token.",
        TokenFlawKind::InnerBlank => "There is a blank inside the token.",
        TokenFlawKind::Newline => "There is a line end in the token.",
        TokenFlawKind::Invisible => "There is a character in the token that cannot be seen.",
        TokenFlawKind::Quotes => "The token stands in quotes, which would be sent along.",
        TokenFlawKind::Wrapping => "There is a bracket or a punctuation mark around the token.",
        TokenFlawKind::PercentEncoded => {
            "Part of the token is written for a web address, as %3D for the equals sign."
        }
        TokenFlawKind::Backslash => "There is a backslash in the token, left over from a shell.",
        TokenFlawKind::Label => "The name of the field was copied along with the token.",
        TokenFlawKind::Scheme => {
            "The word Basic or Bearer stands before the token; the program adds it by itself."
        }
        TokenFlawKind::Foreign => "There is a character in the token that no API token has.",
    }
}

/// facts.md 1.2: the checksum proves the loss. It warns and never refuses, since a token is opaque (facts.md 1).
fn weigh_checksum(facts: &Facts, token: &Token, suspicion: &mut Suspicion) {
    match token.checksum {
        Checksum::None | Checksum::Intact => {}
        Checksum::CutOff => {
            suspicion.because_of(
                weight::PROOF,
                Field::Token,
                "The end of the token is missing: an API token ends with = and eight digits from 0 to F.",
            );
        }
        Checksum::Damaged { at: Some(start) } => {
            let typed = facts.evidence.text(Field::Token).unwrap_or_default();
            let position = typed.encode_utf16().take(start).count() + 1;
            suspicion.because_at(
                weight::PROOF,
                Field::Token,
                Span { start, end: start + 1 },
                format!("The token's checksum does not fit. One wrong character would explain it: number {position}."),
            );
        }
        Checksum::Damaged { at: None } => {
            suspicion.because_of(
                weight::PROOF,
                Field::Token,
                "The token's checksum does not fit: characters are missing, were added or were changed.",
            );
        }
    }
}
