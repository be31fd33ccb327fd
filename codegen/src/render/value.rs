//! How values are computed.

use std::time::Duration;

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};

use super::operation::duration;
use super::request::Writer;
use super::{ident, input};
use crate::model::{
    Chance, Encoding, Function, Hash, Hmac, HmacHash, InputKind, KeyEncoding, Lot, Moment, Part, Text, Value,
};

impl Writer<'_> {
    /// A value, as a local of its name.
    pub(super) fn value(&self, value: &Value) -> TokenStream {
        let (rt, name) = (self.rt, ident(&value.rust));
        match &value.function {
            Function::Now(moment, plus) => {
                let function = match moment {
                    Moment::Rfc3339 => quote!(rfc3339),
                    Moment::Rfc3339Millis => quote!(rfc3339_millis),
                    Moment::UnixSeconds => quote!(unix_seconds),
                    Moment::UnixMillis => quote!(unix_millis),
                    Moment::HttpDate => quote!(http_date),
                    Moment::IsoBasic => quote!(iso_basic),
                    Moment::Date => quote!(date),
                };
                let now = match *plus {
                    Duration::ZERO => quote!(at.now),
                    plus => {
                        let plus = duration(plus);
                        quote!(at.now.plus(#plus))
                    }
                };
                quote!(let #name = #rt::#function(#now);)
            }
            Function::Random(chance, lot) => {
                let bytes = random(*lot);
                match chance {
                    Chance::Uuid => quote!(let #name = #rt::uuid_v4(#bytes);),
                    Chance::Bytes(count, encoding) => {
                        let (count, encoding) =
                            (Literal::usize_unsuffixed(usize::from(*count)), self.encoding(*encoding));
                        quote!(let #name = #encoding.encode(&#bytes[..#count]);)
                    }
                }
            }
            Function::Digest(text, hash, encoding) => {
                let (function, bytes, encoding) = (digest(*hash), self.bytes(text), self.encoding(*encoding));
                quote!(let #name = #encoding.encode(&#rt::#function(#bytes));)
            }
            Function::Hmac(hmac) => {
                let (digest, encoding) = (self.hmac(hmac), self.encoding(hmac.encoding));
                quote!(let #name = #digest.encode(#encoding);)
            }
            Function::Rsa(rsa) => {
                let (needs, input) = (self.needs("jwt"), self.named(&rsa.key));
                let (key, bytes, encoding) =
                    (self.whole_bytes(&rsa.key), self.bytes(&rsa.text), self.encoding(rsa.encoding));
                quote!(#needs let #name = #encoding.encode(&#rt::rsa_sha256(#key, #input, #bytes)?);)
            }
            Function::Base64(text) => {
                let text = self.whole_bytes(text);
                quote!(let #name = #rt::Encoding::Base64.encode(#text);)
            }
            Function::Join(texts, with) => self.join(&value.rust, texts, with),
            Function::Fingerprint(key, encoding) => {
                let (needs, input) = (self.needs("jwt"), self.named(key));
                let (key, encoding) = (self.whole_bytes(key), self.encoding(*encoding));
                quote!(#needs let #name = #encoding.encode(&#rt::public_key_sha256(#key, #input)?);)
            }
            Function::Jwt(jwt) => {
                let (needs, input) = (self.needs("jwt"), self.named(&jwt.key));
                let (before, claims) = self.json(&jwt.claims, &format!("__{}", value.rust.trim_start_matches("r#")));
                let (algorithm, key) = (format!("{:?}", jwt.algorithm).to_uppercase(), self.whole_bytes(&jwt.key));
                let header = jwt.header.iter().map(|(name, text)| {
                    let text = self.text(text);
                    quote!((#name, #text))
                });
                quote! {
                    #needs
                    #before
                    let #name = #rt::jwt(#algorithm, #key, #input, &[#(#header),*], #claims)?;
                }
            }
            Function::JsonText(json) => {
                let (before, json) = self.json(json, &format!("__{}", value.rust.trim_start_matches("r#")));
                quote!(#before let #name = #rt::json_text(#json);)
            }
        }
    }

    fn join(&self, name: &str, texts: &[Text], with: &str) -> TokenStream {
        let (rt, name) = (self.rt, ident(name));
        let texts = texts.iter().map(|text| {
            if let [Part::Input(at)] = text.0.as_slice()
                && let input = &self.operation.inputs[*at]
                && let InputKind::List(item) = &input.kind
            {
                let (rust, text) = (ident(&input.rust), input::text_of(item, &quote!(item)));
                let all = match input.optional {
                    true => quote!(self.#rust.iter().flatten()),
                    false => quote!(&self.#rust),
                };
                return quote!(for item in #all { joined.push(#text); });
            }
            self.if_given(text, |text| quote!(joined.push(#text);))
        });
        quote! {
            let #name = {
                let mut joined = #rt::Joined::new(#with);
                #(#texts)*
                joined.finish()
            };
        }
    }

    pub(super) fn hmac(&self, hmac: &Hmac) -> TokenStream {
        let rt = self.rt;
        let function = match hmac.hash {
            HmacHash::Sha1 => quote!(hmac_sha1),
            HmacHash::Sha256 => quote!(hmac_sha256),
            HmacHash::Sha512 => quote!(hmac_sha512),
        };
        let (key, bytes) = (self.key(&hmac.key, hmac.key_as), self.bytes(&hmac.text));
        quote!(#rt::#function(#key, #bytes))
    }

    /// The bytes of a key.
    pub(super) fn key(&self, key: &Text, written: KeyEncoding) -> TokenStream {
        let (rt, key) = (self.rt, self.whole_bytes(key));
        match written {
            KeyEncoding::Text => key,
            KeyEncoding::Hex => quote!(&#rt::key_bytes(#key, #rt::Encoding::Hex)),
            KeyEncoding::Base64 => quote!(&#rt::key_bytes(#key, #rt::Encoding::Base64)),
        }
    }

    /// Fails to compile, with a text that says why, where a feature of the runtime is off.
    pub(super) fn needs(&self, feature: &str) -> TokenStream {
        let (rt, function) = (self.rt, format_ident!("needs_{feature}"));
        quote!(#rt::#function::<#rt::On>();)
    }

    /// The name of the setting or input that a text is.
    fn named(&self, text: &Text) -> String {
        let name = text.0.iter().find_map(|part| match part {
            Part::Setting(at) => Some(self.vendor.settings[*at].name.clone()),
            Part::Input(at) => Some(self.operation.inputs[*at].name.clone()),
            _ => None,
        });
        name.unwrap_or_else(|| "key".to_owned())
    }

    pub(super) fn encoding(&self, encoding: Encoding) -> TokenStream {
        let rt = self.rt;
        let name = format_ident!("{encoding:?}");
        quote!(#rt::Encoding::#name)
    }
}

/// The bytes of a random value.
fn random(lot: Lot) -> TokenStream {
    let number = Literal::u8_unsuffixed(lot.number);
    match lot.per_call {
        true => quote!(at.chance.of_call(#number)),
        false => quote!(at.chance.of_attempt(#number)),
    }
}

fn digest(hash: Hash) -> TokenStream {
    match hash {
        Hash::Md5 => quote!(md5),
        Hash::Sha1 => quote!(sha1),
        Hash::Sha256 => quote!(sha256),
        Hash::Sha512 => quote!(sha512),
    }
}
