//! Small lists of acceptors, and the rules that they become.

use serde_json::{Value, json};
use settled_import::{Format, Imports, botocore::Waiters};

/// Waiters of one service; each is a name and its acceptors.
fn import(waiters: &[(&str, Value)]) -> Imports {
    let waiters = waiters.iter().map(|(name, acceptors)| {
        json!({
            "service": "acme-jobs", "api_version": "2026-01-30", "name": name, "operation": "GetJob", "delay": 5,
            "maxAttempts": 40, "file": "acme-jobs/2026-01-30/waiters-2.json", "acceptors": acceptors,
        })
    });
    let suite = json!({ "botocore": "1.0.0", "waiters": waiters.collect::<Vec<_>>() });
    Waiters.import(&suite.to_string()).expect("a suite")
}

fn acceptor(state: &str, matcher: &str, argument: &str, expected: impl Into<Value>) -> Value {
    let expected: Value = expected.into();
    match argument {
        "" => json!({ "state": state, "matcher": matcher, "expected": expected }),
        argument => json!({ "state": state, "matcher": matcher, "argument": argument, "expected": expected }),
    }
}

fn success(matcher: &str, argument: &str, expected: impl Into<Value>) -> Value {
    acceptor("success", matcher, argument, expected)
}

/// A part of the text, from one line to another, with its indentation taken off.
fn part(yaml: &str, from: &str, to: &str) -> String {
    let lines = yaml.lines().skip_while(|line| line.trim() != from).skip(1);
    let lines = lines.take_while(|line| !line.trim_start().starts_with(to)).filter(|line| !line.is_empty());
    let lines: Vec<&str> = lines.collect();
    let indent = lines.iter().map(|line| line.len() - line.trim_start().len()).min().unwrap_or_default();
    lines.iter().map(|line| format!("{}\n", &line[indent..])).collect()
}

/// The types and the rules of one waiter.
fn types_and_rules(acceptors: Value) -> (String, String) {
    let imports = import(&[("JobDone", acceptors)]);
    assert_eq!(imports.refused, []);
    let yaml = imports.specs[0].yaml();
    (part(&yaml, "types:", "errors:").trim_end().to_owned(), part(&yaml, "states:", "poll:").trim_end().to_owned())
}

#[track_caller]
fn become_rules(acceptors: Value, types: &str, rules: &str) {
    let (found, said) = types_and_rules(acceptors);
    let clean = |text: &str| text.lines().map(|line| format!("{line}\n")).collect::<String>();
    assert_eq!(clean(&found), clean(types.trim_matches('\n')));
    let tail = "- request_error: { $error: present }\n- running: { $error: absent }\n";
    assert_eq!(clean(&said), clean(rules.trim_matches('\n')) + tail);
}

#[track_caller]
fn refused(acceptors: Value) -> String {
    let imports = import(&[("JobDone", acceptors)]);
    assert!(imports.specs.is_empty(), "{}", imports.specs[0].yaml());
    assert_eq!(imports.refused.len(), 1);
    imports.refused[0].to_string()
}

#[test]
fn a_whole_spec() {
    let acceptors = json!([
        success("path", "job.status", "DONE"),
        acceptor("failure", "pathAny", "steps[].status", "present"),
        acceptor("retry", "status", "", 404),
        acceptor("failure", "error", "", "Gone"),
    ]);
    let spec = &import(&[("JobDone", acceptors)]).specs[0];
    assert_eq!(spec.module, "acme_jobs_2026_01_30");
    assert_eq!(spec.waiters().collect::<Vec<_>>(), [("acme-jobs/2026-01-30/JobDone", "job_done")]);
    let expected = r#"# Imported from botocore 1.0.0: botocore/data/acme-jobs/2026-01-30/waiters-2.json
# Copyright 2012-2026 Amazon.com, Inc. or its affiliates. All Rights Reserved.
# Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
vendor: acme-jobs 2026-01-30
about: What botocore waits for. Only the rules are taken over; the requests are none that AWS answers.

types:
  Step:
    status?: string
  GetJob:
    job?:
      status?: string
    steps?: [Step]

errors:
  - body: { Error: { Code: string, "Message?": string } }
    also_when: fits
    code: "{reply.Error.Code}"
    message: "{reply.Error.Message}"

operations:
  job_done:
    about: botocore's JobDone on GetJob.
    get: /
    reply: GetJob
    states:
      - succeeded: { job.status: DONE, $error: absent }
      - failed: { steps: { any: { status: { equals: present } } }, $error: absent }
      - running: { $http: 404 }
      - failed: { $error.Error.Code: Gone }
      - request_error: { $error: present }
      - running: { $error: absent }
    poll: { every: 5s, jitter: 0, deadline: 1d, tries: 40 }
"#;
    assert_eq!(spec.yaml(), expected);
}

