//! What can be done with a call: wait, wait for a word, ask once, judge, send.

use proc_macro2::TokenStream;
use quote::quote;

use super::builder::required;
use super::{docs, ident};
use crate::model::reading::{View, ViewKind};
use crate::model::types::Type;
use crate::model::{Operation, ReplyKind, Vendor};

/// What can be done with a complete call. Each has its bounds of its own, so that rustc names the input that is missing.
pub(super) fn render(
    vendor: &Vendor,
    operation: &Operation,
    reply: &TokenStream,
    root: &TokenStream,
    rt: &TokenStream,
) -> TokenStream {
    let parameters: Vec<_> = required(vendor, operation).into_iter().map(|required| required.parameter).collect();
    let given = (!parameters.is_empty()).then(|| quote!(where #(#parameters: #rt::IsGiven,)*));
    let call = quote!(#rt::Call::new(self.client, self.call));
    let can_judge = !operation.reading.rules.is_empty();
    let until = operation.can_wait().then(|| word(operation)).flatten().map(|at| {
        let word = ident(&vendor.types.enums[at].rust);
        quote! {
            #[doc = " Waits until the vendor says one of `words`, or until the job is settled, whichever is first."]
            pub fn until(self, words: impl ::core::iter::IntoIterator<Item = #word>) -> #root::Until<#reply, #word>
            #given
            {
                let words = words.into_iter().map(|word| ::std::string::String::from(word.as_str())).collect();
                #call.wait().until(words, #rt::word_of::<#word>)
            }
        }
    });
    let wait = operation.can_wait().then(|| {
        let pace = docs::pace(operation);
        quote! {
            #[doc = " Waits until the job is settled: `.await` it, or `start` it to see its progress."]
            #[doc = ""]
            #pace
            pub fn wait(self) -> #root::Wait<#reply>
            #given
            {
                #call.wait()
            }
        }
    });
    let judge = can_judge.then(|| {
        quote! {
            #[doc = " Says what a recorded reply means, without a network."]
            #[doc = ""]
            #[doc = " # Errors"]
            #[doc = ""]
            #[doc = " Of kind `Credential`, where a proof needs a credential whose provider was not asked yet."]
            pub fn judge(&self, reply: &#root::Reply) -> ::core::result::Result<#root::Polled<#reply>, #root::Error>
            #given
            {
                #rt::judge_call(&self.client, &self.call, reply)
            }
        }
    });
    let once = (can_judge && operation.safe_to_repeat).then(|| {
        quote! {
            #[doc = " Asks once, and says what the reply means."]
            #[doc = ""]
            #[doc = " # Errors"]
            #[doc = ""]
            #[doc = " Whatever keeps a reply away; a reply that is an error is judged, not returned as one."]
            pub async fn poll_once(self) -> ::core::result::Result<#root::Polled<#reply>, #root::Error>
            #given
            {
                #call.poll_once().await
            }
        }
    });
    let send = (!can_judge || !operation.safe_to_repeat).then(|| {
        let once = match operation.safe_to_repeat {
            true => "",
            false => " It is sent once: where its fate is not known, the error is of kind `MayHaveArrived`.",
        };
        let text = format!(" Sends the request and decodes the reply.{once}");
        quote! {
            #[doc = #text]
            #[doc = ""]
            #[doc = " # Errors"]
            #[doc = ""]
            #[doc = " Whatever keeps the reply away, and the vendor's own errors."]
            pub async fn send(self) -> ::core::result::Result<#reply, #root::Error>
            #given
            {
                #call.send().await
            }
        }
    });
    let download = (operation.reply_kind == ReplyKind::Bytes).then(|| {
        quote! {
            #[doc = " Sends the request and hands the body over piece by piece, `limit` bytes at most."]
            #[doc = ""]
            #[doc = " # Errors"]
            #[doc = ""]
            #[doc = " Whatever keeps the reply away, and the vendor's own errors."]
            pub async fn send_streaming(self, limit: u64) -> ::core::result::Result<#root::Download, #root::Error>
            #given
            {
                #call.download(limit).await
            }
        }
    });
    let pages = (!operation.pages.inputs.is_empty()).then(|| {
        quote! {
            #[doc = " Asks for one page after the other: `next` gives each, and it is a stream of them."]
            pub fn pages(self) -> #root::Pages<#reply>
            #given
            {
                #call.pages()
            }
        }
    });
    quote! {
        #pages
        #wait
        #until
        #once
        #judge
        #send
        #download
    }
}

/// The enum that the vendor's own word is of, where every answer has one: what may be missing is no milestone.
fn word(operation: &Operation) -> Option<usize> {
    fn find(view: &View, slot: u16) -> Option<usize> {
        if view.optional {
            return None;
        }
        match (&view.kind, &view.ty) {
            (ViewKind::Scalar(_), Type::Enum(at)) if view.slot == slot => Some(*at),
            (ViewKind::Object(fields), _) => fields.iter().find_map(|(_, field)| find(field, slot)),
            (ViewKind::Inner(inner), _) => find(inner, slot),
            (ViewKind::Union(members), _) => members.iter().find_map(|member| find(member, slot)),
            _ => None,
        }
    }
    find(&operation.reading.answer, *operation.reading.word.first()?)
}
