//! Several ways to prove an event, and events of another kind.

use super::*;

const DONE: &str = r#"{"type":"check.done","data":{"id":"c-1","passed":true}}"#;

fn receive(all: &[(&'static str, &str)], body: &'static str) -> Result<Option<State>, ErrorKind> {
    let clock = VirtualClock::new();
    let client = alone(&clock, "none");
    let headers = headers(all.iter().copied());
    let told = run(&clock, async { client.rotating().receive(&headers, body).await });
    told.map(|event| event.state()).map_err(|error| {
        assert!(!format!("{error} {error:?}").contains("c-1"), "{error:?}");
        error.kind()
    })
}

#[test]
fn the_first_proof_whose_facts_hold_decides_and_none_means_refused() {
    let (new, old, public) =
        (mac(SHARED, DONE), format!("v0={}", mac("old", DONE)), hex(ed25519(0).sign(DONE.as_bytes())));
    let (new, old, public) = (new.as_str(), old.as_str(), public.as_str());
    let succeeded = Ok(Some(State::Succeeded));
    for (case, headers, told) in [
        ("the new key", &[("x-key", "new-2"), ("x-signature", new)][..], succeeded),
        ("the old key", &[("x-key", "old"), ("x-signature", old)], succeeded),
        ("a public key", &[("x-scheme", "ed25519"), ("x-public", public)], succeeded),
        ("the new one's by the old one", &[("x-key", "old"), ("x-signature", new)], Err(ErrorKind::Unverified)),
        ("the old one's by the new one", &[("x-key", "new-2"), ("x-signature", old)], Err(ErrorKind::Unverified)),
        ("a name that nobody listed", &[("x-key", "older"), ("x-signature", old)], Err(ErrorKind::Unverified)),
        ("a digest for a signature", &[("x-scheme", "ed25519"), ("x-public", new)], Err(ErrorKind::Unverified)),
        (
            "two schemes at once",
            &[("x-scheme", "ed25519"), ("x-key", "old"), ("x-public", public)],
            Err(ErrorKind::Unverified),
        ),
        ("no name", &[("x-signature", new)], Err(ErrorKind::Unverified)),
        ("nothing", &[], Err(ErrorKind::Unverified)),
    ] {
        assert_eq!(receive(headers, DONE), told, "{case}");
    }
}

#[test]
fn a_proved_event_of_another_kind_is_told_apart_whatever_its_shape() {
    for (body, headers, told) in [
        (DONE, &[][..], Ok(Some(State::Succeeded))),
        (r#"{"type":"check.failed","data":{"id":"c","passed":false}}"#, &[], Ok(Some(State::Failed))),
        (DONE, &[("x-environment", "live")], Ok(Some(State::Succeeded))),
        (DONE, &[("x-environment", "test")], Err(ErrorKind::OtherEvent)),
        (r#"{"type":"user.made","user":7}"#, &[], Err(ErrorKind::OtherEvent)),
        (r#"{"type":"check.done2","data":{"id":"c","passed":true}}"#, &[], Err(ErrorKind::OtherEvent)),
        (r#"{"type":7,"data":{"id":"c","passed":true}}"#, &[], Err(ErrorKind::OtherEvent)),
        (r#"{"data":{"id":"c","passed":true}}"#, &[], Err(ErrorKind::OtherEvent)),
        ("[]", &[], Err(ErrorKind::OtherEvent)),
        ("payload=x", &[], Err(ErrorKind::OtherEvent)),
        // Of this kind, and not of its shape.
        (r#"{"type":"check.done"}"#, &[], Err(ErrorKind::Decode)),
        (r#"{"type":"check.done","data":{"id":"c","passed":"yes"}}"#, &[], Err(ErrorKind::Decode)),
    ] {
        let signature = format!("v0={}", mac("old", body));
        let mut all = vec![("x-key", "old"), ("x-signature", signature.as_str())];
        all.extend(headers);
        assert_eq!(receive(&all, body), told, "{body} {headers:?}");
        // What is not proved is of no kind.
        all[1] = ("x-signature", "00");
        assert_eq!(receive(&all, body), Err(ErrorKind::Unverified), "{body}");
    }
}

#[test]
fn events_may_be_those_of_one_account() {
    let clock = VirtualClock::new();
    for (account, body, told) in [
        (Some("a-1"), r#"{"account":"a-1","id":"e"}"#, None),
        (Some("a-1"), r#"{"account":"a-2","id":"e"}"#, Some(ErrorKind::OtherEvent)),
        (Some("a-1"), r#"{"account":null,"id":"e"}"#, Some(ErrorKind::OtherEvent)),
        (None, r#"{"account":"a-1","id":"e"}"#, Some(ErrorKind::OtherEvent)),
        (None, r#"{"account":"","id":"e"}"#, Some(ErrorKind::OtherEvent)),
    ] {
        let script = Script::answering(clock.clone(), |sent| panic!("asked for {}", sent.uri()));
        let builder =
            Signed::builder().production().key("k").shared(SHARED).old_shared("old").hex_key("00").pem("none");
        let builder = account.into_iter().fold(builder, |builder, account| builder.account(account));
        let client = builder.transport(script).clock(clock.clone()).build().expect("a client");
        let event = run(&clock, async { client.mine().receive(&HeaderMap::new(), body).await });
        assert_eq!(kind(event), told, "{account:?} {body}");
    }
}

/// What the interpreter of the model makes of an event, and what the generated client does.
#[test]
fn the_interpreter_and_the_client_tell_kinds_apart_alike() {
    use settled_codegen::eval::{Observed, judge};
    use settled_codegen::files::{Folder, read_spec};

    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/events/signed.yaml");
    let source = read_spec(&path, "signed.yaml").expect("a spec");
    let model = settled_codegen::model(&source, "signed", &Folder::of(&path)).expect("a model");
    let webhook = model.webhooks.iter().find(|webhook| webhook.operation.name.value == "rotating").expect("a webhook");
    let types = [
        "",
        r#""type":"check.done","#,
        r#""type":"check.failed","#,
        r#""type":"x","#,
        r#""type":7,"#,
        r#""type":null,"#,
    ];
    let data = [
        r#""a":1"#,
        r#""data":{"id":"c","passed":true}"#,
        r#""data":{"id":"c","passed":false}"#,
        r#""data":{"id":"c"}"#,
        r#""data":7"#,
    ];
    let objects = types.iter().flat_map(|ty| data.iter().map(move |data| format!("{{{ty}{data}}}")));
    let others = ["", "[]", "null", "7", "{", "payload=x", r#"{"type":"check.done","type":"x"}"#];
    let samples = settled_codegen::samples::samples(&model, &webhook.operation);
    assert_eq!(samples.len(), webhook.operation.reading.rules.len(), "a sample for each rule");
    let samples =
        samples.into_iter().flat_map(|sample| sample.changes.into_iter().map(|one| one.reply).chain([sample.reply]));
    let (clock, mut seen) = (VirtualClock::new(), std::collections::BTreeMap::new());
    let client = alone(&clock, "none");
    for body in objects.chain(others.map(str::to_owned)).chain(samples.map(|sample| sample.body)) {
        for environment in [None, Some("test"), Some("live")] {
            for verified in [true, false] {
                let signature = format!("v0={}", mac(if verified { "old" } else { "other" }, &body));
                let mut all = vec![("x-key", "old"), ("x-signature", signature.as_str())];
                all.extend(environment.map(|environment| ("x-environment", environment)));
                let given: Vec<_> = all.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
                let observed = Observed { headers: &given, verified, ..Observed::new(200, &body) };
                let told = judge(&model, &webhook.operation, &observed).verdict.as_str();
                let event = run(&clock, async { client.rotating().receive(&headers(all), body.clone()).await });
                let client = match event.map_err(|error| error.kind()) {
                    Ok(event) => event.verdict().as_str(),
                    Err(ErrorKind::Unverified) => "unverified",
                    Err(ErrorKind::OtherEvent) => "other_event",
                    Err(ErrorKind::Decode) => "unreadable",
                    Err(kind) => panic!("{kind:?}"),
                };
                assert_eq!(told, client, "{body} {environment:?} {verified}");
                *seen.entry(told).or_insert(0) += 1;
            }
        }
    }
    let all: Vec<_> = seen.keys().copied().collect();
    assert_eq!(all, ["failed", "other_event", "succeeded", "unreadable", "unverified"], "{seen:?}");
}
