//! A vendor of your own: `acme.yaml` beside this file is all that there is to write.

use acme::{Client, State};
use settled_examples::{FAST, mock};
use settled_testkit::MockReply;

settled::vendor!("examples/acme.yaml");

#[tokio::main(flavor = "current_thread")]
async fn main() -> settled_examples::Outcome {
    let replies = [r#"{"state":"queued"}"#, r#"{"state":"done","pages":12}"#].map(MockReply::json);
    let vendor = mock("examples/examples/acme.yaml", &[("api_key", "k")], replies)?;

    let acme = Client::builder().base_url(vendor.url()).api_key("k").build()?;
    let report = acme.report().report_id("r-7").wait().every(FAST).await?.into_succeeded()?;
    match report.state {
        State::Done => println!("{} pages", report.pages.unwrap_or_default()),
        other => println!("{}", other.as_str()),
    }
    Ok(())
}
