//! How replies and events are proved.

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};

use super::builder::choice;
use super::input::{self, variant};
use super::operation::duration;
use super::request::Writer;
use super::{ident, reading};
use crate::model::{
    Digest, Ed25519, Expected, Fresh, Given, InputKind, Key, KeyInput, Keys, Operation, Part, Proof, SentBy, Text,
    Vendor, Verify, Way,
};

/// What one operation's proof is written with.
pub(super) struct Prover<'a> {
    writer: Writer<'a>,
    verify: &'a Verify,
    root: &'a TokenStream,
}

impl<'a> Prover<'a> {
    pub(super) fn new(
        vendor: &'a Vendor,
        operation: &'a Operation,
        rt: &'a TokenStream,
        root: &'a TokenStream,
    ) -> Option<Self> {
        let verify = operation.verify.as_ref()?;
        Some(Prover { writer: Writer { vendor, operation, values: &verify.values, rt }, verify, root })
    }

    /// The function by which replies are proved, and the closure that calls it.
    pub(super) fn of_replies(&self) -> Option<(TokenStream, TokenStream)> {
        let (rt, digest) = (self.writer.rt, self.verify.digest()?);
        let (before, holds) = (self.before(&self.verify.ways[0]), self.digest(digest));
        let function = quote! {
            impl Call {
                #[doc = " Whether a reply's proof holds; `None` where a part of it is missing."]
                #[allow(unused_variables)]
                fn verify(
                    &self,
                    reply: &#rt::Reply,
                    slots: &[#rt::Slot<'_>],
                    at: &#rt::Attempt<'_>,
                ) -> ::core::option::Option<bool> {
                    #before
                    ::core::option::Option::Some(#holds)
                }
            }
        };
        let closure = quote!(::core::option::Option::Some(&|slots: &[#rt::Slot<'_>]| {
            self.verify(reply, slots, at) == ::core::option::Option::Some(true)
        }));
        Some((function, closure))
    }

    /// The functions by which events are proved, one for each way, and the method that picks one.
    pub(super) fn of_events(&self, given: &TokenStream) -> (TokenStream, TokenStream) {
        let rt = self.writer.rt;
        let (mut functions, mut picks) = (Vec::new(), Vec::new());
        for (at, way) in self.verify.ways.iter().enumerate() {
            let (name, when) = (format_ident!("proof_{at}"), format_ident!("when_{at}"));
            let (before, fresh) = (self.before(way), self.fresh());
            let proof = self.proof(way);
            functions.push(quote! {
                #[allow(unused_variables)]
                fn #name(
                    &self,
                    reply: &#rt::Reply,
                    slots: &[#rt::Slot<'_>],
                    at: &#rt::Attempt<'_>,
                ) -> ::core::option::Option<#rt::Proof> {
                    #before
                    #fresh
                    ::core::option::Option::Some(#proof)
                }
            });
            picks.push(match way.when.is_empty() {
                true => quote!(self.#name(event, slots, at)),
                false => quote!(if #when(slots) { return self.#name(event, slots, at); }),
            });
        }
        let is_open = self.verify.ways.iter().all(|way| !way.when.is_empty());
        let none = is_open.then(|| quote!(::core::option::Option::None));
        let always = self.verify.ways.iter().position(|way| way.when.is_empty());
        picks.truncate(always.map_or(picks.len(), |at| at + 1));
        let method = quote! {
            fn proof(&self, event: &#rt::Reply, at: &#rt::Attempt<'_>) -> ::core::option::Option<#rt::Proof> {
                let slots = &*#rt::slots_with(&READING, event, #given);
                #(#picks)*
                #none
            }
        };
        (quote!(impl Call { #(#functions)* }), method)
    }

    /// What a way needs: settings that are there, the pairs, the values.
    fn before(&self, way: &Way) -> TokenStream {
        let (rt, writer) = (self.writer.rt, &self.writer);
        let mut parts = Vec::new();
        for text in texts(&way.proof) {
            text.collect(&self.verify.values, &mut |part| parts.push(part.clone()));
        }
        // An empty key would be everybody's. Of several digests, each looks after its own.
        let keyed = match &way.proof {
            Proof::Digest(_) => Vec::new(),
            proof => self.optional(texts(proof)),
        };
        let needed = keyed.into_iter().map(|setting| quote!(#rt::given(#setting)?;));
        let fresh = match &self.verify.fresh {
            Some(Fresh { sent: SentBy::Part(part), .. }) => Some(part),
            _ => None,
        };
        // A way that is proved without them does not need them.
        let are_needed = match &way.proof {
            Proof::Digest(Digest { given, .. }) | Proof::Ed25519(Ed25519 { given, .. }) => {
                matches!(given, Given::Parts(_))
            }
            Proof::Jwt(jwt) => matches!(jwt.token, Part::Parsed(_)),
        } || parts.iter().chain(fresh).any(|part| matches!(part, Part::Parsed(_)));
        let pairs = self.verify.parts.as_ref().filter(|_| are_needed).map(|parts| {
            let (slot, between, pair) = (Literal::u16_unsuffixed(parts.slot), &parts.between, &parts.pair);
            quote!(let parts = #rt::Pairs::of(#rt::at(slots, #slot).text()?, #between, #pair);)
        });
        let is_used = |at: usize| parts.contains(&Part::Value(at));
        let values = self.verify.values.iter().enumerate().filter(|(at, _)| is_used(*at));
        let values = values.map(|(_, value)| writer.value(value));
        quote!(#(#needed)* #pairs #(#values)*)
    }

    /// The moment at which an event was sent, where a part of it says that.
    fn fresh(&self) -> Option<TokenStream> {
        let (rt, Fresh { sent, unit, within }) = (self.writer.rt, self.verify.fresh.as_ref()?);
        let SentBy::Part(sent) = sent else { return None };
        let (sent, unit, within) = (self.writer.part(sent), reading::unit(*unit, rt), duration(*within));
        Some(quote! {
            if !#rt::is_fresh(#sent, #unit, #within, at.now) {
                return ::core::option::Option::Some(#rt::Proof::Known(false));
            }
        })
    }

    fn proof(&self, way: &Way) -> TokenStream {
        let (rt, writer) = (self.writer.rt, &self.writer);
        match &way.proof {
            Proof::Digest(digest) => {
                let holds = self.digest(digest);
                quote!(#rt::Proof::Known(#holds))
            }
            Proof::Ed25519(ed25519) => {
                let (needs, given, signed) =
                    (writer.needs("jwt"), self.given(&ed25519.given), writer.bytes(&ed25519.signed));
                let (encoding, key) = (writer.encoding(ed25519.encoding), self.key(&ed25519.key));
                quote!({
                    #needs
                    #rt::Proof::ed25519(#signed, #given, #encoding, #key)
                })
            }
            Proof::Jwt(jwt) => {
                let (needs, token) = (writer.needs("jwt"), writer.part(&jwt.token));
                let algorithms = jwt.algorithms.iter().map(|algorithm| format!("{algorithm:?}").to_uppercase());
                let claims = jwt.claims.iter().map(|(path, text)| {
                    let text = writer.text(text);
                    quote!((&[#(#path),*] as &[&str], ::std::string::String::from(#text)))
                });
                let fresh = match &self.verify.fresh {
                    Some(Fresh { sent: SentBy::Claim(path), unit, within }) => {
                        let (unit, within) = (reading::unit(*unit, rt), duration(*within));
                        quote!(::core::option::Option::Some((&[#(#path),*] as &[&str], #unit, #within)))
                    }
                    _ => quote!(::core::option::Option::None),
                };
                let key = self.key(&jwt.key);
                quote!({
                    #needs
                    let token = #token;
                    #rt::Proof::jwt(token, &[#(#algorithms),*], ::std::vec![#(#claims),*], #fresh, #key)
                })
            }
        }
    }

    /// Whether what was handed over is one of those that it may be. One whose secret the client does not have is none.
    fn digest(&self, Digest { given, expected }: &Digest) -> TokenStream {
        let (rt, given) = (self.writer.rt, self.given(given));
        let all = expected.iter().map(|expected| {
            let holds = match expected {
                Expected::Keyed(prefix, hmac) => {
                    let (digest, encoding) = (self.writer.hmac(hmac), self.writer.encoding(hmac.encoding));
                    quote!(#digest.matches_any(#prefix, #given, #encoding))
                }
                Expected::Text(text) => {
                    let text = self.writer.text(text);
                    quote!(#rt::is_secret(#text, #given))
                }
            };
            let needed =
                self.optional(expected.texts()).into_iter().map(|setting| quote!(#rt::given(#setting).is_some() &&));
            quote!(#(#needed)* #holds)
        });
        quote!(#(#all)||*)
    }

    /// The settings that may be left out and that texts are made of, those of their values too.
    fn optional(&self, texts: Vec<&Text>) -> Vec<TokenStream> {
        let mut all = Vec::new();
        for text in texts {
            text.collect(&self.verify.values, &mut |part| {
                if let Part::Setting(at) = part
                    && self.writer.vendor.settings[*at].optional
                    && !all.contains(at)
                {
                    all.push(*at);
                }
            });
        }
        all.into_iter().map(|at| self.writer.part(&Part::Setting(at))).collect()
    }

    /// What was handed over: as many texts as there are.
    fn given(&self, given: &Given) -> TokenStream {
        let rt = self.writer.rt;
        match given {
            Given::Slot(slot) => {
                let slot = Literal::u16_unsuffixed(*slot);
                quote!(#rt::at(slots, #slot).text())
            }
            Given::Parts(name) => quote!(parts.all(#name)),
        }
    }

    fn key(&self, key: &Key) -> TokenStream {
        let rt = self.writer.rt;
        match key {
            Key::Given(text, written) => {
                let key = self.writer.key(text, *written);
                quote!(#rt::KeySource::given(#key))
            }
            Key::Vendor(keys) => self.keys(keys),
        }
    }

    /// How the vendor is asked for its keys.
    fn keys(&self, Keys { operation, with, at }: &Keys) -> TokenStream {
        let (rt, root, vendor) = (self.writer.rt, self.root, self.writer.vendor);
        let target = &vendor.operations[*operation];
        let module = ident(&target.call);
        let texts = with.iter().map(|(at, filled)| {
            let (name, local) = (&target.inputs[*at].name, format_ident!("with_{at}"));
            let text = match filled {
                KeyInput::Text(text) => {
                    let text = self.writer.text(text);
                    quote!(::std::string::String::from(#text))
                }
                KeyInput::Header(member) => quote!(#rt::jwt_header(token, #member)?),
            };
            (quote!(let #local = #text;), quote!((#name, ::std::string::String::from(&*#local))))
        });
        let (texts, of): (Vec<_>, Vec<_>) = texts.unzip();
        let value = |at: &usize| {
            let local = format_ident!("with_{at}");
            match target.inputs[*at].kind {
                InputKind::Int(_) => quote!(#local.parse::<i64>().ok()?),
                _ => quote!(#local),
            }
        };
        let is_filled = |at: &usize| with.iter().any(|(filled, _)| filled == at);
        let fields = target.inputs.iter().enumerate().filter(|(at, _)| !target.exactly_one.contains(at));
        let fields = fields.map(|(at, input)| {
            let rust = ident(&input.rust);
            let value = match is_filled(&at) {
                false => input::start(input, &vendor.types, rt, root),
                true if input.optional => {
                    let value = value(&at);
                    quote!(::core::option::Option::Some(#value))
                }
                true => value(&at),
            };
            quote!(#rust: #value,)
        });
        let by = target.exactly_one.iter().find(|at| is_filled(at)).map(|at| {
            let (choice, variant, value) = (choice(target), variant(&target.inputs[*at]), value(at));
            quote!(by: ::core::option::Option::Some(#choice::#variant(#value)),)
        });
        quote!({
            #(#texts)*
            let of = ::std::vec![#(#of),*];
            let call = super::#module::Call {
                settings: ::std::sync::Arc::clone(&self.settings),
                #(#fields)*
                #by
            };
            #rt::KeySource::vendor(call, &[#(#at),*], of)
        })
    }
}

/// All texts of a proof.
fn texts(proof: &Proof) -> Vec<&Text> {
    match proof {
        Proof::Digest(digest) => digest.expected.iter().flat_map(Expected::texts).collect(),
        Proof::Ed25519(ed25519) => [vec![&ed25519.signed], of_key(&ed25519.key)].concat(),
        Proof::Jwt(jwt) => [jwt.claims.iter().map(|(_, text)| text).collect(), of_key(&jwt.key)].concat(),
    }
}

fn of_key(key: &Key) -> Vec<&Text> {
    match key {
        Key::Given(text, _) => vec![text],
        Key::Vendor(keys) => {
            let texts = keys.with.iter().filter_map(|(_, filled)| match filled {
                KeyInput::Text(text) => Some(text),
                KeyInput::Header(_) => None,
            });
            texts.collect()
        }
    }
}
