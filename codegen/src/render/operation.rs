//! The operation itself: the inputs of a call, and the trait by which the runtime asks, judges and decodes.

use std::time::Duration;

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};

use super::builder::choice;
use super::input::{self, variant};
use super::proof::Prover;
use super::request::Writer;
use super::{docs, ident, reading, types};
use crate::model::reading::Page;
use crate::model::rules::{AsideSource, ThenFill};
use crate::model::{InputKind, Lasts, Limits, Operation, Per, Poll, ReplyKind, Token, Vendor};

/// What an operation is for.
#[derive(Clone, Copy)]
pub(super) enum Kind<'a> {
    /// Callers ask it.
    Asked,
    /// It fetches a token.
    Token(&'a Token),
    /// It stands for what the vendor sends by itself.
    Event,
}

/// The private module: the inputs of a call, and the operation trait over them.
pub(super) fn render(
    vendor: &Vendor,
    operation: &Operation,
    rt: &TokenStream,
    root: &TokenStream,
    kind: Kind<'_>,
    tests: Option<TokenStream>,
) -> TokenStream {
    let (token, is_event) = match kind {
        Kind::Asked => (None, false),
        Kind::Token(token) => (Some(token), false),
        Kind::Event => (None, true),
    };
    let name = ident(&operation.call);
    let fields =
        operation.inputs.iter().enumerate().filter(|(at, _)| !operation.exactly_one.contains(at)).map(|(_, input)| {
            let (name, ty) = (ident(&input.rust), input::ty(&input.kind, &vendor.types, root));
            match input.optional {
                true => quote!(pub(super) #name: ::core::option::Option<#ty>,),
                false => quote!(pub(super) #name: #ty,),
            }
        });
    let by = (!operation.exactly_one.is_empty()).then(|| {
        let by = choice(operation);
        quote!(pub(super) by: ::core::option::Option<#by>,)
    });
    let writer = Writer { vendor, operation, values: &operation.values, rt };
    let request = writer.request();
    let meta = meta(vendor, operation, rt);
    // A type of the vendor may be named like one of this module.
    let up = quote!(super::);
    let (reply, decode) = match token {
        None => {
            let reader = types::reader_from(&up, &operation.reply, &vendor.types, rt);
            (types::reply(&up, operation, &vendor.types, root), decode(operation, &reader, rt, root))
        }
        Some(token) => {
            let slots = token.fields.iter().map(|field| Literal::u16_unsuffixed(field.slot));
            let life = life(token.lasts, rt);
            let replaced = token.replaces.iter().map(|(_, slot)| Literal::u16_unsuffixed(*slot));
            (quote!(#rt::Token), quote!(#rt::token(&READING, body, &[#(#slots),*], &[#(#replaced),*], #life)))
        }
    };
    let reading = reading::render(operation, &vendor.types, rt);
    let given = given(operation, vendor, rt);
    let prover = Prover::new(vendor, operation, rt, root);
    let none = quote!(::core::option::Option::None);
    let (proofs, received, verify) = match (is_event, prover) {
        (true, prover) => {
            let (functions, method) = prover.map(|prover| prover.of_events(&given)).unzip();
            let only_if = operation.reading.apart.as_ref().and_then(|apart| apart.only_if.as_ref()).map(|_| {
                quote! {
                    fn is_meant(&self, event: &#rt::Reply) -> bool {
                        #rt::is_meant(&#rt::slots_with(&READING, event, #given), KIND.as_ref(), is_kind)
                    }
                }
            });
            // An event is judged once it is proved.
            (functions, Some(quote!(impl #rt::Received for Call { #only_if #method })), none)
        }
        (false, prover) => match prover.and_then(|prover| prover.of_replies()) {
            Some((function, verify)) => (Some(function), None, verify),
            None => (None, None, none),
        },
    };
    let pin = pin(operation, rt);
    let then = then(vendor, operation, rt, root);
    let pages = pages(operation, rt, root, &reply);
    quote! {
        mod #name {
            #[allow(unused_imports)]
            use super::*;

            pub(super) struct Call {
                pub(super) settings: ::std::sync::Arc<Settings>,
                #(#fields)*
                #by
            }

            static META: #rt::Meta = #meta;

            #reading

            impl #rt::Operation for Call {
                type Reply = #reply;

                fn meta(&self) -> &'static #rt::Meta {
                    let _ = &self.settings;
                    &META
                }

                fn request(
                    &self,
                    at: &#rt::Attempt<'_>,
                ) -> ::core::result::Result<#rt::Request, #rt::InvalidInput> {
                    #request
                }

                fn judge<'r>(&self, reply: &'r #rt::Reply, at: &#rt::Attempt<'_>) -> #rt::Judgement<'r> {
                    #rt::judge(&READING, reply, &#rt::Asked { at, given: #given, verify: #verify })
                }

                fn decode(&self, body: &[u8]) -> ::core::result::Result<#reply, #rt::DecodeError> {
                    #decode
                }

                #pin
                #then
                #pages
            }

            #received

            #proofs

            #tests
        }
    }
}

/// The inputs and settings that rules look at, in their order.
fn given(operation: &Operation, vendor: &Vendor, rt: &TokenStream) -> TokenStream {
    let given = operation.reading.asides.iter().filter_map(|aside| match &aside.source {
        AsideSource::Input(at) => Some(looked_at(operation, *at, rt)),
        AsideSource::Setting(at) => {
            let setting = vendor.settings.get(*at)?;
            let name = ident(&setting.rust);
            Some(match setting.optional {
                true => quote!(#rt::given(&self.settings.#name).map_or(#rt::Slot::Absent, #rt::given_text)),
                false => quote!(#rt::given_text(&self.settings.#name)),
            })
        }
        AsideSource::Http | AsideSource::Header(_) | AsideSource::Age => None,
    });
    quote!(&[#(#given),*])
}

/// An input as a slot that rules look at.
fn looked_at(operation: &Operation, at: usize, rt: &TokenStream) -> TokenStream {
    let input = &operation.inputs[at];
    let name = ident(&input.rust);
    if operation.exactly_one.contains(&at) {
        let (by, variant) = (choice(operation), variant(input));
        return quote! {
            match &self.by {
                ::core::option::Option::Some(#by::#variant(text)) => #rt::given_text(text),
                _ => #rt::Slot::Absent,
            }
        };
    }
    let slot = |place: TokenStream| match input.kind {
        InputKind::Bool(_) if input.optional => quote!(#rt::given_bool(*#place)),
        InputKind::Bool(_) => quote!(#rt::given_bool(#place)),
        InputKind::Int(_) | InputKind::Float(_) => quote!(#rt::given_number(&#place.to_string())),
        _ => {
            let text = input::text_of(&input.kind, &place);
            quote!(#rt::given_text(#text))
        }
    };
    match input.optional {
        true => {
            let slot = slot(quote!(value));
            quote!(self.#name.as_ref().map_or(#rt::Slot::Absent, |value| #slot))
        }
        false => slot(quote!(self.#name)),
    }
}

/// How the next page is asked for.
fn pages(operation: &Operation, rt: &TokenStream, root: &TokenStream, reply: &TokenStream) -> Option<TokenStream> {
    let pages = &operation.pages;
    let last = quote!(return ::core::result::Result::Ok(::core::option::Option::None););
    let more = pages.more.as_ref().map(|_| quote!(if !MORE.is_there(reply)? { #last }));
    let taken = pages.inputs.iter().filter_map(|(at, page)| {
        let (Page::Taken(taken) | Page::Count(_, Some(taken))) = page else { return None };
        let (local, taken) = (format_ident!("__page_{at}"), reading::taken(taken, rt));
        // Of a count, that there is such a place is all that matters.
        let local = if matches!(page, Page::Taken(_)) { quote!(#local) } else { quote!(_) };
        Some(quote!(let ::core::option::Option::Some(#local) = #rt::take_page(&READING, reply, &#taken) else {
            #last
        };))
    });
    let fields = operation.inputs.iter().enumerate().filter(|(at, _)| !operation.exactly_one.contains(at));
    let fields = fields.map(|(at, input)| {
        let rust = ident(&input.rust);
        let value = match pages.inputs.iter().find(|(page, _)| *page == at) {
            Some((_, Page::Count(plus, _))) => {
                let plus = Literal::i64_unsuffixed(*plus);
                quote!(self.#rust.saturating_add(#plus))
            }
            Some((_, Page::Taken(_))) => {
                let local = format_ident!("__page_{at}");
                let value = input::converted(quote!(#local), &input.kind, &input.name, rt, root);
                if input.optional { some(&value) } else { value }
            }
            None => quote!(::core::clone::Clone::clone(&self.#rust)),
        };
        quote!(#rust: #value,)
    });
    let by = (!operation.exactly_one.is_empty()).then(|| quote!(by: ::core::clone::Clone::clone(&self.by),));
    (!pages.inputs.is_empty()).then(|| {
        quote! {
            fn next_page(
                &self,
                reply: &#rt::Reply,
            ) -> ::core::result::Result<
                ::core::option::Option<::std::boxed::Box<dyn #rt::Operation<Reply = #reply>>>,
                #rt::DecodeError,
            > {
                #more
                #(#taken)*
                ::core::result::Result::Ok(::core::option::Option::Some(::std::boxed::Box::new(Call {
                    settings: ::std::sync::Arc::clone(&self.settings),
                    #(#fields)*
                    #by
                })))
            }
        }
    })
}

/// What is asked next where a rule says so.
fn then(vendor: &Vendor, operation: &Operation, rt: &TokenStream, root: &TokenStream) -> Option<TokenStream> {
    let rules = operation.reading.rules.iter().enumerate();
    let arms: Vec<_> = rules
        .filter_map(|(at, rule)| {
            let then = rule.then.as_ref()?;
            let (at, target) = (Literal::u16_unsuffixed(u16::try_from(at).ok()?), &vendor.operations[then.operation]);
            let module = ident(&target.call);
            let taken = |at: usize| {
                let (name, taken) = &then.with[at];
                let (taken, name) = (reading::taken(taken, rt), &name.value);
                quote!(#rt::take(&READING, reply, &#taken, #name)?)
            };
            let value = |at: usize, input: &crate::model::Input| {
                input::converted(taken(at), &input.kind, &input.name, rt, root)
            };
            let fields = target.inputs.iter().enumerate().zip(&then.fills);
            let fields = fields.filter(|((at, _), _)| !target.exactly_one.contains(at)).map(|((_, input), fill)| {
                let rust = ident(&input.rust);
                let value = match fill {
                    ThenFill::Default => input::start(input, &vendor.types, rt, root),
                    ThenFill::Input(own) => {
                        let own = &operation.inputs[*own];
                        let field = ident(&own.rust);
                        let clone = quote!(::core::clone::Clone::clone(&self.#field));
                        if input.optional && !own.optional { some(&clone) } else { clone }
                    }
                    ThenFill::Reply(at) if input.optional => some(&value(*at, input)),
                    ThenFill::Reply(at) => value(*at, input),
                };
                quote!(#rust: #value,)
            });
            let by = target.exactly_one.iter().find_map(|at| match then.fills[*at] {
                ThenFill::Reply(taken) => {
                    let input = &target.inputs[*at];
                    let (choice, variant, value) = (choice(target), variant(input), value(taken, input));
                    Some(quote!(by: ::core::option::Option::Some(#choice::#variant(#value)),))
                }
                _ => None,
            });
            Some(quote!(#at => ::core::result::Result::Ok(#rt::silent(super::#module::Call {
                settings: ::std::sync::Arc::clone(&self.settings),
                #(#fields)*
                #by
            })),))
        })
        .collect();
    (!arms.is_empty()).then(|| {
        quote! {
            fn then(
                &self,
                rule: u16,
                reply: &#rt::Reply,
            ) -> ::core::option::Option<
                ::core::result::Result<::std::boxed::Box<dyn #rt::Operation<Reply = ()>>, #rt::DecodeError>,
            > {
                let next = || match rule {
                    #(#arms)*
                    _ => ::core::result::Result::Err(#rt::DecodeError::new("")),
                };
                RULES.get(usize::from(rule)).filter(|rule| rule.then.is_some()).map(|_| next())
            }
        }
    })
}

fn some(value: &TokenStream) -> TokenStream {
    quote!(::core::option::Option::Some(#value))
}

/// How long a token lasts, as its reply says it.
fn life(lasts: Lasts, rt: &TokenStream) -> TokenStream {
    match lasts {
        Lasts::For(time) => {
            let time = duration(time);
            quote!(#rt::Life::For(#time))
        }
        Lasts::Reply(slot, kind) => {
            let (slot, unit) = (Literal::u16_unsuffixed(slot), reading::unit(kind, rt));
            quote!(#rt::Life::Reply(#slot, #unit))
        }
        Lasts::Jwt(slot) => {
            let slot = Literal::u16_unsuffixed(slot);
            quote!(#rt::Life::Jwt(#slot))
        }
        Lasts::UntilRefused => quote!(#rt::Life::UntilRefused),
    }
}

fn pin(operation: &Operation, rt: &TokenStream) -> Option<TokenStream> {
    let pins = operation.pins.iter().map(|(at, slot)| {
        let input = &operation.inputs[*at];
        let (rust, slot) = (ident(&input.rust), Literal::u16_unsuffixed(*slot));
        let set = match (operation.exactly_one.contains(at), input.optional) {
            (true, _) => {
                let (by, variant) = (choice(operation), variant(input));
                quote!(self.by = ::core::option::Option::Some(#by::#variant(::std::string::String::from(text)));)
            }
            (false, true) => quote!(self.#rust = ::core::option::Option::Some(::std::string::String::from(text));),
            (false, false) => quote!(self.#rust = ::std::string::String::from(text);),
        };
        quote!(if let ::core::option::Option::Some(text) = #rt::printed(&slots, #slot) { #set })
    });
    (!operation.pins.is_empty()).then(|| {
        quote! {
            fn pin(&mut self, reply: &#rt::Reply) {
                let slots = #rt::slots(&READING, reply);
                #(#pins)*
            }
        }
    })
}

/// The full reply out of its `body`.
pub(super) fn decode(operation: &Operation, reader: &TokenStream, rt: &TokenStream, root: &TokenStream) -> TokenStream {
    match operation.reply_kind {
        ReplyKind::Json => quote!(#rt::decode::<#reader>(body)),
        ReplyKind::Nothing => quote!({
            let _ = body;
            ::core::result::Result::Ok(())
        }),
        ReplyKind::Text => quote!(#rt::text(body)),
        ReplyKind::Bytes => quote!(::core::result::Result::Ok(#root::Bytes::copy_from_slice(body))),
    }
}

fn meta(vendor: &Vendor, operation: &Operation, rt: &TokenStream) -> TokenStream {
    let (module, name) = (vendor.module.trim_start_matches("r#"), &operation.name.value);
    let method = format!("{:?}", operation.method).to_uppercase();
    let path = docs::path(vendor, operation);
    let limits = limits(&operation.limits, rt);
    let poll = match &operation.poll {
        Some(spec) => poll(spec, rt),
        None => turn(&operation.limits, rt),
    };
    let (safe, etag) = (operation.safe_to_repeat, operation.etag);
    let role = Literal::usize_unsuffixed(operation.role);
    let tokens = operation.tokens.iter().map(|at| Literal::usize_unsuffixed(*at));
    quote! {
        #rt::Meta {
            vendor: #module,
            operation: #name,
            server: #role,
            tokens: &[#(#tokens),*],
            method: #method,
            path: #path,
            limits: #limits,
            poll: #poll,
            safe_to_repeat: #safe,
            etag: #etag,
            rules: RULES,
        }
    }
}

fn limits(limits: &Limits, rt: &TokenStream) -> TokenStream {
    let min_interval = duration(limits.min_interval);
    let per = match limits.per {
        _ if limits.min_interval.is_zero() => None,
        Per::Client => None,
        Per::Operation => Some(quote!(.with_per(#rt::Per::Operation))),
        Per::Job => Some(quote!(.with_per(#rt::Per::Job))),
    };
    let rates = limits.rates.iter().map(|rate| {
        let (calls, per) = (Literal::u32_unsuffixed(rate.calls), duration(rate.per));
        quote!(#rt::Rate { calls: #calls, per: #per })
    });
    let rates = (!limits.rates.is_empty()).then(|| match limits.own_rates {
        false => quote!(.with_rates(&[#(#rates),*])),
        true => quote!(.with_own_rates(&[#(#rates),*])),
    });
    let concurrent = limits.concurrent.map(|calls| {
        let calls = Literal::u32_unsuffixed(calls);
        match limits.own_concurrent {
            false => quote!(.with_concurrent(#calls)),
            true => quote!(.with_own_concurrent(#calls)),
        }
    });
    quote!(#rt::Limits::new(#min_interval) #per #rates #concurrent)
}

pub(super) fn duration(time: Duration) -> TokenStream {
    let millis = Literal::u64_unsuffixed(u64::try_from(time.as_millis()).unwrap_or(u64::MAX));
    quote!(::core::time::Duration::from_millis(#millis))
}

/// An operation that nobody waits for still has the time of one request, and before that the time for its turn to come.
fn turn(limits: &Limits, rt: &TokenStream) -> TokenStream {
    let held = limits.rates.iter().map(|rate| rate.per).max().unwrap_or_default();
    let deadline = duration(held.saturating_add(Duration::from_secs(60)));
    quote!(#rt::Poll::new(#deadline))
}

fn poll(poll: &Poll, rt: &TokenStream) -> TokenStream {
    let deadline = duration(poll.deadline);
    let times = [
        ("first", poll.first),
        ("every", poll.every),
        ("at_most", poll.at_most),
        ("unknown_for", poll.unknown_for),
        ("request", poll.request),
    ];
    let times = times.into_iter().filter_map(|(key, time)| {
        let (key, time) = (format_ident!("with_{key}"), duration(time?));
        Some(quote!(.#key(#time)))
    });
    let numbers = [("grow", poll.grow), ("jitter", poll.jitter)];
    let numbers = numbers.into_iter().filter_map(|(key, number)| {
        let (key, number) = (format_ident!("with_{key}"), Literal::f64_unsuffixed(number?));
        Some(quote!(.#key(#number)))
    });
    let counts = [("tries", poll.tries), ("faults", poll.faults)];
    let counts = counts.into_iter().filter_map(|(key, count)| {
        let (key, count) = (format_ident!("with_{key}"), Literal::u32_unsuffixed(count?));
        Some(quote!(.#key(#count)))
    });
    quote!(#rt::Poll::new(#deadline) #(#times)* #(#numbers)* #(#counts)*)
}
