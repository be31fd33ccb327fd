//! The cover check against brute force: random shapes, random rules, every reply of the shape judged by the
//! interpreter, which shares no code with the patterns.

use fastrand::Rng;
use serde_json::Value;
use settled_codegen::check::{Files, check};
use settled_codegen::cover::{CaseKind, Matrix, Scope, Space, Witness, Witnesses};
use settled_codegen::diagnostic::Diagnostics;
use settled_codegen::eval::{Observed, judge};
use settled_codegen::model::{Operation, Vendor};
use settled_codegen::source::Source;
use settled_codegen::spec;

/// The most replies that one shape is enumerated to.
const MAX_REPLIES: usize = 600;

/// A type, as far as rules can tell its values apart.
#[derive(Debug, Clone)]
enum Shape {
    Bool,
    Int,
    Text,
    Enum,
    Json,
    Object(Vec<Field>),
    /// An object or a string.
    Union(Vec<Field>),
    /// A list of words.
    Words,
    /// A list of objects.
    Items(Vec<Field>),
    /// An object inside a string.
    Inside(Vec<Field>),
}

#[derive(Debug, Clone)]
struct Field {
    name: String,
    optional: bool,
    shape: Shape,
}

/// Words that rules name, and one that none of them does.
const WORDS: [&str; 3] = ["on", "off", "odd"];

fn fields(rng: &mut Rng, depth: u8, lists: bool, most: usize) -> Vec<Field> {
    let count = rng.usize(1..=most);
    let field = |(at, rng): (usize, &mut Rng)| Field {
        name: format!("f{depth}{at}"),
        optional: rng.bool(),
        shape: shape(rng, depth, lists),
    };
    (0..count).map(|at| field((at, rng))).collect()
}

fn shape(rng: &mut Rng, depth: u8, lists: bool) -> Shape {
    let kinds = match (depth, lists) {
        (0, true) => 10,
        (0, false) => 8,
        _ => 5,
    };
    match rng.u8(..kinds) {
        0 => Shape::Bool,
        1 => Shape::Int,
        2 => Shape::Text,
        3 => Shape::Enum,
        4 if depth > 0 => Shape::Bool,
        4 => Shape::Json,
        5 => Shape::Object(fields(rng, depth + 1, false, 2)),
        6 => Shape::Union(fields(rng, depth + 1, false, 2)),
        7 => Shape::Inside(fields(rng, depth + 1, false, 2)),
        8 => Shape::Words,
        _ => Shape::Items(fields(rng, depth + 1, false, 1)),
    }
}

/// A shape in the spec language. Records that need a name are added to `types`.
fn declared(shape: &Shape, types: &mut Vec<String>) -> String {
    let mut named = |fields: &[Field]| {
        let record = record(fields, &mut Vec::new());
        types.push(format!("  R{}: {record}", types.len()));
        format!("R{}", types.len() - 1)
    };
    match shape {
        Shape::Bool => "bool".to_owned(),
        Shape::Int => "int".to_owned(),
        Shape::Text => "string".to_owned(),
        Shape::Enum => "[on, off]".to_owned(),
        Shape::Json => "json".to_owned(),
        Shape::Object(fields) => record(fields, types),
        Shape::Union(fields) => format!("{} | string", named(fields)),
        Shape::Inside(fields) => format!("json_text {}", named(fields)),
        Shape::Words => "[string]".to_owned(),
        Shape::Items(fields) => format!("[{}]", named(fields)),
    }
}

fn record(fields: &[Field], types: &mut Vec<String>) -> String {
    let members = fields.iter().map(|field| {
        let optional = if field.optional { "?" } else { "" };
        format!("\"{}{optional}\": {}", field.name, declared(&field.shape, types))
    });
    format!("{{ {} }}", members.collect::<Vec<_>>().join(", "))
}

