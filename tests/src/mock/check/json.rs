//! Holds JSON against the spec.

use serde_json::Value;
use settled_codegen::model::{Function, InputKind, Json, Part, Text};

use super::super::binding::Found;
use super::super::wire::Sees;
use super::{Check, misfit};

impl<'a> Check<'a> {
    pub(super) fn json(&mut self, place: &str, json: &Json, given: Option<&Value>) {
        match (json, given) {
            (Json::Object(members), Some(Value::Object(given))) => {
                for (name, member) in members {
                    self.json(&format!("`{name}` in {place}"), member, given.get(name));
                }
                for name in given.keys().filter(|name| !members.iter().any(|(known, _)| known == *name)) {
                    self.wrong(format!("`{name}` in {place} is not in the spec"));
                }
            }
            (Json::List(items), Some(Value::Array(given))) => {
                if items.len() != given.len() {
                    self.wrong(format!("{place} has not as many elements as the spec says"));
                }
                for (at, (item, given)) in items.iter().zip(given).enumerate() {
                    self.json(&format!("element {at} of {place}"), item, Some(given));
                }
            }
            (Json::Input(at), given) => self.input(place, *at, given),
            (Json::Text(text), None) if self.is_left_out(text) => {}
            (_, None) => self.wrong(format!("{place} is missing")),
            (Json::Text(text), Some(Value::String(given))) => match self.inner(text) {
                Some(inner) => match serde_json::from_str(given) {
                    Ok(value) => self.json(&format!("the JSON inside {place}"), inner, Some(&value)),
                    Err(_) => self.wrong(format!("{place} holds no JSON")),
                },
                None => self.place(place, text, Some(given), Sees::All),
            },
            (Json::Number(text), Some(Value::Number(given))) => {
                self.place(place, text, Some(&given.to_string()), Sees::All);
            }
            (Json::Literal(literal), Some(given)) => {
                if serde_json::from_str::<Value>(literal).ok().as_ref() != Some(given) {
                    self.wrong(format!("{place} is not what the spec says"));
                }
            }
            (Json::Object(_) | Json::List(_) | Json::Text(_) | Json::Number(_), Some(_)) => {
                self.wrong(format!("{place} has another type than the spec says"));
            }
        }
    }

    fn input(&mut self, place: &str, at: usize, given: Option<&Value>) {
        let input = &self.binding.operation.inputs[at];
        match (&self.binding.inputs[at], given) {
            (None, None) if input.optional => {}
            (Some(found), Some(given)) if is_written(&input.kind, found, given) => {}
            (found, given) => self.wrong(misfit(place, found.is_some() || !input.optional, given.is_some())),
        }
    }

    /// The JSON that a text is, where it is nothing else.
    fn inner(&self, text: &Text) -> Option<&'a Json> {
        let [Part::Value(at)] = text.0.as_slice() else { return None };
        match &self.binding.operation.values[*at].function {
            Function::JsonText(json) => Some(json),
            _ => None,
        }
    }
}

/// Whether a value in JSON is this input, as its type is written.
fn is_written(kind: &InputKind, found: &Found, given: &Value) -> bool {
    match (kind, found, given) {
        (InputKind::Json, Found::Json(found), given) => found == given,
        (InputKind::List(item), Found::List(found), Value::Array(given)) => {
            found.len() == given.len() && found.iter().zip(given).all(|(found, given)| is_scalar(item, found, given))
        }
        (kind, Found::Text(found), given) => is_scalar(kind, found, given),
        _ => false,
    }
}

fn is_scalar(kind: &InputKind, found: &str, given: &Value) -> bool {
    match (kind, given) {
        (InputKind::Bool(_), Value::Bool(given)) => given.to_string() == found,
        (InputKind::Int(_), Value::Number(given)) => given.as_i64().is_some_and(|given| given.to_string() == found),
        // `2` and `2.0` are one number, and both are written.
        (InputKind::Float(_), Value::Number(given)) => given.as_f64() == found.parse().ok(),
        (InputKind::Bool(_) | InputKind::Int(_) | InputKind::Float(_), _) => false,
        (InputKind::Json | InputKind::Bytes | InputKind::List(_), _) => false,
        (_, Value::String(given)) => given == found,
        _ => false,
    }
}
