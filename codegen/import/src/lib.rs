//! Turns the rules by which others wait into specs of ours.
//!
//! A [`Format`] reads what another project keeps its rules in, and says the same in the spec language. What cannot be
//! said is a [`Refusal`] with its place and reason, and what was said and can never happen is a [`Note`].
//!
//! ```
//! use settled_import::{Format, botocore::Waiters};
//!
//! let imports = Waiters.import(r#"{ "botocore": "1.44.5", "waiters": [{
//!     "service": "acme", "api_version": "2026-01-30", "name": "JobDone", "operation": "GetJob",
//!     "delay": 5, "maxAttempts": 40, "file": "acme/2026-01-30/waiters-2.json",
//!     "acceptors": [{ "state": "success", "matcher": "path", "argument": "job.status", "expected": "DONE" }]
//! }]}"#).expect("a suite");
//!
//! assert!(imports.refused.is_empty());
//! assert_eq!(imports.specs[0].module, "acme_2026_01_30");
//! assert!(imports.specs[0].yaml().contains("job.status: DONE"));
//! ```

#![forbid(unsafe_code)]

pub mod botocore;
pub mod fact;
pub mod shape;
pub mod spec;
mod yaml;

use std::fmt;

pub use spec::{Imported, Note};

/// A form in which others write down how they wait.
pub trait Format {
    /// Turns a text of this form into specs.
    ///
    /// # Errors
    ///
    /// Where the text as a whole is not of this form. What is wrong with a part of it, only loses that part.
    fn import(&self, text: &str) -> Result<Imports, Refusal>;
}

/// What became of a text.
#[derive(Debug, Clone, Default)]
pub struct Imports {
    /// One spec for every service, in the order of their modules.
    pub specs: Vec<Imported>,
    /// What could not be said.
    pub refused: Vec<Refusal>,
}

/// Something that cannot be turned into a spec.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// Where it stands.
    pub place: String,
    /// Why, and what can be done.
    pub reason: String,
}

impl Refusal {
    /// At this place, for this reason.
    pub fn new(place: impl Into<String>, reason: impl Into<String>) -> Self {
        Refusal { place: place.into(), reason: reason.into() }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.reason)
    }
}

impl std::error::Error for Refusal {}
