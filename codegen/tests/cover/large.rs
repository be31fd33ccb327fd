//! Large specs.
