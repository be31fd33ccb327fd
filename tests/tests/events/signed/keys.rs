//! Keys that the vendor hands out: fetched, kept, asked for anew, and never without end.

use super::*;

/// How often the vendor was asked.
fn counted(
    clock: &VirtualClock,
    mut answer: impl FnMut(&settled_testkit::Sent) -> Answer + Send + 'static,
) -> (Signed, Script, Arc<AtomicUsize>) {
    let count = Arc::new(AtomicUsize::new(0));
    let counter = Arc::clone(&count);
    let (client, script) = signed_client(clock, "none", move |sent| {
        counter.fetch_add(1, Ordering::Relaxed);
        answer(sent)
    });
    (client, script, count)
}

fn set_of(keys: &[Value]) -> Answer {
    Answer::Reply(reply::json(json!({ "keys": keys }).to_string()))
}

const ENDED: &str = r#"{ "id": "e-1", "state": "done" }"#;

/// The headers of an event that a key of the set has signed.
fn by_set(key: &Ed25519KeyPair, at: u64, body: &str) -> HeaderMap {
    let digest = hex(sha256(body));
    let signature = hex(key.sign(format!("r-1\nu-1\n{at}\n{digest}").as_bytes()));
    let at = at.to_string();
    headers([
        ("x-request-id", "r-1"),
        ("x-user-id", "u-1"),
        ("x-timestamp", at.as_str()),
        ("x-signature", signature.as_str()),
    ])
}

/// The headers of an event that comes with a token.
fn by_token(key: &EcdsaKeyPair, kid: &str, at: u64, body: &str) -> HeaderMap {
    let claims = json!({ "iat": at, "request_body_sha256": hex(sha256(body)) });
    let token = token(&json!({ "alg": "ES256", "kid": kid, "typ": "JWT" }), &claims, by(key));
    headers([("x-verification", token.as_str())])
}

#[test]
fn a_set_of_keys_is_asked_for_once_and_again_when_none_of_them_fits() {
    let clock = VirtualClock::new();
    let (first, second) = (ed25519(0), ed25519(1));
    let (old, new) = (okp(&first, "1"), okp(&second, "2"));
    let asked = Arc::new(AtomicUsize::new(0));
    let at_vendor = Arc::clone(&asked);
    let (client, script, _) = counted(&clock, move |_| match at_vendor.fetch_add(1, Ordering::Relaxed) {
        0 => set_of(std::slice::from_ref(&old)),
        _ => set_of(&[json!({ "kty": "oct", "k": "AAAA" }), json!("no key"), new.clone()]),
    });
    let receive = |key: &Ed25519KeyPair, body: &'static str| {
        let headers = by_set(key, now(&clock), body);
        kind(run(&clock, async { client.by_set().receive(&headers, body).await }))
    };
    for _ in 0..10 {
        assert_eq!(receive(&first, ENDED), None);
    }
    assert_eq!(asked.load(Ordering::Relaxed), 1);
    assert_eq!(receive(&second, ENDED), None, "the vendor has a new key");
    assert_eq!(asked.load(Ordering::Relaxed), 2);
    assert_eq!(receive(&first, ENDED), UNVERIFIED, "and has taken the old one back");
    assert!(script.requests().iter().all(|sent| sent.uri().path() == "/.well-known/jwks.json"));
    assert!(script.requests().iter().all(|sent| !sent.headers().contains_key("x-key")), "`auth: none`");
}

