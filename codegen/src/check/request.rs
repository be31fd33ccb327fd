//! Resolves what an operation sends.

mod auth;
mod body;
mod secrets;

use super::aside::is_token;
use super::names::Numbered;
use super::scope::{Meaning, Scope, text};
use crate::diagnostic::{Diagnostics, Problem};
use crate::model::{Function, Header, HeaderValue, InputKind, Json, LinkKind, Part, Placed, Sent, Stage, Text, Value};
use crate::record::Named;
use crate::source::{Span, Spanned};
use crate::spec::{JsonBody, Piece, Template};

/// What an operation sends, in the making.
pub(crate) struct Sender<'a, 'p> {
    pub(crate) scope: Scope<'a>,
    pub(crate) problems: &'p mut Diagnostics,
    /// Values that are complete, each behind what it needs.
    pub(crate) values: Vec<Value>,
    /// Values that are being resolved: to meet one again is a cycle.
    pub(super) open: Vec<String>,
    /// The headers that carry credentials.
    credentials: Vec<String>,
    /// The names of locals in the generated function.
    pub(super) locals: Numbered,
    /// How many random values there are.
    pub(super) random: u8,
    /// The headers that are read while the request is made, and where.
    pub(super) read_headers: Vec<Spanned<String>>,
}

impl<'a, 'p> Sender<'a, 'p> {
    pub(crate) fn new(scope: Scope<'a>, problems: &'p mut Diagnostics) -> Self {
        let mut locals = Numbered::default();
        for taken in ["at", "body", "request", "slots", "value", "by"] {
            locals.unique(taken);
        }
        Sender {
            scope,
            problems,
            values: Vec::new(),
            open: Vec::new(),
            credentials: Vec::new(),
            locals,
            random: 0,
            read_headers: Vec::new(),
        }
    }

    /// A text that is sent, always: nothing in it may be left out, and each part is one text.
    pub(crate) fn text(&mut self, template: &Template) -> Option<Text> {
        self.text_of(template, false)
    }

    /// A text that is left out as a whole where something in it is.
    pub(super) fn text_or_nothing(&mut self, template: &Template) -> Option<Text> {
        self.text_of(template, true)
    }

    fn text_of(&mut self, template: &Template, or_nothing: bool) -> Option<Text> {
        text(template, |name, piece| {
            let part = self.part(name, piece.span)?;
            if !or_nothing && matches!(part, Part::Setting(at) if self.scope.settings[at].optional) {
                self.problems.push(piece.span, Problem::OptionalInText { name: name.to_owned() });
            }
            if let Part::Input(at) = part {
                let input = &self.scope.inputs[at];
                if input.kind == InputKind::Bytes {
                    self.problems.push(piece.span, Problem::BytesInText { name: name.to_owned() });
                    return None;
                }
                if !input.kind.is_scalar() {
                    let (name, is_list) = (name.to_owned(), matches!(input.kind, InputKind::List(_)));
                    self.problems.push(piece.span, Problem::SeveralInText { name, is_list });
                    return None;
                }
                if input.optional && !or_nothing {
                    self.problems.push(piece.span, Problem::OptionalInText { name: name.to_owned() });
                }
            }
            Some(part)
        })
    }

    /// A text that may be left out as a whole, where it is exactly an optional input that is; or, where it is exactly an
    /// input that is a list, sent once for each of its elements.
    fn omittable(&mut self, template: &Template) -> Option<Text> {
        match template.sole_name() {
            Some(Spanned { value: Piece::Name(name), span }) => {
                let part = self.part(name, *span)?;
                if let Part::Input(at) = part
                    && matches!(self.scope.inputs[at].kind, InputKind::Json | InputKind::Bytes)
                {
                    if self.scope.inputs[at].kind == InputKind::Bytes {
                        self.problems.push(*span, Problem::BytesInText { name: name.clone() });
                        return None;
                    }
                    self.problems.push(*span, Problem::SeveralInText { name: name.clone(), is_list: false });
                    return None;
                }
                Some(Text(vec![part]))
            }
            _ => self.text(template),
        }
    }

