//! Tells a status from any other number of three digits, by what stands around it.

mod names;
mod phrases;
#[cfg(test)]
mod tests;

pub(super) use self::names::by_name;
use self::phrases::{ends_with_phrase, has_phrase, is_translated};
use crate::read::sentences::{self, lexicon};
use crate::text::cut;

/// How far from a number is looked for what speaks of it, so that a line of numbers alone takes no longer than another.
const NEAR: usize = 2048;

/// A status in a line.
#[derive(Clone, Copy)]
pub(super) struct Found {
    pub(super) status: u16,
}

/// The status that the three digits at `at` are, if their surroundings say so.
pub(super) fn judge(line: &str, at: usize) -> Option<Found> {
    let status = number(line, at)?;
    let before = line.get(..at)?;
    let behind = line.get(at + 3..)?;
    if is_unit(behind) {
        return None;
    }
    if is_plural(behind) {
        return (300..=599).contains(&status).then_some(Found { status });
    }
    let phrase = has_phrase(status, behind);
    let said = match words_before(before) {
        Before::Key => true,
        Before::Http => status >= 300 || phrase || before.trim() == "HTTP",
        Before::Word => status >= 300,
        Before::Other => {
            (phrase || opens(before) && is_translated(status, behind)) && !is_part(before)
                || status >= 300 && is_called_status(before)
                || stands_alone(status, line, before, behind)
        }
    };
    said.then_some(Found { status })
}

/// Whether nothing but a mark stands in front of a number, as it does of what is named by it.
fn opens(before: &str) -> bool {
    let front = before.trim_end();
    front.is_empty() || front.ends_with([':', '(', '[', '-', '–', '"', '：', '（'])
}

/// Whether the words before a number call it an error or a code, in any of the languages that the lexicon knows: `Fehler 401`,
/// `错误 401`, `код ответа 403`.
fn is_called_status(before: &str) -> bool {
    let near = before.trim_end_matches([' ', ':', '(', '[', '=', '#', '"', '：', '（']);
    if before.len() - near.len() > 4 {
        return false;
    }
    let near = ["Nr.", "n°", "№"].iter().fold(near, |near, sign| {
        near.strip_suffix(sign).unwrap_or(near).trim_end()
    });
    let near = cut::last(near, 48);
    let words = near
        .rsplit(['"', '(', '[', ',', '，', ':'])
        .next()
        .unwrap_or_default();
    let word = words.rsplit(' ').next().unwrap_or_default();
    // English words for a code are told by what they are a code of.
    let called = if word.is_ascii() {
        lexicon::FAIL
    } else {
        sentences::FAILURE.or(lexicon::CODE)
    };
    let code_of = words
        .strip_suffix(word)
        .and_then(|rest| rest.trim_end().rsplit(' ').next());
    sentences::names(word).meets(called)
        || !word.is_ascii()
            && code_of.is_some_and(|word| sentences::names(word).meets(lexicon::CODE))
}

/// Three digits that are no part of a longer number, name or address.
fn number(line: &str, at: usize) -> Option<u16> {
    let bytes = line.as_bytes();
    let before = at.checked_sub(1).and_then(|at| bytes.get(at));
    if before.is_some_and(|b| b.is_ascii_alphanumeric() || b"-./_%#$~@".contains(b)) {
        return None;
    }
    // Words of scripts without spaces may touch a number; those of others make it a part of the word.
    let letter = line.get(..at)?.chars().next_back();
    if letter.is_some_and(|c| !c.is_ascii() && c.is_alphanumeric() && !sentences::is_unspaced(c)) {
        return None;
    }
    let behind = bytes.get(at + 3);
    if behind.is_some_and(|b| b.is_ascii_alphanumeric() || b"_%/@".contains(b))
        && !is_plural(line.get(at + 3..)?)
    {
        return None;
    }
    // The fraction of a second, the next of a list.
    if before == Some(&b',') && at >= 2 && bytes.get(at - 2).is_some_and(u8::is_ascii_digit) {
        return None;
    }
    // A port stands behind a host.
    let host = line.get(..at)?.strip_suffix(':').and_then(|front| {
        cut::last(front, 256)
            .rsplit([' ', '"', '\'', '(', '{', ','])
            .next()
    });
    if host.is_some_and(|host| {
        host.contains(['.', '/'])
            || host.ends_with(|c: char| c.is_ascii_digit())
            || host == "localhost"
    }) {
        return None;
    }
    // A point, a dash or a colon behind it belongs to a sentence, not to a number, where no digit follows.
    if behind.is_some_and(|b| b".-:,".contains(b))
        && bytes.get(at + 4).is_some_and(u8::is_ascii_digit)
    {
        return None;
    }
    let status = line.get(at..at + 3)?.parse().ok()?;
    (100..=599).contains(&status).then_some(status)
}

