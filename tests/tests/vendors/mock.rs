//! The mock vendor itself: it must be able to complain, or the tests beside this one prove nothing.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use http::{HeaderMap, StatusCode};
use serde_json::{Value, json};
use settled_testkit::{MockError, MockReply, MockVendor, reply};

use super::support::{Op, PARTNER, builder, content, example, ms, onboarding, signed_body, smile, spec};

settled::vendor!("tests/vendors/acme.yaml");

/// Signed for partner `001` and key `apikey`.
const STAMP: &str = "2023-03-09T21:35:00.279Z";
const SIGNATURE: &str = "bBAIXcEbOvPTLKG0kynBoNXFMaR+aplfbQXVSMveS38=";

/// One request by hand: status, head and body of its reply.
fn ask(vendor: &MockVendor, line: &str, headers: &[(&str, &str)], body: &str) -> (u16, String, String) {
    let mut head =
        format!("{line} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\ncontent-length: {}\r\n", body.len());
    for (name, value) in headers {
        head.push_str(&format!("{name}: {value}\r\n"));
    }
    let mut stream = TcpStream::connect(vendor.url().trim_start_matches("http://")).expect("a connection");
    stream.set_read_timeout(Some(Duration::from_secs(10))).expect("a socket");
    stream.write_all(format!("{head}\r\n{body}").as_bytes()).expect("a socket");
    let mut text = String::new();
    stream.read_to_string(&mut text).expect("a reply");
    let (head, body) = text.split_once("\r\n\r\n").expect("a head");
    (head[9..12].parse().expect("a status"), head.to_owned(), body.to_owned())
}

const JSON: &[(&str, &str)] = &[("content-type", "application/json")];

fn smile_body() -> Value {
    json!({
        "partner_id": PARTNER, "user_id": "u-1", "job_id": "j-1", "image_links": false, "history": false,
        "timestamp": STAMP, "signature": SIGNATURE,
    })
}

fn ask_smile(vendor: &MockVendor, body: &Value) -> (u16, String) {
    let (status, _, body) = ask(vendor, "POST /job_status", JSON, &body.to_string());
    (status, body)
}

const INCODE: [(&str, &str); 4] = [
    ("api-version", "1.0"),
    ("content-type", "application/json"),
    ("x-api-key", "k-1"),
    ("x-incode-hardware-id", "canary-token"),
];

fn incode() -> MockVendor {
    Op::IncodeStatus.mock().reply(MockReply::json(onboarding("UNKNOWN"))).start().expect("a mock vendor")
}

/// The one complaint of a fresh vendor about this request; its reply says the same.
fn complaint(vendor: &MockVendor, line: &str, headers: &[(&str, &str)], body: &str) -> (u16, String) {
    let before = vendor.complaints().len();
    let (status, _, text) = ask(vendor, line, headers, body);
    let complaints = vendor.complaints();
    assert_eq!(complaints.len(), before + 1, "{complaints:?}");
    assert_eq!(complaints[before], text);
    assert!(!text.contains("canary"), "{text}");
    (status, text)
}

#[test]
fn good_requests_get_the_replies_in_order_and_the_last_one_again() {
    let replies = ["1", "2"].map(|body| MockReply::json(body).header("x-own", "yes"));
    let vendor = Op::IncodeStatus.mock().replies(replies).reply(reply::html(500)).start().expect("a mock vendor");
    let asked: Vec<_> = (0..4).map(|_| ask(&vendor, "GET /omni/finish-status", &INCODE, "")).collect();
    assert!(asked[0].1.contains("x-own: yes") && asked[0].1.contains("content-type: application/json"), "{asked:?}");
    assert_eq!(asked.iter().map(|(status, ..)| *status).collect::<Vec<_>>(), [200, 200, 500, 500]);
    assert_eq!((asked[0].2.as_str(), asked[1].2.as_str()), ("1", "2"));
    assert!(asked[2].2.contains("<h1>500</h1>"));
    content(&vendor, 4);
}

