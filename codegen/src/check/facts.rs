//! Resolves facts: what they are about exists, and what must stand there can.

use super::matcher::{Found, Leaf};
use super::pages::PAGE;
use super::reading::{NoPath, Reader, start_of, steps};
use super::rules::Resolver;
use crate::diagnostic::{Diagnostics, Problem, similar};
use crate::model::reading::{View, ViewKind};
use crate::model::rules::{AsideSource, Fact, Match, Other, OtherPlace, Subject};
use crate::model::types::Type;
use crate::source::{Span, Spanned};
use crate::spec::{self, Piece};

impl Resolver<'_, '_, '_> {
    /// Resolves facts that must all hold.
    pub(crate) fn facts(&mut self, facts: &spec::Facts) -> Option<Vec<Fact>> {
        let tested = std::mem::replace(&mut self.reader.testing, true);
        let resolved: Vec<_> = facts.facts.iter().map(|fact| self.fact(fact)).collect();
        self.reader.testing = tested;
        resolved.into_iter().collect()
    }

    fn fact(&mut self, fact: &spec::Fact) -> Option<Fact> {
        let subject = &fact.subject;
        let span = fact.matcher.span;
        if subject.starts_with('$') {
            return match subject.strip_prefix("$error") {
                Some("") => self.error(&fact.matcher, subject),
                Some(path) if path.starts_with('.') => self.error_path(&path[1..], fact),
                _ => {
                    let at = self.aside(subject)?;
                    let matcher = self.aside_matcher(at, fact)?;
                    Some(Fact { subject: Subject::Aside(at), path: Vec::new(), matcher, span })
                }
            };
        }
        let path = self.steps(subject, subject)?;
        let matcher = self.matcher(&path, subject, &fact.matcher)?;
        Some(Fact { subject: Subject::Body, path, matcher, span })
    }

    fn steps(&mut self, subject: &Spanned<String>, path: &str) -> Option<Vec<String>> {
        let steps = steps(path);
        if steps.is_none() {
            self.problems.push(subject.span, Problem::BadPath { path: path.to_owned() });
        }
        steps
    }

    /// `$http`, `$header.…` or `$input.…`.
    fn aside(&mut self, subject: &Spanned<String>) -> Option<usize> {
        let span = |front: &str| subject.part(front.len()..subject.len());
        // An element is told by what it is, not by the reply that it came in.
        let here = !matches!(self.of, "item" | PAGE);
        match subject.as_str() {
            "$http" if here => Some(self.asides.http()),
            name if here && name.starts_with("$header.") => {
                self.asides.header(&name["$header.".len()..], span("$header."), self.problems)
            }
            name if here && name.starts_with("$input.") => {
                self.asides.input(&name["$input.".len()..], span("$input."), self.problems)
            }
            _ => {
                self.problems.push(subject.span, Problem::UnknownFact { subject: subject.value.clone(), of: self.of });
                None
            }
        }
    }

    fn aside_matcher(&mut self, at: usize, fact: &spec::Fact) -> Option<Match> {
        let others = self.others(&fact.matcher)?;
        // A status is no word of anybody's, and what is asked outside the body is asked where there is none.
        let is_http = self.asides.all[at].source == AsideSource::Http;
        let here = |found: &&Found| is_http || matches!(found.other.place, OtherPlace::Here(_));
        if let Some(other) = others.iter().find(here) {
            let problem = Problem::OutOfSight { name: other.name.clone(), of: "outside" };
            self.problems.push(other.at, problem);
            return None;
        }
        let mut view = self.asides.all[at].view.clone();
        let absent = view.optional;
        let mut leaf = Leaf {
            source: self.source,
            reader: self.reader,
            asides: self.asides,
            leaf: &mut view,
            absent,
            path: &fact.subject,
            others: &others,
            problems: self.problems,
        };
        let resolved = leaf.matcher(&fact.matcher);
        self.asides.all[at].view = view;
        resolved
    }

    /// Whether the body is a declared error.
    fn error(&mut self, matcher: &Spanned<spec::Matcher>, subject: &Spanned<String>) -> Option<Fact> {
        self.error_shapes(subject)?;
        let kind = ViewKind::Object(Vec::new());
        let ty = Type::Json;
        let declared = Span::default();
        let mut view = View {
            path: "$error".to_owned(),
            slot: 0,
            optional: true,
            ty,
            declared,
            tested: true,
            null: false,
            hidden: false,
            kind,
        };
        let mut leaf = Leaf {
            source: self.source,
            reader: self.reader,
            asides: self.asides,
            leaf: &mut view,
            absent: true,
            path: subject,
            others: &[],
            problems: self.problems,
        };
        let resolved = leaf.matcher(matcher)?;
        Some(Fact { subject: Subject::Error, path: Vec::new(), matcher: resolved, span: matcher.span })
    }

    /// How many declared errors have a body; none is a mistake.
    fn error_shapes(&mut self, subject: &Spanned<String>) -> Option<usize> {
        let shapes = self.errors.as_deref().map(<[View]>::len);
        match shapes {
            Some(shapes @ 1..) => Some(shapes),
            Some(0) => {
                if !self.problems.is_lost("errors") {
                    self.problems.push(subject.span, Problem::NoErrorShape {});
                }
                None
            }
            None => {
                self.problems.push(subject.span, Problem::UnknownFact { subject: subject.value.clone(), of: self.of });
                None
            }
        }
    }

    /// A place in the declared errors: in every one that has it, and in one at least.
    fn error_path(&mut self, written: &str, fact: &spec::Fact) -> Option<Fact> {
        let shapes = self.error_shapes(&fact.subject)?;
        let path = self.steps(&fact.subject, written)?;
        let others = self.others(&fact.matcher)?;
        let (source, subject) = (self.source, &fact.subject);
        let (mut resolved, mut found, mut failed, mut no_path) = (None, false, false, None);
        if let Some(other) = others.iter().find(|found| matches!(found.other.place, OtherPlace::Here(_))) {
            let problem = Problem::OutOfSight { name: other.name.clone(), of: "error" };
            self.problems.push(other.at, problem);
            return None;
        }
        for at in 0..shapes {
            let (asides, problems) = (&mut *self.asides, &mut *self.problems);
            let Some(view) = self.errors.as_deref_mut().and_then(|errors| errors.get_mut(at)) else { continue };
            // What one shape lacks makes the place absent where that shape is met.
            let several = shapes > 1;
            let mut with = |reader: &mut Reader<'_>, leaf: &mut View, absent: bool| {
                let absent = absent || several;
                let mut leaf = Leaf {
                    source,
                    reader,
                    asides: &mut *asides,
                    leaf,
                    absent,
                    path: subject,
                    others: &others,
                    problems: &mut *problems,
                };
                match leaf.matcher(&fact.matcher) {
                    Some(matcher) => failed |= differs(&mut resolved, matcher, subject, leaf.problems),
                    None => failed = true,
                }
            };
            match self.reader.at(view, &path, false, &mut with) {
                Ok(()) => found = true,
                Err(wrong) => no_path = no_path.or(Some(wrong)),
            }
        }
        match (found, no_path) {
            (false, Some(no_path)) => {
                unknown_path(subject, written, no_path, self.problems);
                None
            }
            _ if failed => None,
            _ => Some(Fact { subject: Subject::Error, path, matcher: resolved?, span: fact.matcher.span }),
        }
    }

    /// Resolves a matcher at every place that the path leads to.
    pub(super) fn matcher(
        &mut self,
        path: &[String],
        subject: &Spanned<String>,
        matcher: &Spanned<spec::Matcher>,
    ) -> Option<Match> {
        let others = self.others(matcher)?;
        let (source, asides, problems) = (self.source, &mut *self.asides, &mut *self.problems);
        let Some(view) = self.view.as_deref_mut() else {
            problems.push(subject.span, Problem::NoBodyHere { path: subject.value.clone() });
            return None;
        };
        let mut resolved = None;
        let mut failed = false;
        let result = self.reader.at(view, path, false, &mut |reader, leaf, absent| {
            let asides = &mut *asides;
            let problems = &mut *problems;
            let mut at = Leaf { source, reader, asides, leaf, absent, path: subject, others: &others, problems };
            match at.matcher(matcher) {
                Some(matcher) => failed |= differs(&mut resolved, matcher, subject, at.problems),
                None => failed = true,
            }
        });
        match result {
            Ok(()) if failed => None,
            Ok(()) => resolved,
            Err(no_path) => {
                unknown_path(subject, subject, no_path, self.problems);
                None
            }
        }
    }

    /// The other places that a matcher compares with.
    fn others(&mut self, matcher: &Spanned<spec::Matcher>) -> Option<Vec<Found>> {
        let mut templates = Vec::new();
        templates_of(matcher, &mut templates);
        let found: Vec<_> = templates.into_iter().map(|template| self.other(template)).collect();
        found.into_iter().collect()
    }

    fn other(&mut self, template: &spec::Template) -> Option<Found> {
        let Some(Spanned { value: Piece::Name(name), span }) = template.sole_name() else { return None };
        let name = Spanned::new(name.clone(), *span);
        if let Some(front) = ["reply.", "event.", "item."].into_iter().find(|front| name.starts_with(front)) {
            let path = &name[front.len()..];
            // The rest of the reply is not known yet while an element of a list is looked at.
            if front.trim_end_matches('.') != self.of || path.starts_with('$') {
                let problem = Problem::OutOfSight { name: name.value.clone(), of: self.of };
                self.problems.push(name.span, problem);
                return None;
            }
            let path_steps = self.steps(&name, path)?;
            let Some(view) = self.view.as_deref_mut() else {
                self.problems.push(name.span, Problem::NoBodyHere { path: path.to_owned() });
                return None;
            };
            let mut found = None;
            let result = self.reader.at(view, &path_steps, false, &mut |_, leaf, _| {
                found = Some((leaf.slot, leaf.ty.clone()));
            });
            if let Err(no_path) = result {
                unknown_path(&name, path, no_path, self.problems);
                return None;
            }
            if through_union(view, &path_steps) {
                self.problems.push(name.span, Problem::AmbiguousPlace { path: path.to_owned() });
                return None;
            }
            let (slot, ty) = found?;
            let other = Other { slot, place: OtherPlace::Here(path_steps) };
            return Some(Found { at: template.span, name: name.value, other, ty });
        }
        if self.of == PAGE {
            self.problems.push(name.span, Problem::OutOfSight { name: name.value, of: PAGE });
            return None;
        }
        let at = self.asides.named(&name, self.problems)?;
        let (slot, ty) = (self.reader.aside(at), self.asides.all[at].view.ty.clone());
        Some(Found { at: template.span, name: name.value, other: Other { slot, place: OtherPlace::Aside(at) }, ty })
    }
}

