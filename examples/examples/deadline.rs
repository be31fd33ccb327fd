//! When waiting stops: a deadline, a number of tries, or somebody who calls it off.

use std::time::Duration;

use settled_examples::{mock, recorded};
use settled_vendors::smile_id;

#[tokio::main(flavor = "current_thread")]
async fn main() -> settled_examples::Outcome {
    let replies = recorded("smile_id", ["running"]);
    let vendor = mock("specs/smile_id.yaml", &[("partner_id", "2"), ("api_key", "s3cr3t")], replies)?;
    let smile = smile_id::Client::builder().base_url(vendor.url()).partner_id("2").api_key("s3cr3t").build()?;
    let wait = || smile.job_status().user_id("u-1").job_id("j-1").wait().every(Duration::from_millis(100));

    let late = wait().deadline(Duration::from_secs(1)).await.unwrap_err();
    println!("{:?}: {late}", late.kind());

    // Smile ID's own client polls so: three tries, the delay doubling; the last reply is kept.
    let tried = wait().grow(2.0).at_most(Duration::from_secs(1)).tries(3).await.unwrap_err();
    println!("{:?}: {tried}; last state {:?}", tried.kind(), tried.last_state());

    let cancelled = wait().cancel_on(tokio::time::sleep(Duration::from_millis(250))).await.unwrap_err();
    println!("{:?}: {cancelled}", cancelled.kind());
    Ok(())
}
