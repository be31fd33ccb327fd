//! Proofs, as written: what tells that a reply or an event is the vendor's.

use serde_json::{Value, json};

use super::literal::Text;
use super::rule::Facts;
use super::template::{Choice, Template};
use super::value::first_line;
use crate::diagnostic::{Diagnostics, Problem};
use crate::model::{Encoding, JwtAlgorithm, KeyEncoding};
use crate::record::{Definitions, Named, Read, exactly_one, record};
use crate::source::Span;
use crate::yaml::{Kind, Node};

record! {
    /// The proof that a reply or an event carries: a keyed digest, or for events a signature by a public key. A reply's is
    /// checked where that is 2xx and no error.
    Verify = "a proof" with form {
        /// Where a digest or a signature stands.
        given: Option<Template>,
        /// What it must be: a keyed digest, behind a text if need be, or another text that a secret has part in. Of a list, one
        /// is enough.
        expected: Choice,
        /// The text of which it is the Ed25519 signature; needs `as`, and `key` or `keys`.
        ed25519: Option<Template>,
        /// The JWT that proves the event; needs `alg`, and `key` or `keys`.
        jwt: Option<Template>,
        /// How the JWT is signed: an algorithm, or a list of those that are taken.
        alg: Option<Words>,
        /// Claims that the JWT must have, and what they must be.
        claims: Named<Template>,
        /// The key: a public key in PEM, or for `HS…` the shared secret.
        key: Option<Template>,
        /// How the key is written: `text` (PEM, or for `HS…` its UTF-8 bytes; unless said), `hex` or `base64`.
        key_as: Option<Text>,
        /// Where the vendor hands out its public keys.
        keys: Option<KeysSpec>,
        /// How the signature is written: `hex`, `base64` or `base64url`.
        encoding as "as": Option<Text>,
        /// In a list: when this is how the event is proved. Headers alone.
        when: Option<Facts>,
    }
}

record! {
    /// Where a vendor hands out its public keys.
    KeysSpec = "`keys`" {
        /// The operation that replies with them.
        operation: Text,
        /// Its inputs: `{jwt.$header.kid}`, places of the event, settings.
        with: Named<Template>,
        /// Where they stand in its reply: a JWK, or a list of them.
        at: Template,
    }
}

/// What a schema can say of a proof beside its keys.
fn form() -> Value {
    let words = |all: &[&str]| json!({ "enum": all });
    json!({
        "oneOf": exactly_one(WAYS),
        "dependentRequired": { "expected": ["given"], "ed25519": ["given", "as"], "jwt": ["alg"], "key_as": ["key"] },
        "if": { "required": ["expected"] },
        "then": { "not": { "anyOf": exactly_one(&["key", "keys"]) } },
        "else": { "oneOf": exactly_one(&["key", "keys"]) },
        "properties": {
            "as": words(&Encoding::ALL.map(|(name, _)| name)),
            "key_as": words(&KeyEncoding::ALL.map(|(name, _)| name)),
        },
    })
}

/// The keys that say what kind of proof it is.
const WAYS: &[&str] = &["expected", "ed25519", "jwt"];

const EXPECTED: &str = "exactly one of `expected`, `ed25519`, `jwt`";

/// What kind of proof it is, and what that needs.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Way<'v> {
    /// A keyed digest or a shared secret: where it stands, and what it must be.
    Digest(&'v Template, &'v [Template]),
    /// An Ed25519 signature: where it stands, what is signed, and how it is written.
    Ed25519(&'v Template, &'v Template, &'v Text),
    /// A JWT: where it stands, and how it may be signed.
    Jwt(&'v Template, &'v Words),
}

/// Where a key comes from.
#[derive(Debug, Clone, Copy)]
pub(crate) enum KeySpec<'v> {
    /// From a setting.
    Given(&'v Template, Option<&'v Text>),
    /// From the vendor.
    Vendor(&'v KeysSpec),
}

