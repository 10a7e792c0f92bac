//! Commands that ask: `curl`, `wget`, HTTPie, and the cmdlets of PowerShell.

use std::borrow::Cow;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::address::{self, METHODS};
use super::draft::Draft;
use super::status::starts;
use super::words::{self, Command, Word};
use crate::secret::Secret;

/// The requests of a line of commands, and the byte behind it.
pub(super) struct Commands<'v> {
    pub(super) drafts: Vec<Draft<'v>>,
    pub(super) end: usize,
}

/// The commands of the line at `at`; `None` where the line is none. A prompt with an unknown program asks nothing.
pub(super) fn find<'v>(text: &'v str, at: usize, line: &str) -> Option<Commands<'v>> {
    let (program, start, prompted) = program(line)?;
    if program == Program::Other {
        let end = at + line.len();
        return prompted.then_some(Commands { drafts: Vec::new(), end });
    }
    let mut commands = Commands { drafts: Vec::new(), end: at };
    if program == Program::PowerShell {
        commands.end = statement_end(text, at + start);
        let statement = text.get(at + start..commands.end)?;
        commands.drafts.extend(cmdlet(statement, at + start));
        return Some(commands);
    }
    let mut from = at + start;
    // Several commands may stand on one line.
    for _ in 0..32 {
        let command = words::read(text, from);
        if let Some(mut draft) = draft(&command) {
            draft.place = Some((from, command.end));
            commands.drafts.push(draft);
        }
        commands.end = command.end;
        if command.sign == b'\n' {
            break;
        }
        let rest = text.get(command.end..)?;
        let more = rest.trim_start_matches([';', '|', '&', ' ']);
        from = command.end + (rest.len() - more.len());
    }
    (prompted || !commands.drafts.is_empty()).then_some(commands)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Program {
    Curl,
    Wget,
    Httpie,
    PowerShell,
    Other,
}

fn known(word: &str) -> Program {
    let name = word.rsplit(['/', '\\']).next().unwrap_or_default();
    match name {
        "curl" | "curl.exe" => Program::Curl,
        "wget" => Program::Wget,
        "http" | "https" | "xh" | "xhs" | "curlie" => Program::Httpie,
        _ if ["Invoke-RestMethod", "Invoke-WebRequest", "irm", "iwr"]
            .iter()
            .any(|cmdlet| name.eq_ignore_ascii_case(cmdlet)) =>
        {
            Program::PowerShell
        }
        _ => Program::Other,
    }
}

/// The program of a line, where it begins, and whether a prompt stands in front of it.
fn program(line: &str) -> Option<(Program, usize, bool)> {
    let indent = line.len() - line.trim_start().len();
    let body = line.get(indent..)?;
    let prompt = prompt(body).unwrap_or(0);
    let command = body.get(prompt..)?;
    let assigned = assigned(command);
    let rest = command.get(assigned..)?;
    let word = rest.split([' ', '\t']).next().unwrap_or_default();
    let program = known(word);
    // `curl: (6) …` and `http://…` are no commands.
    let behind = rest.get(word.len()..)?.trim_start();
    let told = program == Program::Other || !behind.is_empty() && !behind.starts_with(':');
    if prompt == 0 && program == Program::Other || !told {
        return None;
    }
    Some((program, indent + prompt + assigned, prompt > 0))
}

/// `TOKEN=x curl …`, `$r = Invoke-RestMethod …`, `sudo curl …`
fn assigned(command: &str) -> usize {
    let first = command.split(' ').next().unwrap_or_default();
    let more = command.get(first.len()..).unwrap_or_default();
    let value = more.trim_start_matches([' ', '=']);
    let passes = (first.starts_with('$') && more.starts_with(" = ")) || matches!(first, "sudo" | "time");
    if passes { command.len() - value.len() } else { 0 }
}

/// The length of a shell's prompt.
fn prompt(line: &str) -> Option<usize> {
    for sign in ["$ ", "# ", "% ", "❯ ", "» ", "λ "] {
        if let Some(rest) = line.strip_prefix(sign) {
            // `# Heading`, `% of` and the like are prompts in front of a known program alone.
            let word = rest.split(' ').next().unwrap_or_default();
            let sure = sign == "$ " || sign == "❯ " || known(word) != Program::Other;
            return sure.then_some(sign.len());
        }
    }
    let near = super::status::tail_head(line, 120);
    if line.starts_with("PS ") || line.get(1..3) == Some(":\\") {
        return near.find('>').map(|at| at + 1 + usize::from(line.get(at + 1..at + 2) == Some(" ")));
    }
    let end = ["$ ", "# ", "% "].iter().find_map(|sign| near.find(sign))?;
    let host = line.get(..end)?;
    let named = host.contains('@') && !host.contains(['"', '\'', '{', '=']);
    let short = host.split(' ').count() <= 3;
    (named && short).then_some(end + 2)
}

