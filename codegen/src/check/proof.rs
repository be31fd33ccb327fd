//! The proof that replies and events carry: digests, signatures and JWTs, and when each is asked for.

mod keys;
mod made;

use super::aside::Asides;
use super::operation::Checker;
use super::reading::{Reader, steps};
use super::rules;
use super::scope::{Meaning, ReplyScope, Used};
use super::value::one_of;
use crate::diagnostic::{Diagnostics, Problem};
use crate::model::reading::{Apart, Asked, Reading, View, ViewKind};
use crate::model::rules::Fact;
use crate::model::types::Type;
use crate::model::{
    Digest, Ed25519, Encoding, Fresh, Given, Hmac, Input, JwtAlgorithm, JwtProof, Part, Proof, SentBy, Verify, Way,
};
use crate::source::{Span, Spanned};
use crate::spec::{self, Piece, Template};
use made::Maker;

impl Checker<'_> {
    /// The proof that replies or events carry.
    #[expect(clippy::too_many_arguments, reason = "all of them are parts of the one operation that is checked")]
    pub(super) fn verify<'t>(
        &self,
        reading: &mut Reading,
        reader: &mut Reader<'t>,
        asides: &mut Asides<'_>,
        reply: &Type,
        inputs: &[Input],
        used: &mut Used,
        problems: &mut Diagnostics,
    ) -> Option<Verify> {
        let spec = self.operation.verify.as_ref()?;
        self.refuse_for_replies(spec, problems);
        let declared = self.operation.reply.as_ref().map_or(self.name.span, |shape| shape.span);
        let mut view = reader.root(reply, declared);
        let types = reader.types();
        let places = ReplyScope { asides: Some(asides), ..ReplyScope::of(reader, &mut view) };
        let mut maker = Maker::new(self.scope(inputs), places, self.webhook.is_some(), problems);
        let parts = match self.webhook.and_then(|webhook| webhook.parts.as_ref()) {
            Some(parts) => Some(maker.places.parts(parts, maker.problems)?),
            None => None,
        };
        maker.has_parts = parts.is_some();
        // Every one is looked at, so that all mistakes are told.
        let proofs: Vec<_> = spec.all.iter().map(|spec| self.proof(spec, &mut maker, types)).collect();
        let proofs: Vec<Proof> = proofs.into_iter().collect::<Option<_>>()?;
        let fresh = match self.webhook.and_then(|webhook| webhook.fresh.as_ref()) {
            Some(fresh) => Some(maker.fresh(fresh, &proofs)?),
            None => None,
        };
        let (values, scope_used) = maker.finish();
        used.settings.extend(scope_used.settings);
        used.inputs.extend(scope_used.inputs);
        used.values.extend(scope_used.values);
        reading.proof = Some(view);
        let whens = self.apart(reading, reader, asides, reply, problems)?;
        let ways = whens.into_iter().zip(proofs).map(|(when, proof)| Way { when, proof }).collect();
        Some(Verify { parts, fresh, values, ways })
    }

    /// What only events are proved by.
    fn refuse_for_replies(&self, spec: &spec::Proofs, problems: &mut Diagnostics) {
        if self.webhook.is_some() {
            return;
        }
        let mut refuse = |what, span: Span| problems.push(spec::first_line(span), Problem::OnlyForEvents { what });
        if spec.is_list {
            refuse("a list of proofs", spec.span);
        }
        for one in &spec.all {
            let given = [
                ("`ed25519`", one.ed25519.as_ref().map(|text| text.span)),
                ("`jwt`", one.jwt.as_ref().map(|text| text.span)),
                ("`when`", one.when.as_ref().map(|facts| facts.span)),
            ];
            given
                .into_iter()
                .filter_map(|(what, span)| Some((what, span?)))
                .for_each(|(what, span)| refuse(what, span));
        }
    }

    fn proof(
        &self,
        spec: &spec::Verify,
        maker: &mut Maker<'_, '_, '_, '_>,
        types: &crate::model::Types,
    ) -> Option<Proof> {
        match spec.way(maker.problems)? {
            spec::Way::Digest(given, expected) => maker.digest(given, expected).map(Proof::Digest),
            spec::Way::Ed25519(given, signed, encoding) => {
                let (signed_text, given_at) = (maker.text(signed), maker.given(given));
                let encoding = one_of(encoding, &Encoding::ALL, "an encoding", maker.problems);
                let key = self.key(spec, None, maker, types);
                let proof = Ed25519 { given: given_at?, signed: signed_text?, encoding: encoding?, key: key? };
                maker.refuse_own_body(given, &maker.parts_of(&proof.signed))?;
                Some(Proof::Ed25519(proof))
            }
            spec::Way::Jwt(jwt, alg) => {
                let algorithms = algorithms(alg, spec.keys.is_some(), maker.problems);
                let token = maker.sole_part(jwt);
                let claims: Vec<_> = spec.claims.iter().map(|(path, text)| maker.claim(path, text)).collect();
                let key = self.key(spec, Some(jwt), maker, types);
                let claims = claims.into_iter().collect::<Option<_>>();
                Some(Proof::Jwt(JwtProof { token: token?, algorithms: algorithms?, claims: claims?, key: key? }))
            }
        }
    }

    /// Of which kind events are, and for each proof when it is asked for.
    fn apart<'t>(
        &self,
        reading: &mut Reading,
        reader: &mut Reader<'t>,
        asides: &mut Asides<'_>,
        reply: &Type,
        problems: &mut Diagnostics,
    ) -> Option<Vec<Vec<Fact>>> {
        let proofs = self.operation.verify.as_ref().map_or(&[][..], |proofs| &proofs.all);
        let whens: Vec<_> = proofs.iter().map(|proof| proof.when.as_ref()).collect();
        for two in proofs.windows(2) {
            if let ([first, second], None) = (two, two[0].when.as_ref()) {
                let problem = Problem::ProofNeverAsked { first: spec::first_line(first.span) };
                problems.push(spec::first_line(second.span), problem);
            }
        }
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

    /// Of which kind an event without a proof is.
    pub(super) fn kind<'t>(
        &self,
        reading: &mut Reading,
        reader: &mut Reader<'t>,
        asides: &mut Asides<'_>,
        reply: &Type,
        problems: &mut Diagnostics,
    ) -> Option<()> {
        match self.operation.verify.is_none() {
            true => self.apart(reading, reader, asides, reply, problems).map(drop),
            false => Some(()),
        }
    }
}

