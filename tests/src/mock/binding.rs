//! What a request was made with, read back from it: inputs, and the values that only the client knew.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use http::HeaderMap;
use serde_json::Value;
use settled_codegen::model::{Function, HeaderValue, Json, Operation, Part, Text, Vendor};

/// An operation with all that a request of it was made with.
pub(super) struct Binding<'a> {
    pub(super) vendor: &'a Vendor,
    pub(super) operation: &'a Operation,
    pub(super) settings: &'a [String],
    pub(super) inputs: Vec<Option<String>>,
    /// Moments, and JSON as text, as they were found.
    pub(super) values: Vec<Option<String>>,
}

impl<'a> Binding<'a> {
    /// Nothing found yet.
    pub(super) fn new(vendor: &'a Vendor, operation: &'a Operation, settings: &'a [String]) -> Self {
        let (inputs, values) = (vec![None; operation.inputs.len()], vec![None; operation.values.len()]);
        Binding { vendor, operation, settings, inputs, values }
    }

    /// Reads back a path. `None` where it is no path of this operation.
    pub(super) fn of_path(mut self, path: &[String]) -> Option<Self> {
        let template = segments(&self.operation.path);
        if template.len() != path.len() {
            return None;
        }
        for (text, given) in template.iter().zip(path) {
            if given.is_empty() && !text.0.is_empty() {
                return None;
            }
            self.bind(text, given);
            if self.text(text).as_deref() != Some(given) {
                return None;
            }
        }
        Some(self)
    }

    /// Reads back everything behind the path.
    pub(super) fn read(&mut self, query: &[(String, String)], headers: &HeaderMap, body: Option<&Value>) {
        let operation = self.operation;
        for placed in &operation.query {
            if let Some((_, given)) = query.iter().find(|(name, _)| *name == placed.name) {
                self.bind(&placed.value, given);
            }
        }
        for header in &operation.headers {
            let Some(given) = headers.get(&header.name).and_then(|value| value.to_str().ok()) else { continue };
            match &header.value {
                HeaderValue::Text(text) => self.bind(text, given),
                HeaderValue::Basic(user, password) => {
                    let pair = given.strip_prefix("Basic ").and_then(decoded);
                    if let Some((given_user, given_password)) = pair.as_deref().and_then(|pair| pair.split_once(':')) {
                        self.bind(user, given_user);
                        self.bind(password, given_password);
                    }
                }
            }
        }
        if let (Some(json), Some(body)) = (&operation.json, body) {
            self.bind_json(json, body);
        }
    }

    /// Finds what is unknown in `text` by the known texts around it.
    fn bind(&mut self, text: &Text, given: &str) {
        let mut rest = given;
        for (at, part) in text.0.iter().enumerate() {
            if let Some(known) = self.known(part) {
                let Some(behind) = rest.strip_prefix(known) else { return };
                rest = behind;
                continue;
            }
            let next = text.0.get(at + 1).and_then(|part| self.known(part)).filter(|known| !known.is_empty());
            let end = match next {
                Some(known) => rest.find(known),
                None => Some(rest.len()),
            };
            let Some((found, behind)) = end.map(|end| rest.split_at(end)) else { return };
            self.bind_part(part, found);
            rest = behind;
        }
    }

    fn known<'t>(&'t self, part: &'t Part) -> Option<&'t str> {
        match part {
            Part::Plain(text) => Some(text),
            Part::Setting(at) => self.settings.get(*at).map(String::as_str),
            Part::Input(_) | Part::Value(_) | Part::Reply(_) => None,
        }
    }

    /// The first find counts: a second place that holds something else does not fit what is computed from the first.
    fn bind_part(&mut self, part: &Part, found: &str) {
        match part {
            Part::Input(at) => {
                self.inputs[*at].get_or_insert_with(|| found.to_owned());
            }
            Part::Value(at) => {
                let operation = self.operation;
                match &operation.values[*at].function {
                    Function::Now(_) => {
                        self.values[*at].get_or_insert_with(|| found.to_owned());
                    }
                    Function::JsonText(json) => {
                        self.values[*at].get_or_insert_with(|| found.to_owned());
                        if let Ok(inner) = serde_json::from_str(found) {
                            self.bind_json(json, &inner);
                        }
                    }
                    Function::Base64(text) => {
                        if let Some(inner) = decoded(found) {
                            self.bind(text, &inner);
                        }
                    }
                    Function::Digest(..) | Function::Hmac(..) => {}
                }
            }
            Part::Plain(_) | Part::Setting(_) | Part::Reply(_) => {}
        }
    }

    fn bind_json(&mut self, json: &Json, given: &Value) {
        match (json, given) {
            (Json::Object(members), Value::Object(given)) => {
                for (name, member) in members {
                    if let Some(given) = given.get(name) {
                        self.bind_json(member, given);
                    }
                }
            }
            (Json::List(items), Value::Array(given)) => {
                items.iter().zip(given).for_each(|(item, given)| self.bind_json(item, given));
            }
            (Json::Text(text), Value::String(given)) => self.bind(text, given),
            (Json::Input(at), Value::String(given)) => self.bind_part(&Part::Input(*at), given),
            (Json::Input(at), Value::Bool(_) | Value::Number(_)) => {
                self.bind_part(&Part::Input(*at), &given.to_string());
            }
            _ => {}
        }
    }
}

fn decoded(text: &str) -> Option<String> {
    String::from_utf8(STANDARD.decode(text).ok()?).ok()
}

/// A path, cut at its slashes.
fn segments(path: &Text) -> Vec<Text> {
    let mut segments = vec![Text::default()];
    for part in &path.0 {
        let Part::Plain(plain) = part else {
            segments.last_mut().into_iter().for_each(|last| last.0.push(part.clone()));
            continue;
        };
        for (at, piece) in plain.split('/').enumerate() {
            if at > 0 {
                segments.push(Text::default());
            }
            if !piece.is_empty() {
                segments.last_mut().into_iter().for_each(|last| last.0.push(Part::Plain(piece.to_owned())));
            }
        }
    }
    segments
}
