//! A valid reply, made wrong in one place at a time.

use std::fmt;
use std::ops::Range;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

/// What each value is replaced by, and the word for it in the mutant's name.
const REPLACEMENTS: [(&str, &str); 10] = [
    ("null", "null"),
    ("a bool", "true"),
    ("zero", "0"),
    ("a negative number", "-1"),
    ("a fraction", "1.5"),
    ("a number beyond f64", "1e999"),
    ("an empty string", "\"\""),
    ("a string", "\"~\""),
    ("an array", "[]"),
    ("an object", "{}"),
];

/// Some hundred mutants of a valid JSON reply, each with a name that says what was done: `drop result.code`,
/// `result.code = null`, `double status`, `truncate at 20`.
///
/// At every depth each key is dropped, doubled (with its own value, and with null behind it) and given a value of
/// every other type; each item of an array is replaced likewise; and the text is cut at each tenth byte. Everything
/// else stays byte for byte as it was, large numbers and escapes among it. A mutant may be a reply that must be read:
/// what is dropped or null may be optional.
///
/// ```
/// use settled_testkit::hostile;
///
/// let mutants = hostile::around(r#"{"status":"done","result":{"code":0.930}}"#);
/// let mutant = |name| mutants.iter().find(|(own, _)| own == name).map(|(_, body)| body.as_slice());
/// assert_eq!(mutant("drop result.code"), Some(br#"{"status":"done","result":{}}"#.as_slice()));
/// assert_eq!(mutant("status = null"), Some(br#"{"status":null,"result":{"code":0.930}}"#.as_slice()));
/// ```
///
/// # Panics
///
/// Where `valid` is not JSON: a corpus around nothing would prove nothing.
pub fn around(valid: &str) -> Vec<(String, Vec<u8>)> {
    let root: &RawValue = match serde_json::from_str(valid) {
        Ok(root) => root,
        Err(error) => panic!("the reply to make mutants of is not JSON: {error}"),
    };
    let mut mutants = Mutants { valid, made: Vec::new() };
    mutants.value("", root.get());
    let cuts = (0..valid.len()).step_by(10).map(|at| (format!("truncate at {at}"), valid.as_bytes()[..at].to_vec()));
    mutants.made.extend(cuts);
    mutants.made
}

struct Mutants<'a> {
    valid: &'a str,
    made: Vec<(String, Vec<u8>)>,
}

impl<'a> Mutants<'a> {
    /// All mutants of one value, which is a part of the valid text.
    fn value(&mut self, path: &str, text: &'a str) {
        for (name, replacement) in REPLACEMENTS.iter().filter(|(_, replacement)| *replacement != text) {
            let path = if path.is_empty() { "the reply" } else { path };
            self.splice(format!("{path} = {name}"), text, replacement);
        }
        if let Ok(Members(members)) = serde_json::from_str(text) {
            self.members(path, text, &members);
        } else if let Ok(items) = serde_json::from_str::<Vec<&RawValue>>(text) {
            for (index, item) in items.into_iter().enumerate() {
                self.value(&format!("{path}[{index}]"), item.get());
            }
        }
    }

    fn members(&mut self, path: &str, object: &'a str, members: &[Member<'a>]) {
        for (index, (key, value)) in members.iter().enumerate() {
            let own = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
            let (before, after) = (&members[..index], &members[index + 1..]);
            let null = (key.clone(), "null");
            let this = || [(key.clone(), *value)];
            self.splice(format!("drop {own}"), object, &written(&[before, after]));
            self.splice(format!("double {own}"), object, &written(&[before, &this(), &this(), after]));
            self.splice(format!("double {own}, null last"), object, &written(&[before, &this(), after, &[null]]));
            self.value(&own, value);
        }
    }

    /// Puts `text` in the place of `part`.
    fn splice(&mut self, name: String, part: &'a str, text: &str) {
        let range = place(self.valid, part);
        let mutant = [&self.valid[..range.start], text, &self.valid[range.end..]].concat();
        self.made.push((name, mutant.into_bytes()));
    }
}

