//! Waits under way.

mod driver;
pub(crate) mod failure;
mod options;

use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use futures_core::Stream;

use self::driver::{Driver, Outcome, Step};
pub(crate) use self::options::options;
pub use self::options::{Until, Wait};
use crate::error::Error;
use crate::reply::Reply;
use crate::settled::Settled;
use crate::update::Update;

/// A wait under way: a future of the settled job, and before that a stream of its [`Update`]s.
///
/// Nothing runs in the background: it goes on while it is polled, needs no particular executor beyond what its
/// transport and clock need, and dropping it at any moment breaks off the request under way and leaves nothing behind.
/// The job itself goes on at the vendor.
///
/// ```text
/// let mut waiting = client.job_status().job_id("j-1").wait().start();
/// while let Some(update) = waiting.next().await {
///     println!("{:?} for another {:?}", update.state(), update.next_poll());
/// }
/// let done = waiting.await?;
/// ```
///
/// Polled again after it has given its outcome, the future answers with an error of kind
/// [`Cancelled`](crate::ErrorKind::Cancelled) that says so.
#[must_use = "a wait does nothing unless it is polled"]
pub struct Waiting<R>(Progress<R>);

/// A wait under way that also ends on some words of the vendor; see [`Waiting`].
#[must_use = "a wait does nothing unless it is polled"]
pub struct Reaching<R, W> {
    progress: Progress<R>,
    parse: fn(&str) -> W,
}

/// How a wait for some words ended.
#[derive(Debug)]
#[must_use = "the job may have settled without one of the words: match over it"]
#[allow(clippy::large_enum_variant, reason = "a wait ends in one, which is taken apart at once")]
pub enum Reached<W, R> {
    /// One of the words came, with the reply that held it.
    Word(W, Reply),
    /// The job settled with none of the words.
    Settled(Settled<R>),
}

/// The driver and the outcome that its stream has found and its future will take.
struct Progress<R> {
    driver: Driver<R>,
    outcome: Option<Outcome<R>>,
    is_over: bool,
}

// Nothing in it is pinned: what must not move is boxed.
impl<R> Unpin for Progress<R> {}

impl<R: Send + 'static> Progress<R> {
    fn new(driver: Driver<R>) -> Self {
        Progress { driver, outcome: None, is_over: false }
    }

    fn poll_update(&mut self, cx: &mut Context<'_>) -> Poll<Option<Update>> {
        if self.is_over {
            return Poll::Ready(None);
        }
        match ready!(self.driver.poll(cx)) {
            Step::Continue(update) => Poll::Ready(Some(update)),
            Step::Break(outcome) => {
                self.is_over = true;
                self.outcome = Some(outcome);
                Poll::Ready(None)
            }
        }
    }

    fn poll_outcome(&mut self, cx: &mut Context<'_>) -> Poll<Outcome<R>> {
        loop {
            if let Some(outcome) = self.outcome.take() {
                return Poll::Ready(outcome);
            }
            if let Step::Break(outcome) = ready!(self.driver.poll(cx)) {
                self.is_over = true;
                return Poll::Ready(outcome);
            }
        }
    }
}

impl<R: Send + 'static> Waiting<R> {
    /// The wait for a job that is settled already: nothing is asked.
    pub(crate) fn settled(mut self, settled: Settled<R>) -> Self {
        self.0.outcome = Some(Ok(driver::Reached::Settled(settled)));
        self.0.is_over = true;
        self.0.driver.finish();
        self
    }

    /// The next update, or `None` once the job is settled or the wait has failed: then await the wait itself.
    ///
    /// Dropping this future loses nothing.
    pub async fn next(&mut self) -> Option<Update> {
        std::future::poll_fn(|cx| self.0.poll_update(cx)).await
    }
}

impl<R: Send + 'static> Future for Waiting<R> {
    type Output = Result<Settled<R>, Error>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        Poll::Ready(match ready!(self.0.poll_outcome(cx)) {
            Ok(driver::Reached::Settled(settled)) => Ok(settled),
            // A wait without words never ends on one.
            Ok(driver::Reached::Word(..)) => Err(Error::new(crate::ErrorKind::Cancelled, "the wait ended on a word")),
            Err(error) => Err(error),
        })
    }
}

impl<R: Send + 'static> Stream for Waiting<R> {
    type Item = Update;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Update>> {
        self.0.poll_update(cx)
    }
}

impl<R: Send + 'static, W> Reaching<R, W> {
    /// The next update, or `None` once the wait is over: then await the wait itself.
    ///
    /// Dropping this future loses nothing.
    pub async fn next(&mut self) -> Option<Update> {
        std::future::poll_fn(|cx| self.progress.poll_update(cx)).await
    }
}

impl<R: Send + 'static, W> Future for Reaching<R, W> {
    type Output = Result<Reached<W, R>, Error>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let reached = ready!(self.progress.poll_outcome(cx));
        Poll::Ready(reached.map(|reached| match reached {
            driver::Reached::Settled(settled) => Reached::Settled(settled),
            driver::Reached::Word(word, reply) => Reached::Word((self.parse)(&word), reply),
        }))
    }
}

impl<R: Send + 'static, W> Stream for Reaching<R, W> {
    type Item = Update;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Update>> {
        self.progress.poll_update(cx)
    }
}

impl<R> fmt::Debug for Waiting<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Waiting").field("is_over", &self.0.is_over).finish_non_exhaustive()
    }
}

impl<R, W> fmt::Debug for Reaching<R, W> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Reaching").field("is_over", &self.progress.is_over).finish_non_exhaustive()
    }
}
