//! The help pages: problems, status codes, error messages, and what the search finds them by.

use std::path::Path;

use anyhow::Result;

use crate::frame::Frame;
use crate::{codes, messages, pages, search};

/// Writes all of them into `dist`.
pub(crate) fn write(dist: &Path) -> Result<()> {
    let frame = Frame::read()?;
    let codes = codes::read()?;
    let messages = messages::read()?;
    pages::write(&frame, dist, &codes, &messages)?;
    codes::write(&frame, dist, &codes)?;
    messages.write(&frame, dist)?;
    search::write(dist, &codes, &messages)
}