#[test]
fn requests_are_written_down_with_their_inputs() {
    let vendor = Op::IncodeStatus.mock().reply(MockReply::status(204)).delay(ms(30)).start().expect("a mock vendor");
    assert_eq!(ask(&vendor, "GET /omni/get/onboarding/status?id=a%2Fb", &INCODE, "").0, 204);
    let requests = vendor.requests();
    let request = &requests[0];
    assert_eq!((request.operation(), request.path()), (Some("onboarding_status"), "/omni/get/onboarding/status"));
    assert_eq!(request.inputs(), [("session_token", "[redacted]"), ("interview_id", "a/b")]);
    assert_eq!((request.input("session_token"), request.input("none")), (Some("canary-token"), None));
    assert_eq!((request.header("x-api-key"), request.method().as_str()), (Some("k-1"), "GET"));
    assert_eq!((request.status(), request.body().len()), (Some(204), 0));
    assert!(request.answered().expect("an answer") - request.arrived() >= ms(30));
    assert!(!format!("{request:?}{vendor:?}").contains("canary"));
    content(&vendor, 1);
}

#[test]
fn wrong_and_missing_headers_are_told() {
    let vendor = incode();
    let with = |name: &str, value: Option<&'static str>| -> Vec<(&'static str, &'static str)> {
        let others = INCODE.into_iter().filter(|(other, _)| *other != name);
        let own = INCODE.into_iter().filter_map(|(other, _)| Some((other, value?)).filter(|_| other == name));
        others.chain(own).collect()
    };
    let cases = [
        (with("x-api-key", Some("canary")), 401, "header `x-api-key` is not what the spec says"),
        (with("x-api-key", None), 401, "header `x-api-key` is missing"),
        (with("x-incode-hardware-id", None), 401, "header `x-incode-hardware-id` is missing"),
        (with("api-version", Some("2.0")), 400, "header `api-version` is not what the spec says"),
        (with("api-version", None), 400, "header `api-version` is missing"),
        ([INCODE.as_slice(), &[("x-api-key", "k-1")]].concat(), 400, "header `x-api-key` is given twice"),
        (
            [INCODE.as_slice(), &[("authorization", "canary")]].concat(),
            400,
            "header `authorization` is not in the spec",
        ),
        ([INCODE.as_slice(), &[("cookie", "canary")]].concat(), 400, "header `cookie` is not in the spec"),
    ];
    for (headers, status, text) in cases {
        let told = complaint(&vendor, "GET /omni/finish-status", &headers, "");
        assert_eq!(told, (status, format!("finish_status: {text}")));
    }
    assert_eq!(ask(&vendor, "GET /omni/finish-status", &INCODE, "").0, 200);
}

#[test]
fn unknown_paths_methods_queries_and_bodies_are_told() {
    let vendor = incode();
    for line in
        ["GET /nope", "POST /omni/finish-status", "GET /omni/finish-status/", "GET /", "GET //omni/finish-status"]
    {
        assert_eq!(complaint(&vendor, line, &INCODE, "").0, 404, "{line}");
    }
    assert_eq!(vendor.requests()[0].operation(), None);
    let status = "/omni/get/onboarding/status";
    let cases = [
        (format!("GET {status}?id=1&id=2"), "", "query parameter `id` is given twice"),
        (format!("GET {status}?id=1&x=canary"), "", "query parameter `x` is not in the spec"),
        (format!("GET {status}?x"), "", "query parameter `x` is not in the spec"),
        (format!("GET {status}"), "{}", "there is a body, and the spec has none"),
    ];
    for (line, body, text) in cases {
        assert_eq!(complaint(&vendor, &line, &INCODE, body), (400, format!("onboarding_status: {text}")));
    }
    let idwise = Op::IdwiseSummary.mock().reply(MockReply::status(200)).start().expect("a mock vendor");
    assert_eq!(complaint(&idwise, "GET /journey/v2/summary/", &[], "").0, 404);
    assert_eq!(complaint(&idwise, "GET /journey/v2/summary/a/b", &[], "").0, 404);
}

#[test]
fn members_must_be_those_of_the_spec() {
    let vendor = smile([MockReply::json("{}")]);
    assert_eq!(ask_smile(&vendor, &smile_body()).0, 200);
    let change = |name: &str, value: Value| {
        let mut body = smile_body();
        body[name] = value;
        body
    };
    let mut without = smile_body();
    without.as_object_mut().expect("an object").remove("user_id");
    let cases = [
        (change("extra", json!("canary")), "`extra` in the body is not in the spec"),
        (without, "`user_id` in the body is missing"),
        (change("user_id", json!(7)), "`user_id` in the body is not what the spec says"),
        (change("user_id", json!(null)), "`user_id` in the body is not what the spec says"),
        (change("history", json!("true")), "`history` in the body is not what the spec says"),
        (change("partner_id", json!("1")), "`partner_id` in the body is not what the spec says"),
        (json!(["canary"]), "the body has another type than the spec says"),
        (json!("canary"), "the body has another type than the spec says"),
    ];
    for (body, text) in cases {
        let told = complaint(&vendor, "POST /job_status", JSON, &body.to_string());
        assert_eq!(told, (400, format!("job_status: {text}")));
    }
    let told = complaint(&vendor, "POST /job_status", JSON, "{canary");
    assert_eq!(told, (400, "job_status: the body is not JSON".to_owned()));
    let told = complaint(&vendor, "POST /job_status", &[], &smile_body().to_string());
    assert_eq!(told, (400, "job_status: header `content-type` is not `application/json`".to_owned()));
}

