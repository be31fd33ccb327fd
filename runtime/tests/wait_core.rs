//! The core: each sentence of its contract as a table. Its promises as properties are in `wait_properties.rs`.

mod support;

use std::time::Duration;

use settled::wait::{Action, Cause, Core, End, Event, Policy, Seen};
use settled::{FaultKind, Limits, Now, Poll, State, Verdict};

use support::{each_second, ms, secs};

const WALL: Duration = secs(1_700_000_000);
const RUNNING: Verdict = Verdict::State(State::Running);
const DONE: Verdict = Verdict::State(State::Succeeded);

#[test]
fn the_state_of_a_wait_fits_64_bytes() {
    assert!(size_of::<Core>() <= 64, "{}", size_of::<Core>());
    const { assert!(Core::BYTES <= 64) };
}

/// A core by hand: time goes on as told.
struct Bench {
    core: Core,
    policy: Policy,
    now: Now,
}

impl Bench {
    fn new(poll: Poll, min_interval: Duration) -> Self {
        Bench::with(Policy::new(&poll, &Limits::new(min_interval), true))
    }

    fn with(policy: Policy) -> Self {
        let now = Now { mono: secs(1000), wall: WALL };
        Bench { core: Core::new(&policy, now, 7), policy, now }
    }

    fn tell(&mut self, event: Event) {
        self.core.handle(&self.policy, self.now, event);
    }

    fn pass(&mut self, time: Duration) {
        self.now = Now { mono: self.now.mono + time, wall: self.now.wall + time };
    }

    /// The next action that is no update.
    fn act(&mut self) -> Action {
        loop {
            match self.core.poll(&self.policy, self.now) {
                Action::Update(_) => {}
                action => return action,
            }
        }
    }

    /// Lets time pass up to the next request, and gives how long that took.
    fn send(&mut self) -> Duration {
        let from = self.now.mono;
        loop {
            match self.act() {
                Action::Send { number, .. } => {
                    self.tell(Event::Sent { number });
                    return self.now.mono - from;
                }
                Action::Sleep { until } => self.pass(until - self.now.mono),
                other => panic!("no request comes: {other:?}"),
            }
        }
    }

    fn reply(&mut self, seen: Seen) {
        self.tell(Event::Reply { number: self.core.number(), seen });
    }

    fn verdict(&mut self, verdict: Verdict) {
        self.reply(Seen::new(verdict));
    }

    fn fault(&mut self, kind: FaultKind) {
        self.tell(Event::Fault { number: self.core.number(), kind });
    }

    fn end(&mut self) -> End {
        loop {
            match self.act() {
                Action::Done(end) => return end,
                Action::Sleep { until } | Action::AwaitReply { until } => self.pass(until - self.now.mono),
                Action::Send { number, .. } => self.tell(Event::Sent { number }),
                Action::Update(_) => {}
            }
        }
    }

    fn is_done(&mut self, end: End) {
        assert_eq!(self.act(), Action::Done(end));
    }
}

fn hinted(verdict: Verdict, hint: Duration) -> Seen {
    let mut seen = Seen::new(verdict);
    seen.hint = Some(hint);
    seen
}

#[test]
fn the_interval_grows_to_at_most() {
    let mut poll = each_second();
    (poll.first, poll.grow, poll.at_most) = (secs(3), 2.0, secs(5));
    let mut bench = Bench::new(poll, Duration::ZERO);
    let mut waits = Vec::new();
    for _ in 0..6 {
        waits.push(bench.send());
        bench.pass(ms(300));
        bench.verdict(RUNNING);
    }
    assert_eq!(waits, [3, 1, 2, 4, 5, 5].map(secs), "counted from the end of each request");
}

#[test]
fn jitter_only_adds() {
    let mut poll = each_second();
    poll.jitter = 0.5;
    let mut bench = Bench::new(poll, Duration::ZERO);
    bench.send();
    let mut waits = Vec::new();
    for _ in 0..50 {
        bench.verdict(RUNNING);
        waits.push(bench.send());
    }
    assert!(waits.iter().all(|wait| (ms(1000)..ms(1500)).contains(wait)), "{waits:?}");
    assert!(waits.iter().any(|wait| *wait != waits[0]));
}

#[test]
fn the_vendors_minimum_binds_the_caller() {
    let mut poll = each_second();
    (poll.every, poll.at_most) = (Duration::ZERO, Duration::ZERO);
    let mut bench = Bench::new(poll, secs(2));
    bench.send();
    bench.verdict(RUNNING);
    assert_eq!(bench.send(), secs(2));
    let mut bench = Bench::new(poll, Duration::ZERO);
    bench.send();
    bench.verdict(RUNNING);
    assert_eq!(bench.send(), ms(1), "never without a pause");
}

