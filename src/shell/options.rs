//! The options of the programs that ask: which of them take a value, and what it is.

use std::iter;

/// What an option is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Takes {
    /// No value.
    Flag,
    /// No value: `--get` puts all data into the address.
    Get,
    /// No value: `--head` asks for the headers alone.
    Head,
    /// A value of no interest.
    Other,
    /// `user:secret`
    User,
    /// The same for a proxy.
    ProxyUser,
    /// The kind of sign-in that `User` is meant for: `basic`, `bearer`.
    UserKind,
    /// A token that travels as `Bearer`.
    Bearer,
    /// A password.
    Secret,
    /// `name=value; name=value`
    Cookies,
    /// `Name: value`
    Header,
    /// The same for a proxy.
    ProxyHeader,
    Method,
    Address,
    /// What is sent.
    Body,
    /// Where the answer goes: a file, or `-`.
    Output,
}

impl Takes {
    pub(crate) fn has_value(self) -> bool {
        !matches!(self, Self::Flag | Self::Get | Self::Head)
    }
}

/// A program that sends a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Program {
    Curl,
    Wget,
    /// `HTTPie` and the programs that read the same options.
    Httpie,
}

/// Every program there is.
pub(crate) const PROGRAMS: [Program; 3] = [Program::Curl, Program::Wget, Program::Httpie];

impl Program {
    /// The program that a word runs: `curl`, `/usr/bin/wget`, `C:\curl.exe`.
    pub(crate) fn named(word: &str) -> Option<Self> {
        let name = word.rsplit(['/', '\\']).next()?;
        Some(match name {
            "curl" | "curl.exe" => Self::Curl,
            "wget" | "wget.exe" => Self::Wget,
            "http" | "https" | "xh" | "xhs" | "curlie" => Self::Httpie,
            _ => return None,
        })
    }

    /// The options that a word holds, which begins with a hyphen, and where in it the value of each begins. Only the last can
    /// have one; where the word holds none of it, the value is the next word.
    pub(crate) fn options(self, word: &str) -> impl Iterator<Item = (Takes, Option<usize>)> {
        let is_long = word.starts_with("--");
        let mut at = Some(1);
        iter::from_fn(move || {
            let from = at.take()?;
            if is_long {
                return Some(self.long(word.get(2..)?));
            }
            let letter = *word.as_bytes().get(from)?;
            let takes = self.letter(letter);
            let value = from + 1;
            if !takes.has_value() {
                at = Some(value);
            }
            Some((takes, Some(value).filter(|_| value < word.len())))
        })
    }

    /// A long option by its name, the whole or as much of it as no other begins with. Curl knows no `=` before a value, but
    /// people write it.
    fn long(self, option: &str) -> (Takes, Option<usize>) {
        let (name, value) = match option.split_once('=') {
            Some((name, _)) => (name, Some(name.len() + 3)),
            None => (option, None),
        };
        let name = if self == Self::Curl {
            // `--no-silent`, and `--expand-user` of curl 8.3.
            let plain = name.strip_prefix("no-").or(name.strip_prefix("expand-"));
            plain.unwrap_or(name)
        } else {
            name
        };
        let table = self.table();
        let first = table.partition_point(|(known, ..)| *known < name);
        let mut fitting = table
            .get(first..)
            .unwrap_or_default()
            .iter()
            .take_while(|(known, ..)| known.starts_with(name));
        let takes = match (fitting.next(), fitting.next()) {
            (Some((known, _, takes)), more) if more.is_none() || *known == name => *takes,
            _ => Takes::Flag,
        };
        (takes, value)
    }

    fn letter(self, letter: u8) -> Takes {
        let letters = match self {
            Self::Curl => &CURL_LETTERS,
            Self::Wget => &WGET_LETTERS,
            Self::Httpie => &HTTPIE_LETTERS,
        };
        *letters.get(usize::from(letter)).unwrap_or(&Takes::Flag)
    }

