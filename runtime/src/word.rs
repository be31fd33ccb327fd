//! Words of a vendor that a spec does not list.

use std::fmt;

/// A word that the spec does not list. Vendors add words without notice, so every generated enum has an `Other` variant
/// that holds one of these.
///
/// It cannot be built outside the generated code, so that no `match` arm compares it with a word that later becomes a
/// variant of its own:
///
/// ```text
/// Status::Other(word) if word.as_str() == "paused" => …
/// ```
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Unlisted(Box<str>);

impl Unlisted {
    pub(crate) fn new(word: &str) -> Self {
        Unlisted(word.into())
    }

    /// The word, as the vendor sent it.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Unlisted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

impl fmt::Display for Unlisted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
