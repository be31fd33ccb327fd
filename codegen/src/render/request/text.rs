//! Texts that are sent, as expressions.

use proc_macro2::{Literal, TokenStream};
use quote::{ToTokens as _, format_ident, quote};

use super::Writer;
use crate::model::{InputKind, Part, Sent, SettingKind, Text};
use crate::render::{ident, input};

impl Writer<'_> {
    /// Uses a text; where it is one optional input, only if that is given.
    pub(super) fn with_text(&self, text: &Text, with: impl Fn(TokenStream) -> TokenStream) -> TokenStream {
        match self.sole_optional(text) {
            Some(at) => {
                let input = self.optional(at);
                let used = with(quote!(value));
                quote!(if let ::core::option::Option::Some(value) = #input { #used })
            }
            None => match self.optional_setting(text) {
                Some(at) => {
                    let (rt, setting) = (self.rt, self.part(&Part::Setting(at)));
                    let used = with(self.text(text));
                    quote!(if #rt::given(#setting).is_some() { #used })
                }
                None => with(self.text(text)),
            },
        }
    }

    /// Uses a text where all is given that it is made of.
    pub(in crate::render) fn if_given(
        &self,
        text: &Text,
        with: impl FnOnce(TokenStream) -> TokenStream,
    ) -> TokenStream {
        let is_optional = |part: &Part| match part {
            Part::Input(at) => self.operation.inputs[*at].optional,
            Part::Setting(at) => self.vendor.settings[*at].optional,
            _ => false,
        };
        let given = |at: usize| format_ident!("given_{at}");
        let parts = text.0.iter().enumerate().map(|(at, part)| match is_optional(part) {
            true => given(at).to_token_stream(),
            false => self.part(part),
        });
        let used = match text.0.len() {
            1 => with(quote!(#(#parts)*)),
            _ => with(quote!([#(#parts),*].concat().as_str())),
        };
        let optional = text.0.iter().enumerate().filter(|(_, part)| is_optional(part));
        optional.fold(used, |used, (at, part)| {
            let (rt, name) = (self.rt, given(at));
            let value = match part {
                Part::Input(at) => self.optional(*at),
                _ => {
                    let setting = self.part(part);
                    quote!(#rt::given(#setting))
                }
            };
            quote!(if let ::core::option::Option::Some(#name) = #value { #used })
        })
    }

    /// The setting with which a text is left out.
    pub(super) fn optional_setting(&self, text: &Text) -> Option<usize> {
        text.0.iter().find_map(|part| match part {
            Part::Setting(at) if self.vendor.settings[*at].optional => Some(*at),
            _ => None,
        })
    }

    /// The one setting that a text is, where it may be left out.
    pub(super) fn sole_setting(&self, text: &Text) -> Option<usize> {
        match text.0.as_slice() {
            [Part::Setting(at)] if self.vendor.settings[*at].optional => Some(*at),
            _ => None,
        }
    }

    pub(super) fn sole_optional(&self, text: &Text) -> Option<usize> {
        match text.0.as_slice() {
            [Part::Input(at)] if self.operation.inputs[*at].optional => Some(*at),
            _ => None,
        }
    }

    /// An optional input as `Option<&str>`.
    pub(super) fn optional(&self, at: usize) -> TokenStream {
        let input = &self.operation.inputs[at];
        let rust = ident(&input.rust);
        if self.operation.exactly_one.contains(&at) {
            return quote!(self.by.as_ref().and_then(|by| by.#rust()));
        }
        match input.kind {
            InputKind::Text(_) | InputKind::PathTail => quote!(self.#rust.as_deref()),
            InputKind::Bool(_) | InputKind::Int(_) | InputKind::Float(_) => {
                quote!(self.#rust.map(|value| value.to_string()).as_deref())
            }
            _ => {
                let text = input::text_of(&input.kind, &quote!(value));
                quote!(self.#rust.as_ref().map(|value| #text))
            }
        }
    }

    /// A text as `&str`.
    pub(in crate::render) fn text(&self, text: &Text) -> TokenStream {
        match text.0.as_slice() {
            [] => quote!(""),
            [part] => self.part(part),
            parts => {
                let parts = parts.iter().map(|part| self.part(part));
                quote!([#(#parts),*].concat().as_str())
            }
        }
    }

    pub(in crate::render) fn part(&self, part: &Part) -> TokenStream {
        match part {
            Part::Plain(text) => quote!(#text),
            Part::Setting(at) => {
                let setting = &self.vendor.settings[*at];
                match setting.kind {
                    SettingKind::Secret(at) => {
                        let at = Literal::usize_unsuffixed(at);
                        quote!(at.secret(#at))
                    }
                    _ => {
                        let rust = ident(&setting.rust);
                        quote!(self.settings.#rust.as_str())
                    }
                }
            }
            Part::Input(at) => {
                let input = &self.operation.inputs[*at];
                let rust = ident(&input.rust);
                input::text_of(&input.kind, &quote!(self.#rust))
            }
            Part::Token(token, field) => {
                let at = Literal::usize_unsuffixed(self.vendor.token_secret(*token, *field));
                quote!(at.secret(#at))
            }
            Part::Request(sent) => {
                let sent = self.sent(sent);
                quote!(#sent.as_str())
            }
            Part::Value(at) => {
                let value = ident(&self.values[*at].rust);
                quote!(#value.as_str())
            }
            Part::Reply(slot) => {
                let (rt, slot) = (self.rt, Literal::u16_unsuffixed(*slot));
                quote!(#rt::printed(slots, #slot)?)
            }
            Part::Parsed(name) => quote!(parts.first(#name)?),
            // Where a text is asked for, a body that is none proves nothing.
            Part::ReplyBody => quote!(::core::str::from_utf8(reply.body()).ok()?),
        }
    }

    /// A part of the request as a `String`.
    pub(super) fn sent(&self, sent: &Sent) -> TokenStream {
        match sent {
            Sent::Method => quote!(request.sent_method()),
            Sent::Host => quote!(request.sent_host()),
            Sent::Path => quote!(request.sent_path()),
            Sent::Query => quote!(request.sent_query()),
            Sent::Target => quote!(request.sent_target()),
            Sent::Body => quote!(request.sent_text()),
            Sent::Header(name) => quote!(request.sent_header(#name)),
        }
    }

    /// The parts of a text as a slice of byte slices.
    pub(in crate::render) fn bytes(&self, text: &Text) -> TokenStream {
        let parts = text.0.iter().map(|part| self.part_bytes(part));
        quote!(&[#(#parts),*])
    }

    /// A text as the bytes of all its parts.
    pub(in crate::render) fn whole_bytes(&self, text: &Text) -> TokenStream {
        match text.0.as_slice() {
            [] => quote!(b""),
            [part] => self.part_bytes(part),
            parts => {
                let parts = parts.iter().map(|part| self.part(part));
                quote!([#(#parts),*].concat().as_bytes())
            }
        }
    }

    pub(super) fn part_bytes(&self, part: &Part) -> TokenStream {
        match part {
            Part::Request(Sent::Body) => quote!(request.sent_body().as_ref()),
            Part::ReplyBody => quote!(reply.body().as_ref()),
            Part::Setting(at) if !matches!(self.vendor.settings[*at].kind, SettingKind::Secret(_)) => {
                let rust = ident(&self.vendor.settings[*at].rust);
                quote!(self.settings.#rust.as_bytes())
            }
            Part::Input(at) => {
                let input = &self.operation.inputs[*at];
                let rust = ident(&input.rust);
                match input.kind {
                    InputKind::Text(_) | InputKind::PathTail | InputKind::Url(_) => quote!(self.#rust.as_bytes()),
                    InputKind::Bool(_) | InputKind::Int(_) | InputKind::Float(_) => {
                        quote!(self.#rust.to_string().as_bytes())
                    }
                    _ => {
                        let part = self.part(part);
                        quote!(#part.as_bytes())
                    }
                }
            }
            Part::Request(sent) => {
                let sent = self.sent(sent);
                quote!(#sent.as_bytes())
            }
            Part::Value(at) => {
                let value = ident(&self.values[*at].rust);
                quote!(#value.as_bytes())
            }
            other => {
                let part = self.part(other);
                quote!(#part.as_bytes())
            }
        }
    }
}
