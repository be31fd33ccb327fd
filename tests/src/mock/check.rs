//! Holds a request against its operation.

mod json;
mod jwt;
pub(super) mod oauth1;
mod parts;
mod sigv4;
mod values;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use http::StatusCode;
use http::header::{AUTHORIZATION, CONTENT_TYPE, COOKIE};
use settled_codegen::model::{Body, HeaderValue, Part, Placed, Signer, Text};

use super::binding::Binding;
use super::wire::{Pairs, Sees};

/// Something that is not as the spec says. Names places, never values.
pub(super) struct Deviation {
    pub(super) status: StatusCode,
    pub(super) text: String,
}

impl Deviation {
    pub(super) fn new(status: StatusCode, text: impl Into<String>) -> Self {
        Deviation { status, text: text.into() }
    }
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
    pub(super) fn run(mut self) -> Vec<Deviation> {
        self.query();
        self.headers();
        self.body();
        self.choice();
        self.signer();
        self.jwts();
        self.moments();
        self.random();
        if self.found.is_empty() {
            self.inputs();
        }
        self.found
    }

    fn wrong(&mut self, text: impl Into<String>) {
        self.found.push(Deviation::new(StatusCode::BAD_REQUEST, text));
    }

    fn query(&mut self) {
        let (operation, given) = (self.binding.operation, self.binding.parameters());
        self.pairs(&operation.query, &given, |name| format!("query parameter `{name}`"), true);
        let late = operation.query.iter().find(|placed| self.binding.sees(&placed.value) == Sees::BeforeLast);
        if let Some(Placed { name, .. }) = late
            && given.iter().any(|(given, _)| given == name)
            && given.last().is_none_or(|(last, _)| last != name)
        {
            self.wrong(format!("query parameter `{name}` reads the query and is not its last one"));
        }
    }

    /// Names and values: a query, or a form.
    fn pairs(&mut self, all: &[Placed], given: &Pairs, place: impl Fn(&str) -> String, is_query: bool) {
        for placed in all {
            let place = place(&placed.name);
            let given: Vec<_> = given.iter().filter(|(name, _)| *name == placed.name).map(|(_, value)| value).collect();
            if let Some((at, _)) = self.binding.list(&placed.value) {
                let expected = self.binding.elements(at);
                if !expected.iter().eq(given.iter().copied()) {
                    self.wrong(misfit(&place, !expected.is_empty(), !given.is_empty()));
                }
                continue;
            }
            if given.len() > 1 {
                self.wrong(format!("{place} is given twice"));
            }
            let sees = if is_query { self.binding.sees(&placed.value) } else { Sees::All };
            self.place(&place, &placed.value, given.first().map(|value| value.as_str()), sees);
        }
        let mut unknown: Vec<_> = given.iter().map(|(name, _)| name).collect();
        unknown.retain(|name| !all.iter().any(|placed| placed.name == **name));
        for name in unknown {
            self.wrong(format!("{} is not in the spec", place(name)));
        }
    }

    fn headers(&mut self) {
        let (operation, wire) = (self.binding.operation, self.binding.wire);
        for header in &operation.headers {
            let place = format!("header `{}`", header.name);
            if wire.head.headers.get_all(&header.name).iter().count() > 1 {
                self.wrong(format!("{place} is given twice"));
            }
            let given = wire.header(&header.name);
            match &header.value {
                HeaderValue::Text(text) => self.place(&place, text, given, Sees::All),
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
            let is_signature = operation.signer.is_some() && name == AUTHORIZATION;
            let is_declared = is_signature || operation.headers.iter().any(|header| header.name == name.as_str());
            if wire.head.headers.contains_key(&name) && !is_declared {
                self.wrong(format!("header `{name}` is not in the spec"));
            }
        }
    }

    fn signer(&mut self) {
        match &self.binding.operation.signer {
            Some(Signer::OAuth1(spec)) => self.oauth1(spec),
            Some(Signer::AwsSigV4(spec)) => self.aws_sigv4(spec),
            None => {}
        }
    }

    fn body(&mut self) {
        let (operation, wire) = (self.binding.operation, self.binding.wire);
        match &operation.body {
            None if wire.body.is_empty() => {}
            None => self.wrong("there is a body, and the spec has none"),
            Some(Body::Json(json)) => {
                self.content_type("application/json");
                match wire.json() {
                    Some(body) => self.json("the body", json, Some(&body)),
                    None => self.wrong("the body is not JSON"),
                }
            }
            Some(Body::Form(members)) => {
                self.content_type("application/x-www-form-urlencoded");
                self.pairs(members, &wire.form(), |name| format!("`{name}` in the form"), false);
            }
            Some(Body::Multipart(form)) => match wire.parts() {
                Some(given) => self.parts(form, &given),
                None => self.wrong("the body is no `multipart/form-data`"),
            },
            Some(Body::Bytes(_)) => self.content_type("application/octet-stream"),
            Some(Body::Text(text)) => {
                self.content_type("text/plain");
                let given = String::from_utf8(wire.body.to_vec());
                self.place("the body", text, given.ok().as_deref(), Sees::All);
            }
        }
    }

    fn content_type(&mut self, expected: &str) {
        let is_declared = self.binding.operation.headers.iter().any(|header| header.name == CONTENT_TYPE.as_str());
        let given = self.binding.wire.header(CONTENT_TYPE.as_str()).unwrap_or_default();
        if !is_declared && given.split(';').next().map(str::trim) != Some(expected) {
            self.wrong(format!("header `content-type` is not `{expected}`"));
        }
    }

    fn place(&mut self, place: &str, text: &Text, given: Option<&str>, sees: Sees) {
        let expected = match text.0.as_slice() {
            _ if self.is_left_out(text) => Expected::Nothing,
            _ => self.binding.text_that(text, sees).map_or(Expected::Unclear, Expected::Text),
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

    /// Whether a text is left out with what it is made of.
    fn is_left_out(&self, text: &Text) -> bool {
        self.binding.is_left_out(text)
    }

    /// Whether an input may be left out and was.
    fn is_unset(&self, at: usize) -> bool {
        self.binding.operation.inputs[at].optional && self.binding.inputs[at].is_none()
    }
}

fn misfit(place: &str, is_expected: bool, is_given: bool) -> String {
    match (is_expected, is_given) {
        (true, false) => format!("{place} is missing"),
        (false, true) => format!("{place} must not be there"),
        _ => format!("{place} is not what the spec says"),
    }
}
