//! A mock Smile ID in this process, a wait with its progress, and the typed result.
//!
//! `cargo run -p settled-examples --example quickstart`

use settled::Outcome;
use settled_examples::{FAST, mock, recorded};
use settled_vendors::smile_id;

#[tokio::main(flavor = "current_thread")]
async fn main() -> settled_examples::Outcome {
    let replies = recorded("smile_id", ["running", "running", "running", "enrolled"]);
    let vendor = mock("specs/smile_id.yaml", &[("partner_id", "2"), ("api_key", "s3cr3t")], replies)?;

    let smile = smile_id::Client::builder().base_url(vendor.url()).partner_id("2").api_key("s3cr3t").build()?;
    let call = smile.job_status().user_id("u-1").job_id("j-1").history(true);

    let mut waiting = call.wait().every(FAST).start();
    while let Some(update) = waiting.next().await {
        let next = update.next_poll().map_or(String::new(), |next| format!(", asking again in {next:.1?}"));
        println!("request {}: {}{next}", update.attempt(), update.verdict());
    }
    let done = waiting.await?;

    match done.outcome() {
        Outcome::Succeeded => println!("enrolled after {} requests", done.attempts()),
        Outcome::Rejected => println!("not the same person: {}", done.message().unwrap_or_default()),
        Outcome::Failed | Outcome::Cancelled | Outcome::Expired => println!("no answer: {}", done.outcome()),
    }
    if let Some(smile_id::JobStatusReplyResult::JobResult(result)) = &done.reply()?.result {
        println!("{}, confidence {}", done.message().unwrap_or("?"), result.confidence_value.as_deref().unwrap_or("?"));
        for (check, action) in result.actions.iter().flatten() {
            println!("  {check}: {}", action.as_str());
        }
    }
    Ok(())
}
