//! What a list of rules is asked about: answers, all other replies, one declared error, or one element of a list.

use super::TooLarge;
use super::pattern::{Pattern, Ways, all, anything, both, of_structure, placed, ways};
use super::space::{Case, CaseKind, Space, Subject, fields, space_within};
use crate::check::aside::STATUSES;
use crate::model::reading::{Apart, Asked, Elements, Reading, View, ViewKind};
use crate::model::rules::{Also, Aside, AsideSource, Fact, Match, Reach, Rule, RuleFacts, Subject as About};

/// What the paths into a declared error start with.
pub(crate) const ERROR: &str = "$error.";

/// The first and the last HTTP status that answers have.
const ANSWERS: (i64, i64) = (200, 299);

/// What rules are asked about, as spaces.
#[derive(Debug)]
pub struct Scope<'m> {
    kind: Kind,
    asides: &'m [Aside],
    signed: bool,
    parts: Vec<Part<'m>>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Answers,
    Others,
    Inside,
}

/// A group of spaces.
#[derive(Debug)]
struct Part<'m> {
    of: Of<'m>,
    spaces: Vec<Space>,
}

#[derive(Debug)]
enum Of<'m> {
    /// A body that has its declared shape, or an element.
    Body(&'m View),
    /// A body that may have its declared shape.
    Readable(&'m View),
    /// The declared errors.
    Errors(Vec<Declared<'m>>),
    /// Something outside the body, by position.
    Aside(usize),
    /// Whether the proof holds.
    Proof,
}

/// A declared error with a body.
#[derive(Debug, Clone, Copy)]
struct Declared<'m> {
    at: usize,
    view: &'m View,
    /// Whether a 2xx reply can be one.
    also: bool,
}

impl<'m> Scope<'m> {
    /// The answers of an operation.
    pub fn answers(reading: &'m Reading) -> Self {
        let mut scope =
            Scope { kind: Kind::Answers, asides: &reading.asides, signed: reading.signed, parts: Vec::new() };
        scope.add(Of::Body(&reading.answer), fields(&reading.answer));
        scope.add_asides(ANSWERS.0, ANSWERS.1);
        if reading.signed && reading.rules.iter().any(|rule| scope.reaches(rule).any(|reach| !rule.needs_proof(reach)))
        {
            scope.add(Of::Proof, vec![tested(Subject::Proof, "the proof")]);
        }
        scope
    }

    /// All other replies of an operation.
    pub fn others(reading: &'m Reading) -> Self {
        let mut scope =
            Scope { kind: Kind::Others, asides: &reading.asides, signed: reading.signed, parts: Vec::new() };
        let case = |kind, fields| Case { kind, fields };
        let cases = vec![case(CaseKind::Unread, Vec::new()), case(CaseKind::Present, fields(&reading.answer))];
        let space = Space { path: String::new(), slot: reading.answer.slot, subject: Subject::Body, cases };
        scope.add(Of::Readable(&reading.answer), vec![space]);
        let errors = reading.errors.iter().enumerate();
        let errors: Vec<_> = errors
            .filter_map(|(at, error)| {
                Some(Declared { at, view: error.body.as_ref()?, also: !matches!(error.also, Also::Never) })
            })
            .collect();
        if !errors.is_empty() {
            let members = errors.iter().map(|error| case(CaseKind::Member(error.at), in_error(fields(error.view))));
            let cases = [case(CaseKind::Unread, Vec::new()), case(CaseKind::Absent, Vec::new())];
            let cases = cases.into_iter().chain(members).collect();
            let space = Space { path: "$error".to_owned(), slot: 0, subject: Subject::Error, cases };
            scope.add(Of::Errors(errors), vec![space]);
        }
        scope.add_asides(*STATUSES.start(), *STATUSES.end());
        scope
    }

    /// The replies that are one declared error, by its position.
    pub fn error(reading: &'m Reading, at: usize) -> Self {
        let mut scope = Scope { kind: Kind::Inside, asides: &reading.asides, signed: false, parts: Vec::new() };
        if let Some(view) = reading.errors.get(at).and_then(|error| error.body.as_ref()) {
            scope.add(Of::Body(view), fields(view));
        }
        scope.add_asides(*STATUSES.start(), *STATUSES.end());
        scope
    }

    /// Events of which nothing is known yet.
    pub fn apart(apart: &'m Apart) -> Self {
        let mut scope = Scope { kind: Kind::Inside, asides: &apart.asides, signed: false, parts: Vec::new() };
        scope.add(Of::Body(&apart.view), fields(&apart.view));
        scope.add_asides(*STATUSES.start(), *STATUSES.end());
        scope
    }

    /// The elements of a list.
    pub fn element(view: &'m View) -> Self {
        let mut scope = Scope { kind: Kind::Inside, asides: &[], signed: false, parts: Vec::new() };
        scope.add(Of::Body(view), fields(view));
        scope
    }

    fn add(&mut self, of: Of<'m>, spaces: Vec<Space>) {
        self.parts.push(Part { of, spaces });
    }

    fn add_asides(&mut self, least: i64, most: i64) {
        for (at, aside) in self.asides.iter().enumerate() {
            let space = match (&aside.source, &aside.view.kind) {
                (AsideSource::Http, ViewKind::Scalar(asked)) if self.kind == Kind::Others => {
                    // Where answers end is seen, too.
                    let cuts = asked.cuts.iter().copied().chain([ANSWERS.0, ANSWERS.1 + 1]).collect();
                    let kind = ViewKind::Scalar(Asked { cuts, ..asked.clone() });
                    space_within(&View { kind, ..aside.view.clone() }, Some(least), Some(most))
                }
                (AsideSource::Http, _) => space_within(&aside.view, Some(least), Some(most)),
                (AsideSource::Age, _) => space_within(&aside.view, Some(0), None),
                _ => space_within(&aside.view, None, None),
            };
            self.add(Of::Aside(at), vec![space]);
        }
    }

    /// What no reply is: of the others, whatever would be an answer, and a body that is read and is not.
    pub(super) fn excluded(&self) -> Ways {
        let width = self.width();
        let body = self.part(|of| matches!(of, Of::Readable(_)));
        let (Some((at, part)), Kind::Others) = (body, self.kind) else { return Vec::new() };
        let Some(readable) = part.spaces.first().and_then(|space| space.cases.get(1)) else { return Vec::new() };
        let readable = placed(vec![Pattern::Case(1, anything(readable.fields.len()))], at, width);
        let error = self.part(|of| matches!(of, Of::Errors(_)));
        let unread = error.map(|(at, _)| placed(vec![Pattern::Case(0, Vec::new())], at, width));
        let answer = match error {
            Some((at, _)) => placed(vec![Pattern::Case(1, Vec::new())], at, width),
            None => anything(width),
        };
        let http = self.part(|of| matches!(of, Of::Aside(at) if self.asides[*at].source == AsideSource::Http));
        let successes = http.into_iter().flat_map(|(at, part)| {
            let cases = part.spaces.iter().flat_map(|space| &space.cases).enumerate();
            let success = cases.filter(|(_, case)| match case.kind {
                CaseKind::Between(from, to) => from >= Some(ANSWERS.0) && to.is_some_and(|to| to <= ANSWERS.1),
                _ => false,
            });
            success.map(move |(case, _)| placed(vec![Pattern::Case(case, Vec::new())], at, width)).collect::<Vec<_>>()
        });
        let successes: Ways = successes.collect();
        let answers = successes.iter().filter_map(|http| both(&both(&readable, &answer)?, http));
        // An error that no 2xx reply is.
        let never = error.into_iter().flat_map(|(at, part)| {
            let Of::Errors(errors) = &part.of else { return Vec::new() };
            let cases = part.spaces.iter().flat_map(|space| &space.cases).enumerate();
            let never = cases.filter(|(_, case)| match case.kind {
                CaseKind::Member(member) => errors.iter().any(|error| error.at == member && !error.also),
                _ => false,
            });
            let fields = |case: &Case| anything(case.fields.len());
            never.map(|(case, of)| placed(vec![Pattern::Case(case, fields(of))], at, width)).collect::<Vec<_>>()
        });
        let never: Vec<_> = never.collect();
        let never = never.iter().flat_map(|never| successes.iter().filter_map(|http| both(never, http)));
        answers.chain(never).chain(unread.and_then(|unread| both(&readable, &unread))).collect()
    }

    fn reaches(&self, rule: &'m Rule) -> impl Iterator<Item = Reach> {
        let asides = self.asides;
        let of = move |facts: &Vec<Fact>| Reach::of(facts, asides);
        match &rule.facts {
            RuleFacts::Otherwise => vec![Reach::Answers],
            RuleFacts::AnyOf(all) => all.iter().map(|(_, facts)| of(facts)).collect(),
        }
        .into_iter()
    }

    /// Whether some of the rules speak of replies without a proof.
    pub(crate) fn asks_for_proof(&self) -> bool {
        self.part(|of| matches!(of, Of::Proof)).is_some()
    }

    /// All spaces.
    pub fn spaces(&self) -> Vec<Space> {
        self.parts.iter().flat_map(|part| part.spaces.clone()).collect()
    }

    fn width(&self) -> usize {
        self.parts.iter().map(|part| part.spaces.len()).sum()
    }

    /// The part of this kind, and where its spaces start.
    fn part(&self, wanted: impl Fn(&Of<'_>) -> bool) -> Option<(usize, &Part<'m>)> {
        let mut start = 0;
        for part in &self.parts {
            if wanted(&part.of) {
                return Some((start, part));
            }
            start += part.spaces.len();
        }
        None
    }

    /// The rows under which a rule that says `otherwise` holds.
    pub(super) fn otherwise(&self, rule: &Rule) -> Result<Ways, TooLarge> {
        match self.kind {
            Kind::Others => Ok(Vec::new()),
            Kind::Answers | Kind::Inside => self.proven(vec![anything(self.width())], rule, Reach::Answers),
        }
    }

    /// The rows under which facts of a rule hold.
    pub(super) fn alternative(&self, rule: &Rule, facts: &[Fact]) -> Result<Ways, TooLarge> {
        let reach = Reach::of(facts, self.asides);
        // The proof of what is no answer is never asked for.
        let speaks = self.kind != Kind::Others || reach == Reach::All && !(self.signed && rule.needs_proof(reach));
        match speaks {
            true => self.proven(self.facts(facts)?, rule, reach),
            false => Ok(Vec::new()),
        }
    }

    /// Where rules differ in it: only where the proof holds.
    fn proven(&self, ways: Ways, rule: &Rule, reach: Reach) -> Result<Ways, TooLarge> {
        match self.part(|of| matches!(of, Of::Proof)) {
            Some((at, _)) if rule.needs_proof(reach) => {
                let proven = placed(vec![Pattern::Case(0, Vec::new())], at, self.width());
                all(&ways, &vec![proven])
            }
            _ => Ok(ways),
        }
    }

    /// The rows under which all facts hold; none where they cannot.
    pub(super) fn facts(&self, facts: &[Fact]) -> Result<Ways, TooLarge> {
        let mut rows = vec![anything(self.width())];
        for fact in facts {
            rows = all(&rows, &self.fact(fact)?)?;
        }
        Ok(rows)
    }

    fn fact(&self, fact: &Fact) -> Result<Ways, TooLarge> {
        let found = match fact.subject {
            About::Body => self.part(|of| matches!(of, Of::Body(_) | Of::Readable(_))),
            About::Error => self.part(|of| matches!(of, Of::Errors(_))),
            About::Aside(at) => self.part(|of| matches!(of, Of::Aside(aside) if *aside == at)),
        };
        let Some((start, part)) = found else {
            // No answer is an error.
            let holds = fact.subject == About::Error && fact.path.is_empty() && fact.matcher.holds_absent();
            return Ok(if holds { vec![anything(self.width())] } else { Vec::new() });
        };
        let ways: Ways = match &part.of {
            Of::Body(view) => ways(view, &part.spaces, &fact.path, &fact.matcher)?,
            Of::Readable(view) => match part.spaces.first().and_then(|space| space.cases.get(1)) {
                Some(case) => {
                    let inside = ways(view, &case.fields, &fact.path, &fact.matcher)?;
                    inside.into_iter().map(|fields| vec![Pattern::Case(1, fields)]).collect()
                }
                None => Vec::new(),
            },
            Of::Errors(views) => match part.spaces.first() {
                Some(space) => in_errors(views, space, &fact.path, &fact.matcher)?,
                None => Vec::new(),
            },
            Of::Aside(at) => match self.asides.get(*at) {
                Some(aside) => ways(&aside.view, &part.spaces, &[], &fact.matcher)?,
                None => Vec::new(),
            },
            Of::Proof => Vec::new(),
        };
        Ok(ways.into_iter().map(|way| placed(way, start, self.width())).collect())
    }
}

fn tested(subject: Subject, path: &str) -> Space {
    let case = |kind| Case { kind, fields: Vec::new() };
    Space { path: path.to_owned(), slot: 0, subject, cases: vec![case(CaseKind::Holds), case(CaseKind::HoldsNot)] }
}

/// The spaces of a declared error, named as rules name them.
fn in_error(spaces: Vec<Space>) -> Vec<Space> {
    let named = |mut space: Space| {
        space.path = format!("{ERROR}{}", space.path);
        for case in &mut space.cases {
            case.fields = in_error(std::mem::take(&mut case.fields));
        }
        space
    };
    spaces.into_iter().map(named).collect()
}

/// The ways in which a matcher holds at a place of the declared errors, or with no steps, for being one.
fn in_errors(errors: &[Declared<'_>], space: &Space, steps: &[String], matcher: &Match) -> Result<Ways, TooLarge> {
    let mut found = Vec::new();
    for (at, case) in space.cases.iter().enumerate() {
        let inside = match (&case.kind, steps.is_empty()) {
            (CaseKind::Absent, true) if matcher.holds_absent() => vec![Vec::new()],
            (CaseKind::Member(_), true) => of_structure(&Elements::default(), &case.fields, matcher, true)?,
            (CaseKind::Member(member), false) => match errors.iter().find(|error| error.at == *member) {
                Some(error) => ways(error.view, &case.fields, steps, matcher)?,
                None => Vec::new(),
            },
            _ => Vec::new(),
        };
        found.extend(inside.into_iter().map(|fields| vec![Pattern::Case(at, fields)]));
    }
    Ok(found)
}
