//! Which replies are a case of a witness, looked up without the patterns: by the interpreter, and by what stands where.

use settled_codegen::cover::{Case, CaseKind, Share, Space, Subject, Witness, Witnesses};
use settled_codegen::eval::judge;
use settled_codegen::model::reading::{Elements, View, ViewKind};
use settled_codegen::model::rules::{Fact, Match, Other, OtherPlace, Rule, RuleFacts, Subject as About};
use settled_codegen::model::{Operation, Vendor};
use settled_codegen::source::Span;
use settled_codegen::spec::Quantifier;

use crate::observed;
use crate::replies::Reply;

/// What a witness demands of a reply.
pub(crate) struct Demands<'m> {
    vendor: &'m Vendor,
    operation: Operation,
    facts: Vec<Fact>,
    presence: Vec<(String, Presence)>,
}

#[derive(Debug, Clone, Copy)]
enum Presence {
    Missing,
    Null,
    MissingOrNull,
    There,
    Object,
    NoObject,
}

impl<'m> Demands<'m> {
    pub(crate) fn of(vendor: &'m Vendor, operation: &Operation, spaces: &[Space], witness: &Witness) -> Self {
        let mut demands = Demands { vendor, operation: operation.clone(), facts: Vec::new(), presence: Vec::new() };
        demands.gather(spaces, witness);
        // The interpreter says of one rule whether it holds.
        let facts = RuleFacts::AnyOf(vec![(Span::default(), demands.facts.clone())]);
        let rule = operation.reading.rules.first().expect("a rule").clone();
        demands.operation.reading.rules = vec![Rule { facts, ..rule }];
        demands
    }

    /// Whether a reply is a case of the witness.
    pub(crate) fn are_met(&self, reply: &Reply) -> bool {
        self.presence.iter().all(|(path, presence)| presence.holds(reply, path))
            && judge(self.vendor, &self.operation, &observed(reply)).rule == Some(0)
    }

    fn gather(&mut self, spaces: &[Space], witness: &Witness) {
        for (space, wanted) in spaces.iter().zip(witness) {
            let Some((at, Witnesses(below))) = wanted else { continue };
            let case = &space.cases[*at];
            self.case(space, case);
            self.gather(&case.fields, below);
        }
    }

    fn case(&mut self, space: &Space, case: &Case) {
        let tells_null = space.cases.iter().any(|case| case.kind == CaseKind::Null);
        let presence = match &case.kind {
            CaseKind::Absent if tells_null => Some(Presence::Missing),
            CaseKind::Absent => Some(Presence::MissingOrNull),
            CaseKind::Null => Some(Presence::Null),
            CaseKind::Present => Some(Presence::There),
            CaseKind::Member(0) => Some(Presence::Object),
            CaseKind::Member(_) => Some(Presence::NoObject),
            _ => None,
        };
        match presence {
            Some(presence) => self.presence.push((space.path.clone(), presence)),
            None => {
                let matcher = self.matcher(space, case);
                self.fact(&space.path, matcher);
            }
        }
    }

    fn fact(&mut self, path: &str, matcher: Match) {
        let aside = self.operation.reading.asides.iter().position(|aside| aside.view.path == path);
        let (subject, path) = match aside {
            Some(at) => (About::Aside(at), Vec::new()),
            None => (About::Body, path.split('.').filter(|step| !step.is_empty()).map(str::to_owned).collect()),
        };
        self.facts.push(Fact { subject, path, matcher, span: Span::default() });
    }

