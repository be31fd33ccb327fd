//! Random replies of a declared shape, and of nearly that shape.

use fastrand::Rng;
use settled_codegen::model::{Reading, TimeKind, Type, Types, View, ViewKind};

/// Texts that two readers are likely to take differently. Each is a JSON string as it stands in a body.
const TEXTS: &[&str] = &[
    r#""""#,
    r#""x""#,
    r#""true""#,
    r#""FALSE""#,
    r#""7""#,
    r#""-7""#,
    r#""+7""#,
    r#""07""#,
    r#""null""#,
    r#""{}""#,
    r#""[]""#,
    r#""{\"status\":\"Success\",\"jobId\":\"j\"}""#,
    r#""{\"errorCode\":\"INVOKE-500\",\"error\":\"e\"}""#,
    r#""{\"ResultCode\":\"0810\",\"ResultText\":\"t\",\"IsFinalResult\":false}""#,
    r#""{\"status\":\"Success\",\"status\":\"Failed\",\"jobId\":\"j\"}""#,
    r#""{\"status\":\"\\ud800\",\"jobId\":\"j\"}""#,
    r#""\u0053uccess""#,
    r#""\ud83d\ude00""#,
    r#""\ud800""#,
    r#""INVOKE-200""#,
    r#""2301""#,
    r#""INVALID_SESSION_ID""#,
    r#""AB""#,
    r#""A B""#,
];

/// Values of every kind, numbers in every form among them.
const OTHERS: &[&str] = &[
    "null",
    "true",
    "false",
    "0",
    "-0",
    "7",
    "2301",
    "1.0",
    "-1.50",
    "1e2",
    "1E+2",
    "1e999",
    "-1e999",
    "9223372036854775807",
    "9223372036854775808",
    "18446744073709551616",
    "[]",
    "[null]",
    "[[],{}]",
    "{}",
    r#"{"":0}"#,
    r#"{"\ud800":0}"#,
    r#"{"a":1,"a":2}"#,
    r#"{"$serde_json::private::Number":"1"}"#,
    r#"{"$serde_json::private::Number":7}"#,
    r#"{"$serde_json::private::RawValue":"{}"}"#,
];

/// Moments, and what is none.
const MOMENTS: &[&str] = &[
    r#""2024-01-02T03:04:05Z""#,
    r#""2024-01-02T03:04:05.000001Z""#,
    r#""2024-01-02T03:04:04.999999999Z""#,
    r#""2024-01-02T04:04:05+01:00""#,
    r#""1999-12-31T23:59:59Z""#,
    r#""2031-01-01T00:00:00-00:30""#,
    r#""soon""#,
];

/// How many of a hundred values are replaced by something else.
#[derive(Clone, Copy)]
pub(crate) struct Wildness(pub(crate) u8);

/// What the rules of an operation name, and texts around it.
#[derive(Default)]
pub(crate) struct Named {
    texts: Vec<String>,
    numbers: Vec<i64>,
}

impl Named {
    pub(crate) fn of(reading: &Reading) -> Self {
        let mut named = Named::default();
        let errors = reading.errors.iter().filter_map(|error| error.body.as_ref());
        [&reading.answer].into_iter().chain(errors).for_each(|view| named.gather(view));
        named
    }

    fn gather(&mut self, view: &View) {
        match &view.kind {
            ViewKind::Scalar(asked) => {
                self.numbers.extend(asked.words.iter().filter_map(|word| word.parse::<i64>().ok()));
                self.numbers.extend(asked.cuts.iter().filter(|cut| cut.unsigned_abs() < 10_000));
                for beginning in &asked.beginnings {
                    self.texts.extend(asked.parts.iter().map(|part| format!("{beginning} {part}")));
                }
                for text in asked.words.iter().chain(&asked.beginnings).chain(&asked.parts) {
                    self.texts.extend([text.clone(), format!("{text} more"), format!("no {text}")]);
                }
            }
            ViewKind::Object(children) => children.iter().for_each(|(_, child)| self.gather(child)),
            ViewKind::Inner(inner) => self.gather(inner),
            ViewKind::Union(members) => members.iter().for_each(|member| self.gather(member)),
            ViewKind::List(items, elements) => {
                items.iter().for_each(|(_, item)| self.gather(item));
                elements.view.iter().for_each(|view| self.gather(view));
            }
            ViewKind::Map(values, elements) => {
                values.iter().for_each(|(_, value)| self.gather(value));
                elements.view.iter().for_each(|view| self.gather(view));
            }
        }
    }
}

