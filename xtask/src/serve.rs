//! `serve`: the built page on this machine, as a static host would serve it.

use std::fs;
use std::io::ErrorKind;
use std::net::{Ipv4Addr, TcpListener};
use std::thread;

use anyhow::{Context, Result, anyhow};
use axum::Router;
use axum::http::{HeaderName, HeaderValue, StatusCode, Uri, header};
use axum::response::{Html, IntoResponse};
use axum::routing::get;
use tokio::runtime;
use tower_http::services::ServeDir;
use tower_http::set_header::SetResponseHeaderLayer;

use crate::build;
use crate::html::escape;
use crate::tools::dist;

/// How many ports after the wanted one are tried.
const MORE_PORTS: u16 = 20;

pub(crate) fn run(port: u16) -> Result<()> {
    build::run()?;
    let site = Site::open(port)?;
    println!("\nServing dist/ at {} until Ctrl+C", site.address()?);
    site.answer_all()
}

/// A server of `dist/` that has its port.
pub(crate) struct Site {
    listener: TcpListener,
    router: Router,
}

impl Site {
    /// Listens on this machine alone: on the port, or the next one that is free. Port 0 takes any.
    pub(crate) fn open(port: u16) -> Result<Self> {
        let headers = fs::read_to_string(dist().join("_headers")).context("dist/_headers")?;
        let mut router = Router::new()
            .fallback_service(ServeDir::new(dist()).fallback(get(not_found)))
            // Whoever changes a file sees it at the next reload.
            .layer(overriding(header::CACHE_CONTROL, "no-cache".parse()?));
        for (name, value) in headers_for_all(&headers)? {
            router = router.layer(overriding(name, value));
        }
        let listener = listen(port)?;
        Ok(Self { listener, router })
    }

    /// The address, with a slash at the end.
    pub(crate) fn address(&self) -> Result<String> {
        let port = self.listener.local_addr()?.port();
        Ok(format!("http://127.0.0.1:{port}/"))
    }

    /// Answers in the background for as long as the program runs.
    pub(crate) fn answer_in_background(self) {
        thread::spawn(move || {
            if let Err(error) = self.answer_all() {
                eprintln!("The server of dist/ ended: {error:#}");
            }
        });
    }

    fn answer_all(self) -> Result<()> {
        let runtime = runtime::Builder::new_current_thread()
            .enable_io()
            .enable_time()
            .build()?;
        runtime.block_on(async {
            self.listener.set_nonblocking(true)?;
            let listener = tokio::net::TcpListener::from_std(self.listener)?;
            Ok(axum::serve(listener, self.router).await?)
        })
    }
}

fn overriding(name: HeaderName, value: HeaderValue) -> SetResponseHeaderLayer<HeaderValue> {
    SetResponseHeaderLayer::overriding(name, value)
}

async fn not_found(address: Uri) -> impl IntoResponse {
    let path = escape(address.path());
    let page = format!(
        "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<title>Not found</title>\n\
         <link rel=\"stylesheet\" href=\"/style.css\">\n<main>\n<h1>Not found</h1>\n\
         <p>There is nothing at {path} on this site.</p>\n<p><a href=\"/\">To the start page</a></p>\n</main>\n</html>\n"
    );
    (StatusCode::NOT_FOUND, Html(page))
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

/// The headers of a `_headers` file that stand under `/*`, the only rule of ours.
fn headers_for_all(text: &str) -> Result<Vec<(HeaderName, HeaderValue)>> {
    text.lines()
        .filter(|line| !line.starts_with('#') && !line.trim().is_empty())
        .skip_while(|line| line.trim() != "/*")
        .skip(1)
        .take_while(|line| line.starts_with([' ', '\t']))
        .map(|line| {
            let (name, value) = line
                .split_once(':')
                .with_context(|| format!("_headers: `{}` is no header", line.trim()))?;
            Ok((name.trim().parse()?, value.trim().parse()?))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_are_those_of_all_paths() {
        let headers =
            headers_for_all("# about\n/*\n  A: 1\n  B: 2; x: y\n/other\n  C: 3\n").unwrap();
        let shown: Vec<_> = headers
            .iter()
            .map(|(name, value)| format!("{name}={}", value.to_str().unwrap()))
            .collect();
        assert_eq!(shown, ["a=1", "b=2; x: y"]);
    }
}
