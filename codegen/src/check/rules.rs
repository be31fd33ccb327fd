//! Resolves rules: every path exists, every literal fits its field, every verdict may stand where it does.

use super::reading::{NoPath, Reader, counts, start_of, steps};
use crate::diagnostic::{Diagnostics, Problem, similar};
use crate::model::reading::{Condition, Each, View, ViewKind};
use crate::model::rules::{Fact, Match, Rule, RuleFacts, Verdict};
use crate::model::types::Type;
use crate::source::{Source, Span, Spanned};
use crate::spec;

/// Where rules stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// In an operation's `states`.
    States,
    /// In an error's `rules`.
    Errors,
}

/// Resolves facts and rules against one shape.
pub(crate) struct Rules<'a, 't> {
    pub(crate) source: &'a Source,
    pub(crate) reader: &'a mut Reader<'t>,
    pub(crate) view: &'a mut View,
    pub(crate) problems: &'a mut Diagnostics,
}

impl Rules<'_, '_> {
    /// Resolves a list of rules.
    pub(crate) fn all(&mut self, rules: &[spec::Rule], place: Place) -> Vec<Rule> {
        self.reader.testing = true;
        let resolved = rules.iter().filter_map(|rule| self.rule(rule, place)).collect();
        self.reader.testing = false;
        resolved
    }

    fn rule(&mut self, rule: &spec::Rule, place: Place) -> Option<Rule> {
        let verdict = Verdict::of(&rule.verdict)?;
        self.modifiers(rule, verdict);
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
        let toggled = |toggle: &Option<Spanned<bool>>| toggle.as_ref().is_some_and(|toggle| toggle.value);
        Some(Rule {
            verdict,
            partial: toggled(&rule.partial),
            revisable: toggled(&rule.revisable),
            facts,
            text: self.text(span),
            place: self.source.place(rule.verdict.span),
            span: rule.verdict.span.to(span),
        })
    }

