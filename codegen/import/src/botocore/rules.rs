//! The rules of a waiter.

use super::acceptor::{Acceptor, Outcome};
use super::condition::Reason;
use super::read::{Waiter, place};
use crate::Refusal;
use crate::fact::{Alternatives, Facts, Matcher, Subject, Word};
use crate::shape::Shape;
use crate::spec::{Note, Rule, Verdict};

/// The rules of a waiter, in an order in which they say the same as its acceptors.
pub(super) fn rules(
    waiter: &Waiter,
    acceptors: &[Acceptor],
    shape: &Shape,
    notes: &mut Vec<Note>,
) -> Result<Vec<Rule>, Refusal> {
    let mut rules = Vec::new();
    for (at, acceptor) in acceptors.iter().enumerate() {
        match acceptor.outcome(shape).map_err(|reason| Refusal::new(place(&waiter.id(), at), reason))? {
            Outcome::Matches(facts) if facts.is_never() => {
                notes.push(Note { id: waiter.id(), rule: at, reason: "its condition contradicts itself".to_owned() });
            }
            Outcome::Matches(facts) => rules.push(Rule { verdict: acceptor.verdict, facts, source: Some(at) }),
            Outcome::Never(reason) => notes.push(Note { id: waiter.id(), rule: at, reason }),
        }
    }
    let mut rules = open(rules).map_err(|reason| Refusal::new(waiter.id(), reason))?;
    for (verdict, matcher) in [(Verdict::RequestError, Matcher::Present), (Verdict::Running, Matcher::Absent)] {
        let facts = Alternatives::of(Subject::Error, matcher);
        if rules.iter().all(|rule| !rule.facts.iter().any(|set| facts.iter().any(|all| set == all))) {
            rules.push(Rule { verdict, facts, source: None });
        }
    }
    Ok(rules)
}

/// Lets no rule settle on "any word but these": the words are dealt with before, and the rule then takes all that is left.
fn open(rules: Vec<Rule>) -> Result<Vec<Rule>, Reason> {
    let Some(at) = rules.iter().position(|rule| rule.verdict.is_settled() && excluded(&rule.facts).is_some()) else {
        return Ok(rules);
    };
    let Some((subject, words)) = excluded(&rules[at].facts) else { return Ok(rules) };
    if rules[at].facts.iter().any(|set| takes(set, &subject, &words)) {
        return Err("a rule that settles on any word but some takes one of them elsewhere; list the words".to_owned());
    }
    let region = Alternatives::of(subject.clone(), Matcher::OneOf(words.clone()))
        .and(&Alternatives::of(Subject::Error, Matcher::Absent))?;
    let mut opened: Vec<Rule> = rules[..at].to_vec();
    let mut left = words.clone();
    // What later rules say of the words comes first; they keep the rest.
    let mut later = Vec::new();
    for rule in &rules[at + 1..] {
        let before = rule.facts.and(&region)?;
        for set in before.iter().filter(|set| set.len() == 2) {
            if let Some(Matcher::OneOf(decided)) = set.get(&subject) {
                left.retain(|word| !decided.contains(word));
            }
        }
        if !before.is_never() {
            opened.push(Rule { facts: before, ..rule.clone() });
        }
        let facts = rule.facts.clone().filtered(|set| !within(set, &subject, &words));
        if !facts.is_never() {
            later.push(Rule { facts, ..rule.clone() });
        }
    }
    if !left.is_empty() {
        let facts = Alternatives::of(subject.clone(), Matcher::OneOf(left));
        let facts = facts.and(&Alternatives::of(Subject::Error, Matcher::Absent))?;
        opened.push(Rule { verdict: Verdict::Running, facts, source: None });
    }
    let rule = &rules[at];
    let any = rule.facts.clone().map(|set| match set.get(&subject) {
        Some(Matcher::NoneOf(_)) => set.with(&subject, Matcher::Present),
        _ => set,
    });
    opened.push(Rule { facts: any, ..rule.clone() });
    opened.extend(open(later)?);
    Ok(opened)
}

/// The field of which some words are excluded, and these words.
fn excluded(facts: &Alternatives) -> Option<(Subject, Vec<Word>)> {
    facts.iter().find_map(|set| {
        set.iter().find_map(|(subject, matcher)| match (subject, matcher) {
            (Subject::Body(_), Matcher::NoneOf(words)) => Some((subject.clone(), words.clone())),
            _ => None,
        })
    })
}

/// Whether a set of facts may hold where the field is one of the words.
fn takes(set: &Facts, subject: &Subject, words: &[Word]) -> bool {
    match set.get(subject) {
        Some(Matcher::Absent) => false,
        Some(Matcher::NoneOf(none)) => words.iter().any(|word| !none.contains(word)) || none.len() != words.len(),
        Some(Matcher::OneOf(some)) => words.iter().any(|word| some.contains(word)),
        _ => true,
    }
}

/// Whether a set of facts only holds where the field is one of the words, of replies that are no errors.
fn within(set: &Facts, subject: &Subject, words: &[Word]) -> bool {
    let listed = matches!(set.get(subject), Some(Matcher::OneOf(some)) if some.iter().all(|word| words.contains(word)));
    listed && set.get(&Subject::Error) == Some(&Matcher::Absent)
}
