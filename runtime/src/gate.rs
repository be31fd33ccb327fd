//! The vendor's limits, kept by one client and all its clones.
//!
//! Calls that have any are served first come first served. With a minimum interval they go one at a time: the next may
//! start so long after the end of the one before. With rates, so many are started within a time; with a number of calls
//! at once, so many are under way. Calls without limits pass at once and count for none. A place in the queue and a running call are given back when
//! their values are dropped. One that is neither dropped nor polled (a future that a `select!` loop forgot) is
//! overtaken, so it cannot stop the others for good.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::Waker;
use std::time::Duration;

use crate::clock::Clock;
use crate::policy::Limits;

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
    /// The calls that are under way, and when their time is up.
    running: Vec<(u64, Duration)>,
    /// When the last call ended.
    ended: Option<Duration>,
    /// When calls were started, as far back as a rate looks.
    started: VecDeque<(u64, Duration)>,
    /// How far back that is.
    memory: Duration,
    places: VecDeque<Place>,
}

struct Place {
    id: u64,
    limits: Limits,
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

    /// Takes a place in the queue, for a call that has these limits.
    pub(crate) fn ticket(self: &Arc<Self>, limits: Limits) -> Ticket {
        let mut queue = self.lock();
        queue.next_id += 1;
        let id = queue.next_id;
        if !limits.is_none() {
            queue.places.push_back(Place { id, limits, first_since: self.clock.now().mono, waker: None });
            let memory = limits.rates.iter().map(|rate| rate.per).max().unwrap_or_default();
            queue.memory = queue.memory.max(memory);
        }
        Ticket { gate: Arc::clone(self), id, limits }
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
        let over = self.running.iter().map(|(_, until)| *until).filter(|until| *until <= now).max();
        self.ended = self.ended.max(over);
        self.running.retain(|(_, until)| *until > now);
        while self.started.front().is_some_and(|(_, at)| at.saturating_add(self.memory) <= now) {
            self.started.pop_front();
        }
    }

    /// Whether a call must wait for one that is under way, and when the first of those ends at the latest.
    fn behind(&self, limits: &Limits) -> Option<Duration> {
        let most = match limits.concurrent {
            _ if !limits.min_interval.is_zero() => 1,
            Some(most) => usize::try_from(most).unwrap_or(usize::MAX),
            None => return None,
        };
        let first = self.running.iter().map(|(_, until)| *until).min();
        first.filter(|_| self.running.len() >= most)
    }

    fn earliest(&self, limits: &Limits) -> Duration {
        let gap = limits.min_interval;
        let after = self.ended.filter(|_| !gap.is_zero()).map_or(Duration::ZERO, |ended| ended.saturating_add(gap));
        let by_rate = limits.rates.iter().filter_map(|rate| {
            let back = usize::try_from(rate.calls).unwrap_or(usize::MAX).max(1);
            let (_, at) = self.started.get(self.started.len().checked_sub(back)?)?;
            Some(at.saturating_add(rate.per))
        });
        by_rate.fold(after, Duration::max)
    }

    /// When the first of the queue has let its turn pass.
    fn forfeits_at(&self) -> Option<Duration> {
        let first = self.places.front()?;
        Some(self.earliest(&first.limits).max(first.first_since).saturating_add(GRACE))
    }

    /// The call ended, or was never made.
    fn over(&mut self, id: u64) {
        self.running.retain(|(running, _)| *running != id);
    }
}

/// A place in the queue; dropping it gives the place up.
pub(crate) struct Ticket {
    gate: Arc<Gate>,
    id: u64,
    limits: Limits,
}

impl Ticket {
    /// Asks to start a call at `now` that ends at `until` at the latest.
    pub(crate) fn enter(&mut self, now: Duration, until: Duration, waker: &Waker) -> Entry {
        if self.limits.is_none() {
            return Entry::Open(Permit { gate: None, id: self.id });
        }
        let mut queue = self.gate.lock();
        queue.retire(now);
        let Some(position) = queue.position(self.id) else {
            // Nothing but `enter` and `drop` takes a place away.
            return Entry::NotBefore(now.saturating_add(GRACE));
        };
        let patience = GRACE.saturating_mul(u32::try_from(position).unwrap_or(u32::MAX));
        let first = queue.places.front().map_or(self.limits, |first| first.limits);
        if let Some(until) = queue.behind(&first) {
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
        let earliest = queue.earliest(&self.limits);
        if earliest > now {
            queue.remember(position, waker);
            return Entry::NotBefore(earliest);
        }
        queue.places.pop_front();
        queue.running.push((self.id, until));
        if !queue.memory.is_zero() {
            queue.started.push_back((self.id, now));
        }
        // The next one may be free to start as well.
        self.gate.call_first(queue);
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
            queue.over(self.id);
            queue.started.retain(|(id, _)| *id != self.id);
            gate.call_first(queue);
        }
    }
}

impl Drop for Permit {
    fn drop(&mut self) {
        if let Some(gate) = self.gate.take() {
            let now = gate.clock.now().mono;
            let mut queue = gate.lock();
            queue.over(self.id);
            queue.ended = queue.ended.max(Some(now));
            gate.call_first(queue);
        }
    }
}
