//! A webhook: the client's method that takes events in.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::{docs, ident, input, reading, types};
use crate::model::{Vendor, Webhook};

/// The webhook's method on the client.
pub(super) fn method(vendor: &Vendor, webhook: &Webhook, rt: &TokenStream, root: &TokenStream) -> TokenStream {
    let operation = &webhook.operation;
    let (call, name) = (ident(&operation.call), docs::code(&operation.name.value));
    let about = docs::about(operation.about.about.as_deref(), &format!("The events {name} that the vendor sends."));
    let body = types::reply(&TokenStream::new(), operation, &vendor.types, root);
    let (found, find) = match &webhook.job {
        None => (quote!(()), quote!(|_| ::core::result::Result::Ok(()))),
        Some((job, fills)) => {
            let job = &vendor.jobs[*job];
            let (marker, handle) = (format_ident!("{}Job", job.rust), format_ident!("{}Handle", job.rust));
            let links = format_ident!("__links_{}", job.call.trim_start_matches("r#"));
            let fields = job.handle.iter().zip(fills).map(|(field, fill)| {
                let rust = ident(&field.rust);
                let Some(fill) = fill else { return quote!(#rust: ::core::option::Option::None) };
                let (taken, name) = (reading::taken(&operation.reading.handed[*fill], rt), &field.name);
                if field.optional {
                    return quote!(#rust: #rt::take_if_there(&#call::READING, event, &#taken));
                }
                let text = quote!(#rt::take(&#call::READING, event, &#taken, #name)?);
                let value = input::converted(text, &field.kind, name, rt, root);
                quote!(#rust: #value)
            });
            let find = quote! {
                move |event| {
                    let handle = #handle { #(#fields),* };
                    let links = #links::links(::core::clone::Clone::clone(&settings));
                    ::core::result::Result::Ok(#rt::job(::core::clone::Clone::clone(&core), links, handle))
                }
            };
            (quote!(#root::Job<#marker>), find)
        }
    };
    quote! {
        #about
        #[allow(unused_variables)]
        pub fn #call(&self) -> #root::Webhook<#body, #found> {
            let (core, settings) = (::core::clone::Clone::clone(&self.core), ::core::clone::Clone::clone(&self.settings));
            let event = #call::Call { settings: ::core::clone::Clone::clone(&self.settings) };
            #rt::webhook(::core::clone::Clone::clone(&self.core), event, #find)
        }
    }
}