    fn matcher(&self, space: &Space, case: &Case) -> Match {
        match (&space.subject, &case.kind) {
            (Subject::Elements(slots), CaseKind::Counted(shares)) => {
                let one = |(slot, share): (&u16, &Share)| self.share(*slot, *share);
                let counted = slots.iter().zip(shares).flat_map(one);
                all_of(counted.chain([not(count(0, 0))]).collect())
            }
            (Subject::Elements(_), CaseKind::Empty) => count(0, 0),
            (Subject::Count, CaseKind::Between(from, to)) => Match::Count(Box::new(Match::Between(*from, *to))),
            (Subject::Length, CaseKind::Between(from, to)) => Match::Length(Box::new(Match::Between(*from, *to))),
            (Subject::Part(part), CaseKind::Holds) => Match::Contains(part.clone()),
            (Subject::Part(part), CaseKind::HoldsNot) => not(Match::Contains(part.clone())),
            (Subject::Same(slot, _), CaseKind::Holds) => self.same(*slot),
            (Subject::Same(slot, _), CaseKind::HoldsNot) => not(self.same(*slot)),
            (_, CaseKind::Word(word)) => Match::Word(word.clone()),
            (_, CaseKind::Between(from, to)) => Match::Between(*from, *to),
            (_, CaseKind::Beginning(text)) => {
                let others = space.cases.iter().filter_map(|case| match &case.kind {
                    CaseKind::Word(word) => Some(not(Match::Word(word.clone()))),
                    CaseKind::Beginning(longer) if longer != text && longer.starts_with(text) => {
                        Some(not(Match::StartsWith(longer.clone())))
                    }
                    _ => None,
                });
                all_of([Match::StartsWith(text.clone())].into_iter().chain(others).collect())
            }
            (_, CaseKind::Other) => {
                let others = space.cases.iter().filter_map(|case| match &case.kind {
                    CaseKind::Word(word) => Some(Match::Word(word.clone())),
                    CaseKind::Beginning(text) => Some(Match::StartsWith(text.clone())),
                    _ => None,
                });
                not(Match::OneOf(others.map(|one| (Span::default(), one)).collect()))
            }
            (subject, kind) => panic!("no answer is {kind:?} of {subject:?}"),
        }
    }

    /// That a condition holds for so many elements.
    fn share(&self, slot: u16, share: Share) -> Vec<Match> {
        let text = condition(&self.operation.reading.answer, slot).expect("a condition");
        let of = |quantifier| Match::Elements(quantifier, text.to_owned());
        match share {
            Share::None => vec![of(Quantifier::None)],
            Share::Some => vec![of(Quantifier::Any), not(of(Quantifier::All))],
            Share::All => vec![of(Quantifier::All)],
        }
    }

    /// That a place is the same as the one in a slot, as the rules compare them.
    fn same(&self, slot: u16) -> Match {
        let asides = self.operation.reading.asides.iter().enumerate();
        let place = asides.filter(|(_, aside)| aside.view.slot == slot).map(|(at, _)| OtherPlace::Aside(at)).next();
        let place = place.or_else(|| path(&self.operation.reading.answer, slot).map(OtherPlace::Here));
        Match::Same(Other { slot, place: place.expect("a place") })
    }
}

impl Presence {
    fn holds(self, reply: &Reply, path: &str) -> bool {
        let found = reply.at(path);
        let missing = found.is_none();
        let null = found.as_ref().is_some_and(serde_json::Value::is_null);
        match self {
            Presence::Missing => missing,
            Presence::Null => null,
            Presence::MissingOrNull => missing || null,
            Presence::There => !missing && !null,
            Presence::Object => found.is_some_and(|found| found.is_object()),
            Presence::NoObject => found.is_some_and(|found| !found.is_object() && !null),
        }
    }
}

fn not(matcher: Match) -> Match {
    Match::Not(Box::new(matcher))
}

fn all_of(all: Vec<Match>) -> Match {
    Match::AllOf(all.into_iter().map(|one| (Span::default(), one)).collect())
}

fn count(from: i64, to: i64) -> Match {
    Match::Count(Box::new(Match::Between(Some(from), Some(to))))
}

/// The views below one.
fn below(view: &View) -> (Vec<&View>, Option<&Elements>) {
    match &view.kind {
        ViewKind::Scalar(_) => (Vec::new(), None),
        ViewKind::Inner(inner) => (vec![inner], None),
        ViewKind::Union(members) => (members.iter().collect(), None),
        ViewKind::Object(fields) => (fields.iter().map(|(_, field)| field).collect(), None),
        ViewKind::Map(values, elements) => (values.iter().map(|(_, value)| value).collect(), Some(elements)),
        ViewKind::List(items, elements) => (items.iter().map(|(_, item)| item).collect(), Some(elements)),
    }
}

/// The condition that is counted in a slot.
fn condition(view: &View, slot: u16) -> Option<&str> {
    let (views, elements) = below(view);
    let mut conditions = elements.into_iter().flat_map(|elements| &elements.conditions);
    let found = conditions.find(|condition| condition.tally == slot).map(|condition| condition.text.as_str());
    found.or_else(|| views.into_iter().find_map(|view| condition(view, slot)))
}

/// The path of the place in a slot.
fn path(view: &View, slot: u16) -> Option<Vec<String>> {
    if view.slot == slot && matches!(view.kind, ViewKind::Scalar(_)) {
        return Some(view.path.split('.').map(str::to_owned).collect());
    }
    below(view).0.into_iter().find_map(|view| path(view, slot))
}
