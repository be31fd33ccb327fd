//! The core: a state machine that says what happens next for one job, without IO.
//!
//! A driver tells [`Core::handle`] what happened and does what [`Core::poll`] answers, until it answers
//! [`Action::Done`]. Time comes in as [`Now`], randomness as a seed, and what all waits of an operation share as
//! [`Policy`]; so a wait is a few plain numbers that can be written down ([`Core::to_bytes`]) and go on elsewhere.
//!
//! Whatever a policy, a vendor or a driver does:
//!
//! - a request starts no sooner than the vendor's minimum, and no sooner than 1 ms, after the end of the one before;
//! - none starts at or after the deadline, and one under way is cut there;
//! - no more requests go out than `tries`;
//! - an unknown word never settles a job;
//! - the driver never has to spin: `poll` names a later moment, or something to do.

mod event;
mod hint;
mod policy;
mod saved;
mod time;

use std::time::Duration;

pub use self::event::{Action, Cause, End, Event, Notice, Seen};
pub use self::hint::retry_after;
pub use self::policy::Policy;
pub use self::saved::BadBytes;
use self::time::{later, moment, nanos, span};
use crate::clock::Now;
use crate::state::{State, Verdict};
use crate::transport::FaultKind;

/// A jump of the wall clock is noticed after this long at the latest.
const SLICE: Duration = Duration::from_secs(60);
/// No unknown word is being waited out.
const NEVER: i64 = i64::MIN;

/// One wait. Moments are nanoseconds, of the monotonic clock where nothing else is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Core {
    seed: u64,
    started: i64,
    started_wall: i64,
    /// Sleeping: the next request. In flight: the end of its time. Over: how long the vendor asked to wait.
    due: i64,
    /// No request starts before.
    floor: i64,
    unknown_since: i64,
    number: u32,
    faults: u16,
    throttles: u8,
    /// In how many replies in a row the settled state of the last one was seen, and is not believed yet.
    streak: u8,
    state: Option<State>,
    phase: Phase,
    last: Option<Cause>,
    flags: Flags,
}

/// What is yes or no about a wait.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Flags(u8);

impl Flags {
    const NOTIFY: u8 = 1;
    const RENEW: u8 = 2;
    const PUSHED: u8 = 4;
    /// How the settled state that is not believed yet was told.
    const PARTIAL: u8 = 8;
    const REVISABLE: u8 = 16;
    const ALL: u8 = 31;

    const fn has(self, flag: u8) -> bool {
        self.0 & flag != 0
    }

    fn set(&mut self, flag: u8, on: bool) {
        self.0 = if on { self.0 | flag } else { self.0 & !flag };
    }

    fn take(&mut self, flag: u8) -> bool {
        let was = self.has(flag);
        self.set(flag, false);
        was
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Phase {
    Sleeping,
    InFlight,
    Over(Ending),
}

/// [`End`] without what the core holds anyway.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ending {
    Settled { partial: bool, revisable: bool },
    Milestone,
    Deadline { asked: bool },
    Tries,
    Faults,
    Unknown,
    Request,
    Vendor,
    Unverified,
    Cancelled,
}

impl Core {
    /// Starts a wait: its deadline counts from `now`. Equal seeds make equal waits.
    pub fn new(policy: &Policy, now: Now, seed: u64) -> Self {
        let mut core = Core {
            seed,
            started: nanos(now.mono),
            started_wall: nanos(now.wall),
            due: 0,
            floor: nanos(now.mono),
            unknown_since: NEVER,
            number: 0,
            faults: 0,
            throttles: 0,
            streak: 0,
            state: None,
            phase: Phase::Sleeping,
            last: None,
            flags: Flags::default(),
        };
        core.due = later(core.started, policy.first(core.random()));
        core
    }

    /// The last state that the vendor told.
    pub const fn state(&self) -> Option<State> {
        self.state
    }

    /// How many requests were sent.
    pub const fn number(&self) -> u32 {
        self.number
    }

    /// Whether the wait is over.
    pub const fn is_over(&self) -> bool {
        matches!(self.phase, Phase::Over(_))
    }

    /// Takes in what happened. Events that do not fit, such as the reply to an overtaken request, are ignored.
    pub fn handle(&mut self, policy: &Policy, now: Now, event: Event) {
        let mono = nanos(now.mono);
        match (event, self.phase) {
            (_, Phase::Over(_)) | (Event::Woken, _) => {}
            (Event::Cancelled, _) => {
                self.flags.set(Flags::NOTIFY, false);
                self.end(Ending::Cancelled);
            }
            (Event::Sent { number }, Phase::Sleeping) if number == self.number.saturating_add(1) => {
                self.number = number;
                self.due = later(mono, policy.poll().request);
                self.phase = Phase::InFlight;
            }
            (Event::Asked { wait }, Phase::Sleeping)
                if self.number == 0 && !self.is_beyond_deadline(policy, now, wait) =>
            {
                self.due = self.due.max(later(mono, wait));
            }
            (Event::Held { until }, Phase::Sleeping) => self.due = self.due.max(nanos(until)),
            (Event::Freed | Event::Push, Phase::Sleeping) => self.due = self.due.min(mono),
            (Event::Push, Phase::InFlight) => self.flags.set(Flags::PUSHED, true),
            (Event::Reply { number, seen }, Phase::InFlight) if number == self.number => self.reply(policy, now, seen),
            (Event::Fault { number, kind }, Phase::InFlight) if number == self.number => self.fault(policy, now, kind),
            _ => {}
        }
    }

