//! Whether facts hold, looked up one after the other.

use serde_json::value::RawValue;

use super::fit::fits;
use super::json::{self, Found, open, parse};
use super::observed::Outside;
use crate::model::reading::{Elements, View, ViewKind, key};
use crate::model::rules::{Aside, Fact, Match, Moment, Other, OtherPlace, Subject};
use crate::model::types::{Type, Types};
use crate::moment;
use crate::spec::Quantifier;

/// A place and what stands there.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place<'m> {
    pub(super) view: &'m View,
    pub(super) raw: &'m RawValue,
}

/// All that facts are looked up in.
#[derive(Debug, Clone)]
pub(super) struct Ground<'m> {
    pub(super) types: &'m Types,
    pub(super) asides: &'m [Aside],
    pub(super) outside: Outside,
    /// The body, or the element, that paths start from.
    pub(super) root: Option<Place<'m>>,
}

/// Whether a matcher holds for something that is there or not, and of which nothing else is asked.
pub(super) fn presence(matcher: &Match, there: bool) -> bool {
    match matcher {
        Match::Present => there,
        Match::Absent => !there,
        Match::OneOf(all) => all.iter().any(|(_, one)| presence(one, there)),
        Match::AllOf(all) => all.iter().all(|(_, one)| presence(one, there)),
        Match::Not(inner) => there && !presence(inner, there),
        _ => false,
    }
}

