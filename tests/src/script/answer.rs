//! What one request gets.

use std::time::Duration;

use http::StatusCode;
use settled::{FaultKind, Reply};

use crate::reply;

/// What one request of a [`Script`](super::Script) gets.
///
/// ```
/// use std::time::Duration;
/// use settled::FaultKind;
/// use settled_testkit::{Answer, reply};
///
/// let answers = [
///     Answer::Reply(reply::json(r#"{"status":"running"}"#)),
///     Answer::Fault(FaultKind::Broken).after(Duration::from_millis(300)),
///     Answer::Never,
/// ];
/// # assert_eq!(answers.len(), 3);
/// ```
#[derive(Debug, Clone)]
pub enum Answer {
    /// A reply.
    Reply(Reply),
    /// A fault of the network.
    Fault(FaultKind),
    /// Nothing, ever: the caller's own time limit must end it.
    Never,
    /// The same, so much later on the script's clock. See [`Answer::after`].
    After(Duration, Box<Answer>),
}

impl Answer {
    /// The same answer, so much later. Two delays add up.
    #[must_use]
    pub fn after(self, delay: Duration) -> Self {
        Answer::After(delay, Box::new(self))
    }

    /// A 200 reply with this JSON.
    pub fn json(body: impl Into<bytes::Bytes>) -> Self {
        Answer::Reply(reply::json(body))
    }

    /// A reply with this status and no body.
    pub fn status(status: StatusCode) -> Self {
        Answer::Reply(reply::empty(status.as_u16()))
    }

    /// The whole delay, and the answer itself.
    pub(super) fn split(self) -> (Duration, Answer) {
        let (mut delay, mut answer) = (Duration::ZERO, self);
        while let Answer::After(more, inner) = answer {
            delay = delay.saturating_add(more);
            answer = *inner;
        }
        (delay, answer)
    }
}

impl From<Reply> for Answer {
    fn from(reply: Reply) -> Self {
        Answer::Reply(reply)
    }
}

impl From<FaultKind> for Answer {
    fn from(kind: FaultKind) -> Self {
        Answer::Fault(kind)
    }
}
