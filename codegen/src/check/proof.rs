//! What an operation takes from its replies beside their state: the proof, the inputs of later requests, the vendor's word.

use super::aside::Asides;
use super::operation::{Checker, unknown_input};
use super::reading::Reader;
use super::scope::{Meaning, ReplyScope, Used, text};
use super::value::{encoding, key_encoding};
use crate::diagnostic::{Diagnostics, Problem};
use crate::model::reading::{Reading, View, ViewKind};
use crate::model::types::Type;
use crate::model::{Given, Hmac, Input, Part, Verify};
use crate::source::Spanned;
use crate::spec::{self, Piece};

impl Checker<'_> {
    /// The proof that replies carry.
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
        let verify = self.operation.verify.as_ref()?;
        let declared = self.operation.reply.as_ref().map_or(self.name.span, |shape| shape.span);
        let mut view = reader.root(reply, declared);
        let Some(Spanned { value: Piece::Name(given), span }) = verify.given.sole_name() else {
            problems.push(verify.given.span, Problem::NotOneName { found: verify.given.written() });
            return None;
        };
        let (prefix, expected, at) = match verify.expected.pieces.as_slice() {
            [Spanned { value: Piece::Name(name), span }] => (String::new(), name, span),
            [Spanned { value: Piece::Text(text), .. }, Spanned { value: Piece::Name(name), span }] => {
                (text.clone(), name, span)
            }
            _ => {
                problems.push(verify.expected.span, Problem::NotOneName { found: verify.expected.written() });
                return None;
            }
        };
        let mut scope = self.scope(inputs);
        let Meaning::Value(value) = scope.look(expected, *at, problems)? else {
            problems.push(*at, Problem::NotAKeyedDigest { name: expected.clone() });
            return None;
        };
        let function = value.function(problems)?;
        let spec::Function::Hmac(message, key, hash) = &function.value else {
            problems.push(*at, Problem::NotAKeyedDigest { name: expected.clone() });
            return None;
        };
        let mut places = ReplyScope { asides: Some(asides), ..ReplyScope::of(reader, &mut view) };
        let parts = match self.webhook.and_then(|webhook| webhook.parts.as_ref()) {
            Some(parts) => Some(places.parts(parts, problems)?),
            None => None,
        };
        let has_parts = parts.is_some();
        let given_at = match pair_of(given, has_parts) {
            Some(name) => Given::Parts(name.to_owned()),
            None => Given::Slot(places.slot(given, *span, problems)?),
        };
        let fresh = match self.webhook.and_then(|webhook| webhook.fresh.as_ref()) {
            Some(fresh) => Some(places.fresh(fresh, |name| pair_of(name, has_parts), problems)?),
            None => None,
        };
        let mut part = |name: &str, piece: &Spanned<Piece>| match places.is_own(name) {
            true if places.is_whole(name) => Some(Part::ReplyBody),
            true => places.slot(name, piece.span, problems).map(Part::Reply),
            false if has_parts && name.starts_with("parts.") => {
                pair_of(name, has_parts).map(|name| Part::Parsed(name.to_owned()))
            }
            false => match scope.look(name, piece.span, problems)? {
                // Without its key no event is believed; a reply has to be.
                Meaning::Setting(at) if self.settings[at].optional && self.webhook.is_none() => {
                    problems.push(piece.span, Problem::OptionalInText { name: name.to_owned() });
                    None
                }
                Meaning::Setting(at) => Some(Part::Setting(at)),
                Meaning::Input(at) if inputs[at].optional => {
                    problems.push(piece.span, Problem::OptionalInText { name: name.to_owned() });
                    None
                }
                Meaning::Input(at) => Some(Part::Input(at)),
                Meaning::Value(_) | Meaning::Token(..) | Meaning::Request(_) => {
                    problems.push(piece.span, Problem::ValueInProof { name: name.to_owned() });
                    None
                }
            },
        };
        let message = text(message, &mut part)?;
        let in_body = given.split_once('.').is_some_and(|(word, path)| word != "parts" && !path.starts_with('$'));
        if in_body && message.0.contains(&Part::ReplyBody) {
            problems.push(*span, Problem::ProofInBody {});
            return None;
        }
        let key = text(key, &mut part)?;
        used.settings.extend(scope.used.settings);
        used.inputs.extend(scope.used.inputs);
        used.values.extend(scope.used.values);
        reading.proof = Some(view);
        let (key_as, encoding) = (key_encoding(value, problems)?, encoding(value, problems)?);
        if let (Some(fresh), Some(spec)) = (&fresh, self.webhook.and_then(|webhook| webhook.fresh.as_ref())) {
            // A moment that anybody can change says nothing.
            let in_body = spec.sent.written().starts_with("{event.") && !spec.sent.written().starts_with("{event.$");
            let is_proved = message.0.contains(&fresh.sent) || (in_body && message.0.contains(&Part::ReplyBody));
            if !is_proved {
                problems.push(spec.sent.span, Problem::FreshUnproved {});
            }
        }
        let expected = Hmac { text: message, key, key_as, hash: *hash, encoding };
        Some(Verify { given: given_at, prefix, expected, parts, fresh })
    }

    /// The inputs that later requests take from a reply.
    pub(super) fn pins(
        &self,
        scope: &mut ReplyScope<'_, '_, '_>,
        inputs: &[Input],
        problems: &mut Diagnostics,
    ) -> Vec<(usize, u16)> {
        let mut pins = Vec::new();
        for (name, choice) in self.operation.pin.iter() {
            let Some(at) = inputs.iter().position(|input| input.name == name.value) else {
                unknown_input(name, inputs, problems);
                continue;
            };
            for template in &choice.0 {
                match template.sole_name() {
                    Some(Spanned { value: Piece::Name(place), span }) => {
                        pins.extend(scope.slot(place, *span, problems).map(|slot| (at, slot)));
                    }
                    _ => problems.push(template.span, Problem::NotOneName { found: template.written() }),
                }
            }
        }
        pins
    }
}

