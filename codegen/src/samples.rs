//! Replies made from the model: for each rule one that makes it decide, and for each of its facts the same with one change
//! after which it does not.
//!
//! Every place that rules test has a few values that rules tell apart. They are tried in turn, the interpreter being the
//! judge, so a sample is what it says. The order is fixed: equal specs have equal samples.

mod body;
mod pool;

use std::time::Duration;

use serde_json::Value;

use crate::eval::{Judged, Observed, holds, judge, meant};
use crate::model::reading::View;
use crate::model::rules::{AsideSource, Fact, Match, Other, OtherPlace, Reach, RuleFacts, Subject, Verdict};
use crate::model::types::TimeKind;
use crate::model::{Operation, Vendor};
use crate::moment;
use pool::{MOMENT, Pools};

/// A reply and what is known beside it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reply {
    /// The HTTP status.
    pub status: u16,
    /// Names and values.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub body: String,
    /// The time since the wait began.
    pub age: Duration,
    /// Inputs and settings, by their names.
    pub given: Vec<(String, String)>,
}

/// A reply that makes a rule decide, and how little keeps it from that.
#[derive(Debug, Clone)]
pub struct Sample {
    /// The rule's position.
    pub rule: usize,
    /// The reply.
    pub reply: Reply,
    /// What it is judged to be.
    pub judged: Judged,
    /// For facts of the rule, in order, the reply with one change.
    pub changes: Vec<Change>,
}

/// A sample with one change.
#[derive(Debug, Clone)]
pub struct Change {
    /// The fact that was changed, by its position in the alternative that held.
    pub fact: usize,
    /// The changed reply.
    pub reply: Reply,
    /// What it is judged to be.
    pub judged: Judged,
}

/// A sample for each rule of an operation. A rule is left out where no reply was found that makes it decide, and a fact
/// where no change of its place alone keeps the rule from deciding.
pub fn samples(vendor: &Vendor, operation: &Operation) -> Vec<Sample> {
    (0..operation.reading.rules.len()).filter_map(|rule| Sampler::new(vendor, operation, rule).sample()).collect()
}

/// How often a reply is made anew until the rule decides.
const TRIES: usize = 400;

struct Sampler<'m> {
    vendor: &'m Vendor,
    operation: &'m Operation,
    rule: usize,
    pools: Pools<'m>,
}

/// A reply in the making.
#[derive(Debug, Clone)]
struct Draft<'m> {
    /// What the body is made as, where there is one.
    body: Option<(&'m View, Value)>,
    status: u16,
    /// What stands in the asides, in their order.
    asides: Vec<Option<String>>,
}

impl<'m> Sampler<'m> {
    fn new(vendor: &'m Vendor, operation: &'m Operation, rule: usize) -> Self {
        Sampler { vendor, operation, rule, pools: Pools::new(&vendor.types, rule) }
    }

