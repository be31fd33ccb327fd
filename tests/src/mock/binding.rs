//! What a request was made with, read back from it: inputs, tokens, and the values that only the client knew.

mod joined;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use serde_json::Value;
use settled_codegen::model::{
    Body, FormPart, Function, HeaderValue, InputKind, Json, Multipart, Operation, Part, Placed, Stage, Text, Vendor,
};

use super::form_data::{self, Given};
use super::jwt::Jwt;
use super::wire::{Pairs, Sees, Wire};

/// An operation with all that a request of it was made with.
#[derive(Clone)]
pub(super) struct Binding<'a> {
    pub(super) vendor: &'a Vendor,
    pub(super) operation: &'a Operation,
    /// The token that it asks for, where it does.
    pub(super) token: Option<usize>,
    pub(super) settings: &'a [String],
    pub(super) wire: &'a Wire<'a>,
    pub(super) inputs: Vec<Option<Found>>,
    /// Moments, random values, JSON as text and JWTs, as they were found.
    pub(super) values: Vec<Option<String>>,
    pub(super) tokens: Vec<Carried>,
    /// How many parameters of the query are those of a URL that was handed over.
    pub(super) own_parameters: usize,
    /// Only what is beyond doubt is taken.
    is_strict: bool,
}

/// An input as it was found.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Found {
    Text(String),
    List(Vec<String>),
    Json(Value),
    Bytes(Bytes),
}

/// A token that a request was made with.
#[derive(Debug, Clone, Default)]
pub(super) struct Carried {
    /// The fields, as far as they stand in the request.
    pub(super) found: Vec<Option<String>>,
    /// The fields of the token that these are of.
    pub(super) held: Option<Vec<String>>,
}

impl<'a> Binding<'a> {
    /// Nothing found yet.
    pub(super) fn new(
        vendor: &'a Vendor,
        operation: &'a Operation,
        token: Option<usize>,
        settings: &'a [String],
        wire: &'a Wire<'a>,
    ) -> Self {
        let (inputs, values) = (vec![None; operation.inputs.len()], vec![None; operation.values.len()]);
        let none = |fields: usize| Carried { found: vec![None; fields], held: None };
        let tokens = vendor.tokens.iter().map(|token| none(token.fields.len())).collect();
        let (own_parameters, is_strict) = (0, false);
        Binding { vendor, operation, token, settings, wire, inputs, values, tokens, own_parameters, is_strict }
    }

    /// Reads back everything behind the path. What stands alone, or beside known text only, is read first: a text of
    /// several unknown parts can be cut in more ways than one.
    pub(super) fn read(&mut self) {
        let (query, form, json) = (self.parameters(), self.wire.form(), self.wire.json());
        let parts = self.wire.parts();
        for is_strict in [true, false] {
            self.is_strict = is_strict;
            let mut known = None;
            while known.replace(self.finds()) != Some(self.finds()) {
                self.pairs(&self.operation.query, &query, true);
                self.headers();
                match (&self.operation.body, &json) {
                    (Some(Body::Json(body)), Some(json)) => self.bind_json(body, json),
                    (Some(Body::Form(members)), _) => self.pairs(members, &form, false),
                    (Some(Body::Multipart(form)), _) => parts.iter().for_each(|parts| self.parts(form, parts)),
                    (Some(Body::Bytes(at)), _) => {
                        let body = Bytes::copy_from_slice(self.wire.body);
                        self.inputs[*at].get_or_insert(Found::Bytes(body));
                    }
                    (Some(Body::Text(text)), _) => self.bind(text, &self.wire.text(), Sees::All),
                    _ => {}
                }
            }
        }
    }

    fn parts(&mut self, form: &Multipart, given: &[Given]) {
        self.pairs(&form_data::placed(form), &form_data::texts(form, given), false);
        for part in &form.parts {
            let Some(given) = given.iter().find(|given| given.name == part.name()) else { continue };
            match part {
                FormPart::Text(_) => {}
                FormPart::Json(part) => {
                    given.media_type.iter().for_each(|given| self.bind(&part.media_type, given, Sees::All));
                    given.json().iter().for_each(|given| self.bind_json(&part.json, given));
                }
                FormPart::File(part) => {
                    given.media_type.iter().for_each(|given| self.bind(&part.media_type, given, Sees::All));
                    given.filename.iter().for_each(|given| self.bind(&part.filename, given, Sees::All));
                    self.inputs[part.input].get_or_insert_with(|| Found::Bytes(given.content.clone()));
                }
            }
        }
    }

    fn finds(&self) -> usize {
        let tokens = self.tokens.iter().flat_map(|token| &token.found).flatten().count();
        self.inputs.iter().flatten().count() + self.values.iter().flatten().count() + tokens
    }

    fn pairs(&mut self, all: &[Placed], given: &Pairs, is_query: bool) {
        for placed in all {
            let mut values = given.iter().filter(|(name, _)| *name == placed.name).map(|(_, value)| value).peekable();
            match self.list(&placed.value) {
                Some((at, _)) if values.peek().is_some() => {
                    self.inputs[at].get_or_insert_with(|| Found::List(values.cloned().collect()));
                }
                Some(_) => {}
                None => {
                    let sees = if is_query { self.sees(&placed.value) } else { Sees::All };
                    values.take(1).for_each(|value| self.bind(&placed.value, value, sees));
                }
            }
        }
    }

    /// The query parameters that the spec says, decoded.
    pub(super) fn parameters(&self) -> Pairs {
        self.wire.parameters(self.own_parameters)
    }

