//! One call of every operation, with a canary for every secret and for every sensitive field, and all that can be shown
//! of it.

use std::fmt::Debug;
use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

use settled::{Error, ReqwestTransport, Wait};
use settled_vendors::{idwise, incode, salesforce_insurance, smile_id};

use crate::canary::canary;

/// The secrets of all vendors, the ids that callers give, the sensitive fields, and what is told in vendors' messages.
pub(crate) const NAMES: &[&str] = &[
    "api_key",
    "api_secret",
    "access_token",
    "session_token",
    "user_id",
    "job_id",
    "policy_id",
    "journey_id",
    "interview_id",
    "image",
    "IDNumber",
    "FullName",
    "DOB",
    "PhoneNumber",
    "Gender",
    "Address",
    "Photo",
    "FullData",
    "past",
    "redirectionUrl",
    "message",
    "location",
];

/// What one call has shown, and whether it came to an outcome.
#[derive(Default)]
pub(crate) struct Shown {
    pub(crate) text: String,
    pub(crate) is_good: bool,
}

impl Shown {
    pub(crate) fn value(&mut self, value: &dyn Debug) {
        self.text.push_str(&format!("{value:?}\n{value:#?}\n"));
    }

    fn error(&mut self, error: &Error) {
        self.value(error);
        self.text.push_str(&format!("{error}\n{error:#}\n"));
        let sources = std::iter::successors(std::error::Error::source(error), |error| error.source());
        for source in sources {
            self.text.push_str(&format!("{source}\n{source:?}\n"));
        }
    }
}

type Going = Pin<Box<dyn Future<Output = Shown>>>;

/// One operation.
pub(crate) struct Call {
    pub(crate) name: &'static str,
    /// A reply with every sensitive field, from which a call gets its outcome.
    pub(crate) good: String,
    /// An error whose message repeats a secret.
    pub(crate) refusal: String,
    pub(crate) go: fn(String, Option<ReqwestTransport>) -> Going,
}

impl Call {
    /// Calls the server at `url`, by a transport of one's own or the default one.
    pub(crate) fn go(&self, url: String, transport: Option<ReqwestTransport>) -> Going {
        (self.go)(url, transport)
    }
}

macro_rules! built {
    ($shown:ident, $module:ident, $url:ident, $transport:ident, $($setting:ident = $value:expr),*) => {{
        let mut builder = $module::Client::builder().base_url($url)$(.$setting($value))*;
        if let Some(transport) = $transport {
            builder = builder.transport(transport);
        }
        $shown.value(&builder);
        let client = builder.build().expect("a client");
        $shown.value(&client);
        client
    }};
}

macro_rules! go {
    ($module:ident { $($setting:ident = $value:expr),* }, |$client:ident| $call:expr, $how:ident) => {
        |url, transport| Box::pin(async move {
            let mut shown = Shown::default();
            let $client = built!(shown, $module, url, transport, $($setting = $value),*);
            let call = $call;
            shown.value(&call);
            $how!(shown, call);
            shown
        })
    };
}

macro_rules! waited {
    ($shown:ident, $call:ident) => {
        wait(&mut $shown, $call.wait()).await
    };
}

macro_rules! polled {
    ($shown:ident, $call:ident) => {
        match $call.poll_once().await {
            Ok(polled) => {
                $shown.is_good = polled.state().is_some();
                $shown.value(&polled);
                match polled.decode() {
                    Ok(reply) => $shown.value(&reply),
                    Err(error) => $shown.error(&error),
                }
            }
            Err(error) => $shown.error(&error),
        }
    };
}

macro_rules! sent {
    ($shown:ident, $call:ident) => {
        match $call.send().await {
            Ok(reply) => {
                $shown.is_good = true;
                $shown.value(&reply);
            }
            Err(error) => $shown.error(&error),
        }
    };
}

pub(crate) use {built, go};

/// A wait to its end, with all that it tells on the way.
async fn wait<R: Debug + Send + 'static>(shown: &mut Shown, wait: Wait<R>) {
    wait_for(shown, wait, Duration::from_secs(5)).await;
}

/// The same, at most so long.
pub(crate) async fn wait_for<R: Debug + Send + 'static>(shown: &mut Shown, wait: Wait<R>, deadline: Duration) {
    let wait = wait.request(Duration::from_millis(150)).deadline(deadline).faults(0);
    shown.value(&wait);
    let mut waiting = wait.start();
    shown.value(&waiting);
    while let Some(update) = waiting.next().await {
        shown.value(&update);
    }
    match waiting.await {
        Ok(settled) => {
            shown.is_good = true;
            shown.value(&settled);
            shown.value(&settled.raw());
            match settled.into_reply() {
                Ok(reply) => shown.value(&reply),
                Err(error) => shown.error(&error),
            }
        }
        Err(error) => shown.error(&error),
    }
}

