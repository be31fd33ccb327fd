use std::collections::BTreeMap;

use serde::de::MapAccess;

use super::*;
use crate::word::Unlisted;

fn read<R: Read>(json: &str) -> Result<R::Out, String> {
    decode::<R>(json.as_bytes()).map_err(|error| error.to_string())
}

/// What a type takes of these; the rest must be refused in words that show nothing of them.
fn taken<R: Read>() -> Vec<&'static str> {
    const VALUES: &[&str] = &[
        "null",
        "true",
        "7",
        "7.5",
        "1e999",
        "9223372036854775808",
        r#""7""#,
        r#""31337-s3cr3t""#,
        r#""True""#,
        "[31337]",
        r#"{"s3cr3t":31337}"#,
        r#""{}""#,
    ];
    let is_taken = |json: &&&'static str| match read::<R>(json) {
        Ok(_) => true,
        Err(reason) => {
            assert!(!reason.contains("s3cr3t") && !reason.contains("31337"), "{json}: {reason}");
            // Where `serde_json` reads the number itself, it is none for it.
            let is_told = reason.contains("expected") && reason.contains("found") || **json == "1e999";
            assert!(is_told, "{json}: {reason}");
            false
        }
    };
    VALUES.iter().filter(is_taken).copied().collect()
}

