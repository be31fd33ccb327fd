//! The scanner takes what `serde_json` takes, and nothing else.

use proptest::prelude::*;
use serde::de::IgnoredAny;

use super::Scanner;

fn is_json(text: &str) -> bool {
    let mut scan = Scanner::new(text);
    scan.skip().and_then(|()| scan.end()).is_ok()
}

fn is_json_to_serde(text: &str) -> bool {
    serde_json::from_str::<IgnoredAny>(text).is_ok()
}

/// Pieces that JSON is made of, and some that it is nearly made of.
const PIECES: &[&str] = &[
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\"a\"",
    "\"\"",
    "\"\\n\"",
    "\"\\u00e9\"",
    "\"\\ud800\"",
    "\"\\x\"",
    "\"\\u12\"",
    "\"",
    "\\",
    "0",
    "-",
    "-0",
    "01",
    "1",
    "1.",
    "1.5",
    ".5",
    "1e5",
    "1E+5",
    "1e",
    "1e-",
    "-1.5e-3",
    "1e999",
    "true",
    "false",
    "null",
    "nul",
    "True",
    "NaN",
    "Infinity",
    " ",
    "\n",
    "\t",
    "\r",
    "\u{b}",
    "\u{a0}",
    "\u{feff}",
    "é",
    "\u{0}",
    "//",
];

const SAMPLES: &[&str] = &[
    r#"{"job_complete":true,"result":{"ResultCode":"0810","Actions":{"a":"b"}},"history":[{},[],1.5e-3,null]}"#,
    "{\n        \"deep\": [[[[{\"a\": [1, 2, {\"b\": \"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\"}]}]]]],\n\t\"n\": -0.0E+10\n}",
    r#"[true,false,null,"",0,-0,1,12345678901234567890,"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"]"#,
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(20_000))]

    #[test]
    fn any_order_of_pieces(at in prop::collection::vec(0..PIECES.len(), 0..14)) {
        let text: String = at.into_iter().map(|at| PIECES[at]).collect();
        prop_assert_eq!(is_json(&text), is_json_to_serde(&text), "{}", text);
    }

    #[test]
    fn any_change_of_a_sample(sample in 0..SAMPLES.len(), at in 0_usize..200, cut in 0_usize..4, put in 0..=PIECES.len()) {
        let mut text: Vec<char> = SAMPLES[sample].chars().collect();
        let from = at.min(text.len());
        let to = (from + cut).min(text.len());
        text.splice(from..to, PIECES.get(put).unwrap_or(&"").chars());
        let text: String = text.into_iter().collect();
        prop_assert_eq!(is_json(&text), is_json_to_serde(&text), "{}", text);
    }

    #[test]
    fn any_text(text in ".{0,40}") {
        prop_assert_eq!(is_json(&text), is_json_to_serde(&text), "{}", text);
    }
}

#[test]
fn samples_and_depths_are_json() {
    assert!(SAMPLES.iter().all(|sample| is_json(sample)));
    for depth in [1, 63, 64, 65, 127, 128, 129, 100_000] {
        let (open, close) = ("[{\"a\":".repeat(depth), "}]".repeat(depth));
        assert!(is_json(&format!("{open}1{close}")), "{depth}");
        assert!(!is_json(&format!("{open}1{}", &close[1..])), "{depth}");
        assert!(!is_json(&format!("{open}1]{}", &close[1..])), "{depth}");
    }
}
