//! The virtual clock, by hand, under `run`, and by itself.

use std::future::pending;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use proptest::prelude::*;
use settled::Clock;
use settled_testkit::clock::EPOCH;
use settled_testkit::{VirtualClock, run};
use tokio::runtime::Builder;
use tokio::task::JoinSet;

fn seconds(seconds: u64) -> Duration {
    Duration::from_secs(seconds)
}

fn block_on<F: Future>(future: F) -> F::Output {
    Builder::new_current_thread().build().expect("a runtime").block_on(future)
}

#[test]
fn time_stands_still_until_it_is_moved() {
    let clock = VirtualClock::new();
    block_on(async {
        let sleeper = tokio::spawn(clock.sleep_until(seconds(10)));
        tokio::task::yield_now().await;
        clock.advance(Duration::from_millis(9_999));
        tokio::task::yield_now().await;
        assert!(!sleeper.is_finished());
        assert_eq!(clock.sleeping(), 1);
        clock.advance(Duration::from_millis(1));
        sleeper.await.expect("it wakes");
    });
    assert_eq!(clock.elapsed(), seconds(10));
    assert_eq!(clock.sleeping(), 0);
}

#[test]
fn a_step_to_the_next_sleeper_goes_no_further() {
    let clock = VirtualClock::new();
    block_on(async {
        let late = tokio::spawn(clock.sleep_until(seconds(9)));
        let early = tokio::spawn(clock.sleep_until(seconds(4)));
        tokio::task::yield_now().await;
        assert_eq!(clock.advance_to_next(), Some(seconds(4)));
        early.await.expect("it wakes");
        assert!(!late.is_finished());
        assert_eq!(clock.advance_to_next(), Some(seconds(9)));
        late.await.expect("it wakes");
    });
    assert_eq!(clock.advance_to_next(), None);
    assert_eq!(clock.slept_to(), [seconds(9), seconds(4)]);
}

#[test]
fn the_wall_clock_jumps_and_sleepers_stay_asleep() {
    let clock = VirtualClock::new();
    let woken = run(&clock, async {
        let sleep = clock.sleep_until(seconds(60));
        clock.jump_wall(86_400);
        sleep.await;
        clock.now()
    });
    assert_eq!(woken.mono, seconds(60));
    assert_eq!(woken.wall, EPOCH + seconds(86_460));
    clock.jump_wall(i64::MIN);
    assert_eq!(clock.now().wall, Duration::ZERO);
    clock.set_wall(seconds(4_102_444_800));
    clock.advance(seconds(1));
    assert_eq!(clock.now().wall, seconds(4_102_444_801));
}

#[test]
fn a_clone_shows_the_same_time() {
    let clock = VirtualClock::default();
    clock.clone().advance(seconds(3));
    assert_eq!(clock.elapsed(), seconds(3));
}

#[test]
fn an_instant_that_has_come_is_no_wait_but_is_counted() {
    let clock = VirtualClock::new();
    clock.advance(seconds(5));
    run(&clock, clock.sleep_until(seconds(5)));
    run(&clock, clock.sleep_until(Duration::ZERO));
    assert_eq!(clock.elapsed(), seconds(5));
    assert_eq!(clock.sleeps(), 2);
}

#[test]
fn a_sleep_that_is_dropped_no_longer_counts() {
    let clock = VirtualClock::new();
    run(&clock, async {
        tokio::select! {
            () = clock.sleep_until(seconds(100)) => panic!("the later one won"),
            () = clock.sleep_until(seconds(1)) => {}
        }
    });
    assert_eq!((clock.elapsed(), clock.sleeping()), (seconds(1), 0));
}

#[test]
#[should_panic(expected = "stuck at 2s: it waits, and nothing sleeps on the clock")]
fn a_future_that_waits_for_nothing_is_told() {
    let clock = VirtualClock::new();
    run(&clock, async {
        clock.sleep_until(seconds(2)).await;
        pending::<()>().await;
    });
}

#[test]
#[should_panic(expected = "stuck")]
fn a_sleep_for_ever_moves_nothing() {
    let clock = VirtualClock::new();
    run(&clock, clock.sleep_until(Duration::MAX));
}