/// Every value of a shape that any rule can tell from the others, as JSON.
fn values(shape: &Shape) -> Vec<String> {
    let texts = |words: &[&str]| words.iter().map(|word| format!("{word:?}")).collect::<Vec<_>>();
    match shape {
        Shape::Bool => vec!["true".to_owned(), "false".to_owned()],
        Shape::Int => ["1", "2", "3"].map(str::to_owned).to_vec(),
        Shape::Text | Shape::Enum => texts(&WORDS),
        Shape::Json => vec!["[]".to_owned()],
        Shape::Object(fields) => objects(fields),
        Shape::Union(fields) => objects(fields).into_iter().chain(texts(&["s"])).collect(),
        Shape::Inside(fields) => objects(fields).into_iter().map(|text| Value::from(text).to_string()).collect(),
        Shape::Words => lists(&texts(&WORDS)),
        Shape::Items(fields) => lists(&objects(fields)),
    }
}

/// Lists of no, one and two different elements.
fn lists(elements: &[String]) -> Vec<String> {
    let mut all = vec!["[]".to_owned()];
    for (at, one) in elements.iter().enumerate() {
        all.push(format!("[{one}]"));
        all.extend(elements[..at].iter().map(|other| format!("[{one},{other}]")));
    }
    all
}

fn objects(fields: &[Field]) -> Vec<String> {
    let mut all = vec![Vec::new()];
    for field in fields {
        let mut members: Vec<_> =
            values(&field.shape).into_iter().map(|value| Some(format!("{:?}:{value}", field.name))).collect();
        if field.optional {
            members.extend([None, Some(format!("{:?}:null", field.name))]);
        }
        let longer = |object: &Vec<String>| {
            let with = |member: &Option<String>| object.iter().cloned().chain(member.clone()).collect::<Vec<_>>();
            members.iter().map(with).collect::<Vec<_>>()
        };
        all = all.iter().flat_map(longer).collect();
    }
    all.into_iter().map(|members| format!("{{{}}}", members.join(","))).collect()
}

/// A random place, and a random matcher that may stand there.
fn fact(rng: &mut Rng, fields: &[Field], absent: bool) -> String {
    let field = &fields[rng.usize(..fields.len())];
    let absent = absent || field.optional;
    let presence = ["present", "absent", "null", "{ not: null }", "{ not: absent }"];
    let presence = presence[rng.usize(..presence.len())].to_owned();
    let below = |rng: &mut Rng, below: &[Field], absent: bool| format!("{}.{}", field.name, fact(rng, below, absent));
    match &field.shape {
        Shape::Json if !absent => format!("{}: {{ not: null }}", field.name),
        Shape::Json => format!("{}: {presence}", field.name),
        Shape::Object(fields) | Shape::Inside(fields) if !absent || rng.u8(..3) > 0 => below(rng, fields, absent),
        // The string has no members, so what is below may be absent.
        Shape::Union(fields) if !absent || rng.u8(..3) > 0 => below(rng, fields, true),
        Shape::Object(_) | Shape::Inside(_) | Shape::Union(_) => format!("{}: {presence}", field.name),
        Shape::Words if absent && rng.u8(..4) == 0 => format!("{}: {presence}", field.name),
        Shape::Items(_) if absent && rng.u8(..4) == 0 => format!("{}: {presence}", field.name),
        Shape::Words => format!("{}: {}", field.name, elements(rng, absent, &|rng| scalar(rng, &Shape::Text, false))),
        Shape::Items(fields) => {
            let condition = |rng: &mut Rng| format!("{{ {} }}", fact(rng, fields, false));
            format!("{}: {}", field.name, elements(rng, absent, &condition))
        }
        scalar_shape => format!("{}: {}", field.name, scalar(rng, scalar_shape, absent)),
    }
}

/// A condition on the elements of a list, alone, denied, or one of several.
fn elements(rng: &mut Rng, absent: bool, condition: &dyn Fn(&mut Rng) -> String) -> String {
    let one = |rng: &mut Rng| {
        let quantifier = ["any", "all", "none"][rng.usize(..3)];
        format!("{{ {quantifier}: {} }}", condition(rng))
    };
    match rng.u8(..6) {
        0 => format!("[ {}, {} ]", one(rng), one(rng)),
        1 if absent => format!("[ absent, {} ]", one(rng)),
        2 => format!("{{ not: {} }}", one(rng)),
        3 => format!("{{ not: [ {}, {} ] }}", one(rng), one(rng)),
        _ => one(rng),
    }
}

