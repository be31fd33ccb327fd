//! The builder of an operation's call: required inputs by type, options, and what can be done with a complete call.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::input::{self, variant};
use super::{docs, ident, terminals, types};
use crate::check::names::{self, Numbered};
use crate::model::types::Types;
use crate::model::{Input, Operation, Vendor};

/// Something that must be given before a call can be made: its type parameter, and the inputs that give it.
pub(super) struct Required {
    pub(super) parameter: Ident,
    inputs: Vec<usize>,
}

pub(super) fn required(vendor: &Vendor, operation: &Operation) -> Vec<Required> {
    let mut taken = type_names(vendor);
    let mut parameter = |name: &str| ident(&taken.unique(&names::variant(name).unwrap_or_else(|| "Input".to_owned())));
    let mut all: Vec<_> = (0..operation.inputs.len())
        .filter(|at| !operation.inputs[*at].optional && !operation.inputs[*at].kind.has_default())
        .map(|at| Required { parameter: parameter(&operation.inputs[at].name), inputs: vec![at] })
        .collect();
    if !operation.exactly_one.is_empty() {
        all.push(Required { parameter: parameter("By"), inputs: operation.exactly_one.clone() });
    }
    all
}

/// The enum of which one input is given.
pub(super) fn choice(operation: &Operation) -> Ident {
    format_ident!("{}", operation.choice())
}

/// All names of types in a vendor's module: a type parameter of the same name would hide one.
fn type_names(vendor: &Vendor) -> Numbered {
    let mut names = Numbered::default();
    let types = &vendor.types;
    let records = types.records.iter().map(|record| &record.rust);
    let enums = types.enums.iter().map(|words| &words.rust);
    let unions = types.unions.iter().map(|union| &union.rust);
    let operations = vendor.operations.iter().map(|operation| &operation.rust);
    records.chain(enums).chain(unions).chain(operations).for_each(|name| drop(names.unique(name)));
    vendor.operations.iter().for_each(|operation| drop(names.unique(&operation.choice())));
    names
}

/// The operation's method on the client.
pub(super) fn method(vendor: &Vendor, operation: &Operation, rt: &TokenStream, root: &TokenStream) -> TokenStream {
    let (call, builder, inner) = (ident(&operation.call), ident(&operation.rust), ident(&operation.call));
    let required = required(vendor, operation);
    let parameters = required.iter().map(|_| quote!(#rt::Missing));
    let docs = docs::operation(vendor, operation);
    let fields =
        operation.inputs.iter().enumerate().filter(|(at, _)| !operation.exactly_one.contains(at)).map(|(_, input)| {
            let (name, start) = (ident(&input.rust), input::start(input, &vendor.types, rt, root));
            quote!(#name: #start,)
        });
    let by = (!operation.exactly_one.is_empty()).then(|| quote!(by: ::core::option::Option::None,));
    let generics = (!required.is_empty()).then(|| quote!(<#(#parameters),*>));
    quote! {
        #docs
        pub fn #call(&self) -> #builder #generics {
            #builder {
                client: ::core::clone::Clone::clone(&self.core),
                call: #inner::Call {
                    settings: ::core::clone::Clone::clone(&self.settings),
                    #(#fields)*
                    #by
                },
                given: ::core::marker::PhantomData,
            }
        }
    }
}

/// The builder and the choice of inputs.
pub(super) fn render(vendor: &Vendor, operation: &Operation, rt: &TokenStream, root: &TokenStream) -> TokenStream {
    let reply = types::reply(&TokenStream::new(), operation, &vendor.types, root);
    let terminals = terminals::render(vendor, operation, &reply, root, rt);
    let builder = render_with(vendor, operation, terminals, rt, root);
    let readers = (!operation.exactly_one.is_empty()).then(|| choice_readers(operation));
    quote!(#builder #readers)
}

/// How a request reads which input was chosen.
fn choice_readers(operation: &Operation) -> TokenStream {
    let name = choice(operation);
    let inputs: Vec<_> = operation.exactly_one.iter().map(|at| &operation.inputs[*at]).collect();
    let variants = inputs.iter().map(|input| variant(input));
    let fields = inputs.iter().map(|input| ident(&input.rust));
    quote! {
        impl #name {
            #(fn #fields(&self) -> ::core::option::Option<&str> {
                match self {
                    #name::#variants(value) => ::core::option::Option::Some(value),
                    _ => ::core::option::Option::None,
                }
            })*
        }
    }
}