#[test]
fn what_is_stale_or_says_another_body_asks_for_no_keys() {
    let clock = VirtualClock::new();
    let key = p256();
    let (client, _, count) = counted(&clock, |_| Answer::Reply(reply::empty(500)));
    let at = now(&clock);
    for (sent, body) in [(at - 301, ENDED), (at + 301, ENDED), (at, r#"{ "id": "e-2", "state": "done" }"#)] {
        let headers = by_token(&key, "k", sent, ENDED);
        assert_eq!(kind(run(&clock, async { client.by_token().receive(&headers, body).await })), UNVERIFIED);
    }
    let stale = by_set(&ed25519(0), at - 301, ENDED);
    assert_eq!(kind(run(&clock, async { client.by_set().receive(&stale, ENDED).await })), UNVERIFIED);
    assert_eq!(count.load(Ordering::Relaxed), 0);
}

#[test]
fn a_token_names_its_key_and_each_is_asked_for_once() {
    let clock = VirtualClock::new();
    let (first, second, forger) = (p256(), p256(), p256());
    let keys = [("one", ec(&first, "one")), ("two", ec(&second, "two"))];
    let (client, script, count) = counted(&clock, move |sent| {
        let asked: Value = serde_json::from_slice(sent.body()).expect("JSON");
        match keys.iter().find(|(kid, _)| asked["key_id"] == *kid) {
            Some((_, key)) => Answer::Reply(reply::json(json!({ "key": key, "request_id": "r" }).to_string())),
            None => Answer::Reply(reply::json_status(400, r#"{ "error_code": "INVALID_FIELD" }"#)),
        }
    });
    let receive = |key: &EcdsaKeyPair, kid: &str| {
        let headers = by_token(key, kid, now(&clock), ENDED);
        kind(run(&clock, async { client.by_token().receive(&headers, ENDED).await }))
    };
    for _ in 0..3 {
        assert_eq!((receive(&first, "one"), receive(&second, "two")), (None, None));
    }
    assert_eq!(count.load(Ordering::Relaxed), 2);
    // The key that it names did not sign it; to ask again would change nothing.
    for _ in 0..10 {
        assert_eq!((receive(&forger, "one"), receive(&first, "two")), (UNVERIFIED, UNVERIFIED));
    }
    assert_eq!(count.load(Ordering::Relaxed), 2);
    assert_eq!(receive(&forger, "three"), UNVERIFIED, "the vendor knows no such key");
    assert_eq!(count.load(Ordering::Relaxed), 3);
    let claims = json!({ "iat": now(&clock), "request_body_sha256": hex(sha256(ENDED)) });
    let nameless = token(&json!({ "alg": "ES256" }), &claims, by(&first));
    let headers = headers([("x-verification", nameless.as_str())]);
    assert_eq!(kind(run(&clock, async { client.by_token().receive(&headers, ENDED).await })), UNVERIFIED);
    assert_eq!(count.load(Ordering::Relaxed), 3, "there is nothing to ask for");
    assert_eq!(script.requests()[0].headers()["x-key"], "k");
}

#[test]
fn forged_events_cannot_make_us_ask_more_than_five_times_in_a_minute() {
    let clock = VirtualClock::new();
    let (key, forger) = (p256(), p256());
    let known = ec(&key, "known");
    let (client, script, count) = counted(&clock, move |sent| match sent.body().as_ref() == br#"{"key_id":"known"}"# {
        true => Answer::Reply(reply::json(json!({ "key": known, "request_id": "r" }).to_string())),
        false => Answer::Reply(reply::json_status(400, r#"{ "error_code": "INVALID_FIELD" }"#)),
    });
    let receive = |key: &EcdsaKeyPair, kid: &str| {
        let headers = by_token(key, kid, now(&clock), ENDED);
        kind(run(&clock, async { client.by_token().receive(&headers, ENDED).await }))
    };
    assert_eq!(receive(&key, "known"), None);
    for at in 0..500 {
        clock.advance(Duration::from_secs(1));
        let told = receive(&forger, &format!("forged-{at}"));
        assert!(matches!(told, UNVERIFIED | Some(ErrorKind::Credential)), "{told:?}");
        assert_eq!(receive(&key, "known"), None, "what is known is believed all the while");
    }
    let starts: Vec<_> = script.requests().iter().map(|sent| sent.started()).collect();
    assert!(starts.windows(6).all(|six| six[5] - six[0] >= Duration::from_secs(60)), "{starts:?}");
    assert_eq!(count.load(Ordering::Relaxed), starts.len());
    assert!((40..=46).contains(&starts.len()), "{}", starts.len());
}

#[test]
fn keys_are_believed_for_a_day() {
    let clock = VirtualClock::new();
    let key = ed25519(0);
    let jwk = okp(&key, "1");
    let (client, _, count) = counted(&clock, move |_| set_of(std::slice::from_ref(&jwk)));
    let receive = || {
        let headers = by_set(&key, now(&clock), ENDED);
        kind(run(&clock, async { client.by_set().receive(&headers, ENDED).await }))
    };
    for (hours, asked) in [(0, 1), (23, 1), (2, 2), (23, 2), (2, 3)] {
        clock.advance(Duration::from_secs(hours * 3600));
        assert_eq!((receive(), count.load(Ordering::Relaxed)), (None, asked), "after {hours} h more");
    }
}

/// An event that may be genuine is not refused because the vendor cannot be asked: it must come again.
#[test]
fn a_vendor_that_cannot_be_asked_is_no_reason_to_refuse_an_event() {
    let clock = VirtualClock::new();
    let answers = [
        ("down", reply::empty(503)),
        ("no JSON", reply::html(200)),
        ("no keys", reply::json(r#"{ "keys": 7 }"#)),
        ("refused", reply::empty(401)),
        ("gone", reply::empty(404)),
    ];
    for (case, answer) in answers {
        let (client, _, count) = counted(&clock, move |_| Answer::Reply(answer.clone()));
        let headers = by_set(&ed25519(0), now(&clock), ENDED);
        for _ in 0..20 {
            let error = run(&clock, async { client.by_set().receive(&headers, ENDED).await }).expect_err(case);
            assert_eq!(error.kind(), ErrorKind::Credential, "{case}: {error}");
            assert_eq!((error.operation(), error.last_state()), (Some("by_set"), None), "{case}");
            assert!(!format!("{error} {error:?}").contains("e-1"), "{case}");
        }
        assert_eq!(count.load(Ordering::Relaxed), 5, "{case}");
    }
}

#[test]
fn events_that_come_together_ask_once() {
    let clock = VirtualClock::new();
    let key = ed25519(0);
    let jwk = okp(&key, "1");
    let (client, _, count) = counted(&clock, move |_| set_of(std::slice::from_ref(&jwk)).after(Duration::from_secs(2)));
    let headers = by_set(&key, now(&clock), ENDED);
    let (first, second) = (client.by_set(), client.clone().by_set());
    let told = run(&clock, async { tokio::join!(first.receive(&headers, ENDED), second.receive(&headers, ENDED)) });
    assert_eq!((kind(told.0), kind(told.1), count.load(Ordering::Relaxed)), (None, None, 1));
}

#[test]
fn an_event_says_what_it_says_once_its_key_is_there() {
    let clock = VirtualClock::new();
    let key = p256();
    let jwk = ec(&key, "one");
    let (client, ..) =
        counted(&clock, move |_| Answer::Reply(reply::json(json!({ "key": jwk, "request_id": "r" }).to_string())));
    let headers = by_token(&key, "one", now(&clock), ENDED);
    let event = run(&clock, async { client.by_token().receive(&headers, ENDED).await }).expect("an event");
    assert_eq!((event.state(), event.word()), (Some(State::Succeeded), Some("done")));
    assert_eq!(event.decode().expect("its body").id, "e-1");
}

#[test]
fn a_key_that_was_taken_back_proves_nothing() {
    let clock = VirtualClock::new();
    for (expired, told) in [(Value::Null, None), (json!(1_700_000_000), UNVERIFIED)] {
        let key = p256();
        let mut jwk = ec(&key, "one");
        jwk["expired_at"] = expired;
        let (client, ..) =
            counted(&clock, move |_| Answer::Reply(reply::json(json!({ "key": jwk, "request_id": "r" }).to_string())));
        let headers = by_token(&key, "one", now(&clock), ENDED);
        assert_eq!(kind(run(&clock, async { client.by_token().receive(&headers, ENDED).await })), told);
    }
}

/// A vendor that was down while somebody sent forged events may have a new key by now.
#[test]
fn old_keys_do_not_say_that_there_is_no_new_one() {
    let clock = VirtualClock::new();
    let (first, second) = (ed25519(0), ed25519(1));
    let (old, asked) = (okp(&first, "1"), Arc::new(AtomicUsize::new(0)));
    let at_vendor = Arc::clone(&asked);
    let (client, ..) = counted(&clock, move |_| match at_vendor.fetch_add(1, Ordering::Relaxed) {
        0 => set_of(std::slice::from_ref(&old)),
        _ => Answer::Reply(reply::empty(503)),
    });
    let receive = |key: &Ed25519KeyPair| {
        let headers = by_set(key, now(&clock), ENDED);
        kind(run(&clock, async { client.by_set().receive(&headers, ENDED).await }))
    };
    assert_eq!(receive(&first), None);
    clock.advance(Duration::from_secs(120));
    for _ in 0..10 {
        assert_eq!(receive(&second), Some(ErrorKind::Credential));
        assert_eq!(receive(&first), None, "what is known is believed all the while");
    }
    assert_eq!(asked.load(Ordering::Relaxed), 6);
}
