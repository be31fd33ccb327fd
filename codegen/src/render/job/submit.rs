//! The builder that submits a job.

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};

use super::super::input::{self, variant};
use super::super::{builder, ident, reading};
use super::Writer;
use crate::model::Operation;
use crate::model::job::{Fill, HandleField, HandleSource};

impl Writer<'_> {
    pub(super) fn submit(&self) -> TokenStream {
        let (rt, root, job) = (self.rt, self.root, self.job);
        let synthetic = self.synthetic();
        let (module, marker, handle) = (ident(&synthetic.call), format_ident!("{}Job", job.rust), self.handle_name());
        let required = builder::required(self.vendor, &synthetic);
        let parameters: Vec<_> = required.iter().map(|required| &required.parameter).collect();
        let given = (!parameters.is_empty()).then(|| quote!(where #(#parameters: #rt::IsGiven,)*));
        let terminals = quote! {
            #[doc = " Submits the job, once."]
            #[doc = ""]
            #[doc = " # Errors"]
            #[doc = ""]
            #[doc = " Whatever keeps the reply away, and the vendor's own errors. Where the fate of a request is not known, the kind"]
            #[doc = " is `MayHaveArrived`."]
            pub async fn send(self) -> ::core::result::Result<#root::Job<#marker>, #root::Error>
            #given
            {
                #rt::submit(self.client, self.call).await
            }

            #[doc = " Submits the job and waits until it is settled. For the options of the wait, `send` it first."]
            #[doc = ""]
            #[doc = " # Errors"]
            #[doc = ""]
            #[doc = " As `send`, and as the wait."]
            pub async fn wait(self) -> ::core::result::Result<#root::Done<#marker>, #root::Error>
            #given
            {
                #rt::submit_and_wait(self.client, self.call).await
            }
        };
        let builder = builder::render_with(self.vendor, &synthetic, terminals, rt, root);
        let fields = job.inputs.iter().enumerate().filter(|(at, _)| !job.exactly_one.contains(at)).map(|(_, input)| {
            let (name, ty) = (ident(&input.rust), input::ty(&input.kind, &self.vendor.types, root));
            match input.optional {
                true => quote!(pub(super) #name: ::core::option::Option<#ty>,),
                false => quote!(pub(super) #name: #ty,),
            }
        });
        let by = (!job.exactly_one.is_empty()).then(|| {
            let by = builder::choice(&synthetic);
            quote!(pub(super) by: ::core::option::Option<#by>,)
        });
        let (count, links) = (Literal::usize_unsuffixed(job.steps.len()), self.links_module());
        let steps = (0..job.steps.len()).map(|at| self.step(at, &synthetic));
        let status = self.operation(job.status.operation);
        let tells_state = job.steps.last().is_some_and(|step| self.operation(step.operation).reply == status.reply);
        let handle_fields: Vec<_> = job.handle.iter().map(|field| ident(&field.rust)).collect();
        let handle_values = job.handle.iter().map(|field| self.handle_value(field));
        quote! {
            #builder

            mod #module {
                #[allow(unused_imports)]
                use super::*;

                pub(super) struct Call {
                    pub(super) settings: ::std::sync::Arc<Settings>,
                    #(#fields)*
                    #by
                }

                impl #rt::Submit for Call {
                    type Job = #marker;
                    const STEPS: usize = #count;
                    const TELLS_STATE: bool = #tells_state;

                    fn links(&self) -> ::std::sync::Arc<dyn #rt::Links<#marker>> {
                        #links::links(::std::sync::Arc::clone(&self.settings))
                    }

                    #[allow(unused_variables)]
                    fn step(
                        &self,
                        at: usize,
                        replies: &[#rt::Reply],
                    ) -> ::core::result::Result<::std::boxed::Box<dyn #rt::Operation<Reply = ()>>, #rt::DecodeError> {
                        let settings = &self.settings;
                        #(#steps)*
                        ::core::result::Result::Err(#rt::DecodeError::new("there is no such step"))
                    }

                    #[allow(unused_variables)]
                    fn handle(
                        &self,
                        replies: &[#rt::Reply],
                    ) -> ::core::result::Result<#handle, #rt::DecodeError> {
                        ::core::result::Result::Ok(#handle { #(#handle_fields: #handle_values),* })
                    }
                }
            }
        }
    }

    fn handle_value(&self, field: &HandleField) -> TokenStream {
        match field.source {
            Some(HandleSource::Reply(step, handed)) if field.optional => {
                let (rt, at) = (self.rt, Literal::usize_unsuffixed(step));
                let operation = self.job.steps[step].operation;
                let module = self.module(operation);
                let taken = reading::taken(&self.operation(operation).reading.handed[handed], rt);
                quote!(#rt::take_if_there(&#module::READING, #rt::reply_of(replies, #at)?, &#taken))
            }
            Some(HandleSource::Reply(step, handed)) => {
                self.converted(self.of_step(step, handed, &field.name), &field.kind, &field.name)
            }
            Some(HandleSource::Given(at)) => {
                let input = ident(&self.job.inputs[at].rust);
                let value = quote!(::core::clone::Clone::clone(&self.#input));
                if field.optional { quote!(::core::option::Option::Some(#value)) } else { value }
            }
            None => quote!(::core::default::Default::default()),
        }
    }

    /// A text of the reply of a step.
    fn of_step(&self, step: usize, handed: usize, name: &str) -> TokenStream {
        let (rt, at) = (self.rt, Literal::usize_unsuffixed(step));
        self.taken(self.job.steps[step].operation, handed, &quote!(#rt::reply_of(replies, #at)?), name)
    }

    /// The operation of a step, where it is its turn.
    fn step(&self, at: usize, synthetic: &Operation) -> TokenStream {
        let (rt, step) = (self.rt, &self.job.steps[at]);
        let operation = self.operation(step.operation);
        let variants = operation.exactly_one.iter().map(|at| variant(&operation.inputs[*at]));
        let (from, to) = (builder::choice(synthetic), builder::choice(operation));
        let by = quote! {
            self.by.as_ref().map(|by| match by {
                #(#from::#variants(value) => #to::#variants(::core::clone::Clone::clone(value)),)*
            })
        };
        let call = self.literal(step.operation, &step.fills, &by, &|fill, input| match fill {
            Fill::Given(at) => {
                let field = ident(&self.job.inputs[*at].rust);
                quote!(::core::clone::Clone::clone(&self.#field))
            }
            Fill::Step(step, handed) => {
                let value = self.converted(self.of_step(*step, *handed, &input.name), &input.kind, &input.name);
                match input.optional {
                    true => quote!(::core::option::Option::Some(#value)),
                    false => value,
                }
            }
            Fill::Default
            | Fill::Handle(_)
            | Fill::Status(_)
            | Fill::Decision(..)
            | Fill::Hop(..)
            | Fill::Item(_)
            | Fill::Key => input::start(input, &self.vendor.types, self.rt, self.root),
        });
        let at = Literal::usize_unsuffixed(at);
        quote!(if at == #at { return ::core::result::Result::Ok(#rt::silent(#call)); })
    }
}
