//! Rules as one plain `match`.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote};

use super::cases::{self, Cases};
use crate::check::names::Numbered;
use crate::cover::{self, Matrix, Pattern, Scope};
use crate::model::rules::{Fact, Rule};
use crate::model::types::Types;

/// What deciding functions of one module share.
pub(super) struct Decider<'a> {
    pub(super) types: &'a Types,
    pub(super) rt: &'a TokenStream,
    /// The number of the shape that is worked on.
    pub(super) scope: usize,
    /// The enums of the module so far.
    pub(super) enums: Numbered,
    /// Everything declared so far.
    pub(super) items: Vec<TokenStream>,
}

impl Decider<'_> {
    /// Declares `fn name(slots, known) -> Option<u16>`: the position of the rule that holds.
    pub(super) fn rules(&mut self, name: &Ident, scope: &Scope<'_>, rules: &[Rule]) {
        let rt = self.rt;
        let none = quote!(::core::option::Option::None);
        // The checker asked the same questions, and a spec with too many cases has no model.
        let Ok(matrix) = Matrix::of(scope, rules) else { return };
        let live: Vec<_> = (0..matrix.rows.len()).filter(|row| matrix.is_live(*row).unwrap_or(true)).collect();
        let mut rows: Vec<_> = live.iter().map(|row| matrix.rows[*row].patterns.clone()).collect();
        let spaces = cover::prune(matrix.spaces.clone(), &mut rows);
        let cases = cases::name(&spaces, self.types, self.scope, &mut self.enums);
        let mut arms = Vec::new();
        for at in 0..rules.len() {
            let of_rule = live.iter().zip(&rows).filter(|(row, _)| matrix.rows[**row].rule == at);
            let patterns: Vec<_> = of_rule.map(|(_, row)| tuple(&cases, row)).collect();
            if !patterns.is_empty() {
                let value = number(at);
                arms.push(quote!(#(#patterns)|* => ::core::option::Option::Some(#value),));
            }
        }
        let body = match (arms.is_empty(), cases.is_empty()) {
            (true, _) => none,
            // A rule that asks for nothing that could be otherwise.
            (false, true) => {
                let value = number(live.first().map_or(0, |row| matrix.rows[*row].rule));
                quote!(::core::option::Option::Some(#value))
            }
            (false, false) => {
                if !matrix.is_exhaustive(&live).unwrap_or(false) {
                    arms.push(quote!(_ => #none,));
                }
                let (bind, subject) = (cases.iter().map(Cases::bind), subject(&cases));
                quote! {
                    #(#bind)*
                    match #subject {
                        #(#arms)*
                    }
                }
            }
        };
        let declare: Vec<_> = cases.iter().map(|cases| cases.declare(rt)).collect();
        let (slots, known) = (used(&cases, Cases::needs_slots, "slots"), used(&cases, Cases::needs_known, "known"));
        self.items.push(quote! {
            #(#declare)*

            fn #name(#slots: &[#rt::Slot<'_>], #known: &#rt::Known) -> ::core::option::Option<u16> {
                #body
            }
        });
    }

    /// Declares `fn name(slots) -> bool`: whether all facts of one of the lists hold.
    pub(super) fn facts(&mut self, name: &Ident, scope: &Scope<'_>, alternatives: &[Vec<Fact>]) {
        let rt = self.rt;
        // As above: facts with too many cases have no model.
        let Ok(matrix) = Matrix::of_facts(scope, alternatives) else { return };
        let live = (0..matrix.rows.len()).filter(|row| matrix.is_live(*row).unwrap_or(true));
        let mut patterns: Vec<_> = live.map(|row| matrix.rows[row].patterns.clone()).collect();
        let spaces = match patterns.is_empty() {
            true => Vec::new(),
            false => cover::prune(matrix.spaces.clone(), &mut patterns),
        };
        let cases = cases::name(&spaces, self.types, self.scope, &mut self.enums);
        let (bind, subject) = (cases.iter().map(Cases::bind), subject(&cases));
        let declare = cases.iter().map(|cases| cases.declare(rt));
        let body = match (patterns.is_empty(), cases.is_empty()) {
            (true, _) => quote!(::core::option::Option::Some(false)),
            (false, true) => quote!(::core::option::Option::Some(true)),
            (false, false) => {
                let patterns = patterns.iter().map(|row| tuple(&cases, row));
                quote!(#(#bind)* ::core::option::Option::Some(::core::matches!(#subject, #(#patterns)|*)))
            }
        };
        let slots = if cases.is_empty() || patterns.is_empty() { quote!(_) } else { quote!(slots) };
        self.items.push(quote! {
            #(#declare)*

            fn #name(slots: &[#rt::Slot<'_>]) -> bool {
                fn hold(#slots: &[#rt::Slot<'_>]) -> ::core::option::Option<bool> {
                    #body
                }
                hold(slots) == ::core::option::Option::Some(true)
            }
        });
    }
}

/// A parameter's name, or `_` where no case needs it.
fn used(cases: &[Cases], needs: fn(&Cases) -> bool, name: &str) -> TokenStream {
    let name = format_ident!("{name}");
    if cases.iter().any(needs) { quote!(#name) } else { quote!(_) }
}

/// What is matched: one binding, or a tuple of them.
fn subject(cases: &[Cases]) -> TokenStream {
    let bindings = cases.iter().map(|cases| &cases.binding);
    match cases.len() {
        1 => quote!(#(#bindings)*),
        _ => quote!((#(#bindings),*)),
    }
}

fn tuple(cases: &[Cases], row: &[Pattern]) -> TokenStream {
    let patterns = cases.iter().zip(row).map(|(cases, pattern)| cases.pattern(pattern));
    match cases.len() {
        1 => quote!(#(#patterns)*),
        _ => quote!((#(#patterns),*)),
    }
}

/// A number of a rule.
pub(super) fn number(at: usize) -> TokenStream {
    let at = Literal::usize_unsuffixed(at);
    quote!(#at)
}
