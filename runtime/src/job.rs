//! Jobs: a handle by which one is found again, and what can be done with it.

mod done;
mod silent;
mod submit;
mod wait;

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

pub use self::done::Done;
pub use self::silent::silent;
pub use self::submit::{Submit, submit, submit_and_wait};
pub use self::wait::{JobWait, JobWaiting};
use crate::attempt::Judged;
use crate::call::{Call, Polled};
use crate::client::Client;
use crate::error::{DecodeError, Error, ErrorKind};
use crate::operation::{Meta, Operation};
use crate::reply::Reply;
use crate::results::Entry;
use crate::settled::{Settled, undecodable};
use crate::state::Outcome;

/// A kind of job of a vendor, as its spec says it. Generated code implements it.
pub trait JobSpec: Sized + Send + Sync + 'static {
    /// What must be kept to find a job again.
    type Handle: Clone + Send + Sync + 'static;
    /// What tells the state.
    type Reply: Send + 'static;
    /// The result, where an operation of its own fetches it.
    type Result: Send + 'static;
    /// What cancelling brings back, where that can be asked for.
    type Cancelled: Send + 'static;
    /// What the vendor replies to the last operation that submits one; `()` where jobs are born elsewhere.
    type Submission: Send + 'static;

    #[doc(hidden)]
    fn submission(body: &[u8]) -> Result<Self::Submission, DecodeError>;
}

/// A kind of job whose result is fetched by an operation of its own.
pub trait HasResult: JobSpec {}

/// A kind of job whose result is fetched piece by piece: for each element of a list that a reply has.
pub trait HasResults: JobSpec {
    /// What an element is.
    type Element: Send + 'static;

    #[doc(hidden)]
    fn element(json: &[u8]) -> Result<Self::Element, DecodeError>;
}

/// A kind of job that can be cancelled.
pub trait HasCancel: JobSpec {}

/// How the operations about a job are asked, given its handle.
pub trait Links<J: JobSpec>: Send + Sync + 'static {
    /// Asks for the state of a job.
    fn status(&self, handle: &J::Handle) -> Box<dyn Operation<Reply = J::Reply>>;

    /// Whether a job that ended so has a result.
    fn has_result(&self, outcome: Outcome) -> bool {
        outcome == Outcome::Succeeded
    }

    /// The operation at this position on the way to the result of a job that is settled by `reply`, or by the `decision` of
    /// a follow-up operation, given the replies to those before it; `None` where there are no more, and the result itself can be asked for.
    fn hop(
        &self,
        at: usize,
        handle: &J::Handle,
        reply: &Reply,
        decision: Option<&Reply>,
        hops: &[Reply],
    ) -> Result<Option<Box<dyn Operation<Reply = ()>>>, DecodeError> {
        let _ = (at, handle, reply, decision, hops);
        Ok(None)
    }

    /// Asks for the result of a job that is settled by `reply`, given the replies on the way.
    fn result(
        &self,
        handle: &J::Handle,
        reply: &Reply,
        decision: Option<&Reply>,
        hops: &[Reply],
    ) -> Result<Box<dyn Operation<Reply = J::Result>>, DecodeError> {
        let _ = (handle, reply, decision, hops);
        Err(DecodeError::new("the job's result is the reply in which it is settled"))
    }

    /// The elements for each of which there is a result, given the replies on the way.
    fn elements(&self, reply: &Reply, decision: Option<&Reply>, hops: &[Reply]) -> Result<Vec<Entry>, DecodeError> {
        let _ = (reply, decision, hops);
        Err(DecodeError::new("the job has one result, not one for each element of a list"))
    }

    /// Asks for the result of one of these elements.
    fn result_of(
        &self,
        element: &Entry,
        handle: &J::Handle,
        reply: &Reply,
        decision: Option<&Reply>,
        hops: &[Reply],
    ) -> Result<Box<dyn Operation<Reply = J::Result>>, DecodeError> {
        let _ = element;
        self.result(handle, reply, decision, hops)
    }

    /// Asks to cancel a job.
    fn cancel(&self, handle: &J::Handle) -> Option<Box<dyn Operation<Reply = J::Cancelled>>> {
        let _ = handle;
        None
    }
}

/// A job at the vendor.
///
/// Keep its [`handle`](Job::handle) to find it again, also from another process. `Debug` shows the client, not the handle.
pub struct Job<J: JobSpec> {
    client: Client,
    links: Arc<dyn Links<J>>,
    handle: J::Handle,
    /// When the vendor wants to be asked first, by the monotonic clock, where its reply to the submission said so.
    not_before: Option<Duration>,
    /// The reply to the submission, where it was submitted by this value or the one that it is a clone of.
    submission: Option<Arc<Submission>>,
}

