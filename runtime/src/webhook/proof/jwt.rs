//! JWTs that prove events: the compact form of RFC 7515, the claims of RFC 7519.

use std::time::Duration;

use aws_lc_rs::hmac::{self, HMAC_SHA256, HMAC_SHA384, HMAC_SHA512};
use serde_json::{Map, Value};

use super::{Claim, SentClaim};
use crate::clock::Now;
use crate::sign::public::Scheme;
use crate::value::Encoding;
use crate::webhook::is_fresh;

/// How far two clocks may be apart where a token says when it begins and ends.
const LEEWAY: Duration = Duration::from_secs(60);

/// A token that may be signed as the spec allows. Nothing of it is to be believed yet.
pub(crate) struct Token {
    pub(super) how: How,
    pub(super) kid: Option<String>,
    claims: Map<String, Value>,
    message: String,
    signature: Vec<u8>,
}

/// How a token is signed.
#[derive(Debug, Clone, Copy)]
pub(crate) enum How {
    /// With the private half of a key.
    Public(Scheme),
    /// With a shared secret.
    Shared(hmac::Algorithm),
}

impl How {
    fn of(name: &str) -> Option<Self> {
        match name {
            "HS256" => Some(How::Shared(HMAC_SHA256)),
            "HS384" => Some(How::Shared(HMAC_SHA384)),
            "HS512" => Some(How::Shared(HMAC_SHA512)),
            name => Scheme::of(name).map(How::Public),
        }
    }
}

impl Token {
    /// Reads a token. `None` where it is none, or is signed in another way than the spec says.
    pub(super) fn read(token: &str, algorithms: &[&str]) -> Option<Self> {
        let (message, signature) = token.rsplit_once('.')?;
        let (header, claims) = message.split_once('.')?;
        let object = |part: &str| match serde_json::from_slice(&Encoding::Base64Url.decode(part)?).ok()? {
            Value::Object(members) => Some(members),
            _ => None,
        };
        let header = object(header)?;
        let alg = header.get("alg")?.as_str()?;
        // RFC 7515, section 4.1.11: what must be understood, and is not, ends it.
        if !algorithms.contains(&alg) || header.contains_key("crit") {
            return None;
        }
        let kid = match header.get("kid") {
            Some(kid) => Some(kid.as_str()?.to_owned()),
            None => None,
        };
        let (how, signature) = (How::of(alg)?, Encoding::Base64Url.decode(signature)?);
        Some(Token { how, kid, claims: object(claims)?, message: message.to_owned(), signature })
    }

    /// Whether it says what it must, now.
    pub(super) fn says(&self, claims: &[Claim], sent: Option<SentClaim>, now: Now) -> bool {
        claims.iter().all(|(path, wanted)| self.claim(path).is_some_and(|found| is(found, wanted)))
            && sent.is_none_or(|(path, unit, within)| {
                let moment = self.claim(path).and_then(printed);
                moment.is_some_and(|moment| is_fresh(&moment, unit, within, now))
            })
            && self.is_within("exp", |exp| now.wall < exp.saturating_add(LEEWAY))
            && self.is_within("nbf", |nbf| now.wall.saturating_add(LEEWAY) >= nbf)
    }

    /// Whether a moment that it may name is as it must be.
    fn is_within(&self, name: &str, is: impl Fn(Duration) -> bool) -> bool {
        match self.claims.get(name) {
            None => true,
            Some(moment) => {
                let moment = moment.as_f64().and_then(|seconds| Duration::try_from_secs_f64(seconds).ok());
                moment.is_some_and(is)
            }
        }
    }

    fn claim(&self, path: &[&str]) -> Option<&Value> {
        let (first, rest) = path.split_first()?;
        rest.iter().try_fold(self.claims.get(*first)?, |found, step| found.get(*step))
    }

    /// What is signed, and the signature.
    pub(super) fn signed(&self) -> (&[u8], &[u8]) {
        (self.message.as_bytes(), &self.signature)
    }
}

/// Whether a claim is a text; of a list, such as `aud` may be, whether one element is.
fn is(found: &Value, wanted: &str) -> bool {
    match found {
        Value::Array(all) => all.iter().any(|one| printed(one).as_deref() == Some(wanted)),
        found => printed(found).as_deref() == Some(wanted),
    }
}

fn printed(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(value) => Some(value.to_string()),
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
}

#[cfg(test)]
mod tests;
