//! Bodies: JSON, forms, files, text, and the credentials that go into them.

use super::Sender;
use crate::diagnostic::Problem;
use crate::model::{Body, FilePart, FormPart, Header, InputKind, Json, JsonPart, Multipart, Part, Placed, Stage, Text};
use crate::record::Named;
use crate::source::{Span, Spanned};
use crate::spec::{self, BodySpec, JsonBody, Piece, Template};

impl Sender<'_, '_> {
    /// The body, with the credentials that go into it.
    pub(crate) fn body(
        &mut self,
        body: Option<BodySpec<'_>>,
        auth: Option<&spec::Auth>,
        span: Span,
    ) -> Option<Option<Body>> {
        let in_json = auth.map(|auth| &auth.json).filter(|members| !members.0.is_empty());
        let in_form = auth.map(|auth| &auth.form).filter(|members| !members.0.is_empty());
        let mut made = match body {
            None => None,
            Some(BodySpec::Json(json)) => Some(Body::Json(self.json(json)?)),
            Some(BodySpec::GraphQl(request)) => Some(Body::Json(self.graphql(request)?)),
            Some(BodySpec::Form(members)) => Some(Body::Form(self.placed(members))),
            Some(BodySpec::Multipart(parts)) => Some(Body::Multipart(self.multipart(parts))),
            Some(BodySpec::Text(text)) => {
                let made = self.text(text)?;
                Some(Body::Text(made))
            }
            Some(BodySpec::Bytes(template)) => Some(Body::Bytes(self.bytes(template)?)),
        };
        for (name, place, misses) in [
            (in_json.and_then(|members| members.0.first()).map(|(name, _)| name), "a JSON body", "json: {}"),
            (in_form.and_then(|members| members.0.first()).map(|(name, _)| name), "a form", "form: {}"),
        ] {
            let fits = match &made {
                Some(Body::Json(Json::Object(_))) => place == "a JSON body",
                Some(Body::Form(_) | Body::Multipart(_)) => place == "a form",
                _ => false,
            };
            if let (Some(name), false) = (name, fits) {
                let problem = Problem::NoPlaceForCredential { name: name.value.clone(), place, misses, at: name.span };
                self.problems.push(span, problem);
                return None;
            }
        }
        match (&mut made, in_json, in_form) {
            (Some(Body::Json(Json::Object(members))), Some(joined), _) => {
                let all = self.members(&joined.0)?;
                for (at, (name, _)) in all.iter().enumerate() {
                    if members.iter().any(|(given, _)| given == name) {
                        let problem = Problem::MemberTwice { name: name.clone(), at: joined.0[at].0.span };
                        self.problems.push(span, problem);
                    }
                }
                members.extend(all);
            }
            (Some(Body::Form(members)), _, Some(joined)) => {
                for placed in self.credentials_of_form(joined, span, |name| members.iter().any(|one| one.name == name))
                {
                    members.push(placed);
                }
            }
            (Some(Body::Multipart(form)), _, Some(joined)) => {
                let is_there = |name: &str| form.parts.iter().any(|part| part.name() == name);
                let joined = self.credentials_of_form(joined, span, is_there);
                form.parts.splice(0..0, joined.into_iter().map(FormPart::Text));
            }
            _ => {}
        }
        if let Some(made) = &made {
            let stage = self.body_stage(made);
            if stage > Stage::Path {
                self.problems.push(span, Problem::ReadsTooLate { place: "the body" });
            }
        }
        Some(made)
    }

    /// The input that is a body of bytes.
    fn bytes(&mut self, template: &Template) -> Option<usize> {
        let at = self.file(template)?;
        let input = &self.scope.inputs[at];
        if input.optional {
            self.problems.push(template.span, Problem::NotBytes { name: input.name.clone() });
            return None;
        }
        Some(at)
    }

    /// An input that is a file.
    fn file(&mut self, template: &Template) -> Option<usize> {
        let Some(Spanned { value: Piece::Name(name), span }) = template.sole_name() else {
            self.problems.push(template.span, Problem::NotOneName { found: template.written() });
            return None;
        };
        match self.part(name, *span)? {
            Part::Input(at) if self.scope.inputs[at].kind == InputKind::Bytes => Some(at),
            _ => {
                self.problems.push(*span, Problem::NotBytes { name: name.clone() });
                None
            }
        }
    }

