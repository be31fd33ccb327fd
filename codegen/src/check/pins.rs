//! What later requests take from a reply: the inputs that are pinned, and those that ask for the next page.

use super::hint::taken_apart;
use super::operation::{Checker, unknown_input};
use super::scope::ReplyScope;
use crate::diagnostic::{Diagnostics, Problem};
use crate::model::reading::{Page, Taken};
use crate::model::{Input, InputKind};
use crate::source::Spanned;
use crate::spec::{self, Piece};

impl Checker<'_> {
    /// The inputs by which the next page is asked for.
    pub(super) fn pages(
        &self,
        scope: &mut ReplyScope<'_, '_, '_>,
        inputs: &[Input],
        problems: &mut Diagnostics,
    ) -> Vec<(usize, Page)> {
        let mut pages = Vec::new();
        for (name, origin) in self.operation.pages.iter() {
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
            let origin = match origin {
                spec::PageSpec::From(origin) => origin,
                spec::PageSpec::Count(count) => {
                    if !matches!(inputs[at].kind, InputKind::Int(Some(_))) {
                        problems.push(name.span, Problem::PageNumber { name: name.value.clone() });
                        continue;
                    }
                    let more = scope.told_by(&count.more, problems);
                    let more = more.map(|more| Taken { told: vec![more], rel: None, like: None });
                    pages.extend(more.map(|more| (at, Page::Count(i64::from(count.plus.value), more))));
                    continue;
                }
            };
            let taken = match origin {
                spec::Origin::Told(choice) => Some(Taken { told: scope.told(choice, problems), rel: None, like: None }),
                spec::Origin::In(like) => taken_apart(like, Some(name), scope, problems),
            };
            pages.extend(taken.map(|taken| (at, Page::Taken(taken))));
        }
        pages
    }

    /// The inputs that later requests take from a reply.
    pub(super) fn pins(
        &self,
        scope: &mut ReplyScope<'_, '_, '_>,
        inputs: &[Input],
        problems: &mut Diagnostics,
    ) -> Vec<(usize, u16)> {
        let mut pins = Vec::new();
        for (name, choice) in self.operation.pin.iter() {
            let Some(at) = inputs.iter().position(|input| input.name == name.value) else {
                unknown_input(name, inputs, problems);
                continue;
            };
            for template in &choice.0 {
                match template.sole_name() {
                    Some(Spanned { value: Piece::Name(place), span }) => {
                        pins.extend(scope.slot(place, *span, problems).map(|slot| (at, slot)));
                    }
                    _ => problems.push(template.span, Problem::NotOneName { found: template.written() }),
                }
            }
        }
        pins
    }
}
