//! A job: its handle, the builder that submits it, and how its operations find each other.

mod links;
mod submit;

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::{builder, docs, ident, input, reading};
use crate::model::job::{Fill, HandleField, Job};
use crate::model::{Input, InputKind, Operation, Vendor};

/// What a job is rendered with.
struct Writer<'a> {
    vendor: &'a Vendor,
    job: &'a Job,
    rt: &'a TokenStream,
    root: &'a TokenStream,
}

/// The job's method on the client.
pub(super) fn method(job: &Job) -> TokenStream {
    let (call, name) = (ident(&job.call), format_ident!("{}Jobs", job.rust));
    let docs = docs::about(job.about.about.as_deref(), &format!("The job {}.", docs::code(&job.name)));
    quote! {
        #docs
        pub fn #call(&self) -> #name {
            #name {
                core: ::core::clone::Clone::clone(&self.core),
                settings: ::core::clone::Clone::clone(&self.settings),
            }
        }
    }
}

pub(super) fn render(vendor: &Vendor, job: &Job, rt: &TokenStream, root: &TokenStream) -> TokenStream {
    let writer = Writer { vendor, job, rt, root };
    let (start, handle, spec) = (writer.start(), writer.handle(), writer.spec());
    let submit = (!job.steps.is_empty()).then(|| writer.submit());
    quote! {
        #start
        #handle
        #spec
        #submit
    }
}

