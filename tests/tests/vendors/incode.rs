//! Incode: a GET that is sent once, milestones, required headers.

use std::time::Instant;

use settled::{ErrorKind, Outcome, Reached, State};
use settled_testkit::{BadServer, Behaviour, ClosedPort, MockReply, MockVendor, reply};
use settled_vendors::incode::{self, OnboardingState};

use super::support::{Op, content, incode_client, ms, onboarding};

fn vendor<const N: usize>(words: [&str; N]) -> MockVendor {
    let replies = words.map(|word| MockReply::json(onboarding(word)));
    Op::IncodeStatus.mock().replies(replies).start().expect("a mock vendor")
}

fn status(vendor: &MockVendor) -> incode::OnboardingStatusCall {
    incode_client(&vendor.url()).onboarding_status().session_token("s-1")
}

fn finish(url: &str) -> incode::FinishStatusCall {
    incode_client(url).finish_status().session_token("s-1")
}

#[tokio::test]
async fn each_word_has_its_state() {
    let cases = [
        ("UNKNOWN", State::Pending, false),
        ("ID_VALIDATION_FINISHED", State::Running, false),
        ("ID_VALIDATION_FINISHED_SECOND_ID", State::Running, false),
        ("GOVERNMENT_VALIDATION_FINISHED", State::Running, false),
        ("POST_PROCESSING_FINISHED", State::Running, false),
        ("FACE_VALIDATION_FINISHED", State::Running, false),
        ("ONBOARDING_FINISHED", State::Succeeded, true),
        ("ONBOADING_FINISHED", State::Succeeded, true),
        ("MANUAL_REVIEW_APPROVED", State::Succeeded, false),
        ("MANUAL_REVIEW_REJECTED", State::Rejected, false),
    ];
    for (word, state, revisable) in cases {
        let vendor = vendor([word]);
        let polled = status(&vendor).poll_once().await.expect("a reply");
        assert_eq!((polled.state(), polled.is_revisable()), (Some(state), revisable), "{word}");
        assert_eq!(polled.word(), Some(word));
        assert_eq!(polled.decode().expect("a reply").onboarding_status.as_str(), word);
        content(&vendor, 1);
        if let Some(outcome) = state.outcome() {
            let done = status(&vendor).wait().await.expect("a session");
            assert_eq!((done.outcome(), done.word()), (outcome, Some(word)));
        }
    }
}

#[tokio::test]
async fn a_wait_goes_through_the_milestones_to_its_end() {
    let words = ["UNKNOWN", "ID_VALIDATION_FINISHED", "FACE_VALIDATION_FINISHED", "MANUAL_REVIEW_REJECTED"];
    let vendor = vendor(words);
    let mut waiting = status(&vendor).wait().every(ms(2)).at_most(ms(2)).start();
    let mut told = Vec::new();
    while let Some(update) = waiting.next().await {
        told.push((update.state().expect("a state"), update.word().expect("a word").to_owned()));
    }
    let states = [State::Pending, State::Running, State::Running, State::Rejected];
    assert_eq!(told, states.into_iter().zip(words.map(str::to_owned)).collect::<Vec<_>>());
    let done = waiting.await.expect("a session");
    assert_eq!((done.outcome(), done.is_revisable()), (Outcome::Rejected, false));
    let error = done.into_succeeded().expect_err("no success");
    assert_eq!((error.kind(), error.vendor_word()), (ErrorKind::NotSucceeded, Some("MANUAL_REVIEW_REJECTED")));
    content(&vendor, 4);
}

#[tokio::test]
async fn a_milestone_ends_the_wait_for_it() {
    let vendor = vendor(["UNKNOWN", "ID_VALIDATION_FINISHED", "POST_PROCESSING_FINISHED", "MANUAL_REVIEW_APPROVED"]);
    let wanted = [OnboardingState::FaceValidationFinished, OnboardingState::PostProcessingFinished];
    let reached = status(&vendor).until(wanted).every(ms(2)).await.expect("a milestone");
    let Reached::Word(word, reply) = reached else { panic!("no milestone") };
    assert_eq!(word, OnboardingState::PostProcessingFinished);
    assert_eq!(reply.body().as_ref(), onboarding("POST_PROCESSING_FINISHED").as_bytes());
    content(&vendor, 3);
}

#[tokio::test]
async fn settling_before_the_milestone_ends_the_wait_too() {
    let vendor = vendor(["UNKNOWN", "MANUAL_REVIEW_REJECTED"]);
    let mut reaching = status(&vendor).until([OnboardingState::FaceValidationFinished]).every(ms(2)).start();
    let mut updates = 0;
    while reaching.next().await.is_some() {
        updates += 1;
    }
    let Reached::Settled(done) = reaching.await.expect("an end") else { panic!("a milestone") };
    assert_eq!((done.outcome(), updates), (Outcome::Rejected, 2));
    // A word that settles the job can be waited for as well.
    let reached = status(&vendor).until([OnboardingState::ManualReviewRejected]).await.expect("an end");
    assert!(matches!(reached, Reached::Word(OnboardingState::ManualReviewRejected, _)), "{reached:?}");
    content(&vendor, 3);
}

#[tokio::test]
async fn a_milestone_that_never_comes_is_no_endless_wait() {
    let vendor = vendor(["UNKNOWN"]);
    let until = status(&vendor).until([OnboardingState::FaceValidationFinished]).every(ms(2)).at_most(ms(2));
    let error = until.deadline(ms(100)).await.expect_err("a deadline");
    assert_eq!((error.kind(), error.last_state()), (ErrorKind::Deadline, Some(State::Pending)));
    assert_eq!(vendor.complaints(), Vec::<String>::new());
}

