//! Rules as one plain `match`.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::quote;

use super::cases::{self, Cases};
use crate::check::names::Numbered;
use crate::cover::{self, Matrix, Pattern};
use crate::model::reading::View;
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
    /// Declares `fn name(slots) -> Option<T>`: what `value` makes of the rule that holds, or `None`.
    pub(super) fn rules(
        &mut self,
        name: &Ident,
        view: &View,
        rules: &[Rule],
        ty: &TokenStream,
        value: impl Fn(usize) -> TokenStream,
    ) {
        let rt = self.rt;
        // The checker asked the same questions, and a spec with too many cases has no model.
        let Ok(matrix) = Matrix::of(view, rules) else { return };
        let live: Vec<_> = (0..matrix.rows.len()).filter(|row| matrix.is_live(*row).unwrap_or(true)).collect();
        let mut rows: Vec<_> = live.iter().map(|row| matrix.rows[*row].patterns.clone()).collect();
        let spaces = cover::prune(matrix.spaces.clone(), &mut rows);
        let cases = cases::name(&spaces, self.types, self.scope, &mut self.enums);
        let mut arms = Vec::new();
        for at in 0..rules.len() {
            let of_rule = live.iter().zip(&rows).filter(|(row, _)| matrix.rows[**row].rule == at);
            let patterns: Vec<_> = of_rule.map(|(_, row)| tuple(&cases, row)).collect();
            if !patterns.is_empty() {
                let value = value(at);
                arms.push(quote!(#(#patterns)|* => ::core::option::Option::Some(#value),));
            }
        }
        if !matrix.covers_all().unwrap_or(false) {
            arms.push(quote!(_ => ::core::option::Option::None,));
        }
        let (bind, subject) = (cases.iter().map(Cases::bind), subject(&cases));
        let declare = cases.iter().map(|cases| cases.declare(rt));
        self.items.push(quote!(#(#declare)*));
        let slots = if cases.is_empty() { quote!(_) } else { quote!(slots) };
        self.items.push(match (rules.is_empty(), arms.len()) {
            (true, _) => quote! {
                fn #name(_: &[#rt::Slot<'_>]) -> ::core::option::Option<#ty> {
                    ::core::option::Option::None
                }
            },
            (false, _) => quote! {
                fn #name(#slots: &[#rt::Slot<'_>]) -> ::core::option::Option<#ty> {
                    #(#bind)*
                    match #subject {
                        #(#arms)*
                    }
                }
            },
        });
    }

    /// Declares `fn name(slots) -> bool`: whether all facts hold.
    pub(super) fn facts(&mut self, name: &Ident, view: &View, facts: &[Fact]) {
        let rt = self.rt;
        // As above: facts with too many cases have no model.
        let Ok(matrix) = Matrix::of_facts(view, facts) else { return };
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
