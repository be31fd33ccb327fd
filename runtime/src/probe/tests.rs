use fastrand::Rng;
use serde_json::value::RawValue;

use super::*;
use crate::fit::Kind;
use crate::slot::at;

/// `{ status, n, list: [ { ok } … ], text: json_text { word, deep: { id } }, first: list.0.ok, obj: { a } }`
static NODE: Node = Node {
    slot: 0,
    fields: &[
        ("status", Node::leaf(1)),
        ("n", Node { slot: 2, fields: &[("a", Node::leaf(3))], items: &[], each: &[], inner: None }),
        (
            "list",
            Node {
                slot: 4,
                fields: &[],
                items: &[(Position::At(1), Node::leaf(5))],
                each: &[Each {
                    node: Node { slot: 0, fields: &[("ok", Node::leaf(1))], items: &[], each: &[], inner: None },
                    slots: 2,
                    fit: Fit {
                        path: "",
                        slot: 0,
                        optional: false,
                        kind: Kind::Object(&[Fit { path: "ok", slot: 1, optional: true, kind: Kind::Bool }]),
                    },
                    given: &[],
                    tallies: &[(|slots| at(slots, 1).bool() == Some(true), 6)],
                }],
                inner: None,
            },
        ),
        (
            "text",
            Node {
                slot: 7,
                fields: &[],
                items: &[],
                each: &[],
                inner: Some(&Node { slot: 7, fields: &[("word", Node::leaf(8))], items: &[], each: &[], inner: None }),
            },
        ),
    ],
    items: &[],
    each: &[],
    inner: None,
};

const SLOTS: usize = 9;

fn read(body: &str) -> Result<Vec<Slot<'_>>, String> {
    let mut slots = vec![Slot::Absent; SLOTS];
    probe(&NODE, body.as_bytes(), &mut slots).map_err(|wrong| wrong.reason(body.as_bytes()))?;
    Ok(slots)
}

fn slot(body: &str, position: usize) -> Slot<'_> {
    read(body).unwrap_or_else(|reason| panic!("{body}: {reason}")).swap_remove(position)
}

fn text(text: &str) -> Slot<'_> {
    Slot::Text(text.into())
}

fn number(text: &str) -> Slot<'_> {
    Slot::Number(text.into())
}

