#![doc = include_str!("../README.md")]

mod date;
mod diagnosis;
mod evidence;
mod facts;
mod given;
mod order;
mod problem;
mod problems;
pub mod read;
mod redact;
mod report;
pub mod sample;
mod secret;
mod span;
mod text;
#[cfg(target_arch = "wasm32")]
mod wasm;

pub use diagnosis::{Diagnosis, Question, Verdict, diagnose};
pub use evidence::{
    Answers, Client, Deployment, Evidence, Field, Product, Request, Response, SignIn,
};
pub use facts::{Facts, HostReader};
pub use given::Given;
pub use problem::{
    Certainty, Explanation, Finding, Fix, Group, Link, Problem, Reason, Severity, Suspicion,
};
pub use problems::{find, problems};
pub use redact::redact;
pub use report::{Format, report};
pub use secret::Secret;
pub use span::Span;
