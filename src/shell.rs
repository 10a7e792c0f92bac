//! What shells read: the words of a command, the options of the programs that ask, and how a text is written so that it stays
//! one value.

pub(crate) mod options;
pub(crate) mod words;
