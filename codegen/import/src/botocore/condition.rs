//! What must hold for an expression to be true, and what for it to be false, as facts. Where evaluating it fails, it is
//! neither.

use super::expression::{Comparison, Each, Literal, Term};
use crate::fact::{Alternatives, Matcher, Path, Range};
use crate::shape::Shape;

/// Why a condition cannot be said.
pub(super) type Reason = String;

type Said = Result<Alternatives, Reason>;

/// At least one.
const SOME: Range = Range { least: Some(1), most: None };
/// Not one.
const ZERO: Range = Range { least: Some(0), most: Some(0) };

/// What must hold for a term to be true, as `&&` and filters have it.
pub(super) fn holds(term: &Term, scope: &Shape) -> Said {
    match term {
        Term::Literal(Literal::Null | Literal::Truth(false)) => Ok(Alternatives::never()),
        Term::Literal(Literal::Text(text)) if text.is_empty() => Ok(Alternatives::never()),
        Term::Literal(_) => Ok(Alternatives::always()),
        Term::Field(path) => is_something(path, scope),
        Term::Each(each) => some(each, scope),
        Term::Length(_) => Err("a length by itself is always true; compare it with a number".to_owned()),
        Term::Compare(how, one, other) => compare(*how, one, other, scope),
        Term::And(one, other) => Ok(holds(one, scope)?.and(&holds(other, scope)?)?),
        Term::Or(one, other) => either(holds(one, scope)?, fails(one, scope), holds(other, scope)?, one.can_fail()),
        Term::Not(term) => fails(term, scope),
    }
}

/// What must hold for a term to be false.
pub(super) fn fails(term: &Term, scope: &Shape) -> Said {
    match term {
        Term::Literal(_) => match holds(term, scope)?.is_never() {
            true => Ok(Alternatives::always()),
            false => Ok(Alternatives::never()),
        },
        Term::Field(path) => is_nothing(path, scope),
        Term::Each(each) => Ok(none(each, scope)?.or(Alternatives::at(&each.over, Matcher::Absent))),
        Term::Length(_) => Err("a length by itself is always true; compare it with a number".to_owned()),
        Term::Compare(how, one, other) => {
            let opposite = compare(how.opposite(), one, other, scope)?;
            // Numbers that are not there are in no order.
            let missing = [one, other].into_iter().filter(|_| how.is_order()).filter_map(|term| match &**term {
                Term::Field(path) => Some(Alternatives::at(path, Matcher::Absent)),
                _ => None,
            });
            Ok(missing.fold(opposite, Alternatives::or))
        }
        Term::And(one, other) => either(fails(one, scope)?, holds(one, scope), fails(other, scope)?, one.can_fail()),
        Term::Or(one, other) => Ok(fails(one, scope)?.and(&fails(other, scope)?)?),
        Term::Not(term) => holds(term, scope),
    }
}

/// The first, or else the second where the first is known to be the opposite.
fn either(one: Alternatives, opposite: Said, other: Alternatives, can_fail: bool) -> Said {
    match can_fail {
        true => Ok(one.or(opposite?.and(&other)?)),
        false => Ok(one.or(other)),
    }
}

/// Whether a term is `false`, and never null, where it is not true.
pub(super) fn is_strict(term: &Term) -> bool {
    match term {
        Term::Compare(how, one, other) => {
            let known = |term: &Term| matches!(term, Term::Length(_) | Term::Literal(_));
            !how.is_order() || (known(one) && known(other))
        }
        Term::Not(_) => true,
        Term::And(one, other) | Term::Or(one, other) => is_strict(one) && is_strict(other),
        _ => false,
    }
}

fn is_something(path: &Path, scope: &Shape) -> Said {
    let matcher = match scope.at(path) {
        Shape::Truth => Matcher::OneOf(Literal::Truth(true).word().into_iter().collect()),
        Shape::Text => Matcher::Length(SOME),
        Shape::Whole | Shape::Number => Matcher::Present,
        Shape::List(_) | Shape::Map(_) => Matcher::count(SOME),
        _ => return Err(format!("whether `{}` is true cannot be said: its type is not known", shown(path))),
    };
    Ok(Alternatives::at(path, matcher))
}

