//! What follows a submitted job: its status under a URL that the vendor hands over, its result, its end, its pages.

use std::future::IntoFuture as _;
use std::time::Duration;

use settled::{Clock as _, ErrorKind, Outcome, Reply, State};
use settled_testkit::{Answer, Script, VirtualClock, reply, run};

mod headers;
mod hops;
mod limits;
mod lists;
mod many;
mod pieces;
mod vendor {
    settled::vendor!("tests/following/acme.yaml");
}

use vendor::acme::{Client, CreateFormat, ExportHandle};

const CREATED: &str = r#"{ "id": 7, "links": { "status": "/v1/exports/7/state" } }"#;

fn answer(body: &'static str) -> Answer {
    Answer::Reply(reply::json(body))
}

fn client(answers: impl IntoIterator<Item = Answer>) -> (Client, Script, VirtualClock) {
    let clock = VirtualClock::new();
    let script = Script::exact(clock.clone(), answers);
    let builder = Client::builder().production().key("k-1").transport(script.clone()).clock(clock.clone());
    (builder.build().expect("a client"), script, clock)
}

/// Method and URL of each request, and whether the key went along.
fn sent(script: &Script) -> Vec<(String, bool)> {
    let requests = script.requests();
    let line = |sent: &settled_testkit::Sent| format!("{} {}", sent.method(), sent.uri());
    requests.iter().map(|sent| (line(sent), sent.headers().contains_key("authorization"))).collect()
}

fn lines(all: &[(&str, bool)]) -> Vec<(String, bool)> {
    all.iter().map(|(line, key)| ((*line).to_owned(), *key)).collect()
}

