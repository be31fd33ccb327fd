//! Resolves what an operation sends.

use super::scope::{Meaning, Scope, text};
use crate::diagnostic::{Diagnostics, Problem, similar};
use crate::model::{Encoding, Function, Header, HeaderValue, Json, Moment, Part, Placed, Text, Value, Width};
use crate::source::{Span, Spanned};
use crate::spec::{self, JsonBody, Piece, Template, ValueSpec};
use crate::yaml::MAX_DEPTH;

/// What an operation sends, in the making.
pub(crate) struct Sender<'a, 'p> {
    pub(crate) scope: Scope<'a>,
    pub(crate) problems: &'p mut Diagnostics,
    /// Values that are complete, each behind what it needs.
    pub(crate) values: Vec<Value>,
    /// Values that are being resolved: to meet one again is a cycle.
    open: Vec<String>,
}

impl<'a, 'p> Sender<'a, 'p> {
    pub(crate) fn new(scope: Scope<'a>, problems: &'p mut Diagnostics) -> Self {
        Sender { scope, problems, values: Vec::new(), open: Vec::new() }
    }

    /// A text that is sent.
    pub(crate) fn text(&mut self, template: &Template) -> Option<Text> {
        let alone = template.sole_name().is_some();
        text(template, |name, piece| {
            let part = self.part(name, piece.span)?;
            if let Part::Input(at) = part
                && self.scope.inputs[at].optional
                && !alone
            {
                self.problems.push(piece.span, Problem::OptionalInText { name: name.to_owned() });
            }
            Some(part)
        })
    }

    fn part(&mut self, name: &str, span: Span) -> Option<Part> {
        Some(match self.scope.look(name, span, self.problems)? {
            Meaning::Setting(at) => Part::Setting(at),
            Meaning::Input(at) => Part::Input(at),
            Meaning::Value(spec) => Part::Value(self.value(name, span, spec)?),
        })
    }

    /// The position of a value, resolved at its first use.
    fn value(&mut self, name: &str, span: Span, spec: &ValueSpec) -> Option<usize> {
        if let Some(at) = self.values.iter().position(|value| value.name == name) {
            return Some(at);
        }
        if self.open.iter().any(|open| open == name) {
            self.problems.push(span, Problem::ValueCycle { name: name.to_owned() });
            return None;
        }
        if self.open.len() > MAX_DEPTH {
            self.problems.push(span, Problem::TooDeep { limit: MAX_DEPTH });
            return None;
        }
        self.open.push(name.to_owned());
        let function = self.function(spec);
        self.open.pop();
        let rust = super::names::field(name)?;
        self.values.push(Value { name: name.to_owned(), rust, function: function? });
        Some(self.values.len() - 1)
    }

    fn function(&mut self, spec: &ValueSpec) -> Option<Function> {
        let function = spec.function(self.problems)?;
        Some(match &function.value {
            spec::Function::Now(format) => Function::Now(moment(format, self.problems)?),
            spec::Function::Digest(text, wide) => {
                Function::Digest(self.text(text)?, width(*wide), encoding(spec, self.problems)?)
            }
            spec::Function::Hmac(text, key, wide) => {
                Function::Hmac(self.text(text)?, self.text(key)?, width(*wide), encoding(spec, self.problems)?)
            }
            spec::Function::Base64(text) => Function::Base64(self.text(text)?),
            spec::Function::JsonText(json) => Function::JsonText(self.json(json)?),
        })
    }

    /// A JSON body. Every member is looked at, so that all mistakes are told.
    pub(crate) fn json(&mut self, body: &JsonBody) -> Option<Json> {
        match body {
            JsonBody::Object(members) => {
                let members: Vec<_> =
                    members.iter().map(|(name, value)| Some((name.value.clone(), self.json(value)?))).collect();
                members.into_iter().collect::<Option<_>>().map(Json::Object)
            }
            JsonBody::List(items) => {
                let items: Vec<_> = items.iter().map(|item| self.json(item)).collect();
                items.into_iter().collect::<Option<_>>().map(Json::List)
            }
            JsonBody::Literal(value) => Some(Json::Literal(value.value.to_string())),
            JsonBody::Text(template) => {
                if let Some(Spanned { value: Piece::Name(name), span }) = template.sole_name()
                    && let Part::Input(at) = self.part(name, *span)?
                {
                    return Some(Json::Input(at));
                }
                self.text(template).map(Json::Text)
            }
        }
    }