    /// The same where no list can stand.
    fn omittable_once(&mut self, template: &Template) -> Option<Text> {
        let text = self.omittable(template)?;
        if let [Part::Input(at)] = text.0.as_slice()
            && !self.scope.inputs[*at].kind.is_scalar()
        {
            let name = self.scope.inputs[*at].name.clone();
            self.problems.push(template.span, Problem::SeveralInText { name, is_list: true });
            return None;
        }
        Some(text)
    }

    pub(super) fn part(&mut self, name: &str, span: Span) -> Option<Part> {
        Some(match self.scope.look(name, span, self.problems)? {
            Meaning::Setting(at) => Part::Setting(at),
            Meaning::Input(at) => Part::Input(at),
            Meaning::Value(spec) => Part::Value(self.value(name, span, spec)?),
            Meaning::Token(token, field) => Part::Token(token, field),
            Meaning::Request(sent) => {
                if let Sent::Header(header) = &sent {
                    self.read_headers.push(Spanned::new(header.clone(), span));
                }
                Part::Request(sent)
            }
        })
    }

    /// Refuses what reads a part of the request that is not there yet where it stands.
    fn at_most(&mut self, stage: Stage, text: &Text, place: &'static str, span: Span) {
        if text.stage(&self.values) > stage {
            self.problems.push(span, Problem::ReadsTooLate { place });
        }
    }

    fn members(&mut self, members: &[(Spanned<String>, JsonBody)]) -> Option<Vec<(String, Json)>> {
        let member = |(name, value): &(Spanned<String>, JsonBody)| {
            let value = match value {
                JsonBody::Text(template) => self.json_text(template, true),
                value => self.json(value),
            };
            Some((name.value.clone(), value?))
        };
        let members: Vec<_> = members.iter().map(member).collect();
        members.into_iter().collect()
    }

