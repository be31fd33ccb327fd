//! A job that is settled.

use std::fmt;

use bytes::Bytes;

use crate::attempt::Judged;
use crate::error::{DecodeError, Error, ErrorKind, shown};
use crate::operation::{Meta, Operation, Rule};
use crate::reply::Reply;
use crate::state::Outcome;

/// A settled job: how it ended, and the vendor's reply.
///
/// `Debug` shows the outcome, not the reply.
///
/// All five outcomes come this way, for a rejected applicant is no error of the program. Match over
/// [`outcome`](Self::outcome), or let [`into_succeeded`](Self::into_succeeded) turn the other four into an error.
#[must_use = "a settled job may have failed: look at `outcome()`, or call `into_succeeded()?`"]
pub struct Settled<R> {
    outcome: Outcome,
    judged: Judged,
    raw: Reply,
    /// The reply of the operation that decided, where another one did.
    decision: Option<Box<Reply>>,
    decoded: Result<R, DecodeError>,
    attempts: u32,
    meta: &'static Meta,
}

impl<R: Send + 'static> Settled<R> {
    /// Decodes the full reply of a job that ended so.
    pub(crate) fn new(
        operation: &dyn Operation<Reply = R>,
        outcome: Outcome,
        judged: Judged,
        raw: Reply,
        decision: Option<Reply>,
        attempts: u32,
    ) -> Self {
        let decoded = operation.decode(raw.body());
        Settled { outcome, judged, raw, decision: decision.map(Box::new), decoded, attempts, meta: operation.meta() }
    }

    /// A job that ended by the reply to its submission.
    pub(crate) fn of(
        meta: &'static Meta,
        outcome: Outcome,
        judged: Judged,
        raw: Reply,
        decoded: Result<R, DecodeError>,
    ) -> Self {
        Settled { outcome, judged, raw, decision: None, decoded, attempts: 0, meta }
    }
}

impl<R> Settled<R> {
    /// How the job ended.
    pub fn outcome(&self) -> Outcome {
        self.outcome
    }

    /// Whether some items of the job failed.
    pub fn is_partial(&self) -> bool {
        self.judged.seen.partial
    }

    /// Whether the vendor may still change its mind.
    pub fn is_revisable(&self) -> bool {
        self.judged.seen.revisable
    }

    /// The vendor's own word for the state.
    pub fn word(&self) -> Option<&str> {
        self.judged.word.as_deref()
    }

    /// The vendor's code.
    pub fn code(&self) -> Option<&str> {
        self.judged.code.as_deref()
    }

    /// The vendor's message. It is the vendor's text: it may hold anything.
    pub fn message(&self) -> Option<&str> {
        self.judged.message.as_deref()
    }

    /// The rule of the spec that settled it.
    pub fn rule(&self) -> Option<&'static Rule> {
        self.judged.rule
    }

    /// The reply in which a follow-up operation decided, where the spec has one (`then`); [`reply`](Self::reply) is still
    /// the one that was asked for.
    pub fn decision(&self) -> Option<&Reply> {
        self.decision.as_deref()
    }

    /// How many requests it took.
    pub fn attempts(&self) -> u32 {
        self.attempts
    }

    /// The full reply.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Decode`] where the vendor has changed a field that the outcome does not depend on: the outcome
    /// holds all the same, and [`body`](Self::body) has the bytes.
    pub fn reply(&self) -> Result<&R, Error> {
        self.decoded.as_ref().map_err(|error| self.undecodable(error.clone()))
    }

    /// The full reply, taken out.
    ///
    /// # Errors
    ///
    /// As [`reply`](Self::reply).
    pub fn into_reply(self) -> Result<R, Error> {
        let Settled { decoded, raw, judged, attempts, meta, .. } = self;
        decoded.map_err(|error| undecodable(meta, attempts, &judged, &raw, error))
    }

    /// The reply of a job that succeeded.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::NotSucceeded`], with the state, the vendor's code and message and the reply, for the other four
    /// outcomes; [`ErrorKind::Decode`] as [`reply`](Self::reply).
    pub fn into_succeeded(self) -> Result<R, Error> {
        self.succeeded()?;
        self.into_reply()
    }

    /// The error of a job that ended in a way for which its spec has no result.
    pub(crate) fn without_result(&self) -> Error {
        let of_others = || {
            let text = format!("the spec has no result for a job that is {}; see its `result_for`", self.outcome);
            self.judged.error(self.meta, ErrorKind::NotSucceeded, text, self.attempts, &self.raw)
        };
        self.succeeded().err().unwrap_or_else(of_others)
    }

    /// Whether it succeeded, and the error where not.
    pub(crate) fn succeeded(&self) -> Result<(), Error> {
        if self.outcome == Outcome::Succeeded {
            return Ok(());
        }
        let text = format!(
            "the job is {}, not succeeded; see the error's vendor code, message and reply, or match over `outcome()`",
            self.outcome
        );
        Err(self.judged.error(self.meta, ErrorKind::NotSucceeded, text, self.attempts, &self.raw))
    }

    /// The bytes of the reply's body, as they came.
    pub fn body(&self) -> &Bytes {
        self.raw.body()
    }

    /// The reply as it came: status, headers and body.
    pub fn raw(&self) -> &Reply {
        &self.raw
    }

    /// All but the full reply.
    pub(crate) fn without_reply(&self) -> Settled<()> {
        Settled {
            outcome: self.outcome,
            judged: self.judged.clone(),
            raw: self.raw.clone(),
            decision: self.decision.clone(),
            decoded: Ok(()),
            attempts: self.attempts,
            meta: self.meta,
        }
    }

    pub(crate) fn undecodable(&self, error: DecodeError) -> Error {
        undecodable(self.meta, self.attempts, &self.judged, &self.raw, error)
    }
}

impl<R> fmt::Debug for Settled<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Settled")
            .field("outcome", &self.outcome)
            .field("partial", &self.is_partial())
            .field("revisable", &self.is_revisable())
            .field("word", &shown(self.word()))
            .field("attempts", &self.attempts)
            .field("raw", &self.raw)
            .finish_non_exhaustive()
    }
}

/// The error for a reply whose verdict is known and whose full shape is not.
pub(crate) fn undecodable(meta: &Meta, attempts: u32, judged: &Judged, raw: &Reply, error: DecodeError) -> Error {
    let text = format!("the full reply does not decode: {error}; mend the spec, or read the reply's body");
    judged.error(meta, ErrorKind::Decode, text, attempts, raw).with(|inner| inner.source = Some(Box::new(error)))
}

impl Judged {
    /// An error about the reply that was judged.
    pub(crate) fn error(&self, meta: &Meta, kind: ErrorKind, text: String, attempts: u32, raw: &Reply) -> Error {
        Error::new(kind, text).with(|inner| {
            inner.operation = Some((meta.vendor, meta.operation));
            inner.attempts = attempts;
            inner.is_refused = self.seen.verdict == crate::state::Verdict::CredentialExpired;
            inner.state = self.state();
            inner.reply = Some(raw.clone());
            inner.word.clone_from(&self.word);
            inner.code.clone_from(&self.code);
            inner.message.clone_from(&self.message);
        })
    }
}
