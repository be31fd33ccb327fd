//! Progress of a wait.

use std::fmt;
use std::time::Duration;

use crate::attempt::Judged;
use crate::error::shown;
use crate::state::{State, Verdict};
use crate::transport::FaultKind;
use crate::wait::{Cause, Notice};

/// What a wait has just learned: a state, an unknown word, throttling, or a fault that it bears.
///
/// A [`Waiting`](crate::Waiting) gives one for each such reply, the settled one included. `Debug` leaves out the
/// vendor's message.
#[derive(Clone)]
pub struct Update {
    notice: Notice,
    word: Option<String>,
    code: Option<String>,
    message: Option<String>,
    progress: Option<f64>,
}

impl Update {
    /// Joins the core's notice with the texts of the reply that it is about.
    pub(crate) fn new(notice: Notice, judged: Option<&Judged>) -> Self {
        let judged = judged.filter(|_| matches!(notice.cause, Cause::Verdict(_)));
        Update {
            notice,
            word: judged.and_then(|judged| judged.word.clone()),
            code: judged.and_then(|judged| judged.code.clone()),
            message: judged.and_then(|judged| judged.message.clone()),
            progress: judged.and_then(|judged| judged.progress),
        }
    }

    /// What the last request meant. No reply at all counts as [`Verdict::Transient`].
    pub fn verdict(&self) -> Verdict {
        match self.notice.cause {
            Cause::Verdict(verdict) => verdict,
            Cause::Fault(_) => Verdict::Transient,
        }
    }

    /// Why there was no reply, where there was none.
    pub fn fault(&self) -> Option<FaultKind> {
        match self.notice.cause {
            Cause::Verdict(_) => None,
            Cause::Fault(kind) => Some(kind),
        }
    }

    /// The state of the job as last told: a fault leaves it as it was.
    pub fn state(&self) -> Option<State> {
        self.notice.state
    }

    /// The vendor's own word for the state.
    pub fn word(&self) -> Option<&str> {
        self.word.as_deref()
    }

    /// The vendor's code.
    pub fn code(&self) -> Option<&str> {
        self.code.as_deref()
    }

    /// The vendor's message. It is the vendor's text: it may hold anything.
    pub fn message(&self) -> Option<&str> {
        self.message.as_deref()
    }

    /// How far the job is, in percent from 0 to 100, where the reply tells it.
    pub fn progress(&self) -> Option<f64> {
        self.progress
    }

    /// How many requests were sent, this one included.
    pub fn attempt(&self) -> u32 {
        self.notice.number
    }

    /// How long until the next request; `None` where there will be none, because the job is settled or the deadline
    /// comes first.
    pub fn next_poll(&self) -> Option<Duration> {
        self.notice.next
    }
}

impl fmt::Debug for Update {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Update")
            .field("verdict", &self.verdict())
            .field("fault", &self.fault())
            .field("state", &self.state())
            .field("word", &shown(self.word()))
            .field("progress", &self.progress)
            .field("attempt", &self.attempt())
            .field("next_poll", &self.next_poll())
            .finish_non_exhaustive()
    }
}
