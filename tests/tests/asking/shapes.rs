//! Tokens in replies of every shape: the mock makes them, and the client reads them.

use settled_testkit::MockVendor;

use super::support::{asked, content, mock, ms};
use super::wonka::Client;

const TOKENS: [&str; 6] = ["listed", "inside", "either", "deep", "mapped", "whole"];

async fn all(client: &Client) {
    assert!(client.with_listed().send().await.expect("it").ok);
    assert!(client.with_inside().send().await.expect("it").ok);
    assert!(client.with_either().send().await.expect("it").ok);
    assert!(client.with_deep().send().await.expect("it").ok);
    assert!(client.with_mapped().send().await.expect("it").ok);
    assert!(client.with_whole().send().await.expect("it").ok);
}

fn wonka(life: u64) -> (MockVendor, Client) {
    let vendor = mock("wonka.yaml").setting("key", "k-1").token_life(ms(life)).start().expect("a mock vendor");
    let client = Client::builder().base_url(vendor.url()).key("k-1").build().expect("a client");
    (vendor, client)
}

#[tokio::test]
async fn each_is_read_kept_and_fetched_anew_when_it_is_refused() {
    let (vendor, client) = wonka(3_600_000);
    all(&client).await;
    all(&client).await;
    content(&vendor, 18);
    vendor.revoke_tokens();
    all(&client).await;
    content(&vendor, 36);
    for token in TOKENS {
        assert_eq!((vendor.tokens_given(token), asked(&vendor, token)), (2, 2), "{token}");
    }
}

#[tokio::test]
async fn each_says_its_life_so_that_it_is_renewed_in_time() {
    let (vendor, client) = wonka(3_000);
    all(&client).await;
    all(&client).await;
    tokio::time::sleep(ms(3_100)).await;
    all(&client).await;
    // Ends of whole seconds are rounded up, so the mock may refuse those tokens first.
    for token in TOKENS {
        assert_eq!((vendor.tokens_given(token), asked(&vendor, token)), (2, 2), "{token}");
    }
    assert_eq!(vendor.complaints(), Vec::<String>::new());
}
