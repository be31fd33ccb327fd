//! Tokens that need tokens, tokens in every place, and base URLs that come with one.

use settled::ErrorKind;
use settled_testkit::{Answer, BadServer, Behaviour, MockReply, Script, VirtualClock, reply, run};

use super::support::{
    CLIENT_ID, CLIENT_SECRET, asked, content, ms, only, umbrella, umbrella_builder, umbrella_client, yes,
};
use super::umbrella::Client;

#[tokio::test]
async fn a_token_that_needs_another_is_fetched_after_it() {
    let vendor = umbrella().start().expect("a mock vendor");
    let client = umbrella_client(&vendor.url());
    for _ in 0..2 {
        assert!(client.signed().send().await.expect("it").ok);
        assert!(client.in_session().send().await.expect("it").ok);
        assert!(client.note().words("w").send().await.expect("a note").ok);
    }
    content(&vendor, 8);
    let requests = vendor.requests();
    let order: Vec<_> = requests[..3].iter().filter_map(|request| request.operation()).collect();
    assert_eq!(order, ["login", "session", "signed"]);
    assert_eq!((vendor.tokens_given("login"), vendor.tokens_given("session")), (1, 1));
    // The session's id stands in the path, and its secret nowhere but under the proof.
    assert!(requests[3].path().starts_with("/sessions/session-1-"), "{}", requests[3].path());
}

#[tokio::test]
async fn both_are_fetched_anew_where_both_are_refused() {
    let vendor = umbrella().start().expect("a mock vendor");
    let client = umbrella_client(&vendor.url());
    assert!(client.signed().send().await.expect("it").ok);
    vendor.revoke_tokens();
    assert!(client.signed().send().await.expect("it").ok);
    assert_eq!((vendor.tokens_given("login"), vendor.tokens_given("session")), (2, 2));
    assert_eq!(vendor.complaints(), Vec::<String>::new());
}

/// The first of two tokens ends while nobody looks: the request for the second one finds it out.
#[tokio::test]
async fn one_that_another_token_finds_refused_is_fetched_anew() {
    let vendor = umbrella().start().expect("a mock vendor");
    let client = umbrella_client(&vendor.url());
    assert!(client.note().words("w").send().await.expect("a note").ok);
    vendor.revoke_tokens();
    assert!(client.signed().send().await.expect("it").ok);
    assert_eq!((vendor.tokens_given("login"), vendor.tokens_given("session")), (2, 1));
    assert_eq!(vendor.complaints(), Vec::<String>::new());
}

