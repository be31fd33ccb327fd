//! The in-memory transport.

use std::time::Duration;

use bytes::Bytes;
use http::{Request, StatusCode};
use settled::{Clock, FaultKind, Reply, SendLimits, Transport, TransportFault};
use settled_testkit::{Answer, Ending, Script, VirtualClock, reply, run};

const LIMITS: SendLimits = SendLimits { total: Duration::from_secs(30), body: 1 << 20 };

fn request(number: usize) -> Request<Bytes> {
    Request::post(format!("https://api.acme.test/jobs/{number}?token=in-the-query"))
        .header("authorization", "Bearer in-the-header")
        .header("x-twice", "1")
        .header("x-twice", "2")
        .body(Bytes::from_static(b"in-the-body"))
        .expect("a request")
}

fn ask(clock: &VirtualClock, script: &Script, number: usize) -> Result<Reply, TransportFault> {
    run(clock, script.send(request(number), LIMITS))
}

#[test]
fn answers_come_in_order_and_when_they_are_due() {
    let clock = VirtualClock::new();
    let script = Script::exact(
        clock.clone(),
        [
            Answer::json("1").after(Duration::from_secs(2)).after(Duration::from_millis(500)),
            FaultKind::TimedOut.into(),
            reply::html(503).into(),
            Answer::status(StatusCode::NOT_MODIFIED),
        ],
    );
    assert_eq!(script.left(), 4);
    assert_eq!(ask(&clock, &script, 1).expect("a reply").body().as_ref(), b"1");
    assert_eq!(clock.elapsed(), Duration::from_millis(2_500));
    clock.advance(Duration::from_secs(7));
    assert_eq!(ask(&clock, &script, 2).expect_err("a fault").kind(), FaultKind::TimedOut);
    assert_eq!(ask(&clock, &script, 3).expect("a reply").status(), 503);
    assert_eq!(ask(&clock, &script, 4).expect("a reply").status(), 304);
    assert_eq!(script.left(), 0);
    assert_eq!(script.gaps(), [Duration::from_secs(7), Duration::ZERO, Duration::ZERO]);

    let sent = script.requests();
    let endings: Vec<Option<Ending>> = sent.iter().map(|sent| sent.ending()).collect();
    let answered = Some(Ending::Answered);
    assert_eq!(endings, [answered, Some(Ending::Faulted(FaultKind::TimedOut)), answered, answered]);
    assert_eq!((sent[0].started(), sent[0].ended()), (Duration::ZERO, Some(Duration::from_millis(2_500))));
    assert_eq!(
        (sent[1].started(), sent[1].ended()),
        (Duration::from_millis(9_500), Some(Duration::from_millis(9_500)))
    );
}

#[test]
fn a_request_is_kept_whole() {
    let clock = VirtualClock::new();
    let script = Script::repeating(clock.clone(), [Answer::json("{}")]);
    ask(&clock, &script, 9).expect("a reply");
    let sent = &script.requests()[0];
    assert_eq!(sent.method(), "POST");
    assert_eq!(sent.uri(), "https://api.acme.test/jobs/9?token=in-the-query");
    assert_eq!(sent.header("Authorization"), Some("Bearer in-the-header"));
    assert_eq!(sent.header("x-twice"), None);
    assert_eq!(sent.headers().get_all("x-twice").iter().count(), 2);
    assert_eq!(sent.body().as_ref(), b"in-the-body");
    assert_eq!(sent.limits(), LIMITS);
}

#[test]
#[should_panic(expected = "the script has no answer left for request 2, `POST /jobs/2`")]
fn an_exact_script_does_not_go_on() {
    let clock = VirtualClock::new();
    let script = Script::exact(clock.clone(), [Answer::json("{}")]);
    ask(&clock, &script, 1).expect("a reply");
    let _ = ask(&clock, &script, 2);
}

#[test]
#[should_panic(expected = "needs one")]
fn nothing_cannot_be_repeated() {
    Script::repeating(VirtualClock::new(), []);
}

#[test]
fn the_last_answer_repeats_with_its_delay() {
    let clock = VirtualClock::new();
    let script = Script::repeating(clock.clone(), [Answer::json("1"), Answer::json("2").after(Duration::from_secs(1))]);
    let bodies: Vec<Bytes> =
        (0..4).map(|number| ask(&clock, &script, number).expect("a reply").body().clone()).collect();
    assert_eq!(bodies, ["1", "2", "2", "2"]);
    assert_eq!(clock.elapsed(), Duration::from_secs(3));
    assert_eq!(script.left(), 0);
}

#[test]
fn never_is_ended_by_the_caller_and_the_end_is_written_down() {
    let clock = VirtualClock::new();
    let script = Script::exact(clock.clone(), [Answer::Never]);
    run(&clock, async {
        tokio::select! {
            _ = script.send(request(1), LIMITS) => panic!("never came"),
            () = clock.sleep_until(Duration::from_secs(30)) => {}
        }
    });
    let sent = &script.requests()[0];
    assert_eq!((sent.ended(), sent.ending()), (Some(Duration::from_secs(30)), Some(Ending::Dropped)));
}

#[test]
fn an_answer_under_way_has_no_end_and_one_never_polled_is_not_sent() {
    let clock = VirtualClock::new();
    let script = Script::exact(clock.clone(), [Answer::json("{}").after(Duration::from_secs(1))]);
    drop(script.send(request(1), LIMITS));
    assert!(script.requests().is_empty());
    run(&clock, async {
        let mut answer = script.send(request(1), LIMITS);
        tokio::select! {
            biased;
            _ = &mut answer => panic!("too early"),
            () = std::future::ready(()) => {}
        }
        assert_eq!(script.requests()[0].ending(), None);
        assert_eq!(script.requests()[0].ended(), None);
        answer.await.expect("a reply");
    });
    assert_eq!(script.requests()[0].ended(), Some(Duration::from_secs(1)));
}

#[test]
fn an_answer_can_depend_on_the_request() {
    let clock = VirtualClock::new();
    let script = Script::answering(clock.clone(), |sent| match sent.uri().path() {
        "/jobs/1" => Answer::json("one"),
        _ => Answer::Fault(FaultKind::NotConnected),
    });
    assert_eq!(ask(&clock, &script, 1).expect("a reply").body().as_ref(), b"one");
    assert_eq!(ask(&clock, &script, 2).expect_err("a fault").kind(), FaultKind::NotConnected);
}

#[test]
fn debug_shows_no_query_no_header_value_and_no_body() {
    let clock = VirtualClock::new();
    let script = Script::repeating(clock.clone(), [Answer::json("in-the-reply")]);
    ask(&clock, &script, 1).expect("a reply");
    let shown = format!("{script:?} {:?} {:?}", script.requests(), Answer::json("in-the-reply"));
    assert!(shown.contains("/jobs/1"), "{shown}");
    assert!(!shown.contains("in-the"), "{shown}");
}