fn draft<'v>(command: &Command) -> Option<Draft<'v>> {
    let first = command.words.iter().position(|word| known(&word.text) != Program::Other)?;
    let program = known(&command.words.get(first)?.text);
    let mut request = Request { program, ..Request::default() };
    let mut words = command.words.iter().skip(first + 1);
    while let Some(word) = words.next() {
        let text = word.text.as_str();
        if let Some(long) = text.strip_prefix("--") {
            request.long(long, word, &mut words);
        } else if let Some(short) = text.strip_prefix('-').filter(|short| !short.is_empty()) {
            request.short(short, word, &mut words);
        } else {
            request.bare(word);
        }
    }
    request.into_draft()
}

/// What the words of a command say.
struct Request {
    program: Program,
    method: Option<String>,
    url: Option<String>,
    authorization: Option<Secret>,
    user: Option<(Secret, bool)>,
    bearer: bool,
    has_data: bool,
    /// `-o file`
    elsewhere: bool,
}

impl Default for Request {
    fn default() -> Self {
        Self {
            program: Program::Curl,
            method: None,
            url: None,
            authorization: None,
            user: None,
            bearer: false,
            has_data: false,
            elsewhere: false,
        }
    }
}

impl Request {
    fn long<'w>(&mut self, option: &str, word: &Word, words: &mut impl Iterator<Item = &'w Word>) {
        let (name, given) = match option.split_once('=') {
            Some((name, value)) => (name, Some(value)),
            None => (option, None),
        };
        let takes = matches!(
            name,
            "user" | "header" | "request" | "url" | "oauth2-bearer" | "auth" | "auth-type" | "proxy" | "referer" | "output"
                | "write-out" | "user-agent" | "cookie" | "preproxy" | "connect-to" | "resolve" | "method" | "proxy-user"
        ) || name.starts_with("data")
            || name == "json"
            || name == "form";
        if !takes {
            return;
        }
        let (value, expands) = match given {
            Some(value) => (value, word.expands),
            None => match words.next() {
                Some(next) => (next.text.as_str(), next.expands),
                None => return,
            },
        };
        match name {
            "user" | "auth" if self.program != Program::Wget => self.user = Some((value.into(), expands)),
            "auth-type" => self.bearer = value == "bearer",
            "header" => self.header(value, expands),
            "output" => self.elsewhere = value != "-",
            "request" | "method" => self.method = Some(value.to_owned()),
            "url" => self.address(value, expands),
            "oauth2-bearer" if !expands => self.authorization = Some(format!("Bearer {value}").into()),
            _ if name.starts_with("data") || name == "json" || name == "form" => self.has_data = true,
            _ => {}
        }
    }

    /// Letters in one word: those without a value first, as `-siu a:b`.
    fn short<'w>(&mut self, letters: &str, word: &Word, words: &mut impl Iterator<Item = &'w Word>) {
        let takes = match self.program {
            Program::Curl => "uHXdFowxeAbcDmTKEUrC",
            Program::Httpie => "aAos",
            _ => "OoU",
        };
        for (at, letter) in letters.char_indices() {
            if letter == 'G' && self.program == Program::Curl {
                self.method = Some("GET".to_owned());
            }
            if letter == 'I' && self.program == Program::Curl {
                self.method = Some("HEAD".to_owned());
            }
            if !takes.contains(letter) {
                continue;
            }
            let rest = letters.get(at + letter.len_utf8()..).unwrap_or_default();
            let (value, expands) = if rest.is_empty() {
                match words.next() {
                    Some(next) => (next.text.as_str(), next.expands),
                    None => return,
                }
            } else {
                (rest, word.expands)
            };
            match letter {
                'u' | 'a' => self.user = Some((value.into(), expands)),
                'A' if self.program == Program::Httpie => self.bearer = value == "bearer",
                'H' => self.header(value, expands),
                'X' => self.method = Some(value.to_owned()),
                'd' | 'F' => self.has_data = true,
                'o' => self.elsewhere = value != "-",
                _ => {}
            }
            return;
        }
    }

    fn bare(&mut self, word: &Word) {
        let text = word.text.as_str();
        if self.program == Program::Httpie {
            if METHODS.contains(&text) {
                self.method = Some(text.to_owned());
                return;
            }
            if starts(text, "authorization:") {
                return self.header(text, word.expands);
            }
        }
        let address = text.contains("://") || text.contains("/rest/") || text.ends_with(".atlassian.net");
        let host = self.url.is_none() && text.contains('.') && !text.contains(['=', '@', ':', ' ']) && !text.starts_with('.');
        if address || host && self.program != Program::Curl {
            self.address(text, word.expands);
        }
    }

    fn header(&mut self, header: &str, expands: bool) {
        let Some((name, value)) = header.split_once(':') else {
            return;
        };
        if !name.trim().eq_ignore_ascii_case("authorization") {
            return;
        }
        let value = value.strip_prefix(' ').unwrap_or(value);
        self.authorization = if expands { substituted(value) } else { Some(value.into()) };
    }

    /// Of an address with a variable for its host, the path alone is known.
    fn address(&mut self, url: &str, expands: bool) {
        let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
        let host = rest.split('/').next().unwrap_or_default();
        let known = if expands && host.contains('$') { rest.get(host.len()..).unwrap_or_default() } else { url };
        if !known.is_empty() {
            self.url = Some(known.to_owned());
        }
    }

    fn into_draft<'v>(self) -> Option<Draft<'v>> {
        let authorization = self.authorization.or_else(|| {
            let (user, expands) = self.user.as_ref()?;
            let pair = user.expose();
            if *expands || !pair.contains(':') && !self.bearer {
                return None;
            }
            Some(if self.bearer { format!("Bearer {pair}") } else { format!("Basic {}", STANDARD.encode(pair)) }.into())
        });
        let method = self.method.unwrap_or_else(|| if self.has_data { "POST" } else { "GET" }.to_owned());
        Some(Draft {
            method: Some(Cow::Owned(method)),
            url: Some(Cow::Owned(self.url?)),
            authorization,
            asked: true,
            sends_body: self.has_data,
            bodiless: self.elsewhere,
            ..Draft::default()
        })
    }
}

