//! Facts as patterns over cases.

use super::MAX_ROWS;
use super::space::{CaseKind, below, fields, is_flat, space, tested};
use crate::model::reading::{Each, View, ViewKind};
use crate::model::rules::{Fact, Match};
use crate::spec::Quantifier;

/// A pattern over a [`Space`](super::Space).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Pattern {
    /// Every case.
    Any,
    /// One case, and patterns over its fields.
    Case(usize, Vec<Pattern>),
    /// One of these; none of nothing.
    Or(Vec<Pattern>),
}

/// The patterns under which all facts hold. `None` where they cannot.
pub(super) fn all_of(view: &View, facts: &[Fact]) -> Option<Vec<Pattern>> {
    let mut all = vec![Pattern::Any; fields(view).len()];
    for fact in facts {
        let one = patterns(view, &fact.path, &fact.matcher)?;
        all = all.into_iter().zip(one).map(|(a, b)| both(a, b)).collect();
    }
    Some(all)
}

/// The patterns over `fields(view)` under which a matcher holds at `steps`.
fn patterns(view: &View, steps: &[String], matcher: &Match) -> Option<Vec<Pattern>> {
    match is_flat(view) {
        true => patterns_below(view, steps, matcher),
        false => Some(vec![pattern(view, steps, matcher)]),
    }
}

fn patterns_below(view: &View, steps: &[String], matcher: &Match) -> Option<Vec<Pattern>> {
    let any = || vec![Pattern::Any; below(view).len()];
    let Some((step, rest)) = steps.split_first() else {
        return match &view.kind {
            ViewKind::Inner(inner) => patterns_below(inner, steps, matcher),
            ViewKind::List(_, each) | ViewKind::Map(_, each) => counted(view, each, matcher),
            _ => holds_present(matcher).then(any),
        };
    };
    let mut all = Vec::new();
    let mut found = false;
    let mut add = |is_it: bool, child: &View| -> Option<()> {
        match is_it {
            true => {
                found = true;
                all.extend(patterns(child, rest, matcher)?);
            }
            false => all.extend(vec![Pattern::Any; fields(child).len()]),
        }
        Some(())
    };
    match &view.kind {
        ViewKind::Inner(inner) => return patterns_below(inner, steps, matcher),
        ViewKind::Object(children) | ViewKind::Map(children, _) => {
            tested(children).try_for_each(|(name, child)| add(name == step, child))?;
        }
        ViewKind::List(children, _) => {
            tested(children).try_for_each(|(at, child)| add(at.to_string() == *step, child))?;
        }
        ViewKind::Scalar(_) | ViewKind::Union(_) => {}
    }
    match found {
        true => {
            all.resize(below(view).len(), Pattern::Any);
            Some(all)
        }
        false => matcher.holds_absent().then(any),
    }
}

/// A matcher on a list itself: a condition on its elements, or that it is there.
fn counted(view: &View, each: &[Each], matcher: &Match) -> Option<Vec<Pattern>> {
    let spaces = below(view);
    let one = |quantifier: Quantifier, text: &str, holds: bool| {
        let tally = each.iter().find(|each| each.condition.text == text)?.tally;
        let patterns = spaces.iter().map(|space| match &space.cases.first()?.kind {
            CaseKind::Holds(of) if *of == quantifier && space.slot == tally => {
                Some(Pattern::Case(usize::from(!holds), Vec::new()))
            }
            _ => Some(Pattern::Any),
        });
        patterns.collect::<Option<Vec<_>>>()
    };
    match matcher {
        Match::Elements(quantifier, text) => one(*quantifier, text, true),
        Match::Not(inner) => match &**inner {
            Match::Elements(quantifier, text) => one(*quantifier, text, false),
            _ => holds_present(matcher).then(|| vec![Pattern::Any; spaces.len()]),
        },
        _ => holds_present(matcher).then(|| vec![Pattern::Any; spaces.len()]),
    }
}

/// Whether a matcher holds for something that is there and is no scalar.
fn holds_present(matcher: &Match) -> bool {
    match matcher {
        Match::Present => true,
        Match::Not(inner) => !holds_present(inner),
        Match::OneOf(all) => all.iter().any(|(_, one)| holds_present(one)),
        Match::Word(_) | Match::Absent | Match::Null | Match::Elements(..) => false,
    }
}

