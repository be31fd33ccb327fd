//! What is read of a reply, as static data.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote};

use super::cases::members;
use super::decide::{Decider, number};
use super::operation::duration;
use crate::check::names::Numbered;
use crate::cover::Scope;
use crate::model::reading::{Elements, Hint, Listed, More, Position, Progress, Reading, Taken, View, ViewKind};
use crate::model::rules::{Also, AsideSource, Rule, State, Subject, Told, ToldPart, Verdict};
use crate::model::types::{TimeKind, Type, Types};
use crate::model::{Operation, ReplyKind};

/// The number of the shape of a page that is looked at for the next one.
const PAGE: usize = u16::MAX as usize;

/// The number of the answer's shape, and the first of the errors'.
const ANSWER: usize = 0;
pub(super) const ERRORS: usize = 1;

/// The statics `RULES` and `READING`, and the functions that they name.
pub(super) fn render(operation: &Operation, types: &Types, rt: &TokenStream) -> TokenStream {
    let reading = &operation.reading;
    let mut decider = Decider { types, rt, scope: ANSWER, enums: Numbered::default(), items: Vec::new() };
    let mut statics = Statics { decider: &mut decider, elements: 0, unions: Vec::new() };
    let roots: Vec<&View> = reading.views().collect();
    let node = statics.node(&roots);
    let listed: Vec<_> = reading.listed.iter().enumerate().map(|(at, listed)| statics.listed(at, listed)).collect();
    let answer = statics.fit(&reading.answer);
    let errors: Vec<_> = (0..reading.errors.len()).map(|at| statics.error(reading, at)).collect();
    let more = operation.pages.more.as_ref().map(|more| statics.more(more));
    decider.scope = ANSWER;
    let answers = Scope::answers(reading);
    decider.rules(&format_ident!("decide"), &answers, &reading.rules);
    let unsigned = answers.asks_for_proof();
    let also = reading.errors.iter().any(|error| !matches!(error.also, Also::Never));
    let others = match reading.speaks_of_others() {
        true => {
            let name = format_ident!("decide_other");
            decider.rules(&name, &Scope::others(reading), &reading.rules);
            quote!(::core::option::Option::Some(#name))
        }
        false => quote!(::core::option::Option::None),
    };
    apart(operation, &mut decider);
    let items = &decider.items;
    let rules = reading.rules.iter().map(|rule| rule_of(rule, rt));
    let (overrides, asides) = (overrides(&reading.rules, rt), asides(operation, rt));
    let slots = Literal::u16_unsuffixed(reading.slots);
    let word = reading.word.iter().map(|slot| Literal::u16_unsuffixed(*slot));
    let (code, message) = (told(&reading.code, rt), told(&reading.message, rt));
    let hints = hints(reading, rt);
    let any_body = operation.reply_kind != ReplyKind::Json;
    quote! {
        pub(super) static RULES: &[#rt::Rule] = &[#(#rules),*];

        #(#listed)*

        #more

        pub(super) static READING: #rt::Reading = #rt::Reading {
            node: #node,
            slots: #slots,
            asides: #asides,
            answer: #answer,
            errors: &[#(#errors),*],
            also: #also,
            rules: RULES,
            overrides: #overrides,
            decide,
            unsigned: #unsigned,
            others: #others,
            word: &[#(#word),*],
            code: #code,
            message: #message,
            hints: #hints,
            any_body: #any_body,
        };

        #(#items)*
    }
}

/// Declares what is asked of events before their rules: `is_kind` and `KIND`, and `when_0` and so on.
fn apart(operation: &Operation, decider: &mut Decider<'_>) {
    let Some(apart) = &operation.reading.apart else { return };
    let (rt, scope) = (decider.rt, Scope::apart(apart));
    decider.scope = ERRORS + operation.reading.errors.len();
    if let Some(facts) = &apart.only_if {
        let fit = match facts.iter().any(|fact| fact.subject == Subject::Body) {
            true => {
                let mut statics = Statics { decider: &mut *decider, elements: 0, unions: Vec::new() };
                let fit = statics.fit(&apart.view);
                quote!(::core::option::Option::Some(#fit))
            }
            false => quote!(::core::option::Option::None),
        };
        decider.items.push(quote!(pub(super) static KIND: ::core::option::Option<#rt::Fit> = #fit;));
        decider.facts(&format_ident!("is_kind"), &scope, std::slice::from_ref(facts));
    }
    for (at, way) in operation.verify.iter().flat_map(|verify| &verify.ways).enumerate() {
        if !way.when.is_empty() {
            decider.facts(&format_ident!("when_{at}"), &scope, std::slice::from_ref(&way.when));
        }
    }
}

/// What is looked at besides the body.
fn asides(operation: &Operation, rt: &TokenStream) -> TokenStream {
    let mut given = 0_usize..;
    let asides = operation.reading.asides.iter().map(|aside| {
        let slot = Literal::u16_unsuffixed(aside.view.slot);
        let what = match &aside.source {
            AsideSource::Http => quote!(Http),
            AsideSource::Age => quote!(Age),
            AsideSource::Header(name) => quote!(Header(#name)),
            AsideSource::Input(_) | AsideSource::Setting(_) => {
                let at = given.next().map(Literal::usize_unsuffixed);
                quote!(Given(#at))
            }
        };
        quote!((#rt::Aside::#what, #slot))
    });
    quote!(&[#(#asides),*])
}

/// What single rules tell.
fn overrides(rules: &[Rule], rt: &TokenStream) -> TokenStream {
    let own = rules.iter().enumerate().filter(|(_, rule)| !rule.code.is_empty() || !rule.message.is_empty());
    let own = own.map(|(at, rule)| {
        let at = number(at);
        let (code, message) = (told(&rule.code, rt), told(&rule.message, rt));
        quote!(#rt::Override { rule: #at, code: #code, message: #message })
    });
    quote!(&[#(#own),*])
}

fn rule_of(rule: &Rule, rt: &TokenStream) -> TokenStream {
    let Rule { partial, revisable, text, place, confirm, .. } = rule;
    let verdict = verdict(rule.verdict, rt);
    let (every, within) = (optional_time(rule.every), optional_time(rule.within));
    let confirm = Literal::u8_unsuffixed(*confirm);
    let then = match &rule.then {
        Some(then) => {
            let name = &then.name.value;
            quote!(::core::option::Option::Some(#name))
        }
        None => quote!(::core::option::Option::None),
    };
    quote! {
        #rt::Rule {
            verdict: #verdict,
            partial: #partial,
            revisable: #revisable,
            every: #every,
            within: #within,
            confirm: #confirm,
            then: #then,
            facts: #text,
            place: #place,
        }
    }
}

fn optional_time(time: Option<std::time::Duration>) -> TokenStream {
    match time.map(duration) {
        Some(time) => quote!(::core::option::Option::Some(#time)),
        None => quote!(::core::option::Option::None),
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
        // No rule says the last one.
        Verdict::Unchanged | Verdict::OtherEvent => "Unchanged",
    };
    let name = format_ident!("{name}");
    quote!(#rt::Verdict::#name)
}

/// What a reply says about time and progress.
fn hints(reading: &Reading, rt: &TokenStream) -> TokenStream {
    let hint = |hint: &Option<Hint>| match hint {
        Some(Hint { told, kind }) => {
            let (text, unit) = (text(told, rt), unit(*kind, rt));
            quote!(::core::option::Option::Some((#text, #unit)))
        }
        None => quote!(::core::option::Option::None),
    };
    let (again, resets) = (hint(&reading.ask_again_after), hint(&reading.resets_at));
    let progress = match &reading.progress {
        Some(Progress::Percent(taken)) => {
            let taken = self::taken(taken, rt);
            quote!(::core::option::Option::Some(#rt::Progress::Percent(#taken)))
        }
        Some(Progress::Part(done, of)) => {
            let (done, of) = (text(done, rt), text(of, rt));
            quote!(::core::option::Option::Some(#rt::Progress::Part(#done, #of)))
        }
        None => quote!(::core::option::Option::None),
    };
    if reading.ask_again_after.is_none() && reading.resets_at.is_none() && reading.progress.is_none() {
        return quote!(::core::option::Option::None);
    }
    quote! {
        ::core::option::Option::Some(&#rt::Hints {
            ask_again_after: #again,
            resets_at: #resets,
            progress: #progress,
        })
    }
}

pub(super) fn unit(kind: TimeKind, rt: &TokenStream) -> TokenStream {
    let name = format_ident!("{kind:?}");
    quote!(#rt::Unit::#name)
}

/// A text that is taken out of a reply.
pub(super) fn taken(taken: &Taken, rt: &TokenStream) -> TokenStream {
    let texts = told(&taken.told, rt);
    let like = match &taken.like {
        Some((before, behind)) => quote!(::core::option::Option::Some((#before, #behind))),
        None => quote!(::core::option::Option::None),
    };
    let rel = match &taken.rel {
        Some(rel) => quote!(::core::option::Option::Some(#rel)),
        None => quote!(::core::option::Option::None),
    };
    quote!(#rt::Taken { texts: #texts, rel: #rel, like: #like })
}

fn told(told: &[Told], rt: &TokenStream) -> TokenStream {
    let texts = told.iter().map(|told| text(told, rt));
    quote!(&[#(#texts),*])
}

fn text(Told(parts): &Told, rt: &TokenStream) -> TokenStream {
    let parts = parts.iter().map(|part| match part {
        ToldPart::Plain(text) => quote!(#rt::Piece::Plain(#text)),
        ToldPart::Place(_, slot) | ToldPart::Aside(_, slot) => {
            let slot = Literal::u16_unsuffixed(*slot);
            quote!(#rt::Piece::Slot(#slot))
        }
    });
    quote!(&[#(#parts),*])
}

/// Builds nodes and shapes, and declares what they name.
struct Statics<'d, 'a> {
    decider: &'d mut Decider<'a>,
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
pub(super) fn listed_name(at: usize) -> Ident {
    format_ident!("LISTED_{at}")
}

impl Statics<'_, '_> {
    /// A list for each of whose elements something is asked.
    fn listed(&mut self, at: usize, listed: &Listed) -> TokenStream {
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
    fn more(&mut self, more: &More) -> TokenStream {
        let rt = self.decider.rt;
        self.decider.scope = PAGE;
        let (node, fit, slots) = (self.node(&[&more.page]), self.fit(&more.page), Literal::u16_unsuffixed(more.slots));
        let holds = format_ident!("more");
        self.decider.facts(&holds, &Scope::element(&more.page), std::slice::from_ref(&more.facts));
        quote!(static MORE: #rt::More = #rt::More { node: #node, slots: #slots, fit: #fit, holds: #holds };)
    }

    /// How a declared error looks.
    fn error(&mut self, reading: &Reading, at: usize) -> TokenStream {
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
    fn node(&mut self, views: &[&View]) -> TokenStream {
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
