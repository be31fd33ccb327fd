//! Waits for jobs.

use std::fmt;
use std::future::{Future, IntoFuture};
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use super::{Done, Job, JobSpec};
use crate::error::{Error, ErrorKind};
use crate::waiting::{Wait, Waiting};
/// A wait for a job that has not started. Its options are those of [`Wait`].
#[must_use = "a wait does nothing unless it is awaited"]
pub struct JobWait<J: JobSpec> {
    wait: Wait<J::Reply>,
    job: Job<J>,
}

impl<J: JobSpec> JobWait<J> {
    pub(super) fn new(wait: Wait<J::Reply>, job: Job<J>) -> Self {
        JobWait { wait, job }
    }

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
            Some(job) => Ok(Done::new(settled, job)),
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
