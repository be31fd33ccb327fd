//! Moments as the core keeps them: nanoseconds, which may lie before a clock's origin.

use std::time::Duration;

pub(super) fn nanos(duration: Duration) -> i64 {
    i64::try_from(duration.as_nanos()).unwrap_or(i64::MAX)
}

/// A moment for drivers; one before the clock's origin is long over.
pub(super) fn moment(nanos: i64) -> Duration {
    Duration::from_nanos(u64::try_from(nanos).unwrap_or_default())
}

pub(super) fn later(from: i64, by: Duration) -> i64 {
    from.saturating_add(nanos(by))
}

/// From one moment to another, and zero where that is the past.
pub(super) fn span(from: i64, to: i64) -> Duration {
    moment(to.saturating_sub(from))
}
