//! Rules as patterns: the same question that rustc asks of a `match`. Does every value meet a rule, and does every rule meet
//! a value?
//!
//! Every place that rules test has a few *cases*: each word that is named, any other word, absent. The cases of an optional
//! object or of a union hold the cases of what is below, so that what cannot happen together is never asked for.

mod pattern;
mod rows;
mod space;

pub use pattern::Pattern;
use pattern::unfold;
use rows::rows;
pub(crate) use space::prune;
pub use space::{Case, CaseKind, Space, fields};

use crate::model::reading::View;
use crate::model::rules::{Fact, Rule, RuleFacts};
use crate::source::Span;

/// A value, as far as rules can tell values apart: for each space the case and its fields, or `None` where it does not
/// matter.
pub type Witness = Vec<Option<(usize, Witnesses)>>;

/// The fields of a case in a [`Witness`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Witnesses(pub Witness);

/// One way in which a rule can hold: patterns without `Or`.
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
}

/// The most rows that a rule list may unfold to, and the most steps that a question may take.
const MAX_ROWS: usize = 4096;
const MAX_STEPS: usize = 200_000;

/// The question is too large to answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooLarge;

impl Matrix {
    /// The matrix of rules over one shape.
    pub fn of(view: &View, rules: &[Rule]) -> Result<Self, TooLarge> {
        let spaces = fields(view);
        let mut rows = Vec::new();
        for (rule, Rule { facts, span, .. }) in rules.iter().enumerate() {
            match facts {
                RuleFacts::Otherwise => {
                    rows.push(Row { rule, span: *span, patterns: vec![Pattern::Any; spaces.len()] })
                }
                RuleFacts::AnyOf(alternatives) => {
                    for (span, facts) in alternatives {
                        let of_facts = self::rows(view, facts)?;
                        rows.extend(of_facts.into_iter().map(|patterns| Row { rule, span: *span, patterns }));
                    }
                }
            }
            if rows.len() > MAX_ROWS {
                return Err(TooLarge);
            }
        }
        Ok(Matrix { spaces, rows })
    }

    /// The matrix of facts that must all hold, as the only rule.
    pub fn of_facts(view: &View, facts: &[Fact]) -> Result<Self, TooLarge> {
        let span = facts.first().map(|fact| fact.span).unwrap_or_default();
        let rows = rows(view, facts)?.into_iter().map(|patterns| Row { rule: 0, span, patterns });
        Ok(Matrix { spaces: fields(view), rows: rows.collect() })
    }

    /// A value that meets `within` and none of the first `rows` rows.
    pub fn find(&self, rows: usize, within: &[Pattern]) -> Result<Option<Witness>, TooLarge> {
        let spaces: Vec<&Space> = self.spaces.iter().collect();
        let above: Vec<Vec<Pattern>> = self.rows[..rows].iter().map(|row| row.patterns.clone()).collect();
        let mut steps = 0;
        let mut found = None;
        for within in unfold(within).ok_or(TooLarge)? {
            if found.is_none() {
                found = search(&spaces, &above, within, &mut steps)?;
            }
        }
        Ok(found)
    }

    /// A value that no rule meets.
    pub fn uncovered(&self) -> Result<Option<Witness>, TooLarge> {
        self.find(self.rows.len(), &vec![Pattern::Any; self.spaces.len()])
    }

    /// Whether a row meets a value that no row above it meets.
    pub fn is_live(&self, row: usize) -> Result<bool, TooLarge> {
        Ok(self.find(row, &self.rows[row].patterns)?.is_some())
    }

    /// Whether every value meets a rule.
    pub fn covers_all(&self) -> Result<bool, TooLarge> {
        Ok(self.uncovered()?.is_none())
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
        let path = match space.path.is_empty() {
            true => "the body",
            false => &space.path,
        };
        let said = match &case.kind {
            CaseKind::Absent => Some("absent".to_owned()),
            CaseKind::Null => Some("null".to_owned()),
            CaseKind::Word(word) => Some(word.clone()),
            CaseKind::Other => Some("any other".to_owned()),
            CaseKind::Present if case.fields.is_empty() => Some("present".to_owned()),
            CaseKind::Member(at) if case.fields.is_empty() => Some(format!("its member {}", at + 1)),
            CaseKind::Holds(_) => Some("the condition holds".to_owned()),
            CaseKind::HoldsNot => Some("the condition does not hold".to_owned()),
            CaseKind::Present | CaseKind::Member(_) => None,
        };
        parts.extend(said.map(|said| format!("{path}: {said}")));
        describe(&case.fields, below, parts);
    }
}

/// The heart of it: a value that meets `within` and none of `above`, place by place.
fn search(
    spaces: &[&Space],
    above: &[Vec<Pattern>],
    within: Vec<Pattern>,
    steps: &mut usize,
) -> Result<Option<Witness>, TooLarge> {
    *steps += 1;
    if *steps > MAX_STEPS {
        return Err(TooLarge);
    }
    let (Some((space, rest)), Some((first, within_rest))) = (spaces.split_first(), within.split_first()) else {
        return Ok(above.is_empty().then(Vec::new));
    };
    // A place that nobody tests here can be anything.
    if *first == Pattern::Any && above.iter().all(|row| row.first() == Some(&Pattern::Any)) {
        let above: Vec<_> = above.iter().map(|row| row[1..].to_vec()).collect();
        let found = search(rest, &above, within_rest.to_vec(), steps)?;
        return Ok(found.map(|mut witness| {
            witness.insert(0, None);
            witness
        }));
    }
    for (at, case) in space.cases.iter().enumerate() {
        let Some(within) = specialise(&within, at, case.fields.len()) else { continue };
        let above: Vec<_> = above.iter().filter_map(|row| specialise(row, at, case.fields.len())).collect();
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