/// The name of a pair, `t` of `parts.t`, where there are pairs.
fn pair_of(name: &str, has_parts: bool) -> Option<&str> {
    name.strip_prefix("parts.").filter(|_| has_parts)
}

/// The first enum, or else the first string, that the rules test: the vendor's own word for the state. Each member of a
/// union may have its own.
pub(super) fn first_word(view: &View) -> Vec<u16> {
    fn find(view: &View, wanted: &dyn Fn(&View) -> bool) -> Vec<u16> {
        let first = |mut below: Box<dyn Iterator<Item = Vec<u16>> + '_>| {
            below.find(|slots| !slots.is_empty()).unwrap_or_default()
        };
        if !view.tested || view.hidden {
            return Vec::new();
        }
        match &view.kind {
            ViewKind::Scalar(_) if wanted(view) => vec![view.slot],
            ViewKind::Scalar(_) => Vec::new(),
            ViewKind::Object(fields) => first(Box::new(fields.iter().map(|(_, field)| find(field, wanted)))),
            ViewKind::Inner(inner) => find(inner, wanted),
            // A scalar beside objects is not a word for the state.
            ViewKind::Union(members) => {
                let objects = members.iter().filter(|member| !matches!(member.kind, ViewKind::Scalar(_)));
                objects.flat_map(|member| find(member, wanted)).collect()
            }
            ViewKind::List(items, _) => first(Box::new(items.iter().map(|(_, item)| find(item, wanted)))),
            ViewKind::Map(values, _) => first(Box::new(values.iter().map(|(_, value)| find(value, wanted)))),
        }
    }
    let is_enum = |view: &View| matches!(view.ty, Type::Enum(_));
    let is_text = |view: &View| matches!(view.ty, Type::String | Type::LenientString);
    let mut slots = find(view, &is_enum);
    if slots.is_empty() {
        slots = find(view, &is_text);
    }
    slots.dedup();
    slots
}
