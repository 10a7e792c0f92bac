//! Finds keys and values beside each other, in whatever language: a separator is found, the key is read backwards from it
//! and the value forwards.

use super::found::Found;
use super::keys::{self, Key, Meaning, Owner};
use super::shapes;
use super::value::{self, Extent, Value};
use crate::grammar::placeholder;
use crate::read::sentences;
use crate::text::{Lines, Signs, cut, plain_name};

/// No configuration has as many pairs as this, and each is a look at some tables.
const MOST: usize = 20_000;

/// Offers every pair of the text.
pub(super) fn scan(text: &str, found: &mut Found) {
    let mut scanner = Scanner {
        text,
        lines: Lines::of(text),
        found,
        line: 0,
        braces: Vec::new(),
        section: None,
        named: None,
        next: 0,
        separators: 0,
    };
    scanner.begin_line(0);
    for (at, c) in text.char_indices() {
        if scanner.separators >= MOST {
            return;
        } else if at >= scanner.next {
            scanner.step(at, c);
        } else if c == '\n' {
            scanner.line = at + 1;
        }
    }
}

struct Scanner<'t, 'f> {
    text: &'t str,
    lines: Lines<'t>,
    found: &'f mut Found,
    /// Where the line begins.
    line: usize,
    /// The owner of each open brace's block.
    braces: Vec<Owner>,
    /// The owner of a block that indentation or a heading opened, and how far it is indented.
    section: Option<(usize, Owner)>,
    /// The key of `{"name": "JIRA_URL", "value": …}`, until its value comes.
    named: Option<Key>,
    /// What lies before has been read.
    next: usize,
    /// How many there were.
    separators: usize,
}

/// A key and where it stands.
struct Before<'t> {
    text: &'t str,
    at: usize,
    /// The key itself is in quotes: the language is JSON or like it.
    quoted: bool,
    /// The quote that opened in front of the key and is not closed yet: `"Authorization: …"`.
    open: Option<char>,
    /// Nothing but marks stands in front of it on its line.
    leads: bool,
}

impl Scanner<'_, '_> {
    fn step(&mut self, at: usize, c: char) {
        match c {
            '\n' => self.begin_line(at + 1),
            '{' => self.open_brace(at),
            '}' => {
                self.braces.pop();
            }
            '=' | ':' | '：' | '＝' => self.separator(at, c),
            '\t' | '|' => self.cell(at, c),
            '>' => self.element(at),
            '-' => self.flag(at),
            _ => {}
        }
    }

    /// Passes over a comment, and follows headings and indentation.
    fn begin_line(&mut self, at: usize) {
        self.line = at;
        let Some(rest) = self.text.get(at..) else {
            return;
        };
        let indented = rest.trim_start_any(" \t");
        let indent = rest.len() - indented.len();
        // A line is looked at as far as a heading may go: what is longer is none.
        let line: &str = cut::line(indented).trim_end();
        if line.starts_with('#') || line.starts_with("//") || line.starts_with("; ") {
            self.next = at + indent + line.len();
            return;
        }
        let heading = line
            .strip_prefix('[')
            .and_then(|line| line.strip_suffix(']'));
        if let Some(name) = heading.filter(|name| !name.has_any("\"@,")) {
            self.section = Some((0, keys::owner(name)));
        } else if let Some((section, _)) = self.section
            && section >= indent
            && section > 0
            && !line.is_empty()
        {
            self.section = None;
        }
    }

    fn owner(&self) -> Owner {
        let section = self.section.map(|(_, owner)| owner);
        self.braces
            .last()
            .copied()
            .filter(|owner| *owner != Owner::Unknown)
            .or(section)
            .unwrap_or(Owner::Unknown)
    }

    /// A block belongs to whom its name says, else to whom the block around it belongs.
    fn open_brace(&mut self, at: usize) {
        let named = self
            .text
            .get(self.line..at)
            .map(|line| line.trim_end_any(" \t"))
            .and_then(|line| line.strip_suffix([':', '=']))
            .and_then(|line| self.before(self.line + line.len()))
            .map_or(Owner::Unknown, |key| keys::owner(key.text));
        let owner = if named == Owner::Unknown {
            self.braces.last().copied().unwrap_or(Owner::Unknown)
        } else {
            named
        };
        self.braces.push(owner);
    }