/// Whether a number is one of many of a kind, as people say of statuses alone: "a lot of 429s", "we get 401's".
fn is_plural(behind: &str) -> bool {
    let rest = behind.strip_prefix(['\'', '’']).unwrap_or(behind);
    let rest = rest.strip_prefix('s');
    rest.is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '_'))
}

/// A number of something: `403 ms`, `200 issues`.
fn is_unit(behind: &str) -> bool {
    const UNITS: [&str; 14] = [
        "ms", "millis", "s ", "sec", "byte", "kb", "mb", "issues", "items", "times", "results",
        "lines", "requests", "points",
    ];
    let word = behind.trim_start_matches(' ');
    word.len() < behind.len() && UNITS.iter().any(|unit| cut::starts_with(word, unit))
}

/// What a text in front of a number says of it.
enum Before {
    /// A key: `status: `, `"statusCode":`, `HTTP status `.
    Key,
    /// `HTTP `
    Http,
    /// A word that speaks of answers: `returned `, `response `, `got `.
    Word,
    Other,
}

/// Looks at the last words in front of the number.
fn words_before(before: &str) -> Before {
    let mut rest = cut::last(before, 48);
    // Small words may stand between the key and the number.
    for _ in 0..4 {
        let body = rest.trim_end_matches(|c: char| !c.is_ascii_alphanumeric() && c != '\n');
        let marks = rest.get(body.len()..).unwrap_or_default();
        if marks.len() > 24 || marks.contains("://") || marks.contains(". ") {
            return Before::Other;
        }
        let start = body
            .rfind(|c: char| !c.is_ascii_alphanumeric() && c != '_' && c != '-')
            .map_or(0, |at| {
                at + body
                    .get(at..)
                    .and_then(|c| c.chars().next())
                    .map_or(1, char::len_utf8)
            });
        let word = body.get(start..).unwrap_or_default();
        rest = body.get(..start).unwrap_or_default();
        match kind_of(word, rest, marks) {
            Some(kind) => return kind,
            None if is_small(word) => {}
            None => return Before::Other,
        }
    }
    Before::Other
}

fn kind_of(word: &str, before: &str, marks: &str) -> Option<Before> {
    const WORDS: [&str; 21] = [
        "response",
        "returned",
        "returns",
        "returning",
        "got",
        "received",
        "answered",
        "responded",
        "reply",
        "replied",
        "failed",
        "error",
        "failure",
        "exception",
        "unauthorized",
        "forbidden",
        "rejected",
        "exit_http",
        "errorcode",
        "error_code",
        "error-code",
    ];
    if cut::ends_with(word, "status")
        || cut::ends_with(word, "statuscode")
        || cut::ends_with(word, "status_code")
        || cut::ends_with(word, "status-code")
    {
        return Some(Before::Key);
    }
    if [
        "http_code",
        "httpcode",
        "response_code",
        "responsecode",
        "http-status",
        "rc_http",
    ]
    .iter()
    .any(|key| cut::ends_with(word, key))
    {
        return Some(Before::Key);
    }
    if word.eq_ignore_ascii_case("http") {
        return Some(Before::Http);
    }
    if word.eq_ignore_ascii_case("code") {
        return Some(code(before, marks));
    }
    let spoken = WORDS.iter().any(|known| word.eq_ignore_ascii_case(known))
        || cut::ends_with(word, "error")
        || cut::ends_with(word, "httperror");
    spoken.then_some(Before::Word)
}

