//! What a job asks for each element of a list: where the list is, and what fills inputs out of an element.

use super::super::facts::unknown_path;
use super::super::reading::{Reader, steps};
use super::super::scope::ReplyScope;
use super::plan::{Handed, names, resolve};
use crate::diagnostic::{Diagnostics, Problem};
use crate::model::job::Fill;
use crate::model::reading::{Listed, Taken};
use crate::model::rules::ToldPart;
use crate::model::types::{TimeKind, Type, Types};
use crate::model::{Input, InputKind};
use crate::source::{Span, Spanned};
use crate::spec::{Origin, Piece, Template};

/// A list or map in the replies of an operation of which each element is asked for.
#[derive(Debug, Clone)]
pub(in crate::check) struct HandedList {
    /// Where it is, as the operation itself would write it: `reply.files`.
    place: Template,
    /// What is taken out of an element.
    items: Vec<Handed>,
    /// Where the element's key is asked for.
    key: Option<Span>,
}

/// What of an element is meant.
pub(super) enum OfElement {
    /// Its key.
    Key,
    /// It, or a place of it.
    Item,
}

impl HandedList {
    pub(super) fn new(place: Template) -> Self {
        HandedList { place, items: Vec::new(), key: None }
    }

    /// A text of the element.
    pub(super) fn hand(&mut self, handed: Handed) -> Fill {
        self.items.push(handed);
        Fill::Item(self.items.len() - 1)
    }

    /// The key of the element.
    pub(super) fn key(&mut self, at: Span) -> Fill {
        self.key.get_or_insert(at);
        Fill::Key
    }

    /// What it is in the replies of the operation.
    fn resolve(&self, scope: &mut ReplyScope<'_, '_, '_>, problems: &mut Diagnostics) -> Option<Listed> {
        let Some(Spanned { value: Piece::Name(name), span }) = self.place.sole_name() else { return None };
        let written = Spanned::new(name.clone(), *span);
        let path = match name.strip_prefix("reply.") {
            None => Vec::new(),
            Some(path) => match steps(path).filter(|_| !path.starts_with('$')) {
                Some(path) => path,
                None => {
                    problems.push(*span, Problem::BadPath { path: path.to_owned() });
                    return None;
                }
            },
        };
        let (mut found, mut optional) = (Vec::new(), false);
        let declared = scope.view.as_deref()?.declared;
        let view = scope.view.as_deref_mut()?;
        let no_path = scope.reader.at(view, &path, false, &mut |_, leaf, absent| {
            optional |= absent;
            found.push(leaf.ty.clone());
        });
        if let Err(no_path) = no_path {
            unknown_path(&written, name.strip_prefix("reply.").unwrap_or_default(), no_path, problems);
            return None;
        }
        let types = scope.reader.types();
        let first = found.first()?;
        let (element, keyed) = match first {
            Type::List(of) if found.iter().all(|ty| ty == first) => (&**of, false),
            Type::Map(of) if found.iter().all(|ty| ty == first) => (&**of, true),
            ty => {
                problems.push(*span, Problem::EachOfNoList { ty: types.in_words(ty) });
                return None;
            }
        };
        if let (Some(at), false) = (self.key, keyed) {
            problems.push(at, Problem::KeyOfList {});
            return None;
        }
        let mut reader = Reader::new(types).called("item");
        let mut element = reader.root(element, declared);
        let taken = {
            let (errors, asides) = (None, None);
            let mut scope = ReplyScope { reader: &mut reader, view: Some(&mut element), errors, asides, shown: false };
            resolve(&self.items, &mut scope, problems)?
        };
        Some(Listed { path, optional, keyed, element, slots: reader.slots(), taken })
    }
}

/// Resolves the lists in an operation's replies.
pub(in crate::check) fn resolve_lists(
    lists: &[HandedList],
    scope: &mut ReplyScope<'_, '_, '_>,
    problems: &mut Diagnostics,
) -> Option<Vec<Listed>> {
    let resolved: Vec<_> = lists.iter().map(|list| list.resolve(scope, problems)).collect();
    resolved.into_iter().collect()
}

/// What of an element a source names, where it does. The outer `None` means that it is wrong.
pub(super) fn of_element(source: &Origin, problems: &mut Diagnostics) -> Option<Option<(OfElement, Spanned<String>)>> {
    let is_item = |name: &str| name == "item" || name.starts_with("item.");
    let names = names(source);
    let Some((first, at)) = names.first().copied() else { return Some(None) };
    let named = Spanned::new(first.to_owned(), at);
    if first == "key" {
        let is_alone =
            matches!(source, Origin::Told(choice) if choice.0.len() == 1 && choice.0[0].sole_name().is_some());
        if !is_alone {
            problems.push(at, Problem::HandleSource { found: "a text with `key` in it".to_owned() });
            return None;
        }
        return Some(Some((OfElement::Key, named)));
    }
    if !is_item(first) {
        return Some(None);
    }
    if let Some((other, at)) = names.iter().find(|(name, _)| !is_item(name)) {
        problems.push(*at, Problem::HandleSource { found: format!("`{other}` beside `{first}`") });
        return None;
    }
    Some(Some((OfElement::Item, named)))
}

/// Refuses what cannot fill an input: `taken` of an element, written at `span`.
pub(super) fn refuse_misfit(
    input: &Input,
    taken: &Taken,
    element: &Type,
    span: Span,
    types: &Types,
    problems: &mut Diagnostics,
) {
    // A text with more in it than one place is a text.
    let is_part = taken.like.is_some();
    for told in &taken.told {
        for part in &told.0 {
            let ToldPart::Place(path, _) = part else { continue };
            let Some(ty) = types.at(element, path) else { continue };
            let is_text = is_part || told.0.len() > 1;
            if !is_scalar(&ty) || !(is_text || fits(&input.kind, &ty)) {
                let (place, input) = (["item".to_owned()].into_iter().chain(path.iter().cloned()), input.name.clone());
                let place = place.collect::<Vec<_>>().join(".");
                problems.push(span, Problem::ElementMisfit { place, ty: types.in_words(&ty), input });
                return;
            }
        }
    }
}

/// Whether a place of this type is a text, a number or a boolean.
fn is_scalar(ty: &Type) -> bool {
    match ty {
        Type::Sensitive(inner) => is_scalar(inner),
        Type::List(_) | Type::Map(_) | Type::Record(_) => false,
        _ => true,
    }
}

/// Whether what stands in a place of this type can be what an input of this kind is.
fn fits(kind: &InputKind, ty: &Type) -> bool {
    let moment = |kind: &TimeKind| matches!(kind, TimeKind::Timestamp);
    match (kind, ty) {
        (_, Type::Sensitive(inner)) => fits(kind, inner),
        (InputKind::Int(_), Type::Bool | Type::LenientBool | Type::Enum(_) | Type::VendorUrl | Type::Float) => false,
        (InputKind::Int(_), Type::Time(kind)) => !moment(kind),
        (InputKind::Url(_), Type::Int | Type::LenientInt | Type::Float | Type::Bool | Type::LenientBool) => false,
        (InputKind::Url(_), Type::Time(_) | Type::Enum(_)) => false,
        _ => true,
    }
}
