//! Many jobs, asked about together.

use std::time::Duration;

use settled::{ErrorKind, FaultKind, Outcome, State};
use settled_testkit::{Answer, Script, Sent, VirtualClock, reply, run};

settled::vendor!("tests/following/many.yaml");

use many::{Client, ScanningHandle, SheetsOfUsersHandle};

const fn secs(secs: u64) -> Duration {
    Duration::from_secs(secs)
}

fn client(answer: impl FnMut(&Sent) -> Answer + Send + 'static) -> (Client, Script, VirtualClock) {
    let clock = VirtualClock::new();
    let script = Script::answering(clock.clone(), answer);
    let builder = Client::builder().production().key("k-1").transport(script.clone()).clock(clock.clone());
    (builder.build().expect("a client"), script, clock)
}

/// The ids that a request asks about.
fn ids(sent: &Sent) -> Vec<String> {
    let query = sent.uri().query().unwrap_or_default();
    query.split('&').filter_map(|pair| pair.strip_prefix("id=")).map(str::to_owned).collect()
}

/// A vendor that says of each scan what `state` says, in reverse order.
fn vendor(
    mut state: impl FnMut(&str, Duration) -> &'static str + Send + 'static,
) -> impl FnMut(&Sent) -> Answer + Send {
    move |sent| {
        let scan = |id: &String| format!(r#"{{"id":"{id}","state":"{}"}}"#, state(id, sent.started()));
        let scans: Vec<_> = ids(sent).iter().rev().map(scan).collect();
        Answer::Reply(reply::json(format!(r#"{{"data":{{"scans":[{}]}}}}"#, scans.join(","))))
    }
}

fn handles<'i>(ids: impl IntoIterator<Item = &'i str>) -> Vec<ScanningHandle> {
    ids.into_iter().map(ScanningHandle::new).collect()
}

fn asked(script: &Script) -> Vec<(u64, String)> {
    script.requests().iter().map(|sent| (sent.started().as_secs(), ids(sent).join(","))).collect()
}

fn lines(all: &[(u64, &str)]) -> Vec<(u64, String)> {
    all.iter().map(|(at, ids)| (*at, (*ids).to_owned())).collect()
}

#[test]
fn each_job_ends_when_it_is_settled_and_as_it_is() {
    let (client, script, clock) = client(vendor(|id, at| match id {
        "a" => "done",
        "b" if at >= secs(20) => "broken",
        _ if at >= secs(30) => "done",
        _ => "open",
    }));
    let ended = run(&clock, async {
        let mut waiting = client.scanning().wait_all(handles(["a", "b", "c"])).start();
        let mut ended = Vec::new();
        while let Some((handle, done)) = waiting.next().await {
            let done = done.expect("an outcome");
            assert_eq!(done.reply().expect("a scan").id, handle.id);
            assert_eq!(done.job().handle().id, handle.id);
            ended.push((handle.id, done.outcome(), done.attempts(), waiting.left()));
        }
        ended
    });
    let of = |id: &str, outcome, attempts, left| (id.to_owned(), outcome, attempts, left);
    use Outcome::{Failed, Succeeded};
    assert_eq!(ended, [of("a", Succeeded, 1, 2), of("b", Failed, 3, 1), of("c", Succeeded, 4, 0)]);
    assert_eq!(asked(&script), lines(&[(0, "a,b,c"), (10, "b,c"), (20, "b,c"), (30, "c")]));
    assert!(script.requests().iter().all(|sent| sent.headers()["x-key"] == "k-1"));
}

#[test]
fn more_jobs_than_one_request_takes_are_asked_about_by_several_in_turn() {
    let (client, script, clock) = client(vendor(|_, at| if at < secs(10) { "open" } else { "done" }));
    let ids = ["a", "b", "c", "d", "e", "f", "g"];
    let ended = run(&clock, async { client.scanning().wait_all(handles(ids)).await });
    assert!(ended.iter().all(|(_, done)| done.is_ok()) && ended.len() == 7);
    let expected = [(0, "a,b,c"), (0, "d,e,f"), (0, "g"), (10, "a,b,c"), (10, "d,e,f"), (10, "g")];
    assert_eq!(asked(&script), lines(&expected));
}

#[test]
fn a_job_that_is_waited_for_twice_is_asked_about_once_and_ends_twice() {
    let (client, script, clock) = client(vendor(|_, _| "done"));
    let ended = run(&clock, async { client.scanning().wait_all(handles(["a", "b", "a", "c", "a"])).await });
    let mut ids: Vec<_> = ended.iter().filter(|(_, done)| done.is_ok()).map(|(handle, _)| handle.id.as_str()).collect();
    ids.sort_unstable();
    assert_eq!(ids, ["a", "a", "a", "b", "c"]);
    assert_eq!(asked(&script), lines(&[(0, "a,b,c")]));
}

#[test]
fn no_jobs_need_no_request() {
    let (client, script, clock) = client(vendor(|_, _| "done"));
    assert!(run(&clock, async { client.scanning().wait_all([]).await }).is_empty());
    assert!(script.requests().is_empty());
}

#[test]
fn a_job_that_a_reply_does_not_name_or_names_twice_has_met_a_fault_and_the_others_have_not() {
    let (client, script, clock) = client(|sent: &Sent| {
        let again = if sent.started() < secs(25) { r#",{"id":"b","state":"done"}"# } else { "" };
        let body =
            format!(r#"{{"data":{{"scans":[{{"id":"a","state":"done"}},{{"id":"b","state":"open"}}{again}]}}}}"#);
        Answer::Reply(reply::json(body))
    });
    let wait = client.scanning().wait_all(handles(["a", "b", "c"])).deadline(secs(300));
    let mut ended = run(&clock, async { wait.await });
    ended.sort_by(|one, other| one.0.id.cmp(&other.0.id));
    let [(_, a), (_, b), (_, c)] = ended.try_into().expect("three");
    assert_eq!(a.expect("settled").attempts(), 1);
    let (b, c) = (b.expect_err("never settled"), c.expect_err("never named"));
    assert_eq!((b.kind(), b.last_state()), (ErrorKind::Deadline, Some(State::Running)), "{b}");
    assert_eq!((c.kind(), c.attempts(), c.last_state()), (ErrorKind::Faults, 3, None));
    assert!(c.to_string().contains("says nothing about this job"), "{c}");
    assert_eq!(asked(&script)[..2], lines(&[(0, "a,b,c"), (10, "b,c")]));
}

#[test]
fn what_concerns_the_request_concerns_every_job_it_asks_about() {
    for (answer, kind, attempts) in [
        (Answer::Reply(reply::json_status(403, r#"{"code":"no"}"#)), ErrorKind::Vendor, 1),
        (Answer::Reply(reply::html(502)), ErrorKind::Faults, 3),
        (Answer::Fault(FaultKind::Broken), ErrorKind::Faults, 3),
        (Answer::Reply(reply::json(r#"{"data":{}}"#)), ErrorKind::Faults, 3),
        (Answer::Reply(reply::json("{}")), ErrorKind::Faults, 3),
    ] {
        let (client, script, clock) = client(move |_: &Sent| answer.clone());
        let ended = run(&clock, async { client.scanning().wait_all(handles(["a", "b"])).await });
        assert_eq!(ended.len(), 2);
        for (_, done) in ended {
            let error = done.map(drop).expect_err("no outcome");
            assert_eq!((error.kind(), error.attempts()), (kind, attempts), "{error}");
        }
        assert_eq!(script.requests().len(), attempts as usize);
    }
}

#[test]
fn a_throttled_request_holds_all_of_them_as_long_as_the_vendor_asks() {
    let mut asked_before = false;
    let mut then = vendor(|_, _| "done");
    let (client, script, clock) = client(move |sent: &Sent| match std::mem::replace(&mut asked_before, true) {
        false => Answer::Reply(reply::with_header(reply::json_status(429, "{}"), "retry-after", "45")),
        true => then(sent),
    });
    let ended = run(&clock, async { client.scanning().wait_all(handles(["a", "b"])).await });
    assert!(ended.iter().all(|(_, done)| done.as_ref().is_ok_and(|done| done.attempts() == 2)));
    assert_eq!(asked(&script), lines(&[(0, "a,b"), (45, "a,b")]));
}

#[test]
fn a_throttled_request_holds_those_too_that_it_did_not_ask_about() {
    let mut before = 0;
    let mut then = vendor(|_, _| "done");
    let (client, script, clock) = client(move |sent: &Sent| {
        before += 1;
        match before {
            1 => Answer::Reply(reply::with_header(reply::json_status(429, "{}"), "retry-after", "45")),
            _ => then(sent),
        }
    });
    let ended = run(&clock, async { client.scanning().wait_all(handles(["a", "b", "c", "d", "e"])).await });
    assert!(ended.iter().all(|(_, done)| done.is_ok()) && ended.len() == 5);
    let starts: Vec<_> = asked(&script).into_iter().map(|(at, _)| at).collect();
    assert_eq!(starts, [0, 45, 45]);
}

#[test]
fn a_deadline_and_a_cancelled_wait_end_all_that_are_left() {
    let (client, _, clock) = client(vendor(|id, _| if id == "a" { "done" } else { "open" }));
    for kind in [ErrorKind::Deadline, ErrorKind::Cancelled] {
        let wait = client.scanning().wait_all(handles(["a", "b", "c"])).deadline(secs(60));
        let ended = run(&clock, async {
            let alarm = clock.clone();
            let until = settled::Clock::now(&alarm).mono + secs(25);
            let wait = match kind {
                ErrorKind::Cancelled => wait.cancel_on(async move { settled::Clock::sleep_until(&alarm, until).await }),
                _ => wait,
            };
            wait.await
        });
        let errors: Vec<_> = ended.iter().filter_map(|(_, done)| done.as_ref().err()).collect();
        assert_eq!((ended.len(), errors.len()), (3, 2));
        for error in errors {
            assert_eq!((error.kind(), error.last_state()), (kind, Some(State::Running)), "{error}");
        }
    }
}

#[test]
fn a_map_of_jobs_by_their_ids_whose_elements_are_members_of_what_one_says() {
    let (client, script, clock) = client(|sent: &Sent| {
        let done = sent.started() >= secs(60);
        Answer::Reply(reply::json(format!(r#"{{"7":{{"done":true,"score":0.5}},"8":{{"done":{done}}},"9":null}}"#)))
    });
    let ended = run(&clock, async { client.sheets_of_users().wait_all([7, 8].map(SheetsOfUsersHandle::new)).await });
    let scores: Vec<_> = ended
        .iter()
        .map(|(handle, done)| (handle.sheet, done.as_ref().expect("done").reply().expect("a sheet").sheet.score))
        .collect();
    assert_eq!(scores, [(7, Some(0.5)), (8, None)]);
    let bodies: Vec<_> = script.requests().iter().map(|sent| sent.body().clone()).collect();
    assert_eq!(bodies, [&br#"{"numbers":[7,8]}"#[..], br#"{"numbers":[8]}"#]);
}

#[test]
fn the_result_of_one_of_them_is_fetched_as_ever() {
    let mut then = vendor(|_, _| "done");
    let (client, _, clock) = client(move |sent: &Sent| match sent.uri().path() {
        "/scans/a/text" => Answer::Reply(reply::json(r#"{"text":"hello"}"#)),
        _ => then(sent),
    });
    let text = run(&clock, async {
        let (_, done) = client.scanning().wait_all(handles(["a"])).start().next().await.expect("one");
        done?.result().await
    });
    assert_eq!(text.expect("a text").text, "hello");
}

#[test]
fn dropping_what_waits_for_the_next_loses_nothing() {
    let (client, script, clock) = client(vendor(|_, at| if at < secs(10) { "open" } else { "done" }));
    let ended = run(&clock, async {
        let mut waiting = client.scanning().wait_all(handles(["a"])).start();
        for _ in 0..5 {
            tokio::select! {
                biased;
                ended = waiting.next() => return ended,
                () = settled::Clock::sleep_until(&clock, settled::Clock::now(&clock).mono + secs(3)) => {}
            }
        }
        None
    });
    assert!(ended.is_some_and(|(_, done)| done.is_ok()));
    assert_eq!(asked(&script), lines(&[(0, "a"), (10, "a")]));
}