    fn table(self) -> &'static [Row] {
        match self {
            Self::Curl => CURL,
            Self::Wget => WGET,
            Self::Httpie => HTTPIE,
        }
    }
}

/// An option: its long name, its letter or 0, and what it takes. A table is sorted by name.
type Row = (&'static str, u8, Takes);

use Takes::{
    Address, Bearer, Body, Cookies, Flag, Get, Head, Header, Method, Other, Output, ProxyHeader,
    ProxyUser, Secret, User, UserKind,
};

/// All options of curl: those of 7.88, as `curl --help all` prints them, and what came since, to 8.16.
#[rustfmt::skip]
const CURL: &[Row] = &[
    ("abstract-unix-socket", 0, Other), ("alpn", 0, Flag), ("alt-svc", 0, Other), ("anyauth", 0, Flag),
    ("append", b'a', Flag), ("aws-sigv4", 0, Other), ("basic", 0, Flag), ("buffer", b'N', Flag), ("ca-native", 0, Flag),
    ("cacert", 0, Other), ("capath", 0, Other), ("cert", b'E', Other), ("cert-status", 0, Flag),
    ("cert-type", 0, Other), ("ciphers", 0, Other), ("clobber", 0, Flag), ("compressed", 0, Flag),
    ("compressed-ssh", 0, Flag), ("config", b'K', Other), ("connect-timeout", 0, Other), ("connect-to", 0, Other),
    ("continue-at", b'C', Other), ("cookie", b'b', Cookies), ("cookie-jar", b'c', Other), ("create-dirs", 0, Flag),
    ("create-file-mode", 0, Other), ("crlf", 0, Flag), ("crlfile", 0, Other), ("curves", 0, Other),
    ("data", b'd', Body), ("data-ascii", 0, Body), ("data-binary", 0, Body), ("data-raw", 0, Body),
    ("data-urlencode", 0, Body), ("delegation", 0, Other), ("digest", 0, Flag), ("disable", b'q', Flag),
    ("disable-eprt", 0, Flag), ("disable-epsv", 0, Flag), ("disallow-username-in-url", 0, Flag),
    ("dns-interface", 0, Other), ("dns-ipv4-addr", 0, Other), ("dns-ipv6-addr", 0, Other), ("dns-servers", 0, Other),
    ("doh-cert-status", 0, Flag), ("doh-insecure", 0, Flag), ("doh-url", 0, Other), ("dump-ca-embed", 0, Flag),
    ("dump-header", b'D', Other), ("ech", 0, Other), ("egd-file", 0, Other), ("engine", 0, Other), ("eprt", 0, Flag),
    ("epsv", 0, Flag), ("etag-compare", 0, Other), ("etag-save", 0, Other), ("expect100-timeout", 0, Other),
    ("fail", b'f', Flag), ("fail-early", 0, Flag), ("fail-with-body", 0, Flag), ("false-start", 0, Flag),
    ("follow", 0, Flag), ("form", b'F', Body), ("form-escape", 0, Flag), ("form-string", 0, Body),
    ("ftp-account", 0, Other), ("ftp-alternative-to-user", 0, Other), ("ftp-create-dirs", 0, Flag),
    ("ftp-method", 0, Other), ("ftp-pasv", 0, Flag), ("ftp-port", b'P', Other), ("ftp-pret", 0, Flag),
    ("ftp-skip-pasv-ip", 0, Flag), ("ftp-ssl", 0, Flag), ("ftp-ssl-ccc", 0, Flag), ("ftp-ssl-ccc-mode", 0, Other),
    ("ftp-ssl-control", 0, Flag), ("ftp-ssl-reqd", 0, Flag), ("get", b'G', Get), ("globoff", b'g', Flag),
    ("happy-eyeballs-timeout-ms", 0, Other), ("haproxy-clientip", 0, Other), ("haproxy-protocol", 0, Flag),
    ("head", b'I', Head), ("header", b'H', Header), ("help", b'h', Flag), ("hostpubmd5", 0, Other),
    ("hostpubsha256", 0, Other), ("hsts", 0, Other), ("http0.9", 0, Flag), ("http1.0", b'0', Flag),
    ("http1.1", 0, Flag), ("http2", 0, Flag), ("http2-prior-knowledge", 0, Flag), ("http3", 0, Flag),
    ("http3-only", 0, Flag), ("ignore-content-length", 0, Flag), ("include", 0, Flag), ("insecure", b'k', Flag),
    ("interface", 0, Other), ("ip-tos", 0, Other), ("ipfs-gateway", 0, Other), ("ipv4", b'4', Flag),
    ("ipv6", b'6', Flag), ("json", 0, Body), ("junk-session-cookies", b'j', Flag), ("keepalive", 0, Flag),
    ("keepalive-cnt", 0, Other), ("keepalive-time", 0, Other), ("key", 0, Other), ("key-type", 0, Other),
    ("knownhosts", 0, Other), ("krb", 0, Other), ("krb4", 0, Other), ("libcurl", 0, Other), ("limit-rate", 0, Other),
    ("list-only", b'l', Flag), ("local-port", 0, Other), ("location", b'L', Flag), ("location-trusted", 0, Flag),
    ("login-options", 0, Other), ("mail-auth", 0, Other), ("mail-from", 0, Other), ("mail-rcpt", 0, Other),
    ("mail-rcpt-allowfails", 0, Flag), ("manual", b'M', Flag), ("max-filesize", 0, Other), ("max-redirs", 0, Other),
    ("max-time", b'm', Other), ("metalink", 0, Flag), ("mptcp", 0, Flag), ("negotiate", 0, Flag), ("netrc", b'n', Flag),
    ("netrc-file", 0, Other), ("netrc-optional", 0, Flag), ("next", b':', Flag), ("noproxy", 0, Other),
    ("npn", 0, Flag), ("ntlm", 0, Flag), ("ntlm-wb", 0, Flag), ("oauth2-bearer", 0, Bearer), ("out-null", 0, Flag),
    ("output", b'o', Output), ("output-dir", 0, Other), ("parallel", b'Z', Flag), ("parallel-immediate", 0, Flag),
    ("parallel-max", 0, Other), ("parallel-max-host", 0, Other), ("pass", 0, Secret), ("path-as-is", 0, Flag),
    ("pinnedpubkey", 0, Other), ("post301", 0, Flag), ("post302", 0, Flag), ("post303", 0, Flag),
    ("preproxy", 0, Other), ("progress-bar", b'#', Flag), ("progress-meter", 0, Flag), ("proto", 0, Other),
    ("proto-default", 0, Other), ("proto-redir", 0, Other), ("proxy", b'x', Other), ("proxy-anyauth", 0, Flag),
    ("proxy-basic", 0, Flag), ("proxy-ca-native", 0, Flag), ("proxy-cacert", 0, Other), ("proxy-capath", 0, Other),
    ("proxy-cert", 0, Other), ("proxy-cert-type", 0, Other), ("proxy-ciphers", 0, Other), ("proxy-crlfile", 0, Other),
    ("proxy-digest", 0, Flag), ("proxy-header", 0, ProxyHeader), ("proxy-http2", 0, Flag), ("proxy-insecure", 0, Flag),
    ("proxy-key", 0, Other), ("proxy-key-type", 0, Other), ("proxy-negotiate", 0, Flag), ("proxy-ntlm", 0, Flag),
    ("proxy-pass", 0, Secret), ("proxy-pinnedpubkey", 0, Other), ("proxy-service-name", 0, Other),
    ("proxy-ssl-allow-beast", 0, Flag), ("proxy-ssl-auto-client-cert", 0, Flag), ("proxy-tls13-ciphers", 0, Other),
    ("proxy-tlsauthtype", 0, Other), ("proxy-tlspassword", 0, Secret), ("proxy-tlsuser", 0, Other),
    ("proxy-tlsv1", 0, Flag), ("proxy-user", b'U', ProxyUser), ("proxy1.0", 0, Other), ("proxytunnel", b'p', Flag),
    ("pubkey", 0, Other), ("quote", b'Q', Other), ("random-file", 0, Other), ("range", b'r', Other), ("rate", 0, Other),
    ("raw", 0, Flag), ("referer", b'e', Other), ("remote-header-name", b'J', Flag), ("remote-name", b'O', Flag),
    ("remote-name-all", 0, Flag), ("remote-time", b'R', Flag), ("remove-on-error", 0, Flag), ("request", b'X', Method),
    ("request-target", 0, Other), ("resolve", 0, Other), ("retry", 0, Other), ("retry-all-errors", 0, Flag),
    ("retry-connrefused", 0, Flag), ("retry-delay", 0, Other), ("retry-max-time", 0, Other), ("sasl-authzid", 0, Other),
    ("sasl-ir", 0, Flag), ("service-name", 0, Other), ("sessionid", 0, Flag), ("show-error", b'S', Flag),
    ("show-headers", b'i', Flag), ("sigalgs", 0, Other), ("silent", b's', Flag), ("skip-existing", 0, Flag),
    ("socks4", 0, Other), ("socks4a", 0, Other), ("socks5", 0, Other), ("socks5-basic", 0, Flag),
    ("socks5-gssapi", 0, Flag), ("socks5-gssapi-nec", 0, Flag), ("socks5-gssapi-service", 0, Other),
    ("socks5-hostname", 0, Other), ("speed-limit", b'Y', Other), ("speed-time", b'y', Other), ("ssl", 0, Flag),
    ("ssl-allow-beast", 0, Flag), ("ssl-auto-client-cert", 0, Flag), ("ssl-no-revoke", 0, Flag), ("ssl-reqd", 0, Flag),
    ("ssl-revoke-best-effort", 0, Flag), ("ssl-sessions", 0, Other), ("sslv2", b'2', Flag), ("sslv3", b'3', Flag),
    ("stderr", 0, Other), ("styled-output", 0, Flag), ("suppress-connect-headers", 0, Flag), ("tcp-fastopen", 0, Flag),
    ("tcp-nodelay", 0, Flag), ("telnet-option", b't', Other), ("tftp-blksize", 0, Other), ("tftp-no-options", 0, Flag),
    ("time-cond", b'z', Other), ("tls-earlydata", 0, Flag), ("tls-max", 0, Other), ("tls13-ciphers", 0, Other),
    ("tlsauthtype", 0, Other), ("tlspassword", 0, Secret), ("tlsuser", 0, Other), ("tlsv1", b'1', Flag),
    ("tlsv1.0", 0, Flag), ("tlsv1.1", 0, Flag), ("tlsv1.2", 0, Flag), ("tlsv1.3", 0, Flag), ("tr-encoding", 0, Flag),
    ("trace", 0, Other), ("trace-ascii", 0, Other), ("trace-config", 0, Other), ("trace-ids", 0, Flag),
    ("trace-time", 0, Flag), ("unix-socket", 0, Other), ("upload-file", b'T', Other), ("upload-flags", 0, Other),
    ("url", 0, Address), ("url-query", 0, Other), ("use-ascii", b'B', Flag), ("user", b'u', User),
    ("user-agent", b'A', Other), ("variable", 0, Other), ("verbose", b'v', Flag), ("version", b'V', Flag),
    ("vlan-priority", 0, Other), ("write-out", b'w', Other), ("xattr", 0, Flag),
];

/// The options of wget that say something of the request, and the letters that take a value.
#[rustfmt::skip]
const WGET: &[Row] = &[
    ("accept", b'A', Other), ("append-output", b'a', Other), ("base", b'B', Other), ("body-data", 0, Body),
    ("ca-certificate", 0, Other), ("connect-timeout", 0, Other), ("cut-dirs", 0, Other), ("directory-prefix", b'P', Other),
    ("domains", b'D', Other), ("execute", b'e', Other), ("header", 0, Header), ("http-password", 0, Secret),
    ("http-user", 0, Other), ("input-file", b'i', Other), ("level", b'l', Other), ("max-redirect", 0, Other),
    ("method", 0, Method), ("output-document", b'O', Output), ("output-file", b'o', Output), ("password", 0, Secret),
    ("post-data", 0, Body), ("proxy-password", 0, Secret), ("proxy-user", 0, Other), ("quota", b'Q', Other),
    ("referer", 0, Other), ("reject", b'R', Other), ("timeout", b'T', Other), ("tries", b't', Other), ("user", 0, Other),
    ("user-agent", b'U', Other), ("wait", b'w', Other),
];

/// The options of `HTTPie`, `xh` and curlie that say something of the request, and the letters that take a value.
#[rustfmt::skip]
const HTTPIE: &[Row] = &[
    ("auth", b'a', User), ("auth-type", b'A', UserKind), ("cert", 0, Other), ("cert-key", 0, Other),
    ("cert-key-pass", 0, Secret), ("output", b'o', Output), ("pretty", 0, Other), ("print", b'p', Other), ("proxy", 0, Other),
    ("raw", 0, Body), ("session", 0, Other), ("session-read-only", 0, Other), ("style", b's', Other), ("timeout", 0, Other),
    ("verify", 0, Other),
];

/// What the letters of a table take. A long text has many options, and the walk over it looks each up.
type Letters = [Takes; 128];

static CURL_LETTERS: Letters = letters(CURL);
static WGET_LETTERS: Letters = letters(WGET);
static HTTPIE_LETTERS: Letters = letters(HTTPIE);

#[expect(clippy::indexing_slicing, reason = "the compiler runs it")]
const fn letters(table: &[Row]) -> Letters {
    let mut letters = [Takes::Flag; 128];
    let mut row = 0;
    while row < table.len() {
        let (_, letter, takes) = table[row];
        if letter > 0 {
            letters[letter as usize] = takes;
        }
        row += 1;
    }
    letters
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_table_is_sorted_and_has_each_letter_once() {
        for program in PROGRAMS {
            let table = program.table();
            assert!(table.is_sorted_by(|a, b| a.0 < b.0), "{program:?}");
            let mut letters: Vec<u8> = table.iter().map(|row| row.1).filter(|b| *b != 0).collect();
            letters.sort_unstable();
            assert!(letters.is_sorted_by(|a, b| a < b), "{program:?}");
        }
        assert!(CURL.len() > 270, "{}", CURL.len());
    }

    #[test]
    fn a_word_holds_options_and_the_beginning_of_a_value() {
        let read = |program: Program, word| program.options(word).collect::<Vec<_>>();
        let curl = |word| read(Program::Curl, word);
        assert_eq!(curl("-su"), [(Flag, Some(2)), (User, None)]);
        assert_eq!(curl("-sSua:b").last(), Some(&(User, Some(4))));
        assert_eq!(curl("-XPOST"), [(Method, Some(2))]);
        assert_eq!(curl("--user"), [(User, None)]);
        assert_eq!(curl("--user=a:b"), [(User, Some(7))]);
        assert_eq!(curl("--oauth2"), [(Bearer, None)]);
        assert_eq!(curl("--expand-user"), [(User, None)]);
        assert_eq!(curl("--no-buffer"), [(Flag, None)]);
        // Begins `user` and `user-agent`.
        assert_eq!(curl("--us"), [(Flag, None)]);
        assert_eq!(curl("--max-time"), [(Other, None)]);
        assert_eq!(curl("--json"), [(Body, None)]);
        assert_eq!(curl("-"), []);
        assert_eq!(curl("-é"), [(Flag, Some(2)), (Flag, None)]);
        assert_eq!(read(Program::Wget, "--password=x"), [(Secret, Some(11))]);
        assert_eq!(read(Program::Wget, "-qO-").last(), Some(&(Output, Some(3))));
        assert_eq!(read(Program::Httpie, "--form"), [(Flag, None)]);
    }
}
