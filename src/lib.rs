#![doc = include_str!("../README.md")]

mod advice;
mod date;
mod diagnosis;
mod evidence;
mod examination;
mod facts;
mod given;
mod grammar;
mod input;
mod json;
mod link;
mod net;
mod order;
mod permission;
mod problem;
mod problems;
mod profile;
mod profile_json;
mod prose;
mod quoting;
pub mod read;
mod redact;
mod report;
pub mod sample;
mod scope;
mod script;
mod secret;
mod shell;
mod snippet;
mod span;
mod stage;
mod steps;
mod text;
mod tree;
mod veil;
mod veiled;
#[cfg(target_arch = "wasm32")]
mod wasm;

/// Whether this build reads answers and pasted texts. The module that a page starts on reads the fields alone; what it never
/// calls the compiler leaves out, so that a few places ask this and no room is built twice.
const READS_ANSWERS: bool = cfg!(feature = "answers");

pub use advice::Advice;
#[cfg(feature = "answers")]
pub use diagnosis::text_features;
pub use diagnosis::{
    Condition, Diagnosis, Entry, Leg, LegState, Question, Setup, Verdict, diagnose,
};
pub use evidence::{
    Answers, Call, Client, Deployment, Evidence, Failure, Field, Place, Product, Request, Response,
    SentScheme, SignIn,
};
pub use examination::{Examination, LONGEST_BODY, Step};
pub use facts::{Attempt, Facts, HostReader};
pub use given::Given;
pub use input::{Note, Placed};
pub use permission::{Need, Permission, PermissionRow, Scope, permission, permissions};
pub use problem::{
    Certainty, Finding, Fix, Group, Link, LinkKind, PagePath, Problem, Reason, Score, Severity,
};
#[cfg(feature = "pages")]
pub use problem::{Explanation, Page};
pub use problems::{find, problems};
pub use profile::{
    AccountNeed, Correction, Guide, GuideStep, Message, PageLink, Part, PermissionNeed, Profile,
    ProfileError, SiteForm, SiteNeed, TokenNeed,
};
pub use prose::{Prose, translate};
pub use redact::redact;
pub use report::{Format, report};
pub use scope::{Purpose, ScopedCall, Scopes, purpose, purposes, scopes};
pub use script::{Shell, script};
pub use secret::Secret;
pub use snippet::{SnippetForm, snippet};
pub use span::Span;
pub use stage::Stage;
pub use steps::{FoundAccount, Outcome, StepName, StepResult};
pub use veil::HiddenPart;
