//! Clients that others wrote, as witnesses: what they send is taken by the mock vendor and says the same as what the
//! generated client sends, and they take the mock vendor's replies. `.ci/deep peers` installs them and runs this.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use serde_json::Value;
use settled::Outcome;
use settled_testkit::{MockReply, MockRequest, MockVendor};
use settled_vendors::{salesforce_insurance_oauth, smile_id, smile_id_v3};

const PARTNER: &str = "001";
const KEY: &str = "apikey";
/// As the spec sends it.
const MOMENT: &str = "2024-01-02T03:04:05.678Z";

/// Where the clients are.
fn installed() -> PathBuf {
    PathBuf::from(std::env::var_os("SETTLED_PEERS").expect("`.ci/deep peers` sets where the clients are"))
}

fn script(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/peers").join(name)
}

fn mock(vendor: &str, settings: &[(&str, &str)], replies: impl IntoIterator<Item = MockReply>) -> MockVendor {
    let spec = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../specs/{vendor}.yaml"));
    let builder = MockVendor::builder(spec).expect("a spec");
    let builder = settings.iter().fold(builder, |builder, (name, value)| builder.setting(*name, *value));
    builder.replies(replies).start().expect("a mock vendor")
}

fn smile() -> MockVendor {
    let enrolled = MockReply::example("fixtures/smile_id/enrolled.json");
    mock("smile_id", &[("partner_id", PARTNER), ("api_key", KEY)], [enrolled])
}

/// Runs a client: what it printed as JSON, or what it complained about.
fn run(name: &str, arguments: &[&str]) -> Result<Value, String> {
    let (installed, script) = (installed(), script(name));
    let is_python = script.extension() == Some(OsStr::new("py"));
    let program = if is_python { installed.join("venv/bin/python") } else { PathBuf::from("node") };
    let certificate = installed.join("tls/cert.pem");
    let ran = Command::new(program)
        .arg(script)
        .args(arguments)
        .env("NODE_PATH", installed.join("node_modules"))
        .env("NODE_EXTRA_CA_CERTS", &certificate)
        .env("SSL_CERT_FILE", &certificate)
        .env("NO_PROXY", "127.0.0.1")
        .output()
        .expect("the client runs");
    match ran.status.success() {
        true => Ok(serde_json::from_slice(&ran.stdout).expect("the client prints JSON")),
        false => Err(String::from_utf8_lossy(&ran.stderr).into_owned()),
    }
}

/// TLS in front of a mock vendor.
struct Tls {
    process: Child,
    url: String,
}

impl Tls {
    fn before(vendor: &MockVendor) -> Tls {
        let (installed, url) = (installed(), vendor.url());
        let mut process = Command::new(installed.join("venv/bin/python"))
            .arg(script("tls.py"))
            .args([installed.join("tls/cert.pem"), installed.join("tls/key.pem")])
            .arg(url.rsplit(':').next().expect("a port"))
            .stdout(Stdio::piped())
            .spawn()
            .expect("TLS runs");
        let mut port = String::new();
        BufReader::new(process.stdout.take().expect("its output")).read_line(&mut port).expect("its port");
        Tls { process, url: format!("https://127.0.0.1:{}", port.trim()) }
    }
}

impl Drop for Tls {
    fn drop(&mut self) {
        self.process.kill().expect("TLS ends");
        self.process.wait().expect("TLS ended");
    }
}

/// What a request says in its line, its body and these headers. Of what is new in each request only that it is there.
fn said(request: &MockRequest, headers: &[&str], changing: &[&str]) -> BTreeMap<String, String> {
    let body: BTreeMap<String, Value> = match request.header("content-type") {
        Some("application/json") => serde_json::from_slice(request.body()).expect("an object"),
        Some("application/x-www-form-urlencoded") => {
            let form = String::from_utf8(request.body().to_vec()).expect("a form");
            let pairs = form.split('&').map(|pair| pair.split_once('=').expect("a pair"));
            pairs.map(|(name, value)| (name.to_owned(), value.into())).collect()
        }
        other => {
            assert!(request.body().is_empty(), "a body of type {other:?}");
            BTreeMap::new()
        }
    };
    let value = |name: &str, value: String| if changing.contains(&name) { "…".to_owned() } else { value };
    let members = body.iter().map(|(name, content)| (name.clone(), value(name, content.to_string())));
    let headers = headers.iter().filter_map(|name| Some((*name, request.header(name)?)));
    let headers = headers.map(|(name, content)| (format!("{name}:"), value(name, content.to_owned())));
    let line = (String::new(), format!("{} {}", request.method(), request.path()));
    members.chain(headers).chain([line]).collect()
}

/// That all of these say the same.
fn compare(what: &str, names: &[&str], requests: &[MockRequest], headers: &[&str], changing: &[&str]) {
    assert_eq!(names.len(), requests.len(), "{what}: {requests:?}");
    let all: Vec<_> = requests.iter().map(|request| said(request, headers, changing)).collect();
    for (name, other) in names.iter().zip(&all).skip(1) {
        assert_eq!(&all[0], other, "{what}: {name} differs from {}", names[0]);
    }
    let parts: Vec<String> = all[0].iter().map(|(name, value)| format!("{name} {value}").trim().to_owned()).collect();
    println!("{what}\n  the same from {}:\n  {}", names.join(", "), parts.join("\n  "));
}

