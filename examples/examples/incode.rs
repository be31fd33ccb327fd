//! Incode: finish the session once, then wait for a milestone or for the end, whichever is first.

use incode::OnboardingState;
use settled::Reached;
use settled_examples::{FAST, mock};
use settled_testkit::MockReply;
use settled_vendors::incode;

#[tokio::main(flavor = "current_thread")]
async fn main() -> settled_examples::Outcome {
    let replies = [
        r#"{"action":"approved"}"#,
        r#"{"onboardingStatus":"ID_VALIDATION_FINISHED"}"#,
        r#"{"onboardingStatus":"FACE_VALIDATION_FINISHED"}"#,
    ];
    let vendor = mock("specs/incode.yaml", &[("api_key", "k")], replies.map(MockReply::json))?;
    let incode = incode::Client::builder().base_url(vendor.url()).api_key("k").build()?;

    // Sent once: a GET that changes something has no `wait()`.
    incode.finish_status().session_token("token").send().await?;

    let call = incode.onboarding_status().session_token("token");
    match call.until([OnboardingState::FaceValidationFinished]).every(FAST).await? {
        Reached::Word(word, _) => println!("reached {}", word.as_str()),
        Reached::Settled(done) => println!("settled before that: {}", done.outcome()),
    }
    Ok(())
}
