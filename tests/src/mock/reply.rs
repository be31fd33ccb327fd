//! What a mock vendor answers.

use std::fmt;

use bytes::Bytes;
use http::header::CONTENT_TYPE;
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use settled::Reply;
use settled_codegen::check::Files;
use settled_codegen::files::Folder;

use super::error::MockError;

/// One reply of a [`MockVendor`](super::MockVendor).
///
/// Where the operation's spec declares a proof, a reply that holds what the proof covers is signed before it is sent:
/// its members are then written anew, so their order may change. `Debug` shows no body.
#[derive(Clone)]
pub struct MockReply {
    status: u16,
    headers: Vec<(String, String)>,
    own_headers: HeaderMap,
    body: Body,
    signing: Signing,
}

#[derive(Clone)]
enum Body {
    File(String),
    Bytes(Bytes),
}

/// How a reply is signed.
#[derive(Clone, Default)]
pub(super) struct Signing {
    pub(super) off: bool,
    pub(super) key: Option<String>,
    pub(super) timestamp: Option<String>,
}

/// A reply that can be sent.
pub(super) struct Prepared {
    pub(super) status: StatusCode,
    pub(super) headers: HeaderMap,
    pub(super) body: Bytes,
    pub(super) signing: Signing,
}

impl MockReply {
    /// A 200 reply with the JSON of a file, relative to the spec's folder.
    pub fn example(path: impl Into<String>) -> Self {
        Self::of(200, Body::File(path.into())).header(CONTENT_TYPE.as_str(), "application/json")
    }

    /// A 200 reply with this body as `application/json`; it need not be JSON.
    pub fn json(text: impl Into<Bytes>) -> Self {
        Self::of(200, Body::Bytes(text.into())).header(CONTENT_TYPE.as_str(), "application/json")
    }

    /// A reply with this status, without a body.
    pub fn status(status: u16) -> Self {
        Self::of(status, Body::Bytes(Bytes::new()))
    }

    /// A reply from its parts.
    pub fn new(status: StatusCode, headers: HeaderMap, body: impl Into<Bytes>) -> Self {
        let reply = Self::of(status.as_u16(), Body::Bytes(body.into()));
        MockReply { own_headers: headers, ..reply }
    }

    fn of(status: u16, body: Body) -> Self {
        let (headers, own_headers) = (Vec::new(), HeaderMap::new());
        MockReply { status, headers, own_headers, body, signing: Signing::default() }
    }

    /// The same reply under another HTTP status.
    pub fn with_status(mut self, status: u16) -> Self {
        self.status = status;
        self
    }

    /// The same reply with one more header.
    pub fn header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.headers.push((name.into(), value.into()));
        self
    }

    /// Leaves the proof as it stands in the body, or missing.
    pub fn unsigned(mut self) -> Self {
        self.signing.off = true;
        self
    }

    /// Signs with this key instead of the right one.
    pub fn signed_with(mut self, key: impl Into<String>) -> Self {
        self.signing.key = Some(key.into());
        self
    }

    /// Puts this text where the proof reads the reply, before it is signed: the timestamp. Together with
    /// [`unsigned`](Self::unsigned), the proof in the body is left for another timestamp.
    pub fn with_timestamp(mut self, text: impl Into<String>) -> Self {
        self.signing.timestamp = Some(text.into());
        self
    }

    /// Reads its file and checks its parts.
    pub(super) fn prepare(self, folder: &Folder) -> Result<Prepared, MockError> {
        let wrong = |what: String| MockError::Reply(what);
        let status =
            StatusCode::from_u16(self.status).map_err(|_| wrong(format!("{} is no HTTP status", self.status)))?;
        let mut headers = self.own_headers;
        for (name, value) in self.headers {
            let value = HeaderValue::from_str(&value)
                .map_err(|_| wrong(format!("the value of `{name}` cannot stand in a header")))?;
            let name =
                HeaderName::from_bytes(name.as_bytes()).map_err(|_| wrong(format!("`{name}` is no header name")))?;
            headers.append(name, value);
        }
        let body = match self.body {
            Body::Bytes(bytes) => bytes,
            Body::File(path) => folder.read(&path).map_err(|error| wrong(format!("`{path}`: {error}")))?.into(),
        };
        Ok(Prepared { status, headers, body, signing: self.signing })
    }
}

impl From<Reply> for MockReply {
    fn from(reply: Reply) -> Self {
        MockReply::new(reply.status(), reply.headers().clone(), reply.body().clone())
    }
}

impl fmt::Debug for MockReply {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut debug = f.debug_struct("MockReply");
        debug.field("status", &self.status);
        match &self.body {
            Body::File(path) => debug.field("file", path),
            Body::Bytes(bytes) => debug.field("bytes", &bytes.len()),
        };
        debug.finish_non_exhaustive()
    }
}
