//! Facts as rows of patterns without `Or`.

use super::pattern::{Pattern, all_of, unfold};
use super::{MAX_ROWS, TooLarge};
use crate::model::reading::View;
use crate::model::rules::{Fact, Match};

/// All rows under which the facts hold; none where they cannot.
pub(crate) fn rows(view: &View, facts: &[Fact]) -> Result<Vec<Vec<Pattern>>, TooLarge> {
    let mut rows = Vec::new();
    for facts in spread(facts)? {
        if let Some(patterns) = all_of(view, &facts) {
            rows.extend(unfold(&patterns).ok_or(TooLarge)?);
        }
        limit(&rows)?;
    }
    Ok(rows)
}

/// The facts, with choices between conditions on elements made: two conditions on one list are two places, and patterns
/// choose within one place only.
fn spread(facts: &[Fact]) -> Result<Vec<Vec<Fact>>, TooLarge> {
    let mut all = vec![Vec::new()];
    for fact in facts {
        let of = |matcher| Fact { path: fact.path.clone(), matcher, span: fact.span };
        let choices = choices(&fact.matcher)?.into_iter().map(|all| all.into_iter().map(of).collect::<Vec<_>>());
        all = product(&all, &choices.collect::<Vec<_>>())?;
    }
    Ok(all)
}

/// A matcher as alternatives, each of which is several matchers that must all hold.
fn choices(matcher: &Match) -> Result<Vec<Vec<Match>>, TooLarge> {
    let denied = |inner: &Match| Match::Not(Box::new(inner.clone()));
    match matcher {
        Match::OneOf(all) if counts(matcher) => {
            let mut choices_of_all = Vec::new();
            for (_, one) in all {
                choices_of_all.extend(choices(one)?);
            }
            Ok(choices_of_all)
        }
        Match::Not(inner) if counts(inner) => match &**inner {
            Match::OneOf(all) => {
                let mut together = vec![Vec::new()];
                for (_, one) in all {
                    together = product(&together, &choices(&denied(one))?)?;
                }
                Ok(together)
            }
            Match::Not(inner) => product(&[vec![Match::Present]], &choices(inner)?),
            _ => Ok(vec![vec![matcher.clone()]]),
        },
        _ => Ok(vec![vec![matcher.clone()]]),
    }
}

/// Whether a matcher is about elements.
fn counts(matcher: &Match) -> bool {
    match matcher {
        Match::Elements(..) => true,
        Match::OneOf(all) => all.iter().any(|(_, one)| counts(one)),
        Match::Not(inner) => counts(inner),
        Match::Word(_) | Match::Present | Match::Absent | Match::Null => false,
    }
}

/// Each of `left` together with each of `right`.
fn product<T: Clone>(left: &[Vec<T>], right: &[Vec<T>]) -> Result<Vec<Vec<T>>, TooLarge> {
    let with = |one: &Vec<T>| right.iter().map(|other| [one.as_slice(), other].concat()).collect::<Vec<_>>();
    let all: Vec<_> = left.iter().flat_map(with).collect();
    limit(&all)?;
    Ok(all)
}

fn limit<T>(all: &[T]) -> Result<(), TooLarge> {
    if all.len() > MAX_ROWS { Err(TooLarge) } else { Ok(()) }
}
