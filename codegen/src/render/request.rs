//! How an operation's request is built.

mod json;
mod text;

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};

use super::{ident, input};
use crate::model::{
    Body, FormPart, Header, HeaderValue, InputKind, LinkKind, Multipart, Operation, Part, Placed, Signer, Stage, Text,
    Value, Vendor,
};
use crate::spec::OneMethod;

/// What expressions of one operation are written with.
pub(super) struct Writer<'a> {
    pub(super) vendor: &'a Vendor,
    pub(super) operation: &'a Operation,
    /// The values that texts name.
    pub(super) values: &'a [Value],
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
        let operation = self.operation;
        let path = operation.path.0.iter().map(|part| self.path_part(part));
        let query = |late: bool| {
            let is_late = |text: &Text| text.stage(&operation.values) >= Stage::Query;
            let query = operation.query.iter().filter(move |placed| is_late(&placed.value) == late);
            query.map(|placed| self.placed(placed, &quote!(query)))
        };
        let headers = |late: bool| {
            let is_late = |value: &HeaderValue| value.stage(&operation.values) == Stage::Headers;
            operation.headers.iter().filter(move |header| is_late(&header.value) == late).map(|one| self.header(one))
        };
        let (query_first, query_last) = (query(false), query(true));
        let (headers_first, headers_last) = (headers(false), headers(true));
        let body = operation.body.as_ref().map(|body| self.body(body));
        let [start, with_path, with_body, with_query, with_target, with_headers] = Stage::ALL.map(|stage| {
            let values = operation.values.iter().filter(|value| value.stage == stage);
            values.map(|value| self.value(value)).collect::<TokenStream>()
        });
        let (base, finish) = (self.base(), self.finish());
        let accept = operation.reply_kind.is_any().then(|| quote!(request.accept_any();));
        let compose = match operation.link {
            None => quote!(let mut request = #rt::Compose::new(#rt::Method::#method, #base); #(#path)*),
            Some(kind) => {
                let input = operation.path.0.first().map(|part| match part {
                    Part::Input(at) => (&operation.inputs[*at].name, self.part(part)),
                    _ => (&operation.name.value, quote!("")),
                });
                let (names, urls): (Vec<_>, Vec<_>) = input.into_iter().unzip();
                let link = match kind {
                    LinkKind::Vendor => quote!(at.vendor_link(#(#names, #urls),*, #base)?),
                    LinkKind::Any => quote!(at.any_link(#(#names, #urls),*)?),
                };
                quote!(#[allow(unused_mut)] let mut request = #rt::Compose::link(#rt::Method::#method, &#link);)
            }
        };
        quote! {
            #start
            #compose
            #accept
            #with_path
            #body
            #with_body
            #(#query_first)*
            #with_query
            #(#query_last)*
            #with_target
            #(#headers_first)*
            #with_headers
            #(#headers_last)*
            #finish
        }
    }

    /// The request, signed as a whole where that is asked.
    fn finish(&self) -> TokenStream {
        let rt = self.rt;
        // What is read of the request is read before it is complete.
        let (mut read, mut names) = (TokenStream::new(), 0_usize..);
        let mut text_of = |text: &Text| {
            let made = self.text(text);
            if !text.0.iter().any(|part| matches!(part, Part::Request(_))) {
                return made;
            }
            let name = format_ident!("__read_{}", names.next().unwrap_or_default());
            read.extend(quote!(let #name = ::std::string::String::from(#made);));
            quote!(#name.as_str())
        };
        let signed = match &self.operation.signer {
            None => return quote!(request.finish()),
            Some(Signer::OAuth1(oauth1)) => {
                let (key, secret) = (text_of(&oauth1.consumer_key), text_of(&oauth1.consumer_secret));
                let token = match &oauth1.token {
                    Some((token, secret)) => {
                        let (token, secret) = (text_of(token), text_of(secret));
                        quote!(::core::option::Option::Some((#token, #secret)))
                    }
                    None => quote!(::core::option::Option::None),
                };
                let digest = if oauth1.is_sha256 { quote!(HmacSha256) } else { quote!(HmacSha1) };
                let realm = self.if_any(&oauth1.realm, &mut text_of);
                let nonce = Literal::u8_unsuffixed(oauth1.nonce);
                quote! {
                    #rt::sign_oauth1(request.finish()?, #rt::OAuth1 {
                        digest: #rt::Digest::#digest,
                        realm: #realm,
                        consumer_key: #key,
                        consumer_secret: #secret,
                        token: #token,
                        nonce: #rt::Encoding::Hex.encode(&at.chance.of_attempt(#nonce)[..16]).as_str(),
                        timestamp: #rt::unix_seconds(at.now).as_str(),
                    })
                }
            }
            Some(Signer::AwsSigV4(aws)) => {
                let needs = self.needs("aws_sigv4");
                let (service, region) = (text_of(&aws.service), text_of(&aws.region));
                let (access_key, secret_key) = (text_of(&aws.access_key), text_of(&aws.secret_key));
                let session_token = self.if_any(&aws.session_token, &mut text_of);
                let content_sha256 = aws.content_sha256;
                quote! {
                    #needs
                    #rt::sign_aws(request.finish()?, &#rt::AwsKeys {
                        region: #region,
                        service: #service,
                        access_key: #access_key,
                        secret_key: #secret_key,
                        session_token: #session_token,
                        content_sha256: #content_sha256,
                    }, at.now)
                }
            }
        };
        quote!(#read #signed)
    }

    /// A text that need not be there, as `Option<&str>`.
    fn if_any(&self, text: &Option<Text>, text_of: impl FnOnce(&Text) -> TokenStream) -> TokenStream {
        let rt = self.rt;
        match text {
            Some(text) => match (self.sole_optional(text), self.sole_setting(text)) {
                (Some(at), _) => self.optional(at),
                (None, Some(_)) => {
                    let setting = self.text(text);
                    quote!(#rt::given(#setting))
                }
                (None, None) => {
                    let text = text_of(text);
                    quote!(::core::option::Option::Some(#text))
                }
            },
            None => quote!(::core::option::Option::None),
        }
    }

    /// The base URL: the client's own where it has one, or else the one that came with a token.
    fn base(&self) -> TokenStream {
        let role = Literal::usize_unsuffixed(self.operation.role);
        match self.vendor.roles.get(self.operation.role).and_then(|role| role.token) {
            Some((token, field)) => {
                let token = self.part(&Part::Token(token, field));
                quote!(at.base_or(#role, #token))
            }
            None => quote!(at.base(#role)),
        }
    }

    fn body(&self, body: &Body) -> TokenStream {
        match body {
            Body::Json(json) => {
                let (before, json) = self.json(json, "__body");
                quote!(#before request.json(#json);)
            }
            Body::Form(members) => {
                let members = members.iter().map(|placed| self.placed(placed, &quote!(form)));
                quote!(request.start_form(); #(#members)*)
            }
            Body::Multipart(form) => self.multipart(form),
            Body::Text(text) => {
                let text = self.text(text);
                quote!(request.text(#text);)
            }
            Body::Bytes(at) => {
                let rust = ident(&self.operation.inputs[*at].rust);
                quote!(request.bytes(&self.#rust);)
            }
        }
    }

    fn multipart(&self, form: &Multipart) -> TokenStream {
        let boundary = Literal::u8_unsuffixed(form.boundary);
        let parts = form.parts.iter().map(|part| match part {
            FormPart::Text(placed) => self.placed(placed, &quote!(part)),
            FormPart::Json(part) => {
                let (name, media_type) = (&part.name, self.text(&part.media_type));
                match self.optional_json(&part.json) {
                    Some(optional) => quote! {
                        if let ::core::option::Option::Some(value) = #optional {
                            request.json_part(#name, #media_type, value);
                        }
                    },
                    None => {
                        let (before, json) = self.json(&part.json, "__part");
                        quote!(#before request.json_part(#name, #media_type, #json);)
                    }
                }
            }
            FormPart::File(part) => {
                let (name, input) = (&part.name, &self.operation.inputs[part.input]);
                let (filename, media_type) = (self.text(&part.filename), self.text(&part.media_type));
                let rust = ident(&input.rust);
                let file = quote!(request.file_part(#name, #filename, #media_type, file););
                match input.optional {
                    true => quote!(if let ::core::option::Option::Some(file) = &self.#rust { #file }),
                    false => quote!({ let file = &self.#rust; #file }),
                }
            }
        });
        quote!(request.start_parts(&at.chance.of_attempt(#boundary)); #(#parts)* request.end_parts();)
    }

    /// A query parameter, or a member of a form: once for each element of a list, and not at all where it is left out.
    fn placed(&self, placed: &Placed, function: &TokenStream) -> TokenStream {
        let name = &placed.name;
        if let [Part::Input(at)] = placed.value.0.as_slice()
            && let InputKind::List(item) = &self.operation.inputs[*at].kind
        {
            let input = &self.operation.inputs[*at];
            let (rust, text) = (ident(&input.rust), input::text_of(item, &quote!(item)));
            let all = match input.optional {
                true => quote!(self.#rust.iter().flatten()),
                false => quote!(&self.#rust),
            };
            return quote!(for item in #all { request.#function(#name, #text); });
        }
        self.with_text(&placed.value, |value| quote!(request.#function(#name, #value);))
    }

    fn header(&self, header: &Header) -> TokenStream {
        let (rt, name) = (self.rt, &header.name);
        match &header.value {
            HeaderValue::Text(text) => self.with_text(text, |value| quote!(request.header(#name, #value);)),
            HeaderValue::Basic(user, password) => {
                let (user, password) = (self.text(user), self.text(password));
                quote!(request.header(#name, &#rt::basic(#user, #password));)
            }
        }
    }

    fn path_part(&self, part: &Part) -> TokenStream {
        match part {
            Part::Plain(text) => quote!(request.path(#text);),
            Part::Input(at) => {
                let (input, value) = (&self.operation.inputs[*at], self.part(part));
                let name = &input.name;
                match input.kind {
                    InputKind::PathTail => quote!(request.path_tail(#name, #value);),
                    _ => quote!(request.path_value(#name, #value);),
                }
            }
            Part::Setting(at) => {
                let (name, value) = (&self.vendor.settings[*at].name, self.part(part));
                quote!(request.path_value(#name, #value);)
            }
            Part::Value(_)
            | Part::Token(..)
            | Part::Request(_)
            | Part::Reply(_)
            | Part::ReplyBody
            | Part::Parsed(_) => {
                let value = self.part(part);
                quote!(request.path_value("value", #value);)
            }
        }
    }
}
