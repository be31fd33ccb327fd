//! How far the vendor's clock and ours are apart.

use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{Duration, UNIX_EPOCH};

use http::header::{AGE, DATE};

use crate::clock::Now;
use crate::reply::Reply;

/// The difference in milliseconds between the vendor's clock and ours, measured by the `Date` of its replies.
pub(super) struct Skew {
    millis: AtomicI64,
    is_on: bool,
}

/// Less is not corrected: `Date` counts in seconds, and requests take their time.
const LEAST: u64 = 10_000;

impl Skew {
    pub(super) fn new(is_on: bool) -> Self {
        Skew { millis: AtomicI64::new(0), is_on }
    }

    /// Measures with a reply to a request that was sent at `sent` and came at `came`. A reply out of a cache tells nothing.
    pub(super) fn learn(&self, reply: &Reply, sent: Now, came: Now) {
        if !self.is_on || reply.header(AGE).is_some() {
            return;
        }
        let Some(date) = reply.header(DATE).and_then(|date| httpdate::parse_http_date(date).ok()) else { return };
        let Ok(theirs) = date.duration_since(UNIX_EPOCH) else { return };
        let (theirs, sent, came) = (millis(theirs), millis(sent.wall), millis(came.wall));
        let skew = theirs.saturating_sub(sent.saturating_add(came) / 2);
        let skew = if skew.unsigned_abs() < LEAST { 0 } else { skew };
        self.millis.store(skew, Ordering::Relaxed);
    }

    /// The moment as the vendor's clock shows it.
    pub(super) fn corrected(&self, now: Now) -> Now {
        let skew = self.millis.load(Ordering::Relaxed);
        let by = Duration::from_millis(skew.unsigned_abs());
        let wall = if skew < 0 { now.wall.saturating_sub(by) } else { now.wall.saturating_add(by) };
        Now { wall, ..now }
    }
}

fn millis(time: Duration) -> i64 {
    i64::try_from(time.as_millis()).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use http::{HeaderMap, HeaderValue, StatusCode};

    use super::*;

    const HERE: u64 = 1_704_164_645;

    fn at(seconds: u64) -> Now {
        Now { mono: Duration::from_secs(5), wall: Duration::from_secs(seconds) }
    }

    fn dated(seconds: u64, age: bool) -> Reply {
        let date = httpdate::fmt_http_date(UNIX_EPOCH + Duration::from_secs(seconds));
        let mut headers = HeaderMap::new();
        headers.insert("date", HeaderValue::from_str(&date).expect("a date"));
        if age {
            headers.insert("age", HeaderValue::from_static("1"));
        }
        Reply::new(StatusCode::UNAUTHORIZED, headers, "")
    }

    fn corrected(skew: &Skew) -> u64 {
        skew.corrected(at(HERE)).wall.as_secs()
    }

    #[test]
    fn a_clock_that_is_off_is_corrected_both_ways_and_back() {
        let skew = Skew::new(true);
        skew.learn(&dated(HERE + 300, false), at(HERE), at(HERE));
        assert_eq!(corrected(&skew), HERE + 300);
        skew.learn(&dated(HERE - 300, false), at(HERE - 2), at(HERE + 2));
        assert_eq!(corrected(&skew), HERE - 300);
        assert_eq!(skew.corrected(at(HERE)).mono, at(HERE).mono);
        skew.learn(&dated(HERE + 9, false), at(HERE), at(HERE));
        assert_eq!(corrected(&skew), HERE);
    }

    #[test]
    fn caches_nonsense_and_those_who_trust_their_clock_correct_nothing() {
        let skew = Skew::new(true);
        skew.learn(&dated(HERE + 300, true), at(HERE), at(HERE));
        skew.learn(&Reply::ok(""), at(HERE), at(HERE));
        assert_eq!(corrected(&skew), HERE);
        let own = Skew::new(false);
        own.learn(&dated(HERE + 300, false), at(HERE), at(HERE));
        assert_eq!(corrected(&own), HERE);
    }
}
