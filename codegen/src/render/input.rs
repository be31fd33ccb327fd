//! What an input is in Rust: its type, how it is given, and how it is written into a request.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::ident;
use crate::check::names;
use crate::model::types::Types;
use crate::model::{Input, InputKind};

/// The type in which a call holds it.
pub(super) fn ty(kind: &InputKind, types: &Types, root: &TokenStream) -> TokenStream {
    match kind {
        InputKind::Text(_) | InputKind::PathTail | InputKind::Url(_) => quote!(::std::string::String),
        InputKind::Words(at, _) => {
            let name = ident(&types.enums[*at].rust);
            quote!(#name)
        }
        InputKind::Bool(_) => quote!(bool),
        InputKind::Int(_) => quote!(i64),
        InputKind::Float(_) => quote!(f64),
        InputKind::Secret => quote!(#root::Secret),
        InputKind::Json => quote!(#root::Json),
        InputKind::Bytes => quote!(#root::Bytes),
        InputKind::List(item) => {
            let item = ty(item, types, root);
            quote!(::std::vec::Vec<#item>)
        }
    }
}

/// What a setter takes, and what it makes of its `value`.
pub(super) fn argument(kind: &InputKind, types: &Types, root: &TokenStream) -> (TokenStream, TokenStream) {
    let own = ty(kind, types, root);
    match kind {
        InputKind::Bool(_) | InputKind::Int(_) | InputKind::Float(_) => (own, quote!(value)),
        InputKind::List(item) => {
            let item = ty(item, types, root);
            let each = quote!(impl ::core::iter::IntoIterator<Item = impl ::core::convert::Into<#item>>);
            (each, quote!(value.into_iter().map(::core::convert::Into::into).collect()))
        }
        _ => (quote!(impl ::core::convert::Into<#own>), quote!(value.into())),
    }
}

/// What it is before it is given.
pub(super) fn start(input: &Input, types: &Types, rt: &TokenStream, root: &TokenStream) -> TokenStream {
    if input.optional {
        return quote!(::core::option::Option::None);
    }
    match &input.kind {
        InputKind::Text(Some(default)) => quote!(::std::string::String::from(#default)),
        InputKind::Text(None) | InputKind::PathTail | InputKind::Url(_) => quote!(::std::string::String::new()),
        InputKind::Words(at, default) => {
            let words = &types.enums[*at];
            let word = words.words.iter().find(|word| Some(&word.text) == default.as_ref());
            match word {
                Some(word) => {
                    let (name, variant) = (ident(&words.rust), ident(&word.rust));
                    quote!(#name::#variant)
                }
                None => quote!(#rt::word_of("")),
            }
        }
        InputKind::Bool(default) => {
            let default = default.unwrap_or_default();
            quote!(#default)
        }
        InputKind::Int(default) => {
            let default = Literal::i64_unsuffixed(default.unwrap_or_default());
            quote!(#default)
        }
        InputKind::Float(default) => {
            let default = Literal::f64_unsuffixed(default.unwrap_or_default());
            quote!(#default)
        }
        InputKind::Secret => quote!(#rt::Secret::new("")),
        InputKind::Json => quote!(#root::Json::Null),
        InputKind::Bytes => quote!(#root::Bytes::new()),
        InputKind::List(_) => quote!(::std::vec::Vec::new()),
    }
}

/// A given one, at a place of type `&T`, as `&str`. Empty for what is no scalar.
pub(super) fn text_of(kind: &InputKind, place: &TokenStream) -> TokenStream {
    match kind {
        InputKind::Text(_) | InputKind::PathTail | InputKind::Url(_) | InputKind::Words(..) => quote!(#place.as_str()),
        InputKind::Secret => quote!(#place.expose()),
        InputKind::Bool(_) | InputKind::Int(_) | InputKind::Float(_) => quote!(#place.to_string().as_str()),
        InputKind::Json | InputKind::Bytes | InputKind::List(_) => quote!(""),
    }
}

/// A given one as JSON, at a place of its own, or of a reference to it.
pub(super) fn json_of(kind: &InputKind, place: &TokenStream, is_reference: bool) -> TokenStream {
    match (kind, is_reference) {
        (InputKind::Text(_) | InputKind::PathTail | InputKind::Url(_) | InputKind::Words(..), _) => {
            quote!(#place.as_str())
        }
        (InputKind::Secret, _) => quote!(#place.expose()),
        (InputKind::Bool(_) | InputKind::Int(_) | InputKind::Float(_), true) => quote!(*#place),
        (InputKind::Json, false) => quote!(&#place),
        (InputKind::Bool(_) | InputKind::Int(_) | InputKind::Float(_) | InputKind::Json | InputKind::Bytes, _) => {
            place.clone()
        }
        (InputKind::List(item), _) => match **item {
            InputKind::Words(..) => quote!(#place.iter().map(|item| item.as_str()).collect::<::std::vec::Vec<_>>()),
            _ => quote!(#place.as_slice()),
        },
    }
}

/// A text out of a reply as what an input of this kind holds.
pub(super) fn converted(
    text: TokenStream,
    kind: &InputKind,
    name: &str,
    rt: &TokenStream,
    root: &TokenStream,
) -> TokenStream {
    match kind {
        InputKind::Secret => quote!(#root::Secret::new(#text)),
        InputKind::Int(_) => quote!(#rt::whole_number(&#text, #name)?),
        InputKind::Words(..) => quote!(#rt::word_of(&#text)),
        _ => text,
    }
}

/// The variant of a choice.
pub(super) fn variant(input: &Input) -> proc_macro2::Ident {
    ident(&names::variant(&input.name).unwrap_or_else(|| "Input".to_owned()))
}
