//! The cases of a place as a small enum, read from slots. A `match` over them needs no guards, so rustc proves again what the
//! checker proved.

mod read;

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::{docs, ident};
use crate::check::names::{self, Numbered};
use crate::cover::{Case, CaseKind, Pattern, Share, Space, Subject};
use crate::model::types::{Type, Types};

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
    subject: Subject,
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
        let path = match space.path.trim_start_matches('$') {
            "" => "body",
            path => path,
        };
        let text = match &space.subject {
            Subject::Elements(_) => format!("{path} elements"),
            Subject::Count => format!("{path} count"),
            Subject::Length => format!("{path} length"),
            Subject::Part(part) => format!("{path} has {part}"),
            Subject::Same(..) => format!("{path} same"),
            Subject::Moment(_) => format!("{path} moment"),
            Subject::Since(..) => format!("{path} since"),
            Subject::Place(_) | Subject::Body | Subject::Error | Subject::Proof => path.to_owned(),
        };
        let name = enums.unique(&format!("{}Case", names::ty(&text).unwrap_or_else(|| "Place".to_owned())));
        let binding = bindings.unique(&names::field(&text).unwrap_or_else(|| "place".to_owned()));
        let mut variants = Numbered::default();
        let variants = space.cases.iter().map(|case| Variant::new(case, space, naming, enums, &mut variants)).collect();
        let ty = match &space.subject {
            Subject::Place(ty) => ty.clone(),
            _ => Type::Json,
        };
        Cases {
            name: ident(&name),
            binding: ident(&binding),
            variants,
            members: members(naming.scope, space.slot, &ty),
            slot: space.slot,
            subject: space.subject.clone(),
            path: space.path.clone(),
        }
    }

    /// Whether it is read from what is known besides the slots.
    pub(super) fn needs_known(&self) -> bool {
        matches!(self.subject, Subject::Body | Subject::Error | Subject::Proof)
    }

    /// Whether it is read from slots.
    pub(super) fn needs_slots(&self) -> bool {
        !self.needs_known() || self.variants.iter().any(|variant| !variant.fields.is_empty())
    }

    /// The enum, those below it, and how they are read.
    pub(super) fn declare(&self, rt: &TokenStream) -> TokenStream {
        let name = &self.name;
        let what = match &self.subject {
            Subject::Part(part) => format!(" Whether {} has {} in it.", docs::code(&self.path), docs::code(part)),
            Subject::Same(..) => format!(" Whether {} is the same as another place.", docs::code(&self.path)),
            Subject::Moment(_) => format!(" When {} is.", docs::code(&self.path)),
            Subject::Since(..) => format!(" Whether {} is before or after another moment.", docs::code(&self.path)),
            Subject::Count => format!(" How many elements {} has.", docs::code(&self.path)),
            Subject::Length => format!(" How long {} is.", docs::code(&self.path)),
            Subject::Elements(_) => {
                format!(" For how many elements of {} the conditions hold.", docs::code(&self.path))
            }
            Subject::Proof => " Whether the reply's proof holds.".to_owned(),
            _ => format!(" The cases of {}.", docs::code(&self.path)),
        };
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
        let slots = self.needs_slots().then(|| quote!(slots: &[#rt::Slot<'_>],));
        let known = self.needs_known().then(|| quote!(known: &#rt::Known,));
        quote! {
            #[doc = #what]
            enum #name { #(#variants),* }

            impl #name {
                fn read(#slots #known) -> ::core::option::Option<Self> {
                    #read
                }
            }

            #(#below)*
        }
    }

    /// `let job_complete = JobCompleteCase::read(slots)?;`
    pub(super) fn bind(&self) -> TokenStream {
        let (binding, call) = (&self.binding, self.call());
        quote!(let #binding = #call?;)
    }

    fn call(&self) -> TokenStream {
        let name = &self.name;
        let slots = self.needs_slots().then(|| quote!(slots,));
        let known = self.needs_known().then(|| quote!(known));
        quote!(#name::read(#slots #known))
    }

    fn variant(&self, wanted: impl Fn(&CaseKind) -> bool) -> Option<&Variant> {
        self.variants.iter().find(|variant| wanted(&variant.kind))
    }

    /// A pattern.
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

fn share_name(share: Share) -> &'static str {
    match share {
        Share::None => "None",
        Share::Some => "Some",
        Share::All => "All",
    }
}

/// The static that holds the members of a union. Shapes that share a slot, and elements that have slots of their own, may
/// each have another one there.
pub(super) fn members(scope: usize, slot: u16, ty: &Type) -> Ident {
    let union = if let Type::Union(at) = ty { *at } else { 0 };
    format_ident!("MEMBERS_{scope}_{slot}_{union}")
}

/// A range of numbers as a name.
fn range_name(from: Option<i64>, to: Option<i64>, ty: Option<&Type>) -> String {
    if ty == Some(&Type::Float) {
        return "Range".to_owned();
    }
    let number = |number: i64| match number < 0 {
        true => format!("Minus{}", number.unsigned_abs()),
        false => number.to_string(),
    };
    match (from, to) {
        (Some(from), Some(to)) if from == to => format!("Is{}", number(from)),
        (Some(from), Some(to)) => format!("From{}To{}", number(from), number(to)),
        (Some(from), None) => format!("From{}", number(from)),
        (None, Some(to)) => format!("To{}", number(to)),
        (None, None) => "Any".to_owned(),
    }
}

/// The names of cases that are no words.
const RESERVED: [&str; 4] = ["Absent", "Null", "Other", "Present"];

impl Variant {
    fn new(case: &Case, space: &Space, naming: Naming<'_>, enums: &mut Numbered, taken: &mut Numbered) -> Self {
        let ty = match &space.subject {
            Subject::Place(ty) => Some(ty),
            _ => None,
        };
        let name = match &case.kind {
            CaseKind::Absent => "Absent".to_owned(),
            CaseKind::Null => "Null".to_owned(),
            CaseKind::Other => "Other".to_owned(),
            CaseKind::Present => "Present".to_owned(),
            CaseKind::Unread => "Unread".to_owned(),
            CaseKind::Empty => "Empty".to_owned(),
            CaseKind::Counted(shares) => shares.iter().map(|share| share_name(*share)).collect(),
            CaseKind::Holds => "Holds".to_owned(),
            CaseKind::HoldsNot => "HoldsNot".to_owned(),
            CaseKind::Between(from, to) => range_name(*from, *to, ty),
            CaseKind::Beginning(text) => format!("StartsWith{}", names::variant(text).unwrap_or_default()),
            // A word may read like one of the names above.
            CaseKind::Word(word) => match names::variant(word) {
                Some(name) if !RESERVED.contains(&name.as_str()) => name,
                Some(name) => format!("{name}Word"),
                None => "Word".to_owned(),
            },
            CaseKind::Member(at) => match ty {
                Some(Type::Union(union)) => {
                    naming.types.unions[*union].members.get(*at).map_or("Member".to_owned(), |(name, _)| name.clone())
                }
                _ => "Declared".to_owned(),
            },
        };
        // The bodies of declared errors have numbers of their own.
        let scope = match (&space.subject, &case.kind) {
            (Subject::Error, CaseKind::Member(at)) => super::reading::ERRORS + at,
            _ => naming.scope,
        };
        let naming = Naming { scope, ..naming };
        let mut bindings = Numbered::default();
        let fields = case.fields.iter().map(|field| Cases::new(field, naming, enums, &mut bindings)).collect();
        Variant { name: ident(&taken.unique(&name)), kind: case.kind.clone(), fields }
    }

    fn build(&self) -> TokenStream {
        let name = &self.name;
        let fields = self.fields.iter().map(|field| {
            let (binding, call) = (&field.binding, field.call());
            quote!(#binding: #call?)
        });
        match self.fields.is_empty() {
            true => quote!(Self::#name),
            false => quote!(Self::#name { #(#fields),* }),
        }
    }
}
