//! Time, passed in: the core never reads a clock.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

mod timer;
#[cfg(feature = "reqwest")]
mod tokio;

pub(crate) use self::timer::Timer;
#[cfg(feature = "reqwest")]
pub use self::tokio::TokioClock;

/// A boxed future that can cross threads.
pub type BoxFuture<T> = Pin<Box<dyn Future<Output = T> + Send + 'static>>;

/// One moment, read from both clocks.
///
/// Intervals are measured on the monotonic clock, deadlines and signatures on the wall clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Now {
    /// Since an origin of the clock's own; never goes back.
    pub mono: Duration,
    /// Since 1970-01-01T00:00:00Z; may jump.
    pub wall: Duration,
}

impl Now {
    /// So much later.
    pub fn plus(self, time: Duration) -> Self {
        Now { mono: self.mono.saturating_add(time), wall: self.wall.saturating_add(time) }
    }

    /// The wall clock as the standard library's type.
    pub fn system_time(self) -> SystemTime {
        UNIX_EPOCH + self.wall
    }
}

/// A source of time and of sleep. The default is tokio's; tests pass a virtual one.
pub trait Clock: Send + Sync + 'static {
    /// The present moment.
    fn now(&self) -> Now;

    /// Completes once the monotonic clock has reached `mono`.
    fn sleep_until(&self, mono: Duration) -> BoxFuture<()>;
}

impl<C: Clock + ?Sized> Clock for Arc<C> {
    fn now(&self) -> Now {
        (**self).now()
    }

    fn sleep_until(&self, mono: Duration) -> BoxFuture<()> {
        (**self).sleep_until(mono)
    }
}
