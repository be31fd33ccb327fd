//! How the operations about a job find each other.

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};

use super::super::input::{self, variant};
use super::super::{builder, docs, ident, reading, types};
use super::Writer;
use crate::model::job::{Each, Fill, HandleField, Next, ReplyOf};
use crate::model::reading::Listed;
use crate::model::rules::State;
use crate::model::{Input, Operation};

impl Writer<'_> {
    /// The marker type by which the runtime knows the job, and how its operations find each other.
    pub(super) fn spec(&self) -> TokenStream {
        let (rt, root, job) = (self.rt, self.root, self.job);
        let (marker, handle, module) = (format_ident!("{}Job", job.rust), self.handle_name(), self.links_module());
        let about = docs::line(&format!("The type of jobs {}.", docs::code(&job.name)));
        let reply =
            |next: &Next| types::reply(&TokenStream::new(), self.operation(next.operation), &self.vendor.types, root);
        let up = |next: &Next| types::reply(&quote!(super::), self.operation(next.operation), &self.vendor.types, root);
        let or_nothing = |next: Option<&Next>| next.map_or(quote!(()), reply);
        let (status_reply, result_reply, cancel_reply) =
            (reply(&job.status), or_nothing(job.result.last()), or_nothing(job.cancel.as_ref()));
        let (submission, decode) = match job.steps.last().map(|step| self.operation(step.operation)) {
            Some(last) => {
                let none = TokenStream::new();
                let reader = types::reader_from(&none, &last.reply, &self.vendor.types, rt);
                let reply = types::reply(&none, last, &self.vendor.types, root);
                (reply, super::super::operation::decode(last, &reader, rt, root))
            }
            None => (
                quote!(()),
                quote!({
                    let _ = body;
                    ::core::result::Result::Ok(())
                }),
            ),
        };
        let status_up = up(&job.status);
        let status = self.call(&job.status, job.status.operation);
        let result = job.result.split_last().map(|(next, hops)| {
            let (call, reply) = (self.call(next, job.status.operation), up(next));
            let hops = (!hops.is_empty()).then(|| self.hops(hops));
            let others = job.result_for != [State::Succeeded];
            let result_for = others.then(|| {
                let all = job.result_for.iter().map(|state| format_ident!("{state:?}"));
                quote! {
                    fn has_result(&self, outcome: #root::Outcome) -> bool {
                        ::core::matches!(outcome, #(#root::Outcome::#all)|*)
                    }
                }
            });
            let (name, element) = match job.each {
                Some(_) => (quote!(result_of), Some(quote!(element: &#rt::Entry,))),
                None => (quote!(result), None),
            };
            let elements = job.each.map(|each| self.elements(each));
            quote! {
                #hops
                #result_for
                #elements

                #[allow(unused_variables)]
                fn #name(
                    &self,
                    #element
                    handle: &super::#handle,
                    reply: &#rt::Reply,
                    decision: ::core::option::Option<&#rt::Reply>,
                    hops: &[#rt::Reply],
                ) -> ::core::result::Result<::std::boxed::Box<dyn #rt::Operation<Reply = #reply>>, #rt::DecodeError> {
                    let settings = &self.settings;
                    ::core::result::Result::Ok(::std::boxed::Box::new(#call))
                }
            }
        });
        let cancel = job.cancel.as_ref().map(|next| {
            let (call, reply) = (self.call(next, job.status.operation), up(next));
            quote! {
                #[allow(unused_variables)]
                fn cancel(
                    &self,
                    handle: &super::#handle,
                ) -> ::core::option::Option<::std::boxed::Box<dyn #rt::Operation<Reply = #reply>>> {
                    let settings = &self.settings;
                    ::core::option::Option::Some(::std::boxed::Box::new(#call))
                }
            }
        });
        let together = self.together();
        let has_result = (!job.result.is_empty()).then(|| match job.each {
            Some(each) => self.has_results(each),
            None => quote!(impl #root::HasResult for #marker {}),
        });
        let has_cancel = job.cancel.as_ref().map(|_| quote!(impl #root::HasCancel for #marker {}));
        quote! {
            #about
            #[derive(Debug)]
            pub enum #marker {}

            impl #root::JobSpec for #marker {
                type Handle = #handle;
                type Reply = #status_reply;
                type Result = #result_reply;
                type Cancelled = #cancel_reply;
                type Submission = #submission;

                fn submission(
                    body: &[u8],
                ) -> ::core::result::Result<#submission, #rt::DecodeError> {
                    #decode
                }
            }

            #has_result
            #has_cancel

            mod #module {
                #[allow(unused_imports)]
                use super::*;

                struct Links {
                    settings: ::std::sync::Arc<Settings>,
                }

                pub(super) fn links(settings: ::std::sync::Arc<Settings>) -> ::std::sync::Arc<dyn #rt::Links<#marker>> {
                    ::std::sync::Arc::new(Links { settings })
                }

                impl #rt::Links<#marker> for Links {
                    #[allow(unused_variables)]
                    fn status(
                        &self,
                        handle: &super::#handle,
                    ) -> ::std::boxed::Box<dyn #rt::Operation<Reply = #status_up>> {
                        let settings = &self.settings;
                        ::std::boxed::Box::new(#status)
                    }

                    #result
                    #cancel
                }

                #together
            }
        }
    }

    /// How one request asks about many.
    fn together(&self) -> Option<TokenStream> {
        let batch = self.job.batch.as_ref()?;
        let (rt, root, handle, marker) =
            (self.rt, self.root, self.handle_name(), format_ident!("{}Job", self.job.rust));
        let at_most = Literal::usize_unsuffixed(usize::try_from(batch.at_most).unwrap_or(usize::MAX));
        let field = self.job.handle.first().map(|field| ident(&field.rust));
        let operation = self.operation(batch.operation);
        let fills = vec![Fill::Default; operation.inputs.len()];
        let none = quote!(::core::option::Option::None);
        let call = self.literal(batch.operation, &fills, &none, &|_, input| match input.name
            == operation.inputs[batch.ids].name
        {
            true => quote!(handles.iter().map(|handle| ::core::clone::Clone::clone(&handle.#field)).collect()),
            false => input::start(input, &self.vendor.types, rt, root),
        });
        let path = &batch.path;
        let id = batch.id.as_ref().map_or(none.clone(), |id| quote!(::core::option::Option::Some(&[#(#id),*])));
        let part = batch.part.as_ref().map_or(none.clone(), |part| quote!(::core::option::Option::Some(#part)));
        Some(quote! {
            pub(super) fn together(
                settings: ::std::sync::Arc<Settings>,
            ) -> ::std::sync::Arc<dyn #rt::Together<#marker>> {
                ::std::sync::Arc::new(Links { settings })
            }

            impl #root::HasBatch for #marker {}

            impl #rt::Together<#marker> for Links {
                fn at_most(&self) -> usize {
                    #at_most
                }

                fn ask(&self, handles: &[&super::#handle]) -> ::std::boxed::Box<dyn #rt::Operation<Reply = ()>> {
                    let settings = &self.settings;
                    #rt::silent(#call)
                }

                fn id(&self, handle: &super::#handle) -> ::std::string::String {
                    ::std::string::ToString::to_string(&handle.#field)
                }

                fn items(&self) -> &'static #rt::Items {
                    static ITEMS: #rt::Items = #rt::Items { path: &[#(#path),*], id: #id, part: #part };
                    &ITEMS
                }
            }
        })
    }

    /// That there is a result for each element, and what an element is.
    fn has_results(&self, each: Each) -> TokenStream {
        let (rt, root, marker) = (self.rt, self.root, format_ident!("{}Job", self.job.rust));
        let element = &self.listed(each).element.ty;
        let (ty, reader) =
            (types::rust(element, &self.vendor.types, root), types::reader(element, &self.vendor.types, rt));
        quote! {
            impl #root::HasResults for #marker {
                type Element = #ty;

                fn element(json: &[u8]) -> ::core::result::Result<#ty, #rt::DecodeError> {
                    #rt::decode::<#reader>(json)
                }
            }
        }
    }

    fn listed(&self, each: Each) -> &Listed {
        &self.operation(each.operation).reading.listed[each.listed]
    }

    /// The elements for each of which there is a result.
    fn elements(&self, each: Each) -> TokenStream {
        let (rt, module, listed) = (self.rt, self.module(each.operation), reading::listed_name(each.listed));
        let reply = match each.from {
            ReplyOf::Status => quote!(reply),
            ReplyOf::Decision => quote!(#rt::decision_of(decision)?),
            ReplyOf::Hop(hop) => {
                let hop = Literal::usize_unsuffixed(hop);
                quote!(#rt::reply_of(hops, #hop)?)
            }
        };
        quote! {
            #[allow(unused_variables)]
            fn elements(
                &self,
                reply: &#rt::Reply,
                decision: ::core::option::Option<&#rt::Reply>,
                hops: &[#rt::Reply],
            ) -> ::core::result::Result<::std::vec::Vec<#rt::Entry>, #rt::DecodeError> {
                #module::#listed.elements(#reply)
            }
        }
    }

    /// A text out of the element for which a result is asked.
    fn of_element(&self, at: usize, input: &Input) -> Option<TokenStream> {
        let (rt, each, name) = (self.rt, self.job.each?, &input.name);
        let (module, listed) = (self.module(each.operation), reading::listed_name(each.listed));
        let taken = reading::taken(&self.listed(each).taken[at], rt);
        Some(quote!(#module::#listed.take(element, &#taken, #name)?))
    }

    /// The operations on the way to the one that fetches the result.
    fn hops(&self, hops: &[Next]) -> TokenStream {
        let (rt, handle) = (self.rt, self.handle_name());
        let hops = hops.iter().enumerate().map(|(at, next)| {
            let (at, call) = (Literal::usize_unsuffixed(at), self.call(next, self.job.status.operation));
            quote!(#at => ::core::result::Result::Ok(::core::option::Option::Some(#rt::silent(#call))),)
        });
        quote! {
            #[allow(unused_variables)]
            fn hop(
                &self,
                at: usize,
                handle: &super::#handle,
                reply: &#rt::Reply,
                decision: ::core::option::Option<&#rt::Reply>,
                hops: &[#rt::Reply],
            ) -> ::core::result::Result<
                ::core::option::Option<::std::boxed::Box<dyn #rt::Operation<Reply = ()>>>,
                #rt::DecodeError,
            > {
                let settings = &self.settings;
                match at {
                    #(#hops)*
                    _ => ::core::result::Result::Ok(::core::option::Option::None),
                }
            }
        }
    }

    /// A call of an operation about the job; `settings`, `handle` and, where they are needed, `reply` and `hops` are in
    /// scope.
    fn call(&self, next: &Next, status: usize) -> TokenStream {
        let rt = self.rt;
        let value = |fill: &Fill, input: &Input| match fill {
            Fill::Handle(at) => {
                let HandleField { rust, optional, .. } = &self.job.handle[*at];
                let field = ident(rust);
                let value = quote!(::core::clone::Clone::clone(&handle.#field));
                Some(match (*optional, input.optional || operation_chooses(self.operation(next.operation), input)) {
                    (false, _) => Filled::There(value),
                    (true, true) => Filled::Maybe(value),
                    // An empty text is refused before anything is sent, with the input's name.
                    (true, false) => Filled::There(quote!(#value.unwrap_or_default())),
                })
            }
            Fill::Status(at) => {
                let taken = self.taken(status, *at, &quote!(reply), &input.name);
                Some(Filled::There(self.converted(taken, &input.kind, &input.name)))
            }
            Fill::Decision(operation, at) => {
                let taken = self.taken(*operation, *at, &quote!(#rt::decision_of(decision)?), &input.name);
                Some(Filled::There(self.converted(taken, &input.kind, &input.name)))
            }
            Fill::Hop(hop, at) => {
                let (operation, hop) = (self.job.result[*hop].operation, Literal::usize_unsuffixed(*hop));
                let taken = self.taken(operation, *at, &quote!(#rt::reply_of(hops, #hop)?), &input.name);
                Some(Filled::There(self.converted(taken, &input.kind, &input.name)))
            }
            Fill::Item(at) => {
                let taken = self.of_element(*at, input)?;
                Some(Filled::There(self.converted(taken, &input.kind, &input.name)))
            }
            Fill::Key => {
                let name = &input.name;
                Some(Filled::There(self.converted(quote!(element.taken_key(#name)?), &input.kind, name)))
            }
            Fill::Default | Fill::Given(_) | Fill::Step(..) => None,
        };
        let operation = self.operation(next.operation);
        let chosen = operation.exactly_one.iter().find_map(|at| {
            let input = &operation.inputs[*at];
            let (choice, variant) = (builder::choice(operation), variant(input));
            Some(match value(&next.fills[*at], input)? {
                Filled::There(value) => quote!(::core::option::Option::Some(#choice::#variant(#value))),
                Filled::Maybe(value) => quote!(#value.map(#choice::#variant)),
            })
        });
        let by = chosen.unwrap_or(quote!(::core::option::Option::None));
        self.literal(next.operation, &next.fills, &by, &|fill, input| match (value(fill, input), input.optional) {
            (Some(Filled::There(value)), true) => quote!(::core::option::Option::Some(#value)),
            (Some(Filled::There(value) | Filled::Maybe(value)), _) => value,
            (None, _) => input::start(input, &self.vendor.types, self.rt, self.root),
        })
    }
}

/// A value for an input.
enum Filled {
    /// It is there.
    There(TokenStream),
    /// An `Option` of it.
    Maybe(TokenStream),
}

/// Whether an input is one of those of which exactly one is given.
fn operation_chooses(operation: &Operation, input: &Input) -> bool {
    operation.exactly_one.iter().any(|at| operation.inputs[*at].name == input.name)
}
