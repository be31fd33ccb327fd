//! The cases of a place as a small enum, read from slots. A `match` over them needs no guards, so rustc proves again what the
//! checker proved.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote};

use super::{docs, ident};
use crate::check::names::{self, Numbered};
use crate::cover::{Case, CaseKind, Pattern, Space};
use crate::model::types::{Type, Types};
use crate::spec::Quantifier;

/// A space with its Rust names.
pub(super) struct Cases {
    /// The enum.
    name: Ident,
    /// The binding of its value.
    pub(super) binding: Ident,
    variants: Vec<Variant>,
    /// The static that holds the members, where this is a union.
    members: Ident,
    slot: u16,
    ty: Type,
    path: String,
}

struct Variant {
    name: Ident,
    kind: CaseKind,
    fields: Vec<Cases>,
}

/// Names some spaces. `enums` is shared by all that stand in one module.
pub(super) fn name(spaces: &[Space], types: &Types, scope: usize, enums: &mut Numbered) -> Vec<Cases> {
    let mut bindings = Numbered::default();
    let naming = Naming { types, scope };
    spaces.iter().map(|space| Cases::new(space, naming, enums, &mut bindings)).collect()
}

/// What names are made from: the vendor's types, and the number of the shape that the spaces are of.
#[derive(Clone, Copy)]
struct Naming<'t> {
    types: &'t Types,
    scope: usize,
}

impl Cases {
    fn new(space: &Space, naming: Naming<'_>, enums: &mut Numbered, bindings: &mut Numbered) -> Self {
        let asked = match space.cases.first().map(|case| &case.kind) {
            Some(CaseKind::Holds(Quantifier::Any)) => " any",
            Some(CaseKind::Holds(Quantifier::All)) => " all",
            Some(CaseKind::Holds(Quantifier::None)) => " none",
            _ => "",
        };
        let path = if space.path.is_empty() { "body" } else { &space.path };
        let text = format!("{path}{asked}");
        let name = enums.unique(&format!("{}Case", names::ty(&text).unwrap_or_else(|| "Place".to_owned())));
        let binding = bindings.unique(&names::field(&text).unwrap_or_else(|| "place".to_owned()));
        let mut variants = Numbered::default();
        let variants = space.cases.iter().map(|case| Variant::new(case, space, naming, enums, &mut variants)).collect();
        Cases {
            name: ident(&name),
            binding: ident(&binding),
            variants,
            members: members(naming.scope, space.slot, &space.ty),
            slot: space.slot,
            ty: space.ty.clone(),
            path: space.path.clone(),
        }
    }

