//! Resolves what an operation sends.

use super::names::{self, Numbered};
use super::scope::{Meaning, Scope, text};
use crate::diagnostic::{Diagnostics, Problem, similar};
use crate::model::{Encoding, Function, Header, HeaderValue, Json, Moment, Part, Placed, Text, Value, Width};
use crate::record::Named;
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
    /// The headers that carry credentials.
    credentials: Vec<String>,
    /// The names of locals in the generated function.
    locals: Numbered,
}

impl<'a, 'p> Sender<'a, 'p> {
    pub(crate) fn new(scope: Scope<'a>, problems: &'p mut Diagnostics) -> Self {
        let mut locals = Numbered::default();
        for taken in ["at", "body", "request", "slots", "value", "by"] {
            locals.unique(taken);
        }
        Sender { scope, problems, values: Vec::new(), open: Vec::new(), credentials: Vec::new(), locals }
    }

    /// A text that is sent, always: nothing in it may be left out.
    pub(crate) fn text(&mut self, template: &Template) -> Option<Text> {
        text(template, |name, piece| {
            let part = self.part(name, piece.span)?;
            if let Part::Input(at) = part
                && self.scope.inputs[at].optional
            {
                self.problems.push(piece.span, Problem::OptionalInText { name: name.to_owned() });
            }
            Some(part)
        })
    }

    /// A text that may be left out as a whole, where it is exactly an optional input that is.
    fn omittable(&mut self, template: &Template) -> Option<Text> {
        match template.sole_name() {
            Some(Spanned { value: Piece::Name(name), span }) => self.part(name, *span).map(|part| Text(vec![part])),
            _ => self.text(template),
        }
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
        let wanted = names::field(name).unwrap_or_else(|| "value".to_owned());
        // A raw name cannot carry a number.
        let rust = self.locals.unique(wanted.trim_start_matches("r#"));
        let rust = names::field(&rust).unwrap_or(rust);
        self.values.push(Value { name: name.to_owned(), rust, function: function? });
        Some(self.values.len() - 1)
    }

    fn function(&mut self, spec: &ValueSpec) -> Option<Function> {
        let function = spec.function(self.problems)?;
        self.refuse_useless(spec, &function.value);
        Some(match &function.value {
            spec::Function::Now(format) => Function::Now(moment(format, self.problems)?),
            spec::Function::Digest(text, wide) => {
                Function::Digest(self.digested(text)?, width(*wide), encoding(spec, self.problems)?)
            }
            spec::Function::Hmac(text, key, wide) => {
                Function::Hmac(self.digested(text)?, self.text(key)?, width(*wide), encoding(spec, self.problems)?)
            }
            spec::Function::Base64(text) => Function::Base64(self.text(text)?),
            spec::Function::JsonText(json) => Function::JsonText(self.json(json)?),
        })
    }

    /// The text under a digest. One without a value in it proves nothing; most likely its braces were doubled.
    fn digested(&mut self, template: &Template) -> Option<Text> {
        if template.plain().is_some() {
            self.problems.push(template.span, Problem::ConstantDigest {});
            return None;
        }
        self.text(template)
    }

    fn refuse_useless(&mut self, spec: &ValueSpec, function: &spec::Function) {
        let (name, has_key, has_encoding) = match function {
            spec::Function::Now(_) => ("now", false, false),
            spec::Function::Digest(_, wide) => (if *wide { "sha512" } else { "sha256" }, false, true),
            spec::Function::Hmac(..) => ("hmac", true, true),
            spec::Function::Base64(_) => ("base64", false, false),
            spec::Function::JsonText(_) => ("json_text", false, false),
        };
        if let (false, Some(key)) = (has_key, &spec.key) {
            self.problems.push(key.span, Problem::UselessKey { key: "key", function: name });
        }
        if let (false, Some(encoding)) = (has_encoding, &spec.encoding) {
            self.problems.push(encoding.span, Problem::UselessKey { key: "as", function: name });
        }
    }

