//! Resolves shapes to types. Named types get their place before they are filled in, so that a type may come before the ones
//! it is made of.

use super::names::{self, Names, Numbered};
use crate::diagnostic::{Diagnostics, Problem, similar};
use crate::model::types::{Enum, Field, PREFIXES, Record, SCALARS, Type, Types, URL, Union, Word};
use crate::source::{Span, Spanned};
use crate::spec::{self, Shape, ShapeKind};
use crate::yaml::MAX_DEPTH;

/// The most named types of one vendor. Types are walked from one to the next, which takes stack.
const MAX_TYPES: usize = 500;

/// The types of one vendor in the making.
pub(crate) struct Resolver<'a> {
    spec: &'a spec::Vendor,
    /// What each of `types:` resolved to, once it did.
    named: Vec<Option<Type>>,
    /// Which of `types:` were looked at, whatever came out.
    tried: Vec<bool>,
    /// Those that are being resolved: to meet one again is a cycle.
    open: Vec<usize>,
    used: Vec<bool>,
    pub(crate) types: Types,
    pub(crate) names: Names,
    /// Whether the types that are resolved now are never decoded as a whole, and so need no name in Rust.
    hidden: bool,
}

impl<'a> Resolver<'a> {
    /// Resolves all of `types:`.
    pub(crate) fn new(spec: &'a spec::Vendor, problems: &mut Diagnostics) -> Self {
        let mut resolver = Resolver {
            spec,
            named: Vec::new(),
            tried: vec![false; spec.types.0.len()],
            open: Vec::new(),
            used: vec![false; spec.types.0.len()],
            types: Types::default(),
            names: Names::default(),
            hidden: false,
        };
        resolver.reserve(problems);
        if spec.types.0.len() > MAX_TYPES {
            return resolver;
        }
        for (at, (name, shape)) in spec.types.iter().enumerate() {
            resolver.fill(at, name, shape, problems);
        }
        resolver.refuse_endless(problems);
        resolver
    }

    /// Gives every named type its place.
    fn reserve(&mut self, problems: &mut Diagnostics) {
        for (name, shape) in self.spec.types.iter() {
            if names::ty(name).as_deref() != Some(name.as_str()) {
                let suggestion = names::ty(name).filter(|rust| rust != &name.value);
                problems.push(name.span, Problem::BadTypeName { name: name.value.clone(), suggestion });
            }
            self.names.take_type(name, &format!("the type `{}`", name.value), name.span, problems);
            if self.named.len() == MAX_TYPES {
                problems.push(name.span, Problem::TooManyTypes { limit: MAX_TYPES });
            }
            let (rust, about) = (name.value.clone(), format!("The type `{}` of the spec.", name.value));
            let ty = match &shape.kind {
                ShapeKind::Record(fields) if !is_map(fields) => {
                    self.types.records.push(Record { rust, about, named: true, fields: Vec::new(), rest: None });
                    Some(Type::Record(self.types.records.len() - 1))
                }
                ShapeKind::Words(_) => {
                    self.types.enums.push(Enum { rust, about, named: true, words: Vec::new() });
                    Some(Type::Enum(self.types.enums.len() - 1))
                }
                ShapeKind::Union(_) => {
                    self.types.unions.push(Union { rust, about, named: true, members: Vec::new() });
                    Some(Type::Union(self.types.unions.len() - 1))
                }
                _ => None,
            };
            self.named.push(ty);
        }
    }

    fn fill(&mut self, at: usize, name: &str, shape: &Shape, problems: &mut Diagnostics) {
        match (&shape.kind, self.named[at].clone()) {
            (ShapeKind::Record(fields), Some(Type::Record(record))) => self.record(record, name, fields, problems),
            (ShapeKind::Words(words), Some(Type::Enum(at))) => self.words(at, words, problems),
            (ShapeKind::Union(members), Some(Type::Union(at))) => self.union(at, name, members, problems),
            _ => self.alias(at, problems),
        }
    }

    /// Resolves a named type that has no name in Rust, such as a list, at its first use.
    fn alias(&mut self, at: usize, problems: &mut Diagnostics) {
        let Some((name, shape)) = self.spec.types.0.get(at) else { return };
        if self.open.contains(&at) {
            problems.push(name.span, Problem::EndlessType { name: name.value.clone() });
        } else if self.open.len() > MAX_DEPTH {
            problems.push(name.span, Problem::TooDeep { limit: MAX_DEPTH });
        } else if !self.tried[at] {
            self.open.push(at);
            let ty = self.resolve(shape, name, problems);
            self.open.pop();
            self.tried[at] = true;
            self.named[at] = match ty {
                Some(ty) if depth(&ty) > MAX_DEPTH => {
                    problems.push(name.span, Problem::TooDeep { limit: MAX_DEPTH });
                    None
                }
                ty => ty,
            };
        }
    }

