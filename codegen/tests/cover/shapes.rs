//! Random shapes of replies, and every value of them that rules can tell from the others.

use fastrand::Rng;
use serde_json::Value;

/// A type, as far as rules can tell its values apart.
#[derive(Debug, Clone)]
pub(crate) enum Shape {
    Bool,
    LenientBool,
    Int,
    LenientInt,
    Float,
    /// A text of which rules name words.
    Text,
    /// A text of which rules name words and beginnings.
    Begun,
    LenientText,
    Enum,
    Json,
    Object(Vec<Field>),
    /// An object or a string.
    Union(Vec<Field>),
    /// An object inside a string.
    Inside(Vec<Field>),
    /// A list of words.
    Words,
    /// A list of words of which rules name one.
    Few,
    /// A list of objects.
    Items(Vec<Field>),
    /// An object with any keys, and objects for values.
    Map(Vec<Field>),
}

#[derive(Debug, Clone)]
pub(crate) struct Field {
    pub(crate) name: String,
    pub(crate) optional: bool,
    pub(crate) shape: Shape,
}

/// What a random shape may hold.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Limits {
    /// The most fields of the reply.
    pub(crate) fields: usize,
    /// The most lists.
    pub(crate) lists: usize,
}

/// Words that rules name, and one that none of them does.
pub(crate) const WORDS: [&str; 3] = ["on", "off", "odd"];

/// Beginnings that rules name: of each other, of words, and of other texts.
pub(crate) const BEGINNINGS: [&str; 4] = ["o", "of", "off", "on"];

/// The numbers that rules name.
pub(crate) const NUMBERS: [&str; 2] = ["2", "5"];

/// The numbers that rules name where they have fractions.
pub(crate) const FRACTIONS: [&str; 2] = ["0", "0.5"];

/// The most values of an element: lists have every set of them.
const MAX_ELEMENTS: usize = 7;

impl Shape {
    /// Whether it is a list, or what counts like one.
    pub(crate) fn is_list(&self) -> bool {
        matches!(self, Shape::Words | Shape::Few | Shape::Items(_) | Shape::Map(_))
    }
}

/// How many lists stand side by side.
pub(crate) fn lists_of(fields: &[Field]) -> usize {
    let of = |field: &Field| match &field.shape {
        Shape::Object(below) | Shape::Union(below) | Shape::Inside(below) => lists_of(below),
        shape => usize::from(shape.is_list()),
    };
    fields.iter().map(of).sum()
}

/// The fields of a random reply.
pub(crate) fn reply(rng: &mut Rng, limits: Limits) -> Vec<Field> {
    loop {
        let fields = fields(rng, 0, limits.fields, limits.lists > 0);
        if lists_of(&fields) <= limits.lists {
            return fields;
        }
    }
}

fn fields(rng: &mut Rng, depth: u8, most: usize, lists: bool) -> Vec<Field> {
    let count = rng.usize(1..=most);
    let name = |at| format!("f{depth}{at}");
    (0..count).map(|at| Field { name: name(at), optional: rng.bool(), shape: shape(rng, depth, lists) }).collect()
}

fn shape(rng: &mut Rng, depth: u8, lists: bool) -> Shape {
    let kinds = match (depth, lists) {
        (0, true) => 18,
        (0, false) => 14,
        _ => 9,
    };
    match rng.u8(..kinds) {
        0 => Shape::Bool,
        1 => Shape::LenientBool,
        2 => Shape::Int,
        3 => Shape::LenientInt,
        4 => Shape::Float,
        5 => Shape::Text,
        6 => Shape::Begun,
        7 => Shape::LenientText,
        8 => Shape::Enum,
        9 => Shape::Json,
        10 | 11 => Shape::Object(fields(rng, depth + 1, 2, false)),
        12 => Shape::Union(fields(rng, depth + 1, 2, false)),
        13 => Shape::Inside(fields(rng, depth + 1, 2, false)),
        14 => Shape::Words,
        15 => Shape::Map(element(rng, depth + 1)),
        _ => Shape::Items(element(rng, depth + 1)),
    }
}

/// The fields of an element: few enough values that lists can hold every set of them.
fn element(rng: &mut Rng, depth: u8) -> Vec<Field> {
    loop {
        let mut fields = fields(rng, depth, 2, false);
        if rng.u8(..4) == 0 {
            fields[0].shape = Shape::Few;
        }
        if count(&fields) <= MAX_ELEMENTS {
            return fields;
        }
    }
}

