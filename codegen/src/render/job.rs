//! A job: its handle, the builder that submits it, and how its operations find each other.

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};

use super::input::{self, variant};
use super::{builder, docs, ident, reading, types};
use crate::model::job::{Fill, HandleField, HandleSource, Job, Next};
use crate::model::rules::State;
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

    /// The marker type by which the runtime knows the job, and how its operations find each other.
    fn spec(&self) -> TokenStream {
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
                (reply, super::operation::decode(last, &reader, rt, root))
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
            quote! {
                #hops
                #result_for

                #[allow(unused_variables)]
                fn result(
                    &self,
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
        let has_result = (!job.result.is_empty()).then(|| quote!(impl #root::HasResult for #marker {}));
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

    fn links_module(&self) -> proc_macro2::Ident {
        format_ident!("__links_{}", self.job.call.trim_start_matches("r#"))
    }

    fn module(&self, operation: usize) -> proc_macro2::Ident {
        ident(&self.operation(operation).call)
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

    fn submit(&self) -> TokenStream {
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
            Fill::Default | Fill::Handle(_) | Fill::Status(_) | Fill::Decision(..) | Fill::Hop(..) => {
                input::start(input, &self.vendor.types, self.rt, self.root)
            }
        });
        let at = Literal::usize_unsuffixed(at);
        quote!(if at == #at { return ::core::result::Result::Ok(#rt::silent(#call)); })
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
