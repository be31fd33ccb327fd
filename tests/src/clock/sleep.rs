//! One sleep on a virtual clock.
//!
//! In auto mode the earliest sleeper moves the time. It cannot know that the executor is idle, so it steps back a
//! number of times first: with one thread, every task that is ready gets its turn in between. Whatever happens on the
//! clock meanwhile starts the count again.

use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use super::{Key, Shared, VirtualClock};

/// How often the earliest sleeper lets others go first: the longest chain of tasks that wake each other in one instant.
const TURNS: u32 = 64;

pub(super) struct Sleep {
    clock: VirtualClock,
    until: Duration,
    key: Option<Key>,
    begun: bool,
}

impl Sleep {
    pub(super) fn new(clock: VirtualClock, until: Duration) -> Self {
        Sleep { clock, until, key: None, begun: false }
    }

    fn begin(&mut self, shared: &mut Shared) {
        if !self.begun {
            self.begun = true;
            shared.slept_to.push(self.until);
        }
    }
}

impl Future for Sleep {
    type Output = ();

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<()> {
        let sleep = self.get_mut();
        let clock = sleep.clock.clone();
        let mut shared = clock.lock();
        sleep.begin(&mut shared);
        if shared.now.mono >= sleep.until {
            return Poll::Ready(());
        }
        let key = *sleep.key.get_or_insert_with(|| shared.register(sleep.until));
        let last = shared.sleepers.insert(key, cx.waker().clone());
        let outcome = shared.turn(key);
        // A waker may own what holds another sleep, so none is woken or dropped under the lock.
        drop(shared);
        drop(last);
        match outcome {
            Turn::Rest => Poll::Pending,
            Turn::Again => {
                cx.waker().wake_by_ref();
                Poll::Pending
            }
            Turn::Moved(due) => {
                due.into_iter().for_each(Waker::wake);
                Poll::Ready(())
            }
        }
    }
}

/// What a sleeper does that was polled before its time.
enum Turn {
    /// It waits to be woken.
    Rest,
    /// It is the one that moves the time, and lets others go first.
    Again,
    /// It has moved the time.
    Moved(Vec<Waker>),
}

impl Drop for Sleep {
    fn drop(&mut self) {
        let Some(key) = self.key else { return };
        let mut shared = self.clock.lock();
        let own = shared.sleepers.remove(&key);
        if own.is_some() {
            shared.quiet = 0;
        }
        let driver = shared.driver();
        // A waker may own what holds another sleep, so none is dropped under the lock.
        drop(shared);
        drop(own);
        driver.into_iter().for_each(Waker::wake);
    }
}

impl Shared {
    fn register(&mut self, until: Duration) -> Key {
        self.quiet = 0;
        self.next_number += 1;
        (until, self.next_number)
    }

    fn turn(&mut self, key: Key) -> Turn {
        if !self.auto || self.earliest() != Some(key) {
            return Turn::Rest;
        }
        self.quiet += 1;
        if self.quiet <= TURNS {
            return Turn::Again;
        }
        Turn::Moved(self.move_to(key.0))
    }
}
