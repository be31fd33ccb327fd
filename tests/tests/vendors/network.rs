//! What every operation goes through: throttling, a flaky network, unknown words, deadlines.

use std::time::Instant;

use settled::{Error, ErrorKind, Outcome, State, Verdict};
use settled_testkit::{BadServer, Behaviour, ClosedPort, MockReply, reply};

use super::support::{Op, Pace, Story, content, gaps, ms, quoted};

/// A test of each of these, for all operations at once. Those whose vendor wants seconds between calls go through all
/// of them in one test, side by side, so that the seconds are waited for once.
macro_rules! for_every_operation {
    ($($test:ident)*) => {
        $(
            #[tokio::test]
            async fn $test() {
                let mut tests = JoinSet::new();
                for op in Op::ALL.into_iter().filter(|op| op.least().is_zero()) {
                    tests.spawn(super::$test(op));
                }
                assert_eq!(all(tests).await, 4);
            }
        )*

        #[tokio::test]
        async fn all_of_it_with_seconds_between_the_calls() {
            let mut tests = JoinSet::new();
            for op in Op::ALL.into_iter().filter(|op| !op.least().is_zero()) {
                $(tests.spawn(super::$test(op));)*
            }
            assert_eq!(all(tests).await, [$(stringify!($test)),*].len());
        }
    };
}

mod all {
    use tokio::task::JoinSet;

    use super::super::support::Op;

    /// How many passed; the first one that did not is a panic here.
    async fn all(mut tests: JoinSet<()>) -> usize {
        let mut count = 0;
        while let Some(done) = tests.join_next().await {
            done.expect("the test of an operation");
            count += 1;
        }
        count
    }

    for_every_operation! {
        a_wait_goes_from_running_to_its_outcome
        throttling_slows_down_and_is_no_state
        retry_after_moves_the_next_request
        retry_after_beyond_the_deadline_ends_the_wait_at_once
        a_flaky_network_is_borne
        bodies_that_are_cut_on_the_way_are_faults
        too_many_faults_in_a_row_end_the_wait
        bad_replies_are_never_a_state
        an_unknown_word_is_waited_out_and_then_an_error
        a_deadline_ends_the_wait_with_the_last_state
        a_deadline_cuts_a_request_that_is_under_way
        a_slow_request_is_cut_and_is_a_fault
    }
}

async fn fails(op: Op, url: &str, pace: Pace) -> Error {
    op.wait(url, pace).await.expect_err("no outcome")
}

fn good(op: Op) -> Behaviour {
    Behaviour::Answer(reply::json(op.done()))
}

async fn a_wait_goes_from_running_to_its_outcome(op: Op) {
    let vendor = op.mock().reply(op.running()).reply(MockReply::json(op.done())).start().expect("a mock vendor");
    let Story { outcome, attempts, verdicts } = op.wait(&vendor.url(), Pace::default()).await.expect("an outcome");
    assert_eq!((outcome, attempts), (Outcome::Succeeded, 2), "{op:?}");
    assert_eq!(verdicts, [State::Running, State::Succeeded].map(Verdict::State), "{op:?}");
    assert!(gaps(&vendor)[0] >= op.least().max(ms(2)), "{op:?}");
    content(&vendor, 2);
}

async fn throttling_slows_down_and_is_no_state(op: Op) {
    let replies = [MockReply::status(429), MockReply::json(op.done())];
    let vendor = op.mock().replies(replies).start().expect("a mock vendor");
    let pace = Pace { every: ms(40), ..Pace::default() };
    let story = op.wait(&vendor.url(), pace).await.expect("an outcome");
    assert_eq!(story.verdicts, [Verdict::Throttled, Verdict::State(State::Succeeded)], "{op:?}");
    assert!(gaps(&vendor)[0] >= op.least().max(ms(80)), "{op:?}: {:?}", gaps(&vendor));
    content(&vendor, 2);
}

async fn retry_after_moves_the_next_request(op: Op) {
    let throttled = MockReply::status(429).header("retry-after", "1");
    let vendor = op.mock().reply(throttled).reply(MockReply::json(op.done())).start().expect("a mock vendor");
    let story = op.wait(&vendor.url(), Pace::default()).await.expect("an outcome");
    assert_eq!((story.outcome, story.attempts), (Outcome::Succeeded, 2), "{op:?}");
    assert!(gaps(&vendor)[0] >= op.least().max(ms(1_000)), "{op:?}: {:?}", gaps(&vendor));
    content(&vendor, 2);
}

async fn retry_after_beyond_the_deadline_ends_the_wait_at_once(op: Op) {
    let in_a_year = httpdate::fmt_http_date(std::time::SystemTime::now() + ms(31_536_000_000));
    for value in ["3600".to_owned(), in_a_year] {
        let vendor = op.mock().reply(MockReply::status(429).header("retry-after", value)).start();
        let vendor = vendor.expect("a mock vendor");
        let started = Instant::now();
        let error = fails(op, &vendor.url(), Pace::default()).await;
        assert_eq!(error.kind(), ErrorKind::Deadline, "{op:?}: {error}");
        assert!(error.asked_to_wait().is_some_and(|asked| asked >= ms(3_599_000)), "{op:?}: {error:?}");
        assert!(started.elapsed() < ms(10_000), "{op:?}");
        content(&vendor, 1);
    }
}

