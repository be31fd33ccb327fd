//! What a server was sent.

use std::fmt;
use std::time::Instant;

use bytes::Bytes;

/// One request that a [`BadServer`](super::BadServer) got. `Debug` shows neither query, header values nor body.
#[derive(Clone)]
pub struct Received {
    pub(super) connection: usize,
    pub(super) at: Instant,
    pub(super) head: Bytes,
    pub(super) body: Bytes,
    pub(super) complete: bool,
}

impl Received {
    /// The number of the connection it came on, from 0. Two requests with one number shared a connection.
    pub fn connection(&self) -> usize {
        self.connection
    }

    /// When its last byte was read.
    pub fn at(&self) -> Instant {
        self.at
    }

    /// Whether it came whole: the head to its empty line and as many bytes of the body as it names.
    pub fn is_complete(&self) -> bool {
        self.complete
    }

    /// Request line and headers as they came, the empty line included.
    pub fn head(&self) -> &Bytes {
        &self.head
    }

    /// The body as it came: its length is what `Content-Length` says, so a chunked body is not read.
    pub fn body(&self) -> &Bytes {
        &self.body
    }

    /// The method, empty where there is none.
    pub fn method(&self) -> &str {
        self.line_part(0)
    }

    /// Path and query as they came, empty where there are none.
    pub fn target(&self) -> &str {
        self.line_part(1)
    }

    /// One header as text; `None` where it is absent, given more than once, or no text.
    pub fn header(&self, name: &str) -> Option<&str> {
        match self.headers(name).as_slice() {
            [value] => Some(value),
            _ => None,
        }
    }

    /// All values of a header, as far as they are text.
    pub fn headers(&self, name: &str) -> Vec<&str> {
        self.fields().filter(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value).collect()
    }

    /// Whether these bytes stand anywhere in it, head or body.
    pub fn holds(&self, bytes: impl AsRef<[u8]>) -> bool {
        let bytes = bytes.as_ref();
        [&self.head, &self.body].iter().any(|part| contains(part, bytes))
    }

    fn fields(&self) -> impl Iterator<Item = (&str, &str)> {
        let lines = self.head.split(|byte| *byte == b'\n').skip(1);
        lines.filter_map(|line| std::str::from_utf8(line).ok()?.split_once(':')).map(|(key, value)| (key, value.trim()))
    }

    fn line_part(&self, index: usize) -> &str {
        let line = self.head.split(|byte| *byte == b'\n').next().unwrap_or_default();
        std::str::from_utf8(line).unwrap_or_default().split_ascii_whitespace().nth(index).unwrap_or_default()
    }
}

fn contains(text: &[u8], part: &[u8]) -> bool {
    part.is_empty() || text.windows(part.len()).any(|window| window == part)
}

impl fmt::Debug for Received {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = self.target().split('?').next().unwrap_or_default();
        f.debug_struct("Received")
            .field("connection", &self.connection)
            .field("method", &self.method())
            .field("path", &path)
            .field("bytes", &self.body.len())
            .field("complete", &self.complete)
            .finish_non_exhaustive()
    }
}
