//! The types of replies, and how they are decoded.

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::{docs, ident};
use crate::model::types::{Enum, Record, TimeKind, Type, Types, Union};
use crate::model::{Input, InputKind, Operation, ReplyKind, Vendor};

/// All types that a reply of some operation is made of.
pub(super) fn render(vendor: &Vendor, rt: &TokenStream, root: &TokenStream) -> TokenStream {
    let types = &vendor.types;
    let mut used = Used::default();
    vendor.judged().for_each(|operation| used.add(&operation.reply, types));
    let given: BTreeSet<_> =
        vendor.operations.iter().flat_map(|operation| &operation.inputs).filter_map(words).collect();
    used.enums.extend(&given);
    let records = used.records.iter().map(|at| record(&types.records[*at], types, rt, root));
    let enums = used.enums.iter().map(|at| word(&types.enums[*at], given.contains(at), rt, root, &vendor.name));
    let unions = used.unions.iter().map(|at| union(&types.unions[*at], types, rt, root));
    quote! {
        #(#records)*
        #(#enums)*
        #(#unions)*
    }
}

/// The enum that an input is.
fn words(input: &Input) -> Option<usize> {
    let kind = match &input.kind {
        InputKind::List(item) => item,
        kind => kind,
    };
    match kind {
        InputKind::Words(at, _) => Some(*at),
        _ => None,
    }
}

#[derive(Default)]
struct Used {
    records: BTreeSet<usize>,
    enums: BTreeSet<usize>,
    unions: BTreeSet<usize>,
}

impl Used {
    fn add(&mut self, ty: &Type, types: &Types) {
        match ty {
            Type::Sensitive(inner) | Type::JsonText(inner) | Type::List(inner) | Type::Map(inner) => {
                self.add(inner, types)
            }
            Type::Record(at) if self.records.insert(*at) => {
                let record = &types.records[*at];
                record.fields.iter().for_each(|field| self.add(&field.ty, types));
                record.rest.iter().for_each(|rest| self.add(rest, types));
            }
            Type::Enum(at) => {
                self.enums.insert(*at);
            }
            Type::Union(at) if self.unions.insert(*at) => {
                types.unions[*at].members.iter().for_each(|(_, ty)| self.add(ty, types));
            }
            _ => {}
        }
    }
}