    /// A JSON body. Every member is looked at, so that all mistakes are told.
    pub(crate) fn json(&mut self, body: &JsonBody) -> Option<Json> {
        match body {
            JsonBody::Object(members) => {
                let member = |(name, value): &(Spanned<String>, JsonBody)| {
                    let value = match value {
                        JsonBody::Text(template) => self.json_text(template, true),
                        value => self.json(value),
                    };
                    Some((name.value.clone(), value?))
                };
                let members: Vec<_> = members.iter().map(member).collect();
                members.into_iter().collect::<Option<_>>().map(Json::Object)
            }
            JsonBody::List(items) => {
                let items: Vec<_> = items.iter().map(|item| self.json(item)).collect();
                items.into_iter().collect::<Option<_>>().map(Json::List)
            }
            JsonBody::Literal(value) => Some(Json::Literal(value.value.to_string())),
            JsonBody::Text(template) => self.json_text(template, false),
        }
    }

    /// A text in JSON, or the input that it is exactly. Only a member of an object can be left out.
    fn json_text(&mut self, template: &Template, omittable: bool) -> Option<Json> {
        let Some(Spanned { value: Piece::Name(name), span }) = template.sole_name() else {
            return self.text(template).map(Json::Text);
        };
        match self.part(name, *span)? {
            Part::Input(at) if self.scope.inputs[at].optional && !omittable => {
                self.problems.push(*span, Problem::OptionalInText { name: name.clone() });
                None
            }
            Part::Input(at) => Some(Json::Input(at)),
            part => Some(Json::Text(Text(vec![part]))),
        }
    }

    /// Named texts, such as query parameters.
    pub(crate) fn placed(&mut self, all: &Named<Template>) -> Vec<Placed> {
        let place = |(name, value): &(Spanned<String>, Template)| {
            Some(Placed { name: name.value.clone(), value: self.omittable(value)? })
        };
        all.0.iter().filter_map(place).collect()
    }

    /// Headers. An operation's replace the vendor's of the same name, and never one that carries a credential.
    pub(crate) fn headers(&mut self, all: &Named<Template>, headers: &mut Vec<Header>) {
        for (at, (name, value)) in all.0.iter().enumerate() {
            if !is_token(name) {
                self.problems.push(name.span, Problem::BadHeaderName { name: name.value.clone() });
                continue;
            }
            let mut earlier = all.0[..at].iter().filter(|(earlier, _)| earlier.eq_ignore_ascii_case(name));
            let first = earlier.next().map(|(first, _)| first.span);
            let lower = name.to_ascii_lowercase();
            if first.is_some() || self.credentials.contains(&lower) {
                self.problems.push(name.span, Problem::HeaderTwice { name: name.value.clone(), first });
                continue;
            }
            let Some(value) = self.omittable(value) else { continue };
            add(headers, &lower, HeaderValue::Text(value));
        }
    }

    /// The headers and query parameters that our credentials go to.
    pub(crate) fn auth(&mut self, auth: &spec::Auth, headers: &mut Vec<Header>, query: &mut Vec<Placed>) {
        if let Some(bearer) = &auth.bearer
            && let Some(mut text) = self.text(bearer)
        {
            text.0.insert(0, Part::Plain("Bearer ".to_owned()));
            self.credential("authorization", bearer.span, HeaderValue::Text(text), headers);
        }
        if let Some(basic) = &auth.basic
            && let (Some(user), Some(password)) = (self.text(&basic.user), self.text(&basic.password))
        {
            self.credential("authorization", basic.user.span, HeaderValue::Basic(user, password), headers);
        }
        for (name, value) in auth.headers.iter() {
            if !is_token(name) {
                self.problems.push(name.span, Problem::BadHeaderName { name: name.value.clone() });
            } else if let Some(value) = self.omittable(value) {
                self.credential(&name.to_ascii_lowercase(), name.span, HeaderValue::Text(value), headers);
            }
        }
        query.extend(self.placed(&auth.query));
    }

    fn credential(&mut self, name: &str, span: Span, value: HeaderValue, headers: &mut Vec<Header>) {
        if self.credentials.iter().any(|taken| taken == name) {
            self.problems.push(span, Problem::HeaderTwice { name: name.to_owned(), first: None });
        }
        self.credentials.push(name.to_owned());
        add(headers, name, value);
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
