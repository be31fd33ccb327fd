//! How an operation's request is built, and how its replies are proved.

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};

use super::ident;
use crate::model::{
    Encoding, Function, HeaderValue, InputKind, Json, Moment, Operation, Part, SettingKind, Text, Value, Vendor,
    Verify, Width,
};
use crate::spec::OneMethod;

/// What expressions of one operation are written with.
pub(super) struct Writer<'a> {
    pub(super) vendor: &'a Vendor,
    pub(super) operation: &'a Operation,
    pub(super) rt: &'a TokenStream,
}

impl Writer<'_> {
    /// The body of `fn request`.
    pub(super) fn request(&self) -> TokenStream {
        let rt = self.rt;
        let method = format_ident!(
            "{}",
            match self.operation.method {
                OneMethod::Get => "GET",
                OneMethod::Post => "POST",
                OneMethod::Put => "PUT",
                OneMethod::Patch => "PATCH",
                OneMethod::Delete => "DELETE",
            }
        );
        let values = self.operation.values.iter().map(|value| self.value(value));
        let path = self.operation.path.0.iter().map(|part| self.path_part(part));
        let query = self.operation.query.iter().map(|placed| {
            let name = &placed.name;
            self.with_text(&placed.value, |value| quote!(request.query(#name, #value);))
        });
        let headers = self.operation.headers.iter().map(|header| {
            let name = &header.name;
            match &header.value {
                HeaderValue::Text(text) => self.with_text(text, |value| quote!(request.header(#name, #value);)),
                HeaderValue::Basic(user, password) => {
                    let (user, password) = (self.text(user), self.text(password));
                    quote!(request.header(#name, &#rt::basic(#user, #password));)
                }
            }
        });
        let json = self.operation.json.as_ref().map(|json| {
            let (before, json) = self.json(json, "__body");
            quote!(#before request.json(#json);)
        });
        quote! {
            #(#values)*
            let mut request = #rt::Compose::new(#rt::Method::#method, at.base);
            #(#path)*
            #(#query)*
            #(#headers)*
            #json
            request.finish()
        }
    }

    fn path_part(&self, part: &Part) -> TokenStream {
        match part {
            Part::Plain(text) => quote!(request.path(#text);),
            Part::Input(at) => {
                let (name, value) = (&self.operation.inputs[*at].name, self.part(part));
                quote!(request.path_value(#name, #value);)
            }
            Part::Setting(at) => {
                let (name, value) = (&self.vendor.settings[*at].name, self.part(part));
                quote!(request.path_value(#name, #value);)
            }
            Part::Value(_) | Part::Reply(_) => {
                let value = self.part(part);
                quote!(request.path_value("value", #value);)
            }
        }
    }

    /// Uses a text; where it is one optional input, only if that is given.
    fn with_text(&self, text: &Text, with: impl Fn(TokenStream) -> TokenStream) -> TokenStream {
        match self.sole_optional(text) {
            Some(at) => {
                let input = self.optional(at);
                let used = with(quote!(value));
                quote!(if let ::core::option::Option::Some(value) = #input { #used })
            }
            None => with(self.text(text)),
        }
    }

    fn sole_optional(&self, text: &Text) -> Option<usize> {
        match text.0.as_slice() {
            [Part::Input(at)] if self.operation.inputs[*at].optional => Some(*at),
            _ => None,
        }
    }

    /// An optional input as `Option<&str>`.
    fn optional(&self, at: usize) -> TokenStream {
        let input = &self.operation.inputs[at];
        let rust = ident(&input.rust);
        if self.operation.exactly_one.contains(&at) {
            return quote!(self.by.as_ref().and_then(|by| by.#rust()));
        }
        match input.kind {
            InputKind::Text(_) => quote!(self.#rust.as_deref()),
            InputKind::Secret => quote!(self.#rust.as_ref().map(|secret| secret.expose())),
            InputKind::Bool(_) | InputKind::Int(_) => {
                quote!(self.#rust.map(|value| value.to_string()).as_deref())
            }
        }
    }

    /// A text as `&str`.
    fn text(&self, text: &Text) -> TokenStream {
        match text.0.as_slice() {
            [] => quote!(""),
            [part] => self.part(part),
            parts => {
                let parts = parts.iter().map(|part| self.part(part));
                quote!([#(#parts),*].concat().as_str())
            }
        }
    }

    fn part(&self, part: &Part) -> TokenStream {
        match part {
            Part::Plain(text) => quote!(#text),
            Part::Setting(at) => {
                let setting = &self.vendor.settings[*at];
                match setting.kind {
                    SettingKind::Text(_) => {
                        let rust = ident(&setting.rust);
                        quote!(self.settings.#rust.as_str())
                    }
                    SettingKind::Secret(at) => {
                        let at = Literal::usize_unsuffixed(at);
                        quote!(at.secret(#at))
                    }
                }
            }
            Part::Input(at) => {
                let input = &self.operation.inputs[*at];
                let rust = ident(&input.rust);
                match input.kind {
                    InputKind::Text(_) => quote!(self.#rust.as_str()),
                    InputKind::Secret => quote!(self.#rust.expose()),
                    InputKind::Bool(_) | InputKind::Int(_) => quote!(self.#rust.to_string().as_str()),
                }
            }
            Part::Value(at) => {
                let value = ident(&self.operation.values[*at].rust);
                quote!(#value.as_str())
            }
            Part::Reply(slot) => {
                let (rt, slot) = (self.rt, Literal::u16_unsuffixed(*slot));
                quote!(#rt::printed(slots, #slot)?)
            }
        }
    }

    /// The parts of a text as a slice of byte slices.
    fn bytes(&self, text: &Text) -> TokenStream {
        let parts = text.0.iter().map(|part| self.part_bytes(part));
        quote!(&[#(#parts),*])
    }

    /// A text as the bytes of all its parts.
    fn whole_bytes(&self, text: &Text) -> TokenStream {
        match text.0.as_slice() {
            [] => quote!(b""),
            [part] => self.part_bytes(part),
            parts => {
                let parts = parts.iter().map(|part| self.part(part));
                quote!([#(#parts),*].concat().as_bytes())
            }
        }
    }

    fn part_bytes(&self, part: &Part) -> TokenStream {
        match part {
            Part::Setting(at) if matches!(self.vendor.settings[*at].kind, SettingKind::Text(_)) => {
                let rust = ident(&self.vendor.settings[*at].rust);
                quote!(self.settings.#rust.as_bytes())
            }
            Part::Input(at) if !matches!(self.operation.inputs[*at].kind, InputKind::Secret) => {
                let input = &self.operation.inputs[*at];
                let rust = ident(&input.rust);
                match input.kind {
                    InputKind::Text(_) => quote!(self.#rust.as_bytes()),
                    _ => quote!(self.#rust.to_string().as_bytes()),
                }
            }
            Part::Value(at) => {
                let value = ident(&self.operation.values[*at].rust);
                quote!(#value.as_bytes())
            }
            other => {
                let part = self.part(other);
                quote!(#part.as_bytes())
            }
        }
    }

    fn value(&self, value: &Value) -> TokenStream {
        let (rt, name) = (self.rt, ident(&value.rust));
        match &value.function {
            Function::Now(moment) => {
                let function = match moment {
                    Moment::Rfc3339 => quote!(rfc3339),
                    Moment::Rfc3339Millis => quote!(rfc3339_millis),
                    Moment::UnixSeconds => quote!(unix_seconds),
                    Moment::UnixMillis => quote!(unix_millis),
                    Moment::HttpDate => quote!(http_date),
                };
                quote!(let #name = #rt::#function(at.now);)
            }
            Function::Digest(text, width, encoding) => {
                let (function, bytes, encoding) = (digest(*width), self.bytes(text), self.encoding(*encoding));
                quote!(let #name = #encoding.encode(&#rt::#function(#bytes));)
            }
            Function::Hmac(text, key, width, encoding) => {
                let (function, encoding) = (hmac(*width), self.encoding(*encoding));
                let (key, bytes) = (self.whole_bytes(key), self.bytes(text));
                quote!(let #name = #rt::#function(#key, #bytes).encode(#encoding);)
            }
            Function::Base64(text) => {
                let text = self.whole_bytes(text);
                quote!(let #name = #rt::Encoding::Base64.encode(#text);)
            }
            Function::JsonText(json) => {
                let (before, json) = self.json(json, &format!("__{}", value.rust.trim_start_matches("r#")));
                quote!(#before let #name = #rt::json_text(#json);)
            }
        }
    }

    fn encoding(&self, encoding: Encoding) -> TokenStream {
        let rt = self.rt;
        match encoding {
            Encoding::Hex => quote!(#rt::Encoding::Hex),
            Encoding::Base64 => quote!(#rt::Encoding::Base64),
            Encoding::Base64Url => quote!(#rt::Encoding::Base64Url),
        }
    }

    /// JSON: statements that build it under a name, and the expression that it then is.
    fn json(&self, json: &Json, name: &str) -> (TokenStream, TokenStream) {
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
            Json::Input(at) => {
                let rust = ident(&self.operation.inputs[*at].rust);
                let value = match self.operation.inputs[*at].kind {
                    InputKind::Text(_) => quote!(self.#rust.as_str()),
                    InputKind::Secret => quote!(self.#rust.expose()),
                    InputKind::Bool(_) | InputKind::Int(_) => quote!(self.#rust),
                };
                (quote!(), value)
            }
        }
    }

    /// A member that is left out where its input is.
    fn optional_json(&self, json: &Json) -> Option<TokenStream> {
        let Json::Input(at) = json else { return None };
        let input = &self.operation.inputs[*at];
        let rust = ident(&input.rust);
        match (input.optional, &input.kind) {
            (false, _) => None,
            (true, InputKind::Bool(_) | InputKind::Int(_)) => Some(quote!(self.#rust)),
            (true, _) => Some(self.optional(*at)),
        }
    }

    /// The body of `fn verify`: `Option<bool>`.
    pub(super) fn verify(&self, verify: &Verify) -> TokenStream {
        let rt = self.rt;
        let (function, encoding) = (hmac(verify.width), self.encoding(verify.encoding));
        let (key, bytes) = (self.whole_bytes(&verify.key), self.bytes(&verify.text));
        let given = Literal::u16_unsuffixed(verify.given);
        quote! {
            let given = #rt::at(slots, #given).text();
            ::core::option::Option::Some(#rt::#function(#key, #bytes).matches(given, #encoding))
        }
    }
}

fn digest(width: Width) -> TokenStream {
    match width {
        Width::Bits256 => quote!(sha256),
        Width::Bits512 => quote!(sha512),
    }
}

fn hmac(width: Width) -> TokenStream {
    match width {
        Width::Bits256 => quote!(hmac_sha256),
        Width::Bits512 => quote!(hmac_sha512),
    }
}