async fn a_flaky_network_is_borne(op: Op) {
    let whole = || reply::json(op.done());
    let cut = reply::json(op.done()[..op.done().len() / 2].to_owned());
    let mut faults = vec![
        Behaviour::Reset { reply: whole(), after: 0 },
        Behaviour::Answer(cut),
        Behaviour::Close,
        Behaviour::garbage(),
        Behaviour::Answer(reply::html(500)),
    ];
    // The vendor's least time between calls holds for faulty ones too.
    if !op.least().is_zero() {
        faults.truncate(1);
    }
    let count = faults.len();
    let server = BadServer::start(faults.into_iter().chain([good(op)])).expect("a server");
    let story = op.wait(&server.url(), Pace::default()).await.expect("an outcome");
    assert_eq!(story.outcome, Outcome::Succeeded, "{op:?}");
    assert_eq!(server.connections(), count + 1, "{op:?}");
    let (last, before) = story.verdicts.split_last().expect("updates");
    assert_eq!((*last, before.len()), (Verdict::State(State::Succeeded), count), "{op:?}: {before:?}");
    assert!(before.iter().all(|verdict| matches!(verdict, Verdict::Transient | Verdict::Unreadable)), "{op:?}");
}

async fn bodies_that_are_cut_on_the_way_are_faults(op: Op) {
    let length = op.done().len();
    let server =
        BadServer::start([Behaviour::LyingLength { reply: reply::json(op.done()), claimed: length + 10 }, good(op)])
            .expect("a server");
    let story = op.wait(&server.url(), Pace::default()).await.expect("an outcome");
    assert_eq!(story.verdicts, [Verdict::Transient, Verdict::State(State::Succeeded)], "{op:?}");
}

async fn too_many_faults_in_a_row_end_the_wait(op: Op) {
    let faults = if op.least().is_zero() { 2 } else { 0 };
    let pace = Pace { faults, ..Pace::default() };
    let served = BadServer::start([Behaviour::Answer(reply::html(503))]).expect("a server");
    let error = fails(op, &served.url(), pace).await;
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Faults, faults + 1), "{op:?}: {error}");
    assert_eq!(error.http_status().map(|status| status.as_u16()), Some(503), "{op:?}");
    assert_eq!(error.last_state(), None, "{op:?}");
    assert_eq!(served.requests().len(), faults as usize + 1, "{op:?}");

    let refused = ClosedPort::new().expect("a port");
    let error = fails(op, &refused.url(), pace).await;
    assert_eq!((error.kind(), error.reply().is_none()), (ErrorKind::Faults, true), "{op:?}: {error}");
}

async fn bad_replies_are_never_a_state(op: Op) {
    let bodies = ["", "null", "[]", "{}", "7", "{\"", "<html></html>", "\"\"", "\"{\"", &quoted(&quoted(&op.done()))];
    for body in bodies {
        let vendor = op.mock().reply(MockReply::json(body.to_owned())).start().expect("a mock vendor");
        let error = fails(op, &vendor.url(), Pace { faults: 0, ..Pace::default() }).await;
        assert_eq!((error.kind(), error.last_state()), (ErrorKind::Faults, None), "{op:?} {body}: {error}");
        content(&vendor, 1);
    }
}

async fn an_unknown_word_is_waited_out_and_then_an_error(op: Op) {
    let Some((reply, word)) = op.unknown() else { return };
    let vendor = op.mock().reply(reply.clone()).start().expect("a mock vendor");
    let unknown_for = op.least().max(ms(30));
    let pace = Pace { unknown_for, every: ms(5), ..Pace::default() };
    let error = fails(op, &vendor.url(), pace).await;
    assert_eq!((error.kind(), error.vendor_word()), (ErrorKind::Unknown, Some(word)), "{op:?}: {error}");
    assert!(!error.to_string().contains(word), "{op:?}: {error}");
    assert!(error.attempts() >= 2, "{op:?}: {error:?}");
    assert!(gaps(&vendor).iter().all(|gap| *gap >= ms(5)), "{op:?}");
    content(&vendor, error.attempts() as usize);

    let vendor = op.mock().reply(reply).reply(MockReply::json(op.done())).start().expect("a mock vendor");
    let story = op.wait(&vendor.url(), Pace::default()).await.expect("an outcome");
    assert_eq!(story.verdicts, [Verdict::Unknown, Verdict::State(State::Succeeded)], "{op:?}");
}

async fn a_deadline_ends_the_wait_with_the_last_state(op: Op) {
    let vendor = op.mock().reply(op.running()).start().expect("a mock vendor");
    let started = Instant::now();
    let error = fails(op, &vendor.url(), Pace { deadline: ms(300), ..Pace::default() }).await;
    let took = started.elapsed();
    assert_eq!((error.kind(), error.last_state()), (ErrorKind::Deadline, Some(State::Running)), "{op:?}: {error}");
    assert!(took >= ms(300) && took < ms(3_000), "{op:?}: {took:?}");
    assert_eq!(vendor.complaints(), Vec::<String>::new(), "{op:?}");
}

async fn a_deadline_cuts_a_request_that_is_under_way(op: Op) {
    let server = BadServer::start([Behaviour::Silent]).expect("a server");
    let started = Instant::now();
    let error = fails(op, &server.url(), Pace { deadline: ms(200), ..Pace::default() }).await;
    let took = started.elapsed();
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Deadline, 1), "{op:?}: {error}");
    assert!(took >= ms(200) && took < ms(3_000), "{op:?}: {took:?}");
}

async fn a_slow_request_is_cut_and_is_a_fault(op: Op) {
    let server = BadServer::start([Behaviour::Silent, good(op)]).expect("a server");
    let story = op.wait(&server.url(), Pace { request: ms(100), ..Pace::default() }).await;
    // The good reply too has to come within that time, which a busy machine may not grant at the first go.
    let story = story.expect("an outcome");
    assert_eq!(story.verdicts.first(), Some(&Verdict::Transient), "{op:?}");
    assert_eq!(story.outcome, Outcome::Succeeded, "{op:?}");
}