/// Every operation, and each way to call it that has errors of its own.
pub(crate) fn all() -> Vec<Call> {
    let smile = |name, go| Call { name, good: smile_reply(), refusal: fault(r#""error":"#, r#""code":"2205""#), go };
    let job = format!(r#"{{"jobId":"{}","status":"Success"}}"#, canary("job_id"));
    let invoked = fault(r#""error":"#, r#""errorCode":"INVOKE-500""#);
    let incode = fault(r#""timestamp":1,"error":"e","message":"#, r#""status":4019"#);
    vec![
        smile(
            "smile_id.job_status, waited for",
            go!(
                smile_id { partner_id = "2", api_key = canary("api_key") },
                |client| client.job_status().user_id(canary("user_id")).job_id(canary("job_id")).history(true),
                waited
            ),
        ),
        smile(
            "smile_id.job_status, asked once",
            go!(
                smile_id { partner_id = "2", api_key = canary("api_key") },
                |client| client.job_status().user_id(canary("user_id")).job_id(canary("job_id")),
                polled
            ),
        ),
        Call {
            name: "idwise.journey_summary",
            good: r#"{"journey_id":"j","is_completed":true,"step_summaries":[]}"#.to_owned(),
            refusal: fault(r#""success":false,"message":"#, r#""error_code":"unauthorized""#),
            go: go!(
                idwise { api_key = canary("api_key"), api_secret = canary("api_secret") },
                |client| client.journey_summary().journey_id(canary("journey_id")),
                waited
            ),
        },
        Call {
            name: "incode.onboarding_status",
            good: r#"{"onboardingStatus":"MANUAL_REVIEW_APPROVED"}"#.to_owned(),
            refusal: incode.clone(),
            go: go!(
                incode { api_key = canary("api_key") },
                |client| {
                    let call = client.onboarding_status().session_token(canary("session_token"));
                    call.interview_id(canary("interview_id"))
                },
                waited
            ),
        },
        Call {
            name: "incode.finish_status",
            good: format!(r#"{{"redirectionUrl":"https://acme.test/{}","action":"a"}}"#, canary("redirectionUrl")),
            refusal: incode,
            go: go!(
                incode { api_key = canary("api_key") },
                |client| client.finish_status().session_token(canary("session_token")),
                sent
            ),
        },
        Call {
            name: "salesforce_insurance.policy_job",
            good: format!(r#"{{"IPResult":{{"jobId":"{}","status":"Success"}}}}"#, "j"),
            refusal: invoked.clone(),
            go: go!(
                salesforce_insurance { access_token = canary("access_token") },
                |client| client.policy_job().procedure("Type_SubType").policy_id(canary("policy_id")),
                waited
            ),
        },
        Call {
            name: "salesforce_insurance.policy_job_invoke",
            good: job.replace(&canary("job_id"), "j"),
            refusal: invoked,
            go: go!(
                salesforce_insurance { access_token = canary("access_token") },
                |client| client.policy_job_invoke().job_id(canary("job_id")),
                waited
            ),
        },
    ]
}

fn fault(before: &str, after: &str) -> String {
    format!(r#"{{{before}"no such key: {} {}",{after}}}"#, canary("api_key"), canary("message"))
}

/// A signed reply of Smile ID with every sensitive field.
fn smile_reply() -> String {
    use hmac::{Hmac, KeyInit, Mac};
    let timestamp = "2024-01-02T03:04:05.678Z";
    let mut mac = <Hmac<sha2::Sha256> as KeyInit>::new_from_slice(canary("api_key").as_bytes()).expect("any key");
    mac.update(format!("{timestamp}2sid_request").as_bytes());
    let signature = base64::Engine::encode(&base64::engine::general_purpose::STANDARD, mac.finalize().into_bytes());
    let sensitive = ["IDNumber", "FullName", "DOB", "PhoneNumber", "Gender", "Address", "Photo"];
    let sensitive: String = sensitive.iter().map(|name| format!(r#""{name}":"{}","#, canary(name))).collect();
    let (full, past, image) = (canary("FullData"), canary("past"), canary("image"));
    format!(
        r#"{{"job_complete":true,"job_success":true,"code":"2302","timestamp":"{timestamp}","signature":"{signature}",
        "result":{{"ResultCode":"0810","ResultText":"t","SmileJobID":"1",{sensitive}"FullData":{{"x":["{full}"]}},
        "PartnerParams":{{"job_id":"j","user_id":"u"}}}},
        "history":[{{"ResultCode":"0810","odd":{{"y":"{past}"}}}}],
        "image_links":{{"selfie":"https://acme.test/{image}"}}}}"#
    )
}
