//! Why a reply means what it means: for every rule above the one that decided, what did not hold.

use super::json::{self, Found, open, parse};
use super::{Judge, Judged, Observed};
use crate::check::show;
use crate::model::reading::{Position, View, ViewKind};
use crate::model::rules::{Aside, AsideSource, Fact, Reach, Rule, RuleFacts, Subject, Verdict};
use crate::model::{Operation, Vendor};
use crate::source::Span;

/// A judgement and the way to it.
#[derive(Debug, Clone)]
pub struct Explained {
    /// The judgement.
    pub judged: Judged,
    /// The rules that were tried, in order; the last one is the one that decided, where one did.
    pub tried: Vec<Tried>,
    /// The vendor's own word for the state, where the rules read one.
    pub word: Option<String>,
    /// What does not hold of `only_if`, where an event is of another kind.
    pub other: Vec<Unmet>,
}

/// What came of one rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Tried {
    /// It decided.
    Held,
    /// It was not asked, and why.
    NotAsked(&'static str),
    /// It does not hold. For each of its alternatives the first fact that did not.
    Failed(Vec<Unmet>),
}

/// A fact that did not hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unmet {
    /// Where the fact stands.
    pub span: Span,
    /// The place that it is about, as specs write it.
    pub subject: String,
    /// What was found there. Hidden values are not shown.
    pub found: String,
}

impl Unmet {
    /// The subject of a rule's `within`.
    pub const AGE: &str = "the time since the wait began";
}

/// Judges a reply of an operation, and says why.
pub fn explain(vendor: &Vendor, operation: &Operation, observed: &Observed<'_>) -> Explained {
    let judge = Judge::new(vendor, operation, observed);
    let judged = judge.judge();
    let rules = &operation.reading.rules;
    // Where an error decided, no rule of `states` was tried.
    let by_error = judged.rule.is_none() && judge.errors.iter().any(|error| judge.error_rule(error).is_some());
    let is_refused = judge.refused().is_some();
    let last = if by_error || is_refused { 0 } else { judged.rule.map_or(rules.len(), |at| at + 1) };
    let tried = rules.iter().take(last).enumerate().map(|(at, rule)| match judged.rule == Some(at) {
        true => Tried::Held,
        false => judge.failed(rule),
    });
    let tried = tried.collect();
    let word = judge.word().filter(|_| !is_refused);
    let other = if judged.verdict == Verdict::OtherEvent { judge.other() } else { Vec::new() };
    Explained { judged, tried, word, other }
}

impl Judge<'_> {
    fn failed(&self, rule: &Rule) -> Tried {
        let alternatives = match &rule.facts {
            RuleFacts::Otherwise => {
                return Tried::NotAsked(self.not_asked(rule, Reach::Answers).unwrap_or("another rule decided"));
            }
            RuleFacts::AnyOf(all) => all,
        };
        let mut unmet = Vec::new();
        let mut reason = None;
        for (_, facts) in alternatives {
            match self.not_asked(rule, Reach::of(facts, &self.reading().asides)) {
                Some(why) => reason = Some(why),
                None => unmet.extend(facts.iter().find(|fact| !self.fact_holds(fact)).map(|fact| self.unmet(fact))),
            }
        }
        match (unmet.is_empty(), reason) {
            (true, Some(reason)) => Tried::NotAsked(reason),
            _ => Tried::Failed(unmet),
        }
    }

    /// What does not hold of `only_if`.
    fn other(&self) -> Vec<Unmet> {
        let (Some(apart), ground) = (&self.reading().apart, self.of_kind()) else { return Vec::new() };
        let holds = |fact: &&Fact| ground.as_ref().is_some_and(|ground| ground.holds(fact));
        let unmet = apart.only_if.iter().flatten().filter(|fact| !holds(fact)).map(|fact| match fact.subject {
            Subject::Body => {
                let subject = crate::check::join_all(&fact.path);
                Unmet { span: fact.span, subject, found: self.found(&apart.view, &fact.path) }
            }
            _ => self.unmet(fact),
        });
        unmet.collect()
    }

    fn unmet(&self, fact: &Fact) -> Unmet {
        let path = crate::check::join_all(&fact.path);
        let (subject, found) = match fact.subject {
            Subject::Aside(at) => match self.reading().asides.get(at) {
                Some(Aside { source: AsideSource::Age, .. }) => (Unmet::AGE.to_owned(), show(self.age)),
                aside => (
                    aside.map(|aside| aside.view.path.clone()).unwrap_or_default(),
                    self.ground.outside.text(at).unwrap_or_else(|| "nothing".to_owned()),
                ),
            },
            Subject::Body => {
                let found = self.found(&self.reading().answer, &fact.path);
                let element = self.ground.culprit(fact).map(|culprit| format!("{found}; {culprit}"));
                (path, element.unwrap_or(found))
            }
            Subject::Error => {
                let subject = if path.is_empty() { "$error".to_owned() } else { format!("$error.{path}") };
                let found = match self.error() {
                    Some(_) if path.is_empty() => "a declared error".to_owned(),
                    Some((_, view)) => self.found(view, &fact.path),
                    None => "no declared error".to_owned(),
                };
                (subject, found)
            }
        };
        Unmet { span: fact.span, subject, found }
    }

    /// What stands at a path of the body.
    fn found(&self, view: &View, steps: &[String]) -> String {
        match (&self.body, &self.misfit) {
            (Err(_), _) => "a body that cannot be read".to_owned(),
            (Ok(_), Some(_)) if std::ptr::eq(view, &self.reading().answer) => "a body of another shape".to_owned(),
            (Ok(body), _) => {
                let shown = |found: &Found<'_>, view: Option<&View>| shown(found, view.is_some_and(|view| view.hidden));
                walk(body, Some(view), steps, &shown).unwrap_or_else(|| "nothing".to_owned())
            }
        }
    }

    /// The vendor's own word for the state.
    fn word(&self) -> Option<String> {
        let (body, answer) = (self.body.as_ref().ok()?, &self.reading().answer);
        let text = |found: &Found<'_>, _: Option<&View>| match found {
            Found::Text(text) => text.to_string(),
            Found::Number(text) => (*text).to_owned(),
            Found::Bool(value) => value.to_string(),
            _ => String::new(),
        };
        let told = self.reading().word.iter().find_map(|slot| {
            let path = path_of(answer, *slot)?;
            walk(body, Some(answer), &path, &text)
        });
        told.filter(|word| !word.is_empty() && self.misfit.is_none())
    }
}

