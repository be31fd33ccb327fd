//! What a mock vendor was sent.

use std::fmt;
use std::time::Instant;

use bytes::Bytes;
use http::{HeaderMap, Method};

/// One request that a [`MockVendor`](super::MockVendor) got. `Debug` shows no values, headers or body.
#[derive(Clone)]
pub struct MockRequest {
    pub(super) operation: Option<String>,
    pub(super) method: Method,
    pub(super) path: String,
    pub(super) headers: HeaderMap,
    pub(super) inputs: Vec<Given>,
    pub(super) body: Bytes,
    pub(super) arrived: Instant,
    pub(super) answered: Option<Instant>,
    pub(super) status: Option<u16>,
}

/// An input as it was found.
#[derive(Clone)]
pub(super) struct Given {
    pub(super) name: String,
    pub(super) value: String,
    pub(super) is_secret: bool,
}

impl Given {
    fn shown(&self) -> &str {
        if self.is_secret { "[redacted]" } else { &self.value }
    }
}

impl MockRequest {
    /// The name of the operation or the token in the spec; `None` where none has this method and path.
    pub fn operation(&self) -> Option<&str> {
        self.operation.as_deref()
    }

    /// The method.
    pub fn method(&self) -> &Method {
        &self.method
    }

    /// The path as it came, without the query.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// One header as text; `None` where it is absent, given more than once, or no text.
    pub fn header(&self, name: &str) -> Option<&str> {
        let mut all = self.headers.get_all(name).iter();
        match (all.next(), all.next()) {
            (Some(value), None) => value.to_str().ok(),
            _ => None,
        }
    }

    /// The inputs of the call with their values, read back from the request, in the order of the spec. Lists are JSON,
    /// with their elements as texts. Secret ones show as `[redacted]`; see [`input`](Self::input).
    pub fn inputs(&self) -> Vec<(&str, &str)> {
        self.inputs.iter().map(|given| (given.name.as_str(), given.shown())).collect()
    }

    /// The value of one input, a secret one too; `None` where the call did not give it.
    pub fn input(&self, name: &str) -> Option<&str> {
        self.inputs.iter().find(|given| given.name == name).map(|given| given.value.as_str())
    }

    /// The body as it came.
    pub fn body(&self) -> &Bytes {
        &self.body
    }

    /// When its head was read.
    pub fn arrived(&self) -> Instant {
        self.arrived
    }

    /// When its reply was handed to the socket; `None` while it is under way, and where the other side went away.
    pub fn answered(&self) -> Option<Instant> {
        self.answered
    }

    /// The HTTP status that it was answered with.
    pub fn status(&self) -> Option<u16> {
        self.status
    }
}

impl fmt::Debug for MockRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MockRequest")
            .field("operation", &self.operation)
            .field("method", &self.method)
            .field("bytes", &self.body.len())
            .field("status", &self.status)
            .finish_non_exhaustive()
    }
}
