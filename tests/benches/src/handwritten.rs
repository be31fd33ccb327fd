//! What a careful person would write for one vendor: serde structs with the needed fields only, text borrowed, and the
//! decision in plain Rust.

use std::borrow::Cow;
use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit, Mac};
use serde::Deserialize;
use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{Deserializer, Error, MapAccess, SeqAccess, Visitor};
use settled::{State, Verdict};
use sha2::Sha256;

/// What a reply says.
#[derive(Debug)]
pub(crate) struct Decision<'a> {
    pub(crate) verdict: Verdict,
    pub(crate) revisable: bool,
    pub(crate) word: Option<Cow<'a, str>>,
    pub(crate) code: Option<Cow<'a, str>>,
    pub(crate) message: Option<Cow<'a, str>>,
}

impl<'a> Decision<'a> {
    fn of(verdict: Verdict) -> Self {
        Decision { verdict, revisable: false, word: None, code: None, message: None }
    }

    fn error(code: Option<Text<'a>>, message: Option<Text<'a>>) -> Self {
        let (code, message) = (code.map(|text| text.0), message.map(|text| text.0));
        Decision { code, message, ..Decision::of(Verdict::RequestError) }
    }
}

/// A string, borrowed also inside an `Option`, where serde would copy it.
#[derive(PartialEq)]
struct Text<'a>(Cow<'a, str>);

impl<'de: 'a, 'a> Deserialize<'de> for Text<'a> {
    fn deserialize<D: Deserializer<'de>>(json: D) -> Result<Self, D::Error> {
        json.deserialize_str(TextVisitor)
    }
}

/// A string or a number.
struct Lenient<'a>(Cow<'a, str>);

impl<'de: 'a, 'a> Deserialize<'de> for Lenient<'a> {
    fn deserialize<D: Deserializer<'de>>(json: D) -> Result<Self, D::Error> {
        json.deserialize_any(TextVisitor).map(|text| Lenient(text.0))
    }
}

struct TextVisitor;

impl<'de> Visitor<'de> for TextVisitor {
    type Value = Text<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Text<'de>, E> {
        Ok(Text(Cow::Borrowed(text)))
    }

    fn visit_str<E>(self, text: &str) -> Result<Text<'de>, E> {
        Ok(Text(Cow::Owned(text.to_owned())))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Text<'de>, E> {
        Ok(Text(Cow::Owned(number.to_string())))
    }
}

/// A boolean, or one as a string.
struct Flag(bool);

impl<'de> Deserialize<'de> for Flag {
    fn deserialize<D: Deserializer<'de>>(json: D) -> Result<Self, D::Error> {
        struct Flags;

        impl Visitor<'_> for Flags {
            type Value = Flag;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a boolean, also as a string")
            }

            fn visit_bool<E>(self, value: bool) -> Result<Flag, E> {
                Ok(Flag(value))
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<Flag, E> {
                match text {
                    _ if text.eq_ignore_ascii_case("true") => Ok(Flag(true)),
                    _ if text.eq_ignore_ascii_case("false") => Ok(Flag(false)),
                    _ => Err(E::custom("not a boolean")),
                }
            }
        }

        json.deserialize_any(Flags)
    }
}

#[derive(Deserialize)]
struct SmileReply<'a> {
    job_complete: Option<Flag>,
    job_success: Option<Flag>,
    #[serde(borrow)]
    result: Option<SmileResult<'a>>,
    error: Option<Text<'a>>,
    code: Option<Lenient<'a>>,
    signature: Option<Text<'a>>,
    timestamp: Option<Lenient<'a>>,
}

/// An object, or a bare string.
enum SmileResult<'a> {
    Detail(SmileDetail<'a>),
    Bare,
}

#[derive(Deserialize)]
struct SmileDetail<'a> {
    #[serde(rename = "IsFinalResult")]
    is_final: Option<Flag>,
    #[serde(rename = "ResultCode", borrow)]
    code: Text<'a>,
    #[serde(rename = "ResultText")]
    text: Text<'a>,
}

impl<'de: 'a, 'a> Deserialize<'de> for SmileResult<'a> {
    fn deserialize<D: Deserializer<'de>>(json: D) -> Result<Self, D::Error> {
        struct Results;

        impl<'de> Visitor<'de> for Results {
            type Value = SmileResult<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object or a string")
            }

            fn visit_str<E>(self, _: &str) -> Result<SmileResult<'de>, E> {
                Ok(SmileResult::Bare)
            }

            fn visit_map<A: MapAccess<'de>>(self, object: A) -> Result<SmileResult<'de>, A::Error> {
                SmileDetail::deserialize(MapAccessDeserializer::new(object)).map(SmileResult::Detail)
            }
        }

        json.deserialize_any(Results)
    }
}

