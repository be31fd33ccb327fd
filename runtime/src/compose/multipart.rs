//! Bodies of several parts: `multipart/form-data`, RFC 7578.

use bytes::Bytes;
use http::header::{CONTENT_TYPE, HeaderValue};

use super::json::{ToJson, USUAL_BODY};
use super::{Body, Compose};
use crate::value::Encoding;

/// Parts in the making.
pub(super) struct Parts {
    /// What stands between two parts. It is drawn for this request, so that no file can hold it.
    boundary: String,
    written: Vec<u8>,
}

impl Parts {
    /// Starts a part. What would end a quoted name is escaped as browsers do.
    fn start(&mut self, name: &str, filename: Option<&str>, media_type: Option<&str>) {
        let mut head = format!("--{}\r\nContent-Disposition: form-data; name=\"{}\"", self.boundary, quoted(name));
        if let Some(filename) = filename {
            head.push_str(&format!("; filename=\"{}\"", quoted(filename)));
        }
        if let Some(media_type) = media_type {
            head.push_str(&format!("\r\nContent-Type: {media_type}"));
        }
        head.push_str("\r\n\r\n");
        self.written.extend_from_slice(head.as_bytes());
    }

    fn push(&mut self, content: &[u8]) {
        self.written.extend_from_slice(content);
        self.written.extend_from_slice(b"\r\n");
    }
}

fn quoted(name: &str) -> String {
    name.replace('"', "%22").replace('\r', "%0D").replace('\n', "%0A")
}

impl Compose {
    /// Sets a body of parts, of which there are none yet. `chance` is what nobody can guess.
    pub fn start_parts(&mut self, chance: &[u8; 32]) {
        let boundary = Encoding::Hex.encode(&chance[..16]);
        if let Ok(value) = HeaderValue::try_from(format!("multipart/form-data; boundary={boundary}")) {
            self.headers.push((CONTENT_TYPE, value));
        }
        self.body = Body::Parts(Parts { boundary, written: Vec::with_capacity(USUAL_BODY) });
    }

    /// Appends a text.
    pub fn part(&mut self, name: &str, value: &str) {
        if let Body::Parts(parts) = &mut self.body {
            parts.start(name, None, None);
            parts.push(value.as_bytes());
        }
    }

    /// Appends JSON.
    pub fn json_part(&mut self, name: &'static str, media_type: &str, value: impl ToJson) {
        self.check_media_type(name, media_type);
        if let Body::Parts(parts) = &mut self.body {
            parts.start(name, None, Some(media_type));
            value.write(&mut parts.written);
            parts.push(b"");
        }
    }

    /// Appends a file.
    pub fn file_part(&mut self, name: &'static str, filename: &str, media_type: &str, file: &Bytes) {
        self.check_media_type(name, media_type);
        if let Body::Parts(parts) = &mut self.body {
            parts.written.reserve(file.len() + USUAL_BODY);
            parts.start(name, Some(filename), Some(media_type));
            parts.push(file);
        }
    }

    /// Ends the body of parts.
    pub fn end_parts(&mut self) {
        if let Body::Parts(Parts { boundary, written }) = &mut self.body {
            let mut written = std::mem::take(written);
            written.extend_from_slice(format!("--{boundary}--\r\n").as_bytes());
            self.body = Body::Done(written.into());
        }
    }

    fn check_media_type(&mut self, name: &'static str, media_type: &str) {
        if media_type.is_empty() || !media_type.bytes().all(|byte| (b' '..=b'~').contains(&byte)) {
            self.refuse(name, "must have a media type of visible ASCII");
        }
    }
}
