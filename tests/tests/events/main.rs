//! What vendors send by themselves: believed only with its proof, and in time.

use std::time::Duration;

use http::HeaderMap;
use settled::{Clock as _, Credential, ErrorKind, Outcome, Push, State, Verdict};
use settled_testkit::{Answer, Script, VirtualClock, reply, run};

mod shared;
mod signed;

settled::vendor!("tests/events/acme.yaml");

use acme::{Client, ExportingHandle};

const SVIX: &str = "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
const SLACK: &str = "8f742231b10e8888abcd99yyyzzz85a5";
const GITHUB: &str = "It's a Secret to Everybody";

fn client(key: impl Into<Credential>, answers: impl IntoIterator<Item = Answer>) -> (Client, Script, VirtualClock) {
    let clock = VirtualClock::new();
    let script = Script::repeating(clock.clone(), answers);
    let builder = Client::builder().production().key(key).svix_secret(SVIX).slack_secret(SLACK).github_secret(GITHUB);
    (builder.transport(script.clone()).clock(clock.clone()).build().expect("a client"), script, clock)
}

fn silent() -> (Client, VirtualClock) {
    let (client, _, clock) = client("k", [Answer::Reply(reply::empty(500))]);
    (client, clock)
}

fn headers<'h>(all: impl IntoIterator<Item = (&'static str, &'h str)>) -> HeaderMap {
    all.into_iter().map(|(name, value)| (name.parse().expect("a name"), value.parse().expect("a value"))).collect()
}

