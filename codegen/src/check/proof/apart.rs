//! What is asked of events before their rules: of which kind they are, and when each proof is asked for.

use crate::check::aside::Asides;
use crate::check::operation::Checker;
use crate::check::reading::Reader;
use crate::check::rules;
use crate::diagnostic::{Diagnostics, Problem};
use crate::model::reading::{Apart, Asked, Reading, View, ViewKind};
use crate::model::rules::Fact;
use crate::model::types::Type;
use crate::spec;

impl Checker<'_> {
    /// Of which kind events are, and for each proof when it is asked for.
    pub(super) fn apart<'t>(
        &self,
        reading: &mut Reading,
        reader: &mut Reader<'t>,
        asides: &mut Asides<'_>,
        reply: &Type,
        problems: &mut Diagnostics,
    ) -> Option<Vec<Vec<Fact>>> {
        let proofs = self.operation.verify.as_ref().map_or(&[][..], |proofs| &proofs.all);
        let whens: Vec<_> = proofs.iter().map(|proof| proof.when.as_ref()).collect();
        refuse_unasked(proofs, problems);
        let only_if = self.webhook.and_then(|webhook| webhook.only_if.as_ref());
        if only_if.is_none() && whens.iter().all(Option::is_none) {
            return Some(whens.iter().map(|_| Vec::new()).collect());
        }
        let declared = self.operation.reply.as_ref().map_or(self.name.span, |shape| shape.span);
        let mut view = reader.root(reply, declared);
        // What is asked here tells no values apart for the rules.
        let of_rules = asides.all.clone();
        asides.all.iter_mut().for_each(|aside| clear(&mut aside.view));
        let mut facts = rules::Resolver {
            source: self.source,
            reader,
            view: Some(&mut view),
            errors: None,
            asides,
            of: "event",
            problems,
        };
        let mut resolve = |spec: &spec::Facts, place, takes, fits: fn(&str) -> bool| {
            let wrong: Vec<_> = spec.facts.iter().filter(|fact| !fits(&fact.subject)).collect();
            for fact in &wrong {
                let subject = fact.subject.value.clone();
                facts.problems.push(fact.subject.span, Problem::FactMisplaced { subject, place, takes });
            }
            if wrong.is_empty() { facts.facts(spec) } else { None }
        };
        let header = |subject: &str| subject.starts_with("$header.");
        let any = |subject: &str| !subject.starts_with('$') || subject.starts_with("$header.");
        let whens: Vec<_> = whens
            .into_iter()
            .map(|when| {
                when.map_or(Some(Vec::new()), |when| resolve(when, "when", "headers: `$header.<name>`", header))
            })
            .collect();
        let only_if =
            only_if.map(|only_if| resolve(only_if, "only_if", "places of the body and headers: `$header.<name>`", any));
        let mut own = asides.all.clone();
        asides.all.iter_mut().for_each(|aside| clear(&mut aside.view));
        asides.all.iter_mut().zip(of_rules).for_each(|(aside, before)| *aside = before);
        for (at, aside) in own.iter_mut().enumerate() {
            aside.view.slot = reader.aside(at);
        }
        let only_if = match only_if {
            Some(facts) => Some(facts?),
            None => None,
        };
        reading.apart = Some(Apart { view, asides: own, only_if });
        whens.into_iter().collect()
    }
}

/// Pushes the proofs behind one that is always asked for.
fn refuse_unasked(proofs: &[spec::Verify], problems: &mut Diagnostics) {
    for two in proofs.windows(2) {
        if let [first, second] = two
            && first.when.is_none()
        {
            let problem = Problem::ProofNeverAsked { first: spec::first_line(first.span) };
            problems.push(spec::first_line(second.span), problem);
        }
    }
}

fn clear(view: &mut View) {
    if let ViewKind::Scalar(asked) = &mut view.kind {
        *asked = Asked::default();
    }
}
