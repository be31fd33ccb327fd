//! What one request brought back.

use std::fmt;

use bytes::Bytes;
use http::header::AsHeaderName;
use http::{HeaderMap, StatusCode};

/// HTTP status, headers and body of one reply, as the vendor sent them.
///
/// `Debug` shows the status and the length only: bodies hold personal data.
#[derive(Clone)]
pub struct Reply {
    status: StatusCode,
    headers: HeaderMap,
    body: Bytes,
}

impl Reply {
    /// A reply from its parts, as a transport or a recording has them.
    pub fn new(status: StatusCode, headers: HeaderMap, body: impl Into<Bytes>) -> Self {
        Reply { status, headers, body: body.into() }
    }

    /// A 200 reply with a JSON body: what a recorded reply usually is.
    pub fn ok(body: impl Into<Bytes>) -> Self {
        Reply::new(StatusCode::OK, HeaderMap::new(), body)
    }

    /// A reply of this status without headers. A number that is no HTTP status counts as 500.
    pub fn with_status(status: u16, body: impl Into<Bytes>) -> Self {
        let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        Reply::new(status, HeaderMap::new(), body)
    }

    /// The HTTP status.
    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// The headers.
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// The body, decompressed.
    pub fn body(&self) -> &Bytes {
        &self.body
    }

    /// All lines of a header as one, as far as they are text.
    pub(crate) fn joined(&self, name: &str) -> Option<String> {
        let lines = self.headers.get_all(name).iter().map(|value| String::from_utf8_lossy(value.as_bytes()));
        Some(lines.collect::<Vec<_>>().join(", ")).filter(|all| !all.is_empty())
    }

    /// One header as text, where it is there once and is text.
    pub(crate) fn header(&self, name: impl AsHeaderName) -> Option<&str> {
        let mut all = self.headers.get_all(name).iter();
        match (all.next(), all.next()) {
            (Some(value), None) => value.to_str().ok(),
            _ => None,
        }
    }
}

impl fmt::Debug for Reply {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Reply")
            .field("status", &self.status.as_u16())
            .field("bytes", &self.body.len())
            .finish_non_exhaustive()
    }
}
