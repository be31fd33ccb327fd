//! Asks the server of [`server`](crate::server) until the job is settled: by the generated client, and by hand.

use std::error::Error;
use std::time::{Duration, Instant};

use reqwest::redirect;
use serde::Serialize;
use settled::{Outcome, State, Verdict};

use crate::handwritten::{self, sign};
use crate::judging::{KEY, PARTNER};
use crate::vendors::smile_id::Client;

/// The shortest that waits allow.
const EVERY: Duration = Duration::from_millis(1);
const REQUEST: Duration = Duration::from_secs(30);
const DEADLINE: Duration = Duration::from_secs(3600);

/// By the generated client.
#[tokio::main(flavor = "current_thread")]
pub(crate) async fn settled(base: &str) -> Result<(), Box<dyn Error>> {
    let client = Client::builder().base_url(base).partner_id(PARTNER).api_key(KEY).build()?;
    let start = Instant::now();
    let wait = client.job_status().user_id("u-1").job_id("j-1").history(true).wait();
    let done = wait.every(EVERY).at_most(EVERY).grow(1.0).jitter(0.0).request(REQUEST).deadline(DEADLINE).await?;
    println!("{}", start.elapsed().as_micros());
    match done.outcome() {
        Outcome::Succeeded => done.reply().map(drop).map_err(Into::into),
        _ => Err("the job came to another end".into()),
    }
}

#[derive(Serialize)]
struct Ask<'a> {
    partner_id: &'a str,
    user_id: &'a str,
    job_id: &'a str,
    image_links: bool,
    history: bool,
    timestamp: &'a str,
    signature: &'a str,
}

/// By a loop over reqwest, with the same timeouts, proof and decision.
#[tokio::main(flavor = "current_thread")]
pub(crate) async fn handwritten(base: &str) -> Result<(), Box<dyn Error>> {
    let client = reqwest::Client::builder()
        .redirect(redirect::Policy::none())
        .referer(false)
        .http1_only()
        .connect_timeout(Duration::from_secs(5))
        .user_agent("handwritten/0.1.0")
        .build()?;
    let url = format!("{base}/job_status");
    let start = Instant::now();
    while start.elapsed() < DEADLINE {
        let timestamp = format!("{:.3}", jiff::Timestamp::now());
        let signature = sign(&timestamp, PARTNER, KEY);
        let ask = Ask {
            partner_id: PARTNER,
            user_id: "u-1",
            job_id: "j-1",
            image_links: false,
            history: true,
            timestamp: &timestamp,
            signature: &signature,
        };
        let request = client
            .post(&url)
            .header("accept", "application/json")
            .header("content-type", "application/json")
            .timeout(REQUEST)
            .body(serde_json::to_vec(&ask)?);
        let reply = request.send().await?;
        if !reply.status().is_success() {
            return Err("the vendor refused".into());
        }
        let body = reply.bytes().await?;
        let decision = handwritten::smile_id(&body, PARTNER, KEY).ok_or("an unreadable reply")?;
        if decision.verdict == Verdict::State(State::Succeeded) {
            println!("{}", start.elapsed().as_micros());
            return Ok(());
        }
        tokio::time::sleep(EVERY).await;
    }
    Err("it took too long".into())
}