#[test]
fn hints_move_later_and_never_earlier() {
    let mut bench = Bench::new(each_second(), Duration::ZERO);
    for (hint, wait) in [(secs(30), secs(30)), (Duration::ZERO, secs(1)), (ms(10), secs(1))] {
        bench.send();
        bench.reply(hinted(RUNNING, hint));
        assert_eq!(bench.send(), wait);
        bench.verdict(RUNNING);
    }
}

#[test]
fn a_hint_beyond_the_deadline_ends_at_once() {
    for verdict in [RUNNING, Verdict::Throttled, Verdict::Transient, Verdict::Unknown, Verdict::Unchanged] {
        let mut bench = Bench::new(each_second(), Duration::ZERO);
        bench.send();
        bench.reply(hinted(verdict, secs(601)));
        bench.is_done(End::Deadline { asked: Some(secs(601)) });
    }
    let mut bench = Bench::new(each_second(), Duration::ZERO);
    bench.send();
    bench.reply(hinted(DONE, secs(601)));
    bench.is_done(End::Settled { state: State::Succeeded, partial: false, revisable: false });
}

#[test]
fn the_deadline_is_waited_for_and_no_request_passes_it() {
    let mut poll = each_second();
    (poll.every, poll.at_most, poll.deadline) = (secs(7), secs(7), secs(10));
    let mut bench = Bench::new(poll, Duration::ZERO);
    bench.send();
    bench.verdict(RUNNING);
    assert_eq!(bench.send(), secs(7));
    bench.verdict(RUNNING);
    assert_eq!(bench.act(), Action::Sleep { until: secs(1010) });
    assert_eq!(bench.end(), End::Deadline { asked: None });
    assert_eq!(bench.now.mono, secs(1010));
}

#[test]
fn a_request_is_cut_at_its_time_and_at_the_deadline() {
    let mut poll = each_second();
    (poll.deadline, poll.request, poll.faults) = (secs(40), secs(30), 9);
    let mut bench = Bench::new(poll, Duration::ZERO);
    assert_eq!(bench.act(), Action::Send { number: 1, limit: secs(30), renew: false });
    bench.tell(Event::Sent { number: 1 });
    assert_eq!(bench.act(), Action::AwaitReply { until: secs(1030) });
    bench.pass(secs(30));
    let Action::Update(notice) = bench.core.poll(&bench.policy, bench.now) else { panic!("no update") };
    assert_eq!(notice.cause, Cause::Fault(FaultKind::TimedOut));
    bench.pass(secs(1));
    assert_eq!(bench.act(), Action::Send { number: 2, limit: secs(9), renew: false });
    bench.tell(Event::Sent { number: 2 });
    assert_eq!(bench.act(), Action::AwaitReply { until: secs(1040) });
    bench.pass(secs(9));
    bench.is_done(End::Deadline { asked: None });
}

#[test]
fn the_wall_clock_ends_a_wait_and_cannot_prolong_it() {
    let mut bench = Bench::new(each_second(), Duration::ZERO);
    bench.send();
    bench.now.wall += secs(600);
    bench.is_done(End::Deadline { asked: None });

    let mut bench = Bench::new(each_second(), Duration::ZERO);
    bench.now.wall -= secs(86_400);
    for _ in 0..600 {
        bench.send();
        bench.verdict(RUNNING);
    }
    assert_eq!(bench.end(), End::Deadline { asked: None });
    assert_eq!(bench.now.mono, secs(1600));
}

#[test]
fn long_sleeps_are_sliced() {
    let mut poll = each_second();
    (poll.first, poll.deadline) = (secs(3600), secs(86_400));
    let mut bench = Bench::new(poll, Duration::ZERO);
    assert_eq!(bench.act(), Action::Sleep { until: secs(1060) });
    assert_eq!(bench.send(), secs(3600));
}

#[test]
fn faults_are_borne_and_slow_down() {
    let kinds = [Verdict::Transient, Verdict::Unreadable];
    let mut bench = Bench::new(each_second(), Duration::ZERO);
    bench.send();
    bench.verdict(RUNNING);
    let mut waits = Vec::new();
    for index in 0..5 {
        waits.push(bench.send());
        if index == 2 {
            bench.fault(FaultKind::NotConnected)
        } else {
            bench.verdict(kinds[index % 2])
        }
        assert_eq!(bench.core.state(), Some(State::Running), "the state is kept");
    }
    waits.push(bench.send());
    assert_eq!(waits, [1, 1, 2, 4, 8, 16].map(secs));
    bench.verdict(Verdict::Transient);
    bench.is_done(End::Faults(Cause::Verdict(Verdict::Transient)));

    for calm in [RUNNING, Verdict::Unchanged, Verdict::Unknown] {
        let mut bench = Bench::new(each_second(), Duration::ZERO);
        for _ in 0..4 {
            for _ in 0..5 {
                bench.send();
                bench.fault(FaultKind::Broken);
            }
            bench.send();
            bench.verdict(calm);
        }
        assert!(!bench.core.is_over(), "{calm} starts the count anew");
    }
}