    /// Resolves a shape. `name` is what a type written in place is called.
    pub(crate) fn resolve(&mut self, shape: &Shape, name: &str, problems: &mut Diagnostics) -> Option<Type> {
        match &shape.kind {
            ShapeKind::Named(word) => self.resolve_name(word, shape.span, problems),
            ShapeKind::Prefixed(prefix, inner) => {
                let inner = Box::new(self.resolve(inner, name, problems)?);
                match prefix.as_str() {
                    "sensitive" => Some(Type::Sensitive(inner)),
                    "json_text" => Some(Type::JsonText(inner)),
                    word => {
                        let similar = similar(word, PREFIXES.iter().copied());
                        problems.push(prefix.span, Problem::UnknownType { name: word.to_owned(), similar });
                        None
                    }
                }
            }
            ShapeKind::List(item) => {
                let item = self.resolve(item, &singular(name), problems)?;
                Some(Type::List(Box::new(item)))
            }
            ShapeKind::Record(fields) => match fields.as_slice() {
                [rest] if rest.is_rest() => {
                    Some(Type::Map(Box::new(self.resolve(&rest.shape, &singular(name), problems)?)))
                }
                fields => {
                    let rust = self.name_in_place(name, shape.span, problems)?;
                    self.types.records.push(Record {
                        rust,
                        about: in_place(name),
                        named: false,
                        fields: Vec::new(),
                        rest: None,
                    });
                    let at = self.types.records.len() - 1;
                    self.record(at, name, fields, problems);
                    Some(Type::Record(at))
                }
            },
            ShapeKind::Words(words) => {
                let rust = self.name_in_place(name, shape.span, problems)?;
                self.types.enums.push(Enum { rust, about: in_place(name), named: false, words: Vec::new() });
                let at = self.types.enums.len() - 1;
                self.words(at, words, problems);
                Some(Type::Enum(at))
            }
            ShapeKind::Union(members) => {
                let rust = self.name_in_place(name, shape.span, problems)?;
                self.types.unions.push(Union { rust, about: in_place(name), named: false, members: Vec::new() });
                let at = self.types.unions.len() - 1;
                self.union(at, name, members, problems);
                // Without one of its members, paths into a union cannot be judged.
                (self.types.unions[at].members.len() == members.len()).then_some(Type::Union(at))
            }
        }
    }

    /// Resolves a shape of which only parts are ever read, such as an error's.
    pub(crate) fn resolve_hidden(&mut self, shape: &Shape, problems: &mut Diagnostics) -> Option<Type> {
        self.hidden = true;
        let ty = self.resolve(shape, "error", problems);
        self.hidden = false;
        ty
    }

    fn name_in_place(&mut self, name: &str, span: Span, problems: &mut Diagnostics) -> Option<String> {
        if self.hidden {
            return Some(name.to_owned());
        }
        let rust = names::require(names::ty(name), name, span, problems)?;
        self.names.take_type(&rust, &format!("the type of `{name}`"), first_line(span), problems);
        Some(rust)
    }

    fn resolve_name(&mut self, word: &str, span: Span, problems: &mut Diagnostics) -> Option<Type> {
        if let Some((_, ty)) = SCALARS.iter().find(|(name, _)| *name == word) {
            return Some(ty.clone());
        }
        if word == URL {
            return Some(Type::Sensitive(Box::new(Type::String)));
        }
        match self.spec.types.names().position(|name| name == word) {
            Some(at) => {
                self.used[at] = true;
                if self.named[at].is_none() {
                    self.alias(at, problems);
                }
                // A type that did not resolve was reported where it stands.
                self.named[at].clone()
            }
            None if problems.is_lost(word) => None,
            None => {
                let known = SCALARS.iter().map(|(name, _)| *name).chain([URL]).chain(self.spec.types.names());
                let similar = similar(word, known);
                problems.push(span, Problem::UnknownType { name: word.to_owned(), similar });
                None
            }
        }
    }

    fn record(&mut self, at: usize, name: &str, fields: &[spec::Field], problems: &mut Diagnostics) {
        let mut names = Numbered::default();
        if fields.iter().any(spec::Field::is_rest) {
            names.unique("rest");
        }
        for field in fields {
            let inner = format!("{name} {}", field.name.value);
            let Some(ty) = self.resolve(&field.shape, &inner, problems) else {
                problems.lose(&field.name);
                continue;
            };
            if field.is_rest() {
                self.types.records[at].rest = Some(ty);
                continue;
            }
            // A vendor's names are not ours to choose: those that are one in Rust are numbered.
            let rust = names.unique(&names::field(&field.name).unwrap_or_else(|| "member".to_owned()));
            let (name, span) = (field.name.value.clone(), field.shape.span);
            self.types.records[at].fields.push(Field { name, rust, ty, optional: field.optional, span });
        }
    }

