//! The progress of several waits at once, as streams in one task.

use settled_examples::{FAST, mock, recorded};
use settled_vendors::smile_id;

#[tokio::main(flavor = "current_thread")]
async fn main() -> settled_examples::Outcome {
    let replies = recorded("smile_id", ["running", "running", "running", "running", "enrolled"]);
    let vendor = mock("specs/smile_id.yaml", &[("partner_id", "2"), ("api_key", "s3cr3t")], replies)?;
    let smile = smile_id::Client::builder().base_url(vendor.url()).partner_id("2").api_key("s3cr3t").build()?;

    let wait = |job: &str| smile.job_status().user_id("u-1").job_id(job).wait().every(FAST).start();
    let (mut first, mut second) = (wait("j-1"), wait("j-2"));
    loop {
        let (name, update) = tokio::select! {
            update = first.next() => ("j-1", update),
            update = second.next() => ("j-2", update),
        };
        match update {
            Some(update) => println!("{name}: {} (request {})", update.verdict(), update.attempt()),
            None => break,
        }
    }
    println!("{} and {}", first.await?.outcome(), second.await?.outcome());
    Ok(())
}
