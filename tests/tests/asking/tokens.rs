//! Tokens: fetched once, kept, renewed ahead of time and once when they are refused.

use std::time::Duration;

use settled::{ErrorKind, Outcome};
use settled_testkit::{Answer, BadServer, Behaviour, MockReply, Script, Sent, VirtualClock, reply, run};
use tokio::task::JoinSet;

use super::support::{
    CLIENT_ID, CLIENT_SECRET, asked, content, ms, only, text, umbrella, umbrella_builder, umbrella_client, yes,
};
use super::umbrella::Client;

/// The example of RFC 6749: the client of section 4.4.2 asks as there, and the reply is that of section 4.4.3.
#[tokio::test]
async fn a_token_is_asked_for_and_used_as_oauth_has_it() {
    let granted = r#"{"access_token":"2YotnFZFEjr1zCsicMWpAA","token_type":"example","expires_in":3600,
        "example_parameter":"example_value"}"#;
    let (auth, plain) = (BadServer::start([Behaviour::Answer(reply::json(granted))]).expect("a server"), yes());
    let client = umbrella_builder(&auth.url()).plain_url(plain.url()).build().expect("a client");
    for words in ["one", "two"] {
        assert!(client.note().words(words).send().await.expect("a note").ok);
    }
    let request = only(&auth);
    assert_eq!((request.method(), request.target()), ("POST", "/oauth2/token"));
    assert_eq!(request.header("authorization"), Some("Basic czZCaGRSa3F0MzpnWDFmQmF0M2JW"));
    assert_eq!(request.header("content-type"), Some("application/x-www-form-urlencoded"));
    assert_eq!(text(&request), "grant_type=client_credentials");
    let requests = plain.requests();
    assert_eq!(requests.len(), 2);
    for request in requests {
        assert_eq!(request.header("authorization"), Some("Bearer 2YotnFZFEjr1zCsicMWpAA"));
        assert!(!request.holds(CLIENT_SECRET) && !request.holds("czZCaGRSa3F0MzpnWDFmQmF0M2JW"));
    }
}

