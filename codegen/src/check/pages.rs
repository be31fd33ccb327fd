//! How the next page is asked for.

use super::aside::Asides;
use super::hint::taken_apart;
use super::operation::{Checker, unknown_input};
use super::reading::Reader;
use super::rules;
use super::scope::ReplyScope;
use crate::diagnostic::{Diagnostics, Problem};
use crate::model::reading::{More, Page, Taken};
use crate::model::types::{Type, Types};
use crate::model::{Input, InputKind};
use crate::source::Span;
use crate::spec;

/// What a resolver of facts calls a page: it is told by what its body says.
pub(super) const PAGE: &str = "page";

impl Checker<'_> {
    /// The inputs by which the next page is asked for.
    pub(super) fn page_inputs(
        &self,
        scope: &mut ReplyScope<'_, '_, '_>,
        inputs: &[Input],
        problems: &mut Diagnostics,
    ) -> Vec<(usize, Page)> {
        let spec = &self.operation.pages;
        if let (Some(more), []) = (&spec.more, spec.inputs.0.as_slice()) {
            let (expected, found) = ("an input by which the next page is asked for", "no input beside it");
            problems.push(more.span, Problem::NotExactlyOne { expected, found });
        }
        let mut pages = Vec::new();
        for (name, page) in spec.inputs.iter() {
            let Some(at) = inputs.iter().position(|input| input.name == name.value) else {
                unknown_input(name, inputs, problems);
                continue;
            };
            let is_plain = matches!(
                inputs[at].kind,
                InputKind::Text(_) | InputKind::PathTail | InputKind::Url(_) | InputKind::Secret | InputKind::Int(_)
            );
            if !is_plain {
                problems.push(name.span, Problem::HandleKind { name: name.value.clone() });
                continue;
            }
            let page = match page {
                spec::PageSpec::Count(_) if !matches!(inputs[at].kind, InputKind::Int(Some(_))) => {
                    problems.push(name.span, Problem::PageNumber { name: name.value.clone() });
                    None
                }
                spec::PageSpec::Count(count) => {
                    let more = match &count.more {
                        Some(more) => scope
                            .told_by(more, problems)
                            .map(|more| Some(Taken { told: vec![more], rel: None, like: None })),
                        None if spec.more.is_some() => Some(None),
                        None => {
                            let record = "a count of pages, or `pages`,";
                            problems.push(count.span, Problem::MissingKey { key: "while", record });
                            None
                        }
                    };
                    more.map(|more| Page::Count(i64::from(count.plus.value), more))
                }
                spec::PageSpec::From(spec::Origin::Told(choice)) => {
                    Some(Page::Taken(Taken { told: scope.told(choice, problems), rel: None, like: None }))
                }
                spec::PageSpec::From(spec::Origin::In(like)) => {
                    taken_apart(like, Some(name), scope, problems).map(Page::Taken)
                }
            };
            pages.extend(page.map(|page| (at, page)));
        }
        pages
    }

    /// What a page says where there is another one. It is read apart from what rules read: they know nothing of pages.
    pub(super) fn more_pages(
        &self,
        reply: &Type,
        inputs: &[Input],
        types: &Types,
        problems: &mut Diagnostics,
    ) -> Option<More> {
        let more = self.operation.pages.more.as_ref()?;
        let declared = self.operation.reply.as_ref().map_or(Span::default(), |shape| shape.span);
        let mut reader = Reader::new(types);
        let mut page = reader.root(reply, declared);
        let mut asides = Asides::new(inputs, &[], &[], types, Vec::new());
        let facts = rules::Resolver {
            source: self.source,
            reader: &mut reader,
            view: Some(&mut page),
            errors: None,
            asides: &mut asides,
            of: PAGE,
            problems,
        }
        .facts(more)?;
        if let Some(aside) = asides.all.first() {
            let name = aside.view.path.trim_start_matches("$input.").to_owned();
            problems.push(more.span, Problem::OutOfSight { name, of: PAGE });
            return None;
        }
        Some(More { page, slots: reader.slots(), facts })
    }
}
