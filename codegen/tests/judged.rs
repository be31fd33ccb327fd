//! What the interpreter says of replies, and why: the table that `settled explain` prints from.

use std::path::Path;
use std::time::Duration;

use settled_codegen::check::Files;
use settled_codegen::cover::{Matrix, Pattern, Scope, Subject};
use settled_codegen::eval::{Observed, Tried, explain, judge};
use settled_codegen::files::{Folder, read_spec};
use settled_codegen::model::{Operation, Vendor};
use settled_codegen::source::Source;

struct NoFiles;

impl Files for NoFiles {
    fn read(&self, _: &str) -> Result<String, String> {
        Err("there is none".to_owned())
    }
}

const SPEC: &str = r#"
vendor: Acme
types:
  Step: { state: string, "size?": int, "more?": [Step], "words?": [string] }
  Flag: { "on": bool }
  Owner: { name: string }
  Inner: { "steps?": [Step], "word?": string }
operations:
  job:
    get: /job
    reply:
      done: lenient_bool
      steps?: [Step]
      by?: { "*": Step }
      inside?: json_text Inner
      owner?: sensitive Owner
      codes?: [int]
      flags?: [Flag]
      note?: string
    states:
      - running: { done: false }
      - failed: { steps: { any: { state: broken } } }
      - succeeded: { by: { all: { state: ok } } }
      - cancelled: { inside.steps: { none: { state: on } }, inside.word: off }
      - expired: { codes.1: 7 }
      - needs_input: { owner.name: Ann }
      - pending: { note: { contains: "a long way" } }
        within: 10s
      - rejected: { steps: { all: { state: no } } }
      - succeeded: { steps: { none: { state: [ "yes", no ] } }, note: fine }
      - cancelled: { flags: { none: { "on": false } } }
      - unknown: otherwise
    tells: { word: "{reply.note}" }
    poll: { deadline: 10m }
"#;

fn acme() -> Vendor {
    settled_codegen::model(&Source::new("acme.yaml", SPEC), "acme", &NoFiles).expect("a spec without mistakes")
}

fn thorough() -> Vendor {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/tests/agree/thorough.yaml");
    let source = read_spec(&path, "thorough.yaml").expect("a spec");
    settled_codegen::model(&source, "thorough", &Folder::of(&path)).expect("a spec without mistakes")
}

fn places() -> Vendor {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/judged/places.yaml");
    let source = read_spec(&path, "places.yaml").expect("a spec");
    settled_codegen::model(&source, "places", &Folder::of(&path)).unwrap_or_else(|report| {
        panic!("its rules are all needed, and its examples hold:\n{}", report.messages().join("\n"))
    })
}

fn operation<'v>(vendor: &'v Vendor, name: &str) -> &'v Operation {
    vendor.operations.iter().find(|operation| operation.name.value == name).expect("an operation")
}