    fn body_stage(&self, body: &Body) -> Stage {
        match body {
            Body::Json(json) => self.json_stage(json),
            Body::Form(members) => members.iter().map(|one| one.value.stage(&self.values)).max().unwrap_or_default(),
            Body::Multipart(form) => {
                let texts = form.parts.iter().flat_map(FormPart::texts).map(|text| text.stage(&self.values));
                let json = form.parts.iter().filter_map(FormPart::json).map(|json| self.json_stage(json));
                texts.chain(json).max().unwrap_or_default()
            }
            Body::Text(text) => text.stage(&self.values),
            Body::Bytes(_) => Stage::Start,
        }
    }

    /// A GraphQL request is JSON with two members.
    fn graphql(&mut self, request: &spec::GraphQl) -> Option<Json> {
        let query = Json::Text(Text(vec![Part::Plain(request.query.value.clone())]));
        let mut members = vec![("query".to_owned(), query)];
        if let Some(variables) = &request.variables {
            members.push(("variables".to_owned(), self.json(variables)?));
        }
        Some(Json::Object(members))
    }

    /// The credentials that join a form. One that `is_there` already is told.
    fn credentials_of_form(
        &mut self,
        joined: &Named<Template>,
        span: Span,
        is_there: impl Fn(&str) -> bool,
    ) -> Vec<Placed> {
        let all = self.placed(joined);
        for (placed, (name, _)) in all.iter().zip(&joined.0).filter(|(placed, _)| is_there(&placed.name)) {
            self.problems.push(span, Problem::MemberTwice { name: placed.name.clone(), at: name.span });
        }
        all
    }

    /// A form of several parts.
    fn multipart(&mut self, spec: &Named<spec::FormPart>) -> Multipart {
        let boundary = self.random;
        self.random = self.random.saturating_add(1);
        let mut parts: Vec<_> = spec.iter().filter_map(|(name, part)| self.form_part(name, part)).collect();
        parts.sort_by_key(|part| match part {
            FormPart::Text(_) => 0,
            FormPart::Json(_) => 1,
            FormPart::File(_) => 2,
        });
        Multipart { boundary, parts }
    }

    fn form_part(&mut self, name: &Spanned<String>, part: &spec::FormPart) -> Option<FormPart> {
        let typed = match part {
            spec::FormPart::Typed(typed) => typed,
            spec::FormPart::Text(template) => {
                let value = self.omittable(template)?;
                return Some(FormPart::Text(Placed { name: name.value.clone(), value }));
            }
        };
        let (name, span) = (name.value.clone(), typed.span);
        let plain = |text: &str| Text(vec![Part::Plain(text.to_owned())]);
        let mut made = |template: &Option<Template>, unless: &str| match template {
            Some(template) => self.text(template),
            None => Some(plain(unless)),
        };
        match (&typed.bytes, &typed.json) {
            (Some(bytes), None) => {
                let filename = made(&typed.filename, &name);
                let media_type = made(&typed.media_type, "application/octet-stream");
                let input = self.file(bytes)?;
                Some(FormPart::File(FilePart { name, filename: filename?, media_type: media_type?, input }))
            }
            (None, Some(json)) => {
                let media_type = made(&typed.media_type, "application/json");
                if let Some(filename) = &typed.filename {
                    self.problems.push(filename.span, Problem::FilenameWithoutFile {});
                }
                let json = match json {
                    JsonBody::Text(template) => self.json_text(template, true),
                    json => self.json(json),
                };
                Some(FormPart::Json(JsonPart { name, media_type: media_type?, json: json? }))
            }
            (given, _) => {
                let expected = "exactly one of `bytes`, `json`";
                let found = if given.is_some() { "this part has both" } else { "there is none" };
                if !self.problems.is_lost("bytes") && !self.problems.is_lost("json") {
                    self.problems.push(crate::spec::first_line(span), Problem::NotExactlyOne { expected, found });
                }
                None
            }
        }
    }

    /// The header that says how a form is cut into parts is made with it: the vendor's own is meant for other bodies.
    pub(crate) fn cut(&mut self, body: Option<&Body>, own: &Named<Template>, headers: &mut Vec<Header>) {
        if !matches!(body, Some(Body::Multipart(_))) {
            return;
        }
        for (name, _) in own.iter().filter(|(name, _)| name.eq_ignore_ascii_case("content-type")) {
            self.problems.push(name.span, Problem::ContentTypeOfParts {});
        }
        headers.retain(|header| header.name != "content-type");
    }
}