#[test]
#[should_panic(expected = "spins at 2s")]
fn a_future_that_spins_is_told() {
    let clock = VirtualClock::new();
    run(&clock, async {
        clock.sleep_until(seconds(2)).await;
        loop {
            tokio::task::yield_now().await;
        }
    });
}

#[test]
fn by_itself_the_clock_lets_ready_work_go_first() {
    let clock = VirtualClock::auto();
    block_on(async {
        let own = clock.clone();
        let sleeper = tokio::spawn(async move { own.sleep_until(seconds(1)).await });
        // A chain of tasks in which each wakes the one before it: the adverse order.
        let (first, mut end) = tokio::sync::mpsc::channel::<Duration>(1);
        let mut next = first;
        for _ in 0..50 {
            let (sender, mut receiver) = tokio::sync::mpsc::channel::<Duration>(1);
            let (onward, own) = (std::mem::replace(&mut next, sender), clock.clone());
            tokio::spawn(async move {
                receiver.recv().await.expect("a word");
                onward.send(own.elapsed()).await.expect("someone listens");
            });
        }
        next.send(Duration::MAX).await.expect("someone listens");
        assert_eq!(end.recv().await, Some(Duration::ZERO));
        sleeper.await.expect("it wakes");
    });
    assert_eq!(clock.elapsed(), seconds(1));
}

#[test]
fn by_itself_the_clock_goes_on_when_the_earliest_sleeper_goes_away() {
    let clock = VirtualClock::auto();
    block_on(async {
        let own = clock.clone();
        let late = tokio::spawn(async move { own.sleep_until(seconds(50)).await });
        let early = tokio::spawn(clock.sleep_until(seconds(10)));
        tokio::task::yield_now().await;
        early.abort();
        late.await.expect("it wakes");
    });
    assert_eq!(clock.elapsed(), seconds(50));
}

#[test]
fn by_itself_the_clock_serves_ten_thousand_sleepers() {
    let clock = VirtualClock::auto();
    let started = Instant::now();
    block_on(async {
        let mut tasks = JoinSet::new();
        for number in 0..10_000u64 {
            let clock = clock.clone();
            tasks.spawn(async move {
                for turn in 1..=5 {
                    clock.sleep_until(Duration::from_millis(turn * 10_000 + number)).await;
                }
            });
        }
        tasks.join_all().await;
    });
    assert_eq!(clock.elapsed(), Duration::from_millis(59_999));
    assert!(started.elapsed() < seconds(20), "{:?}", started.elapsed());
}

/// What each of some tasks saw: its number and the time, in the order in which they woke.
type Trace = Arc<Mutex<Vec<(usize, Duration)>>>;

async fn steps(clock: VirtualClock, number: usize, naps: Vec<u64>, trace: Trace) {
    for nap in naps {
        clock.sleep_until(clock.now().mono + Duration::from_millis(nap)).await;
        trace.lock().expect("no panic before").push((number, clock.elapsed()));
    }
}

fn trace_of(clock: VirtualClock, tasks: &[Vec<u64>]) -> Vec<(usize, Duration)> {
    let trace = Trace::default();
    run(&clock, async {
        let local = tokio::task::LocalSet::new();
        for (number, naps) in tasks.iter().cloned().enumerate() {
            local.spawn_local(steps(clock.clone(), number, naps, trace.clone()));
        }
        local.await;
    });
    trace.lock().expect("no panic before").clone()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn every_task_wakes_at_its_instants_and_two_runs_are_the_same(
        tasks in prop::collection::vec(prop::collection::vec(0u64..50, 0..8), 1..8),
    ) {
        let seen = trace_of(VirtualClock::new(), &tasks);
        prop_assert_eq!(&seen, &trace_of(VirtualClock::new(), &tasks));
        prop_assert!(seen.is_sorted_by_key(|(_, at)| *at));
        for clock in [VirtualClock::new(), VirtualClock::auto()] {
            let seen = trace_of(clock, &tasks);
            for (number, naps) in tasks.iter().enumerate() {
                let sums = naps.iter().scan(0, |sum, nap| { *sum += nap; Some(Duration::from_millis(*sum)) });
                let own = seen.iter().filter(|(own, _)| *own == number).map(|(_, at)| *at);
                prop_assert!(own.eq(sums), "task {}", number);
            }
        }
    }
}
