//! Turns a YAML spec of a vendor's asynchronous job API into a typed Rust client.

#![forbid(unsafe_code)]

pub mod bounds;
#[cfg(feature = "build")]
mod build;
pub mod check;
pub mod cover;
pub mod diagnostic;
pub mod diagram;
pub mod eval;
pub mod files;
pub mod model;
mod moment;
mod record;
pub mod render;
pub mod samples;
pub mod source;
pub mod spec;
pub mod yaml;

#[cfg(feature = "build")]
pub use build::{BuildError, Builder};

use check::Files;
use diagnostic::{Diagnostics, Report};
use model::Vendor;
use proc_macro2::TokenStream;
use render::Runtime;
use source::Source;

/// Loads, reads and checks a spec.
pub fn model(source: &Source, module: &str, files: &dyn Files) -> Result<Vendor, Report> {
    let mut problems = Diagnostics::default();
    let source = spec::with_profiles(source, files);
    let spec = spec::read(&source, &mut problems);
    let vendor = spec.and_then(|spec| check::check(&spec, module, &source, files, &mut problems));
    problems.into_result(&source, vendor)
}

/// Generates the module of a vendor from its spec: load, read, check, render.
pub fn generate(source: &Source, module: &str, files: &dyn Files, runtime: &Runtime) -> Result<TokenStream, Report> {
    let vendor = model(source, module, files)?;
    Ok(render::module(&vendor, runtime))
}

/// The JSON Schema of specs, for editors.
pub fn schema() -> serde_json::Value {
    let mut definitions = record::Definitions::default();
    let root = <spec::Vendor as record::Read>::schema(&mut definitions);
    definitions.into_schema(root)
}