    /// The key that ends at `at`.
    fn before(&self, at: usize) -> Option<Before<'_>> {
        let line = self.text.get(self.line..at)?;
        let near = cut::last(line, keys::LONGEST);
        let from = line.len() - near.len();
        let body = near.trim_end_any(" \t\u{3000}");
        let bare = body.trim_end_any("\"'`])\\*?_>");
        let quoted = body.get(bare.len()..)?.has_any("\"'`");
        let start = bare.rfind(|c| !is_key_character(c)).map_or(0, |at| {
            at + bare
                .get(at..)
                .and_then(|rest| rest.chars().next())
                .map_or(1, char::len_utf8)
        });
        let key = bare.get(start..)?;
        // A sentence ended in front of the key.
        let sentence = key.rfind(". ").map_or(0, |at| at + 2);
        let key = key.get(sentence..)?.trim_start();
        let in_front = near.get(..bare.len() - key.len())?;
        let open = in_front
            .chars()
            .next_back()
            .filter(|c| !quoted && "\"'`".contains(*c));
        let leads = from == 0
            && in_front
                .chars()
                .all(|c| c.is_whitespace() || "-*•>|#\"'`$".contains(c));
        (!key.is_empty()).then_some(Before {
            text: key,
            at: self.line + from + in_front.len(),
            quoted,
            open,
            leads,
        })
    }

    /// `=`, `:`, `=>`, `:=` between a key and a value.
    fn separator(&mut self, at: usize, sign: char) {
        self.separators += 1;
        let mut start = at + sign.len_utf8();
        let follows = |start: usize| self.text.get(start..).and_then(|rest| rest.chars().next());
        match (sign, follows(start)) {
            ('=', Some('=')) => return self.next = start + 1,
            ('=', Some('>')) | (':', Some('=')) => start += 1,
            _ => {}
        }
        let Some(key) = self.before(at) else {
            return;
        };
        let glued = sign == '='
            && key.at + key.text.len() == at
            && !follows(start).is_some_and(char::is_whitespace);
        let extent = match key.open {
            Some(quote) => Extent::Quote(quote),
            None if glued => Extent::Word,
            None if key.leads && !key.quoted => Extent::Line,
            None => Extent::Item,
        };
        let (quoted, text, key_at) = (key.quoted, key.text.to_owned(), key.at);
        if ["-user", "-auth"]
            .iter()
            .any(|option| text.ends_with(option))
        {
            return self.user_option("user", start);
        }
        let Some(known) = self.key(&text) else {
            return self.unknown_key(&text, key_at, start);
        };
        // "Error fetching Jira user: …" is a message, and what follows says why.
        if sign != '=' && sentences::names(&text).meets(sentences::FAILURE) {
            return;
        }
        let start = if quoted {
            value::skip_space(self.text, start)
        } else {
            start
        };
        self.named = None;
        self.pair(known, start, extent);
        if self.next <= at {
            self.open_section(&text, key_at, start);
        }
    }

    /// What a key names, `value` behind a name included.
    fn key(&self, text: &str) -> Option<Key> {
        match keys::read(text, self.owner()) {
            None if self.named.is_some() && plain_name(text).ends_with("value") => self.named,
            known => known,
        }
    }

    /// A key that names no field may open a block, or say the name of a field: `name: JIRA_URL`.
    fn unknown_key(&mut self, key: &str, key_at: usize, start: usize) {
        let joined = plain_name(key);
        if joined.ends_with("name") || joined.ends_with("key") {
            let name = value::read(&mut self.lines, start, Meaning::Email, Extent::Item);
            self.named = name.and_then(|name| keys::read(&name.text, self.owner()));
        }
        self.open_section(key, key_at, start);
    }

    /// `jira:` at the end of its line opens a block of what is indented further.
    fn open_section(&mut self, key: &str, key_at: usize, start: usize) {
        let ends = self
            .text
            .get(start..)
            .is_some_and(|rest| rest.trim_start_any(" \t\r").starts_with('\n'));
        if !ends {
            return;
        }
        let owner = keys::owner(key);
        if owner != Owner::Unknown {
            self.section = Some((key_at.saturating_sub(self.line).max(1), owner));
        }
    }

    /// Cells of a table: `Site<tab>https://…`, `| Site | https://… |`.
    fn cell(&mut self, at: usize, sign: char) {
        let Some(key) = self.before(at).filter(|key| key.leads) else {
            return;
        };
        let text = key.text.to_owned();
        if let Some(known) = self.key(&text) {
            self.pair(known, at + sign.len_utf8(), Extent::Item);
        }
    }

    /// `<username>jane</username>`
    fn element(&mut self, at: usize) {
        let Some(key) = self.before(at) else {
            return;
        };
        let opens = self
            .text
            .get(..key.at)
            .is_some_and(|text| text.ends_with('<'));
        let text = key.text.to_owned();
        if opens && let Some(known) = self.key(&text) {
            self.pair(known, at + 1, Extent::Item);
        }
    }

    /// `--server https://…`, `-u a:b`, `"--jira-url", "https://…"`. One with `=` is read at its `=`.
    fn flag(&mut self, at: usize) {
        let begins = self.text.get(..at).is_some_and(|text| {
            text.is_empty() || text.ends_with(|c: char| c.is_whitespace() || "\"'[(,".contains(c))
        });
        let Some(rest) = self.text.get(at..).filter(|_| begins) else {
            return;
        };
        let dashes = rest.len() - rest.trim_start_matches('-').len();
        let name = rest.get(dashes..).unwrap_or_default();
        let length = name.find(|c: char| !(c.is_ascii_alphanumeric() || c == '-' || c == '_'));
        let Some(length) = length.filter(|&length| (1..40).contains(&length) && dashes <= 2) else {
            return;
        };
        let name = name.get(..length).unwrap_or_default();
        let end = at + dashes + length;
        let Some(start) = self.behind_flag(end, name) else {
            return;
        };
        match name {
            "u" | "a" | "user" | "auth" => self.user_option(name, start),
            _ => {
                if let Some(known) = keys::read(name, self.owner()) {
                    self.pair(known, start, Extent::Word);
                }
            }
        }
    }

    /// Where the value of an option begins: behind blanks, or behind `", "` in a list of arguments, or at once in quotes.
    fn behind_flag(&self, end: usize, name: &str) -> Option<usize> {
        let rest = self.text.get(end..)?;
        let next = rest.chars().next()?;
        if name.len() == 1 && "\"'".contains(next) && !rest.get(1..)?.trim_start().starts_with(',')
        {
            return Some(end);
        }
        let start = if "\"'".contains(next) {
            let comma = value::skip_space(self.text, end + 1);
            let behind = self.text.get(comma..)?.strip_prefix(',')?;
            let start = value::skip_space(self.text, self.text.len() - behind.len());
            self.text
                .get(start..)?
                .starts_with_any("\"'")
                .then_some(start)?
        } else if next.is_whitespace() || "\\^`".contains(next) {
            value::skip_blanks(self.text, end)
        } else {
            return None;
        };
        let value = self.text.get(start..)?.trim_start_any("\"'");
        (!value.starts_with('-')).then_some(start)
    }

    /// `-u` of curl, and of other programs too: there it is no pair and no address.
    fn user_option(&mut self, name: &str, start: usize) {
        let Some(value) = value::read(&mut self.lines, start, Meaning::Pair, Extent::Word) else {
            return;
        };
        let user = value.text.as_ref();
        if user.has_any(":@$%") || name == "user" {
            self.found.offer_pair(super::found::rank::PAIR, user);
            self.next = value.end;
        }
    }

    /// Reads the value of a known key and offers it.
    fn pair(&mut self, key: Key, start: usize, extent: Extent) {
        let first = match key.meaning {
            Meaning::Pair if self.pair_in_list(key, start) => return,
            Meaning::Project => value::list(self.text, start).next(),
            _ => None,
        };
        if let Some(value) =
            first.or_else(|| value::read(&mut self.lines, start, key.meaning, extent))
            && self.offer(key, &value)
        {
            self.found.scheme = self.found.scheme.or(key.scheme);
            self.next = value.end;
        }
    }

    /// `auth=("user", "secret")`; false where none stands there.
    fn pair_in_list(&mut self, key: Key, start: usize) -> bool {
        let mut list = value::list(self.text, start);
        let (Some(user), Some(secret)) = (list.next(), list.next()) else {
            return false;
        };
        if secret.quoted {
            self.found.scheme = self.found.scheme.or(key.scheme);
            self.found.offer(Meaning::Email, key.rank + 2, &user.text);
            self.found.offer(Meaning::Token, key.rank + 2, &secret.text);
            self.next = secret.end;
        }
        secret.quoted
    }

    /// Whether the value is one that such a key can have.
    fn offer(&mut self, key: Key, value: &Value) -> bool {
        let text = value.text.as_ref();
        match key.meaning {
            Meaning::Site => return self.offer_site(key, text),
            // `'Basic ' + encoded`: the value is put together elsewhere.
            Meaning::Authorization if value.quoted && text.ends_with(' ') => return false,
            Meaning::Token if ["true", "false"].contains(&text) => return false,
            // `address: jane@acme.example`, `docker run --user 1000:1000`.
            Meaning::Pair if !text.contains(':') || text.contains("://") => return false,
            _ => self.found.offer(key.meaning, key.rank, text),
        }
        true
    }

    fn offer_site(&mut self, key: Key, text: &str) -> bool {
        if shapes::is_email(text) {
            self.found.offer(Meaning::Email, key.rank, text);
            return true;
        }
        let is_address = text.contains("://") || (text.contains('.') && !text.contains(' '));
        let is_name = text
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        let fits = key.is_jira || is_address || is_name || placeholder::read(text).is_some();
        if !fits {
            return false;
        }
        if key.is_jira {
            // As typed: a path that does not belong there is a finding.
            self.found.offer(Meaning::Site, key.rank, text);
        } else {
            shapes::offer_address(text, key.rank, self.found);
        }
        true
    }
}

/// Letters of any script, and what joins the words of a key.
fn is_key_character(c: char) -> bool {
    c.is_ascii_alphanumeric()
        || "_-. ".contains(c)
        || (!c.is_ascii()
            && crate::text::describe(c).is_none()
            && !"：＝（）「」、。，•→".contains(c))
}