fn pattern(view: &View, steps: &[String], matcher: &Match) -> Pattern {
    let space = space(view);
    let mut accepted = Vec::new();
    for (at, case) in space.cases.iter().enumerate() {
        let whole = || Pattern::Case(at, vec![Pattern::Any; case.fields.len()]);
        let accept = match (&case.kind, steps.is_empty()) {
            (CaseKind::Null, true) => matcher.holds_null().then(whole),
            // What is below a null is absent.
            (CaseKind::Absent, _) | (CaseKind::Null, false) => matcher.holds_absent().then(whole),
            (CaseKind::Word(word), _) => matcher.holds_word(Some(word)).then(whole),
            (CaseKind::Other, _) => matcher.holds_word(None).then(whole),
            (CaseKind::Present, _) => match view.kind {
                ViewKind::Scalar(_) => matcher.holds_word(None).then(whole),
                _ => patterns_below(view, steps, matcher).map(|fields| Pattern::Case(at, fields)),
            },
            (CaseKind::Member(member), _) => {
                member_pattern(view, *member, steps, matcher).map(|fields| Pattern::Case(at, fields))
            }
            (CaseKind::Holds(_) | CaseKind::HoldsNot, _) => None,
        };
        accepted.extend(accept);
    }
    match accepted.len() == space.cases.len() && accepted.iter().all(is_whole) {
        true => Pattern::Any,
        false => Pattern::Or(accepted),
    }
}

fn is_whole(pattern: &Pattern) -> bool {
    matches!(pattern, Pattern::Case(_, fields) if fields.iter().all(|field| *field == Pattern::Any))
}

fn member_pattern(view: &View, member: usize, steps: &[String], matcher: &Match) -> Option<Vec<Pattern>> {
    let ViewKind::Union(members) = &view.kind else { return None };
    let member = members.get(member)?;
    match member.kind {
        ViewKind::Scalar(_) | ViewKind::Union(_) if member.tested => {
            let inner = match steps.is_empty() || matches!(member.kind, ViewKind::Union(_)) {
                true => pattern(member, steps, matcher),
                false if matcher.holds_absent() => Pattern::Any,
                false => return None,
            };
            Some(vec![inner])
        }
        ViewKind::Scalar(_) => match steps.is_empty() {
            true => holds_present(matcher).then(Vec::new),
            false => matcher.holds_absent().then(Vec::new),
        },
        _ => patterns_below(member, steps, matcher),
    }
}

fn both(a: Pattern, b: Pattern) -> Pattern {
    match (a, b) {
        (Pattern::Any, other) | (other, Pattern::Any) => other,
        (Pattern::Or(all), other) | (other, Pattern::Or(all)) => Pattern::Or(
            all.into_iter().map(|one| both(one, other.clone())).filter(|one| *one != Pattern::Or(Vec::new())).collect(),
        ),
        (Pattern::Case(a, left), Pattern::Case(b, right)) if a == b => {
            let fields: Vec<_> = left.into_iter().zip(right).map(|(a, b)| both(a, b)).collect();
            match fields.contains(&Pattern::Or(Vec::new())) {
                true => Pattern::Or(Vec::new()),
                false => Pattern::Case(a, fields),
            }
        }
        _ => Pattern::Or(Vec::new()),
    }
}

/// All patterns without `Or` that make up these. `None` where there are too many.
pub(super) fn unfold(patterns: &[Pattern]) -> Option<Vec<Vec<Pattern>>> {
    let mut rows = vec![Vec::new()];
    for pattern in patterns {
        let choices = unfold_one(pattern)?;
        let mut longer = Vec::new();
        for row in &rows {
            for choice in &choices {
                let mut row: Vec<Pattern> = row.clone();
                row.push(choice.clone());
                longer.push(row);
            }
        }
        if longer.len() > MAX_ROWS {
            return None;
        }
        rows = longer;
    }
    Some(rows)
}

fn unfold_one(pattern: &Pattern) -> Option<Vec<Pattern>> {
    Some(match pattern {
        Pattern::Any => vec![Pattern::Any],
        Pattern::Case(case, fields) => unfold(fields)?.into_iter().map(|fields| Pattern::Case(*case, fields)).collect(),
        Pattern::Or(all) => {
            let mut unfolded = Vec::new();
            for one in all {
                unfolded.extend(unfold_one(one)?);
            }
            unfolded
        }
    })
}
