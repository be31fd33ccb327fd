//! Smile ID: signatures both ways, provisional results, errors under any status.

use std::collections::HashSet;
use std::time::Instant;

use serde_json::Value;
use settled::{ErrorKind, Outcome, State, Verdict};
use settled_testkit::{BadServer, Behaviour, MockReply, MockVendor, reply};
use settled_vendors::smile_id::JobStatusReplyResult;

use super::support::{Op, content, example, gaps, ms, signed_body, smile, smile_call, smile_client};

fn body(vendor: &MockVendor, request: usize) -> Value {
    serde_json::from_slice(vendor.requests()[request].body()).expect("JSON")
}

#[tokio::test]
async fn each_outcome_is_reached() {
    let cases = [
        ("enrolled", Outcome::Succeeded, false, Some("0810"), Some("Enroll User")),
        ("provisional", Outcome::Succeeded, true, Some("0814"), Some("Provisional Enroll - Under Review")),
        ("rejected", Outcome::Rejected, false, Some("0907"), Some("FAIL - Possible Spoof - Strict Setting")),
        ("provisional_rejected", Outcome::Rejected, true, Some("0814"), Some("Provisional Enroll - Under Review")),
        ("text_result", Outcome::Rejected, false, None, None),
    ];
    for (file, outcome, revisable, code, message) in cases {
        let vendor = smile([example("smile_id/running"), example(&format!("smile_id/{file}"))]);
        let done = smile_call(&vendor.url()).wait().every(ms(2)).await.expect("a settled job");
        assert_eq!((done.outcome(), done.is_revisable(), done.attempts()), (outcome, revisable, 2), "{file}");
        assert_eq!((done.code(), done.message()), (code, message), "{file}");
        assert!(done.rule().is_some_and(|rule| rule.place.starts_with("smile_id.yaml:")), "{file}");
        content(&vendor, 2);
    }
}

#[tokio::test]
async fn the_reply_is_typed() {
    let vendor = smile([example("smile_id/enrolled")]);
    let call = smile_call(&vendor.url()).history(true).image_links(true);
    let reply = call.wait().await.expect("a settled job").into_succeeded().expect("a reply");
    assert_eq!((reply.job_complete, reply.job_success, reply.code.as_str()), (true, Some(true), "2302"));
    let Some(JobStatusReplyResult::JobResult(result)) = &reply.result else { panic!("no result") };
    assert_eq!((result.smile_job_id.as_deref(), result.result_code.as_deref()), (Some("0000001111"), Some("0810")));
    let job_type = result.partner_params.as_ref().and_then(|params| params.job_type);
    assert_eq!((result.is_final_result, job_type), (Some(true), Some(1)));
    assert_eq!(result.actions.as_ref().expect("actions")["Verify_ID_Number"].as_str(), "Verified");
    let history = reply.history.as_ref().expect("a history");
    assert_eq!((history.len(), history[0].result_code.as_deref()), (1, Some("0810")));
    assert_eq!(reply.image_links.as_ref().expect("links")["selfie_image"].as_str(), "image_link");
    assert!(!format!("{reply:?}").contains("image_link\""), "{reply:?}");

    let request = &vendor.requests()[0];
    assert_eq!(request.inputs(), [("user_id", "u-1"), ("job_id", "j-1"), ("history", "true"), ("image_links", "true")]);
    assert_eq!(body(&vendor, 0)["history"], true);
    content(&vendor, 1);

    let vendor = smile([example("smile_id/text_result")]);
    let done = smile_call(&vendor.url()).wait().await.expect("a settled job");
    let text = done.reply().expect("a reply").result.clone();
    assert!(matches!(text, Some(JobStatusReplyResult::String(text)) if text == "No result found"));
    assert_eq!(body(&vendor, 0)["history"], false);
}

#[tokio::test]
async fn booleans_come_as_text_and_codes_as_numbers() {
    let text = r#"{"job_complete":"false","job_success":"FALSE","code":2302,"timestamp":1678397700279}"#;
    let done = signed_body().replace("\"job_complete\": true", "\"job_complete\": \"TRUE\"");
    let vendor = smile([MockReply::json(text), MockReply::json(done)]);
    let done = smile_call(&vendor.url()).wait().every(ms(2)).await.expect("a settled job");
    assert_eq!((done.outcome(), done.attempts()), (Outcome::Succeeded, 2));
    content(&vendor, 2);
    // What is no boolean is no state.
    let vendor = smile([MockReply::json(text.replace("FALSE", "no"))]);
    let error = smile_call(&vendor.url()).wait().faults(0).await.expect_err("no state");
    assert_eq!((error.kind(), error.last_state()), (ErrorKind::Faults, None));
}