/// `code` alone says little: a program's exit has one too.
fn code(before: &str, marks: &str) -> Before {
    let before = before.trim_end_matches([' ', '_', '-', '.', '"', '\'']);
    let word = before
        .rsplit([' ', '"', '(', '{', ','])
        .next()
        .unwrap_or_default();
    if ["exit", "return", "errno", "zip", "area"]
        .iter()
        .any(|other| cut::ends_with(word, other))
    {
        return Before::Other;
    }
    let key = cut::ends_with(word, "status")
        || cut::ends_with(word, "response")
        || cut::ends_with(word, "http")
        || marks.contains(':');
    if key { Before::Key } else { Before::Word }
}

fn is_small(word: &str) -> bool {
    const SMALL: [&str; 14] = [
        "of", "is", "was", "with", "a", "an", "the", "optional", "number", "code", "from", "to",
        "message", "be",
    ];
    SMALL.iter().any(|small| word.eq_ignore_ascii_case(small))
}

/// Whether a number in front of a phrase is a count in a sentence.
fn is_part(before: &str) -> bool {
    const OTHERS: [&str; 13] = [
        "line", "port", "page", "column", "about", "over", "than", "process", "pid", "thread",
        "worker", "build", "job",
    ];
    let near = cut::last(before.trim_end(), NEAR);
    let word = near.rsplit(' ').next().unwrap_or_default();
    OTHERS.iter().any(|other| word.eq_ignore_ascii_case(other))
}

/// A failing status that the form of the line shows: `404 GET https://…`, `(GET https://…) 401`, `"GET / HTTP/1.1" 403`,
/// `[410: POST]`, `API (403).`, `list: 401: Unable`.
fn stands_alone(status: u16, line: &str, before: &str, behind: &str) -> bool {
    let front = before.trim_end();
    let back = behind.trim_start_matches([' ', ':']);
    let asks = [
        "GET ", "POST ", "PUT ", "DELETE ", "HEAD ", "PATCH ", "http://", "https://", "POST]",
        "GET]", "PUT]",
    ];
    if (front.is_empty() || front.ends_with(['[', ':', '-', '>']))
        && asks.iter().any(|sign| back.starts_with(sign))
    {
        return true;
    }
    let request = front.ends_with("HTTP/1.1\"")
        || front.ends_with("HTTP/1.0\"")
        || front.ends_with("HTTP/2.0\"");
    let near = cut::last(front, NEAR);
    let address = front.ends_with(')') && near.contains("://") && near.contains("(GET ");
    if request || address || front.ends_with("->") || front.ends_with("=>") {
        return true;
    }
    let dev_tools =
        (front.starts_with("GET ") || front.starts_with("POST ") || front.starts_with("PUT "))
            && (behind.trim().is_empty() || behind.trim_start().starts_with('('))
            && cut::first(front, NEAR).contains('/');
    if dev_tools {
        return true;
    }
    let enclosed = front.ends_with('(') && behind.starts_with(')')
        || front.ends_with('[') && behind.starts_with(']');
    let named = front.trim_end_matches(['(', '[']);
    if enclosed && (is_part(named) || front.ends_with('[') && is_index(named)) {
        return false;
    }
    if enclosed && ends_with_phrase(status, named) {
        return true;
    }
    let between = front.ends_with(':')
        && front.len() < before.len()
        && (behind.starts_with(':') || behind.trim().is_empty());
    status >= 400
        && (enclosed || between || front.is_empty() && behind.starts_with(':'))
        && speaks_of_failure(line)
}

/// `worker[401]`: a name with its number.
fn is_index(named: &str) -> bool {
    named.ends_with(|c: char| c.is_ascii_alphanumeric() || c == '_')
}

fn speaks_of_failure(line: &str) -> bool {
    sentences::names(cut::first(line, 600)).meets(sentences::FAILURE)
}