    fn words(&mut self, at: usize, words: &[Spanned<String>], problems: &mut Diagnostics) {
        let mut names = Numbered::default();
        names.unique("Other");
        for (position, word) in words.iter().enumerate() {
            if let Some(first) = words[..position].iter().find(|earlier| earlier.value == word.value) {
                problems.push(word.span, Problem::DuplicateWord { word: word.value.clone(), first: first.span });
                continue;
            }
            let rust = names.unique(&names::variant(word).unwrap_or_else(|| "Word".to_owned()));
            self.types.enums[at].words.push(Word { text: word.value.clone(), rust, span: word.span });
        }
    }

    fn union(&mut self, at: usize, name: &str, members: &[Shape], problems: &mut Diagnostics) {
        let mut names = Names::default();
        for member in members {
            let Some(ty) = self.resolve(member, name, problems) else { continue };
            if self.types.unions[at].members.iter().any(|(_, earlier)| self.swallows(earlier, &ty)) {
                problems.push(member.span, Problem::UnreachableMember { ty: self.types.describe(&ty) });
                continue;
            }
            let Some(rust) = names::variant(&self.types.describe(&ty)) else { continue };
            names.take(&rust, &format!("`{}`", self.types.describe(&ty)), member.span, problems);
            self.types.unions[at].members.push((rust, ty));
        }
    }

    /// Whether everything that reads as `later` reads as `earlier` already.
    fn swallows(&self, earlier: &Type, later: &Type) -> bool {
        let text = |ty: &Type| matches!(ty, Type::String | Type::Secret | Type::Enum(_));
        match (earlier, later) {
            (earlier, later) if earlier.written() != earlier || later.written() != later => {
                self.swallows(earlier.written(), later.written())
            }
            (Type::Json, _) => true,
            (Type::Sensitive(earlier), later) => self.swallows(earlier, later),
            (earlier, Type::Sensitive(later)) => self.swallows(earlier, later),
            (Type::LenientString, later) => {
                text(later) || matches!(later, Type::LenientString | Type::Int | Type::Float | Type::JsonText(_))
            }
            (earlier, later) if text(earlier) => text(later) || matches!(later, Type::JsonText(_)),
            (Type::Record(at), Type::Record(_) | Type::Map(_)) => {
                let record = &self.types.records[*at];
                record.fields.iter().all(|field| field.optional) && record.rest.is_none()
            }
            (earlier, later) => earlier == later,
        }
    }

    /// A type that holds itself without a list or map between has no size.
    fn refuse_endless(&mut self, problems: &mut Diagnostics) {
        let mut told: Vec<Type> = Vec::new();
        for (at, (name, _)) in self.spec.types.iter().enumerate() {
            let Some(ty) = self.named[at].clone() else { continue };
            // All types of a cycle reach each other; one of them is told.
            let again = told.iter().any(|told| self.reaches(&ty, told, &mut Vec::new()));
            if !again && self.parts(&ty).iter().any(|part| self.reaches(part, &ty, &mut Vec::new())) {
                problems.push(name.span, Problem::EndlessType { name: name.value.clone() });
                told.push(ty);
            }
        }
    }

    /// The types that a type holds directly.
    fn parts(&self, ty: &Type) -> Vec<Type> {
        match ty {
            Type::Sensitive(inner) | Type::JsonText(inner) => vec![(**inner).clone()],
            Type::Record(at) => self.types.records[*at].fields.iter().map(|field| field.ty.clone()).collect(),
            Type::Union(at) => self.types.unions[*at].members.iter().map(|(_, ty)| ty.clone()).collect(),
            _ => Vec::new(),
        }
    }

    fn reaches(&self, from: &Type, target: &Type, seen: &mut Vec<Type>) -> bool {
        if from == target {
            return true;
        }
        if seen.contains(from) {
            return false;
        }
        seen.push(from.clone());
        self.parts(from).iter().any(|part| self.reaches(part, target, seen))
    }

    /// Reports the named types that nothing uses.
    pub(crate) fn refuse_unused(&self, problems: &mut Diagnostics) {
        for ((name, _), used) in self.spec.types.iter().zip(&self.used) {
            if !used {
                problems.push(name.span, Problem::Unused { what: "type", name: name.value.clone() });
            }
        }
    }
}

/// How deep lists, maps and wrappers stand in each other.
fn depth(ty: &Type) -> usize {
    match ty {
        Type::Sensitive(inner) | Type::JsonText(inner) | Type::List(inner) | Type::Map(inner) => 1 + depth(inner),
        _ => 0,
    }
}

/// What a type that has no name in the spec is called in docs.
fn in_place(name: &str) -> String {
    format!("What the spec declares in place for the {}.", name.replace('_', " "))
}

fn is_map(fields: &[spec::Field]) -> bool {
    matches!(fields, [rest] if rest.is_rest())
}

/// `JobSteps` → `JobStep`: what an element of a list is called.
fn singular(name: &str) -> String {
    match name.strip_suffix("ies") {
        Some(stem) => format!("{stem}y"),
        None if name.ends_with("ss") => name.to_owned(),
        None => name.strip_suffix('s').unwrap_or(name).to_owned(),
    }
}

fn first_line(span: Span) -> Span {
    Span { start: span.start, end: span.start + 1 }
}