/// Whether a matcher means something else here than at a place of the same path before, which is told.
fn differs(before: &mut Option<Match>, now: Match, path: &Spanned<String>, problems: &mut Diagnostics) -> bool {
    let differs = before.as_ref().is_some_and(|before| *before != now);
    if differs {
        problems.push(path.span, Problem::AmbiguousPlace { path: path.value.clone() });
    }
    *before = Some(now);
    differs
}

/// Whether a path leads through a union.
fn through_union(view: &View, steps: &[String]) -> bool {
    match (&view.kind, steps.split_first()) {
        (ViewKind::Union(_), _) => true,
        (ViewKind::Inner(inner), _) => through_union(inner, steps),
        (ViewKind::Object(children) | ViewKind::Map(children, _), Some((step, rest))) => {
            children.iter().any(|(name, child)| name == step && through_union(child, rest))
        }
        (ViewKind::List(children, _), Some((step, rest))) => {
            children.iter().any(|(at, child)| at.to_string() == *step && through_union(child, rest))
        }
        _ => false,
    }
}

/// The templates of a matcher, but for those about elements.
fn templates_of<'m>(matcher: &'m Spanned<spec::Matcher>, all: &mut Vec<&'m spec::Template>) {
    match &matcher.value {
        spec::Matcher::Same(template) | spec::Matcher::Bound(_, spec::Limit::Other(template)) => all.push(template),
        spec::Matcher::OneOf(several) | spec::Matcher::AllOf(several) => {
            several.iter().for_each(|one| templates_of(one, all));
        }
        spec::Matcher::Not(inner) => templates_of(inner, all),
        _ => {}
    }
}

/// Pushes what is wrong with a path. `written` is all of the text that it is the end of.
pub(crate) fn unknown_path(written: &Spanned<String>, path: &str, no_path: NoPath, problems: &mut Diagnostics) {
    let (path, front) = (path.to_owned(), written.len() - path.len());
    match no_path {
        // What is wrong with this part's own type was pushed where it is declared.
        NoPath::Unknown { part, .. } if problems.is_lost(&part) => {}
        NoPath::Unknown { part, within, left, known } => {
            let start = front + start_of(&path, left).unwrap_or_default();
            let span = written.part(start..start + part.len());
            let similar = similar(&part, known.iter().map(String::as_str));
            problems.push(span, Problem::UnknownPath { path, part, within, known, similar });
        }
        NoPath::LastInRule { left } => {
            let start = front + start_of(&path, left).unwrap_or_default();
            problems.push(written.part(start..start + "-1".len()), Problem::LastInRule { path });
        }
        NoPath::ThroughList { at } => problems.push(written.span, Problem::PathThroughList { path, at }),
        NoPath::ThroughScalar { at, ty } => problems.push(written.span, Problem::PathThroughScalar { path, at, ty }),
    }
}