impl<'m> Ground<'m> {
    /// The same with another root.
    pub(super) fn at(&self, view: &'m View, raw: &'m RawValue) -> Ground<'m> {
        Ground { root: Some(Place { view, raw }), ..self.clone() }
    }

    /// The same where there is no body.
    pub(super) fn without_body(&self) -> Ground<'m> {
        Ground { root: None, ..self.clone() }
    }

    /// Whether a fact holds.
    pub(super) fn holds(&self, fact: &Fact) -> bool {
        match fact.subject {
            Subject::Aside(at) => match self.asides.get(at) {
                Some(aside) => self.holds_here(&aside.view, None, &self.outside.found(at), &fact.matcher),
                None => false,
            },
            Subject::Body | Subject::Error => match self.root {
                Some(Place { view, raw }) => self.holds_at(view, Some(raw), &fact.path, &fact.matcher),
                None => false,
            },
        }
    }

    /// Whether a matcher holds at `steps` below a place that fits.
    fn holds_at(&self, view: &View, raw: Option<&RawValue>, steps: &[String], matcher: &Match) -> bool {
        let Some(found) = raw.map_or(Some(Found::Absent), open) else { return false };
        let Some((step, rest)) = steps.split_first() else { return self.holds_here(view, raw, &found, matcher) };
        let below = |child: Option<&View>, raw: Option<&RawValue>| match child {
            Some(child) => self.holds_at(child, raw, rest, matcher),
            None => matcher.holds_absent(),
        };
        match (&view.kind, &found) {
            (ViewKind::Union(members), _) => {
                match members.iter().find(|member| fits(member, raw, self.types).is_ok()) {
                    Some(member) => self.holds_at(member, raw, steps, matcher),
                    None => matcher.holds_absent(),
                }
            }
            (ViewKind::Inner(inner), Found::Text(text)) => match parse(text) {
                Ok(raw) => self.holds_at(inner, Some(raw), steps, matcher),
                Err(_) => false,
            },
            (ViewKind::Object(children) | ViewKind::Map(children, _), Found::Object(members)) => {
                let child = children.iter().find(|(name, _)| name == step).map(|(_, child)| child);
                below(child, json::member(members, step))
            }
            (ViewKind::List(children, _), Found::List(elements)) => {
                let child = children.iter().find(|(at, _)| at.to_string() == *step);
                let element = child.and_then(|(at, _)| elements.get(at.index(elements.len())?).copied());
                below(child.map(|(_, child)| child), element)
            }
            _ => matcher.holds_absent(),
        }
    }

    fn holds_here(&self, view: &View, raw: Option<&RawValue>, found: &Found<'_>, matcher: &Match) -> bool {
        if let (ViewKind::Union(members), false) = (&view.kind, matches!(found, Found::Absent | Found::Null)) {
            let member = members.iter().find(|member| fits(member, raw, self.types).is_ok());
            return member.is_some_and(|member| self.holds_here(member, raw, found, matcher));
        }
        match (matcher, found) {
            (Match::OneOf(all), _) => all.iter().any(|(_, one)| self.holds_here(view, raw, found, one)),
            (Match::AllOf(all), _) => all.iter().all(|(_, one)| self.holds_here(view, raw, found, one)),
            (_, Found::Absent) => matcher.holds_absent(),
            (_, Found::Null) => matcher.holds_null(),
            (Match::Not(inner), _) => !self.holds_here(view, raw, found, inner),
            (Match::Present, _) => true,
            (Match::Absent | Match::Null, _) => false,
            (Match::Word(word), _) => reads_as(&view.ty, found).as_deref() == Some(word),
            (Match::Same(other), _) => {
                let here = reads_as(&view.ty, found);
                here.is_some() && here == self.other(other)
            }
            (Match::Between(..), _) => number(&view.ty, found).is_some_and(|number| matcher.holds_number(number)),
            (Match::Moment(wanted), _) => self.moment_holds(wanted, reads_as(&view.ty, found)),
            (Match::StartsWith(wanted), _) => {
                reads_as(&view.ty, found).is_some_and(|text| text.starts_with(wanted.as_str()))
            }
            (Match::Contains(wanted), _) => {
                reads_as(&view.ty, found).is_some_and(|text| text.contains(wanted.as_str()))
            }
            (Match::Length(inner), _) => {
                let length = reads_as(&view.ty, found).and_then(|text| i64::try_from(text.chars().count()).ok());
                length.is_some_and(|length| inner.holds_number(length))
            }
            (Match::Count(inner), _) => match counted(view, found) {
                Some((_, elements)) => i64::try_from(elements.len()).is_ok_and(|count| inner.holds_number(count)),
                None => false,
            },
            (Match::Elements(quantifier, text), _) => self.elements_hold(view, found, *quantifier, text),
        }
    }

    fn moment_holds(&self, wanted: &Moment, here: Option<String>) -> bool {
        let here = here.and_then(|text| moment::parse(wanted.kind, &text));
        let asked = match &wanted.than {
            None => here,
            Some((other, kind)) => {
                let other = self.other(other).and_then(|text| moment::parse(*kind, &text));
                here.zip(other).map(|(here, other)| here.cmp(&other) as i64)
            }
        };
        asked.is_some_and(|asked| wanted.holds(asked))
    }

    fn elements_hold(&self, view: &View, found: &Found<'_>, quantifier: Quantifier, text: &str) -> bool {
        let Some((asked, elements)) = counted(view, found) else { return false };
        let (Some(condition), Some(view)) = (asked.condition(text), &asked.view) else { return false };
        let counts = |element: &&RawValue| {
            let ground = self.element(view, element);
            condition.facts.iter().any(|facts| facts.iter().all(|fact| ground.holds(fact)))
        };
        match quantifier {
            Quantifier::Any => elements.iter().any(counts),
            Quantifier::All => !elements.is_empty() && elements.iter().all(counts),
            Quantifier::None => !elements.iter().any(counts),
        }
    }

    /// Of a fact about elements that does not hold, the first element that is to blame.
    pub(super) fn culprit(&self, fact: &Fact) -> Option<String> {
        let Place { view, raw } = self.root?;
        let (Match::Elements(quantifier, text), [step]) = (&fact.matcher, fact.path.as_slice()) else { return None };
        let (ViewKind::Object(children), Some(Found::Object(members))) = (&view.kind, open(raw)) else { return None };
        let (_, list) = children.iter().find(|(name, _)| name == step)?;
        let found = open(json::member(&members, step)?)?;
        let (asked, elements) = counted(list, &found)?;
        let (condition, view) = (asked.condition(text)?, asked.view.as_ref()?);
        let meets = |element: &RawValue| {
            let ground = self.element(view, element);
            condition.facts.iter().any(|facts| facts.iter().all(|fact| ground.holds(fact)))
        };
        let wanted = match quantifier {
            Quantifier::All => false,
            Quantifier::None => true,
            Quantifier::Any => return None,
        };
        let at = elements.iter().position(|element| meets(element) == wanted)?;
        Some(format!("number {} is {}", at + 1, if wanted { "so" } else { "not so" }))
    }

    /// The same with an element as the root.
    fn element<'e>(&'e self, view: &'e View, raw: &'e RawValue) -> Ground<'e> {
        Ground {
            types: self.types,
            asides: self.asides,
            outside: self.outside.clone(),
            root: Some(Place { view, raw }),
        }
    }

    /// What stands at another place, as the word that is compared.
    fn other(&self, other: &Other) -> Option<String> {
        match &other.place {
            OtherPlace::Aside(at) => reads_as(&self.asides.get(*at)?.view.ty, &self.outside.found(*at)),
            OtherPlace::Here(steps) => {
                let Place { view, raw } = self.root?;
                self.word_at(view, raw, steps)
            }
        }
    }

    fn word_at(&self, view: &View, raw: &RawValue, steps: &[String]) -> Option<String> {
        let found = open(raw)?;
        if let ViewKind::Union(members) = &view.kind {
            let member = members.iter().find(|member| fits(member, Some(raw), self.types).is_ok())?;
            return self.word_at(member, raw, steps);
        }
        let Some((step, rest)) = steps.split_first() else { return reads_as(&view.ty, &found) };
        match (&view.kind, &found) {
            (ViewKind::Inner(inner), Found::Text(text)) => self.word_at(inner, parse(text).ok()?, steps),
            (ViewKind::Object(children) | ViewKind::Map(children, _), Found::Object(members)) => {
                let (_, child) = children.iter().find(|(name, _)| name == step)?;
                self.word_at(child, json::member(members, step)?, rest)
            }
            (ViewKind::List(children, _), Found::List(elements)) => {
                let (at, child) = children.iter().find(|(at, _)| at.to_string() == *step)?;
                self.word_at(child, elements.get(at.index(elements.len())?)?, rest)
            }
            _ => None,
        }
    }
}

