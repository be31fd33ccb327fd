//! The places of a reply, by the slots that the model gives them.

use serde_json::Value;
use settled_codegen::model::{View, ViewKind};

/// A scalar as text.
pub(super) fn printed(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(_) | Value::Bool(_) => Some(value.to_string()),
        _ => None,
    }
}

/// Calls `with` on what stands in a slot, a new null where nothing does, and says whether there is such a place.
pub(super) fn at(view: &View, value: &mut Value, slot: u16, with: &mut dyn FnMut(&mut Value)) -> bool {
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
                let number = number.index(elements.len());
                let element = number.and_then(|number| elements.get_mut(number));
                element.is_some_and(|element| at(child, element, slot, with))
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
