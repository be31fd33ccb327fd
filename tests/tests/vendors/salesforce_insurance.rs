//! Salesforce Insurance: three look-ups by two routes, JSON inside strings, errors inside a 200, tokens that end.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use serde_json::Value;
use settled::{Credential, ErrorKind, Outcome, Secret, State, Verdict, Wait};
use settled_testkit::{MockReply, MockVendor};
use settled_vendors::salesforce_insurance::{
    Client, PolicyJobBy, PolicyJobCall, PolicyJobInvokeBy, PolicyJobInvokeCall, PolicyJobInvokeReply, PolicyJobReply,
};

use super::support::{JOB, Op, builder, content, example, job, ms, quoted, salesforce_client};

const PROCEDURE: &str = "Policy_AsyncJobStatus";
const POLICY: &str = "0YT5w000000Y8MN";

fn vendor<const N: usize>(bodies: [String; N]) -> MockVendor {
    mock(bodies.map(MockReply::json))
}

fn mock(replies: impl IntoIterator<Item = MockReply>) -> MockVendor {
    Op::SalesforceInvoke.mock().replies(replies).start().expect("a mock vendor")
}

fn by_procedure(vendor: &MockVendor) -> PolicyJobCall {
    salesforce_client(&vendor.url()).policy_job().procedure(PROCEDURE).job_id(JOB)
}

fn by_invoke(vendor: &MockVendor) -> PolicyJobInvokeCall {
    salesforce_client(&vendor.url()).policy_job_invoke().job_id(JOB)
}

async fn succeeds<R: Send + 'static>(wait: Wait<R>) {
    assert_eq!(wait.await.expect("a job").outcome(), Outcome::Succeeded);
}

#[tokio::test]
async fn each_outcome_is_reached_by_both_routes() {
    let cases = [("Success", Outcome::Succeeded), ("Failed", Outcome::Failed), ("Aborted", Outcome::Cancelled)];
    for (word, outcome) in cases {
        let vendor = vendor(["WaitingToProcess", "InProgress", word].map(job));
        let mut waiting = by_procedure(&vendor).wait().every(ms(2)).at_most(ms(2)).start();
        let mut states = Vec::new();
        while let Some(update) = waiting.next().await {
            states.push(update.state().expect("a state"));
        }
        assert_eq!(states[..2], [State::Pending, State::Running], "{word}");
        let done = waiting.await.expect("a job");
        assert_eq!((done.outcome(), done.word(), done.attempts()), (outcome, Some(word), 3));
        assert_eq!((done.code(), done.message()), (Some("INVOKE-200"), Some("OK")));
        let done = by_invoke(&vendor).wait().await.expect("a job");
        assert_eq!((done.outcome(), done.word()), (outcome, Some(word)));
        content(&vendor, 4);
    }
}

#[tokio::test]
async fn each_look_up_goes_out_by_both_routes() {
    let vendor = vendor([job("Success")]);
    let client = salesforce_client(&vendor.url());
    let procedure = || client.policy_job().procedure(PROCEDURE);
    let waits = [
        procedure().job_id("id-1").wait(),
        procedure().policy_id("id-2").wait(),
        procedure().reference_policy_number("id-3").wait(),
        procedure().by(PolicyJobBy::PolicyId("id-2".to_owned())).wait(),
    ];
    for wait in waits {
        succeeds(wait).await;
    }
    let waits = [
        client.policy_job_invoke().job_id("id-1").wait(),
        client.policy_job_invoke().policy_id("id-2").wait(),
        client.policy_job_invoke().reference_policy_number("id-3").wait(),
        client.policy_job_invoke().by(PolicyJobInvokeBy::PolicyId("id-2".to_owned())).wait(),
    ];
    for wait in waits {
        succeeds(wait).await;
    }
    content(&vendor, 8);
    let members = [("jobId", "id-1"), ("policyId", "id-2"), ("referencePolicyNumber", "id-3"), ("policyId", "id-2")];
    let requests = vendor.requests();
    for (at, (member, id)) in members.iter().cycle().take(8).enumerate() {
        let body: Value = serde_json::from_slice(requests[at].body()).expect("JSON");
        let asked = match at < 4 {
            true => body,
            // A string that holds JSON, as the route wants it.
            false => serde_json::from_str(body["input"].as_str().expect("a string")).expect("JSON"),
        };
        assert_eq!(asked, serde_json::json!({ *member: id }), "{at}");
    }
    assert_eq!(requests[0].path(), format!("/services/apexrest/vlocity_ins/v1/integrationprocedure/{PROCEDURE}/"));
    assert_eq!(requests[4].path(), "/services/apexrest/vlocity_ins/v1/invoke/");
    assert_eq!(requests[0].header("authorization"), Some("Bearer t-1"));
}

