//! What somebody typed into a field: the layers around the value, and the notes that its readers make.

mod note;
pub(crate) mod unwrap;

pub use self::note::Note;
pub(crate) use self::note::Notes;
