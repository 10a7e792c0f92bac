//! What the words of a command say of its request.

use std::borrow::Cow;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::Program;
use crate::read::paste::address::METHODS;
use crate::read::paste::draft::{Data, Draft};
use crate::read::paste::status::starts;
use crate::read::paste::words::{self, Word};
use crate::secret::Secret;

/// What the words of a command say.
pub(super) struct Request {
    program: Program,
    method: Option<String>,
    url: Option<String>,
    authorization: Option<Secret>,
    user: Option<(Secret, bool)>,
    bearer: bool,
    data: Data,
    /// `-o file`
    elsewhere: bool,
}

impl Request {
    /// Nothing is said yet.
    pub(super) fn of(program: Program) -> Self {
        Self {
            program,
            method: None,
            url: None,
            authorization: None,
            user: None,
            bearer: false,
            data: Data::None,
            elsewhere: false,
        }
    }

    pub(super) fn long<'w>(
        &mut self,
        option: &str,
        word: &Word,
        words: &mut impl Iterator<Item = &'w Word>,
    ) {
        let (name, given) = match option.split_once('=') {
            Some((name, value)) => (name, Some(value)),
            None => (option, None),
        };
        let takes = matches!(
            name,
            "user"
                | "header"
                | "request"
                | "url"
                | "oauth2-bearer"
                | "auth"
                | "auth-type"
                | "proxy"
                | "referer"
                | "output"
                | "write-out"
                | "user-agent"
                | "cookie"
                | "preproxy"
                | "connect-to"
                | "resolve"
                | "method"
                | "proxy-user"
        ) || name.starts_with("data")
            || name == "json"
            || name == "form";
        if name == "get" && self.program == Program::Curl {
            self.get();
        }
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
            "user" | "auth" if self.program != Program::Wget => {
                self.user = Some((value.into(), expands));
            }
            "auth-type" => self.bearer = value == "bearer",
            "header" => self.header(value, expands),
            "output" => self.elsewhere = value != "-",
            "request" | "method" => self.method = Some(value.to_owned()),
            "url" => self.address(value, expands),
            "oauth2-bearer" if !expands => {
                self.authorization = Some(format!("Bearer {value}").into());
            }
            _ if name.starts_with("data") || name == "json" || name == "form" => {
                self.send();
            }
            _ => {}
        }
    }

    /// `--get`: all data go into the address, wherever they stand in the command.
    fn get(&mut self) {
        self.method = Some("GET".to_owned());
        self.data = Data::Query;
    }

    fn send(&mut self) {
        if self.data == Data::None {
            self.data = Data::Body;
        }
    }

    /// Letters in one word: those without a value first, as `-siu a:b`.
    pub(super) fn short<'w>(
        &mut self,
        letters: &str,
        word: &Word,
        words: &mut impl Iterator<Item = &'w Word>,
    ) {
        let takes = match self.program {
            Program::Curl => "uHXdFowxeAbcDmTKEUrC",
            Program::Httpie => "aAos",
            _ => "OoU",
        };
        for (at, letter) in letters.char_indices() {
            if letter == 'G' && self.program == Program::Curl {
                self.get();
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
                'd' | 'F' => self.send(),
                'o' => self.elsewhere = value != "-",
                _ => {}
            }
            return;
        }
    }

    pub(super) fn bare(&mut self, word: &Word) {
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
        let address =
            text.contains("://") || text.contains("/rest/") || text.ends_with(".atlassian.net");
        let host = self.url.is_none()
            && text.contains('.')
            && !text.contains(['=', '@', ':', ' '])
            && !text.starts_with('.');
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
        self.authorization = if expands {
            substituted(value)
        } else {
            Some(value.into())
        };
    }

    /// Of an address with a variable for its host, the path alone is known.
    fn address(&mut self, url: &str, expands: bool) {
        let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
        let host = rest.split('/').next().unwrap_or_default();
        let known = if expands && host.contains('$') {
            rest.get(host.len()..).unwrap_or_default()
        } else {
            url
        };
        if !known.is_empty() {
            self.url = Some(known.to_owned());
        }
    }

    pub(super) fn into_draft<'v>(self) -> Option<Draft<'v>> {
        let authorization = self.authorization.or_else(|| {
            let (user, expands) = self.user.as_ref()?;
            let pair = user.expose();
            if *expands || !pair.contains(':') && !self.bearer {
                return None;
            }
            Some(
                if self.bearer {
                    format!("Bearer {pair}")
                } else {
                    format!("Basic {}", STANDARD.encode(pair))
                }
                .into(),
            )
        });
        let method = self.method.unwrap_or_else(|| {
            if self.data == Data::Body {
                "POST"
            } else {
                "GET"
            }
            .to_owned()
        });
        Some(Draft {
            method: Some(Cow::Owned(method)),
            url: Some(Cow::Owned(self.url?)),
            authorization,
            asked: true,
            data: self.data,
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
        ["echo", "-n", pair] | ["printf", "%s" | "%b", pair] | ["printf", pair] => {
            (*pair).to_owned()
        }
        ["echo", pair] => format!("{pair}\n"),
        _ => return None,
    };
    Some(format!("{front}{}", STANDARD.encode(pair)).into())
}