    fn alternatives(&self) -> Vec<&'m [Fact]> {
        match &self.operation.reading.rules[self.rule].facts {
            RuleFacts::Otherwise => vec![&[]],
            RuleFacts::AnyOf(all) => all.iter().map(|(_, facts)| facts.as_slice()).collect(),
        }
    }

    fn sample(mut self) -> Option<Sample> {
        let alternatives = self.alternatives();
        for attempt in 0..TRIES {
            let facts = alternatives[attempt % alternatives.len()];
            let draft = self.draft(facts, attempt >= alternatives.len());
            let (reply, judged) = self.judge(&draft);
            if judged.rule == Some(self.rule) {
                let changes = (0..facts.len()).filter_map(|fact| self.change(&draft, facts, fact)).collect();
                return Some(Sample { rule: self.rule, reply, judged, changes });
            }
        }
        None
    }

    fn judge(&self, draft: &Draft<'_>) -> (Reply, Judged) {
        let reply = draft.finish(self.vendor, self.operation);
        let judged = judge(self.vendor, self.operation, &observed(&reply));
        (reply, judged)
    }

    fn holds(&self, draft: &Draft<'_>, fact: &Fact) -> bool {
        let reply = draft.finish(self.vendor, self.operation);
        holds(self.vendor, self.operation, &observed(&reply), fact)
    }

    /// A reply for which the facts hold, as far as one was found. What they do not name is `shaken` up, so that rules
    /// above may not hold.
    fn draft(&mut self, facts: &[Fact], shaken: bool) -> Draft<'m> {
        let reading = &self.operation.reading;
        let far = Reach::of(facts, &reading.asides) == Reach::All;
        let names = |subject: Subject| facts.iter().any(|fact| fact.subject == subject);
        let bodies: Vec<&View> = reading.errors.iter().filter_map(|error| error.body.as_ref()).collect();
        let is_error = facts
            .iter()
            .any(|fact| fact.subject == Subject::Error && (!fact.path.is_empty() || !fact.matcher.holds_absent()));
        let view = match () {
            () if is_error => bodies.get(self.pools.below(bodies.len())).copied(),
            () if far && !names(Subject::Body) && !names(Subject::Error) => None,
            () => Some(&reading.answer),
        };
        let mut draft = Draft {
            body: view.map(|view| (view, body::default(view, &self.vendor.types))),
            status: if is_error { 400 } else { 200 },
            asides: reading.asides.iter().map(|aside| self.pools.aside(&aside.view)).collect(),
        };
        if shaken {
            self.shake(&mut draft);
        }
        // A later fact may undo an earlier one.
        for fact in facts.iter().chain(facts) {
            if !self.holds(&draft, fact) {
                self.meet(&mut draft, fact);
            }
        }
        self.mean(&mut draft);
        draft
    }

    /// Makes an event of the kind that its webhook is for.
    fn mean(&mut self, draft: &mut Draft<'m>) {
        let Some(apart) = &self.operation.reading.apart else { return };
        for fact in apart.only_if.iter().flatten() {
            let place = match fact.subject {
                Subject::Aside(at) => apart.asides.get(at).map(|aside| &aside.view),
                _ => body::at(&apart.view, &fact.path),
            };
            let values = place.map(|place| self.pools.of(place)).unwrap_or_default();
            // What the rule asks for may do already.
            let changed = values.into_iter().map(|value| {
                let mut changed = draft.clone();
                match (fact.subject, &mut changed.body) {
                    (Subject::Aside(at), _) => changed.asides[at] = value.as_ref().and_then(body::text),
                    (_, Some((_, whole))) => body::set(&apart.view, whole, &fact.path, value, &self.vendor.types),
                    (_, None) => {}
                }
                changed
            });
            let is_meant = |draft: &Draft<'_>| {
                let reply = draft.finish(self.vendor, self.operation);
                meant(self.vendor, self.operation, &observed(&reply), fact)
            };
            let found = std::iter::once(draft.clone()).chain(changed).find(is_meant);
            if let Some(found) = found {
                *draft = found;
            }
        }
    }

    fn shake(&mut self, draft: &mut Draft<'m>) {
        for (at, aside) in self.operation.reading.asides.iter().enumerate() {
            if self.pools.below(3) != 0 {
                continue;
            }
            let values = self.pools.of(&aside.view);
            let value = values.get(self.pools.below(values.len())).cloned().flatten();
            let text = value.as_ref().and_then(body::text);
            match aside.source {
                // An answer stays one.
                AsideSource::Http => {
                    let status = text.and_then(|status| status.parse().ok());
                    draft.status = status.filter(|status| (200..300).contains(status)).unwrap_or(draft.status);
                }
                _ => draft.asides[at] = text,
            }
        }
        let Some((view, _)) = draft.body else { return };
        for (steps, place) in body::places(view) {
            if self.pools.below(3) == 0 {
                let values = self.pools.of(place);
                let value = values.get(self.pools.below(values.len())).cloned().flatten();
                draft.set(&steps, value, &self.vendor.types);
            }
        }
    }

    /// Sets the place of a fact so that it holds.
    fn meet(&mut self, draft: &mut Draft<'m>, fact: &Fact) {
        for changed in self.settings_of(draft, fact) {
            if self.holds(&changed, fact) {
                *draft = changed;
                return;
            }
        }
    }

    /// The draft with each of the values that rules tell apart at the place of a fact.
    fn settings_of(&mut self, draft: &Draft<'m>, fact: &Fact) -> Vec<Draft<'m>> {
        let reading = &self.operation.reading;
        if let Subject::Aside(at) = fact.subject {
            let Some(aside) = reading.asides.get(at) else { return Vec::new() };
            let with = |value: Option<String>| match (&aside.source, &value) {
                (AsideSource::Http, Some(status)) => Draft { status: status.parse().unwrap_or(200), ..draft.clone() },
                _ => {
                    let mut changed = draft.clone();
                    changed.asides[at] = value;
                    changed
                }
            };
            return self
                .pools
                .of(&aside.view)
                .into_iter()
                .map(|value| with(value.as_ref().and_then(body::text)))
                .collect();
        }
        if fact.path.is_empty() && fact.subject == Subject::Error {
            return vec![
                Draft { body: None, status: 400, ..draft.clone() },
                Draft {
                    body: Some((&reading.answer, body::default(&reading.answer, &self.vendor.types))),
                    ..draft.clone()
                },
            ];
        }
        let Some((view, whole)) = &draft.body else { return Vec::new() };
        let mut values = body::at(view, &fact.path).map(|place| self.pools.of(place)).unwrap_or_default();
        let mut others = Vec::new();
        compared(&fact.matcher, &mut others);
        values.extend(others.iter().map(|steps| body::get(whole, steps)));
        let mut both = Vec::new();
        for steps in &others {
            for value in body::at(view, steps).map(|place| self.pools.of(place)).unwrap_or_default() {
                let mut changed = draft.clone();
                changed.set(steps, value.clone(), &self.vendor.types);
                changed.set(&fact.path, value, &self.vendor.types);
                both.push(changed);
            }
        }
        let mut moments = Vec::new();
        held_against(&fact.matcher, &mut moments);
        for (other, kind) in moments {
            for value in &values {
                let mut changed = draft.clone();
                changed.set(&fact.path, value.clone(), &self.vendor.types);
                match &other.place {
                    OtherPlace::Here(steps) => {
                        for against in body::at(view, steps).map(|place| self.pools.of(place)).unwrap_or_default() {
                            let mut changed = changed.clone();
                            changed.set(steps, against, &self.vendor.types);
                            both.push(changed);
                        }
                    }
                    OtherPlace::Aside(at) => {
                        changed.asides[*at] = body::text(&moment::write(*kind, MOMENT));
                        both.push(changed);
                    }
                }
            }
        }
        let with = |value: Option<Value>| {
            let mut changed = draft.clone();
            changed.set(&fact.path, value, &self.vendor.types);
            changed
        };
        values.into_iter().map(with).chain(both).collect()
    }

    /// The sample with one change at the place of a fact, after which the rule does not decide.
    fn change(&mut self, draft: &Draft<'m>, facts: &[Fact], fact: usize) -> Option<Change> {
        for changed in self.settings_of(draft, &facts[fact]) {
            let (reply, judged) = self.judge(&changed);
            // An event of another kind is never judged.
            let is_judged = judged.verdict != Verdict::OtherEvent;
            if is_judged && judged.rule != Some(self.rule) && !self.holds(&changed, &facts[fact]) {
                return Some(Change { fact, reply, judged });
            }
        }
        None
    }
}