/// The hexadecimal HMAC-SHA256 of a text, by another implementation than the runtime's own.
fn mac(key: &str, text: &str) -> String {
    let mac = aws_hmac(key.as_bytes(), text.as_bytes());
    mac.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn aws_hmac(key: &[u8], text: &[u8]) -> Vec<u8> {
    use sha2::{Digest as _, Sha256};
    let mut block = [0_u8; 64];
    block[..key.len()].copy_from_slice(key);
    let pad = |byte: u8| block.map(|one| one ^ byte);
    let inner = Sha256::new().chain_update(pad(0x36)).chain_update(text).finalize();
    Sha256::new().chain_update(pad(0x5c)).chain_update(inner).finalize().to_vec()
}

/// The headers of an event of this body, sent at this moment.
fn signed(body: &str, sent: u64, key: &str) -> HeaderMap {
    let signature = format!("t={sent},v1=00,v1={},v0=x", mac(key, &format!("{sent}.{body}")));
    headers([("acme-signature", signature.as_str())])
}

fn now(clock: &VirtualClock) -> u64 {
    clock.now().wall.as_secs()
}

const DONE: &str = r#"{ "type": "export.done", "data": { "id": "e-1", "state": "done" } }"#;

#[test]
fn an_event_with_its_proof_says_what_has_happened_and_to_which_job() {
    let (client, _, clock) = client("k", [Answer::Reply(reply::json(r#"{ "id": "e-1", "state": "done" }"#))]);
    let mut headers = signed(DONE, now(&clock), "k");
    headers.insert("x-region", "eu".parse().expect("a value"));
    let event = run(&clock, async { client.export_done().receive(&headers, DONE).await }).expect("an event");
    assert_eq!((event.state(), event.word()), (Some(State::Succeeded), Some("done")));
    let handle = event.job().handle();
    assert_eq!((handle.export_id.as_str(), handle.region.as_deref()), ("e-1", Some("eu")));
    let done = run(&clock, event.job().wait().into_future()).expect("an outcome");
    assert_eq!(done.outcome(), Outcome::Succeeded);
    assert_eq!(event.decode().expect("its body").data.id, "e-1");
}

#[test]
fn an_event_with_a_wrong_proof_says_nothing() {
    let (client, clock) = silent();
    let at = now(&clock);
    let without = headers([]);
    let hook = client.export_done();
    for (case, headers, body) in [
        ("another key", signed(DONE, at, "other"), DONE),
        (
            "another body",
            signed(DONE, at, "k"),
            r#"{ "type": "export.done", "data": { "id": "e-2", "state": "done" } }"#,
        ),
        ("white space", signed(DONE, at, "k"), r#"{"type":"export.done","data":{"id":"e-1","state":"done"}}"#),
        ("no header", without, DONE),
        ("no pairs", headers([("acme-signature", "")]), DONE),
        (
            "two moments",
            headers([("acme-signature", format!("t={at},t=1,v1={}", mac("k", &format!("{at}.{DONE}"))).as_str())]),
            DONE,
        ),
        ("no moment", headers([("acme-signature", format!("v1={}", mac("k", &format!(".{DONE}"))).as_str())]), DONE),
        ("no proof", headers([("acme-signature", format!("t={at}").as_str())]), DONE),
    ] {
        let error = run(&clock, async { hook.receive(&headers, body).await }).expect_err(case);
        assert_eq!((error.kind(), error.last_state()), (ErrorKind::Unverified, None), "{case}");
        assert!(!format!("{error} {error:?}").contains("e-1"), "{case}");
    }
}

#[test]
fn an_event_is_believed_only_for_a_while() {
    let (client, clock) = silent();
    let at = now(&clock);
    for (sent, is_fresh) in
        [(at, true), (at - 300, true), (at + 300, true), (at - 301, false), (at + 301, false), (0, false)]
    {
        let headers = signed(DONE, sent, "k");
        let told = run(&clock, async { client.export_done().receive(&headers, DONE).await });
        assert_eq!(
            told.map(|event| event.verdict()).map_err(|error| error.kind()),
            match is_fresh {
                true => Ok(Verdict::State(State::Succeeded)),
                false => Err(ErrorKind::Unverified),
            }
        );
    }
}

#[test]
fn an_event_of_another_shape_is_an_error_and_one_with_a_new_word_is_not() {
    let (client, clock) = silent();
    let receive = |body: &'static str| {
        let headers = signed(body, now(&clock), "k");
        run(&clock, async { client.export_done().receive(&headers, body).await })
    };
    let unknown = receive(r#"{ "type": "x", "data": { "id": "e-1", "state": "new" } }"#).expect("an event");
    assert_eq!((unknown.verdict(), unknown.state()), (Verdict::Unknown, None));
    for body in [r#"{ "type": "x" }"#, r#"{ "type": "x", "data": { "state": "done" } }"#, "[]", "not JSON", ""] {
        let error = receive(body).expect_err(body);
        assert_eq!(error.kind(), ErrorKind::Decode, "{body}: {error}");
    }
}

#[test]
fn an_event_without_a_proof_is_a_reason_to_ask_and_no_more() {
    let (client, clock) = silent();
    let event = run(&clock, async { client.changed().receive(&HeaderMap::new(), r#"{ "id": "e-7" }"#).await });
    let event = event.expect("an event");
    assert_eq!((event.state(), event.job().handle().export_id.as_str()), (None, "e-7"));
}

/// What the vendors' own documents show: GitHub, "Validating webhook deliveries"; Svix, "Verifying webhooks manually"; Slack,
/// "Verifying requests from Slack".
#[test]
fn proofs_of_the_usual_shapes_are_those_that_the_vendors_show() {
    let (client, script, clock) = client("k", [Answer::Reply(reply::empty(500))]);
    let github =
        headers([("x-hub-signature-256", "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17")]);
    let event = run(&clock, async { client.github().receive(&github, "Hello, World!").await });
    assert_eq!(event.expect("an event").decode().expect("a text"), "Hello, World!");
    assert!(run(&clock, async { client.github().receive(&github, "Hello, World?").await }).is_err());

    let body = "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";
    let slack = headers([
        ("x-slack-request-timestamp", "1531420618"),
        ("x-slack-signature", "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503"),
    ]);
    assert!(run(&clock, async { client.slack().receive(&slack, body).await }).is_ok());

    clock.set_wall(Duration::from_secs(1_614_265_330));
    let svix = |signatures: &str| {
        headers([
            ("svix-id", "msg_p5jXN8AQM9LWM0D4loKWxJek"),
            ("svix-timestamp", "1614265330"),
            ("svix-signature", signatures),
        ])
    };
    let right = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
    for (signatures, is_right) in [
        (right.to_owned(), true),
        (format!("v1,AAAA {right} v2,BBBB"), true),
        (right.replace("v1", "v2"), false),
        (right.replace("g0", "g1"), false),
    ] {
        let headers = svix(&signatures);
        let told = run(&clock, async { client.svix().receive(&headers, r#"{"test": 2432232314}"#).await });
        assert_eq!(told.is_ok(), is_right, "{signatures}");
        // As the vendor shows the key, with what Standard Webhooks writes before it.
        let builder = Client::builder().production().key("k").svix_secret(format!("whsec_{SVIX}"));
        let builder = builder.slack_secret(SLACK).github_secret(GITHUB).clock(clock.clone());
        let client = builder.transport(script.clone()).build().expect("a client");
        let told = run(&clock, async { client.svix().receive(&headers, r#"{"test": 2432232314}"#).await });
        assert_eq!(told.is_ok(), is_right, "{signatures}");
    }
}

#[test]
fn an_event_whose_key_was_left_out_is_not_believed() {
    let (_, script, clock) = client("k", [Answer::Reply(reply::empty(500))]);
    let builder = Client::builder().production().key("k").svix_secret(SVIX).slack_secret(SLACK);
    let client = builder.transport(script).clock(clock.clone()).build().expect("a client");
    // What anybody can make of an empty key.
    let signature = format!("sha256={}", mac("", "Hello, World!"));
    let headers = headers([("x-hub-signature-256", signature.as_str())]);
    let error = run(&clock, async { client.github().receive(&headers, "Hello, World!").await }).expect_err("no key");
    assert_eq!(error.kind(), ErrorKind::Unverified);
}

#[test]
fn rules_that_need_no_proof_of_a_reply_need_one_of_an_event() {
    let (client, clock) = silent();
    for (headers, body) in [
        (headers([("x-event", "started")]), r#"{ "id": "e-1" }"#),
        (headers([("x-event", "started"), ("x-sign", "00")]), "no JSON"),
        (headers([]), r#"{ "id": "early" }"#),
        (headers([]), "[]"),
    ] {
        let error = run(&clock, async { client.eager().receive(&headers, body).await }).expect_err(body);
        assert_eq!(error.kind(), ErrorKind::Unverified, "{body}: {error}");
    }
}

#[test]
fn a_key_that_is_not_written_as_the_spec_says_is_not_an_empty_one() {
    for key in ["whsec_", "whsek_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", " ", "%%%"] {
        let (_, script, clock) = client("k", [Answer::Reply(reply::empty(500))]);
        let builder = Client::builder().production().key("k").svix_secret(key).slack_secret(SLACK);
        let client = builder.transport(script).clock(clock.clone()).build().expect("a client");
        let body = r#"{ "id": "e-1" }"#;
        let headers = headers([("x-sign", mac("", body).as_str())]);
        let error = run(&clock, async { client.eager().receive(&headers, body).await }).expect_err(key);
        assert_eq!(error.kind(), ErrorKind::Unverified, "{key}");
    }
}

#[test]
fn a_push_does_not_go_before_what_a_throttling_vendor_asks_for() {
    let throttled = Answer::Reply(reply::with_header(reply::json_status(429, "{}"), "retry-after", "45"));
    let (client, script, clock) =
        client("k", [throttled, Answer::Reply(reply::json(r#"{ "id": "e", "state": "done" }"#))]);
    let push = Push::new();
    let wait = client.exporting().at(ExportingHandle::new("e", None)).wait().pushed_by(&push);
    let outcome = run(&clock, async {
        let pushed = async {
            for _ in 0..10 {
                clock.sleep_until(clock.now().mono + Duration::from_secs(3)).await;
                push.push();
            }
        };
        tokio::join!(wait.into_future(), pushed).0
    });
    assert!(outcome.is_ok());
    let starts: Vec<_> = script.requests().iter().map(|sent| sent.started().as_secs()).collect();
    // At the pace of a throttled wait, which is slower than what was asked for.
    assert_eq!(starts, [0, 60]);
}

#[test]
fn pushes_do_not_use_up_the_faults_that_a_wait_bears() {
    let fault = || Answer::Reply(reply::html(502));
    let answers = [fault(), fault(), fault(), Answer::Reply(reply::json(r#"{ "id": "e", "state": "done" }"#))];
    let (client, script, clock) = client("k", answers);
    let push = Push::new();
    let wait = client.exporting().at(ExportingHandle::new("e", None)).wait().pushed_by(&push);
    let outcome = run(&clock, async {
        let pushed = async {
            for _ in 0..60 {
                clock.sleep_until(clock.now().mono + Duration::from_secs(1)).await;
                push.push();
            }
        };
        tokio::join!(wait.into_future(), pushed).0
    });
    assert!(outcome.is_ok());
    let starts: Vec<_> = script.requests().iter().map(|sent| sent.started().as_secs()).collect();
    assert!(starts.windows(2).all(|two| two[1] - two[0] >= 60), "{starts:?}");
}

#[test]
fn a_key_may_come_from_a_provider() {
    let (client, _, clock) =
        client(Credential::provider(|| async { Ok("k".into()) }), [Answer::Reply(reply::empty(500))]);
    let headers = signed(DONE, now(&clock), "k");
    assert!(run(&clock, async { client.export_done().receive(&headers, DONE).await }).is_ok());
}

#[test]
fn a_push_wakes_the_wait_and_one_that_came_before_it_is_not_lost() {
    let answers = [r#"{ "id": "e", "state": "open" }"#, r#"{ "id": "e", "state": "done" }"#].map(reply::json);
    for early in [false, true] {
        let (client, script, clock) = client("k", answers.clone().map(Answer::Reply));
        let push = Push::new();
        if early {
            push.push();
        }
        let job = client.exporting().at(ExportingHandle::new("e", None));
        let wait = job.wait().first(Duration::from_secs(40)).pushed_by(&push);
        let outcome = run(&clock, async {
            let pushed = async {
                clock.sleep_until(clock.now().mono + Duration::from_secs(10)).await;
                push.push();
            };
            tokio::join!(wait.into_future(), pushed).0
        });
        assert_eq!(outcome.expect("an outcome").outcome(), Outcome::Succeeded);
        let starts: Vec<_> = script.requests().iter().map(|sent| sent.started().as_secs()).collect();
        assert_eq!(starts, if early { vec![0, 10] } else { vec![10, 70] });
    }
}
