//! Calls that are made once, and replies judged without a network.

mod support;

use std::time::Duration;

use settled::{Call, Error, ErrorKind, FaultKind, Limits, Meta, Polled, Reply, State, Verdict};

use support::{Answer, Job, NO_LIMITS, Script, TestClock, client, each_second, http, job, meta, ms, secs, status};

fn once(safe_to_repeat: bool) -> &'static Meta {
    meta(each_second(), NO_LIMITS, safe_to_repeat)
}

fn send(meta: &'static Meta, answers: impl IntoIterator<Item = Answer>) -> (TestClock, Script, Result<u64, Error>) {
    let clock = TestClock::default();
    let script = Script::new(&clock, ms(100), answers);
    let result = clock.run(job(&client(&clock, &script), meta).send());
    (clock, script, result)
}

fn poll_once(answer: Answer) -> (Script, Result<Polled<u64>, Error>) {
    let clock = TestClock::default();
    let script = Script::new(&clock, ms(100), [answer]);
    let result = clock.run(job(&client(&clock, &script), once(true)).poll_once());
    (script, result)
}

#[test]
fn their_futures_are_send_and_static() {
    fn is<T: Send + 'static>(_: T) {}
    let clock = TestClock::default();
    let client = client(&clock, &Script::new(&clock, ms(1), [status("done")]));
    is(job(&client, once(true)).send());
    is(job(&client, once(true)).poll_once());
}

