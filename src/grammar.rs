//! The forms of values that people type: pure functions of a text, which know nothing of a field or a paste.

pub(crate) mod email;
pub(crate) mod jira_key;
pub(crate) mod placeholder;
pub(crate) mod token_shape;
pub(crate) mod uuid;