/// Smile ID's `job_status`; `None` where the reply cannot be read or its proof does not hold.
pub(crate) fn smile_id<'a>(body: &'a [u8], partner: &str, key: &str) -> Option<Decision<'a>> {
    let reply: SmileReply<'a> = serde_json::from_slice(body).ok()?;
    if let (Some(error), Some(code)) = (&reply.error, &reply.code) {
        let verdict = match &*code.0 {
            "2201" | "2301" | "2401" => Verdict::Transient,
            _ => Verdict::RequestError,
        };
        let (code, message) = (Some(code.0.clone()), Some(error.0.clone()));
        return Some(Decision { code, message, ..Decision::of(verdict) });
    }
    let (complete, success) = (reply.job_complete?.0, reply.job_success?.0);
    if !verifies(&reply.timestamp?.0, partner, key, &reply.signature?.0) {
        return None;
    }
    let (is_final, code, message) = match reply.result {
        Some(SmileResult::Detail(detail)) => (detail.is_final, Some(detail.code.0), Some(detail.text.0)),
        Some(SmileResult::Bare) | None => (None, None, None),
    };
    let revisable = complete && is_final.is_some_and(|is_final| !is_final.0);
    let state = match (complete, success) {
        (false, _) => State::Running,
        (true, true) => State::Succeeded,
        (true, false) => State::Rejected,
    };
    Some(Decision { revisable, code, message, ..Decision::of(Verdict::State(state)) })
}

fn mac(timestamp: &str, partner: &str, key: &str) -> Option<Hmac<Sha256>> {
    let mut mac = <Hmac<Sha256> as KeyInit>::new_from_slice(key.as_bytes()).ok()?;
    mac.update(timestamp.as_bytes());
    mac.update(partner.as_bytes());
    mac.update(b"sid_request");
    Some(mac)
}

/// Smile ID's signature, empty where none can be made.
pub(crate) fn sign(timestamp: &str, partner: &str, key: &str) -> String {
    mac(timestamp, partner, key).map(|mac| STANDARD.encode(mac.finalize().into_bytes())).unwrap_or_default()
}

fn verifies(timestamp: &str, partner: &str, key: &str, given: &str) -> bool {
    let Ok(given) = STANDARD.decode(given) else { return false };
    mac(timestamp, partner, key).is_some_and(|mac| mac.verify_slice(&given).is_ok())
}

#[derive(Deserialize)]
struct IdwiseReply<'a> {
    is_completed: Option<bool>,
    #[serde(borrow)]
    step_summaries: Option<Vec<IdwiseStep<'a>>>,
    result: Option<IdwiseResult<'a>>,
    success: Option<bool>,
    message: Option<Text<'a>>,
    error_code: Option<Text<'a>>,
}

#[derive(Deserialize)]
struct IdwiseStep<'a> {
    #[serde(borrow)]
    result: IdwiseStatus<'a>,
}

#[derive(Deserialize)]
struct IdwiseStatus<'a> {
    #[serde(borrow)]
    status: Text<'a>,
}

#[derive(Deserialize)]
struct IdwiseResult<'a> {
    #[serde(borrow)]
    interim_rule_assessment: Option<Text<'a>>,
}

/// IDWise's `journey_summary`.
pub(crate) fn idwise(body: &[u8]) -> Option<Decision<'_>> {
    let reply: IdwiseReply<'_> = serde_json::from_slice(body).ok()?;
    if reply.success == Some(false) && reply.message.is_some() && reply.error_code.is_some() {
        return Some(Decision::error(reply.error_code, reply.message));
    }
    let steps = reply.step_summaries?;
    let word = reply.result.and_then(|result| result.interim_rule_assessment).map(|text| text.0);
    let (state, revisable) = match (reply.is_completed?, word.as_deref()) {
        (false, _) if steps.iter().any(|step| step.result.status.0 == "Not Submitted") => (State::NeedsInput, false),
        (false, _) => (State::Running, false),
        (true, None | Some("Passed")) => (State::Succeeded, true),
        (true, Some("Failed")) => (State::Rejected, true),
        (true, Some(_)) => return Some(Decision { word, ..Decision::of(Verdict::Unknown) }),
    };
    Some(Decision { revisable, word, ..Decision::of(Verdict::State(state)) })
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct IncodeReply<'a> {
    #[serde(borrow)]
    onboarding_status: Option<Text<'a>>,
    timestamp: Option<i64>,
    status: Option<i64>,
    error: Option<Text<'a>>,
    message: Option<Text<'a>>,
}

/// Incode's `onboarding_status`.
pub(crate) fn incode(body: &[u8]) -> Option<Decision<'_>> {
    let reply: IncodeReply<'_> = serde_json::from_slice(body).ok()?;
    let Some(Text(word)) = reply.onboarding_status else {
        let status = reply.status.filter(|_| reply.timestamp.is_some() && reply.error.is_some())?;
        return Some(Decision::error(Some(Text(Cow::Owned(status.to_string()))), reply.message));
    };
    let (state, revisable) = match &*word {
        "UNKNOWN" => (State::Pending, false),
        "ID_VALIDATION_FINISHED"
        | "ID_VALIDATION_FINISHED_SECOND_ID"
        | "GOVERNMENT_VALIDATION_FINISHED"
        | "POST_PROCESSING_FINISHED"
        | "FACE_VALIDATION_FINISHED" => (State::Running, false),
        "ONBOARDING_FINISHED" | "ONBOADING_FINISHED" => (State::Succeeded, true),
        "MANUAL_REVIEW_APPROVED" => (State::Succeeded, false),
        "MANUAL_REVIEW_REJECTED" => (State::Rejected, false),
        _ => return Some(Decision { word: Some(word), ..Decision::of(Verdict::Unknown) }),
    };
    Some(Decision { revisable, word: Some(word), ..Decision::of(Verdict::State(state)) })
}

