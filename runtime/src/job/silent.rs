//! Operations for whose replies nobody has a type.

use bytes::Bytes;
use http::Request;

use crate::error::{DecodeError, InvalidInput};
use crate::operation::{Attempt, Judgement, Meta, Operation};
use crate::reply::Reply;
/// An operation whose reply nobody decodes.
struct Silent<O>(O);

/// An operation as one whose reply nobody decodes.
pub fn silent(operation: impl Operation) -> Box<dyn Operation<Reply = ()>> {
    Box::new(Silent(operation))
}

impl<O: Operation> Operation for Silent<O> {
    type Reply = ();

    fn meta(&self) -> &'static Meta {
        self.0.meta()
    }

    fn request(&self, attempt: &Attempt<'_>) -> Result<Request<Bytes>, InvalidInput> {
        self.0.request(attempt)
    }

    fn judge<'r>(&self, reply: &'r Reply, attempt: &Attempt<'_>) -> Judgement<'r> {
        self.0.judge(reply, attempt)
    }

    fn decode(&self, _: &[u8]) -> Result<(), DecodeError> {
        Ok(())
    }

    fn then(&self, rule: u16, reply: &Reply) -> Option<Result<Box<dyn Operation<Reply = ()>>, DecodeError>> {
        self.0.then(rule, reply)
    }

    fn pin(&mut self, reply: &Reply) {
        self.0.pin(reply);
    }
}