/// What a reply is in Rust, named from where `up` leads to the vendor's module.
pub(super) fn reply(up: &TokenStream, operation: &Operation, types: &Types, root: &TokenStream) -> TokenStream {
    match operation.reply_kind {
        ReplyKind::Json => rust_from(up, &operation.reply, types, root),
        ReplyKind::Nothing => quote!(()),
        ReplyKind::Text => quote!(::std::string::String),
        ReplyKind::Bytes => quote!(#root::Bytes),
    }
}

/// The Rust type, named in the vendor's module.
pub(super) fn rust(ty: &Type, types: &Types, root: &TokenStream) -> TokenStream {
    rust_from(&TokenStream::new(), ty, types, root)
}

/// The Rust type, named from where `up` leads to the vendor's module.
pub(super) fn rust_from(up: &TokenStream, ty: &Type, types: &Types, root: &TokenStream) -> TokenStream {
    let inner = |ty: &Type| rust_from(up, ty, types, root);
    match ty {
        Type::String | Type::LenientString => quote!(::std::string::String),
        Type::Int | Type::LenientInt => quote!(i64),
        Type::Float => quote!(f64),
        Type::Bool | Type::LenientBool => quote!(bool),
        Type::Time(TimeKind::Seconds | TimeKind::Millis) => quote!(::core::time::Duration),
        Type::Time(_) => quote!(::std::time::SystemTime),
        Type::VendorUrl => quote!(::std::string::String),
        Type::Json => quote!(#root::Json),
        Type::Secret => quote!(#root::Secret),
        Type::Sensitive(ty) => {
            let ty = inner(ty);
            quote!(#root::Sensitive<#ty>)
        }
        Type::JsonText(ty) => inner(ty),
        Type::List(ty) => {
            let ty = inner(ty);
            quote!(::std::vec::Vec<#ty>)
        }
        Type::Map(ty) => {
            let ty = inner(ty);
            quote!(::std::collections::BTreeMap<::std::string::String, #ty>)
        }
        Type::Record(at) => {
            let name = ident(&types.records[*at].rust);
            quote!(#up #name)
        }
        Type::Enum(at) => {
            let name = ident(&types.enums[*at].rust);
            quote!(#up #name)
        }
        Type::Union(at) => {
            let name = ident(&types.unions[*at].rust);
            quote!(#up #name)
        }
    }
}

/// The runtime's reader of the type, named in the vendor's module.
pub(super) fn reader(ty: &Type, types: &Types, rt: &TokenStream) -> TokenStream {
    reader_from(&TokenStream::new(), ty, types, rt)
}

/// The runtime's reader of the type, named from where `up` leads to the vendor's module.
pub(super) fn reader_from(up: &TokenStream, ty: &Type, types: &Types, rt: &TokenStream) -> TokenStream {
    let wrap = |marker: &str, ty: &Type| {
        let (marker, inner) = (format_ident!("{marker}"), reader_from(up, ty, types, rt));
        quote!(#rt::read::#marker<#inner>)
    };
    let named = |marker: &str, name: &str| {
        let (marker, name) = (format_ident!("{marker}"), ident(name));
        quote!(#rt::read::#marker<#up #name>)
    };
    let plain = |marker: &str| {
        let marker = format_ident!("{marker}");
        quote!(#rt::read::#marker)
    };
    match ty {
        Type::String => plain("Text"),
        Type::LenientString => plain("LenientText"),
        Type::Int => plain("Int"),
        Type::LenientInt => plain("LenientInt"),
        Type::Float => plain("Float"),
        Type::Bool => plain("Bool"),
        Type::LenientBool => plain("LenientBool"),
        Type::Time(kind) => plain(match kind {
            TimeKind::Seconds => "Seconds",
            TimeKind::Millis => "Millis",
            TimeKind::UnixSeconds => "UnixSeconds",
            TimeKind::UnixMillis => "UnixMillis",
            TimeKind::Timestamp => "Timestamp",
        }),
        Type::VendorUrl => plain("Text"),
        Type::Json => plain("Json"),
        Type::Secret => plain("SecretText"),
        Type::Sensitive(ty) => wrap("Hidden", ty),
        Type::JsonText(ty) => wrap("JsonText", ty),
        Type::List(ty) => wrap("List", ty),
        Type::Map(ty) => wrap("Map", ty),
        Type::Record(at) => named("Rec", &types.records[*at].rust),
        Type::Enum(at) => named("Words", &types.enums[*at].rust),
        Type::Union(at) => named("OneOf", &types.unions[*at].rust),
    }
}

fn record(record: &Record, types: &Types, rt: &TokenStream, root: &TokenStream) -> TokenStream {
    let name = ident(&record.rust);
    let places = format_ident!("__{}Places", record.rust);
    let docs = docs::line(&docs::plain(&record.about));
    let names: Vec<_> = record.fields.iter().map(|field| ident(&field.rust)).collect();
    let keys: Vec<_> = record.fields.iter().map(|field| field.name.as_str()).collect();
    let field_docs = record.fields.iter().map(|field| {
        let absent = if field.optional { " May be absent." } else { "" };
        docs::line(&format!("{}.{absent}", docs::code(&field.name)))
    });
    let rusts = record.fields.iter().map(|field| {
        let ty = rust(&field.ty, types, root);
        match field.optional {
            true => quote!(::core::option::Option<#ty>),
            false => ty,
        }
    });
    let rusts: Vec<_> = rusts.collect();
    let readers: Vec<_> = record
        .fields
        .iter()
        .map(|field| {
            let inner = reader(&field.ty, types, rt);
            match field.optional {
                true => quote!(#rt::read::Maybe<#inner>),
                false => inner,
            }
        })
        .collect();
    let rest = record.rest.as_ref().map(|ty| (rust(ty, types, root), reader(ty, types, rt)));
    let rest_type = rest.as_ref().map(|(ty, _)| quote!(::std::collections::BTreeMap<::std::string::String, #ty>));
    let rest_field = rest_type.as_ref().map(|ty| quote!(#[doc = " All other members."] pub rest: #ty,));
    let rest_place = rest_type.as_ref().map(|ty| quote!(rest: #ty,));
    let rest_build = rest.as_ref().map(|_| quote!(rest: places.rest,));
    let other = match &rest {
        Some((_, reader)) => quote!(member.rest::<#reader>(&mut places.rest)),
        None => quote!(member.skip()),
    };
    let (places_arg, key_arg) = match (record.fields.is_empty(), rest.is_some()) {
        (true, false) => (quote!(_), quote!(_)),
        (true, true) => (quote!(places), quote!(_)),
        _ => (quote!(places), quote!(key)),
    };
    let put = match record.fields.is_empty() {
        true => other,
        false => quote! {
            match key {
                #(#keys => member.put::<#readers>(&mut places.#names),)*
                _ => #other,
            }
        },
    };
    quote! {
        #docs
        #[derive(Debug, Clone)]
        #[non_exhaustive]
        pub struct #name {
            #(#field_docs pub #names: #rusts,)*
            #rest_field
        }

        #[doc(hidden)]
        #[derive(Default)]
        pub struct #places {
            #(#names: ::core::option::Option<#rusts>,)*
            #rest_place
        }

        impl #rt::read::Record for #name {
            type Places = #places;

            fn put<'de, __A: #rt::read::MapAccess<'de>>(
                #places_arg: &mut #places,
                #key_arg: &str,
                member: #rt::read::Member<'_, __A>,
            ) -> ::core::result::Result<(), __A::Error> {
                #put
            }

            fn build(places: #places) -> ::core::result::Result<Self, #rt::read::Missing> {
                let _ = &places;
                ::core::result::Result::Ok(#name {
                    #(#names: #rt::read::member::<#readers>(places.#names, #keys)?,)*
                    #rest_build
                })
            }
        }
    }
}

fn word(words: &Enum, is_given: bool, rt: &TokenStream, root: &TokenStream, vendor: &str) -> TokenStream {
    let name = ident(&words.rust);
    let about = docs::lines([docs::plain(&words.about).as_str(), ""]);
    let docs =
        docs::line(&format!("A word of {}. Words that its spec does not list arrive as `Other`.", docs::plain(vendor)));
    let texts: Vec<_> = words.words.iter().map(|word| word.text.as_str()).collect();
    let variants: Vec<_> = words.words.iter().map(|word| ident(&word.rust)).collect();
    // Callers give it: they may know a word that the spec does not list yet.
    let from = is_given.then(|| {
        quote! {
            impl ::core::convert::From<&str> for #name {
                fn from(word: &str) -> Self {
                    #rt::word_of(word)
                }
            }
        }
    });
    let variant_docs = texts.iter().map(|text| docs::line(&format!("{}.", docs::code(text))));
    quote! {
        #about
        #docs
        #[derive(Debug, Clone, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum #name {
            #(#variant_docs #variants,)*
            #[doc = " A word that the spec does not list."]
            Other(#root::Unlisted),
        }

        impl #name {
            #[doc = " The word, as the vendor sends it."]
            pub fn as_str(&self) -> &str {
                match self {
                    #(#name::#variants => #texts,)*
                    #name::Other(word) => word.as_str(),
                }
            }
        }

        impl #rt::read::Word for #name {
            fn listed(word: &str) -> ::core::option::Option<Self> {
                match word {
                    #(#texts => ::core::option::Option::Some(#name::#variants),)*
                    _ => ::core::option::Option::None,
                }
            }

            fn other(word: #root::Unlisted) -> Self {
                #name::Other(word)
            }
        }

        #from
    }
}

fn union(union: &Union, types: &Types, rt: &TokenStream, root: &TokenStream) -> TokenStream {
    let name = ident(&union.rust);
    let variants: Vec<_> = union.members.iter().map(|(variant, _)| ident(variant)).collect();
    // Objects are boxed: a union is as large as its largest member.
    let is_boxed = |ty: &Type| matches!(ty, Type::Record(_));
    let rusts = union.members.iter().map(|(_, ty)| {
        let rust = rust(ty, types, root);
        match is_boxed(ty) {
            true => quote!(::std::boxed::Box<#rust>),
            false => rust,
        }
    });
    let values = union.members.iter().map(|(_, ty)| match is_boxed(ty) {
        true => quote!(::std::boxed::Box::new(value)),
        false => quote!(value),
    });
    let readers = union.members.iter().map(|(_, ty)| reader(ty, types, rt));
    let about = docs::lines([docs::plain(&union.about).as_str(), ""]);
    let docs = union.members.iter().map(|(_, ty)| docs::line(&format!("`{}`.", types.describe(ty))));
    quote! {
        #about
        #[doc = " One of several types, whichever the vendor sent."]
        #[derive(Debug, Clone)]
        #[non_exhaustive]
        pub enum #name {
            #(#docs #variants(#rusts),)*
        }

        impl #rt::read::Union for #name {
            fn read(tried: &mut #rt::read::Tried<'_>) -> ::core::option::Option<Self> {
                #(if let ::core::option::Option::Some(value) = tried.member::<#readers>() {
                    return ::core::option::Option::Some(#name::#variants(#values));
                })*
                ::core::option::Option::None
            }
        }
    }
}
