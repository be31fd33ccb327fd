//! Resolves rules: every path exists, every literal fits its field, every verdict may stand where it does.

use std::time::Duration;

use super::aside::Asides;
use super::hint::taken_apart;
use super::matcher::cuts_of;
use super::pace::show;
use super::reading::Reader;
use super::scope::ReplyScope;
use crate::diagnostic::{Diagnostics, Problem};
use crate::model::reading::{Taken, View, ViewKind};
use crate::model::rules::{Aside, Fact, Match, Rule, RuleFacts, Subject, Then, Told, Verdict};
use crate::source::{Source, Span, Spanned};
use crate::spec::{self};

/// Where rules stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// In an operation's `states`.
    States,
    /// In an error's `rules`.
    Errors,
}

/// What the modifiers of a rule are held against.
pub(crate) struct Limits<'s> {
    /// Where the operation's replies carry a proof.
    pub(crate) verify: bool,
    /// The vendor's least time between calls.
    pub(crate) min_interval: Option<&'s spec::Time>,
}

/// Resolves facts and rules against one shape.
pub(crate) struct Resolver<'r, 'a, 't> {
    pub(crate) source: &'r Source,
    pub(crate) reader: &'r mut Reader<'t>,
    /// The body that paths lead into, where there is one.
    pub(crate) view: Option<&'r mut View>,
    /// The bodies of the declared errors, where `$error` may be named.
    pub(crate) errors: Option<&'r mut [View]>,
    pub(crate) asides: &'r mut Asides<'a>,
    /// What templates call that body: `reply`, or `item` for an element.
    pub(crate) of: &'static str,
    pub(crate) problems: &'r mut Diagnostics,
}

