//! The catalogue of problems: one file each. `cargo xtask new-problem NAME` writes a file and its line here.

use crate::problem::Problem;

/// Lists the files below, each with one `PROBLEM`.
macro_rules! catalogue {
    ($($name:ident),+ $(,)?) => {
        $(mod $name;)+
        static ALL: &[&Problem] = &[$(&$name::PROBLEM),+];
    };
}

// In the order of tests/cases/problems.md, which is the order of the index page.
catalogue! {
    url_has_path,
}

/// Every problem, in the order of the index page.
pub fn problems() -> &'static [&'static Problem] {
    ALL
}

/// The problem with this id.
pub fn find(id: &str) -> Option<&'static Problem> {
    ALL.iter().copied().find(|problem| problem.id == id)
}
