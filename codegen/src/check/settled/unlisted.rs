//! A settled state must rest on words that are listed.

use super::evidence::said;
use crate::check::reading::join_all;
use crate::cover::{Case, CaseKind, ERROR, Matrix, Pattern, Scope, Space, Subject, TooLarge, fields};
use crate::diagnostic::{Diagnostics, Problem};
use crate::model::reading::{Condition, Elements, Reading, View, ViewKind};
use crate::model::rules::{Aside, AsideSource, Fact, Match, RuleFacts, Subject as About};
use crate::model::types::Type;
use crate::spec::Quantifier;

/// A settled state must rest on words that are listed: "any other word" of an enum or a string is a guess.
pub(super) fn unlisted(matrix: &Matrix, reading: &Reading, problems: &mut Diagnostics) -> Result<bool, TooLarge> {
    let mut open = Vec::new();
    let errors = reading.errors.iter().filter_map(|error| error.body.as_ref());
    [&reading.answer].into_iter().chain(errors).for_each(|view| open_elements(view, &mut open));
    for (row, of) in matrix.rows.iter().enumerate() {
        let rule = &reading.rules[of.rule];
        if !rule.verdict.is_settled() {
            continue;
        }
        let facts = match &rule.facts {
            RuleFacts::AnyOf(all) => all.iter().find(|(span, _)| *span == of.span).map(|(_, facts)| facts.as_slice()),
            RuleFacts::Otherwise => None,
        };
        // What we asked, how long we have waited and what is not there say nothing about the job.
        let rests = |fact: &Fact| said(fact, &reading.asides) || is_status(fact, &reading.asides);
        let guess =
            Guess { facts: facts.filter(|facts| facts.iter().any(rests)), asides: &reading.asides, open: &open };
        for at in 0..matrix.spaces.len() {
            for narrowed in with_other(&matrix.spaces[at], &of.patterns[at], &guess) {
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

/// What it takes to be a guess.
struct Guess<'a> {
    /// The facts of the rule, where any of them rests on what the vendor says.
    facts: Option<&'a [Fact]>,
    asides: &'a [Aside],
    /// The counts of conditions on elements that have words of an open type.
    open: &'a [u16],
}

/// Whether a fact names the HTTP status.
fn is_status(fact: &Fact, asides: &[Aside]) -> bool {
    match fact.subject {
        About::Aside(at) => asides.get(at).is_some_and(|aside| aside.source == AsideSource::Http),
        About::Body | About::Error => false,
    }
}

/// The counts of conditions on elements that have words of an open type.
fn open_elements(view: &View, open: &mut Vec<u16>) {
    fn all<K>(children: &[(K, View)], open: &mut Vec<u16>) {
        children.iter().for_each(|(_, child)| open_elements(child, open));
    }
    let of = |elements: &Elements, open: &mut Vec<u16>| {
        if elements.view.as_ref().is_some_and(|view| has_open(view)) {
            open.extend(elements.conditions.iter().map(|condition| condition.tally));
        }
    };
    match &view.kind {
        ViewKind::Scalar(_) => {}
        ViewKind::Inner(inner) => open_elements(inner, open),
        ViewKind::Union(members) => members.iter().for_each(|member| open_elements(member, open)),
        ViewKind::Object(fields) => all(fields, open),
        ViewKind::Map(values, elements) => {
            of(elements, open);
            all(values, open);
        }
        ViewKind::List(items, elements) => {
            of(elements, open);
            all(items, open);
        }
    }
}

/// The ways in which a pattern takes "any other word" of an open type. What the rule does not name counts only for
/// `otherwise`, which has no facts: a rule that names other facts rests on those. `present` is no guess about the word, and
/// neither is what stands in it or how long it is.
fn with_other(space: &Space, pattern: &Pattern, guess: &Guess<'_>) -> Vec<Pattern> {
    let Guess { facts, asides, open: open_elements } = *guess;
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
        let counted =
            matches!(&space.subject, Subject::Elements(slots) if slots.iter().any(|slot| open_elements.contains(slot)));
        if facts.is_none() && counted && matches!(case.kind, CaseKind::Counted(_)) {
            ways.push(Pattern::Case(at, fields.clone()));
        }
        if case.kind == CaseKind::Other && open && !fields.iter().zip(&case.fields).any(says_something) {
            ways.push(Pattern::Case(at, fields.clone()));
        }
        ways.extend(with_other_below(at, case, &fields, guess));
    }
    ways
}

/// Whether words are told apart, and any other may come. Where only presence is asked for, no word is guessed.
fn is_open(space: &Space) -> bool {
    let is_word = |case: &Case| {
        let part = |field: &Space| matches!(field.subject, Subject::Part(_) | Subject::Same(..));
        matches!(case.kind, CaseKind::Word(_) | CaseKind::Beginning(_)) || case.fields.iter().any(part)
    };
    match &space.subject {
        Subject::Place(Type::Bool | Type::LenientBool | Type::Int | Type::LenientInt | Type::Float) => false,
        // No time is a word of the vendor's.
        Subject::Place(Type::Time(_)) => false,
        Subject::Place(_) => space.cases.iter().any(is_word),
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

fn with_other_below(at: usize, case: &Case, fields: &[Pattern], guess: &Guess<'_>) -> Vec<Pattern> {
    let mut ways = Vec::new();
    for (field, space) in case.fields.iter().enumerate() {
        for way in with_other(space, &fields[field], guess) {
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
            // That no element is so says little of what they are, unless another fact says that the job is done.
            let rests = facts.iter().any(|fact| {
                let mut of_fact = Vec::new();
                elements(&fact.matcher, Asked::That, &mut of_fact);
                of_fact.iter().any(|(_, asked)| *asked == Asked::That)
                    || of_fact.is_empty() && fact.matcher != Match::Absent && said(fact, &reading.asides)
            });
            let mut asked = Vec::new();
            for fact in facts {
                let mut of_fact = Vec::new();
                elements(&fact.matcher, Asked::That, &mut of_fact);
                asked.extend(of_fact.into_iter().map(|(name, how)| (fact, name, how)));
            }
            for (fact, name, how) in &asked {
                let Some((view, condition)) = find(reading, fact, name) else { continue };
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

/// The condition with this name at a fact's place, and what one element is.
fn find<'r>(reading: &'r Reading, fact: &Fact, name: &str) -> Option<(&'r View, &'r Condition)> {
    let errors = reading.errors.iter().filter_map(|error| error.body.as_ref());
    match fact.subject {
        About::Body => condition(&reading.answer, &fact.path, name),
        About::Error => errors.into_iter().find_map(|view| condition(view, &fact.path, name)),
        About::Aside(_) => None,
    }
}

fn condition<'v>(view: &'v View, steps: &[String], name: &str) -> Option<(&'v View, &'v Condition)> {
    match (&view.kind, steps.split_first()) {
        (ViewKind::Inner(inner), _) => condition(inner, steps, name),
        (ViewKind::Union(members), _) => members.iter().find_map(|member| condition(member, steps, name)),
        (ViewKind::List(_, elements) | ViewKind::Map(_, elements), None) => {
            Some((&**elements.view.as_ref()?, elements.condition(name)?))
        }
        (ViewKind::Object(children) | ViewKind::Map(children, _), Some((step, rest))) => {
            children.iter().find(|(name, _)| name == step).and_then(|(_, child)| condition(child, rest, name))
        }
        (ViewKind::List(children, _), Some((step, rest))) => {
            children.iter().find(|(at, _)| at.to_string() == *step).and_then(|(_, child)| condition(child, rest, name))
        }
        _ => None,
    }
}

/// Whether a condition on elements holds for a word that nobody listed.
fn takes_other(view: &View, condition: &Condition) -> Result<bool, TooLarge> {
    let scope = Scope::element(view);
    for facts in &condition.facts {
        let matrix = Matrix::of_facts(&scope, std::slice::from_ref(facts))?;
        let guess = Guess { facts: Some(facts), asides: &[], open: &[] };
        let takes = |patterns: &[Pattern]| {
            matrix.spaces.iter().zip(patterns).any(|(space, pattern)| !with_other(space, pattern, &guess).is_empty())
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
