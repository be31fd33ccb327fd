//! Waits before they start: the options, with the names of the spec language.

use std::fmt;
use std::future::{Future, IntoFuture};
use std::time::Duration;

use super::driver::Driver;
use super::{Progress, Reaching, Waiting};
use crate::client::Client;
use crate::clock::BoxFuture;
use crate::operation::Operation;
use crate::policy::Poll;
use crate::push::Listener;

/// A wait that has not started: set options, then await it, or [`start`](Self::start) it to see its progress.
///
/// The options have the names that they have in a spec, and its values as defaults. The vendor's limits hold whatever
/// they say.
#[must_use = "a wait does nothing unless it is awaited"]
pub struct Wait<R> {
    client: Client,
    operation: Box<dyn Operation<Reply = R>>,
    pub(crate) poll: Poll,
    /// No request before this moment of the monotonic clock: the vendor has asked for that.
    not_before: Option<Duration>,
    pub(crate) cancel: Option<BoxFuture<()>>,
    pub(crate) push: Option<Listener>,
}

/// A wait that also ends on some words of the vendor. Its options are those of [`Wait`].
#[must_use = "a wait does nothing unless it is awaited"]
pub struct Until<R, W> {
    wait: Wait<R>,
    words: Vec<String>,
    parse: fn(&str) -> W,
}

macro_rules! options {
    (|$this:ident| $wait:expr) => {
        /// Before the first request.
        pub fn first(mut self, first: Duration) -> Self {
            let $this = &mut self;
            $wait.poll.first = first;
            self
        }

        /// From the end of one request to the next; also raises `at_most` to this.
        pub fn every(mut self, every: Duration) -> Self {
            let $this = &mut self;
            $wait.poll.every = every;
            $wait.poll.at_most = $wait.poll.at_most.max(every);
            self
        }

        /// What `every` is multiplied with after each request, up to `at_most`.
        pub fn grow(mut self, factor: f64) -> Self {
            let $this = &mut self;
            $wait.poll.grow = factor;
            self
        }

        /// Where growing stops.
        pub fn at_most(mut self, at_most: Duration) -> Self {
            let $this = &mut self;
            $wait.poll.at_most = at_most;
            self
        }

        /// Adds up to this share (0 to 1) of each interval at random, so that many waits do not ask in step.
        pub fn jitter(mut self, share: f64) -> Self {
            let $this = &mut self;
            $wait.poll.jitter = share;
            self
        }

        /// When to give up, counted from the start of the wait.
        pub fn deadline(mut self, deadline: Duration) -> Self {
            let $this = &mut self;
            $wait.poll.deadline = deadline;
            self
        }

        /// The most requests to send.
        pub fn tries(mut self, tries: u32) -> Self {
            let $this = &mut self;
            $wait.poll.tries = Some(tries);
            self
        }

        /// How many faults in a row to bear.
        pub fn faults(mut self, faults: u32) -> Self {
            let $this = &mut self;
            $wait.poll.faults = faults;
            self
        }

        /// How long to wait out a word that the spec does not know.
        pub fn unknown_for(mut self, long: Duration) -> Self {
            let $this = &mut self;
            $wait.poll.unknown_for = long;
            self
        }

        /// The time for one request, from connecting to the last byte.
        pub fn request(mut self, time: Duration) -> Self {
            let $this = &mut self;
            $wait.poll.request = time;
            self
        }

        /// Ends the wait with an error of kind [`Cancelled`](crate::ErrorKind::Cancelled) once `cancel` completes. The
        /// job itself goes on at the vendor.
        pub fn cancel_on(mut self, cancel: impl Future<Output = ()> + Send + 'static) -> Self {
            let $this = &mut self;
            $wait.cancel = Some(Box::pin(cancel));
            self
        }

        /// Asks at once, where the vendor's limits let it, whenever `push` says that something has changed; also for what
        /// it has said before the wait starts.
        pub fn pushed_by(mut self, push: &crate::Push) -> Self {
            let $this = &mut self;
            $wait.push = Some(crate::push::Listener::new(push));
            self
        }
    };
}

pub(crate) use options;

impl<R: Send + 'static> Wait<R> {
    pub(crate) fn new(client: Client, operation: Box<dyn Operation<Reply = R>>) -> Self {
        let poll = operation.meta().poll;
        Wait { client, operation, poll, not_before: None, cancel: None, push: None }
    }

    /// Sends no request before a moment of the monotonic clock, whatever the options say.
    pub(crate) fn not_before(self, moment: Option<Duration>) -> Self {
        Wait { not_before: moment, ..self }
    }

    options!(|this| this);

    /// Also ends on any of `words`, told by the vendor as its own word for the state. For generated code.
    #[doc(hidden)]
    pub fn until<W>(self, words: Vec<String>, parse: fn(&str) -> W) -> Until<R, W> {
        Until { wait: self, words, parse }
    }

    /// Starts the wait: its deadline counts from now. It goes on while it is polled.
    pub fn start(self) -> Waiting<R> {
        Waiting(self.progress(Vec::new()))
    }

    fn progress(self, words: Vec<String>) -> Progress<R> {
        let driver = Driver::new(self.client, self.operation, &self.poll, self.not_before, words);
        Progress::new(driver.told_by(self.cancel, self.push))
    }
}

impl<R: Send + 'static, W> Until<R, W> {
    options!(|this| this.wait);

    /// Starts the wait: its deadline counts from now. It goes on while it is polled.
    pub fn start(self) -> Reaching<R, W> {
        Reaching { progress: self.wait.progress(self.words), parse: self.parse }
    }
}

impl<R: Send + 'static> IntoFuture for Wait<R> {
    type Output = <Waiting<R> as Future>::Output;
    type IntoFuture = Waiting<R>;

    fn into_future(self) -> Waiting<R> {
        self.start()
    }
}

impl<R: Send + 'static, W> IntoFuture for Until<R, W> {
    type Output = <Reaching<R, W> as Future>::Output;
    type IntoFuture = Reaching<R, W>;

    fn into_future(self) -> Reaching<R, W> {
        self.start()
    }
}

impl<R> fmt::Debug for Wait<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Wait").field("client", &self.client).field("poll", &self.poll).finish_non_exhaustive()
    }
}

impl<R, W> fmt::Debug for Until<R, W> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Until").field("wait", &self.wait).field("words", &self.words).finish_non_exhaustive()
    }
}
