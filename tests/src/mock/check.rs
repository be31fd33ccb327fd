//! Holds a request against its operation.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use http::header::{AUTHORIZATION, CONTENT_TYPE, COOKIE};
use http::{HeaderMap, StatusCode};
use serde_json::Value;
use settled_codegen::model::{Function, HeaderValue, InputKind, Json, Part, Text};

use super::binding::Binding;
use super::compute::is_moment;

/// Something that is not as the spec says. Names places, never values.
pub(super) struct Deviation {
    pub(super) status: StatusCode,
    pub(super) text: String,
}

/// What must stand in a place.
enum Expected {
    Nothing,
    Text(String),
    /// What it is computed from was not found.
    Unclear,
}

/// The check of one request, and what it has found so far.
pub(super) struct Check<'a> {
    binding: &'a Binding<'a>,
    found: Vec<Deviation>,
}

impl<'a> Check<'a> {
    pub(super) fn new(binding: &'a Binding<'a>) -> Self {
        Check { binding, found: Vec::new() }
    }

    /// All that is wrong with a request.
    pub(super) fn run(mut self, query: &[(String, String)], headers: &HeaderMap, body: &[u8]) -> Vec<Deviation> {
        self.query(query);
        self.headers(headers);
        self.body(headers, body);
        self.inputs();
        self.moments();
        self.found
    }

    fn wrong(&mut self, text: impl Into<String>) {
        self.found.push(Deviation { status: StatusCode::BAD_REQUEST, text: text.into() });
    }

    fn query(&mut self, query: &[(String, String)]) {
        let operation = self.binding.operation;
        for placed in &operation.query {
            let place = format!("query parameter `{}`", placed.name);
            let given: Vec<_> = query.iter().filter(|(name, _)| *name == placed.name).collect();
            if given.len() > 1 {
                self.wrong(format!("{place} is given twice"));
            }
            self.place(&place, &placed.value, given.first().map(|(_, value)| value.as_str()));
        }
        for (name, _) in query.iter().filter(|(name, _)| !operation.query.iter().any(|placed| placed.name == *name)) {
            self.wrong(format!("query parameter `{name}` is not in the spec"));
        }
    }

    fn headers(&mut self, headers: &HeaderMap) {
        let operation = self.binding.operation;
        for header in &operation.headers {
            let place = format!("header `{}`", header.name);
            if headers.get_all(&header.name).iter().count() > 1 {
                self.wrong(format!("{place} is given twice"));
            }
            let given = headers.get(&header.name).map(|value| value.to_str().unwrap_or_default());
            match &header.value {
                HeaderValue::Text(text) => self.place(&place, text, given),
                HeaderValue::Basic(user, password) => {
                    let pair = Text([user.0.as_slice(), &[Part::Plain(":".to_owned())], &password.0].concat());
                    let given = given.map(|given| given.strip_prefix("Basic ").unwrap_or_default());
                    let expected = match self.binding.text(&pair) {
                        Some(pair) => Expected::Text(STANDARD.encode(pair)),
                        None => Expected::Unclear,
                    };
                    self.compare(&place, StatusCode::UNAUTHORIZED, &expected, given);
                }
            }
        }
        for name in [AUTHORIZATION, COOKIE] {
            let is_declared = operation.headers.iter().any(|header| header.name == name.as_str());
            if headers.contains_key(&name) && !is_declared {
                self.wrong(format!("header `{name}` is not in the spec"));
            }
        }
    }

    fn body(&mut self, headers: &HeaderMap, body: &[u8]) {
        let Some(json) = &self.binding.operation.json else {
            if !body.is_empty() {
                self.wrong("there is a body, and the spec has none");
            }
            return;
        };
        let is_declared = self.binding.operation.headers.iter().any(|header| header.name == CONTENT_TYPE.as_str());
        let given = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
        if !is_declared && given.split(';').next().map(str::trim) != Some("application/json") {
            self.wrong("header `content-type` is not `application/json`");
        }
        match serde_json::from_slice(body) {
            Ok(body) => self.json("the body", json, Some(&body)),
            Err(_) => self.wrong("the body is not JSON"),
        }
    }

