//! What is counted together: the calls of a client and its clones, or those of one operation.

use std::collections::VecDeque;
use std::time::Duration;

use crate::policy::{Limits, Per, Rate};

/// The limits of a call that are counted in one place.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Share {
    /// From the end of one call to the start of the next, which makes them go one at a time; zero where there is none.
    gap: Duration,
    rates: &'static [Rate],
    concurrent: Option<u32>,
}

impl Share {
    /// What is counted for all operations together, and what for this one alone.
    pub(super) fn both(limits: &Limits) -> (Share, Share) {
        let (mut together, mut alone) = (Share::default(), Share::default());
        match limits.per {
            Per::Client => together.gap = limits.min_interval,
            Per::Operation => alone.gap = limits.min_interval,
            // The wait itself sees to that.
            Per::Job => {}
        }
        let of_rates = if limits.own_rates { &mut alone } else { &mut together };
        of_rates.rates = limits.rates;
        let of_concurrent = if limits.own_concurrent { &mut alone } else { &mut together };
        of_concurrent.concurrent = limits.concurrent;
        (together, alone)
    }

    pub(super) fn is_none(&self) -> bool {
        self.gap.is_zero() && self.rates.is_empty() && self.concurrent.is_none()
    }

    /// Whether one of two calls can keep the other waiting.
    pub(super) fn meets(&self, other: &Share) -> bool {
        let gaps = !self.gap.is_zero() && !other.gap.is_zero();
        let rates = !self.rates.is_empty() && !other.rates.is_empty();
        gaps || rates || (self.concurrent.is_some() && other.concurrent.is_some())
    }
}

/// What keeps a call waiting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Hold {
    /// It may start at this moment, or look again then.
    pub(super) until: Duration,
    /// Whether a call that is under way must end first; it may end sooner.
    pub(super) busy: bool,
}

impl Hold {
    /// Both of two.
    pub(super) fn and(self, other: Hold) -> Hold {
        Hold { until: self.until.max(other.until), busy: self.busy || other.busy }
    }
}

/// The calls that are counted together.
#[derive(Default)]
pub(super) struct Counts {
    running: Vec<Running>,
    /// When the last call that others keep a distance to has ended.
    ended: Option<Duration>,
    /// When calls were started, as far back as a rate looks.
    started: VecDeque<(u64, Duration)>,
    /// How far back that is.
    memory: Duration,
}

/// A call under way.
struct Running {
    id: u64,
    /// When its time is up.
    until: Duration,
    /// Whether others keep a distance to it.
    gap: bool,
    /// Whether it is one of those that only so many may be of.
    counted: bool,
}

impl Counts {
    /// A call whose time is up has ended, whether or not somebody looked.
    pub(super) fn retire(&mut self, now: Duration) {
        let over = self.running.iter().filter(|one| one.gap && one.until <= now).map(|one| one.until).max();
        self.ended = self.ended.max(over);
        self.running.retain(|one| one.until > now);
        while self.started.front().is_some_and(|(_, at)| at.saturating_add(self.memory) <= now) {
            self.started.pop_front();
        }
    }

    /// What keeps a call waiting, as long as no other one starts.
    pub(super) fn hold(&self, share: &Share) -> Hold {
        let by_rate = share.rates.iter().filter_map(|rate| {
            let back = usize::try_from(rate.calls).unwrap_or(usize::MAX).max(1);
            let (_, at) = self.started.get(self.started.len().checked_sub(back)?)?;
            Some(at.saturating_add(rate.per))
        });
        let mut hold = Hold { until: by_rate.fold(Duration::ZERO, Duration::max), busy: false };
        if !share.gap.is_zero() {
            let after = self.ended.map_or(Duration::ZERO, |ended| ended.saturating_add(share.gap));
            hold = hold.and(Hold { until: after, busy: false }).and(self.behind(1, |one| one.gap));
        }
        if let Some(most) = share.concurrent {
            let most = usize::try_from(most).unwrap_or(usize::MAX).max(1);
            hold = hold.and(self.behind(most, |one| one.counted));
        }
        hold
    }

    /// Whether so many are under way, and when the first of them ends at the latest.
    fn behind(&self, most: usize, counts: impl Fn(&Running) -> bool) -> Hold {
        let under_way = || self.running.iter().filter(|one| counts(one));
        let first = under_way().map(|one| one.until).min().filter(|_| under_way().count() >= most);
        Hold { until: first.unwrap_or_default(), busy: first.is_some() }
    }

    /// From now on, starts are remembered as long as these limits need.
    pub(super) fn remember(&mut self, share: &Share) {
        let memory = share.rates.iter().map(|rate| rate.per).max().unwrap_or_default();
        self.memory = self.memory.max(memory);
    }

    pub(super) fn start(&mut self, id: u64, share: &Share, now: Duration, until: Duration) {
        let (gap, counted) = (!share.gap.is_zero(), share.concurrent.is_some());
        if gap || counted {
            self.running.push(Running { id, until, gap, counted });
        }
        if !share.rates.is_empty() {
            self.started.push_back((id, now));
        }
    }

    /// A call has ended.
    pub(super) fn end(&mut self, id: u64, share: &Share, now: Duration) {
        self.running.retain(|one| one.id != id);
        if !share.gap.is_zero() {
            self.ended = self.ended.max(Some(now));
        }
    }

    /// A call was not made after all.
    pub(super) fn undo(&mut self, id: u64) {
        self.running.retain(|one| one.id != id);
        self.started.retain(|(started, _)| *started != id);
    }
}
