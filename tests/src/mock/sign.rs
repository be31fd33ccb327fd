//! Signs replies the way the spec has them verified.

use serde_json::Value;
use settled_codegen::model::{Part, Verify, View, ViewKind};

use super::binding::Binding;
use super::compute::keyed;
use super::reply::Signing;

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
    let slots = verify.text.0.iter().filter_map(|part| match part {
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
    let text = binding.text_with(&verify.text, &read);
    let key = key.map(str::to_owned).or_else(|| binding.text(&verify.key));
    let proof = text.zip(key).and_then(|(text, key)| keyed(&text, &key, verify.width, verify.encoding));
    proof.is_some_and(|proof| at(view, value, verify.given, &mut |place| *place = Value::from(proof.as_str())))
}

fn printed(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(_) | Value::Bool(_) => Some(value.to_string()),
        _ => None,
    }
}

/// Calls `with` on what stands in a slot, a new null where nothing does, and says whether there is such a place.
fn at(view: &View, value: &mut Value, slot: u16, with: &mut dyn FnMut(&mut Value)) -> bool {
    match &view.kind {
        ViewKind::Scalar(_) if view.slot == slot => {
            with(value);
            true
        }
        ViewKind::Object(children) | ViewKind::Map(children, _) => {
            let Value::Object(members) = value else { return false };
            let mut within = |(name, child): &(String, View)| match members.get_mut(name) {
                Some(member) => at(child, member, slot, with),
                None if child.slot == slot => at(child, members.entry(name).or_insert(Value::Null), slot, with),
                None => false,
            };
            children.iter().any(&mut within)
        }
        ViewKind::List(items, _) => {
            let Value::Array(elements) = value else { return false };
            items.iter().any(|(number, child)| {
                elements.get_mut(*number as usize).is_some_and(|element| at(child, element, slot, with))
            })
        }
        ViewKind::Union(members) => members.iter().any(|member| at(member, value, slot, with)),
        ViewKind::Inner(inner) => {
            let Some(mut within) = value.as_str().and_then(|text| serde_json::from_str(text).ok()) else {
                return false;
            };
            let found = at(inner, &mut within, slot, with);
            if found {
                *value = Value::from(within.to_string());
            }
            found
        }
        ViewKind::Scalar(_) => false,
    }
}