    fn json(&mut self, place: &str, json: &Json, given: Option<&Value>) {
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
                let sent: Vec<_> = items.iter().filter(|item| !self.is_left_out(item)).collect();
                if sent.len() != given.len() {
                    self.wrong(format!("{place} has not as many elements as the spec says"));
                }
                for (at, (item, given)) in sent.iter().zip(given).enumerate() {
                    self.json(&format!("element {at} of {place}"), item, Some(given));
                }
            }
            (Json::Input(at), given) => match (self.typed(*at), given) {
                (None, None) if self.is_unset(*at) => {}
                (Some(expected), Some(given)) if expected == *given => {}
                (expected, given) => {
                    let is_expected = expected.is_some() || !self.binding.operation.inputs[*at].optional;
                    self.wrong(misfit(place, is_expected, given.is_some()));
                }
            },
            (_, None) => self.wrong(format!("{place} is missing")),
            (Json::Text(text), Some(Value::String(given))) => match self.inner(text) {
                Some(inner) => match serde_json::from_str(given) {
                    Ok(value) => self.json(&format!("the JSON inside {place}"), inner, Some(&value)),
                    Err(_) => self.wrong(format!("{place} holds no JSON")),
                },
                None => self.place(place, text, Some(given)),
            },
            (Json::Literal(literal), Some(given)) => {
                if serde_json::from_str::<Value>(literal).ok().as_ref() != Some(given) {
                    self.wrong(format!("{place} is not what the spec says"));
                }
            }
            (Json::Object(_) | Json::List(_) | Json::Text(_), Some(_)) => {
                self.wrong(format!("{place} has another type than the spec says"));
            }
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

    fn is_left_out(&self, json: &Json) -> bool {
        matches!(json, Json::Input(at) if self.is_unset(*at))
    }

    /// Whether an input may be left out and was.
    fn is_unset(&self, at: usize) -> bool {
        self.binding.operation.inputs[at].optional && self.binding.inputs[at].is_none()
    }

    /// An input that was found, as its type is written in JSON; null where it cannot be, which no find is.
    fn typed(&self, at: usize) -> Option<Value> {
        let text = self.binding.inputs[at].as_deref()?;
        Some(match &self.binding.operation.inputs[at].kind {
            InputKind::Text(_) | InputKind::Secret => Value::from(text),
            InputKind::Bool(_) => text.parse::<bool>().map_or(Value::Null, Value::from),
            InputKind::Int(_) => text.parse::<i64>().map_or(Value::Null, Value::from),
        })
    }

    fn place(&mut self, place: &str, text: &Text, given: Option<&str>) {
        let expected = match text.0.as_slice() {
            [Part::Input(at)] if self.is_unset(*at) => Expected::Nothing,
            _ => self.binding.text(text).map_or(Expected::Unclear, Expected::Text),
        };
        let status = match self.binding.is_secret(text) {
            true => StatusCode::UNAUTHORIZED,
            false => StatusCode::BAD_REQUEST,
        };
        self.compare(place, status, &expected, given);
    }

    fn compare(&mut self, place: &str, status: StatusCode, expected: &Expected, given: Option<&str>) {
        let text = match (expected, given) {
            (Expected::Nothing, None) => return,
            (Expected::Text(expected), Some(given)) if expected == given => return,
            (Expected::Unclear, Some(_)) => {
                format!("{place} cannot be checked: what it is made of stands nowhere in the request")
            }
            (expected, given) => misfit(place, !matches!(expected, Expected::Nothing), given.is_some()),
        };
        self.found.push(Deviation { status, text });
    }

    fn inputs(&mut self) {
        let operation = self.binding.operation;
        let name = |at: &usize| format!("`{}`", operation.inputs[*at].name);
        let given = operation.exactly_one.iter().filter(|at| self.binding.inputs[**at].is_some()).count();
        if !operation.exactly_one.is_empty() && given != 1 {
            let names: Vec<_> = operation.exactly_one.iter().map(name).collect();
            self.wrong(format!("exactly one of {} must be given, and there are {given}", names.join(", ")));
        }
    }

    fn moments(&mut self) {
        for (value, found) in self.binding.operation.values.iter().zip(&self.binding.values) {
            if let (Function::Now(format), Some(found)) = (&value.function, found)
                && !is_moment(found, *format)
            {
                self.wrong(format!("`{}` is no moment in the format of the spec", value.name));
            }
        }
    }
}

fn misfit(place: &str, is_expected: bool, is_given: bool) -> String {
    match (is_expected, is_given) {
        (true, false) => format!("{place} is missing"),
        (false, true) => format!("{place} must not be there"),
        _ => format!("{place} is not what the spec says"),
    }
}