#[tokio::test]
#[ignore = "needs clients that `.ci/deep peers` installs"]
async fn smile_id_is_asked_as_its_own_clients_ask() {
    for (history, image_links) in [(false, false), (true, true)] {
        let vendor = smile();
        let (url, tls) = (vendor.url(), Tls::before(&vendor));
        let options = [PARTNER, KEY, &history.to_string(), &image_links.to_string()];
        let python = run("smile_id.py", &[&[url.as_str()], &options[..], &[MOMENT]].concat());
        let node = run("smile_id.cjs", &[&[tls.url.as_str()], &options[..]].concat());
        assert_eq!(vendor.complaints(), Vec::<String>::new());
        let (python, node) = (python.expect("a reply"), node.expect("a reply"));
        assert_eq!((&python["job_complete"], &python), (&Value::Bool(true), &node));

        let client = smile_id::Client::builder().base_url(url).partner_id(PARTNER).api_key(KEY).build();
        let call = client.expect("a client").job_status().user_id("user").job_id("job-100");
        let done = call.history(history).image_links(image_links).wait().await.expect("a job");
        assert_eq!(done.outcome(), Outcome::Succeeded);

        assert_eq!(vendor.complaints(), Vec::<String>::new());
        let names = ["smile-id-core (Python)", "smile-identity-core (Node)", "the generated client"];
        let changing = ["timestamp", "signature"];
        compare("Smile ID: job_status", &names, &vendor.requests(), &["content-type"], &changing);
    }
}

/// Each of the vendor's clients writes moments in a format of its own. The spec has the one of the documents, which is
/// also Node's, and the mock vendor holds requests to it.
#[test]
#[ignore = "needs clients that `.ci/deep peers` installs"]
fn of_smile_id_in_python_only_the_format_of_moments_differs() {
    let vendor = smile();
    run("smile_id.py", &[&vendor.url(), PARTNER, KEY, "true", "true"]).expect_err("a refusal");
    assert_eq!(vendor.complaints(), ["job_status: `timestamp` is no moment in the format of the spec"]);
    println!("Smile ID: job_status\n  from smile-id-core (Python) with its own moment: {}", vendor.complaints()[0]);
}

#[tokio::test]
#[ignore = "needs clients that `.ci/deep peers` installs"]
async fn smile_id_v3_is_asked_as_its_own_client_asks() {
    const JOB: &str = "job_01h2xcejqtf2nbrexx3vqjhp41";
    let replies = || {
        let reply = |name: &str| MockReply::example(format!("fixtures/smile_id_v3/{name}.json"));
        let replayed = format!(r#"{{"status":"accepted","job_id":"{JOB}","user_id":"u","message":"queued"}}"#);
        let replayed = MockReply::json(replayed).with_status(202);
        [reply("not_found").with_status(404), reply("processing").with_status(202), reply("clear"), replayed]
    };
    let settings = [("partner_id", "2"), ("api_key", KEY)];
    let theirs = mock("smile_id_v3", &settings, replies());
    let tls = Tls::before(&theirs);
    let told = run("smile_id_v3.py", &[&tls.url, "2", KEY, JOB]);
    assert_eq!(theirs.complaints(), Vec::<String>::new());
    assert_eq!(told.expect("a reply"), serde_json::json!({ "status": "clear", "replayed": "accepted" }));

    let ours = mock("smile_id_v3", &settings, replies());
    let client = smile_id_v3::Client::builder().base_url(ours.url()).partner_id("2").api_key(KEY).build();
    let client = client.expect("a client");
    let done = client.verification_status().job_id(JOB).wait().every(Duration::from_millis(10)).await;
    assert_eq!(done.expect("a job").outcome(), Outcome::Succeeded);
    assert_eq!(client.replay_callback().job_id(JOB).send().await.expect("a reply").status, "accepted");

    let headers = ["smileid-partner-id", "smileid-api-key", "smileid-token", "content-type"];
    assert_eq!(ours.complaints(), Vec::<String>::new());
    let (theirs, ours) = (theirs.requests(), ours.requests());
    assert_eq!((theirs.len(), ours.len()), (5, 5));
    for (theirs, ours) in theirs.into_iter().zip(ours) {
        let what = format!("Smile ID v3: {}", ours.operation().expect("an operation"));
        let names = ["usesmileid (Python)", "the generated client"];
        compare(&what, &names, &[theirs, ours], &headers, &["smileid-token"]);
    }
}

#[tokio::test]
#[ignore = "needs clients that `.ci/deep peers` installs"]
async fn salesforce_is_asked_as_jsforce_asks() {
    let job = r#"{"status":"Success","jobId":"7075j00004uK6GjAAK","errorCode":"INVOKE-200","error":"OK"}"#;
    let settings = [("client_id", "id-1"), ("client_secret", "s3cr3t")];
    let vendor = mock("salesforce_insurance_oauth", &settings, [MockReply::json(job)]);
    let client = salesforce_insurance_oauth::Client::builder().base_url(vendor.url()).login_url(vendor.url());
    let client = client.client_id("id-1").client_secret("s3cr3t").build().expect("a client");
    let done = client.policy_job_invoke().job_id("7075j00004uK6GjAAK").wait().await.expect("a job");
    assert_eq!(done.outcome(), Outcome::Succeeded);

    // What is asked of an Apex service is its caller's: here what the generated client asked.
    let asked = vendor.requests().pop().expect("a request");
    let path = asked.path().strip_prefix("/services/apexrest").expect("an Apex service");
    let body = std::str::from_utf8(asked.body()).expect("JSON");
    let told = run("salesforce.cjs", &[&vendor.url(), "id-1", "s3cr3t", path, body]);
    assert_eq!(vendor.complaints(), Vec::<String>::new());
    assert_eq!(told.expect("a reply")["status"], "Success");

    let names = ["the generated client", "jsforce (Node)"];
    let requests = vendor.requests();
    for (at, what) in ["login", "policy_job_invoke"].into_iter().enumerate() {
        let pair = [requests[at].clone(), requests[at + 2].clone()];
        compare(&format!("Salesforce: {what}"), &names, &pair, &["authorization", "content-type"], &["authorization"]);
    }
}
