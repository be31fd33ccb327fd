//! The model, interpreted: what a reply means, worked out from the facts as they are written, one after the other. It shares
//! no code with the patterns and the generated `match`, so that each can be held against the other.

mod json;

use json::{Found, open, parse, unreadable};
use serde_json::value::RawValue;

use crate::model::Operation;
use crate::model::reading::{Each, View, ViewKind};
use crate::model::rules::{Also, ErrorShape, Fact, Match, RuleFacts, Told, ToldPart, Verdict};
use crate::model::types::{Type, Types};
use crate::spec::Quantifier;

/// What a reply means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judged {
    /// The verdict.
    pub verdict: Verdict,
    /// The rule of `states` that decided.
    pub rule: Option<usize>,
    /// Settled, but some items failed.
    pub partial: bool,
    /// Settled, but the vendor may still change its mind.
    pub revisable: bool,
    /// The code that is told.
    pub code: Option<String>,
    /// The message that is told.
    pub message: Option<String>,
    /// What made the reply unreadable.
    pub reason: Option<String>,
}

impl Judged {
    fn new(verdict: Verdict) -> Self {
        Judged { verdict, rule: None, partial: false, revisable: false, code: None, message: None, reason: None }
    }
}

/// Judges a reply of an operation. `verified` says whether its proof, if it has one, holds.
pub fn judge(operation: &Operation, types: &Types, status: u16, body: &str, verified: bool) -> Judged {
    let reading = &operation.reading;
    let success = (200..300).contains(&status);
    let views = views(operation);
    let body = parse(body).and_then(|body| unreadable(body, &views).map_or(Ok(body), Err));
    let applies = |error: &&ErrorShape| {
        let Ok(body) = body else { return false };
        fits(&error.body, Some(body), types).is_ok()
            && (!success
                || match &error.also {
                    Also::Never => false,
                    Also::Fits => true,
                    Also::When(facts) => {
                        facts.iter().all(|fact| holds(&error.body, Some(body), &fact.path, &fact.matcher, types))
                    }
                })
    };
    for error in reading.errors.iter().filter(applies) {
        let Ok(body) = body else { continue };
        let rule = error.rules.iter().find(|rule| facts_hold(&rule.facts, &error.body, body, types));
        if let Some(rule) = rule {
            return told_error(error, rule.verdict, body, &views);
        }
    }
    if let (Some(error), Ok(body)) = (reading.errors.iter().find(applies), &body) {
        return told_error(error, by_status(status), body, &views);
    }
    if !success {
        return Judged::new(by_status(status));
    }
    match body.and_then(|body| fits(&reading.answer, Some(body), types).map(|()| body)) {
        Err(reason) => Judged { reason: Some(reason), ..Judged::new(Verdict::Unreadable) },
        Ok(_) if operation.verify.is_some() && !verified => Judged::new(Verdict::Unverified),
        Ok(body) => answer(operation, body, types),
    }
}

/// All shapes that a body is read as.
fn views(operation: &Operation) -> Vec<&View> {
    let reading = &operation.reading;
    let errors = reading.errors.iter().map(|error| &error.body);
    [&reading.answer].into_iter().chain(errors).chain(&reading.proof).collect()
}

fn answer(operation: &Operation, body: &RawValue, types: &Types) -> Judged {
    let reading = &operation.reading;
    if reading.rules.is_empty() {
        // An operation that nobody waits for has no states; its reply is what it is.
        return Judged::new(Verdict::Unknown);
    }
    let found = reading.rules.iter().position(|rule| facts_hold(&rule.facts, &reading.answer, body, types));
    let Some((at, rule)) = found.and_then(|at| Some((at, reading.rules.get(at)?))) else {
        return Judged::new(Verdict::Unreadable);
    };
    Judged {
        verdict: rule.verdict,
        rule: Some(at),
        partial: rule.partial,
        revisable: rule.revisable,
        code: reading.code.iter().find_map(|text| told(text, body, &views(operation))),
        message: reading.message.iter().find_map(|text| told(text, body, &views(operation))),
        reason: None,
    }
}

fn told_error(error: &ErrorShape, verdict: Verdict, body: &RawValue, views: &[&View]) -> Judged {
    let code = error.code.iter().find_map(|text| told(text, body, views));
    let message = error.message.iter().find_map(|text| told(text, body, views));
    Judged { code, message, ..Judged::new(verdict) }
}

fn by_status(status: u16) -> Verdict {
    match status {
        304 => Verdict::Unchanged,
        401 => Verdict::CredentialExpired,
        408 | 425 | 500..=599 => Verdict::Transient,
        429 => Verdict::Throttled,
        _ => Verdict::RequestError,
    }
}