    /// Says what to do next.
    pub fn poll(&mut self, policy: &Policy, now: Now) -> Action {
        if let Some(cause) = self.last
            && self.flags.take(Flags::NOTIFY)
        {
            return Action::Update(self.notice(policy, now, cause));
        }
        let mono = nanos(now.mono);
        let left = policy.poll().deadline.saturating_sub(self.elapsed(now));
        let look = later(mono, left.min(SLICE));
        if !self.is_over() && left.is_zero() {
            self.end(Ending::Deadline { asked: false });
        }
        match self.phase {
            Phase::Over(ending) => Action::Done(self.ended(ending)),
            Phase::InFlight if mono < self.due => Action::AwaitReply { until: moment(self.due.min(look)) },
            Phase::InFlight => {
                self.fault(policy, now, FaultKind::TimedOut);
                self.poll(policy, now)
            }
            Phase::Sleeping if self.tries_are_used_up(policy) => {
                self.end(Ending::Tries);
                self.poll(policy, now)
            }
            Phase::Sleeping => {
                let at = self.due.max(self.floor);
                if mono < at {
                    return Action::Sleep { until: moment(at.min(look)) };
                }
                let number = self.number.saturating_add(1);
                Action::Send { number, limit: policy.poll().request.min(left), renew: self.flags.has(Flags::RENEW) }
            }
        }
    }

    fn reply(&mut self, policy: &Policy, now: Now, seen: Seen) {
        let streak = self.streak_with(seen);
        self.land(policy, now, Cause::Verdict(seen.verdict));
        let renewed = self.flags.take(Flags::RENEW);
        match seen.verdict {
            // A settled state that was not seen often enough yet is not believed.
            Verdict::State(state) if state.is_settled() && streak < seen.confirm && !seen.milestone => {
                self.calm();
                self.unknown_since = NEVER;
                self.streak = streak;
                self.flags.set(Flags::PARTIAL, seen.partial);
                self.flags.set(Flags::REVISABLE, seen.revisable);
            }
            Verdict::State(state) => {
                self.calm();
                self.state = Some(state);
                self.unknown_since = NEVER;
                self.flags.set(Flags::NOTIFY, true);
                if state.is_settled() && !seen.milestone {
                    return self.end(Ending::Settled { partial: seen.partial, revisable: seen.revisable });
                }
            }
            Verdict::Unknown => {
                self.calm();
                if self.unknown_since == NEVER {
                    self.unknown_since = nanos(now.mono);
                    self.flags.set(Flags::NOTIFY, true);
                }
                let since = span(self.unknown_since, nanos(now.mono));
                if since >= policy.poll().unknown_for && !seen.milestone {
                    return self.end(Ending::Unknown);
                }
            }
            Verdict::Unchanged => self.calm(),
            Verdict::Throttled => {
                self.throttles = self.throttles.saturating_add(1);
                self.flags.set(Flags::NOTIFY, true);
            }
            Verdict::Transient | Verdict::Unreadable => {
                if self.is_one_fault_too_many(policy) {
                    return self.end(Ending::Faults);
                }
            }
            Verdict::CredentialExpired if renewed || !policy.refreshable() => return self.end(Ending::Request),
            Verdict::CredentialExpired => {
                self.flags.set(Flags::RENEW, true);
                self.flags.set(Flags::NOTIFY, true);
            }
            Verdict::RequestError if seen.vendor_error => return self.end(Ending::Vendor),
            Verdict::RequestError => return self.end(Ending::Request),
            Verdict::Unverified => return self.end(Ending::Unverified),
        }
        if seen.milestone && matches!(seen.verdict, Verdict::State(_) | Verdict::Unknown) {
            return self.end(Ending::Milestone);
        }
        self.schedule(policy, now, seen.hint, seen.every);
    }

    /// In how many replies in a row this one's state was seen, this one among them.
    fn streak_with(&self, seen: Seen) -> u8 {
        let same = self.last == Some(Cause::Verdict(seen.verdict))
            && self.flags.has(Flags::PARTIAL) == seen.partial
            && self.flags.has(Flags::REVISABLE) == seen.revisable;
        if same { self.streak.saturating_add(1) } else { 1 }
    }