/// The same with other things that can be done with a complete call.
pub(super) fn render_with(
    vendor: &Vendor,
    operation: &Operation,
    terminals: TokenStream,
    rt: &TokenStream,
    root: &TokenStream,
) -> TokenStream {
    let builder = builder(vendor, operation, terminals, rt, root);
    let choice = (!operation.exactly_one.is_empty()).then(|| render_choice(operation, &vendor.types, root));
    quote! {
        #builder
        #choice
    }
}

fn builder(
    vendor: &Vendor,
    operation: &Operation,
    terminals: TokenStream,
    rt: &TokenStream,
    root: &TokenStream,
) -> TokenStream {
    let (name, inner) = (ident(&operation.rust), ident(&operation.call));
    let all = required(vendor, operation);
    let parameters: Vec<_> = all.iter().map(|required| &required.parameter).collect();
    let generics = (!all.is_empty()).then(|| quote!(<#(#parameters),*>));
    let defaults = (!all.is_empty()).then(|| quote!(<#(#parameters = #rt::Given),*>));
    let text = format!("A call of {}, in the making.", docs::code(&operation.name.value));
    let needs = match all.is_empty() {
        true => String::new(),
        false => {
            let inputs = all.iter().map(|required| {
                let inputs = required.inputs.iter().map(|at| docs::code(&operation.inputs[*at].name));
                inputs.collect::<Vec<_>>().join(" or ")
            });
            format!(
                "It can be made once {} {} given.",
                inputs.collect::<Vec<_>>().join(", "),
                if all.len() == 1 { "is" } else { "are" }
            )
        }
    };
    let about = docs::lines([text.as_str(), "", needs.as_str()]);
    let must_use =
        format!("a call does nothing until it is {}", if operation.can_wait() { "waited for" } else { "sent" });
    let optional = operation
        .inputs
        .iter()
        .enumerate()
        .filter(|(at, input)| !operation.exactly_one.contains(at) && (input.optional || input.kind.has_default()));
    let optional = optional.map(|(_, input)| optional_setter(input, &vendor.types, root));
    let required_setters = all.iter().map(|one| required_setter(vendor, operation, one, &all, rt, root));
    let debug = operation.rust.as_str();
    quote! {
        #about
        #[must_use = #must_use]
        pub struct #name #defaults {
            client: #rt::Client,
            call: #inner::Call,
            given: ::core::marker::PhantomData<(#(#parameters,)*)>,
        }

        impl #generics ::core::fmt::Debug for #name #generics {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.debug_struct(#debug).field("client", &self.client).finish_non_exhaustive()
            }
        }

        #(#required_setters)*

        impl #generics #name #generics {
            #(#optional)*
            #terminals
        }
    }
}

fn optional_setter(input: &Input, types: &Types, root: &TokenStream) -> TokenStream {
    let name = ident(&input.rust);
    let docs = docs::about(input.about.as_deref(), &format!("The input {}.", docs::code(&input.name)));
    let default = match input.kind.default() {
        Some(default) => format!(" {} unless said.", docs::code(&default)),
        None => " Left out unless said.".to_owned(),
    };
    let (argument, value) = input::argument(&input.kind, types, root);
    let value = if input.optional { quote!(::core::option::Option::Some(#value)) } else { value };
    quote! {
        #docs
        #[doc = ""]
        #[doc = #default]
        pub fn #name(mut self, value: #argument) -> Self {
            self.call.#name = #value;
            self
        }
    }
}

/// Setters that change the builder's type, so that each can be called once and none can be forgotten.
fn required_setter(
    vendor: &Vendor,
    operation: &Operation,
    one: &Required,
    all: &[Required],
    rt: &TokenStream,
    root: &TokenStream,
) -> TokenStream {
    let name = ident(&operation.rust);
    let others: Vec<_> =
        all.iter().filter(|other| other.parameter != one.parameter).map(|other| &other.parameter).collect();
    let with = |state: TokenStream| {
        let parameters = all.iter().map(|other| match other.parameter == one.parameter {
            true => state.clone(),
            false => {
                let parameter = &other.parameter;
                quote!(#parameter)
            }
        });
        quote!(<#(#parameters),*>)
    };
    let (before, after) = (with(quote!(#rt::Missing)), with(quote!(#rt::Given)));
    let generics = (!others.is_empty()).then(|| quote!(<#(#others),*>));
    let is_choice = !operation.exactly_one.is_empty() && one.inputs == operation.exactly_one;
    let setters = one.inputs.iter().map(|at| {
        let input = &operation.inputs[*at];
        let setter = ident(&input.rust);
        let docs = docs::about(input.about.as_deref(), &format!("The input {}.", docs::code(&input.name)));
        let (argument, value) = input::argument(&input.kind, &vendor.types, root);
        let set = match is_choice {
            true => {
                let (by, variant) = (choice(operation), variant(input));
                quote!(self.call.by = ::core::option::Option::Some(#by::#variant(#value));)
            }
            false => quote!(self.call.#setter = #value;),
        };
        quote! {
            #docs
            pub fn #setter(mut self, value: #argument) -> #name #after {
                #set
                #name { client: self.client, call: self.call, given: ::core::marker::PhantomData }
            }
        }
    });
    let by = is_choice.then(|| {
        let by = choice(operation);
        quote! {
            #[doc = " One of the inputs of which exactly one is given."]
            pub fn by(mut self, by: #by) -> #name #after {
                self.call.by = ::core::option::Option::Some(by);
                #name { client: self.client, call: self.call, given: ::core::marker::PhantomData }
            }
        }
    });
    quote! {
        impl #generics #name #before {
            #(#setters)*
            #by
        }
    }
}

/// `enum PolicyStatusBy { JobId(String), … }`.
fn render_choice(operation: &Operation, types: &Types, root: &TokenStream) -> TokenStream {
    let name = choice(operation);
    let inputs: Vec<_> = operation.exactly_one.iter().map(|at| &operation.inputs[*at]).collect();
    let variants: Vec<_> = inputs.iter().map(|input| variant(input)).collect();
    let fields: Vec<_> = inputs.iter().map(|input| ident(&input.rust)).collect();
    let types: Vec<_> = inputs.iter().map(|one| input::ty(&one.kind, types, root)).collect();
    let docs = inputs
        .iter()
        .map(|input| docs::about(input.about.as_deref(), &format!("The input {}.", docs::code(&input.name))));
    let list: Vec<_> = inputs.iter().map(|input| docs::code(&input.name)).collect();
    let about = format!(" Exactly one of {}.", list.join(", "));
    let order = format!(" The first that is given, in the vendor's order: {}.", list.join(", "));
    let reason = format!("needs one of {}", list.join(", "));
    quote! {
        #[doc = #about]
        #[derive(Clone, PartialEq, Eq)]
        #[non_exhaustive]
        pub enum #name {
            #(#docs #variants(#types),)*
        }

        impl #name {
            #[doc = #order]
            #[doc = ""]
            #[doc = " # Errors"]
            #[doc = ""]
            #[doc = " Where none is given."]
            pub fn from_options(
                #(#fields: ::core::option::Option<#types>,)*
            ) -> ::core::result::Result<Self, #root::InvalidInput> {
                let given = ::core::option::Option::None;
                #(let given = given.or(#fields.map(#name::#variants));)*
                given.ok_or(#root::InvalidInput::new("by", #reason))
            }
        }

        impl ::core::fmt::Debug for #name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.write_str(match self {
                    #(#name::#variants(_) => ::core::stringify!(#variants),)*
                })
            }
        }
    }
}
