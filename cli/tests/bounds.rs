//! The static bounds of a wait, held against the core that waits: the figures are reached, and never passed.

use std::path::Path;
use std::time::Duration;

use settled::wait::{Action, Core, Event, Policy, Seen};
use settled::{Limits, Now, Poll, State, Verdict};
use settled_codegen::bounds::Bounds;
use settled_codegen::files::Folder;
use settled_codegen::model::{self, Operation, Vendor};
use settled_codegen::source::Source;

fn vendor(poll: &str, limits: &str) -> Vendor {
    let text = format!(
        "vendor: Acme\nlimits: {{ {limits} }}\npoll: {{ {poll} }}\noperations:\n  job:\n    get: /job\n    \
         reply: {{ done: bool }}\n    states: [ {{ succeeded: {{ done: true }} }}, {{ running: {{ done: false }} }} ]\n"
    );
    let source = Source::new("acme.yaml", text);
    settled_codegen::model(&source, "acme", &Folder::of(Path::new("acme.yaml")))
        .unwrap_or_else(|report| panic!("{}", report.messages().join("\n")))
}

/// The policy that the generated code passes.
fn policy(operation: &Operation) -> Policy {
    let model::Poll { first, every, grow, at_most, jitter, deadline, tries, faults, .. } =
        operation.poll.clone().unwrap();
    let mut poll = Poll::new(deadline);
    poll = first.map_or(poll, |first| poll.with_first(first));
    poll = every.map_or(poll, |every| poll.with_every(every));
    poll = at_most.map_or(poll, |at_most| poll.with_at_most(at_most));
    poll = grow.map_or(poll, |grow| poll.with_grow(grow));
    poll = jitter.map_or(poll, |jitter| poll.with_jitter(jitter));
    poll = tries.map_or(poll, |tries| poll.with_tries(tries));
    poll = faults.map_or(poll, |faults| poll.with_faults(faults));
    Policy::new(&poll, &Limits::new(operation.limits.min_interval), true)
}

/// What a vendor answers, and what happens beside it.
#[derive(Clone, Copy, PartialEq)]
enum Vendors {
    /// The job runs on and on.
    Calm,
    /// A fault, again and again.
    Faulty,
    /// Whoever asks is asked to slow down.
    Throttling,
    /// Every other credential is refused.
    Forgetful,
    /// A webhook comes while the wait sleeps.
    Pushing,
    /// The job runs, by a rule with a pace of its own from this request on.
    Paced(Duration, u32),
}

/// What a wait did: its requests, and the shortest and the longest time between two.
#[derive(Debug, PartialEq)]
struct Done {
    requests: u64,
    shortest: Duration,
    longest: Duration,
}

fn wait(policy: &Policy, vendor: Vendors, seed: u64, most: u64) -> Done {
    let mut now = Duration::ZERO;
    let at = |now| Now { mono: now, wall: Duration::from_secs(1_700_000_000) + now };
    let mut core = Core::new(policy, at(now), seed);
    let mut done = Done { requests: 0, shortest: Duration::MAX, longest: Duration::ZERO };
    let mut last = None;
    while done.requests < most {
        match core.poll(policy, at(now)) {
            Action::Send { number, .. } => {
                if let Some(last) = last {
                    done.shortest = done.shortest.min(now - last);
                    done.longest = done.longest.max(now - last);
                }
                done.requests += 1;
                last = Some(now);
                core.handle(policy, at(now), Event::Sent { number });
                let verdict = match vendor {
                    Vendors::Faulty => Verdict::Transient,
                    Vendors::Throttling => Verdict::Throttled,
                    Vendors::Forgetful if number % 2 == 0 => Verdict::CredentialExpired,
                    _ => Verdict::State(State::Running),
                };
                let mut seen = Seen::new(verdict);
                seen.every = match vendor {
                    Vendors::Paced(every, from) if number >= from => Some(every),
                    _ => None,
                };
                core.handle(policy, at(now), Event::Reply { number, seen });
                if vendor == Vendors::Pushing {
                    core.handle(policy, at(now), Event::Push);
                }
            }
            Action::Sleep { until } => now = until,
            Action::Update(_) => {}
            Action::Done(_) => break,
            other => panic!("{other:?}"),
        }
    }
    done
}