#[test]
fn what_is_read_must_have_its_type_and_be_given_once() {
    let vendor = acme();
    let job = operation(&vendor, "job");
    for (body, verdict) in [
        (r#"{ "done": "TRUE", "steps": [] }"#, "unknown"),
        (r#"{ "done": "no" }"#, "unreadable"),
        (r#"{ "done": true, "steps": [{ "state": 7 }] }"#, "unreadable"),
        (r#"{ "done": true, "steps": [{ "state": "a", "state": "b" }] }"#, "unreadable"),
        (r#"{ "done": true, "steps": [{ "state": "a", "size": 1, "size": "b" }] }"#, "unknown"),
        (r#"{ "done": true, "done": false }"#, "unreadable"),
        (r#"{ "done": true, "by": { "k": { "state": null } } }"#, "unreadable"),
        (r#"{ "done": true, "by": { "k": { "state": "ok" } } }"#, "succeeded"),
        (r#"{ "done": true, "inside": "{ \"word\": \"off\", \"steps\": [] }" }"#, "cancelled"),
        (r#"{ "done": true, "inside": "{ \"word\": \"off\", \"steps\": [{ \"state\": \"on\" }] }" }"#, "unknown"),
        (r#"{ "done": true, "inside": "{ \"word\": \"off\", \"word\": \"on\" }" }"#, "unreadable"),
        (r#"{ "done": true, "inside": "[]" }"#, "unreadable"),
        (r#"{ "done": true, "codes": [1, 7] }"#, "expired"),
        (r#"{ "done": true, "codes": [1, "7"] }"#, "unreadable"),
        (r#"{ "done": true, "codes": ["x", 7] }"#, "expired"),
        (r#"{ "done": true, "flags": [{ "on": true }] }"#, "cancelled"),
        (r#"{ "done": true, "flags": [{ "on": false }] }"#, "unknown"),
        (r#"{ "done": true, "owner": { "name": 1 } }"#, "unreadable"),
        (r#"{ "done": true, "note": "\ud800" }"#, "unreadable"),
        (r#"{ "done": true, "other": "\ud800" }"#, "unknown"),
        ("{ \"done\": true", "unreadable"),
    ] {
        assert_eq!(judge(&vendor, job, &Observed::new(200, body)).verdict.as_str(), verdict, "{body}");
    }
}

/// The facts that did not hold, or why a rule was not asked.
fn told(vendor: &Vendor, operation: &Operation, observed: &Observed<'_>) -> Vec<String> {
    let explained = explain(vendor, operation, observed);
    let tried = explained.tried.iter().map(|tried| match tried {
        Tried::Held => "held".to_owned(),
        Tried::NotAsked(why) => (*why).to_owned(),
        Tried::Failed(unmet) => {
            let told = unmet.iter().map(|unmet| format!("{} = {}", unmet.subject, unmet.found));
            told.collect::<Vec<_>>().join(" or ")
        }
    });
    tried.chain(explained.word.map(|word| format!("word {word}"))).collect()
}

#[test]
fn every_rule_above_says_what_was_found_instead() {
    let vendor = acme();
    let job = operation(&vendor, "job");
    let body = r#"{
        "done": true, "note": "fine", "codes": [1, 3], "owner": { "name": "Bob" },
        "steps": [{ "state": "no" }, { "state": "maybe" }], "by": { "k": { "state": "ok" }, "l": { "state": "bad" } },
        "inside": "{ \"steps\": [{ \"state\": \"off\" }, { \"state\": \"on\" }] }"
    }"#;
    let long = Observed { age: Duration::from_secs(12), ..Observed::new(200, body) };
    assert_eq!(
        told(&vendor, job, &long),
        [
            "done = true",
            "steps = a list of 2 elements",
            "by = an object with 2 members; number 2 is not so",
            "inside.steps = a list of 2 elements",
            "codes.1 = 3",
            "owner.name = [redacted]",
            "note = \"fine\"",
            "steps = a list of 2 elements; number 2 is not so",
            "steps = a list of 2 elements; number 1 is so",
            "flags = nothing",
            "held",
            "word fine",
        ]
    );
    let far = format!(r#"{{ "done": true, "note": "a long way{}" }}"#, ".".repeat(100));
    let late = Observed { age: Duration::from_secs(10), ..Observed::new(200, &far) };
    let said = told(&vendor, job, &late);
    assert_eq!(said[1], "steps = nothing");
    assert_eq!(said[6], "the time since the wait began = 10s");
    assert_eq!(said[8..10], ["steps = nothing", "flags = nothing"]);
    let near = told(&vendor, job, &Observed::new(200, &far));
    assert_eq!((near.len(), near[6].as_str()), (8, "held"));
    assert!(near[7].ends_with("....") && near[7].starts_with("word a long way"), "{near:?}");
    let shown = told(&vendor, job, &Observed::new(200, &far.replace("long", "short")));
    assert!(shown[6].starts_with("note = \"a short way") && shown[6].ends_with("…"), "{shown:?}");
}

#[test]
fn rules_that_need_a_proof_are_rows_where_it_holds() {
    let vendor = thorough();
    let reading = &operation(&vendor, "proven").reading;
    let matrix = Matrix::of(&Scope::answers(reading), &reading.rules).expect("few enough cases");
    let proof = matrix.spaces.iter().position(|space| space.subject == Subject::Proof).expect("it is looked at");
    let of = |rule: usize| matrix.rows.iter().filter(move |row| row.rule == rule).map(|row| &row.patterns[proof]);
    assert!(of(0).all(|pattern| *pattern == Pattern::Any), "`unsigned: true`");
    assert!(of(1).all(|pattern| *pattern == Pattern::Any), "not settled, and beyond answers");
    assert!(of(3).count() > 0 && of(3).all(|pattern| matches!(pattern, Pattern::Case(0, _))), "settled");
    let vendor = places();
    let reading = &operation(&vendor, "all_proven").reading;
    let matrix = Matrix::of(&Scope::answers(reading), &reading.rules).expect("few enough cases");
    assert!(matrix.spaces.iter().all(|space| space.subject != Subject::Proof), "where no rule does without");
}

#[test]
fn a_rule_that_is_not_asked_says_why() {
    let vendor = thorough();
    let proven = operation(&vendor, "proven");
    let body = r#"{ "status": "done", "signature": "s", "timestamp": "t" }"#;
    let forged = Observed { verified: false, ..Observed::new(200, body) };
    let proof = "the reply's proof is missing or wrong";
    let said = told(&vendor, proven, &forged);
    assert_eq!(said[..5], ["status = \"done\"", "$http = 200", "$http = 200", proof, proof]);
    assert_eq!(told(&vendor, proven, &Observed::new(500, body))[3], "it speaks of 2xx replies");
    assert_eq!(told(&vendor, proven, &Observed::new(200, "<html>"))[3], "the reply cannot be read");
    let numbers = operation(&vendor, "numbers");
    let error = r#"{ "error": { "code": "E1" } }"#;
    let said = told(&vendor, numbers, &Observed::new(200, error));
    assert_eq!(said[2], "$error.error.code = \"E1\"");
    assert_eq!(said[5], "the reply is a declared error");
    let ruled = told(&vendor, numbers, &Observed::new(400, &error.replace("E1", "BUSY")));
    assert_eq!(ruled, [""; 0], "where a rule of an error decides, no state is tried");
}

#[test]
fn a_fact_of_another_body_says_what_the_body_is() {
    let vendor = places();
    let said = |status, body| told(&vendor, operation(&vendor, "presence"), &Observed::new(status, body));
    let error = said(410, r#"{ "kind": "a" }"#);
    assert_eq!(error[..3], ["$error.code = nothing", "$error.code = nothing", "$error = a declared error"]);
    let other = said(409, r#"{ "why": 7 }"#);
    assert_eq!(other[..3], ["$error.code = no declared error", "$error.code = no declared error", "$http = 409"]);
    assert_eq!(other[3], "why = a body of another shape");
    assert_eq!(said(409, "<html>")[3], "why = a body that cannot be read");
}

#[test]
fn a_proof_is_missed_only_where_one_is_declared() {
    let vendor = thorough();
    let forged = Observed { verified: false, ..Observed::new(200, r#"{ "text": "t" }"#) };
    assert_eq!(judge(&vendor, operation(&vendor, "told"), &forged).verdict.as_str(), "unknown");
    let forged = Observed { body: r#"{ "status": "done", "signature": "s", "timestamp": "t" }"#, ..forged };
    assert_eq!(judge(&vendor, operation(&vendor, "proven"), &forged).verdict.as_str(), "unverified");
}

#[test]
fn a_text_is_opened_only_where_it_is_declared_to_hold_json() {
    let vendor = places();
    let told = |body: &str| judge(&vendor, operation(&vendor, "told"), &Observed::new(200, body)).message;
    let body = r#"{ "state": "done", "note": "{}", "flag": true }"#;
    assert_eq!(told(body).as_deref(), Some("{}"));
    let inside = body.replace(r#""state""#, r#""inside": "{ \"code\": \"x\" }", "state""#);
    assert_eq!(told(&inside).as_deref(), Some("{}"), "an object is no text");
}

/// The rules and the examples of that spec are the table.
#[test]
fn places_that_are_hard_to_reach_are_found() {
    assert!(places().operations.iter().all(|operation| !operation.reading.rules.is_empty()));
}

#[test]
fn the_word_is_what_stands_at_its_place_in_an_answer() {
    let vendor = places();
    let word = |of: &str, body: &str| explain(&vendor, operation(&vendor, of), &Observed::new(200, body)).word;
    assert_eq!(word("flags", r#"{ "state": "on", "flag": true }"#).as_deref(), Some("true"));
    assert_eq!(word("flags", r#"{ "state": 1, "flag": true }"#), None, "no answer");
    assert_eq!(word("flags", r#"{ "state": "on" }"#), None);
    assert_eq!(word("numbers", r#"{ "n": 7 }"#).as_deref(), Some("7"));
    let told = r#"{ "state": "queued", "note": "n", "flag": true }"#;
    assert_eq!(word("told", told).as_deref(), Some("queued"), "the first enum, where `tells` names none");
    assert_eq!(word("told", &told.replace("queued", "")), None, "nothing is no word");
}