#[tokio::test]
async fn progress_is_told_reply_by_reply() {
    let (running, enrolled) = (example("smile_id/running"), example("smile_id/enrolled"));
    let vendor = smile([running.clone(), MockReply::from(reply::html(502)), running, enrolled]);
    let mut waiting = smile_call(&vendor.url()).wait().every(ms(5)).at_most(ms(5)).jitter(0.0).start();
    let mut told = Vec::new();
    while let Some(update) = waiting.next().await {
        assert_eq!(update.next_poll().is_some(), update.verdict() != Verdict::State(State::Succeeded));
        told.push((update.attempt(), update.verdict(), update.state()));
    }
    let running = Some(State::Running);
    assert_eq!(
        told,
        [
            (1, Verdict::State(State::Running), running),
            (2, Verdict::Transient, running),
            (3, Verdict::State(State::Running), running),
            (4, Verdict::State(State::Succeeded), Some(State::Succeeded)),
        ]
    );
    assert_eq!(waiting.await.expect("a settled job").attempts(), 4);
    content(&vendor, 4);
}

#[tokio::test]
async fn every_attempt_is_signed_anew() {
    let vendor = smile([example("smile_id/running")]);
    let error = smile_call(&vendor.url()).wait().every(ms(4)).at_most(ms(4)).tries(4).await.expect_err("no outcome");
    assert_eq!(error.kind(), ErrorKind::Tries);
    content(&vendor, 4);
    let member = |name: &str| (0..4).map(|at| body(&vendor, at)[name].to_string()).collect::<HashSet<_>>();
    assert_eq!((member("timestamp").len(), member("signature").len()), (4, 4));
}

#[tokio::test]
async fn the_poll_of_the_vendors_own_client_can_be_asked_for() {
    let vendor = smile([example("smile_id/running")]);
    let wait = smile_call(&vendor.url()).wait().first(ms(0)).every(ms(60)).grow(2.0).at_most(ms(10_000)).jitter(0.0);
    let error = wait.tries(3).await.expect_err("no outcome");
    assert_eq!((error.kind(), error.attempts(), error.last_state()), (ErrorKind::Tries, 3, Some(State::Running)));
    let reply: Value = serde_json::from_slice(error.reply().expect("the last reply").body()).expect("JSON");
    assert_eq!(reply["job_complete"], false);
    content(&vendor, 3);
    let gaps = gaps(&vendor);
    assert!(gaps[0] >= ms(60) && gaps[1] >= ms(120), "{gaps:?}");
    assert!(gaps[0] + gaps[1] < ms(2_000), "{gaps:?}");
}

#[tokio::test]
async fn a_reply_without_its_proof_is_never_a_state() {
    let signature = "\"bBAIXcEbOvPTLKG0kynBoNXFMaR+aplfbQXVSMveS38=\"";
    let forged = |by: &str| MockReply::json(signed_body().replace(signature, by)).unsigned();
    let missing = signed_body().replace(&format!("\"signature\": {signature},"), "");
    let cases = [
        ("missing", MockReply::json(missing.clone()).unsigned()),
        ("null", forged("null")),
        ("a number", forged("7")),
        ("a list", forged("[]")),
        ("empty", forged("\"\"")),
        ("short", forged("\"bBAIXcEbOvM=\"")),
        ("no base64", forged("\"...\"")),
        ("without padding", forged(&signature.replace('=', ""))),
        ("with white space", forged(&signature.replace('+', " +"))),
        ("of another key", MockReply::json(signed_body()).signed_with("another")),
        ("of another timestamp", MockReply::json(signed_body()).with_timestamp("2023-03-09T21:35:00.280Z").unsigned()),
        ("of the same moment written otherwise", {
            MockReply::json(signed_body()).with_timestamp("2023-03-09T21:35:00.279+00:00").unsigned()
        }),
        ("of an empty timestamp", MockReply::json(signed_body()).with_timestamp("").unsigned()),
    ];
    for (what, forged) in cases {
        let vendor = smile([forged.clone()]);
        let error = smile_call(&vendor.url()).wait().await.expect_err(what);
        assert_eq!((error.kind(), error.last_state()), (ErrorKind::Unverified, None), "{what}: {error}");
        content(&vendor, 1);
        let polled = smile_call(&vendor.url()).poll_once().await.expect("a reply");
        assert_eq!((polled.verdict(), polled.state()), (Verdict::Unverified, None), "{what}");

        let vendor = smile([example("smile_id/running"), forged]);
        let mut waiting = smile_call(&vendor.url()).wait().every(ms(2)).start();
        let mut states = Vec::new();
        while let Some(update) = waiting.next().await {
            states.push(update.state());
        }
        let error = waiting.await.expect_err(what);
        assert_eq!((error.kind(), error.last_state()), (ErrorKind::Unverified, Some(State::Running)), "{what}");
        assert!(states.iter().all(|state| *state == Some(State::Running)), "{what}: {states:?}");
    }
    // Put there by the mock, the proof makes the same reply good.
    let vendor = smile([MockReply::json(missing)]);
    assert_eq!(smile_call(&vendor.url()).wait().await.expect("a job").outcome(), Outcome::Succeeded);
}

