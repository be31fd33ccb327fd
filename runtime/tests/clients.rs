//! Building clients, and the credentials that they share.

mod support;

use std::future::{Future, IntoFuture};
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::task::{Context, Poll, Wake, Waker};
use std::thread::Thread;
use std::time::{Duration, Instant};

use settled::{BoxFuture, Client, ClientBuilder, Clock, Credential, ErrorKind, Limits, Secret, Transport};

use support::{Answer, NO_LIMITS, Script, TestClock, builder, each_second, http, job, meta, ms, secs, status};

const NEEDS: &[&str] = &["partner_id", "api_key"];

fn scripted(answers: impl IntoIterator<Item = Answer>) -> (TestClock, Script) {
    let clock = TestClock::default();
    let script = Script::new(&clock, ms(100), answers);
    (clock, script)
}

fn config_error(builder: ClientBuilder) -> String {
    let error = builder.build("acme", NEEDS).expect_err("a config error");
    assert_eq!(error.kind(), ErrorKind::Config);
    format!("{error}")
}

#[test]
fn every_secret_must_be_given() {
    let (clock, script) = scripted([status("done")]);
    let given = || builder(&clock, &script);
    assert_eq!(config_error(given()), "`partner_id` is not given; call `.partner_id(…)` on the builder");
    let text = config_error(given().secret("partner_id", "2").secret("api_key", ""));
    assert_eq!(text, "`api_key` is empty; call `.api_key(…)` on the builder");
    assert!(given().secret("api_key", "k").secret("partner_id", "2").build("acme", NEEDS).is_ok());
}

#[test]
fn a_base_url_must_be_given() {
    let (clock, script) = scripted([status("done")]);
    let given = ClientBuilder::new().clock(clock).transport(script).secret("api_key", "k").secret("partner_id", "2");
    assert!(config_error(given).contains("`.base_url(…)`"));
}

#[test]
fn shared_transports_and_clocks_are_taken() {
    let (clock, script) = scripted([status("done")]);
    let transport: Arc<dyn Transport> = Arc::new(script.clone());
    let shared: Arc<dyn Clock> = Arc::new(clock.clone());
    let client = ClientBuilder::new().base_url("https://acme.example/v1/").clock(shared).transport(transport);
    let client = client.build("acme", &[]).unwrap();
    let wait = job(&client, meta(each_second(), NO_LIMITS, true)).wait();
    assert!(clock.run(wait.into_future()).is_ok());
    assert!(script.sent()[0].uri.starts_with("https://acme.example/v1/jobs/j-1?"));
}

