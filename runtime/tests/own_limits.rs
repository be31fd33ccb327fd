//! Limits of single operations and of single waits, beside those of all operations of a client.

mod support;

use std::future::IntoFuture;
use std::task::{Context, Waker};
use std::time::Duration;

use proptest::prelude::*;
use settled::{BoxFuture, Call, Client, Clock, Limits, Meta, Per, Rate};

use support::{Job, Script, Sent, TestClock, client, each_second, meta_of, ms, secs, status};

const TOOK: Duration = ms(300);

fn operation(name: &'static str, limits: Limits) -> &'static Meta {
    let mut poll = each_second();
    poll.deadline = secs(100_000);
    meta_of(name, poll, limits, true)
}

fn call(client: &Client, meta: &'static Meta) -> Call<u64> {
    Call::new(client.clone(), Job { meta, id: meta.operation.to_owned() })
}

/// A call that is made at a moment.
fn at(clock: &TestClock, client: &Client, moment: Duration, meta: &'static Meta) -> BoxFuture<()> {
    let (arrival, call) = (clock.sleep_until(moment), call(client, meta));
    Box::pin(async move {
        arrival.await;
        call.send().await.unwrap();
    })
}

fn vendor() -> (TestClock, Script, Client) {
    let clock = TestClock::default();
    let script = Script::new(&clock, TOOK, [status("done")]);
    let client = client(&clock, &script);
    (clock, script, client)
}

fn is_of(sent: &Sent, meta: &Meta) -> bool {
    sent.uri.contains(&format!("/jobs/{}?", meta.operation))
}

fn starts(script: &Script, meta: &Meta) -> Vec<Duration> {
    script.sent().iter().filter(|sent| is_of(sent, meta)).map(|sent| sent.at).collect()
}

#[test]
fn rates_of_operations_are_counted_for_each_alone() {
    const CREATE: &[Rate] = &[Rate { calls: 1, per: Duration::from_secs(60) }];
    const ASK: &[Rate] = &[Rate { calls: 2, per: Duration::from_secs(1) }];
    let (clock, script, client) = vendor();
    let create = operation("create", Limits::default().with_own_rates(CREATE));
    let ask = operation("ask", Limits::default().with_own_rates(ASK));
    let calls = [create, create, create, ask, ask, ask, ask, ask];
    clock.run_all(calls.map(|meta| at(&clock, &client.clone(), Duration::ZERO, meta)).into());
    assert_eq!(starts(&script, create), [0, 60, 120].map(secs));
    assert_eq!(starts(&script, ask), [0, 0, 1, 1, 2].map(secs), "nobody waits for what another operation may not");
}

#[test]
fn a_key_of_an_operation_takes_the_place_of_the_vendors_and_the_others_stay_shared() {
    let (clock, script, client) = vendor();
    let vendors = Limits::new(secs(2)).with_concurrent(2);
    let (plain, other) = (operation("plain", vendors), operation("other", vendors));
    let own = operation("own", Limits::new(secs(5)).with_per(Per::Operation).with_concurrent(2));
    let calls = [plain, own, other, own, plain];
    clock.run_all(calls.map(|meta| at(&clock, &client, Duration::ZERO, meta)).into());
    assert_eq!(starts(&script, own), [ms(0), ms(5300)]);
    assert_eq!(starts(&script, plain), [ms(0), ms(4600)]);
    assert_eq!(starts(&script, other), [ms(2300)]);

    let (clock, script, client) = vendor();
    let own = operation("own", Limits::default().with_own_concurrent(1));
    let shared = operation("shared", Limits::default().with_concurrent(1));
    let calls = [own, own, shared, shared];
    clock.run_all(calls.map(|meta| at(&clock, &client, Duration::ZERO, meta)).into());
    assert_eq!((starts(&script, own), starts(&script, shared)), (vec![ms(0), ms(300)], vec![ms(0), ms(300)]));
}

#[test]
fn what_its_own_limit_holds_stands_in_nobodys_way_and_loses_no_turn() {
    const RARE: &[Rate] = &[Rate { calls: 1, per: Duration::from_secs(60) }];
    let (clock, script, client) = vendor();
    let rare = operation("rare", Limits::new(secs(2)).with_own_rates(RARE));
    let often = operation("often", Limits::new(secs(2)));
    let calls = [rare, rare].into_iter().chain(std::iter::repeat_n(often, 40));
    clock.run_all(calls.map(|meta| at(&clock, &client, Duration::ZERO, meta)).collect());
    let all: Vec<_> = script.sent().iter().map(|sent| sent.at).collect();
    assert!(all.windows(2).all(|pair| pair[1] - pair[0] == ms(2300)), "{all:?}");
    let rare = starts(&script, rare);
    assert_eq!(rare, [Duration::ZERO, ms(27 * 2300)], "the first turn after a minute");
}

#[test]
fn a_call_that_nobody_polls_is_overtaken_by_those_of_other_operations_too() {
    let (clock, script, client) = vendor();
    let limits = Limits::new(secs(2));
    let (one, other) = (operation("one", limits), operation("other", limits));
    let mut forgotten: Vec<_> = [one, one, other].map(|meta| at(&clock, &client, Duration::ZERO, meta)).into();
    let mut cx = Context::from_waker(Waker::noop());
    forgotten.iter_mut().for_each(|call| assert!(call.as_mut().poll(&mut cx).is_pending()));
    clock.advance_to(secs(40));
    clock.run_all([other, one, other].map(|meta| at(&clock, &client, Duration::ZERO, meta)).into());
    assert!(clock.mono() < secs(100), "{:?}", clock.mono());
    assert_eq!(script.count(), 4);
    drop(forgotten);
}

#[test]
fn an_interval_per_job_holds_each_wait_and_no_other_call() {
    let clock = TestClock::default();
    let script = Script::new(&clock, TOOK, std::iter::repeat_n(status("working"), 40).chain([status("done")]));
    let client = client(&clock, &script);
    let limited = operation("job", Limits::new(secs(2)).with_per(Per::Job));
    let wait = || {
        let hasty = call(&client, limited).wait().every(ms(1)).at_most(ms(1)).first(Duration::ZERO).into_future();
        Box::pin(async { drop(hasty.await.unwrap()) }) as BoxFuture<()>
    };
    let mut all: Vec<_> = (0..10).map(|_| wait()).collect();
    all.extend((0..10).map(|_| {
        let once = call(&client, limited).poll_once();
        Box::pin(async { drop(once.await.unwrap()) }) as BoxFuture<()>
    }));
    clock.run_all(all);
    let at: Vec<_> = script.sent().iter().map(|sent| sent.at).collect();
    let of_round = |round: u32| ms(2300) * round;
    assert!(at[..20].iter().all(|at| at.is_zero()), "{at:?}");
    assert!(at[20..].iter().enumerate().all(|(n, at)| *at == of_round(1 + n as u32 / 10)), "{at:?}");
    assert!(at.len() > 40);
}

/// Limits as a vendor may have them: each key is shared, or an operation's own.
#[derive(Debug, Clone, Copy)]
struct Keys {
    gap: (u64, u8),
    rate: (u32, u64, bool),
    concurrent: (u32, bool),
}

fn limits(keys: Keys) -> Limits {
    let (calls, per, own_rates) = keys.rate;
    let rates: &'static [Rate] = Box::leak(Box::new([Rate { calls, per: ms(per) }]));
    let per = [Per::Client, Per::Operation, Per::Job][usize::from(keys.gap.1)];
    let limits = Limits::new(ms(keys.gap.0)).with_per(per);
    let limits = match (keys.rate.0, own_rates) {
        (0, _) => limits,
        (_, false) => limits.with_rates(rates),
        (_, true) => limits.with_own_rates(rates),
    };
    match keys.concurrent {
        (0, _) => limits,
        (calls, false) => limits.with_concurrent(calls),
        (calls, true) => limits.with_own_concurrent(calls),
    }
}

prop_compose! {
    fn any_keys()(
        gap in prop_oneof![Just(0u64), 1u64..4000],
        per in 0u8..3,
        rate in (0u32..4, 1u64..9000, any::<bool>()),
        concurrent in (0u32..4, any::<bool>()),
    ) -> Keys {
        Keys { gap: (gap, per), rate, concurrent }
    }
}

/// What the vendor says of all operations; an operation that has a key of its own has it instead.
fn of_vendor(own: Keys, vendor: Keys) -> Keys {
    Keys {
        gap: if own.gap.1 == 0 { (vendor.gap.0, 0) } else { own.gap },
        rate: if own.rate.2 { own.rate } else { (vendor.rate.0, vendor.rate.1, false) },
        concurrent: if own.concurrent.1 { own.concurrent } else { (vendor.concurrent.0, false) },
    }
}

const NAMES: [&str; 4] = ["a", "b", "c", "d"];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn every_limit_holds_among_those_that_it_is_counted_for(
        vendor in any_keys(),
        own in proptest::collection::vec(any_keys(), 1..=4),
        arrivals in proptest::collection::vec((0usize..4, 0u64..20_000), 1..40),
    ) {
        let (clock, script, client) = self::vendor();
        let all: Vec<_> = own.iter().map(|own| of_vendor(*own, vendor)).collect();
        let metas: Vec<_> = NAMES.iter().zip(&all).map(|(name, keys)| operation(name, limits(*keys))).collect();
        let calls: Vec<_> = arrivals.iter().map(|(which, moment)| (metas[which % metas.len()], ms(*moment))).collect();
        clock.run_all(calls.iter().map(|(meta, moment)| at(&clock, &client, *moment, meta)).collect());
        let sent = script.sent();
        prop_assert_eq!(sent.len(), calls.len());

        // Each limit, and the calls that it is counted for.
        let among = |which: &dyn Fn(usize) -> bool| -> Vec<(Duration, Duration)> {
            let mine = |sent: &&Sent| metas.iter().enumerate().any(|(at, meta)| which(at) && is_of(sent, meta));
            sent.iter().filter(mine).map(|sent| (sent.at, sent.ended.unwrap())).collect()
        };
        for (at, keys) in all.iter().enumerate() {
            let same = |other: usize| other == at;
            let by_gap = match keys.gap.1 {
                0 => among(&|other| all[other].gap.1 == 0),
                1 => among(&same),
                _ => Vec::new(),
            };
            let gap = ms(keys.gap.0);
            prop_assert!(gap.is_zero() || by_gap.windows(2).all(|pair| pair[1].0 >= pair[0].1 + gap), "{by_gap:?}");
            let by_rate = if keys.rate.2 { among(&same) } else { among(&|other| !all[other].rate.2) };
            let (most, per) = (keys.rate.0 as usize, ms(keys.rate.1));
            let holds = by_rate.windows(most + 1).all(|some| some[most].0 >= some[0].0 + per);
            prop_assert!(most == 0 || holds, "{by_rate:?}");
            let at_once = if keys.concurrent.1 { among(&same) } else { among(&|other| !all[other].concurrent.1) };
            let under_way = |at: Duration| at_once.iter().filter(|one| one.0 <= at && at < one.1).count();
            let most = keys.concurrent.0 as usize;
            prop_assert!(most == 0 || at_once.iter().all(|one| under_way(one.0) <= most), "{at_once:?}");
        }

        // Nobody waits for what is not there: each call starts when it comes, or when something else lets it.
        let starts: Vec<_> = sent.iter().map(|sent| sent.at).collect();
        let mut moments: Vec<_> = calls.iter().map(|(_, moment)| *moment).collect();
        for keys in &all {
            moments.extend(sent.iter().map(|sent| sent.ended.unwrap() + ms(keys.gap.0)));
            moments.extend(starts.iter().map(|start| *start + ms(keys.rate.1)));
        }
        moments.extend(sent.iter().map(|sent| sent.ended.unwrap()));
        prop_assert!(starts.iter().all(|start| moments.contains(start)), "{starts:?}");
        // First come, first served, within an operation.
        for meta in &metas {
            let mut came: Vec<_> = calls.iter().filter(|call| call.0.operation == meta.operation).map(|call| call.1).collect();
            came.sort();
            let went: Vec<_> = sent.iter().filter(|sent| is_of(sent, meta)).map(|sent| sent.at).collect();
            prop_assert!(came.iter().zip(&went).all(|(came, went)| came <= went));
        }
    }
}