fn scalar(rng: &mut Rng, shape: &Shape, absent: bool) -> String {
    let words: &[&str] = match shape {
        Shape::Bool => &["true", "false"],
        Shape::Int => &["1", "2"],
        _ => &WORDS[..2],
    };
    let word = |rng: &mut Rng| words[rng.usize(..words.len())].to_owned();
    match rng.u8(..if absent { 8 } else { 5 }) {
        0 => format!("[{}, {}]", word(rng), word(rng)),
        1 => format!("{{ not: {} }}", word(rng)),
        2 => format!("{{ not: [{}, {}] }}", word(rng), word(rng)),
        3 | 4 => word(rng),
        5 => format!("[{}, absent]", word(rng)),
        6 => format!("[null, {}]", word(rng)),
        _ => ["present", "absent", "null", "{ not: present }"][rng.usize(..4)].to_owned(),
    }
}

fn rule(rng: &mut Rng, fields: &[Field], verdict: &str) -> String {
    let facts = |rng: &mut Rng| {
        let count = rng.usize(1..=2);
        let facts: Vec<String> = (0..count).map(|_| fact(rng, fields, false)).collect();
        format!("{{ {} }}", facts.join(", "))
    };
    match rng.u8(..4) {
        0 => format!("      - {verdict}: [ {}, {} ]\n", facts(rng), facts(rng)),
        _ => format!("      - {verdict}: {}\n", facts(rng)),
    }
}

struct NoFiles;

impl Files for NoFiles {
    fn read(&self, _: &str) -> Result<String, String> {
        Err("there is none".to_owned())
    }
}

/// One random case.
struct Case {
    text: String,
    replies: Vec<String>,
    lists: bool,
}

fn case(rng: &mut Rng) -> Case {
    let lists = rng.u8(..4) == 0;
    let fields = loop {
        let fields = fields(rng, 0, lists, 3);
        if objects(&fields).len() <= MAX_REPLIES {
            break fields;
        }
    };
    let mut types = Vec::new();
    let reply = record(&fields, &mut types);
    let types = if types.is_empty() { String::new() } else { format!("types:\n{}\n", types.join("\n")) };
    let count = rng.usize(1..=4);
    let mut rules: String =
        (0..count).map(|at| rule(rng, &fields, ["pending", "running", "needs_input", "unknown"][at])).collect();
    if rng.bool() {
        rules.push_str("      - unknown: otherwise\n");
    }
    let text = format!(
        "vendor: Acme\nservers: {{ live: https://api.acme.test }}\n{types}operations:\n  status:\n    \
         get: /status\n    reply: {reply}\n    states:\n{rules}    poll: {{ every: 5s, deadline: 1h }}\n"
    );
    let lists = lists && fields.iter().any(|field| matches!(field.shape, Shape::Words | Shape::Items(_)));
    Case { text, replies: objects(&fields), lists }
}

/// The model, without the verdict on its cover: `None` where the spec itself is wrong.
fn model(text: &str) -> Option<(Vendor, Vec<String>)> {
    let source = Source::new("acme.yaml", text);
    let mut problems = Diagnostics::default();
    let spec = spec::read(&source, &mut problems)?;
    let vendor = check(&spec, "acme", &source, &NoFiles, &mut problems)?;
    let found = problems.into_result(&source, Some(())).err();
    let found = found.into_iter().flat_map(|report| report.diagnostics);
    let names = found.map(|one| format!("{:?}", one.problem).split([' ', '{']).next().unwrap_or_default().to_owned());
    let names: Vec<String> = names.collect();
    let of_cover = ["RuleUnreachable", "NotCovered", "WordForgotten"];
    names.iter().all(|name| of_cover.contains(&name.as_str())).then_some((vendor, names))
}

/// Whether a reply is a case of a witness.
fn is_case(spaces: &[Space], witness: &Witness, reply: &Value) -> bool {
    spaces.iter().zip(witness).all(|(space, wanted)| {
        let Some((case, Witnesses(below))) = wanted else { return true };
        let there = at(reply, &space.path);
        let tells_null = space.cases.iter().any(|case| case.kind == CaseKind::Null);
        let case = &space.cases[*case];
        let holds = match (&case.kind, &there) {
            (CaseKind::Absent, None) => true,
            (CaseKind::Absent, Some(Value::Null)) => !tells_null,
            (CaseKind::Null, there) => *there == Some(Value::Null),
            (_, None | Some(Value::Null)) => false,
            (CaseKind::Word(word), Some(value)) => printed(value) == *word,
            (CaseKind::Other, Some(value)) => !space.cases.iter().any(|case| is_word(&case.kind, value)),
            (CaseKind::Present, Some(_)) => true,
            (CaseKind::Member(member), Some(value)) => value.is_object() == (*member == 0),
            _ => false,
        };
        holds && is_case(&case.fields, below, reply)
    })
}