#[tokio::test]
async fn the_headers_and_the_query_are_those_of_the_spec() {
    let vendor = vendor(["MANUAL_REVIEW_APPROVED"]);
    for call in [status(&vendor), status(&vendor).interview_id("i 1/ü")] {
        assert_eq!(call.wait().await.expect("a session").outcome(), Outcome::Succeeded);
    }
    content(&vendor, 2);
    let requests = vendor.requests();
    for (name, value) in [
        ("api-version", "1.0"),
        ("content-type", "application/json"),
        ("x-api-key", "k-1"),
        ("x-incode-hardware-id", "s-1"),
    ] {
        assert_eq!(requests[0].header(name), Some(value), "{name}");
    }
    assert_eq!((requests[0].input("interview_id"), requests[1].input("interview_id")), (None, Some("i 1/ü")));
}

#[tokio::test]
async fn bad_tokens_are_refused_before_any_request() {
    let vendor = vendor(["MANUAL_REVIEW_APPROVED"]);
    for token in ["a\r\nx-evil: 1", "a\nb", "\0", "ü", "\u{7f}"] {
        let call = incode_client(&vendor.url()).onboarding_status().session_token(token);
        let error = call.wait().await.expect_err("refused");
        assert_eq!((error.kind(), error.attempts()), (ErrorKind::Input, 0), "{token:?}: {error}");
        let error =
            incode_client(&vendor.url()).finish_status().session_token(token).send().await.expect_err("refused");
        assert_eq!((error.kind(), error.attempts()), (ErrorKind::Input, 0), "{token:?}: {error}");
    }
    content(&vendor, 0);
}

#[tokio::test]
async fn errors_keep_the_vendors_own_code() {
    let body = r#"{"timestamp":1700000000000,"status":4019,"error":"Bad Request","message":"Face not found."}"#;
    let bad = || MockReply::json(body).with_status(400);
    let vendor = Op::IncodeStatus.mock().reply(bad()).start().expect("a mock vendor");
    let errors = [
        status(&vendor).wait().await.expect_err("an error"),
        finish(&vendor.url()).send().await.expect_err("an error"),
    ];
    for error in errors {
        assert_eq!((error.kind(), error.vendor_code()), (ErrorKind::Vendor, Some("4019")), "{error}");
        assert_eq!((error.vendor_message(), error.last_state()), (Some("Face not found."), None));
    }
    content(&vendor, 2);
}

#[tokio::test]
async fn a_session_is_finished_by_one_call() {
    let action = MockReply::json(r#"{"action":"approved","redirectionUrl":"https://example.com/?t=canary"}"#);
    let vendor = Op::IncodeStatus.mock().reply(action).reply(MockReply::json("{}")).start().expect("a mock vendor");
    let done = finish(&vendor.url()).send().await.expect("a reply");
    assert_eq!(done.action.as_deref(), Some("approved"));
    assert!(!format!("{done:?}").contains("canary"), "{done:?}");
    let done = finish(&vendor.url()).send().await.expect("a reply");
    assert!(done.action.is_none() && done.redirection_url.is_none());
    content(&vendor, 2);
    assert_eq!(vendor.requests()[0].operation(), Some("finish_status"));
}

#[tokio::test]
async fn what_may_have_arrived_is_not_sent_again() {
    let whole = || reply::json(r#"{"action":"approved"}"#);
    let behaviours = [
        ("reset", Behaviour::Reset { reply: whole(), after: 0 }),
        ("reset in the head", Behaviour::Reset { reply: whole(), after: 20 }),
        ("closed", Behaviour::CloseAfterRequest),
        ("garbage", Behaviour::garbage()),
        ("cut", Behaviour::LyingLength { reply: whole(), claimed: 500 }),
        ("HTML under 500", Behaviour::Answer(reply::html(500))),
        ("HTML under 502", Behaviour::Answer(reply::html(502))),
    ];
    for (what, behaviour) in behaviours {
        let server = BadServer::start([behaviour]).expect("a server");
        let error = finish(&server.url()).send().await.expect_err(what);
        assert_eq!((error.kind(), error.attempts()), (ErrorKind::MayHaveArrived, 1), "{what}: {error}");
        // Long enough for a second one, were it on its way.
        tokio::time::sleep(ms(60)).await;
        assert_eq!((server.requests().len(), server.connections()), (1, 1), "{what}");
    }
}

#[tokio::test]
async fn what_was_refused_is_told_and_not_sent_again() {
    for (status, kind) in [(429, ErrorKind::Throttled), (401, ErrorKind::Request), (404, ErrorKind::Request)] {
        let vendor = Op::IncodeStatus.mock().reply(MockReply::status(status)).start().expect("a mock vendor");
        let error = finish(&vendor.url()).send().await.expect_err("a refusal");
        assert_eq!((error.kind(), error.attempts()), (kind, 1), "{status}: {error}");
        content(&vendor, 1);
    }
}

#[tokio::test]
async fn what_never_left_is_sent_again() {
    let port = ClosedPort::new().expect("a port");
    let url = port.url();
    let started = Instant::now();
    let sending = tokio::spawn(async move { finish(&url).send().await });
    tokio::time::sleep(ms(200)).await;
    let server = port.open([Behaviour::Answer(reply::json(r#"{"action":"approved"}"#))]).expect("a server");
    let done = sending.await.expect("a task").expect("a reply");
    assert_eq!((done.action.as_deref(), server.requests().len()), (Some("approved"), 1));
    // `every` of an operation that says none.
    assert!(started.elapsed() >= ms(5_000), "{:?}", started.elapsed());
}
