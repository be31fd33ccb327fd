//! Compiles what the generator's goldens hold, as strictly as a user may ask for, and uses it.

#![deny(warnings, missing_docs)]

/// The vendor of every construct.
pub mod everything {
    include!("../../codegen/tests/goldens/everything.rs");
}
