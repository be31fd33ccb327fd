//! IDWise: the vendor's two seconds between calls hold for all clones of a client, whatever a caller asks for.

use std::time::{Duration, Instant};

use settled_examples::{mock, recorded};
use settled_vendors::idwise;

#[tokio::main(flavor = "current_thread")]
async fn main() -> settled_examples::Outcome {
    let replies = recorded("idwise", ["in_progress", "completed_passed"]);
    let vendor = mock("specs/idwise.yaml", &[("api_key", "k"), ("api_secret", "s")], replies)?;
    let idwise = idwise::Client::builder().base_url(vendor.url()).api_key("k").api_secret("s").build()?;

    let started = Instant::now();
    let hasty = Duration::from_millis(1);
    let done = idwise.journey_summary().journey_id("6568c0f").wait().every(hasty).await?;
    println!("{} after {:.1?}", done.outcome(), started.elapsed());

    let result = done.reply()?.result.as_ref();
    for (rule, detail) in result.and_then(|result| result.interim_rule_details.as_ref()).into_iter().flatten() {
        println!("{rule}: {} ({})", detail.result.as_str(), detail.name);
    }
    Ok(())
}
