//! Random acceptors and replies over one shape.

use fastrand::Rng;
use serde_json::{Map, Value, json};

const WORDS: [&str; 4] = ["", "x", "y", "zz"];

/// An acceptor that looks into the reply.
#[derive(Debug)]
pub(crate) struct Accept {
    pub(crate) matcher: &'static str,
    pub(crate) argument: String,
    pub(crate) expected: Value,
}

impl Accept {
    pub(crate) fn random(rng: &mut Rng) -> Self {
        let word = Value::from(WORDS[rng.usize(..WORDS.len())]);
        match rng.u8(..8) {
            0 => Accept { matcher: "path", argument: "one.a".to_owned(), expected: word },
            1..4 => {
                let matcher = if rng.bool() { "pathAny" } else { "pathAll" };
                Accept { matcher, argument: projection(rng), expected: word }
            }
            _ => Accept { matcher: "path", argument: test(rng, 3, false), expected: json!(rng.u8(..4) > 0) },
        }
    }
}

fn projection(rng: &mut Rng) -> String {
    match rng.u8(..6) {
        0 => "parts[].a".to_owned(),
        1 => "parts[].ys[].a".to_owned(),
        2 => "tags.*.a".to_owned(),
        3 => format!("parts[?{}].a", test(rng, 1, true)),
        4 => format!("parts[?{}][].ys[].a", test(rng, 1, true)),
        _ => "words[]".to_owned(),
    }
}

/// An expression that is true or false; of an element, where `inside`.
fn test(rng: &mut Rng, depth: u8, inside: bool) -> String {
    let below = depth.saturating_sub(1);
    match rng.u8(..if depth == 0 { 8 } else { 13 }) {
        0 | 1 => format!("a {} '{}'", equality(rng), WORDS[rng.usize(..WORDS.len())]),
        2 => format!("n {} `{}`", comparison(rng), rng.u8(..4)),
        3 => format!("n {} m", equality(rng)),
        4 => format!("length(text) {} `{}`", comparison(rng), rng.u8(..3)),
        5 => "length(text || '') > `0`".to_owned(),
        6 => format!("length(ys) {} `{}`", comparison(rng), rng.u8(..3)),
        7 => format!("length(ys[].a) {} `0`", if rng.bool() { ">" } else { "==" }),
        8 => format!("({}) && ({})", test(rng, below, inside), test(rng, below, inside)),
        9 => format!("({}) || ({})", test(rng, below, inside), test(rng, below, inside)),
        10 => format!("!({})", test(rng, below, inside)),
        _ if inside => format!("a == '{}'", WORDS[rng.usize(..WORDS.len())]),
        11 => format!("length(parts[?{}]) {} `0`", test(rng, below, true), if rng.bool() { ">" } else { "==" }),
        _ => format!("length(parts[?{}]) == length(parts)", test(rng, below, true)),
    }
}

fn equality(rng: &mut Rng) -> &'static str {
    if rng.bool() { "==" } else { "!=" }
}

fn comparison(rng: &mut Rng) -> &'static str {
    ["==", "!=", "<", "<=", ">", ">="][rng.usize(..6)]
}

/// A reply.
pub(crate) fn body(rng: &mut Rng) -> Value {
    let mut body = element(rng, 2);
    let Value::Object(fields) = &mut body else { return body };
    put(rng, fields, "one", |rng| element(rng, 0));
    put(rng, fields, "parts", |rng| list(rng, |rng| element(rng, 1)));
    put(rng, fields, "words", |rng| list(rng, word));
    put(rng, fields, "tags", |rng| {
        let keys = ["k", "l", "m"].into_iter().take(rng.usize(..4));
        keys.map(|key| (key.to_owned(), element(rng, 0))).collect::<Map<_, _>>().into()
    });
    body
}

fn element(rng: &mut Rng, depth: u8) -> Value {
    let mut fields = Map::new();
    put(rng, &mut fields, "a", word);
    put(rng, &mut fields, "text", word);
    put(rng, &mut fields, "n", |rng| rng.u8(..4).into());
    put(rng, &mut fields, "m", |rng| rng.u8(..4).into());
    if depth > 0 {
        put(rng, &mut fields, "ys", |rng| list(rng, |rng| element(rng, 0)));
    }
    fields.into()
}

/// A field that is there mostly, and sometimes null.
fn put(rng: &mut Rng, fields: &mut Map<String, Value>, name: &str, value: impl FnOnce(&mut Rng) -> Value) {
    match rng.u8(..8) {
        0 => {}
        1 => drop(fields.insert(name.to_owned(), Value::Null)),
        _ => drop(fields.insert(name.to_owned(), value(rng))),
    }
}

fn word(rng: &mut Rng) -> Value {
    WORDS[rng.usize(..WORDS.len())].into()
}

fn list(rng: &mut Rng, mut element: impl FnMut(&mut Rng) -> Value) -> Value {
    let length = rng.usize(..4);
    (0..length).map(|_| element(rng)).collect::<Vec<_>>().into()
}