fn clear(view: &mut View) {
    if let ViewKind::Scalar(asked) = &mut view.kind {
        *asked = Asked::default();
    }
}

/// How a JWT may be signed. A public key is no secret, so no shared one stands beside it.
fn algorithms(spec: &spec::Words, has_keys: bool, problems: &mut Diagnostics) -> Option<Vec<JwtAlgorithm>> {
    let all: Vec<_> =
        spec.0.iter().map(|word| one_of(word, &JwtAlgorithm::ALL, "an algorithm of JWTs", problems)).collect();
    let all: Vec<JwtAlgorithm> = all.into_iter().collect::<Option<_>>()?;
    let shared = all.iter().position(|algorithm| algorithm.is_shared());
    if let Some(at) = shared
        && (has_keys || !all.iter().all(|algorithm| algorithm.is_shared()))
    {
        let word = &spec.0[at];
        problems.push(word.span, Problem::SharedBesidePublic { word: word.value.clone() });
        return None;
    }
    Some(all)
}

impl Maker<'_, '_, '_, '_> {
    /// A keyed digest.
    fn digest(&mut self, given: &Template, expected: &Template) -> Option<Digest> {
        let (prefix, name, at) = match expected.pieces.as_slice() {
            [Spanned { value: Piece::Name(name), span }] => (String::new(), name, *span),
            [Spanned { value: Piece::Text(text), .. }, Spanned { value: Piece::Name(name), span }] => {
                (text.clone(), name, *span)
            }
            _ => {
                self.problems.push(expected.span, Problem::NotOneName { found: expected.written() });
                return None;
            }
        };
        let Meaning::Value(value) = self.scope.look(name, at, self.problems)? else {
            self.problems.push(at, Problem::NotAKeyedDigest { name: name.clone() });
            return None;
        };
        let function = value.function(self.problems)?;
        let spec::Function::Hmac(text, key, hash) = &function.value else {
            self.problems.push(at, Problem::NotAKeyedDigest { name: name.clone() });
            return None;
        };
        let given_at = self.given(given)?;
        let expected = self.hmac(value, text, key, *hash)?;
        self.refuse_own_body(given, &self.parts_of(&expected.text))?;
        Some(Digest { given: given_at, prefix, expected })
    }

