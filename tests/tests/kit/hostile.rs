//! The corpus of replies: each is what its name says.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, IgnoredAny, MapAccess, Visitor};
use serde_json::Value;
use settled_testkit::hostile;

fn named() -> BTreeMap<&'static str, Vec<u8>> {
    hostile::bodies().into_iter().collect()
}

#[test]
fn names_and_bodies_are_there_once() {
    let bodies = hostile::bodies();
    let names: BTreeSet<&str> = bodies.iter().map(|(name, _)| *name).collect();
    let texts: BTreeSet<&[u8]> = bodies.iter().map(|(_, body)| body.as_slice()).collect();
    assert_eq!((names.len(), texts.len()), (bodies.len(), bodies.len()));
    assert!(bodies.len() > 100, "{}", bodies.len());
}

/// What a careful reader finds: the one `status` of an object, where it is a string.
struct Status(String);

impl<'de> Deserialize<'de> for Status {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Fields;

        impl<'de> Visitor<'de> for Fields {
            type Value = Status;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object with one status")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Status, A::Error> {
                let mut status = None;
                while let Some(key) = map.next_key::<String>()? {
                    if key != "status" {
                        map.next_value::<IgnoredAny>()?;
                    } else if status.replace(map.next_value::<String>()?).is_some() {
                        return Err(A::Error::duplicate_field("status"));
                    }
                }
                status.map(Status).ok_or_else(|| A::Error::missing_field("status"))
            }
        }

        deserializer.deserialize_map(Fields)
    }
}

#[test]
fn a_careful_reader_finds_a_success_only_where_it_may() {
    for (name, body) in hostile::bodies() {
        let found = serde_json::from_slice::<Status>(&body).is_ok_and(|status| status.0 == "succeeded");
        // This reader takes no byte order mark.
        let may = hostile::MAY_SUCCEED.contains(&name) && name != "BOM";
        assert_eq!(found, may, "{name}");
    }
    let bodies = named();
    assert!(hostile::MAY_SUCCEED.iter().all(|name| bodies.contains_key(name)));
}

#[test]
fn what_is_cut_off_or_no_json_does_not_parse() {
    let parse = |body: &[u8]| serde_json::from_slice::<Value>(body);
    let starts = ["truncated", "raw ", "deep", "invalid UTF-8", "two documents", "UTF-16", "trailing", "lone ", "BOM"];
    let found = hostile::bodies().into_iter().filter(|(name, _)| starts.iter().any(|start| name.starts_with(start)));
    let mut count = 0;
    for (name, body) in found {
        assert!(parse(&body).is_err(), "{name}");
        count += 1;
    }
    assert!(count > 30, "{count}");
}

#[test]
fn large_bodies_are_as_large_as_they_say() {
    let bodies = named();
    assert!(bodies["a word of more than 1 MiB"].len() > 1 << 20);
    assert_eq!(bodies["deep arrays"].len(), 200_000);
    assert_eq!(bodies["UTF-16, big end first"][..4], [0, b'{', 0, b'"']);
    assert!(hostile::bodies().iter().all(|(_, body)| body.len() < 4 << 20));
}
