//! Tokio's clock.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use ::tokio::time::Instant;

use super::{BoxFuture, Clock, Now};

/// Time as tokio tells it. Sleeping needs a tokio runtime with its time driver on.
#[derive(Debug, Clone)]
pub struct TokioClock {
    origin: Instant,
}

impl Default for TokioClock {
    fn default() -> Self {
        TokioClock { origin: Instant::now() }
    }
}

impl Clock for TokioClock {
    fn now(&self) -> Now {
        Now { mono: self.origin.elapsed(), wall: SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default() }
    }

    fn sleep_until(&self, mono: Duration) -> BoxFuture<()> {
        match self.origin.checked_add(mono) {
            Some(moment) => Box::pin(::tokio::time::sleep_until(moment)),
            None => Box::pin(std::future::pending()),
        }
    }
}
