//! Token endpoints that fail, and callers that go away.

use std::future::poll_fn;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::task::Poll;
use std::time::{Duration, Instant};

use bytes::Bytes;
use settled::{BoxFuture, Error, ErrorKind, Reply, ReqwestTransport, SendLimits, Transport, TransportFault};
use settled_testkit::{Answer, BadServer, Behaviour, ClosedPort, MockReply, Script, VirtualClock, reply, run};
use tokio::time::timeout;

use super::support::{CLIENT_ID, CLIENT_SECRET, Fast, all, asked, content, ms, umbrella, umbrella_builder, yes};
use super::umbrella::Client;

/// All that an error shows.
fn shown(error: &Error) -> String {
    let mut text = format!("{error}\n{error:?}\n{error:#?}\n");
    let sources = std::iter::successors(std::error::Error::source(error), |error| error.source());
    sources.for_each(|source| text.push_str(&format!("{source}\n{source:?}\n")));
    text
}

#[track_caller]
fn assert_credential(error: &Error, what: &str) {
    assert_eq!(error.kind(), ErrorKind::Credential, "{what}: {error}");
    assert_eq!((error.vendor(), error.operation()), (Some("umbrella"), Some("note")), "{what}");
    assert!(error.to_string().contains("`login`"), "{what}: {error}");
    let text = shown(error);
    for secret in ["canary", CLIENT_SECRET, "czZCaGRSa3F0MzpnWDFmQmF0M2JW", "Z1gxZkJhdDNiV"] {
        assert!(!text.contains(secret), "{what} shows {secret}: {text}");
    }
}

#[tokio::test]
async fn an_endpoint_that_is_away_for_a_moment_is_asked_again() {
    for status in [503, 500, 502, 408, 429] {
        let vendor = umbrella().token_reply("login", MockReply::status(status)).start().expect("a mock vendor");
        let client = umbrella_builder(&vendor.url()).clock(Fast::new(30)).build().expect("a client");
        assert!(client.note().words("w").send().await.expect("a note").ok);
        content(&vendor, 3);
        assert_eq!((vendor.tokens_given("login"), asked(&vendor, "login")), (1, 2), "HTTP {status}");
    }
}

