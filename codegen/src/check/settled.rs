//! Proves the rules: they cover every answer, each of them can fire, and no settled state is reached by a word that nobody
//! listed.

use crate::cover::{Case, CaseKind, Matrix, Pattern, Space, TooLarge};
use crate::diagnostic::{Diagnostics, Problem};
use crate::model::rules::{Match, Rule, RuleFacts, Verdict};
use crate::model::types::Type;
use crate::model::{Operation, Vendor};

/// Checks the rules of every operation.
pub(crate) fn check(vendor: &Vendor, problems: &mut Diagnostics) {
    for operation in &vendor.operations {
        for error in &operation.reading.errors {
            let checked = Matrix::of(&error.body, &error.rules)
                .and_then(|matrix| unreachable_rules(&matrix, &error.rules, problems));
            if let Err(TooLarge) = checked {
                problems.push(operation.name.span, Problem::TooManyCases {});
            }
        }
        if operation.reading.rules.is_empty() {
            continue;
        }
        if let Err(TooLarge) = check_operation(operation, problems) {
            problems.push(operation.name.span, Problem::TooManyCases {});
        }
    }
}

fn check_operation(operation: &Operation, problems: &mut Diagnostics) -> Result<(), TooLarge> {
    let rules = &operation.reading.rules;
    let matrix = Matrix::of(&operation.reading.answer, rules)?;
    unreachable_rules(&matrix, rules, problems)?;
    if let Some(witness) = matrix.uncovered()? {
        let span = rules.last().map_or(operation.name.span, |rule| rule.span);
        let (witness, operation) = (matrix.describe(&witness), operation.name.value.clone());
        problems.push(span, Problem::NotCovered { witness, operation });
    }
    unlisted(&matrix, rules, problems)?;
    only_unknown(&matrix, operation, problems)
}

/// Every rule, and every alternative of a rule, must meet a reply that nothing above it meets.
fn unreachable_rules(matrix: &Matrix, rules: &[Rule], problems: &mut Diagnostics) -> Result<(), TooLarge> {
    let live = live_rows(matrix)?;
    for (at, rule) in rules.iter().enumerate() {
        let rows: Vec<_> = (0..matrix.rows.len()).filter(|row| matrix.rows[*row].rule == at).collect();
        if !rows.iter().any(|row| live[*row]) {
            problems.push(rule.span, unreachable(rules, at));
            continue;
        }
        for (span, _) in alternatives(rule) {
            let is_live = rows.iter().any(|row| matrix.rows[*row].span == *span && live[*row]);
            if !is_live {
                problems.push(*span, unreachable(rules, at));
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

fn unreachable(rules: &[Rule], at: usize) -> Problem {
    let above = rules[..at].iter().map(|rule| rule.span).collect();
    Problem::RuleUnreachable { above }
}

/// A settled state must rest on words that are listed: "any other word" of an enum or a string is a guess.
fn unlisted(matrix: &Matrix, rules: &[Rule], problems: &mut Diagnostics) -> Result<(), TooLarge> {
    for (row, of) in matrix.rows.iter().enumerate() {
        let rule = &rules[of.rule];
        if !rule.verdict.is_settled() {
            continue;
        }
        let otherwise = matches!(rule.facts, RuleFacts::Otherwise);
        for at in 0..matrix.spaces.len() {
            for narrowed in with_other(&matrix.spaces[at], &of.patterns[at], otherwise) {
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
/// `otherwise`: a rule that names other facts rests on those.
fn with_other(space: &Space, pattern: &Pattern, otherwise: bool) -> Vec<Pattern> {
    let open = !matches!(space.ty, Type::Bool | Type::LenientBool | Type::Int | Type::LenientInt);
    let mut ways = Vec::new();
    for (at, case) in space.cases.iter().enumerate() {
        let fields = match pattern {
            Pattern::Any if otherwise => vec![Pattern::Any; case.fields.len()],
            Pattern::Case(taken, fields) if *taken == at => fields.clone(),
            _ => continue,
        };
        if case.kind == CaseKind::Other && open {
            ways.push(Pattern::Case(at, Vec::new()));
        }
        ways.extend(with_other_below(at, case, &fields, otherwise));
    }
    ways
}

fn with_other_below(at: usize, case: &Case, fields: &[Pattern], otherwise: bool) -> Vec<Pattern> {
    let mut ways = Vec::new();
    for (field, space) in case.fields.iter().enumerate() {
        for way in with_other(space, &fields[field], otherwise) {
            let mut narrowed = fields.to_vec();
            narrowed[field] = way;
            ways.push(Pattern::Case(at, narrowed));
        }
    }
    ways
}

/// A word that the spec lists and that only `unknown` catches was forgotten.
fn only_unknown(matrix: &Matrix, operation: &Operation, problems: &mut Diagnostics) -> Result<(), TooLarge> {
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
                let problem = Problem::WordForgotten { word: word.clone(), path: space.path.clone() };
                problems.push(named(rules, word).unwrap_or(last), problem);
            }
        }
    }
    Ok(())
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
