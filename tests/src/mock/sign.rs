//! Signs replies the way the spec has them verified.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use http::{HeaderMap, HeaderName, HeaderValue};
use serde_json::Value;
use settled_codegen::model::rules::AsideSource;
use settled_codegen::model::{Digest, Expected, Function, Given, Part, Text, Verify, View};

use super::binding::Binding;
use super::compute::{digest, encode, keyed};
use super::reply::Signing;
use super::slot::{at, printed};
use super::wire::Sees;

/// A reply in the making.
struct Draft<'d> {
    binding: &'d Binding<'d>,
    verify: &'d Verify,
    proof: &'d Digest,
    view: &'d View,
    headers: HeaderMap,
    /// The body as it came, and as JSON where it is that.
    body: Vec<u8>,
    value: Option<Value>,
}

/// The headers and the body with their timestamp and proof, where the operation's replies carry one. `Err` says what was
/// asked for and cannot be done.
pub(super) fn signed(
    binding: &Binding<'_>,
    signing: &Signing,
    headers: &HeaderMap,
    body: &[u8],
) -> Result<Option<(HeaderMap, Vec<u8>)>, String> {
    let asked = signing.key.is_some() || signing.timestamp.is_some();
    let proof = binding.operation.verify.as_ref().and_then(|verify| Some((verify, verify.digest()?)));
    let proof = proof.zip(binding.operation.reading.proof.as_ref());
    let written = proof.and_then(|((verify, proof), view)| {
        let (headers, body, value) = (headers.clone(), body.to_vec(), serde_json::from_slice(body).ok());
        let mut draft = Draft { binding, verify, proof, view, headers, body, value };
        let stamped = signing.timestamp.as_deref().is_none_or(|text| draft.stamp(text));
        let proved = signing.off || draft.prove(signing.key.as_deref());
        (stamped && proved).then_some((draft.headers, draft.body))
    });
    match written {
        None if asked => Err("the reply has no place for the timestamp or the proof that was asked for".to_owned()),
        _ if signing.off && signing.timestamp.is_none() => Ok(None),
        written => Ok(written),
    }
}

impl Draft<'_> {
    /// Puts a text where the proof reads the reply.
    fn stamp(&mut self, text: &str) -> bool {
        let mut slots = Vec::new();
        let Some(expected) = self.proof.expected.first() else { return false };
        expected.proved().collect(&self.verify.values, &mut |part| {
            if let Part::Reply(slot) = part {
                slots.push(*slot);
            }
        });
        slots.into_iter().fold(false, |_, slot| self.put(slot, text))
    }

    /// Puts the proof where the spec has it read.
    fn prove(&mut self, key: Option<&str>) -> bool {
        let proof = match self.proof.expected.first() {
            Some(Expected::Keyed(prefix, hmac)) => {
                let text = self.text(&hmac.text);
                let key = key.map(str::to_owned).or_else(|| self.text(&hmac.key));
                let proof = text.zip(key).and_then(|(text, key)| keyed(hmac, text.as_bytes(), &key));
                proof.map(|proof| format!("{prefix}{proof}"))
            }
            Some(Expected::Text(text)) if key.is_none() => self.text(text),
            _ => None,
        };
        let Given::Slot(given) = self.proof.given else { return false };
        proof.is_some_and(|proof| self.put(given, &proof))
    }

    /// A text of the proof.
    fn text(&self, text: &Text) -> Option<String> {
        let part = |part: &Part| match part {
            Part::Reply(slot) => self.read(*slot),
            Part::ReplyBody => String::from_utf8(self.body.clone()).ok(),
            Part::Value(at) => self.value(*at),
            part => self.binding.part(part, Sees::All),
        };
        text.0.iter().map(part).collect()
    }

    /// A value of what is replied.
    fn value(&self, at: usize) -> Option<String> {
        match &self.verify.values.get(at)?.function {
            Function::Digest(text, hash, encoding) => {
                Some(encode(&digest(self.text(text)?.as_bytes(), *hash), *encoding))
            }
            Function::Hmac(hmac) => keyed(hmac, self.text(&hmac.text)?.as_bytes(), &self.text(&hmac.key)?),
            Function::Base64(text) => Some(STANDARD.encode(self.text(text)?)),
            Function::Join(texts, with) => {
                let texts: Option<Vec<_>> = texts.iter().map(|text| self.text(text)).collect();
                Some(texts?.join(with))
            }
            Function::Now(..)
            | Function::Random(..)
            | Function::JsonText(_)
            | Function::Rsa(_)
            | Function::Fingerprint(..)
            | Function::Jwt(_) => None,
        }
    }

    /// The header that a slot is of, where it is of one.
    fn header(&self, slot: u16) -> Option<HeaderName> {
        let aside = self.binding.operation.reading.asides.iter().find(|aside| aside.view.slot == slot)?;
        match &aside.source {
            AsideSource::Header(name) => HeaderName::from_bytes(name.as_bytes()).ok(),
            _ => None,
        }
    }

    fn read(&self, slot: u16) -> Option<String> {
        if let Some(header) = self.header(slot) {
            return self.headers.get(header)?.to_str().ok().map(str::to_owned);
        }
        let mut found = None;
        at(self.view, &mut self.value.clone()?, slot, &mut |place| found = printed(place));
        found
    }

    fn put(&mut self, slot: u16, text: &str) -> bool {
        if let Some(header) = self.header(slot) {
            let value = HeaderValue::from_str(text).map(|value| self.headers.insert(header, value));
            return value.is_ok();
        }
        let Some(value) = &mut self.value else { return false };
        let is_put = at(self.view, value, slot, &mut |place| *place = Value::from(text));
        self.body = value.to_string().into_bytes();
        is_put
    }
}
