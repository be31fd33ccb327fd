//! Signatures, random values and moments.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit, Mac};
use sha1::Sha1;
use sha2::Sha512;

use super::super::support::globex;
use super::{FORM, JSON, told};

fn sha1(key: &str, text: &str) -> String {
    let mut mac = <Hmac<Sha1> as KeyInit>::new_from_slice(key.as_bytes()).expect("any key");
    mac.update(text.as_bytes());
    mac.finalize().into_bytes().iter().map(|byte| format!("{byte:02x}")).collect()
}

const NONCE: (&str, &str) = ("x-nonce", "00112233445566778899aabbccddeeff");
const ID: &str = "919108f7-52d1-4320-9bac-f847db4148a8";
const SALT: &str = "AAAAAAAAAAAA";

#[test]
fn a_signature_over_anything_but_what_was_sent_is_told() {
    let vendor = globex("k");
    let line = |salt: &str, query: &str, proof: &str| format!("GET /late/{salt}?{query}&proof=v1.{proof}");
    let query = format!("words=a%20b&id={ID}");
    let proof = sha1("k", &format!("/late/{SALT}?{query}"));
    assert_eq!(told(&vendor, &line(SALT, &query, &proof), &[NONCE], "", &[]), 200);
    let wrong = "late_query: query parameter `proof` is not what the spec says";
    // Another spelling of the same query, and another query.
    for (number, other) in
        [format!("words=a+b&id={ID}"), format!("id={ID}&words=a%20b"), format!("words=c&id={ID}")].iter().enumerate()
    {
        let (salt, nonce) = (format!("AAAAAAAAAA{number}A"), format!("{number}0112233445566778899aabbccddeef1"));
        assert_eq!(told(&vendor, &line(&salt, other, &proof), &[("x-nonce", &nonce)], "", &[wrong]), 401, "{other}");
    }
    // The proof is over the query before it, and so it must be the last.
    let first = format!("GET /late/BBBBBBBBBBBB?proof=v1.{proof}&{query}");
    let last = "late_query: query parameter `proof` reads the query and is not its last one";
    let status = told(&vendor, &first, &[("x-nonce", "f0112233445566778899aabbccddeeff")], "", &[wrong, last]);
    assert_eq!(status, 401);
}

#[test]
fn random_values_of_another_form_and_repeated_ones_are_told() {
    let vendor = globex("k");
    let get = |salt: &str, id: &str, nonce: &str, expected: &[&str]| {
        let target = format!("/late/{salt}?id={id}");
        let line = format!("GET {target}&proof=v1.{}", sha1("k", &target));
        told(&vendor, &line, &[("x-nonce", nonce)], "", expected)
    };
    assert_eq!(get(SALT, ID, NONCE.1, &[]), 200);
    let repeats = |name: &str| format!("late_query: `{name}` repeats a random value that came before");
    let form = |name: &str| format!("late_query: `{name}` is no random value of the spec's form");
    let other = |last: u8| format!("{}{last:02x}", &NONCE.1[2..]);
    // The id is one of a call, and may come again.
    assert_eq!(get("AAAAAAAAAAAB", ID, NONCE.1, &[&repeats("nonce")]), 400);
    assert_eq!(get(SALT, ID, &other(1), &[&repeats("salt")]), 400);
    assert_eq!(get("AAAAAAAAAAAC", ID, &other(2).to_uppercase(), &[&form("nonce")]), 400);
    assert_eq!(get("AAAAAAAAAAAD", ID, &other(3)[2..], &[&form("nonce")]), 400);
    assert_eq!(get("AAAAAAAAAAA", ID, &other(4), &[&form("salt")]), 400);
    assert_eq!(get("AAAAAAAAAAAE", &ID.replace("-4", "-1"), &other(5), &[&form("request_id")]), 400);
    assert_eq!(get("AAAAAAAAAAAF", "canary", &other(6), &[&form("request_id")]), 400);
    assert_eq!(get("AAAAAAAAAAAG", ID, &other(7), &[]), 200);
}

#[test]
fn moments_that_do_not_belong_together_are_told() {
    let vendor = globex("k");
    let put = |until: &str, soon: &str, date: &str, salt: &str, expected: &[&str]| {
        let body = format!("words=w&until={}&soon={soon}&salt={salt}", until.replace(':', "%3A"));
        let mut mac = <Hmac<Sha512> as KeyInit>::new_from_slice(b"k").expect("any key");
        mac.update(format!("/form{body}{until}").as_bytes());
        let sign = URL_SAFE_NO_PAD.encode(mac.finalize().into_bytes());
        let headers = [FORM, ("x-sign", &sign), ("x-until", until), ("date", date)];
        told(&vendor, "PUT /form", &headers, &body, expected)
    };
    let date = "Tue, 02 Jan 2024 03:04:05 GMT";
    assert_eq!(put("2024-01-02T04:04:05Z", "1704164735", date, "AAAAAAAAAAAA", &[]), 200);
    let other = |name: &str| format!("sign_form: `{name}` is of another moment than the values before it");
    assert_eq!(put("2024-01-02T04:04:05Z", "1704164736", date, "AAAAAAAAAAAB", &[&other("soon")]), 400);
    assert_eq!(put("2024-01-02T04:04:06Z", "1704164735", date, "AAAAAAAAAAAC", &[&other("soon")]), 400);
    let form = "sign_form: `later` is no moment in the format of the spec";
    assert_eq!(put("2024-01-02T04:04:05.000Z", "1704164735", date, "AAAAAAAAAAAD", &[form]), 400);
    let form = "sign_form: `soon` is no moment in the format of the spec";
    assert_eq!(put("2024-01-02T04:04:05Z", "canary", date, "AAAAAAAAAAAE", &[form]), 400);
    let form = "sign_form: `date` is no moment in the format of the spec";
    assert_eq!(put("2024-01-02T04:04:05Z", "1704164735", "canary", "AAAAAAAAAAAF", &[form]), 400);
}

#[test]
fn a_moment_in_json_is_a_number() {
    let vendor = globex("k");
    let post = |number: u8, at: &str, expected: &[&str]| {
        let (attempt, salt) =
            (format!("919108f7-52d1-4320-9bac-f847db4148a{number}"), format!("s-AAAAAAAAAAA{number}"));
        let headers = [JSON, ("idempotency-key", ID), ("x-attempt", &attempt), ("x-salt", &salt)];
        let body = format!(r#"{{"nonce":"{}{number}","words":"w","at":{at}}}"#, &NONCE.1[1..]);
        told(&vendor, "POST /things", &headers, &body, expected)
    };
    assert_eq!(post(0, "1704164645678", &[]), 200);
    let expected = ["create: `at` in the body has another type than the spec says"];
    assert_eq!(post(1, "\"1704164645678\"", &expected), 400);
    assert_eq!(post(2, "1704164645.5", &["create: `ts` is no moment in the format of the spec"]), 400);
}

#[test]
fn what_only_a_caller_knows_must_stand_somewhere() {
    let vendor = globex("k");
    let headers = [JSON, ("idempotency-key", ID), ("x-attempt", ID), ("x-salt", "AAAAAAAAAAAA")];
    let body = format!(r#"{{"nonce":"{}","words":"w","at":1}}"#, NONCE.1);
    let expected = ["create: header `x-salt` cannot be checked: what it is made of stands nowhere in the request"];
    assert_eq!(told(&vendor, "POST /things", &headers, &body, &expected), 400);
}
