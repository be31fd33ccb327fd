//! Resolves what must stand at a place: every matcher fits the place's type.

use super::aside::STATUSES;
use super::reading::{Reader, elements_of};
use super::rules::{Resolver, list};
use crate::diagnostic::{Diagnostics, Problem, similar};
use crate::model::reading::{Asked, Condition, View, ViewKind, key};
use crate::model::rules::{Fact, Match, Moment, Other, Subject};
use crate::model::types::{TimeKind, Type, Types};
use crate::moment;
use crate::source::{Source, Span, Spanned};
use crate::spec::{self, Bound, Limit};

/// Another place that a matcher compares with, found before the place itself is looked at.
pub(super) struct Found {
    /// Where its template stands.
    pub(super) at: Span,
    /// Its name in the template.
    pub(super) name: String,
    pub(super) other: Other,
    pub(super) ty: Type,
}

/// One place that a fact is about.
pub(super) struct Leaf<'l, 'a, 't> {
    pub(super) source: &'l Source,
    pub(super) reader: &'l mut Reader<'t>,
    pub(super) asides: &'l mut super::aside::Asides<'a>,
    pub(super) leaf: &'l mut View,
    pub(super) absent: bool,
    pub(super) path: &'l Spanned<String>,
    pub(super) others: &'l [Found],
    pub(super) problems: &'l mut Diagnostics,
}

impl<'l> Leaf<'l, '_, '_> {
    pub(super) fn matcher(&mut self, matcher: &Spanned<spec::Matcher>) -> Option<Match> {
        let span = matcher.span;
        let asks_for_value = !matches!(
            matcher.value,
            spec::Matcher::Present
                | spec::Matcher::Absent
                | spec::Matcher::Null
                | spec::Matcher::Not(_)
                | spec::Matcher::OneOf(_)
                | spec::Matcher::AllOf(_)
        );
        if self.leaf.ty == Type::Secret && asks_for_value {
            self.problems.push(span, Problem::SecretTested { name: self.path.value.clone() });
            return None;
        }
        let resolved = match &matcher.value {
            spec::Matcher::Word(word) => self.word(word, span)?,
            spec::Matcher::Same(template) => self.same(template)?,
            spec::Matcher::OneOf(all) => Match::OneOf(self.several(all)?),
            spec::Matcher::AllOf(all) => Match::AllOf(self.several(all)?),
            spec::Matcher::Present => Match::Present,
            spec::Matcher::Absent => Match::Absent,
            spec::Matcher::Null => Match::Null,
            spec::Matcher::Not(inner) => Match::Not(Box::new(self.matcher(inner)?)),
            spec::Matcher::Bound(bound, limit) => self.bound(*bound, limit)?,
            spec::Matcher::StartsWith(text) => {
                self.of_text("starts_with", span)?;
                note(&mut self.asked("starts_with", "a text", span)?.beginnings, &text.value);
                Match::StartsWith(text.value.clone())
            }
            spec::Matcher::Contains(text) => {
                self.of_text("contains", span)?;
                note(&mut self.asked("contains", "a text", span)?.parts, &text.value);
                Match::Contains(text.value.clone())
            }
            spec::Matcher::Length(inner) => {
                self.of_text("length", span)?;
                let (inner, cuts) = self.number(inner)?;
                let asked = self.asked("length", "a text", span)?;
                cuts.iter().for_each(|cut| note(&mut asked.lengths, cut));
                Match::Length(Box::new(inner))
            }
            spec::Matcher::Count(inner) => self.count(inner, span)?,
            spec::Matcher::Elements(quantifier, condition) => {
                Match::Elements(*quantifier, self.condition(*quantifier, condition, span)?)
            }
        };
        let presence = match resolved {
            Match::Present => Some("present"),
            Match::Absent => Some("absent"),
            Match::Null => Some("null"),
            _ => None,
        };
        if let (Some(matcher_word), false) = (presence, self.absent) {
            let path = self.path.value.clone();
            let problem = Problem::AlwaysThere { path, matcher: matcher_word, declared: self.leaf.declared };
            self.problems.push(span, problem);
            return None;
        }
        self.leaf.null |= resolved.names_null();
        Some(resolved)
    }

    fn several(&mut self, all: &[Spanned<spec::Matcher>]) -> Option<Vec<(Span, Match)>> {
        let resolve = |one: &Spanned<spec::Matcher>| Some((one.span, self.matcher(one)?));
        // Every one is resolved, so that all mistakes are told.
        let all: Vec<_> = all.iter().map(resolve).collect();
        all.into_iter().collect()
    }

