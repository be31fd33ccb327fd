//! Proves the rules: they cover every answer, each of them can fire, and no settled state is reached by a word that nobody
//! listed.

mod evidence;
mod forgotten;
mod unlisted;

use crate::cover::{Matrix, Scope, TooLarge};
use crate::diagnostic::{Diagnostics, Problem};
use crate::model::reading::{Elements, Reading, View, ViewKind};
use crate::model::rules::{Also, Fact, Rule, RuleFacts};
use crate::model::types::Types;
use crate::model::{Operation, Vendor};
use crate::source::Span;
use evidence::evidence;
use forgotten::only_unknown;
use unlisted::{unlisted, unlisted_elements};

/// Checks the rules of every operation.
pub(crate) fn check(vendor: &Vendor, problems: &mut Diagnostics) {
    for operation in vendor.judged() {
        let more = operation.pages.more.as_ref().map_or(Ok(()), |more| {
            conditions(&more.page)?;
            Matrix::of_facts(&Scope::element(&more.page), std::slice::from_ref(&more.facts)).map(drop)
        });
        let checked = small_enough(&operation.reading)
            .and(more)
            .and_then(|()| check_apart(operation))
            .and_then(|()| check_errors(&operation.reading, problems))
            .and_then(|()| check_operation(operation, &vendor.types, problems));
        if let Err(TooLarge) = checked {
            problems.push(operation.name.span, Problem::TooManyCases {});
        }
    }
}

fn check_errors(reading: &Reading, problems: &mut Diagnostics) -> Result<(), TooLarge> {
    for (at, error) in reading.errors.iter().enumerate() {
        let scope = Scope::error(reading, at);
        let matrix = Matrix::of(&scope, &error.rules)?;
        unreachable_rules(&[matrix], &error.rules, problems)?;
        if let Also::When(facts) = &error.also {
            Matrix::of_facts(&scope, std::slice::from_ref(facts))?;
        }
    }
    Ok(())
}

/// Whether the patterns of all conditions on elements can be written down.
fn small_enough(reading: &Reading) -> Result<(), TooLarge> {
    reading.views().try_for_each(conditions)
}

/// Whether the patterns of what is asked of events besides rules can be written down.
fn check_apart(operation: &Operation) -> Result<(), TooLarge> {
    let Some(apart) = &operation.reading.apart else { return Ok(()) };
    let ways = operation.verify.iter().flat_map(|verify| &verify.ways).map(|way| &way.when);
    for facts in ways.chain(&apart.only_if) {
        let matrix = Matrix::of_facts(&Scope::apart(apart), std::slice::from_ref(facts))?;
        (0..matrix.rows.len()).try_for_each(|row| matrix.is_live(row).map(drop))?;
    }
    Ok(())
}

fn conditions(view: &View) -> Result<(), TooLarge> {
    fn all<K>(children: &[(K, View)]) -> Result<(), TooLarge> {
        children.iter().try_for_each(|(_, child)| conditions(child))
    }
    let of_elements = |elements: &Elements| {
        let Some(view) = &elements.view else { return Ok(()) };
        conditions(view)?;
        let scope = Scope::element(view);
        elements.conditions.iter().try_for_each(|condition| Matrix::of_facts(&scope, &condition.facts).map(drop))
    };
    match &view.kind {
        ViewKind::Scalar(_) => Ok(()),
        ViewKind::Object(children) => all(children),
        ViewKind::Map(children, elements) => of_elements(elements).and_then(|()| all(children)),
        ViewKind::List(children, elements) => of_elements(elements).and_then(|()| all(children)),
        ViewKind::Inner(inner) => conditions(inner),
        ViewKind::Union(members) => members.iter().try_for_each(conditions),
    }
}

fn check_operation(operation: &Operation, types: &Types, problems: &mut Diagnostics) -> Result<(), TooLarge> {
    let reading = &operation.reading;
    let rules = &reading.rules;
    if rules.is_empty() {
        return Ok(());
    }
    if !evidence(reading, problems) {
        return Ok(());
    }
    let answers = Matrix::of(&Scope::answers(reading), rules)?;
    let others = Matrix::of(&Scope::others(reading), rules)?;
    if let Some(witness) = answers.uncovered()? {
        let span = rules.last().map_or(operation.name.span, |rule| rule.span);
        let (witness, operation) = (answers.describe(&witness), operation.name.value.clone());
        problems.push(span, Problem::NotCovered { witness, operation });
    }
    for matrix in [&answers, &others] {
        if unlisted(matrix, reading, problems)? {
            break;
        }
    }
    unlisted_elements(reading, problems)?;
    only_unknown(&answers, operation, types, problems)?;
    unreachable_rules(&[answers, others], rules, problems)
}

/// Every rule, and every alternative of a rule, must meet a reply, of one kind or another, that nothing above it meets.
fn unreachable_rules(matrices: &[Matrix], rules: &[Rule], problems: &mut Diagnostics) -> Result<(), TooLarge> {
    let (mut live, mut possible) = (Vec::new(), Vec::new());
    for matrix in matrices {
        for (at, row) in matrix.rows.iter().enumerate() {
            if matrix.is_live(at)? {
                live.push((row.rule, row.span));
            }
            if matrix.find(0, &row.patterns)?.is_some() {
                possible.push((row.rule, row.span));
            }
        }
    }
    let of_rule = |at: usize| possible.iter().any(|(rule, _)| *rule == at);
    for (at, rule) in rules.iter().enumerate() {
        if !live.iter().any(|(rule, _)| *rule == at) {
            problems.push(rule.span, unreachable(rules, at, false, of_rule(at)));
            continue;
        }
        for (span, _) in alternatives(rule) {
            if !live.contains(&(at, *span)) {
                problems.push(*span, unreachable(rules, at, true, possible.contains(&(at, *span))));
            }
        }
    }
    Ok(())
}

fn alternatives(rule: &Rule) -> &[(Span, Vec<Fact>)] {
    match &rule.facts {
        RuleFacts::AnyOf(all) if all.len() > 1 => all,
        _ => &[],
    }
}

fn unreachable(rules: &[Rule], at: usize, alternative: bool, possible: bool) -> Problem {
    if !possible {
        return Problem::RuleContradicts { alternative };
    }
    let above = rules[..at].iter().map(|rule| rule.span).collect();
    let otherwise = matches!(rules[at].facts, RuleFacts::Otherwise);
    Problem::RuleUnreachable { above, alternative, otherwise }
}