/// A reply to a submission.
struct Submission {
    meta: &'static Meta,
    judged: Judged,
    reply: Reply,
    attempts: u32,
    /// How it settled the job already, and whether it has the type of the reply that tells the state.
    early: Option<(Outcome, bool)>,
}

impl<J: JobSpec> Job<J> {
    /// What must be kept to find the job again.
    pub fn handle(&self) -> &J::Handle {
        &self.handle
    }

    /// Waits until the job is settled.
    ///
    /// Where it was submitted through this value or the one that it is a clone of, and the vendor's reply said when to ask
    /// first (`Retry-After`, or what the spec says of that), no request goes out before, but for a push. Where that reply settled the job
    /// by the rules of the spec, the wait is over at once, and nothing is sent.
    pub fn wait(&self) -> JobWait<J> {
        let wait = Call::boxed(self.client.clone(), self.links.status(&self.handle)).wait();
        JobWait::new(wait.not_before(self.not_before), self.clone())
    }

    /// How the reply to the submission settled it, as the outcome of a wait.
    fn early(&self) -> Option<Settled<J::Reply>> {
        let submission = self.submission.as_deref()?;
        let (outcome, tells_state) = submission.early?;
        let status = self.links.status(&self.handle);
        let decoded = match tells_state {
            true => status.decode(submission.reply.body()),
            false => {
                Err(DecodeError::new("the job was settled by the reply to its submission: see `job().submission()`"))
            }
        };
        let (judged, reply) = (submission.judged.clone(), submission.reply.clone());
        Some(Settled::of(status.meta(), outcome, judged, reply, decoded))
    }

    /// The vendor's reply to the submission: to the last request of it, where it takes several. There for a job that was
    /// submitted by this value or the one that it is a clone of, not for one that was found by its handle.
    ///
    /// # Errors
    ///
    /// Of kind `Decode`, where the reply is not of its declared type. The job is there all the same.
    pub fn submission(&self) -> Result<Option<J::Submission>, Error> {
        let Some(Submission { meta, judged, reply, attempts, .. }) = self.submission.as_deref() else {
            return Ok(None);
        };
        let decoded = J::submission(reply.body());
        decoded.map(Some).map_err(|error| undecodable(meta, *attempts, judged, reply, error))
    }

    /// The call that fetches the result of one element.
    pub(crate) fn fetching(
        &self,
        element: &Entry,
        reply: &Reply,
        decision: Option<&Reply>,
        hops: &[Reply],
    ) -> Result<Call<J::Result>, DecodeError> {
        let operation = self.links.result_of(element, &self.handle, reply, decision, hops)?;
        Ok(Call::boxed(self.client.clone(), operation))
    }

    /// Asks for the state once.
    ///
    /// # Errors
    ///
    /// Whatever keeps a reply away; a reply that is an error is judged, not returned as one.
    pub async fn poll_once(&self) -> Result<Polled<J::Reply>, Error> {
        Call::boxed(self.client.clone(), self.links.status(&self.handle)).poll_once().await
    }

    /// Asks the vendor to cancel the job. Wait for it to see whether it was, or whether it was settled before.
    ///
    /// # Errors
    ///
    /// Whatever keeps the reply away, and the vendor's own errors.
    pub async fn cancel(&self) -> Result<J::Cancelled, Error>
    where
        J: HasCancel,
    {
        let operation = self.links.cancel(&self.handle);
        let operation = operation.ok_or_else(|| Error::new(ErrorKind::Config, "this job cannot be cancelled"))?;
        Call::boxed(self.client.clone(), operation).send().await
    }
}

impl<J: JobSpec> Clone for Job<J> {
    fn clone(&self) -> Self {
        let (client, links, submission) = (self.client.clone(), Arc::clone(&self.links), self.submission.clone());
        Job { client, links, handle: self.handle.clone(), not_before: self.not_before, submission }
    }
}

impl<J: JobSpec> fmt::Debug for Job<J> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Job").field("client", &self.client).finish_non_exhaustive()
    }
}

/// A job that was submitted before.
pub fn job<J: JobSpec>(client: Client, links: Arc<dyn Links<J>>, handle: J::Handle) -> Job<J> {
    Job { client, links, handle, not_before: None, submission: None }
}

/// The reply to a step.
pub fn reply_of(replies: &[Reply], step: usize) -> Result<&Reply, DecodeError> {
    replies.get(step).ok_or_else(|| DecodeError::new("a step of the job has no reply yet"))
}

/// The reply of the operation that decided.
pub fn decision_of(decision: Option<&Reply>) -> Result<&Reply, DecodeError> {
    decision.ok_or_else(|| DecodeError::new("no follow-up operation decided, and its reply leads to the result"))
}

/// A text that is a whole number.
pub fn whole_number(text: &str, name: &str) -> Result<i64, DecodeError> {
    text.parse().map_err(|_| DecodeError::new(format!("`{name}` is no whole number")))
}
