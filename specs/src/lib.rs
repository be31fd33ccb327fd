//! Ready-made clients of vendors' asynchronous job APIs, each generated from one YAML spec.
//!
//! A module's docs say what the vendor does, where its facts come from, and what the vendor's documents leave open; an
//! operation's docs show how replies are read.

#![forbid(unsafe_code)]
#![deny(missing_docs, warnings)]

include!(concat!(env!("OUT_DIR"), "/vendors.rs"));
