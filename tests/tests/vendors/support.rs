//! What these tests share: each operation that can be waited for, with its mock and its replies.

use std::path::PathBuf;
use std::time::Duration;

use settled::{BoxFuture, Error, Outcome, Verdict, Wait};
use settled_testkit::{MockBuilder, MockReply, MockVendor};
use settled_vendors::{idwise, incode, salesforce_insurance, smile_id};

pub(crate) const PARTNER: &str = "001";
pub(crate) const KEY: &str = "apikey";
pub(crate) const JOB: &str = "7075j00004uK6GjAAK";

pub(crate) const fn ms(millis: u64) -> Duration {
    Duration::from_millis(millis)
}

pub(crate) fn spec(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../specs").join(name)
}

pub(crate) fn builder(name: &str) -> MockBuilder {
    MockVendor::builder(spec(name)).expect("a spec")
}

/// A file beside the specs, by the vendor's folder and the file's name.
pub(crate) fn example(name: &str) -> MockReply {
    MockReply::example(format!("fixtures/{name}.json"))
}

pub(crate) fn smile(replies: impl IntoIterator<Item = MockReply>) -> MockVendor {
    Op::SmileStatus.mock().replies(replies).start().expect("a mock vendor")
}

pub(crate) fn smile_client(url: &str) -> smile_id::Client {
    smile_id::Client::builder().base_url(url).partner_id(PARTNER).api_key(KEY).build().expect("a client")
}

pub(crate) fn smile_call(url: &str) -> smile_id::JobStatusCall {
    smile_client(url).job_status().user_id("u-1").job_id("j-1")
}

pub(crate) fn idwise_client(url: &str) -> idwise::Client {
    idwise::Client::builder().base_url(url).api_key("key").api_secret("secret").build().expect("a client")
}

pub(crate) fn incode_client(url: &str) -> incode::Client {
    incode::Client::builder().base_url(url).api_key("k-1").build().expect("a client")
}

pub(crate) fn salesforce_client(url: &str) -> salesforce_insurance::Client {
    salesforce_insurance::Client::builder().base_url(url).access_token("t-1").build().expect("a client")
}

/// A policy's job with this status, as JSON.
pub(crate) fn job(status: &str) -> String {
    format!(r#"{{"status":"{status}","jobId":"{JOB}","errorCode":"INVOKE-200","error":"OK"}}"#)
}

/// An onboarding status, as JSON.
pub(crate) fn onboarding(status: &str) -> String {
    format!(r#"{{"onboardingStatus":"{status}"}}"#)
}

/// JSON as a string that holds it.
pub(crate) fn quoted(json: &str) -> String {
    serde_json::Value::from(json).to_string()
}

/// The body of the vendor's own tests, with its signature for partner `001` and key `apikey`.
pub(crate) fn signed_body() -> String {
    r#"{"timestamp": "2023-03-09T21:35:00.279Z", "signature": "bBAIXcEbOvPTLKG0kynBoNXFMaR+aplfbQXVSMveS38=",
        "job_complete": true, "job_success": true, "code": "2302", "result": {"ResultText": "Enroll User",
        "ResultType": "SAIA", "SmileJobID": "0000001897", "JSONVersion": "1.0.0", "IsFinalResult": "true",
        "PartnerParams": {"job_id": "job-100", "user_id": "user", "job_type": 4}, "ConfidenceValue": "99",
        "IsMachineResult": "true", "ResultCode": "0810"}, "history": [], "image_links": {}}"#
        .to_owned()
}

/// The operations that can be waited for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Op {
    SmileStatus,
    IdwiseSummary,
    IncodeStatus,
    SalesforceProcedure,
    SalesforceInvoke,
}

/// How a wait went: its outcome, and what each update said.
#[derive(Debug)]
pub(crate) struct Story {
    pub(crate) outcome: Outcome,
    pub(crate) attempts: u32,
    pub(crate) verdicts: Vec<Verdict>,
}

/// The options that these tests use.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Pace {
    pub(crate) every: Duration,
    pub(crate) deadline: Duration,
    pub(crate) request: Duration,
    pub(crate) faults: u32,
    pub(crate) unknown_for: Duration,
}

impl Default for Pace {
    fn default() -> Self {
        Pace { every: ms(2), deadline: ms(20_000), request: ms(5_000), faults: 5, unknown_for: ms(10_000) }
    }
}

impl Op {
    pub(crate) const ALL: [Op; 5] =
        [Op::SmileStatus, Op::IdwiseSummary, Op::IncodeStatus, Op::SalesforceProcedure, Op::SalesforceInvoke];

