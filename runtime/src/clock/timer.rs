//! One timer that is set again and again.

use std::task::{Context, Poll};
use std::time::Duration;

use super::{BoxFuture, Clock};

/// Sleeps to a moment that may change between two polls.
#[derive(Default)]
pub(crate) struct Timer(Option<(Duration, BoxFuture<()>)>);

impl Timer {
    /// Ready once the monotonic clock has reached `until`.
    pub(crate) fn poll(&mut self, clock: &dyn Clock, until: Duration, cx: &mut Context<'_>) -> Poll<()> {
        let sleep = match &mut self.0 {
            Some((set, sleep)) if *set == until => sleep,
            other => &mut other.insert((until, clock.sleep_until(until))).1,
        };
        if sleep.as_mut().poll(cx).is_pending() {
            return Poll::Pending;
        }
        self.0 = None;
        if clock.now().mono < until {
            // A clock that wakes early must not turn into a loop that never yields.
            cx.waker().wake_by_ref();
            return Poll::Pending;
        }
        Poll::Ready(())
    }
}