/// Whether what is read of a place has its declared type.
fn fits(view: &View, raw: Option<&RawValue>, types: &Types) -> Result<(), String> {
    let found = raw.map_or(Some(Found::Absent), open).ok_or("a string that is read holds a broken escape")?;
    if view.optional && matches!(found, Found::Absent | Found::Null) {
        return Ok(());
    }
    let misfit = || {
        let place = if view.path.is_empty() { "the body".to_owned() } else { format!("`{}`", view.path) };
        Err(format!("{place}: expected `{}`, found {}", types.describe(&view.ty), found.describe()))
    };
    match &view.kind {
        ViewKind::Scalar(_) => match scalar(&view.ty, &found) {
            true => Ok(()),
            false => misfit(),
        },
        ViewKind::Object(fields) => match &found {
            Found::Object(members) => {
                fields.iter().try_for_each(|(name, field)| fits(field, json::member(members, name), types))
            }
            _ => misfit(),
        },
        ViewKind::Inner(inner) => match &found {
            Found::Text(text) => match parse(text) {
                Ok(raw) => fits(inner, Some(raw), types),
                Err(_) => misfit(),
            },
            _ => misfit(),
        },
        ViewKind::Union(members) => match members.iter().any(|member| fits(member, raw, types).is_ok()) {
            true => Ok(()),
            false => misfit(),
        },
        ViewKind::List(items, each) => match &found {
            Found::List(elements) => {
                items.iter().try_for_each(|(at, item)| fits(item, elements.get(*at as usize).copied(), types))?;
                match elements_fit(each, elements, types) {
                    true => Ok(()),
                    false => misfit(),
                }
            }
            _ => misfit(),
        },
        ViewKind::Map(values, each) => match &found {
            Found::Object(members) => {
                values.iter().try_for_each(|(name, value)| fits(value, json::member(members, name), types))?;
                let others: Vec<_> = others(members, values);
                match elements_fit(each, &others, types) {
                    true => Ok(()),
                    false => misfit(),
                }
            }
            _ => misfit(),
        },
    }
}

fn others<'a>(members: &[(String, &'a RawValue)], named: &[(String, View)]) -> Vec<&'a RawValue> {
    let is_other = |key: &str| !named.iter().any(|(name, _)| name == key);
    members.iter().filter(|(key, _)| is_other(key)).map(|(_, value)| *value).collect()
}

fn elements_fit(each: &[Each], elements: &[&RawValue], types: &Types) -> bool {
    let fit = |each: &Each, element: &RawValue| {
        unreadable(element, &[&each.view]).is_none() && fits(&each.view, Some(element), types).is_ok()
    };
    each.iter().all(|each| elements.iter().all(|element| fit(each, element)))
}

fn scalar(ty: &Type, found: &Found<'_>) -> bool {
    match (ty, found) {
        (Type::Sensitive(inner), found) => scalar(inner, found),
        (Type::Json, found) => !matches!(found, Found::Absent),
        (Type::String | Type::Secret | Type::Enum(_) | Type::JsonText(_), Found::Text(_)) => true,
        (Type::LenientString, Found::Text(_) | Found::Number(_)) => true,
        (Type::Bool | Type::LenientBool, Found::Bool(_)) => true,
        (Type::LenientBool, Found::Text(text)) => ["true", "false"].iter().any(|word| text.eq_ignore_ascii_case(word)),
        (Type::Int | Type::LenientInt, Found::Number(number)) => number.parse::<i64>().is_ok(),
        (Type::LenientInt, Found::Text(text)) => !text.starts_with('+') && text.parse::<i64>().is_ok(),
        (Type::Float, Found::Number(number)) => number.parse::<f64>().is_ok_and(f64::is_finite),
        _ => false,
    }
}

fn facts_hold(facts: &RuleFacts, view: &View, body: &RawValue, types: &Types) -> bool {
    let hold = |facts: &[Fact]| facts.iter().all(|fact| holds(view, Some(body), &fact.path, &fact.matcher, types));
    match facts {
        RuleFacts::Otherwise => true,
        RuleFacts::AnyOf(all) => all.iter().any(|(_, facts)| hold(facts)),
    }
}

/// Whether a matcher holds at `steps` below a place that fits.
fn holds(view: &View, raw: Option<&RawValue>, steps: &[String], matcher: &Match, types: &Types) -> bool {
    let Some(found) = raw.map_or(Some(Found::Absent), open) else { return false };
    let Some((step, rest)) = steps.split_first() else { return holds_here(view, raw, &found, matcher, types) };
    let below = |child: Option<&View>, raw: Option<&RawValue>| match child {
        Some(child) => holds(child, raw, rest, matcher, types),
        None => matcher.holds_absent(),
    };
    match (&view.kind, &found) {
        (ViewKind::Union(members), _) => match members.iter().find(|member| fits(member, raw, types).is_ok()) {
            Some(member) => holds(member, raw, steps, matcher, types),
            None => matcher.holds_absent(),
        },
        (ViewKind::Inner(inner), Found::Text(text)) => match parse(text) {
            Ok(raw) => holds(inner, Some(raw), steps, matcher, types),
            Err(_) => false,
        },
        (ViewKind::Object(children) | ViewKind::Map(children, _), Found::Object(members)) => {
            let child = children.iter().find(|(name, _)| name == step).map(|(_, child)| child);
            below(child, json::member(members, step))
        }
        (ViewKind::List(children, _), Found::List(elements)) => {
            let child = children.iter().find(|(at, _)| at.to_string() == *step);
            let element = child.and_then(|(at, _)| elements.get(*at as usize).copied());
            below(child.map(|(_, child)| child), element)
        }
        _ => matcher.holds_absent(),
    }
}