    /// Its vendor, without replies.
    pub(crate) fn mock(self) -> MockBuilder {
        match self {
            Op::SmileStatus => builder("smile_id.yaml").setting("partner_id", PARTNER).setting("api_key", KEY),
            Op::IdwiseSummary => builder("idwise.yaml").setting("api_key", "key").setting("api_secret", "secret"),
            Op::IncodeStatus => builder("incode.yaml").setting("api_key", "k-1"),
            Op::SalesforceProcedure | Op::SalesforceInvoke => {
                builder("salesforce_insurance.yaml").setting("access_token", "t-1")
            }
        }
    }

    /// The vendor's least time between calls.
    pub(crate) fn least(self) -> Duration {
        if self == Op::IdwiseSummary { ms(2_000) } else { Duration::ZERO }
    }

    pub(crate) fn running(self) -> MockReply {
        match self {
            Op::SmileStatus => example("smile_id/running"),
            Op::IdwiseSummary => example("idwise/in_progress"),
            Op::IncodeStatus => MockReply::json(onboarding("FACE_VALIDATION_FINISHED")),
            Op::SalesforceProcedure | Op::SalesforceInvoke => MockReply::json(job("InProgress")),
        }
    }

    /// The body of a job that succeeded, good under the settings of `mock`.
    pub(crate) fn done(self) -> String {
        match self {
            Op::SmileStatus => signed_body(),
            Op::IdwiseSummary => include_str!("../../../specs/fixtures/idwise/completed_passed.json").to_owned(),
            Op::IncodeStatus => onboarding("MANUAL_REVIEW_APPROVED"),
            Op::SalesforceProcedure | Op::SalesforceInvoke => job("Success"),
        }
    }

    /// A word that the spec does not know. Smile ID's state is told by booleans.
    pub(crate) fn unknown(self) -> Option<(MockReply, &'static str)> {
        let body = match self {
            Op::SmileStatus => return None,
            Op::IdwiseSummary => {
                let passed = r#""interim_rule_assessment": "Passed""#;
                self.done().replace(passed, r#""interim_rule_assessment": "NEW_WORD""#)
            }
            Op::IncodeStatus => onboarding("NEW_WORD"),
            Op::SalesforceProcedure | Op::SalesforceInvoke => job("NEW_WORD"),
        };
        Some((MockReply::json(body), "NEW_WORD"))
    }

    /// Waits for a job of it.
    pub(crate) fn wait(self, url: &str, pace: Pace) -> BoxFuture<Result<Story, Error>> {
        match self {
            Op::SmileStatus => Box::pin(follow(smile_call(url).wait(), pace)),
            Op::IdwiseSummary => Box::pin(follow(idwise_client(url).journey_summary().journey_id("j-1").wait(), pace)),
            Op::IncodeStatus => {
                Box::pin(follow(incode_client(url).onboarding_status().session_token("s-1").wait(), pace))
            }
            Op::SalesforceProcedure => {
                let call = salesforce_client(url).policy_job().procedure("Type_Job").job_id(JOB);
                Box::pin(follow(call.wait(), pace))
            }
            Op::SalesforceInvoke => {
                Box::pin(follow(salesforce_client(url).policy_job_invoke().job_id(JOB).wait(), pace))
            }
        }
    }
}

async fn follow<R: Send + 'static>(wait: Wait<R>, pace: Pace) -> Result<Story, Error> {
    let wait = wait.every(pace.every).at_most(pace.every).grow(1.0).jitter(0.0).deadline(pace.deadline);
    let mut waiting = wait.request(pace.request).faults(pace.faults).unknown_for(pace.unknown_for).start();
    let mut verdicts = Vec::new();
    while let Some(update) = waiting.next().await {
        verdicts.push(update.verdict());
    }
    let done = waiting.await?;
    Ok(Story { outcome: done.outcome(), attempts: done.attempts(), verdicts })
}

/// The times between the end of one request and the arrival of the next.
pub(crate) fn gaps(vendor: &MockVendor) -> Vec<Duration> {
    let requests = vendor.requests();
    let gap = |pair: &[settled_testkit::MockRequest]| Some(pair[1].arrived().duration_since(pair[0].answered()?));
    requests.windows(2).map(|pair| gap(pair).expect("an answer")).collect()
}

/// A mock that had nothing to complain about, and this many requests.
#[track_caller]
pub(crate) fn content(vendor: &MockVendor, requests: usize) {
    assert_eq!(vendor.complaints(), Vec::<String>::new());
    assert_eq!(vendor.requests().len(), requests);
}
