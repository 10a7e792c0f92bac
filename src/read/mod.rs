//! Reads text into facts. Nothing here judges: what a fact means for a person is a problem's business.

pub mod account;
pub mod change;
pub(crate) mod data;
pub mod exchange;
pub mod header;
pub(crate) mod html;
pub(crate) mod key;
pub mod known_texts;
pub mod paste;
pub mod sentences;
pub mod settings;
pub mod site;
pub mod speaker;
#[cfg(feature = "answers")]
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "numbers of buckets, classes and weights, which the file's form bounds"
)]
pub mod text_model;
pub mod token;
