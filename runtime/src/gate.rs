//! The vendor's limits, kept by one client and all its clones.
//!
//! Each limit is counted either for all operations together or for one operation alone; see [`Per`](crate::Per). With a
//! minimum interval calls go one at a time: the next may start so long after the end of the one before. With rates, so
//! many are started within a time; with a number of calls at once, so many are under way. Calls without limits pass at
//! once and count for none.
//!
//! The calls of an operation are served first come first served, and so are those of different operations as far as
//! limits that they share hold them: what one operation's own limits hold stands in nobody else's way. A place in the
//! queue and a running call are given back when their values are dropped. A place that is neither dropped nor polled (a
//! future that a `select!` loop forgot) is overtaken, so it cannot stop the others for good.

mod counts;

use std::collections::{BTreeMap, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::Waker;
use std::time::Duration;

use self::counts::{Counts, Hold, Share};
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
    /// The calls of all operations, as far as their limits are counted together.
    together: Counts,
    /// By operation.
    lines: BTreeMap<&'static str, Line>,
}

/// The calls of one operation.
#[derive(Default)]
struct Line {
    /// Those that have started, as far as their limits are counted for the operation alone.
    alone: Counts,
    /// Those that have not.
    places: VecDeque<Place>,
}

struct Place {
    id: u64,
    /// Those with a smaller one came before.
    order: u64,
    together: Share,
    alone: Share,
    /// Since when it is its turn; time alone may still hold it.
    turn: Option<Duration>,
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

    /// Takes a place in the queue, for a call of an operation that has these limits.
    pub(crate) fn ticket(self: &Arc<Self>, operation: &'static str, limits: &Limits) -> Ticket {
        let (together, alone) = Share::both(limits);
        if together.is_none() && alone.is_none() {
            // Nothing holds it, and it holds nobody: it has no place.
            return Ticket { gate: Arc::clone(self), id: 0, operation, together, alone };
        }
        let now = self.clock.now().mono;
        let mut queue = self.lock();
        queue.next_id += 1;
        let id = queue.next_id;
        queue.together.remember(&together);
        let line = queue.lines.entry(operation).or_default();
        line.alone.remember(&alone);
        line.places.push_back(Place { id, order: id, together, alone, turn: None, waker: None });
        queue.look(now);
        Ticket { gate: Arc::clone(self), id, operation, together, alone }
    }

    fn lock(&self) -> MutexGuard<'_, Queue> {
        self.queue.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Lets those know whose turn it is.
    fn call(mut queue: MutexGuard<'_, Queue>, now: Duration) {
        queue.retire(now);
        queue.look(now);
        let fronts = queue.lines.values_mut().filter_map(|line| line.places.front_mut());
        let wakers: Vec<_> =
            fronts.filter(|place| place.turn.is_some()).filter_map(|place| place.waker.take()).collect();
        drop(queue);
        wakers.into_iter().for_each(Waker::wake);
    }
}

impl Queue {
    fn retire(&mut self, now: Duration) {
        self.together.retire(now);
        self.lines.values_mut().for_each(|line| line.alone.retire(now));
    }

    /// Notes whose turn has come, and whose has gone.
    fn look(&mut self, now: Duration) {
        let whose: Vec<_> = self.lines.keys().copied().filter(|name| self.is_turn_of(name, now)).collect();
        for (name, line) in &mut self.lines {
            if let Some(first) = line.places.front_mut() {
                first.turn = whose.contains(name).then(|| first.turn.unwrap_or(now));
            }
        }
    }

    /// Whether nothing but time holds the first call of an operation.
    fn is_turn_of(&self, operation: &str, now: Duration) -> bool {
        self.hold(operation).is_some_and(|hold| !hold.busy) && self.before(operation, now).is_none()
    }

    /// What the vendor's limits say to the first call of an operation.
    fn hold(&self, operation: &str) -> Option<Hold> {
        let line = self.lines.get(operation)?;
        let first = line.places.front()?;
        Some(self.together.hold(&first.together).and(line.alone.hold(&first.alone)))
    }

    /// The operation whose first call goes before that of this one, since it came before, shares a limit with it, and no
    /// limit of its own holds it.
    fn before(&self, operation: &str, now: Duration) -> Option<&'static str> {
        let first = self.lines.get(operation)?.places.front()?;
        let others = self.lines.iter().filter_map(|(name, line)| {
            let other = line.places.front()?;
            let own = line.alone.hold(&other.alone);
            let is_before = other.order < first.order && other.together.meets(&first.together);
            (is_before && !own.busy && own.until <= now).then_some((other.order, *name))
        });
        others.min().map(|(_, name)| name)
    }

    /// The operation whose turn must come for this one's to come.
    fn leader(&self, operation: &'static str, now: Duration) -> &'static str {
        let mut leader = operation;
        // Each has come before the one that it goes before, so this ends.
        while let Some(before) = self.before(leader, now) {
            leader = before;
        }
        leader
    }

    /// The first call of an operation lets all others of the queue pass.
    fn forfeit(&mut self, operation: &str) {
        self.next_id += 1;
        let order = self.next_id;
        if let Some(line) = self.lines.get_mut(operation)
            && let Some(first) = line.places.pop_front()
        {
            line.places.push_back(Place { order, turn: None, ..first });
        }
    }
}

