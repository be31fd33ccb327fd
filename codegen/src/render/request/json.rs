//! JSON that is sent, as statements and expressions.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::Writer;
use crate::model::{InputKind, Json};
use crate::render::{ident, input};

impl Writer<'_> {
    /// JSON: statements that build it under a name, and the expression that it then is.
    pub(in crate::render) fn json(&self, json: &Json, name: &str) -> (TokenStream, TokenStream) {
        let rt = self.rt;
        match json {
            Json::Object(members) => {
                let object = format_ident!("{name}");
                let members = members.iter().enumerate().map(|(at, (key, value))| {
                    if let Some(optional) = self.optional_json(value) {
                        return quote!(#object.optional(#key, #optional););
                    }
                    let (before, value) = self.json(value, &format!("{name}_{at}"));
                    quote!(#before #object.member(#key, #value);)
                });
                (quote!(let mut #object = #rt::Object::new(); #(#members)*), quote!(#object))
            }
            Json::List(items) => {
                let list = format_ident!("{name}");
                let items = items.iter().enumerate().map(|(at, value)| {
                    let (before, value) = self.json(value, &format!("{name}_{at}"));
                    quote!(#before #list.item(#value);)
                });
                (quote!(let mut #list = #rt::List::new(); #(#items)*), quote!(#list))
            }
            Json::Literal(text) => (quote!(), quote!(#rt::Literal(#text))),
            Json::Text(text) => (quote!(), self.text(text)),
            Json::Number(text) => {
                let text = self.text(text);
                (quote!(), quote!(#rt::Written(#text)))
            }
            Json::Input(at) => {
                let input = &self.operation.inputs[*at];
                let rust = ident(&input.rust);
                (quote!(), input::json_of(&input.kind, &quote!(self.#rust), false))
            }
        }
    }

    /// A member that is left out where its input is.
    pub(super) fn optional_json(&self, json: &Json) -> Option<TokenStream> {
        let rt = self.rt;
        let at = match json {
            Json::Input(at) => at,
            Json::Text(text) if self.sole_setting(text).is_some() => {
                let setting = self.text(text);
                return Some(quote!(#rt::given(#setting)));
            }
            _ => return None,
        };
        let input = &self.operation.inputs[*at];
        let rust = ident(&input.rust);
        if !input.optional {
            return None;
        }
        if self.operation.exactly_one.contains(at) {
            return Some(self.optional(*at));
        }
        Some(match input.kind {
            InputKind::Text(_) | InputKind::PathTail | InputKind::Url(_) => quote!(self.#rust.as_deref()),
            InputKind::Json => quote!(self.#rust.as_ref()),
            InputKind::Bool(_) | InputKind::Int(_) | InputKind::Float(_) => quote!(self.#rust),
            _ => {
                let json = input::json_of(&input.kind, &quote!(value), true);
                quote!(self.#rust.as_ref().map(|value| #json))
            }
        })
    }
}
