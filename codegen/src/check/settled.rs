//! Proves the rules: they cover every answer, each of them can fire, and no settled state is reached by a word that nobody
//! listed.

use super::reading::join_all;
use crate::cover::{Case, CaseKind, ERROR, Matrix, Pattern, Scope, Space, Subject, TooLarge, fields};
use crate::diagnostic::{Diagnostics, Problem};
use crate::model::reading::{Condition, Elements, Reading, View, ViewKind};
use crate::model::rules::{Also, Aside, AsideSource, Fact, Match, Rule, RuleFacts, Subject as About, Verdict};
use crate::model::types::{Type, Types};
use crate::model::{Operation, Vendor};
use crate::spec::Quantifier;

/// Checks the rules of every operation.
pub(crate) fn check(vendor: &Vendor, problems: &mut Diagnostics) {
    for operation in &vendor.operations {
        let checked = small_enough(&operation.reading)
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
    let errors = reading.errors.iter().filter_map(|error| error.body.as_ref());
    [&reading.answer].into_iter().chain(errors).try_for_each(conditions)
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

/// Whether every settled state outside 2xx rests on what it must.
fn evidence(reading: &Reading, problems: &mut Diagnostics) -> bool {
    let mut rests = true;
    let mut push = |span, problem| {
        rests = false;
        problems.push(span, problem);
    };
    for rule in reading.rules.iter().filter(|rule| rule.verdict.is_settled()) {
        let RuleFacts::AnyOf(alternatives) = &rule.facts else { continue };
        for (span, facts) in alternatives {
            let source = |fact: &Fact| match fact.subject {
                About::Aside(at) => reading.asides.get(at).map(|aside| &aside.source),
                About::Body | About::Error => None,
            };
            let far = facts.iter().any(|fact| match source(fact) {
                Some(AsideSource::Http | AsideSource::Header(_)) => true,
                Some(_) => false,
                None => fact.subject == About::Error,
            });
            if !far {
                continue;
            }
            let statuses = || {
                let of_status = facts.iter().filter(|fact| source(fact) == Some(&AsideSource::Http));
                let of_status: Vec<_> = of_status.collect();
                (100..=599).filter(move |status| of_status.iter().all(|fact| fact.matcher.holds_number(*status)))
            };
            let success = |status: &i64| (200..300).contains(status);
            let of_body = |fact: &Fact| match fact.subject {
                About::Body => true,
                About::Error => !fact.path.is_empty() || !fact.matcher.holds_absent(),
                About::Aside(_) => false,
            };
            let of_reply = |fact: &Fact| match source(fact) {
                Some(AsideSource::Header(_)) | None => true,
                Some(_) => false,
            };
            let verdict = rule.verdict.as_str();
            if statuses().any(|status| status >= 500) && !facts.iter().any(of_reply) {
                push(*span, Problem::StatusSettles { verdict });
            } else if rule.verdict == Verdict::State(crate::model::rules::State::Rejected)
                && statuses().any(|status| !success(&status))
                && !facts.iter().any(of_body)
            {
                push(*span, Problem::RejectedByNobody {});
            }
            if reading.signed && !rule.unsigned && !statuses().any(|status| success(&status)) {
                push(*span, Problem::NeedsUnsigned { verdict });
            }
        }
    }
    rests
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

fn alternatives(rule: &Rule) -> &[(crate::source::Span, Vec<crate::model::rules::Fact>)] {
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

/// A settled state must rest on words that are listed: "any other word" of an enum or a string is a guess.
fn unlisted(matrix: &Matrix, reading: &Reading, problems: &mut Diagnostics) -> Result<bool, TooLarge> {
    for (row, of) in matrix.rows.iter().enumerate() {
        let rule = &reading.rules[of.rule];
        if !rule.verdict.is_settled() {
            continue;
        }
        let facts = match &rule.facts {
            RuleFacts::AnyOf(all) => all.iter().find(|(span, _)| *span == of.span).map(|(_, facts)| facts.as_slice()),
            RuleFacts::Otherwise => None,
        };
        // How long we have waited says nothing about the job.
        let facts = facts.filter(|_| rule.within.is_none() || facts.is_some_and(|facts| facts.len() > 1));
        for at in 0..matrix.spaces.len() {
            for narrowed in with_other(&matrix.spaces[at], &of.patterns[at], facts, &reading.asides) {
                let mut within = of.patterns.clone();
                within[at] = narrowed;
                if let Some(witness) = matrix.find(row, &within)? {
                    let problem =
                        Problem::UnlistedSettled { witness: matrix.describe(&witness), verdict: rule.verdict.as_str() };
                    problems.push(rule.span, problem);
                    return Ok(true);
                }
            }
        }
    }
    Ok(false)
}

/// The ways in which a pattern takes "any other word" of an open type. What the rule does not name counts only for
/// `otherwise`, which has no facts: a rule that names other facts rests on those. `present` is no guess about the word, and
/// neither is what stands in it or how long it is.
fn with_other(space: &Space, pattern: &Pattern, facts: Option<&[Fact]>, asides: &[Aside]) -> Vec<Pattern> {
    let is_it = |fact: &Fact| match fact.subject {
        About::Body => join_all(&fact.path) == space.path,
        About::Error => space.path.strip_prefix(ERROR) == Some(&join_all(&fact.path)),
        About::Aside(at) => asides.get(at).is_some_and(|aside| aside.view.path == space.path),
    };
    let present = |fact: &Fact| fact.matcher == Match::Present && is_it(fact);
    // What we ask for ourselves is no word of the vendor's.
    let ours = space.path.starts_with("$input.");
    let open = is_open(space) && !ours && !facts.is_some_and(|facts| facts.iter().any(present));
    let mut ways = Vec::new();
    for (at, case) in space.cases.iter().enumerate() {
        let fields = match pattern {
            Pattern::Any if facts.is_none() => vec![Pattern::Any; case.fields.len()],
            Pattern::Case(taken, fields) if *taken == at => fields.clone(),
            _ => continue,
        };
        if case.kind == CaseKind::Other && open && !fields.iter().zip(&case.fields).any(says_something) {
            ways.push(Pattern::Case(at, fields.clone()));
        }
        ways.extend(with_other_below(at, case, &fields, facts, asides));
    }
    ways
}

/// Whether any other word may come.
fn is_open(space: &Space) -> bool {
    match &space.subject {
        Subject::Place(ty) => {
            !matches!(ty, Type::Bool | Type::LenientBool | Type::Int | Type::LenientInt | Type::Float)
        }
        _ => false,
    }
}

/// Whether more is asked of a word than what it is not.
fn says_something((pattern, space): (&Pattern, &Space)) -> bool {
    match pattern {
        Pattern::Any => false,
        Pattern::Case(at, _) => space.cases.get(*at).is_some_and(|case| case.kind != CaseKind::HoldsNot),
    }
}

fn with_other_below(
    at: usize,
    case: &Case,
    fields: &[Pattern],
    facts: Option<&[Fact]>,
    asides: &[Aside],
) -> Vec<Pattern> {
    let mut ways = Vec::new();
    for (field, space) in case.fields.iter().enumerate() {
        for way in with_other(space, &fields[field], facts, asides) {
            let mut narrowed = fields.to_vec();
            narrowed[field] = way;
            ways.push(Pattern::Case(at, narrowed));
        }
    }
    ways
}

/// The same for elements of lists: a settled state must not rest on elements with a word that nobody listed.
fn unlisted_elements(reading: &Reading, problems: &mut Diagnostics) -> Result<(), TooLarge> {
    for rule in reading.rules.iter().filter(|rule| rule.verdict.is_settled()) {
        let RuleFacts::AnyOf(alternatives) = &rule.facts else { continue };
        for (_, facts) in alternatives {
            let mut asked = Vec::new();
            facts.iter().for_each(|fact| elements(&fact.matcher, Asked::That, &mut asked));
            // That no element is so says little of what they are, unless another fact says that the job is done.
            let rests = facts.iter().any(|fact| {
                let mut of_fact = Vec::new();
                elements(&fact.matcher, Asked::That, &mut of_fact);
                of_fact.iter().any(|(_, asked)| *asked == Asked::That)
                    || of_fact.is_empty() && !matches!((fact.subject, &fact.matcher), (About::Error, Match::Absent))
            });
            for (name, how) in &asked {
                let Some((view, condition)) = find(reading, name) else { continue };
                let guess = match how {
                    Asked::That => takes_other(view, condition)?,
                    Asked::NotThat => !rests && has_open(view),
                };
                if guess {
                    let path = if view.path.is_empty() { "an element" } else { &view.path };
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

fn elements<'m>(matcher: &'m Match, how: Asked, asked: &mut Vec<(&'m str, Asked)>) {
    let other = match how {
        Asked::That => Asked::NotThat,
        Asked::NotThat => Asked::That,
    };
    match matcher {
        Match::Elements(Quantifier::None, name) => asked.push((name, other)),
        Match::Elements(_, name) => asked.push((name, how)),
        Match::Not(inner) => elements(inner, other, asked),
        Match::OneOf(all) | Match::AllOf(all) => all.iter().for_each(|(_, one)| elements(one, how, asked)),
        _ => {}
    }
}

/// The condition with this name, and what one element is.
fn find<'r>(reading: &'r Reading, name: &str) -> Option<(&'r View, &'r Condition)> {
    let errors = reading.errors.iter().filter_map(|error| error.body.as_ref());
    [&reading.answer].into_iter().chain(errors).find_map(|view| condition(view, name))
}

fn condition<'v>(view: &'v View, name: &str) -> Option<(&'v View, &'v Condition)> {
    let of = |elements: &'v Elements| Some((&**elements.view.as_ref()?, elements.condition(name)?));
    match &view.kind {
        ViewKind::Scalar(_) => None,
        ViewKind::Inner(inner) => condition(inner, name),
        ViewKind::Union(members) => members.iter().find_map(|member| condition(member, name)),
        ViewKind::Object(fields) => fields.iter().find_map(|(_, field)| condition(field, name)),
        ViewKind::Map(values, elements) => {
            of(elements).or_else(|| values.iter().find_map(|(_, value)| condition(value, name)))
        }
        ViewKind::List(items, elements) => {
            of(elements).or_else(|| items.iter().find_map(|(_, item)| condition(item, name)))
        }
    }
}

/// Whether a condition on elements holds for a word that nobody listed.
fn takes_other(view: &View, condition: &Condition) -> Result<bool, TooLarge> {
    let scope = Scope::element(view);
    for facts in &condition.facts {
        let matrix = Matrix::of_facts(&scope, std::slice::from_ref(facts))?;
        let takes = |patterns: &[Pattern]| {
            matrix
                .spaces
                .iter()
                .zip(patterns)
                .any(|(space, pattern)| !with_other(space, pattern, Some(facts), &[]).is_empty())
        };
        if matrix.rows.iter().any(|row| takes(&row.patterns)) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Whether elements are told apart by words of an open type.
fn has_open(view: &View) -> bool {
    fn open(space: &Space) -> bool {
        let own = space.cases.iter().any(|case| case.kind == CaseKind::Other) && is_open(space);
        own || space.cases.iter().flat_map(|case| &case.fields).any(open)
    }
    fields(view).iter().any(open)
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
        if !matches!(space.subject, Subject::Place(Type::Enum(_))) {
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
                match &within[at] {
                    Pattern::Any => {
                        within[at] = Pattern::Case(case, vec![Pattern::Any; space.cases[case].fields.len()])
                    }
                    Pattern::Case(taken, _) if *taken == case => {}
                    Pattern::Case(..) => continue,
                }
                known = matrix.find(row, &within)?.is_some();
                if known {
                    break;
                }
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
    let Subject::Place(Type::Enum(at)) = space.subject else { return None };
    types.enums.get(at)?.words.iter().find(|listed| listed.text == word).map(|listed| listed.span)
}

/// Where rules name a word.
fn named(rules: &[Rule], word: &str) -> Option<crate::source::Span> {
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
