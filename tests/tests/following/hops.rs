//! Jobs that are settled by the reply to their submission, fields of a handle that may be missing, results some hops away.

use settled::{ErrorKind, Outcome};
use settled_testkit::{Answer, Script, VirtualClock, reply, run};

use crate::{answer, lines, sent};

settled::vendor!("tests/following/orders.yaml");

pub(crate) use orders::ExplainedHandle;
use orders::{BatchHandle, Client};

fn client(answers: impl IntoIterator<Item = Answer>) -> (Client, Script, VirtualClock) {
    let clock = VirtualClock::new();
    let script = Script::exact(clock.clone(), answers);
    let builder = Client::builder().production().key("k-1").transport(script.clone()).clock(clock.clone());
    (builder.build().expect("a client"), script, clock)
}

#[test]
fn a_submission_that_settles_the_job_ends_the_wait_and_its_result_is_two_hops_away() {
    let (client, script, clock) = client([
        answer(r#"{ "id": "7", "state": "done", "report": "r-1" }"#),
        answer(r#"{ "url": "https://files.example/x?sig=s3cr3t", "part": "2" }"#),
        answer("a,b"),
    ]);
    let result = run(&clock, async {
        let job = client.order().submit().what("x").send().await?;
        assert_eq!(job.handle().operation, None);
        let mut waiting = job.wait().start();
        assert!(waiting.progress().next().await.is_none(), "nothing happens in a wait that is over");
        let done = waiting.await?;
        assert_eq!((done.outcome(), done.attempts()), (Outcome::Succeeded, 0));
        assert_eq!(done.reply()?.id, "7");
        done.result().await
    });
    assert_eq!(result.expect("the result"), "a,b");
    let expected = [
        ("POST https://orders.example/orders", false),
        ("GET https://orders.example/reports/r-1", false),
        ("GET https://files.example/x?sig=s3cr3t&part=2", false),
    ];
    assert_eq!(sent(&script), lines(&expected));
    let keys: Vec<_> = script.requests().iter().map(|sent| sent.headers().contains_key("x-key")).collect();
    assert_eq!(keys, [true, true, false]);
}

#[test]
fn a_submission_that_does_not_settle_the_job_is_waited_for() {
    let (client, script, clock) = client([
        Answer::Reply(reply::with_header(
            reply::json_status(201, r#"{ "id": "7", "state": "made" }"#),
            "location",
            "/operations/7",
        )),
        answer(r#"{ "id": "7", "state": "broken" }"#),
    ]);
    let done = run(&clock, client.order().submit().what("x").wait()).expect("an outcome");
    assert_eq!((done.outcome(), done.attempts()), (Outcome::Failed, 1));
    assert_eq!(done.job().handle().operation.as_deref(), Some("/operations/7"));
    let error = run(&clock, done.result()).expect_err("no result");
    assert_eq!(error.kind(), ErrorKind::NotSucceeded);
    assert_eq!(sent(&script)[1].0, "GET https://orders.example/operations/7");
}

#[test]
fn a_hop_that_fails_is_told_and_nothing_is_asked_after_it() {
    let done = |report: &'static str| answer(report);
    let (client, script, clock) = client([
        done(r#"{ "id": "7", "state": "done", "report": "r-1" }"#),
        Answer::Reply(reply::json_status(404, r#"{ "code": "gone" }"#)),
        done(r#"{ "id": "8", "state": "done" }"#),
    ]);
    run(&clock, async {
        let done = client.order().submit().what("x").wait().await.expect("an outcome");
        let error = done.result().await.expect_err("there is no report");
        assert_eq!((error.kind(), error.vendor_message()), (ErrorKind::Vendor, Some("gone")));
        let done = client.order().submit().what("x").wait().await.expect("an outcome");
        let error = done.result().await.expect_err("there is no name of a report");
        assert_eq!(error.kind(), ErrorKind::Decode);
        assert!(error.to_string().contains("`report`"), "{error}");
    });
    assert_eq!(script.requests().len(), 3);
}

#[test]
fn a_reply_of_another_type_settles_where_the_result_does_without_it() {
    let (client, script, clock) =
        client([answer(r#"{ "done": true }"#), answer(r#"{ "names": ["a"] }"#), answer(r#"{ "done": false }"#)]);
    run(&clock, async {
        let done = client.batch().submit().wait().await.expect("an outcome");
        assert_eq!((done.outcome(), done.raw().body().as_ref()), (Outcome::Succeeded, &br#"{ "done": true }"#[..]));
        let error = done.reply().expect_err("another type");
        assert!(error.to_string().contains("submission"), "{error}");
        assert_eq!(done.result().await.expect("the result").names, ["a"]);
        // A reply that neither settles it nor says where to ask: nothing is sent.
        let job = client.batch().submit().send().await.expect("a job");
        assert_eq!(job.poll_once().await.expect_err("no URL").kind(), ErrorKind::Input);
        let again = client.batch().at(BatchHandle::new(None, Some("3".to_owned())));
        assert_eq!(again.wait().await.expect_err("no URL").kind(), ErrorKind::Input);
    });
    assert_eq!(script.requests().len(), 3);
}

#[test]
fn a_result_is_where_the_operation_that_decided_says() {
    let handle = || orders::CheckingHandle::new("c");
    let (client, script, clock) =
        client([answer(r#"{ "done": true }"#), answer(r#"{ "clear": true, "file": "f-1" }"#), answer("paper")]);
    let paper = run(&clock, async { client.checking().at(handle()).wait().await?.result().await });
    assert_eq!(paper.expect("a paper"), "paper");
    let paths: Vec<_> = script.requests().iter().map(|sent| sent.uri().path().to_owned()).collect();
    assert_eq!(paths, ["/checks/c", "/checks/c/verdict", "/papers/f-1"]);

    for replies in [
        vec![answer(r#"{ "done": true, "file": "f-1" }"#)],
        vec![answer(r#"{ "done": true }"#), answer(r#"{ "clear": true }"#)],
    ] {
        let (client, script, clock) = self::client(replies.clone());
        let done = run(&clock, async { client.checking().at(handle()).wait().await }).expect("an outcome");
        assert_eq!(run(&clock, done.result()).expect_err("no place").kind(), ErrorKind::Decode);
        assert_eq!(script.requests().len(), replies.len());
    }
}

#[test]
fn there_is_a_result_for_the_outcomes_that_the_spec_says() {
    let told = |clear: &'static str| {
        let (client, script, clock) = client([answer(r#"{ "done": true }"#), answer(clear), answer("why")]);
        let job = client.explained().at(orders::ExplainedHandle::new("c"));
        let result = run(&clock, async { job.wait().await?.result().await });
        (result.map_err(|error| error.kind()), script.requests().len())
    };
    assert_eq!(told(r#"{ "clear": true }"#), (Ok("why".to_owned()), 3));
    assert_eq!(told(r#"{ "clear": false }"#), (Ok("why".to_owned()), 3));

    let (client, script, clock) = client([answer(r#"{ "done": true }"#), answer(r#"{ "clear": false, "file": "f" }"#)]);
    let done = run(&clock, async { client.checking().at(orders::CheckingHandle::new("c")).wait().await });
    let error = run(&clock, done.expect("an outcome").result()).expect_err("not for this outcome");
    assert_eq!((error.kind(), script.requests().len()), (ErrorKind::NotSucceeded, 2), "{error}");
}

/// A client of a vendor at this place.
pub(crate) fn orders_at(url: String) -> Client {
    Client::builder().base_url(url).key("k").build().expect("a client")
}
