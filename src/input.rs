//! What somebody typed into a field: the layers around the value, the notes that its readers make, and where it stands.

mod note;
mod placed;
pub(crate) mod unwrap;

pub use self::note::Note;
pub(crate) use self::note::Notes;
pub use self::placed::Placed;
