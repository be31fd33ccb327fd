//! Jobs: a handle by which one is found again, and what can be done with it.

use std::fmt;
use std::future::{Future, IntoFuture};
use std::ops::Deref;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use bytes::Bytes;
use http::Request;

use crate::attempt::Judged;
use crate::call::{Call, Download, Once, Pages, Polled};
use crate::client::Client;
use crate::error::{DecodeError, Error, ErrorKind, InvalidInput};
use crate::operation::{Attempt, Judgement, Meta, Operation};
use crate::reply::Reply;
use crate::results::{Entry, Results};
use crate::settled::{Settled, undecodable};
use crate::state::{Outcome, State};
use crate::waiting::{Wait, Waiting};

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

/// What a caller has given to submit a job.
pub trait Submit: Send + Sync + 'static {
    /// The kind of job.
    type Job: JobSpec;
    /// How many requests it takes.
    const STEPS: usize;
    /// Whether the reply to the last one has the type of the reply that tells the state.
    const TELLS_STATE: bool;

    /// How the operations about the job are asked.
    fn links(&self) -> Arc<dyn Links<Self::Job>>;

    /// The request of a step, given the replies to the steps before.
    fn step(&self, at: usize, replies: &[Reply]) -> Result<Box<dyn Operation<Reply = ()>>, DecodeError>;

    /// What must be kept of the job, given all replies.
    fn handle(&self, replies: &[Reply]) -> Result<<Self::Job as JobSpec>::Handle, DecodeError>;
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
        JobWait { wait: wait.not_before(self.not_before), job: self.clone() }
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

/// A wait for a job that has not started. Its options are those of [`Wait`].
#[must_use = "a wait does nothing unless it is awaited"]
pub struct JobWait<J: JobSpec> {
    wait: Wait<J::Reply>,
    job: Job<J>,
}

impl<J: JobSpec> JobWait<J> {
    crate::waiting::options!(|this| this.wait);

    /// Starts the wait: its deadline counts from now. It goes on while it is polled.
    pub fn start(self) -> JobWaiting<J> {
        let waiting = match self.job.early() {
            Some(settled) => self.wait.start().settled(settled),
            None => self.wait.start(),
        };
        JobWaiting { waiting, job: Some(self.job) }
    }
}

impl<J: JobSpec> IntoFuture for JobWait<J> {
    type Output = Result<Done<J>, Error>;
    type IntoFuture = JobWaiting<J>;

    fn into_future(self) -> JobWaiting<J> {
        self.start()
    }
}

impl<J: JobSpec> fmt::Debug for JobWait<J> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("JobWait").field("wait", &self.wait).finish_non_exhaustive()
    }
}

/// A wait for a job under way: a future of the settled job, and by [`progress`](JobWaiting::progress) its updates.
pub struct JobWaiting<J: JobSpec> {
    waiting: Waiting<J::Reply>,
    job: Option<Job<J>>,
}

impl<J: JobSpec> JobWaiting<J> {
    /// The updates of the wait, as of a [`Waiting`].
    pub fn progress(&mut self) -> &mut Waiting<J::Reply> {
        &mut self.waiting
    }
}

impl<J: JobSpec> Future for JobWaiting<J> {
    type Output = Result<Done<J>, Error>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let settled = ready!(Pin::new(&mut self.waiting).poll(cx));
        Poll::Ready(settled.and_then(|settled| match self.job.take() {
            Some(job) => Ok(Done { settled, job }),
            None => {
                let text = "this wait is over and its outcome was taken; start another one";
                Err(Error::new(ErrorKind::Cancelled, text))
            }
        }))
    }
}

impl<J: JobSpec> Unpin for JobWaiting<J> {}

impl<J: JobSpec> fmt::Debug for JobWaiting<J> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("JobWaiting").field("job", &self.job).finish_non_exhaustive()
    }
}

/// A job that is settled: all of [`Settled`], and the way to its result.
#[must_use = "a settled job may have failed: look at `outcome()`, or call `result()`"]
pub struct Done<J: JobSpec> {
    settled: Settled<J::Reply>,
    job: Job<J>,
}

impl<J: JobSpec> Done<J> {
    pub(crate) fn new(settled: Settled<J::Reply>, job: Job<J>) -> Self {
        Done { settled, job }
    }

    /// The job.
    pub fn job(&self) -> &Job<J> {
        &self.job
    }

    /// How it ended, by itself.
    pub fn into_settled(self) -> Settled<J::Reply> {
        self.settled
    }

    /// Fetches the result of a job.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::NotSucceeded`] for outcomes of which the spec has no result (all but `succeeded`, unless it says more),
    /// [`ErrorKind::Decode`] where the reply does not say where the result is, and whatever keeps the result away.
    pub async fn result(&self) -> Result<J::Result, Error>
    where
        J: HasResult,
    {
        self.fetching().await?.send().await
    }

