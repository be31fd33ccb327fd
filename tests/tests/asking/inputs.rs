//! What callers give, of every kind, and the bytes that it becomes in every place.

use serde_json::json;
use settled::ErrorKind;

use super::acme::{Kind, ListJobsState, Sort};
use super::support::{acme, acme_client, content, only, text, yes};

/// All that means something in a form, a query or a path, and what ASCII has not.
const ODD: &str = "a b+c&d=e%20/ü?#\"{}\u{1F600}\n~";
const ODD_ENCODED: &str = "a%20b%2Bc%26d%3De%2520%2F%C3%BC%3F%23%22%7B%7D%F0%9F%98%80%0A~";

#[tokio::test]
async fn a_query_has_one_parameter_for_each_element_and_none_for_what_is_left_out() {
    let (vendor, server) = (acme(), yes());
    for url in [vendor.url(), server.url()] {
        let client = acme_client(&url);
        let call = client.list_jobs().ids([ODD, "", "2"]).kinds([Kind::ScanCopy, Kind::Photo]).sort(Sort::Oldest);
        assert!(call.limit(-7).share(0.1 + 0.2).deep(true).cursor("").send().await.expect("jobs").ok);
        assert!(client.list_jobs().send().await.expect("jobs").ok);
    }
    content(&vendor, 2);
    let requests = server.requests();
    let full = format!(
        "/jobs?id={ODD_ENCODED}&id=&id=2&kind=scan%20%26%20copy&kind=photo&sort=oldest&limit=-7\
         &share=0.30000000000000004&deep=true&cursor=&account=acc%201"
    );
    assert_eq!((requests[0].method(), requests[0].target()), ("GET", full.as_str()));
    assert_eq!(requests[1].target(), "/jobs?sort=newest&limit=20&deep=false&account=acc%201");
    assert_eq!(requests[0].header("authorization"), Some("Bearer k-1"));

    let requests = vendor.requests();
    let ids = json!([ODD, "", "2"]).to_string();
    assert_eq!(requests[0].input("ids"), Some(ids.as_str()));
    assert_eq!(requests[0].input("share"), Some("0.30000000000000004"));
    assert_eq!(requests[1].inputs(), [("sort", "newest"), ("limit", "20"), ("deep", "false")]);
}

#[tokio::test]
async fn a_word_that_the_spec_does_not_list_is_sent_as_it_is() {
    let (vendor, server) = (acme(), yes());
    for url in [vendor.url(), server.url()] {
        let call = acme_client(&url).list_jobs().sort("random order").state("ajar").kinds(["film", "photo"]);
        assert!(call.send().await.expect("jobs").ok);
        let call = acme_client(&url).list_jobs().state(ListJobsState::Closed);
        assert!(call.send().await.expect("jobs").ok);
    }
    content(&vendor, 2);
    let requests = server.requests();
    let target = "/jobs?kind=film&kind=photo&sort=random%20order&state=ajar&limit=20&deep=false&account=acc%201";
    assert_eq!(requests[0].target(), target);
    assert!(requests[1].target().contains("&state=closed&"), "{}", requests[1].target());
}

