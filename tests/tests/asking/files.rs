//! Files as bodies: bytes that are no text.

use settled_testkit::{Answer, MockReply, MockVendor, Script, VirtualClock, reply, run};

use crate::virtucon::Client;

/// Not UTF-8, with zeros and line feeds.
const FILE: &[u8] = b"\xff\xfe\0\r\n{}\x80";

fn client(answers: impl IntoIterator<Item = Answer>) -> (Client, Script, VirtualClock) {
    let clock = VirtualClock::new();
    let script = Script::exact(clock.clone(), answers);
    let builder = Client::builder().base_url("https://virtucon.example").key("k").transport(script.clone());
    (builder.clock(clock.clone()).build().expect("a client"), script, clock)
}

#[test]
fn bytes_are_sent_as_they_are_and_again_where_they_have_to_be() {
    use hmac::{Hmac, KeyInit, Mac};
    let ok = Answer::Reply(reply::json(r#"{ "ok": true }"#));
    let (client, script, clock) = client([Answer::Fault(settled::FaultKind::NotConnected), ok]);
    run(&clock, client.upload().name("a b").content(FILE).send()).expect("a reply");
    let requests = script.requests();
    assert_eq!(requests.len(), 2);
    let mut mac = <Hmac<sha2::Sha256> as KeyInit>::new_from_slice(b"k").expect("any key");
    mac.update(FILE);
    let mac: String = mac.finalize().into_bytes().iter().map(|byte| format!("{byte:02x}")).collect();
    for sent in requests {
        assert_eq!((sent.uri().path(), sent.body().as_ref()), ("/files/a%20b", FILE));
        assert_eq!(sent.headers()["content-type"], "application/octet-stream");
        assert_eq!(sent.headers()["x-sign"], mac.as_str());
    }
}

#[test]
fn what_goes_to_a_place_of_any_host_has_its_own_type_and_no_key() {
    let (client, script, clock) = client([Answer::Reply(reply::empty(200))]);
    let call = client.send_to().place("https://files.example/x?sig=1").content(FILE.to_vec());
    assert!(!format!("{call:?}").contains("255"), "nothing of a call is shown");
    run(&clock, call.send()).expect("a reply");
    let sent = &script.requests()[0];
    assert_eq!((sent.headers()["content-type"].as_bytes(), sent.body().as_ref()), (&b"video/mp4"[..], FILE));
    assert!(!sent.headers().contains_key("x-sign"));
}

#[tokio::test]
async fn the_mock_takes_them_in() {
    let spec = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/asking/virtucon.yaml");
    let replies = [r#"{ "ok": true }"#, r#"{ "done": true }"#].map(MockReply::json);
    let vendor =
        MockVendor::builder(spec).expect("a spec").setting("key", "k").replies(replies).start().expect("a vendor");
    let client = Client::builder().base_url(vendor.url()).key("k").build().expect("a client");
    let done = client.processing().submit().name("n").content(FILE).wait().await.expect("an outcome");
    assert_eq!(done.outcome(), settled::Outcome::Succeeded);
    assert!(vendor.complaints().is_empty(), "{:?}", vendor.complaints());
    assert_eq!(vendor.requests()[0].body().as_ref(), FILE);
}
