//! Specs that are large and could be somebody's: each is checked soon, or is told to be too large.

use std::time::{Duration, Instant};

use settled_codegen::check::check;
use settled_codegen::cover::{Matrix, Scope, TooLarge};
use settled_codegen::diagnostic::Diagnostics;
use settled_codegen::model::Reading;
use settled_codegen::model::rules::RuleFacts;
use settled_codegen::source::Source;
use settled_codegen::spec;

use super::NoFiles;

/// How many times as long as that of a small spec a check may take.
const SOON: u32 = 1_000;

fn vendor(types: &str, reply: &str, rules: &[String]) -> String {
    let types = if types.is_empty() { String::new() } else { format!("types: {{ {types} }}\n") };
    let rules: String = rules.iter().map(|rule| format!("      - {rule}\n")).collect();
    format!(
        "vendor: Acme\nservers: {{ live: https://api.acme.test }}\n{types}operations:\n  status:\n    get: /status\n    \
         reply: {{ {reply} }}\n    states:\n{rules}      - unknown: otherwise\n    poll: {{ every: 5s, deadline: 1h }}\n"
    )
}

fn listed(count: usize, one: impl Fn(usize) -> String) -> String {
    (0..count).map(one).collect::<Vec<_>>().join(", ")
}

/// Twenty words, and rules that name a list of some of them.
fn words_in_lists() -> String {
    let some = |from: usize| listed(8, |at| format!("w{}", (from + at) % 20));
    let rule = |at: usize| format!("{}: {{ status: [ {} ], kind: [ {} ] }}", verdict(at), some(at), some(at * 3));
    let word = listed(20, |at| format!("w{at}"));
    vendor("", &format!("status: [ {word} ], kind: [ {word} ]"), &(0..8).map(rule).collect::<Vec<_>>())
}

fn verdict(at: usize) -> &'static str {
    ["pending", "running", "needs_input", "unknown"][at % 4]
}

/// So many words of a list's elements, each asked for alone, and then of all.
fn conditions(count: usize, quantifier: &str) -> String {
    let rule = |at: usize| format!("{}: {{ items: {{ {quantifier}: {{ status: w{at} }} }} }}", verdict(at));
    let all = format!("succeeded: {{ items: {{ all: {{ status: [ {} ] }} }} }}", listed(count, |at| format!("w{at}")));
    let rules: Vec<String> = (0..count).map(rule).chain([all]).collect();
    vendor("Item: { status: string }", "items: [Item]", &rules)
}

/// Conditions that many elements can meet together.
fn crossing_conditions(count: usize) -> String {
    let rule = |at: usize| format!("{}: {{ items: {{ all: {{ f{at}: true }} }} }}", verdict(at));
    let fields = listed(count, |at| format!("f{at}: bool"));
    vendor(&format!("Item: {{ {fields} }}"), "items: [Item]", &(0..count).map(rule).collect::<Vec<_>>())
}

/// Optional booleans that rules look at one by one, and two by two.
fn booleans(count: usize) -> String {
    let rule = |at: usize| {
        let next = (at + 1) % count;
        format!("{}: {{ f{at}: true, f{next}: [ false, absent ] }}", verdict(at))
    };
    let rules: Vec<String> = (0..count).map(rule).collect();
    vendor("", &listed(count, |at| format!("\"f{at}?\": bool")), &rules)
}

/// Fields of five words each, with rules over several fields at once.
fn fields_of_words(fields: usize, together: usize) -> String {
    let rule = |at: usize| {
        let fact = |more: usize| format!("f{}: [ w{}, w{} ]", (at + more) % fields, at % 5, (at + more + 1) % 5);
        format!("{}: {{ {} }}", verdict(at), listed(together, fact))
    };
    let words = listed(5, |at| format!("w{at}"));
    let rules: Vec<String> = (0..fields).map(rule).collect();
    vendor("", &listed(fields, |at| format!("f{at}: [ {words} ]")), &rules)
}

/// Optional booleans of which any two may be looked at.
fn pairs_of_booleans(count: usize) -> String {
    let pairs = (0..count).flat_map(|one| (0..one).map(move |other| (one, other)));
    let rule = |(at, (one, other)): (usize, (usize, usize))| {
        let (this, that) = if at % 2 == 0 { ("true", "[ false, absent ]") } else { ("absent", "true") };
        format!("{}: {{ f{one}: {this}, f{other}: {that} }}", verdict(at))
    };
    let rules: Vec<String> = pairs.enumerate().map(rule).collect();
    vendor("", &listed(count, |at| format!("\"f{at}?\": bool")), &rules)
}

/// Many rules, each over a few of the fields.
fn many_rules(rules: usize, fields: usize, together: usize) -> String {
    let rule = |at: usize| {
        let fact = |more: usize| format!("f{}: w{}", (at * 7 + more * (1 + at % 3)) % fields, (at + more * at / 5) % 5);
        format!("{}: {{ {} }}", verdict(at), listed(together, fact))
    };
    let words = listed(5, |at| format!("w{at}"));
    vendor("", &listed(fields, |at| format!("f{at}: [ {words} ]")), &(0..rules).map(rule).collect::<Vec<_>>())
}

/// Rules that each unfold to many rows.
fn many_rows(rules: usize, fields: usize) -> String {
    let rule = |at: usize| {
        let fact = |field: usize| match (field + at) % fields {
            0 => format!("f{field}: false"),
            _ => format!("f{field}: [ true, absent ]"),
        };
        format!("{}: {{ {} }}", verdict(at), listed(fields, fact))
    };
    vendor("", &listed(fields, |at| format!("\"f{at}?\": bool")), &(0..rules).map(rule).collect::<Vec<_>>())
}

