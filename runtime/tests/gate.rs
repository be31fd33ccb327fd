//! The vendor's limits, kept by the waits that share a client. Those of single operations are in `own_limits.rs`.

mod support;

use std::future::IntoFuture;
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use settled::{BoxFuture, Client, Clock, Error, Limits, Rate, Settled};

use support::{NO_LIMITS, Script, TestClock, client, each_second, job, meta, ms, secs, status};

fn herd(client: &Client, limits: Limits, count: usize) -> Vec<BoxFuture<Result<Settled<u64>, Error>>> {
    let mut poll = each_second();
    poll.deadline = secs(10_000);
    let meta = meta(poll, limits, true);
    (0..count).map(|_| Box::pin(job(client, meta).wait().into_future()) as BoxFuture<_>).collect()
}

#[test]
fn waits_of_one_client_keep_the_vendors_minimum_together() {
    let clock = TestClock::default();
    let script = Script::new(&clock, ms(300), std::iter::repeat_n(status("working"), 40).chain([status("done")]));
    let client = client(&clock, &script);
    let mut herd = herd(&client, Limits::new(secs(2)), 10);
    herd.extend(self::herd(&client.clone(), Limits::new(secs(2)), 10));
    let settled = clock.run_all(herd);
    assert!(settled.iter().all(Result::is_ok));
    let sent = script.sent();
    assert_eq!(sent.len(), 60);
    assert!(sent.windows(2).all(|pair| pair[1].at - pair[0].ended.unwrap() >= secs(2)), "{sent:?}");
    let last = settled.iter().map(|settled| settled.as_ref().unwrap().attempts()).collect::<Vec<_>>();
    assert!(last.iter().all(|attempts| *attempts == 3), "in turn: {last:?}");
    assert_eq!(clock.mono(), ms(60 * 2300 - 2000), "and nobody waits for nothing");
}

#[test]
fn without_a_minimum_nobody_waits_for_another() {
    let clock = TestClock::default();
    let script = Script::new(&clock, ms(300), [status("done")]);
    let client = client(&clock, &script);
    clock.run_all(herd(&client, NO_LIMITS, 20));
    assert!(script.sent().iter().all(|sent| sent.at == Duration::ZERO));
}

#[test]
fn a_wait_that_is_dropped_frees_the_gate_wherever_it_is() {
    for polls in 0..6 {
        let clock = TestClock::default();
        let script = Script::new(&clock, ms(300), [status("working"), status("working"), status("done")]);
        let client = client(&clock, &script);
        let limits = Limits::new(secs(2));
        let mut dropped = herd(&client, limits, 2);
        for step in 0..polls {
            let mut cx = Context::from_waker(Waker::noop());
            dropped.iter_mut().for_each(|wait| assert!(wait.as_mut().poll(&mut cx).is_pending()));
            clock.advance_to(ms(step * 150));
        }
        drop(dropped);
        let before = script.count();
        assert!(script.sent().iter().all(|sent| sent.ended.is_some()), "nothing is left under way");
        let from = clock.mono();
        assert!(clock.run_all(herd(&client, limits, 1)).iter().all(Result::is_ok));
        let sent = script.sent();
        let pause = sent[before].at - from;
        assert!(pause <= secs(2), "{pause:?} after {polls} polls");
        assert!(sent.windows(2).all(|pair| pair[1].at - pair[0].ended.unwrap() >= secs(2)), "{sent:?}");
    }
}

#[test]
fn a_wait_that_nobody_polls_is_overtaken() {
    for polls in [1, 2] {
        let clock = TestClock::default();
        let script = Script::new(&clock, ms(300), [status("working"), status("done")]);
        let client = client(&clock, &script);
        let limits = Limits::new(secs(2));
        let mut forgotten = herd(&client, limits, 3);
        for _ in 0..polls {
            let mut cx = Context::from_waker(Waker::noop());
            forgotten.iter_mut().for_each(|wait| assert!(wait.as_mut().poll(&mut cx).is_pending()));
            clock.advance_to(clock.mono() + secs(3));
        }
        let settled = clock.run_all(herd(&client, limits, 2));
        assert!(settled.iter().all(Result::is_ok));
        assert!(clock.mono() < secs(60), "{:?}", clock.mono());
        drop(forgotten);
    }
}