/// A job at any of the places where Salesforce puts it, or a list or string of errors.
#[allow(clippy::large_enum_variant, reason = "it is taken apart at once, and a box would cost an allocation")]
enum SalesforceReply<'a> {
    Job(SalesforceJob<'a>),
    Faults(Vec<SalesforceFault<'a>>),
    Inside(Text<'a>),
}

#[derive(Deserialize)]
struct SalesforceJob<'a> {
    #[serde(borrow)]
    status: Option<Text<'a>>,
    #[serde(rename = "errorCode")]
    code: Option<Text<'a>>,
    error: Option<Text<'a>>,
    #[serde(rename = "IPResult")]
    ip_result: Option<SalesforceInner<'a>>,
    response: Option<SalesforceInner<'a>>,
}

#[derive(Deserialize)]
struct SalesforceInner<'a> {
    #[serde(borrow)]
    status: Option<Text<'a>>,
    #[serde(rename = "errorCode")]
    code: Option<Text<'a>>,
    error: Option<Text<'a>>,
    result: Option<SalesforceFault<'a>>,
}

#[derive(Deserialize)]
struct SalesforceFault<'a> {
    #[serde(rename = "errorCode", borrow)]
    code: Option<Text<'a>>,
    #[serde(alias = "message")]
    error: Option<Text<'a>>,
}

impl<'de: 'a, 'a> Deserialize<'de> for SalesforceReply<'a> {
    fn deserialize<D: Deserializer<'de>>(json: D) -> Result<Self, D::Error> {
        struct Replies;

        impl<'de> Visitor<'de> for Replies {
            type Value = SalesforceReply<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object, a list or a string")
            }

            fn visit_borrowed_str<E>(self, text: &'de str) -> Result<SalesforceReply<'de>, E> {
                Ok(SalesforceReply::Inside(Text(Cow::Borrowed(text))))
            }

            fn visit_str<E>(self, text: &str) -> Result<SalesforceReply<'de>, E> {
                Ok(SalesforceReply::Inside(Text(Cow::Owned(text.to_owned()))))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<SalesforceReply<'de>, A::Error> {
                Vec::deserialize(SeqAccessDeserializer::new(list)).map(SalesforceReply::Faults)
            }

            fn visit_map<A: MapAccess<'de>>(self, object: A) -> Result<SalesforceReply<'de>, A::Error> {
                SalesforceJob::deserialize(MapAccessDeserializer::new(object)).map(SalesforceReply::Job)
            }
        }

        json.deserialize_any(Replies)
    }
}

/// Salesforce's `policy_job`.
pub(crate) fn salesforce(body: &[u8]) -> Option<Decision<'_>> {
    match serde_json::from_slice(body).ok()? {
        SalesforceReply::Job(job) => salesforce_job(job),
        SalesforceReply::Faults(faults) => {
            faults.into_iter().next().map(|fault| Decision::error(fault.code, fault.error))
        }
        SalesforceReply::Inside(text) => {
            let fault: SalesforceFault<'_> = serde_json::from_str(&text.0).ok()?;
            let owned = |text: Text<'_>| Text(Cow::Owned(text.0.into_owned()));
            Some(Decision::error(fault.code.map(owned), fault.error.map(owned)))
        }
    }
}

fn salesforce_job(job: SalesforceJob<'_>) -> Option<Decision<'_>> {
    let failed = |code: &Option<Text<'_>>| code.as_ref().is_some_and(|code| code.0 != "INVOKE-200");
    if failed(&job.code) {
        return Some(Decision::error(job.code, job.error));
    }
    let mut verdict = job.status.as_ref().map(salesforce_verdict);
    for inner in [job.ip_result, job.response].into_iter().flatten() {
        if failed(&inner.code) {
            return Some(Decision::error(inner.code, inner.error));
        }
        if let Some(fault) = inner.result.filter(|fault| failed(&fault.code)) {
            return Some(Decision::error(fault.code, fault.error));
        }
        verdict = verdict.or(inner.status.as_ref().map(salesforce_verdict));
    }
    let (word, code, message) =
        (job.status.map(|text| text.0), job.code.map(|text| text.0), job.error.map(|text| text.0));
    Some(Decision { word, code, message, ..Decision::of(verdict?) })
}

fn salesforce_verdict(status: &Text<'_>) -> Verdict {
    match &*status.0 {
        "WaitingToProcess" => Verdict::State(State::Pending),
        "InProgress" => Verdict::State(State::Running),
        "Success" => Verdict::State(State::Succeeded),
        "Failed" => Verdict::State(State::Failed),
        "Aborted" => Verdict::State(State::Cancelled),
        _ => Verdict::Unknown,
    }
}
