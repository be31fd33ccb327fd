//! Every reply of the suite, as botocore's own code, the generated clients and the interpreted model understand it.

mod snapshot;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use settled::{State, Verdict};
use settled_codegen::eval::{self, Observed};
use settled_codegen::files::{Folder, read_spec};
use settled_codegen::model::Vendor;
use settled_conformance::{REFUSED, SPECS, Suite, Vector, WAITERS, Waiter};

/// What a reply was judged to be, and the acceptor that the rule comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Judged {
    verdict: &'static str,
    rule: Option<usize>,
    acceptor: Option<usize>,
}

/// The specs, as the interpreter reads them.
struct Models(BTreeMap<&'static str, Vendor>);

impl Models {
    fn read() -> Self {
        let modules: BTreeSet<&str> = WAITERS.iter().map(|waiter| waiter.module).collect();
        let model = |module: &'static str| {
            let path = Path::new(SPECS).join(format!("{module}.yaml"));
            let source = read_spec(&path, &path.display().to_string()).expect("a spec that can be read");
            (module, settled_codegen::model(&source, module, &Folder::of(&path)).expect("a spec without mistakes"))
        };
        Models(modules.into_iter().map(model).collect())
    }

    /// What the interpreted model and what the generated client make of a reply.
    fn judge(&self, waiter: &Waiter, vector: &Vector) -> [Judged; 2] {
        let vendor = &self.0[waiter.module];
        let operation = vendor.operations.iter().find(|operation| operation.name.value == waiter.operation);
        let operation = operation.expect("the waiter's operation");
        let judged = |verdict: &'static str, rule: Option<usize>| {
            let acceptor = rule.and_then(|rule| *waiter.acceptors.get(rule).expect("a rule of the waiter"));
            Judged { verdict, rule, acceptor }
        };
        let body = vector.body.to_string();
        let model = eval::judge(vendor, operation, &Observed::new(vector.status, &body));
        let client = (waiter.judge)(&vector.reply()).expect("a client without credentials");
        let rules = &operation.reading.rules;
        let at = |place: &str| rules.iter().position(|rule| rule.place == place).expect("a rule of the spec");
        [judged(model.verdict.as_str(), model.rule), judged(client.verdict.as_str(), client.place.map(at))]
    }
}

/// The verdict that is ours for a class of theirs.
fn ours(class: &str) -> Option<Verdict> {
    match class {
        "success" => Some(Verdict::State(State::Succeeded)),
        "failure" => Some(Verdict::State(State::Failed)),
        "retry" | "none" => Some(Verdict::State(State::Running)),
        "error" => Some(Verdict::RequestError),
        "raise" => None,
        other => panic!("`{other}` is no class of verdicts"),
    }
}

fn waiters() -> BTreeMap<&'static str, &'static Waiter> {
    WAITERS.iter().map(|waiter| (waiter.id, waiter)).collect()
}

#[test]
fn every_waiter_is_imported() {
    assert_eq!(REFUSED, [""; 0]);
    let suite = Suite::read();
    let theirs: BTreeSet<&str> = suite.acceptors.keys().map(String::as_str).collect();
    assert_eq!(waiters().into_keys().collect::<BTreeSet<_>>(), theirs);
    if Suite::is_checked_in() {
        assert_eq!(theirs.len(), 649);
    }
}

#[test]
fn replies_mean_what_they_mean_to_botocore() {
    let suite = Suite::read();
    let (models, waiters) = (Models::read(), waiters());
    let (mut compared, mut seen) = (0, BTreeSet::new());
    let mut different = Vec::new();
    for vector in &suite.vectors {
        let Some(verdict) = ours(&vector.class) else { continue };
        let waiter = waiters[vector.waiter.as_str()];
        let judged = models.judge(waiter, vector);
        let right = |judged: &Judged| judged.verdict == verdict.as_str() && judged.acceptor == vector.acceptor;
        if !judged.iter().all(right) || judged[0] != judged[1] {
            different.push(format!("{vector:?}\n    model {:?}\n    client {:?}", judged[0], judged[1]));
        }
        compared += 1;
        seen.insert(waiter.id);
    }
    assert!(
        different.is_empty(),
        "{} of {compared} differ:\n{}",
        different.len(),
        different[..different.len().min(20)].join("\n")
    );
    println!("compared {compared} verdicts of {} waiters", seen.len());
    assert!(compared > 0, "the suite holds no verdicts");
    if Suite::is_checked_in() {
        assert_eq!((compared, seen.len()), (19_344, 649));
    }
}

/// What JMESPath says of an expression that fails on a body.
fn failure(expression: &str, body: &serde_json::Value) -> String {
    let expression = jmespath::compile(expression).expect("an expression that was imported");
    let body = jmespath::Variable::from_json(&body.to_string()).expect("JSON");
    let failed = expression.search(body).expect_err("an expression that fails").to_string();
    let failed = failed.lines().next().unwrap_or_default();
    failed.trim_start_matches("Runtime error: ").to_owned()
}

#[test]
fn where_botocore_raises_the_rule_does_not_hold() {
    let suite = Suite::read();
    let (models, waiters) = (Models::read(), waiters());
    // By expression, what we say of it, and why it fails there.
    let mut classes: BTreeMap<(String, String, String), (usize, BTreeSet<&str>)> = BTreeMap::new();
    let mut raised = 0;
    for vector in suite.vectors.iter().filter(|vector| vector.class == "raise") {
        let at = vector.acceptor.expect("the acceptor that raised");
        let expression = suite.acceptors[&vector.waiter][at]["argument"].as_str().expect("an expression");
        let waiter = waiters[vector.waiter.as_str()];
        let [model, client] = models.judge(waiter, vector);
        assert_eq!(model, client, "{vector:?}");
        assert_ne!(client.acceptor, Some(at), "{vector:?}: a rule holds that fails");
        let by = client.acceptor.map_or("no acceptor".to_owned(), |at| format!("acceptor {at}"));
        let class = (expression.to_owned(), format!("{}, by {by}", client.verdict), failure(expression, &vector.body));
        let of = classes.entry(class).or_default();
        of.0 += 1;
        of.1.insert(waiter.id);
        raised += 1;
    }
    println!("{raised} verdicts are errors in botocore, in {} classes", classes.len());
    let mut text = String::from(
        "# Replies on which an expression fails in botocore, so that its wait ends with an error of Python's. Here the rule does\n\
         # not hold, and the next one is asked.\n",
    );
    for ((expression, ours, why), (replies, of)) in classes {
        let of: Vec<&str> = of.into_iter().collect();
        text.push_str(&format!("\n{expression}\n    JMESPath: {why}\n    ours: {ours}\n    replies: {replies}\n"));
        text.push_str(&format!("    waiters: {}\n", of.join("\n             ")));
    }
    if Suite::is_checked_in() {
        snapshot::compare("raises.txt", &text);
    }
}

#[test]
fn rules_that_can_never_decide_are_known() {
    let mut text = String::from(
        "# What botocore's waiters say that can never happen: the checks of specs find it, or the importer does.\n",
    );
    let mut dead = 0;
    for waiter in WAITERS.iter().filter(|waiter| !waiter.dead.is_empty()) {
        text.push_str(&format!("\n{}\n", waiter.id));
        for line in waiter.dead {
            text.push_str(&format!("    {line}\n"));
            dead += 1;
        }
    }
    println!("{dead} rules can never decide");
    if Suite::is_checked_in() {
        snapshot::compare("dead.txt", &text);
    }
}