#[tokio::test]
async fn a_form_keeps_every_byte() {
    let (vendor, server) = (acme(), yes());
    for url in [vendor.url(), server.url()] {
        let call = acme_client(&url).fill_form().note(ODD).tags(["x y", "+", "é"]).numbers([1, -2]).pin("p&q");
        assert!(call.send().await.expect("a form").ok);
    }
    content(&vendor, 1);
    let request = only(&server);
    let body = format!(
        "note={ODD_ENCODED}&tag=x%20y&tag=%2B&tag=%C3%A9&number=1&number=-2&size=photo&pin=p%26q\
         &greeting=Hello%20{ODD_ENCODED}%20%26%20all&odd%20name=1"
    );
    assert_eq!(text(&request), body);
    assert_eq!(request.headers("content-type"), ["application/x-www-form-urlencoded"]);
    assert_eq!(request.header("content-length"), Some(body.len().to_string().as_str()));
    assert_eq!(vendor.requests()[0].input("note"), Some(ODD));
    assert_eq!(vendor.requests()[0].input("tags"), Some(r#"["x y","+","é"]"#));
    assert!(vendor.requests()[0].inputs().contains(&("pin", "[redacted]")));
}

#[tokio::test]
async fn a_text_body_is_the_text() {
    let (vendor, server) = (acme(), yes());
    for url in [vendor.url(), server.url()] {
        assert!(acme_client(&url).say().name(ODD).count(3).send().await.expect("a word").ok);
    }
    content(&vendor, 1);
    let request = only(&server);
    assert_eq!(text(&request), format!("{ODD} says 3 times: a=b&c {{}}"));
    assert_eq!(request.headers("content-type"), ["text/plain; charset=utf-8"]);
}

#[tokio::test]
async fn a_graphql_request_is_its_query_word_for_word_and_its_variables() {
    let (vendor, server) = (acme(), yes());
    for url in [vendor.url(), server.url()] {
        assert!(acme_client(&url).search().job_id("j\"1").send().await.expect("a job").ok);
    }
    content(&vendor, 1);
    let request = only(&server);
    let body =
        r#"{"query":"query Job($id: ID!) { job(id: $id) { state } }","variables":{"id":"j\"1","page":{"first":5}}}"#;
    assert_eq!(text(&request), body);
    assert_eq!(request.headers("content-type"), ["application/json"]);
}

#[tokio::test]
async fn a_path_tail_keeps_its_slashes_and_climbs_nowhere() {
    let (vendor, server) = (acme(), yes());
    for url in [vendor.url(), server.url()] {
        let client = acme_client(&url);
        assert!(client.get_file().path("a b/ü/c%2Fd?#/...").send().await.expect("a file").ok);
        let call = client.put_file().store(-3).path("one").tags(["x", "y|z"]).counts([1, 2]);
        assert!(call.send().await.expect("a file").ok);
        assert!(client.put_file().store(4).path("content/content").tags(["x"; 0]).send().await.expect("a file").ok);
    }
    content(&vendor, 3);
    let requests = server.requests();
    assert_eq!(requests[0].target(), "/files/a%20b/%C3%BC/c%252Fd%3F%23/.../content");
    assert_eq!(requests[1].target(), "/stores/-3/one");
    assert_eq!(requests[1].header("x-tags"), Some("v1|x|y|z|acc 1"));
    // Base64 of `1`, a line feed, and `2`.
    assert_eq!(requests[1].header("x-counts"), Some("MQoy"));
    assert_eq!(requests[2].header("x-tags"), Some("v1|acc 1"));
    assert_eq!(requests[2].header("x-counts"), Some(""));
    assert_eq!(vendor.requests()[0].input("path"), Some("a b/ü/c%2Fd?#/..."));

    let client = acme_client(&server.url());
    for path in ["", "/", "a/", "/a", "a//b", ".", "..", "a/..", "../a", "a/./b", "a/\n"] {
        let error = client.get_file().path(path).send().await.expect_err(path);
        assert_eq!(error.kind(), ErrorKind::Input, "{path}: {error}");
        assert!(error.to_string().contains("`path`"), "{error}");
    }
    assert_eq!(server.requests().len(), 3);
}

#[tokio::test]
async fn an_input_can_be_the_whole_json_body() {
    let (vendor, server) = (acme(), yes());
    let bodies = [json!({ "b": [1, 2.5, null], "a": { "x": "é\"\\" } }), json!(null), json!("text"), json!([])];
    for body in &bodies {
        for url in [vendor.url(), server.url()] {
            assert!(acme_client(&url).submit().request(body.clone()).send().await.expect("it").ok);
        }
    }
    content(&vendor, bodies.len());
    for (request, body) in server.requests().iter().zip(&bodies) {
        assert_eq!(text(request), body.to_string());
    }
}

/// A text without its line breaks and what they are followed by.
fn on_one_line(text: &str) -> String {
    text.lines().map(str::trim_start).collect()
}

#[tokio::test]
async fn members_of_json_have_the_types_of_their_inputs() {
    let (vendor, server) = (acme(), yes());
    for url in [vendor.url(), server.url()] {
        let call = acme_client(&url).annotate().id("7").ratio(2.0).kind("other").pin("p-1");
        let call = call.name("n").count(-1).part(1e-7).exact(false).extra(json!({ "deep": [true] }));
        let call = call.tags(["1", "é"]).counts([1, i64::MAX]).ratios([0.5, -3.0, 1e21]).flags([true, false]);
        assert!(call.kinds(["photo", "x"]).send().await.expect("a note").ok);
        let call = acme_client(&url).annotate().id("8").ratio(-0.25).kind(Kind::ScanCopy).pin("p-1");
        let call = call.tags([""; 0]).counts([0; 0]).ratios([0.0; 0]).flags([true; 0]);
        assert!(call.send().await.expect("a note").ok);
    }
    content(&vendor, 2);
    let requests = server.requests();
    let full = r#"{"id":"job 7","name":"n","count":-1,"ratio":2,"part":0.0000001,"exact":false,"kind":"other",
        "extra":{"deep":[true]},"all":{"tags":["1","é"],"counts":[1,9223372036854775807],
        "ratios":[0.5,-3,1000000000000000000000],"flags":[true,false],"kinds":["photo","x"]},
        "fixed":[1,"1",true,null,"p-1"]}"#;
    assert_eq!(text(&requests[0]), on_one_line(full));
    let least = r#"{"id":"job 8","ratio":-0.25,"exact":true,"kind":"scan & copy",
        "all":{"tags":[],"counts":[],"ratios":[],"flags":[]},"fixed":[1,"1",true,null,"p-1"]}"#;
    assert_eq!(text(&requests[1]), on_one_line(least));
    assert_eq!(requests[0].target(), "/jobs/7/notes");
}

#[tokio::test]
async fn exactly_one_of_several_goes_where_it_belongs() {
    let (vendor, server) = (acme(), yes());
    for url in [vendor.url(), server.url()] {
        let client = acme_client(&url);
        assert!(client.find().job_id("j 1").send().await.expect("a job").ok);
        assert!(client.find().name("n&m").send().await.expect("a job").ok);
        assert!(client.find_in_form().job_id("j 1").send().await.expect("a job").ok);
        assert!(client.find_in_form().name("n&m").send().await.expect("a job").ok);
    }
    content(&vendor, 4);
    let requests = server.requests();
    assert_eq!((requests[0].target(), requests[1].target()), ("/find?job=j%201", "/find?name=n%26m"));
    assert_eq!((text(&requests[2]), text(&requests[3])), ("job=j%201".to_owned(), "name=n%26m".to_owned()));
    assert_eq!((requests[2].header("x-name"), requests[3].header("x-name")), (None, Some("n&m")));
}