fn is_nothing(path: &Path, scope: &Shape) -> Said {
    let matcher = match scope.at(path) {
        Shape::Truth => Some(Matcher::OneOf(Literal::Truth(false).word().into_iter().collect())),
        Shape::Text => Some(Matcher::Length(ZERO)),
        Shape::Whole | Shape::Number => None,
        Shape::List(_) | Shape::Map(_) => Some(Matcher::count(ZERO)),
        _ => return Err(format!("whether `{}` is false cannot be said: its type is not known", shown(path))),
    };
    let empty = matcher.map_or(Alternatives::never(), |matcher| Alternatives::at(path, matcher));
    Ok(empty.or(Alternatives::at(path, Matcher::Absent)))
}

fn compare(how: Comparison, one: &Term, other: &Term, scope: &Shape) -> Said {
    match (one, other) {
        (Term::Literal(_), Term::Literal(_)) => Err("two constants are compared".to_owned()),
        (Term::Literal(_), other) => compare(how.turned(), other, one, scope),
        (Term::Field(path), Term::Literal(literal)) => word(how, path, literal),
        (Term::Field(path), Term::Field(other)) => fields(how, path, other),
        (Term::Length(of), Term::Literal(Literal::Whole(number))) => length(of, &how.ranges(*number), scope),
        (Term::Length(one), Term::Length(other)) => match (&**one, &**other) {
            (Term::Each(each), Term::Field(path)) if each.over == *path => share(how, each, scope),
            (Term::Field(path), Term::Each(each)) if each.over == *path => share(how.turned(), each, scope),
            _ => Err("two lengths are compared".to_owned()),
        },
        _ => Err("this comparison".to_owned()),
    }
}

fn word(how: Comparison, path: &Path, literal: &Literal) -> Said {
    let absent = Alternatives::at(path, Matcher::Absent);
    let said = |matcher| Ok(Alternatives::at(path, matcher));
    match (how, literal, literal.word()) {
        (Comparison::Equal, _, Some(word)) => said(Matcher::OneOf(vec![word])),
        (Comparison::Equal, _, None) => Ok(absent),
        (Comparison::Unequal, _, Some(word)) => Ok(Alternatives::at(path, Matcher::NoneOf(vec![word])).or(absent)),
        (Comparison::Unequal, _, None) => said(Matcher::Present),
        (how, Literal::Whole(number), _) => {
            let ranges = how.ranges(*number).into_iter();
            Ok(ranges
                .map(|range| Alternatives::at(path, Matcher::Number(range)))
                .fold(Alternatives::never(), Alternatives::or))
        }
        // What is no number is in no order.
        _ => Ok(Alternatives::never()),
    }
}

fn fields(how: Comparison, path: &Path, other: &Path) -> Said {
    let absent = Alternatives::at(path, Matcher::Absent);
    match how {
        Comparison::Equal => {
            let neither = absent.and(&Alternatives::at(other, Matcher::Absent))?;
            Ok(Alternatives::at(path, Matcher::Same(other.clone())).or(neither))
        }
        Comparison::Unequal => {
            let one = absent.and(&Alternatives::at(other, Matcher::Present))?;
            Ok(Alternatives::at(path, Matcher::Other(other.clone())).or(one))
        }
        _ => Err("the order of two fields".to_owned()),
    }
}

/// How many of all elements a filter leaves: all of them, or not all.
fn share(how: Comparison, each: &Each, scope: &Shape) -> Said {
    let Each { over, filter: Some(filter), then: Term::Field(then), map: false } = each else {
        return Err("two lengths are compared".to_owned());
    };
    if !then.is_empty() {
        return Err("two lengths are compared".to_owned());
    }
    let element = scope.at(over).element();
    let (kept, left) = (holds(filter, element)?, fails(filter, element)?);
    match how {
        Comparison::Equal | Comparison::AtLeast => {
            Ok(Alternatives::at(over, Matcher::count(ZERO)).or(Alternatives::at(over, Matcher::all(kept))))
        }
        Comparison::Unequal | Comparison::Less if !filter.can_fail() => Ok(Alternatives::at(over, Matcher::any(left))),
        _ => Err("two lengths are compared".to_owned()),
    }
}

/// A length in one of these ranges.
fn length(of: &Term, ranges: &[Range], scope: &Shape) -> Said {
    let sizes = ranges.iter().filter_map(|range| {
        let least = range.least.unwrap_or(0).max(0);
        range.most.is_none_or(|most| most >= least).then_some(Range { least: Some(least), most: range.most })
    });
    let mut all = Alternatives::never();
    for size in sizes {
        all = all.or(sized(of, size, scope)?);
    }
    Ok(all)
}

