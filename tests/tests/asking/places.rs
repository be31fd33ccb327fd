//! Where credentials go, and which server is asked.

use settled::{BoxFuture, ErrorKind, Reply, SendLimits, Transport, TransportFault};
use settled_testkit::{Answer, BadServer, MockVendor, Script, VirtualClock, run};

use super::initech::{Client, ClientBuilder};
use super::support::{content, mock, text, yes};

fn initech() -> MockVendor {
    // Neither the tenant nor the home stands in a request, so the mock asks for neither.
    mock("initech.yaml").setting("user", "u & 1").setting("key", "k-1").start().expect("a mock vendor")
}

fn builder() -> ClientBuilder {
    Client::builder().tenant("acme").home("https://home.acme.example").user("u & 1").key("k-1")
}

/// Every operation once.
async fn all(client: &Client) {
    assert!(client.in_json().id("7").send().await.expect("it").ok);
    assert!(client.in_form().id("7").send().await.expect("it").ok);
    assert!(client.in_query().send().await.expect("it").ok);
    assert!(client.in_basic().send().await.expect("it").ok);
    assert!(client.open().send().await.expect("it").ok);
    assert!(client.file().send().await.expect("it").ok);
    assert!(client.home_page().send().await.expect("it").ok);
}

#[tokio::test]
async fn credentials_go_into_each_place_and_into_no_other() {
    let (vendor, server) = (initech(), yes());
    for url in [vendor.url(), server.url()] {
        all(&builder().base_url(&url).files_url(&url).home_url(&url).build().expect("a client")).await;
    }
    content(&vendor, 7);
    let requests = server.requests();
    assert_eq!(text(&requests[0]), r#"{"id":"7","user":"u & 1","login":{"key":"k-1"}}"#);
    assert_eq!(text(&requests[1]), "id=7&user=u%20%26%201&key=k-1");
    assert_eq!(requests[2].target(), "/query?key=k-1&region=eu-1");
    assert_eq!(requests[2].header("x-user"), Some("u & 1"));
    // Base64 of `u & 1:k-1`.
    assert_eq!(requests[3].header("authorization"), Some("Basic dSAmIDE6ay0x"));
    for (at, request) in requests.iter().enumerate() {
        assert_eq!(request.holds("k-1"), at < 3, "{at}");
        assert_eq!(request.header("authorization").is_some(), at == 3, "{at}");
    }
}

#[tokio::test]
async fn each_role_has_a_base_url_of_its_own() {
    let servers = [yes(), yes(), yes()];
    let [api, files, home] = servers.each_ref().map(BadServer::url);
    let client = builder().base_url(format!("{api}/v1/")).files_url(files).home_url(format!("{home}/a/b"));
    all(&client.build().expect("a client")).await;
    let targets = |server: &BadServer| -> Vec<String> {
        server.requests().iter().map(|request| request.target().to_owned()).collect()
    };
    assert_eq!(targets(&servers[0]), ["/v1/json", "/v1/basic", "/v1/open"]);
    assert_eq!(targets(&servers[1]), ["/form", "/same"]);
    assert_eq!(targets(&servers[2]), ["/a/b/query?key=k-1&region=eu-1", "/a/b/same"]);
}

#[tokio::test]
async fn the_mock_knows_the_base_urls_of_the_roles_apart() {
    let vendor = initech();
    let urls = ["api", "files", "home"].map(|role| vendor.url_of(role));
    let client = builder().base_url(&urls[0]).files_url(&urls[1]).home_url(&urls[2]).build().expect("a client");
    all(&client).await;
    content(&vendor, 7);
    assert_eq!(vendor.requests()[5].operation(), Some("file"));
    assert_eq!(vendor.requests()[6].operation(), Some("home_page"));

    let crossed = builder().base_url(&urls[1]).files_url(&urls[0]).home_url(&urls[2]).build().expect("a client");
    let error = crossed.open().send().await.expect_err("it was asked of another server");
    assert_eq!(error.http_status().map(|status| status.as_u16()), Some(421));
    crossed.in_form().id("7").send().await.expect_err("it was asked of another server");
    assert!(crossed.home_page().send().await.expect("it").ok);
    let told = [
        "open: asked of the base URL of `files`, and not of `api`",
        "in_form: asked of the base URL of `api`, and not of `files`",
    ];
    assert_eq!(vendor.complaints(), told);
}

#[test]
#[should_panic(expected = "`filez` is no role of the spec")]
fn the_mock_has_no_base_url_for_what_is_no_role() {
    initech().url_of("filez");
}

/// The URLs of all operations, with a client built so.
fn urls(build: impl FnOnce(ClientBuilder) -> ClientBuilder) -> Vec<String> {
    let clock = VirtualClock::new();
    let script = Script::repeating(clock.clone(), [Answer::json(r#"{"ok":true}"#)]);
    let client = build(builder().transport(script.clone()).clock(clock.clone())).build().expect("a client");
    run(&clock, all(&client));
    script.requests().iter().map(|sent| sent.uri().to_string()).collect()
}

#[test]
fn settings_stand_in_base_urls() {
    let expected = [
        "https://acme.initech.example/v1/json",
        "https://files.eu-1.initech.example/acme/form",
        "https://home.acme.example/query?key=k-1&region=eu-1",
        "https://acme.initech.example/v1/basic",
        "https://acme.initech.example/v1/open",
        "https://files.eu-1.initech.example/acme/same",
        "https://home.acme.example/same",
    ];
    assert_eq!(urls(|builder| builder.production()), expected);
    let other = urls(|builder| builder.region("us-1").tenant("Acme-2").production());
    assert_eq!(other[1], "https://files.us-1.initech.example/Acme-2/form");
    assert_eq!(
        urls(|builder| builder.sandbox())[..3],
        [
            "https://test.initech.example/json",
            "https://files.test.initech.example/form",
            "https://home.initech.example/query?key=k-1&region=eu-1",
        ]
    );
    // What is given for a role wins, before and behind the server.
    let own = urls(|builder| builder.files_url("https://own.example/f").sandbox().base_url("https://api.own.example"));
    assert_eq!(
        own[..3],
        [
            "https://api.own.example/json",
            "https://own.example/f/form",
            "https://home.initech.example/query?key=k-1&region=eu-1",
        ]
    );
}

/// A transport that nobody reaches.
struct Nobody;

impl Transport for Nobody {
    fn send(&self, _: http::Request<bytes::Bytes>, _: SendLimits) -> BoxFuture<Result<Reply, TransportFault>> {
        Box::pin(async { panic!("asked") })
    }
}

#[test]
fn settings_that_do_not_fit_are_told_when_the_client_is_built() {
    let told = |builder: ClientBuilder| {
        let error = builder.transport(Nobody).build().expect_err("a bad setting");
        assert_eq!(error.kind(), ErrorKind::Config, "{error}");
        error.to_string()
    };
    let long = "a".repeat(64);
    for label in ["a.b", "evil.example/", "evil.example#", "a@b", "-a", "a-", "é", "a b", "a_b", "a:1", "%61", &long] {
        let text = told(builder().tenant(label).production());
        assert!(text.contains("`tenant` of `initech` cannot stand in a host name"), "{label}: {text}");
        assert!(!text.contains(label), "{text}");
    }
    for region in ["eu-2", "EU-1", "eu-1.evil.example", "eu-1 "] {
        let text = told(builder().region(region).production());
        assert!(text.contains("`region`") && text.contains("`eu-1`, `us-1`"), "{region}: {text}");
    }
    for (text, setting) in [
        (told(builder().tenant("").production()), "tenant"),
        (told(builder().region("").production()), "region"),
        (told(Client::builder().home("https://h.example").user("u").key("k").production()), "tenant"),
        (told(Client::builder().tenant("t").user("u").key("k").production()), "home"),
        (told(Client::builder().tenant("t").home("https://h.example").key("k").production()), "user"),
        (told(Client::builder().tenant("t").home("https://h.example").user("u").production()), "key"),
    ] {
        assert!(text.contains(&format!("`.{setting}(…)`")), "{text}");
    }
    for home in
        ["home.acme.example", "http://home.acme.example", "https://u:p@h.example", "https://h.example/?a=1", "x"]
    {
        let text = told(builder().home(home).production());
        assert!(text.contains("`.home_url(…)`") || text.contains("`.home(…)`"), "{home}: {text}");
        assert!(!text.contains("u:p"), "{text}");
    }
    let text = told(builder());
    for remedy in ["`.production()`", "`.sandbox()`", "`.base_url(…)`"] {
        assert!(text.contains(remedy), "{text}");
    }
    assert!(told(builder().base_url("https://api.example")).contains("`.files_url(…)`"));
}
