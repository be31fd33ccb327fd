//! Proves the rules: they cover every answer, each of them can fire, and no settled state is reached by a word that nobody
//! listed.

use super::reading::join_all;
use crate::cover::{Case, CaseKind, Matrix, Pattern, Space, TooLarge, fields};
use crate::diagnostic::{Diagnostics, Problem};
use crate::model::reading::{Each, View, ViewKind};
use crate::model::rules::{Also, ErrorShape, Fact, Match, Rule, RuleFacts, Verdict};
use crate::model::types::{Type, Types};
use crate::model::{Operation, Vendor};
use crate::spec::Quantifier;

/// Checks the rules of every operation.
pub(crate) fn check(vendor: &Vendor, problems: &mut Diagnostics) {
    for operation in &vendor.operations {
        for error in &operation.reading.errors {
            let checked = Matrix::of(&error.body, &error.rules)
                .and_then(|matrix| unreachable_rules(&matrix, &error.rules, problems))
                .and_then(|()| few_enough(error));
            if let Err(TooLarge) = checked {
                problems.push(operation.name.span, Problem::TooManyCases {});
            }
        }
        if operation.reading.rules.is_empty() {
            continue;
        }
        if let Err(TooLarge) = check_operation(operation, &vendor.types, problems) {
            problems.push(operation.name.span, Problem::TooManyCases {});
        }
    }
}

/// Whether the patterns of an error's other facts can be written down.
fn few_enough(error: &ErrorShape) -> Result<(), TooLarge> {
    if let Also::When(facts) = &error.also {
        Matrix::of_facts(&error.body, facts)?;
    }
    conditions(&error.body)
}

/// Whether the patterns of all conditions on elements can be written down.
fn conditions(view: &View) -> Result<(), TooLarge> {
    let of_each = |each: &[Each]| {
        each.iter().try_for_each(|each| {
            Matrix::of_facts(&each.view, &each.condition.facts)?;
            conditions(&each.view)
        })
    };
    match &view.kind {
        ViewKind::Scalar(_) => Ok(()),
        ViewKind::Object(children) => children.iter().try_for_each(|(_, child)| conditions(child)),
        ViewKind::Map(children, each) => {
            of_each(each)?;
            children.iter().try_for_each(|(_, child)| conditions(child))
        }
        ViewKind::List(children, each) => {
            of_each(each)?;
            children.iter().try_for_each(|(_, child)| conditions(child))
        }
        ViewKind::Inner(inner) => conditions(inner),
        ViewKind::Union(members) => members.iter().try_for_each(conditions),
    }
}

fn check_operation(operation: &Operation, types: &Types, problems: &mut Diagnostics) -> Result<(), TooLarge> {
    let rules = &operation.reading.rules;
    let matrix = Matrix::of(&operation.reading.answer, rules)?;
    conditions(&operation.reading.answer)?;
    unreachable_rules(&matrix, rules, problems)?;
    if let Some(witness) = matrix.uncovered()? {
        let span = rules.last().map_or(operation.name.span, |rule| rule.span);
        let (witness, operation) = (matrix.describe(&witness), operation.name.value.clone());
        problems.push(span, Problem::NotCovered { witness, operation });
    }
    unlisted(&matrix, rules, problems)?;
    unlisted_elements(&operation.reading.answer, rules, problems)?;
    only_unknown(&matrix, operation, types, problems)
}

/// Every rule, and every alternative of a rule, must meet a reply that nothing above it meets.
fn unreachable_rules(matrix: &Matrix, rules: &[Rule], problems: &mut Diagnostics) -> Result<(), TooLarge> {
    let live = live_rows(matrix)?;
    for (at, rule) in rules.iter().enumerate() {
        let rows: Vec<_> = (0..matrix.rows.len()).filter(|row| matrix.rows[*row].rule == at).collect();
        if !rows.iter().any(|row| live[*row]) {
            problems.push(rule.span, unreachable(rules, at, false));
            continue;
        }
        for (span, _) in alternatives(rule) {
            let is_live = rows.iter().any(|row| matrix.rows[*row].span == *span && live[*row]);
            if !is_live {
                problems.push(*span, unreachable(rules, at, true));
            }
        }
    }
    Ok(())
}