impl Verify {
    /// What kind of proof it is. What is wrong with the record is pushed.
    pub(crate) fn way(&self, problems: &mut Diagnostics) -> Option<Way<'_>> {
        let at = first_line(self.span);
        let expected = Some(self.expected.0.as_slice()).filter(|all| !all.is_empty());
        let way = match (expected, &self.ed25519, &self.jwt) {
            (Some(expected), None, None) => {
                Some(Way::Digest(self.needed(&self.given, "given", "a proof", problems)?, expected))
            }
            (None, Some(signed), None) => {
                let given = self.needed(&self.given, "given", "a signature", problems);
                let encoding = self.needed(&self.encoding, "as", "a signature", problems);
                Some(Way::Ed25519(given?, signed, encoding?))
            }
            (None, None, Some(jwt)) => Some(Way::Jwt(jwt, self.needed(&self.alg, "alg", "a JWT", problems)?)),
            (None, None, None) => {
                if !WAYS.iter().any(|key| problems.is_lost(key)) {
                    problems.push(at, Problem::NotExactlyOne { expected: EXPECTED, found: "there is none here" });
                }
                None
            }
            _ => {
                problems.push(at, Problem::NotExactlyOne { expected: EXPECTED, found: "there are several here" });
                None
            }
        };
        if let Some(way) = way {
            self.refuse_useless(way, problems);
        }
        way
    }

    fn needed<'v, T>(
        &self,
        given: &'v Option<T>,
        key: &'static str,
        record: &'static str,
        problems: &mut Diagnostics,
    ) -> Option<&'v T> {
        if given.is_none() && !problems.is_lost(key) {
            problems.push(first_line(self.span), Problem::MissingKey { key, record });
        }
        given.as_ref()
    }

    /// Where its key comes from.
    pub(crate) fn key(&self, problems: &mut Diagnostics) -> Option<KeySpec<'_>> {
        let found = match (&self.key, &self.keys) {
            (Some(key), None) => return Some(KeySpec::Given(key, self.key_as.as_ref())),
            (None, Some(keys)) => return Some(KeySpec::Vendor(keys)),
            (Some(_), Some(_)) => "there are both here",
            (None, None) if problems.is_lost("key") || problems.is_lost("keys") => return None,
            (None, None) => "there is none here",
        };
        let problem = Problem::NotExactlyOne { expected: "exactly one of `key` and `keys`", found };
        problems.push(first_line(self.span), problem);
        None
    }

    fn refuse_useless(&self, way: Way<'_>, problems: &mut Diagnostics) {
        let (is_digest, is_signature, is_jwt, function) = match way {
            Way::Digest(..) => (true, false, false, "expected"),
            Way::Ed25519(..) => (false, true, false, "ed25519"),
            Way::Jwt(..) => (false, false, true, "jwt"),
        };
        let span = |text: &Option<Text>| text.as_ref().map(|text| text.span);
        let template = |text: &Option<Template>| text.as_ref().map(|text| text.span);
        let given = [
            ("given", template(&self.given), !is_jwt),
            ("as", span(&self.encoding), is_signature),
            ("alg", self.alg.as_ref().and_then(|alg| alg.0.first()).map(|word| word.span), is_jwt),
            ("claims", self.claims.0.first().map(|(name, _)| name.span), is_jwt),
            ("key", template(&self.key), !is_digest),
            ("key_as", span(&self.key_as), !is_digest && self.key.is_some()),
            ("keys", self.keys.as_ref().map(|keys| keys.operation.span), !is_digest),
        ];
        for (key, span, is_used) in given {
            if let (Some(span), false) = (span, is_used) {
                problems.push(span, Problem::UselessKey { key, function });
            }
        }
    }
}

/// One word, or a list of words.
#[derive(Debug, Clone)]
pub struct Words(pub Vec<Text>);

impl Read for Words {
    fn read(node: &Node, problems: &mut Diagnostics) -> Option<Self> {
        match &node.kind {
            Kind::List(_) => Vec::read(node, problems).map(Words),
            _ => Text::read(node, problems).map(|one| Words(vec![one])),
        }
    }

    fn schema(_: &mut Definitions) -> Value {
        let one = json!({ "enum": JwtAlgorithm::ALL.map(|(name, _)| name) });
        json!({ "anyOf": [one, { "type": "array", "items": one, "minItems": 1 }] })
    }
}

/// One proof, or a list of which the first one decides whose `when` holds.
#[derive(Debug, Clone)]
pub struct Proofs {
    /// Where they stand.
    pub span: Span,
    /// The proofs, in order.
    pub all: Vec<Verify>,
    /// Whether they are written as a list.
    pub is_list: bool,
}

impl Read for Proofs {
    fn read(node: &Node, problems: &mut Diagnostics) -> Option<Self> {
        let span = node.span;
        match &node.kind {
            Kind::List(items) if items.is_empty() => {
                let expected = "a proof, or a list of proofs".to_owned();
                problems.push(span, Problem::WrongKind { expected, found: "an empty list" });
                None
            }
            Kind::List(items) => {
                // Every one is read, so that all mistakes are told; one that is lost would make others decide.
                let all: Vec<_> = items.iter().map(|item| Verify::read(item, problems)).collect();
                Some(Proofs { span, all: all.into_iter().collect::<Option<_>>()?, is_list: true })
            }
            _ => Verify::read(node, problems).map(|one| Proofs { span, all: vec![one], is_list: false }),
        }
    }

    fn schema(definitions: &mut Definitions) -> Value {
        let one = Verify::schema(definitions);
        json!({ "anyOf": [one, { "type": "array", "items": one, "minItems": 1 }] })
    }
}