#[test]
fn no_fault_slows_down_beyond_a_minute_or_at_most() {
    let mut poll = each_second();
    (poll.faults, poll.deadline) = (60_000, secs(1_000_000));
    let mut bench = Bench::new(poll, Duration::ZERO);
    for _ in 0..40 {
        bench.send();
        bench.fault(FaultKind::Broken);
    }
    assert_eq!(bench.send(), secs(60));
    (poll.every, poll.at_most) = (secs(300), secs(300));
    let mut bench = Bench::new(poll, Duration::ZERO);
    for _ in 0..4 {
        bench.send();
        bench.fault(FaultKind::Broken);
    }
    assert_eq!(bench.send(), secs(300));
}

#[test]
fn throttling_slows_down_and_is_no_fault() {
    let mut poll = each_second();
    poll.deadline = secs(86_400);
    let mut bench = Bench::new(poll, Duration::ZERO);
    let mut waits = Vec::new();
    for _ in 0..8 {
        bench.send();
        bench.verdict(Verdict::Throttled);
        waits.push(bench.send());
        bench.verdict(Verdict::Throttled);
    }
    assert_eq!(waits[..3], [2, 8, 32].map(secs));
    assert_eq!(waits[7], secs(60));
    bench.send();
    bench.reply(hinted(Verdict::Throttled, secs(90)));
    assert_eq!(bench.send(), secs(90), "a later hint wins");
}

#[test]
fn what_was_asked_before_the_wait_counts_until_the_first_request() {
    let mut poll = each_second();
    poll.first = secs(2);
    for (wait, first) in [(ms(1), secs(2)), (secs(30), secs(30)), (Duration::ZERO, secs(2))] {
        let mut bench = Bench::new(poll, Duration::ZERO);
        bench.tell(Event::Asked { wait });
        assert_eq!(bench.send(), first);
        bench.tell(Event::Asked { wait: secs(50) });
        bench.verdict(RUNNING);
        bench.tell(Event::Asked { wait: secs(50) });
        assert_eq!(bench.send(), secs(1));
    }
    let mut bench = Bench::new(poll, Duration::ZERO);
    bench.tell(Event::Asked { wait: secs(600) });
    bench.is_done(End::Deadline { asked: Some(secs(600)) });
    let mut bench = Bench::new(poll, Duration::ZERO);
    bench.tell(Event::Asked { wait: secs(599) });
    assert_eq!(bench.send(), secs(599));
    let mut bench = Bench::new(poll, Duration::ZERO);
    bench.tell(Event::Asked { wait: secs(30) });
    bench.tell(Event::Push);
    assert_eq!(bench.send(), Duration::ZERO, "news of the job are news");
}

#[test]
fn a_push_asks_now_within_the_limits() {
    let mut poll = each_second();
    (poll.every, poll.at_most) = (secs(60), secs(60));
    let mut bench = Bench::new(poll, secs(2));
    bench.send();
    bench.reply(hinted(RUNNING, secs(30)));
    bench.pass(ms(500));
    bench.tell(Event::Push);
    assert_eq!(bench.send(), ms(1500));
    bench.tell(Event::Push);
    bench.pass(secs(1));
    bench.verdict(RUNNING);
    assert_eq!(bench.send(), secs(2), "one that came during a request counts after it");
    bench.reply(hinted(Verdict::Throttled, secs(100)));
    bench.tell(Event::Push);
    assert_eq!(bench.send(), secs(100), "a throttling vendor is obeyed");
}

#[test]
fn a_credential_is_renewed_once() {
    let mut bench = Bench::new(each_second(), secs(2));
    bench.send();
    bench.verdict(Verdict::CredentialExpired);
    bench.pass(secs(2));
    assert!(matches!(bench.act(), Action::Send { renew: true, .. }));
    bench.send();
    bench.verdict(RUNNING);
    bench.send();
    bench.verdict(Verdict::CredentialExpired);
    bench.send();
    bench.verdict(Verdict::CredentialExpired);
    bench.is_done(End::Request);

    let mut bench = Bench::with(Policy::new(&each_second(), &Limits::default(), false));
    bench.send();
    bench.verdict(Verdict::CredentialExpired);
    bench.is_done(End::Request);
}

