//! Random values: their form, when they differ, and when they stay the same.

use std::collections::HashSet;

use settled::{FaultKind, Outcome};
use settled_testkit::{Answer, MockReply, Script, Sent, VirtualClock, run};

use super::globex;
use super::support::{BASE64_KEY, HEX_KEY, content, globex, globex_builder, mock, ms};

fn scripted(answers: impl IntoIterator<Item = Answer>) -> (VirtualClock, Script, globex::Client) {
    let clock = VirtualClock::new();
    let script = Script::exact(clock.clone(), answers);
    let builder = globex_builder("k").production().transport(script.clone()).clock(clock.clone());
    (clock, script, builder.build().expect("a client"))
}

/// The headers with one random value each.
const HEADERS: [&str; 3] = ["idempotency-key", "x-attempt", "x-salt"];

fn all(sent: &[Sent], header: &str) -> Vec<String> {
    sent.iter().map(|sent| sent.header(header).expect("a random value").to_owned()).collect()
}

fn count(values: &[String]) -> usize {
    values.iter().collect::<HashSet<_>>().len()
}

fn nonces(sent: &[Sent]) -> Vec<String> {
    let nonce =
        |sent: &Sent| serde_json::from_slice::<serde_json::Value>(sent.body()).expect("JSON")["nonce"].to_string();
    sent.iter().map(nonce).collect()
}

#[test]
fn a_value_of_a_call_stays_the_same_over_its_tries_and_all_others_do_not() {
    let refused = || Answer::Fault(FaultKind::NotConnected);
    let (clock, script, client) = scripted([refused(), refused(), Answer::json(r#"{"ok":true}"#)]);
    assert!(run(&clock, client.create().words("w").send()).expect("a reply").ok);
    let sent = script.requests();
    assert_eq!(sent.len(), 3);
    assert_eq!(count(&all(&sent, "idempotency-key")), 1);
    for header in ["x-attempt", "x-salt"] {
        assert_eq!(count(&all(&sent, header)), 3, "{header}");
    }
    assert_eq!(count(&nonces(&sent)), 3);
}

#[test]
fn a_wait_is_one_call() {
    let (open, done) = (Answer::json(r#"{"state":"open"}"#), Answer::json(r#"{"state":"done"}"#));
    let fault = Answer::Fault(FaultKind::Broken);
    let (clock, script, client) = scripted([open.clone(), fault, open, done.clone(), done]);
    for _ in 0..2 {
        let end = run(&clock, async { client.follow().id("7").wait().await }).expect("an end");
        assert_eq!(end.outcome(), Outcome::Succeeded);
    }
    let sent = script.requests();
    let keys = all(&sent, "idempotency-key");
    assert_eq!((count(&keys[..4]), count(&keys)), (1, 2));
    assert_eq!((count(&all(&sent, "x-attempt")), count(&all(&sent, "x-salt"))), (5, 5));
}

#[test]
fn two_calls_share_no_value_and_no_two_values_of_a_call_are_alike() {
    let (clock, script, client) = scripted(vec![Answer::json(r#"{"ok":true}"#); 200]);
    for _ in 0..100 {
        run(&clock, client.create().words("w").send()).expect("a reply");
    }
    let other = globex_builder("k").production().transport(script.clone()).clock(clock.clone()).build();
    let other = other.expect("a client");
    for _ in 0..100 {
        run(&clock, other.create().words("w").send()).expect("a reply");
    }
    let sent = script.requests();
    let values: Vec<_> = HEADERS.iter().flat_map(|header| all(&sent, header)).chain(nonces(&sent)).collect();
    assert_eq!((values.len(), count(&values)), (800, 800));
}

#[tokio::test]
async fn the_mock_finds_their_form_right_and_no_repetition_over_a_thousand_requests() {
    let vendor = globex("k");
    let client = globex_builder("k").base_url(vendor.url()).build().expect("a client");
    for _ in 0..500 {
        assert!(client.create().words("w").send().await.expect("a reply").ok);
        assert!(client.sign_form().words("w").send().await.expect("a reply").ok);
    }
    content(&vendor, 1000);
}

#[tokio::test]
async fn the_mock_takes_the_same_value_again_within_a_call() {
    let vendor = mock("globex.yaml").setting("key", "k").setting("hex_key", HEX_KEY).setting("base64_key", BASE64_KEY);
    let vendor = vendor.replies([r#"{"state":"open"}"#, r#"{"state":"done"}"#].map(MockReply::json)).start();
    let vendor = vendor.expect("a mock vendor");
    let client = globex_builder("k").base_url(vendor.url()).build().expect("a client");
    let end = client.follow().id("7").wait().every(ms(1)).await.expect("an end");
    assert_eq!(end.outcome(), Outcome::Succeeded);
    content(&vendor, 3);
    let keys: HashSet<_> =
        vendor.requests().iter().map(|request| request.header("idempotency-key").map(str::to_owned)).collect();
    assert_eq!(keys.len(), 1);
}
