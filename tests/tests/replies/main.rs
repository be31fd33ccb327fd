//! Replies that no vendor should send, given to every operation of every vendor: judged, decoded, and met by a whole
//! wait.

#[path = "../agree/subjects.rs"]
#[allow(dead_code, reason = "shared with the tests of agreement, which use the rest")]
mod subjects;
mod waits;

use settled::{ErrorKind, Reply, State};
use settled_testkit::{Answer, hostile, reply};
use waits::Waited;

const SETTLED: [&str; 5] = ["succeeded", "rejected", "failed", "cancelled", "expired"];

#[test]
fn no_hostile_body_settles_a_job() {
    for subject in subjects::all() {
        for (name, body) in hostile::bodies() {
            for status in [200, 202, 400, 404, 500] {
                let seen = subject.client(&reply::json_status(status, body.clone()));
                let is_settled = SETTLED.contains(&seen.told.verdict.as_str());
                assert!(
                    !is_settled || hostile::MAY_SUCCEED.contains(&name),
                    "{}: `{name}` under HTTP {status} is {:?}",
                    subject.name,
                    seen.told
                );
            }
        }
    }
}

/// Whether no more is wrong with JSON than its encoding.
fn is_all_but_text(body: &[u8]) -> bool {
    serde_json::from_str::<serde::de::IgnoredAny>(&String::from_utf8_lossy(body)).is_ok()
}

#[test]
fn what_is_no_json_is_unreadable_and_no_state() {
    for subject in subjects::all().iter().filter(|subject| subject.reads_bodies()) {
        let bodies = hostile::bodies().into_iter().map(|(name, body)| (name.to_owned(), body));
        let around = subject.examples.iter().filter(|(_, body)| body.starts_with(['{', '[', '"']));
        let around = around.flat_map(|(_, body)| hostile::around(&subjects::signed(body).unwrap_or(body.clone())));
        let mut broken = 0;
        for (name, body) in bodies.chain(around) {
            if serde_json::from_slice::<&serde_json::value::RawValue>(&body).is_ok() {
                continue;
            }
            let seen = subject.client(&Reply::ok(body.clone()));
            // Where nothing that is named stands in it, bytes that are no text may be passed over.
            if is_all_but_text(&body) {
                assert!(["unreadable", "unknown"].contains(&&*seen.told.verdict), "{}: {name}", subject.name);
                continue;
            }
            assert_eq!(seen.told.verdict, "unreadable", "{}: {name}", subject.name);
            assert!(seen.reason.is_some() && seen.undecoded.is_some(), "{}: {name}", subject.name);
            broken += 1;
        }
        assert!(broken > 60, "{}: only {broken} bodies", subject.name);
    }
}

/// A text and a number that stand nowhere but in replies.
const TEXT: &str = "c4n4ry-7ext";
const NUMBER: &str = "90817263544";

/// A body with every text and number replaced, keys that no spec names among them.
fn marked(body: &str) -> Option<String> {
    fn mark(value: &mut serde_json::Value) {
        match value {
            serde_json::Value::String(text) => match serde_json::from_str::<serde_json::Value>(text) {
                Ok(mut inner @ serde_json::Value::Object(_)) => {
                    mark(&mut inner);
                    *text = inner.to_string();
                }
                _ => *text = TEXT.to_owned(),
            },
            serde_json::Value::Number(number) => {
                if let Ok(other) = NUMBER.parse::<u64>() {
                    *number = other.into();
                }
            }
            serde_json::Value::Array(items) => items.iter_mut().for_each(mark),
            serde_json::Value::Object(members) => {
                members.values_mut().for_each(mark);
                members.insert(TEXT.to_owned(), TEXT.into());
            }
            _ => {}
        }
    }
    let mut value = serde_json::from_str(body).ok()?;
    mark(&mut value);
    Some(value.to_string())
}

/// What is shown but for the vendor's code and its word for the state, which errors hold in order to tell them.
fn without_told(shown: &str) -> String {
    let mut shown = shown.to_owned();
    for told in ["vendor_word", "vendor_code"] {
        for value in [TEXT, NUMBER] {
            shown = shown.replace(&format!("{told}: Some({value:?})"), "");
        }
    }
    shown
}

#[test]
fn no_error_shows_a_value_of_the_reply() {
    for subject in subjects::all().iter().filter(|subject| subject.reads_bodies()) {
        let mut errors = 0;
        for (_, body) in &subject.examples {
            let Some(body) = marked(body) else { continue };
            for (name, mutant) in hostile::around(&body) {
                for status in [200, 400] {
                    let seen = subject.client(&reply::json_status(status, mutant.clone()));
                    for shown in seen.reason.into_iter().chain(seen.undecoded) {
                        let shown = without_told(&shown);
                        assert!(!shown.contains(TEXT) && !shown.contains(NUMBER), "{}, {name}: {shown}", subject.name);
                        errors += 1;
                    }
                }
            }
        }
        assert!(errors > 100, "{}: only {errors} errors", subject.name);
    }
}

#[test]
fn bad_replies_are_borne_and_then_end_the_wait() {
    for waited in waits::all() {
        for (name, body) in hostile::bodies() {
            if waited.judge(&body) != "unreadable" {
                continue;
            }
            let running = Answer::Reply(Reply::ok(waited.running.clone()));
            let bad = [running, Answer::Reply(Reply::ok(body))];
            let (end, updates, script) = waited.play(bad);
            let what = format!("{}: {name}", waited.name);
            let error = end.expect_err(&what);
            assert_eq!(error.kind(), ErrorKind::Faults, "{what}: {error}");
            assert_eq!(error.last_state(), Some(State::Running), "{what}");
            // One reply that tells a state, and then one fault more than is borne.
            assert_eq!(script.requests().len() as u32, 1 + Waited::FAULTS + 1, "{what}");
            assert_eq!(error.attempts(), 1 + Waited::FAULTS + 1, "{what}");
            assert!(updates.iter().all(|update| update.state() == Some(State::Running)), "{what}: {updates:?}");
            assert!(script.gaps().iter().all(|gap| *gap >= Waited::EVERY), "{what}: {:?}", script.gaps());
        }
    }
}

#[test]
fn a_wait_goes_on_after_bad_replies() {
    for waited in waits::all() {
        let bad = ["", "<html>", "[]", "{", "null"].map(|body| Answer::Reply(Reply::ok(body)));
        let good = Answer::Reply(Reply::ok(waited.succeeded.clone()));
        // Each good reply makes the wait forget the faults before it.
        let running = || Answer::Reply(Reply::ok(waited.running.clone()));
        let answers = bad.into_iter().flat_map(|bad| [bad.clone(), bad, running()]).chain([good]);
        let (end, _, script) = waited.play(answers);
        assert_eq!(end.expect(&waited.name), settled::Outcome::Succeeded);
        assert_eq!(script.left(), 0, "{}", waited.name);
    }
}
