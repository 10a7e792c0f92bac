//! The examination: asks Jira step by step, without doing any I/O itself.

use crate::secret::Secret;
use crate::steps::StepName;

/// The next call: a GET, and nothing but a GET.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// Its name.
    pub name: StepName,
    /// The whole address, at Jira itself.
    pub url: String,
    /// The whole value of the `Authorization` header; `None` for a call without a credential.
    pub authorization: Option<Secret>,
}
