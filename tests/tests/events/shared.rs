//! Proofs by secrets that both sides have: digests with a secret in them, credentials, and a new secret beside an old one.

use settled_testkit::{MockReply, MockVendor};
use sha1::{Digest as _, Sha1};

use super::*;

settled::vendor!("tests/events/shared.yaml");

const BODY: &str = r#"{"id":"a-1"}"#;

fn client(clock: &VirtualClock, old: Option<&str>) -> shared::Client {
    let script = Script::repeating(clock.clone(), [Answer::Reply(reply::empty(500))]);
    let builder = shared::Client::builder().production().user("me").password("s3cr3t").secret("n3w");
    let builder = match old {
        Some(old) => builder.old_secret(old),
        None => builder,
    };
    builder.transport(script).clock(clock.clone()).build().expect("a client")
}

fn sha1(text: &str) -> String {
    Sha1::digest(text).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Whether an event is believed; whatever else it is, it is an error of the kind `Unverified` that shows no secret.
fn believed<T>(received: Result<T, settled::Error>) -> bool {
    received
        .map_err(|error| {
            assert_eq!(error.kind(), ErrorKind::Unverified);
            let shown = format!("{error} {error:?}");
            assert!(!["s3cr3t", "n3w", "0ld"].iter().any(|secret| shown.contains(secret)), "{shown}");
        })
        .is_ok()
}

#[test]
fn credentials_are_a_proof_and_nothing_near_them_is() {
    let clock = VirtualClock::new();
    let client = client(&clock, None);
    // By `printf me:s3cr3t | base64`.
    for (header, is_believed) in [
        (Some("Basic bWU6czNjcjN0"), true),
        (Some("basic bWU6czNjcjN0"), false),
        (Some("Basic bWU6czNjcjN"), false),
        (Some("Basic bWU6"), false),
        (Some("Basic "), false),
        (Some(""), false),
        (None, false),
    ] {
        let headers = headers(header.map(|header| ("authorization", header)));
        let event = run(&clock, async { client.by_basic().receive(&headers, BODY).await });
        if let Ok(event) = &event {
            assert_eq!(event.state(), Some(State::Succeeded));
        }
        assert_eq!(believed(event), is_believed, "{header:?}");
    }
    for (secret, is_believed) in [("n3w", true), ("n3", false), ("n3w3", false), ("", false), ("s3cr3t", false)] {
        let event = run(&clock, async { client.by_secret().receive(&headers([("x-secret", secret)]), BODY).await });
        assert_eq!(believed(event), is_believed, "{secret}");
    }
}

#[test]
fn a_digest_with_a_secret_in_it_is_a_proof_of_what_is_in_it() {
    let clock = VirtualClock::new();
    let client = client(&clock, None);
    let sent = now(&clock);
    let receive = |body: &'static str, sent: u64, signature: String| {
        let (sent, signature) = (sent.to_string(), format!("v1,{signature}"));
        let headers = headers([("x-timestamp", sent.as_str()), ("x-signature", signature.as_str())]);
        believed(run(&clock, async { client.by_digest().receive(&headers, body).await }))
    };
    assert!(receive(BODY, sent, sha1(&format!("{BODY}{sent}n3w"))));
    assert!(!receive(r#"{"id":"a-2"}"#, sent, sha1(&format!("{BODY}{sent}n3w"))), "another body");
    assert!(!receive(BODY, sent - 1, sha1(&format!("{BODY}{sent}n3w"))), "another moment");
    assert!(!receive(BODY, sent - 301, sha1(&format!("{BODY}{}n3w", sent - 301))), "too old");
    assert!(!receive(BODY, sent, sha1(&format!("{BODY}{sent}"))), "no secret");
}

#[test]
fn of_two_secrets_either_is_enough_and_one_that_is_not_there_is_none() {
    let clock = VirtualClock::new();
    let signed = |client: &shared::Client, signature: &str| {
        let headers = headers([("x-signature", signature)]);
        believed(run(&clock, async { client.rotating().receive(&headers, BODY).await }))
    };
    let (both, new) = (client(&clock, Some("0ld")), client(&clock, None));
    for client in [&both, &new] {
        assert!(signed(client, &mac("n3w", BODY)));
        assert!(!signed(client, &mac("other", BODY)) && !signed(client, &mac("", BODY)) && !signed(client, "plain "));
    }
    assert!(signed(&both, &mac("0ld", BODY)) && signed(&both, "plain 0ld"));
    assert!(!signed(&new, &mac("0ld", BODY)) && !signed(&new, "plain 0ld"));
}

#[test]
fn a_secret_that_is_empty_is_nobodys() {
    let clock = VirtualClock::new();
    let script = Script::repeating(clock.clone(), [Answer::Reply(reply::empty(500))]);
    let builder =
        shared::Client::builder().production().user("me").password(Credential::provider(|| async { Ok("".into()) }));
    let builder = builder.secret(Credential::provider(|| async { Ok("".into()) }));
    let client = builder.transport(script).clock(clock.clone()).build().expect("a client");
    let sent = now(&clock).to_string();
    let signature = format!("v1,{}", sha1(&format!("{BODY}{sent}")));
    let headers = headers([
        ("authorization", "Basic bWU6"),
        ("x-secret", ""),
        ("x-timestamp", sent.as_str()),
        ("x-signature", signature.as_str()),
    ]);
    run(&clock, async {
        client.by_basic().receive(&headers, BODY).await.expect_err("no password");
        client.by_secret().receive(&headers, BODY).await.expect_err("no secret");
        client.by_digest().receive(&headers, BODY).await.expect_err("no secret in the digest");
    });
}

#[tokio::test]
async fn replies_are_proved_so_and_the_mock_signs_them() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/events/shared.yaml");
    let mock = MockVendor::builder(path).expect("a spec");
    let mock = mock.setting("user", "me").setting("password", "s3cr3t").setting("secret", "n3w");
    let body = r#"{"id":"a","version":7,"signature":"x"}"#;
    let vendor = mock.replies([MockReply::json(body), MockReply::json(body).unsigned()]).start().expect("a vendor");
    let builder = shared::Client::builder().base_url(vendor.url()).user("me").password("s3cr3t").secret("n3w");
    let client = builder.build().expect("a client");
    let signed = client.asset().id("a").poll_once().await.expect("a reply");
    assert_eq!(signed.state(), Some(State::Succeeded));
    assert_eq!(signed.decode().expect("an asset").signature, sha1("public_id=a&version=7n3w"));
    let unsigned = client.asset().id("a").poll_once().await.expect("a reply");
    assert_eq!(unsigned.verdict(), Verdict::Unverified);
    assert!(vendor.complaints().is_empty(), "{:?}", vendor.complaints());
}