    /// What a query parameter sees of the query.
    pub(super) fn sees(&self, text: &Text) -> Sees {
        if text.stage(&self.operation.values) >= Stage::Query { Sees::BeforeLast } else { Sees::All }
    }

    /// The input that a text is, and the kind of its elements, where it is a list.
    pub(super) fn list(&self, text: &Text) -> Option<(usize, &'a InputKind)> {
        let [Part::Input(at)] = text.0.as_slice() else { return None };
        match &self.operation.inputs[*at].kind {
            InputKind::List(item) => Some((*at, item)),
            _ => None,
        }
    }

    fn headers(&mut self) {
        for header in &self.operation.headers {
            let Some(given) = self.wire.header(&header.name) else { continue };
            match &header.value {
                HeaderValue::Text(text) => self.bind(text, given, Sees::All),
                HeaderValue::Basic(user, password) => {
                    let pair = given.strip_prefix("Basic ").and_then(decoded);
                    if let Some((given_user, given_password)) = pair.as_deref().and_then(|pair| pair.split_once(':')) {
                        self.bind(user, given_user, Sees::All);
                        self.bind(password, given_password, Sees::All);
                    }
                }
            }
        }
    }

    /// Finds what is unknown in `text` by the known texts around it.
    pub(super) fn bind(&mut self, text: &Text, given: &str, sees: Sees) {
        if let [part] = text.0.as_slice() {
            return self.bind_part(part, given, sees);
        }
        let known: Vec<_> = text.0.iter().map(|part| self.part(part, sees)).collect();
        let unknown: Vec<_> = (0..known.len()).filter(|at| known[*at].is_none()).collect();
        if let [at] = unknown.as_slice() {
            let around = |range: std::ops::Range<usize>| known[range].iter().flatten().cloned().collect::<String>();
            let found =
                given.strip_prefix(&around(0..*at)).and_then(|rest| rest.strip_suffix(&around(at + 1..known.len())));
            found.into_iter().for_each(|found| self.bind_part(&text.0[*at], found, sees));
        } else if !self.is_strict {
            self.bind_first(text, &known, given, sees);
        }
    }

    /// Each unknown part ends where the known one behind it first stands.
    fn bind_first(&mut self, text: &Text, known: &[Option<String>], given: &str, sees: Sees) {
        let mut rest = given;
        for (at, part) in text.0.iter().enumerate() {
            if let Some(known) = &known[at] {
                let Some(behind) = rest.strip_prefix(known.as_str()) else { return };
                rest = behind;
                continue;
            }
            let end = match known.get(at + 1) {
                None => Some(rest.len()),
                Some(next) => next.as_deref().filter(|next| !next.is_empty()).and_then(|next| rest.find(next)),
            };
            let Some((found, behind)) = end.map(|end| rest.split_at(end)) else { return };
            self.bind_part(part, found, sees);
            rest = behind;
        }
    }

    /// The first find counts: a second place that holds something else does not fit what is computed from the first.
    fn bind_part(&mut self, part: &Part, found: &str, sees: Sees) {
        match part {
            Part::Input(at) => match self.operation.inputs[*at].kind {
                InputKind::List(_) | InputKind::Json | InputKind::Bytes => {}
                _ => {
                    self.inputs[*at].get_or_insert_with(|| Found::Text(found.to_owned()));
                }
            },
            Part::Token(token, field) => {
                self.tokens[*token].found[*field].get_or_insert_with(|| found.to_owned());
            }
            Part::Value(at) => match &self.operation.values[*at].function {
                Function::Now(..) | Function::Random(..) => {
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
                        self.bind(text, &inner, sees);
                    }
                }
                // What is joined can be cut in more ways than one, too.
                Function::Join(..) if self.is_strict => {}
                Function::Join(texts, with) => self.bind_joined(texts, with, found, sees),
                Function::Jwt(jwt) => {
                    self.values[*at].get_or_insert_with(|| found.to_owned());
                    if let Some(found) = Jwt::parse(found) {
                        for (name, text) in &jwt.header {
                            let given = found.header.get(name).and_then(Value::as_str);
                            given.into_iter().for_each(|given| self.bind(text, given, sees));
                        }
                        self.bind_json(&jwt.claims, &found.claims);
                    }
                }
                Function::Digest(..) | Function::Hmac(_) | Function::Rsa(_) | Function::Fingerprint(..) => {}
            },
            Part::Plain(_)
            | Part::Setting(_)
            | Part::Request(_)
            | Part::Reply(_)
            | Part::ReplyBody
            | Part::Parsed(_) => {}
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
            (Json::Text(text), Value::String(given)) => self.bind(text, given, Sees::All),
            (Json::Number(text), Value::Number(given)) => self.bind(text, &given.to_string(), Sees::All),
            (Json::Input(at), given) => {
                let found = found(&self.operation.inputs[*at].kind, given);
                self.inputs[*at] = self.inputs[*at].take().or(found);
            }
            _ => {}
        }
    }
}

/// An input as a value in JSON gives it; whether its type is right is checked later.
fn found(kind: &InputKind, given: &Value) -> Option<Found> {
    match (kind, given) {
        (InputKind::Json, given) => Some(Found::Json(given.clone())),
        (InputKind::List(_), Value::Array(items)) => items.iter().map(scalar).collect::<Option<_>>().map(Found::List),
        (InputKind::List(_), _) => None,
        (_, given) => scalar(given).map(Found::Text),
    }
}

fn scalar(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Bool(_) | Value::Number(_) => Some(value.to_string()),
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
}

fn decoded(text: &str) -> Option<String> {
    String::from_utf8(STANDARD.decode(text).ok()?).ok()
}
