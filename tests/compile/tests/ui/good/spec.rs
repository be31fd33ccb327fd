#![deny(warnings, missing_docs)]
//! A program that waits, and says so of everything.

settled::vendor!("../specs/acme.yaml");

use acme::{Client, Job, State};
use settled::{Error, Outcome, Settled};

/// The whole way.
pub async fn wait(client: &Client) -> Result<String, Error> {
    let done: Settled<Job> = client.job_status().job_id("7").verbose(true).wait().await?;
    Ok(match done.outcome() {
        Outcome::Succeeded => match &done.reply()?.state {
            State::Done => "done".to_owned(),
            State::Queued | State::Failed => "odd".to_owned(),
            other => other.as_str().to_owned(),
        },
        Outcome::Rejected | Outcome::Failed | Outcome::Cancelled | Outcome::Expired => "not done".to_owned(),
    })
}

/// An operation that is sent once.
pub async fn finish(client: &Client) -> Result<bool, Error> {
    Ok(client.finish().job_id("7").send().await?.ok)
}

fn main() {
    // On the core alone this is an error that names the feature.
    let error = Client::builder().production().api_key("key").build().expect_err("no clock and no transport");
    assert!(error.to_string().contains("`reqwest`"), "{error}");
}
