//! Why a mock vendor cannot be started.

use std::error::Error as StdError;
use std::fmt;
use std::io;

/// What keeps a [`MockVendor`](super::MockVendor) from being started.
#[derive(Debug)]
#[non_exhaustive]
pub enum MockError {
    /// The spec has mistakes; each with its place.
    Spec(String),
    /// The spec needs a feature of this crate that is off.
    Feature(&'static str),
    /// A setting is missing, or is none of the spec's.
    Setting(String),
    /// A reply cannot be given.
    Reply(String),
    /// There is no port or no thread.
    Io(io::Error),
}

impl fmt::Display for MockError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            MockError::Spec(report) => write!(f, "the spec has mistakes:\n{report}"),
            MockError::Feature(feature) => write!(f, "the spec needs the feature `{feature}` of `settled-testkit`"),
            MockError::Setting(what) => write!(f, "settings of the mock vendor: {what}"),
            MockError::Reply(what) => write!(f, "replies of the mock vendor: {what}"),
            MockError::Io(_) => f.write_str("the mock vendor's socket cannot be opened"),
        }
    }
}

impl StdError for MockError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match self {
            MockError::Io(error) => Some(error),
            _ => None,
        }
    }
}
