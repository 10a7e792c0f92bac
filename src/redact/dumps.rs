//! Dumps: a text as its bytes, some on each line, with their numbers and their letters side by side.

use std::ops::Range;

use super::scan;
use super::written::line;
use crate::text::numbers;

/// Where a byte of a dumped text stands.
struct Place {
    digits: Range<usize>,
    /// The letter on the right, where the line shows it.
    letter: Option<usize>,
}

/// Secrets in the texts that dumps show, line by line: `0010: 42 61 73 69 63 20 …  Basic …`.
pub(super) fn find(text: &str) -> Vec<Range<usize>> {
    let mut secrets = Vec::new();
    let mut dumped = String::new();
    let mut places: Vec<Place> = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let rest = line(text.get(at..).unwrap_or_default());
        let length = rest.len();
        if !push_line(rest, at, &mut dumped, &mut places) {
            hide(&mut dumped, &mut places, &mut secrets);
        }
        // Past the end of the line, which is one or two bytes.
        at += length + 1;
        at += usize::from(
            text.as_bytes().get(at - 1) == Some(&b'\r') && text.as_bytes().get(at) == Some(&b'\n'),
        );
    }
    hide(&mut dumped, &mut places, &mut secrets);
    secrets
}

/// Reads one line of a dump; `false` where it is none.
fn push_line(rest: &str, at: usize, dumped: &mut String, places: &mut Vec<Place>) -> bool {
    let offset = rest.bytes().take_while(u8::is_ascii_hexdigit).count();
    let Some(columns) = rest.get(offset..).filter(|_| offset >= 4) else {
        return false;
    };
    let columns = columns.strip_prefix(':').unwrap_or(columns);
    // A dump within a trace has an offset of its own.
    let columns = match columns.trim_start().split_once(": ") {
        Some((inner, _)) if numbers::is_hex(inner) && inner.len() >= 4 => columns
            .get(columns.len() - columns.trim_start().len() + inner.len() + 1..)
            .unwrap_or_default(),
        _ => columns,
    };
    let bytes = columns.as_bytes();
    if !columns.starts_with(' ') {
        return false;
    }
    let start = at + rest.len() - columns.len();
    let first = places.len();
    let mut next = 0;
    // Two blanks, or what is no number, end the numbers.
    loop {
        let blanks = bytes.iter().skip(next).take_while(|b| **b == b' ').count();
        let pair = bytes
            .get(next + blanks..next + blanks + 2)
            .and_then(numbers::hex);
        let is_middle = places.len() - first == 8;
        let Some(number) = pair.filter(|_| blanks < 2 || is_middle && blanks == 2 || next == 0)
        else {
            next += blanks;
            break;
        };
        next += blanks;
        places.push(Place {
            digits: start + next..start + next + 2,
            letter: None,
        });
        dumped.push(
            u8::try_from(number)
                .ok()
                .filter(u8::is_ascii)
                .map_or('?', char::from),
        );
        next += 2;
    }
    let letters = bytes.get(next..).unwrap_or_default();
    let bar = usize::from(letters.first() == Some(&b'|'));
    for (place, letter) in places.iter_mut().skip(first).zip(bar..letters.len()) {
        place.letter = Some(start + next + letter);
    }
    places.len() > first + 1
}

/// Hides what the lines so far hold, byte by byte, and begins anew.
fn hide(dumped: &mut String, places: &mut Vec<Place>, secrets: &mut Vec<Range<usize>>) {
    for secret in scan::find(dumped) {
        for place in places.get(secret).unwrap_or_default() {
            secrets.push(place.digits.clone());
            secrets.extend(place.letter.map(|at| at..at + 1));
        }
    }
    dumped.clear();
    places.clear();
}

#[cfg(test)]
mod tests {
    use crate::redact::redact;
    use crate::sample::expand;

    /// As `hexdump -C`, `xxd` and `curl --trace` lay them out.
    fn dump(text: &str, offset: &str, between: &str) -> String {
        let line = |(at, bytes): (usize, &[u8])| {
            let digits: Vec<String> = bytes.iter().map(|b| format!("{b:02x}")).collect();
            let letters: String = bytes.iter().map(|b| char::from(*b)).collect();
            format!(
                "{:04x}{offset} {}  {letters}\n",
                at * 16,
                digits.join(between)
            )
        };
        text.as_bytes().chunks(16).enumerate().map(line).collect()
    }

    #[test]
    fn a_secret_goes_from_a_dump_and_the_rest_stays() {
        let header = expand("GET /rest HTTP/1.1 Authorization: Basic {{b64:jane:{{api-token}}}} ");
        let clean = "GET /rest/api/3/myself HTTP/1.1 Host: acme.atlassian.net Accept: */*";
        for (offset, between) in [(":", " "), ("", " ")] {
            let told = redact(&dump(&header, offset, between));
            assert!(
                told.starts_with(&format!("0000{offset} 47 45 54 20")),
                "{told}"
            );
            assert!(told.contains("GET /rest HTTP/1"), "{told}");
            let letters = told
                .lines()
                .skip(3)
                .filter_map(|line| line.rsplit_once("  "));
            let left: String = letters
                .map(|(_, letters)| letters.replace("[redacted]", ""))
                .collect();
            assert!(left.len() < 12, "{left} in {told}");
            let text = dump(clean, offset, between);
            assert_eq!(redact(&text), text);
        }
    }
}
