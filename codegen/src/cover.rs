//! Rules as patterns: the same question that rustc asks of a `match`. Does every value meet a rule, and does every rule meet
//! a value?
//!
//! Every place that rules test has a few *cases*: each word that is named, any other word, absent. The cases of an optional
//! object or of a union hold the cases of what is below, so that what cannot happen together is never asked for.

mod count;
mod pattern;
mod scope;
mod space;

use std::cell::Cell;

pub use pattern::Pattern;
use pattern::{all, anything};
pub(crate) use scope::ERROR;
pub use scope::Scope;
pub(crate) use space::prune;
pub use space::{Case, CaseKind, Space, Subject, fields};

use crate::check::aside::AGE;
pub use crate::model::reading::Share;
use crate::model::reading::{Condition, View};
use crate::model::rules::{Fact, Rule, RuleFacts};
use crate::source::Span;

/// A value, as far as rules can tell values apart: for each space the case and its fields, or `None` where it does not
/// matter.
pub type Witness = Vec<Option<(usize, Witnesses)>>;

/// The fields of a case in a [`Witness`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Witnesses(pub Witness);

/// One way in which a rule can hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The rule's position.
    pub rule: usize,
    /// The place of the facts that it comes from.
    pub span: Span,
    /// One pattern for each space.
    pub patterns: Vec<Pattern>,
}

/// The rules as a matrix of patterns.
#[derive(Debug)]
pub struct Matrix {
    /// What the rules test.
    pub spaces: Vec<Space>,
    /// The ways in which rules hold, in order.
    pub rows: Vec<Row>,
    /// What no reply is.
    excluded: Vec<Vec<Pattern>>,
    /// The steps that all questions took so far.
    steps: Cell<usize>,
}

/// The most rows that a rule list may unfold to, and the most steps that all questions about it may take: each looks at one
/// row.
const MAX_ROWS: usize = 4096;
const MAX_STEPS: usize = 2_000_000;

/// The question is too large to answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooLarge;

impl Matrix {
    /// The matrix of rules.
    pub fn of(scope: &Scope<'_>, rules: &[Rule]) -> Result<Self, TooLarge> {
        let mut rows = Vec::new();
        for (rule, of) in rules.iter().enumerate() {
            match &of.facts {
                RuleFacts::Otherwise => {
                    let ways = scope.otherwise(of)?.into_iter();
                    rows.extend(ways.map(|patterns| Row { rule, span: of.span, patterns }));
                }
                RuleFacts::AnyOf(alternatives) => {
                    for (span, facts) in alternatives {
                        let ways = scope.alternative(of, facts)?.into_iter();
                        rows.extend(ways.map(|patterns| Row { rule, span: *span, patterns }));
                    }
                }
            }
            if rows.len() > MAX_ROWS {
                return Err(TooLarge);
            }
        }
        Ok(Matrix { spaces: scope.spaces(), rows, excluded: scope.excluded(), steps: Cell::new(0) })
    }

    /// The matrix of facts, all of which or, of several lists, all of one of which must hold, as the only rule.
    pub fn of_facts(scope: &Scope<'_>, alternatives: &[Vec<Fact>]) -> Result<Self, TooLarge> {
        let mut rows = Vec::new();
        for facts in alternatives {
            let span = facts.first().map(|fact| fact.span).unwrap_or_default();
            rows.extend(scope.facts(facts)?.into_iter().map(|patterns| Row { rule: 0, span, patterns }));
        }
        Ok(Matrix { spaces: scope.spaces(), rows, excluded: Vec::new(), steps: Cell::new(0) })
    }

    /// The matrix of conditions on one element, each a rule of its own.
    fn of_conditions(element: &View, conditions: &[Condition]) -> Result<Self, TooLarge> {
        let scope = Scope::element(element);
        let mut rows = Vec::new();
        for (rule, condition) in conditions.iter().enumerate() {
            let of = Matrix::of_facts(&scope, &condition.facts)?;
            rows.extend(of.rows.into_iter().map(|row| Row { rule, ..row }));
        }
        Ok(Matrix { spaces: scope.spaces(), rows, excluded: Vec::new(), steps: Cell::new(0) })
    }

