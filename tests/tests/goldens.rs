//! Compiles what the generator's goldens hold, as strictly as a user may ask for, and uses it.

#![deny(warnings, missing_docs)]

/// The vendor of every construct.
pub mod everything {
    include!("../../codegen/tests/goldens/everything.rs");
}

use everything::{Choice, Client, ExportBy, State};
use settled_testkit::{Answer, Script, VirtualClock, reply, run};

const REPLY: &str = r#"{
    "state": "Not Submitted", "type": "a", "self": 7, "crate": 0.5, "odata.type": "t", "0": true, "a-b": "-1",
    "flag": "TRUE", "hidden": { "job_id": "7", "x": 1 }, "note": ["private"], "any": [null], "choice": ["a", "b"],
    "text": "{\"id\":1,\"status\":\"self\"}", "list": [{ "id": "1", "status": "0810", "next": [] }], "names": [],
    "map": { "k": { "id": 2, "title": "T", "status": "new word" } }, "nested": { "a": { "b": [1, 2] } }, "empty": {},
    "only": { "name": "hidden" }, "scores": { "s": 0.25 }, "place": { "deep": {} },
    "meta": {
        "call": { "id": "c" }, "given": { "id": "g" }, "missing": { "id": "m" }, "case": { "state": "yes" },
        "places": { "id": "p" }
    }
}"#;

fn client(answer: &'static str) -> (Client, Script, VirtualClock) {
    let clock = VirtualClock::new();
    let script = Script::exact(clock.clone(), [Answer::Reply(reply::json(answer))]);
    let builder = Client::builder().eu_1().zone("eu-1").own("https://login.acme.example");
    let builder = builder.tenant("acme").client_secret("s3cret").r#gen("g").self_("me");
    let client = builder.transport(script.clone()).clock(clock.clone()).build().expect("a client");
    (client, script, clock)
}

#[test]
fn every_type_is_decoded() {
    let (client, _, clock) = client(REPLY);
    let call = client.r#match().r#match("7").r#async(true).n(1).token("k");
    let polled = run(&clock, call.poll_once()).expect("a reply");
    assert_eq!(polled.word(), Some("Not Submitted"));
    assert_eq!((polled.code(), polled.message()), (Some("7"), None));
    let reply = polled.decode().expect("the declared shape");
    assert_eq!(reply.state, State::NotSubmitted);
    assert_eq!((reply.r#type.as_str(), reply.self_, reply.crate_), ("a", 7, 0.5));
    assert_eq!((reply.odata_type.as_str(), reply.n0, reply.a_b, reply.flag), ("t", true, -1, true));
    assert!(reply.secret.is_none() && reply.place.deep.deeper.is_none());
    assert!(matches!(&reply.choice, Choice::String(names) if names.len() == 2), "{:?}", reply.choice);
    assert_eq!(reply.text.map(|step| (step.id, step.status)), Some(("1".to_owned(), State::Self_)));
    assert_eq!(reply.map["k"].status.as_str(), "new word");
    assert_eq!((reply.nested["a"]["b"][1], reply.meta.call.id.as_str()), (2, "c"));
    let shown = format!("{:?} {:?} {:?}", reply.hidden, reply.note, reply.only);
    assert!(!shown.contains("private") && !shown.contains("hidden") && !shown.contains('7'), "{shown}");
}

#[test]
fn every_place_of_a_request_is_filled() {
    let (client, script, clock) = client(REPLY);
    let call = client.r#match().r#match("a/b é").r#async(false).n(-1).token("k").count(3).r#type("t&u").text("{x}");
    assert!(run(&clock, call.poll_once()).is_ok());
    let sent = script.requests();
    let uri = sent[0].uri().to_string();
    assert_eq!(
        uri,
        "https://eu-1.acme.example/v1/jobs/a%2Fb%20%C3%A9/-1/state.json\
         ?api-version=2026-01-30&zone=eu-1&key=g&async=false&flag=true&page=-3&type=t%26u&count=3&x=a%7Bx%7Db"
    );
    let header = |name: &str| sent[0].headers().get(name).map(|value| value.to_str().expect("text").to_owned());
    assert_eq!(header("accept").as_deref(), Some("application/json"));
    assert_eq!(header("authorization").as_deref(), Some("Basic YWNtZTo="));
    assert_eq!(header("x-key").as_deref(), Some("Acme s3cret"));
    assert_eq!(header("x-packed").as_deref(), Some("YWNtZTptZQ=="));
    assert_eq!(header("x-inner").as_deref(), Some(r#"{"a":"acme","b":[1,true,null,"x"],"c":{"d":"eu \"1\""}}"#));
    assert!(header("x-text").is_some_and(|text| text.ends_with(" {braces}")));
    assert_eq!(header("x-other"), None, "an optional input that was left out");
}

#[test]
fn a_body_holds_what_was_given_and_nothing_else() {
    let answer = r#"{ "id": "7", "at": 1, "sign": "wrong", "result": { "ok": true } }"#;
    let (client, script, clock) = client(answer);
    let by = ExportBy::from_options(None, Some("p-1".to_owned())).expect("one");
    let polled = run(&clock, client.export().by_hand(true).by(by).poll_once()).expect("a reply");
    assert_eq!(polled.verdict().as_str(), "unverified");
    let sent = script.requests();
    let body = std::str::from_utf8(sent[0].body()).expect("text");
    let expected = [
        r#"{"policy":"p-1","hand":true,"text":"tenant acme of a","#,
        r#""list":[1,-2.5,true,null,"null","yes",true,{"deep":"acme"}],"sign":""#,
    ];
    assert!(body.starts_with(&expected.concat()), "{body}");
    assert!(ExportBy::from_options(None, None).is_err());
}