#[test]
fn unknown_words_are_told_once_and_end_after_their_time() {
    let mut poll = each_second();
    poll.unknown_for = secs(10);
    let mut bench = Bench::new(poll, Duration::ZERO);
    let mut notices = 0;
    for index in 0..30 {
        assert_eq!(bench.send(), if index == 0 { Duration::ZERO } else { secs(1) }, "the normal pace");
        bench.verdict(if index == 8 { RUNNING } else { Verdict::Unknown });
        while let Action::Update(notice) = bench.core.poll(&bench.policy, bench.now) {
            notices += usize::from(notice.cause == Cause::Verdict(Verdict::Unknown));
        }
        if bench.core.is_over() {
            assert_eq!(index, 19, "ten seconds after the first one since the last known state");
            break;
        }
    }
    assert_eq!(notices, 2);
    bench.is_done(End::Unknown);
}

#[test]
fn other_verdicts_end_at_once() {
    let mut vendor = Seen::new(Verdict::RequestError);
    vendor.vendor_error = true;
    let mut word = Seen::new(Verdict::State(State::Running));
    word.milestone = true;
    let mut partial = Seen::new(Verdict::State(State::Failed));
    (partial.partial, partial.revisable) = (true, true);
    let ends = [
        (vendor, End::Vendor),
        (Seen::new(Verdict::RequestError), End::Request),
        (Seen::new(Verdict::Unverified), End::Unverified),
        (word, End::Milestone),
        (partial, End::Settled { state: State::Failed, partial: true, revisable: true }),
    ];
    for (seen, end) in ends {
        let mut bench = Bench::new(each_second(), Duration::ZERO);
        bench.send();
        bench.reply(seen);
        bench.is_done(end);
        bench.tell(Event::Cancelled);
        bench.verdict(DONE);
        bench.is_done(end);
    }
    let mut bench = Bench::new(each_second(), Duration::ZERO);
    bench.send();
    bench.fault(FaultKind::Redirected);
    bench.is_done(End::Request);
    let mut bench = Bench::new(each_second(), Duration::ZERO);
    bench.tell(Event::Cancelled);
    bench.is_done(End::Cancelled);
}

#[test]
fn tries_end_right_after_the_last_reply() {
    let mut poll = each_second();
    poll.tries = Some(2);
    let mut bench = Bench::new(poll, Duration::ZERO);
    bench.send();
    bench.verdict(RUNNING);
    bench.send();
    bench.verdict(RUNNING);
    bench.is_done(End::Tries);
    poll.tries = Some(0);
    Bench::new(poll, Duration::ZERO).is_done(End::Tries);
}

#[test]
fn the_reply_to_an_overtaken_request_is_ignored() {
    let mut bench = Bench::new(each_second(), Duration::ZERO);
    bench.verdict(DONE);
    bench.send();
    bench.pass(secs(31));
    bench.act();
    bench.verdict(DONE);
    assert!(!bench.core.is_over());
    bench.send();
    bench.tell(Event::Reply { number: 1, seen: Seen::new(DONE) });
    assert!(!bench.core.is_over());
    bench.verdict(DONE);
    assert!(bench.core.is_over());
}

#[test]
fn bad_policies_are_made_sane() {
    let mut poll = Poll::new(Duration::MAX);
    (poll.first, poll.every, poll.at_most) = (Duration::MAX, Duration::ZERO, Duration::ZERO);
    (poll.request, poll.unknown_for, poll.faults) = (Duration::ZERO, Duration::MAX, u32::MAX);
    for (grow, jitter) in
        [(f64::NAN, f64::NAN), (-1.0, -1.0), (f64::INFINITY, f64::INFINITY), (1e308, 1e308), (0.0, 0.0)]
    {
        (poll.grow, poll.jitter) = (grow, jitter);
        for min_interval in [Duration::ZERO, Duration::MAX] {
            let policy = Policy::new(&poll, &Limits::new(min_interval), true);
            let sane = policy.poll();
            assert!(sane.every >= ms(1) && sane.at_most >= sane.every && sane.request >= ms(1));
            assert!((1.0..=1000.0).contains(&sane.grow) && (0.0..=1.0).contains(&sane.jitter));
            let mut core = Core::new(&policy, Now { mono: Duration::MAX, wall: Duration::MAX }, 1);
            core.poll(&policy, Now { mono: Duration::ZERO, wall: Duration::MAX });
        }
    }
}

