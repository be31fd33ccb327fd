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
fn a_form_of_several_parts_is_cut_where_the_spec_says() {
    use hmac::{Hmac, KeyInit, Mac};
    let ok = || Answer::Reply(reply::json(r#"{ "ok": true }"#));
    let (client, script, clock) = client([Answer::Fault(settled::FaultKind::NotConnected), ok()]);
    let call = client
        .attach()
        .name("a\"b\r\n")
        .kind("pdf")
        .tags(["x", "y"])
        .about(serde_json::json!({ "a": 1 }))
        .content(FILE);
    run(&clock, call.send()).expect("a reply");
    let requests = script.requests();
    let boundaries: Vec<_> = requests.iter().map(boundary).collect();
    assert_ne!(boundaries[0], boundaries[1], "nobody can know what stands between two parts");
    for (sent, boundary) in requests.iter().zip(boundaries) {
        let mut expected = Vec::new();
        for (head, content) in [
            ("name=\"fixed\"", &b"7"[..]),
            ("name=\"tag\"", b"x"),
            ("name=\"tag\"", b"y"),
            ("name=\"about\"\r\nContent-Type: application/json", br#"{"of":{"a":1}}"#),
            ("name=\"content\"; filename=\"a%22b%0D%0A.pdf\"\r\nContent-Type: application/pdf", FILE),
        ] {
            let head = format!("--{boundary}\r\nContent-Disposition: form-data; {head}\r\n\r\n");
            expected.extend([head.as_bytes(), content, b"\r\n"].concat());
        }
        expected.extend(format!("--{boundary}--\r\n").as_bytes());
        assert_eq!(sent.body().escape_ascii().to_string(), expected.escape_ascii().to_string());
        let mut mac = <Hmac<sha2::Sha256> as KeyInit>::new_from_slice(b"k").expect("any key");
        mac.update(&expected);
        let mac: String = mac.finalize().into_bytes().iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(sent.headers()["x-sign"], mac.as_str(), "what is signed is what is sent");
    }
}

fn boundary(sent: &settled_testkit::Sent) -> String {
    let value = sent.headers()["content-type"].to_str().expect("text");
    value.strip_prefix("multipart/form-data; boundary=").expect("a boundary").to_owned()
}

#[test]
fn a_media_type_that_would_cut_the_form_elsewhere_is_refused() {
    let (client, script, clock) = client([]);
    let call = client.attach().name("n").kind("pdf\r\nX: y").tags(["x"]).about(serde_json::json!(1)).content(FILE);
    let error = run(&clock, call.send()).expect_err("a media type of two lines");
    assert_eq!(error.kind(), settled::ErrorKind::Input);
    assert!(error.to_string().contains("`content`") && script.requests().is_empty(), "{error}");
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

#[tokio::test]
async fn the_mock_takes_forms_of_several_parts_in() {
    let spec = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/asking/virtucon.yaml");
    let replies = [r#"{ "ok": true }"#, r#"{ "ok": true }"#].map(MockReply::json);
    let vendor =
        MockVendor::builder(spec).expect("a spec").setting("key", "k").replies(replies).start().expect("a vendor");
    let client = Client::builder().base_url(vendor.url()).key("k").build().expect("a client");
    let call = || client.attach().name("näme").kind("pdf").about(serde_json::json!([1])).content(FILE);
    call().tags(["x", "y"]).send().await.expect("a reply");
    let all = call().tags(Vec::<String>::new()).note("n").page(serde_json::json!({})).thumbnail(&b"--\r\n"[..]);
    all.send().await.expect("a reply");
    assert!(vendor.complaints().is_empty(), "{:?}", vendor.complaints());
}

#[tokio::test]
async fn the_mock_refuses_forms_that_are_not_as_the_spec_says() {
    let spec = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/asking/virtucon.yaml");
    let part = |name: &str, rest: &str, content: &str| {
        format!("--b\r\nContent-Disposition: form-data; name=\"{name}\"{rest}\r\n\r\n{content}\r\n")
    };
    let file = "; filename=\"n.pdf\"\r\nContent-Type: application/pdf";
    let json = "\r\nContent-Type: application/json";
    let fixed = || part("fixed", "", "7");
    let about = || part("about", json, r#"{"of":1}"#);
    let content = || part("content", file, "%PDF");
    for (parts, complaint) in [
        (vec![fixed(), content()], "part `about` is missing"),
        (vec![fixed(), about()], "part `content` is missing"),
        (vec![fixed(), about(), content(), content()], "part `content` is given twice"),
        (vec![about(), content()], "part `fixed` is missing"),
        (vec![fixed(), about(), content(), part("other", "", "x")], "part `other` is not in the spec"),
        (vec![fixed(), part("about", json, "{"), content()], "part `about` is not JSON"),
        (vec![fixed(), part("about", "", r#"{"of":1}"#), content()], "the type of part `about` is missing"),
    ] {
        let vendor = MockVendor::builder(spec)
            .expect("a spec")
            .setting("key", "k")
            .replies([MockReply::json(r#"{ "ok": true }"#)])
            .start()
            .expect("a vendor");
        let body = format!("{}--b--\r\n", parts.concat());
        let request = reqwest::Client::new().post(format!("{}/attachments", vendor.url()));
        let typed = request.header("content-type", "multipart/form-data; boundary=b");
        typed.header("x-sign", "0").body(body).send().await.expect("a reply");
        let complaints = vendor.complaints();
        assert!(complaints.iter().any(|told| told.to_string().contains(complaint)), "{complaint}: {complaints:?}");
    }
}