const PACES: &[&str] = &[
    "deadline: 10m",
    "every: 5s, deadline: 10m",
    "every: 5s, deadline: 1ms",
    "every: 5s, deadline: 5s",
    "every: 5s, deadline: 5001ms",
    "first: 30s, every: 7s, deadline: 10m",
    "first: 10m, every: 7s, deadline: 10m",
    "every: 2s, grow: 2, at_most: 30s, deadline: 10m",
    "every: 2s, grow: 2, at_most: 30s, jitter: 0.2, deadline: 10m",
    "every: 1s, grow: 1.1, at_most: 1m, deadline: 1d",
    "every: 300ms, grow: 1.37, at_most: 7m, jitter: 1, deadline: 3h",
    "every: 5s, grow: 1000, at_most: 1h, deadline: 7d",
    "every: 5s, grow: 1, at_most: 1m, deadline: 1h",
    "every: 5s, at_most: 2m, deadline: 1h",
    "every: 5s, grow: 3, at_most: 5s, deadline: 1h",
    "every: 3ms, deadline: 2s",
    "every: 5s, tries: 4, deadline: 1h",
    "every: 5s, tries: 1, deadline: 1h",
    "every: 5s, grow: 2, at_most: 1m, tries: 40, deadline: 1d",
    "every: 15s, jitter: 0, deadline: 1d, tries: 4000",
];

const LIMITS: &[&str] = &["", "min_interval: 2s", "min_interval: 3ms"];

/// Every pace within every limit that it is not faster than.
fn operations() -> impl Iterator<Item = (String, Operation)> {
    let pairs = PACES.iter().flat_map(|pace| LIMITS.iter().map(move |limits| (*pace, *limits)));
    let is_allowed = |(pace, limits): &(&str, &str)| {
        *limits != "min_interval: 2s"
            || !["every: 1s", "every: 300ms", "every: 3ms"].iter().any(|fast| pace.contains(fast))
    };
    pairs.filter(is_allowed).map(|(pace, limits)| {
        (format!("{{ {pace} }} within {{ {limits} }}"), vendor(pace, limits).operations.swap_remove(0))
    })
}

#[test]
fn the_most_requests_are_those_of_the_core_without_jitter() {
    let mut looked_at = 0;
    for (name, mut operation) in operations() {
        let bounds = Bounds::of(&operation).unwrap();
        operation.poll.as_mut().unwrap().jitter = None;
        let done = wait(&policy(&operation), Vendors::Calm, 7, u64::MAX);
        assert_eq!(bounds.requests, done.requests, "{name}");
        if done.requests > 1 {
            assert_eq!(bounds.fastest, done.shortest, "{name}");
            assert!(bounds.slowest >= done.longest, "{name}");
        }
        looked_at += 1;
    }
    assert!(looked_at > 40);
}

#[test]
fn jitter_faults_and_throttling_only_make_it_slower() {
    for (name, mut operation) in operations() {
        let bounds = Bounds::of(&operation).unwrap();
        operation.poll.as_mut().unwrap().faults = Some(1000);
        for vendor in [Vendors::Calm, Vendors::Faulty, Vendors::Throttling] {
            for seed in 0..20 {
                let done = wait(&policy(&operation), vendor, seed, u64::MAX);
                assert!(done.requests <= bounds.requests, "{name}: {done:?}");
                if done.requests > 1 {
                    assert!(done.shortest >= bounds.fastest && done.longest <= bounds.slowed, "{name}: {done:?}");
                }
            }
        }
    }
}