    fn fault(&mut self, policy: &Policy, now: Now, kind: FaultKind) {
        self.land(policy, now, Cause::Fault(kind));
        if kind == FaultKind::Redirected {
            // Asking again would hand the credentials to the other origin once more.
            return self.end(Ending::Request);
        }
        if self.is_one_fault_too_many(policy) {
            return self.end(Ending::Faults);
        }
        self.schedule(policy, now, None, None);
    }

    /// A request is no longer under way.
    fn land(&mut self, policy: &Policy, now: Now, cause: Cause) {
        self.phase = Phase::Sleeping;
        self.last = Some(cause);
        self.streak = 0;
        self.floor = later(nanos(now.mono), policy.gap());
    }

    /// A reply that says something about the job ends a row of faults.
    fn calm(&mut self) {
        self.faults = 0;
        self.throttles = 0;
    }

    fn is_one_fault_too_many(&mut self, policy: &Policy) -> bool {
        self.faults = self.faults.saturating_add(1);
        let borne = u32::from(self.faults) <= policy.poll().faults;
        self.flags.set(Flags::NOTIFY, borne);
        !borne
    }

    fn tries_are_used_up(&self, policy: &Policy) -> bool {
        policy.poll().tries.is_some_and(|tries| self.number >= tries)
    }

    /// Fixes the next request, after one that did not end the wait.
    fn schedule(&mut self, policy: &Policy, now: Now, hint: Option<Duration>, every: Option<Duration>) {
        if self.tries_are_used_up(policy) {
            return self.end(Ending::Tries);
        }
        let mono = nanos(now.mono);
        let hint = hint.unwrap_or_default();
        if self.is_beyond_deadline(policy, now, hint) {
            return;
        }
        let random = self.random();
        let interval = if self.flags.has(Flags::RENEW) {
            policy.gap()
        } else {
            let doublings = u32::from(self.faults.saturating_sub(1)).max(u32::from(self.throttles));
            policy.interval(self.number, doublings, every, random)
        };
        self.due = later(mono, interval.max(hint));
        if self.throttles > 0 || self.faults > 0 {
            // A push may go before what a working vendor suggests, but not before what a throttling or a faulty one needs.
            self.floor = self.floor.max(self.due);
        }
        if self.flags.take(Flags::PUSHED) {
            self.due = self.floor;
        }
    }

    /// Ends the wait where the vendor asks for more time than is left.
    fn is_beyond_deadline(&mut self, policy: &Policy, now: Now, hint: Duration) -> bool {
        let is_beyond = !hint.is_zero() && hint >= policy.poll().deadline.saturating_sub(self.elapsed(now));
        if is_beyond {
            self.due = nanos(hint);
            self.end(Ending::Deadline { asked: true });
        }
        is_beyond
    }

    fn end(&mut self, ending: Ending) {
        self.phase = Phase::Over(ending);
    }

    fn ended(&self, ending: Ending) -> End {
        match (ending, self.state, self.last) {
            (Ending::Settled { partial, revisable }, Some(state), _) => End::Settled { state, partial, revisable },
            (Ending::Milestone, ..) => End::Milestone,
            (Ending::Deadline { asked }, ..) => End::Deadline { asked: asked.then(|| moment(self.due)) },
            (Ending::Tries, ..) => End::Tries,
            (Ending::Faults, _, Some(cause)) => End::Faults(cause),
            (Ending::Unknown, ..) => End::Unknown,
            (Ending::Request, ..) => End::Request,
            (Ending::Vendor, ..) => End::Vendor,
            (Ending::Unverified, ..) => End::Unverified,
            // A settled wait has a state and a faulty one a cause; `from_bytes` sees to that too.
            (Ending::Cancelled | Ending::Settled { .. } | Ending::Faults, ..) => End::Cancelled,
        }
    }

    fn notice(&self, policy: &Policy, now: Now, cause: Cause) -> Notice {
        let wait = span(nanos(now.mono), self.due.max(self.floor));
        let left = policy.poll().deadline.saturating_sub(self.elapsed(now));
        let next = (self.phase == Phase::Sleeping && wait < left).then_some(wait);
        Notice { cause, state: self.state, number: self.number, next }
    }

    /// How long the wait has lasted: the larger of what both clocks measured.
    pub fn age(&self, now: Now) -> Duration {
        self.elapsed(now)
    }

    /// The larger of what both clocks measured: a wall clock set back must not prolong a wait.
    fn elapsed(&self, now: Now) -> Duration {
        span(self.started, nanos(now.mono)).max(span(self.started_wall, nanos(now.wall)))
    }

    fn random(&mut self) -> f64 {
        let mut source = fastrand::Rng::with_seed(self.seed);
        let random = source.f64();
        self.seed = source.get_seed();
        random
    }
}
