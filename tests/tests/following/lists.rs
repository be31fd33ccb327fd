//! Pages that are asked for by the last element's id, and pages that say whether there is another one.

use settled::ErrorKind;
use settled_testkit::{MockReply, MockVendor, Script, VirtualClock, run};

use crate::{answer, sent};

settled::vendor!("tests/following/lists.yaml");

use lists::Client;

const SPEC: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/following/lists.yaml");

fn vendor<'r>(
    operation: &str,
    replies: impl IntoIterator<Item = (&'r str, &'r str, &'static str)>,
) -> (MockVendor, Client) {
    let mut vendor = MockVendor::builder(SPEC).expect("a spec").setting("key", "k-1");
    for (input, value, body) in replies {
        vendor = vendor.reply_to(operation, [(input, value)], MockReply::json(body));
    }
    let vendor = vendor.start().expect("a vendor");
    let client = Client::builder().base_url(vendor.url()).key("k-1").build().expect("a client");
    (vendor, client)
}

#[tokio::test]
async fn the_last_id_asks_for_the_next_page_as_long_as_there_is_more() {
    let first = MockReply::json(r#"{ "data": [{ "id": "e1" }, { "id": "e 2" }], "has_more": true }"#);
    let builder = MockVendor::builder(SPEC).expect("a spec").setting("key", "k-1").reply(first);
    let second = MockReply::json(r#"{ "data": [{ "id": "e3" }], "has_more": false }"#);
    let vendor = builder.reply_to("events", [("starting_after", "e 2")], second).start().expect("a vendor");
    let client = Client::builder().base_url(vendor.url()).key("k-1").build().expect("a client");
    let (mut pages, mut ids) = (client.events().pages(), Vec::new());
    while let Some(page) = pages.next().await.expect("a page") {
        ids.extend(page.data.into_iter().map(|event| event.id));
    }
    assert_eq!(ids, ["e1", "e 2", "e3"]);
    assert_eq!(vendor.complaints(), Vec::<String>::new());
    assert_eq!(vendor.requests().len(), 2, "no page is asked for that the vendor says is none");
}

#[tokio::test]
async fn an_empty_page_is_the_last_one_whatever_it_says() {
    let replies = [("after", "0", r#"[{ "id": 4 }, { "id": 9 }]"#), ("after", "9", "[]")];
    let (vendor, client) = vendor("rows", replies);
    let (mut pages, mut ids) = (client.rows().pages(), Vec::new());
    while let Some(page) = pages.next().await.expect("a page") {
        ids.push(page.into_iter().map(|row| row.id).collect::<Vec<_>>());
    }
    assert_eq!(ids, [vec![4, 9], vec![]]);
    assert_eq!((vendor.complaints(), vendor.requests().len()), (Vec::<String>::new(), 2));

    let empty = MockReply::json(r#"{ "data": [], "has_more": true }"#);
    let vendor = MockVendor::builder(SPEC).expect("a spec").setting("key", "k-1").reply(empty).start();
    let vendor = vendor.expect("a vendor");
    let client = Client::builder().base_url(vendor.url()).key("k-1").build().expect("a client");
    let mut pages = client.events().pages();
    assert!(pages.next().await.expect("a page").is_some_and(|page| page.data.is_empty()));
    assert!(pages.next().await.expect("no id to go on from").is_none());
}

#[tokio::test]
async fn all_that_is_asked_of_a_page_must_hold() {
    let more = r#"{ "leaves": ["a", "end"], "left": 2 }"#;
    for (last, body) in [
        ("nothing left", r#"{ "leaves": ["b"], "left": 0, "state": "open" }"#),
        ("not said", r#"{ "leaves": ["b"] }"#),
        ("no leaf", r#"{ "leaves": ["end"], "left": 1 }"#),
        ("closed", r#"{ "leaves": ["b"], "left": 1, "state": "closed" }"#),
        ("another word", r#"{ "leaves": ["b"], "left": 1, "state": "ajar" }"#),
    ] {
        let (vendor, client) = vendor("leaves", [("page", "1", more), ("page", "2", body)]);
        let (mut pages, mut count) = (client.leaves().pages(), 0);
        while pages.next().await.expect(last).is_some() {
            count += 1;
        }
        assert_eq!((count, vendor.requests().len(), vendor.complaints()), (2, 2, Vec::new()), "{last}");
    }
}

#[tokio::test]
async fn a_page_that_does_not_say_what_it_must_is_no_last_one() {
    for body in [r#"{ "data": [{ "id": "e1" }] }"#, r#"{ "data": [{ "id": "e1" }], "has_more": "true" }"#] {
        let builder = MockVendor::builder(SPEC).expect("a spec").setting("key", "k-1");
        let vendor = builder.reply(MockReply::json(body)).start().expect("a vendor");
        let client = Client::builder().base_url(vendor.url()).key("k-1").build().expect("a client");
        let error = client.events().pages().next().await.map(drop).expect_err("whether there is more");
        assert_eq!(error.kind(), ErrorKind::Decode, "{error}");
        assert!(error.to_string().contains("`has_more`"), "{error}");
        assert_eq!(vendor.requests().len(), 1);
    }
}

#[test]
fn a_message_is_taken_from_the_last_element() {
    let told = |body: &'static str| {
        let clock = VirtualClock::new();
        let script = Script::exact(clock.clone(), [answer(body)]);
        let builder = Client::builder().production().key("k-1").transport(script.clone()).clock(clock.clone());
        let client = builder.build().expect("a client");
        let done = run(&clock, async { client.steps().wait().await }).expect("an outcome");
        assert_eq!(sent(&script).len(), 1);
        done.message().map(str::to_owned)
    };
    assert_eq!(told(r#"{ "done": true, "steps": [{ "name": "a" }, { "name": "b" }] }"#).as_deref(), Some("at b"));
    assert_eq!(told(r#"{ "done": true, "steps": [{ "name": "a", "notes": ["x", "y"] }] }"#).as_deref(), Some("y"));
    assert_eq!(
        told(r#"{ "done": true, "steps": [{ "name": "a", "notes": ["x"] }, { "name": "b", "notes": [] }] }"#)
            .as_deref(),
        Some("at b")
    );
    assert_eq!(told(r#"{ "done": true, "steps": [] }"#), None);
}
