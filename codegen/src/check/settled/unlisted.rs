//! A settled state must rest on words that are listed.

use crate::check::reading::join_all;
use crate::cover::{Case, CaseKind, ERROR, Matrix, Pattern, Scope, Space, Subject, TooLarge, fields};
use crate::diagnostic::{Diagnostics, Problem};
use crate::model::reading::{Condition, Elements, Reading, View, ViewKind};
use crate::model::rules::{Aside, Fact, Match, RuleFacts, Subject as About};
use crate::model::types::Type;
use crate::spec::Quantifier;

/// A settled state must rest on words that are listed: "any other word" of an enum or a string is a guess.
pub(super) fn unlisted(matrix: &Matrix, reading: &Reading, problems: &mut Diagnostics) -> Result<bool, TooLarge> {
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
pub(super) fn unlisted_elements(reading: &Reading, problems: &mut Diagnostics) -> Result<(), TooLarge> {
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