    fn types(&self) -> &Types {
        self.reader.types()
    }

    /// What is asked of the scalar here.
    fn asked(&mut self, matcher: &'static str, takes: &'static str, span: Span) -> Option<&mut Asked> {
        if !matches!(self.leaf.kind, ViewKind::Scalar(_)) {
            self.misfit(matcher, takes, span);
        }
        match &mut self.leaf.kind {
            ViewKind::Scalar(asked) => Some(asked),
            _ => None,
        }
    }

    fn misfit(&mut self, matcher: &'static str, takes: &'static str, span: Span) {
        let (path, ty, declared) = (self.path.value.clone(), self.types().in_words(&self.leaf.ty), self.leaf.declared);
        self.problems.push(span, Problem::MatcherMisfit { path, matcher, takes, ty, declared });
    }

    /// Refuses a matcher for texts where none stands.
    fn of_text(&mut self, matcher: &'static str, span: Span) -> Option<()> {
        match is_text(&self.leaf.ty) {
            true => Some(()),
            false => {
                self.misfit(matcher, "a text", span);
                None
            }
        }
    }

    /// A word that must stand here: it fits the type, in the form that the type prints.
    fn word(&mut self, word: &str, span: Span) -> Option<Match> {
        let path = self.path.value.clone();
        let declared = self.leaf.declared;
        let structure = |types: &Types, ty: &Type| Problem::WordOnStructure {
            path: path.clone(),
            word: word.to_owned(),
            ty: types.in_words(ty),
            declared,
        };
        let ty = self.leaf.ty.clone();
        let problem = structure(self.types(), &ty);
        let ViewKind::Scalar(asked) = &mut self.leaf.kind else {
            self.problems.push(span, problem);
            return None;
        };
        let mismatch = |ty: String, similar: Option<String>| Problem::LiteralMismatch {
            path: path.clone(),
            literal: word.to_owned(),
            ty,
            similar,
            declared,
        };
        let canonical = match &ty {
            Type::Enum(_) | Type::Bool | Type::LenientBool => match asked.words.iter().any(|known| known == word) {
                true => return Some(Match::Word(word.to_owned())),
                false => {
                    let expected = match &ty {
                        Type::Enum(_) => format!("one of {}", list(&asked.words)),
                        _ => "`true` or `false`".to_owned(),
                    };
                    let similar = similar(word, asked.words.iter().map(String::as_str));
                    self.problems.push(span, mismatch(expected, similar));
                    return None;
                }
            },
            Type::Int | Type::LenientInt | Type::Float => {
                let number = self.literal(word, span)?;
                if ty == Type::Float {
                    return Some(self.range(Some(number), Some(number)));
                }
                number.to_string()
            }
            Type::Json => {
                self.problems.push(span, problem);
                return None;
            }
            _ => word.to_owned(),
        };
        if let ViewKind::Scalar(asked) = &mut self.leaf.kind {
            note(&mut asked.words, &canonical);
        }
        Some(Match::Word(canonical))
    }

    /// A number as the place's type has it, as its key.
    fn literal(&mut self, text: &str, span: Span) -> Option<i64> {
        let is_status = self.path.value == "$http";
        let number = match &self.leaf.ty {
            Type::Float => text.parse::<f64>().ok().filter(|number| number.is_finite()).map(key),
            _ => text.parse::<i64>().ok().filter(|number| !is_status || STATUSES.contains(number)),
        };
        if number.is_none() {
            let ty = match (&self.leaf.ty, is_status) {
                (Type::Float, _) => "a number",
                (_, true) => "an HTTP status, 100 to 599",
                (_, false) => "a whole number",
            };
            let (path, literal, declared) = (self.path.value.clone(), text.to_owned(), self.leaf.declared);
            let ty = ty.to_owned();
            self.problems.push(span, Problem::LiteralMismatch { path, literal, ty, similar: None, declared });
        }
        number
    }

    fn bound(&mut self, bound: Bound, limit: &Limit) -> Option<Match> {
        let matcher = match bound {
            Bound::Above => "above",
            Bound::AtLeast => "at_least",
            Bound::Below => "below",
            Bound::AtMost => "at_most",
        };
        if let Some(kind) = self.leaf.ty.moment() {
            return self.moment(bound, limit, kind);
        }
        let span = match limit {
            Limit::Literal(number) => number.span,
            Limit::Other(template) => template.span,
        };
        if !matches!(self.leaf.ty, Type::Int | Type::LenientInt | Type::Float) {
            self.misfit(matcher, "a number or a moment", span);
            return None;
        }
        let number = match limit {
            Limit::Literal(number) => number,
            Limit::Other(template) => {
                let (path, name) = (self.path.value.clone(), template.written());
                self.problems.push(span, Problem::BoundByName { path, name, declared: self.leaf.declared });
                return None;
            }
        };
        let number = self.literal(number, number.span)?;
        let (from, to) = sides(bound, number);
        Some(self.range(from, to))
    }