#[test]
fn an_answer_is_decoded() {
    for word in ["done", "working", "asleep"] {
        let (_, script, result) = send(once(false), [status(word)]);
        assert_eq!((result.unwrap(), script.count()), (7, 1), "{word}");
    }
    let error = send(once(false), [http(200, &[], r#"{"status":"done"}"#)]).2.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Decode);
}

#[test]
fn what_must_not_be_repeated_is_sent_once() {
    let faults =
        [FaultKind::Broken, FaultKind::TimedOut, FaultKind::TooLarge, FaultKind::Redirected].map(Answer::Fault);
    for answer in faults.into_iter().chain([Answer::Never]) {
        let (_, script, result) = send(once(false), [answer, status("done")]);
        let error = result.unwrap_err();
        assert_eq!((error.kind(), script.count(), error.attempts()), (ErrorKind::MayHaveArrived, 1, 1));
        assert!(error.to_string().contains("look there before sending it again"), "{error}");
    }
    let (_, script, result) = send(once(false), [http(502, &[], "<html>"), status("done")]);
    let error = result.unwrap_err();
    assert_eq!((error.kind(), script.count()), (ErrorKind::MayHaveArrived, 1));
    assert_eq!(error.http_status().unwrap(), 502);
}

#[test]
fn a_plain_call_names_its_fault() {
    for answer in [Answer::Fault(FaultKind::Broken), Answer::Never, http(502, &[], "")] {
        let (_, script, result) = send(once(true), [answer, status("done")]);
        assert_eq!((result.unwrap_err().kind(), script.count()), (ErrorKind::Faults, 1));
    }
}

#[test]
fn only_what_never_left_is_tried_again() {
    let refused = || Answer::Fault(FaultKind::NotConnected);
    let (clock, script, result) = send(once(false), [refused(), refused(), status("done")]);
    assert_eq!((result.unwrap(), script.count(), clock.mono()), (7, 3, ms(2300)));
    let (_, script, result) = send(once(false), [refused()]);
    let error = result.unwrap_err();
    assert_eq!((error.kind(), script.count(), error.attempts()), (ErrorKind::Faults, 6, 6));
    let (_, script, result) = send(once(false), [refused(), Answer::Fault(FaultKind::Broken)]);
    assert_eq!((result.unwrap_err().kind(), script.count()), (ErrorKind::MayHaveArrived, 2));
}

#[test]
fn a_reply_that_is_no_answer_is_its_error() {
    let kinds = [
        (http(404, &[], ""), ErrorKind::Request),
        (http(401, &[], ""), ErrorKind::Request),
        (http(304, &[], ""), ErrorKind::Request),
        (http(429, &[("retry-after", "30")], ""), ErrorKind::Throttled),
        (http(200, &[], r#"{"error":"E"}"#), ErrorKind::Vendor),
        // It came, but what the vendor did is not known from it.
        (http(200, &[], "<html>"), ErrorKind::MayHaveArrived),
        (status("forged"), ErrorKind::Unverified),
    ];
    for (answer, kind) in kinds {
        let (_, script, result) = send(once(false), [answer, status("done")]);
        let error = result.unwrap_err();
        assert_eq!((error.kind(), script.count()), (kind, 1));
        assert!(error.reply().is_some());
        assert_eq!(error.asked_to_wait(), (kind == ErrorKind::Throttled).then_some(secs(30)));
    }
}

#[test]
fn each_try_has_its_time_and_the_call_its_deadline() {
    let (clock, script, _) = send(once(false), [Answer::Never]);
    assert_eq!((clock.mono(), script.sent()[0].limits.total), (secs(30), secs(30)));
    assert_eq!(script.sent()[0].ended, Some(secs(30)), "what is under way is broken off");

    let clock = TestClock::default();
    let script = Script::new(&clock, secs(29), [status("done")]);
    let client = client(&clock, &script);
    let mut poll = each_second();
    poll.deadline = secs(20);
    let limited = meta(poll, Limits::new(secs(2)), false);
    let calls: Vec<settled::BoxFuture<_>> = vec![
        Box::pin(job(&client, meta(each_second(), Limits::new(secs(2)), false)).send()),
        Box::pin(job(&client, limited).send()),
    ];
    let results = clock.run_all(calls);
    let kinds: Vec<_> = results.iter().map(|result| result.as_ref().err().map(Error::kind)).collect();
    assert_eq!(kinds, [Some(ErrorKind::Deadline), None], "the second one's turn did not come");
    assert_eq!(script.count(), 1);
}

#[test]
fn calls_and_waits_keep_the_vendors_minimum_together() {
    let clock = TestClock::default();
    let script = Script::new(&clock, ms(300), [status("working"), status("done")]);
    let client = client(&clock, &script);
    let limited = meta(each_second(), Limits::new(secs(2)), true);
    let wait = async { job(&client, limited).wait().await.map(|settled| settled.attempts()) };
    let calls: Vec<settled::BoxFuture<Result<u32, Error>>> = {
        let (client, other) = (client.clone(), client.clone());
        let send = move || job(&client, limited).send();
        let poll = job(&other, limited).poll_once();
        let (one, two) = (send(), send());
        vec![
            Box::pin(async { one.await.map(|_| 1) }),
            Box::pin(async { poll.await.map(|_| 1) }),
            Box::pin(async { two.await.map(|_| 1) }),
        ]
    };
    assert!(clock.run_all(calls).iter().all(Result::is_ok));
    assert_eq!(clock.run(wait).unwrap(), 1);
    let sent = script.sent();
    assert_eq!(sent.len(), 4);
    assert!(sent.windows(2).all(|pair| pair[1].at - pair[0].ended.unwrap() >= secs(2)), "{sent:?}");
}

#[test]
fn a_bad_input_is_not_sent() {
    let clock = TestClock::default();
    let script = Script::new(&clock, ms(1), [status("done")]);
    let call = Call::new(client(&clock, &script), Job { meta: once(false), id: "a/b".to_owned() });
    let error = clock.run(call.send()).unwrap_err();
    assert_eq!((error.kind(), error.attempts(), script.count()), (ErrorKind::Input, 0, 0));
}

#[test]
fn asking_once_tells_whatever_came() {
    let polled = poll_once(status("working")).1.unwrap();
    assert_eq!((polled.verdict(), polled.state()), (Verdict::State(State::Running), Some(State::Running)));
    assert_eq!((polled.word(), polled.reply().status().as_u16()), (Some("working"), 200));
    assert_eq!(polled.decode().unwrap(), 7);

    let polled = poll_once(http(503, &[], "<html>")).1.unwrap();
    assert_eq!((polled.verdict(), polled.state()), (Verdict::Transient, None));
    assert_eq!(polled.decode().unwrap_err().kind(), ErrorKind::Decode);

    let polled = poll_once(http(200, &[], "<html>canary")).1.unwrap();
    assert_eq!((polled.verdict(), polled.reason()), (Verdict::Unreadable, Some("not JSON")));
    assert!(!format!("{polled:?}").contains("canary"));

    let (script, result) = poll_once(Answer::Fault(FaultKind::NotConnected));
    assert_eq!((result.unwrap_err().kind(), script.count()), (ErrorKind::Faults, 1));
}

#[test]
fn a_recorded_reply_is_judged_without_a_network() {
    let clock = TestClock::default();
    let script = Script::new(&clock, Duration::ZERO, [status("done")]);
    let call = job(&client(&clock, &script), once(true));
    let polled = call.judge(&Reply::ok(r#"{"status":"done","result":3}"#)).unwrap();
    assert_eq!((polled.state(), polled.is_revisable()), (Some(State::Succeeded), true));
    assert_eq!(polled.rule().unwrap().facts, "status is done");
    assert_eq!(polled.decode().unwrap(), 3);
    assert_eq!(script.count(), 0);
}