/// The elements of a list, or the values of a map, and what is asked of them.
fn counted<'v, 'a>(view: &'v View, found: &Found<'a>) -> Option<(&'v Elements, Vec<&'a RawValue>)> {
    match (&view.kind, found) {
        (ViewKind::List(_, asked), Found::List(elements)) => Some((asked, elements.clone())),
        (ViewKind::Map(_, asked), Found::Object(members)) => {
            Some((asked, members.iter().map(|(_, value)| *value).collect()))
        }
        _ => None,
    }
}

/// A scalar as the word that rules compare.
fn reads_as(ty: &Type, found: &Found<'_>) -> Option<String> {
    match (ty, found) {
        (Type::LenientBool, Found::Text(text)) => Some(text.to_ascii_lowercase()),
        (Type::Int | Type::LenientInt | Type::Float, _) => number(ty, found).map(|number| number.to_string()),
        (_, Found::Text(text)) => Some(text.to_string()),
        (_, Found::Number(text)) => Some((*text).to_owned()),
        (_, Found::Bool(value)) => Some(value.to_string()),
        _ => None,
    }
}

/// A number as its key.
fn number(ty: &Type, found: &Found<'_>) -> Option<i64> {
    match (ty, found) {
        (Type::Float, Found::Number(text)) => text.parse().ok().filter(|number: &f64| number.is_finite()).map(key),
        (Type::Int | Type::LenientInt, Found::Number(text)) => text.parse().ok(),
        (Type::LenientInt, Found::Text(text)) => text.parse().ok(),
        _ => None,
    }
}