#[test]
fn debug_shows_vendor_and_host() {
    let (clock, script) = scripted([status("done")]);
    let given = builder(&clock, &script).base_url("https://acme.example/canary-path").secret("api_key", "canary-key");
    assert_eq!(format!("{given:?}"), r#"ClientBuilder { secrets: ["api_key"], .. }"#);
    let client = given.secret("partner_id", "canary-id").build("acme", NEEDS).unwrap();
    assert_eq!(format!("{client:?}"), r#"Client { vendor: "acme", host: "acme.example", .. }"#);
    let call = job(&client, meta(each_second(), NO_LIMITS, true));
    let shown = format!("{call:?} {:?}", job(&client, meta(each_second(), NO_LIMITS, true)).wait());
    assert!(!shown.contains("canary") && !shown.contains("j-1"), "{shown}");
}

#[cfg(not(feature = "reqwest"))]
#[test]
fn without_reqwest_transport_and_clock_must_be_given() {
    let (clock, script) = scripted([status("done")]);
    let given = || ClientBuilder::new().base_url("https://acme.example");
    let text = given().clock(clock).build("acme", &[]).unwrap_err().to_string();
    assert!(text.contains("`.transport(…)`") && text.contains("`reqwest`"), "{text}");
    let text = given().transport(script).build("acme", &[]).unwrap_err().to_string();
    assert!(text.contains("`.clock(…)`") && text.contains("`reqwest`"), "{text}");
}

#[cfg(all(feature = "reqwest", not(any(feature = "rustls", feature = "rustls-no-provider", feature = "native-tls"))))]
#[test]
fn without_tls_https_is_an_error_that_names_the_feature() {
    let text = ClientBuilder::new().base_url("https://acme.example").build("acme", &[]).unwrap_err().to_string();
    assert!(text.contains("`rustls`") && text.contains("`native-tls`"), "{text}");
    assert!(ClientBuilder::new().base_url("http://127.0.0.1:1").build("acme", &[]).is_ok());
}

#[cfg(any(feature = "rustls", feature = "native-tls"))]
#[test]
fn with_tls_https_needs_nothing_more() {
    assert!(ClientBuilder::new().base_url("https://acme.example").build("acme", &[]).is_ok());
}

// ---- providers ----

/// A provider that gives `key-1`, `key-2`, … after a second.
fn provider(clock: &TestClock, asked: &Arc<AtomicUsize>) -> Credential {
    let (clock, asked) = (clock.clone(), Arc::clone(asked));
    Credential::provider(move || {
        let number = asked.fetch_add(1, Ordering::SeqCst) + 1;
        let sleep = clock.sleep_until(clock.mono() + secs(1));
        async move {
            sleep.await;
            Ok(Secret::new(format!("key-{number}")))
        }
    })
}

fn provided(clock: &TestClock, script: &Script) -> (Client, Arc<AtomicUsize>) {
    let asked = Arc::new(AtomicUsize::new(0));
    let builder = builder(clock, script).secret("api_key", provider(clock, &asked));
    (builder.build("acme", &["api_key"]).unwrap(), asked)
}

/// Waits that give whether they ended well.
fn herd(client: &Client, count: usize) -> Vec<BoxFuture<Result<u32, ErrorKind>>> {
    let meta = meta(each_second(), NO_LIMITS, true);
    let one = |_| {
        let wait = job(client, meta).wait().into_future();
        Box::pin(async move { wait.await.map(|settled| settled.attempts()).map_err(|error| error.kind()) })
            as BoxFuture<_>
    };
    (0..count).map(one).collect()
}

#[test]
fn a_provider_is_asked_once_for_all() {
    let (clock, script) = scripted([status("done")]);
    let (client, asked) = provided(&clock, &script);
    assert_eq!(clock.run_all(herd(&client, 10)), [Ok(1); 10]);
    assert_eq!(clock.run_all(herd(&client.clone(), 3)), [Ok(1); 3]);
    assert_eq!(asked.load(Ordering::SeqCst), 1);
    assert!(script.sent().iter().all(|sent| sent.key.as_deref() == Some("key-1")));
}

#[test]
fn ten_waits_that_are_refused_renew_once() {
    let answers = std::iter::repeat_n(http(401, &[], ""), 10).chain([status("done")]);
    let (clock, script) = scripted(answers);
    let (client, asked) = provided(&clock, &script);
    assert_eq!(clock.run_all(herd(&client, 10)), [Ok(2); 10]);
    assert_eq!(asked.load(Ordering::SeqCst), 2);
    let keys: Vec<_> = script.sent().iter().map(|sent| sent.key.clone().unwrap()).collect();
    assert!(keys[..10].iter().all(|key| key == "key-1") && keys[10..].iter().all(|key| key == "key-2"), "{keys:?}");
}

#[test]
fn a_renewed_credential_that_is_refused_too_is_an_error() {
    let (clock, script) = scripted([http(401, &[], "")]);
    let (client, asked) = provided(&clock, &script);
    assert_eq!(clock.run_all(herd(&client, 1)), [Err(ErrorKind::Request)]);
    assert_eq!((script.count(), asked.load(Ordering::SeqCst)), (2, 2));
    let (clock, script) = scripted([http(401, &[], "")]);
    let fixed = builder(&clock, &script).secret("api_key", "k").build("acme", &["api_key"]).unwrap();
    assert_eq!(clock.run_all(herd(&fixed, 1)), [Err(ErrorKind::Request)]);
    assert_eq!(script.count(), 1, "a value cannot be renewed");
}

#[test]
fn a_call_made_once_is_sent_again_with_a_renewed_credential_and_only_once() {
    let meta = meta(each_second(), NO_LIMITS, false);
    let (clock, script) = scripted([http(401, &[], ""), status("done")]);
    let (client, asked) = provided(&clock, &script);
    assert_eq!(clock.run(job(&client, meta).send()).unwrap(), 7);
    assert_eq!((script.count(), asked.load(Ordering::SeqCst)), (2, 2));
    let (clock, script) = scripted([http(401, &[], "")]);
    let (client, asked) = provided(&clock, &script);
    assert_eq!(clock.run(job(&client, meta).send()).unwrap_err().kind(), ErrorKind::Request);
    assert_eq!((script.count(), asked.load(Ordering::SeqCst)), (2, 2));
}

#[test]
fn a_call_does_not_take_its_turn_with_what_was_refused_meanwhile() {
    let (clock, script) = scripted([http(401, &[], ""), status("done")]);
    let (client, asked) = provided(&clock, &script);
    let limited = meta(each_second(), Limits::new(secs(2)), true);
    let wait = job(&client, limited).wait().into_future();
    let sends = [job(&client, limited).send(), job(&client, limited).send()];
    let mut calls: Vec<BoxFuture<_>> = vec![Box::pin(async move { wait.await.is_ok() })];
    calls.extend(sends.into_iter().map(|send| Box::pin(async move { send.await.is_ok() }) as BoxFuture<_>));
    assert_eq!(clock.run_all(calls), [true; 3]);
    let keys: Vec<_> = script.sent().iter().map(|sent| sent.key.clone().unwrap()).collect();
    assert_eq!((keys.join(" "), asked.load(Ordering::SeqCst)), ("key-1 key-2 key-2 key-2".to_owned(), 2));
}

/// A future that is ready when another thread has woken it.
#[derive(Default)]
struct Elsewhere {
    is_done: Arc<AtomicBool>,
    is_started: bool,
}

impl Future for Elsewhere {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<()> {
        if self.is_done.load(Ordering::SeqCst) {
            return Poll::Ready(());
        }
        if !std::mem::replace(&mut self.is_started, true) {
            let (waker, is_done) = (cx.waker().clone(), Arc::clone(&self.is_done));
            std::thread::spawn(move || {
                is_done.store(true, Ordering::SeqCst);
                waker.wake();
            });
        }
        Poll::Pending
    }
}

struct Unpark(Thread);

impl Wake for Unpark {
    fn wake(self: Arc<Self>) {
        self.0.unpark();
    }
}

/// Polls up to `polls` times, and then gives up; whether the future has ended by then.
fn block_on<F: Future>(future: F, polls: usize) -> bool {
    let mut future = std::pin::pin!(future);
    let waker = Waker::from(Arc::new(Unpark(std::thread::current())));
    for _ in 0..polls {
        if future.as_mut().poll(&mut Context::from_waker(&waker)).is_ready() {
            return true;
        }
        let from = Instant::now();
        std::thread::park_timeout(secs(20));
        assert!(from.elapsed() < secs(20), "a wake-up was lost");
    }
    false
}

#[test]
fn no_wake_up_is_lost_between_threads() {
    for _ in 0..400 {
        let clock = TestClock::default();
        let script = Script::new(&clock, Duration::ZERO, [status("done")]);
        let credential = Credential::provider(|| async {
            Elsewhere::default().await;
            Ok(Secret::new("key"))
        });
        let client = builder(&clock, &script).secret("api_key", credential).build("acme", &["api_key"]).unwrap();
        let meta = meta(each_second(), NO_LIMITS, true);
        std::thread::scope(|scope| {
            for polls in [1, 1, 1000, 1000] {
                let wait = job(&client, meta).wait().into_future();
                scope.spawn(move || assert!(block_on(wait, polls) || polls == 1));
            }
        });
    }
}

#[test]
fn a_wait_that_is_dropped_while_it_asks_holds_up_nobody() {
    let (clock, script) = scripted([status("done")]);
    let (client, asked) = provided(&clock, &script);
    let mut waits = herd(&client, 3);
    let mut first = Some(waits.remove(0));
    let mut drop_at = clock.sleep_until(ms(500));
    let dropping: BoxFuture<_> = Box::pin(std::future::poll_fn(move |cx| {
        if drop_at.as_mut().poll(cx).is_ready() {
            first = None;
            return Poll::Ready(Err(ErrorKind::Cancelled));
        }
        first.as_mut().map_or(Poll::Pending, |wait| wait.as_mut().poll(cx))
    }));
    waits.insert(0, dropping);
    let result = clock.run_all(waits);
    assert_eq!(result, [Err(ErrorKind::Cancelled), Ok(1), Ok(1)]);
    assert_eq!(asked.load(Ordering::SeqCst), 1);
}

#[test]
fn a_provider_that_fails_is_an_error_with_its_source() {
    let (clock, script) = scripted([status("done")]);
    let asked = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&asked);
    let failing = Credential::provider(move || {
        let first = count.fetch_add(1, Ordering::SeqCst) == 0;
        async move { if first { Err("the vault is sealed".into()) } else { Ok(Secret::new("key")) } }
    });
    let client = builder(&clock, &script).secret("api_key", failing).build("acme", &["api_key"]).unwrap();
    let meta = meta(each_second(), NO_LIMITS, true);
    let error = clock.run(job(&client, meta).wait().into_future()).unwrap_err();
    assert_eq!((error.kind(), error.attempts(), script.count()), (ErrorKind::Credential, 0, 0));
    assert!(error.to_string().starts_with("acme.job_status: the provider of `api_key` failed"), "{error}");
    assert_eq!(std::error::Error::source(&error).unwrap().to_string(), "the vault is sealed");
    assert_eq!(clock.run_all(herd(&client, 1)), [Ok(1)], "a later wait asks again");

    let empty = Credential::provider(|| async { Ok(Secret::new("")) });
    let client = builder(&clock, &script).secret("api_key", empty).build("acme", &["api_key"]).unwrap();
    assert_eq!(clock.run_all(herd(&client, 2)), [Err(ErrorKind::Credential); 2]);
}

#[test]
fn a_provider_that_never_answers_meets_the_deadline() {
    let (clock, script) = scripted([status("done")]);
    let hanging = Credential::provider(std::future::pending);
    let client = builder(&clock, &script).secret("api_key", hanging).build("acme", &["api_key"]).unwrap();
    assert_eq!(clock.run_all(herd(&client, 2)), [Err(ErrorKind::Credential); 2]);
    assert_eq!(clock.mono(), secs(600));
    let meta = meta(each_second(), NO_LIMITS, false);
    assert_eq!(clock.run(job(&client, meta).send()).unwrap_err().kind(), ErrorKind::Credential);
    assert_eq!(script.count(), 0);
}

#[test]
fn judging_needs_a_provider_that_was_asked() {
    let (clock, script) = scripted([status("done")]);
    let (client, _) = provided(&clock, &script);
    let meta = meta(each_second(), NO_LIMITS, true);
    let reply = settled::Reply::ok(r#"{"status":"done","result":3}"#);
    assert_eq!(job(&client, meta).judge(&reply).unwrap_err().kind(), ErrorKind::Credential);
    assert_eq!(clock.run_all(herd(&client, 1)), [Ok(1)]);
    assert!(job(&client, meta).judge(&reply).is_ok());
    assert!(clock.mono() > Duration::ZERO);
}