    /// The results of a job, one for each element of the list that its spec names: asked for one after the other, each
    /// when it is wanted.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::NotSucceeded`] and [`ErrorKind::Decode`] as [`result`](Self::result), and whatever keeps the replies
    /// on the way to the list away. Nothing is asked for of the elements yet.
    pub async fn results(&self) -> Result<Results<J>, Error>
    where
        J: HasResults,
    {
        let hops = self.hops().await?;
        let elements = self.job.links.elements(self.settled.raw(), self.settled.decision(), &hops);
        let elements = elements.map_err(|error| self.settled.undecodable(error))?;
        Ok(Results::new(self.job.clone(), self.settled.without_reply(), hops, elements))
    }

    /// The call that fetches the result, after those that lead to it.
    async fn fetching(&self) -> Result<Call<J::Result>, Error> {
        let hops = self.hops().await?;
        let (job, reply, decision) = (&self.job, self.settled.raw(), self.settled.decision());
        let operation = job.links.result(&job.handle, reply, decision, &hops);
        let operation = operation.map_err(|error| self.settled.undecodable(error))?;
        Ok(Call::boxed(job.client.clone(), operation))
    }

    /// The replies on the way to the result, where there is one.
    async fn hops(&self) -> Result<Vec<Reply>, Error> {
        if !self.job.links.has_result(self.settled.outcome()) {
            return Err(self.settled.without_result());
        }
        let (job, reply, decision) = (&self.job, self.settled.raw(), self.settled.decision());
        let mut hops = Vec::new();
        let undecodable = |error| self.settled.undecodable(error);
        while let Some(hop) = job.links.hop(hops.len(), &job.handle, reply, decision, &hops).map_err(undecodable)? {
            hops.push(Once::new(&job.client, &*hop).send_answer().await?.0);
        }
        Ok(hops)
    }
}

impl<J: HasResult> Done<J> {
    /// Fetches the result of a job that succeeded page by page, where the operation that fetches it has `pages`; else its
    /// one page.
    ///
    /// # Errors
    ///
    /// As [`result`](Self::result), before the first page is asked for.
    pub async fn pages(&self) -> Result<Pages<J::Result>, Error> {
        Ok(self.fetching().await?.pages())
    }
}

impl<J: HasResult<Result = Bytes>> Done<J> {
    /// Fetches the result of a job that succeeded piece by piece: for what is too large to be held. `limit` is the most
    /// bytes that it may have.
    ///
    /// # Errors
    ///
    /// As [`result`](Self::result), before the first piece.
    pub async fn download(&self, limit: u64) -> Result<Download, Error> {
        self.fetching().await?.download(limit).await
    }
}

impl<J: JobSpec> Deref for Done<J> {
    type Target = Settled<J::Reply>;

    fn deref(&self) -> &Self::Target {
        &self.settled
    }
}

impl<J: JobSpec> fmt::Debug for Done<J> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Done").field("settled", &self.settled).finish_non_exhaustive()
    }
}

/// A job that was submitted before.
pub fn job<J: JobSpec>(client: Client, links: Arc<dyn Links<J>>, handle: J::Handle) -> Job<J> {
    Job { client, links, handle, not_before: None, submission: None }
}

/// Submits a job.
pub async fn submit<S: Submit>(client: Client, submit: S) -> Result<Job<S::Job>, Error> {
    let mut replies = Vec::with_capacity(S::STEPS);
    let (mut not_before, mut submission) = (None, None);
    for at in 0..S::STEPS {
        let operation = submit.step(at, &replies).map_err(|error| lost(error, &replies))?;
        let (reply, judged, attempts) = Once::new(&client, &*operation).send_answer().await?;
        not_before = not_before.max(judged.seen.hint.map(|hint| client.now().mono.saturating_add(hint)));
        // A state that has to be seen more than once is not believed here.
        let outcome = judged.state().filter(|_| judged.seen.confirm <= 1).and_then(State::outcome);
        let early = outcome.filter(|_| judged.rule.is_some()).map(|outcome| (outcome, S::TELLS_STATE));
        submission = Some(Submission { meta: operation.meta(), judged, reply: reply.clone(), attempts, early });
        replies.push(reply);
    }
    let handle = submit.handle(&replies).map_err(|error| lost(error, &replies))?;
    Ok(Job { client, links: submit.links(), handle, not_before, submission: submission.map(Arc::new) })
}

/// Submits a job and waits until it is settled.
pub async fn submit_and_wait<S: Submit>(client: Client, submit: S) -> Result<Done<S::Job>, Error> {
    self::submit(client, submit).await?.wait().await
}

/// The vendor has the job, and its reply does not say how to find it.
fn lost(error: DecodeError, replies: &[Reply]) -> Error {
    let text = format!("{error}; the vendor has taken the request: look there before submitting the job again");
    Error::new(ErrorKind::MayHaveArrived, text).with(|inner| {
        inner.reply = replies.last().cloned();
        inner.attempts = 1;
        inner.source = Some(Box::new(error));
    })
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
