//! The mock vendor itself: what it must complain about, or the tests beside these prove nothing.

mod computed;
mod inputs;
mod signers;
mod tokens;

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use settled_testkit::{MockError, MockReply, MockVendor};

use super::support::{mock, umbrella};

/// One request by hand: status and body of its reply.
fn ask(vendor: &MockVendor, line: &str, headers: &[(&str, &str)], body: &str) -> (u16, String) {
    let addr = vendor.url().trim_start_matches("http://").to_owned();
    let mut head =
        format!("{line} HTTP/1.1\r\nhost: {addr}\r\nconnection: close\r\ncontent-length: {}\r\n", body.len());
    for (name, value) in headers {
        head.push_str(&format!("{name}: {value}\r\n"));
    }
    let mut stream = TcpStream::connect(addr).expect("a connection");
    stream.set_read_timeout(Some(Duration::from_secs(10))).expect("a socket");
    stream.write_all(format!("{head}\r\n{body}").as_bytes()).expect("a socket");
    let mut text = String::new();
    stream.read_to_string(&mut text).expect("a reply");
    let (head, body) = text.split_once("\r\n\r\n").expect("a head");
    (head[9..12].parse().expect("a status"), body.to_owned())
}

/// Asks, and expects these complaints and no others; none of them shows a canary.
#[track_caller]
fn told(vendor: &MockVendor, line: &str, headers: &[(&str, &str)], body: &str, expected: &[&str]) -> u16 {
    let before = vendor.complaints().len();
    let (status, _) = ask(vendor, line, headers, body);
    let complaints = vendor.complaints().split_off(before);
    assert_eq!(complaints, expected, "{line} {headers:?} {body}");
    assert!(!complaints.concat().contains("canary"), "{complaints:?}");
    status
}

const FORM: (&str, &str) = ("content-type", "application/x-www-form-urlencoded");
const JSON: (&str, &str) = ("content-type", "application/json");

#[test]
fn what_cannot_be_started_says_why() {
    let told = |builder: settled_testkit::MockBuilder| builder.start().expect_err("a mistake").to_string();
    let text = told(umbrella().token_reply("logn", MockReply::status(200)));
    assert!(text.contains("`logn` is no token of the spec"), "{text}");
    let text = told(umbrella().token_reply("login", MockReply::status(7)));
    assert!(text.contains("7 is no HTTP status"), "{text}");
    let text = told(mock("umbrella.yaml").setting("client_id", "i").setting("pin", "p"));
    assert!(text.contains("`client_secret` is missing"), "{text}");
    let text = told(mock("initech.yaml").setting("user", "u").setting("key", "k").setting("region", "eu-9"));
    assert!(text.contains("`region` is none of the words") && text.contains("`eu-1`, `us-1`"), "{text}");
    let error = mock("initech.yaml").setting("key", "k").start().expect_err("a mistake");
    assert!(matches!(&error, MockError::Setting(text) if text.contains("`user` is missing")), "{error}");
}