fn sized(of: &Term, size: Range, scope: &Shape) -> Said {
    match of {
        Term::Field(path) => {
            let matcher = match (scope.at(path), size) {
                (_, Range { least: Some(0), most: None }) => Matcher::Present,
                (Shape::Text, size) => Matcher::Length(size),
                (Shape::List(_) | Shape::Map(_), size) => Matcher::count(size),
                _ => return Err(format!("the length of `{}`, which has none", shown(path))),
            };
            Ok(Alternatives::at(path, matcher))
        }
        Term::Or(value, instead) => {
            let Term::Literal(Literal::Text(text)) = &**instead else {
                return Err("the length of one of two fields".to_owned());
            };
            let own = holds(value, scope)?.and(&sized(value, size, scope)?)?;
            let length = i64::try_from(text.chars().count()).unwrap_or(i64::MAX);
            let fits = size.least.is_none_or(|least| least <= length) && size.most.is_none_or(|most| length <= most);
            Ok(if fits { own.or(fails(value, scope)?) } else { own })
        }
        Term::Each(each) => match (&each.filter, &each.then, size) {
            (None, Term::Field(path), size) if path.is_empty() => {
                Ok(Alternatives::at(&each.over, Matcher::count(size)))
            }
            (_, _, SOME) => some(each, scope),
            (_, _, ZERO) => none(each, scope),
            _ => Err("how many elements a projection has; only whether there are any".to_owned()),
        },
        _ => Err("the length of this".to_owned()),
    }
}

/// Whether a projection has elements.
fn some(each: &Each, scope: &Shape) -> Said {
    if each.filter.as_ref().is_some_and(Term::can_fail) {
        return Err("whether some elements meet a condition that others make fail".to_owned());
    }
    match (&each.filter, &each.then) {
        (None, Term::Field(path)) if path.is_empty() => Ok(Alternatives::at(&each.over, Matcher::count(SOME))),
        _ => Ok(Alternatives::at(&each.over, Matcher::any(kept(each, scope)?))),
    }
}

/// Whether a projection has no elements, of something that is there.
fn none(each: &Each, scope: &Shape) -> Said {
    match (&each.filter, &each.then) {
        (None, Term::Field(path)) if path.is_empty() => Ok(Alternatives::at(&each.over, Matcher::count(ZERO))),
        (Some(filter), Term::Field(path)) if filter.can_fail() && path.is_empty() => {
            let left = fails(filter, scope.at(&each.over).element())?;
            Ok(Alternatives::at(&each.over, Matcher::count(ZERO)).or(Alternatives::at(&each.over, Matcher::all(left))))
        }
        (Some(filter), _) if filter.can_fail() => {
            Err("whether elements meet a condition that others make fail".to_owned())
        }
        _ => Ok(Alternatives::at(&each.over, Matcher::none(kept(each, scope)?))),
    }
}

/// What holds of an element that a projection keeps.
fn kept(each: &Each, scope: &Shape) -> Said {
    let element = scope.at(&each.over).element();
    let there = match &each.then {
        Term::Field(path) if path.is_empty() => Alternatives::always(),
        Term::Field(path) => Alternatives::at(path, Matcher::Present),
        Term::Each(inner) => some(inner, element)?,
        _ => return Err("this use of a projection".to_owned()),
    };
    filtered(each, element, there)
}

/// What holds of elements of which what is read meets a matcher.
pub(super) fn read(each: &Each, scope: &Shape, matcher: &Matcher) -> Said {
    let element = scope.at(&each.over).element();
    let said = match &each.then {
        Term::Field(path) => Alternatives::at(path, matcher.clone()),
        Term::Each(inner) => Alternatives::at(&inner.over, Matcher::any(read(inner, element, matcher)?)),
        _ => return Err("this use of a projection".to_owned()),
    };
    filtered(each, element, said)
}

fn filtered(each: &Each, element: &Shape, said: Alternatives) -> Said {
    match &each.filter {
        None => Ok(said),
        Some(filter) if filter.can_fail() => Err("a condition that some elements make fail".to_owned()),
        Some(filter) => Ok(holds(filter, element)?.and(&said)?),
    }
}

fn shown(path: &Path) -> String {
    path.join(".")
}