#[test]
fn an_endpoint_says_itself_when_to_ask_again() {
    let clock = VirtualClock::new();
    let busy = || Answer::Reply(reply::with_header(reply::empty(429), "retry-after", "17"));
    let token = r#"{"access_token":"t-1","token_type":"Bearer","expires_in":3600}"#;
    let script = Script::exact(clock.clone(), [busy(), Answer::json(token), Answer::json(r#"{"ok":true}"#)]);
    let client = virtual_client(&clock, &script);
    assert!(run(&clock, client.note().words("w").send()).expect("a note").ok);
    assert_eq!(script.requests()[1].started(), Duration::from_secs(17));

    // Longer than a call can wait for a token.
    let clock = VirtualClock::new();
    let busy = Answer::Reply(reply::with_header(reply::empty(503), "retry-after", "3600"));
    let script = Script::exact(clock.clone(), [busy]);
    let error = run(&clock, virtual_client(&clock, &script).note().words("w").send()).map(drop).expect_err("no token");
    assert_credential(&error, "an hour");
    assert_eq!(clock.elapsed(), Duration::ZERO);
}

fn virtual_client(clock: &VirtualClock, script: &Script) -> Client {
    let builder = Client::builder().client_id(CLIENT_ID).client_secret(CLIENT_SECRET).pin("p-1").production();
    builder.transport(script.clone()).clock(clock.clone()).build().expect("a client")
}

/// What a token endpoint may say instead of a token, and how often it is asked.
fn refusals() -> Vec<(&'static str, Reply, usize)> {
    let token = |text: &str| reply::json(text.to_owned());
    vec![
        ("401", reply::json_status(401, r#"{"error":"canary"}"#), 1),
        ("400", reply::json_status(400, r#"{"error":"invalid_client","error_description":"canary"}"#), 1),
        ("403", reply::html(403), 1),
        ("302", reply::redirect(302, "https://elsewhere.example/canary?canary"), 1),
        ("503 for ever", reply::json_status(503, r#"{"error":"canary"}"#), 6),
        ("no JSON", reply::of_type(200, "application/json", "canary"), 1),
        ("a page", reply::of_type(200, "text/html", "<html>canary</html>"), 1),
        ("nothing", reply::json(""), 1),
        ("a list", token(r#"["canary"]"#), 1),
        ("another type", token(r#"{"access_token":7,"token_type":"canary","expires_in":3600}"#), 1),
        ("no token", token(r#"{"token_type":"canary","expires_in":3600}"#), 1),
        ("an empty token", token(r#"{"access_token":"","token_type":"canary","expires_in":3600}"#), 1),
        ("a token of null", token(r#"{"access_token":null,"token_type":"canary","expires_in":3600}"#), 1),
        ("no life", token(r#"{"access_token":"canary","token_type":"canary"}"#), 1),
        ("no life left", token(r#"{"access_token":"canary","token_type":"canary","expires_in":0}"#), 1),
        ("a life before now", token(r#"{"access_token":"canary","token_type":"canary","expires_in":-5}"#), 1),
    ]
}

#[tokio::test]
async fn what_is_no_token_is_an_error_that_shows_nothing_of_it() {
    let refused = |(what, reply, count): (&'static str, Reply, usize)| async move {
        let auth = BadServer::start([Behaviour::Answer(reply)]).expect("a server");
        let plain = yes();
        let builder = umbrella_builder(&auth.url()).plain_url(plain.url()).clock(Fast::new(30));
        let client = builder.build().expect("a client");
        for round in 1..=2 {
            let error = client.note().words("w").send().await.expect_err(what);
            assert_credential(&error, what);
            assert_eq!((auth.requests().len(), plain.connections()), (round * count, 0), "{what}");
        }
    };
    all(refusals().into_iter().map(refused)).await;
}

#[tokio::test]
async fn broken_endpoints_are_errors_that_show_nothing() {
    let plain = &yes();
    let whole = || reply::json(r#"{"access_token":"canary","token_type":"canary","expires_in":3600}"#);
    let behaviours = [
        ("closed", Behaviour::Close),
        ("closed after the request", Behaviour::CloseAfterRequest),
        ("reset", Behaviour::Reset { reply: whole(), after: 120 }),
        ("no HTTP", Behaviour::garbage()),
        ("a lying length", Behaviour::LyingLength { reply: whole(), claimed: 5_000 }),
        ("without end", Behaviour::EndlessChunks { size: 64 << 10, every: Duration::ZERO }),
        ("a bomb", Behaviour::Answer(reply::json(vec![b' '; 2 << 20]))),
    ];
    let broken = |(what, behaviour)| async move {
        let auth = BadServer::start([behaviour]).expect("a server");
        let builder = umbrella_builder(&auth.url()).plain_url(plain.url()).clock(Fast::new(30));
        let error = builder.build().expect("a client").note().words("w").send().await.expect_err(what);
        assert_credential(&error, what);
        assert_eq!(auth.connections(), 6, "{what}");
    };
    all(behaviours.into_iter().map(broken)).await;
    let closed = ClosedPort::new().expect("a port");
    let builder = umbrella_builder(&closed.url()).plain_url(plain.url()).clock(Fast::new(100));
    let error = builder.build().expect("a client").note().words("w").send().await.expect_err("no connection");
    assert_credential(&error, "no server");
    assert_eq!(plain.connections(), 0);
}

#[test]
fn an_endpoint_that_never_answers_is_an_error_in_time() {
    let clock = VirtualClock::new();
    let script = Script::repeating(clock.clone(), [Answer::Never]);
    let error = run(&clock, virtual_client(&clock, &script).note().words("w").send()).map(drop).expect_err("no token");
    assert_credential(&error, "silence");
    assert!(clock.elapsed() <= Duration::from_secs(180), "{:?}", clock.elapsed());
}

#[test]
fn a_failure_is_told_to_all_who_wait_for_it_and_the_next_caller_asks_again() {
    let clock = VirtualClock::new();
    let refused = Answer::Reply(reply::empty(403)).after(Duration::from_secs(1));
    let token = r#"{"access_token":"t-1","token_type":"Bearer","expires_in":3600}"#;
    let script = Script::exact(clock.clone(), [refused, Answer::json(token), Answer::json(r#"{"ok":true}"#)]);
    let client = virtual_client(&clock, &script);
    let ends = run(&clock, all((0..10).map(|_| client.note().words("w").send())));
    for end in ends {
        assert_credential(&end.map(drop).expect_err("no token"), "joined");
    }
    assert_eq!(script.requests().len(), 1);
    assert!(run(&clock, client.note().words("w").send()).expect("a note").ok);
    assert_eq!(script.left(), 0);
}

/// A transport that counts the requests under way.
#[derive(Clone)]
struct Counted {
    inner: ReqwestTransport,
    under_way: Arc<AtomicUsize>,
}

struct UnderWay(Arc<AtomicUsize>);

impl Drop for UnderWay {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::SeqCst);
    }
}

impl Transport for Counted {
    fn send(&self, request: http::Request<Bytes>, limits: SendLimits) -> BoxFuture<Result<Reply, TransportFault>> {
        self.under_way.fetch_add(1, Ordering::SeqCst);
        let (guard, sending) = (UnderWay(Arc::clone(&self.under_way)), self.inner.send(request, limits));
        Box::pin(async move {
            let sent = sending.await;
            drop(guard);
            sent
        })
    }
}

#[tokio::test]
async fn callers_that_go_away_leave_nothing_behind_and_the_next_one_gets_a_token() {
    let vendor = umbrella().delay(ms(400)).start().expect("a mock vendor");
    let counted = Counted { inner: ReqwestTransport::new().expect("a transport"), under_way: Arc::default() };
    let under_way = Arc::clone(&counted.under_way);
    let client = umbrella_builder(&vendor.url()).transport(counted).build().expect("a client");
    let mut waiting = Vec::new();
    for _ in 0..10 {
        let mut call = Box::pin(client.note().words("w").send());
        timeout(ms(5), &mut call).await.expect_err("the token takes longer");
        waiting.push(call);
    }
    assert_eq!(under_way.load(Ordering::SeqCst), 1, "one fetches for all");
    drop(waiting);
    let started = Instant::now();
    assert!(client.note().words("w").send().await.expect("a note").ok);
    assert!(started.elapsed() < Duration::from_secs(5), "{:?}", started.elapsed());
    assert_eq!(asked(&vendor, "note"), 1);
    assert!(vendor.tokens_given("login") <= 2);
    assert_eq!(vendor.complaints(), Vec::<String>::new());

    // Nor does the client itself keep anything, once it is gone in the middle of a fetch.
    vendor.revoke_tokens();
    let mut call = Box::pin(client.note().words("w").send());
    timeout(ms(600), &mut call).await.expect_err("refused, and then the token takes longer");
    assert_eq!(under_way.load(Ordering::SeqCst), 1);
    drop((call, client));
    assert_eq!((under_way.load(Ordering::SeqCst), Arc::strong_count(&under_way)), (0, 1));
}

#[test]
fn a_caller_that_comes_long_after_the_others_went_gets_a_token() {
    let clock = VirtualClock::new();
    let token = Answer::json(r#"{"access_token":"t-1","token_type":"Bearer","expires_in":3600}"#);
    let answers = [token.clone().after(Duration::from_secs(1)), Answer::json(r#"{"ok":true}"#), token];
    let script = Script::repeating(clock.clone(), answers);
    let client = virtual_client(&clock, &script);
    let mut call = Box::pin(client.note().words("w").send());
    run(&clock, poll_fn(|cx| Poll::Ready(call.as_mut().poll(cx).is_ready())));
    drop(call);
    assert_eq!(script.requests().len(), 1);
    // Nobody polls the request for the token meanwhile.
    clock.advance(Duration::from_secs(120));
    assert!(run(&clock, client.note().words("w").send()).expect("a note").ok);
    assert_eq!(script.requests()[1].header("authorization"), Some("Bearer t-1"));
}