#[test]
fn projections_are_conditions_on_elements() {
    become_rules(
        json!([
            success("pathAll", "jobs[].state", "done"),
            acceptor("failure", "pathAny", "groups[].jobs[].state.name", "lost"),
            acceptor("retry", "pathAll", "groups[].jobs[].state.name", "new"),
            acceptor("failure", "pathAny", "tags.*.kind", "bad"),
            acceptor("failure", "pathAny", "parts[?size > `3`].name", "x"),
            acceptor("failure", "pathAny", "words", "worse"),
        ]),
        "
Job:
  state?: string
GetJobJob:
  state?:
    name?: string
Group:
  jobs?: [GetJobJob]
Tag:
  kind?: string
Part:
  size?: int
  name?: string
GetJob:
  jobs?: [Job]
  groups?: [Group]
  tags?: { \"*\": Tag }
  parts?: [Part]
  words?: [string]",
        "
- succeeded: { jobs: { any: { state: done }, none: { state: { not: done } } }, $error: absent }
- failed: { groups: { any: { jobs: { any: { state.name: lost } } } }, $error: absent }
- running:
    groups: { any: { jobs: { any: { state.name: new } } }, none: { jobs: { any: { state.name: { not: new } } } } }
    $error: absent
- failed: { tags: { any: { kind: bad } }, $error: absent }
- failed: { parts: { any: { size: { at_least: 4 }, name: x } }, $error: absent }
- failed: { words: { any: worse }, $error: absent }",
    );
}

#[test]
fn lengths_are_counts_of_elements_or_characters() {
    become_rules(
        json!([
            success("path", "length(jobs[]) > `0`", true),
            success("path", "length(jobs) == `2`", true),
            acceptor("retry", "path", "length(keys[].name) > `0`", true),
            acceptor("retry", "path", "length(keys[].name) == `0`", true),
            acceptor("failure", "path", "length(output || '') > `0`", true),
            acceptor("failure", "path", "length(secret) < `8`", true),
            acceptor("failure", "path", "length(secret) < `8`", false),
        ]),
        "
Key:
  name?: json
GetJob:
  jobs?: [json]
  keys?: [Key]
  output?: string
  secret?: string",
        "
- succeeded: { jobs: { count: { at_least: 1 } }, $error: absent }
- succeeded: { jobs: { count: 2 }, $error: absent }
- running: { keys: { any: { name: present } }, $error: absent }
- running: { keys: { none: { name: present } }, $error: absent }
- failed: { output: { length: { at_least: 1 } }, $error: absent }
- failed: { secret: { length: { at_most: 7 } }, $error: absent }
- failed: { secret: { length: { at_least: 8 } }, $error: absent }",
    );
}

#[test]
fn what_holds_of_all_elements_that_a_filter_leaves() {
    become_rules(
        json!([
            acceptor(
                "failure",
                "path",
                "length(jobs) > `0` && length(jobs[?state == 'off' || state == 'lost']) == length(jobs)",
                true
            ),
            success("path", "length(parts[?!(length(runs) == `1` && now == wanted)]) == `0`", true),
            acceptor("retry", "path", "length(parts[?size != `3`]) > `0`", true),
        ]),
        "
Job:
  state?: string
Part:
  runs?: [json]
  now?: int
  wanted?: int
  size?: int
GetJob:
  jobs?: [Job]
  parts?: [Part]",
        "
- failed: { jobs: { all: { state: [off, lost] } }, $error: absent }
- succeeded:
    - { parts: { count: 0 }, $error: absent }
    - parts:
        all: [{ runs: { count: 1 }, now: \"{item.wanted}\" }, { runs: { count: 1 }, now: absent, wanted: absent }]
      $error: absent
- running: { parts: { any: [{ size: { not: 3 } }, { size: absent }] }, $error: absent }",
    );
}

#[test]
fn nothing_settles_on_any_other_word_before_the_words_are_dealt_with() {
    let states = "
GetJob:
  status?: string";
    become_rules(
        json!([acceptor("failure", "path", "status != 'STOPPING'", true), success("error", "", "NotFound"),]),
        states,
        "
- running: { status: STOPPING, $error: absent }
- failed:
    - { status: present, $error: absent }
    - { status: absent, $error: absent }
- succeeded: { $error.Error.Code: NotFound }",
    );
    become_rules(
        json!([
            acceptor("failure", "path", "status != 'STOPPING' && status != 'STOPPED'", true),
            acceptor("retry", "status", "", 404),
            success("path", "status", "STOPPED"),
        ]),
        states,
        "
- running: { $http: 404, status: [STOPPING, STOPPED], $error: absent }
- succeeded: { status: STOPPED, $error: absent }
- running: { status: STOPPING, $error: absent }
- failed:
    - { status: present, $error: absent }
    - { status: absent, $error: absent }
- running: { $http: 404 }",
    );
    become_rules(
        json!([acceptor("retry", "path", "status != 'STOPPED'", true), success("path", "status", "STOPPED")]),
        states,
        "
- running:
    - { status: { not: STOPPED }, $error: absent }
    - { status: absent, $error: absent }
- succeeded: { status: STOPPED, $error: absent }",
    );
}

#[test]
fn rules_know_the_acceptor_they_come_from() {
    let acceptors = json!([
        acceptor("failure", "path", "status != 'STOPPING' && status != 'STOPPED'", true),
        success("path", "status", "STOPPED"),
    ]);
    let mut imports = import(&[("JobDone", acceptors)]);
    let sources = |imports: &Imports| -> Vec<Option<usize>> {
        imports.specs[0].operations[0].rules.iter().map(|rule| rule.source).collect()
    };
    assert_eq!(sources(&imports), [Some(1), None, Some(0), None, None]);
    imports.specs[0].remove(0, 1, None);
    imports.specs[0].remove(0, 1, Some(1));
    assert_eq!(sources(&imports), [Some(1), Some(0), None, None]);
    assert!(imports.specs[0].yaml().contains("- failed: { status: present, $error: absent }\n"));
}

#[test]
fn a_rule_that_takes_everything_is_not_said_twice() {
    let (_, rules) = types_and_rules(json!([success("error", "", false), acceptor("retry", "error", "", "Busy")]));
    let expected = "\
- succeeded: { $error: absent }
- running: { $error.Error.Code: Busy }
- request_error: { $error: present }";
    assert_eq!(rules, expected);
}

#[test]
fn what_can_never_happen_is_noted_and_left_out() {
    let acceptors = json!([
        success("pathAll", "length(keys[].name) > `0`", true),
        success("path", "keys[].name", "x"),
        success("path", "length(keys)", 3),
        success("path", "length(keys) > `0`", "yes"),
        success("pathAny", "keys[].name", Value::Null),
        success("path", "a == 'x' && a == 'y'", true),
    ]);
    let imports = import(&[("KeyExists", acceptors)]);
    let notes: Vec<String> = imports.specs[0].notes.iter().map(ToString::to_string).collect();
    let expected = [
        "0: `length(keys[].name) > `0`` is no list, and only elements of lists are looked at",
        "1: `keys[].name` is a list, and a list is no single value",
        "2: `length(keys)` is a length; it is compared with a number inside the expression",
        "3: `length(keys) > `0`` is true or false, and something else is expected",
        "4: `keys[].name` has no elements that are null: those are left out",
        "5: its condition contradicts itself",
    ];
    assert_eq!(notes, expected.map(|reason| format!("acme-jobs/2026-01-30/KeyExists, acceptor {reason}")));
    assert_eq!(imports.specs[0].operations[0].rules.len(), 2);
}

#[test]
fn names_and_words_are_written_so_that_they_are_read_back() {
    become_rules(
        json!([
            success("path", "\"odd.name\".\"1\"", "{yes}"),
            acceptor("failure", "path", "note", "a: b"),
            acceptor("failure", "pathAny", "results[].ok", false),
        ]),
        "
GetJobResult:
  ok?: bool
GetJob:
  odd.name?:
    1?: string
  note?: string
  results?: [GetJobResult]",
        r#"
- succeeded: { "\"odd.name\".\"1\"": "{{yes}}", $error: absent }
- failed: { note: "a: b", $error: absent }
- failed: { results: { any: { ok: false } }, $error: absent }"#,
    );
}

#[test]
fn no_two_types_have_one_name() {
    let acceptors = json!([
        success("pathAny", "one.jobs[].state", "x"),
        success("pathAny", "two.jobs[].status", "x"),
        success("pathAny", "three.jobs[].word", "x"),
        success("pathAny", "getJobOnes[].word", "x"),
    ]);
    let (types, _) = types_and_rules(acceptors);
    let expected = "\
Job:
  state?: string
GetJobJob:
  status?: string
GetJobJob2:
  word?: string
GetJobOne:
  word?: string
GetJobReply:
  one?:
    jobs?: [Job]
  two?:
    jobs?: [GetJobJob]
  three?:
    jobs?: [GetJobJob2]
  getJobOnes?: [GetJobOne]";
    assert_eq!(types, expected);
}

#[test]
fn shapes_are_learned_from_all_waiters_of_a_request() {
    let imports = import(&[
        ("JobsDeleted", json!([success("path", "length(data) == `0`", true)])),
        ("JobsDone", json!([success("pathAll", "data[].state", "done")])),
    ]);
    let yaml = imports.specs[0].yaml();
    assert!(yaml.contains("  GetJob:\n    data?: [Data]\n"), "{yaml}");
    assert!(yaml.contains("- succeeded: { data: { count: 0 }, $error: absent }\n"), "{yaml}");
}

#[test]
fn what_cannot_be_said_is_refused_with_its_place_and_reason() {
    let place = "acme-jobs/2026-01-30/JobDone";
    let cases = [
        (success("path", "a[", "x"), "acceptor 0: `a[` is not JMESPath: Parse error"),
        (success("path", "a[0].b", "x"), "acceptor 0: `a[0].b`: a position in a list cannot be said in a spec"),
        (
            success("path", "sum(a) > `1`", true),
            "acceptor 0: `sum(a) > `1``: the function `sum` cannot be said in a spec",
        ),
        (success("pathAny", "a[*].b[*].c", "x"), "acceptor 0: `a[*].b[*].c`: a list of lists"),
        (success("path", "a", json!([1])), "acceptor 0: it expects a list, an object or a fraction"),
        (success("path", "a > b", true), "acceptor 0: `a > b`: the order of two fields"),
        (success("status", "", 20), "acceptor 0: 20 is no HTTP status"),
        (success("words", "a", "x"), "acceptor 0: the matcher `words` is not known"),
        (success("path", "", "x"), "acceptor 0: `argument` is missing"),
        (acceptor("done", "path", "a", "x"), "acceptor 0: the state `done` is not known"),
    ];
    for (case, reason) in cases {
        let told = refused(json!([case]));
        assert!(told.starts_with(&format!("{place}, {reason}")), "{told}");
    }
    let told = refused(json!([success("path", "a", "x"), success("path", "a.b", "y")]));
    assert_eq!(
        told,
        format!("{place}, acceptor 1: `a.b` reads what cannot be: it is an object here and a text elsewhere")
    );
    let told = refused(json!([success("path", "a", "x"), { "state": "success", "matcher": "path" }]));
    assert_eq!(told, "acme-jobs/2026-01-30/JobDone, acceptor 1: `expected` is missing");
}

#[test]
fn the_rest_is_imported_where_a_part_is_refused() {
    let good = || json!([success("path", "a", "x")]);
    let imports =
        import(&[("JobDone", good()), ("JobGone", json!([success("path", "a.b", "x")])), ("jobDone", good())]);
    let refused: Vec<&str> = imports.refused.iter().map(|refusal| refusal.place.as_str()).collect();
    assert_eq!(refused, ["acme-jobs/2026-01-30/jobDone", "acme-jobs/2026-01-30/JobGone, acceptor 0"]);
    assert_eq!(imports.specs[0].operations.len(), 1);
}

#[test]
fn what_is_no_suite_is_told() {
    for (text, reason) in [
        ("{", "the suite: it is not JSON: EOF while parsing"),
        ("[]", "the suite: expected an object"),
        (r#"{"botocore":1}"#, "the suite: `botocore` is not a text"),
        (r#"{"botocore":"1","waiters":{}}"#, "the suite: `waiters` is not a list"),
    ] {
        let told = Waiters.import(text).expect_err("no suite").to_string();
        assert!(told.starts_with(reason), "{told}");
    }
}