    fn modifiers(&mut self, rule: &spec::Rule, verdict: Verdict) {
        for (name, modifier) in [("partial", &rule.partial), ("revisable", &rule.revisable)] {
            if let Some(modifier) = modifier
                && !verdict.is_settled()
            {
                let verdict = rule.verdict.value.clone();
                self.problems
                    .push(modifier.span, Problem::ModifierMisplaced { modifier: name, verdict, at: rule.verdict.span });
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
        let resolved: Vec<_> = facts.facts.iter().map(|fact| self.fact(fact)).collect();
        resolved.into_iter().collect()
    }

    fn fact(&mut self, fact: &spec::Fact) -> Option<Fact> {
        let subject = &fact.subject;
        if subject.starts_with('$') {
            self.problems.push(subject.span, Problem::UnknownFact { subject: subject.value.clone() });
            return None;
        }
        let Some(path) = steps(subject) else {
            self.problems.push(subject.span, Problem::BadPath { path: subject.value.clone() });
            return None;
        };
        let matcher = self.matcher(&path, subject, &fact.matcher)?;
        Some(Fact { path, matcher, span: fact.matcher.span })
    }

    /// Resolves a matcher at every place that the path leads to.
    fn matcher(
        &mut self,
        path: &[String],
        subject: &Spanned<String>,
        matcher: &Spanned<spec::Matcher>,
    ) -> Option<Match> {
        let (source, problems) = (self.source, &mut *self.problems);
        let mut resolved = None;
        let result = self.reader.at(self.view, path, false, &mut |reader, leaf, absent| {
            let mut at = Leaf { source, reader, leaf, absent, path: subject, problems: &mut *problems };
            resolved = at.matcher(matcher);
        });
        match result {
            Ok(()) => resolved,
            Err(no_path) => {
                unknown_path(subject, subject, no_path, self.problems);
                None
            }
        }
    }
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

/// One place that a fact is about.
struct Leaf<'a, 't> {
    source: &'a Source,
    reader: &'a mut Reader<'t>,
    leaf: &'a mut View,
    absent: bool,
    path: &'a Spanned<String>,
    problems: &'a mut Diagnostics,
}

impl Leaf<'_, '_> {
    fn matcher(&mut self, matcher: &Spanned<spec::Matcher>) -> Option<Match> {
        let resolved = match &matcher.value {
            spec::Matcher::Word(word) => Match::Word(self.word(word, matcher.span)?),
            spec::Matcher::OneOf(all) => {
                let resolve = |one: &Spanned<spec::Matcher>| Some((one.span, self.matcher(one)?));
                let all: Vec<_> = all.iter().map(resolve).collect();
                Match::OneOf(all.into_iter().collect::<Option<_>>()?)
            }
            spec::Matcher::Present => Match::Present,
            spec::Matcher::Absent => Match::Absent,
            spec::Matcher::Null => Match::Null,
            spec::Matcher::Not(inner) => Match::Not(Box::new(self.matcher(inner)?)),
            spec::Matcher::Elements(quantifier, condition) => {
                Match::Elements(*quantifier, self.condition(*quantifier, condition, matcher.span)?)
            }
        };
        let presence = match resolved {
            Match::Present => Some("present"),
            Match::Absent => Some("absent"),
            Match::Null => Some("null"),
            _ => None,
        };
        if let (Some(matcher_word), false) = (presence, self.absent) {
            let path = self.path.value.clone();
            let problem = Problem::AlwaysThere { path, matcher: matcher_word, declared: self.leaf.declared };
            self.problems.push(matcher.span, problem);
            return None;
        }
        self.leaf.null |= resolved.names_null();
        Some(resolved)
    }

    /// A word that must stand here: it fits the type, in the form that the type prints.
    fn word(&mut self, word: &str, span: Span) -> Option<String> {
        let path = self.path.value.clone();
        let mismatch = |ty: String, similar: Option<String>, declared: Span| Problem::LiteralMismatch {
            path: path.clone(),
            literal: word.to_owned(),
            ty,
            similar,
            declared,
        };
        let declared = self.leaf.declared;
        let ViewKind::Scalar(words) = &mut self.leaf.kind else {
            let ty = self.reader.types().in_words(&self.leaf.ty);
            self.problems.push(span, Problem::WordOnStructure { path, word: word.to_owned(), ty, declared });
            return None;
        };
        let canonical = match &self.leaf.ty {
            Type::Enum(_) | Type::Bool | Type::LenientBool => match words.iter().any(|known| known == word) {
                true => return Some(word.to_owned()),
                false => {
                    let ty = match &self.leaf.ty {
                        Type::Enum(_) => format!("one of {}", list(words)),
                        _ => "`true` or `false`".to_owned(),
                    };
                    self.problems.push(span, mismatch(ty, similar(word, words.iter().map(String::as_str)), declared));
                    return None;
                }
            },
            Type::Int | Type::LenientInt => match word.parse::<i64>() {
                Ok(number) => number.to_string(),
                Err(_) => {
                    self.problems.push(span, mismatch("a whole number".to_owned(), None, declared));
                    return None;
                }
            },
            Type::Float | Type::Json => {
                let ty = self.reader.types().in_words(&self.leaf.ty);
                self.problems.push(span, Problem::WordOnStructure { path, word: word.to_owned(), ty, declared });
                return None;
            }
            _ => word.to_owned(),
        };
        if !words.contains(&canonical) {
            words.push(canonical.clone());
        }
        Some(canonical)
    }

    /// A condition on the elements here, counted once however many rules ask for it.
    fn condition(&mut self, quantifier: spec::Quantifier, condition: &spec::Condition, span: Span) -> Option<String> {
        let path = self.path.value.clone();
        let Some((mut reader, mut view)) = self.reader.element(self.leaf) else {
            let ty = self.reader.types().in_words(&self.leaf.ty);
            let declared = self.leaf.declared;
            self.problems.push(span, Problem::NotAList { path, ty, declared });
            return None;
        };
        let mut rules = Rules { source: self.source, reader: &mut reader, view: &mut view, problems: self.problems };
        let facts = match condition {
            spec::Condition::Facts(facts) => rules.facts(facts)?,
            spec::Condition::Matcher(matcher) => {
                vec![Fact { path: Vec::new(), matcher: rules.matcher(&[], self.path, matcher)?, span: matcher.span }]
            }
        };
        let text = facts.iter().map(Fact::name).collect::<Vec<_>>().join(" & ");
        let known = counts(self.leaf)?.iter_mut().find(|each| each.condition.text == text);
        if let Some(each) = known {
            if !each.quantifiers.contains(&quantifier) {
                each.quantifiers.push(quantifier);
            }
            return Some(text);
        }
        let condition = Condition { facts, text: text.clone() };
        let tally = self.reader.tally(&self.leaf.path);
        let each = Each { tally, slots: reader.slots(), view, condition, quantifiers: vec![quantifier] };
        counts(self.leaf)?.push(each);
        Some(text)
    }
}

/// Words in backticks.
pub(crate) fn list(words: &[String]) -> String {
    words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ")
}
