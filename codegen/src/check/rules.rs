//! Resolves rules: every path exists, every literal fits its field, every verdict may stand where it does.

use std::time::Duration;

use super::aside::Asides;
use super::matcher::{Found, Leaf, cuts_of};
use super::pace::show;
use super::reading::{NoPath, Reader, start_of, steps};
use super::scope::ReplyScope;
use crate::diagnostic::{Diagnostics, Problem, similar};
use crate::model::reading::{View, ViewKind};
use crate::model::rules::{Aside, Fact, Match, Other, OtherPlace, Rule, RuleFacts, Subject, Told, Verdict};
use crate::model::types::Type;
use crate::source::{Source, Span, Spanned};
use crate::spec::{self, Piece};

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
            every: rule.every.as_ref().map(|every| every.value),
            within: rule.within.as_ref().map(|within| within.value),
            confirm: rule.confirm.as_ref().map_or(1, |confirm| u8::try_from(confirm.value).unwrap_or(u8::MAX)),
            facts,
            text: self.text(span),
            place: self.source.place(rule.verdict.span),
            span: rule.verdict.span.to(span),
        })
    }

    fn told(&mut self, choice: &spec::Choice) -> Vec<Told> {
        let errors = self.errors.as_deref_mut();
        let view = self.view.as_deref_mut();
        ReplyScope { reader: self.reader, view, errors, asides: Some(self.asides) }.told(choice, self.problems)
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
        let text = self.source.text.get(span.range()).unwrap_or_default();
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Resolves facts that must all hold.
    pub(crate) fn facts(&mut self, facts: &spec::Facts) -> Option<Vec<Fact>> {
        let tested = std::mem::replace(&mut self.reader.testing, true);
        let resolved: Vec<_> = facts.facts.iter().map(|fact| self.fact(fact)).collect();
        self.reader.testing = tested;
        resolved.into_iter().collect()
    }

    fn fact(&mut self, fact: &spec::Fact) -> Option<Fact> {
        let subject = &fact.subject;
        let span = fact.matcher.span;
        if subject.starts_with('$') {
            return match subject.strip_prefix("$error") {
                Some("") => self.error(&fact.matcher, subject),
                Some(path) if path.starts_with('.') => self.error_path(&path[1..], fact),
                _ => {
                    let at = self.aside(subject)?;
                    let matcher = self.aside_matcher(at, fact)?;
                    Some(Fact { subject: Subject::Aside(at), path: Vec::new(), matcher, span })
                }
            };
        }
        let path = self.steps(subject, subject)?;
        let matcher = self.matcher(&path, subject, &fact.matcher)?;
        Some(Fact { subject: Subject::Body, path, matcher, span })
    }

    fn steps(&mut self, subject: &Spanned<String>, path: &str) -> Option<Vec<String>> {
        let steps = steps(path);
        if steps.is_none() {
            self.problems.push(subject.span, Problem::BadPath { path: path.to_owned() });
        }
        steps
    }

    /// `$http`, `$header.…` or `$input.…`.
    fn aside(&mut self, subject: &Spanned<String>) -> Option<usize> {
        let span = |front: &str| subject.part(front.len()..subject.len());
        // An element is told by what it is, not by the reply that it came in.
        let here = self.of == "reply";
        match subject.as_str() {
            "$http" if here => Some(self.asides.http()),
            name if here && name.starts_with("$header.") => {
                self.asides.header(&name["$header.".len()..], span("$header."), self.problems)
            }
            name if here && name.starts_with("$input.") => {
                self.asides.input(&name["$input.".len()..], span("$input."), self.problems)
            }
            _ => {
                self.problems.push(subject.span, Problem::UnknownFact { subject: subject.value.clone(), of: self.of });
                None
            }
        }
    }

    fn aside_matcher(&mut self, at: usize, fact: &spec::Fact) -> Option<Match> {
        let others = self.others(&fact.matcher)?;
        let mut view = self.asides.all[at].view.clone();
        let absent = view.optional;
        let mut leaf = Leaf {
            source: self.source,
            reader: self.reader,
            asides: self.asides,
            leaf: &mut view,
            absent,
            path: &fact.subject,
            others: &others,
            problems: self.problems,
        };
        let resolved = leaf.matcher(&fact.matcher);
        self.asides.all[at].view = view;
        resolved
    }

    /// Whether the body is a declared error.
    fn error(&mut self, matcher: &Spanned<spec::Matcher>, subject: &Spanned<String>) -> Option<Fact> {
        self.error_shapes(subject)?;
        let kind = ViewKind::Object(Vec::new());
        let ty = Type::Json;
        let declared = Span::default();
        let mut view = View {
            path: "$error".to_owned(),
            slot: 0,
            optional: true,
            ty,
            declared,
            tested: true,
            null: false,
            hidden: false,
            kind,
        };
        let mut leaf = Leaf {
            source: self.source,
            reader: self.reader,
            asides: self.asides,
            leaf: &mut view,
            absent: true,
            path: subject,
            others: &[],
            problems: self.problems,
        };
        let resolved = leaf.matcher(matcher)?;
        Some(Fact { subject: Subject::Error, path: Vec::new(), matcher: resolved, span: matcher.span })
    }

    /// How many declared errors have a body; none is a mistake.
    fn error_shapes(&mut self, subject: &Spanned<String>) -> Option<usize> {
        let shapes = self.errors.as_deref().map(<[View]>::len);
        match shapes {
            Some(shapes @ 1..) => Some(shapes),
            Some(0) => {
                if !self.problems.is_lost("errors") {
                    self.problems.push(subject.span, Problem::NoErrorShape {});
                }
                None
            }
            None => {
                self.problems.push(subject.span, Problem::UnknownFact { subject: subject.value.clone(), of: self.of });
                None
            }
        }
    }

    /// A place in the declared errors: in every one that has it, and in one at least.
    fn error_path(&mut self, written: &str, fact: &spec::Fact) -> Option<Fact> {
        let shapes = self.error_shapes(&fact.subject)?;
        let path = self.steps(&fact.subject, written)?;
        let others = self.others(&fact.matcher)?;
        let (source, subject) = (self.source, &fact.subject);
        let (mut resolved, mut found, mut failed, mut no_path) = (None, false, false, None);
        for at in 0..shapes {
            let (asides, problems) = (&mut *self.asides, &mut *self.problems);
            let Some(view) = self.errors.as_deref_mut().and_then(|errors| errors.get_mut(at)) else { continue };
            // What one shape lacks makes the place absent where that shape is met.
            let several = shapes > 1;
            let mut with = |reader: &mut Reader<'_>, leaf: &mut View, absent: bool| {
                let absent = absent || several;
                let mut leaf = Leaf {
                    source,
                    reader,
                    asides: &mut *asides,
                    leaf,
                    absent,
                    path: subject,
                    others: &others,
                    problems: &mut *problems,
                };
                match leaf.matcher(&fact.matcher) {
                    Some(matcher) => resolved = Some(matcher),
                    None => failed = true,
                }
            };
            match self.reader.at(view, &path, false, &mut with) {
                Ok(()) => found = true,
                Err(wrong) => no_path = no_path.or(Some(wrong)),
            }
        }
        match (found, no_path) {
            (false, Some(no_path)) => {
                unknown_path(subject, written, no_path, self.problems);
                None
            }
            _ if failed => None,
            _ => Some(Fact { subject: Subject::Error, path, matcher: resolved?, span: fact.matcher.span }),
        }
    }

    /// Resolves a matcher at every place that the path leads to.
    pub(super) fn matcher(
        &mut self,
        path: &[String],
        subject: &Spanned<String>,
        matcher: &Spanned<spec::Matcher>,
    ) -> Option<Match> {
        let others = self.others(matcher)?;
        let (source, asides, problems) = (self.source, &mut *self.asides, &mut *self.problems);
        let Some(view) = self.view.as_deref_mut() else {
            problems.push(subject.span, Problem::NoBodyHere { path: subject.value.clone() });
            return None;
        };
        let mut resolved = None;
        let mut failed = false;
        let result = self.reader.at(view, path, false, &mut |reader, leaf, absent| {
            let asides = &mut *asides;
            let problems = &mut *problems;
            let mut at = Leaf { source, reader, asides, leaf, absent, path: subject, others: &others, problems };
            match at.matcher(matcher) {
                Some(matcher) => resolved = Some(matcher),
                None => failed = true,
            }
        });
        match result {
            Ok(()) if failed => None,
            Ok(()) => resolved,
            Err(no_path) => {
                unknown_path(subject, subject, no_path, self.problems);
                None
            }
        }
    }

    /// The other places that a matcher compares with.
    fn others(&mut self, matcher: &Spanned<spec::Matcher>) -> Option<Vec<Found>> {
        let mut templates = Vec::new();
        templates_of(matcher, &mut templates);
        let found: Vec<_> = templates.into_iter().map(|template| self.other(template)).collect();
        found.into_iter().collect()
    }

    fn other(&mut self, template: &spec::Template) -> Option<Found> {
        let Some(Spanned { value: Piece::Name(name), span }) = template.sole_name() else { return None };
        let name = Spanned::new(name.clone(), *span);
        if let Some(front) = ["reply.", "item."].into_iter().find(|front| name.starts_with(front)) {
            let path = &name[front.len()..];
            // The rest of the reply is not known yet while an element of a list is looked at.
            if front.trim_end_matches('.') != self.of || path.starts_with('$') {
                let problem = Problem::OutOfSight { name: name.value.clone(), of: self.of };
                self.problems.push(name.span, problem);
                return None;
            }
            let path_steps = self.steps(&name, path)?;
            let Some(view) = self.view.as_deref_mut() else {
                self.problems.push(name.span, Problem::NoBodyHere { path: path.to_owned() });
                return None;
            };
            let mut found = None;
            let result = self.reader.at(view, &path_steps, false, &mut |_, leaf, _| {
                found = Some((leaf.slot, leaf.ty.clone()));
            });
            if let Err(no_path) = result {
                unknown_path(&name, path, no_path, self.problems);
                return None;
            }
            let (slot, ty) = found?;
            return Some(Found { at: template.span, other: Other { slot, place: OtherPlace::Here(path_steps) }, ty });
        }
        let at = self.asides.named(&name, self.problems)?;
        let (slot, ty) = (self.reader.aside(at), self.asides.all[at].view.ty.clone());
        Some(Found { at: template.span, other: Other { slot, place: OtherPlace::Aside(at) }, ty })
    }
}

