//! Words that a spec lists and that no rule speaks of.

use crate::cover::{CaseKind, Matrix, Pattern, Space, Subject, TooLarge};
use crate::diagnostic::{Diagnostics, Problem};
use crate::model::Operation;
use crate::model::rules::{Match, Rule, RuleFacts, Verdict};
use crate::model::types::{Type, Types};
use crate::source::Span;

/// The way from a space to one below it: the case, and the position among its fields.
type Route = Vec<(usize, usize)>;

/// A word that the spec lists and that only `unknown` catches was forgotten.
pub(super) fn only_unknown(
    matrix: &Matrix,
    operation: &Operation,
    types: &Types,
    problems: &mut Diagnostics,
) -> Result<(), TooLarge> {
    let rules = &operation.reading.rules;
    for (at, top) in matrix.spaces.iter().enumerate() {
        let mut places = Vec::new();
        enums(top, &mut Vec::new(), &mut places);
        for (route, space) in places {
            for (case, of) in space.cases.iter().enumerate() {
                let CaseKind::Word(word) = &of.kind else { continue };
                if is_known(matrix, rules, at, &route, case)? {
                    continue;
                }
                let last = rules.last().map_or(operation.name.span, |rule| rule.span);
                let catches = named(rules, word).unwrap_or(last);
                problems.push(
                    declared(types, space, word).unwrap_or(catches),
                    Problem::WordForgotten { word: word.clone(), path: space.path.clone(), catches },
                );
            }
        }
    }
    Ok(())
}

/// The spaces of enums, this one or below.
fn enums<'s>(space: &'s Space, route: &mut Route, places: &mut Vec<(Route, &'s Space)>) {
    if matches!(space.subject, Subject::Place(Type::Enum(_))) {
        places.push((route.clone(), space));
    }
    for (case, of) in space.cases.iter().enumerate() {
        for (field, below) in of.fields.iter().enumerate() {
            route.push((case, field));
            enums(below, route, places);
            route.pop();
        }
    }
}

/// Whether a rule that is not `unknown` takes this case.
fn is_known(
    matrix: &Matrix,
    rules: &[Rule],
    at: usize,
    route: &[(usize, usize)],
    case: usize,
) -> Result<bool, TooLarge> {
    for (row, of) in matrix.rows.iter().enumerate() {
        if rules[of.rule].verdict == Verdict::Unknown {
            continue;
        }
        let mut within = of.patterns.clone();
        let Some(narrowed) = narrowed(&within[at], &matrix.spaces[at], route, case) else { continue };
        within[at] = narrowed;
        if matrix.find(row, &within)?.is_some() {
            return Ok(true);
        }
    }
    Ok(false)
}

/// A pattern, and this case at the end of a route. `None` where they never meet.
fn narrowed(pattern: &Pattern, space: &Space, route: &[(usize, usize)], case: usize) -> Option<Pattern> {
    let fields_of = |case: usize| match pattern {
        Pattern::Any => Some(vec![Pattern::Any; space.cases.get(case)?.fields.len()]),
        Pattern::Case(taken, fields) if *taken == case => Some(fields.clone()),
        Pattern::Case(..) => None,
    };
    let Some(((step, field), rest)) = route.split_first() else { return Some(Pattern::Case(case, fields_of(case)?)) };
    let mut fields = fields_of(*step)?;
    let below = space.cases.get(*step)?.fields.get(*field)?;
    fields[*field] = narrowed(&fields[*field], below, rest, case)?;
    Some(Pattern::Case(*step, fields))
}

/// Where a word of an enum is listed.
fn declared(types: &Types, space: &Space, word: &str) -> Option<Span> {
    let Subject::Place(Type::Enum(at)) = space.subject else { return None };
    types.enums.get(at)?.words.iter().find(|listed| listed.text == word).map(|listed| listed.span)
}

/// Where rules name a word.
fn named(rules: &[Rule], word: &str) -> Option<Span> {
    fn names(matcher: &Match, word: &str) -> bool {
        match matcher {
            Match::Word(named) => named == word,
            Match::OneOf(all) | Match::AllOf(all) => all.iter().any(|(_, one)| names(one, word)),
            Match::Not(inner) => names(inner, word),
            _ => false,
        }
    }
    let facts = rules.iter().filter_map(|rule| match &rule.facts {
        RuleFacts::AnyOf(all) => Some(all.iter().flat_map(|(_, facts)| facts)),
        RuleFacts::Otherwise => None,
    });
    facts.flatten().find(|fact| names(&fact.matcher, word)).map(|fact| fact.span)
}