/// The way to the place with this slot.
fn path_of(view: &View, slot: u16) -> Option<Vec<String>> {
    fn below<K: ToString>(children: &[(K, View)], slot: u16) -> Option<Vec<String>> {
        children.iter().find_map(|(step, child)| {
            let rest = path_of(child, slot)?;
            Some([step.to_string()].into_iter().chain(rest).collect())
        })
    }
    match &view.kind {
        ViewKind::Scalar(_) => (view.slot == slot).then(Vec::new),
        ViewKind::Object(fields) | ViewKind::Map(fields, _) => below(fields, slot),
        ViewKind::List(items, _) => below(items, slot),
        ViewKind::Inner(inner) => path_of(inner, slot),
        ViewKind::Union(members) => members.iter().find_map(|member| path_of(member, slot)),
    }
}

/// What `of` makes of what stands at a path.
fn walk(
    raw: &serde_json::value::RawValue,
    view: Option<&View>,
    steps: &[String],
    of: &dyn Fn(&Found<'_>, Option<&View>) -> String,
) -> Option<String> {
    let found = open(raw)?;
    let Some((step, rest)) = steps.split_first() else { return Some(of(&found, view)) };
    let views: Vec<&View> = json::alternatives(&view.into_iter().collect::<Vec<_>>());
    match &found {
        Found::Object(members) => walk(json::member(members, step)?, most_hidden(&json::named(&views, step)), rest, of),
        Found::List(elements) => {
            let at = Position::parse(step)?;
            walk(elements.get(at.index(elements.len())?)?, most_hidden(&json::at_position(&views, at)), rest, of)
        }
        Found::Text(text) if json::inner(text, &views).is_some() => {
            let (_, inside) = json::inner(text, &views)?;
            walk(parse(text).ok()?, inside.first().copied(), steps, of)
        }
        _ => None,
    }
}

/// Of several shapes of one place, one that is hidden, where any is.
fn most_hidden<'v>(views: &[&'v View]) -> Option<&'v View> {
    views.iter().find(|view| view.hidden).or(views.first()).copied()
}

/// The most characters of a text that are shown.
const MOST: usize = 80;

fn shown(found: &Found<'_>, hidden: bool) -> String {
    match found {
        Found::Absent => "nothing".to_owned(),
        Found::Null => "null".to_owned(),
        Found::Bool(_) | Found::Number(_) | Found::Text(_) if hidden => "[redacted]".to_owned(),
        Found::Bool(value) => value.to_string(),
        Found::Number(text) => (*text).to_owned(),
        Found::Text(text) => {
            let short: String = text.chars().take(MOST).collect();
            let more = if short.len() < text.len() { "…" } else { "" };
            format!("{short:?}{more}")
        }
        Found::List(elements) => match elements.len() {
            1 => "a list of 1 element".to_owned(),
            elements => format!("a list of {elements} elements"),
        },
        Found::Object(members) => match members.len() {
            1 => "an object with 1 member".to_owned(),
            members => format!("an object with {members} members"),
        },
    }
}
