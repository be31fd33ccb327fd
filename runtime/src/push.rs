//! Pushes: a reason to ask now.

use std::collections::HashMap;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Waker};

/// Wakes waits: whoever is [`pushed_by`](crate::Wait::pushed_by) it asks at once, where the vendor's limits let it.
///
/// For a webhook that says that something has changed. Make it before the job is submitted: a push that comes before the
/// wait starts is not lost. Clones are the same push.
#[derive(Clone, Default)]
pub struct Push(Arc<Mutex<Shared>>);

#[derive(Default)]
struct Shared {
    count: u64,
    listeners: u64,
    /// Who is to be woken, by the listeners' numbers.
    wakers: HashMap<u64, Waker>,
}

impl Push {
    /// One that has not pushed yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Wakes all waits that listen, and those that will.
    pub fn push(&self) {
        let wakers = {
            let mut shared = self.lock();
            shared.count = shared.count.saturating_add(1);
            std::mem::take(&mut shared.wakers)
        };
        wakers.into_values().for_each(Waker::wake);
    }

    fn lock(&self) -> MutexGuard<'_, Shared> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl fmt::Debug for Push {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Push").field("count", &self.lock().count).finish_non_exhaustive()
    }
}

/// One who listens to a push.
pub(crate) struct Listener {
    push: Push,
    number: u64,
    heard: u64,
}

impl Listener {
    pub(crate) fn new(push: &Push) -> Self {
        let number = {
            let mut shared = push.lock();
            shared.listeners += 1;
            shared.listeners
        };
        Listener { push: push.clone(), number, heard: 0 }
    }

    /// Whether there was a push since the last question; otherwise the next one wakes.
    pub(crate) fn poll(&mut self, cx: &mut Context<'_>) -> bool {
        let mut shared = self.push.lock();
        if shared.count > self.heard {
            self.heard = shared.count;
            return true;
        }
        shared
            .wakers
            .entry(self.number)
            .and_modify(|waker| waker.clone_from(cx.waker()))
            .or_insert_with(|| cx.waker().clone());
        false
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        self.push.lock().wakers.remove(&self.number);
    }
}
