//! One call: an operation with its inputs, ready to be waited for, asked once, or sent.

mod download;
mod once;
mod pages;

use std::fmt;

pub use self::download::Download;
pub(crate) use self::once::{Once, Ready};
pub use self::pages::{More, Pages};
use crate::attempt::Judged;
use crate::client::Client;
use crate::error::{DecodeError, Error, ErrorKind, shown};
use crate::operation::{Meta, Operation};
use crate::reply::Reply;
use crate::settled::undecodable;
use crate::state::{State, Verdict};
use crate::waiting::Wait;

/// An operation with its inputs, bound to a client.
///
/// What generated request builders end in. Which of [`wait`](Self::wait), [`poll_once`](Self::poll_once) and
/// [`send`](Self::send) an operation has is for the generated code to say.
pub struct Call<R> {
    client: Client,
    operation: Box<dyn Operation<Reply = R>>,
}

impl<R: Send + 'static> Call<R> {
    /// Binds an operation to a client.
    pub fn new(client: Client, operation: impl Operation<Reply = R>) -> Self {
        Call::boxed(client, Box::new(operation))
    }

    /// Binds an operation to a client that is boxed already.
    pub(crate) fn boxed(client: Client, operation: Box<dyn Operation<Reply = R>>) -> Self {
        Call { client, operation }
    }

    /// Waits until the job is settled.
    pub fn wait(self) -> Wait<R> {
        Wait::new(self.client, self.operation)
    }

    /// Sends one request and says what its reply means. Nothing is sent again, whatever comes.
    ///
    /// The call waits its turn under the vendor's limits, for `poll.deadline` at most; the request itself may take
    /// `poll.request`.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Input`] and [`ErrorKind::Credential`] before anything is sent, [`ErrorKind::Deadline`] where the
    /// turn did not come, [`ErrorKind::Faults`] where no reply came ([`ErrorKind::MayHaveArrived`] for what must not
    /// be repeated). A reply is never an error here, whatever it says: see [`Polled::verdict`].
    pub async fn poll_once(self) -> Result<Polled<R>, Error> {
        let (raw, judged) = Once::new(&self.client, &*self.operation).ask().await?;
        Ok(Polled::new(&*self.operation, raw, judged))
    }

    /// Sends one request and decodes its reply.
    ///
    /// Only where no connection could be made, so that not a byte has left, it is tried again: `poll.faults` times, at
    /// the pace of `poll.every`. And where the vendor does not take the credential, and there is a provider or a token to
    /// renew it by, it is sent once more: such a request was not carried out.
    ///
    /// # Errors
    ///
    /// As [`poll_once`](Self::poll_once), and for a reply that is no answer: [`ErrorKind::Vendor`],
    /// [`ErrorKind::Request`], [`ErrorKind::Throttled`], [`ErrorKind::Unverified`], [`ErrorKind::Decode`]. For an
    /// operation that must not be repeated, whatever leaves open what the vendor did is [`ErrorKind::MayHaveArrived`]:
    /// look at the vendor before sending it again.
    pub async fn send(self) -> Result<R, Error> {
        Once::new(&self.client, &*self.operation).send().await
    }

    /// Sends one request and hands its reply's body over piece by piece: for what is too large to be held.
    ///
    /// `limit` is the most bytes that the body may have, after decompression. The time of a request (`poll.request`) is
    /// for the head, and for each piece of the body anew.
    ///
    /// # Errors
    ///
    /// As [`send`](Self::send), before the first piece. Nothing is tried again but for a renewed credential.
    pub async fn download(self, limit: u64) -> Result<Download, Error> {
        Once::new(&self.client, &*self.operation).open(limit).await
    }

    /// Asks for one page after the other, each when it is wanted.
    pub fn pages(self) -> Pages<R> {
        Pages::new(self.client, self.operation)
    }

    /// Says what a reply means that was received before, without a network.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Credential`] where a secret comes from a provider that has not been asked yet: proofs may need it.
    pub fn judge(&self, reply: &Reply) -> Result<Polled<R>, Error> {
        judge(&self.client, &*self.operation, reply)
    }
}

/// Says what a recorded reply means to an operation.
pub fn judge<R: Send + 'static>(
    client: &Client,
    operation: &dyn Operation<Reply = R>,
    reply: &Reply,
) -> Result<Polled<R>, Error> {
    let meta = operation.meta();
    let Some(taken) = client.credentials().known() else {
        let text = "the credential provider has not been asked yet; make a call first, or give the secret as a value";
        let error = Error::new(ErrorKind::Credential, text);
        return Err(error.with(|inner| inner.operation = Some((meta.vendor, meta.operation))));
    };
    let judged = Judged::of(operation, reply, client, client.now(), &taken, std::time::Duration::ZERO);
    Ok(Polled::new(operation, reply.clone(), judged))
}

impl<R> fmt::Debug for Call<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Call").field("client", &self.client).finish_non_exhaustive()
    }
}

/// One reply, judged.
///
/// `Debug` shows the verdict, not the reply.
#[must_use = "it says what the reply means"]
pub struct Polled<R> {
    judged: Judged,
    raw: Reply,
    decoded: Result<R, DecodeError>,
    meta: &'static Meta,
}

impl<R: Send + 'static> Polled<R> {
    pub(crate) fn new(operation: &dyn Operation<Reply = R>, raw: Reply, judged: Judged) -> Self {
        Polled { decoded: operation.decode(raw.body()), judged, raw, meta: operation.meta() }
    }
}

impl<R> Polled<R> {
    /// What the reply means.
    pub fn verdict(&self) -> Verdict {
        self.judged.seen.verdict
    }

    /// The job's state, where the reply told one.
    pub fn state(&self) -> Option<State> {
        self.judged.state()
    }

    /// Whether some items of a settled job failed.
    pub fn is_partial(&self) -> bool {
        self.judged.seen.partial
    }

    /// Whether the vendor may still change its mind about a settled job.
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

    /// How far the job is, in percent from 0 to 100, where the reply tells it.
    pub fn progress(&self) -> Option<f64> {
        self.judged.progress
    }

    /// Why the reply is unreadable or the request wrong: a path and what was expected there.
    pub fn reason(&self) -> Option<&str> {
        self.judged.reason.as_deref()
    }

    /// The rule of the spec that fired.
    pub fn rule(&self) -> Option<&'static crate::operation::Rule> {
        self.judged.rule
    }

    /// The reply as it came.
    pub fn reply(&self) -> &Reply {
        &self.raw
    }

    /// The full reply.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Decode`] where it has not the declared shape, as the body of an error has not.
    pub fn decode(self) -> Result<R, Error> {
        let Polled { judged, raw, decoded, meta } = self;
        decoded.map_err(|error| undecodable(meta, 1, &judged, &raw, error))
    }
}

impl<R> fmt::Debug for Polled<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Polled")
            .field("verdict", &self.verdict())
            .field("partial", &self.is_partial())
            .field("revisable", &self.is_revisable())
            .field("word", &shown(self.word()))
            .field("code", &shown(self.code()))
            .field("reason", &self.reason())
            .field("reply", &self.raw)
            .finish_non_exhaustive()
    }
}
