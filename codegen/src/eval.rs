//! The model, interpreted: what a reply means, worked out from the facts as they are written, one after the other. It shares
//! no code with the patterns and the generated `match`, so that each can be held against the other.

mod explain;
mod facts;
mod fit;
mod json;
mod observed;

use std::time::Duration;

pub use explain::{Explained, Tried, Unmet, explain};
use facts::{Ground, Place};
use fit::fits;
use json::{Found, open, parse, unreadable};
pub use observed::Observed;
use observed::Outside;
use serde_json::value::RawValue;

use crate::model::reading::{Position, View};
use crate::model::rules::{Also, ErrorShape, Reach, Rule, RuleFacts, Subject, Told, ToldPart, Verdict};
use crate::model::{Fact, Operation, Reading, ReplyKind, Vendor};

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

/// Judges a reply of an operation.
pub fn judge(vendor: &Vendor, operation: &Operation, observed: &Observed<'_>) -> Judged {
    Judge::new(vendor, operation, observed).judge()
}

/// Whether one fact of an operation's `states` holds.
pub(crate) fn holds(vendor: &Vendor, operation: &Operation, observed: &Observed<'_>, fact: &Fact) -> bool {
    Judge::new(vendor, operation, observed).fact_holds(fact)
}

/// Whether one fact of a webhook's `only_if` holds.
pub(crate) fn meant(vendor: &Vendor, operation: &Operation, observed: &Observed<'_>, fact: &Fact) -> bool {
    Judge::new(vendor, operation, observed).of_kind().is_some_and(|ground| ground.holds(fact))
}

/// One reply of one operation, taken apart.
struct Judge<'m> {
    operation: &'m Operation,
    status: u16,
    verified: bool,
    age: Duration,
    body: Result<&'m RawValue, String>,
    /// Why the body is no answer.
    misfit: Option<String>,
    /// The errors that the reply is, in order.
    errors: Vec<&'m ErrorShape>,
    ground: Ground<'m>,
    views: Vec<&'m View>,
}

impl<'m> Judge<'m> {
    fn new(vendor: &'m Vendor, operation: &'m Operation, observed: &'m Observed<'_>) -> Self {
        let reading = &operation.reading;
        let views: Vec<_> = reading.views().collect();
        let body = parse(observed.body).and_then(|body| unreadable(body, &views).map_or(Ok(body), Err));
        let outside = Outside::of(vendor, operation, observed);
        let root = body.as_ref().ok().map(|body| Place { view: &reading.answer, raw: body });
        let ground = Ground { types: &vendor.types, asides: &reading.asides, outside, root };
        let misfit = match &body {
            Ok(body) => fits(&reading.answer, Some(body), &vendor.types).err(),
            Err(reason) => Some(reason.clone()),
        };
        // Where no JSON is asked for, every body is an answer.
        let is_any = operation.reply_kind != ReplyKind::Json && (200..300).contains(&observed.status);
        let misfit = misfit.filter(|_| !is_any);
        let Observed { status, verified, age, .. } = *observed;
        let mut judge = Judge { operation, status, verified, age, body, misfit, errors: Vec::new(), ground, views };
        judge.errors = reading.errors.iter().filter(|error| judge.is_error(error)).collect();
        judge
    }

