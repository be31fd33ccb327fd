//! What proves replies and events, and webhooks.

use std::time::Duration;

use super::{Hmac, Operation, Part, TimeKind};

/// The proof that a reply or an event carries.
#[derive(Debug, Clone)]
pub struct Verify {
    /// Where it stands.
    pub given: Given,
    /// What stands before the digest: `sha256=`.
    pub prefix: String,
    /// The keyed digest that it must be.
    pub expected: Hmac,
    /// The text that is a list of pairs, where an event has one.
    pub parts: Option<Parts>,
    /// When an event was sent, and how long it may be under way.
    pub fresh: Option<Fresh>,
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
    /// What says it: a slot or a pair.
    pub sent: Part,
    /// How it is written.
    pub unit: TimeKind,
    /// How far it may be from now.
    pub within: Duration,
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