fn live_rows(matrix: &Matrix) -> Result<Vec<bool>, TooLarge> {
    (0..matrix.rows.len()).map(|row| matrix.is_live(row)).collect()
}

fn alternatives(rule: &Rule) -> &[(crate::source::Span, Vec<crate::model::rules::Fact>)] {
    match &rule.facts {
        RuleFacts::AnyOf(all) if all.len() > 1 => all,
        _ => &[],
    }
}

fn unreachable(rules: &[Rule], at: usize, alternative: bool) -> Problem {
    let above = rules[..at].iter().map(|rule| rule.span).collect();
    let otherwise = matches!(rules[at].facts, RuleFacts::Otherwise);
    Problem::RuleUnreachable { above, alternative, otherwise }
}

/// A settled state must rest on words that are listed: "any other word" of an enum or a string is a guess.
fn unlisted(matrix: &Matrix, rules: &[Rule], problems: &mut Diagnostics) -> Result<(), TooLarge> {
    for (row, of) in matrix.rows.iter().enumerate() {
        let rule = &rules[of.rule];
        if !rule.verdict.is_settled() {
            continue;
        }
        let facts = match &rule.facts {
            RuleFacts::AnyOf(all) => all.iter().find(|(span, _)| *span == of.span).map(|(_, facts)| facts.as_slice()),
            RuleFacts::Otherwise => None,
        };
        for at in 0..matrix.spaces.len() {
            for narrowed in with_other(&matrix.spaces[at], &of.patterns[at], facts) {
                let mut within = of.patterns.clone();
                within[at] = narrowed;
                if let Some(witness) = matrix.find(row, &within)? {
                    let problem =
                        Problem::UnlistedSettled { witness: matrix.describe(&witness), verdict: rule.verdict.as_str() };
                    problems.push(rule.span, problem);
                    return Ok(());
                }
            }
        }
    }
    Ok(())
}

/// The ways in which a pattern takes "any other word" of an open type. What the rule does not name counts only for
/// `otherwise`, which has no facts: a rule that names other facts rests on those. `present` is no guess about the word.
fn with_other(space: &Space, pattern: &Pattern, facts: Option<&[Fact]>) -> Vec<Pattern> {
    let present = |fact: &Fact| fact.matcher == Match::Present && join_all(&fact.path) == space.path;
    let open = !matches!(space.ty, Type::Bool | Type::LenientBool | Type::Int | Type::LenientInt)
        && !facts.is_some_and(|facts| facts.iter().any(present));
    let mut ways = Vec::new();
    for (at, case) in space.cases.iter().enumerate() {
        let fields = match pattern {
            Pattern::Any if facts.is_none() => vec![Pattern::Any; case.fields.len()],
            Pattern::Case(taken, fields) if *taken == at => fields.clone(),
            _ => continue,
        };
        if case.kind == CaseKind::Other && open {
            ways.push(Pattern::Case(at, Vec::new()));
        }
        ways.extend(with_other_below(at, case, &fields, facts));
    }
    ways
}

fn with_other_below(at: usize, case: &Case, fields: &[Pattern], facts: Option<&[Fact]>) -> Vec<Pattern> {
    let mut ways = Vec::new();
    for (field, space) in case.fields.iter().enumerate() {
        for way in with_other(space, &fields[field], facts) {
            let mut narrowed = fields.to_vec();
            narrowed[field] = way;
            ways.push(Pattern::Case(at, narrowed));
        }
    }
    ways
}

/// The same for elements of lists: a settled state must not rest on elements with a word that nobody listed.
fn unlisted_elements(view: &View, rules: &[Rule], problems: &mut Diagnostics) -> Result<(), TooLarge> {
    for rule in rules.iter().filter(|rule| rule.verdict.is_settled()) {
        let RuleFacts::AnyOf(alternatives) = &rule.facts else { continue };
        for (_, facts) in alternatives {
            let asked: Vec<_> = facts.iter().map(|fact| elements(&fact.matcher)).collect();
            for (name, how) in asked.iter().flatten() {
                let Some(each) = count(view, name) else { continue };
                let guess = match how {
                    Asked::That => takes_other(each)?,
                    // That no element is so says little of what they are, unless another fact says that the job is done.
                    Asked::NotThat => asked.iter().all(|of| matches!(of, Some((_, Asked::NotThat)))) && is_open(each),
                };
                if guess {
                    let path = if each.view.path.is_empty() { "an element" } else { &each.view.path };
                    let witness = format!("{{ {path}: any other }}");
                    problems.push(rule.span, Problem::UnlistedSettled { witness, verdict: rule.verdict.as_str() });
                    return Ok(());
                }
            }
        }
    }
    Ok(())
}