#[test]
fn a_job_is_submitted_in_steps_waited_for_and_its_result_fetched_without_the_key() {
    let (client, script, clock) = client([
        answer(CREATED),
        Answer::Reply(reply::empty(204)),
        answer(r#"{ "state": "queued" }"#),
        answer(r#"{ "state": "done", "file": "https://files.example/x?sig=s3cr3t" }"#),
        Answer::Reply(reply::of_type(200, "text/csv", "a,b\n")),
    ]);
    let result = run(&clock, async {
        let done = client.export().submit().format(CreateFormat::Csv).place("eu").rows("1;2").wait().await?;
        assert_eq!((done.outcome(), done.reply()?.state.as_str()), (Outcome::Succeeded, "done"));
        done.result().await
    });
    assert_eq!(result.expect("the result").as_ref(), b"a,b\n");
    let expected = [
        ("POST https://api.acme.example/v1/exports", true),
        ("PUT https://api.acme.example/v1/exports/7/data", true),
        ("GET https://api.acme.example/v1/exports/7/state?place=eu", true),
        ("GET https://api.acme.example/v1/exports/7/state?place=eu", true),
        ("GET https://files.example/x?sig=s3cr3t", false),
    ];
    assert_eq!(sent(&script), lines(&expected));
    assert_eq!(script.requests()[0].body().as_ref(), br#"{"format":"csv","place":"eu"}"#);
    assert_eq!(script.requests()[1].body().as_ref(), b"1;2");
}

#[test]
fn a_job_is_found_again_by_its_handle_and_can_be_cancelled() {
    let (client, script, clock) =
        client([answer(CREATED), answer(""), answer(""), answer(r#"{ "state": "stopped" }"#)]);
    let outcome = run(&clock, async {
        let job = client.export().submit().format("xml").place("eu").rows("").send().await?;
        let kept = job.handle().clone();
        assert!(!format!("{job:?} {kept:?}").contains("/exports/7/state"), "a status URL may be a secret");
        let handle = ExportHandle::new(kept.export, kept.status, kept.place);
        let again = client.export().at(handle);
        again.cancel().await?;
        again.wait().await.map(|done| done.outcome())
    });
    assert_eq!(outcome.expect("an outcome"), Outcome::Cancelled);
    assert_eq!(sent(&script)[2], ("DELETE https://api.acme.example/v1/exports/7".to_owned(), true));
}

#[test]
fn a_status_url_may_come_in_a_header_and_leads_to_the_vendor_alone() {
    let created =
        |location: &str| Answer::Reply(reply::with_header(reply::json(r#"{ "id": "7" }"#), "location", location));
    let done = || answer(r#"{ "state": "done" }"#);
    for (location, asked) in [
        ("https://eu.acme.example/s/7?t=1", Some("GET https://eu.acme.example/s/7?t=1&place=eu")),
        ("/v1/e/7", Some("GET https://api.acme.example/v1/e/7?place=eu")),
        ("https://evil.example/v1/e/7", None),
        ("https://api.acme.example.evil.example/", None),
        ("http://api.acme.example/v1/e/7", None),
        ("//evil.example/", None),
        ("e/7", None),
    ] {
        let (client, script, clock) = client([created(location), answer(""), done()]);
        let waited = run(&clock, client.export().submit().format("csv").place("eu").rows("").wait());
        match asked {
            Some(asked) => {
                assert!(waited.is_ok(), "{location}");
                assert_eq!(sent(&script)[2], (asked.to_owned(), true));
            }
            None => {
                let error = waited.map(drop).expect_err(location);
                assert_eq!((error.kind(), script.requests().len()), (ErrorKind::Input, 2), "{location}: {error}");
                assert!(!error.to_string().contains("/e/7"), "{error}");
            }
        }
    }
}

#[test]
fn a_job_that_cannot_be_found_again_may_be_at_the_vendor() {
    let (client, script, clock) = client([answer(r#"{ "id": 7 }"#), answer("")]);
    let error = run(&clock, client.export().submit().format("csv").place("eu").rows("").send()).map(drop);
    let error = error.expect_err("there is no status URL");
    assert_eq!((error.kind(), script.requests().len()), (ErrorKind::MayHaveArrived, 2));
    assert!(error.to_string().contains("`status`") && error.to_string().contains("look there"), "{error}");
}

#[test]
fn there_is_no_result_of_a_job_that_did_not_succeed_or_does_not_say_where() {
    let settled = |body: &'static str| {
        let (client, script, clock) = client([answer(body), answer("never asked for")]);
        let handle = ExportHandle::new("7", "/v1/exports/7/state", "eu");
        let error = run(&clock, async {
            let done = client.export().at(handle).wait().await.expect("settled");
            done.result().await.expect_err("no result").kind()
        });
        assert_eq!(script.requests().len(), 1);
        error
    };
    assert_eq!(settled(r#"{ "state": "error", "file": "https://files.example/x" }"#), ErrorKind::NotSucceeded);
    assert_eq!(settled(r#"{ "state": "done" }"#), ErrorKind::Decode);
    // An address that is not public is never asked, whatever the vendor says.
    assert_eq!(settled(r#"{ "state": "done", "file": "https://169.254.169.254/x" }"#), ErrorKind::Input);
}

#[test]
fn a_result_is_read_piece_by_piece_up_to_a_limit() {
    let read = |limit: u64, status: u16| {
        let (client, _, clock) = client([Answer::Reply(reply::of_type(status, "text/plain", "0123456789"))]);
        run(&clock, async {
            let mut download = client.file().file("https://files.example/x").send_streaming(limit).await?;
            let mut body = Vec::new();
            while let Some(piece) = download.chunk().await? {
                body.extend_from_slice(&piece);
            }
            Ok::<_, settled::Error>(body)
        })
    };
    assert_eq!(read(10, 200).expect("all of it"), b"0123456789");
    let error = read(9, 200).expect_err("one byte too many");
    assert!(error.kind() == ErrorKind::Faults && error.to_string().contains("9 bytes"), "{error}");
    assert_eq!(read(10, 403).expect_err("an error").kind(), ErrorKind::Request);
    assert_eq!(read(10, 500).expect_err("a fault").kind(), ErrorKind::Faults);
}

#[test]
fn another_operation_decides_once_a_rule_hands_over() {
    let (client, script, clock) = client([
        answer(r#"{ "done": false }"#),
        answer(r#"{ "done": true, "review": 3 }"#),
        answer(r#"{ "verdict": "open" }"#),
        Answer::Reply(reply::empty(503)),
        answer(r#"{ "verdict": "block", "why": "forged" }"#),
    ]);
    let started = clock.elapsed();
    let (settled, states) = run(&clock, async {
        let mut waiting = client.check().id("a/b").lang("de").wait().start();
        let mut states = Vec::new();
        while let Some(update) = waiting.next().await {
            states.push(update.state());
        }
        (waiting.await.expect("settled"), states)
    });
    assert_eq!((settled.outcome(), settled.code()), (Outcome::Rejected, Some("forged")));
    assert!(settled.reply().expect("what was asked for").done, "the reply is still the check's");
    let decision = settled.decision().map(Reply::body).expect("the review's reply");
    assert_eq!(decision.as_ref(), br#"{ "verdict": "block", "why": "forged" }"#);
    assert_eq!(states[..3], [Some(State::Pending), Some(State::Running), Some(State::Running)]);
    let expected = [
        ("GET https://api.acme.example/v1/checks/a%2Fb?lang=de", true),
        ("GET https://api.acme.example/v1/checks/a%2Fb?lang=de", true),
        ("GET https://api.acme.example/v1/checks/a%2Fb/reviews/3?lang=de", true),
        ("GET https://api.acme.example/v1/checks/a%2Fb/reviews/3?lang=de", true),
        ("GET https://api.acme.example/v1/checks/a%2Fb/reviews/3?lang=de", true),
    ];
    assert_eq!(sent(&script), lines(&expected));
    assert!(script.gaps()[1] < Duration::from_secs(1), "the review is asked for at once: {:?}", script.gaps());
    assert!(clock.elapsed() - started >= Duration::from_secs(30));
}

#[test]
fn jobs_that_are_born_elsewhere_are_found_by_what_their_status_needs() {
    let (client, script, clock) =
        client([answer(r#"{ "done": true, "review": 1 }"#), answer(r#"{ "verdict": "clear" }"#)]);
    let job = client.look_up().at(vendor::acme::LookUpHandle::new("7"));
    assert_eq!(run(&clock, job.wait().into_future()).expect("settled").outcome(), Outcome::Succeeded);
    assert_eq!(script.requests().len(), 2);
}

#[test]
fn pages_are_asked_for_one_after_the_other() {
    let (client, script, clock) = client([
        answer(r#"{ "rows": [1, 2], "next": "b c" }"#),
        answer(r#"{ "rows": [3], "next": "d" }"#),
        answer(r#"{ "rows": [], "next": null }"#),
    ]);
    let rows = run(&clock, async {
        let mut pages = client.rows().size(5).pages();
        let mut rows = Vec::new();
        while let Some(page) = pages.next().await.expect("a page") {
            rows.extend(page.rows);
        }
        assert!(pages.next().await.expect("nothing more").is_none());
        rows
    });
    assert_eq!(rows, [1, 2, 3]);
    let expected = [
        ("GET https://api.acme.example/v1/rows?size=5", true),
        ("GET https://api.acme.example/v1/rows?cursor=b%20c&size=5", true),
        ("GET https://api.acme.example/v1/rows?cursor=d&size=5", true),
    ];
    assert_eq!(sent(&script), lines(&expected));
}

#[test]
fn pages_that_come_again_and_pages_that_fail_end() {
    let clock = VirtualClock::new();
    let script = Script::repeating(clock.clone(), [answer(r#"{ "rows": [1], "next": "a" }"#)]);
    let builder = Client::builder().production().key("k").transport(script.clone()).clock(clock.clone());
    let client = builder.build().expect("a client");
    let (read, error) = run(&clock, async {
        let (mut pages, mut read) = (client.rows().pages(), 0);
        loop {
            match pages.next().await {
                Ok(Some(_)) => read += 1,
                Ok(None) => panic!("it ended"),
                Err(error) => break (read, error),
            }
        }
    });
    assert_eq!((read, error.kind(), script.requests().len()), (1, ErrorKind::Request, 2));
    let (client, _, clock) =
        self::client([answer(r#"{ "rows": [1], "next": "a" }"#), Answer::Reply(reply::empty(404))]);
    run(&clock, async {
        let mut pages = client.rows().pages();
        assert!(pages.next().await.expect("a page").is_some());
        assert_eq!(pages.next().await.map(drop).expect_err("none").kind(), ErrorKind::Request);
        assert!(pages.next().await.expect("over").is_none());
    });
}

#[test]
fn replies_tell_when_to_ask_again_and_how_far_the_job_is() {
    let throttled = |reset: &str, retry: Option<&str>| {
        let reply = reply::with_header(reply::empty(429), "x-reset", reset);
        Answer::Reply(retry.map_or(reply.clone(), |retry| reply::with_header(reply, "retry-after", retry)))
    };
    let clock = VirtualClock::new();
    let wall = clock.now().wall;
    let soon = (wall + Duration::from_secs(1000)).as_secs().to_string();
    let script = Script::exact(
        clock.clone(),
        [
            answer(r#"{ "state": "running", "n": 1, "of": 4, "wait": 90 }"#),
            answer(r#"{ "state": "running", "n": 3, "of": 4, "wait": "45.5" }"#),
            throttled(&soon, None),
            throttled(&soon, Some("20")),
            answer(r#"{ "state": "running", "n": 5, "of": 4 }"#),
            answer(r#"{ "state": "done" }"#),
        ],
    );
    let builder = Client::builder().production().key("k").transport(script.clone()).clock(clock.clone());
    let client = builder.build().expect("a client");
    let progress = run(&clock, async {
        let mut waiting = client.export_state().status("/v1/exports/7").place("eu").wait().start();
        let mut progress = Vec::new();
        while let Some(update) = waiting.next().await {
            progress.push(update.progress());
        }
        progress
    });
    assert_eq!(progress, [Some(25.0), Some(75.0), None, None, None, None]);
    let gaps: Vec<_> = script.gaps().iter().map(|gap| gap.as_secs_f64().round()).collect();
    assert_eq!(gaps[..2], [90.0, 46.0]);
    assert!(gaps[2] > 800.0 && gaps[2] <= 1000.0, "to the account's reset: {gaps:?}");
    assert!((20.0..60.0).contains(&gaps[3]), "the vendor's own word counts for more: {gaps:?}");
    assert_eq!(gaps[4], 10.0);
}
