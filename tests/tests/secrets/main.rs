//! No secret, no id and no personal data is shown: by no value, no error and no log line, whatever happens on the way;
//! and none of it reaches another server than the vendor's.

mod calls;
mod canary;
mod ids;
mod notebook;
mod vendors;

use std::time::{Duration, Instant};

use calls::{Call, NAMES, Shown};
use canary::{canary, given_away};
use settled::ReqwestTransport;
use settled_testkit::{BadServer, Behaviour, ClosedPort, reply};

const REDIRECTS: [u16; 5] = [301, 302, 303, 307, 308];

/// Runs one call against one behaviour.
async fn call(call: &Call, behaviour: Behaviour) -> Shown {
    let server = BadServer::start([behaviour]).expect("a server");
    call.go(server.url(), None).await
}

fn assert_nothing_shown(what: &str, shown: &Shown) {
    let found = given_away(&shown.text, NAMES);
    assert!(found.is_empty(), "{what} shows {found:?}:\n{}", shown.text);
    assert!(shown.text.len() > 200, "{what} shows next to nothing, so nothing was looked at");
}

fn assert_nothing_logged() {
    let log = notebook::read();
    assert!(log.contains("settled.attempt"), "nothing was logged");
    let found = given_away(&log, NAMES);
    let shows = |line: &&str| !given_away(line, &found).is_empty();
    assert!(found.is_empty(), "the log shows {found:?}: {:?}", log.lines().find(shows));
}

#[tokio::test]
async fn outcomes_and_refusals_show_no_secret() {
    notebook::open();
    for operation in calls::all() {
        let shown = call(&operation, Behaviour::Answer(reply::json(operation.good.clone()))).await;
        assert!(shown.is_good, "{}: {}", operation.name, shown.text);
        assert_nothing_shown(operation.name, &shown);
        for status in [200, 400, 401, 403, 404, 429, 500] {
            let refusal = reply::json_status(status, operation.refusal.clone());
            let shown = call(&operation, Behaviour::Answer(refusal)).await;
            assert!(!shown.is_good || status == 200, "{}, HTTP {status}", operation.name);
            assert_nothing_shown(&format!("{}, HTTP {status}", operation.name), &shown);
        }
        let unsigned = operation.good.replace(r#""signature":""#, r#""signature":"x"#);
        let is_signed = unsigned != operation.good;
        let shown = call(&operation, Behaviour::Answer(reply::json(unsigned))).await;
        assert!(!is_signed || !shown.is_good, "{}: a wrong signature was taken", operation.name);
        assert_nothing_shown(&format!("{}, a wrong signature", operation.name), &shown);
    }
    assert_nothing_logged();
}

#[tokio::test]
async fn broken_connections_show_no_secret() {
    notebook::open();
    for operation in calls::all() {
        // Only a wait can be given a time for its requests; a call that is made once has the 30 s of its spec.
        let is_wait = !["smile_id.job_status, asked once", "incode.finish_status"].contains(&operation.name);
        let is_slow = |name: &str| ["silence", "byte by byte", "slow"].iter().any(|slow| name.contains(slow));
        for (name, behaviour) in Behaviour::corpus() {
            if is_slow(name) && !is_wait {
                continue;
            }
            let started = Instant::now();
            let shown = call(&operation, behaviour).await;
            let what = format!("{}, {name}", operation.name);
            assert!(started.elapsed() < Duration::from_secs(10), "{what} took {:?}", started.elapsed());
            assert_nothing_shown(&what, &shown);
        }
        let closed = ClosedPort::new().expect("a port");
        let shown = operation.go(closed.url(), None).await;
        assert!(!shown.is_good);
        assert_nothing_shown(&format!("{}, no server", operation.name), &shown);
    }
    assert_nothing_logged();
}

#[tokio::test]
async fn redirects_bring_nothing_to_another_server() {
    notebook::open();
    for operation in calls::all() {
        let other = BadServer::start([Behaviour::Answer(reply::json(operation.good.clone()))]).expect("a server");
        let port = other.addr().port();
        for status in REDIRECTS {
            for host in ["127.0.0.1", "localhost"] {
                let to = format!("http://{host}:{port}/elsewhere?token={}", canary("location"));
                let shown = call(&operation, Behaviour::Answer(reply::redirect(status, &to))).await;
                let what = format!("{}, HTTP {status} to {host}", operation.name);
                assert!(!shown.is_good, "{what}");
                assert_nothing_shown(&what, &shown);
            }
        }
        assert_eq!(other.connections(), 0, "{}: a redirect was followed", operation.name);
    }
    assert_nothing_logged();
}

#[tokio::test]
async fn a_client_that_follows_redirects_brings_no_outcome() {
    notebook::open();
    for operation in calls::all() {
        for status in REDIRECTS {
            let other = BadServer::start([Behaviour::Answer(reply::json(operation.good.clone()))]).expect("a server");
            let redirect = Behaviour::Answer(reply::redirect(status, &format!("{}/elsewhere", other.url())));
            let server = BadServer::start([redirect]).expect("a server");
            let transport = ReqwestTransport::from_client(reqwest::Client::new());
            let shown = operation.go(server.url(), Some(transport)).await;
            let what = format!("{}, HTTP {status}", operation.name);
            assert_eq!(other.connections(), 1, "{what}: reqwest's default client follows redirects");
            assert!(!shown.is_good, "{what}: a reply of another server was taken: {}", shown.text);
            assert_nothing_shown(&what, &shown);
        }
    }
    assert_nothing_logged();
}