/// The places of the body that a matcher compares with.
fn compared<'f>(matcher: &'f Match, others: &mut Vec<&'f [String]>) {
    match matcher {
        Match::Same(Other { place: OtherPlace::Here(steps), .. }) => others.push(steps),
        Match::OneOf(all) | Match::AllOf(all) => all.iter().for_each(|(_, one)| compared(one, others)),
        Match::Not(inner) => compared(inner, others),
        _ => {}
    }
}

/// The moments that a matcher holds a place against.
fn held_against<'f>(matcher: &'f Match, others: &mut Vec<&'f (Other, TimeKind)>) {
    match matcher {
        Match::Moment(moment) => others.extend(&moment.than),
        Match::OneOf(all) | Match::AllOf(all) => all.iter().for_each(|(_, one)| held_against(one, others)),
        Match::Not(inner) => held_against(inner, others),
        _ => {}
    }
}

fn observed(reply: &Reply) -> Observed<'_> {
    let Reply { status, headers, body, age, given } = reply;
    Observed { status: *status, headers, body, verified: true, age: *age, given }
}

impl Draft<'_> {
    fn set(&mut self, steps: &[String], value: Option<Value>, types: &crate::model::Types) {
        if let Some((view, body)) = &mut self.body {
            body::set(view, body, steps, value, types);
        }
    }

    fn finish(&self, vendor: &Vendor, operation: &Operation) -> Reply {
        let mut reply = Reply {
            status: self.status,
            body: self.body.as_ref().map(|(_, body)| body.to_string()).unwrap_or_default(),
            ..Reply::default()
        };
        for (aside, value) in operation.reading.asides.iter().zip(&self.asides) {
            let Some(value) = value else { continue };
            match &aside.source {
                AsideSource::Http => {}
                AsideSource::Age => reply.age = Duration::from_millis(value.parse().unwrap_or_default()),
                AsideSource::Header(name) => reply.headers.push((name.clone(), value.clone())),
                AsideSource::Input(at) => reply.given.push((operation.inputs[*at].name.clone(), value.clone())),
                AsideSource::Setting(at) => reply.given.push((vendor.settings[*at].name.clone(), value.clone())),
            }
        }
        reply
    }
}
