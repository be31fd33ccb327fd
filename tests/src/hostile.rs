//! Bodies and headers that are wrong in every way that vendors, proxies and attackers have been seen to make them.
//!
//! ```
//! use settled_testkit::hostile;
//!
//! /// The reader under test: it must answer or refuse, and never panic.
//! fn status(body: &[u8]) -> Option<String> {
//!     let reply: serde_json::Value = serde_json::from_slice(body).ok()?;
//!     Some(reply.get("status")?.as_str()?.to_owned())
//! }
//!
//! let fooled = |(name, body): &(&str, Vec<u8>)| {
//!     !hostile::MAY_SUCCEED.contains(name) && status(body).as_deref() == Some("succeeded")
//! };
//! let fooled: Vec<&str> = hostile::bodies().iter().filter(|case| fooled(case)).map(|(name, _)| *name).collect();
//! // It lets the last of two equal keys win, and follows a key that only serde_json itself should write.
//! assert!(fooled.contains(&"status twice") && fooled.contains(&"serde_json's raw key"));
//! ```

mod mutants;
mod retry_after;

pub use self::mutants::around;
pub use self::retry_after::{Meaning, RetryAfter, retry_after};

/// How deep the deep bodies are: beyond any reader that calls itself, and 100 KB to 1.1 MB in size.
const DEEP: usize = 100_000;

/// The names of those [`bodies`] in which a careful reader of `status` may find `succeeded`: what is wrong with them
/// lies in a field that it does not read, in the size, or in a byte order mark, which a reader of JSON may ignore. No
/// other body says `succeeded`.
pub const MAY_SUCCEED: &[&str] =
    &["BOM", "result twice", "deep arrays in a field", "deep objects in a field", "2 MiB of whitespace in front"];

