//! The commands and their arguments.

#![allow(
    unreachable_pub,
    clippy::all,
    clippy::pedantic,
    reason = "written by the macro"
)]

use std::path::PathBuf;

xflags::xflags! {
    /// The project's own tools.
    cmd xtask {
        /// The package and the help page, into dist/.
        cmd build {}
        /// The help pages alone, into dist/ as it is.
        cmd pages {}
        /// Builds, then serves dist/ on this machine.
        cmd serve {
            /// The port to try first; 8000 where none is named.
            optional --port port: u16
        }
        /// All checks and tests, as in CI.
        cmd test {
            /// The native ones alone.
            optional --fast
            /// These steps alone.
            repeated steps: String
        }
        /// Reads made-up texts for a while: whatever is given, no panic, no secret told, nothing read in two ways.
        cmd fuzz {
            /// How long; five where no number is given.
            optional minutes: u64
        }
        /// Scores case files.
        cmd replay {
            /// With the built package under Node.
            optional --wasm
            /// The cases that have neither request nor answer nor pasted text.
            optional --only-fields
            /// Each missed case whole, and what speaks for each of its findings.
            optional --why
            /// The files, such as tests/cases/cases.jsonl.
            repeated files: PathBuf
        }
        /// The weights of the text model, from the training texts and the cases.
        cmd train {}
        /// How long pastes and cases take. It never fails.
        cmd bench {
            /// The folder of another checkout, to compare with.
            optional base: PathBuf
        }
        /// A stand-in for Jira, with TLS and relays, and the variables by which tests find it.
        cmd stand-in {}
        /// The skeleton of a problem, and its two lines in the catalogue.
        cmd new-problem {
            /// Its id, such as token-expired.
            required name: String
            /// The group that it stands in.
            optional group: String
        }
        /// Every sentence for people, into locales/jira-doctor.pot.
        cmd texts {
            /// Only says whether it is current.
            optional --check
        }
    }
}