#[test]
fn the_least_spacing_is_reached_and_never_passed() {
    for (name, operation) in operations() {
        let bounds = Bounds::of(&operation).unwrap();
        assert!(bounds.keeps_limit() && bounds.least >= bounds.limits.min_interval, "{name}");
        for vendor in [Vendors::Pushing, Vendors::Forgetful] {
            let done = wait(&policy(&operation), vendor, 7, 1000);
            // A renewed credential takes a second and a third request.
            if done.requests > 2 {
                assert_eq!(done.shortest, bounds.least, "{name}");
            }
        }
    }
}

#[test]
fn a_rule_with_a_pace_of_its_own_counts_where_it_is_faster() {
    const MOST: u64 = 3000;
    for every in [1, 700, 4000, 400_000].map(Duration::from_millis) {
        for (name, mut operation) in operations() {
            operation.poll.as_mut().unwrap().jitter = None;
            operation.reading.rules[1].every = Some(every);
            let bounds = Bounds::of(&operation).unwrap();
            // A pace that grows is slower than the rule's from some request on, so that one of these is the worst case.
            let vendors = (1..30).map(|from| Vendors::Paced(every, from)).chain([Vendors::Calm]);
            let all: Vec<_> = vendors.map(|vendor| wait(&policy(&operation), vendor, 7, MOST)).collect();
            let most = all.iter().map(|done| done.requests).max().unwrap();
            assert_eq!(most, bounds.requests.min(MOST), "{name}, {every:?}: {bounds:?}");
            for done in all.iter().filter(|done| done.requests > 1) {
                let fits = done.shortest >= bounds.fastest && done.longest <= bounds.slowest;
                assert!(fits, "{name}, {every:?}: {bounds:?} {done:?}");
            }
        }
    }
}

#[test]
fn paces_too_long_to_count_are_bounded_all_the_same() {
    let of = |pace: &str| Bounds::of(&vendor(pace, "").operations[0]).unwrap();
    assert_eq!(of("every: 1ms, deadline: 36500d").requests, 36_500 * 86_400 * 1000);
    // More than the core sends, and not by much: the pace is taken to grow no more after a million requests.
    let slow = of("every: 1ms, grow: 1.0000001, at_most: 1d, deadline: 36500d").requests;
    assert!((1_000_000..36_500 * 86_400 * 1000).contains(&slow), "{slow}");
}

#[test]
fn the_vendors_rates_bound_the_requests_too() {
    let of = |pace: &str, limits: &str| Bounds::of(&vendor(pace, limits).operations[0]).unwrap();
    assert_eq!(of("every: 1s, deadline: 10m", "rates: [20 per 1m]").requests, 200);
    assert_eq!(of("every: 1s, deadline: 601s", "rates: [20 per 1m]").requests, 220);
    assert_eq!(of("every: 1s, deadline: 10m", "rates: [20 per 1m, 100 per 1h]").requests, 100);
    assert_eq!(of("every: 5s, deadline: 10m", "rates: [20 per 1m]").requests, 120, "at its own pace");
    assert_eq!(of("every: 1s, deadline: 10m", "concurrent: 1").requests, 600);
}

#[test]
fn an_interval_per_job_bounds_a_wait_as_any_other_does() {
    let of = |limits: &str| Bounds::of(&vendor("every: 5s, deadline: 10m", limits).operations[0]).unwrap();
    let (per_job, plain) = (of("min_interval: 2s, per: job"), of("min_interval: 2s"));
    assert_eq!((per_job.least, per_job.requests), (plain.least, plain.requests));
    assert_eq!((per_job.limits.per, plain.limits.per), (model::Per::Job, model::Per::Client));
}

#[test]
fn what_cannot_be_waited_for_has_no_bounds() {
    let mut vendor = vendor("deadline: 1h", "");
    vendor.operations[0].safe_to_repeat = false;
    assert_eq!(Bounds::of(&vendor.operations[0]), None);
}
