//! The proof that replies and events carry: digests, signatures and JWTs, and when each is asked for.

mod apart;
mod keys;
mod made;

use super::aside::Asides;
use super::operation::Checker;
use super::reading::{Reader, steps};
use super::scope::{Meaning, ReplyScope, Used};
use super::value::one_of;
use crate::diagnostic::{Diagnostics, Problem};
use crate::model::reading::Reading;
use crate::model::types::Type;
use crate::model::{
    Digest, Ed25519, Encoding, Expected, Fresh, Given, Input, JwtAlgorithm, JwtProof, Part, Proof, SentBy, SettingKind,
    Verify, Way,
};
use crate::source::{Span, Spanned};
use crate::spec::{self, Piece, Template};
use made::Maker;

impl Checker<'_> {
    /// The proof that replies or events carry, and of which kind events are.
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
        let whens = self.apart(reading, reader, asides, reply, problems);
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
        if !self.operation.states.is_empty() {
            spec.all.iter().zip(&proofs).for_each(|(spec, proof)| maker.refuse_bodyless(spec, proof));
        }
        let fresh = match self.webhook.and_then(|webhook| webhook.fresh.as_ref()) {
            Some(fresh) => Some(maker.fresh(fresh, &proofs)?),
            None => None,
        };
        let (values, scope_used) = maker.finish();
        used.settings.extend(scope_used.settings);
        used.inputs.extend(scope_used.inputs);
        used.values.extend(scope_used.values);
        reading.proof = Some(view);
        let ways = whens?.into_iter().zip(proofs).map(|(when, proof)| Way { when, proof }).collect();
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
    /// A keyed digest or a shared secret.
    fn digest(&mut self, given: &Template, expected: &[Template]) -> Option<Digest> {
        let expected: Vec<_> = expected.iter().map(|expected| self.expected(expected)).collect();
        let given_at = self.given(given)?;
        let expected: Vec<_> = expected.into_iter().collect::<Option<_>>()?;
        for one in &expected {
            self.refuse_own_body(given, &self.parts_of(one.proved()))?;
        }
        Some(Digest { given: given_at, expected })
    }

    /// What only somebody with a secret can know.
    fn expected(&mut self, expected: &Template) -> Option<Expected> {
        let behind = match expected.pieces.as_slice() {
            [Spanned { value: Piece::Name(name), span }] => Some((String::new(), name, *span)),
            [Spanned { value: Piece::Text(text), .. }, Spanned { value: Piece::Name(name), span }] => {
                Some((text.clone(), name, *span))
            }
            _ => None,
        };
        if let Some((prefix, name, at)) = behind
            && !self.places.is_own(name)
            && let Meaning::Value(value) = self.scope.look(name, at, self.problems)?
            && let spec::Function::Hmac(text, key, hash) = &value.function(self.problems)?.value
        {
            return Some(Expected::Keyed(prefix, self.hmac(value, text, key, *hash)?));
        }
        let text = self.text(expected)?;
        let is_secret = |part: &Part| match part {
            Part::Setting(at) => matches!(self.scope.settings[*at].kind, SettingKind::Secret(_)),
            _ => false,
        };
        if !self.parts_of(&text).iter().any(is_secret) {
            let (name, span) = match expected.sole_name() {
                Some(Spanned { value: Piece::Name(name), span }) => (name.clone(), *span),
                _ => (expected.written(), expected.span),
            };
            self.problems.push(span, Problem::ProvesNothing { name });
            return None;
        }
        Some(Expected::Text(text))
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

    /// A signature over nothing of the body would prove any body.
    fn refuse_bodyless(&mut self, spec: &spec::Verify, proof: &Proof) {
        let is_of_body = |part: &Part| match part {
            Part::ReplyBody => true,
            Part::Reply(slot) => self.of_body.contains(slot),
            _ => false,
        };
        let is_signature = matches!(proof, Proof::Ed25519(_) | Proof::Jwt(_));
        if is_signature && !self.proved_by(proof).iter().any(is_of_body) {
            self.problems.push(spec::first_line(spec.span), Problem::BodyUnproved {});
        }
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
            Proof::Digest(digest) => {
                // Any of them may be the one that holds.
                let mut all = digest.expected.iter().map(|expected| self.parts_of(expected.proved()));
                let first = all.next().unwrap_or_default();
                all.fold(first, |common, parts| common.into_iter().filter(|part| parts.contains(part)).collect())
            }
            Proof::Ed25519(Ed25519 { signed: text, .. }) => self.parts_of(text),
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