/// The templates of a matcher, but for those about elements.
fn templates_of<'m>(matcher: &'m Spanned<spec::Matcher>, all: &mut Vec<&'m spec::Template>) {
    match &matcher.value {
        spec::Matcher::Same(template) => all.push(template),
        spec::Matcher::OneOf(several) | spec::Matcher::AllOf(several) => {
            several.iter().for_each(|one| templates_of(one, all));
        }
        spec::Matcher::Not(inner) => templates_of(inner, all),
        _ => {}
    }
}

/// A length of time in milliseconds, the unit of `$age`.
pub(crate) fn millis(time: Duration) -> i64 {
    i64::try_from(time.as_millis()).unwrap_or(i64::MAX)
}

/// Pushes what is wrong with a path. `written` is all of the text that it is the end of.
pub(crate) fn unknown_path(written: &Spanned<String>, path: &str, no_path: NoPath, problems: &mut Diagnostics) {
    let (path, front) = (path.to_owned(), written.len() - path.len());
    match no_path {
        // What is wrong with this part's own type was pushed where it is declared.
        NoPath::Unknown { part, .. } if problems.is_lost(&part) => {}
        NoPath::Unknown { part, within, left, known } => {
            let start = front + start_of(&path, left).unwrap_or_default();
            let span = written.part(start..start + part.len());
            let similar = similar(&part, known.iter().map(String::as_str));
            problems.push(span, Problem::UnknownPath { path, part, within, known, similar });
        }
        NoPath::ThroughList { at } => problems.push(written.span, Problem::PathThroughList { path, at }),
        NoPath::ThroughScalar { at, ty } => problems.push(written.span, Problem::PathThroughScalar { path, at, ty }),
    }
}

/// Words in backticks.
pub(crate) fn list(words: &[String]) -> String {
    words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ")
}