    /// A JSON body. Every member is looked at, so that all mistakes are told.
    pub(crate) fn json(&mut self, body: &JsonBody) -> Option<Json> {
        match body {
            JsonBody::Object(members) => self.members(members).map(Json::Object),
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
            Part::Setting(at) if self.scope.settings[at].optional && !omittable => {
                self.problems.push(*span, Problem::OptionalInText { name: name.clone() });
                None
            }
            Part::Input(at) if self.scope.inputs[at].kind == InputKind::Bytes => {
                self.problems.push(*span, Problem::BytesInText { name: name.clone() });
                None
            }
            Part::Input(at) => Some(Json::Input(at)),
            Part::Value(at) if self.values[at].is_number() => Some(Json::Number(Text(vec![Part::Value(at)]))),
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

    /// Query parameters. One that reads the query is sent last and sees it without itself; there is at most one, as each
    /// would have to read the other.
    pub(crate) fn query(&mut self, all: &Named<Template>, query: &mut Vec<Placed>) {
        for (name, value) in all.iter() {
            let Some(text) = self.omittable(value) else { continue };
            self.at_most(Stage::Target, &text, "the query", value.span);
            if text.stage(&self.values) >= Stage::Query {
                if query.iter().any(|placed| placed.value.stage(&self.values) >= Stage::Query) {
                    self.problems
                        .push(value.span, Problem::ReadsTooLate { place: "the query, beside another that reads it" });
                }
                self.before_last(&text);
            }
            query.push(Placed { name: name.value.clone(), value: text });
        }
    }

    /// Computes all values of a text that read the query before its last parameter is there.
    fn before_last(&mut self, text: &Text) {
        for at in used(text, &self.values) {
            if self.values[at].stage == Stage::Target {
                self.values[at].stage = Stage::Query;
            }
        }
    }

    /// Refuses headers that are made of what the last query parameter has read: the query was another one then.
    pub(crate) fn refuse_shared(&mut self, headers: &[Header], span: Span) {
        let texts = headers.iter().flat_map(|header| match &header.value {
            HeaderValue::Text(text) => vec![text],
            HeaderValue::Basic(user, password) => vec![user, password],
        });
        let shared = texts.flat_map(|text| used(text, &self.values)).find(|at| self.values[*at].stage == Stage::Query);
        if let Some(at) = shared {
            let name = self.values[at].name.clone();
            self.problems.push(span, Problem::ReadsTwoQueries { name });
        }
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
            let Some(value) = self.omittable_once(value) else { continue };
            add(headers, &lower, HeaderValue::Text(value));
        }
    }

    /// Refuses headers that are read and not sent, or that read headers themselves.
    pub(crate) fn refuse_unsent(&mut self, headers: &[Header], has_body: bool) {
        for read in std::mem::take(&mut self.read_headers) {
            let always = read.value == "accept" || (has_body && read.value == "content-type");
            let header = headers.iter().find(|header| header.name == read.value);
            match header.map(|header| header.value.stage(&self.values)) {
                Some(Stage::Headers) => {
                    self.problems.push(read.span, Problem::ReadsTooLate { place: "a header that is read" })
                }
                Some(_) => {}
                None if always => {}
                None => self.problems.push(read.span, Problem::HeaderNotSent { name: read.value.clone() }),
            }
        }
    }

    /// The one input that is a whole URL, where the path is nothing else.
    pub(crate) fn link(&mut self, template: &Template) -> Option<(Text, LinkKind)> {
        let Some(Spanned { value: Piece::Name(name), .. }) = template.sole_name() else { return None };
        let at = self.scope.inputs.iter().position(|input| input.name == *name)?;
        let InputKind::Url(kind) = self.scope.inputs[at].kind else { return None };
        self.scope.used.inputs.push(at);
        if self.scope.inputs[at].optional {
            self.problems.push(template.span, Problem::OptionalInText { name: name.clone() });
        }
        Some((Text(vec![Part::Input(at)]), kind))
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
        let path = self.text(template)?;
        self.at_most(Stage::Start, &path, "the path", template.span);
        Some(path)
    }
}

/// All values that a text is made of, those included that they are made of.
fn used(text: &Text, values: &[Value]) -> Vec<usize> {
    let mut all = Vec::new();
    let mut open: Vec<usize> = values_of(text).collect();
    while let Some(at) = open.pop() {
        if all.contains(&at) {
            continue;
        }
        all.push(at);
        let mut texts = Vec::new();
        match &values[at].function {
            Function::Now(..) | Function::Random(..) => {}
            Function::Digest(text, ..) | Function::Base64(text) | Function::Fingerprint(text, _) => texts.push(text),
            Function::Hmac(hmac) => texts.extend([&hmac.text, &hmac.key]),
            Function::Rsa(rsa) => texts.extend([&rsa.text, &rsa.key]),
            Function::Join(joined, _) => texts.extend(joined),
            Function::JsonText(json) => json_texts(json, &mut texts),
            Function::Jwt(jwt) => {
                texts.push(&jwt.key);
                texts.extend(jwt.header.iter().map(|(_, text)| text));
                json_texts(&jwt.claims, &mut texts);
            }
        }
        open.extend(texts.into_iter().flat_map(values_of));
    }
    all
}

fn values_of(text: &Text) -> impl Iterator<Item = usize> {
    text.0.iter().filter_map(|part| match part {
        Part::Value(at) => Some(*at),
        _ => None,
    })
}

/// The texts of which JSON is made.
fn json_texts<'j>(json: &'j Json, texts: &mut Vec<&'j Text>) {
    match json {
        Json::Object(members) => members.iter().for_each(|(_, json)| json_texts(json, texts)),
        Json::List(items) => items.iter().for_each(|json| json_texts(json, texts)),
        Json::Text(text) | Json::Number(text) => texts.push(text),
        Json::Literal(_) | Json::Input(_) => {}
    }
}

fn add(headers: &mut Vec<Header>, name: &str, value: HeaderValue) {
    headers.retain(|header| header.name != name);
    headers.push(Header { name: name.to_owned(), value });
}