#[tokio::test]
async fn options_have_the_vendors_precedence_and_none_is_refused() {
    let some = |id: &str| Some(id.to_owned());
    let all = PolicyJobBy::from_options(some("j"), some("p"), some("r")).expect("one");
    assert!(all == PolicyJobBy::JobId("j".to_owned()));
    let two = PolicyJobBy::from_options(None, some("p"), some("r")).expect("one");
    assert!(two == PolicyJobBy::PolicyId("p".to_owned()));
    let last = PolicyJobInvokeBy::from_options(None, None, some("r")).expect("one");
    assert!(last == PolicyJobInvokeBy::ReferencePolicyNumber("r".to_owned()));
    let none = PolicyJobBy::from_options(None, None, None).expect_err("refused");
    assert_eq!(none.input(), "by");
    assert!(none.to_string().contains("`job_id`, `policy_id`, `reference_policy_number`"), "{none}");
    assert!(PolicyJobInvokeBy::from_options(None, None, None).is_err());

    let vendor = vendor([job("Success")]);
    succeeds(salesforce_client(&vendor.url()).policy_job().procedure(PROCEDURE).by(all).wait()).await;
    succeeds(salesforce_client(&vendor.url()).policy_job_invoke().by(last).wait()).await;
    assert_eq!(vendor.requests()[0].inputs(), [("procedure", PROCEDURE), ("job_id", "j")]);
    assert_eq!(vendor.requests()[1].inputs(), [("reference_policy_number", "r")]);
    content(&vendor, 2);
}