/// A shape in the spec language. Records that need a name are added to `types`, named after `tag`.
pub(crate) fn declared(shape: &Shape, tag: &str, types: &mut Vec<String>) -> String {
    let mut named = |fields: &[Field]| {
        let record = record(fields, tag, types);
        types.push(format!("  R{tag}x{}: {record}", types.len()));
        format!("R{tag}x{}", types.len() - 1)
    };
    match shape {
        Shape::Bool => "bool".to_owned(),
        Shape::LenientBool => "lenient_bool".to_owned(),
        Shape::Int => "int".to_owned(),
        Shape::LenientInt => "lenient_int".to_owned(),
        Shape::Float => "float".to_owned(),
        Shape::Text | Shape::Begun => "string".to_owned(),
        Shape::LenientText => "lenient_string".to_owned(),
        Shape::Enum => "[on, off]".to_owned(),
        Shape::Json => "json".to_owned(),
        Shape::Object(fields) => record(fields, tag, types),
        Shape::Union(fields) => format!("{} | string", named(fields)),
        Shape::Inside(fields) => format!("json_text {}", named(fields)),
        Shape::Words | Shape::Few => "[string]".to_owned(),
        Shape::Items(fields) => format!("[{}]", named(fields)),
        Shape::Map(fields) => format!("{{ \"*\": {} }}", named(fields)),
    }
}

pub(crate) fn record(fields: &[Field], tag: &str, types: &mut Vec<String>) -> String {
    let members = fields.iter().map(|field| {
        let optional = if field.optional { "?" } else { "" };
        format!("\"{}{optional}\": {}", field.name, declared(&field.shape, tag, types))
    });
    format!("{{ {} }}", members.collect::<Vec<_>>().join(", "))
}

/// Every value of a shape that any rule can tell from the others, as JSON.
fn values(shape: &Shape) -> Vec<String> {
    let plain = |all: &[&str]| all.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
    let texts = |words: &[&str]| words.iter().map(|word| format!("{word:?}")).collect::<Vec<_>>();
    match shape {
        Shape::Bool => plain(&["true", "false"]),
        Shape::LenientBool => plain(&["true", "\"False\""]),
        // At every number that rules name, between them, and on both sides.
        Shape::Int => plain(&["1", "2", "3", "5", "6"]),
        Shape::LenientInt => plain(&["-1", "\"2\"", "3", "5", "\"6\""]),
        Shape::Float => plain(&["-1", "-0.0", "0.25", "0.5", "1e2"]),
        Shape::Text | Shape::Enum => texts(&WORDS),
        Shape::Begun => texts(&["on", "off", "once", "offer", "often", "odd", "x"]),
        Shape::LenientText => plain(&["\"on\"", "\"off\"", "2", "\"5\"", "7"]),
        Shape::Json => plain(&["[]"]),
        Shape::Object(fields) => objects(fields),
        Shape::Union(fields) => objects(fields).into_iter().chain(texts(&["s"])).collect(),
        Shape::Inside(fields) => objects(fields).into_iter().map(|text| Value::from(text).to_string()).collect(),
        Shape::Words => lists(&texts(&WORDS)),
        Shape::Few => lists(&texts(&["on", "odd"])),
        Shape::Items(fields) => lists(&objects(fields)),
        Shape::Map(fields) => sets(&objects(fields)).iter().map(|set| map(set)).collect(),
    }
}

/// Every set of elements, and one in which the same stands twice.
fn lists(elements: &[String]) -> Vec<String> {
    let twice = vec![&elements[0], &elements[0]];
    let list = |set: &Vec<&String>| {
        let elements: Vec<&str> = set.iter().map(|element| element.as_str()).collect();
        format!("[{}]", elements.join(","))
    };
    sets(elements).iter().chain([&twice]).map(list).collect()
}

fn sets(elements: &[String]) -> Vec<Vec<&String>> {
    let chosen = |set: usize| elements.iter().enumerate().filter(move |(at, _)| set & 1 << at != 0);
    (0_usize..1 << elements.len()).map(|set| chosen(set).map(|(_, element)| element).collect()).collect()
}

fn map(values: &[&String]) -> String {
    let members = values.iter().enumerate().map(|(at, value)| format!("\"k{at}\":{value}"));
    format!("{{{}}}", members.collect::<Vec<_>>().join(","))
}

/// How many objects there are, without making them.
pub(crate) fn count(fields: &[Field]) -> usize {
    let of = |field: &Field| {
        let values = match &field.shape {
            Shape::Object(below) | Shape::Inside(below) => count(below),
            Shape::Union(below) => count(below) + 1,
            Shape::Items(below) => (1 << count(below)) + 1,
            Shape::Map(below) => 1 << count(below),
            shape => values(shape).len(),
        };
        values + if field.optional { 2 } else { 0 }
    };
    fields.iter().map(of).product()
}

/// Every object with these fields.
pub(crate) fn objects(fields: &[Field]) -> Vec<String> {
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