#[test]
fn a_wait_goes_on_in_another_process() {
    let mut poll = each_second();
    poll.faults = 100;
    let mut bench = Bench::new(poll, secs(2));
    bench.send();
    bench.verdict(RUNNING);
    let saved = bench.core.to_bytes();
    let mut core = Core::from_bytes(&saved).unwrap();
    let now = Now { mono: secs(1), wall: bench.now.wall + secs(100) };
    core.rebase(&bench.policy, now);
    bench.core = core;
    bench.now = now;
    assert_eq!(bench.send(), Duration::ZERO, "it is due since long");
    let in_flight = bench.core.to_bytes();
    bench.core = Core::from_bytes(&in_flight).unwrap();
    bench.now = Now { mono: secs(50), wall: bench.now.wall + secs(1) };
    bench.core.rebase(&bench.policy, bench.now);
    assert_eq!(bench.send(), secs(2), "a lost request is asked again, after the minimum");
    assert_eq!(bench.end(), End::Deadline { asked: None });
    assert_eq!(bench.now.wall, WALL + secs(600), "the deadline stays where it was");
}

#[test]
fn bad_bytes_are_refused() {
    let bench = Bench::new(each_second(), Duration::ZERO);
    let good = bench.core.to_bytes();
    assert!(Core::from_bytes(&good).is_ok());
    for length in 0..good.len() {
        assert!(Core::from_bytes(&good[..length]).is_err(), "{length}");
    }
    assert!(Core::from_bytes(&[good.as_slice(), &[0]].concat()).is_err());
    for (position, byte) in [(0, 1), (57, 9), (58, 0), (58, 17), (58, 3), (58, 11), (59, 22), (60, 32)] {
        let mut bad = good;
        bad[position] = byte;
        assert!(Core::from_bytes(&bad).is_err(), "byte {position} = {byte}");
    }
}

/// Seen so often in a row before it is believed.
fn settled(state: State, confirm: u8) -> Seen {
    let mut seen = Seen::new(Verdict::State(state));
    seen.confirm = confirm;
    seen
}

#[test]
fn a_state_that_must_be_confirmed_is_believed_when_it_was_seen_often_enough_in_a_row() {
    let mut bench = Bench::new(each_second(), Duration::ZERO);
    for (seen, believed) in [
        (settled(State::Failed, 2), None),
        (Seen::new(RUNNING), Some(State::Running)),
        (settled(State::Failed, 3), Some(State::Running)),
        (settled(State::Failed, 3), Some(State::Running)),
        (settled(State::Succeeded, 2), Some(State::Running)),
        (settled(State::Failed, 3), Some(State::Running)),
        (Seen::new(Verdict::Transient), Some(State::Running)),
        (settled(State::Failed, 2), Some(State::Running)),
    ] {
        bench.send();
        bench.reply(seen);
        assert_eq!(bench.core.state(), believed, "{seen:?}");
        assert!(!bench.core.is_over(), "{seen:?}");
    }
    let mut partial = settled(State::Failed, 2);
    partial.partial = true;
    for seen in [partial, partial] {
        assert!(!bench.core.is_over(), "what is told otherwise is another state");
        bench.send();
        bench.core = Core::from_bytes(&bench.core.to_bytes()).unwrap();
        bench.reply(seen);
    }
    assert_eq!(bench.end(), End::Settled { state: State::Failed, partial: true, revisable: false });
}

#[test]
fn a_fault_between_two_replies_ends_a_row() {
    let mut bench = Bench::new(each_second(), Duration::ZERO);
    bench.send();
    bench.reply(settled(State::Succeeded, 2));
    bench.send();
    bench.fault(FaultKind::Broken);
    bench.send();
    bench.reply(settled(State::Succeeded, 2));
    assert!(!bench.core.is_over());
    bench.send();
    bench.reply(settled(State::Succeeded, 2));
    assert_eq!(bench.end(), End::Settled { state: State::Succeeded, partial: false, revisable: false });
}

#[test]
fn a_rule_has_a_pace_of_its_own_within_the_vendors_limits() {
    let mut bench = Bench::new(each_second(), ms(500));
    let paced = |every: Duration| {
        let mut seen = Seen::new(RUNNING);
        seen.every = Some(every);
        seen
    };
    bench.send();
    bench.reply(paced(secs(30)));
    assert_eq!(bench.send(), secs(30), "slower than the policy");
    bench.reply(paced(ms(600)));
    assert_eq!(bench.send(), ms(600), "faster than the policy");
    bench.reply(paced(ms(1)));
    assert_eq!(bench.send(), ms(500), "never faster than the vendor allows");
    bench.verdict(RUNNING);
    assert_eq!(bench.send(), secs(1), "without one, the policy's");
}
