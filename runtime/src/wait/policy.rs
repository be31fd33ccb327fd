//! The pace that really holds: the caller's wishes within the vendor's limits.

use std::time::Duration;

use crate::policy::{Limits, Poll};

/// No two requests of one wait are closer than this, whatever a policy says.
const LEAST: Duration = Duration::from_millis(1);
/// Longer than any wait, and short enough that sums of a few fit a clock.
pub(super) const LONGEST: Duration = Duration::from_secs(36_500 * 86_400);
/// Faults and throttling slow down to this, or to `at_most` where that is longer.
const SLOWEST: Duration = Duration::from_secs(60);

/// How one operation is waited for: [`Poll`] within [`Limits`], with every value made sane.
///
/// Shared by all waits of the operation and passed to the core by reference.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Policy {
    poll: Poll,
    gap: Duration,
    refreshable: bool,
}

impl Policy {
    /// Brings `poll` within `limits`: no interval under the vendor's or under 1 ms, `at_most` at least `every`, `grow`
    /// between 1 and 1000, `jitter` between 0 and 1, no time over 100 years.
    ///
    /// `refreshable` says whether a refused credential can be asked for anew.
    pub fn new(poll: &Poll, limits: &Limits, refreshable: bool) -> Self {
        let gap = limits.min_interval.clamp(LEAST, LONGEST);
        let every = poll.every.clamp(gap, LONGEST);
        let poll = Poll {
            first: poll.first.min(LONGEST),
            every,
            grow: if poll.grow.is_nan() { 1.0 } else { poll.grow.clamp(1.0, 1000.0) },
            at_most: poll.at_most.clamp(every, LONGEST),
            jitter: if poll.jitter.is_nan() { 0.0 } else { poll.jitter.clamp(0.0, 1.0) },
            deadline: poll.deadline.min(LONGEST),
            tries: poll.tries,
            faults: poll.faults.min(u32::from(u16::MAX) - 1),
            unknown_for: poll.unknown_for.min(LONGEST),
            request: poll.request.clamp(LEAST, LONGEST),
        };
        Policy { poll, gap, refreshable }
    }

    /// The pace as it holds.
    pub const fn poll(&self) -> &Poll {
        &self.poll
    }

    /// The least time from the end of a request to the next.
    pub const fn gap(&self) -> Duration {
        self.gap
    }

    /// The same, but that no request comes sooner after another than this.
    pub(crate) fn with_least(self, gap: Duration) -> Self {
        let gap = self.gap.max(gap).min(LONGEST);
        let every = self.poll.every.max(gap);
        let poll = Poll { every, at_most: self.poll.at_most.max(every), ..self.poll };
        Policy { poll, gap, ..self }
    }

    /// Whether a refused credential can be asked for anew.
    pub const fn refreshable(&self) -> bool {
        self.refreshable
    }

    /// How long to wait after request number `number`, doubled `doublings` times because of faults or throttling;
    /// `every` is the pace that the reply's rule asks for, `random` is in 0..1.
    pub(super) fn interval(&self, number: u32, doublings: u32, every: Option<Duration>, random: f64) -> Duration {
        let normal = match every {
            Some(every) => every.clamp(self.gap, LONGEST),
            None => self.grown(number),
        };
        let slower = normal.saturating_mul(1 << doublings.min(31));
        let interval = slower.min(self.poll.at_most.max(SLOWEST)).max(normal);
        self.with_jitter(interval, random)
    }

    /// The pace after request number `number`.
    fn grown(&self, number: u32) -> Duration {
        let exponent = i32::try_from(number.saturating_sub(1)).unwrap_or(i32::MAX);
        let grown = self.poll.every.as_secs_f64() * self.poll.grow.powi(exponent);
        match Duration::try_from_secs_f64(grown) {
            Ok(grown) => grown.clamp(self.poll.every, self.poll.at_most),
            Err(_) => self.poll.at_most,
        }
    }

    /// How long to wait before the first request.
    pub(super) fn first(&self, random: f64) -> Duration {
        self.with_jitter(self.poll.first, random)
    }

    fn with_jitter(&self, interval: Duration, random: f64) -> Duration {
        let share = self.poll.jitter * random;
        interval.saturating_add(Duration::try_from_secs_f64(interval.as_secs_f64() * share).unwrap_or_default())
    }
}
