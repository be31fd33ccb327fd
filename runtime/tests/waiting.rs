//! Waits over an in-memory transport, in virtual time.

mod support;

use std::future::{Future, IntoFuture};
use std::pin::pin;
use std::sync::Arc;
use std::task::{Context, Poll as Polling, Waker};
use std::time::Duration;

use settled::{
    Client, Clock, Error, ErrorKind, FaultKind, Limits, Outcome, Reached, Reaching, Settled, State, Until, Update,
    Verdict, Wait, Waiting,
};

use support::{Answer, NO_LIMITS, Script, TestClock, client, each_second, http, job, meta, ms, secs, status};

/// One wait over these answers, each after 100 ms.
fn wait(answers: impl IntoIterator<Item = Answer>) -> (TestClock, Script, Result<Settled<u64>, Error>) {
    wait_with(answers, |wait| wait)
}

fn wait_with(
    answers: impl IntoIterator<Item = Answer>,
    options: impl FnOnce(Wait<u64>) -> Wait<u64>,
) -> (TestClock, Script, Result<Settled<u64>, Error>) {
    let clock = TestClock::default();
    let script = Script::new(&clock, ms(100), answers);
    let call = job(&client(&clock, &script), meta(each_second(), NO_LIMITS, true));
    let result = clock.run(options(call.wait()).into_future());
    (clock, script, result)
}

fn failed(answers: impl IntoIterator<Item = Answer>) -> Error {
    wait(answers).2.expect_err("the wait fails")
}

#[test]
fn a_wait_is_send_and_static() {
    fn is<T: Send + 'static>() {}
    is::<Waiting<u64>>();
    is::<Reaching<u64, String>>();
    is::<Wait<u64>>();
    is::<Until<u64, String>>();
    is::<Client>();
    is::<Error>();
    fn unpin<T: Unpin>() {}
    unpin::<Waiting<std::marker::PhantomPinned>>();
}

#[test]
fn a_job_settles_in_five_ways() {
    let outcomes = [
        ("done", Outcome::Succeeded),
        ("declined", Outcome::Rejected),
        ("broken", Outcome::Failed),
        ("called_off", Outcome::Cancelled),
        ("too_late", Outcome::Expired),
    ];
    for (word, outcome) in outcomes {
        let (clock, script, settled) = wait([status("queued"), status("working"), status(word)]);
        let settled = settled.unwrap();
        assert_eq!(settled.outcome(), outcome);
        assert_eq!((settled.word(), settled.attempts()), (Some(word), 3));
        assert_eq!(*settled.reply().unwrap(), 7);
        assert!(settled.body().starts_with(b"{\"status\""));
        assert_eq!((clock.mono(), script.count()), (ms(2300), 3));
        assert_eq!(settled.is_revisable(), word == "done");
        assert_eq!(settled.rule().is_some(), word == "done");
        let succeeded = settled.into_succeeded();
        match outcome {
            Outcome::Succeeded => assert_eq!(succeeded.unwrap(), 7),
            _ => {
                let error = succeeded.unwrap_err();
                assert_eq!(error.kind(), ErrorKind::NotSucceeded);
                assert_eq!(error.last_state(), Some(outcome.state()));
                assert!(error.reply().is_some() && error.to_string().contains(outcome.as_str()), "{error}");
            }
        }
    }
}

