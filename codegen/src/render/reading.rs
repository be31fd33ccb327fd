//! What is read of a reply, as static data.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote};

use super::cases::members;
use super::decide::{Decider, number};
use crate::check::names::Numbered;
use crate::model::reading::{Each, Reading, View, ViewKind};
use crate::model::rules::{Also, Rule, State, Told, ToldPart, Verdict};
use crate::model::types::{Type, Types};

/// The number of the answer's shape; the errors' follow.
const ANSWER: usize = 0;

/// The statics `RULES` and `READING`, and the functions that they name.
pub(super) fn render(reading: &Reading, types: &Types, rt: &TokenStream) -> TokenStream {
    let mut decider = Decider { types, rt, scope: ANSWER, enums: Numbered::default(), items: Vec::new() };
    let mut statics = Statics { decider: &mut decider, conditions: 0, unions: Vec::new() };
    let roots: Vec<&View> = [&reading.answer]
        .into_iter()
        .chain(reading.errors.iter().map(|error| &error.body))
        .chain(&reading.proof)
        .collect();
    let node = statics.node(&roots);
    let answer = statics.fit(&reading.answer);
    let errors = reading.errors.iter().enumerate().map(|(at, error)| {
        statics.decider.scope = ANSWER + 1 + at;
        let body = statics.fit(&error.body);
        let needs = Literal::u16_unsuffixed(needs(&error.body));
        let decide = format_ident!("decide_error_{at}");
        let verdict = |rule: usize| error.rules.get(rule).map(|rule| verdict(rule.verdict, rt)).unwrap_or_default();
        statics.decider.rules(&decide, &error.body, &error.rules, &quote!(#rt::Verdict), verdict);
        let also = match &error.also {
            Also::Never => quote!(#rt::Also::Never),
            Also::Fits => quote!(#rt::Also::Fits),
            Also::When(facts) => {
                let name = format_ident!("also_error_{at}");
                statics.decider.facts(&name, &error.body, facts);
                quote!(#rt::Also::When(#name))
            }
        };
        let (code, message) = (told(&error.code, rt), told(&error.message, rt));
        quote! {
            #rt::ErrorShape {
                needs: #needs,
                body: #body,
                also: #also,
                decide: #decide,
                code: #code,
                message: #message,
            }
        }
    });
    let errors: Vec<_> = errors.collect();
    decider.scope = ANSWER;
    decider.rules(&format_ident!("decide"), &reading.answer, &reading.rules, &quote!(u16), number);
    let items = &decider.items;
    let rules = reading.rules.iter().map(|rule| self::rule(rule, rt));
    let slots = Literal::u16_unsuffixed(reading.slots);
    let word = reading.word.iter().map(|slot| Literal::u16_unsuffixed(*slot));
    let (code, message) = (told(&reading.code, rt), told(&reading.message, rt));
    quote! {
        pub(super) static RULES: &[#rt::Rule] = &[#(#rules),*];

        static READING: #rt::Reading = #rt::Reading {
            node: #node,
            slots: #slots,
            answer: #answer,
            errors: &[#(#errors),*],
            rules: RULES,
            decide,
            word: &[#(#word),*],
            code: #code,
            message: #message,
        };

        #(#items)*
    }
}

fn rule(rule: &Rule, rt: &TokenStream) -> TokenStream {
    let Rule { partial, revisable, text, place, .. } = rule;
    let verdict = verdict(rule.verdict, rt);
    quote! {
        #rt::Rule {
            verdict: #verdict,
            partial: #partial,
            revisable: #revisable,
            facts: #text,
            place: #place,
        }
    }
}

fn verdict(verdict: Verdict, rt: &TokenStream) -> TokenStream {
    let name = match verdict {
        Verdict::State(state) => {
            let state = match state {
                State::Pending => "Pending",
                State::Running => "Running",
                State::NeedsInput => "NeedsInput",
                State::Succeeded => "Succeeded",
                State::Rejected => "Rejected",
                State::Failed => "Failed",
                State::Cancelled => "Cancelled",
                State::Expired => "Expired",
            };
            let state = format_ident!("{state}");
            return quote!(#rt::Verdict::State(#rt::State::#state));
        }
        Verdict::Unknown => "Unknown",
        Verdict::Throttled => "Throttled",
        Verdict::Transient => "Transient",
        Verdict::CredentialExpired => "CredentialExpired",
        Verdict::RequestError => "RequestError",
        Verdict::Unreadable => "Unreadable",
        Verdict::Unverified => "Unverified",
        Verdict::Unchanged => "Unchanged",
    };
    let name = format_ident!("{name}");
    quote!(#rt::Verdict::#name)
}

fn told(told: &[Told], rt: &TokenStream) -> TokenStream {
    let texts = told.iter().map(|Told(parts)| {
        let parts = parts.iter().map(|part| match part {
            ToldPart::Plain(text) => quote!(#rt::Piece::Plain(#text)),
            ToldPart::Place(_, slot) => {
                let slot = Literal::u16_unsuffixed(*slot);
                quote!(#rt::Piece::Slot(#slot))
            }
        });
        quote!(&[#(#parts),*])
    });
    quote!(&[#(#texts),*])
}

/// Builds nodes and shapes, and declares what they name.
struct Statics<'d, 'a> {
    decider: &'d mut Decider<'a>,
    conditions: usize,
    unions: Vec<Ident>,
}

/// Children of a place, by name or position.
type Children<'v, K> = Vec<(K, Vec<&'v View>)>;

fn gather<'v, K: PartialEq + Clone>(all: &mut Children<'v, K>, children: &'v [(K, View)]) {
    for (key, child) in children {
        match all.iter_mut().find(|(known, _)| known == key) {
            Some((_, views)) => views.push(child),
            None => all.push((key.clone(), vec![child])),
        }
    }
}

impl Statics<'_, '_> {
    /// What is read at a place, for all shapes that read it.
    fn node(&mut self, views: &[&View]) -> TokenStream {
        let rt = self.decider.rt;
        let mut flat = Vec::new();
        views.iter().for_each(|view| flatten(view, &mut flat));
        let (mut fields, mut items) = (Children::<String>::new(), Children::<u32>::new());
        let (mut each, mut inner) = (Vec::new(), Vec::new());
        for view in &flat {
            match &view.kind {
                ViewKind::Object(children) => gather(&mut fields, children),
                ViewKind::Map(children, counts) => {
                    gather(&mut fields, children);
                    each.extend(counts);
                }
                ViewKind::List(children, counts) => {
                    gather(&mut items, children);
                    each.extend(counts);
                }
                ViewKind::Inner(view) => inner.push(&**view),
                ViewKind::Scalar(_) | ViewKind::Union(_) => {}
            }
        }
        let slot = Literal::u16_unsuffixed(flat.first().map_or(0, |view| view.slot));
        if fields.is_empty()
            && items.is_empty()
            && each.is_empty()
            && inner.is_empty()
            && !flat.iter().any(|view| is_structure(view))
        {
            return quote!(#rt::Node::leaf(#slot));
        }
        let fields: Vec<_> = fields.iter().map(|(name, views)| (name, self.node(views))).collect();
        let fields = fields.iter().map(|(name, node)| quote!((#name, #node)));
        let items: Vec<_> = items.iter().map(|(at, views)| (Literal::u32_unsuffixed(*at), self.node(views))).collect();
        let items = items.iter().map(|(at, node)| quote!((#at, #node)));
        let each: Vec<_> = each.into_iter().map(|each| self.each(each)).collect();
        let inner = match inner.is_empty() {
            true => quote!(::core::option::Option::None),
            false => {
                let node = self.node(&inner);
                quote!(::core::option::Option::Some(&#node))
            }
        };
        quote! {
            #rt::Node {
                slot: #slot,
                fields: &[#(#fields),*],
                items: &[#(#items),*],
                each: &[#(#each),*],
                inner: #inner,
            }
        }
    }

    fn each(&mut self, each: &Each) -> TokenStream {
        let rt = self.decider.rt;
        let name = format_ident!("condition_{}", self.conditions);
        self.conditions += 1;
        // Far from the numbers of the answer and the errors.
        let outer = std::mem::replace(&mut self.decider.scope, usize::from(u16::MAX) + self.conditions);
        self.decider.facts(&name, &each.view, &each.condition.facts);
        let (node, fit) = (self.node(&[&each.view]), self.fit(&each.view));
        self.decider.scope = outer;
        let (slots, tally) = (Literal::u16_unsuffixed(each.slots), Literal::u16_unsuffixed(each.tally));
        quote! {
            #rt::Each {
                node: #node,
                slots: #slots,
                fit: #fit,
                tallies: &[(#name, #tally)],
            }
        }
    }

    /// The shape of a place.
    fn fit(&mut self, view: &View) -> TokenStream {
        let rt = self.decider.rt;
        let (path, slot, optional) = (&view.path, Literal::u16_unsuffixed(view.slot), view.optional);
        let kind = self.kind(view);
        quote!(#rt::Fit { path: #path, slot: #slot, optional: #optional, kind: #rt::Kind::#kind })
    }

    fn kind(&mut self, view: &View) -> TokenStream {
        let rt = self.decider.rt;
        match &view.kind {
            ViewKind::Scalar(_) => scalar(&view.ty),
            ViewKind::Object(fields) => {
                let fields: Vec<_> = fields.iter().map(|(_, field)| self.fit(field)).collect();
                quote!(Object(&[#(#fields),*]))
            }
            ViewKind::Inner(inner) => {
                let inner = self.fit(inner);
                quote!(Inner(&#inner))
            }
            ViewKind::List(items, each) => {
                let (items, tallies) =
                    (items.iter().map(|(_, item)| self.fit(item)).collect::<Vec<_>>(), tallies(each));
                quote!(List(&[#(#items),*], &[#(#tallies),*]))
            }
            ViewKind::Map(values, each) => {
                let (values, tallies) =
                    (values.iter().map(|(_, value)| self.fit(value)).collect::<Vec<_>>(), tallies(each));
                quote!(Map(&[#(#values),*], &[#(#tallies),*]))
            }
            ViewKind::Union(all) => {
                let name = members(self.decider.scope, view.slot, &view.ty);
                if !self.unions.contains(&name) {
                    self.unions.push(name.clone());
                    let fits: Vec<_> = all.iter().map(|member| self.fit(member)).collect();
                    let count = Literal::usize_unsuffixed(fits.len());
                    self.decider.items.push(quote!(static #name: [#rt::Fit; #count] = [#(#fits),*];));
                }
                quote!(Union(&#name))
            }
        }
    }
}

/// The slot of the first place below that must be there.
fn needs(view: &View) -> u16 {
    match &view.kind {
        ViewKind::Object(fields) => {
            let required = fields.iter().find(|(_, field)| !field.optional);
            required.map_or(view.slot, |(_, field)| needs(field))
        }
        ViewKind::Inner(inner) => needs(inner),
        _ => view.slot,
    }
}

fn tallies(each: &[Each]) -> impl Iterator<Item = Literal> + '_ {
    each.iter().map(|each| Literal::u16_unsuffixed(each.tally))
}

/// A view, or the members of a union.
fn flatten<'v>(view: &'v View, all: &mut Vec<&'v View>) {
    match &view.kind {
        ViewKind::Union(members) => members.iter().for_each(|member| flatten(member, all)),
        _ => all.push(view),
    }
}

/// Whether a value of this place is opened rather than kept as text.
fn is_structure(view: &View) -> bool {
    !matches!(view.kind, ViewKind::Scalar(_))
}

fn scalar(ty: &Type) -> TokenStream {
    match ty {
        Type::Int => quote!(Int),
        Type::Float => quote!(Float),
        Type::Bool => quote!(Bool),
        Type::Json => quote!(Json),
        Type::LenientString => quote!(LenientText),
        Type::LenientInt => quote!(LenientInt),
        Type::LenientBool => quote!(LenientBool),
        _ => quote!(Text),
    }
}