impl Resolver<'_, '_, '_> {
    /// Resolves a list of rules.
    pub(crate) fn all(&mut self, rules: &[spec::Rule], place: Place, limits: &Limits<'_>) -> Vec<Rule> {
        rules.iter().filter_map(|rule| self.rule(rule, place, limits)).collect()
    }

    fn rule(&mut self, rule: &spec::Rule, place: Place, limits: &Limits<'_>) -> Option<Rule> {
        let verdict = Verdict::of(&rule.verdict)?;
        self.modifiers(rule, verdict, place, limits);
        let is_state = matches!(verdict, Verdict::State(_) | Verdict::Unknown);
        let misplaced = place == Place::Errors && is_state;
        if misplaced {
            self.problems.push(rule.verdict.span, Problem::StateInErrors { word: rule.verdict.value.clone() });
        }
        let (facts, span) = match &rule.facts {
            spec::RuleFacts::Otherwise(span) => {
                if place == Place::Errors && !misplaced {
                    self.problems.push(*span, Problem::OtherwiseInErrors {});
                }
                (RuleFacts::Otherwise, *span)
            }
            spec::RuleFacts::AnyOf(all) => {
                let span = all.iter().map(|facts| facts.span).reduce(Span::to).unwrap_or(rule.span);
                let resolve = |facts: &spec::Facts| Some((facts.span, self.facts(facts)?));
                let all: Vec<_> = all.iter().map(resolve).collect();
                (RuleFacts::AnyOf(all.into_iter().collect::<Option<_>>()?), span)
            }
        };
        let facts = match &rule.within {
            Some(within) => self.within(facts, within, span),
            None => facts,
        };
        let toggled = |toggle: &Option<Spanned<bool>>| toggle.as_ref().is_some_and(|toggle| toggle.value);
        Some(Rule {
            verdict,
            partial: toggled(&rule.partial),
            revisable: toggled(&rule.revisable),
            unsigned: toggled(&rule.unsigned),
            message: self.told(&rule.message),
            code: self.told(&rule.code),
            then: match &rule.then {
                Some(then) => Some(self.then(&then.0)?),
                None => None,
            },
            every: rule.every.as_ref().map(|every| every.value),
            within: rule.within.as_ref().map(|within| within.value),
            confirm: rule.confirm.as_ref().map_or(1, |confirm| u8::try_from(confirm.value).unwrap_or(u8::MAX)),
            facts,
            text: self.text(span),
            place: self.source.place(rule.verdict.span),
            span: rule.verdict.span.to(span),
        })
    }

    /// What a follow-up operation takes out of the reply. Whether there is such an operation is seen once all are known.
    fn then(&mut self, then: &spec::NextSpec) -> Option<Then> {
        let view = self.view.as_deref_mut();
        let mut scope = ReplyScope { reader: self.reader, view, errors: None, asides: Some(self.asides), shown: false };
        let mut with = Vec::new();
        for (name, origin) in then.with.iter() {
            let taken = match origin {
                spec::Origin::Told(choice) => {
                    let told = scope.told(choice, self.problems);
                    (told.len() == choice.0.len()).then_some(Taken { told, rel: None, like: None })
                }
                spec::Origin::In(like) => taken_apart(like, Some(name), &mut scope, self.problems),
            };
            with.push((name.clone(), taken?));
        }
        Some(Then { name: then.operation.clone(), with, operation: 0, fills: Vec::new() })
    }

    fn told(&mut self, choice: &spec::Choice) -> Vec<Told> {
        let errors = self.errors.as_deref_mut();
        let view = self.view.as_deref_mut();
        ReplyScope { reader: self.reader, view, errors, asides: Some(self.asides), shown: true }
            .told(choice, self.problems)
    }

    fn modifiers(&mut self, rule: &spec::Rule, verdict: Verdict, place: Place, limits: &Limits<'_>) {
        let settled = verdict.is_settled();
        let given = [
            ("partial", rule.partial.as_ref().map(|one| one.span), settled, "a settled state"),
            ("revisable", rule.revisable.as_ref().map(|one| one.span), settled, "a settled state"),
            ("confirm", rule.confirm.as_ref().map(|one| one.span), settled, "a settled state"),
            (
                "every",
                rule.every.as_ref().map(|one| one.span),
                !settled && verdict != Verdict::RequestError && place == Place::States,
                "a rule of `states` that asks on",
            ),
            (
                "then",
                rule.then.as_ref().map(|then| then.0.operation.span),
                matches!(verdict, Verdict::State(_)) && !settled && place == Place::States,
                "a state that is not settled: the operation decides",
            ),
            (
                "unsigned",
                rule.unsigned.as_ref().map(|one| one.span),
                limits.verify && place == Place::States,
                "a rule of an operation with `verify`",
            ),
        ];
        for (modifier, span, fits, takes) in given {
            if let (Some(span), false) = (span, fits) {
                let verdict = rule.verdict.value.clone();
                let problem = Problem::ModifierMisplaced { modifier, verdict, takes, at: rule.verdict.span };
                self.problems.push(span, problem);
            }
        }
        if let Some(confirm) = rule.confirm.as_ref().filter(|confirm| !(2..=100).contains(&confirm.value)) {
            let (key, text, range) = ("confirm", confirm.value.to_string(), "2 to 100");
            self.problems.push(confirm.span, Problem::OutOfRange { key, text, range });
        }
        for (key, time) in [("every", &rule.every), ("within", &rule.within)] {
            if let Some(time) = time.as_ref().filter(|time| time.value.is_zero()) {
                self.problems
                    .push(time.span, Problem::OutOfRange { key, text: show(time.value), range: "more than 0" });
            }
        }
        if let (Some(every), Some(limit)) = (&rule.every, limits.min_interval)
            && every.value < limit.value
        {
            let (every_text, limit_text) = (show(every.value), show(limit.value));
            self.problems
                .push(every.span, Problem::FasterThanLimit { every: every_text, limit: limit_text, at: limit.span });
        }
    }

    /// The facts, and that the wait has just begun.
    fn within(&mut self, facts: RuleFacts, within: &spec::Time, span: Span) -> RuleFacts {
        let at = self.asides.age();
        let last = millis(within.value).saturating_sub(1);
        let Aside { view, .. } = &mut self.asides.all[at];
        if let ViewKind::Scalar(asked) = &mut view.kind {
            asked.cuts.extend(
                cuts_of(None, Some(last)).into_iter().filter(|cut| !asked.cuts.contains(cut)).collect::<Vec<_>>(),
            );
        }
        let matcher = Match::Between(None, Some(last));
        let age = Fact { subject: Subject::Aside(at), path: Vec::new(), matcher, span: within.span };
        match facts {
            RuleFacts::Otherwise => RuleFacts::AnyOf(vec![(span, vec![age])]),
            RuleFacts::AnyOf(mut all) => {
                all.iter_mut().for_each(|(_, facts)| facts.push(age.clone()));
                RuleFacts::AnyOf(all)
            }
        }
    }

    /// A piece of the spec on one line.
    fn text(&self, span: Span) -> String {
        let text = self.source.at(span);
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

/// A length of time in milliseconds, the unit of `$age`.
pub(crate) fn millis(time: Duration) -> i64 {
    i64::try_from(time.as_millis()).unwrap_or(i64::MAX)
}

/// Words in backticks.
pub(crate) fn list(words: &[String]) -> String {
    words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ")
}
