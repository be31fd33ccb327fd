//! What is asked next, and what proves a reply, in headers; rules that look at what the caller asked for.

use settled::{ErrorKind, Outcome};
use settled_testkit::{Answer, MockReply, MockVendor, Script, VirtualClock, reply, run};

use crate::answer;

settled::vendor!("tests/following/headers.yaml");

use headers::Client;

fn client(answers: impl IntoIterator<Item = Answer>) -> (Client, Script, VirtualClock) {
    let clock = VirtualClock::new();
    let script = Script::exact(clock.clone(), answers);
    let builder = Client::builder().production().key("k-1").transport(script.clone()).clock(clock.clone());
    (builder.build().expect("a client"), script, clock)
}

fn moved(status: u16, to: &str) -> Answer {
    Answer::Reply(reply::with_header(reply::empty(status), "location", to))
}

fn urls(script: &Script) -> Vec<String> {
    script.requests().iter().map(|sent| sent.uri().to_string()).collect()
}

#[test]
fn a_job_that_moves_is_followed() {
    let (client, script, clock) = client([
        moved(201, "/a"),
        moved(202, "/b"),
        answer(r#"{ "done": false }"#),
        moved(202, "/c"),
        answer(r#"{ "done": true }"#),
    ]);
    let done = run(&clock, client.r#move().submit().wait()).expect("an outcome");
    assert_eq!(done.outcome(), Outcome::Succeeded);
    let expected = ["moves", "a", "b", "b", "c"].map(|path| format!("https://headers.example/{path}"));
    assert_eq!(urls(&script), expected);
}

#[test]
fn a_job_that_moves_to_another_host_is_not_followed_there() {
    let (client, script, clock) = client([moved(201, "/a"), moved(202, "https://evil.example/b")]);
    let error = run(&clock, client.r#move().submit().wait()).map(drop).expect_err("no outcome");
    assert_eq!((error.kind(), script.requests().len()), (ErrorKind::Input, 2), "{error}");
}

#[test]
fn pages_are_told_by_a_header_until_it_is_missing_empty_or_null() {
    for last in [None, Some(""), Some("null")] {
        let page = |next: Option<&str>, text: &'static str| {
            let page = reply::of_type(200, "text/csv", text);
            Answer::Reply(next.map_or(page.clone(), |next| reply::with_header(page, "x-next", next)))
        };
        let (client, script, clock) = client([page(Some("7 a"), "one"), page(last, "two")]);
        let pages = run(&clock, async {
            let (mut pages, mut all) = (client.rows().pages(), Vec::new());
            while let Some(page) = pages.next().await? {
                all.push(page);
            }
            Ok::<_, settled::Error>(all)
        });
        assert_eq!(pages.expect("pages"), ["one", "two"]);
        assert_eq!(urls(&script), ["https://headers.example/rows", "https://headers.example/rows?after=7%20a"]);
    }
}

#[test]
fn pages_are_told_by_links() {
    let page = |link: Option<&str>, text: &'static str| {
        let page = reply::json(text);
        Answer::Reply(link.map_or(page.clone(), |link| reply::with_header(page, "link", link)))
    };
    let link = r#"<https://headers.example/linked?x=1>; rel="first", <https://headers.example/linked?after=a%3D%26&x=1>; rel="next""#;
    let last = r#"<https://headers.example/linked?x=1>; rel="first""#;
    let (client, script, clock) =
        client([page(Some(link), r#"{ "rows": [1] }"#), page(Some(last), r#"{ "rows": [2] }"#)]);
    let rows = run(&clock, async {
        let (mut pages, mut all) = (client.linked().pages(), Vec::new());
        while let Some(page) = pages.next().await? {
            all.extend(page.rows);
        }
        Ok::<_, settled::Error>(all)
    });
    assert_eq!(rows.expect("rows"), [1, 2]);
    assert_eq!(urls(&script)[1..], ["https://headers.example/linked?after=a%3D%26"]);
}

#[test]
fn pages_are_counted_until_one_is_empty() {
    let pages = [r#"{ "rows": [1, 2] }"#, r#"{ "rows": [3] }"#, r#"{ "rows": [] }"#];
    let (client, script, clock) = client(pages.map(answer));
    let rows = run(&clock, async {
        let (mut pages, mut all) = (client.counted().page(4).pages(), Vec::new());
        while let Some(page) = pages.next().await? {
            all.extend(page.rows);
        }
        Ok::<_, settled::Error>(all)
    });
    assert_eq!(rows.expect("rows"), [1, 2, 3]);
    let expected = [4, 5, 6].map(|page| format!("https://headers.example/counted?page={page}&size=2"));
    assert_eq!(urls(&script), expected);
}

#[tokio::test]
async fn a_proof_in_a_header_is_made_of_the_whole_body() {
    let done = || MockReply::json(r#"{ "state":  "done" }"#);
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/following/headers.yaml");
    for (reply, kind) in [
        (done().with_timestamp("1700000000"), None),
        (done().with_timestamp("1700000000").signed_with("another"), Some(ErrorKind::Unverified)),
        (done().unsigned(), Some(ErrorKind::Unverified)),
        (done().with_timestamp("1700000000").header("x-signature", "00").unsigned(), Some(ErrorKind::Unverified)),
    ] {
        let vendor = MockVendor::builder(folder).expect("a spec").setting("key", "k-1").reply(reply).start();
        let vendor = vendor.expect("a vendor");
        let client = Client::builder().base_url(vendor.url()).key("k-1").build().expect("a client");
        let told = client.proven().wait().faults(0).await;
        assert_eq!(told.as_ref().err().map(settled::Error::kind), kind, "{told:?}");
        assert!(vendor.complaints().is_empty(), "{:?}", vendor.complaints());
    }
}

#[test]
fn an_input_may_be_for_the_rules_alone() {
    let (client, script, clock) = client([answer(r#"{ "state": "odd" }"#), answer(r#"{ "state": "odd" }"#)]);
    let lenient = run(&clock, client.asked_for().wait().into_future());
    let strict = run(&clock, client.asked_for().strict(true).wait().into_future());
    let outcomes = [lenient, strict].map(|settled| settled.expect("an outcome").outcome());
    assert_eq!(outcomes, [Outcome::Succeeded, Outcome::Failed]);
    assert_eq!(urls(&script), ["https://headers.example/asked"; 2]);
}

#[tokio::test]
async fn several_jobs_at_a_time_each_get_their_own_replies() {
    let spec = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/following/orders.yaml");
    let check = |done: &str| MockReply::json(format!(r#"{{ "done": {done}, "file": "f" }}"#));
    let vendor = MockVendor::builder(spec).expect("a spec").setting("key", "k").reply(check("true"));
    let vendor = vendor.reply_to("check", [("check", "slow")], check("false"));
    let vendor = vendor.reply_to("check", [("check", "slow")], check("false"));
    let vendor = vendor.reply_to("check", [("check", "slow")], check("true")).start().expect("a vendor");
    let client = crate::hops::orders_at(vendor.url());
    let wait = |check: &str| {
        let job = client.explained().at(crate::hops::ExplainedHandle::new(check));
        async move { job.wait().every(std::time::Duration::from_millis(5)).await.expect("an outcome").attempts() }
    };
    assert_eq!(tokio::join!(wait("slow"), wait("quick"), wait("other")), (3, 1, 1));

    let refused = |operation: &str, input| {
        let builder = MockVendor::builder(spec).expect("a spec").setting("key", "k");
        builder.reply_to(operation, [(input, "x")], check("true")).start().err().map(|error| error.to_string())
    };
    assert!(refused("chek", "check").is_some_and(|text| text.contains("`chek`")));
    assert!(refused("check", "job").is_some_and(|text| text.contains("`job`")));
}
