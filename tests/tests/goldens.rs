//! Compiles what the generator's goldens hold, as strictly as a user may ask for.

#![deny(warnings, missing_docs)]

/// The vendor of every construct.
pub mod everything {
    include!("../../codegen/tests/goldens/everything.rs");
}

use settled::{Operation as _, Secret};