#[tokio::test]
async fn fifty_calls_at_once_fetch_it_once() {
    let vendor = umbrella().delay(ms(40)).start().expect("a mock vendor");
    let client = umbrella_client(&vendor.url());
    let mut calls = JoinSet::new();
    for _ in 0..50 {
        let call = client.clone().note().words("w");
        calls.spawn(async move { call.send().await.expect("a note").ok });
    }
    assert!(calls.join_all().await.into_iter().all(|ok| ok));
    content(&vendor, 51);
    assert_eq!(vendor.tokens_given("login"), 1);
    assert_eq!(vendor.requests()[0].operation(), Some("login"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn fifty_calls_at_once_on_many_threads_fetch_it_once() {
    let vendor = umbrella().delay(ms(40)).start().expect("a mock vendor");
    let client = umbrella_client(&vendor.url());
    let mut calls = JoinSet::new();
    for _ in 0..50 {
        let call = client.clone().signed();
        calls.spawn(async move { call.send().await.expect("it").ok });
    }
    assert!(calls.join_all().await.into_iter().all(|ok| ok));
    content(&vendor, 52);
    assert_eq!((vendor.tokens_given("login"), vendor.tokens_given("session")), (1, 1));
}

#[tokio::test]
async fn it_is_kept_by_a_client_and_its_clones_and_by_nobody_else() {
    let vendor = umbrella().start().expect("a mock vendor");
    let client = umbrella_client(&vendor.url());
    for client in [client.clone(), client.clone(), client] {
        assert!(client.note().words("w").send().await.expect("a note").ok);
        assert!(client.open().send().await.expect("it").ok);
    }
    assert_eq!(vendor.tokens_given("login"), 1);
    let other = umbrella_client(&vendor.url());
    assert!(other.open().send().await.expect("it").ok);
    assert_eq!(vendor.tokens_given("login"), 1, "what needs no token fetches none");
    assert!(other.note().words("w").send().await.expect("a note").ok);
    assert_eq!(vendor.tokens_given("login"), 2);
    content(&vendor, 10);
}

/// A vendor without a network: a token for a login, which lasts an hour, a job that takes 31 questions, and a yes for
/// all else.
fn scripted() -> (VirtualClock, Script, Client) {
    let clock = VirtualClock::new();
    let (mut given, mut polled) = (0, 0);
    let script = Script::answering(clock.clone(), move |sent| match sent.uri().path() {
        "/oauth2/token" => {
            given += 1;
            Answer::json(format!(r#"{{"access_token":"t-{given}","token_type":"Bearer","expires_in":3600}}"#))
        }
        "/jobs/7" => {
            polled += 1;
            Answer::json(if polled > 30 { r#"{"state":"done"}"# } else { r#"{"state":"open"}"# })
        }
        _ => Answer::json(r#"{"ok":true}"#),
    });
    let builder = Client::builder().client_id(CLIENT_ID).client_secret(CLIENT_SECRET).pin("p-1").production();
    let client = builder.transport(script.clone()).clock(clock.clone()).build().expect("a client");
    (clock, script, client)
}

fn bearers(script: &Script) -> Vec<String> {
    let sent: Vec<Sent> = script.requests();
    let calls = sent.iter().filter(|sent| sent.uri().path() == "/notes");
    calls.map(|sent| sent.header("authorization").expect("a token").to_owned()).collect()
}

#[test]
fn it_is_renewed_a_minute_before_an_hour_ends() {
    let (clock, script, client) = scripted();
    for seconds in [0, 3539, 3540, 7079, 7080, 100_000] {
        clock.advance(Duration::from_secs(seconds).saturating_sub(clock.elapsed()));
        assert!(run(&clock, client.note().words("w").send()).expect("a note").ok);
    }
    let expected = ["t-1", "t-1", "t-2", "t-2", "t-3", "t-4"].map(|token| format!("Bearer {token}"));
    assert_eq!(bearers(&script), expected);
}

#[tokio::test]
async fn it_is_renewed_before_the_vendor_refuses_it() {
    let vendor = umbrella().token_life(Duration::from_secs(3)).start().expect("a mock vendor");
    let client = umbrella_client(&vendor.url());
    for pause in [0, 1_000, 1_850] {
        tokio::time::sleep(ms(pause)).await;
        assert!(client.note().words("w").send().await.expect("a note").ok);
    }
    content(&vendor, 5);
    assert_eq!(vendor.tokens_given("login"), 2);
    assert!(vendor.requests().iter().all(|request| request.status() == Some(200)));
}

#[test]
fn where_it_cannot_be_renewed_ahead_of_time_the_one_that_is_there_still_does() {
    let clock = VirtualClock::new();
    let mut asked = 0;
    let script = Script::answering(clock.clone(), move |sent| match sent.uri().path() {
        "/oauth2/token" => {
            asked += 1;
            match asked {
                1 => Answer::json(r#"{"access_token":"t-1","token_type":"Bearer","expires_in":3600}"#),
                2 => Answer::Reply(reply::json_status(403, r#"{"error":"not now"}"#)),
                _ => Answer::json(r#"{"access_token":"t-2","token_type":"Bearer","expires_in":3600}"#),
            }
        }
        _ => Answer::json(r#"{"ok":true}"#),
    });
    let builder = Client::builder().client_id(CLIENT_ID).client_secret(CLIENT_SECRET).pin("p-1").production();
    let client = builder.transport(script.clone()).clock(clock.clone()).build().expect("a client");
    // Half a minute after the failure it is tried again.
    for seconds in [0, 3545, 3550, 3574, 3575] {
        clock.advance(Duration::from_secs(seconds).saturating_sub(clock.elapsed()));
        assert!(run(&clock, client.note().words("w").send()).expect("a note").ok);
    }
    let expected = ["t-1", "t-1", "t-1", "t-1", "t-2"].map(|token| format!("Bearer {token}"));
    assert_eq!(bearers(&script), expected);
}

#[tokio::test]
async fn one_that_is_refused_is_fetched_anew_once_and_the_call_is_made_again() {
    let vendor = umbrella().start().expect("a mock vendor");
    let client = umbrella_client(&vendor.url());
    assert!(client.note().words("w").send().await.expect("a note").ok);
    vendor.revoke_tokens();
    assert!(client.note().words("w").send().await.expect("a note").ok);
    content(&vendor, 5);
    let statuses: Vec<_> = vendor.requests().iter().filter_map(|request| request.status()).collect();
    assert_eq!(statuses, [200, 200, 401, 200, 200]);
    assert_eq!(vendor.tokens_given("login"), 2);
}

#[tokio::test]
async fn fifty_calls_that_are_refused_at_once_fetch_one_new_token() {
    let vendor = umbrella().delay(ms(20)).start().expect("a mock vendor");
    let client = umbrella_client(&vendor.url());
    assert!(client.note().words("w").send().await.expect("a note").ok);
    vendor.revoke_tokens();
    let mut calls = JoinSet::new();
    for _ in 0..50 {
        let call = client.clone().note().words("w");
        calls.spawn(async move { call.send().await.expect("a note").ok });
    }
    assert!(calls.join_all().await.into_iter().all(|ok| ok));
    assert_eq!((vendor.complaints(), vendor.tokens_given("login")), (Vec::new(), 2));
}

#[tokio::test]
async fn a_second_refusal_is_an_error() {
    // Behind the yes that every mock here starts with.
    let vendor = umbrella().reply(MockReply::status(401)).start().expect("a mock vendor");
    let client = umbrella_client(&vendor.url());
    assert!(client.note().words("w").send().await.expect("a note").ok);
    let error = client.note().words("w").send().await.expect_err("refused twice");
    assert_eq!((error.kind(), error.http_status().map(|status| status.as_u16())), (ErrorKind::Request, Some(401)));
    assert_eq!((vendor.tokens_given("login"), asked(&vendor, "note")), (2, 3));
    assert_eq!(vendor.complaints(), Vec::<String>::new());
}

#[tokio::test]
async fn a_wait_goes_on_over_a_refusal() {
    let states = ["open", "open", "done"].map(|state| MockReply::json(format!(r#"{{"state":"{state}"}}"#)));
    let vendor = umbrella().replies(states).start().expect("a mock vendor");
    let client = umbrella_client(&vendor.url());
    assert!(client.open().send().await.expect("it").ok);
    let mut waiting = client.job().id("7").wait().every(ms(5)).start();
    assert!(waiting.next().await.is_some());
    vendor.revoke_tokens();
    while waiting.next().await.is_some() {}
    let end = waiting.await.expect("an end");
    assert_eq!(end.outcome(), Outcome::Succeeded);
    assert_eq!((vendor.complaints(), vendor.tokens_given("login")), (Vec::new(), 2));
}

#[test]
fn it_is_renewed_in_the_middle_of_a_long_wait() {
    let (clock, script, client) = scripted();
    // Polls five minutes apart, while a token lasts an hour.
    let every = Duration::from_secs(300);
    let wait = client.job().id("7").wait().every(every).grow(1.0).jitter(0.0);
    let end = run(&clock, async { wait.deadline(every * 100).await }).expect("an end");
    assert_eq!((end.outcome(), end.attempts()), (Outcome::Succeeded, 31));
    let given = script.requests().iter().filter(|sent| sent.uri().path() == "/oauth2/token").count();
    assert_eq!((given, clock.elapsed()), (3, every * 30));
}