    /// A moment on one side of another, or of one that the spec says.
    fn moment(&mut self, bound: Bound, limit: &Limit, kind: TimeKind) -> Option<Match> {
        let template = match limit {
            Limit::Literal(text) => {
                let Some(moment) = moment::parse(kind, text) else {
                    let (path, literal, declared) = (self.path.value.clone(), text.value.clone(), self.leaf.declared);
                    let ty = "a moment such as `2024-01-02T03:04:05Z`".to_owned();
                    self.problems
                        .push(text.span, Problem::LiteralMismatch { path, literal, ty, similar: None, declared });
                    return None;
                };
                let (from, to) = sides(bound, moment);
                if let ViewKind::Scalar(asked) = &mut self.leaf.kind {
                    cuts_of(from, to).iter().for_each(|cut| note(&mut asked.moments, cut));
                }
                return Some(Match::Moment(Moment { kind, than: None, from, to }));
            }
            Limit::Other(template) => template,
        };
        let found = self.found(template)?;
        let other = match (found.ty.moment(), &found.ty) {
            (Some(other), _) => other,
            // What a caller gives is a text, or counts in the unit of the place.
            (None, Type::String | Type::LenientString) => kind,
            (None, Type::Int | Type::LenientInt) if kind != TimeKind::Timestamp => kind,
            (None, ty) => {
                let (ty, other) = (self.types().in_words(&self.leaf.ty), self.types().in_words(ty));
                let path = self.path.value.clone();
                let problem = Problem::NoMoment { path, ty, other, declared: self.leaf.declared };
                self.problems.push(template.span, problem);
                return None;
            }
        };
        let (from, to) = sides(bound, 0);
        let than = (found.other.clone(), other);
        if let ViewKind::Scalar(asked) = &mut self.leaf.kind {
            note(&mut asked.than, &(than.0.slot, other));
        }
        Some(Match::Moment(Moment { kind, than: Some(than), from, to }))
    }

    /// A range of numbers, noted as cuts.
    fn range(&mut self, from: Option<i64>, to: Option<i64>) -> Match {
        if let ViewKind::Scalar(asked) = &mut self.leaf.kind {
            cuts_of(from, to).iter().for_each(|cut| note(&mut asked.cuts, cut));
        }
        Match::Between(from, to)
    }

    /// A matcher for a whole number that is counted, and where it cuts.
    fn number(&mut self, matcher: &Spanned<spec::Matcher>) -> Option<(Match, Vec<i64>)> {
        // A count is matched like a field that holds a whole number.
        let kind = ViewKind::Scalar(Asked::default());
        let (path, declared) = (self.path.value.clone(), self.leaf.declared);
        let mut number = View {
            path,
            slot: 0,
            optional: false,
            ty: Type::Int,
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
            leaf: &mut number,
            absent: false,
            path: self.path,
            others: &[],
            problems: self.problems,
        };
        let resolved = leaf.matcher(matcher)?;
        let ViewKind::Scalar(asked) = number.kind else { return None };
        let words = asked.words.iter().filter_map(|word| word.parse::<i64>().ok());
        let cuts = words.flat_map(|word| cuts_of(Some(word), Some(word))).chain(asked.cuts).collect();
        Some((resolved, cuts))
    }

    fn count(&mut self, inner: &Spanned<spec::Matcher>, span: Span) -> Option<Match> {
        let (inner, cuts) = self.number(inner)?;
        let path = self.leaf.path.clone();
        if elements_of(self.leaf).is_none() {
            self.misfit("count", "a list or a map", span);
            return None;
        }
        let reader = &mut *self.reader;
        let elements = elements_of(self.leaf)?;
        elements.total.get_or_insert_with(|| reader.tally(&path));
        cuts.iter().for_each(|cut| note(&mut elements.cuts, cut));
        Some(Match::Count(Box::new(inner)))
    }

