//! What the core promises whatever happens, as properties over random policies and histories.

mod support;

use std::time::Duration;

use proptest::prelude::*;
use settled::wait::{Action, Core, End, Event, Policy, Seen};
use settled::{FaultKind, Limits, Now, Poll, State, Verdict};

use support::{ms, secs};

const WALL: Duration = secs(1_700_000_000);
const RUNNING: Verdict = Verdict::State(State::Running);

/// What the world does with one request.
#[derive(Debug, Clone)]
struct Turn {
    held: Option<Duration>,
    took: Duration,
    what: What,
    push: bool,
    wall_jump: i64,
    late: Duration,
}

#[derive(Debug, Clone)]
enum What {
    Reply(Seen),
    Fault(FaultKind),
    Never,
}

#[derive(Debug, Default, PartialEq)]
struct Trace {
    actions: Vec<(Duration, Action)>,
    calls: Vec<(Duration, Duration)>,
    seen: Vec<Seen>,
    over: Option<(Duration, End)>,
    jumps: usize,
    held: usize,
}

const START: Now = Now { mono: secs(5), wall: WALL };

/// Plays a wait against the world. `saving` writes it down and loads it again at every step.
fn play(policy: &Policy, turns: &[Turn], seed: u64, saving: bool) -> Trace {
    let mut turns = turns.iter().cloned();
    let mut now = START;
    let mut core = Core::new(policy, now, seed);
    let mut trace = Trace::default();
    let mut flight: Option<(u32, Duration, What)> = None;
    let mut late = Duration::ZERO;
    for _ in 0..20_000 {
        if saving {
            core = Core::from_bytes(&core.to_bytes()).unwrap();
        }
        let action = core.poll(policy, now);
        trace.actions.push((now.mono, action));
        if !matches!(action, Action::AwaitReply { .. })
            && let Some((number, _, _)) = flight.take()
        {
            trace.calls[number as usize - 1].1 = now.mono;
        }
        let until = match action {
            Action::Update(_) => continue,
            Action::Done(end) => {
                trace.over = Some((now.mono, end));
                return trace;
            }
            Action::Send { number, limit, .. } => {
                assert!(limit <= policy.poll().request && !limit.is_zero());
                assert!(now.mono - START.mono + limit <= policy.poll().deadline, "a request reaches past the deadline");
                let turn = turns.next().unwrap_or(Turn {
                    held: None,
                    took: Duration::ZERO,
                    what: What::Reply(Seen::new(RUNNING)),
                    push: false,
                    wall_jump: 0,
                    late: Duration::ZERO,
                });
                trace.jumps += usize::from(turn.wall_jump != 0);
                now.wall = now.wall.saturating_add_signed(turn.wall_jump);
                late = turn.late;
                if let Some(held) = turn.held {
                    trace.held += 1;
                    core.handle(policy, now, Event::Held { until: now.mono + held });
                    continue;
                }
                core.handle(policy, now, Event::Sent { number });
                assert_eq!(core.number(), number);
                trace.calls.push((now.mono, now.mono));
                flight = Some((number, now.mono + turn.took, turn.what));
                if turn.push {
                    core.handle(policy, now, Event::Push);
                }
                continue;
            }
            Action::Sleep { until } | Action::AwaitReply { until } => until,
        };
        assert!(until > now.mono, "{action:?} lies in the past");
        let answer = match &flight {
            Some((_, at, what)) if !matches!(what, What::Never) && *at <= until => Some(*at),
            _ => None,
        };
        let to = answer.unwrap_or(until + std::mem::take(&mut late));
        now.wall += to.saturating_sub(now.mono);
        now.mono = to.max(now.mono);
        if answer.is_none() {
            core.handle(policy, now, Event::Woken);
            continue;
        }
        let Some((number, _, what)) = flight.take() else { continue };
        trace.calls[number as usize - 1].1 = now.mono;
        match what {
            What::Reply(seen) => {
                trace.seen.push(seen);
                core.handle(policy, now, Event::Reply { number, seen });
            }
            What::Fault(kind) => core.handle(policy, now, Event::Fault { number, kind }),
            What::Never => {}
        }
    }
    trace
}

trait AddSigned {
    fn saturating_add_signed(self, secs: i64) -> Duration;
}

impl AddSigned for Duration {
    fn saturating_add_signed(self, by: i64) -> Duration {
        let by_secs = secs(by.unsigned_abs());
        if by < 0 { self.saturating_sub(by_secs) } else { self.saturating_add(by_secs) }
    }
}

fn any_time() -> impl Strategy<Value = Duration> {
    prop_oneof![
        Just(Duration::ZERO),
        (0u64..2_000_000).prop_map(Duration::from_nanos),
        (1u64..5_000).prop_map(ms),
        (1u64..200).prop_map(secs),
    ]
}

fn any_factor() -> impl Strategy<Value = f64> {
    prop_oneof![Just(1.0), 0.0..4.0f64, any::<f64>()]
}

