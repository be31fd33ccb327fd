//! The smallest executor that a virtual clock needs.

use std::future::Future;
use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll, Wake, Waker};
use std::time::Duration;

use super::VirtualClock;

/// Polls at one instant after which the future is taken to spin. Ten thousand waits in one future stay far below it.
const MOST_POLLS_PER_INSTANT: u32 = 1_000_000;

/// Runs `future` on this thread; where it can go no further, the clock moves to its next sleeper.
///
/// Nothing but the future and the clock decides what happens, so two runs are the same.
///
/// ```
/// use std::time::Duration;
/// use settled::Clock;
/// use settled_testkit::{VirtualClock, run};
///
/// let clock = VirtualClock::new();
/// run(&clock, clock.sleep_until(Duration::from_secs(60)));
/// assert_eq!(clock.elapsed(), Duration::from_secs(60));
/// ```
///
/// # Panics
///
/// Where the future waits and nothing sleeps on the clock, so that it would wait for ever; and where it keeps waking
/// itself without letting time pass. The message tells which.
pub fn run<F: Future>(clock: &VirtualClock, future: F) -> F::Output {
    let mut future = pin!(future);
    let woken = Arc::new(Woken(AtomicBool::new(true)));
    let waker = Waker::from(woken.clone());
    let mut cx = Context::from_waker(&waker);
    let mut instant = (clock.elapsed(), 0);
    loop {
        while woken.0.swap(false, Ordering::AcqRel) {
            if let Poll::Ready(output) = future.as_mut().poll(&mut cx) {
                return output;
            }
            count(&mut instant, clock.elapsed());
        }
        if clock.advance_to_next().is_none() {
            panic!("the future is stuck at {:?}: it waits, and nothing sleeps on the clock", clock.elapsed());
        }
    }
}

fn count(instant: &mut (Duration, u32), now: Duration) {
    *instant = if instant.0 == now { (now, instant.1 + 1) } else { (now, 1) };
    if instant.1 > MOST_POLLS_PER_INSTANT {
        panic!("the future spins at {now:?}: it was polled {} times and let no time pass", instant.1);
    }
}

struct Woken(AtomicBool);

impl Wake for Woken {
    fn wake(self: Arc<Self>) {
        self.0.store(true, Ordering::Release);
    }
}
