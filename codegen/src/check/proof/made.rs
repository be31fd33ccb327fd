//! What proofs are made of: places of what came, settings, inputs, and values of these.

use crate::check::scope::{Meaning, ReplyScope, Scope, Used, text};
use crate::check::value::{encoding, key_encoding, open};
use crate::diagnostic::{Diagnostics, Problem};
use crate::model::{Function, Hmac, HmacHash, Part, Stage, Text, Value};
use crate::source::{Span, Spanned};
use crate::spec::{self, Piece, Template, ValueSpec};

/// Makes the texts of proofs.
pub(super) struct Maker<'n, 'r, 'a, 't> {
    pub(super) scope: Scope<'n>,
    pub(super) places: ReplyScope<'r, 'a, 't>,
    pub(super) problems: &'n mut Diagnostics,
    /// Whether there are pairs.
    pub(super) has_parts: bool,
    is_event: bool,
    /// The slots of places of the body.
    pub(super) of_body: Vec<u16>,
    /// Values that are complete, each behind what it needs.
    values: Vec<Value>,
    /// Values that are being resolved: to meet one again is a cycle.
    open: Vec<String>,
}

impl<'n, 'r, 'a, 't> Maker<'n, 'r, 'a, 't> {
    pub(super) fn new(
        scope: Scope<'n>,
        places: ReplyScope<'r, 'a, 't>,
        is_event: bool,
        problems: &'n mut Diagnostics,
    ) -> Self {
        Maker {
            scope,
            places,
            problems,
            has_parts: false,
            is_event,
            of_body: Vec::new(),
            values: Vec::new(),
            open: Vec::new(),
        }
    }

    /// The values that were made, and all names that were used.
    pub(super) fn finish(self) -> (Vec<Value>, Used) {
        (self.values, self.scope.used)
    }

    /// Whether a name is that of a pair, `parts.t`.
    pub(super) fn is_pair(&self, name: &str) -> bool {
        self.has_parts && name.starts_with("parts.")
    }

    /// The one name that a template is.
    pub(super) fn sole<'p>(&mut self, template: &'p Template) -> Option<(&'p str, Span)> {
        match template.sole_name() {
            Some(Spanned { value: Piece::Name(name), span }) => Some((name, *span)),
            _ => {
                self.problems.push(template.span, Problem::NotOneName { found: template.written() });
                None
            }
        }
    }

    /// The one place that a template is.
    pub(super) fn sole_part(&mut self, template: &Template) -> Option<Part> {
        let (name, span) = self.sole(template)?;
        match self.is_pair(name) {
            true => Some(Part::Parsed(name["parts.".len()..].to_owned())),
            false => self.places.slot(name, span, self.problems).map(Part::Reply),
        }
    }

    /// A text of a proof.
    pub(super) fn text(&mut self, template: &Template) -> Option<Text> {
        text(template, |name, piece| self.part(name, piece.span))
    }

    fn part(&mut self, name: &str, span: Span) -> Option<Part> {
        if self.places.is_own(name) {
            return match self.places.is_whole(name) {
                true => Some(Part::ReplyBody),
                false => {
                    let slot = self.places.slot(name, span, self.problems)?;
                    if !name.contains(".$header.") {
                        self.of_body.push(slot);
                    }
                    Some(Part::Reply(slot))
                }
            };
        }
        if self.is_pair(name) {
            return Some(Part::Parsed(name["parts.".len()..].to_owned()));
        }
        if name.starts_with("jwt.") {
            self.problems.push(span, Problem::NoJwtHere { name: name.to_owned() });
            return None;
        }
        match self.scope.look(name, span, self.problems)? {
            // Without its key no event is believed; a reply has to be.
            Meaning::Setting(at) if self.scope.settings[at].optional && !self.is_event => {
                self.problems.push(span, Problem::OptionalInText { name: name.to_owned() });
                None
            }
            Meaning::Setting(at) => Some(Part::Setting(at)),
            Meaning::Input(at) if self.scope.inputs[at].optional => {
                self.problems.push(span, Problem::OptionalInText { name: name.to_owned() });
                None
            }
            Meaning::Input(at) => Some(Part::Input(at)),
            Meaning::Value(value) => self.value(name, span, value).map(Part::Value),
            Meaning::Token(..) | Meaning::Request(_) => {
                self.problems.push(span, Problem::ValueInProof { name: name.to_owned() });
                None
            }
        }
    }

    /// The position of a value, resolved at its first use.
    fn value(&mut self, name: &str, span: Span, spec: &ValueSpec) -> Option<usize> {
        if let Some(at) = self.values.iter().position(|value| value.name == name) {
            return Some(at);
        }
        open(&mut self.open, name, span, self.problems)?;
        let function = self.function(name, span, spec);
        self.open.pop();
        let function = function?;
        let rust = format!("made_{}", self.values.len());
        self.values.push(Value { name: name.to_owned(), rust, function, stage: Stage::Start });
        Some(self.values.len() - 1)
    }

    fn function(&mut self, name: &str, span: Span, spec: &ValueSpec) -> Option<Function> {
        let function = spec.function(self.problems)?;
        spec.refuse_useless(&function.value, self.problems);
        Some(match &function.value {
            spec::Function::Digest(text, hash) => {
                if text.plain().is_some() {
                    self.problems.push(text.span, Problem::ConstantDigest {});
                    return None;
                }
                Function::Digest(self.text(text)?, *hash, encoding(spec, self.problems)?)
            }
            spec::Function::Hmac(text, key, hash) => Function::Hmac(self.hmac(spec, text, key, *hash)?),
            spec::Function::Base64(text) => Function::Base64(self.text(text)?),
            spec::Function::Join(texts, with) => {
                let texts: Vec<_> = texts.iter().map(|text| self.text(text)).collect();
                Function::Join(texts.into_iter().collect::<Option<_>>()?, with.clone())
            }
            // What is made anew, or is no text of what came, proves nothing.
            _ => {
                self.problems.push(span, Problem::ValueInProof { name: name.to_owned() });
                return None;
            }
        })
    }

    /// A keyed digest.
    pub(super) fn hmac(&mut self, spec: &ValueSpec, text: &Template, key: &Template, hash: HmacHash) -> Option<Hmac> {
        let (text, key) = (self.text(text)?, self.text(key)?);
        let (key_as, encoding) = (key_encoding(spec, self.problems)?, encoding(spec, self.problems)?);
        Some(Hmac { text, key, key_as, hash, encoding })
    }

    /// All parts of a text, those of its values among them.
    pub(super) fn parts_of(&self, text: &Text) -> Vec<Part> {
        let mut parts = Vec::new();
        text.collect(&self.values, &mut |part| parts.push(part.clone()));
        parts
    }
}