    /// The place that a template names.
    fn found(&mut self, template: &spec::Template) -> Option<&'l Found> {
        let others = self.others;
        let found = others.iter().find(|found| found.at == template.span);
        if found.is_none() {
            // Of several shapes at one path, what is not found was told already; of a number that is counted, nothing is.
            let name = template.written().trim_matches(['{', '}']).to_owned();
            self.problems.push(template.span, Problem::OutOfSight { name, of: "number" });
        }
        found
    }

    /// The same as what stands at another place of the same kind.
    fn same(&mut self, template: &spec::Template) -> Option<Match> {
        let found = self.found(template)?;
        let template = template.span;
        if family(&found.ty).is_none() || family(&found.ty) != family(&self.leaf.ty) {
            let (ty, other) = (self.types().in_words(&self.leaf.ty), self.types().in_words(&found.ty));
            let path = self.path.value.clone();
            self.problems.push(template, Problem::CannotCompare { path, ty, other, declared: self.leaf.declared });
            return None;
        }
        let other = found.other.clone();
        if let ViewKind::Scalar(asked) = &mut self.leaf.kind {
            note(&mut asked.others, &other.slot);
        }
        Some(Match::Same(other))
    }

    /// A condition on the elements here, counted once however many rules ask for it.
    fn condition(&mut self, quantifier: spec::Quantifier, condition: &spec::Condition, span: Span) -> Option<String> {
        let (source, asides, path) = (self.source, &mut *self.asides, self.path);
        let problems = &mut *self.problems;
        let resolve = |reader: &mut Reader<'_>, view: &mut View| {
            let is_object = matches!(view.kind, ViewKind::Object(_) | ViewKind::Union(_));
            let mut rules = Resolver { source, reader, view: Some(view), errors: None, asides, of: "item", problems };
            match (&condition.facts, &condition.matcher) {
                (Some(all), matcher) if is_object || matcher.is_none() => {
                    let all: Vec<_> = all.iter().map(|facts| rules.facts(facts)).collect();
                    all.into_iter().collect::<Option<Vec<_>>>()
                }
                (_, Some(matcher)) => {
                    let at = Spanned::new(format!("an element of {}", path.value), path.span);
                    let matcher = rules.matcher(&[], &at, matcher)?;
                    Some(vec![vec![Fact { subject: Subject::Body, path: Vec::new(), matcher, span: condition.span }]])
                }
                (_, None) => None,
            }
        };
        let Some(facts) = self.reader.elements(self.leaf, resolve) else {
            let (path, ty, declared) = (path.value.clone(), self.types().in_words(&self.leaf.ty), self.leaf.declared);
            self.problems.push(span, Problem::NotAList { path, ty, declared });
            return None;
        };
        let facts = facts?;
        let all = |facts: &Vec<Fact>| facts.iter().map(Fact::name).collect::<Vec<_>>().join(" & ");
        let text = facts.iter().map(all).collect::<Vec<_>>().join(" | ");
        let path = self.leaf.path.clone();
        let reader = &mut *self.reader;
        let elements = elements_of(self.leaf)?;
        let known = elements.conditions.iter_mut().find(|condition| condition.text == text);
        if let Some(known) = known {
            note(&mut known.quantifiers, &quantifier);
            return Some(text);
        }
        let tally = reader.tally(&path);
        elements.conditions.push(Condition { facts, text: text.clone(), tally, quantifiers: vec![quantifier] });
        Some(text)
    }
}

fn note<T: PartialEq + Clone>(all: &mut Vec<T>, one: &T) {
    if !all.contains(one) {
        all.push(one.clone());
    }
}

/// The first and the last number on one side of a bound; beyond the last number there is none.
fn sides(bound: Bound, number: i64) -> (Option<i64>, Option<i64>) {
    const NONE: (Option<i64>, Option<i64>) = (Some(0), Some(-1));
    match bound {
        Bound::Above => number.checked_add(1).map_or(NONE, |from| (Some(from), None)),
        Bound::AtLeast => (Some(number), None),
        Bound::Below => number.checked_sub(1).map_or(NONE, |to| (None, Some(to))),
        Bound::AtMost => (None, Some(number)),
    }
}

/// The numbers at which a range begins and is over.
pub(crate) fn cuts_of(from: Option<i64>, to: Option<i64>) -> Vec<i64> {
    from.into_iter().chain(to.and_then(|to| to.checked_add(1))).collect()
}

fn is_text(ty: &Type) -> bool {
    family(ty) == Some(Family::Text)
}

/// Types of which values can be compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Family {
    Text,
    Int,
    Float,
    Bool,
}

/// What a type's values can be compared with.
pub(crate) fn family(ty: &Type) -> Option<Family> {
    match ty.written() {
        Type::String | Type::LenientString | Type::Enum(_) => Some(Family::Text),
        Type::Int | Type::LenientInt => Some(Family::Int),
        Type::Float => Some(Family::Float),
        Type::Bool | Type::LenientBool => Some(Family::Bool),
        _ => None,
    }
}
