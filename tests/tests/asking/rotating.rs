//! Refresh tokens that the vendor replaces.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use settled::{Credential, Secret};
use settled_testkit::{Answer, MockReply, MockVendor, Script, Sent, VirtualClock, reply, run};

use crate::vehement::Client;

/// What a form says of the refresh token.
fn refresh_token(sent: &Sent) -> Option<String> {
    let form = String::from_utf8(sent.body().to_vec()).expect("a form");
    form.split('&').find_map(|pair| pair.strip_prefix("refresh_token=")).map(str::to_owned)
}

/// A vendor whose refresh tokens are r-1, r-2, …, each good once; without the next one where `silent`.
fn vendor(silent: bool) -> impl FnMut(&Sent) -> Answer + Send {
    let mut number = 1;
    move |sent| {
        let Some(given) = refresh_token(sent) else { return Answer::Reply(reply::json(r#"{ "ok": true }"#)) };
        if given != format!("r-{number}") {
            return Answer::Reply(reply::json_status(400, r#"{ "error": "invalid_grant" }"#));
        }
        let next = match silent {
            true => String::new(),
            false => {
                number += 1;
                format!(r#", "refresh_token": "r-{number}""#)
            }
        };
        Answer::Reply(reply::json(format!(r#"{{ "access_token": "a-{number}", "expires_in": 600{next} }}"#)))
    }
}

fn client(
    answer: impl FnMut(&Sent) -> Answer + Send + 'static,
    token: impl Into<Credential>,
) -> (Client, Script, VirtualClock) {
    let clock = VirtualClock::new();
    let script = Script::answering(clock.clone(), answer);
    let builder = Client::builder().base_url("https://vehement.example").client("c").refresh_token(token);
    (builder.transport(script.clone()).clock(clock.clone()).build().expect("a client"), script, clock)
}

/// Three calls, an hour apart.
async fn three(client: &Client, clock: &VirtualClock) -> Result<(), settled::Error> {
    for _ in 0..3 {
        client.look().send().await?;
        settled::Clock::sleep_until(clock, settled::Clock::now(clock).mono + Duration::from_secs(3600)).await;
    }
    Ok(())
}

#[test]
fn each_refresh_token_is_used_once_and_the_next_one_is_kept() {
    let kept = Arc::new(Mutex::new(Vec::new()));
    let keep = {
        let kept = Arc::clone(&kept);
        move |secret: Secret| {
            let kept = Arc::clone(&kept);
            async move { kept.lock().expect("no panic").push(secret.expose().to_owned()) }
        }
    };
    let (client, script, clock) = client(vendor(false), Credential::rotating("r-1", keep));
    run(&clock, three(&client, &clock)).expect("three replies");
    let asked: Vec<_> = script.requests().iter().filter_map(refresh_token).collect();
    assert_eq!(asked, ["r-1", "r-2", "r-3"]);
    assert_eq!(*kept.lock().expect("no panic"), ["r-2", "r-3", "r-4"]);
    assert!(!format!("{client:?}").contains("r-4"));
}

#[test]
fn a_plain_value_is_replaced_for_as_long_as_the_client_lives() {
    let (client, script, clock) = client(vendor(false), "r-1");
    run(&clock, three(&client, &clock)).expect("three replies");
    assert_eq!(script.requests().iter().filter_map(refresh_token).collect::<Vec<_>>(), ["r-1", "r-2", "r-3"]);
}

#[test]
fn a_vendor_that_says_no_next_one_takes_the_same_again() {
    let (client, script, clock) = client(vendor(true), "r-1");
    run(&clock, three(&client, &clock)).expect("three replies");
    assert_eq!(script.requests().iter().filter_map(refresh_token).collect::<Vec<_>>(), ["r-1"; 3]);
}

#[test]
fn a_refused_access_token_is_renewed_with_the_next_refresh_token() {
    let mut vendor = vendor(false);
    let mut looks = 0;
    let refusing = move |sent: &Sent| {
        looks += usize::from(sent.uri().path() == "/look");
        match sent.uri().path() {
            "/look" if looks == 1 => Answer::Reply(reply::json_status(401, "{}")),
            _ => vendor(sent),
        }
    };
    let (client, script, clock) = client(refusing, "r-1");
    run(&clock, client.look().send()).expect("a reply");
    assert_eq!(script.requests().iter().filter_map(refresh_token).collect::<Vec<_>>(), ["r-1", "r-2"]);
}

#[test]
fn the_next_one_is_kept_whatever_else_is_wrong_with_the_reply() {
    for rest in ["", r#", "expires_in": "soon""#, r#", "expires_in": {}"#] {
        let kept = Arc::new(Mutex::new(Vec::new()));
        let keep = {
            let kept = Arc::clone(&kept);
            move |secret: Secret| {
                kept.lock().expect("no panic").push(secret.expose().to_owned());
                std::future::ready(())
            }
        };
        let body = format!(r#"{{ "access_token": "a", "refresh_token": "r-2"{rest} }}"#);
        let answer = move |_: &Sent| Answer::Reply(reply::json(body.clone()));
        let (client, script, clock) = client(answer, Credential::rotating("r-1", keep));
        let error = run(&clock, client.look().send()).expect_err("no token");
        assert_eq!(error.kind(), settled::ErrorKind::Credential, "{error}");
        assert_eq!(kept.lock().expect("no panic").first().map(String::as_str), Some("r-2"), "{rest}");
        let asked: Vec<_> = script.requests().iter().filter_map(refresh_token).collect();
        assert_eq!(asked[0], "r-1");
        drop(run(&clock, client.look().send()));
        let last = script.requests().iter().filter_map(refresh_token).next_back();
        assert_eq!(last.as_deref(), Some("r-2"), "{rest}");
    }
}

#[test]
fn a_provider_cannot_know_what_the_vendor_replaces() {
    let provider = Credential::provider(|| async { Ok("r-1".into()) });
    let builder = Client::builder().base_url("https://vehement.example").client("c").refresh_token(provider);
    let error = builder.build().expect_err("a provider");
    assert!(error.kind() == settled::ErrorKind::Config && error.to_string().contains("rotating"), "{error}");
}

#[tokio::test]
async fn the_mock_replaces_them_too() {
    let spec = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/asking/vehement.yaml");
    let vendor = MockVendor::builder(spec).expect("a spec").setting("client", "c").setting("refresh_token", "r-1");
    let vendor = vendor.reply(MockReply::json(r#"{ "ok": true }"#)).start().expect("a vendor");
    let client =
        |token| Client::builder().base_url(vendor.url()).client("c").refresh_token(token).build().expect("a client");
    let one = client("r-1");
    for _ in 0..2 {
        one.look().send().await.expect("a reply");
        vendor.revoke_tokens();
    }
    assert!(vendor.complaints().is_empty() && vendor.tokens_given("login") == 2, "{:?}", vendor.complaints());
    assert!(client("r-1").look().send().await.is_err());
    assert_eq!(vendor.complaints().len(), 1);
}
