//! A transport of your own: here one that answers from memory; it could as well be your HTTP client with its middleware.

use bytes::Bytes;
use settled::{BoxFuture, Reply, SendLimits, Transport, TransportFault};
use settled_vendors::incode;

struct FromMemory;

impl Transport for FromMemory {
    fn send(&self, request: http::Request<Bytes>, _: SendLimits) -> BoxFuture<Result<Reply, TransportFault>> {
        println!("{} {}", request.method(), request.uri().path());
        Box::pin(async { Ok(Reply::ok(r#"{"onboardingStatus":"MANUAL_REVIEW_APPROVED"}"#)) })
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> settled_examples::Outcome {
    let incode = incode::Client::builder().demo().api_key("k").transport(FromMemory).build()?;
    let done = incode.onboarding_status().session_token("token").wait().await?;
    println!("{}", done.outcome());
    Ok(())
}
