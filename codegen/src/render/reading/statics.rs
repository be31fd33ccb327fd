//! Where a reply is read, as nodes, and what it must be, as shapes.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote};

use super::{ERRORS, overrides, rule_of, told};
use crate::cover::Scope;
use crate::model::reading::{Elements, Listed, More, Position, Reading, View, ViewKind};
use crate::model::rules::Also;
use crate::model::types::Type;
use crate::render::cases::members;
use crate::render::decide::Decider;

/// The number of the shape of a page that is looked at for the next one.
const PAGE: usize = u16::MAX as usize;

/// Builds nodes and shapes, and declares what they name.
pub(super) struct Statics<'d, 'a> {
    pub(super) decider: &'d mut Decider<'a>,
    elements: usize,
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

/// The name of a list for each of whose elements something is asked.
pub(in crate::render) fn listed_name(at: usize) -> Ident {
    format_ident!("LISTED_{at}")
}

impl<'d, 'a> Statics<'d, 'a> {
    pub(super) fn new(decider: &'d mut Decider<'a>) -> Self {
        Statics { decider, elements: 0, unions: Vec::new() }
    }

    /// A list for each of whose elements something is asked.
    pub(super) fn listed(&mut self, at: usize, listed: &Listed) -> TokenStream {
        let rt = self.decider.rt;
        let Listed { path, optional, keyed, element, slots, .. } = listed;
        let (name, node, slots) = (listed_name(at), self.node(&[element]), Literal::u16_unsuffixed(*slots));
        quote! {
            pub(super) static #name: #rt::Listed = #rt::Listed {
                path: &[#(#path),*],
                optional: #optional,
                keyed: #keyed,
                node: #node,
                slots: #slots,
            };
        }
    }