#[test]
fn signatures_are_computed_again_from_the_timestamp_of_the_request() {
    let vendor = smile([MockReply::json("{}")]);
    for (stamp, signature) in
        [(STAMP, "AAAIXcEbOvPTLKG0kynBoNXFMaR+aplfbQXVSMveS38="), (STAMP, ""), ("2023-03-09T21:35:00.280Z", SIGNATURE)]
    {
        let mut body = smile_body();
        (body["timestamp"], body["signature"]) = (json!(stamp), json!(signature));
        let told = complaint(&vendor, "POST /job_status", JSON, &body.to_string());
        assert_eq!(told, (401, "job_status: `signature` in the body is not what the spec says".to_owned()));
    }
    // Another format of the moment, signed well: a vector of the vendor's other SDKs.
    let mut body = smile_body();
    body["timestamp"] = json!("2024-01-02T03:04:05.678901+00:00");
    body["signature"] = json!("W9Y5Z/fCVYnNd2q3q8yk5RH5L4CVESHO46DmT2aWsQw=");
    let told = complaint(&vendor, "POST /job_status", JSON, &body.to_string());
    assert_eq!(told, (400, "job_status: `timestamp` is no moment in the format of the spec".to_owned()));
    let mut body = smile_body();
    body.as_object_mut().expect("an object").remove("timestamp");
    assert_eq!(ask_smile(&vendor, &body).0, 401);
    let last = vendor.complaints().split_off(4);
    assert_eq!(last[0], "job_status: `timestamp` in the body is missing");
    assert!(last[1].starts_with("job_status: `signature` in the body cannot be checked"), "{last:?}");
}

#[test]
fn haste_is_told() {
    let vendor = Op::IdwiseSummary.mock().reply(MockReply::status(200)).delay(ms(500)).start().expect("a mock vendor");
    let basic = [("authorization", "Basic a2V5OnNlY3JldA==")];
    let line = "GET /journey/v2/summary/j";
    std::thread::scope(|scope| {
        let slow = scope.spawn(|| ask(&vendor, line, &basic, "").0);
        std::thread::sleep(ms(100));
        let told = complaint(&vendor, line, &basic, "");
        assert_eq!(told, (429, "journey_summary: came while another call was under way".to_owned()));
        assert_eq!(slow.join().expect("a thread"), 200);
    });
    let (status, text) = complaint(&vendor, line, &basic, "");
    assert!(status == 429 && text.contains("after the end of the call before, and not 2s"), "{text}");
}

