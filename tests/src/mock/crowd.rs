//! How many calls come within a time, and at once.

use std::collections::{HashMap, VecDeque};
use std::time::{Duration, Instant};

use http::StatusCode;
use settled_codegen::model::Operation;

use super::check::Deviation;

/// Calls that are counted together: those of an operation with a limit of its own, or all the others.
type Share = Option<String>;

/// The calls that count.
#[derive(Default)]
pub(super) struct Crowd {
    arrived: HashMap<Share, VecDeque<Instant>>,
    under_way: HashMap<Share, u32>,
}

/// Calls may come closer to each other than they were sent: one that was on its way longer, and the next that was not.
fn at_least(per: Duration) -> Duration {
    per - per / 20
}

fn share(operation: &Operation, is_own: bool) -> Share {
    is_own.then(|| operation.name.value.clone())
}

impl Crowd {
    /// Takes a call in, and says whether it is one too many.
    pub(super) fn enter(&mut self, operation: &Operation, arrived: Instant) -> Vec<Deviation> {
        let limits = &operation.limits;
        let mut texts = Vec::new();
        if let Some(longest) = limits.rates.iter().map(|rate| rate.per).max() {
            let all = self.arrived.entry(share(operation, limits.own_rates)).or_default();
            all.retain(|one| arrived.saturating_duration_since(*one) < longest);
            all.push_back(arrived);
            for rate in &limits.rates {
                let within = |one: &&Instant| arrived.saturating_duration_since(**one) < at_least(rate.per);
                let came = all.iter().filter(within).count();
                if u32::try_from(came).is_ok_and(|came| came > rate.calls) {
                    texts.push(format!("is call {came} within {:?}, and not one of {}", rate.per, rate.calls));
                }
            }
        }
        if let Some(most) = limits.concurrent {
            let under_way = self.under_way.entry(share(operation, limits.own_concurrent)).or_default();
            *under_way += 1;
            if *under_way > most {
                texts.push(format!("is call {under_way} at once, and not one of {most}"));
            }
        }
        texts.into_iter().map(|text| Deviation::new(StatusCode::TOO_MANY_REQUESTS, text)).collect()
    }

    /// A call has ended.
    pub(super) fn leave(&mut self, operation: &Operation) {
        if operation.limits.concurrent.is_some()
            && let Some(under_way) = self.under_way.get_mut(&share(operation, operation.limits.own_concurrent))
        {
            *under_way = under_way.saturating_sub(1);
        }
    }
}
