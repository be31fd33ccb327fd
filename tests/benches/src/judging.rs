//! What one reply means: by a spec, by hand, and after decoding all of it.

use std::error::Error;
use std::hint::black_box;
use std::time::Duration;

use settled::{Attempt, Now, Operation, Reply, Secret};

use crate::handwritten::{self, Decision};
use crate::vendors::{idwise, incode, salesforce_insurance, smile_id};

/// The account that signs the samples of Smile ID.
pub(crate) const PARTNER: &str = "2";
/// Its key.
pub(crate) const KEY: &str = "s3cr3t";

const BASE: &str = "http://127.0.0.1:1";

/// Does `step` with a sample, so many times.
pub(crate) fn run(step: &str, sample: &str, times: u32) -> Result<(), Box<dyn Error>> {
    let nowhere = "not the name of a sample";
    match sample {
        "smile_id" | "smile_id_pending" => {
            let body = match sample {
                "smile_id" => include_str!("../../../specs/fixtures/smile_id/enrolled.json"),
                _ => include_str!("../../../specs/fixtures/smile_id/running.json"),
            };
            let client = smile_id::Client::builder().base_url(BASE).partner_id(PARTNER).api_key(KEY).build()?;
            let operation = smile_id::operation(&client);
            repeat(step, times, &operation, signed(body), |body| handwritten::smile_id(body, PARTNER, KEY))
        }
        "idwise" => {
            let body = include_str!("../../../specs/fixtures/idwise/completed_failed.json");
            let client = idwise::Client::builder().base_url(BASE).api_key(KEY).api_secret(KEY).build()?;
            repeat(step, times, &idwise::operation(&client), body.to_owned(), handwritten::idwise)
        }
        "incode" => {
            let body = r#"{"onboardingStatus":"ONBOARDING_FINISHED"}"#;
            let client = incode::Client::builder().base_url(BASE).api_key(KEY).build()?;
            repeat(step, times, &incode::operation(&client), body.to_owned(), handwritten::incode)
        }
        "salesforce" => {
            let body = include_str!("../../../specs/fixtures/salesforce_insurance/success.json");
            let client = salesforce_insurance::Client::builder().base_url(BASE).access_token(KEY).build()?;
            let operation = salesforce_insurance::operation(&client);
            repeat(step, times, &operation, body.to_owned(), handwritten::salesforce)
        }
        _ => Err(nowhere.into()),
    }
}

/// A sample with a signature that holds, where the vendor's documents leave it out.
pub(crate) fn signed(body: &str) -> String {
    let signature = handwritten::sign("2019-10-10T12:32:04.622Z", PARTNER, KEY);
    body.replace("\"...\"", &format!("\"{signature}\""))
}

fn repeat<R: Send + 'static>(
    step: &str,
    times: u32,
    operation: &dyn Operation<Reply = R>,
    body: String,
    by_hand: impl Fn(&[u8]) -> Option<Decision<'_>>,
) -> Result<(), Box<dyn Error>> {
    let reply = Reply::ok(body);
    let secrets = [Secret::new(KEY)];
    let now = Now { mono: Duration::ZERO, wall: Duration::from_secs(1_700_000_000) };
    let bases = [BASE.to_owned()];
    let attempt = Attempt::new(now).with_bases(&bases).with_secrets(&secrets);
    agree(operation, &reply, &attempt, by_hand(reply.body()))?;
    for _ in 0..times {
        match step {
            "judge" => drop(black_box(operation.judge(black_box(&reply), &attempt))),
            "handwritten" => drop(black_box(by_hand(black_box(reply.body())))),
            _ => drop(black_box(operation.decode(black_box(reply.body()))?)),
        }
    }
    Ok(())
}

/// Figures of two things that do not the same would say nothing.
fn agree<R: Send + 'static>(
    operation: &dyn Operation<Reply = R>,
    reply: &Reply,
    attempt: &Attempt<'_>,
    by_hand: Option<Decision<'_>>,
) -> Result<(), Box<dyn Error>> {
    let ours = operation.judge(reply, attempt);
    let by_hand = by_hand.ok_or("the handwritten code cannot read the sample")?;
    let same = ours.verdict == by_hand.verdict
        && ours.verdict.state().is_some()
        && ours.revisable == by_hand.revisable
        && (ours.word, ours.code, ours.message) == (by_hand.word, by_hand.code, by_hand.message);
    if same { Ok(()) } else { Err("the handwritten code decides otherwise".into()) }
}
