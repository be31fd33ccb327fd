//! Whole flows of vendors: sessions and journeys from their start to their result, log-ins that end, HTTP statuses that
//! are states.

use serde_json::{Value, json};
use settled::{ErrorKind, Outcome, State};
use settled_testkit::{Answer, MockReply, MockVendor, Script, VirtualClock, reply, run};
use settled_vendors::{idwise, incode, salesforce_insurance_oauth, smile_id_v3};

use super::support::{JOB, Op, builder, content, example, idwise_client, incode_client, job, ms, onboarding};

const V3_JOB: &str = "job_01h2xcejqtf2nbrexx3vqjhp41";

#[tokio::test]
async fn a_session_of_incode_goes_from_its_start_to_its_score() {
    let replies = [
        MockReply::json(r#"{"token":"canary","interviewId":"i-1","interviewCode":"7","clientId":"c","env":"demo"}"#),
        MockReply::json(onboarding("ID_VALIDATION_FINISHED")),
        MockReply::json(r#"{"action":"approved"}"#),
        MockReply::json(onboarding("ONBOARDING_FINISHED")),
        example("incode/score"),
        MockReply::json(r#"{"overall":{"status":"FAIL","value":"12.0"},"reasonMsg":"Liveness"}"#),
    ];
    let vendor = Op::IncodeStatus.mock().replies(replies).start().expect("a mock vendor");
    let client = incode_client(&vendor.url());
    let started = client.onboarding().submit().configuration_id("flow").external_customer_id("e-1").send();
    let session = started.await.expect("a session");
    let handle = session.handle();
    assert_eq!(handle.interview_id, "i-1");
    assert!(!format!("{session:?}{handle:?}").contains("canary"), "{handle:?}");
    assert_eq!(session.poll_once().await.expect("a reply").state(), Some(State::Running));

    // Where the vendor's page does not end the session, the program does, by the token that was kept.
    client.finish_status().session_token(handle.session_token.clone()).send().await.expect("a reply");
    let found = client.onboarding().at(incode::OnboardingHandle::new(handle.session_token.clone(), "i-1"));
    let done = found.wait().every(ms(2)).await.expect("a session");
    assert_eq!((done.outcome(), done.is_revisable()), (Outcome::Succeeded, true));
    let score = done.result().await.expect("a score");
    assert_eq!(score.overall.as_ref().map(|overall| overall.status.as_str()), Some("OK"));

    let judged = client.score().session_token(handle.session_token.clone()).wait().await.expect("a score");
    assert_eq!((judged.outcome(), judged.message()), (Outcome::Rejected, Some("Liveness")));
    content(&vendor, 6);
    let asked = vendor.requests();
    let body: Value = serde_json::from_slice(asked[0].body()).expect("JSON");
    assert_eq!(body, json!({ "configurationId": "flow", "countryCode": "ALL", "externalCustomerId": "e-1" }));
    assert_eq!(asked[0].header("x-incode-hardware-id"), None);
    for request in &asked[1..] {
        assert_eq!(request.header("x-incode-hardware-id"), Some("canary"), "{request:?}");
    }
    let sessions: Vec<_> = asked[1..].iter().map(|request| request.input("interview_id")).collect();
    assert_eq!(sessions, [Some("i-1"), None, Some("i-1"), Some("i-1"), None]);
}

#[tokio::test]
async fn a_journey_of_idwise_is_started_once_and_found_again() {
    let started = r#"{"journey_id":"6568c0f","reference_no":"r-1","is_completed":false,"step_summaries":[]}"#;
    let replies = [MockReply::json(started), example("idwise/completed_passed")];
    let vendor = Op::IdwiseSummary.mock().replies(replies).start().expect("a mock vendor");
    let client = idwise_client(&vendor.url());
    let journey = client.journey().submit().flow_id("f-1").reference_no("r-1").send().await.expect("a journey");
    let found = client.journey().at(idwise::JourneyHandle::new(journey.handle().journey_id.clone()));
    assert_eq!(found.wait().await.expect("a journey").outcome(), Outcome::Succeeded);
    content(&vendor, 2);
    let body: Value = serde_json::from_slice(vendor.requests()[0].body()).expect("JSON");
    assert_eq!(body, json!({ "flow_id": "f-1", "reference_no": "r-1" }));
    assert_eq!(vendor.requests()[1].path(), "/journey/v2/summary/6568c0f");
}

fn v3(replies: impl IntoIterator<Item = MockReply>) -> (MockVendor, smile_id_v3::Client) {
    let mock = builder("smile_id_v3.yaml").setting("partner_id", "2").setting("api_key", "k-1");
    let vendor = mock.replies(replies).start().expect("a mock vendor");
    let client = smile_id_v3::Client::builder().base_url(vendor.url()).partner_id("2").api_key("k-1").build();
    (vendor, client.expect("a client"))
}

fn v3_reply(name: &str) -> MockReply {
    example(&format!("smile_id_v3/{name}"))
}

#[tokio::test]
async fn smile_id_v3_tells_states_by_the_http_status() {
    let replies = [v3_reply("not_found").with_status(404), v3_reply("processing").with_status(202), v3_reply("clear")];
    let (vendor, client) = v3(replies);
    let mut waiting = client.verification_status().job_id(V3_JOB).wait().every(ms(2)).start();
    let mut states = Vec::new();
    while let Some(update) = waiting.next().await {
        states.push(update.state().expect("a state"));
    }
    assert_eq!(states, [State::Pending, State::Running, State::Succeeded]);
    assert_eq!(waiting.await.expect("a job").message(), Some("Job completed"));
    content(&vendor, 4);
    assert_eq!(vendor.tokens_given("session"), 1);
}

#[tokio::test]
async fn a_token_of_smile_id_v3_is_fetched_anew_once_it_is_refused() {
    let (vendor, client) = v3([v3_reply("processing").with_status(202), v3_reply("clear")]);
    let call = || client.verification_status().job_id(V3_JOB);
    assert_eq!(call().poll_once().await.expect("a reply").state(), Some(State::Running));
    vendor.revoke_tokens();
    assert_eq!(call().wait().await.expect("a job").outcome(), Outcome::Succeeded);
    assert_eq!((vendor.tokens_given("session"), vendor.complaints()), (2, Vec::new()));
}

fn oauth(script: &Script, clock: &VirtualClock) -> salesforce_insurance_oauth::Client {
    let builder = salesforce_insurance_oauth::Client::builder().production().my_domain("acme").client_id("c");
    builder.client_secret("s").transport(script.clone()).clock(clock.clone()).build().expect("a client")
}

fn login(token: &str, instance: &str) -> Answer {
    let body = json!({ "access_token": token, "instance_url": instance, "id": "x", "issued_at": "1700000000000" });
    Answer::json(body.to_string())
}

#[test]
fn salesforce_is_asked_where_the_log_in_says_and_logs_in_again() {
    let ended = r#"[{"errorCode":"INVALID_SESSION_ID","message":"Session expired or invalid"}]"#;
    let clock = VirtualClock::auto();
    let answers = [
        login("t-1", "https://acme-2.my.salesforce.com"),
        Answer::json(job("InProgress")),
        Answer::Reply(reply::json_status(401, ended)),
        login("t-2", "https://acme-2.my.salesforce.com"),
        Answer::json(job("Success")),
    ];
    let script = Script::exact(clock.clone(), answers);
    let client = oauth(&script, &clock);
    let done = run(&clock, async { client.policy_job_invoke().job_id(JOB).wait().await }).expect("a job");
    assert_eq!(done.outcome(), Outcome::Succeeded);
    let asked = script.requests();
    let seen: Vec<_> = asked.iter().map(|sent| (sent.uri().host().unwrap(), sent.header("authorization"))).collect();
    let (login, instance) = ("acme.my.salesforce.com", "acme-2.my.salesforce.com");
    let (first, second) = (Some("Bearer t-1"), Some("Bearer t-2"));
    assert_eq!(seen, [(login, None), (instance, first), (instance, first), (login, None), (instance, second)]);
}

#[test]
fn salesforce_is_not_asked_elsewhere() {
    for instance in
        ["https://acme.my.salesforce.com.evil.example", "https://evil.example", "http://acme.my.salesforce.com"]
    {
        let clock = VirtualClock::auto();
        let script = Script::exact(clock.clone(), [login("canary", instance)]);
        let client = oauth(&script, &clock);
        let error = run(&clock, async { client.policy_job_invoke().job_id(JOB).wait().await }).expect_err("a refusal");
        assert_eq!((error.kind(), script.requests().len()), (ErrorKind::Credential, 1), "{instance}: {error}");
        assert!(!format!("{error} {error:?}").contains("canary"), "{error:?}");
    }
}
