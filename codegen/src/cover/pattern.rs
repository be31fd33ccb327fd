//! Facts as patterns over cases.

use super::space::{Case, CaseKind, Space, Subject, is_flat, tested, width};
use super::{MAX_ROWS, TooLarge};
use crate::model::reading::{Elements, Share, View, ViewKind};
use crate::model::rules::{Match, Moment};
use crate::moment;
use crate::spec::Quantifier;

/// A pattern over a [`Space`].
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Pattern {
    /// Every case.
    Any,
    /// One case, and patterns over its fields.
    Case(usize, Vec<Pattern>),
}

/// Several ways in which something can hold, each a pattern for every space; none where it cannot.
pub(super) type Ways = Vec<Vec<Pattern>>;

/// Every value of so many spaces.
pub(super) fn anything(spaces: usize) -> Vec<Pattern> {
    vec![Pattern::Any; spaces]
}

/// What meets both of two rows.
pub(super) fn both(left: &[Pattern], right: &[Pattern]) -> Option<Vec<Pattern>> {
    let one = |(left, right): (&Pattern, &Pattern)| match (left, right) {
        (Pattern::Any, other) | (other, Pattern::Any) => Some(other.clone()),
        (Pattern::Case(a, left), Pattern::Case(b, right)) if a == b => Some(Pattern::Case(*a, both(left, right)?)),
        _ => None,
    };
    left.iter().zip(right).map(one).collect()
}

/// The ways in which both of two can hold.
pub(super) fn all(left: &Ways, right: &Ways) -> Result<Ways, TooLarge> {
    let mut ways = Ways::new();
    for left in left {
        ways.extend(right.iter().filter_map(|right| both(left, right)));
        if ways.len() > MAX_ROWS {
            ways.sort();
            ways.dedup();
            limit(&ways)?;
        }
    }
    Ok(ways)
}

fn limit(ways: &Ways) -> Result<(), TooLarge> {
    if ways.len() > MAX_ROWS { Err(TooLarge) } else { Ok(()) }
}

/// The ways, over the spaces of a place, in which a matcher holds at `steps` from there.
pub(super) fn ways(view: &View, spaces: &[Space], steps: &[String], matcher: &Match) -> Result<Ways, TooLarge> {
    if is_flat(view) {
        return ways_below(view, spaces, steps, matcher);
    }
    let Some(space) = spaces.first() else { return Ok(Vec::new()) };
    let mut found = Vec::new();
    for (at, case) in space.cases.iter().enumerate() {
        let of_case = ways_of_case(view, case, steps, matcher)?;
        found.extend(of_case.into_iter().map(|fields| vec![Pattern::Case(at, fields)]));
    }
    let is_whole = |at: usize| found.contains(&vec![Pattern::Case(at, anything(space.cases[at].fields.len()))]);
    match (0..space.cases.len()).all(is_whole) {
        true => Ok(vec![anything(1)]),
        false => Ok(found),
    }
}

fn ways_of_case(view: &View, case: &Case, steps: &[String], matcher: &Match) -> Result<Ways, TooLarge> {
    let whole_if = |holds: bool| Ok(if holds { vec![anything(case.fields.len())] } else { Vec::new() });
    match (&case.kind, &view.kind) {
        (CaseKind::Null, _) if steps.is_empty() => whole_if(matcher.holds_null()),
        // What is below a null is absent.
        (CaseKind::Absent | CaseKind::Null, _) => whole_if(matcher.holds_absent()),
        (CaseKind::Member(member), ViewKind::Union(members)) => match members.get(*member) {
            Some(member) => ways_of_member(member, case, steps, matcher),
            None => Ok(Vec::new()),
        },
        (_, ViewKind::Scalar(_)) if steps.is_empty() => of_scalar(case, matcher, true),
        (_, ViewKind::Scalar(_)) => whole_if(matcher.holds_absent()),
        _ => ways_below(view, &case.fields, steps, matcher),
    }
}

fn ways_of_member(member: &View, case: &Case, steps: &[String], matcher: &Match) -> Result<Ways, TooLarge> {
    let is_scalar = matches!(member.kind, ViewKind::Scalar(_));
    if is_scalar && !steps.is_empty() {
        return Ok(known(case.fields.len(), matcher.holds_absent(), true));
    }
    match member.kind {
        ViewKind::Scalar(_) | ViewKind::Union(_) if member.tested => ways(member, &case.fields, steps, matcher),
        _ => ways_below(member, &case.fields, steps, matcher),
    }
}