#[tokio::test]
async fn any_timestamp_is_taken_as_its_text() {
    for stamp in ["2024-01-02 03:04:05 +0000", "1678397700279", "not-a-date", "2024-01-02T03:04:05.678901+00:00"] {
        let vendor = smile([MockReply::json(signed_body()).with_timestamp(stamp)]);
        let done = smile_call(&vendor.url()).wait().await.expect("a settled job");
        assert_eq!(done.reply().expect("a reply").timestamp, stamp);
    }
}

#[tokio::test]
async fn a_recorded_reply_of_the_vendor_verifies() {
    let server = BadServer::start([Behaviour::Answer(reply::json(signed_body()))]).expect("a server");
    let done = smile_call(&server.url()).wait().await.expect("a settled job");
    assert_eq!((done.outcome(), done.code()), (Outcome::Succeeded, Some("0810")));
}

#[tokio::test]
async fn errors_are_the_vendors_under_any_status() {
    for status in [200, 400, 403, 404] {
        for code in ["\"2205\"", "2205"] {
            let text = format!(r#"{{"error":"Not authorized","code":{code}}}"#);
            let vendor = smile([MockReply::json(text).with_status(status)]);
            let error = smile_call(&vendor.url()).wait().await.expect_err("an error");
            assert_eq!((error.kind(), error.attempts()), (ErrorKind::Vendor, 1), "{status} {code}: {error}");
            assert_eq!(error.vendor_code(), Some("2205"), "{status}");
            assert_eq!(error.vendor_message(), Some("Not authorized"), "{status}");
            assert_eq!(error.http_status().map(|status| status.as_u16()), Some(status));
            assert_eq!(error.last_state(), None);
            assert!(!format!("{error} {error:?}").contains("Not authorized"), "{error:?}");
            content(&vendor, 1);
        }
    }
}

#[tokio::test]
async fn system_errors_pass() {
    for status in [200, 400, 500] {
        for code in ["2201", "2301", "2401"] {
            let text = format!(r#"{{"error":"System Error","code":"{code}"}}"#);
            let vendor = smile([MockReply::json(text).with_status(status), example("smile_id/enrolled")]);
            let done = smile_call(&vendor.url()).wait().every(ms(2)).await.expect("a settled job");
            assert_eq!((done.outcome(), done.attempts()), (Outcome::Succeeded, 2), "{status} {code}");
        }
    }
    // Another code under 500 is judged by the status: the vendor is in trouble.
    let vendor = smile([MockReply::json(r#"{"error":"Not authorized","code":"2205"}"#).with_status(500)]);
    let error = smile_call(&vendor.url()).wait().every(ms(2)).faults(1).await.expect_err("an error");
    assert_eq!((error.kind(), error.attempts(), error.vendor_code()), (ErrorKind::Faults, 2, Some("2205")));
}

#[tokio::test]
async fn ids_arrive_as_they_are() {
    let ids = ["", " ", "a/b", "..", "\u{7f}\n\0", "ü\"\\", "{job_id}", "1e5", "null"];
    let vendor = smile([example("smile_id/enrolled")]);
    let client = smile_client(&vendor.url());
    for id in ids {
        let done = client.job_status().user_id(id).job_id("j").wait().await.expect("a settled job");
        assert_eq!(done.outcome(), Outcome::Succeeded, "{id:?}");
    }
    content(&vendor, ids.len());
    let requests = vendor.requests();
    assert_eq!(requests.iter().map(|request| request.input("user_id").expect("an id")).collect::<Vec<_>>(), ids);
}

#[tokio::test]
async fn another_key_is_refused_by_the_vendor() {
    let vendor = Op::SmileStatus.mock().setting("api_key", "other").reply(example("smile_id/enrolled"));
    let vendor = vendor.start().expect("a mock vendor");
    let error = smile_call(&vendor.url()).wait().await.expect_err("a refusal");
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Request, 1), "{error}");
    assert_eq!(vendor.complaints(), ["job_status: `signature` in the body is not what the spec says"]);
}

#[tokio::test]
async fn a_wait_is_cancelled_and_dropped_at_any_moment() {
    let vendor =
        Op::SmileStatus.mock().reply(example("smile_id/running")).delay(ms(60)).start().expect("a mock vendor");
    let started = Instant::now();
    let wait = smile_call(&vendor.url()).wait().cancel_on(tokio::time::sleep(ms(20)));
    let error = wait.await.expect_err("cancelled");
    assert_eq!(error.kind(), ErrorKind::Cancelled);
    assert!(started.elapsed() < ms(1_000), "{:?}", started.elapsed());
    let late = tokio::time::timeout(ms(20), smile_call(&vendor.url()).wait().every(ms(1)).start()).await;
    assert!(late.is_err());
    // Nothing goes on behind the back of who dropped it.
    tokio::time::sleep(ms(100)).await;
    let sent = vendor.requests().len();
    tokio::time::sleep(ms(100)).await;
    assert!(sent <= 2 && vendor.requests().len() == sent, "{sent}");
}