fn is_word(kind: &CaseKind, value: &Value) -> bool {
    matches!(kind, CaseKind::Word(word) if printed(value) == *word)
}

fn printed(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// What stands at a path, also inside a string.
fn at(reply: &Value, path: &str) -> Option<Value> {
    path.split('.').try_fold(reply.clone(), |value, step| match value {
        Value::String(text) => serde_json::from_str::<Value>(&text).ok()?.get(step).cloned(),
        value => value.get(step).cloned(),
    })
}

/// Which rule each reply meets.
fn fired(operation: &Operation, vendor: &Vendor, case: &Case) -> Vec<Option<usize>> {
    let judge = |reply: &String| {
        let judged = judge(vendor, operation, &Observed::new(200, reply));
        assert_eq!(judged.reason, None, "{reply} has the declared shape\n{}", case.text);
        judged.rule
    };
    case.replies.iter().map(judge).collect()
}

#[test]
fn what_the_check_says_is_what_enumeration_finds() {
    let mut rng = Rng::with_seed(0xc0ffee);
    let (mut exact, mut one_sided, mut covered, mut dead, mut open) = (0, 0, 0, 0, 0);
    while exact < 2_000 || one_sided < 500 {
        let case = case(&mut rng);
        let Some((vendor, found)) = model(&case.text) else { continue };
        let operation = &vendor.operations[0];
        let rules = &operation.reading.rules;
        let matrix = Matrix::of(&Scope::answers(&operation.reading), rules).expect("few enough cases");
        let fired = fired(operation, &vendor, &case);

        let uncovered = matrix.uncovered().expect("few enough cases");
        let undecided = fired.contains(&None);
        assert!(
            !undecided || uncovered.is_some(),
            "covered, but {:?} meets no rule\n{}",
            first(&case, &fired),
            case.text
        );
        for at in 0..rules.len() {
            let rows = (0..matrix.rows.len()).filter(|row| matrix.rows[*row].rule == at);
            let live = rows.into_iter().any(|row| matrix.is_live(row).expect("few enough cases"));
            let fires = fired.contains(&Some(at));
            assert!(live || !fires, "rule {} is said to be dead, and fires\n{}", at + 1, case.text);
            assert!(live == fires || case.lists, "rule {} is said to be live, and never fires\n{}", at + 1, case.text);
            dead += usize::from(!live);
            let told = found.iter().any(|name| name == "RuleUnreachable");
            assert!(live || told, "rule {} is dead, and nothing is said\n{}", at + 1, case.text);
        }
        assert_eq!(uncovered.is_some(), found.iter().any(|name| name == "NotCovered"), "{found:?}\n{}", case.text);
        if case.lists {
            one_sided += 1;
            continue;
        }
        exact += 1;
        assert_eq!(uncovered.is_some(), undecided, "said to be open: {uncovered:?}\n{}", case.text);
        match uncovered {
            None => covered += 1,
            Some(witness) => {
                open += 1;
                let is_case = |reply: &String| {
                    let reply = serde_json::from_str(reply).expect("JSON");
                    is_case(&matrix.spaces, &witness, &reply)
                };
                let met: Vec<_> = case.replies.iter().zip(&fired).filter(|(reply, _)| is_case(reply)).collect();
                let told = matrix.describe(&witness);
                assert!(!met.is_empty(), "no reply is {told}\n{}", case.text);
                assert!(met.iter().all(|(_, rule)| rule.is_none()), "{told}, but {met:?}\n{}", case.text);
            }
        }
    }
    assert!(covered > 300 && open > 300 && dead > 300, "lopsided: {covered} covered, {open} open, {dead} dead rules");
}

fn first<'c>(case: &'c Case, fired: &[Option<usize>]) -> Option<&'c String> {
    case.replies.iter().zip(fired).find(|(_, rule)| rule.is_none()).map(|(reply, _)| reply)
}