/// The ways over the spaces below a place that is there.
fn ways_below(view: &View, spaces: &[Space], steps: &[String], matcher: &Match) -> Result<Ways, TooLarge> {
    let Some((step, rest)) = steps.split_first() else {
        return match &view.kind {
            ViewKind::Inner(inner) => ways_below(inner, spaces, steps, matcher),
            ViewKind::List(_, elements) | ViewKind::Map(_, elements) => of_structure(elements, spaces, matcher, true),
            _ => of_structure(&Elements::default(), spaces, matcher, true),
        };
    };
    let mut children: Vec<(bool, &View)> = Vec::new();
    match &view.kind {
        ViewKind::Inner(inner) => return ways_below(inner, spaces, steps, matcher),
        ViewKind::Object(fields) | ViewKind::Map(fields, _) => {
            children.extend(tested(fields).map(|(name, child)| (name == step, child)));
        }
        ViewKind::List(items, _) => {
            children.extend(tested(items).map(|(at, child)| (at.to_string() == *step, child)));
        }
        ViewKind::Scalar(_) | ViewKind::Union(_) => {}
    }
    let mut start = 0;
    for (is_it, child) in children {
        let end = start + width(child);
        if is_it {
            let within = ways(child, spaces.get(start..end).unwrap_or_default(), rest, matcher)?;
            return Ok(within.into_iter().map(|way| placed(way, start, spaces.len())).collect());
        }
        start = end;
    }
    Ok(known(spaces.len(), matcher.holds_absent(), true))
}

/// Patterns for some spaces, among all.
pub(super) fn placed(way: Vec<Pattern>, start: usize, spaces: usize) -> Vec<Pattern> {
    let mut row = anything(spaces);
    row.iter_mut().skip(start).zip(way).for_each(|(place, pattern)| *place = pattern);
    row
}

/// The ways in which a matcher made of others holds, or with `want` false does not. `None` where it is not made of others.
fn of_several(
    matcher: &Match,
    spaces: usize,
    want: bool,
    of: &dyn Fn(&Match, bool) -> Result<Ways, TooLarge>,
) -> Result<Option<Ways>, TooLarge> {
    let each = |several: &[(crate::source::Span, Match)]| -> Result<Vec<Ways>, TooLarge> {
        several.iter().map(|(_, one)| of(one, want)).collect()
    };
    let together = |ways: Vec<Ways>| ways.iter().try_fold(vec![anything(spaces)], |so_far, one| all(&so_far, one));
    let either = |ways: Vec<Ways>| -> Result<Ways, TooLarge> {
        let ways = ways.concat();
        limit(&ways).map(|()| ways)
    };
    Ok(Some(match matcher {
        Match::OneOf(several) if want => either(each(several)?)?,
        Match::OneOf(several) => together(each(several)?)?,
        Match::AllOf(several) if want => together(each(several)?)?,
        Match::AllOf(several) => either(each(several)?)?,
        Match::Not(inner) => of(inner, !want)?,
        Match::Present | Match::Absent | Match::Null => known(spaces, *matcher == Match::Present, want),
        _ => return Ok(None),
    }))
}

/// The ways in which a matcher holds for something that is there and no scalar.
pub(super) fn of_structure(
    elements: &Elements,
    spaces: &[Space],
    matcher: &Match,
    want: bool,
) -> Result<Ways, TooLarge> {
    let several = of_several(matcher, spaces.len(), want, &|one, want| of_structure(elements, spaces, one, want))?;
    if let Some(ways) = several {
        return Ok(ways);
    }
    Ok(match matcher {
        Match::Elements(quantifier, text) => {
            let Some(condition) = elements.condition(text) else { return Ok(known(spaces.len(), false, want)) };
            let place = |space: &Space| match &space.subject {
                Subject::Elements(slots) => slots.iter().position(|slot| *slot == condition.tally),
                _ => None,
            };
            let found = spaces.iter().enumerate().find_map(|(at, space)| Some((at, space, place(space)?)));
            let Some((at, space, condition)) = found else { return Ok(known(spaces.len(), false, want)) };
            let cases = space.cases.iter().enumerate();
            let fitting = cases.filter(|(_, case)| counts(&case.kind, condition, *quantifier) == Some(want));
            let way = |(case, of): (usize, &Case)| Pattern::Case(case, anything(of.fields.len()));
            fitting.map(|case| placed(vec![way(case)], at, spaces.len())).collect()
        }
        Match::Count(inner) if elements.total.is_some() => {
            // With conditions that are looked at together, the number stands below them.
            let is_it = |space: &Space| match &space.subject {
                Subject::Count => elements.total == Some(space.slot),
                Subject::Elements(slots) => elements.conditions.iter().any(|of| slots.contains(&of.tally)),
                _ => false,
            };
            let found = spaces.iter().enumerate().rev().find(|(_, space)| is_it(space));
            let Some((at, space)) = found else { return Ok(known(spaces.len(), false, want)) };
            of_count(space, inner, want).into_iter().map(|way| placed(vec![way], at, spaces.len())).collect()
        }
        _ => known(spaces.len(), false, want),
    })
}

