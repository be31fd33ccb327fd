//! Smile ID: a rejected person is an outcome, not an error; a provisional one may still change.

use settled_examples::{FAST, mock, recorded};
use settled_vendors::smile_id;

#[tokio::main(flavor = "current_thread")]
async fn main() -> settled_examples::Outcome {
    let replies = recorded("smile_id", ["provisional", "rejected"]);
    let vendor = mock("specs/smile_id.yaml", &[("partner_id", "2"), ("api_key", "s3cr3t")], replies)?;
    let smile = smile_id::Client::builder().base_url(vendor.url()).partner_id("2").api_key("s3cr3t").build()?;

    for _ in 0..2 {
        let done = smile.job_status().user_id("u-1").job_id("j-1").wait().every(FAST).await?;
        let last_word = if done.is_revisable() { "for now" } else { "for good" };
        println!("{} {last_word}: {}", done.outcome(), done.message().unwrap_or_default());
    }

    // Whoever wants nothing but success turns the other four outcomes into an error that says what happened.
    let done = smile.job_status().user_id("u-1").job_id("j-1").wait().every(FAST).await?;
    println!("{}", done.into_succeeded().unwrap_err());
    Ok(())
}
