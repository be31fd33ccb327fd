//! Keeps secrets from hosts that only a reply speaks for.

use super::{Sender, json_texts};
use crate::diagnostic::Problem;
use crate::model::{Body, FormPart, Function, Header, HeaderValue, InputKind, Json, Part, Placed, SettingKind, Text};
use crate::source::Span;

impl Sender<'_, '_> {
    /// Refuses secrets in what is sent to a host that only a reply speaks for.
    pub(crate) fn refuse_secrets(&mut self, query: &[Placed], headers: &[Header], body: Option<&Body>, span: Span) {
        let headers = headers.iter().flat_map(|header| match &header.value {
            HeaderValue::Text(text) => vec![text],
            HeaderValue::Basic(user, password) => vec![user, password],
        });
        let mut texts: Vec<&Text> = headers.chain(query.iter().map(|placed| &placed.value)).collect();
        match body {
            Some(Body::Form(members)) => texts.extend(members.iter().map(|placed| &placed.value)),
            Some(Body::Multipart(form)) => {
                texts.extend(form.parts.iter().flat_map(FormPart::texts));
                form.parts.iter().filter_map(FormPart::json).for_each(|json| json_texts(json, &mut texts));
            }
            Some(Body::Text(text)) => texts.push(text),
            Some(Body::Bytes(_)) => {}
            Some(Body::Json(json)) => json_texts(json, &mut texts),
            None => {}
        }
        let in_json = match body {
            Some(Body::Json(json)) => self.has_secret_input(json),
            Some(Body::Multipart(form)) => {
                form.parts.iter().filter_map(FormPart::json).any(|json| self.has_secret_input(json))
            }
            _ => false,
        };
        if in_json || texts.into_iter().any(|text| self.is_secret(text)) {
            self.problems.push(span, Problem::SecretAnywhere {});
        }
    }

    fn has_secret_input(&self, json: &Json) -> bool {
        match json {
            Json::Object(members) => members.iter().any(|(_, json)| self.has_secret_input(json)),
            Json::List(items) => items.iter().any(|json| self.has_secret_input(json)),
            Json::Input(at) => self.scope.inputs[*at].kind == InputKind::Secret,
            Json::Literal(_) | Json::Text(_) | Json::Number(_) => false,
        }
    }

    fn is_secret(&self, text: &Text) -> bool {
        text.0.iter().any(|part| match part {
            Part::Setting(at) => matches!(self.scope.settings[*at].kind, SettingKind::Secret(_)),
            Part::Input(at) => self.scope.inputs[*at].kind == InputKind::Secret,
            Part::Token(..) => true,
            Part::Value(at) => match &self.values[*at].function {
                Function::Now(..) | Function::Random(..) => false,
                Function::Digest(text, ..) | Function::Base64(text) => self.is_secret(text),
                // What a key has signed is a credential.
                Function::Hmac(_) | Function::Rsa(_) | Function::Jwt(_) => true,
                Function::Fingerprint(..) => false,
                Function::Join(texts, _) => texts.iter().any(|text| self.is_secret(text)),
                Function::JsonText(json) => {
                    let mut texts = Vec::new();
                    json_texts(json, &mut texts);
                    self.has_secret_input(json) || texts.into_iter().any(|text| self.is_secret(text))
                }
            },
            Part::Plain(_) | Part::Request(_) | Part::Reply(_) | Part::ReplyBody | Part::Parsed(_) => false,
        })
    }
}
