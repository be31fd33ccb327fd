//! The vendor's own word for the state.

use super::operation::Checker;
use super::reading::Reader;
use super::scope::ReplyScope;
use crate::diagnostic::{Diagnostics, Problem};
use crate::model::reading::{View, ViewKind};
use crate::model::types::Type;
use crate::source::Spanned;
use crate::spec::Piece;

impl Checker<'_> {
    /// The slots of the vendor's own word.
    pub(super) fn word(&self, reader: &mut Reader<'_>, answer: &mut View, problems: &mut Diagnostics) -> Vec<u16> {
        let choice = match &self.operation.tells {
            Some(tells) if !tells.word.0.is_empty() => &tells.word.0,
            _ => return first_word(answer),
        };
        let mut slots = Vec::new();
        for template in choice {
            match template.sole_name() {
                Some(Spanned { value: Piece::Name(name), span }) => {
                    let mut scope = ReplyScope { shown: true, ..ReplyScope::of(reader, answer) };
                    let place = scope.place(name, *span, problems);
                    slots.extend(place.map(|(_, slot)| slot));
                }
                _ => problems.push(template.span, Problem::NotOneName { found: template.written() }),
            }
        }
        slots
    }
}

/// The first enum, or else the first string, that the rules test: the vendor's own word for the state. Each member of a
/// union may have its own.
fn first_word(view: &View) -> Vec<u16> {
    fn find(view: &View, wanted: &dyn Fn(&View) -> bool) -> Vec<u16> {
        let first = |mut below: Box<dyn Iterator<Item = Vec<u16>> + '_>| {
            below.find(|slots| !slots.is_empty()).unwrap_or_default()
        };
        if !view.tested || view.hidden {
            return Vec::new();
        }
        match &view.kind {
            ViewKind::Scalar(_) if wanted(view) => vec![view.slot],
            ViewKind::Scalar(_) => Vec::new(),
            ViewKind::Object(fields) => first(Box::new(fields.iter().map(|(_, field)| find(field, wanted)))),
            ViewKind::Inner(inner) => find(inner, wanted),
            // A scalar beside objects is not a word for the state.
            ViewKind::Union(members) => {
                let objects = members.iter().filter(|member| !matches!(member.kind, ViewKind::Scalar(_)));
                objects.flat_map(|member| find(member, wanted)).collect()
            }
            ViewKind::List(items, _) => first(Box::new(items.iter().map(|(_, item)| find(item, wanted)))),
            ViewKind::Map(values, _) => first(Box::new(values.iter().map(|(_, value)| find(value, wanted)))),
        }
    }
    let is_enum = |view: &View| matches!(view.ty, Type::Enum(_));
    let is_text = |view: &View| matches!(view.ty, Type::String | Type::LenientString);
    let mut slots = find(view, &is_enum);
    if slots.is_empty() {
        slots = find(view, &is_text);
    }
    slots.dedup();
    slots
}
