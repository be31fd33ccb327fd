//! What is read of a reply, as static data.

mod statics;

use statics::Statics;
pub(super) use statics::listed_name;

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};

use super::decide::{Decider, number};
use super::operation::duration;
use crate::check::names::Numbered;
use crate::cover::Scope;
use crate::model::reading::{Hint, Progress, Reading, Taken, View};
use crate::model::rules::{Also, AsideSource, Rule, State, Subject, Told, ToldPart, Verdict};
use crate::model::types::{TimeKind, Types};
use crate::model::{Operation, ReplyKind};

/// The number of the answer's shape, and the first of the errors'.
const ANSWER: usize = 0;
pub(super) const ERRORS: usize = 1;

/// The statics `RULES` and `READING`, and the functions that they name.
pub(super) fn render(operation: &Operation, types: &Types, rt: &TokenStream) -> TokenStream {
    let reading = &operation.reading;
    let mut decider = Decider { types, rt, scope: ANSWER, enums: Numbered::default(), items: Vec::new() };
    let mut statics = Statics::new(&mut decider);
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
                let mut statics = Statics::new(decider);
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