    /// Whether there is a value for which of the first rules these hold and the others do not.
    fn can_be(&self, holds: &[bool]) -> Result<bool, TooLarge> {
        let of = |rule: usize| self.rows.iter().filter(move |row| row.rule == rule).map(|row| &row.patterns);
        let mut within = vec![anything(self.spaces.len())];
        for (rule, _) in holds.iter().enumerate().filter(|(_, holds)| **holds) {
            within = all(&within, &of(rule).cloned().collect())?;
        }
        let denied = holds.iter().enumerate().filter(|(_, holds)| !**holds);
        let above: Vec<_> = denied.flat_map(|(rule, _)| of(rule).cloned()).collect();
        let spaces: Vec<&Space> = self.spaces.iter().collect();
        for within in within {
            if search(&spaces, &above, within, &self.steps)?.is_some() {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// A value that meets `within` and none of the first `rows` rows.
    pub fn find(&self, rows: usize, within: &[Pattern]) -> Result<Option<Witness>, TooLarge> {
        let spaces: Vec<&Space> = self.spaces.iter().collect();
        let above = self.rows[..rows].iter().map(|row| &row.patterns).chain(&self.excluded);
        let above: Vec<Vec<Pattern>> = above.filter_map(|row| narrowed(row, within)).collect();
        self.steps.set(self.steps.get() + rows);
        search(&spaces, &above, within.to_vec(), &self.steps)
    }

    /// A value that no rule meets. What carries no proof needs no rule.
    pub fn uncovered(&self) -> Result<Option<Witness>, TooLarge> {
        let within = self.spaces.iter().map(|space| match space.subject {
            Subject::Proof => Pattern::Case(0, Vec::new()),
            _ => Pattern::Any,
        });
        self.find(self.rows.len(), &within.collect::<Vec<_>>())
    }

    /// Whether a `match` with these of the rows needs no other arm.
    pub(crate) fn is_exhaustive(&self, rows: &[usize]) -> Result<bool, TooLarge> {
        let spaces: Vec<&Space> = self.spaces.iter().collect();
        let above: Vec<Vec<Pattern>> = rows.iter().map(|row| self.rows[*row].patterns.clone()).collect();
        Ok(search(&spaces, &above, anything(spaces.len()), &self.steps)?.is_none())
    }

    /// Whether a row meets a value that no row above it meets.
    pub fn is_live(&self, row: usize) -> Result<bool, TooLarge> {
        Ok(self.find(row, &self.rows[row].patterns)?.is_some())
    }

    /// A value in words: `{ job_complete: true, result: absent }`.
    pub fn describe(&self, witness: &Witness) -> String {
        let mut parts = Vec::new();
        describe(&self.spaces, witness, &mut parts);
        match parts.is_empty() {
            true => "any reply".to_owned(),
            false => format!("{{ {} }}", parts.join(", ")),
        }
    }
}

fn describe(spaces: &[Space], witness: &Witness, parts: &mut Vec<String>) {
    for (space, value) in spaces.iter().zip(witness) {
        let Some((case, Witnesses(below))) = value else { continue };
        let Some(case) = space.cases.get(*case) else { continue };
        let path = match (space.path.is_empty(), &space.subject) {
            (_, Subject::Count) => format!("the number of `{}`", space.path),
            (_, Subject::Length) => format!("the length of `{}`", space.path),
            (_, Subject::Place(_)) if space.path == AGE => "the time since the wait began".to_owned(),
            (true, _) => "the body".to_owned(),
            (false, _) => space.path.clone(),
        };
        parts.extend(case.described(space).map(|said| format!("{path}: {said}")));
        describe(&case.fields, below, parts);
    }
}

/// What is left to ask in one case: its fields, what must be met, and what must not.
type Question<'s> = (&'s [Space], Vec<Pattern>, Vec<Vec<Pattern>>);

/// What is left of a row within another: nothing where they never meet, and no demand where it demands the same.
fn narrowed(row: &[Pattern], within: &[Pattern]) -> Option<Vec<Pattern>> {
    let one = |(pattern, within): (&Pattern, &Pattern)| match (pattern, within) {
        (Pattern::Case(a, fields), Pattern::Case(b, inside)) => match a == b {
            true => {
                let fields = narrowed(fields, inside)?;
                let open = fields.iter().all(|field| *field == Pattern::Any);
                Some(if open { Pattern::Any } else { Pattern::Case(*a, fields) })
            }
            false => None,
        },
        (pattern, _) => Some(pattern.clone()),
    };
    row.iter().zip(within).map(one).collect()
}

/// The heart of it: a value that meets `within` and none of `above`, place by place.
fn search(
    spaces: &[&Space],
    above: &[Vec<Pattern>],
    within: Vec<Pattern>,
    steps: &Cell<usize>,
) -> Result<Option<Witness>, TooLarge> {
    steps.set(steps.get() + 1 + above.len());
    if steps.get() > MAX_STEPS {
        return Err(TooLarge);
    }
    let (Some((space, rest)), Some((first, within_rest))) = (spaces.split_first(), within.split_first()) else {
        return Ok(above.is_empty().then(Vec::new));
    };
    // What takes everything leaves nothing.
    if above.iter().any(|row| row.iter().all(|pattern| *pattern == Pattern::Any)) {
        return Ok(None);
    }
    // A place that nobody tests here can be anything.
    if *first == Pattern::Any && above.iter().all(|row| row.first() == Some(&Pattern::Any)) {
        let above: Vec<_> = above.iter().map(|row| row[1..].to_vec()).collect();
        let found = search(rest, &above, within_rest.to_vec(), steps)?;
        return Ok(found.map(|mut witness| {
            witness.insert(0, None);
            witness
        }));
    }
    let mut tried: Vec<Question<'_>> = Vec::new();
    for (at, case) in space.cases.iter().enumerate() {
        let Some(within) = specialise(&within, at, case.fields.len()) else { continue };
        let mut above: Vec<_> = above.iter().filter_map(|row| specialise(row, at, case.fields.len())).collect();
        above.dedup();
        // A case that all rows take for another is as good as that one.
        if tried.iter().any(|other| *other == (case.fields.as_slice(), within.clone(), above.clone())) {
            continue;
        }
        tried.push((case.fields.as_slice(), within.clone(), above.clone()));
        let spaces: Vec<&Space> = case.fields.iter().chain(rest.iter().copied()).collect();
        if let Some(mut witness) = search(&spaces, &above, within, steps)? {
            let rest = witness.split_off(case.fields.len());
            let mut whole = vec![Some((at, Witnesses(witness)))];
            whole.extend(rest);
            return Ok(Some(whole));
        }
    }
    Ok(None)
}

/// A row, given that its first place is this case: the case's fields take the place's place.
fn specialise(row: &[Pattern], case: usize, fields: usize) -> Option<Vec<Pattern>> {
    let (first, rest) = row.split_first()?;
    let mut special = match first {
        Pattern::Any => vec![Pattern::Any; fields],
        Pattern::Case(at, inner) if *at == case => inner.clone(),
        _ => return None,
    };
    special.extend_from_slice(rest);
    Some(special)
}
