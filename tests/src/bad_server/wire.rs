//! Replies as bytes on the wire.

use http::header::{CONNECTION, CONTENT_LENGTH, TRANSFER_ENCODING};
use http::{HeaderName, StatusCode};
use settled::Reply;

/// What the server says about the connection and the length, where the reply does not.
pub(super) struct Framing {
    pub(super) close: bool,
    /// The length that is named; `None` for the body's own.
    pub(super) claimed: Option<usize>,
}

/// The head of a reply, the empty line included.
pub(super) fn head(reply: &Reply, framing: &Framing) -> Vec<u8> {
    let reason = reply.status().canonical_reason().unwrap_or("Unknown");
    let mut head = format!("HTTP/1.1 {} {reason}\r\n", reply.status().as_u16()).into_bytes();
    for (name, value) in reply.headers() {
        header(&mut head, name.as_str(), value.as_bytes());
    }
    let names = |name: HeaderName| reply.headers().contains_key(name);
    if !names(CONTENT_LENGTH) && !names(TRANSFER_ENCODING) && has_length(reply.status()) {
        let length = framing.claimed.unwrap_or(reply.body().len());
        header(&mut head, "content-length", length.to_string().as_bytes());
    }
    if framing.close && !names(CONNECTION) {
        header(&mut head, "connection", b"close");
    }
    head.extend_from_slice(b"\r\n");
    head
}

fn has_length(status: StatusCode) -> bool {
    !status.is_informational() && status != StatusCode::NO_CONTENT && status != StatusCode::NOT_MODIFIED
}

fn header(head: &mut Vec<u8>, name: &str, value: &[u8]) {
    head.extend_from_slice(name.as_bytes());
    head.extend_from_slice(b": ");
    head.extend_from_slice(value);
    head.extend_from_slice(b"\r\n");
}

/// The head of a 200 reply that never ends.
pub(super) const ENDLESS_HEAD: &[u8] =
    b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n";

/// One chunk of spaces, which JSON allows in front.
pub(super) fn chunk(size: usize) -> Vec<u8> {
    // A chunk without content would end the body.
    let size = size.max(1);
    let mut chunk = format!("{size:x}\r\n").into_bytes();
    chunk.resize(chunk.len() + size, b' ');
    chunk.extend_from_slice(b"\r\n");
    chunk
}

/// A whole 200 reply with so many headers of so many bytes.
pub(super) fn huge_head(count: usize, length: usize) -> Vec<u8> {
    let value = vec![b'x'; length];
    let mut bytes = b"HTTP/1.1 200 OK\r\n".to_vec();
    for number in 0..count {
        header(&mut bytes, &format!("x-{number}"), &value);
    }
    bytes.extend_from_slice(b"content-length: 2\r\nconnection: close\r\n\r\n{}");
    bytes
}
