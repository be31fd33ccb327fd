//! Resolves the values that an operation computes.

use std::time::Duration;

use super::names;
use super::request::Sender;
use crate::diagnostic::{Diagnostics, Problem, similar};
use crate::model::{
    Chance, Encoding, Function, Hmac, InputKind, Json, Jwt, JwtAlgorithm, KeyEncoding, Lot, Moment, Part, RsaSignature,
    Stage, Text, Value,
};
use crate::source::{Span, Spanned};
use crate::spec::{self, Piece, Template, ValueSpec};
use crate::yaml::MAX_DEPTH;

impl Sender<'_, '_> {
    /// The position of a value, resolved at its first use.
    pub(super) fn value(&mut self, name: &str, span: Span, spec: &ValueSpec) -> Option<usize> {
        if let Some(at) = self.values.iter().position(|value| value.name == name) {
            return Some(at);
        }
        open(&mut self.open, name, span, self.problems)?;
        let function = self.function(spec);
        self.open.pop();
        let wanted = names::field(name).unwrap_or_else(|| "value".to_owned());
        // A raw name cannot carry a number.
        let rust = self.locals.unique(wanted.trim_start_matches("r#"));
        let rust = names::field(&rust).unwrap_or(rust);
        let function = function?;
        let stage = self.stage(&function);
        self.values.push(Value { name: name.to_owned(), rust, function, stage });
        Some(self.values.len() - 1)
    }

    fn function(&mut self, spec: &ValueSpec) -> Option<Function> {
        let function = spec.function(self.problems)?;
        spec.refuse_useless(&function.value, self.problems);
        Some(match &function.value {
            spec::Function::Now(format) => {
                let plus = spec.plus.as_ref().map_or(Duration::ZERO, |plus| plus.value);
                Function::Now(one_of(format, &Moment::ALL, "a format of the present moment", self.problems)?, plus)
            }
            spec::Function::Random(count) => {
                let bytes = u8::try_from(count.value).ok().filter(|bytes| (8..=32).contains(bytes));
                let Some(bytes) = bytes else {
                    let (text, range) = (count.value.to_string(), "8 to 32 bytes");
                    self.problems.push(count.span, Problem::OutOfRange { key: "random", text, range });
                    return None;
                };
                Function::Random(Chance::Bytes(bytes, encoding(spec, self.problems)?), self.lot(spec)?)
            }
            spec::Function::Uuid(version) => {
                one_of(version, &[("v4", ())], "a version of UUIDs", self.problems)?;
                Function::Random(Chance::Uuid, self.lot(spec)?)
            }
            spec::Function::Digest(text, hash) => {
                Function::Digest(self.digested(text, None)?, *hash, encoding(spec, self.problems)?)
            }
            spec::Function::Hmac(text, key, hash) => {
                let key = self.text(key)?;
                Function::Hmac(Hmac {
                    text: self.digested(text, Some(&key))?,
                    key,
                    key_as: key_encoding(spec, self.problems)?,
                    hash: *hash,
                    encoding: encoding(spec, self.problems)?,
                })
            }
            spec::Function::Rsa(text, key) => Function::Rsa(RsaSignature {
                text: self.digested(text, None)?,
                key: self.text(key)?,
                encoding: encoding(spec, self.problems)?,
            }),
            spec::Function::Base64(text) => Function::Base64(self.text(text)?),
            spec::Function::Join(texts, with) => {
                let texts: Vec<_> = texts.iter().map(|text| self.joined(text)).collect();
                Function::Join(texts.into_iter().collect::<Option<_>>()?, with.clone())
            }
            spec::Function::JsonText(json) => Function::JsonText(self.json(json)?),
            spec::Function::Fingerprint(key) => Function::Fingerprint(self.text(key)?, encoding(spec, self.problems)?),
            spec::Function::Jwt(algorithm, key, claims) => {
                let algorithm = one_of(algorithm, &JwtAlgorithm::ALL, "an algorithm of JWTs", self.problems);
                let header = spec.header.iter().map(|(name, text)| Some((name.value.clone(), self.text(text)?)));
                let header = header.collect::<Vec<_>>().into_iter().collect::<Option<_>>();
                let (key, claims) = (self.text(key), self.json(claims));
                Function::Jwt(Jwt { algorithm: algorithm?, key: key?, header: header?, claims: claims? })
            }
        })
    }

    /// A text to be joined with others. An input that is a list stands for its elements, and a text with an optional one that
    /// is left out for none.
    fn joined(&mut self, template: &Template) -> Option<Text> {
        if let Some(Spanned { value: Piece::Name(name), span }) = template.sole_name()
            && let Some(at) = self.scope.inputs.iter().position(|input| input.name == *name)
            && matches!(self.scope.inputs[at].kind, InputKind::List(_))
        {
            return self.part(name, *span).map(|part| Text(vec![part]));
        }
        // Where an optional one is left out, so is what stands around it.
        self.text_or_nothing(template)
    }

