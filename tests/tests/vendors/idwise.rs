//! IDWise: Basic authentication, and two seconds between calls whatever a caller asks for.

use std::time::Instant;

use settled::{ErrorKind, Outcome, State, Verdict};
use settled_testkit::{MockReply, MockVendor};
use settled_vendors::idwise::{self, JourneySummaryReply};

use super::support::{Op, content, example, gaps, idwise_client, ms};

fn vendor(replies: impl IntoIterator<Item = MockReply>) -> MockVendor {
    Op::IdwiseSummary.mock().replies(replies).start().expect("a mock vendor")
}

async fn ask(file: &str) -> (MockVendor, settled::Polled<JourneySummaryReply>) {
    let vendor = vendor([example(&format!("idwise/{file}"))]);
    let call = idwise_client(&vendor.url()).journey_summary().journey_id("j-1");
    let polled = call.poll_once().await.expect("a reply");
    content(&vendor, 1);
    (vendor, polled)
}

#[tokio::test]
async fn each_outcome_is_reached() {
    for (file, outcome) in [
        ("completed_passed", Outcome::Succeeded),
        ("completed_without_result", Outcome::Succeeded),
        ("completed_failed", Outcome::Rejected),
    ] {
        let vendor = vendor([example(&format!("idwise/{file}"))]);
        let done = idwise_client(&vendor.url()).journey_summary().journey_id("j-1").wait().await.expect("a journey");
        assert_eq!((done.outcome(), done.is_revisable()), (outcome, true), "{file}");
        content(&vendor, 1);
    }
}

#[tokio::test]
async fn a_journey_under_way_needs_input_or_runs() {
    for (file, state) in [("waiting_for_user", State::NeedsInput), ("in_progress", State::Running)] {
        let (_, polled) = ask(file).await;
        assert_eq!(polled.state(), Some(state), "{file}");
        let reply = polled.decode().expect("a reply");
        assert_eq!(reply.step_summaries[0].definition.step_id, "0");
        assert_eq!(reply.step_summaries[1].definition.step_id, "1");
        assert_eq!(reply.step_summaries[1].result.has_passed_rules, None);
        assert!(reply.result.is_none());
    }
}

#[tokio::test]
async fn the_reply_is_typed() {
    let (_, polled) = ask("completed_failed").await;
    let result = polled.decode().expect("a reply").result.expect("a result");
    let rules = result.interim_rule_details.expect("rules");
    assert_eq!(rules.len(), 3);
    assert_eq!(rules["under_age"].result, idwise::RuleResult::Failed);
    assert_eq!(rules["no_duplicate_applicant"].name, "Unique Applicant");
}

#[tokio::test]
async fn two_seconds_lie_between_the_calls_of_all_clones() {
    let vendor = Op::IdwiseSummary.mock().delay(ms(50));
    let replies = ["waiting_for_user", "completed_passed"].map(|file| example(&format!("idwise/{file}")));
    let vendor = vendor.replies(replies).start().expect("a mock vendor");
    let client = idwise_client(&vendor.url());
    let wait = |client: idwise::Client| {
        let call = client.journey_summary().journey_id("j-1");
        call.wait().first(ms(0)).every(ms(1)).at_most(ms(1)).grow(1.0).jitter(0.0).start()
    };
    let started = Instant::now();
    let (first, second) = tokio::join!(wait(client.clone()), wait(client));
    let (first, second) = (first.expect("a journey"), second.expect("a journey"));
    assert_eq!((first.outcome(), second.outcome()), (Outcome::Succeeded, Outcome::Succeeded));
    assert_eq!(first.attempts() + second.attempts(), 3);
    let gaps = gaps(&vendor);
    assert!(gaps.len() == 2 && gaps.iter().all(|gap| *gap >= ms(2_000)), "{gaps:?}");
    assert!(started.elapsed() < ms(8_000), "{:?}", started.elapsed());
    content(&vendor, 3);
}

#[tokio::test]
async fn the_call_goes_out_with_basic_authentication() {
    let (vendor, _) = ask("completed_passed").await;
    // base64 of `key:secret`.
    assert_eq!(vendor.requests()[0].header("authorization"), Some("Basic a2V5OnNlY3JldA=="));
    assert_eq!(vendor.requests()[0].path(), "/journey/v2/summary/j-1");
    let wrong = Op::IdwiseSummary.mock().setting("api_secret", "other").reply(example("idwise/completed_passed"));
    let wrong = wrong.start().expect("a mock vendor");
    let error = idwise_client(&wrong.url()).journey_summary().journey_id("j-1").wait().await.expect_err("a refusal");
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Request, 1), "{error}");
    assert_eq!(wrong.complaints(), ["journey_summary: header `authorization` is not what the spec says"]);
}

#[tokio::test]
async fn errors_are_read() {
    let body = |code: &str| format!(r#"{{"success":false,"message":"No","error_code":"{code}"}}"#);
    let cases = [
        (401, "invalid_credentials", ErrorKind::Request),
        (403, "unauthorized", ErrorKind::Vendor),
        (200, "unauthorized", ErrorKind::Vendor),
    ];
    for (status, code, kind) in cases {
        let vendor = vendor([MockReply::json(body(code)).with_status(status)]);
        let error = idwise_client(&vendor.url()).journey_summary().journey_id("j").wait().await.expect_err("an error");
        assert_eq!((error.kind(), error.attempts(), error.last_state()), (kind, 1, None), "{status}: {error}");
        assert_eq!(error.vendor_code(), Some(code), "{status}");
        content(&vendor, 1);
    }
}

#[tokio::test]
async fn bad_ids_are_refused_before_any_request() {
    let vendor = vendor([example("idwise/completed_passed")]);
    let client = idwise_client(&vendor.url());
    let long = "x".repeat(1025);
    for id in ["", ".", "..", "a\nb", "\0", "\u{85}", long.as_str()] {
        let error = client.journey_summary().journey_id(id).wait().await.expect_err("refused");
        assert_eq!((error.kind(), error.attempts()), (ErrorKind::Input, 0), "{id:?}: {error}");
        assert!(error.to_string().contains("`journey_id`"), "{error}");
        let error = client.journey_summary().journey_id(id).poll_once().await.expect_err("refused");
        assert_eq!(error.kind(), ErrorKind::Input, "{id:?}");
    }
    content(&vendor, 0);
}

#[tokio::test]
async fn strange_ids_stay_one_segment() {
    let ids = ["a/b", "../x", "%2e%2e", "a?b#c", "ü ö", "a+b&c=d", "...", ";;", "\\"];
    let asks = ids.map(|id| async move {
        let vendor = vendor([example("idwise/completed_passed")]);
        let call = idwise_client(&vendor.url()).journey_summary().journey_id(id);
        assert_eq!(call.poll_once().await.expect("a reply").verdict(), Verdict::State(State::Succeeded), "{id}");
        content(&vendor, 1);
        assert_eq!(vendor.requests()[0].input("journey_id"), Some(id));
    });
    for ask in asks {
        ask.await;
    }
}
