//! Random acceptors on random replies: the rules that they become must hold where JMESPath and botocore's comparison say so.

mod facts;
mod random;

use std::collections::BTreeMap;

use fastrand::Rng;
use random::Accept;
use serde_json::{Value, json};
use settled_import::spec::{Operation, Verdict};
use settled_import::{Format, botocore::Waiters};

/// The rules of a waiter with one acceptor, or why there are none.
fn operation(accept: &Accept) -> Result<Operation, String> {
    let acceptor = json!({
        "state": "success", "matcher": accept.matcher, "argument": accept.argument, "expected": accept.expected,
    });
    let suite = json!({ "botocore": "1.0.0", "waiters": [{
        "service": "acme", "api_version": "1", "name": "JobDone", "operation": "GetJob", "delay": 5, "maxAttempts": 40,
        "file": "acme/1/waiters-2.json", "acceptors": [acceptor],
    }]});
    let mut imports = Waiters.import(&suite.to_string()).expect("a suite");
    match imports.refused.pop() {
        Some(refusal) => Err(refusal.reason),
        None => Ok(imports.specs.remove(0).operations.remove(0)),
    }
}

/// What botocore does: an expression that fails raises, which is no match.
fn accepts(accept: &Accept, body: &Value) -> bool {
    let expression = jmespath::compile(&accept.argument).expect("JMESPath");
    let body = jmespath::Variable::from_json(&body.to_string()).expect("JSON");
    let Ok(found) = expression.search(body) else { return false };
    let found: Value = serde_json::from_str(&found.to_string()).expect("JSON");
    match (accept.matcher, &found) {
        ("path", found) => *found == accept.expected,
        ("pathAny", Value::Array(found)) => found.contains(&accept.expected),
        ("pathAll", Value::Array(found)) => !found.is_empty() && found.iter().all(|one| *one == accept.expected),
        _ => false,
    }
}

#[test]
fn rules_hold_where_jmespath_says_so() {
    let mut rng = Rng::with_seed(0x0b07_0c03);
    let (mut said, mut matched, mut refused) = (0, 0, BTreeMap::<String, u32>::new());
    for _ in 0..2_000 {
        let accept = Accept::random(&mut rng);
        let operation = match operation(&accept) {
            Ok(operation) => operation,
            Err(reason) => {
                *refused.entry(reason.rsplit("`: ").next().unwrap_or_default().to_owned()).or_default() += 1;
                continue;
            }
        };
        said += 1;
        for _ in 0..30 {
            let body = random::body(&mut rng);
            let rule =
                operation.rules.iter().find(|rule| facts::hold(&rule.facts, &body)).expect("a rule for every reply");
            let theirs = accepts(&accept, &body);
            let ours = rule.verdict == Verdict::Succeeded;
            assert_eq!(ours, theirs, "left ours, right theirs: {accept:?}\n{body}\n{:#?}", operation.rules);
            matched += usize::from(ours);
        }
    }
    // Most can be said, and both answers are given often.
    assert!(said > 1_400, "{said} of 2000; refused: {refused:#?}");
    assert!(matched > said * 3, "{matched} of {} matched", said * 30);
}
