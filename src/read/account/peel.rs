//! Takes away what stands around an address: blanks, quotes, brackets, `mailto:`, a label, punctuation.

use super::draft::Draft;
use crate::read::change::ChangeKind;
use crate::text::{is_quote, plain_name};

/// Takes away what stands around the address, layer by layer.
pub(super) fn peel(draft: &mut Draft) {
    // Nobody wraps an address more often.
    for _ in 0..8 {
        let before = draft.len();
        draft.trim();
        unquote(draft);
        unwrap(draft);
        drop_mailto(draft);
        drop_label(draft);
        drop_punctuation(draft);
        if draft.len() == before {
            return;
        }
    }
}

fn unquote(draft: &mut Draft) {
    let quotes = draft.chars().filter(|&c| is_quote(c)).count();
    let first = draft.chars().next().is_some_and(is_quote);
    let last = draft.chars().next_back().is_some_and(is_quote);
    let why = "Quotation marks do not belong to the address.";
    // A single one is a leftover of a pair; between letters an apostrophe may be part of a name.
    if last && (first || quotes == 1) {
        let len = draft.len();
        draft.remove(len - 1..len, ChangeKind::Quotes, why);
    }
    if first && ((last && draft.len() > 0) || quotes == 1) {
        draft.remove(0..1, ChangeKind::Quotes, why);
    }
}

/// `Jane Doe <jane@acme.example>`, `<jane@acme.example>`, `(…)`, `[…](mailto:…)`.
fn unwrap(draft: &mut Draft) {
    let chars: Vec<char> = draft.chars().collect();
    let open = match chars.last() {
        Some('>') => '<',
        Some(')') => '(',
        Some(']') => '[',
        _ => return,
    };
    let Some(at) = chars.iter().rposition(|&c| c == open) else {
        return;
    };
    // `<your-email>@…` ends otherwise, and `<email>` is a placeholder.
    let inner = chars.get(at + 1..).unwrap_or_default();
    if !inner.iter().any(|c| matches!(c, '@' | '＠'))
        || (open != '<' && at > 0 && chars.first() != Some(&'['))
    {
        return;
    }
    let end = draft.len();
    draft.remove(
        end - 1..end,
        ChangeKind::Wrapping,
        "The bracket does not belong to the address.",
    );
    let why = if at == 0 {
        "The bracket does not belong to the address."
    } else {
        "Only the address between the brackets counts; what stands before it is a name for people."
    };
    draft.remove(0..at + 1, ChangeKind::Wrapping, why);
}

fn drop_mailto(draft: &mut Draft) {
    const MAILTO: &str = "mailto:";
    let text = draft.text();
    let is_mailto = text
        .get(..MAILTO.len())
        .is_some_and(|head| head.eq_ignore_ascii_case(MAILTO));
    if !is_mailto {
        return;
    }
    let query = draft.chars().position(|c| c == '?');
    if let Some(query) = query {
        let end = draft.len();
        draft.remove(
            query..end,
            ChangeKind::Query,
            "What follows the question mark belongs to the link.",
        );
    }
    draft.remove(
        0..MAILTO.len(),
        ChangeKind::Mailto,
        "“mailto:” belongs to a link, not to the address.",
    );
}

/// `JIRA_EMAIL=`, `email: `, `"user": `.
fn drop_label(draft: &mut Draft) {
    let text = draft.text();
    let rest = text.strip_prefix("export ").unwrap_or(&text);
    let rest = rest.trim_start_matches(['"', '\'', '`']);
    let name: String = rest
        .chars()
        .take(64)
        .take_while(|&c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.'))
        .collect();
    let rest = rest.get(name.len()..).unwrap_or_default();
    let rest = rest
        .trim_start_matches(['"', '\'', '`'])
        .trim_start_matches([' ', '\t']);
    let value = match (rest.strip_prefix('='), rest.strip_prefix(':')) {
        (Some(value), _) => value,
        // `user:secret` is a pair; a label's colon has a blank or an address behind it.
        (_, Some(value)) if value.starts_with([' ', '\t', '"']) || value.contains('@') => value,
        _ => return,
    };
    if !names_an_account(&name) {
        return;
    }
    let Some(label) = text.get(..text.len() - value.len()) else {
        return;
    };
    draft.remove(
        0..label.chars().count(),
        ChangeKind::Label,
        "This is the name of the setting, not a part of the address.",
    );
}

fn names_an_account(name: &str) -> bool {
    const ENDS: [&str; 6] = ["email", "mail", "user", "username", "login", "account"];
    let name = plain_name(name);
    ENDS.iter().any(|end| name.ends_with(end))
}

/// A comma, a semicolon or a full stop behind, as in a sentence or a list.
fn drop_punctuation(draft: &mut Draft) {
    let (last, before) = {
        let mut chars = draft.chars().rev();
        (chars.next(), chars.next())
    };
    // An ellipsis is no sentence's end.
    if matches!(last, Some(',' | ';' | '.')) && before.is_some() && before != Some('.') {
        let len = draft.len();
        draft.remove(
            len - 1..len,
            ChangeKind::Wrapping,
            "The punctuation mark behind it does not belong to the address.",
        );
    }
}