    /// Named texts, such as query parameters.
    pub(crate) fn placed(&mut self, all: &crate::record::Named<Template>) -> Vec<Placed> {
        let place = |(name, value): &(Spanned<String>, Template)| {
            Some(Placed { name: name.value.clone(), value: self.text(value)? })
        };
        all.0.iter().filter_map(place).collect()
    }

    /// Headers; a later one of the same name replaces an earlier one.
    pub(crate) fn headers(&mut self, all: &crate::record::Named<Template>, headers: &mut Vec<Header>) {
        for (name, value) in all.iter() {
            if !is_token(name) {
                self.problems.push(name.span, Problem::BadHeaderName { name: name.value.clone() });
                continue;
            }
            let Some(value) = self.text(value) else { continue };
            add(headers, &name.to_ascii_lowercase(), HeaderValue::Text(value));
        }
    }

    /// The headers and query parameters that our credentials go to.
    pub(crate) fn auth(&mut self, auth: &spec::Auth, headers: &mut Vec<Header>, query: &mut Vec<Placed>) {
        if let Some(bearer) = &auth.bearer
            && let Some(mut text) = self.text(bearer)
        {
            text.0.insert(0, Part::Plain("Bearer ".to_owned()));
            add(headers, "authorization", HeaderValue::Text(text));
        }
        if let Some(basic) = &auth.basic
            && let (Some(user), Some(password)) = (self.text(&basic.user), self.text(&basic.password))
        {
            add(headers, "authorization", HeaderValue::Basic(user, password));
        }
        self.headers(&auth.headers, headers);
        query.extend(self.placed(&auth.query));
    }

    /// A path: it starts with a slash, and what is put into it is text.
    pub(crate) fn path(&mut self, template: &Template) -> Option<Text> {
        let starts = match template.pieces.first().map(|piece| &piece.value) {
            Some(Piece::Text(text)) => text.starts_with('/') && !text.starts_with("//"),
            _ => false,
        };
        if !starts {
            self.problems.push(template.span, Problem::PathWithoutSlash { path: template.written() });
        }
        for piece in &template.pieces {
            if let Piece::Text(text) = &piece.value
                && let Some((at, wrong)) =
                    text.char_indices().find(|(_, c)| !c.is_ascii_graphic() || "?#\\%<>\"".contains(*c))
            {
                let span = Spanned::new(text.clone(), piece.span).part(at..at + wrong.len_utf8());
                self.problems.push(span, Problem::PathCharacter { character: wrong });
            }
        }
        self.text(template)
    }
}

fn add(headers: &mut Vec<Header>, name: &str, value: HeaderValue) {
    headers.retain(|header| header.name != name);
    headers.push(Header { name: name.to_owned(), value });
}

/// Whether a text can be the name of a header.
fn is_token(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte))
}

fn moment(format: &Spanned<String>, problems: &mut Diagnostics) -> Option<Moment> {
    one_of(format, &Moment::ALL, "a format of the present moment", problems)
}

pub(crate) fn encoding(spec: &ValueSpec, problems: &mut Diagnostics) -> Option<Encoding> {
    let Some(name) = &spec.encoding else {
        problems.push(spec::first_line(spec.span), Problem::MissingKey { key: "as", record: "a digest" });
        return None;
    };
    one_of(name, &Encoding::ALL, "an encoding", problems)
}

pub(crate) fn width(wide: bool) -> Width {
    match wide {
        true => Width::Bits512,
        false => Width::Bits256,
    }
}

fn one_of<T: Copy>(
    word: &Spanned<String>,
    known: &[(&'static str, T)],
    what: &'static str,
    problems: &mut Diagnostics,
) -> Option<T> {
    let found = known.iter().find(|(name, _)| *name == word.value).map(|(_, value)| *value);
    if found.is_none() {
        let names = || known.iter().map(|(name, _)| *name);
        let similar = similar(word, names());
        let known = names().map(str::to_owned).collect();
        problems.push(word.span, Problem::NotOneOf { word: word.value.clone(), what, known, similar });
    }
    found
}
