//! Renders the model as Rust. Generated code is data and matches; everything with behaviour is in the runtime, which it
//! names through one root.

mod builder;
mod cases;
mod client;
mod decide;
mod docs;
mod input;
mod job;
mod operation;
mod proof;
mod reading;
mod request;
mod terminals;
mod tests;
mod types;
mod value;
mod webhook;

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use self::operation::Kind;
use crate::model::Vendor;

/// What generated code stands on.
#[derive(Debug, Clone)]
pub struct Runtime {
    root: TokenStream,
    tests: bool,
}

impl Runtime {
    /// The root below which the runtime is named, as in `::settled`.
    pub fn new(root: TokenStream) -> Self {
        Runtime { root, tests: false }
    }

    /// The same, with a test for every rule beside what it decides.
    pub fn with_tests(self) -> Self {
        Runtime { tests: true, ..self }
    }

    /// The part of the runtime that only generated code calls.
    fn private(&self) -> TokenStream {
        let root = &self.root;
        quote!(#root::__private::v1)
    }
}

/// Renders a vendor as the module `pub mod <vendor>`.
pub fn module(vendor: &Vendor, runtime: &Runtime) -> TokenStream {
    let name = ident(&vendor.module);
    let docs = docs::vendor(vendor);
    let contents = contents(vendor, runtime);
    quote! {
        #docs
        #[allow(dead_code, clippy::all, clippy::pedantic, reason = "a program uses what it needs of a client")]
        pub mod #name {
            #contents
        }
    }
}

/// Renders the docs of a vendor's module, on an empty `mod docs`.
#[cfg(feature = "build")]
pub(crate) fn declaration(vendor: &Vendor) -> TokenStream {
    let docs = docs::vendor(vendor);
    quote!(#docs #[allow(dead_code, clippy::all, clippy::pedantic, reason = "a program uses what it needs of a client")] mod docs {})
}

/// Renders what stands in a vendor's module.
pub(crate) fn contents(vendor: &Vendor, runtime: &Runtime) -> TokenStream {
    let (private, root) = (runtime.private(), &runtime.root);
    // One short name below which all of the runtime is found; no name of a spec starts with two underscores.
    let rt = quote!(__v1);
    let client = client::render(vendor, &rt, root);
    let builders = vendor.operations.iter().map(|operation| builder::render(vendor, operation, &rt, root));
    let operations = vendor.operations.iter().map(|operation| {
        let tests = runtime.tests.then(|| tests::render(vendor, operation, &rt));
        operation::render(vendor, operation, &rt, root, Kind::Asked, tests)
    });
    let tokens = vendor
        .tokens
        .iter()
        .map(|token| operation::render(vendor, &token.operation, &rt, root, Kind::Token(token), None));
    let webhooks = vendor.webhooks.iter().map(|webhook| {
        let tests = runtime.tests.then(|| tests::render(vendor, &webhook.operation, &rt));
        operation::render(vendor, &webhook.operation, &rt, root, Kind::Event, tests)
    });
    let jobs = vendor.jobs.iter().map(|one| job::render(vendor, one, &rt, root));
    let types = types::render(vendor, &rt, root);
    quote! {
        use #private as __v1;

        #client
        #(#builders)*
        #types
        #(#operations)*
        #(#tokens)*
        #(#webhooks)*
        #(#jobs)*
    }
}

/// An identifier of a name that was checked.
fn ident(name: &str) -> Ident {
    match name.strip_prefix("r#") {
        Some(raw) => Ident::new_raw(raw, Span::call_site()),
        None => Ident::new(name, Span::call_site()),
    }
}