prop_compose! {
    fn any_policy()(
        times in [any_time(), any_time(), any_time(), any_time(), any_time(), any_time()],
        factors in [any_factor(), any_factor()],
        tries in proptest::option::of(0u32..40),
        faults in 0u32..6,
        periods in 0u32..150,
        extra in any_time(),
        refreshable in any::<bool>(),
    ) -> Policy {
        let [first, every, at_most, unknown_for, request, gap] = times;
        let every_at_least = every.max(gap).max(ms(1));
        let mut poll = Poll::new(every_at_least.saturating_mul(periods).saturating_add(extra.min(every_at_least * 50)));
        (poll.first, poll.every, poll.at_most) = (first, every, at_most);
        (poll.unknown_for, poll.request) = (unknown_for, request);
        (poll.grow, poll.jitter, poll.tries, poll.faults) = (factors[0], factors[1], tries, faults);
        Policy::new(&poll, &Limits::new(gap), refreshable)
    }
}

fn any_verdict() -> impl Strategy<Value = Verdict> {
    prop_oneof![
        12 => Just(RUNNING),
        4 => Just(Verdict::State(State::Pending)),
        4 => Just(Verdict::Unknown),
        2 => Just(Verdict::Unchanged),
        3 => Just(Verdict::Throttled),
        3 => Just(Verdict::Transient),
        2 => Just(Verdict::Unreadable),
        2 => Just(Verdict::CredentialExpired),
        1 => proptest::sample::select(State::ALL.to_vec()).prop_map(Verdict::State),
        1 => Just(Verdict::RequestError),
        1 => Just(Verdict::Unverified),
    ]
}

prop_compose! {
    fn any_turn()(
        held in proptest::option::weighted(0.1, any_time().prop_map(|time| time + Duration::from_nanos(1))),
        took in any_time(),
        verdict in any_verdict(),
        hint in proptest::option::weighted(0.2, any_time()),
        every in proptest::option::weighted(0.2, any_time()),
        confirm in 0u8..4,
        kind in 0u8..10,
        push in proptest::bool::weighted(0.1),
        wall_jump in prop_oneof![9 => Just(0i64), 1 => -100_000i64..100],
        late in prop_oneof![8 => Just(Duration::ZERO), 1 => any_time()],
    ) -> Turn {
        let mut seen = Seen::new(verdict);
        (seen.hint, seen.every, seen.confirm) = (hint, every, confirm);
        let what = match kind {
            0 => What::Fault(FaultKind::NotConnected),
            1 => What::Fault(FaultKind::TooLarge),
            2 => What::Never,
            _ => What::Reply(seen),
        };
        Turn { held, took, what, push, wall_jump, late }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]

    #[test]
    fn promises_hold(
        policy in any_policy(),
        turns in proptest::collection::vec(any_turn(), 0..40),
        seed in any::<u64>(),
    ) {
        let trace = play(&policy, &turns, seed, false);
        let poll = policy.poll();
        for pair in trace.calls.windows(2) {
            prop_assert!(pair[1].0 - pair[0].1 >= policy.gap(), "{:?}", pair);
        }
        prop_assert!(policy.gap() >= ms(1));
        for (start, end) in &trace.calls {
            prop_assert!(*start - START.mono < poll.deadline, "a request after the deadline");
            prop_assert!(end >= start);
        }
        if let Some(tries) = poll.tries {
            prop_assert!(trace.calls.len() <= tries as usize);
        }
        let (at, end) = trace.over.expect("every wait comes to its end");
        let late = turns.iter().map(|turn| turn.late).max().unwrap_or_default();
        prop_assert!(at - START.mono <= poll.deadline + late, "it ends at the deadline, or when next looked at");
        if let End::Settled { state, .. } = end {
            let last = trace.seen.last().expect("only a reply settles");
            let row = trace.seen.iter().rev().take(usize::from(last.confirm.max(1)));
            prop_assert!(row.len() >= usize::from(last.confirm), "believed after too few replies");
            for seen in row {
                prop_assert_eq!(seen.verdict, Verdict::State(state), "only replies that say so settle");
            }
        }
        // Per request: offered, awaited, told, slept for, and one more for each thing that interferes; per minute: one
        // look.
        let minutes = (at - START.mono).as_secs() / 60;
        let bound = 6 * trace.calls.len() + 4 * (trace.held + trace.jumps) + 2 * usize::try_from(minutes).unwrap() + 10;
        prop_assert!(trace.actions.len() <= bound, "{} polls, {bound} at most", trace.actions.len());
    }

    #[test]
    fn equal_seeds_make_equal_waits_and_saving_changes_nothing(
        policy in any_policy(),
        turns in proptest::collection::vec(any_turn(), 0..40),
        seed in any::<u64>(),
    ) {
        let trace = play(&policy, &turns, seed, false);
        prop_assert_eq!(&trace, &play(&policy, &turns, seed, false));
        prop_assert_eq!(&trace, &play(&policy, &turns, seed, true));
    }

    #[test]
    fn no_bytes_make_it_panic(
        bytes in proptest::collection::vec(any::<u8>(), Core::BYTES),
        policy in any_policy(),
        mono in any_time(),
    ) {
        let mut bytes = bytes;
        bytes[0] = 2;
        for (position, below) in [(57, 9), (58, 17), (59, 22), (60, 32)] {
            bytes[position] %= below;
        }
        if let Ok(mut core) = Core::from_bytes(&bytes) {
            let now = Now { mono, wall: WALL };
            core.poll(&policy, now);
            core.rebase(&policy, now);
            core.handle(&policy, now, Event::Push);
            core.poll(&policy, now);
        }
    }
}