#[test]
fn scalars_are_kept_as_they_are_written() {
    for written in ["0", "-0", "0.930", "1.0", "1E+2", "1e999", "18446744073709551616", "-9223372036854775809"] {
        assert_eq!(slot(&format!(r#"{{"status":{written}}}"#), 1), number(written));
        // Also where an object is declared, and where an object could be meant.
        assert_eq!(slot(&format!(r#"{{"n":{written}}}"#), 2), number(written));
    }
    assert_eq!(slot(r#"{"status":"0810"}"#, 1), text("0810"));
    assert_eq!(slot(r#"{"status":"\u0030\ud83d\ude00\n"}"#, 1), text("0😀\n"));
    assert_eq!(slot(r#"{"status":null}"#, 1), Slot::Null);
    assert_eq!(slot(r#"{"status":true}"#, 1), Slot::Bool(true));
    assert_eq!(slot("{}", 1), Slot::Absent);
    assert_eq!(slot(r#"{"status":[1]}"#, 1), Slot::List);
    assert_eq!(slot(r#"{"status":{"status":1}}"#, 1), Slot::Object);
    assert_eq!(slot(r#"{"n":{"a":"x"}}"#, 3), text("x"));
    assert_eq!(slot(r#"[1]"#, 0), Slot::List);
}

#[test]
fn keys_that_serde_json_writes_for_itself_mean_nothing() {
    for value in [
        r#"{"$serde_json::private::Number":"1"}"#,
        r#"{"$serde_json::private::Number":7}"#,
        r#"{"$serde_json::private::RawValue":"1"}"#,
    ] {
        assert_eq!(slot(&format!(r#"{{"status":{value}}}"#), 1), Slot::Object);
        assert_eq!(slot(&format!(r#"{{"n":{value}}}"#), 2), Slot::Object);
        assert_eq!(slot(value, 0), Slot::Object);
    }
}

#[test]
fn a_key_that_is_read_must_not_come_twice() {
    for body in [
        r#"{"status":1,"status":1}"#,
        r#"{"status":null,"status":"a"}"#,
        r#"{"status":"a","st\u0061tus":"b"}"#,
        r#"{"status":"a","x":{},"status":{}}"#,
    ] {
        assert_eq!(read(body), Err("`status` is given twice".to_owned()), "{body}");
    }
    assert_eq!(read(r#"{"n":{"a":1,"a":2}}"#), Err("`a` is given twice".to_owned()));
    // Nobody reads these.
    assert_eq!(slot(r#"{"x":1,"x":2,"status":3}"#, 1), number("3"));
    assert_eq!(slot(r#"{"n":{"b":1,"b":2},"status":3}"#, 1), number("3"));
    assert_eq!(slot(r#"{"status":{"a":1,"a":2}}"#, 1), Slot::Object);
}

#[test]
fn the_last_element_is_read_behind_all_others() {
    const fn items(items: &'static [(Position, Node)], slot: u16) -> Node {
        Node { slot, fields: &[], items, each: &[], inner: None }
    }
    static LAST: Node = items(
        &[
            (Position::At(0), Node::leaf(1)),
            (
                Position::Last,
                Node {
                    slot: 2,
                    fields: &[("id", Node::leaf(3)), ("all", items(&[(Position::Last, Node::leaf(5))], 4))],
                    items: &[],
                    each: &[],
                    inner: None,
                },
            ),
        ],
        0,
    );
    fn read(body: &str) -> Result<[Slot<'_>; 6], Unreadable> {
        let mut slots = [const { Slot::Absent }; 6];
        probe(&LAST, body.as_bytes(), &mut slots).map(|()| slots)
    }
    let told = |body: &'static str| read(body).map(|[_, first, last, id, all, inner]| [first, last, id, all, inner]);
    let absent = || Slot::Absent;
    let object = || Slot::Object;
    assert_eq!(told("[]"), Ok([absent(), absent(), absent(), absent(), absent()]));
    assert_eq!(told(r#"[{"id":"a"}]"#), Ok([object(), object(), text("a"), absent(), absent()]));
    let three = r#" [ 1 , {"id":"a","all":[1]} , {"id":"b","all":[2,[3],4]} ] "#;
    assert_eq!(told(three), Ok([number("1"), object(), text("b"), Slot::List, number("4")]));
    assert_eq!(told(r#"[{"id":"a","id":"b"},{"id":"c"}]"#), Ok([object(), object(), text("c"), absent(), absent()]));
    assert_eq!(told(r#"[1,{"id":"a","id":"b"}]"#), Err(Unreadable::Twice("id")));
    for broken in [r#"[{"id":"a"}"#, r#"[{"id":"a"},]"#, r#"[{"id":"a"}] 1"#, r#"[{"id"}]"#] {
        assert!(matches!(told(broken), Err(Unreadable::NotJson(_))), "{broken}");
    }
}

#[test]
fn more_members_than_a_word_has_bits_are_told_apart() {
    fn leak<T>(value: Vec<T>) -> &'static [T] {
        Vec::leak(value)
    }
    let names: Vec<&'static str> = (0..200).map(|at| &*String::leak(format!("k{at}"))).collect();
    let fields = names.iter().zip(1..).map(|(name, slot)| (*name, Node::leaf(slot)));
    let node = Node { slot: 0, fields: leak(fields.collect()), items: &[], each: &[], inner: None };
    let node: &'static Node = Box::leak(Box::new(node));
    for twice in [0, 63, 64, 65, 199] {
        let members: Vec<String> = names.iter().map(|name| format!("\"{name}\":1")).collect();
        let body = format!("{{{},\"k{twice}\":2}}", members.join(","));
        let mut slots = vec![Slot::Absent; 201];
        assert!(matches!(probe(node, body.as_bytes(), &mut slots), Err(Unreadable::Twice(_))), "k{twice}");
    }
}

#[test]
fn json_in_a_string_is_read_where_it_is_an_object() {
    assert_eq!(slot(r#"{"text":"{\"word\":\"x\"}"}"#, 7), Slot::Inner);
    assert_eq!(slot(r#"{"text":"{\"word\":\"x\"}"}"#, 8), text("x"));
    assert_eq!(slot(r#"{"text":" { \"word\" : 1.0 } "}"#, 8), number("1.0"));
    // Any other text stays text, also where it is some other JSON.
    for other in ["", "x", "7", "[]", "null", "\\\"x\\\"", "{", "{} {}"] {
        let body = format!(r#"{{"text":"{other}"}}"#);
        let slots = read(&body).expect(other);
        assert!(matches!(slots[7], Slot::Text(_)), "{other}: {:?}", slots[7]);
        assert_eq!(slots[8], Slot::Absent, "{other}");
    }
    // Without the string, it is an object where a string is declared.
    assert_eq!(slot(r#"{"text":{"word":"x"}}"#, 7), Slot::Object);
    assert_eq!(slot(r#"{"text":{"word":"x"}}"#, 8), Slot::Absent);
    // What says two things at once is not read as either.
    assert_eq!(read(r#"{"text":"{\"word\":1,\"word\":2}"}"#), Err("`word` is given twice".to_owned()));
    assert!(read(r#"{"text":"{\"word\":\"\\ud800\"}"}"#).is_err());
}

#[test]
fn elements_are_counted_and_numbered() {
    let tally = |total, held, misfits| Slot::Tally { total, held, misfits };
    assert_eq!(slot("{}", 6), Slot::Absent);
    assert_eq!(slot(r#"{"list":[]}"#, 6), tally(0, 0, 0));
    let body = r#"{"list":[{"ok":true},{"ok":false},{},{"ok":null},{"ok":1},7,{"ok":true,"ok":true}]}"#;
    assert_eq!(slot(body, 6), tally(7, 1, 3));
    assert_eq!(slot(body, 5), Slot::Object);
    assert_eq!(slot(r#"{"list":[0,"second"]}"#, 5), text("second"));
    assert_eq!(slot(r#"{"list":[0]}"#, 5), Slot::Absent);
}

#[test]
fn what_nobody_reads_may_be_as_deep_as_it_likes() {
    const DEEP: usize = 100_000;
    let arrays = format!("{}{}", "[".repeat(DEEP), "]".repeat(DEEP));
    let objects = format!("{}1{}", "{\"status\":".repeat(DEEP), "}".repeat(DEEP));
    for deep in [&arrays, &objects] {
        assert_eq!(slot(&format!(r#"{{"x":{deep},"status":1}}"#), 1), number("1"));
        assert!(slot(&format!(r#"{{"status":{deep}}}"#), 1).is_present());
        assert_eq!(slot(&format!(r#"{{"n":{{"b":{deep}}},"status":1}}"#), 1), number("1"));
        let counted = format!(r#"{{"list":[{deep}]}}"#);
        assert!(matches!(slot(&counted, 6), Slot::Tally { total: 1, .. }));
    }
    for cut in ["[".repeat(DEEP), "{\"x\":".repeat(DEEP), format!("{{\"x\":{}", &arrays[..DEEP + 7])] {
        assert_eq!(read(&cut), Err("the body is not complete JSON".to_owned()));
    }
}

#[test]
fn half_characters_count_only_where_they_are_read() {
    let broken = Err("a string that is read holds a broken escape".to_owned());
    for half in ["\\ud800", "\\udc00", "\\ud800x", "\\udc00\\ud800", "\\ud800\\u0041"] {
        assert_eq!(read(&format!(r#"{{"status":"{half}"}}"#)), broken, "{half}");
        assert_eq!(read(&format!(r#"{{"{half}":1,"status":2}}"#)), broken, "{half}");
        assert_eq!(slot(&format!(r#"{{"x":"{half}","status":2}}"#), 1), number("2"), "{half}");
        assert_eq!(slot(&format!(r#"{{"x":{{"{half}":1}},"status":2}}"#), 1), number("2"), "{half}");
    }
}

#[test]
fn reasons_name_places_and_show_nothing() {
    let body = "{\n  \"status\": s3cr3t }";
    let reason = read(body).expect_err("no JSON");
    assert_eq!(reason, "the body is not JSON (line 2, column 13)");
    for body in [r#"{"status":"s3cr3t""#, r#"{"s3cr3t":01}"#, r#"{"status":"s3cr3t\x"}"#, r#"{} s3cr3t"#] {
        let reason = read(body).expect_err(body);
        assert!(!reason.contains("s3cr3t"), "{reason}");
    }
}

/// All that is there, and nothing below it.
static WHOLE: Node = Node::leaf(0);

/// A random value, well formed.
fn json(rng: &mut Rng, depth: u8) -> String {
    const SCALARS: &[&str] = &[
        "null",
        "true",
        "false",
        "0",
        "-0",
        "12",
        "-1.5e-7",
        "1E+2",
        r#""""#,
        r#""a""#,
        r#""\"\\\/\b\f\n\r\t""#,
        r#""\u00e9\ud83d\ude00""#,
        "\"é😀\"",
        r#""longer than eight bytes, é too""#,
        "\"\u{7f}\u{2028}\"",
    ];
    const SPACE: &[&str] = &["", "", " ", "\n        \n\t", "\r"];
    let space = SPACE[rng.usize(..SPACE.len())];
    let kind = if depth == 0 { 0 } else { rng.u8(..4) };
    match kind {
        0 | 1 => format!("{space}{}{space}", SCALARS[rng.usize(..SCALARS.len())]),
        2 => {
            let items: Vec<String> = (0..rng.u8(..4)).map(|_| json(rng, depth - 1)).collect();
            format!("{space}[{}{space}]", items.join(","))
        }
        _ => {
            const KEYS: [&str; 8] = ["status", "n", "a", "list", "ok", "text", "st\\u0061tus", "other"];
            let members: Vec<String> = (0..rng.u8(..4))
                .map(|_| format!("{space}\"{}\"{space}:{}", KEYS[rng.usize(..8)], json(rng, depth - 1)))
                .collect();
            format!("{{{space}{}}}{space}", members.join(","))
        }
    }
}

#[test]
fn what_is_json_is_what_serde_json_takes() {
    const BYTES: &[u8] = b"{}[],:\"\\/u8d0193-+.eEtfn \n\t\r\0\x1f\x7f\x80\xbf\xc3\xe2\xed\xf0\xff";
    let mut rng = Rng::with_seed(0x5ca1);
    let (mut good, mut bad) = (0, 0);
    for _ in 0..60_000 {
        let mut text = json(&mut rng, 3).into_bytes();
        for _ in 0..rng.u8(..4) {
            let at = rng.usize(..=text.len());
            match rng.u8(..3) {
                0 if at < text.len() => drop(text.remove(at)),
                1 if at < text.len() => text[at] = BYTES[rng.usize(..BYTES.len())],
                _ => text.insert(at, BYTES[rng.usize(..BYTES.len())]),
            }
        }
        let is_json = |text: &[u8]| serde_json::from_slice::<&RawValue>(text).is_ok();
        let taken = is_json(&text);
        match probe(&NODE, &text, &mut [const { Slot::Absent }; SLOTS]) {
            Ok(()) => assert!(taken, "{:?}", String::from_utf8_lossy(&text)),
            Err(Unreadable::NotJson(_)) => assert!(!taken, "{:?}", String::from_utf8_lossy(&text)),
            // Found before the end of the text was seen.
            Err(Unreadable::Twice(_) | Unreadable::Escape) => {}
        }
        // In a list, so that all of it is passed over and nothing read.
        let text = [b"[", text.as_slice(), b"]"].concat();
        let passed_over = probe(&WHOLE, &text, &mut [Slot::Absent]);
        assert_eq!(passed_over.is_ok(), is_json(&text), "{:?}", String::from_utf8_lossy(&text));
        if taken { good += 1 } else { bad += 1 }
    }
    assert!(good > 15_000 && bad > 15_000, "{good} good, {bad} bad");
}