#[test]
fn giving_up_the_first_place_calls_the_next_at_once() {
    let clock = TestClock::default();
    let script = Script::new(&clock, ms(300), [status("done")]);
    let client = client(&clock, &script);
    let mut waits = herd(&client, Limits::new(secs(2)), 3);
    let mut second = Some(waits.remove(1));
    let mut drop_at = clock.sleep_until(secs(1));
    let dropping: BoxFuture<()> = Box::pin(std::future::poll_fn(move |cx| {
        if drop_at.as_mut().poll(cx).is_ready() {
            second = None;
        }
        second.as_mut().map_or(Poll::Ready(()), |wait| wait.as_mut().poll(cx).map(|_| ()))
    }));
    let done = |wait: BoxFuture<_>| Box::pin(async { _ = wait.await }) as BoxFuture<()>;
    clock.run_all(vec![done(waits.remove(0)), dropping, done(waits.remove(0))]);
    let at: Vec<_> = script.sent().iter().map(|sent| sent.at).collect();
    assert_eq!(at, [Duration::ZERO, ms(2300)]);
}

#[test]
fn so_many_calls_are_started_within_a_time_and_no_more() {
    const RATES: &[Rate] =
        &[Rate { calls: 3, per: Duration::from_secs(1) }, Rate { calls: 10, per: Duration::from_secs(20) }];
    let clock = TestClock::default();
    let script = Script::new(&clock, ms(300), std::iter::repeat_n(status("working"), 40).chain([status("done")]));
    let client = client(&clock, &script);
    let limits = Limits::new(Duration::ZERO).with_rates(RATES);
    assert!(clock.run_all(herd(&client, limits, 20)).iter().all(Result::is_ok));
    let sent: Vec<_> = script.sent().iter().map(|sent| sent.at).collect();
    assert_eq!(sent.len(), 60);
    for (calls, per) in [(3, secs(1)), (10, secs(20))] {
        assert!(sent.windows(calls + 1).all(|some| some[calls] - some[0] >= per), "{calls}: {sent:?}");
    }
    assert_eq!(sent[..4], [Duration::ZERO, Duration::ZERO, Duration::ZERO, secs(1)], "and as soon as may be");
    assert_eq!(sent[59], secs(5 * 20 + 3));
}

#[test]
fn so_many_calls_are_under_way_at_once_and_no_more() {
    let clock = TestClock::default();
    let script = Script::new(&clock, ms(300), [status("done")]);
    let client = client(&clock, &script);
    let limits = Limits::new(Duration::ZERO).with_concurrent(4);
    assert!(clock.run_all(herd(&client, limits, 20)).iter().all(Result::is_ok));
    let sent = script.sent();
    let most = sent.iter().map(|one| {
        let under_way = |other: &&support::Sent| other.at <= one.at && other.ended.is_some_and(|ended| ended > one.at);
        sent.iter().filter(under_way).count()
    });
    assert_eq!(most.max(), Some(4));
    assert_eq!(clock.mono(), ms(5 * 300), "four at a time");
}

#[test]
fn a_call_that_is_given_up_gives_its_place_among_the_rates_to_nobody_and_its_place_under_way_back() {
    const RATES: &[Rate] = &[Rate { calls: 1, per: Duration::from_secs(10) }];
    let clock = TestClock::default();
    let script = Script::new(&clock, secs(5), [status("done")]);
    let client = client(&clock, &script);
    let limits = Limits::new(Duration::ZERO).with_rates(RATES).with_concurrent(1);
    let mut dropped = herd(&client, limits, 1).remove(0);
    assert!(dropped.as_mut().poll(&mut Context::from_waker(Waker::noop())).is_pending());
    drop(dropped);
    assert!(clock.run_all(herd(&client, limits, 1)).iter().all(Result::is_ok));
    let sent: Vec<_> = script.sent().iter().map(|sent| sent.at).collect();
    assert_eq!(sent, [Duration::ZERO, secs(10)], "the vendor has counted the first one");
}
