//! `multipart/form-data` bodies, read by a library that the client knows nothing of.

use std::convert::Infallible;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

use bytes::Bytes;
use futures_util::stream;
use serde_json::Value;
use settled_codegen::model::{FormPart, Multipart, Placed};

use super::wire::{Pairs, Wire};

/// A part as it came.
pub(super) struct Given {
    pub(super) name: String,
    pub(super) filename: Option<String>,
    pub(super) media_type: Option<String>,
    pub(super) content: Bytes,
}

impl Given {
    pub(super) fn text(&self) -> String {
        String::from_utf8_lossy(&self.content).into_owned()
    }

    pub(super) fn json(&self) -> Option<Value> {
        serde_json::from_slice(&self.content).ok()
    }
}

impl Wire<'_> {
    /// The parts of the body, where it is cut into parts.
    pub(super) fn parts(&self) -> Option<Vec<Given>> {
        let boundary = multer::parse_boundary(self.header("content-type")?).ok()?;
        let body = stream::iter([Ok::<_, Infallible>(self.body.clone())]);
        let mut reading = pin!(read(multer::Multipart::new(body, boundary)));
        // All of the body is there, so that nothing is waited for.
        match reading.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(parts) => parts,
            Poll::Pending => None,
        }
    }
}

async fn read(mut body: multer::Multipart<'_>) -> Option<Vec<Given>> {
    let mut all = Vec::new();
    while let Some(field) = body.next_field().await.ok()? {
        let (name, filename) = (field.name()?.to_owned(), field.file_name().map(str::to_owned));
        let media_type = field.content_type().map(ToString::to_string);
        all.push(Given { name, filename, media_type, content: field.bytes().await.ok()? });
    }
    Some(all)
}

/// The texts that a form has by its spec.
pub(super) fn placed(form: &Multipart) -> Vec<Placed> {
    let text = |part: &FormPart| match part {
        FormPart::Text(placed) => Some(placed.clone()),
        FormPart::Json(_) | FormPart::File(_) => None,
    };
    form.parts.iter().filter_map(text).collect()
}

/// The parts that are not by their spec files or JSON.
pub(super) fn texts(form: &Multipart, given: &[Given]) -> Pairs {
    let is_text = |name: &str| !form.parts.iter().any(|part| part.name() == name && !matches!(part, FormPart::Text(_)));
    given.iter().filter(|part| is_text(&part.name)).map(|part| (part.name.clone(), part.text())).collect()
}
