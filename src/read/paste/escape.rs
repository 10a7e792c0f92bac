//! Undoes what a program or a terminal did to the characters of a line.

use crate::text::{MappedText, numbers};

/// Copies a line, its escapes undone. Only those are undone that change no structure: a quote in JSON stays escaped. A line
/// that holds a whole message of HTTP in one text is broken into its lines.
pub(super) fn undo(view: &mut MappedText, line: &str, origin: usize) {
    let message = holds_message(line);
    let mut done = 0;
    let mut at = 0;
    let bytes = line.as_bytes();
    while let Some(&b) = bytes.get(at) {
        let found = match b {
            b'\\' => backslash(line, at, message),
            b'&' => entity(line, at),
            _ => None,
        };
        let Some((text, length)) = found else {
            // A run of backslashes is passed at once.
            at += 1;
            continue;
        };
        view.copy(line.get(done..at).unwrap_or_default(), origin + done);
        view.put(text, origin + at..origin + at + length);
        at += length;
        done = at;
    }
    view.copy(line.get(done..).unwrap_or_default(), origin + done);
}

/// Whether a line holds a message of HTTP with its line ends escaped.
fn holds_message(line: &str) -> bool {
    (line.contains("\\n") || line.contains("\\r")) && line.contains("HTTP/")
}

/// An escape, and how many bytes it takes. Escapes inside escapes have more than one backslash.
fn backslash(line: &str, at: usize, message: bool) -> Option<(&'static str, usize)> {
    let rest = line.get(at..)?;
    let signs = rest.bytes().take(9).take_while(|b| *b == b'\\').count();
    let behind = rest.get(signs..)?;
    let mut chars = behind.chars();
    Some(match chars.next()? {
        '/' if signs < 9 => ("/", signs + 1),
        'r' if message => {
            let more = behind.get(1..)?;
            let again = more.len() - more.trim_start_matches('\\').len();
            let newline = again > 0 && more.get(again..)?.starts_with('n');
            ("\n", signs + 1 + if newline { again + 1 } else { 0 })
        }
        'n' if message => ("\n", signs + 1),
        '"' if message => ("\"", signs + 1),
        'u' => (unicode(behind.get(1..5)?)?, signs + 5),
        _ => return None,
    })
}

/// Characters that JSON writers of some languages escape without need.
fn unicode(digits: &str) -> Option<&'static str> {
    Some(match numbers::hex(digits.as_bytes())? {
        0x20 => " ",
        0x26 => "&",
        0x27 => "'",
        0x2b => "+",
        0x2f => "/",
        0x3c => "<",
        0x3d => "=",
        0x3e => ">",
        0x40 => "@",
        0x1b => "",
        _ => return None,
    })
}

fn entity(line: &str, at: usize) -> Option<(&'static str, usize)> {
    const ENTITIES: [(&str, &str); 9] = [
        ("&quot;", "\""),
        ("&#34;", "\""),
        ("&#39;", "'"),
        ("&#x27;", "'"),
        ("&apos;", "'"),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&amp;", "&"),
        ("&nbsp;", " "),
    ];
    let rest = line.get(at..)?;
    let (name, text) = ENTITIES.iter().find(|(name, _)| rest.starts_with(name))?;
    Some((text, name.len()))
}

/// A line without the sequences that colour it and move the cursor, and where each piece that stayed stood.
pub(super) fn without_ansi(line: &str) -> (String, Vec<(usize, usize)>) {
    let mut plain = String::with_capacity(line.len());
    let mut map = Vec::new();
    let bytes = line.as_bytes();
    let (mut at, mut done) = (0, 0);
    while let Some(&b) = bytes.get(at) {
        let length = match b {
            0x1b => sequence(bytes, at),
            b'\r' | 0x08 => 1,
            _ => 0,
        };
        if length == 0 {
            at += 1;
            continue;
        }
        map.push((plain.len(), done));
        plain.push_str(line.get(done..at).unwrap_or_default());
        at += length;
        done = at;
    }
    map.push((plain.len(), done));
    plain.push_str(line.get(done..).unwrap_or_default());
    (plain, map)
}

/// How long an escape sequence is: `ESC [ … letter`, `ESC ] … BEL`, or two characters.
fn sequence(bytes: &[u8], at: usize) -> usize {
    let is_text = |b: &u8| !b.is_ascii();
    match bytes.get(at + 1) {
        Some(b'[') => {
            let mut length = 2;
            while let Some(b) = bytes.get(at + length) {
                match b {
                    0x20..=0x3f => length += 1,
                    0x40..=0x7e => return length + 1,
                    _ => break,
                }
            }
            length
        }
        Some(b']') => {
            let end = bytes
                .iter()
                .skip(at)
                .take(160)
                .position(|b| *b == 7 || *b == b'\\');
            end.map_or(2, |end| {
                if bytes.iter().skip(at).take(end).any(is_text) {
                    2
                } else {
                    end + 1
                }
            })
        }
        Some(b) if b.is_ascii() => 2,
        _ => 1,
    }
}

/// Copies the pieces of a line that lost its colours, from the byte `cut` of the plain line on.
pub(super) fn copy_mapped(
    view: &mut MappedText,
    plain: &str,
    map: &[(usize, usize)],
    cut: usize,
    origin: usize,
) {
    let mut pieces = map.iter().peekable();
    while let Some((start, from)) = pieces.next() {
        let end = pieces.peek().map_or(plain.len(), |(next, _)| *next);
        let begin = (*start).max(cut);
        if begin < end {
            let piece = plain.get(begin..end).unwrap_or_default();
            view.copy(piece, origin + from + (begin - start));
        }
    }
}

/// Whether a whole line is encoded as an address encodes its parameters.
pub(super) fn is_percent_encoded(line: &str) -> bool {
    let line = line.trim();
    let encoded = ["%20", "%0A", "%0a", "%0D", "%22"]
        .iter()
        .filter(|code| line.contains(**code))
        .count();
    encoded >= 2 && !line.contains("://") && !line.contains(' ')
}

/// Copies a line, `%XX` decoded where it is a character of ASCII.
pub(super) fn percent(view: &mut MappedText, line: &str, origin: usize) {
    let mut buffer = [0; 4];
    let bytes = line.as_bytes();
    let (mut at, mut done) = (0, 0);
    while at < bytes.len() {
        let code = numbers::percent(bytes.get(at..).unwrap_or_default());
        let Some(code) = code.filter(u8::is_ascii) else {
            at += 1;
            continue;
        };
        view.copy(line.get(done..at).unwrap_or_default(), origin + done);
        if code != b'\r' {
            let c = char::from(code).encode_utf8(&mut buffer);
            view.put(c, origin + at..origin + at + 3);
        }
        at += 3;
        done = at;
    }
    view.copy(line.get(done..).unwrap_or_default(), origin + done);
}
