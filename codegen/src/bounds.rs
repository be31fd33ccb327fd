//! What a wait can and cannot do, worked out from its spec alone: how many requests it sends at the most, and how close
//! together they can be. The arithmetic is that of the runtime's wait core, and a test holds it against that core.

use std::time::Duration;

use crate::model::{Limits, Operation, Poll};
use crate::spec::Rate;

/// No two requests of one wait are closer than this, whatever a spec says.
const LEAST: Duration = Duration::from_millis(1);
/// No time is longer.
const LONGEST: Duration = Duration::from_secs(36_500 * 86_400);
/// Faults and throttling slow down to this, or to the slowest pace where that is longer.
const SLOWEST: Duration = Duration::from_secs(60);
/// `every` where the spec does not say it.
const EVERY: Duration = Duration::from_secs(5);
/// So many intervals are looked at one by one; beyond them the pace is taken to grow no more, which only counts more.
const MAX_STEPS: u32 = 1_000_000;

/// The bounds of one operation's waits, with the pace that the spec gives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bounds {
    /// When the wait stops.
    pub deadline: Duration,
    /// The most requests that the pace itself and the vendor's rates give until the deadline. Jitter, hints of the vendor, faults and
    /// throttling only make them fewer. A push, or a credential that is renewed, adds one request each.
    pub requests: u64,
    /// The least time from the end of one request to the start of the next, whatever happens: after a push and after a
    /// renewed credential too.
    pub least: Duration,
    /// The shortest interval of the pace itself.
    pub fastest: Duration,
    /// The longest interval of the pace itself, without jitter.
    pub slowest: Duration,
    /// The longest interval after faults or throttling, with all of the jitter. Only a hint of the vendor is longer.
    pub slowed: Duration,
    /// What the vendor declares. A client keeps its rates and its number of calls at once over all waits together.
    pub limits: Limits,
}

impl Bounds {
    /// The bounds of an operation; `None` where it cannot be waited for.
    pub fn of(operation: &Operation) -> Option<Self> {
        let poll = operation.poll.as_ref().filter(|_| operation.can_wait())?;
        let pace = Pace::of(poll, operation);
        let slowest = pace.slowest();
        let slowed = slowest.max(pace.at_most).max(SLOWEST);
        let jitter = poll.jitter.unwrap_or_default().clamp(0.0, 1.0);
        let share = Duration::try_from_secs_f64(slowed.as_secs_f64() * jitter).unwrap_or_default();
        Some(Bounds {
            deadline: pace.deadline,
            requests: pace.requests().min(by_rates(&operation.limits, pace.deadline)),
            least: pace.gap,
            fastest: pace.interval(1),
            slowest,
            slowed: slowed.saturating_add(share),
            limits: operation.limits.clone(),
        })
    }

    /// Whether the vendor's declared least time between two calls holds, whatever happens.
    pub fn keeps_limit(&self) -> bool {
        self.least >= self.limits.min_interval && self.fastest >= self.limits.min_interval
    }
}

/// The most calls that the vendor's rates let start before a deadline.
fn by_rates(limits: &Limits, deadline: Duration) -> u64 {
    let most = |rate: &Rate| {
        let spans = deadline.as_nanos().div_ceil(rate.per.as_nanos().max(1));
        u64::try_from(spans.saturating_mul(u128::from(rate.calls))).unwrap_or(u64::MAX)
    };
    limits.rates.iter().map(most).min().unwrap_or(u64::MAX)
}

/// The pace of a wait within the vendor's limits.
struct Pace {
    gap: Duration,
    first: Duration,
    every: Duration,
    grow: f64,
    at_most: Duration,
    deadline: Duration,
    tries: Option<u32>,
    /// The paces that single rules give while they hold.
    of_rules: Vec<Duration>,
}

impl Pace {
    fn of(poll: &Poll, operation: &Operation) -> Self {
        let rules = &operation.reading.rules;
        let gap = operation.limits.min_interval.clamp(LEAST, LONGEST);
        let every = poll.every.unwrap_or(EVERY).clamp(gap, LONGEST);
        Pace {
            gap,
            first: poll.first.unwrap_or_default().min(LONGEST),
            every,
            grow: poll.grow.unwrap_or(1.0).clamp(1.0, 1000.0),
            at_most: poll.at_most.unwrap_or(every).clamp(every, LONGEST),
            deadline: poll.deadline.min(LONGEST),
            tries: poll.tries,
            of_rules: rules.iter().filter_map(|rule| rule.every).map(|every| every.clamp(gap, LONGEST)).collect(),
        }
    }

    /// The interval after a request that `poll` gives.
    fn grown(&self, number: u32) -> Duration {
        let exponent = i32::try_from(number.saturating_sub(1)).unwrap_or(i32::MAX);
        let grown = Duration::try_from_secs_f64(self.every.as_secs_f64() * self.grow.powi(exponent));
        grown.map_or(self.at_most, |grown| grown.clamp(self.every, self.at_most))
    }

    /// The shortest interval after a request, whichever rule holds.
    fn interval(&self, number: u32) -> Duration {
        self.of_rules.iter().copied().fold(self.grown(number), Duration::min)
    }

    /// The longest interval, whichever rule holds.
    fn slowest(&self) -> Duration {
        let grown = if self.grow > 1.0 { self.at_most } else { self.grown(1) };
        self.of_rules.iter().copied().fold(grown, Duration::max)
    }

    /// How many requests start before the deadline, if each is answered at once.
    fn requests(&self) -> u64 {
        let most = self.tries.map_or(u64::MAX, u64::from);
        let mut at = self.first;
        let mut number = 0;
        while at < self.deadline && u64::from(number) < most {
            number += 1;
            let interval = self.interval(number);
            at = at.saturating_add(interval);
            let is_steady = self.grow <= 1.0 || interval < self.grown(number) || interval >= self.at_most;
            if is_steady || number >= MAX_STEPS {
                return u64::from(number).saturating_add(self.starts(at, interval)).min(most);
            }
        }
        u64::from(number)
    }

    /// How many requests start before the deadline from a moment on, at one interval.
    fn starts(&self, at: Duration, interval: Duration) -> u64 {
        let left = self.deadline.saturating_sub(at).as_nanos();
        u64::try_from(left.div_ceil(interval.as_nanos().max(1))).unwrap_or(u64::MAX)
    }
}