#[test]
fn crowds_are_told_and_what_has_not_changed() {
    let folder = std::env::temp_dir().join(format!("settled-crowd-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let path = folder.join("crowd.yaml");
    let spec = "vendor: Crowd
operations:
  some: { get: /some, reply: nothing, etag: true, limits: { rates: [2 per 1m] } }
  one: { get: /one, reply: nothing, limits: { concurrent: 1 } }
";
    std::fs::write(&path, spec).expect("a file");
    let mock = MockVendor::builder(&path).expect("a spec").reply(MockReply::status(200).header("etag", "\"7\""));
    let vendor = mock.delay(ms(300)).start().expect("a mock vendor");
    std::fs::remove_dir_all(&folder).expect("a folder");
    let some = |headers: &[(&str, &str)]| complaint(&vendor, "GET /some", headers, "");
    assert_eq!(ask(&vendor, "GET /some", &[("if-none-match", "\"6\"")], "").0, 200);
    let (status, _, body) = ask(&vendor, "GET /some", &[("if-none-match", "\"7\"")], "");
    assert_eq!((status, body.as_str()), (304, ""));
    assert_eq!(some(&[]), (429, "some: is call 3 within 60s, and not one of 2".to_owned()));
    std::thread::scope(|scope| {
        let slow = scope.spawn(|| ask(&vendor, "GET /one", &[], "").0);
        std::thread::sleep(ms(100));
        let told = complaint(&vendor, "GET /one", &[], "");
        assert_eq!(told, (429, "one: is call 2 at once, and not one of 1".to_owned()));
        assert_eq!(slow.join().expect("a thread"), 200);
    });
    assert_eq!(ask(&vendor, "GET /one", &[], "").0, 200);
}

#[test]
fn exactly_one_is_one_and_inner_json_is_looked_at() {
    let vendor = Op::SalesforceInvoke.mock().reply(MockReply::json("{}")).start().expect("a mock vendor");
    let headers = [JSON, &[("authorization", "Bearer t-1")]].concat();
    let line = "POST /services/apexrest/vlocity_ins/v1/invoke/";
    let body = |input: &str, options: &str| {
        json!({ "sClassName": "InsPolicyService", "sMethodName": "getPolicyAsyncJobStatus", "input": input,
                "options": options })
        .to_string()
    };
    assert_eq!(ask(&vendor, line, &headers, &body(r#"{ "jobId": "j" }"#, "{}")).0, 200);
    assert_eq!(vendor.requests()[0].inputs(), [("job_id", "j")]);
    let one = "exactly one of `job_id`, `policy_id`, `reference_policy_number` must be given, and there are";
    let cases = [
        (body("{}", "{}"), format!("{one} 0")),
        (body(r#"{"jobId":"j","policyId":"p"}"#, "{}"), format!("{one} 2")),
        (
            body(r#"{"jobId":"j","x":"canary"}"#, "{}"),
            "`x` in the JSON inside `input` in the body is not in the spec".to_owned(),
        ),
        (body(r#"{"jobId":"j"}"#, "canary"), "`options` in the body is not what the spec says".to_owned()),
    ];
    for (body, text) in cases {
        assert_eq!(complaint(&vendor, line, &headers, &body), (400, format!("policy_job_invoke: {text}")));
    }
    assert_eq!(ask(&vendor, line, &headers, &body("canary", "{}")).0, 400);
    assert!(vendor.complaints().iter().any(|text| text.contains("`input` in the body holds no JSON")));
}

#[test]
fn replies_are_signed_as_the_vendor_signs() {
    let replies = [
        MockReply::json(signed_body().replace(SIGNATURE, "...")),
        MockReply::json(format!(r#"{{"timestamp":"{STAMP}"}}"#)),
        MockReply::json(signed_body().replace(SIGNATURE, "...")).unsigned(),
        MockReply::json(signed_body()).signed_with("another"),
        MockReply::json(signed_body()).with_timestamp("2024-01-02T03:04:05.678901+00:00"),
        MockReply::json(signed_body()).with_timestamp("2023-03-09T21:35:00.280Z").unsigned(),
        MockReply::json(r#"{"error":"no","code":"2205"}"#).with_status(400),
        MockReply::new(StatusCode::OK, HeaderMap::new(), "not JSON"),
        MockReply::json("[]").with_timestamp("x"),
    ];
    let vendor = smile(replies);
    let mut bodies = (0..9).map(|_| ask_smile(&vendor, &smile_body()));
    let mut signature = || {
        let (status, body) = bodies.next().expect("a reply");
        let body: Value = serde_json::from_str(&body).unwrap_or(Value::Null);
        (status, body["timestamp"].clone(), body["signature"].clone())
    };
    assert_eq!(signature(), (200, json!(STAMP), json!(SIGNATURE)));
    assert_eq!(signature(), (200, json!(STAMP), json!(SIGNATURE)));
    assert_eq!(signature(), (200, json!(STAMP), json!("...")));
    let (_, _, wrong) = signature();
    assert!(wrong != json!(SIGNATURE) && wrong.as_str().is_some_and(|text| text.len() == 44), "{wrong}");
    let moment = json!("2024-01-02T03:04:05.678901+00:00");
    assert_eq!(signature(), (200, moment, json!("W9Y5Z/fCVYnNd2q3q8yk5RH5L4CVESHO46DmT2aWsQw=")));
    assert_eq!(signature(), (200, json!("2023-03-09T21:35:00.280Z"), json!(SIGNATURE)));
    assert_eq!(signature(), (400, Value::Null, Value::Null));
    assert_eq!(bodies.next().expect("a reply"), (200, "not JSON".to_owned()));
    assert_eq!(vendor.complaints(), Vec::<String>::new());
    assert_eq!(bodies.next().expect("a reply").0, 500);
    assert!(vendor.complaints()[0].contains("no place for the timestamp"), "{:?}", vendor.complaints());
}

#[test]
fn what_cannot_be_started_says_why() {
    let told = |error: Result<MockVendor, MockError>| error.expect_err("an error").to_string();
    let incode = || builder("incode.yaml").reply(MockReply::status(200));
    assert!(told(incode().start()).contains("`api_key` is missing; call `.setting(\"api_key\", …)`"));
    assert!(told(incode().setting("api_kex", "k").start()).contains("`api_kex` is no setting"));
    assert!(told(Op::IncodeStatus.mock().start()).contains("call `.reply(…)`"));
    let with = |reply: MockReply| told(Op::IncodeStatus.mock().reply(reply).start());
    assert!(with(example("incode/none")).contains("`fixtures/incode/none.json`"));
    assert!(with(MockReply::example("../Cargo.toml")).contains("without `..`"));
    assert!(with(MockReply::status(7)).contains("7 is no HTTP status"));
    assert!(with(MockReply::status(200).header("a b", "c")).contains("`a b` is no header name"));
    assert!(with(MockReply::status(200).header("a", "b\nc")).contains("the value of `a`"));

    let missing = MockVendor::builder(spec("none.yaml")).expect_err("an error");
    assert!(matches!(missing, MockError::Spec(_)) && missing.to_string().contains("none.yaml"), "{missing}");
    let folder = std::env::temp_dir().join(format!("settled-mock-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    std::fs::write(folder.join("bad.yaml"), "vendor: Bad\noperatons: {}\n").expect("a file");
    let bad = MockVendor::builder(folder.join("bad.yaml")).expect_err("an error").to_string();
    std::fs::remove_dir_all(&folder).expect("a folder");
    assert!(bad.contains("bad.yaml:2:1") && bad.contains("`operatons`"), "{bad}");
}

fn acme(replies: impl IntoIterator<Item = MockReply>) -> MockVendor {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/vendors/acme.yaml");
    let acme = MockVendor::builder(path).expect("a spec").setting("key", "k-1");
    acme.replies(replies).start().expect("a mock vendor")
}

#[tokio::test]
async fn a_generated_client_and_the_mock_agree_on_all_that_the_language_computes() {
    let vendor = acme([
        MockReply::json(r#"{"state":"open"}"#),
        MockReply::json(r#"{"state":"done"}"#),
        MockReply::json(r#"{"ok":true}"#),
    ]);
    let client = acme::Client::builder().base_url(vendor.url()).key("k-1").build().expect("a client");
    let id = "a/b ü%2F?#&=+";
    let part = client.part().report_id(id).number(-7).limit(3).wait().every(ms(1)).await.expect("a report");
    assert_eq!(part.attempts(), 2);
    assert!(client.change().report_id(id).count(12).send().await.expect("a change").ok);
    content(&vendor, 3);
    let requests = vendor.requests();
    let inputs = [("report_id", id), ("number", "-7"), ("limit", "3"), ("full", "false")];
    assert_eq!(requests[1].inputs(), inputs);
    assert_eq!(requests[2].inputs(), [("report_id", id), ("count", "12"), ("urgent", "true")]);
    assert!(requests.windows(2).all(|pair| pair[1].arrived() - pair[0].answered().expect("an answer") >= ms(60)));
}

#[tokio::test]
async fn another_key_or_account_is_told_in_every_place_that_it_has_part_in() {
    let vendor = acme([MockReply::json(r#"{"state":"done"}"#)]);
    let builder = || acme::Client::builder().base_url(vendor.url());
    let started = Instant::now();
    let client = builder().key("k-2").build().expect("a client");
    let error = client.part().report_id("r").number(1).wait().await.expect_err("a refusal");
    assert_eq!((error.kind(), error.http_status()), (settled::ErrorKind::Request, Some(StatusCode::UNAUTHORIZED)));
    let told = |place: &str| format!("part: {place} is not what the spec says");
    assert_eq!(vendor.complaints(), [told("header `x-key`"), told("header `x-proof`")]);
    tokio::time::sleep(ms(80)).await;
    let client = builder().key("k-1").account("acc-2").build().expect("a client");
    client.part().report_id("r").number(1).wait().await.expect_err("a refusal");
    let places = ["query parameter `account`", "header `x-proof`", "header `x-digest`", "header `x-pair`"];
    assert_eq!(vendor.complaints()[2..], places.map(told));
    assert!(started.elapsed() < Duration::from_secs(5));
}
