//! `serve`: the built page on this machine, as a static host would serve it.

use std::fmt::Write;
use std::fs;
use std::io::ErrorKind;
use std::net::{Ipv4Addr, TcpListener};
use std::path::{Path, PathBuf};
use std::thread;

use anyhow::{Context, Result, anyhow};
use tiny_http::{Header, Method, Request, Response, ResponseBox, Server};

use crate::html::escape;
use crate::tools::dist;
use crate::{build, misuse};

const DEFAULT_PORT: u16 = 8000;
/// How many ports after the wanted one are tried.
const MORE_PORTS: u16 = 20;

pub(crate) fn run(arguments: &[String]) -> Result<()> {
    let arguments: Vec<_> = arguments.iter().map(String::as_str).collect();
    let port = match arguments[..] {
        [] => DEFAULT_PORT,
        ["--port", port] => match port.parse() {
            Ok(port) => port,
            Err(_) => return misuse(format!("`{port}` is no port.")),
        },
        _ => return misuse("serve takes --port N and nothing else."),
    };
    build::run()?;
    let site = Site::open(port)?;
    println!("\nServing dist/ at {} until Ctrl+C", site.address());
    site.answer_all();
    Ok(())
}

/// A running server of `dist/`.
pub(crate) struct Site {
    server: Server,
    port: u16,
    folder: PathBuf,
    headers: Vec<Header>,
}

impl Site {
    /// Listens on this machine alone: on the port, or the next one that is free. Port 0 takes any.
    pub(crate) fn open(port: u16) -> Result<Self> {
        let folder = dist();
        let headers = fs::read_to_string(folder.join("_headers")).context("dist/_headers")?;
        let listener = listen(port)?;
        let port = listener.local_addr()?.port();
        let server = Server::from_listener(listener, None).map_err(|error| anyhow!("{error}"))?;
        Ok(Self {
            server,
            port,
            folder,
            headers: headers_for_all(&headers)?,
        })
    }

    /// The address, with a slash at the end.
    pub(crate) fn address(&self) -> String {
        format!("http://127.0.0.1:{}/", self.port)
    }

    /// Answers in the background for as long as the program runs.
    pub(crate) fn answer_in_background(self) {
        thread::spawn(move || self.answer_all());
    }

    fn answer_all(&self) {
        for request in self.server.incoming_requests() {
            let answer = self.answer(&request);
            // Who went away before the answer needs none.
            let _ = request.respond(answer);
        }
    }

    fn answer(&self, request: &Request) -> ResponseBox {
        let mut answer = match request.method() {
            Method::Get | Method::Head => self.file(request.url()),
            _ => page(405, "Method not allowed", "This site can only be read.")
                .with_header(header("Allow", "GET, HEAD")),
        };
        // Whoever changes a file sees it at the next reload.
        answer.add_header(header("Cache-Control", "no-cache"));
        for header in &self.headers {
            answer.add_header(header.clone());
        }
        answer
    }

    fn file(&self, url: &str) -> ResponseBox {
        let path = url.split(['?', '#']).next().unwrap_or_default();
        let not_found = || {
            page(
                404,
                "Not found",
                &format!("There is nothing at {path} on this site."),
            )
        };
        let Some(mut file) = inside(&self.folder, path) else {
            return not_found();
        };
        if file.is_dir() {
            if !path.ends_with('/') {
                // Or the relative links of its index would point beside it.
                let target = format!("/{}/", path.trim_matches('/'));
                return page(308, "Moved", &target).with_header(header("Location", &target));
            }
            file.push("index.html");
        }
        match fs::read(&file) {
            Ok(bytes) => Response::from_data(bytes)
                .with_header(header("Content-Type", mime_type(&file)))
                // Or it sends larger files in chunks, without a length.
                .with_chunked_threshold(usize::MAX)
                .boxed(),
            Err(_) => not_found(),
        }
    }
}

fn listen(port: u16) -> Result<TcpListener> {
    let last = if port == 0 {
        0
    } else {
        port.saturating_add(MORE_PORTS)
    };
    for port in port..=last {
        match TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
            Err(error) if error.kind() == ErrorKind::AddrInUse => {}
            other => return other.with_context(|| format!("port {port}")),
        }
    }
    Err(anyhow!(
        "the ports {port} to {last} are all taken; name another one with --port"
    ))
}

/// The file of a path, if it names one inside the folder. Names that need escapes do not occur on this site, so an
/// escape is an unknown name and cannot hide a `..`.
fn inside(folder: &Path, path: &str) -> Option<PathBuf> {
    let mut file = folder.to_owned();
    for name in path.split('/').filter(|name| !name.is_empty()) {
        if name.starts_with('.') || name.contains(['%', '\\', ':']) {
            return None;
        }
        file.push(name);
    }
    file.exists().then_some(file)
}

/// The headers of a `_headers` file that stand under `/*`, the only rule of ours.
fn headers_for_all(text: &str) -> Result<Vec<Header>> {
    text.lines()
        .filter(|line| !line.starts_with('#') && !line.trim().is_empty())
        .skip_while(|line| line.trim() != "/*")
        .skip(1)
        .take_while(|line| line.starts_with([' ', '\t']))
        .map(|line| {
            line.trim()
                .parse()
                .map_err(|()| anyhow!("_headers: `{}` is no header", line.trim()))
        })
        .collect()
}

fn mime_type(file: &Path) -> &'static str {
    match file.extension().and_then(|kind| kind.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("json") => "application/json",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("ico") => "image/x-icon",
        _ => "text/plain; charset=utf-8",
    }
}

fn page(status: u16, title: &str, text: &str) -> ResponseBox {
    let mut html = String::new();
    // Writing to a String cannot fail.
    let _ = write!(
        html,
        "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<title>{0}</title>\n<link rel=\"stylesheet\" href=\"/style.css\">\n\
         <main>\n<h1>{0}</h1>\n<p>{1}</p>\n<p><a href=\"/\">To the start page</a></p>\n</main>\n</html>\n",
        escape(title),
        escape(text)
    );
    Response::from_data(html)
        .with_status_code(status)
        .with_header(header("Content-Type", "text/html; charset=utf-8"))
        .boxed()
}

/// A header of our own. A path with characters that no header can carry gives an empty one.
fn header(name: &str, value: &str) -> Header {
    Header::from_bytes(name, value).unwrap_or_else(|()| {
        Header::from_bytes(name, "").unwrap_or_else(|()| unreachable!("{name} is a header's name"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_outside_the_folder_has_a_path() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        assert!(inside(&folder, "/main.rs").is_some());
        assert!(inside(&folder, "//main.rs").is_some());
        for path in [
            "/../Cargo.toml",
            "/%2e%2e/Cargo.toml",
            "/..\\Cargo.toml",
            "/.",
            "/absent",
        ] {
            assert!(inside(&folder, path).is_none(), "{path}");
        }
    }

    #[test]
    fn headers_are_those_of_all_paths() {
        let headers =
            headers_for_all("# about\n/*\n  A: 1\n  B: 2; x: y\n/other\n  C: 3\n").unwrap();
        let shown: Vec<_> = headers.iter().map(ToString::to_string).collect();
        assert_eq!(shown, ["A: 1", "B: 2; x: y"]);
    }
}
