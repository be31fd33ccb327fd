//! Signs replies the way the spec has them verified.

use serde_json::Value;
use settled_codegen::model::{Part, Verify, View};

use super::binding::Binding;
use super::compute::keyed;
use super::reply::Signing;
use super::slot::{at, printed};
use super::wire::Sees;

/// The body with its timestamp and proof, where the operation's replies carry one. `Err` says what was asked for and
/// cannot be done.
pub(super) fn signed(binding: &Binding<'_>, signing: &Signing, body: &[u8]) -> Result<Option<Vec<u8>>, String> {
    let asked = signing.key.is_some() || signing.timestamp.is_some();
    let proof = binding.operation.verify.as_ref().zip(binding.operation.reading.proof.as_ref());
    let written = proof.zip(serde_json::from_slice(body).ok()).and_then(|((verify, view), mut value)| {
        let stamped = signing.timestamp.as_deref().is_none_or(|text| stamp(verify, view, &mut value, text));
        let proved = signing.off || prove(binding, verify, view, &mut value, signing.key.as_deref());
        (stamped && proved).then(|| value.to_string().into_bytes())
    });
    match written {
        None if asked => Err("the reply has no place for the timestamp or the proof that was asked for".to_owned()),
        _ if signing.off && signing.timestamp.is_none() => Ok(None),
        written => Ok(written),
    }
}

/// Puts a text where the proof reads the reply.
fn stamp(verify: &Verify, view: &View, value: &mut Value, text: &str) -> bool {
    let slots = verify.expected.text.0.iter().filter_map(|part| match part {
        Part::Reply(slot) => Some(*slot),
        _ => None,
    });
    slots.fold(false, |_, slot| at(view, value, slot, &mut |place| *place = Value::from(text)))
}

/// Puts the proof where the spec has it read.
fn prove(binding: &Binding<'_>, verify: &Verify, view: &View, value: &mut Value, key: Option<&str>) -> bool {
    let read = |slot| {
        let mut found = None;
        at(view, &mut value.clone(), slot, &mut |place| found = printed(place));
        found
    };
    let hmac = &verify.expected;
    let part = |part: &Part| match part {
        Part::Reply(slot) => read(*slot),
        part => binding.part(part, Sees::All),
    };
    let text: Option<String> = hmac.text.0.iter().map(part).collect();
    let key = key.map(str::to_owned).or_else(|| binding.text(&hmac.key));
    let proof = text.zip(key).and_then(|(text, key)| keyed(hmac, &text, &key));
    proof.is_some_and(|proof| at(view, value, verify.given, &mut |place| *place = Value::from(proof.as_str())))
}
