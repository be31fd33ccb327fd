//! For every rule a test: a reply that makes it decide, and for each of its facts one that does not.

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};

use crate::eval::Judged;
use crate::model::rules::AsideSource;
use crate::model::{InputKind, Operation, Vendor};
use crate::samples::{Reply, samples};

/// The module `rules`, for `cargo test`.
pub(super) fn render(vendor: &Vendor, operation: &Operation, rt: &TokenStream) -> TokenStream {
    let tests = samples(vendor, operation).into_iter().map(|sample| {
        let rule = &operation.reading.rules[sample.rule];
        let name = format_ident!("rule_{}_{}", sample.rule + 1, rule.verdict.as_str());
        let what = format!(" {} ({})", rule.text, rule.place);
        let fires = judged(vendor, operation, &sample.reply, &sample.judged, rt);
        let changes = sample.changes.iter().map(|change| judged(vendor, operation, &change.reply, &change.judged, rt));
        quote! {
            #[doc = #what]
            #[test]
            fn #name() {
                #fires
                #(#changes)*
            }
        }
    });
    let tests: Vec<_> = tests.collect();
    if tests.is_empty() {
        return TokenStream::new();
    }
    quote! {
        #[cfg(test)]
        mod rules {
            #[allow(unused_imports)]
            use super::*;

            #(#tests)*
        }
    }
}

/// Asserts what a reply is judged to be.
fn judged(vendor: &Vendor, operation: &Operation, reply: &Reply, judged: &Judged, rt: &TokenStream) -> TokenStream {
    let Reply { status, headers, body, age, .. } = reply;
    let status = Literal::u16_unsuffixed(*status);
    let headers = headers.iter().map(|(name, value)| quote!((#name, #value)));
    let age = Literal::u64_unsuffixed(u64::try_from(age.as_millis()).unwrap_or(u64::MAX));
    let given = given(vendor, operation, reply, rt);
    let verdict = judged.verdict.as_str();
    let rule = match judged.rule {
        Some(rule) => {
            let rule = Literal::usize_unsuffixed(rule + 1);
            quote!(::core::option::Option::Some(#rule))
        }
        None => quote!(::core::option::Option::None),
    };
    quote! {
        ::core::assert_eq!(
            #rt::Sample {
                status: #status,
                headers: &[#(#headers),*],
                body: #body,
                age: ::core::time::Duration::from_millis(#age),
                given: &[#(#given),*],
            }
            .judge(&READING),
            (#verdict, #rule),
        );
    }
}

/// The inputs and settings that rules look at, in their order.
fn given<'o>(
    vendor: &'o Vendor,
    operation: &'o Operation,
    reply: &'o Reply,
    rt: &'o TokenStream,
) -> impl Iterator<Item = TokenStream> + 'o {
    operation.reading.asides.iter().filter_map(move |aside| {
        let (name, kind) = match &aside.source {
            AsideSource::Input(at) => (&operation.inputs[*at].name, Some(&operation.inputs[*at].kind)),
            AsideSource::Setting(at) => (&vendor.settings[*at].name, None),
            AsideSource::Http | AsideSource::Header(_) | AsideSource::Age => return None,
        };
        let value = reply.given.iter().find(|(given, _)| given == name).map(|(_, value)| value);
        Some(match (value, kind) {
            (None, _) => quote!(#rt::Slot::Absent),
            (Some(value), Some(InputKind::Bool(_))) => {
                let value = value == "true";
                quote!(#rt::given_bool(#value))
            }
            (Some(value), Some(InputKind::Int(_) | InputKind::Float(_))) => {
                quote!(#rt::given_number(#value))
            }
            (Some(value), _) => quote!(#rt::given_text(#value)),
        })
    })
}
