//! What proves replies and events, and webhooks.

use std::time::Duration;

use super::rules::Fact;
use super::value::{Encoding, Hmac, JwtAlgorithm, KeyEncoding, Value};
use super::{Operation, Part, Text, TimeKind};

/// How replies or events are proved.
#[derive(Debug, Clone)]
pub struct Verify {
    /// The text that is a list of pairs, where an event has one.
    pub parts: Option<Parts>,
    /// When an event was sent, and how long it may be under way.
    pub fresh: Option<Fresh>,
    /// What is computed from what came, each behind what it needs.
    pub values: Vec<Value>,
    /// The ways to prove it: the first decides whose facts hold, and where none do it is refused. Replies have one.
    pub ways: Vec<Way>,
}

/// A way to prove something.
#[derive(Debug, Clone)]
pub struct Way {
    /// When it is asked for: facts about headers, all of which hold.
    pub when: Vec<Fact>,
    /// The proof.
    pub proof: Proof,
}

/// A proof.
#[derive(Debug, Clone)]
pub enum Proof {
    /// A keyed digest or a shared secret.
    Digest(Digest),
    /// An Ed25519 signature.
    Ed25519(Ed25519),
    /// A JWT.
    Jwt(JwtProof),
}

/// A keyed digest or a shared secret that was handed over.
#[derive(Debug, Clone)]
pub struct Digest {
    /// Where it stands.
    pub given: Given,
    /// What it must be, one of these.
    pub expected: Vec<Expected>,
}

/// What something must be that only somebody with a secret can know.
#[derive(Debug, Clone)]
pub enum Expected {
    /// A keyed digest, and what stands before it: `sha256=`.
    Keyed(String, Hmac),
    /// A text that a secret has part in.
    Text(Text),
}

impl Expected {
    /// The texts that it is made of.
    pub fn texts(&self) -> Vec<&Text> {
        match self {
            Expected::Keyed(_, hmac) => vec![&hmac.text, &hmac.key],
            Expected::Text(text) => vec![text],
        }
    }

    /// The text that it proves.
    pub fn proved(&self) -> &Text {
        match self {
            Expected::Keyed(_, hmac) => &hmac.text,
            Expected::Text(text) => text,
        }
    }
}

/// An Ed25519 signature.
#[derive(Debug, Clone)]
pub struct Ed25519 {
    /// Where it stands.
    pub given: Given,
    /// What is signed.
    pub signed: Text,
    /// How it is written.
    pub encoding: Encoding,
    /// The key.
    pub key: Key,
}

/// A JWT that proves an event.
#[derive(Debug, Clone)]
pub struct JwtProof {
    /// Where it stands.
    pub token: Part,
    /// How it may be signed. What the token itself says never adds to them.
    pub algorithms: Vec<JwtAlgorithm>,
    /// What it must claim, by paths.
    pub claims: Vec<(Vec<String>, Text)>,
    /// The key.
    pub key: Key,
}

/// What a signature is checked with.
#[derive(Debug, Clone)]
pub enum Key {
    /// A setting.
    Given(Text, KeyEncoding),
    /// What the vendor hands out.
    Vendor(Keys),
}

/// Where a vendor hands out its public keys.
#[derive(Debug, Clone)]
pub struct Keys {
    /// The operation that replies with them, by position.
    pub operation: usize,
    /// For inputs of it, by position, what they are; the others have their defaults, or are left out.
    pub with: Vec<(usize, KeyInput)>,
    /// Where they stand in its reply.
    pub at: Vec<String>,
}

/// What an input of the operation that hands out keys is.
#[derive(Debug, Clone)]
pub enum KeyInput {
    /// A text.
    Text(Text),
    /// A member of the JWT's header.
    Header(String),
}

/// Where a proof stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Given {
    /// In a slot.
    Slot(u16),
    /// In the pairs of this name, one of which is enough.
    Parts(String),
}

/// A text that is a list of pairs.
#[derive(Debug, Clone)]
pub struct Parts {
    /// Its slot.
    pub slot: u16,
    /// What stands between two pairs.
    pub between: String,
    /// What stands between the name and the value of a pair.
    pub pair: String,
}

/// When an event was sent.
#[derive(Debug, Clone)]
pub struct Fresh {
    /// What says it.
    pub sent: SentBy,
    /// How it is written.
    pub unit: TimeKind,
    /// How far it may be from now.
    pub within: Duration,
}

/// What says when an event was sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SentBy {
    /// A slot or a pair.
    Part(Part),
    /// A claim of the JWT that proves it, by its path.
    Claim(Vec<String>),
}

/// Something that the vendor sends by itself.
#[derive(Debug, Clone)]
pub struct Webhook {
    /// The operation of which it would be a reply. It is never asked.
    pub operation: Operation,
    /// The job that it is about, by position, and for each field of its handle, which of the texts taken out of the event
    /// it is.
    pub job: Option<(usize, Vec<Option<usize>>)>,
}

impl Verify {
    /// The keyed digest or secret that a reply must carry. Events may be proved otherwise.
    pub fn digest(&self) -> Option<&Digest> {
        match self.ways.as_slice() {
            [Way { when, proof: Proof::Digest(digest) }] if when.is_empty() => Some(digest),
            _ => None,
        }
    }
}
