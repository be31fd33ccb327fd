//! An in-memory transport that answers from a list and remembers what it was asked.
//!
//! ```
//! use std::time::Duration;
//! use settled::{FaultKind, SendLimits, Transport};
//! use settled_testkit::{Answer, Script, VirtualClock, reply, run};
//!
//! let clock = VirtualClock::new();
//! let script = Script::repeating(clock.clone(), [
//!     Answer::Fault(FaultKind::NotConnected),
//!     Answer::Reply(reply::html(502)).after(Duration::from_secs(2)),
//! ]);
//! let ask = || {
//!     let request = http::Request::get("https://api.acme.test/jobs/7?key=k").body(bytes::Bytes::new()).unwrap();
//!     run(&clock, script.send(request, SendLimits { total: Duration::from_secs(30), body: 1024 }))
//! };
//!
//! assert_eq!(ask().unwrap_err().kind(), FaultKind::NotConnected);
//! assert_eq!(ask().unwrap().status(), 502);
//! assert_eq!(ask().unwrap().status(), 502, "the last answer repeats");
//!
//! let asked = script.requests();
//! assert_eq!(asked.len(), 3);
//! assert_eq!(asked[1].ended(), Some(Duration::from_secs(2)));
//! assert!(!format!("{asked:?}").contains("key=k"));
//! ```

mod answer;
mod sent;

use std::collections::VecDeque;
use std::fmt;
use std::future::pending;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use bytes::Bytes;
use http::Request;
use settled::{BoxFuture, Clock, Reply, SendLimits, Transport, TransportFault};

pub use self::answer::Answer;
pub use self::sent::{Ending, Sent};

/// A transport without a network. Clones share the list and the record, so one can be given away and the other asked.
///
/// It keeps no limit of its own accord: a late answer comes late and a long body comes whole, so that the caller's own
/// limits are seen to hold. A request counts as sent when its future is first polled.
#[derive(Clone)]
pub struct Script {
    clock: Arc<dyn Clock>,
    shared: Arc<Mutex<Shared>>,
}

struct Shared {
    source: Source,
    sent: Vec<Sent>,
}

enum Source {
    List { answers: VecDeque<Answer>, then: Option<Answer> },
    Asked(Box<dyn FnMut(&Sent) -> Answer + Send>),
}

impl Script {
    /// Answers in this order, and panics in the request that finds no answer left.
    pub fn exact(clock: impl Clock, answers: impl IntoIterator<Item = Answer>) -> Self {
        Script::new(clock, Source::List { answers: answers.into_iter().collect(), then: None })
    }

    /// Answers in this order, and repeats the last answer from then on.
    ///
    /// # Panics
    ///
    /// Where there is no answer to repeat.
    pub fn repeating(clock: impl Clock, answers: impl IntoIterator<Item = Answer>) -> Self {
        let answers: VecDeque<Answer> = answers.into_iter().collect();
        let then = answers.back().cloned();
        assert!(then.is_some(), "a script that repeats its last answer needs one");
        Script::new(clock, Source::List { answers, then })
    }

    /// Asks `answer` for each answer: for vendors that sign their replies, or whose reply depends on the request.
    ///
    /// ```
    /// use settled_testkit::{Answer, Script, VirtualClock, reply};
    ///
    /// let mut asked = 0;
    /// let script = Script::answering(VirtualClock::new(), move |request| {
    ///     asked += 1;
    ///     Answer::Reply(reply::json(format!(r#"{{"path":"{}","asked":{asked}}}"#, request.uri().path())))
    /// });
    /// # assert!(script.requests().is_empty());
    /// ```
    pub fn answering(clock: impl Clock, answer: impl FnMut(&Sent) -> Answer + Send + 'static) -> Self {
        Script::new(clock, Source::Asked(Box::new(answer)))
    }

    fn new(clock: impl Clock, source: Source) -> Self {
        Script { clock: Arc::new(clock), shared: Arc::new(Mutex::new(Shared { source, sent: Vec::new() })) }
    }

    /// Every request so far, in the order in which they were sent.
    pub fn requests(&self) -> Vec<Sent> {
        self.lock().sent.clone()
    }

    /// The time from the end of each request to the start of the next; what a minimum interval is measured by. Zero
    /// where the next began before the last had ended.
    pub fn gaps(&self) -> Vec<Duration> {
        let sent = &self.lock().sent;
        let gap = |pair: &[Sent]| match (pair[0].ended(), pair[1].started()) {
            (Some(ended), started) => started.saturating_sub(ended),
            (None, _) => Duration::ZERO,
        };
        sent.windows(2).map(gap).collect()
    }

    /// How many answers of the list were not asked for: zero where a test has played its script to the end.
    pub fn left(&self) -> usize {
        match &self.lock().source {
            Source::List { answers, .. } => answers.len(),
            Source::Asked(_) => 0,
        }
    }

    /// Takes a request down, and finds its answer.
    fn take(&self, request: Request<Bytes>, limits: SendLimits) -> (Option<Answer>, Open) {
        let sent = Sent::new(request, limits, self.clock.now().mono);
        let mut shared = self.lock();
        let answer = match &mut shared.source {
            Source::List { answers, then } => answers.pop_front().or_else(|| then.clone()),
            Source::Asked(answer) => Some(answer(&sent)),
        };
        shared.sent.push(sent);
        let number = shared.sent.len() - 1;
        (answer, Open { script: self.clone(), number, ending: Ending::Dropped })
    }

    async fn answer(self, request: Request<Bytes>, limits: SendLimits) -> Result<Reply, TransportFault> {
        let asked = format!("{} {}", request.method(), request.uri().path());
        let (answer, mut open) = self.take(request, limits);
        let Some(answer) = answer else {
            panic!("the script has no answer left for request {}, `{asked}`", open.number + 1);
        };
        let (delay, answer) = answer.split();
        if !delay.is_zero() {
            self.clock.sleep_until(self.clock.now().mono.saturating_add(delay)).await;
        }
        match answer {
            Answer::Reply(reply) => {
                open.ending = Ending::Answered;
                Ok(reply)
            }
            Answer::Fault(kind) => {
                open.ending = Ending::Faulted(kind);
                Err(TransportFault::new(kind))
            }
            Answer::Never | Answer::After(..) => pending().await,
        }
    }

    fn lock(&self) -> MutexGuard<'_, Shared> {
        self.shared.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Transport for Script {
    fn send(&self, request: Request<Bytes>, limits: SendLimits) -> BoxFuture<Result<Reply, TransportFault>> {
        Box::pin(self.clone().answer(request, limits))
    }
}

impl fmt::Debug for Script {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Script").field("left", &self.left()).field("sent", &self.lock().sent).finish_non_exhaustive()
    }
}

/// A request whose answer is awaited: writes down the end also where the caller stops waiting.
struct Open {
    script: Script,
    number: usize,
    ending: Ending,
}

impl Drop for Open {
    fn drop(&mut self) {
        let now = self.script.clock.now().mono;
        if let Some(sent) = self.script.lock().sent.get_mut(self.number) {
            sent.end(now, self.ending);
        }
    }
}
