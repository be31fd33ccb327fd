//! What a driver tells the core, and what the core answers.

use std::time::Duration;

use crate::operation::{Judgement, Rule};
use crate::state::{State, Verdict};
use crate::transport::FaultKind;

/// What happened, as a driver tells it to [`Core::handle`](super::Core::handle).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Event {
    /// A timer fired. Nothing changes by itself; the next [`poll`](super::Core::poll) looks at the clock.
    Woken,
    /// The request that was offered goes out now.
    Sent {
        /// The number that [`Action::Send`] named.
        number: u32,
    },
    /// The request that was offered cannot go out yet, because somebody else's call is under way.
    Held {
        /// When to offer it again, on the monotonic clock; [`Duration::MAX`] where only [`Event::Freed`] will tell.
        until: Duration,
    },
    /// What held the request back is gone.
    Freed,
    /// Before the wait began, the vendor asked not to be asked for this long: in its reply to the submission, say. It
    /// counts until the first request.
    Asked {
        /// How long, from now.
        wait: Duration,
    },
    /// A reply came.
    Reply {
        /// The request that it answers.
        number: u32,
        /// What it means.
        seen: Seen,
    },
    /// A request brought back no reply.
    Fault {
        /// The request.
        number: u32,
        /// Why.
        kind: FaultKind,
    },
    /// Something says that the job has news (a webhook): asked now, as far as the vendor's limits allow.
    Push,
    /// The caller wants no more.
    Cancelled,
}

/// What one reply means, without its texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Seen {
    /// The verdict.
    pub verdict: Verdict,
    /// Settled, but some items of the job failed.
    pub partial: bool,
    /// Settled, but the vendor may still change its mind.
    pub revisable: bool,
    /// Whether a declared error shape held.
    pub vendor_error: bool,
    /// The caller waits for just this word.
    pub milestone: bool,
    /// The vendor asks not to be asked again before this long.
    pub hint: Option<Duration>,
    /// The pace that the rule asks for, instead of the policy's.
    pub every: Option<Duration>,
    /// In how many replies in a row a settled state must be seen to be believed.
    pub confirm: u8,
}

impl Seen {
    /// A verdict and nothing beside it.
    pub const fn new(verdict: Verdict) -> Self {
        Seen {
            verdict,
            partial: false,
            revisable: false,
            vendor_error: false,
            milestone: false,
            hint: None,
            every: None,
            confirm: 1,
        }
    }

    /// What a judgement says; `rules` are those of the operation, `retry_after` is what the reply's header asks for, and
    /// the larger hint counts.
    pub fn of(judgement: &Judgement<'_>, rules: &[Rule], retry_after: Option<Duration>) -> Self {
        let rule = judgement.rule.and_then(|rule| rules.get(usize::from(rule)));
        Seen {
            verdict: judgement.verdict,
            partial: judgement.partial,
            revisable: judgement.revisable,
            vendor_error: judgement.vendor_error,
            milestone: false,
            hint: judgement.ask_again_after.max(retry_after),
            every: rule.and_then(|rule| rule.every),
            confirm: rule.map_or(1, |rule| rule.confirm),
        }
    }
}

/// What a driver is to do next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Send a request, then tell [`Event::Sent`]; or tell [`Event::Held`].
    Send {
        /// Its number, counted from 1.
        number: u32,
        /// The time it may take: the smaller of `poll.request` and what is left of the deadline.
        limit: Duration,
        /// The vendor refused the credential: ask its provider anew first.
        renew: bool,
    },
    /// Nothing to do before this moment of the monotonic clock. No request is under way; one that still is, is overdue
    /// and is to be dropped.
    Sleep {
        /// When to poll again.
        until: Duration,
    },
    /// Wait for the reply, but no longer than to this moment of the monotonic clock.
    AwaitReply {
        /// When to poll again at the latest.
        until: Duration,
    },
    /// Something to tell the caller; poll again at once.
    Update(Notice),
    /// The wait is over. Every later poll says so again.
    Done(End),
}

/// What the last request brought.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cause {
    /// A reply with this verdict.
    Verdict(Verdict),
    /// No reply.
    Fault(FaultKind),
}

/// Something worth telling the caller: a state, an unknown word seen for the first time, throttling, a fault.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Notice {
    /// What the last request brought.
    pub cause: Cause,
    /// The last state that the vendor told.
    pub state: Option<State>,
    /// How many requests were sent.
    pub number: u32,
    /// How long until the next request, where there is one.
    pub next: Option<Duration>,
}

/// How a wait ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// The job is settled.
    Settled {
        /// The settled state.
        state: State,
        /// Some items of the job failed.
        partial: bool,
        /// The vendor may still change its mind.
        revisable: bool,
    },
    /// A word came that the caller waits for.
    Milestone,
    /// The deadline passed.
    Deadline {
        /// What the vendor asked to wait, where that reached beyond the deadline and ended the wait at once.
        asked: Option<Duration>,
    },
    /// All tries are used up.
    Tries,
    /// More faults in a row than are borne; this was the last.
    Faults(Cause),
    /// Unknown words for longer than is borne.
    Unknown,
    /// The vendor refused the request or the credential, or the transport followed a redirect.
    Request,
    /// The vendor answered with an error that its spec declares.
    Vendor,
    /// The reply's proof is missing or wrong.
    Unverified,
    /// The caller wanted no more.
    Cancelled,
}