    fn reading(&self) -> &'m Reading {
        &self.operation.reading
    }

    fn is_success(&self) -> bool {
        (200..300).contains(&self.status)
    }

    fn is_error(&self, error: &ErrorShape) -> bool {
        let ground = match (&error.body, &self.body) {
            (None, _) => self.ground.without_body(),
            (Some(view), Ok(body)) if fits(view, Some(body), self.ground.types).is_ok() => self.ground.at(view, body),
            _ => return false,
        };
        match &error.also {
            _ if !self.is_success() => true,
            Also::Never => false,
            Also::Fits => error.body.is_some(),
            Also::When(facts) => facts.iter().all(|fact| ground.holds(fact)),
        }
    }

    /// The declared error that has a body.
    fn error(&self) -> Option<(&'m ErrorShape, &'m View)> {
        self.errors.iter().find_map(|error| Some((*error, error.body.as_ref()?)))
    }

    fn is_answer(&self) -> bool {
        self.is_success() && self.errors.is_empty() && self.misfit.is_none()
    }

    /// Whether an event is of the kind that its webhook is for.
    fn is_meant(&self) -> bool {
        let facts = self.reading().apart.as_ref().and_then(|apart| apart.only_if.as_ref());
        facts.is_none_or(|facts| self.of_kind().is_some_and(|ground| facts.iter().all(|fact| ground.holds(fact))))
    }

    /// Why no rule is asked about an event.
    fn refused(&self) -> Option<Verdict> {
        match self.reading().is_event {
            true if self.reading().signed && !self.verified => Some(Verdict::Unverified),
            true if !self.is_meant() => Some(Verdict::OtherEvent),
            _ => None,
        }
    }

    /// What tells of which kind an event is. `None` where that looks at the body, and the body has another shape.
    fn of_kind(&self) -> Option<Ground<'m>> {
        let apart = self.reading().apart.as_ref()?;
        let ground = Ground { asides: &apart.asides, ..self.ground.clone() };
        match &self.body {
            Ok(body) if fits(&apart.view, Some(body), self.ground.types).is_ok() => Some(ground.at(&apart.view, body)),
            _ if apart.only_if.iter().flatten().any(|fact| fact.subject == Subject::Body) => None,
            _ => Some(ground.without_body()),
        }
    }

    fn judge(&self) -> Judged {
        if let Some(verdict) = self.refused() {
            return Judged::new(verdict);
        }
        for error in &self.errors {
            if let Some(rule) = self.error_rule(error) {
                return self.told_error(error, rule.verdict, Some(rule));
            }
        }
        if let Some((at, rule)) = self.reading().rules.iter().enumerate().find(|(_, rule)| self.rule_holds(rule)) {
            return self.told_rule(at, rule);
        }
        match self.errors.iter().find(|error| error.body.is_some()).or(self.errors.first()) {
            Some(error) => self.told_error(error, by_status(self.status), None),
            None if !self.is_success() => Judged::new(by_status(self.status)),
            None if self.misfit.is_some() => Judged { reason: self.misfit.clone(), ..Judged::new(Verdict::Unreadable) },
            None if self.reading().signed && !self.verified => Judged::new(Verdict::Unverified),
            // An operation that nobody waits for has no states; its reply is what it is.
            None if self.reading().rules.is_empty() => Judged::new(Verdict::Unknown),
            None => Judged::new(Verdict::Unreadable),
        }
    }

    /// The rule of a declared error that holds.
    fn error_rule(&self, error: &'m ErrorShape) -> Option<&'m Rule> {
        let ground = self.of_error(error);
        error.rules.iter().find(|rule| match &rule.facts {
            RuleFacts::Otherwise => true,
            RuleFacts::AnyOf(all) => all.iter().any(|(_, facts)| facts.iter().all(|fact| ground.holds(fact))),
        })
    }

    fn of_error(&self, error: &'m ErrorShape) -> Ground<'m> {
        match (&error.body, &self.body) {
            (Some(view), Ok(body)) => self.ground.at(view, body),
            _ => self.ground.without_body(),
        }
    }

    fn rule_holds(&self, rule: &Rule) -> bool {
        match &rule.facts {
            RuleFacts::Otherwise => self.not_asked(rule, Reach::Answers).is_none(),
            RuleFacts::AnyOf(all) => all.iter().any(|(_, facts)| {
                self.not_asked(rule, Reach::of(facts, &self.reading().asides)).is_none()
                    && facts.iter().all(|fact| self.fact_holds(fact))
            }),
        }
    }

    /// Why a rule with facts of this reach is not asked about the reply.
    fn not_asked(&self, rule: &Rule, reach: Reach) -> Option<&'static str> {
        let proof = "the reply's proof is missing or wrong";
        let unread = if self.reading().is_event { "the event cannot be read" } else { "the reply cannot be read" };
        match (self.is_answer(), reach) {
            (true, _) if self.reading().signed && !self.verified && rule.needs_proof(reach) => Some(proof),
            (true, _) => None,
            (false, Reach::Answers) if !self.is_success() => Some("it speaks of 2xx replies"),
            (false, Reach::Answers) if !self.errors.is_empty() => Some("the reply is a declared error"),
            (false, Reach::Answers) => Some(unread),
            (false, Reach::All) if self.reading().signed && rule.needs_proof(reach) => Some(proof),
            (false, Reach::All) => None,
        }
    }

    /// Whether a fact of `states` holds.
    fn fact_holds(&self, fact: &Fact) -> bool {
        match (fact.subject, &self.body, self.error()) {
            (Subject::Aside(_), ..) => self.ground.holds(fact),
            (Subject::Body, Ok(_), _) => self.misfit.is_none() && self.ground.holds(fact),
            (Subject::Error, Ok(_), error) if fact.path.is_empty() => facts::presence(&fact.matcher, error.is_some()),
            (Subject::Error, Ok(body), Some((_, view))) => self.ground.at(view, body).holds(fact),
            _ => false,
        }
    }

    fn told_rule(&self, at: usize, rule: &Rule) -> Judged {
        let reading = self.reading();
        let error = self.error().map(|(error, _)| error);
        let tell = |own: &[Told], all: &[Told], of_error: Option<&Vec<Told>>| {
            let texts = own.iter().chain(all).chain(of_error.into_iter().flatten());
            texts.into_iter().find_map(|text| self.told(text))
        };
        Judged {
            verdict: rule.verdict,
            rule: Some(at),
            partial: rule.partial,
            revisable: rule.revisable,
            code: tell(&rule.code, &reading.code, error.map(|error| &error.code)),
            message: tell(&rule.message, &reading.message, error.map(|error| &error.message)),
            reason: None,
        }
    }

    fn told_error(&self, error: &ErrorShape, verdict: Verdict, rule: Option<&Rule>) -> Judged {
        let own = |of: fn(&Rule) -> &Vec<Told>| rule.map(of).into_iter().flatten();
        let code = own(|rule| &rule.code).chain(&error.code).find_map(|text| self.told(text));
        let message = own(|rule| &rule.message).chain(&error.message).find_map(|text| self.told(text));
        Judged { code, message, ..Judged::new(verdict) }
    }

    fn told(&self, text: &Told) -> Option<String> {
        let mut whole = String::new();
        for part in &text.0 {
            match part {
                ToldPart::Plain(text) => whole.push_str(text),
                ToldPart::Place(path, _) => whole.push_str(&printed(self.body.as_ref().ok()?, path, &self.views)?),
                ToldPart::Aside(at, _) => whole.push_str(&self.ground.outside.text(*at)?),
            }
        }
        Some(whole)
    }
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
            let at = Position::parse(step)?;
            printed(elements.get(at.index(elements.len())?)?, rest, &json::at_position(&views, at))
        }
        Found::Text(text) => {
            let (raw, views) = json::inner(&text, &views)?;
            printed(raw, steps, &views)
        }
        _ => None,
    }
}
