//! One request about many jobs: which input takes their ids, and where its reply says what about which.

use super::reading::steps;
use crate::diagnostic::{Diagnostics, Problem};
use crate::model::job::{Batch, HandleField};
use crate::model::types::Types;
use crate::model::{InputKind, Operation, ReplyKind, Type};
use crate::source::{Span, Spanned};
use crate::spec::{BatchSpec, Piece, Template};

/// What a batch is checked with.
pub(super) struct Batches<'b> {
    pub(super) spec: &'b BatchSpec,
    /// The operation that it names.
    pub(super) operation: usize,
    pub(super) operations: &'b [Operation],
    pub(super) status: &'b Operation,
    pub(super) handle: &'b [HandleField],
    pub(super) types: &'b Types,
}

impl Batches<'_> {
    pub(super) fn check(&self, problems: &mut Diagnostics) -> Option<Batch> {
        let ids = self.ids(problems);
        let is_handed_over = self.status.reading.rules.iter().any(|rule| rule.then.is_some());
        for (key, is_there) in [("then", is_handed_over), ("verify", self.status.verify.is_some())] {
            if is_there {
                let status = self.status.name.value.clone();
                problems.push(self.spec.operation.span, Problem::BatchStatus { status, key });
            }
        }
        if self.spec.at_most.value == 0 {
            problems.push(self.spec.at_most.span, Problem::BatchOfNone {});
        }
        let (path, element, is_map) = self.items(problems)?;
        let id = self.id(&element, is_map, problems);
        let part = self.part(&element, problems);
        Some(Batch {
            operation: self.operation,
            ids: ids?,
            at_most: self.spec.at_most.value,
            path,
            id: id?,
            part: part?,
        })
    }

    fn asked(&self) -> &Operation {
        &self.operations[self.operation]
    }

    /// The input that takes the ids. All others must do without.
    fn ids(&self, problems: &mut Diagnostics) -> Option<usize> {
        let (asked, name) = (self.asked(), &self.spec.ids);
        if !asked.safe_to_repeat {
            let operation = asked.name.value.clone();
            problems.push(self.spec.operation.span, Problem::BatchUnsafe { operation });
        }
        let Some(at) = asked.inputs.iter().position(|input| input.name == name.value) else {
            super::operation::unknown_input(name, &asked.inputs, problems);
            return None;
        };
        let kind = match self.handle {
            [field] if !field.optional => &field.kind,
            fields => {
                let fields = fields.iter().map(|field| field.name.clone()).collect();
                problems.push(name.span, Problem::BatchHandle { fields });
                return None;
            }
        };
        let is_list = matches!(&asked.inputs[at].kind, InputKind::List(of) if matches!(
            (&**of, kind),
            (InputKind::Text(_), InputKind::Text(_) | InputKind::PathTail) | (InputKind::Int(_), InputKind::Int(_))
        ));
        if !is_list {
            let kind = if matches!(kind, InputKind::Int(_)) { "int" } else { "string" };
            problems.push(name.span, Problem::BatchIds { name: name.value.clone(), kind });
            return None;
        }
        let others = asked.inputs.iter().enumerate();
        let mut others = others.filter(|(other, input)| *other != at && !input.optional && !input.kind.has_default());
        if let Some((_, input)) = others.next() {
            let (input, operation) = (input.name.clone(), asked.name.value.clone());
            problems.push(self.spec.operation.span, Problem::Unfilled { input, operation });
            return None;
        }
        Some(at)
    }

    /// The path to all elements, what one is, and whether they stand in a map.
    fn items(&self, problems: &mut Diagnostics) -> Option<(Vec<String>, Type, bool)> {
        let asked = self.asked();
        let (path, span) = path_of(&self.spec.items, "reply", problems)?;
        let found = match asked.reply_kind {
            ReplyKind::Json => self.member(&asked.reply, &path),
            _ => None,
        };
        match found {
            Some(Type::List(of)) => Some((path, *of, false)),
            Some(Type::Map(of)) => Some((path, *of, true)),
            _ => {
                problems.push(span, Problem::BatchItems { operation: asked.name.value.clone() });
                None
            }
        }
    }

    /// The path to the id in an element; none where it is its key.
    fn id(&self, element: &Type, is_map: bool, problems: &mut Diagnostics) -> Option<Option<Vec<String>>> {
        let template = &self.spec.id;
        if name_of(template).is_some_and(|name| name.value == "key") {
            if !is_map {
                problems.push(template.span, Problem::BatchId { is_map });
                return None;
            }
            return Some(None);
        }
        let (path, span) = path_of(template, "item", problems)?;
        let ty = self.member(element, &path);
        let is_id = matches!(ty, Some(Type::String | Type::Int | Type::LenientString | Type::LenientInt));
        if is_map || path.is_empty() || !is_id {
            problems.push(span, Problem::BatchId { is_map });
            return None;
        }
        Some(Some(path))
    }

    /// The member of the reply of `status` that an element is, of the same type as that.
    fn part(&self, element: &Type, problems: &mut Diagnostics) -> Option<Option<String>> {
        let Some(part) = &self.spec.part else {
            if *element != self.status.reply {
                let status = self.status.name.value.clone();
                problems
                    .push(self.spec.items.span, Problem::BatchElement { place: format!("the reply of `{status}`") });
                return None;
            }
            return Some(None);
        };
        let known = match &self.status.reply {
            Type::Record(at) => &self.types.records[*at].fields[..],
            _ => &[],
        };
        match known.iter().find(|field| field.name == part.value) {
            Some(field) if field.ty == *element => Some(Some(part.value.clone())),
            Some(_) => {
                let status = &self.status.name.value;
                let place = format!("`{}` in the reply of `{status}`", part.value);
                problems.push(self.spec.items.span, Problem::BatchElement { place });
                None
            }
            None => {
                let names = || known.iter().map(|field| field.name.as_str());
                let (word, what) = (part.value.clone(), "a member of the reply of `status`");
                let (similar, known) =
                    (crate::diagnostic::similar(part, names()), names().map(str::to_owned).collect());
                problems.push(part.span, Problem::NotOneOf { word, what, known, similar });
                None
            }
        }
    }

    /// The type at a path through objects alone, as the reply is taken apart.
    fn member(&self, ty: &Type, path: &[String]) -> Option<Type> {
        match (ty, path.split_first()) {
            (Type::Sensitive(inner), _) => self.member(inner, path),
            (_, None) => Some(ty.clone()),
            (Type::Record(at), Some((first, rest))) => {
                let field = self.types.records[*at].fields.iter().find(|field| field.name == *first)?;
                self.member(&field.ty, rest)
            }
            _ => None,
        }
    }
}

/// The path of a template that is one name and starts with `word`: `{item.job.id}`.
fn path_of(template: &Template, word: &'static str, problems: &mut Diagnostics) -> Option<(Vec<String>, Span)> {
    let name = name_of(template);
    let found = name.as_ref().and_then(|name| {
        let path = steps(name.value)?;
        let (first, rest) = path.split_first()?;
        (first == word).then(|| (rest.to_vec(), name.span))
    });
    if found.is_none() {
        problems.push(name.map_or(template.span, |name| name.span), Problem::BatchPlace { word });
    }
    found
}

/// The one name that a template is.
fn name_of(template: &Template) -> Option<Spanned<&str>> {
    let piece = template.sole_name()?;
    match &piece.value {
        Piece::Name(name) => Some(Spanned::new(name.as_str(), piece.span)),
        Piece::Text(_) => None,
    }
}