#[tokio::test]
async fn replies_are_read_plain_wrapped_and_inside_a_string() {
    let wrapped = |name: &str| format!(r#"{{"{name}":{},"error":"OK"}}"#, job("Success"));
    let vendor = vendor([job("Success"), wrapped("IPResult"), wrapped("response")]);
    let mut ids = Vec::new();
    for _ in 0..3 {
        let done = by_procedure(&vendor).wait().await.expect("a job").into_succeeded().expect("a reply");
        ids.push(match done {
            PolicyJobReply::Job(job) => ("plain", job.job_id),
            PolicyJobReply::JobInIpResult(reply) => ("IPResult", reply.ip_result.job_id),
            PolicyJobReply::JobInResponse(reply) => ("response", reply.response.job_id),
            other => panic!("{other:?}"),
        });
    }
    assert_eq!(ids, ["plain", "IPResult", "response"].map(|place| (place, JOB.to_owned())));
    content(&vendor, 3);

    let vendor = mock([MockReply::json(quoted(&job("InProgress"))), example("salesforce_insurance/success_as_text")]);
    let done = by_invoke(&vendor).wait().every(ms(2)).await.expect("a job");
    assert_eq!((done.outcome(), done.message(), done.attempts()), (Outcome::Succeeded, Some("OK"), 2));
    let PolicyJobInvokeReply::JsonTextJob(job) = done.into_reply().expect("a reply") else { panic!("no text") };
    assert_eq!((job.job_id.as_str(), job.error_code.as_deref()), (JOB, Some("INVOKE-200")));
    content(&vendor, 2);
}

#[tokio::test]
async fn an_error_code_at_any_level_is_the_vendors_error_whatever_the_status_says() {
    let fault = r#""status":"Success","jobId":"j","errorCode":"INVOKE-500","error":"Invalid integer: ""#;
    let bodies = [
        format!("{{{fault}}}"),
        format!(r#"{{"IPResult":{{{fault}}},"error":"OK"}}"#),
        format!(r#"{{"IPResult":{{"success":false,"result":{{{fault}}}}},"error":"OK"}}"#),
        format!(r#"{{"response":{{{fault}}},"error":"OK","status":"Success","jobId":"j"}}"#),
        quoted(&format!("{{{fault}}}")),
    ];
    for body in bodies {
        let vendor = vendor([body.clone()]);
        let errors = [
            by_procedure(&vendor).wait().await.expect_err("an error"),
            by_invoke(&vendor).wait().await.expect_err("an error"),
        ];
        for error in errors {
            assert_eq!((error.kind(), error.last_state()), (ErrorKind::Vendor, None), "{body}: {error}");
            assert_eq!(error.vendor_code(), Some("INVOKE-500"), "{body}");
            assert_eq!(error.vendor_message(), Some("Invalid integer: "), "{body}");
        }
        content(&vendor, 2);
    }
    for file in ["invoke_500_inside", "invoke_500_as_text"] {
        let vendor = mock([example(&format!("salesforce_insurance/{file}"))]);
        let error = by_procedure(&vendor).wait().await.expect_err("an error");
        assert_eq!((error.kind(), error.vendor_code()), (ErrorKind::Vendor, Some("INVOKE-500")), "{file}");
    }
}

#[tokio::test]
async fn a_look_up_by_policy_stays_with_its_job() {
    let replies = || ["WaitingToProcess", "InProgress", "Success"].map(job);
    let vendor = vendor(replies());
    let call = salesforce_client(&vendor.url()).policy_job_invoke().policy_id(POLICY);
    succeeds(call.wait().every(ms(2)).at_most(ms(2))).await;
    let pinned = ("job_id", JOB);
    let requests = vendor.requests();
    let asked: Vec<_> = requests.iter().flat_map(|request| request.inputs()).collect();
    assert_eq!(asked, [("policy_id", POLICY), pinned, pinned]);
    content(&vendor, 3);

    let vendor = self::vendor(replies());
    let call = salesforce_client(&vendor.url()).policy_job().procedure(PROCEDURE).reference_policy_number("R-1");
    succeeds(call.wait().every(ms(2)).at_most(ms(2))).await;
    let requests = vendor.requests();
    assert_eq!(requests[0].input("reference_policy_number"), Some("R-1"));
    assert_eq!(requests[1].inputs(), [("procedure", PROCEDURE), pinned]);
    content(&vendor, 3);
}

#[tokio::test]
async fn a_wrapped_job_is_pinned_too() {
    let wrapped = |name: &str, status: &str| format!(r#"{{"{name}":{},"error":"OK"}}"#, job(status));
    for name in ["IPResult", "response"] {
        let vendor = vendor(["InProgress", "Success"].map(|status| wrapped(name, status)));
        let call = salesforce_client(&vendor.url()).policy_job().procedure(PROCEDURE).policy_id(POLICY);
        succeeds(call.wait().every(ms(2))).await;
        assert_eq!(vendor.requests()[1].inputs(), [("procedure", PROCEDURE), ("job_id", JOB)], "{name}");
    }
}

/// A provider that counts how often it was asked, and gives `t-1`, `t-2` and so on.
fn counting() -> (Credential, Arc<AtomicUsize>) {
    let asked = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&asked);
    let provider = Credential::provider(move || {
        let number = count.fetch_add(1, Ordering::SeqCst) + 1;
        async move { Ok(Secret::new(format!("t-{number}"))) }
    });
    (provider, asked)
}

fn with_token(vendor: &MockVendor, token: impl Into<Credential>) -> PolicyJobInvokeCall {
    let client = Client::builder().base_url(vendor.url()).access_token(token).build().expect("a client");
    client.policy_job_invoke().job_id(JOB)
}

fn ended() -> MockReply {
    MockReply::json(r#"[{"errorCode":"INVALID_SESSION_ID","message":"Session expired or invalid"}]"#).with_status(401)
}

#[tokio::test]
async fn a_provider_is_asked_again_once() {
    let vendor = Op::SalesforceInvoke.mock().setting("access_token", "t-2").reply(MockReply::json(job("Success")));
    let vendor = vendor.start().expect("a mock vendor");
    let (provider, asked) = counting();
    let done = with_token(&vendor, provider).wait().every(ms(2)).await.expect("a job");
    assert_eq!((done.outcome(), done.attempts(), asked.load(Ordering::SeqCst)), (Outcome::Succeeded, 2, 2));
    let headers: Vec<_> =
        vendor.requests().iter().map(|request| request.header("authorization").map(str::to_owned)).collect();
    assert_eq!(headers, [Some("Bearer t-1".to_owned()), Some("Bearer t-2".to_owned())]);
    assert_eq!(vendor.complaints(), ["policy_job_invoke: header `authorization` is not what the spec says"]);
}

#[tokio::test]
async fn a_session_that_ended_asks_the_provider_and_two_in_a_row_are_an_error() {
    let same = || {
        let asked = Arc::new(AtomicUsize::new(0));
        let count = Arc::clone(&asked);
        let provider = Credential::provider(move || {
            count.fetch_add(1, Ordering::SeqCst);
            async { Ok(Secret::new("t-1")) }
        });
        (provider, asked)
    };
    let vendor = mock([ended(), MockReply::json(job("InProgress")), ended(), MockReply::json(job("Success"))]);
    let (provider, asked) = same();
    let mut waiting = with_token(&vendor, provider).wait().every(ms(2)).at_most(ms(2)).start();
    let mut verdicts = Vec::new();
    while let Some(update) = waiting.next().await {
        verdicts.push(update.verdict());
    }
    let (running, done) = (Verdict::State(State::Running), Verdict::State(State::Succeeded));
    assert_eq!(verdicts, [Verdict::CredentialExpired, running, Verdict::CredentialExpired, done]);
    assert_eq!((waiting.await.expect("a job").attempts(), asked.load(Ordering::SeqCst)), (4, 3));
    content(&vendor, 4);

    let vendor = mock([ended()]);
    let (provider, asked) = same();
    let error = with_token(&vendor, provider).wait().every(ms(2)).await.expect_err("a refusal");
    assert_eq!((error.kind(), error.attempts(), asked.load(Ordering::SeqCst)), (ErrorKind::Request, 2, 2), "{error}");
    assert_eq!(error.vendor_code(), Some("INVALID_SESSION_ID"));
    content(&vendor, 2);
}

#[tokio::test]
async fn a_plain_token_that_ended_is_an_error_at_once() {
    let vendor = mock([ended()]);
    for error in [
        by_invoke(&vendor).wait().await.expect_err("a refusal"),
        by_procedure(&vendor).wait().await.expect_err("a refusal"),
    ] {
        assert_eq!((error.kind(), error.attempts()), (ErrorKind::Request, 1), "{error}");
        assert_eq!(error.vendor_code(), Some("INVALID_SESSION_ID"));
    }
    content(&vendor, 2);
}

#[tokio::test]
async fn a_used_up_limit_is_throttling() {
    let body = r#"[{"errorCode":"REQUEST_LIMIT_EXCEEDED","message":"TotalRequests Limit exceeded."}]"#;
    let vendor = mock([MockReply::json(body).with_status(403), MockReply::json(job("Success"))]);
    let done = by_invoke(&vendor).wait().every(ms(2)).await.expect("a job");
    assert_eq!((done.outcome(), done.attempts()), (Outcome::Succeeded, 2));
    content(&vendor, 2);
}

#[tokio::test]
async fn namespace_and_service_are_the_callers() {
    let vendor = builder("salesforce_insurance.yaml")
        .setting("access_token", "t-1")
        .setting("namespace", "omnistudio")
        .setting("service", "vlocity_ins.InsPolicyService")
        .reply(MockReply::json(job("Success")))
        .start()
        .expect("a mock vendor");
    let client = Client::builder().base_url(vendor.url()).access_token("t-1").namespace("omnistudio");
    let client = client.service("vlocity_ins.InsPolicyService").build().expect("a client");
    succeeds(client.policy_job_invoke().job_id(JOB).wait()).await;
    succeeds(client.policy_job().procedure(PROCEDURE).job_id(JOB).wait()).await;
    content(&vendor, 2);
    let client = salesforce_client(&vendor.url());
    let error = client.policy_job_invoke().job_id(JOB).wait().await.expect_err("another path");
    assert_eq!((error.kind(), vendor.complaints().len()), (ErrorKind::Request, 1));
}

#[tokio::test]
async fn bad_procedures_are_refused_before_any_request() {
    let vendor = vendor([job("Success")]);
    let client = salesforce_client(&vendor.url());
    for procedure in ["", ".", "..", "a\tb"] {
        let error = client.policy_job().procedure(procedure).job_id(JOB).wait().await.expect_err("refused");
        assert_eq!((error.kind(), error.attempts()), (ErrorKind::Input, 0), "{procedure:?}: {error}");
        assert!(error.to_string().contains("`procedure`"), "{error}");
    }
    content(&vendor, 0);
}

#[tokio::test]
async fn a_milestone_can_be_waited_for() {
    use settled::Reached;
    use settled_vendors::salesforce_insurance::JobState;
    let vendor = vendor(["WaitingToProcess", "InProgress", "Success"].map(job));
    let reached = by_procedure(&vendor).until([JobState::InProgress]).every(ms(2)).await.expect("a milestone");
    assert!(matches!(reached, Reached::Word(JobState::InProgress, _)), "{reached:?}");
    content(&vendor, 2);
    let reached = by_invoke(&vendor).until([JobState::WaitingToProcess]).await.expect("an end");
    assert!(matches!(reached, Reached::Settled(_)), "{reached:?}");
}
