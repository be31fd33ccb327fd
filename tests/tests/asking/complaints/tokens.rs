//! Tokens, and requests for them.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit, Mac};
use settled_testkit::{MockReply, MockVendor};
use sha2::Sha256;

use super::super::support::{CLIENT_ID, CLIENT_SECRET, content, ms, umbrella};
use super::{FORM, JSON, ask, told};

const BASIC: (&str, &str) = ("authorization", "Basic czZCaGRSa3F0MzpnWDFmQmF0M2JW");
const GRANT: &str = "grant_type=client_credentials";

/// A token, by hand.
fn login(vendor: &MockVendor) -> String {
    let (status, body) = ask(vendor, "POST /oauth2/token", &[BASIC, FORM], GRANT);
    let body: serde_json::Value = serde_json::from_str(&body).expect("JSON");
    assert_eq!((status, body["token_type"].as_str()), (200, Some("text")));
    assert_eq!(body.as_object().expect("an object").len(), 3, "what nobody reads is left out: {body}");
    body["access_token"].as_str().expect("a token").to_owned()
}

fn note(vendor: &MockVendor, token: &str, expected: &[&str]) -> u16 {
    let bearer = format!("Bearer {token}");
    told(vendor, "POST /notes", &[("authorization", &bearer), JSON], r#"{"words":"w"}"#, expected)
}

#[test]
fn tokens_are_taken_that_were_given_out_and_are_not_stale() {
    let vendor = umbrella().start().expect("a mock vendor");
    assert_eq!(note(&vendor, "canary", &["note: the token `login` was never given out"]), 401);
    let (one, other) = (login(&vendor), login(&vendor));
    assert_ne!(one, other);
    assert_eq!((note(&vendor, &one, &[]), note(&vendor, &other, &[])), (200, 200));
    vendor.revoke_tokens();
    assert_eq!((note(&vendor, &one, &[]), note(&vendor, &other, &[])), (401, 401));
    assert_eq!(note(&vendor, &login(&vendor), &[]), 200);
    assert_eq!(vendor.tokens_given("login"), 3);
    assert_eq!(note(&vendor, "canary", &["note: the token `login` was never given out"]), 401);
    let missing = ["note: header `authorization` is missing"];
    assert_eq!(told(&vendor, "POST /notes", &[JSON], r#"{"words":"w"}"#, &missing), 401);
    let bare = [("authorization", one.as_str()), JSON];
    let expected = ["note: header `authorization` is not what the spec says"];
    assert_eq!(told(&vendor, "POST /notes", &bare, r#"{"words":"w"}"#, &expected), 401);
    // What else is wrong is told of a stale one, too.
    let bearer = format!("Bearer {one}");
    let expected = ["note: `words` in the body is missing"];
    assert_eq!(told(&vendor, "POST /notes", &[("authorization", &bearer), JSON], "{}", &expected), 400);
}

#[test]
fn tokens_end_when_they_say_so() {
    let vendor = umbrella().token_life(ms(1_500)).start().expect("a mock vendor");
    let (_, body) = ask(&vendor, "POST /oauth2/token", &[BASIC, FORM], GRANT);
    assert!(body.contains(r#""expires_in":2"#), "whole seconds, rounded up: {body}");
    let token = login(&vendor);
    assert_eq!(note(&vendor, &token, &[]), 200);
    std::thread::sleep(ms(1_550));
    assert_eq!(note(&vendor, &token, &[]), 401);
    assert_eq!(vendor.complaints(), Vec::<String>::new());
}

#[test]
fn requests_for_tokens_are_held_against_the_spec() {
    let vendor = umbrella().start().expect("a mock vendor");
    let line = "POST /oauth2/token";
    let expected = ["login: header `authorization` is not what the spec says"];
    let wrong = format!("Basic {}", STANDARD.encode(format!("{CLIENT_ID}:canary{CLIENT_SECRET}")));
    assert_eq!(told(&vendor, line, &[("authorization", &wrong), FORM], GRANT, &expected), 401);
    let expected = ["login: `grant_type` in the form is not what the spec says"];
    assert_eq!(told(&vendor, line, &[BASIC, FORM], "grant_type=canary", &expected), 400);
    assert_eq!(vendor.tokens_given("login"), 0);
    // Of another role's base URL.
    let [right, wrong] = ["auth", "plain"].map(|role| vendor.url_of(role).replace(&vendor.url(), ""));
    let expected = ["login: asked of the base URL of `plain`, and not of `auth`"];
    assert_eq!(told(&vendor, &format!("POST {wrong}/oauth2/token"), &[BASIC, FORM], GRANT, &expected), 421);
    assert_eq!(told(&vendor, &format!("POST {right}/oauth2/token"), &[BASIC, FORM], GRANT, &[]), 200);
}

#[test]
fn a_token_that_only_signs_is_found_by_its_signature() {
    let vendor = umbrella().start().expect("a mock vendor");
    let session = || {
        let bearer = format!("Bearer {}", login(&vendor));
        let (_, body) = ask(&vendor, "PUT /sessions", &[("authorization", &bearer), JSON], r#"{"pin":"p-1"}"#);
        let body: serde_json::Value = serde_json::from_str(&body).expect("JSON");
        body["data"]["session"]["secret"].as_str().expect("a secret").to_owned()
    };
    let proof = |secret: &str| {
        let mut mac = <Hmac<Sha256> as KeyInit>::new_from_slice(secret.as_bytes()).expect("any key");
        mac.update(b"/signed?at=home");
        mac.finalize().into_bytes().iter().map(|byte| format!("{byte:02x}")).collect::<String>()
    };
    let ask =
        |proof: &str, expected: &[&str]| told(&vendor, "GET /signed?at=home", &[("x-proof", proof)], "", expected);
    let unclear = "signed: header `x-proof` cannot be checked: what it is made of stands nowhere in the request";
    assert_eq!(ask(&proof("canary"), &[unclear]), 401);
    let secrets = [session(), session(), session()];
    for secret in &secrets {
        assert_eq!(ask(&proof(secret), &[]), 200);
    }
    assert_eq!(ask(&proof("canary"), &["signed: header `x-proof` is not what the spec says"]), 401);
    vendor.revoke_tokens();
    let fresh = session();
    assert_eq!((ask(&proof(&secrets[1]), &[]), ask(&proof(&fresh), &[])), (401, 200));
}

#[test]
fn replies_in_store_for_a_token_come_first_and_what_they_give_out_is_taken() {
    let vendor = umbrella()
        .token_reply("login", MockReply::status(503))
        .token_reply("login", MockReply::json(r#"{"access_token":"mine","token_type":"x","expires_in":5}"#))
        .token_reply("login", MockReply::json(r#"{"access_token":"","token_type":"x","expires_in":5}"#))
        .start()
        .expect("a mock vendor");
    let statuses: Vec<_> = (0..4).map(|_| ask(&vendor, "POST /oauth2/token", &[BASIC, FORM], GRANT).0).collect();
    assert_eq!((statuses, vendor.tokens_given("login")), (vec![503, 200, 200, 200], 2));
    assert_eq!(note(&vendor, "mine", &[]), 200);
    content(&vendor, 5);
}

#[test]
#[should_panic(expected = "`logn` is no token of the spec")]
fn what_is_no_token_is_not_counted() {
    umbrella().start().expect("a mock vendor").tokens_given("logn");
}
