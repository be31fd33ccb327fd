//! Limits of single operations and of single jobs, and what the reply to a submission says about the first question.

use std::future::IntoFuture as _;
use std::time::Duration;

use settled::{Clock as _, Error, ErrorKind};
use settled_testkit::{Answer, Script, VirtualClock, reply, run};

use crate::answer;

settled::vendor!("tests/following/reports.yaml");

use reports::{Client, MakingHandle};

fn client(answers: impl IntoIterator<Item = Answer>) -> (Client, Script, VirtualClock) {
    let clock = VirtualClock::new();
    let script = Script::repeating(clock.clone(), answers);
    let builder = Client::builder().production().key("k-1").transport(script.clone()).clock(clock.clone());
    (builder.build().expect("a client"), script, clock)
}

fn secs(all: &[f64]) -> Vec<Duration> {
    all.iter().map(|secs| Duration::from_secs_f64(*secs)).collect()
}

/// When each request was sent, counted from the first.
fn starts(script: &Script) -> Vec<Duration> {
    let requests = script.requests();
    let first = requests.first().map_or(Duration::ZERO, |sent| sent.started());
    requests.iter().map(|sent| sent.started() - first).collect()
}

fn accepted(retry_after: &str, body: &'static str) -> Answer {
    Answer::Reply(reply::with_header(reply::json_status(202, body), "retry-after", retry_after))
}

#[test]
fn the_reply_to_a_submission_says_when_to_ask_first() {
    let done = || answer(r#"{ "done": true }"#);
    for (created, first) in [
        (accepted("7", r#"{ "id": "r" }"#), 7.0),
        (answer(r#"{ "id": "r", "wait": 9 }"#), 9.0),
        (accepted("7", r#"{ "id": "r", "wait": 9 }"#), 9.0),
        (accepted("11", r#"{ "id": "r", "wait": 9 }"#), 11.0),
        (accepted("soon", r#"{ "id": "r" }"#), 0.0),
        (answer(r#"{ "id": "r" }"#), 0.0),
    ] {
        let (client, script, clock) = client([created.clone(), done()]);
        assert!(run(&clock, client.making().submit().wait()).is_ok());
        assert_eq!(starts(&script), secs(&[0.0, first]));

        // The same with a pause between the two, and whatever the caller wishes.
        let (client, script, clock) = self::client([created, done(), done()]);
        run(&clock, async {
            let job = client.making().submit().send().await?;
            clock.sleep_until(clock.now().mono + Duration::from_secs(3)).await;
            job.clone().wait().first(Duration::ZERO).every(Duration::ZERO).await.map(drop)?;
            client.making().at(job.handle().clone()).wait().await.map(drop)
        })
        .expect("settled");
        let first = f64::max(first, 3.0);
        assert_eq!(starts(&script), secs(&[0.0, first, first]), "what is stored says nothing of that");
    }
}

#[test]
fn a_first_question_beyond_the_deadline_ends_the_wait_at_once() {
    let (client, script, clock) = client([accepted("3600", r#"{ "id": "r" }"#)]);
    let error: Error = run(&clock, client.making().submit().wait()).map(drop).expect_err("too late");
    assert_eq!((error.kind(), error.asked_to_wait()), (ErrorKind::Deadline, Some(Duration::from_secs(3600))));
    assert_eq!((script.requests().len(), clock.elapsed()), (1, Duration::ZERO), "{error}");
}

#[test]
fn an_interval_per_job_holds_each_job_for_itself() {
    let (client, script, clock) = client([answer(r#"{ "done": false }"#)]);
    let hasty = |id: &str| {
        let wait = client.making().at(MakingHandle::new(id)).wait();
        wait.every(Duration::ZERO).at_most(Duration::ZERO).tries(3).into_future()
    };
    run(&clock, async {
        let (one, other) = tokio::join!(hasty("a"), hasty("b"));
        assert!(one.is_err() && other.is_err());
    });
    assert_eq!(starts(&script), secs(&[0.0, 0.0, 2.0, 2.0, 4.0, 4.0]));
    run(&clock, async {
        for _ in 0..3 {
            assert!(client.report().id("a").poll_once().await.is_ok());
        }
    });
    assert_eq!(script.gaps()[6..], secs(&[0.0, 0.0]), "a question for itself is held by nothing");
}

#[test]
fn an_interval_per_job_of_a_follow_up_holds_once_it_is_asked() {
    let open = || answer(r#"{ "ok": false }"#);
    let (client, script, clock) =
        client([answer(r#"{ "done": true, "review": 5 }"#), open(), open(), answer(r#"{ "ok": true }"#)]);
    let wait = client.report().id("a").wait().every(Duration::ZERO).at_most(Duration::ZERO);
    assert!(run(&clock, wait.into_future()).is_ok());
    assert_eq!(starts(&script), secs(&[0.0, 2.0, 9.0, 16.0]), "the first by the first one's interval");
}

#[test]
fn rates_of_an_operation_hold_nobody_else() {
    let (client, script, clock) = client([answer(r#"{ "id": "r", "done": true }"#)]);
    run(&clock, async {
        let create = || async { client.create().send().await.map(drop) };
        let ask = async {
            for _ in 0..3 {
                client.report().id("r").poll_once().await.map(drop)?;
            }
            Ok::<(), Error>(())
        };
        let (one, two, asked) = tokio::join!(create(), create(), ask);
        one.and(two).and(asked).expect("replies");
    });
    assert_eq!(starts(&script), secs(&[0.0, 0.0, 0.0, 0.0, 60.0]));
}
