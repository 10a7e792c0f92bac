//! The form of an e-mail address, as HTML's `<input type=email>` and mail systems accept it, and the slips that spoil it.

use std::ops::Range;

use crate::text;

/// Whether a text is an e-mail address with a domain that has a dot.
pub(crate) fn is_email(text: &str) -> bool {
    // Longer ones no mail system takes (RFC 5321 section 4.5.3.1), and a bound keeps a pasted megabyte cheap.
    const LONGEST: usize = 320;
    if text.len() > LONGEST {
        return false;
    }
    let chars: Vec<char> = text.chars().collect();
    let last_label = text.rsplit('.').next().unwrap_or_default();
    // `xn--…` may hold digits; no other top-level domain does.
    let is_top_level = last_label.starts_with("xn--")
        || (last_label.len() >= 2 && !last_label.contains(|c: char| c.is_ascii_digit()));
    is_top_level && fault(&chars).is_none()
}

/// What is wrong with an address: where, in characters, and what should probably stand there.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Fault {
    /// The characters in question.
    pub(crate) at: Range<usize>,
    /// What to put there, where that is plain.
    pub(crate) instead: Option<&'static str>,
    /// It can be an address all the same.
    pub(crate) is_mild: bool,
}

impl Fault {
    fn grave(at: Range<usize>, instead: Option<&'static str>) -> Self {
        Self {
            at,
            instead,
            is_mild: false,
        }
    }
}

/// The first fault of a text that should be an address.
pub(crate) fn fault(chars: &[char]) -> Option<Fault> {
    let Some(at) = chars.iter().position(|&c| c == '@') else {
        return Some(Fault::grave(0..chars.len(), None));
    };
    let (local, domain) = (
        chars.get(..at).unwrap_or_default(),
        chars.get(at + 1..).unwrap_or_default(),
    );
    if local.is_empty() || domain.is_empty() {
        return Some(Fault::grave(at..at + 1, None));
    }
    if let Some(second) = domain.iter().position(|&c| c == '@') {
        let second = at + 1 + second;
        let twice = (second == at + 1).then_some("");
        return Some(Fault::grave(second..second + 1, twice));
    }
    stray_dot(local, 0)
        .or_else(|| stray_dot(domain, at + 1))
        .or_else(|| stray_char(local, 0, is_local))
        .or_else(|| stray_char(domain, at + 1, is_domain))
        .or_else(|| stray_hyphen(domain, at + 1))
        .or_else(|| missing_dot(domain, at + 1))
}

/// A dot at an end, or two in a row. HTML accepts them before the `@`, mail systems do not (RFC 5322 section 3.2.3).
fn stray_dot(part: &[char], offset: usize) -> Option<Fault> {
    let twice = part
        .windows(2)
        .position(|pair| pair == ['.', '.'])
        .map(|at| at + 1);
    let at = match (part, twice) {
        (['.', ..], _) => 0,
        (_, Some(at)) => at,
        ([.., '.'], _) => part.len() - 1,
        _ => return None,
    };
    Some(Fault::grave(offset + at..offset + at + 1, Some("")))
}

fn stray_char(part: &[char], offset: usize, fits: fn(char) -> bool) -> Option<Fault> {
    let at = part.iter().position(|&c| !fits(c))?;
    let length = part.iter().skip(at).take_while(|&&c| !fits(c)).count();
    let dot = offset > 0 && part.get(at..at + length) == Some(&[',']);
    Some(Fault::grave(
        offset + at..offset + at + length,
        dot.then_some("."),
    ))
}

fn stray_hyphen(domain: &[char], offset: usize) -> Option<Fault> {
    let mut start = offset;
    for label in domain.split(|&c| c == '.') {
        let at = match label {
            ['-', ..] => Some(start),
            [.., '-'] => Some(start + label.len() - 1),
            _ if label.len() > 63 => return Some(Fault::grave(start..start + label.len(), None)),
            _ => None,
        };
        if let Some(at) = at {
            return Some(Fault::grave(at..at + 1, Some("")));
        }
        start += label.len() + 1;
    }
    None
}

/// HTML takes `jane@localhost` for an address, so this one is a doubt only.
fn missing_dot(domain: &[char], offset: usize) -> Option<Fault> {
    (!domain.contains(&'.')).then(|| Fault {
        at: offset..offset + domain.len(),
        instead: None,
        is_mild: true,
    })
}

fn is_local(c: char) -> bool {
    c.is_ascii_alphanumeric() || ".!#$%&'*+/=?^_`{|}~-".contains(c) || is_foreign_letter(c)
}

fn is_domain(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '-' || c == '.' || is_foreign_letter(c)
}

/// Letters of other scripts are kept as typed (RFC 6531). A table of which are letters would cost more than it tells.
fn is_foreign_letter(c: char) -> bool {
    !c.is_ascii() && text::describe(c).is_none()
}