/// A place in the queue; dropping it gives the place up.
pub(crate) struct Ticket {
    gate: Arc<Gate>,
    id: u64,
    operation: &'static str,
    together: Share,
    alone: Share,
}

impl Ticket {
    /// Asks to start a call at `now` that ends at `until` at the latest.
    pub(crate) fn enter(&mut self, now: Duration, until: Duration, waker: &Waker) -> Entry {
        if self.together.is_none() && self.alone.is_none() {
            return Entry::Open(self.permit(None));
        }
        let mut queue = self.gate.lock();
        queue.retire(now);
        queue.look(now);
        let leader = queue.leader(self.operation, now);
        let (hold, turn) = (queue.hold(leader), queue.turn(leader));
        let line = queue.lines.get_mut(self.operation);
        let place = line.and_then(|line| {
            let position = line.places.iter().position(|place| place.id == self.id)?;
            Some((position, line))
        });
        let (Some((position, line)), Some(hold)) = (place, hold) else {
            // Nothing but `enter` and `drop` takes a place away.
            return Entry::NotBefore(now.saturating_add(GRACE));
        };
        let is_first = position == 0 && leader == self.operation;
        if !is_first || hold.busy || hold.until > now {
            line.places[position].waker = Some(waker.clone());
        }
        if is_first {
            if hold.busy {
                return Entry::Busy(hold.until);
            }
            if hold.until > now {
                return Entry::NotBefore(hold.until);
            }
            line.places.pop_front();
            line.alone.start(self.id, &self.alone, now, until);
            queue.together.start(self.id, &self.together, now, until);
            // The next one may be free to start as well.
            Gate::call(queue, now);
            return Entry::Open(self.permit(Some(Arc::clone(&self.gate))));
        }
        // Those further behind look later, so that one place is taken from them at a time.
        let behind = position.saturating_add(usize::from(leader != self.operation));
        let patience = GRACE.saturating_mul(u32::try_from(behind).unwrap_or(u32::MAX));
        let forfeits_at = match turn {
            Some(since) => hold.until.max(since).saturating_add(GRACE),
            None => return Entry::Busy(hold.until.saturating_add(patience)),
        };
        if forfeits_at > now {
            return Entry::Busy(forfeits_at.saturating_add(patience));
        }
        queue.forfeit(leader);
        Gate::call(queue, now);
        Entry::Busy(now.saturating_add(patience))
    }

    fn permit(&self, gate: Option<Arc<Gate>>) -> Permit {
        Permit { gate, id: self.id, operation: self.operation, together: self.together, alone: self.alone }
    }
}

impl Queue {
    /// Since when it is the turn of the first call of an operation.
    fn turn(&self, operation: &str) -> Option<Duration> {
        self.lines.get(operation)?.places.front()?.turn
    }
}

impl Drop for Ticket {
    fn drop(&mut self) {
        if self.together.is_none() && self.alone.is_none() {
            return;
        }
        let now = self.gate.clock.now().mono;
        let mut queue = self.gate.lock();
        let Some(line) = queue.lines.get_mut(self.operation) else { return };
        if let Some(position) = line.places.iter().position(|place| place.id == self.id) {
            line.places.remove(position);
            if position == 0 {
                Gate::call(queue, now);
            }
        }
    }
}

/// A call under way; dropping it is the call's end.
pub(crate) struct Permit {
    gate: Option<Arc<Gate>>,
    id: u64,
    operation: &'static str,
    together: Share,
    alone: Share,
}

impl Permit {
    /// Gives the permit back as if it had not been taken: no call was made.
    pub(crate) fn unused(mut self) {
        self.give_back(|counts, id, _, _| counts.undo(id));
    }

    fn give_back(&mut self, how: impl Fn(&mut Counts, u64, &Share, Duration)) {
        let Some(gate) = self.gate.take() else { return };
        let now = gate.clock.now().mono;
        let mut queue = gate.lock();
        how(&mut queue.together, self.id, &self.together, now);
        if let Some(line) = queue.lines.get_mut(self.operation) {
            how(&mut line.alone, self.id, &self.alone, now);
        }
        Gate::call(queue, now);
    }
}

impl Drop for Permit {
    fn drop(&mut self) {
        self.give_back(Counts::end);
    }
}