/// Where `part`, a slice of `whole`, stands in it.
fn place(whole: &str, part: &str) -> Range<usize> {
    let start = part.as_ptr() as usize - whole.as_ptr() as usize;
    start..start + part.len()
}

/// One key with its value as it was written.
type Member<'a> = (String, &'a str);

fn written(parts: &[&[Member<'_>]]) -> String {
    let members = parts.iter().flat_map(|part| part.iter());
    let members = members.map(|(key, value)| format!("{}:{value}", serde_json::Value::from(key.as_str())));
    format!("{{{}}}", members.collect::<Vec<_>>().join(","))
}

/// The members of an object in their order, doubled ones too.
struct Members<'a>(Vec<Member<'a>>);

impl<'de> Deserialize<'de> for Members<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct InOrder;

        impl<'de> Visitor<'de> for InOrder {
            type Value = Members<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut members = Vec::new();
                while let Some((key, value)) = map.next_entry::<String, &'de RawValue>()? {
                    members.push((key, value.get()));
                }
                Ok(Members(members))
            }
        }

        deserializer.deserialize_map(InOrder)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::{Value, json};

    use super::*;

    fn any_json() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<i64>().prop_map(Value::from),
            "[a-zé\"\\\\]{0,5}".prop_map(Value::from),
        ];
        leaf.prop_recursive(3, 20, 4, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
                prop::collection::btree_map("[a-zé\"\\\\]{0,5}", inner, 0..4)
                    .prop_map(|map| Value::Object(map.into_iter().collect())),
            ]
        })
    }

    /// Objects, their members, and items of arrays.
    fn count(value: &Value) -> (usize, usize) {
        let (children, members): (Vec<&Value>, usize) = match value {
            Value::Array(items) => (items.iter().collect(), 0),
            Value::Object(map) => (map.values().collect(), map.len()),
            _ => (Vec::new(), 0),
        };
        children.into_iter().map(count).fold((1, members), |sum, (values, own)| (sum.0 + values, sum.1 + own))
    }

    proptest! {
        #[test]
        fn every_mutant_is_another_text_and_only_cuts_are_no_json(value in any_json()) {
            let text = value.to_string();
            let (values, members) = count(&value);
            let mutants = around(&text);
            let cuts = text.len().div_ceil(10);
            prop_assert!(mutants.len() <= values * 10 + members * 3 + cuts);
            prop_assert!(mutants.len() >= values * 9 + members * 3 + cuts);
            for (name, body) in mutants {
                prop_assert_ne!(&body, text.as_bytes(), "{}", &name);
                let raw = serde_json::from_slice::<&RawValue>(&body);
                prop_assert!(raw.is_ok() || name.starts_with("truncate"), "{}", name);
            }
        }
    }

    #[test]
    fn a_drop_takes_the_key_and_nothing_else() {
        let mutants = around(r#"{ "a" : [ {"b":1e2, "c":"é"} ], "d":{} }"#);
        let find = |name: &str| {
            let body = &mutants.iter().find(|(own, _)| own == name).expect(name).1;
            String::from_utf8(body.clone()).expect("text")
        };
        assert_eq!(find("drop a[0].b"), r#"{ "a" : [ {"c":"é"} ], "d":{} }"#);
        assert_eq!(find("double a[0].c"), r#"{ "a" : [ {"b":1e2,"c":"é","c":"é"} ], "d":{} }"#);
        assert_eq!(find("double a, null last"), r#"{"a":[ {"b":1e2, "c":"é"} ],"d":{},"a":null}"#);
        assert_eq!(find("a[0] = an object"), r#"{ "a" : [ {} ], "d":{} }"#);
        assert_eq!(find("the reply = null"), "null");
    }

    #[test]
    fn a_reply_of_a_usual_size_has_some_hundred_mutants() {
        let reply =
            json!({"job_complete": true, "code": "2302", "result": {"ResultCode": "0810", "Actions": {"Names": "x"}}});
        let mutants = around(&reply.to_string());
        assert!((60..200).contains(&mutants.len()), "{}", mutants.len());
    }

    #[test]
    #[should_panic(expected = "not JSON")]
    fn a_corpus_around_nothing_is_refused() {
        around("{");
    }
}