/// Rules that unfold to one row, two, four, and so on.
fn doubling_rows(rules: usize) -> Vec<String> {
    let rule = |at: usize| {
        let facts = (0..at).map(|field| format!("f{field}: [ true, absent ], ")).collect::<String>();
        format!("{}: {{ {facts}last: true }}", verdict(at))
    };
    (0..rules).map(rule).collect()
}

/// A number cut into many ranges, beside another.
fn ranges(count: usize) -> String {
    let rule = |at: usize| {
        let (from, to) = (at * 10, at * 10 + 7);
        format!("{}: {{ n: {{ at_least: {from}, below: {to} }}, m: {{ above: {to} }} }}", verdict(at))
    };
    vendor("", "n: int, m: int", &(0..count).map(rule).collect::<Vec<_>>())
}

/// Beginnings and parts of one text.
fn texts(count: usize) -> String {
    let rule = |at: usize| match at % 2 {
        0 => format!("{}: {{ note: {{ starts_with: begin{at}, contains: part{at} }} }}", verdict(at)),
        _ => format!("{}: {{ note: {{ contains: part{at} }} }}", verdict(at)),
    };
    vendor("", "note: string", &(0..count).map(rule).collect::<Vec<_>>())
}

/// What came of a spec: what is said of it, without repeating, and in what time.
fn checked(name: &str, text: &str) -> (Duration, Vec<String>) {
    let started = Instant::now();
    let source = Source::new("acme.yaml", text);
    let said = settled_codegen::model(&source, "acme", &NoFiles).err().map_or(Vec::new(), |report| {
        let name = |problem: String| problem.split([' ', '{']).next().unwrap_or_default().to_owned();
        report.diagnostics.iter().map(|one| name(format!("{:?}", one.problem))).collect()
    });
    let took = started.elapsed();
    println!("{name}: {} ms, {said:?}", took.as_millis());
    (took, said)
}

#[test]
fn large_specs_are_checked_soon_or_told_to_be_too_large() {
    let specs = [
        ("20 words in lists", words_in_lists()),
        ("15 words of elements, any", conditions(15, "any")),
        ("15 words of elements, all", conditions(15, "all")),
        ("15 words of elements, none", conditions(15, "none")),
        ("4 conditions across", crossing_conditions(4)),
        ("15 conditions across", crossing_conditions(15)),
        ("12 optional booleans", booleans(12)),
        ("10 fields of 5 words", fields_of_words(10, 2)),
        ("10 fields of 5 words, five at once", fields_of_words(10, 5)),
        ("12 optional booleans, two of them at once by turns", pairs_of_booleans(12)),
        ("8 booleans in each of 8 rules", many_rows(8, 8)),
        ("11 booleans in each of 4 rules", many_rows(4, 11)),
        ("9 booleans in each of 16 rules", many_rows(16, 9)),
        ("12 booleans in each of 12 rules", many_rows(12, 12)),
        ("60 rules on 10 fields of 5 words", many_rules(60, 10, 3)),
        ("100 rules on 12 fields of 5 words", many_rules(100, 12, 4)),
        ("30 ranges of two numbers", ranges(30)),
        ("10 beginnings and parts", texts(10)),
        ("20 beginnings and parts", texts(20)),
    ];
    let small = (0..5).map(|_| checked("3 words of elements", &conditions(3, "any")).0).min().unwrap_or_default();
    // What else runs on the machine may slow one try down, and not three.
    let is_slow = |(name, text): &&(&str, String)| (0..3).all(|_| checked(name, text).0 > small * SOON);
    let slow: Vec<_> = specs.iter().filter(is_slow).map(|(name, _)| name).collect();
    assert!(slow.is_empty(), "{slow:?}");
    for (name, text) in [("too many rows", many_rows(12, 12)), ("too many steps", many_rows(3, 11))] {
        let (_, said) = checked(name, &text);
        assert_eq!(said, ["TooManyCases"], "{name}");
    }
}

/// What is read of the replies of a vendor with these rules, however large they are.
fn reading(fields: usize, rules: &[String]) -> Reading {
    let fields = listed(fields, |at| format!("\"f{at}?\": bool"));
    let source = Source::new("acme.yaml", vendor("", &format!("{fields}, last: bool"), rules));
    let mut problems = Diagnostics::default();
    let spec = spec::read(&source, &mut problems).expect("a spec");
    let mut vendor = check(&spec, "acme", &source, &NoFiles, &mut problems).expect("a model");
    vendor.operations.remove(0).reading
}

#[test]
fn rules_unfold_to_4096_rows_and_no_more() {
    let rows = |rules: &[String]| {
        let reading = reading(11, rules);
        Matrix::of(&Scope::answers(&reading), &reading.rules).map(|matrix| matrix.rows.len())
    };
    let mut rules = doubling_rows(12);
    // The last row is that of `otherwise`.
    assert_eq!(rows(&rules), Ok(4096));
    rules.push("running: { last: false }".to_owned());
    assert_eq!(rows(&rules), Err(TooLarge));
}

#[test]
fn facts_unfold_to_4096_rows_and_no_more() {
    let rows = |fields: usize, last: &str| {
        let facts = listed(fields, |at| format!("f{at}: [ true, absent ]"));
        let reading = reading(fields, &[format!("running: {{ {facts}, last: {last} }}")]);
        let RuleFacts::AnyOf(all) = &reading.rules[0].facts else { panic!("it has facts") };
        let scope = Scope::answers(&reading);
        Matrix::of_facts(&scope, &[all[0].1.clone()]).map(|matrix| matrix.rows.len())
    };
    assert_eq!(rows(12, "true"), Ok(4096));
    assert_eq!(rows(12, "[ true, { not: false } ]"), Ok(4096), "what is said twice takes one row");
    assert_eq!(rows(13, "true"), Err(TooLarge));
}