    /// What a page says behind which there is another one.
    pub(super) fn more(&mut self, more: &More) -> TokenStream {
        let rt = self.decider.rt;
        self.decider.scope = PAGE;
        let (node, fit, slots) = (self.node(&[&more.page]), self.fit(&more.page), Literal::u16_unsuffixed(more.slots));
        let holds = format_ident!("more");
        self.decider.facts(&holds, &Scope::element(&more.page), std::slice::from_ref(&more.facts));
        quote!(static MORE: #rt::More = #rt::More { node: #node, slots: #slots, fit: #fit, holds: #holds };)
    }

    /// How a declared error looks.
    pub(super) fn error(&mut self, reading: &Reading, at: usize) -> TokenStream {
        let rt = self.decider.rt;
        let error = &reading.errors[at];
        self.decider.scope = ERRORS + at;
        let (needs, body) = match &error.body {
            Some(view) => {
                let body = self.fit(view);
                (needs(view), quote!(::core::option::Option::Some(#body)))
            }
            None => (0, quote!(::core::option::Option::None)),
        };
        let needs = Literal::u16_unsuffixed(needs);
        let decide = format_ident!("decide_error_{at}");
        let scope = Scope::error(reading, at);
        self.decider.rules(&decide, &scope, &error.rules);
        let also = match &error.also {
            Also::Never => quote!(#rt::Also::Never),
            Also::Fits => quote!(#rt::Also::Fits),
            Also::When(facts) => {
                let name = format_ident!("also_error_{at}");
                self.decider.facts(&name, &scope, std::slice::from_ref(facts));
                quote!(#rt::Also::When(#name))
            }
        };
        let rules = error.rules.iter().map(|rule| rule_of(rule, rt));
        let overrides = overrides(&error.rules, rt);
        let (code, message) = (told(&error.code, rt), told(&error.message, rt));
        quote! {
            #rt::ErrorShape {
                needs: #needs,
                body: #body,
                also: #also,
                rules: &[#(#rules),*],
                overrides: #overrides,
                decide: #decide,
                code: #code,
                message: #message,
            }
        }
    }

    /// What is read at a place, for all shapes that read it.
    pub(super) fn node(&mut self, views: &[&View]) -> TokenStream {
        let rt = self.decider.rt;
        let mut flat = Vec::new();
        views.iter().for_each(|view| flatten(view, &mut flat));
        let (mut fields, mut items) = (Children::<String>::new(), Children::<Position>::new());
        let (mut each, mut inner) = (Vec::new(), Vec::new());
        for view in &flat {
            match &view.kind {
                ViewKind::Object(children) => gather(&mut fields, children),
                ViewKind::Map(children, elements) => {
                    gather(&mut fields, children);
                    each.extend((!elements.is_empty()).then_some(elements));
                }
                ViewKind::List(children, elements) => {
                    gather(&mut items, children);
                    each.extend((!elements.is_empty()).then_some(elements));
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
        // The last one stands behind all others.
        items.sort_by_key(|(at, _)| *at);
        let items: Vec<_> = items.iter().map(|(at, views)| (position(*at, rt), self.node(views))).collect();
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

    fn each(&mut self, elements: &Elements) -> TokenStream {
        let rt = self.decider.rt;
        let total = elements.total.map(|slot| {
            let slot = Literal::u16_unsuffixed(slot);
            quote!((#rt::always, #slot))
        });
        let view = elements.view.as_deref().filter(|_| !elements.conditions.is_empty());
        let Some(view) = view else {
            return quote! {
                #rt::Each {
                    node: #rt::Node::leaf(0),
                    slots: 0,
                    fit: #rt::Fit { path: "", slot: 0, optional: true, kind: #rt::Kind::Any },
                    given: &[],
                    tallies: &[#total],
                }
            };
        };
        let number = self.elements;
        self.elements += 1;
        // Far from the numbers of the answer and the errors.
        let outer = std::mem::replace(&mut self.decider.scope, usize::from(u16::MAX) + self.elements);
        let tallies = elements.conditions.iter().enumerate().map(|(at, condition)| {
            let name = format_ident!("condition_{number}_{at}");
            self.decider.facts(&name, &Scope::element(view), &condition.facts);
            let slot = Literal::u16_unsuffixed(condition.tally);
            quote!((#name, #slot))
        });
        let tallies: Vec<_> = tallies.collect();
        let (node, fit) = (self.node(&[view]), self.fit(view));
        self.decider.scope = outer;
        let slots = Literal::u16_unsuffixed(elements.slots);
        let given = elements.given.iter().map(|(from, to)| {
            let (from, to) = (Literal::u16_unsuffixed(*from), Literal::u16_unsuffixed(*to));
            quote!((#from, #to))
        });
        let given: Vec<_> = given.collect();
        let tallies = tallies.into_iter().chain(total);
        quote! {
            #rt::Each {
                node: #node,
                slots: #slots,
                fit: #fit,
                given: &[#(#given),*],
                tallies: &[#(#tallies),*],
            }
        }
    }

    /// The shape of a place.
    pub(super) fn fit(&mut self, view: &View) -> TokenStream {
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
            ViewKind::List(items, elements) => {
                let (items, tallies) =
                    (items.iter().map(|(_, item)| self.fit(item)).collect::<Vec<_>>(), tallies(elements));
                quote!(List(&[#(#items),*], &[#(#tallies),*]))
            }
            ViewKind::Map(values, elements) => {
                let (values, tallies) =
                    (values.iter().map(|(_, value)| self.fit(value)).collect::<Vec<_>>(), tallies(elements));
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

fn tallies(elements: &Elements) -> impl Iterator<Item = Literal> + '_ {
    elements.conditions.iter().map(|condition| Literal::u16_unsuffixed(condition.tally))
}

fn position(position: Position, rt: &TokenStream) -> TokenStream {
    match position {
        Position::At(at) => {
            let at = Literal::u32_unsuffixed(at);
            quote!(#rt::Position::At(#at))
        }
        Position::Last => quote!(#rt::Position::Last),
    }
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
    match ty.written() {
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