/// Replies that no JSON API for a job's status should send, each with a name for messages.
///
/// Where a body is an object, its fields are `status`, `id`, `result` and `code`, and a reader that is too generous
/// finds `succeeded` in it; for the fields of another API see [`around`]. Not one is a reply that a reader must take:
/// some are valid JSON of a wrong shape (`[]`, `{"status":null}`), most are not JSON.
pub fn bodies() -> Vec<(&'static str, Vec<u8>)> {
    let mut all: Vec<(&'static str, Vec<u8>)> = Vec::new();
    all.extend(TEXTS.iter().map(|(name, text)| (*name, text.as_bytes().to_vec())));
    all.extend(BYTES.iter().map(|(name, bytes)| (*name, bytes.to_vec())));
    all.extend(made());
    all
}

const TEXTS: &[(&str, &str)] = &[
    // Nothing, and things that are no JSON.
    ("empty", ""),
    ("whitespace", " \r\n\t "),
    ("html", "<!DOCTYPE html><html><body><h1>502 Bad Gateway</h1></body></html>"),
    ("html with json in it", "<pre>{\"status\":\"succeeded\"}</pre>"),
    ("xml", "<?xml version=\"1.0\"?><status>succeeded</status>"),
    ("plain text", "upstream connect error or disconnect/reset before headers"),
    ("a form", "status=succeeded&id=j-1"),
    ("yaml", "status: succeeded\nid: j-1\n"),
    ("javascript", "callback({\"status\":\"succeeded\"});"),
    ("guarded json", ")]}',\n{\"status\":\"succeeded\"}"),
    ("server-sent event", "data: {\"status\":\"succeeded\"}\n\n"),
    // Cut off.
    ("truncated at the brace", "{"),
    ("truncated in a key", "{\"sta"),
    ("truncated after a key", "{\"status\""),
    ("truncated after a colon", "{\"status\":"),
    ("truncated in a value", "{\"status\":\"succ"),
    ("truncated in an escape", "{\"status\":\"succeeded\\u00"),
    ("truncated after a value", "{\"status\":\"succeeded\""),
    ("truncated after a comma", "{\"status\":\"succeeded\","),
    ("truncated in a literal", "{\"status\":\"succeeded\",\"final\":tru"),
    ("truncated in a nested object", "{\"status\":\"succeeded\",\"result\":{\"code\":\"0810\""),
    // Nearly JSON.
    ("single quotes", "{'status':'succeeded'}"),
    ("bare keys", "{status:\"succeeded\"}"),
    ("trailing comma", "{\"status\":\"succeeded\",}"),
    ("comment", "{\"status\":\"succeeded\"/* final */}"),
    ("python literals", "{\"status\":\"succeeded\",\"result\":None,\"final\":True}"),
    ("raw newline in a string", "{\"status\":\"succ\needed\"}"),
    ("raw NUL in a string", "{\"status\":\"succeeded\0\"}"),
    ("NUL behind the document", "{\"status\":\"succeeded\"}\0"),
    ("trailing garbage", "{\"status\":\"succeeded\"}<!-- served by edge-7 -->"),
    ("two documents", "{\"status\":\"running\"}{\"status\":\"succeeded\"}"),
    ("two documents by line", "{\"status\":\"running\"}\n{\"status\":\"succeeded\"}\n"),
    ("one brace too many", "{\"status\":\"succeeded\"}}"),
    ("json inside a string", "\"{\\\"status\\\":\\\"succeeded\\\"}\""),
    // Numbers.
    ("NaN", "{\"status\":\"succeeded\",\"code\":NaN}"),
    ("Infinity", "{\"status\":\"succeeded\",\"code\":-Infinity}"),
    ("bare NaN", "NaN"),
    ("1e999", "{\"status\":1e999,\"code\":1e999}"),
    ("-1e999", "{\"status\":-1e999,\"code\":-1e999}"),
    ("1e-999", "{\"status\":1e-999,\"code\":1e-999}"),
    ("an exponent beyond i64", "{\"status\":1e99999999999999999999,\"code\":1e-99999999999999999999}"),
    ("2^64", "{\"status\":18446744073709551616,\"code\":-9223372036854775809}"),
    ("leading zero", "{\"status\":0810,\"code\":0810}"),
    ("hexadecimal", "{\"status\":0x1,\"code\":0xff}"),
    ("leading plus", "{\"status\":+1}"),
    ("lone minus", "{\"status\":-}"),
    // Escapes.
    ("lone high surrogate", "{\"status\":\"\\ud800\",\"id\":\"\\udbff x\"}"),
    ("lone low surrogate", "{\"status\":\"\\udc00\"}"),
    ("surrogates the wrong way round", "{\"status\":\"\\udc00\\ud800\"}"),
    ("lone surrogate in a key", "{\"\\ud800\":1,\"status\":\"\\ud800\"}"),
    ("escaped NUL", "{\"status\":\"succeeded\\u0000\"}"),
    ("unknown escape", "{\"status\":\"\\x73ucceeded\"}"),
    ("word with invisible characters", "{\"status\":\"suc\u{200b}ceeded\u{202e}\"}"),
    ("word in terminal colours", "{\"status\":\"\\u001b[32msucceeded\\u001b[0m\"}"),
    ("word with spaces around", "{\"status\":\" succeeded \"}"),
    ("word in another case", "{\"status\":\"SuCCeeded\"}"),
    ("empty word", "{\"status\":\"\"}"),
    // Keys.
    ("status twice", "{\"status\":\"running\",\"status\":\"succeeded\"}"),
    ("status twice, once escaped", "{\"status\":\"running\",\"st\\u0061tus\":\"succeeded\"}"),
    ("status twice, null last", "{\"status\":\"succeeded\",\"status\":null}"),
    ("result twice", "{\"status\":\"succeeded\",\"result\":{},\"result\":{\"code\":\"1\"}}"),
    ("status in another case", "{\"Status\":\"succeeded\"}"),
    ("key with a space", "{\"status \":\"succeeded\"}"),
    ("empty key", "{\"\":\"succeeded\"}"),
    ("no status", "{\"id\":\"j-1\"}"),
    ("status one level down", "{\"data\":{\"status\":\"succeeded\"}}"),
    ("serde_json's number key", "{\"$serde_json::private::Number\":\"succeeded\"}"),
    ("serde_json's number key as a status", "{\"status\":{\"$serde_json::private::Number\":\"1\"}}"),
    ("serde_json's number key that is no number", "{\"status\":{\"$serde_json::private::Number\":\"x\"}}"),
    ("serde_json's number key elsewhere", "{\"status\":\"s\",\"code\":{\"$serde_json::private::Number\":\"x\"}}"),
    ("serde_json's raw key", "{\"$serde_json::private::RawValue\":\"{\\\"status\\\":\\\"succeeded\\\"}\"}"),
    ("serde_json's raw key as a status", "{\"status\":{\"$serde_json::private::RawValue\":\"\\\"succeeded\\\"\"}}"),
    ("serde_json's raw key that is no json", "{\"status\":{\"$serde_json::private::RawValue\":\"{\"}}"),
    ("serde_json's raw key elsewhere", "{\"status\":\"s\",\"result\":{\"$serde_json::private::RawValue\":\"{\"}}"),
    ("prototype keys", "{\"__proto__\":{\"status\":\"succeeded\"},\"constructor\":{}}"),
    // Shapes.
    ("top-level null", "null"),
    ("top-level true", "true"),
    ("top-level number", "1"),
    ("top-level string", "\"succeeded\""),
    ("top-level array", "[]"),
    ("top-level array of the object", "[{\"status\":\"succeeded\"}]"),
    ("fields as an array", "[\"succeeded\",\"j-1\",{},\"0\"]"),
    ("empty object", "{}"),
    ("null status", "{\"status\":null}"),
    ("boolean status", "{\"status\":true}"),
    ("number status", "{\"status\":200}"),
    ("array status", "{\"status\":[\"succeeded\"]}"),
    ("object status", "{\"status\":{\"succeeded\":true}}"),
    ("object status that names itself", "{\"status\":{\"status\":\"succeeded\"}}"),
    ("all fields of wrong types", "{\"status\":[],\"id\":{},\"result\":7,\"code\":[null]}"),
    ("error shape in a 200", "{\"error\":\"not found\",\"code\":\"2204\"}"),
];

const BYTES: &[(&str, &[u8])] = &[
    ("BOM", b"\xef\xbb\xbf{\"status\":\"succeeded\"}"),
    ("BOM alone", b"\xef\xbb\xbf"),
    ("invalid UTF-8 in a value", b"{\"status\":\"succe\xff\xfeeded\"}"),
    ("invalid UTF-8 in a key", b"{\"st\xc3tus\":\"succeeded\"}"),
    ("invalid UTF-8 in another field", b"{\"status\":\"\xc0\x80\",\"id\":\"\xe2\x28\xa1\"}"),
    ("overlong UTF-8", b"{\"status\":\"\xc1\xb3ucceeded\"}"),
    ("surrogate as UTF-8", b"{\"status\":\"\xed\xa0\x80\"}"),
    ("Latin-1", b"{\"status\":\"r\xe9ussi\"}"),
    ("gzip that nobody unpacked", b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff\xabV*.I,)-V\xb2"),
    ("zeros", &[0; 64]),
    ("noise", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x80\xff\x00\x01"),
];

/// The bodies that are too large, or too regular, to be written down.
fn made() -> Vec<(&'static str, Vec<u8>)> {
    let document = "{\"status\":\"succeeded\"}";
    let field = |value: String| format!("{{\"status\":\"succeeded\",\"result\":{value}}}").into_bytes();
    let arrays = format!("{}{}", "[".repeat(DEEP), "]".repeat(DEEP));
    let objects = format!("{}1{}", "{\"status\":".repeat(DEEP), "}".repeat(DEEP));
    let digits = format!("1{}", "0".repeat(400));
    let long = "s".repeat((1 << 20) + 1);
    vec![
        ("UTF-16, little end first", document.encode_utf16().flat_map(u16::to_le_bytes).collect()),
        ("UTF-16, big end first", document.encode_utf16().flat_map(u16::to_be_bytes).collect()),
        ("UTF-16 with a BOM", [0xfeff].into_iter().chain(document.encode_utf16()).flat_map(u16::to_le_bytes).collect()),
        ("deep arrays", arrays.clone().into_bytes()),
        ("deep objects", objects.clone().into_bytes()),
        ("deep arrays in a field", field(arrays)),
        ("deep objects in a field", field(objects)),
        ("deep and never closed", "[".repeat(DEEP).into_bytes()),
        ("deep objects, never closed", "{\"status\":".repeat(DEEP).into_bytes()),
        ("10^400", format!("{{\"status\":{digits},\"code\":{digits}}}").into_bytes()),
        ("a fraction of 400 digits", format!("{{\"status\":0.{digits},\"code\":0.{digits}}}").into_bytes()),
        ("a word of more than 1 MiB", format!("{{\"status\":\"{long}\"}}").into_bytes()),
        ("a key of more than 1 MiB", format!("{{\"{long}\":1}}").into_bytes()),
        ("2 MiB of whitespace in front", format!("{}{document}", " ".repeat(2 << 20)).into_bytes()),
        ("an array of 500k numbers", format!("[{}0]", "0,".repeat(500_000)).into_bytes()),
        ("an object of 50k keys", many_keys(50_000)),
        (
            "status 1000 times",
            format!("{{{}\"status\":\"succeeded\"}}", "\"status\":\"running\",".repeat(1000)).into_bytes(),
        ),
    ]
}

fn many_keys(count: usize) -> Vec<u8> {
    let fields: Vec<String> = (0..count).map(|number| format!("\"k{number}\":{number}")).collect();
    format!("{{{}}}", fields.join(",")).into_bytes()
}
