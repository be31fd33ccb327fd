//! Time that moves only when a test moves it.
//!
//! ```
//! use std::time::Duration;
//! use settled::Clock;
//! use settled_testkit::{VirtualClock, run};
//!
//! let clock = VirtualClock::new();
//! let woken_at = run(&clock, async {
//!     clock.sleep_until(Duration::from_secs(3 * 24 * 3600)).await;
//!     clock.now().mono
//! });
//! assert_eq!(woken_at, Duration::from_secs(3 * 24 * 3600));
//! assert_eq!(clock.slept_to(), [woken_at]);
//! ```

mod run;
mod sleep;

use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::Waker;
use std::time::Duration;

use settled::{BoxFuture, Clock, Now};

pub use self::run::run;
use self::sleep::Sleep;

/// Where the wall clock of a new [`VirtualClock`] stands: 2026-01-01T00:00:00Z.
pub const EPOCH: Duration = Duration::from_secs(1_767_225_600);

/// A clock that stands still until it is told to move. Clones show the same time.
///
/// It is moved by [`advance`](Self::advance), by [`run`], or, where the code under test brings its own executor, by
/// itself: see [`auto`](Self::auto). A sleep until [`Duration::MAX`] never ends, and nothing moves the clock for it.
///
/// ```
/// use std::time::Duration;
/// use settled::Clock;
/// use settled_testkit::VirtualClock;
///
/// let clock = VirtualClock::new();
/// clock.advance(Duration::from_secs(5));
/// clock.jump_wall(-3600);
/// let now = clock.now();
/// assert_eq!(now.mono, Duration::from_secs(5));
/// assert_eq!(now.wall, settled_testkit::clock::EPOCH + Duration::from_secs(5) - Duration::from_secs(3600));
/// ```
#[derive(Clone)]
pub struct VirtualClock {
    shared: Arc<Mutex<Shared>>,
}

/// A sleeper's instant, then its number: sleepers of one instant wake in the order they fell asleep.
type Key = (Duration, u64);

struct Shared {
    now: Now,
    auto: bool,
    sleepers: BTreeMap<Key, Waker>,
    next_number: u64,
    slept_to: Vec<Duration>,
    /// Polls of the earliest sleeper since anything last happened; see [`sleep`].
    quiet: u32,
}

impl VirtualClock {
    /// A clock that is moved by hand or by [`run`]. It starts at zero on the monotonic clock and at [`EPOCH`] on the
    /// wall.
    pub fn new() -> Self {
        VirtualClock::starting(EPOCH, false)
    }

    /// A clock that moves by itself to the earliest sleeper once nothing else has anything to do: for code that runs
    /// on an executor of its own, such as `#[tokio::test]`.
    ///
    /// The executor must have one thread, and every sleep that is alive must be polled by whoever holds it. Tasks that
    /// wait for a thread or a real socket look idle to the clock: do not mix the two.
    ///
    /// ```
    /// use std::time::Duration;
    /// use settled::Clock;
    /// use settled_testkit::VirtualClock;
    ///
    /// let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    /// let clock = VirtualClock::auto();
    /// runtime.block_on(clock.sleep_until(Duration::from_secs(86_400)));
    /// assert_eq!(clock.elapsed(), Duration::from_secs(86_400));
    /// ```
    pub fn auto() -> Self {
        VirtualClock::starting(EPOCH, true)
    }

    fn starting(wall: Duration, auto: bool) -> Self {
        let shared = Shared {
            now: Now { mono: Duration::ZERO, wall },
            auto,
            sleepers: BTreeMap::new(),
            next_number: 0,
            slept_to: Vec::new(),
            quiet: 0,
        };
        VirtualClock { shared: Arc::new(Mutex::new(shared)) }
    }

    /// Moves both clocks on and wakes every sleeper whose instant has come, the earliest first.
    ///
    /// A woken task sees the time after the whole step; to stop at each sleeper use
    /// [`advance_to_next`](Self::advance_to_next).
    pub fn advance(&self, by: Duration) {
        let due = {
            let mut shared = self.lock();
            let target = shared.now.mono.saturating_add(by);
            shared.move_to(target)
        };
        due.into_iter().for_each(Waker::wake);
    }

    /// Moves to the earliest sleeper and wakes it; tells the instant, or `None` where nothing sleeps.
    pub fn advance_to_next(&self) -> Option<Duration> {
        let (target, due) = {
            let mut shared = self.lock();
            let target = shared.earliest()?.0;
            (target, shared.move_to(target))
        };
        due.into_iter().for_each(Waker::wake);
        Some(target)
    }

    /// Sets the wall clock on or back by some seconds, as NTP, a suspended laptop or an administrator does. No sleeper
    /// wakes; the wall clock stops at 1970.
    pub fn jump_wall(&self, seconds: i64) {
        let by = Duration::from_secs(seconds.unsigned_abs());
        let now = &mut self.lock().now;
        now.wall = if seconds < 0 { now.wall.saturating_sub(by) } else { now.wall.saturating_add(by) };
    }

    /// Sets the wall clock to this long after 1970-01-01T00:00:00Z. No sleeper wakes.
    pub fn set_wall(&self, since_1970: Duration) {
        self.lock().now.wall = since_1970;
    }

    /// How far the monotonic clock has come since the clock was made.
    pub fn elapsed(&self) -> Duration {
        self.lock().now.mono
    }

    /// How many sleeps were begun, those that had nothing to wait for among them.
    pub fn sleeps(&self) -> usize {
        self.lock().slept_to.len()
    }

    /// The instants on the monotonic clock that were slept to, in the order in which the sleeps began.
    pub fn slept_to(&self) -> Vec<Duration> {
        self.lock().slept_to.clone()
    }

    /// How many sleeps are going on.
    pub fn sleeping(&self) -> usize {
        self.lock().sleepers.len()
    }

    fn lock(&self) -> MutexGuard<'_, Shared> {
        self.shared.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Shared {
    /// The sleeper that time can move to; a sleep until `Duration::MAX` is none.
    fn earliest(&self) -> Option<Key> {
        self.sleepers.keys().next().copied().filter(|key| key.0 != Duration::MAX)
    }

    /// Moves both clocks and hands over the wakers whose instant has come, to be woken without the lock.
    #[must_use]
    fn move_to(&mut self, mono: Duration) -> Vec<Waker> {
        let step = mono.saturating_sub(self.now.mono);
        self.now.mono = self.now.mono.max(mono);
        self.now.wall = self.now.wall.saturating_add(step);
        self.quiet = 0;
        let mut due = Vec::new();
        while let Some(entry) = self.sleepers.first_entry().filter(|entry| entry.key().0 <= self.now.mono) {
            due.push(entry.remove());
        }
        due.extend(self.driver());
        due
    }

    /// In auto mode the earliest sleeper is kept awake: it is the one that moves the time.
    fn driver(&self) -> Option<Waker> {
        let key = self.earliest().filter(|_| self.auto)?;
        self.sleepers.get(&key).cloned()
    }
}

impl Clock for VirtualClock {
    fn now(&self) -> Now {
        self.lock().now
    }

    fn sleep_until(&self, mono: Duration) -> BoxFuture<()> {
        Box::pin(Sleep::new(self.clone(), mono))
    }
}

impl Default for VirtualClock {
    fn default() -> Self {
        VirtualClock::new()
    }
}

impl fmt::Debug for VirtualClock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let shared = self.lock();
        f.debug_struct("VirtualClock")
            .field("now", &shared.now)
            .field("sleeping", &shared.sleepers.len())
            .finish_non_exhaustive()
    }
}