/// A value of a type, as text.
pub(crate) fn value(rng: &mut Rng, ty: &Type, types: &Types, wildness: Wildness, named: &Named) -> String {
    if rng.u8(..100) < wildness.0 {
        return any(rng);
    }
    match ty {
        Type::Sensitive(inner) => value(rng, inner, types, wildness, named),
        Type::JsonText(inner) => quoted(&value(rng, inner, types, wildness, named)),
        Type::String | Type::Secret if !named.texts.is_empty() && rng.u8(..3) > 0 => {
            quoted(&named.texts[rng.usize(..named.texts.len())])
        }
        Type::Int if !named.numbers.is_empty() && rng.bool() => {
            (named.numbers[rng.usize(..named.numbers.len())] + rng.i64(-1..=1)).to_string()
        }
        Type::String | Type::Secret => pick(rng, TEXTS),
        Type::Int => pick(rng, &["0", "3", "5", "7", "-7", "11", "2301"]),
        Type::Float => pick(rng, &["0", "1.0", "-1.50", "1e2"]),
        Type::Bool => pick(rng, &["true", "false"]),
        Type::Json => any(rng),
        Type::Time(TimeKind::Timestamp) => pick(rng, MOMENTS),
        Type::Time(_) => pick(rng, &["0", "1.5", r#""30""#, "1704164645", "1704164645.000001", r#""1704164646""#]),
        Type::VendorUrl => pick(rng, &[r#""/a""#, r#""https://acme.example""#]),
        Type::LenientString => pick(rng, &["7", "1.0", r#""2301""#, "2301", r#""x""#]),
        Type::LenientInt => pick(rng, &["0", "7", "8", "9", r#""7""#, r#""-7""#]),
        Type::LenientBool => pick(rng, &["true", "false", r#""true""#, r#""False""#]),
        Type::Enum(at) => {
            let words = &types.enums[*at].words;
            quoted(&words[rng.usize(..words.len())].text)
        }
        Type::List(inner) => {
            let count = rng.usize(..4);
            let items: Vec<String> = match rng.u8(..3) {
                // Conditions on all elements hold for elements that are alike.
                0 => vec![value(rng, inner, types, wildness, named); count],
                _ => (0..count).map(|_| value(rng, inner, types, wildness, named)).collect(),
            };
            format!("[{}]", items.join(","))
        }
        Type::Map(inner) => {
            let members =
                (0..rng.usize(..4)).map(|at| format!("\"k{at}\":{}", value(rng, inner, types, wildness, named)));
            format!("{{{}}}", members.collect::<Vec<_>>().join(","))
        }
        Type::Union(at) => {
            let members = &types.unions[*at].members;
            let (_, member) = &members[rng.usize(..members.len())];
            value(rng, member, types, wildness, named)
        }
        Type::Record(at) => record(rng, *at, types, wildness, named),
    }
}

fn record(rng: &mut Rng, at: usize, types: &Types, wildness: Wildness, named: &Named) -> String {
    let is_wild = |rng: &mut Rng| rng.u8(..100) < wildness.0;
    let mut members = Vec::new();
    for field in &types.records[at].fields {
        let missing = (field.optional && rng.u8(..3) == 0) || is_wild(rng);
        if missing {
            continue;
        }
        let value = match field.optional && rng.u8(..6) == 0 {
            true => "null".to_owned(),
            false => value(rng, &field.ty, types, wildness, named),
        };
        members.push(format!("{}:{value}", quoted(&field.name)));
    }
    if is_wild(rng) && !members.is_empty() {
        // Sometimes a member stands twice, sometimes one that nobody knows stands between.
        let at = rng.usize(..members.len());
        let extra = if rng.bool() { members[at].clone() } else { format!("\"other\":{}", any(rng)) };
        members.insert(rng.usize(..=members.len()), extra);
    }
    format!("{{{}}}", members.join(","))
}

fn any(rng: &mut Rng) -> String {
    if rng.bool() { pick(rng, TEXTS) } else { pick(rng, OTHERS) }
}

fn pick(rng: &mut Rng, all: &[&str]) -> String {
    all[rng.usize(..all.len())].to_owned()
}

fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