/// How a matcher asks about elements: that some or all are so, or that none is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Asked {
    That,
    NotThat,
}

fn elements(matcher: &Match) -> Option<(&str, Asked)> {
    match matcher {
        Match::Elements(Quantifier::None, name) => Some((name, Asked::NotThat)),
        Match::Elements(_, name) => Some((name, Asked::That)),
        Match::Not(inner) => elements(inner).map(|(name, asked)| match asked {
            Asked::That => (name, Asked::NotThat),
            Asked::NotThat => (name, Asked::That),
        }),
        _ => None,
    }
}

/// The count with this name, somewhere below a place.
fn count<'v>(view: &'v View, name: &str) -> Option<&'v Each> {
    let of = |each: &'v [Each]| each.iter().find(|each| each.condition.text == name);
    match &view.kind {
        ViewKind::Scalar(_) => None,
        ViewKind::Inner(inner) => count(inner, name),
        ViewKind::Union(members) => members.iter().find_map(|member| count(member, name)),
        ViewKind::Object(fields) => fields.iter().find_map(|(_, field)| count(field, name)),
        ViewKind::Map(values, each) => of(each).or_else(|| values.iter().find_map(|(_, value)| count(value, name))),
        ViewKind::List(items, each) => of(each).or_else(|| items.iter().find_map(|(_, item)| count(item, name))),
    }
}

/// Whether a condition on elements holds for a word that nobody listed.
fn takes_other(each: &Each) -> Result<bool, TooLarge> {
    let facts = &each.condition.facts;
    let matrix = Matrix::of_facts(&each.view, facts)?;
    let takes = |patterns: &[Pattern]| {
        matrix.spaces.iter().zip(patterns).any(|(space, pattern)| !with_other(space, pattern, Some(facts)).is_empty())
    };
    Ok(matrix.rows.iter().any(|row| takes(&row.patterns)))
}

/// Whether elements are told apart by words of an open type.
fn is_open(each: &Each) -> bool {
    fn open(space: &Space) -> bool {
        let own = space.cases.iter().any(|case| case.kind == CaseKind::Other)
            && !matches!(space.ty, Type::Int | Type::LenientInt);
        own || space.cases.iter().flat_map(|case| &case.fields).any(open)
    }
    fields(&each.view).iter().any(open)
}

/// A word that the spec lists and that only `unknown` catches was forgotten.
fn only_unknown(
    matrix: &Matrix,
    operation: &Operation,
    types: &Types,
    problems: &mut Diagnostics,
) -> Result<(), TooLarge> {
    let rules = &operation.reading.rules;
    for (at, space) in matrix.spaces.iter().enumerate() {
        if !matches!(space.ty, Type::Enum(_)) {
            continue;
        }
        for (case, word) in space.cases.iter().enumerate() {
            let CaseKind::Word(word) = &word.kind else { continue };
            let mut known = false;
            for (row, of) in matrix.rows.iter().enumerate() {
                if rules[of.rule].verdict == Verdict::Unknown {
                    continue;
                }
                let mut within = of.patterns.clone();
                within[at] = match &within[at] {
                    Pattern::Any => Pattern::Case(case, Vec::new()),
                    Pattern::Case(taken, _) if *taken == case => Pattern::Case(case, Vec::new()),
                    _ => continue,
                };
                known |= matrix.find(row, &within)?.is_some();
            }
            if !known {
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

/// Where a word of an enum is listed.
fn declared(types: &Types, space: &Space, word: &str) -> Option<crate::source::Span> {
    let Type::Enum(at) = space.ty else { return None };
    types.enums.get(at)?.words.iter().find(|listed| listed.text == word).map(|listed| listed.span)
}

/// Where rules name a word.
fn named(rules: &[Rule], word: &str) -> Option<crate::source::Span> {
    fn names(matcher: &Match, word: &str) -> bool {
        match matcher {
            Match::Word(named) => named == word,
            Match::OneOf(all) => all.iter().any(|(_, one)| names(one, word)),
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