    /// The enum, those below it, and how they are read.
    pub(super) fn declare(&self, rt: &TokenStream) -> TokenStream {
        let (name, path) = (&self.name, format!(" The cases of {}.", docs::code(&self.path)));
        let variants = self.variants.iter().map(|variant| {
            let name = &variant.name;
            match variant.fields.is_empty() {
                true => quote!(#name),
                false => {
                    let (bindings, types) = (
                        variant.fields.iter().map(|field| &field.binding),
                        variant.fields.iter().map(|field| &field.name),
                    );
                    quote!(#name { #(#bindings: #types),* })
                }
            }
        });
        let below = self.variants.iter().flat_map(|variant| &variant.fields).map(|field| field.declare(rt));
        let read = self.read(rt);
        quote! {
            #[doc = #path]
            enum #name { #(#variants),* }

            impl #name {
                fn read(slots: &[#rt::Slot<'_>]) -> ::core::option::Option<Self> {
                    #read
                }
            }

            #(#below)*
        }
    }

    /// `let job_complete = JobCompleteCase::read(slots)?;`
    pub(super) fn bind(&self) -> TokenStream {
        let (binding, name) = (&self.binding, &self.name);
        quote!(let #binding = #name::read(slots)?;)
    }

    fn read(&self, rt: &TokenStream) -> TokenStream {
        let slot = Literal::u16_unsuffixed(self.slot);
        let slot = quote!(#rt::at(slots, #slot));
        let some = |inner: TokenStream| quote!(::core::option::Option::Some(#inner));
        let has = |wanted: fn(&CaseKind) -> bool| self.variants.iter().find(|variant| wanted(&variant.kind));
        let (absent, null) = (has(|kind| *kind == CaseKind::Absent), has(|kind| *kind == CaseKind::Null));
        let rest = self.read_present(rt, &slot);
        match (absent, null) {
            (Some(absent), Some(null)) => {
                let (absent, null) = (&absent.name, &null.name);
                some(quote! {
                    match #slot {
                        #rt::Slot::Absent => Self::#absent,
                        #rt::Slot::Null => Self::#null,
                        _ => #rest,
                    }
                })
            }
            (Some(absent), None) => {
                let absent = &absent.name;
                some(quote! {
                    match #slot {
                        #rt::Slot::Absent | #rt::Slot::Null => Self::#absent,
                        _ => #rest,
                    }
                })
            }
            _ => some(rest),
        }
    }

    /// The case of something that is there.
    fn read_present(&self, rt: &TokenStream, slot: &TokenStream) -> TokenStream {
        let none = quote!(return ::core::option::Option::None);
        let first = self.variants.iter().find(|variant| !matches!(variant.kind, CaseKind::Absent | CaseKind::Null));
        match first.map(|variant| &variant.kind) {
            Some(CaseKind::Holds(quantifier)) => {
                let function = match quantifier {
                    Quantifier::Any => quote!(any),
                    Quantifier::All => quote!(all),
                    Quantifier::None => quote!(none),
                };
                let (holds, holds_not) = (&self.variants[0].name, &self.variants[1].name);
                quote!(if #rt::#function(#slot)? { Self::#holds } else { Self::#holds_not })
            }
            Some(CaseKind::Member(_)) => {
                let members = &self.members;
                let arms = self.variants.iter().filter_map(|variant| match variant.kind {
                    CaseKind::Member(at) => {
                        let (at, build) = (Literal::usize_unsuffixed(at), variant.build());
                        Some(quote!(#at => #build,))
                    }
                    _ => None,
                });
                quote!(match #rt::member_of(&#members, slots)? { #(#arms)* _ => #none })
            }
            Some(CaseKind::Present) => first.map(Variant::build).unwrap_or_default(),
            _ => self.read_word(slot),
        }
    }

    fn read_word(&self, slot: &TokenStream) -> TokenStream {
        let words = self.variants.iter().filter_map(|variant| match &variant.kind {
            CaseKind::Word(word) => Some((word, &variant.name)),
            _ => None,
        });
        let other = self.variants.iter().find(|variant| variant.kind == CaseKind::Other).map(|variant| &variant.name);
        let (access, arms): (_, Vec<_>) = match self.ty {
            Type::Bool | Type::LenientBool => {
                let access = if self.ty == Type::Bool { quote!(bool) } else { quote!(lenient_bool) };
                let arms = words.map(|(word, variant)| {
                    let word = ident(word);
                    quote!(#word => Self::#variant,)
                });
                (access, arms.collect())
            }
            Type::Int | Type::LenientInt => {
                let access = if self.ty == Type::Int { quote!(int) } else { quote!(lenient_int) };
                let arms = words.map(|(word, variant)| {
                    let word = Literal::i64_unsuffixed(word.parse().unwrap_or_default());
                    quote!(#word => Self::#variant,)
                });
                (access, arms.collect())
            }
            _ => {
                let access = if self.ty == Type::LenientString { quote!(lenient_text) } else { quote!(text) };
                (access, words.map(|(word, variant)| quote!(#word => Self::#variant,)).collect())
            }
        };
        match (arms.is_empty(), other) {
            // Any word is the same case, and still it must be one.
            (true, Some(other)) => quote!({ let _ = #slot.#access()?; Self::#other }),
            (_, other) => {
                let other = other.map(|other| quote!(_ => Self::#other,));
                quote!(match #slot.#access()? { #(#arms)* #other })
            }
        }
    }

    /// A pattern without `Or`.
    pub(super) fn pattern(&self, pattern: &Pattern) -> TokenStream {
        let Pattern::Case(at, fields) = pattern else { return quote!(_) };
        let Some(variant) = self.variants.get(*at) else { return quote!(_) };
        let (name, case) = (&self.name, &variant.name);
        if variant.fields.is_empty() {
            return quote!(#name::#case);
        }
        let named = variant.fields.iter().zip(fields).filter(|(_, pattern)| **pattern != Pattern::Any);
        let named: Vec<_> = named
            .map(|(field, pattern)| {
                let (binding, pattern) = (&field.binding, field.pattern(pattern));
                quote!(#binding: #pattern)
            })
            .collect();
        match named.len() == variant.fields.len() {
            true => quote!(#name::#case { #(#named),* }),
            false => quote!(#name::#case { #(#named,)* .. }),
        }
    }
}

/// The static that holds the members of a union. Shapes that share a slot, and elements that have slots of their own, may
/// each have another one there.
pub(super) fn members(scope: usize, slot: u16, ty: &Type) -> Ident {
    let union = if let Type::Union(at) = ty { *at } else { 0 };
    format_ident!("MEMBERS_{scope}_{slot}_{union}")
}

impl Variant {
    fn new(case: &Case, space: &Space, naming: Naming<'_>, enums: &mut Numbered, taken: &mut Numbered) -> Self {
        let name = match &case.kind {
            CaseKind::Absent => "Absent".to_owned(),
            CaseKind::Null => "Null".to_owned(),
            CaseKind::Other => "Other".to_owned(),
            CaseKind::Present => "Present".to_owned(),
            CaseKind::Holds(_) => "Holds".to_owned(),
            CaseKind::HoldsNot => "HoldsNot".to_owned(),
            // A word may read like one of the names above.
            CaseKind::Word(word) => match names::variant(word) {
                Some(name) if !["Absent", "Null", "Other", "Present"].contains(&name.as_str()) => name,
                Some(name) => format!("{name}Word"),
                None => "Word".to_owned(),
            },
            CaseKind::Member(at) => match &space.ty {
                Type::Union(union) => {
                    naming.types.unions[*union].members.get(*at).map_or("Member".to_owned(), |(name, _)| name.clone())
                }
                _ => "Member".to_owned(),
            },
        };
        let mut bindings = Numbered::default();
        let fields = case.fields.iter().map(|field| Cases::new(field, naming, enums, &mut bindings)).collect();
        Variant { name: ident(&taken.unique(&name)), kind: case.kind.clone(), fields }
    }

    fn build(&self) -> TokenStream {
        let name = &self.name;
        let fields = self.fields.iter().map(|field| {
            let (binding, ty) = (&field.binding, &field.name);
            quote!(#binding: #ty::read(slots)?)
        });
        match self.fields.is_empty() {
            true => quote!(Self::#name),
            false => quote!(Self::#name { #(#fields),* }),
        }
    }
}