/// `Basic $(echo -n 'jane@acme.example:token' | base64)`: the value that a shell makes of it. Where `base64` breaks lines is
/// another matter: it differs between systems, and an answer tells.
fn substituted(value: &str) -> Option<Secret> {
    let (front, rest) = value.split_once("$(")?;
    let inner = rest.strip_suffix(')')?;
    if front.contains('$') {
        return None;
    }
    let echo = words::read(inner, 0);
    let mut encode = inner.get(echo.end..)?.trim_start_matches(['|', ' ']);
    encode = encode.split([' ', ')']).next()?;
    if encode != "base64" || echo.words.iter().any(|word| word.expands) {
        return None;
    }
    let texts: Vec<&str> = echo.words.iter().map(|word| word.text.as_str()).collect();
    let pair = match texts.as_slice() {
        ["echo", "-n", pair] | ["printf", "%s" | "%b", pair] | ["printf", pair] => (*pair).to_owned(),
        ["echo", pair] => format!("{pair}\n"),
        _ => return None,
    };
    Some(format!("{front}{}", STANDARD.encode(pair)).into())
}

/// The end of a statement of PowerShell: its braces are closed, and no backtick joins the next line.
fn statement_end(text: &str, from: usize) -> usize {
    let mut depth = 0_i32;
    let mut last = 0;
    for (at, b) in text.get(from..).unwrap_or_default().bytes().enumerate().take(32 * 1024) {
        match b {
            b'{' | b'(' => depth += 1,
            b'}' | b')' => depth -= 1,
            b'\n' if depth <= 0 && last != b'`' => return from + at,
            _ => {}
        }
        if b != b' ' && b != b'\r' {
            last = b;
        }
    }
    text.len().min(from + 32 * 1024)
}

fn cmdlet(statement: &str, start: usize) -> Option<Draft<'_>> {
    let mark = statement.find("://")?;
    let url = address::around(statement, mark)?.text;
    let lower = statement.find("-Method").or_else(|| statement.find("-method"));
    let method = lower.and_then(|at| {
        let word = statement.get(at + 7..)?.trim_start_matches([' ', ':', '"', '\'']);
        METHODS.iter().find(|method| starts(word, method)).copied()
    });
    Some(Draft {
        method: Some(Cow::Borrowed(method.unwrap_or("GET"))),
        url: Some(Cow::Borrowed(url)),
        authorization: header_value(statement),
        asked: true,
        place: Some((start, start + statement.len())),
        ..Draft::default()
    })
}

/// The value of `Authorization` in a table of headers: `"Authorization" = "Basic …"`.
fn header_value(statement: &str) -> Option<Secret> {
    let at = statement.find("uthorization")? + "uthorization".len();
    let rest = statement.get(at..)?.trim_start_matches(['"', '\'', ' ']);
    let rest = rest.strip_prefix(['=', ':'])?.trim_start();
    let quote = rest.chars().next().filter(|c| "\"'".contains(*c))?;
    let value = rest.get(1..)?.split(quote).next()?;
    let variable = quote == '"' && value.contains('$');
    (!variable).then(|| value.into())
}
