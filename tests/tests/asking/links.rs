//! URLs that the vendor hands over.

use settled_testkit::MockReply;

use super::soylent::Client;
use super::support::{mock, only, yes};

#[tokio::test]
async fn the_mock_knows_the_urls_that_it_handed_over() {
    let handed = "/odd//way/7?sig=a%2Fb&n=1";
    let replies = [MockReply::json(format!(r#"{{"ok":true,"status_url":"{handed}"}}"#))];
    let vendor = mock("soylent.yaml").setting("key", "k-1").replies(replies).start().expect("a mock vendor");
    let client = Client::builder().base_url(vendor.url()).key("k-1").build().expect("a client");
    let error = client.follow().status_url(handed).send().await.expect_err("nothing was handed over yet");
    assert_eq!(error.http_status().map(|status| status.as_u16()), Some(404));
    // The first reply of every mock here is a yes.
    client.submit().send().await.expect_err("a yes is no URL");
    let url = client.submit().send().await.expect("a job").status_url;
    assert!(client.follow().status_url(&url).send().await.expect("it").ok);
    assert!(client.follow().status_url(&url).more("x&y").send().await.expect("it").ok);
    let requests = vendor.requests();
    assert_eq!(requests[3].inputs(), [("status_url", handed)]);
    assert_eq!(requests[4].inputs(), [("status_url", handed), ("more", "x&y")]);
    assert_eq!(vendor.complaints().len(), 1);

    for other in ["/odd//way/7?sig=a%2Fb&n=2", "/odd//way/7?sig=a%2Fb&n=11", "/odd//way/7", "/odd//way/8?sig=a%2Fb&n=1"]
    {
        client.follow().status_url(other).send().await.expect_err(other);
    }
    let other = Client::builder().base_url(vendor.url()).key("k-2").build().expect("a client");
    other.follow().status_url(&url).send().await.expect_err("another key");
    let told = ["unknown path: no operation of the spec is a GET of this path"; 5];
    assert_eq!(vendor.complaints()[..5], told);
    assert_eq!(vendor.complaints()[5..], ["follow: header `authorization` is not what the spec says"]);
}

#[tokio::test]
async fn a_url_that_was_handed_over_is_asked_as_it_is() {
    let server = yes();
    let client = Client::builder().base_url(format!("{}/base", server.url())).key("k-1").build().expect("a client");
    let url = format!("{}/odd//way/7?sig=a%2Fb#part", server.url());
    assert!(client.follow().status_url(url).more("x&y").send().await.expect("it").ok);
    let request = only(&server);
    assert_eq!(request.target(), "/odd//way/7?sig=a%2Fb&more=x%26y");
    assert_eq!(request.header("authorization"), Some("Bearer k-1"));
}
