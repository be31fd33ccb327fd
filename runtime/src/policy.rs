//! How a wait paces itself: the vendor's limits and the caller's wishes.

use std::time::Duration;

/// How to wait: the keys of a spec's `poll:`, with the same names.
///
/// A spec gives the defaults; a caller overrides them one by one on the call. Whatever they say, the vendor's
/// [`Limits`] hold.
///
/// # Default
///
/// What a spec leaves out:
///
/// - `first`: none, the first request goes out at once
/// - `every`: 5 s
/// - `grow`: 1, the pace does not change
/// - `at_most`: `every`
/// - `jitter`: 0
/// - `deadline`: has none; every spec must say one
/// - `tries`: none, the deadline alone bounds the wait
/// - `faults`: 5 in a row
/// - `unknown_for`: 10 min
/// - `request`: 30 s for one request
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct Poll {
    /// Before the first request.
    pub first: Duration,
    /// From the end of one request to the next.
    pub every: Duration,
    /// What `every` is multiplied with after each request.
    pub grow: f64,
    /// Where growing stops.
    pub at_most: Duration,
    /// Up to this share of the interval is added at random; never taken away.
    pub jitter: f64,
    /// When the wait stops, counted from its start; of the two clocks, the one that went further counts.
    pub deadline: Duration,
    /// The most requests that are sent, or `None`.
    pub tries: Option<u32>,
    /// How many faults in a row are borne.
    pub faults: u32,
    /// How long a word that the spec does not know is waited out.
    pub unknown_for: Duration,
    /// The time for one request, from connecting to the last byte.
    pub request: Duration,
}

impl Poll {
    /// The defaults above, with the one thing that has none.
    pub const fn new(deadline: Duration) -> Self {
        Poll {
            first: Duration::ZERO,
            every: Duration::from_secs(5),
            grow: 1.0,
            at_most: Duration::from_secs(5),
            jitter: 0.0,
            deadline,
            tries: None,
            faults: 5,
            unknown_for: Duration::from_secs(600),
            request: Duration::from_secs(30),
        }
    }

    /// Before the first request.
    pub const fn with_first(mut self, first: Duration) -> Self {
        self.first = first;
        self
    }

    /// From the end of one request to the next.
    pub const fn with_every(mut self, every: Duration) -> Self {
        self.every = every;
        // Without growth, the pace is the bound.
        self.at_most = every;
        self
    }

    /// What `every` is multiplied with after each request.
    pub const fn with_grow(mut self, grow: f64) -> Self {
        self.grow = grow;
        self
    }

    /// Where growing stops.
    pub const fn with_at_most(mut self, at_most: Duration) -> Self {
        self.at_most = at_most;
        self
    }

    /// The share of the interval that is added at random.
    pub const fn with_jitter(mut self, jitter: f64) -> Self {
        self.jitter = jitter;
        self
    }

    /// How many faults in a row are borne.
    pub const fn with_faults(mut self, faults: u32) -> Self {
        self.faults = faults;
        self
    }

    /// How long an unknown word is waited out.
    pub const fn with_unknown_for(mut self, unknown_for: Duration) -> Self {
        self.unknown_for = unknown_for;
        self
    }

    /// The time for one request.
    pub const fn with_request(mut self, request: Duration) -> Self {
        self.request = request;
        self
    }

    /// The most requests that are sent.
    pub const fn with_tries(mut self, tries: u32) -> Self {
        self.tries = Some(tries);
        self
    }
}

/// The vendor's limits for an operation: the keys of a spec's `limits:`. They bind every caller: a client and all its
/// clones.
///
/// # Default
///
/// None at all; each that is given is counted for all operations of the client together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Limits {
    /// The least time from the end of one call to the start of the next; such calls go one at a time.
    pub min_interval: Duration,
    /// Between which calls that time lies.
    pub per: Per,
    /// The most calls that are started within a time. All of these hold.
    pub rates: &'static [Rate],
    /// Whether the rates are counted for the operation alone.
    pub own_rates: bool,
    /// The most calls that are under way at once.
    pub concurrent: Option<u32>,
    /// Whether those under way are counted for the operation alone.
    pub own_concurrent: bool,
}

/// Between which calls a [minimum interval](Limits::min_interval) lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Per {
    /// All calls of a client and its clones whose interval is such a one.
    #[default]
    Client,
    /// The calls of one operation, by a client and its clones.
    Operation,
    /// The requests of one wait. Calls that are no waits are not held.
    Job,
}

/// So many calls within a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rate {
    /// How many, at least one.
    pub calls: u32,
    /// Within how long.
    pub per: Duration,
}

impl Limits {
    /// The least time between two calls.
    pub const fn new(min_interval: Duration) -> Self {
        let (rates, own_rates, concurrent, own_concurrent) = (&[], false, None, false);
        Limits { min_interval, per: Per::Client, rates, own_rates, concurrent, own_concurrent }
    }

    /// Between which calls the least time lies.
    pub const fn with_per(mut self, per: Per) -> Self {
        self.per = per;
        self
    }

    /// At most so many calls within these times.
    pub const fn with_rates(mut self, rates: &'static [Rate]) -> Self {
        self.rates = rates;
        self
    }

    /// At most so many calls of the operation within these times.
    pub const fn with_own_rates(mut self, rates: &'static [Rate]) -> Self {
        (self.rates, self.own_rates) = (rates, true);
        self
    }

    /// At most so many calls at once.
    pub const fn with_concurrent(mut self, calls: u32) -> Self {
        self.concurrent = Some(calls);
        self
    }

    /// At most so many calls of the operation at once.
    pub const fn with_own_concurrent(mut self, calls: u32) -> Self {
        (self.concurrent, self.own_concurrent) = (Some(calls), true);
        self
    }
}
