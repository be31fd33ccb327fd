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
