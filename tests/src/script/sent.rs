//! What a script was asked.

use std::fmt;
use std::time::Duration;

use bytes::Bytes;
use http::{HeaderMap, Method, Request, Uri};
use settled::{FaultKind, SendLimits};

/// One request that a [`Script`](super::Script) got. `Debug` shows neither query, header values nor body.
#[derive(Clone)]
pub struct Sent {
    request: Request<Bytes>,
    limits: SendLimits,
    started: Duration,
    end: Option<(Duration, Ending)>,
}

/// How a request of a [`Script`](super::Script) ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// It was answered with a reply.
    Answered,
    /// It was answered with a fault.
    Faulted(FaultKind),
    /// The caller stopped waiting for the answer.
    Dropped,
}

impl Sent {
    pub(super) fn new(request: Request<Bytes>, limits: SendLimits, started: Duration) -> Self {
        Sent { request, limits, started, end: None }
    }

    pub(super) fn end(&mut self, at: Duration, ending: Ending) {
        self.end = Some((at, ending));
    }

    /// The method.
    pub fn method(&self) -> &Method {
        self.request.method()
    }

    /// The whole URI.
    pub fn uri(&self) -> &Uri {
        self.request.uri()
    }

    /// The headers.
    pub fn headers(&self) -> &HeaderMap {
        self.request.headers()
    }

    /// One header as text; `None` where it is absent, given more than once, or no text.
    pub fn header(&self, name: &str) -> Option<&str> {
        let mut all = self.headers().get_all(name).iter();
        match (all.next(), all.next()) {
            (Some(value), None) => value.to_str().ok(),
            _ => None,
        }
    }

    /// The body.
    pub fn body(&self) -> &Bytes {
        self.request.body()
    }

    /// The bounds that the caller gave the transport.
    pub fn limits(&self) -> SendLimits {
        self.limits
    }

    /// When it was sent, on the monotonic clock.
    pub fn started(&self) -> Duration {
        self.started
    }

    /// When it ended, on the monotonic clock; `None` while the caller waits.
    pub fn ended(&self) -> Option<Duration> {
        self.end.map(|(at, _)| at)
    }

    /// How it ended; `None` while the caller waits.
    pub fn ending(&self) -> Option<Ending> {
        self.end.map(|(_, ending)| ending)
    }
}

impl fmt::Debug for Sent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Sent")
            .field("method", self.method())
            .field("path", &self.uri().path())
            .field("bytes", &self.body().len())
            .field("started", &self.started)
            .field("end", &self.end)
            .finish_non_exhaustive()
    }
}