    /// Which of the operation's random values the next one is.
    fn lot(&mut self, spec: &ValueSpec) -> Option<Lot> {
        if let Some(per) = &spec.per {
            one_of(per, &[("call", ())], "a life of random values", self.problems)?;
        }
        let number = self.random;
        self.random = self.random.saturating_add(1);
        Some(Lot { per_call: spec.per.is_some(), number })
    }

    /// The text under a digest. One without a value in it proves nothing; most likely its braces were doubled.
    fn digested(&mut self, template: &Template, key: Option<&Text>) -> Option<Text> {
        // A key that is derived anew makes another digest of the same text.
        let is_derived = key.is_some_and(|key| key.0.iter().any(|part| matches!(part, Part::Value(_))));
        if template.plain().is_some() && !is_derived {
            self.problems.push(template.span, Problem::ConstantDigest {});
            return None;
        }
        self.text(template)
    }

    fn stage(&self, function: &Function) -> Stage {
        let of = |text: &Text| text.stage(&self.values);
        match function {
            Function::Now(..) | Function::Random(..) => Stage::Start,
            Function::Digest(text, ..) | Function::Base64(text) => of(text),
            Function::Hmac(hmac) => of(&hmac.text).max(of(&hmac.key)),
            Function::Rsa(rsa) => of(&rsa.text).max(of(&rsa.key)),
            Function::Join(texts, _) => texts.iter().map(of).max().unwrap_or_default(),
            Function::JsonText(json) => self.json_stage(json),
            Function::Fingerprint(key, _) => of(key),
            Function::Jwt(jwt) => {
                let header = jwt.header.iter().map(|(_, text)| of(text)).max().unwrap_or_default();
                of(&jwt.key).max(header).max(self.json_stage(&jwt.claims))
            }
        }
    }

    /// When JSON can be made.
    pub(super) fn json_stage(&self, json: &Json) -> Stage {
        match json {
            Json::Object(members) => members.iter().map(|(_, json)| self.json_stage(json)).max().unwrap_or_default(),
            Json::List(items) => items.iter().map(|json| self.json_stage(json)).max().unwrap_or_default(),
            Json::Text(text) | Json::Number(text) => text.stage(&self.values),
            Json::Literal(_) | Json::Input(_) => Stage::Start,
        }
    }
}

impl Value {
    /// Whether it is a number where a whole member of JSON is it.
    pub(super) fn is_number(&self) -> bool {
        matches!(&self.function, Function::Now(moment, _) if moment.is_number())
    }
}

impl ValueSpec {
    /// Pushes the keys that its function has no use for.
    pub(super) fn refuse_useless(&self, function: &spec::Function, problems: &mut Diagnostics) {
        use spec::Function::{Digest, Fingerprint, Hmac, Join, Jwt, Now, Random, Rsa, Uuid};
        let span = |text: &Option<spec::Text>| text.as_ref().map(|text| text.span);
        let given = [
            ("key", self.key.as_ref().map(|key| key.span), matches!(function, Hmac(..) | Jwt(..) | Rsa(..))),
            ("key_as", span(&self.key_as), matches!(function, Hmac(..))),
            (
                "as",
                span(&self.encoding),
                matches!(function, Digest(..) | Hmac(..) | Rsa(..) | Random(_) | Fingerprint(_)),
            ),
            ("plus", self.plus.as_ref().map(|plus| plus.span), matches!(function, Now(_))),
            ("per", span(&self.per), matches!(function, Random(_) | Uuid(_))),
            ("claims", self.claims.as_ref().map(|_| spec::first_line(self.span)), matches!(function, Jwt(..))),
            ("header", self.header.0.first().map(|(name, _)| name.span), matches!(function, Jwt(..))),
            ("with", span(&self.with), matches!(function, Join(..)) && self.join.is_some()),
        ];
        for (key, span, is_used) in given {
            if let (Some(span), false) = (span, is_used) {
                problems.push(span, Problem::UselessKey { key, function: function.name() });
            }
        }
    }
}

/// Opens a value that is to be resolved. One that is open already is made of itself.
pub(super) fn open(open: &mut Vec<String>, name: &str, span: Span, problems: &mut Diagnostics) -> Option<()> {
    let problem = match open.len() > MAX_DEPTH {
        _ if open.iter().any(|open| open == name) => Problem::ValueCycle { name: name.to_owned() },
        true => Problem::TooDeep { limit: MAX_DEPTH },
        false => {
            open.push(name.to_owned());
            return Some(());
        }
    };
    problems.push(span, problem);
    None
}

pub(super) fn encoding(spec: &ValueSpec, problems: &mut Diagnostics) -> Option<Encoding> {
    let Some(name) = &spec.encoding else {
        problems.push(spec::first_line(spec.span), Problem::MissingKey { key: "as", record: "a digest" });
        return None;
    };
    one_of(name, &Encoding::ALL, "an encoding", problems)
}

pub(super) fn key_encoding(spec: &ValueSpec, problems: &mut Diagnostics) -> Option<KeyEncoding> {
    match &spec.key_as {
        Some(name) => one_of(name, &KeyEncoding::ALL, "an encoding of keys", problems),
        None => Some(KeyEncoding::Text),
    }
}

pub(super) fn one_of<T: Copy>(
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