#[test]
fn each_type_takes_what_it_says() {
    let texts = [r#""7""#, r#""31337-s3cr3t""#, r#""True""#, r#""{}""#];
    assert_eq!(taken::<Text>(), texts);
    assert_eq!(taken::<SecretText>(), texts);
    assert_eq!(taken::<Words<Colour>>(), texts);
    assert_eq!(taken::<Hidden<Text>>(), texts);
    assert_eq!(taken::<LenientText>(), [&["7", "7.5", "1e999", "9223372036854775808"][..], &texts].concat());
    assert_eq!(taken::<Bool>(), ["true"]);
    assert_eq!(taken::<LenientBool>(), ["true", r#""True""#]);
    assert_eq!(taken::<Int>(), ["7"]);
    assert_eq!(taken::<LenientInt>(), ["7", r#""7""#]);
    assert_eq!(taken::<Float>(), ["7", "7.5", "9223372036854775808"]);
    assert_eq!(taken::<Maybe<Bool>>(), ["null", "true"]);
    assert_eq!(taken::<List<Int>>(), ["[31337]"]);
    assert_eq!(taken::<Map<Int>>(), [r#"{"s3cr3t":31337}"#]);
}

#[test]
fn numbers_keep_their_text() {
    assert_eq!(read::<LenientText>("0.930").as_deref(), Ok("0.930"));
    assert_eq!(read::<LenientText>("1e999").as_deref(), Ok("1e999"));
    assert_eq!(read::<List<LenientText>>("[1E2, -0]"), Ok(vec!["1E2".to_owned(), "-0".to_owned()]));
    assert_eq!(read::<Int>("-9223372036854775808"), Ok(i64::MIN));
    assert!(read::<Int>("7.0").is_err());
}

#[derive(Debug, PartialEq)]
enum Colour {
    Red,
    Other(String),
}

impl Word for Colour {
    fn listed(word: &str) -> Option<Self> {
        (word == "Red").then_some(Colour::Red)
    }

    fn other(word: Unlisted) -> Self {
        Colour::Other(word.as_str().to_owned())
    }
}

/// `{ id: int, "name?": string, colours: [Colour], "*": bool }`
#[derive(Debug, PartialEq)]
struct Thing {
    id: i64,
    name: Option<String>,
    colours: Vec<Colour>,
    rest: BTreeMap<String, bool>,
}

#[derive(Default)]
struct Places {
    id: Option<i64>,
    name: Option<Option<String>>,
    colours: Option<Vec<Colour>>,
    rest: BTreeMap<String, bool>,
}

impl Record for Thing {
    type Places = Places;

    fn put<'de, A: MapAccess<'de>>(places: &mut Places, key: &str, member: Member<'_, A>) -> Result<(), A::Error> {
        match key {
            "id" => member.put::<Int>(&mut places.id),
            "name" => member.put::<Maybe<Text>>(&mut places.name),
            "colours" => member.put::<List<Words<Colour>>>(&mut places.colours),
            "skipped" => member.skip(),
            _ => member.rest::<Bool>(&mut places.rest),
        }
    }

    fn build(places: Places) -> Result<Self, Missing> {
        Ok(Thing {
            id: member::<Int>(places.id, "id")?,
            name: member::<Maybe<Text>>(places.name, "name")?,
            colours: member::<List<Words<Colour>>>(places.colours, "colours")?,
            rest: places.rest,
        })
    }
}

#[derive(Debug, PartialEq)]
enum Either {
    Thing(Thing),
    Text(String),
}

impl Union for Either {
    fn read(tried: &mut Tried<'_>) -> Option<Self> {
        let thing = tried.member::<Rec<Thing>>().map(Either::Thing);
        thing.or_else(|| tried.member::<Text>().map(Either::Text))
    }
}

#[test]
fn records_take_members_in_any_order_and_pass_over_the_rest() {
    let json = r#"{"extra":true,"colours":["Red","Blue"],"skipped":{"id":[1,1]},"id":7,"name":null}"#;
    let thing = read::<Rec<Thing>>(json).expect("a thing");
    assert_eq!(thing.id, 7);
    assert_eq!(thing.name, None);
    assert_eq!(thing.colours, [Colour::Red, Colour::Other("Blue".to_owned())]);
    assert_eq!(thing.rest, BTreeMap::from([("extra".to_owned(), true)]));
    assert_eq!(read::<Rec<Thing>>(r#"{"id":7,"colours":[]}"#).expect("a thing").name, None);
}

#[test]
fn what_is_wrong_is_told_by_its_place() {
    let wrong = |json: &str| read::<Rec<Thing>>(json).expect_err(json);
    assert_eq!(wrong(r#"{"colours":[]}"#), "`id`: expected a value, found nothing");
    assert_eq!(wrong(r#"{"id":"s3cr3t"}"#), "`id`: expected a whole number, found a string");
    assert_eq!(wrong(r#"{"colours":["Red",31337]}"#), "`colours.1`: expected a string, found a number");
    assert_eq!(wrong(r#"{"s3cr3t":31337}"#), "`*`: expected a boolean, found a number");
    assert_eq!(wrong(r#"{"s3cr3t":true,"s3cr3t":true}"#), "`*`: a key is given twice");
    assert_eq!(wrong(r#"{"id":1,"id":1}"#), "`id`: given twice");
    assert_eq!(wrong(r#"{"id":1,"i\u0064":1}"#), "`id`: given twice");
    assert_eq!(wrong("[]"), "expected an object, found a list");
    assert_eq!(wrong("7"), "expected an object, found a number");
    assert_eq!(wrong(""), "the body is not complete JSON");
    assert_eq!(wrong("{\n s3cr3t"), "the body is not JSON (line 2, column 2)");
    assert!(wrong(r#"{"id":1,"colours":[]} s3cr3t"#).starts_with("the body is not JSON"));
}

#[test]
fn what_cannot_be_deep_is_refused_and_what_is_skipped_may_be() {
    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    let thing = format!(r#"{{"id":1,"colours":[],"skipped":{deep}}}"#);
    assert!(read::<Rec<Thing>>(&thing).is_ok());
    assert!(read::<Json>(&deep).is_err());
    assert!(read::<Rec<Thing>>(&format!(r#"{{"id":{deep}}}"#)).is_err());
}

#[test]
fn a_number_is_no_object_whatever_serde_json_makes_of_it() {
    type Open = Map<Maybe<Text>>;
    for number in ["7", "7.5", "1e9"] {
        assert_eq!(read::<Open>(number), Err("expected an object, found a number".to_owned()));
        assert_eq!(read::<Rec<Thing>>(number), Err("expected an object, found a number".to_owned()));
    }
    // What only `serde_json` itself should write must not make an error show a value.
    for value in [r#"{"$serde_json::private::RawValue":31337}"#, r#"{"$serde_json::private::Number":31337}"#] {
        for wrong in [read::<Map<Json>>(&format!(r#"{{"a":{value}}}"#)).err(), read::<Json>(value).err()] {
            assert!(!wrong.iter().any(|wrong| wrong.contains("31337")), "{wrong:?}");
        }
    }
}

#[test]
fn unions_try_their_members_and_tell_the_likeliest_mistake() {
    assert_eq!(read::<OneOf<Either>>(r#""x""#), Ok(Either::Text("x".to_owned())));
    assert!(matches!(read::<OneOf<Either>>(r#"{"id":1,"colours":[]}"#), Ok(Either::Thing(_))));
    let wrong = |json: &str| read::<OneOf<Either>>(json).expect_err(json);
    assert_eq!(wrong(r#"{"id":"s3cr3t"}"#), "`id`: expected a whole number, found a string");
    assert_eq!(wrong("31337"), "expected one of the declared members");
}

#[test]
fn json_in_a_string_is_read_whole() {
    type Inside = JsonText<Rec<Thing>>;
    assert!(read::<Inside>(r#""{\"id\":1,\"colours\":[]}""#).is_ok());
    let wrong = |json: &str| read::<Inside>(json).expect_err(json);
    assert_eq!(wrong(r#""{\"id\":\"s3cr3t\"}""#), "`id`: expected a whole number, found a string");
    assert_eq!(wrong(r#"{"id":1}"#), "expected a string, found an object");
    assert!(wrong(r#""{\"id\":1,\"colours\":[]} s3cr3t""#).starts_with("the body is not JSON"));
}

#[test]
fn hidden_values_are_hidden() {
    let hidden = read::<Hidden<Text>>(r#""s3cr3t""#).expect("a text");
    assert_eq!((hidden.as_str(), format!("{hidden:?}").as_str()), ("s3cr3t", "[redacted]"));
    let secret = read::<SecretText>(r#""s3cr3t""#).expect("a text");
    assert_eq!((secret.expose(), format!("{secret:?}").as_str()), ("s3cr3t", "[redacted]"));
}
