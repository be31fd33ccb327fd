//! What the vendor allows.

use std::time::Duration;

use crate::spec::Rate;

/// The vendor's limits for one operation. Each is counted for all operations of a client together, or for this one alone
/// where it stands in the operation.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Limits {
    /// The least time from the end of one call to the start of the next; zero where there is none.
    pub min_interval: Duration,
    /// Between which calls that time lies.
    pub per: Per,
    /// The most calls that are started within a time.
    pub rates: Vec<Rate>,
    /// Whether the rates are counted for this operation alone.
    pub own_rates: bool,
    /// The most calls that are under way at once.
    pub concurrent: Option<u32>,
    /// Whether those under way are counted for this operation alone.
    pub own_concurrent: bool,
}

/// Between which calls a least time lies.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Per {
    /// Those of a client and its clones.
    #[default]
    Client,
    /// Those of one operation, by a client and its clones.
    Operation,
    /// The requests about one job.
    Job,
}