    /// A body that holds its own proof cannot be proved as a whole.
    fn refuse_own_body(&mut self, given: &Template, parts: &[Part]) -> Option<()> {
        let written = given.written();
        let path = written.split_once('.').map(|(word, path)| (word.trim_start_matches('{'), path));
        let in_body = path.is_some_and(|(word, path)| word != "parts" && !path.starts_with('$'));
        if in_body && parts.contains(&Part::ReplyBody) {
            let span = given.sole_name().map_or(given.span, |name| name.span);
            self.problems.push(span, Problem::ProofInBody {});
            return None;
        }
        Some(())
    }

    /// What a claim must be.
    fn claim(&mut self, path: &Spanned<String>, text: &Template) -> Option<(Vec<String>, crate::model::Text)> {
        let steps = steps(path);
        if steps.is_none() {
            self.problems.push(path.span, Problem::BadPath { path: path.value.clone() });
        }
        let text = self.text(text);
        Some((steps?, text?))
    }

    /// When an event was sent. A moment that anybody can change says nothing.
    fn fresh(&mut self, spec: &spec::FreshSpec, proofs: &[Proof]) -> Option<Fresh> {
        let Some(Spanned { value: Piece::Name(name), span }) = spec.sent.sole_name() else {
            self.problems.push(spec.sent.span, Problem::NotOneName { found: spec.sent.written() });
            return None;
        };
        let are_jwts = proofs.iter().all(|proof| matches!(proof, Proof::Jwt(_)));
        let sent = match name.strip_prefix("jwt.") {
            Some(claim) if are_jwts && !claim.starts_with('$') => match steps(claim) {
                Some(steps) => SentBy::Claim(steps),
                None => {
                    self.problems.push(*span, Problem::BadPath { path: claim.to_owned() });
                    return None;
                }
            },
            Some(_) => {
                self.problems.push(*span, Problem::NoJwtHere { name: name.clone() });
                return None;
            }
            None => SentBy::Part(self.sole_part(&spec.sent)?),
        };
        let (unit, within) = (super::webhook::unit(spec, self.problems)?, spec.within.value);
        let in_body = name.starts_with("event.") && !name.starts_with("event.$");
        let holds = |parts: &[Part], part: &Part| parts.contains(part) || (in_body && parts.contains(&Part::ReplyBody));
        let proved = proofs.iter().all(|proof| match &sent {
            SentBy::Claim(_) => true,
            SentBy::Part(part) => holds(&self.proved_by(proof), part),
        });
        if !proved {
            self.problems.push(spec.sent.span, Problem::FreshUnproved {});
        }
        Some(Fresh { sent, unit, within })
    }

    /// All that a proof holds.
    fn proved_by(&self, proof: &Proof) -> Vec<Part> {
        match proof {
            Proof::Digest(Digest { expected: Hmac { text, .. }, .. })
            | Proof::Ed25519(Ed25519 { signed: text, .. }) => self.parts_of(text),
            Proof::Jwt(jwt) => jwt.claims.iter().flat_map(|(_, text)| self.parts_of(text)).collect(),
        }
    }

    /// Where a proof stands.
    fn given(&mut self, template: &Template) -> Option<Given> {
        Some(match self.sole(template)? {
            (name, _) if self.is_pair(name) => Given::Parts(name["parts.".len()..].to_owned()),
            (name, span) => Given::Slot(self.places.slot(name, span, self.problems)?),
        })
    }
}