impl Writer<'_> {
    fn operation(&self, at: usize) -> &Operation {
        &self.vendor.operations[at]
    }

    fn handle_name(&self) -> proc_macro2::Ident {
        format_ident!("{}Handle", self.job.rust)
    }

    /// What the client's method gives: the start of everything about the job.
    fn start(&self) -> TokenStream {
        let (rt, root, job) = (self.rt, self.root, self.job);
        let (name, marker, handle) =
            (format_ident!("{}Jobs", job.rust), format_ident!("{}Job", job.rust), self.handle_name());
        let about = docs::line(&format!("The jobs {} of a client.", docs::code(&job.name)));
        let debug = name.to_string();
        let links = self.links_module();
        let submit = (!job.steps.is_empty()).then(|| {
            let synthetic = self.synthetic();
            let builder = ident(&synthetic.rust);
            let required = builder::required(self.vendor, &synthetic);
            let parameters = required.iter().map(|_| quote!(#rt::Missing));
            let generics = (!required.is_empty()).then(|| quote!(<#(#parameters),*>));
            let module = ident(&synthetic.call);
            let fields = job.inputs.iter().enumerate().filter(|(at, _)| !job.exactly_one.contains(at));
            let fields = fields.map(|(_, input)| {
                let (name, start) = (ident(&input.rust), input::start(input, &self.vendor.types, rt, root));
                quote!(#name: #start,)
            });
            let by = (!job.exactly_one.is_empty()).then(|| quote!(by: ::core::option::Option::None,));
            quote! {
                #[doc = " Submits one."]
                pub fn submit(&self) -> #builder #generics {
                    #builder {
                        client: ::core::clone::Clone::clone(&self.core),
                        call: #module::Call {
                            settings: ::core::clone::Clone::clone(&self.settings),
                            #(#fields)*
                            #by
                        },
                        given: ::core::marker::PhantomData,
                    }
                }
            }
        });
        let wait_all = job.batch.as_ref().map(|_| {
            quote! {
                #[doc = " Waits for many that were submitted before, and asks about all of them together."]
                pub fn wait_all(
                    &self,
                    handles: impl ::core::iter::IntoIterator<Item = #handle>,
                ) -> #root::WaitAll<#marker> {
                    let settings = ::core::clone::Clone::clone(&self.settings);
                    #rt::wait_all(::core::clone::Clone::clone(&self.core), #links::together(settings), handles)
                }
            }
        });
        quote! {
            #about
            #[derive(Clone)]
            pub struct #name {
                core: #rt::Client,
                settings: ::std::sync::Arc<Settings>,
            }

            impl ::core::fmt::Debug for #name {
                fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                    f.debug_struct(#debug).field("client", &self.core).finish_non_exhaustive()
                }
            }

            impl #name {
                #submit

                #wait_all

                #[doc = " One that was submitted before, by what was kept of it."]
                pub fn at(&self, handle: #handle) -> #root::Job<#marker> {
                    let settings = ::core::clone::Clone::clone(&self.settings);
                    #rt::job(::core::clone::Clone::clone(&self.core), #links::links(settings), handle)
                }
            }
        }
    }

    fn handle(&self) -> TokenStream {
        let (root, name) = (self.root, self.handle_name());
        let about = docs::line(&format!("What must be kept to find a job {} again.", docs::code(&self.job.name)));
        let fields: Vec<_> = self.job.handle.iter().map(|field| ident(&field.rust)).collect();
        let docs = self.job.handle.iter().map(|field| docs::line(&format!("The {}.", docs::code(&field.name))));
        let maybe = |field: &HandleField, ty: TokenStream| match field.optional {
            true => quote!(::core::option::Option<#ty>),
            false => ty,
        };
        let types: Vec<_> = self
            .job
            .handle
            .iter()
            .map(|field| maybe(field, input::ty(&field.kind, &self.vendor.types, root)))
            .collect();
        let arguments = self.job.handle.iter().map(|field| match field.optional {
            true => maybe(field, input::ty(&field.kind, &self.vendor.types, root)),
            false => input::argument(&field.kind, &self.vendor.types, root).0,
        });
        let values = self.job.handle.iter().zip(&fields).map(|(field, rust)| match field.kind {
            InputKind::Int(_) => quote!(#rust),
            _ if field.optional => quote!(#rust),
            _ => quote!(#rust: #rust.into()),
        });
        // A status URL may be all that is needed to read somebody's data.
        let shown = self.job.handle.iter().zip(&fields).map(|(field, rust)| match field.kind {
            InputKind::Url(_) => quote!(&::core::format_args!("[redacted]")),
            _ => quote!(&self.#rust),
        });
        let texts = self.job.handle.iter().map(|field| field.rust.trim_start_matches("r#"));
        let debug = name.to_string();
        quote! {
            #about
            #[derive(Clone)]
            #[non_exhaustive]
            pub struct #name {
                #(#docs pub #fields: #types,)*
            }

            impl #name {
                #[doc = " A handle of what was kept."]
                pub fn new(#(#fields: #arguments),*) -> Self {
                    #name { #(#values),* }
                }
            }

            impl ::core::fmt::Debug for #name {
                fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                    f.debug_struct(#debug) #(.field(#texts, #shown))* .finish()
                }
            }
        }
    }

    fn links_module(&self) -> proc_macro2::Ident {
        format_ident!("__links_{}", self.job.call.trim_start_matches("r#"))
    }

    fn module(&self, operation: usize) -> proc_macro2::Ident {
        ident(&self.operation(operation).call)
    }

    /// `Call { … }` of an operation.
    fn literal(
        &self,
        operation: usize,
        fills: &[Fill],
        by: &TokenStream,
        value: &dyn Fn(&Fill, &Input) -> TokenStream,
    ) -> TokenStream {
        let module = self.module(operation);
        let operation = self.operation(operation);
        let inputs = operation.inputs.iter().enumerate().zip(fills);
        let fields = inputs.filter(|((at, _), _)| !operation.exactly_one.contains(at)).map(|((_, input), fill)| {
            let (rust, value) = (ident(&input.rust), value(fill, input));
            quote!(#rust: #value,)
        });
        let by = (!operation.exactly_one.is_empty()).then(|| quote!(by: #by,));
        quote!(#module::Call { settings: ::std::sync::Arc::clone(settings), #(#fields)* #by })
    }

    /// A text out of a reply, or the error that it is not there.
    fn taken(&self, operation: usize, at: usize, reply: &TokenStream, name: &str) -> TokenStream {
        let (rt, module) = (self.rt, self.module(operation));
        let taken = reading::taken(&self.operation(operation).reading.handed[at], rt);
        quote!(#rt::take(&#module::READING, #reply, &#taken, #name)?)
    }

    fn converted(&self, text: TokenStream, kind: &InputKind, name: &str) -> TokenStream {
        input::converted(text, kind, name, self.rt, self.root)
    }

    /// The first step's operation with the job's names and inputs: what the builder that submits is rendered from.
    fn synthetic(&self) -> Operation {
        let first = self.operation(self.job.steps.first().map_or(0, |step| step.operation));
        Operation {
            call: format!("__job_{}", self.job.call.trim_start_matches("r#")),
            rust: format!("{}Submit", self.job.rust),
            inputs: self.job.inputs.clone(),
            exactly_one: self.job.exactly_one.clone(),
            ..first.clone()
        }
    }
}
