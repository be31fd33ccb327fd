//! How to wait: the operation's keys over the vendor's, held against the vendor's limits.

use std::time::Duration;

use crate::diagnostic::{Diagnostics, Problem};
use crate::model::{self, Per, Poll};
use crate::source::{Span, Spanned};
use crate::spec::{LimitsSpec, Operation, PollSpec, Time, Vendor};

/// The vendor's least time between calls of this operation.
pub(crate) fn min_interval(spec: &Vendor, operation: &Operation) -> Option<Time> {
    let of = |limits: &Option<LimitsSpec>| limits.as_ref().and_then(|limits| limits.min_interval.clone());
    of(&operation.limits).or_else(|| of(&spec.limits))
}

/// A key of `limits`: the operation's, or else the vendor's.
fn limit<T: Clone>(spec: &Vendor, operation: &Operation, key: impl Fn(&LimitsSpec) -> Option<T>) -> Option<T> {
    operation.limits.as_ref().and_then(&key).or_else(|| spec.limits.as_ref().and_then(&key))
}

/// How long the vendor remembers a job.
pub(crate) fn kept(spec: &Vendor, operation: &Operation) -> Option<Duration> {
    limit(spec, operation, |limits| limits.kept.clone()).map(|kept| kept.value)
}

/// The vendor's limits. Each key that stands in the operation is counted for it alone, and takes the place of the
/// vendor's.
pub(crate) fn limits(
    spec: &Vendor,
    operation: &Operation,
    can_wait: bool,
    problems: &mut Diagnostics,
) -> model::Limits {
    for limits in [&spec.limits, &operation.limits].into_iter().flatten() {
        if let (Some(per), None) = (&limits.per, &limits.min_interval)
            && !problems.is_lost("min_interval")
        {
            problems.push(per.span, Problem::MissingKey { key: "min_interval", record: "`per`" });
        }
    }
    let own = operation.limits.as_ref();
    if let Some(per) = own.and_then(|limits| limits.per.as_ref())
        && !can_wait
    {
        problems.push(per.span, Problem::PerWithoutWait {});
    }
    let has = |key: fn(&LimitsSpec) -> bool| own.is_some_and(key);
    let of_interval = if has(|limits| limits.min_interval.is_some()) { own } else { spec.limits.as_ref() };
    let per = match of_interval.and_then(|limits| limits.per.as_ref()) {
        Some(_) => Per::Job,
        None if has(|limits| limits.min_interval.is_some()) => Per::Operation,
        None => Per::Client,
    };
    let rates = limit(spec, operation, |limits| limits.rates.clone()).unwrap_or_default();
    let concurrent = limit(spec, operation, |limits| limits.concurrent.clone());
    if let Some(most) = concurrent.as_ref().filter(|most| most.value == 0) {
        problems.push(most.span, Problem::OutOfRange { key: "concurrent", text: "0".to_owned(), range: "1 or more" });
    }
    model::Limits {
        min_interval: min_interval(spec, operation).map_or(Duration::ZERO, |time| time.value),
        per,
        rates: rates.into_iter().map(|rate| rate.value).collect(),
        own_rates: has(|limits| limits.rates.is_some()),
        concurrent: concurrent.map(|most| most.value),
        own_concurrent: has(|limits| limits.concurrent.is_some()),
    }
}

/// How to wait for an operation. Whatever is wrong is pushed.
pub(crate) fn poll(
    spec: &Vendor,
    operation: &Operation,
    name: Span,
    min_interval: Option<&Time>,
    problems: &mut Diagnostics,
) -> Option<Poll> {
    fn pick<T: Clone>(
        operation: Option<&PollSpec>,
        vendor: Option<&PollSpec>,
        key: impl Fn(&PollSpec) -> &Option<Spanned<T>>,
    ) -> Option<Spanned<T>> {
        operation.and_then(|poll| key(poll).clone()).or_else(|| vendor.and_then(|poll| key(poll).clone()))
    }
    let (own, vendor) = (operation.poll.as_ref(), spec.poll.as_ref());
    let every = pick(own, vendor, |poll| &poll.every);
    let grow = pick(own, vendor, |poll| &poll.grow);
    let at_most = pick(own, vendor, |poll| &poll.at_most);
    let jitter = pick(own, vendor, |poll| &poll.jitter);
    let deadline = pick(own, vendor, |poll| &poll.deadline);

    if let (Some(every), Some(limit)) = (&every, min_interval)
        && every.value < limit.value
    {
        let (every_text, limit_text) = (show(every.value), show(limit.value));
        problems.push(every.span, Problem::FasterThanLimit { every: every_text, limit: limit_text, at: limit.span });
    }
    if let Some(every) = every.as_ref().filter(|every| every.value.is_zero()) {
        problems.push(every.span, Problem::OutOfRange { key: "every", text: show(every.value), range: "more than 0" });
    }
    if let Some(grow) = &grow {
        if grow.value < 1.0 {
            problems
                .push(grow.span, Problem::OutOfRange { key: "grow", text: grow.value.to_string(), range: "1 or more" });
        }
        if at_most.is_none() && grow.value > 1.0 {
            problems.push(grow.span, Problem::GrowsForever {});
        }
    }
    if let (Some(at_most), Some(every)) = (&at_most, &every)
        && at_most.value < every.value
    {
        let (text, range) = (show(at_most.value), "`every` or more");
        problems.push(at_most.span, Problem::OutOfRange { key: "at_most", text, range });
    }
    if let Some(jitter) = &jitter
        && !(0.0..=1.0).contains(&jitter.value)
    {
        problems
            .push(jitter.span, Problem::OutOfRange { key: "jitter", text: jitter.value.to_string(), range: "0 to 1" });
    }
    let Some(deadline) = deadline else {
        let at = own.map_or(name, |poll| crate::spec::first_line(poll.span));
        if !problems.is_lost("deadline") && !problems.is_lost("poll") {
            problems.push(at, Problem::NoDeadline {});
        }
        return None;
    };
    let plain = |time: Option<Time>| time.map(|time| time.value);
    Some(Poll {
        first: plain(pick(own, vendor, |poll| &poll.first)),
        every: plain(every),
        grow: grow.map(|grow| grow.value),
        at_most: plain(at_most),
        jitter: jitter.map(|jitter| jitter.value),
        deadline: deadline.value,
        tries: pick(own, vendor, |poll| &poll.tries).map(|tries| tries.value),
        faults: pick(own, vendor, |poll| &poll.faults).map(|faults| faults.value),
        unknown_for: plain(pick(own, vendor, |poll| &poll.unknown_for)),
        request: plain(pick(own, vendor, |poll| &poll.request)),
    })
}

/// A length of time as specs write it.
pub(crate) fn show(time: Duration) -> String {
    let millis = time.as_millis();
    match [(86_400_000, "d"), (3_600_000, "h"), (60_000, "m"), (1000, "s")]
        .into_iter()
        .find(|(unit, _)| millis.is_multiple_of(*unit) && millis > 0)
    {
        Some((unit, name)) => format!("{}{name}", millis / unit),
        None => format!("{millis}ms"),
    }
}
