//! The vendor's minimum interval, kept by one client and all its clones.
//!
//! Calls that have a minimum go one at a time, first come first served: the next may start `min_interval` after the
//! end of the one before. Calls without one pass at once. A place in the queue and a running call are given back when
//! their values are dropped. One that is neither dropped nor polled (a future that a `select!` loop forgot) is
//! overtaken, so it cannot stop the others for good.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::Waker;
use std::time::Duration;

use crate::clock::Clock;

/// How long the first of the queue may let its turn pass.
const GRACE: Duration = Duration::from_secs(1);

/// What lets one call through after another.
pub(crate) struct Gate {
    clock: Arc<dyn Clock>,
    queue: Mutex<Queue>,
}

#[derive(Default)]
struct Queue {
    next_id: u64,
    /// The call that is under way, and when its time is up.
    running: Option<(u64, Duration)>,
    /// When the last call ended.
    ended: Option<Duration>,
    places: VecDeque<Place>,
}

struct Place {
    id: u64,
    gap: Duration,
    /// When it became the first.
    first_since: Duration,
    waker: Option<Waker>,
}

/// What the gate answers.
pub(crate) enum Entry {
    /// The call may start.
    Open(Permit),
    /// Not before this moment of the monotonic clock.
    NotBefore(Duration),
    /// Others go first. The waker is called; in any case look again at this moment.
    Busy(Duration),
}

impl Gate {
    pub(crate) fn new(clock: Arc<dyn Clock>) -> Self {
        Gate { clock, queue: Mutex::default() }
    }

    /// Takes a place in the queue, for a call that needs `gap` since the one before.
    pub(crate) fn ticket(self: &Arc<Self>, gap: Duration) -> Ticket {
        let mut queue = self.lock();
        queue.next_id += 1;
        let id = queue.next_id;
        if !gap.is_zero() {
            queue.places.push_back(Place { id, gap, first_since: self.clock.now().mono, waker: None });
        }
        Ticket { gate: Arc::clone(self), id, gap }
    }

    fn lock(&self) -> MutexGuard<'_, Queue> {
        self.queue.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Lets the first of the queue know that it is its turn.
    fn call_first(&self, mut queue: MutexGuard<'_, Queue>) {
        let now = self.clock.now().mono;
        let waker = queue.places.front_mut().and_then(|first| {
            first.first_since = now;
            first.waker.take()
        });
        drop(queue);
        if let Some(waker) = waker {
            waker.wake();
        }
    }
}

impl Queue {
    fn position(&self, id: u64) -> Option<usize> {
        self.places.iter().position(|place| place.id == id)
    }

    /// A call whose time is up has ended, whether or not somebody looked.
    fn retire(&mut self, now: Duration) {
        if let Some((_, until)) = self.running
            && until <= now
        {
            self.running = None;
            self.ended = self.ended.max(Some(until));
        }
    }

    fn earliest(&self, gap: Duration) -> Duration {
        self.ended.map_or(Duration::ZERO, |ended| ended.saturating_add(gap))
    }

    /// When the first of the queue has let its turn pass.
    fn forfeits_at(&self) -> Option<Duration> {
        let first = self.places.front()?;
        Some(self.earliest(first.gap).max(first.first_since).saturating_add(GRACE))
    }
}

/// A place in the queue; dropping it gives the place up.
pub(crate) struct Ticket {
    gate: Arc<Gate>,
    id: u64,
    gap: Duration,
}

impl Ticket {
    /// Asks to start a call at `now` that ends at `until` at the latest.
    pub(crate) fn enter(&mut self, now: Duration, until: Duration, waker: &Waker) -> Entry {
        if self.gap.is_zero() {
            return Entry::Open(Permit { gate: None, id: self.id });
        }
        let mut queue = self.gate.lock();
        queue.retire(now);
        let Some(position) = queue.position(self.id) else {
            // Nothing but `enter` and `drop` takes a place away.
            return Entry::NotBefore(now.saturating_add(GRACE));
        };
        let patience = GRACE.saturating_mul(u32::try_from(position).unwrap_or(u32::MAX));
        if let Some((_, until)) = queue.running {
            queue.remember(position, waker);
            return Entry::Busy(until.saturating_add(patience));
        }
        if position > 0 {
            queue.remember(position, waker);
            let forfeits_at = queue.forfeits_at().unwrap_or(now);
            if forfeits_at > now {
                return Entry::Busy(forfeits_at.saturating_add(patience));
            }
            queue.places.rotate_left(1);
            self.gate.call_first(queue);
            return Entry::Busy(now.saturating_add(patience));
        }
        let earliest = queue.earliest(self.gap);
        if earliest > now {
            queue.remember(position, waker);
            return Entry::NotBefore(earliest);
        }
        queue.places.pop_front();
        queue.running = Some((self.id, until));
        Entry::Open(Permit { gate: Some(Arc::clone(&self.gate)), id: self.id })
    }
}

impl Queue {
    fn remember(&mut self, position: usize, waker: &Waker) {
        if let Some(place) = self.places.get_mut(position) {
            place.waker = Some(waker.clone());
        }
    }
}

impl Drop for Ticket {
    fn drop(&mut self) {
        let mut queue = self.gate.lock();
        if let Some(position) = queue.position(self.id) {
            queue.places.remove(position);
            if position == 0 {
                self.gate.call_first(queue);
            }
        }
    }
}

/// A call under way; dropping it is the call's end.
pub(crate) struct Permit {
    gate: Option<Arc<Gate>>,
    id: u64,
}

impl Permit {
    /// Gives the permit back as if it had not been taken: no call was made.
    pub(crate) fn unused(mut self) {
        if let Some(gate) = self.gate.take() {
            let mut queue = gate.lock();
            queue.running = queue.running.filter(|(id, _)| *id != self.id);
            gate.call_first(queue);
        }
    }
}

impl Drop for Permit {
    fn drop(&mut self) {
        if let Some(gate) = self.gate.take() {
            let now = gate.clock.now().mono;
            let mut queue = gate.lock();
            queue.running = queue.running.filter(|(id, _)| *id != self.id);
            queue.ended = queue.ended.max(Some(now));
            gate.call_first(queue);
        }
    }
}