/// The ways in which something is so that is known beforehand.
fn known(spaces: usize, holds: bool, want: bool) -> Ways {
    if holds == want { vec![anything(spaces)] } else { Vec::new() }
}

/// Whether enough elements are counted in a case.
fn counts(case: &CaseKind, condition: usize, quantifier: Quantifier) -> Option<bool> {
    let share = match case {
        CaseKind::Empty => return Some(quantifier == Quantifier::None),
        CaseKind::Counted(shares) => shares.get(condition)?,
        _ => return None,
    };
    Some(match quantifier {
        Quantifier::Any => *share != Share::None,
        Quantifier::All => *share == Share::All,
        Quantifier::None => *share == Share::None,
    })
}

fn of_count(space: &Space, inner: &Match, want: bool) -> Vec<Pattern> {
    let holds = |case: &CaseKind| number(case).is_some_and(|number| inner.holds_number(number)) == want;
    let mut found = Vec::new();
    for (at, case) in space.cases.iter().enumerate() {
        match (&case.kind, case.fields.first()) {
            (CaseKind::Counted(_), Some(total)) => {
                let inside = total.cases.iter().enumerate().filter(|(_, case)| holds(&case.kind));
                found.extend(inside.map(|(inner, _)| Pattern::Case(at, vec![Pattern::Case(inner, Vec::new())])));
            }
            (CaseKind::Counted(_), None) => {}
            (kind, _) if holds(kind) => found.push(Pattern::Case(at, Vec::new())),
            _ => {}
        }
    }
    found
}

/// A number that stands for all numbers of a case: rules tell no two of them apart.
fn number(case: &CaseKind) -> Option<i64> {
    match case {
        CaseKind::Empty => Some(0),
        CaseKind::Between(from, to) => Some(from.or(*to).unwrap_or_default()),
        CaseKind::Word(word) => word.parse().ok(),
        _ => None,
    }
}

/// The ways, over the fields of a case, in which a matcher holds for a scalar that is there.
fn of_scalar(case: &Case, matcher: &Match, want: bool) -> Result<Ways, TooLarge> {
    let fields = &case.fields;
    if let Some(ways) = of_several(matcher, fields.len(), want, &|one, want| of_scalar(case, one, want))? {
        return Ok(ways);
    }
    let known = |holds: bool| known(fields.len(), holds, want);
    let asked = |wanted: &dyn Fn(&Subject) -> bool, holds: &dyn Fn(&CaseKind) -> bool| -> Ways {
        let Some(at) = fields.iter().position(|field| wanted(&field.subject)) else { return known(false) };
        let cases = fields[at].cases.iter().enumerate().filter(|(_, case)| holds(&case.kind) == want);
        cases.map(|(case, _)| placed(vec![Pattern::Case(case, Vec::new())], at, fields.len())).collect()
    };
    let is_it = |kind: &CaseKind| *kind == CaseKind::Holds;
    Ok(match (matcher, &case.kind) {
        (Match::Word(word), CaseKind::Word(known_word)) => known(word == known_word),
        (Match::Word(_) | Match::Between(..), kind) => {
            known(number(kind).is_some_and(|number| matcher.holds_number(number)))
        }
        (Match::StartsWith(text), CaseKind::Word(known_text) | CaseKind::Beginning(known_text)) => {
            known(known_text.starts_with(text))
        }
        (Match::Contains(text), CaseKind::Word(word)) => known(word.contains(text)),
        (Match::Contains(text), CaseKind::Beginning(beginning)) if beginning.contains(text) => known(true),
        (Match::Contains(text), _) => asked(&|of| matches!(of, Subject::Part(part) if part == text), &is_it),
        (Match::Length(inner), CaseKind::Word(word)) => {
            known(inner.holds_number(i64::try_from(word.chars().count()).unwrap_or(i64::MAX)))
        }
        (Match::Length(inner), _) => {
            let holds = |kind: &CaseKind| number(kind).is_some_and(|number| inner.holds_number(number));
            asked(&|of| *of == Subject::Length, &holds)
        }
        (Match::Moment(wanted @ Moment { than: None, kind, .. }), CaseKind::Word(word)) => {
            known(moment::parse(*kind, word).is_some_and(|moment| wanted.holds(moment)))
        }
        (Match::Moment(wanted), _) => {
            let is_it = |of: &Subject| match (of, &wanted.than) {
                (Subject::Moment(_), None) => true,
                (Subject::Since(_, slot, _), Some((other, _))) => *slot == other.slot,
                _ => false,
            };
            asked(&is_it, &|kind| number(kind).is_some_and(|number| wanted.holds(number)))
        }
        (Match::Same(other), _) => asked(&|of| matches!(of, Subject::Same(slot, _) if *slot == other.slot), &is_it),
        _ => known(false),
    })
}
