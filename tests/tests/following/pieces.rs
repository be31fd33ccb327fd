//! A result for each element of a list: of the status, of a reply on the way, of the reply that decided.

use std::time::{Duration, Instant};

use settled::{Download, Error, ErrorKind};
use settled_testkit::{
    Answer, BadServer, Behaviour, ClosedPort, MockReply, MockVendor, Script, VirtualClock, reply, run,
};

use crate::{answer, lines, sent};

settled::vendor!("tests/following/pieces.yaml");

use pieces::{CheckingHandle, Client, ExportHandle, LinkingHandle, ScanHandle};

fn client(answers: impl IntoIterator<Item = Answer>) -> (Client, Script, VirtualClock) {
    let clock = VirtualClock::new();
    let script = Script::exact(clock.clone(), answers);
    let builder = Client::builder().production().key("k-1").transport(script.clone()).clock(clock.clone());
    (builder.build().expect("a client"), script, clock)
}

/// A server on a socket, whose status names these files, each by its name and the path of its URL there.
fn serving(files: &[(&str, Option<&str>)], bodies: impl IntoIterator<Item = Behaviour>) -> (Client, BadServer) {
    let port = ClosedPort::new().expect("a port");
    let url = port.url();
    let file = |(name, path): &(&str, Option<&str>)| match path {
        Some(path) => format!(r#"{{ "name": "{name}", "url": "{url}{path}" }}"#),
        None => format!(r#"{{ "name": "{name}" }}"#),
    };
    let files: Vec<_> = files.iter().map(file).collect();
    let state = format!(r#"{{ "state": "done", "files": [{}] }}"#, files.join(","));
    let first = Behaviour::Answer(reply::json(state));
    let server = port.open([first].into_iter().chain(bodies)).expect("a server");
    (Client::builder().base_url(url).key("k-1").build().expect("a client"), server)
}

fn bytes(text: &'static str) -> Behaviour {
    Behaviour::Answer(reply::of_type(200, "text/csv", text))
}

async fn results(client: &Client) -> Result<settled::Results<pieces::ExportJob>, Error> {
    client.export().at(ExportHandle::new("7")).wait().await?.results().await
}

#[tokio::test]
async fn each_file_is_fetched_in_order_without_the_key_and_within_the_limits() {
    let files = [("a", Some("/f/1?sig=x")), ("b", Some("/f/2")), ("c", Some("/f/3"))];
    let (client, server) = serving(&files, [bytes("one"), bytes("two"), bytes("three")]);
    let mut results = results(&client).await.expect("results");
    assert_eq!((results.len(), results.is_empty(), server.requests().len()), (3, false, 1));
    let (started, mut all) = (Instant::now(), Vec::new());
    while let Some((file, body)) = results.next().await {
        all.push((file.index(), file.decode().expect("a file").name, body.expect("a body")));
        assert_eq!(
            (file.key(), server.requests().len()),
            (None, all.len() + 1),
            "one request for each, when it is wanted"
        );
    }
    let all: Vec<_> = all.iter().map(|(at, name, body)| (*at, name.as_str(), body.as_ref())).collect();
    assert_eq!(all, [(0, "a", &b"one"[..]), (1, "b", b"two"), (2, "c", b"three")]);
    assert!(started.elapsed() >= Duration::from_millis(80), "40 ms between two files: {:?}", started.elapsed());
    let requests = server.requests();
    let targets: Vec<_> = requests.iter().map(|request| request.target()).collect();
    assert_eq!(targets, ["/exports/7", "/f/1?sig=x&part=p-a", "/f/2?part=p-b", "/f/3?part=p-c"]);
    let keys: Vec<_> = requests.iter().map(|request| request.header("authorization").is_some()).collect();
    assert_eq!(keys, [true, false, false, false]);
}

#[tokio::test]
async fn an_element_that_fails_is_told_and_the_others_come_all_the_same() {
    let files = [("a", Some("/f/1")), ("none", None), ("c", Some("/f/3"))];
    let gone = Behaviour::Answer(reply::json_status(404, r#"{ "code": "gone" }"#));
    let (client, server) = serving(&files, [gone, bytes("three"), bytes("one")]);
    let mut results = results(&client).await.expect("results");
    let (mut told, mut failed) = (Vec::new(), Vec::new());
    while let Some((file, body)) = results.next().await {
        if body.is_err() {
            failed.push(file.index());
        }
        told.push(body.map_err(|error| error.kind()));
    }
    assert_eq!(told, [Err(ErrorKind::Vendor), Err(ErrorKind::Decode), Ok("three".into())]);
    assert_eq!((failed.as_slice(), server.requests().len()), (&[0, 1][..], 3), "nothing is asked without a URL");
    results.seek(failed[0]);
    let (file, body) = results.next().await.expect("the element once more");
    assert_eq!((file.index(), body.expect("it is back").as_ref()), (0, &b"one"[..]));

    let (_, body) = results.next().await.expect("the one without a URL");
    let text = body.expect_err("no URL").to_string();
    assert!(text.contains("`url`"), "{text}");
    assert_eq!(format!("{results:?} {file:?}"), "Results { at: 2, elements: 3, .. } Element { index: 0, .. }");
}

async fn read(mut download: Download) -> Result<Vec<u8>, Error> {
    let mut body = Vec::new();
    while let Some(piece) = download.chunk().await? {
        body.extend_from_slice(&piece);
    }
    Ok(body)
}

#[tokio::test]
async fn files_are_read_piece_by_piece_each_within_the_limit() {
    let files = [("a", Some("/f/1")), ("b", Some("/f/2")), ("c", Some("/f/3"))];
    let drip = Behaviour::Drip { reply: reply::of_type(200, "text/csv", "four"), every: Duration::from_millis(1) };
    let (client, server) = serving(&files, [bytes("much too long"), drip, bytes("5")]);
    let mut results = results(&client).await.expect("results");
    let mut told = Vec::new();
    while let Some((file, download)) = results.next_download(5).await {
        let body = match download {
            Ok(download) => read(download).await,
            Err(error) => Err(error),
        };
        told.push((file.index(), body.map_err(|error| error.kind())));
    }
    assert_eq!(told, [(0, Err(ErrorKind::Faults)), (1, Ok(b"four".to_vec())), (2, Ok(b"5".to_vec()))]);
    assert_eq!(server.requests().len(), 4);
}

#[tokio::test]
async fn all_are_there_at_once_or_what_keeps_the_first_away() {
    let files = [("a", Some("/f/1")), ("b", Some("/f/2"))];
    let (client, _server) = serving(&files, [bytes("one"), bytes("two")]);
    let all = results(&client).await.expect("results").all().await.expect("all");
    assert_eq!(all, ["one", "two"]);

    let gone = Behaviour::Answer(reply::json_status(404, r#"{ "code": "gone" }"#));
    let (client, server) = serving(&files, [gone, bytes("two")]);
    let error = results(&client).await.expect("results").all().await.expect_err("gone");
    assert_eq!((error.kind(), error.vendor_message()), (ErrorKind::Vendor, Some("gone")));
    assert_eq!(server.requests().len(), 2, "nothing is asked for after it");
}

#[test]
fn a_list_that_may_be_absent_is_empty_and_there_are_no_results_of_what_failed() {
    let (client, script, clock) = client([
        answer(r#"{ "state": "done" }"#),
        answer(r#"{ "state": "done", "files": null }"#),
        answer(r#"{ "state": "broken", "files": [] }"#),
    ]);
    run(&clock, async {
        for _ in 0..2 {
            let mut results = results(&client).await.expect("no results");
            assert!(results.is_empty() && results.next().await.is_none() && results.next_download(1).await.is_none());
            assert!(results.next_pages().is_none());
        }
        assert_eq!(results(&client).await.map(drop).expect_err("it failed").kind(), ErrorKind::NotSucceeded);
    });
    assert_eq!(script.requests().len(), 3);
}

#[test]
fn a_list_that_must_be_there_and_is_not_is_no_empty_one() {
    let (client, _, clock) = client([answer(r#"{ "done": true, "data": {} }"#)]);
    let error = run(&clock, async { client.scan().at(ScanHandle::new("s")).wait().await }).expect_err("unreadable");
    assert_eq!(error.kind(), ErrorKind::Faults, "{error}");

    let (client, script, clock) = self::client([answer(r#"{ "done": true, "data": { "parts": {} } }"#), answer("{}")]);
    let error = run(&clock, async { client.linking().at(LinkingHandle::new("s")).wait().await?.results().await });
    assert_eq!(error.map(drop).expect_err("no list").kind(), ErrorKind::Decode);
    assert_eq!(script.requests().len(), 2);
}

#[tokio::test]
async fn values_of_a_map_are_asked_for_by_their_keys_page_by_page() {
    let spec = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/following/pieces.yaml");
    let state = r#"{ "done": true, "data": { "parts": { "front": { "first": 3 }, "a b": { "first": 0 } } } }"#;
    let part = |row: &'static str, body: &'static str| ([("row", row)], MockReply::json(body));
    let mut vendor = MockVendor::builder(spec).expect("a spec").setting("key", "k-1").reply(MockReply::json(state));
    for (inputs, reply) in [
        part("3", r#"{ "rows": ["x"], "next": 4 }"#),
        part("4", r#"{ "rows": ["y"] }"#),
        part("0", r#"{ "rows": ["z"] }"#),
    ] {
        vendor = vendor.reply_to("part", inputs, reply);
    }
    let vendor = vendor.start().expect("a vendor");
    let client = Client::builder().base_url(vendor.url()).key("k-1").build().expect("a client");
    let done = client.scan().at(ScanHandle::new("s")).wait().await.expect("an outcome");
    let (mut results, mut rows) = (done.results().await.expect("results"), Vec::new());
    while let Some((part, pages)) = results.next_pages() {
        let mut pages = pages.expect("pages");
        while let Some(page) = pages.next().await.expect("a page") {
            rows.push((part.key().map(str::to_owned), page.rows.join(",")));
        }
    }
    let expected = [("front", "x"), ("front", "y"), ("a b", "z")];
    assert_eq!(rows, expected.map(|(key, row)| (Some(key.to_owned()), row.to_owned())));
    assert_eq!(vendor.complaints(), Vec::<String>::new());

    let mut results = done.results().await.expect("results");
    results.seek(1);
    let (part, page) = results.next().await.expect("the second");
    assert_eq!((part.decode().expect("a part").first, page.expect("a page").rows), (0, vec!["z".to_owned()]));
    assert_eq!(part.json(), br#"{ "first": 0 }"#);
}

#[test]
fn links_in_a_reply_on_the_way_are_followed_to_the_vendor_alone() {
    let (client, script, clock) = client([
        answer(r#"{ "done": true, "data": { "parts": {} } }"#),
        answer(r#"["/l/1", "https://evil.example/2", "/l/3"]"#),
        answer(r#"{ "text": "one" }"#),
        answer(r#"{ "text": "three" }"#),
    ]);
    let told = run(&clock, async {
        let done = client.linking().at(LinkingHandle::new("s")).wait().await.expect("an outcome");
        let (mut results, mut told) = (done.results().await.expect("results"), Vec::new());
        while let Some((_, result)) = results.next().await {
            told.push(result.map(|linked| linked.text).map_err(|error| error.kind()));
        }
        told
    });
    assert_eq!(told, [Ok("one".to_owned()), Err(ErrorKind::Input), Ok("three".to_owned())]);
    let expected = ["scans/s", "scans/s/links", "l/1", "l/3"].map(|path| format!("GET https://pieces.example/{path}"));
    assert_eq!(sent(&script), lines(&expected.each_ref().map(|line| (line.as_str(), true))));
}

#[test]
fn elements_of_the_reply_that_decided_are_taken_apart() {
    let (client, script, clock) = client([
        answer(r#"{ "done": true }"#),
        answer(r#"{ "clear": false, "papers": { "ids": ["2024-7", 8, "x-y"] } }"#),
        answer("paper"),
    ]);
    let told = run(&clock, async {
        let done = client.checking().at(CheckingHandle::new("c")).wait().await.expect("an outcome");
        let (mut results, mut told) = (done.results().await.expect("results"), Vec::new());
        while let Some((paper, result)) = results.next().await {
            told.push((paper.decode().expect("an id"), result.map_err(|error| error.kind())));
        }
        told
    });
    let decode = Err(ErrorKind::Decode);
    let expected = [("2024-7", Ok("paper".to_owned())), ("8", decode.clone()), ("x-y", decode)];
    assert_eq!(told, expected.map(|(id, result)| (id.to_owned(), result)));
    let paths: Vec<_> = script.requests().iter().map(|sent| sent.uri().path().to_owned()).collect();
    assert_eq!(paths, ["/checks/c", "/checks/c/verdict", "/papers/2024/7"]);
}

#[tokio::test]
async fn a_future_that_is_dropped_loses_no_element() {
    let files = [("a", Some("/f/1")), ("b", Some("/f/2"))];
    let slow = Behaviour::Drip { reply: reply::of_type(200, "text/csv", "one"), every: Duration::from_millis(20) };
    let (client, server) = serving(&files, [slow, bytes("two")]);
    let mut results = results(&client).await.expect("results");
    assert!(tokio::time::timeout(Duration::from_millis(10), results.next()).await.is_err(), "not there yet");
    let (file, body) = results.next().await.expect("the same one");
    assert_eq!((file.index(), body.expect("a body").as_ref()), (0, &b"one"[..]));
    assert_eq!(results.all().await.expect("the rest"), ["two"]);
    assert_eq!(server.requests().len(), 3);
}
