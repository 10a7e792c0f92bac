//! A stand-in for Jira on 127.0.0.1: sites, the gateway and Data Center, as jira-facts.md 4 and 6 have measured them.
//!
//! It speaks plain HTTP and tells by the `Host` header who is asked: `NAME.atlassian.net`, `api.atlassian.com`,
//! `NAME.acme.example` below `/jira`. `NAME` is a [`scenario`]; with `-cors` behind it the place also lets pages read its
//! answers, with `-exposed` their headers too. The credential is judged from the header that came. Under `127.0.0.1` it
//! gives the tests the scenarios and the log of every request: [`control`].

mod answer;
mod api;
mod ask;
mod body;
mod cloud;
mod control;
mod cors;
mod data_center;
mod fault;
mod gateway;
mod people;
mod permissions;
mod place;
mod scenario;

use std::convert::Infallible;
use std::fmt;
use std::future;
use std::io;
use std::net::{Ipv4Addr, TcpListener};
use std::sync::Arc;
use std::thread;

use hyper::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use tokio::runtime;

use crate::answer::Answer;
use crate::ask::Ask;
use crate::control::Log;
use crate::fault::Outcome;
use crate::place::Place;

/// A stand-in that answers in the background for as long as the program runs.
#[derive(Clone, Copy, Debug)]
pub struct StandIn {
    port: u16,
}

impl StandIn {
    /// Listens on a free port of this machine alone.
    ///
    /// # Errors
    /// When there is no port or no thread to be had.
    pub fn start() -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        listener.set_nonblocking(true)?;
        let port = listener.local_addr()?.port();
        let runtime = runtime::Builder::new_current_thread()
            .enable_all()
            .build()?;
        thread::Builder::new()
            .name("stand-in".to_owned())
            .spawn(move || {
                let Err(error) = runtime.block_on(accept(listener));
                eprintln!("The stand-in ended: {error}");
            })?;
        Ok(Self { port })
    }

    /// The port of 127.0.0.1.
    #[must_use]
    pub fn port(self) -> u16 {
        self.port
    }

    /// The names of the places that have a scenario, such as `wrong` and `wrong-cors`, with their addresses:
    /// `https://wrong.atlassian.net`, `https://captcha.acme.example/jira`.
    pub fn places() -> impl Iterator<Item = (String, String)> {
        place::all()
    }
}

async fn accept(listener: TcpListener) -> io::Result<Infallible> {
    let listener = tokio::net::TcpListener::from_std(listener)?;
    let log = Arc::new(Log::default());
    loop {
        let (stream, _) = listener.accept().await?;
        let log = Arc::clone(&log);
        let service = service_fn(move |request| answer(Arc::clone(&log), request));
        let connection = http1::Builder::new().serve_connection(TokioIo::new(stream), service);
        // An error is a client that left, or a scenario that hangs up.
        tokio::spawn(async { drop(connection.await) });
    }
}

async fn answer(log: Arc<Log>, request: Request<Incoming>) -> Result<Answer, HungUp> {
    let ask = Ask::read(&request);
    let place = Place::of(&ask);
    if matches!(place, Place::Control) {
        return Ok(control::answer(&log, &ask));
    }
    log.note(&ask);
    match fault::answer(&place, &ask) {
        Outcome::Answer(answer) => Ok(cors::allow(answer, &place, &ask)),
        Outcome::Silence => future::pending().await,
        Outcome::HangUp => Err(HungUp),
    }
}

/// Why a connection ends without an answer.
#[derive(Debug)]
struct HungUp;

impl fmt::Display for HungUp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the scenario hangs up")
    }
}

impl std::error::Error for HungUp {}
