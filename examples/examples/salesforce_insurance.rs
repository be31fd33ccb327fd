//! Salesforce Insurance: ask by policy, stay with the job that the first reply names; a token that is asked for again.

use settled::{Credential, Secret};
use settled_examples::{FAST, mock};
use settled_testkit::MockReply;
use settled_vendors::salesforce_insurance;

#[tokio::main(flavor = "current_thread")]
async fn main() -> settled_examples::Outcome {
    let job =
        |status| format!(r#"{{"status":"{status}","jobId":"7075j00004uK6Gj","errorCode":"INVOKE-200","error":"OK"}}"#);
    let replies = ["WaitingToProcess", "InProgress", "Success"].map(|status| MockReply::json(job(status)));
    let vendor = mock("specs/salesforce_insurance.yaml", &[("access_token", "t0ken")], replies)?;

    // A provider is asked before the first request, and once more when the vendor no longer takes its token.
    let token = Credential::provider(|| async { Ok(Secret::new("t0ken")) });
    let salesforce = salesforce_insurance::Client::builder().base_url(vendor.url()).access_token(token).build()?;

    let done = salesforce.policy_job_invoke().policy_id("0YT5w000000Y8MN").wait().every(FAST).await?;
    println!("{}: {}", done.outcome(), done.message().unwrap_or_default());
    for request in vendor.requests() {
        println!("asked by {:?}", request.inputs());
    }
    Ok(())
}
