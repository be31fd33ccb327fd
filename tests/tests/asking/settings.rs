//! Settings that may be left out.

use settled::{ErrorKind, Outcome};
use settled_testkit::{Answer, MockReply, MockVendor, Script, VirtualClock, reply, run};

use crate::massive::{Client, ClientBuilder};

fn asked(with: impl FnOnce(ClientBuilder) -> ClientBuilder) -> (Result<Outcome, settled::Error>, Script) {
    let clock = VirtualClock::new();
    let script = Script::repeating(clock.clone(), [Answer::Reply(reply::json(r#"{ "mode": "fast" }"#))]);
    let builder = Client::builder().base_url("https://massive.example").key("k").transport(script.clone());
    let client = with(builder.clock(clock.clone())).build().expect("a client");
    let told = run(&clock, client.ask().wait().tries(1).into_future());
    drop(run(&clock, client.sign().send()));
    (told.map(|settled| settled.outcome()), script)
}

#[test]
fn what_is_left_out_is_sent_nowhere() {
    let (told, script) = asked(|builder| builder);
    assert_eq!(told.expect_err("no mode to compare with").kind(), ErrorKind::Tries);
    let [ask, sign] = <[_; 2]>::try_from(script.requests()).expect("two requests");
    assert_eq!(ask.uri(), "https://massive.example/ask");
    assert_eq!(ask.body().as_ref(), br#"{"fixed":1}"#);
    for name in ["x-org", "x-session"] {
        assert!(!ask.headers().contains_key(name), "{name}");
    }
    assert!(!sign.headers().contains_key("x-amz-security-token"));
}

#[test]
fn what_is_given_is_sent_everywhere() {
    let (told, script) = asked(|builder| builder.org("o 1").session("s3cr3t").mode("fast"));
    assert_eq!(told.expect("an outcome"), Outcome::Succeeded);
    let [ask, sign] = <[_; 2]>::try_from(script.requests()).expect("two requests");
    assert_eq!(ask.uri(), "https://massive.example/ask?org=o%201");
    assert_eq!(ask.body().as_ref(), br#"{"mode":"fast","session":"s3cr3t","fixed":1}"#);
    assert_eq!(
        (&ask.headers()["x-org"], &ask.headers()["x-session"]),
        (&"o 1".parse().unwrap(), &"s3cr3t".parse().unwrap())
    );
    assert_eq!(sign.headers()["x-amz-security-token"], "s3cr3t");
}

#[test]
fn a_key_of_a_provider_needs_no_other_secret() {
    let provider = settled::Credential::provider(|| async { Ok("k".into()) });
    let (told, script) = asked(|builder| builder.key(provider).mode("fast"));
    assert_eq!(told.expect("an outcome"), Outcome::Succeeded);
    assert_eq!(script.requests()[0].headers()["x-key"], "k");
}

#[tokio::test]
async fn one_credential_or_another() {
    let spec = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/asking/massive.yaml");
    for (session, org) in [(true, false), (false, true), (true, true), (false, false)] {
        let builder = MockVendor::builder(spec).expect("a spec").setting("key", "k");
        let builder = if session { builder.setting("session", "s") } else { builder };
        let builder = if org { builder.setting("org", "o") } else { builder };
        let vendor = builder.reply(MockReply::json(r#"{ "mode": "x" }"#)).start().expect("a vendor");
        let builder = Client::builder().base_url(vendor.url()).key("k");
        let builder = if session { builder.session("s") } else { builder };
        let client = if org { builder.org("o") } else { builder }.build().expect("a client");
        client.either().send().await.expect("a reply");
        assert!(vendor.complaints().is_empty(), "{:?}", vendor.complaints());
        let requests = vendor.requests();
        let header = |name: &str| requests[0].header(name).map(str::to_owned);
        assert_eq!(header("authorization").as_deref(), session.then_some("Bearer s"));
        assert_eq!(header("x-org-key").as_deref(), org.then_some("o"));
    }
}

#[test]
fn a_word_that_is_none_of_the_enum_is_refused() {
    let builder = Client::builder().base_url("https://massive.example").key("k").mode("rapid");
    let error = builder.build().expect_err("no such word");
    assert!(error.kind() == ErrorKind::Config && error.to_string().contains("mode"), "{error}");
}

#[tokio::test]
async fn the_mock_holds_requests_to_what_it_was_given() {
    let spec = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/asking/massive.yaml");
    let vendor = |org: bool| {
        let builder = MockVendor::builder(spec).expect("a spec").setting("key", "k");
        let builder = if org { builder.setting("org", "o") } else { builder };
        builder.reply(MockReply::json(r#"{ "mode": "x" }"#)).start().expect("a vendor")
    };
    for (mock, caller, is_right) in
        [(false, false, true), (true, true, true), (true, false, false), (false, true, false)]
    {
        let vendor = vendor(mock);
        let builder = Client::builder().base_url(vendor.url()).key("k");
        let client = if caller { builder.org("o") } else { builder }.build().expect("a client");
        drop(client.ask().poll_once().await);
        assert_eq!(vendor.complaints().is_empty(), is_right, "{:?}", vendor.complaints());
    }
}
