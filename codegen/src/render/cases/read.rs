//! How the case of a place is read from slots.

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};

use super::{Cases, Variant, share_name};
use crate::check::matcher::{Family, family};
use crate::cover::{CaseKind, Subject};
use crate::model::types::Type;
use crate::render::ident;
use crate::render::reading::unit;

impl Cases {
    /// What makes the variant of this kind, or `None` where there is no such case.
    fn make(&self, wanted: &CaseKind) -> TokenStream {
        match self.variant(|kind| kind == wanted) {
            Some(variant) => variant.build(),
            None => quote!(return ::core::option::Option::None),
        }
    }

    pub(super) fn read(&self, rt: &TokenStream) -> TokenStream {
        let slot = Literal::u16_unsuffixed(self.slot);
        let slot = quote!(#rt::at(slots, #slot));
        let read = match &self.subject {
            Subject::Place(ty) => self.read_place(ty, rt, &slot),
            Subject::Elements(slots) => self.read_elements(slots, rt),
            Subject::Count => self.read_ranges(&quote!(#rt::total(#slot)?)),
            Subject::Length => self.read_ranges(&quote!(#rt::length(#slot.lenient_text()?))),
            Subject::Part(part) => self.read_test(&quote!(#slot.lenient_text()?.contains(#part))),
            Subject::Same(other, ty) => {
                let other = Literal::u16_unsuffixed(*other);
                let family = match family(ty) {
                    Some(Family::Int) => quote!(Int),
                    Some(Family::Float) => quote!(Float),
                    Some(Family::Bool) => quote!(Bool),
                    Some(Family::Text) | None => quote!(Text),
                };
                self.read_test(&quote!(#rt::same(#rt::Family::#family, #slot, #rt::at(slots, #other))))
            }
            Subject::Moment(kind) => {
                let kind = unit(*kind, rt);
                self.read_moment(&quote!(#rt::moment(#kind, #slot)))
            }
            Subject::Since(kind, other, of_other) => {
                let (kind, of_other) = (unit(*kind, rt), unit(*of_other, rt));
                let other = Literal::u16_unsuffixed(*other);
                self.read_moment(&quote!(#rt::since(#kind, #slot, #of_other, #rt::at(slots, #other))))
            }
            Subject::Proof => self.read_test(&quote!(known.proof)),
            Subject::Body => {
                let (there, unread) = (self.make(&CaseKind::Present), self.make(&CaseKind::Unread));
                quote!(if known.answer { #there } else { #unread })
            }
            Subject::Error => self.read_error(rt),
        };
        quote!(::core::option::Option::Some(#read))
    }

    /// A moment, where it is one.
    fn read_moment(&self, moment: &TokenStream) -> TokenStream {
        let (none, ranges) = (self.make(&CaseKind::Unread), self.read_ranges(&quote!(moment)));
        quote! {
            match #moment {
                ::core::option::Option::Some(moment) => #ranges,
                ::core::option::Option::None => #none,
            }
        }
    }

    fn read_test(&self, test: &TokenStream) -> TokenStream {
        let (holds, holds_not) = (self.make(&CaseKind::Holds), self.make(&CaseKind::HoldsNot));
        quote!(if #test { #holds } else { #holds_not })
    }

    fn read_error(&self, rt: &TokenStream) -> TokenStream {
        let (unread, absent) = (self.make(&CaseKind::Unread), self.make(&CaseKind::Absent));
        let members = self.variants.iter().filter_map(|variant| match variant.kind {
            CaseKind::Member(at) => {
                let (at, build) = (Literal::usize_unsuffixed(at), variant.build());
                Some(quote!(#rt::Declared::Error(#at) => #build,))
            }
            _ => None,
        });
        quote! {
            match known.error {
                #rt::Declared::Unread => #unread,
                #rt::Declared::None => #absent,
                #(#members)*
                #rt::Declared::Error(_) => return ::core::option::Option::None,
            }
        }
    }

    fn read_elements(&self, slots: &[u16], rt: &TokenStream) -> TokenStream {
        let read = slots.iter().map(|slot| {
            let slot = Literal::u16_unsuffixed(*slot);
            quote!(#rt::share(#rt::at(slots, #slot))?)
        });
        let arms = self.variants.iter().filter_map(|variant| {
            let shares: Vec<_> = match &variant.kind {
                CaseKind::Empty => slots.iter().map(|_| quote!(#rt::Share::Empty)).collect(),
                CaseKind::Counted(shares) => shares
                    .iter()
                    .map(|share| {
                        let share = format_ident!("{}", share_name(*share));
                        quote!(#rt::Share::#share)
                    })
                    .collect(),
                _ => return None,
            };
            let (shares, build) = (tuple_of(&shares), variant.build());
            Some(quote!(#shares => #build,))
        });
        let read = tuple_of(&read.collect::<Vec<_>>());
        let arms: Vec<_> = arms.collect();
        // Of one condition, every share is a case.
        let rest = match (slots.len(), arms.len()) {
            (1, 4) => None,
            _ => Some(quote!(_ => return ::core::option::Option::None,)),
        };
        quote!(match #read { #(#arms)* #rest })
    }

    /// Numbers in ranges; the first and the last reach as far as numbers do.
    fn read_ranges(&self, number: &TokenStream) -> TokenStream {
        let ranges = self.variants.iter().filter_map(|variant| match variant.kind {
            CaseKind::Between(from, to) => Some((from, to, variant)),
            _ => None,
        });
        let ranges: Vec<_> = ranges.collect();
        let arms = ranges.iter().enumerate().map(|(at, (from, to, variant))| {
            let from = from.filter(|_| at > 0).map(Literal::i64_unsuffixed);
            let to = to.filter(|_| at + 1 < ranges.len()).map(Literal::i64_unsuffixed);
            let build = variant.build();
            match (from, to) {
                (Some(from), Some(to)) if from.to_string() == to.to_string() => quote!(#from => #build,),
                (Some(from), Some(to)) => quote!(#from..=#to => #build,),
                (Some(from), None) => quote!(#from.. => #build,),
                (None, Some(to)) => quote!(..=#to => #build,),
                (None, None) => quote!(_ => #build,),
            }
        });
        quote!(match #number { #(#arms)* })
    }

    fn read_place(&self, ty: &Type, rt: &TokenStream, slot: &TokenStream) -> TokenStream {
        let (absent, null) =
            (self.variant(|kind| *kind == CaseKind::Absent), self.variant(|kind| *kind == CaseKind::Null));
        let rest = self.read_present(ty, rt, slot);
        match (absent, null) {
            (Some(absent), Some(null)) => {
                let (absent, null) = (&absent.name, &null.name);
                quote! {
                    match #slot {
                        #rt::Slot::Absent => Self::#absent,
                        #rt::Slot::Null => Self::#null,
                        _ => #rest,
                    }
                }
            }
            (Some(absent), None) => {
                let absent = &absent.name;
                quote! {
                    match #slot {
                        #rt::Slot::Absent | #rt::Slot::Null => Self::#absent,
                        _ => #rest,
                    }
                }
            }
            _ => rest,
        }
    }

    /// The case of something that is there.
    fn read_present(&self, ty: &Type, rt: &TokenStream, slot: &TokenStream) -> TokenStream {
        let none = quote!(return ::core::option::Option::None);
        let first = self.variant(|kind| !matches!(kind, CaseKind::Absent | CaseKind::Null));
        match first.map(|variant| &variant.kind) {
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
            Some(CaseKind::Between(..)) => self.read_ranges(&match ty {
                Type::Int => quote!(#slot.int()?),
                Type::LenientInt => quote!(#slot.lenient_int()?),
                _ => quote!(#rt::key(#slot.float()?)),
            }),
            _ => self.read_word(ty, slot),
        }
    }

    fn read_word(&self, ty: &Type, slot: &TokenStream) -> TokenStream {
        let words = self.variants.iter().filter_map(|variant| match &variant.kind {
            CaseKind::Word(word) => Some((word, variant.build())),
            _ => None,
        });
        let other = self.variant(|kind| *kind == CaseKind::Other).map(Variant::build);
        let (access, mut arms): (_, Vec<_>) = match ty {
            Type::Bool | Type::LenientBool => {
                let access = if *ty == Type::Bool { quote!(bool) } else { quote!(lenient_bool) };
                let arms = words.map(|(word, build)| {
                    let word = ident(word);
                    quote!(#word => #build,)
                });
                (access, arms.collect())
            }
            Type::Int | Type::LenientInt => {
                let access = if *ty == Type::Int { quote!(int) } else { quote!(lenient_int) };
                let arms = words.map(|(word, build)| {
                    let word = Literal::i64_unsuffixed(word.parse().unwrap_or_default());
                    quote!(#word => #build,)
                });
                (access, arms.collect())
            }
            _ => {
                let access = if *ty.written() == Type::LenientString { quote!(lenient_text) } else { quote!(text) };
                (access, words.map(|(word, build)| quote!(#word => #build,)).collect())
            }
        };
        arms.extend(self.beginnings());
        match (arms.is_empty(), other) {
            // Any word is the same case, and still it must be one.
            (true, Some(other)) => quote!({ let _ = #slot.#access()?; #other }),
            (_, other) => {
                let other = other.map(|other| quote!(_ => #other,));
                quote!(match #slot.#access()? { #(#arms)* #other })
            }
        }
    }

    /// What a text begins with, the longest beginning first.
    fn beginnings(&self) -> Vec<TokenStream> {
        let beginnings = self.variants.iter().filter_map(|variant| match &variant.kind {
            CaseKind::Beginning(text) => Some((text, variant)),
            _ => None,
        });
        let mut beginnings: Vec<_> = beginnings.collect();
        beginnings.sort_by_key(|(text, _)| std::cmp::Reverse(text.len()));
        let arms = beginnings.into_iter().map(|(beginning, variant)| {
            let build = variant.build();
            quote!(text if text.starts_with(#beginning) => #build,)
        });
        arms.collect()
    }
}

fn tuple_of(all: &[TokenStream]) -> TokenStream {
    match all {
        [one] => one.clone(),
        all => quote!((#(#all),*)),
    }
}