fn holds_here(view: &View, raw: Option<&RawValue>, found: &Found<'_>, matcher: &Match, types: &Types) -> bool {
    if let (ViewKind::Union(members), false) = (&view.kind, matches!(found, Found::Absent | Found::Null)) {
        let member = members.iter().find(|member| fits(member, raw, types).is_ok());
        return member.is_some_and(|member| holds_here(member, raw, found, matcher, types));
    }
    match (matcher, found) {
        (Match::OneOf(all), _) => all.iter().any(|(_, one)| holds_here(view, raw, found, one, types)),
        (_, Found::Absent) => matcher.holds_absent(),
        (_, Found::Null) => matcher.holds_null(),
        (Match::Not(inner), _) => !holds_here(view, raw, found, inner, types),
        (Match::Present, _) => true,
        (Match::Absent | Match::Null, _) => false,
        (Match::Word(word), _) => reads_as(&view.ty, found).as_deref() == Some(word),
        (Match::Elements(quantifier, text), _) => elements_hold(view, found, *quantifier, text, types),
    }
}

fn elements_hold(view: &View, found: &Found<'_>, quantifier: Quantifier, text: &str, types: &Types) -> bool {
    let (each, elements) = match (&view.kind, found) {
        (ViewKind::List(_, each), Found::List(elements)) => (each, elements.clone()),
        (ViewKind::Map(values, each), Found::Object(members)) => (each, others(members, values)),
        _ => return false,
    };
    let Some(each) = each.iter().find(|each| each.condition.text == text) else { return false };
    let counts = |element: &&RawValue| {
        let holds = |fact: &Fact| holds(&each.view, Some(element), &fact.path, &fact.matcher, types);
        each.condition.facts.iter().all(holds)
    };
    match quantifier {
        Quantifier::Any => elements.iter().any(counts),
        Quantifier::All => !elements.is_empty() && elements.iter().all(counts),
        Quantifier::None => !elements.iter().any(counts),
    }
}

/// A scalar as the word that rules compare.
fn reads_as(ty: &Type, found: &Found<'_>) -> Option<String> {
    match (ty, found) {
        (Type::LenientBool, Found::Text(text)) => Some(text.to_ascii_lowercase()),
        (Type::Int | Type::LenientInt, Found::Number(text)) => {
            text.parse::<i64>().ok().map(|number| number.to_string())
        }
        (Type::LenientInt, Found::Text(text)) => text.parse::<i64>().ok().map(|number| number.to_string()),
        (_, Found::Text(text)) => Some(text.to_string()),
        (_, Found::Number(text)) => Some((*text).to_owned()),
        (_, Found::Bool(value)) => Some(value.to_string()),
        _ => None,
    }
}

fn told(text: &Told, body: &RawValue, views: &[&View]) -> Option<String> {
    let mut whole = String::new();
    for part in &text.0 {
        match part {
            ToldPart::Plain(text) => whole.push_str(text),
            ToldPart::Place(path, _) => whole.push_str(&printed(body, path, views)?),
        }
    }
    Some(whole)
}

/// What stands at a path, as text. A string on the way is opened where it is declared to hold JSON.
fn printed(raw: &RawValue, steps: &[String], views: &[&View]) -> Option<String> {
    let views = json::alternatives(views);
    let found = open(raw)?;
    let Some((step, rest)) = steps.split_first() else {
        return match found {
            // As JSON it is no text.
            Found::Text(text) if json::inner(&text, &views).is_some() => None,
            Found::Text(text) => Some(text.into_owned()),
            Found::Number(text) => Some(text.to_owned()),
            Found::Bool(value) => Some(value.to_string()),
            _ => None,
        };
    };
    match found {
        Found::Object(members) => printed(json::member(&members, step)?, rest, &json::named(&views, step)),
        Found::List(elements) => {
            let at = step.parse::<usize>().ok()?;
            printed(elements.get(at)?, rest, &json::numbered(&views, at))
        }
        Found::Text(text) => {
            let (raw, views) = json::inner(&text, &views)?;
            printed(raw, steps, &views)
        }
        _ => None,
    }
}