#[tokio::test]
async fn a_jwt_says_by_itself_how_long_it_lasts() {
    let vendor = umbrella().token_life(ms(60_000)).start().expect("a mock vendor");
    let client = umbrella_client(&vendor.url());
    for _ in 0..2 {
        assert!(client.ticketed().send().await.expect("it").ok);
    }
    content(&vendor, 3);
    assert_eq!(asked(&vendor, "ticket"), 1);

    // Its life is measured by the wall clock: an hour from now, and not from when it was asked for.
    let clock = VirtualClock::new();
    let end = settled_testkit::clock::EPOCH.as_secs() + 3600;
    let script = Script::answering(clock.clone(), move |sent| match sent.uri().path() {
        "/ticket" => Answer::json(format!(r#"{{"ticket":"{}"}}"#, jwt(end))),
        _ => Answer::json(r#"{"ok":true}"#),
    });
    let builder = Client::builder().client_id(CLIENT_ID).client_secret(CLIENT_SECRET).pin("p-1").production();
    let client = builder.transport(script.clone()).clock(clock.clone()).build().expect("a client");
    for seconds in [0, 3539, 1] {
        clock.advance(ms(seconds * 1000));
        assert!(run(&clock, client.ticketed().send()).expect("it").ok);
    }
    let tickets = script.requests().iter().filter(|sent| sent.uri().path() == "/ticket").count();
    assert_eq!(tickets, 2);
}

fn jwt(end: u64) -> String {
    use base64::Engine as _;
    let claims = base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(format!(r#"{{"exp":{end}}}"#));
    format!("eyJhbGciOiJub25lIn0.{claims}.")
}

#[tokio::test]
async fn a_base_url_comes_with_a_token() {
    let vendor = umbrella().start().expect("a mock vendor");
    let client = umbrella_client(&vendor.url());
    for _ in 0..2 {
        assert!(client.here().send().await.expect("it").ok);
    }
    content(&vendor, 3);
    assert_eq!(vendor.tokens_given("place"), 1);

    // The mock hands over the base URL of that role, where a client knows the roles apart.
    let [auth, plain] = ["auth", "plain"].map(|role| vendor.url_of(role));
    let client = umbrella_builder(&auth).plain_url(plain).build().expect("a client");
    assert!(client.here().send().await.expect("it").ok);
    assert!(client.signed().send().await.expect("it").ok);
    content(&vendor, 8);
    assert!(vendor.requests()[4].path().starts_with("/~api/"), "{}", vendor.requests()[4].path());
}

#[tokio::test]
async fn a_base_url_of_ones_own_wins_over_the_one_that_comes_with_a_token() {
    let (vendor, own) = (umbrella().start().expect("a mock vendor"), yes());
    let client = umbrella_builder(&vendor.url()).base_url(format!("{}/own", own.url())).build().expect("a client");
    assert!(client.here().send().await.expect("it").ok);
    let request = only(&own);
    assert_eq!(request.target(), "/own/here");
    assert!(request.header("authorization").expect("a token").starts_with("Bearer place-1-"));
}

/// What a client gets for a call whose base URL comes with this token.
async fn with_base(url: &str) -> (BadServer, Result<(), settled::Error>) {
    let place = format!(r#"{{"access_token":"canary","instance_url":"{url}"}}"#);
    let server = BadServer::start([Behaviour::Answer(reply::json(place))]).expect("a server");
    let client = umbrella_client(&server.url());
    let end = client.here().send().await.map(drop);
    (server, end)
}

#[tokio::test]
async fn a_base_url_outside_the_vendors_hosts_is_refused() {
    let elsewhere = yes();
    for url in [
        &elsewhere.url(),
        "https://umbrella.example",
        "https://umbrella.example.evil.example",
        "https://evilumbrella.example",
        "http://na1.umbrella.example",
        "https://na1.umbrella.example:8443",
        "https://user@na1.umbrella.example",
        "https://na1.umbrella.example/?q=1",
        "https://127.0.0.1",
        "//na1.umbrella.example.evil.example",
        "javascript:alert(1)",
        "text",
        "",
    ] {
        let (server, end) = with_base(url).await;
        let error = end.expect_err(url);
        assert_eq!(error.kind(), ErrorKind::Credential, "{url}: {error}");
        assert!(error.to_string().contains("`place`"), "{url}: {error}");
        let shown = format!("{error} {error:?} {error:#?}");
        assert!(!shown.contains("canary") && !shown.contains("user@") && !shown.contains("?q=1"), "{shown}");
        assert_eq!(server.requests().len(), 1, "{url}");
    }
    assert_eq!(elsewhere.connections(), 0);
}

#[test]
fn a_base_url_among_the_vendors_hosts_is_taken() {
    for (url, expected) in [
        ("https://na1.umbrella.example", "https://na1.umbrella.example/here"),
        ("https://EU.na1.umbrella.example/base/", "https://eu.na1.umbrella.example/base/here"),
        ("https://auth.umbrella.example/", "https://auth.umbrella.example/here"),
    ] {
        let clock = VirtualClock::new();
        let place = format!(r#"{{"access_token":"t-1","instance_url":"{url}"}}"#);
        let script = Script::exact(clock.clone(), [Answer::json(place), Answer::json(r#"{"ok":true}"#)]);
        let builder = Client::builder().client_id(CLIENT_ID).client_secret(CLIENT_SECRET).pin("p-1").production();
        let client = builder.transport(script.clone()).clock(clock.clone()).build().expect("a client");
        assert!(run(&clock, client.here().send()).expect("it").ok);
        let sent = script.requests();
        assert_eq!(sent[1].uri(), expected);
        assert_eq!(sent[1].header("authorization"), Some("Bearer t-1"));
    }
}

#[tokio::test]
async fn a_new_token_brings_a_new_base_url() {
    let refused = BadServer::start([Behaviour::Answer(reply::empty(401))]).expect("a server");
    let place = format!(r#"{{"access_token":"t-1","instance_url":"{}"}}"#, refused.url());
    let vendor = umbrella().token_reply("place", MockReply::json(place)).start().expect("a mock vendor");
    // Both addresses are the client's own, so both are the vendor's.
    let client = umbrella_builder(&vendor.url()).plain_url(refused.url()).build().expect("a client");
    assert!(client.here().send().await.expect("it").ok);
    assert_eq!(only(&refused).header("authorization"), Some("Bearer t-1"));
    content(&vendor, 3);
    assert_eq!(vendor.requests()[2].operation(), Some("here"));
}