#[test]
fn the_outcome_survives_a_reply_that_does_not_decode() {
    let settled = wait([http(200, &[], r#"{"status":"done"}"#)]).2.unwrap();
    assert_eq!(settled.outcome(), Outcome::Succeeded);
    let error = settled.reply().unwrap_err();
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Decode, 1));
    assert_eq!(settled.into_succeeded().unwrap_err().kind(), ErrorKind::Decode);
}

#[test]
fn each_attempt_is_built_anew() {
    let (_, script, _) = wait([status("working"), status("done")]);
    let sent = script.sent();
    assert_eq!(sent[0].uri, "https://acme.example/jobs/j-1?t=1700000000");
    assert_eq!(sent[1].uri, "https://acme.example/jobs/j-1?t=1700000001");
    assert_eq!((sent[0].limits.total, sent[0].limits.body), (secs(30), 1 << 20));
}

#[test]
fn the_reply_pins_what_is_asked_next() {
    let (_, script, _) = wait([http(200, &[], r#"{"status":"working","id":"j-2"}"#), status("done")]);
    assert!(script.sent()[1].uri.contains("/jobs/j-2?"));
}

#[test]
fn what_is_no_answer_pins_nothing() {
    let elsewhere = http(418, &[], r#"{"status":"working","id":"somebody-elses"}"#);
    let (_, script, settled) = wait([elsewhere, status("done")]);
    assert!(script.sent()[1].uri.contains("/jobs/j-1?"));
    assert_eq!(settled.unwrap().outcome(), Outcome::Succeeded);
}

#[test]
fn updates_tell_the_progress() {
    let clock = TestClock::default();
    let throttled = http(429, &[("retry-after", "9")], "");
    let answers = [
        status("queued"),
        Answer::Fault(FaultKind::Broken),
        throttled,
        status("asleep"),
        status("asleep"),
        status("working"),
        status("done"),
    ];
    let script = Script::new(&clock, ms(100), answers);
    let call = job(&client(&clock, &script), meta(each_second(), NO_LIMITS, true));
    let mut waiting = call.wait().start();
    let mut seen = Vec::new();
    while let Some(update) = clock.run(waiting.next()) {
        seen.push(update);
    }
    assert!(clock.run(waiting.next()).is_none(), "fused");
    let told: Vec<_> = seen.iter().map(|update| (update.verdict(), update.state(), update.attempt())).collect();
    use State::{Pending, Running, Succeeded};
    assert_eq!(
        told,
        [
            (Verdict::State(Pending), Some(Pending), 1),
            (Verdict::Transient, Some(Pending), 2),
            (Verdict::Throttled, Some(Pending), 3),
            (Verdict::Unknown, Some(Pending), 4),
            (Verdict::State(Running), Some(Running), 6),
            (Verdict::State(Succeeded), Some(Succeeded), 7),
        ]
    );
    let next: Vec<_> = seen.iter().map(Update::next_poll).collect();
    assert_eq!(next, [Some(secs(1)), Some(secs(1)), Some(secs(9)), Some(secs(1)), Some(secs(1)), None]);
    assert_eq!((seen[1].fault(), seen[1].word()), (Some(FaultKind::Broken), None));
    assert_eq!(seen[3].word(), Some("asleep"));
    let settled = clock.run(&mut waiting).unwrap();
    assert_eq!(settled.outcome(), Outcome::Succeeded);
    let again = clock.run(&mut waiting).unwrap_err();
    assert_eq!(again.kind(), ErrorKind::Cancelled);
    assert!(again.to_string().contains("taken"), "{again}");
}

#[test]
fn the_deadline_ends_a_wait() {
    let (clock, script, result) = wait_with([status("working")], |wait| wait.deadline(secs(10)));
    let error = result.unwrap_err();
    assert_eq!((error.kind(), error.last_state()), (ErrorKind::Deadline, Some(State::Running)));
    assert_eq!((error.attempts() as usize, error.asked_to_wait()), (script.count(), None));
    assert_eq!(clock.mono(), secs(10));
    assert_eq!(
        error.to_string(),
        "acme.job_status: not settled within 10s; last state `running` after 10 requests; \
         raise `deadline`, or wait again later"
    );
}

#[test]
fn a_transport_that_keeps_no_time_cannot_hang_a_wait() {
    let (clock, script, result) =
        wait_with([Answer::Never], |wait| wait.deadline(secs(100)).faults(1).request(secs(20)));
    let error = result.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Faults);
    assert_eq!((script.count(), clock.mono()), (2, secs(41)));
    assert!(script.sent().iter().all(|sent| sent.ended.unwrap() - sent.at == secs(20)));
    let (clock, script, result) = wait_with([Answer::Never], |wait| wait.deadline(secs(10)));
    assert_eq!(result.unwrap_err().kind(), ErrorKind::Deadline);
    assert_eq!((script.sent()[0].limits.total, clock.mono()), (secs(10), secs(10)));
    assert_eq!(script.sent()[0].ended, Some(secs(10)), "what is under way is cut");
}

#[test]
fn a_body_beyond_the_limit_is_a_fault() {
    let clock = TestClock::default();
    let script = Script::new(&clock, ms(1), [status("done")]);
    let client = support::builder(&clock, &script).body_limit(10).build("acme", &[]).unwrap();
    let wait = job(&client, meta(each_second(), NO_LIMITS, true)).wait().faults(0);
    let error = clock.run(wait.into_future()).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Faults);
    assert!(error.to_string().contains(FaultKind::TooLarge.as_str()), "{error}");
    assert!(error.reply().is_none());
}

#[test]
fn retry_after_beyond_the_deadline_ends_a_wait_at_once() {
    for value in ["3600", "Wed, 15 Nov 2023 01:00:00 GMT", "9223372036854775808"] {
        let answer = http(503, &[("retry-after", value)], "");
        let (clock, _, result) = wait([answer]);
        let error = result.unwrap_err();
        assert_eq!((error.kind(), clock.mono()), (ErrorKind::Deadline, ms(100)), "{value}");
        assert!(error.asked_to_wait().unwrap() >= secs(3600), "{value}");
        assert_eq!(error.http_status().unwrap(), 503);
    }
    let asked = failed([http(503, &[("retry-after", "3600")], "")]).to_string();
    assert!(asked.contains("asks to wait 1h, beyond the deadline of 10m"), "{asked}");
}

#[test]
fn retry_after_is_obeyed_and_nonsense_is_not() {
    for (value, pause) in [("30", secs(30)), ("-1", secs(1)), ("1e308", secs(1)), ("soon", secs(1)), ("0", secs(1))] {
        let (_, script, _) = wait([http(200, &[("retry-after", value)], r#"{"status":"working"}"#), status("done")]);
        let sent = script.sent();
        assert_eq!(sent[1].at - sent[0].ended.unwrap(), pause, "{value}");
    }
    let field = http(200, &[("retry-after", "5")], r#"{"status":"working","again":20}"#);
    let sent = wait([field, status("done")]).1.sent();
    assert_eq!(sent[1].at - sent[0].ended.unwrap(), secs(20), "the larger hint counts");
}

#[test]
fn errors_say_why_and_what_to_do() {
    let error = failed([http(404, &[], "canary-body")]);
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Request, 1));
    assert!(error.to_string().contains("(HTTP 404)"), "{error}");

    let error = failed([http(200, &[], r#"{"error":"E-17"}"#)]);
    assert_eq!((error.kind(), error.vendor_code()), (ErrorKind::Vendor, Some("E-17")));
    assert_eq!(error.vendor_message(), Some("canary-message"));
    assert!(error.to_string().contains("code `E-17`"), "{error}");
    let odd = failed([http(200, &[], r#"{"error":"\u001b[31m canary-code"}"#)]);
    assert!(!odd.to_string().contains("canary-code"), "{odd}");

    assert_eq!(failed([status("forged")]).kind(), ErrorKind::Unverified);
    assert_eq!(failed([http(401, &[], "")]).kind(), ErrorKind::Request);

    let error = failed([status("working"), http(200, &[], "<html>canary-body")]);
    assert_eq!((error.kind(), error.last_state(), error.attempts()), (ErrorKind::Faults, Some(State::Running), 7));
    assert!(
        error.to_string().contains("faults in a row: 6, the last one: the reply has not its declared shape"),
        "{error}"
    );

    let error = wait_with([status("asleep")], |wait| wait.unknown_for(secs(5))).2.unwrap_err();
    assert_eq!((error.kind(), error.vendor_word()), (ErrorKind::Unknown, Some("asleep")));

    let (_, script, result) = wait_with([status("working")], |wait| wait.tries(3));
    let error = result.unwrap_err();
    assert_eq!((error.kind(), script.count()), (ErrorKind::Tries, 3));
    assert_eq!(error.reply().unwrap().body().as_ref(), br#"{"status":"working","result":7}"#);

    let error = failed([Answer::Fault(FaultKind::Redirected)]);
    assert_eq!(error.kind(), ErrorKind::Request);
}

#[test]
fn no_error_shows_a_body_a_query_or_a_message() {
    let answers = [
        http(404, &[("x-canary", "canary-header")], "canary-body"),
        http(500, &[], "canary-body"),
        http(200, &[], "canary-body"),
        http(200, &[], r#"{"error":"E","x":"canary-body"}"#),
        http(401, &[], "canary-body"),
        status("forged"),
    ];
    for answer in answers {
        let error = failed([answer]);
        let shown = format!("{error} {error:?} {error:#?}");
        assert!(!shown.contains("canary") && !shown.contains("?t="), "{shown}");
    }
}

#[test]
fn options_cannot_undercut_the_vendor() {
    let clock = TestClock::default();
    let script = Script::new(&clock, ms(100), [status("working")]);
    let meta = meta(each_second(), Limits::new(secs(2)), true);
    let wait = job(&client(&clock, &script), meta).wait();
    let wait = wait.every(ms(1)).at_most(ms(1)).first(Duration::ZERO).grow(0.1).jitter(-5.0).deadline(secs(60));
    clock.run(wait.into_future()).unwrap_err();
    let sent = script.sent();
    assert!(sent.len() > 10);
    assert!(sent.windows(2).all(|pair| pair[1].at - pair[0].ended.unwrap() >= secs(2)));
}

#[test]
fn every_raises_at_most() {
    let (_, script, _) = wait_with([status("working")], |wait| wait.every(secs(30)).deadline(secs(100)));
    let sent = script.sent();
    assert_eq!(sent[1].at - sent[0].ended.unwrap(), secs(30));
}

#[test]
fn a_wait_can_be_cancelled() {
    let clock = TestClock::default();
    let script = Script::new(&clock, secs(20), [Answer::Never]);
    let wait = job(&client(&clock, &script), meta(each_second(), NO_LIMITS, true)).wait();
    let wait = wait.cancel_on(clock.sleep_until(secs(3)));
    let error = clock.run(wait.into_future()).unwrap_err();
    assert_eq!((error.kind(), clock.mono()), (ErrorKind::Cancelled, secs(3)));
    assert_eq!(script.sent()[0].ended, Some(secs(3)), "the request is broken off");
}

#[test]
fn words_can_be_waited_for() {
    let run = |answers: Vec<Answer>, words: &[&str]| {
        let clock = TestClock::default();
        let script = Script::new(&clock, ms(1), answers);
        let wait = job(&client(&clock, &script), meta(each_second(), NO_LIMITS, true)).wait();
        let words = words.iter().map(|word| (*word).to_owned()).collect();
        let until = wait.until(words, |word| word.to_uppercase()).every(secs(2)).deadline(secs(60));
        clock.run(until.into_future())
    };
    let way = || vec![status("queued"), status("working"), status("done")];
    match run(way(), &["working", "declined"]).unwrap() {
        Reached::Word(word, reply) => assert_eq!((word.as_str(), reply.status().as_u16()), ("WORKING", 200)),
        Reached::Settled(settled) => panic!("{settled:?}"),
    }
    match run(way(), &["declined"]).unwrap() {
        Reached::Settled(settled) => assert_eq!(settled.outcome(), Outcome::Succeeded),
        Reached::Word(word, _) => panic!("{word}"),
    }
    assert!(matches!(run(way(), &["done"]).unwrap(), Reached::Word(word, _) if word == "DONE"));
    assert!(matches!(run(vec![status("asleep")], &["asleep"]).unwrap(), Reached::Word(..)));
    assert_eq!(run(vec![status("queued")], &["done"]).unwrap_err().kind(), ErrorKind::Deadline);
}

#[test]
fn a_bad_input_is_an_error_before_anything_is_sent() {
    let clock = TestClock::default();
    let script = Script::new(&clock, ms(1), [status("done")]);
    let client = client(&clock, &script);
    let limited = meta(each_second(), Limits::new(secs(2)), true);
    let bad = settled::Call::new(client.clone(), support::Job { meta: limited, id: "a/b".to_owned() });
    let error = clock.run(bad.wait().into_future()).unwrap_err();
    assert_eq!((error.kind(), error.attempts(), script.count()), (ErrorKind::Input, 0, 0));
    assert_eq!(error.to_string(), "acme.job_status: `job_id` must not hold a slash; nothing was sent");
    assert!(clock.run(job(&client, limited).wait().into_future()).is_ok());
    assert_eq!(script.sent()[0].at, Duration::ZERO, "the gate counts no call that was not made");
}

#[test]
fn dropping_between_two_updates_loses_nothing() {
    let clock = TestClock::default();
    let script = Script::new(&clock, ms(100), [status("queued"), status("working"), status("done")]);
    let mut waiting = job(&client(&clock, &script), meta(each_second(), NO_LIMITS, true)).wait().start();
    let mut seen = 0;
    for step in 0..400 {
        let mut cx = Context::from_waker(Waker::noop());
        let next = pin!(waiting.next());
        match next.poll(&mut cx) {
            Polling::Ready(Some(_)) => seen += 1,
            Polling::Ready(None) => break,
            Polling::Pending => clock.advance_to(ms(step * 10)),
        }
    }
    assert_eq!((seen, script.count()), (3, 3));
    assert_eq!(clock.run(waiting).unwrap().outcome(), Outcome::Succeeded);
}

#[test]
fn one_client_can_be_shared_by_threads() {
    let clock = Arc::new(TestClock::default());
    let script = Script::new(&clock, Duration::ZERO, [status("done")]);
    let client = client(&clock, &script);
    let meta = meta(each_second(), NO_LIMITS, true);
    std::thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| {
                let mut cx = Context::from_waker(Waker::noop());
                let mut waiting = pin!(job(&client, meta).wait().into_future());
                assert!(matches!(waiting.as_mut().poll(&mut cx), Polling::Ready(Ok(_))));
            });
        }
    });
    assert_eq!(script.count(), 8);
}

#[test]
fn a_wait_asks_only_for_what_has_changed_since_the_last_answer() {
    let tagged = |word: &str, tag: &'static str| {
        let body = format!(r#"{{"status":"{word}"}}"#);
        http(200, &[("etag", tag)], &body)
    };
    let clock = TestClock::default();
    let answers = [
        tagged("working", "\"a\""),
        http(304, &[], ""),
        http(503, &[("etag", "\"of an error\"")], ""),
        tagged("working", "W/\"b\""),
        status("working"),
        status("done"),
    ];
    let script = Script::new(&clock, ms(10), answers);
    let settled = clock.run(job(&client(&clock, &script), meta(each_second(), NO_LIMITS, true)).wait().into_future());
    assert_eq!(settled.unwrap().attempts(), 6);
    let sent: Vec<_> = script.sent().into_iter().map(|sent| sent.if_none_match).collect();
    let sent: Vec<_> = sent.iter().map(Option::as_deref).collect();
    assert_eq!(sent, [None, Some("\"a\""), Some("\"a\""), Some("\"a\""), Some("W/\"b\""), None]);
}
