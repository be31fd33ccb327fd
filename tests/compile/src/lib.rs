//! Compile-fail tests in a package of their own, so that they build on the core of `settled` alone. See `tests/`.

#![forbid(unsafe_code)]
