//! Text of a spec never becomes code: not in the tokens, not in the docs, not in what a build script prints.

use std::fs;
use std::path::Path;

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use pulldown_cmark::{Event, Parser, Tag};
use quote::quote;
use settled_codegen::check::Files;
use settled_codegen::render::Runtime;
use settled_codegen::source::Source;
use settled_codegen::{Builder, generate};

const HOSTILE: &[&str] = &[
    "\"",
    "\"#",
    "\"##; fn f() {}",
    "*/ fn f() {} /*",
    "// line",
    "```\nstd::process::abort()\n```",
    "~~~rust\nstd::process::abort()\n~~~",
    "text\n\n    std::process::abort()",
    "text\n\n\tstd::process::abort()",
    "- item\n\n        std::process::abort()",
    "- `open\n- <script>alert(1)</script>`",
    "`a` ``b`` <b>c</b> `",
    "<script>alert(1)</script>",
    "<https://evil.example> https://evil.example/?q [a](https://evil.example) ![b](x)",
    "[`crate::Client`] [ref]\n\n[ref]: https://evil.example",
    "#![allow(unsafe_code)]",
    "$crate $x:expr",
    "#tokens #(#a)*",
    "\\u{22} \\\" \\",
    "text\ncargo::rustc-env=X=1\ncargo::rustc-link-arg=x",
    "text\r\ncargo::rustc-env=X=1",
    "nul \0 bell \u{7} escape \u{1b}[2J",
    "bidi \u{202e}evil\u{202c} \u{2066}x\u{2069}",
    "tricky \u{2028} \u{2029} \u{85} \u{b} \u{c}",
    "&lt; &#60;script&#62; &amp;",
    "| a | b |\n|---|---|\n| c | d |",
    "> quote\n\n1. list\n   ```\n   code\n   ```",
];

/// Where an author writes freely, and a plain text there.
const SLOTS: &[&str] = &[
    "@vendor",
    "@about",
    "@docs",
    "@checked",
    "@unsure",
    "@setting about",
    "@setting default",
    "@operation about",
    "@operation docs",
    "@operation unsure",
    "@input about",
    "@input default",
    "@header",
    "@query",
    "@json",
    "@message",
    "@example about",
    "@choice about",
];

const SPEC: &str = r#"
vendor: "@vendor"
about: "@about"
docs: "@docs"
checked: "@checked"
unsure: ["@unsure"]
servers: { live: https://api.acme.example }
settings:
  tenant: { type: string, default: "@setting default", about: "@setting about" }
  key: { type: secret, about: "@setting about" }
errors:
  - body: { error: string }
    message: "@message {reply.error}"
operations:
  job:
    about: "@operation about"
    docs: "@operation docs"
    unsure: ["@operation unsure"]
    post: /job
    safe_to_repeat: true
    input:
      id: { type: string, about: "@input about" }
      kind: { type: string, default: "@input default", about: "@input about" }
      "a?": { type: string, about: "@choice about" }
      "b?": { type: string, about: "@choice about" }
    exactly_one: [a, b]
    headers: { x: "@header {id} {key}" }
    query: { q: "@query" }
    json: { "@json": ["@json", "{id} @json {kind} {tenant}"], "a": "{a}", "b": "{b}" }
    reply: { done: bool }
    states: [ { succeeded: { done: true } }, { running: { done: false } } ]
    tells: { message: "@message" }
    poll: { deadline: 10m }
    examples: [ { about: "@example about", body: { done: true }, state: succeeded } ]
"#;

struct NoFiles;

impl Files for NoFiles {
    fn read(&self, path: &str) -> Result<String, String> {
        Err(path.to_owned())
    }
}

/// A text in double quotes, as YAML and JSON both read it, its braces as text.
fn quoted(text: &str) -> String {
    let text = text.replace('{', "{{").replace('}', "}}");
    serde_json::to_string(&text).expect("text").trim_matches('"').to_owned()
}

fn spec(hostile: &str, slots: &[&str]) -> String {
    SLOTS.iter().fold(SPEC.to_owned(), |spec, slot| match slots.contains(slot) {
        // The slot's own name goes along, so that the text is never alone.
        true => spec.replace(slot, &format!("{}{}", quoted(hostile), quoted(hostile))),
        false => spec.replace(slot, &slot[1..]),
    })
}

fn tokens(spec: &str) -> TokenStream {
    let generated = generate(&Source::new("specs/acme.yaml", spec), "acme", &NoFiles, &Runtime::new(quote!(::settled)));
    generated.unwrap_or_else(|report| panic!("{}\n{spec:.2000}", report.messages().join("\n")))
}

/// Tokens without what literals say, and without docs.
fn shape(tokens: TokenStream, shape: &mut String) {
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Punct(punct) if punct.as_char() == '#' && tokens.peek().is_some_and(is_doc) => {
                drop(tokens.next())
            }
            TokenTree::Group(group) => {
                shape_group(group.delimiter(), shape);
                self::shape(group.stream(), shape);
                shape.push_str(" )");
            }
            TokenTree::Literal(_) => shape.push_str(" literal"),
            other => {
                shape.push(' ');
                shape.push_str(&other.to_string());
            }
        }
    }
}

fn shape_group(delimiter: Delimiter, shape: &mut String) {
    shape.push_str(&format!(" {delimiter:?}("));
}

fn is_doc(token: &TokenTree) -> bool {
    let TokenTree::Group(group) = token else { return false };
    matches!(group.stream().into_iter().next(), Some(TokenTree::Ident(word)) if word == "doc")
}

/// The docs of each item, as rustdoc joins them.
fn docs(tokens: TokenStream, all: &mut Vec<String>) {
    let mut text = String::new();
    for token in tokens {
        match &token {
            TokenTree::Group(group) if is_doc(&token) => {
                // `#[doc(hidden)]` has no text.
                let last = group.stream().into_iter().last().expect("a text");
                if let Ok(line) = syn::parse2::<syn::LitStr>(last.into()) {
                    text.push_str(&line.value());
                    text.push('\n');
                }
            }
            TokenTree::Group(group) => {
                all.push(std::mem::take(&mut text));
                docs(group.stream(), all);
            }
            TokenTree::Punct(punct) if punct.as_char() == '#' => {}
            _ => all.push(std::mem::take(&mut text)),
        }
    }
    all.push(text);
    all.retain(|text| !text.is_empty());
}

/// Docs that run nothing, link nowhere and hold no HTML.
fn check_docs(text: &str) {
    // One space in front of each line is rustdoc's.
    let unindented: Vec<_> = text.lines().map(|line| line.strip_prefix(' ').unwrap_or(line)).collect();
    for event in Parser::new_ext(&unindented.join("\n"), pulldown_cmark::Options::all()) {
        match event {
            Event::Start(Tag::CodeBlock(_)) => panic!("a code block in\n{text}"),
            Event::Start(Tag::Image { dest_url, .. }) => check_picture(&dest_url),
            Event::Start(Tag::Link { dest_url, .. }) if !dest_url.starts_with("Client") => {
                panic!("a link to {dest_url} in\n{text}")
            }
            Event::Html(html) | Event::InlineHtml(html) => panic!("HTML {html} in\n{text}"),
            Event::Text(plain) => {
                assert!(!plain.contains("http://") && !plain.contains("https://"), "a bare link in\n{text}")
            }
            _ => {}
        }
    }
    let hidden =
        |c: char| (c.is_control() && c != '\n') || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    assert!(!text.contains(hidden), "a hidden character in\n{text:?}");
}

/// Our own picture of the states, of which nothing but the text in it is the spec's.
fn check_picture(url: &str) {
    let data = url.strip_prefix("data:image/svg+xml,").unwrap_or_else(|| panic!("a link to {url}"));
    let mut bytes = Vec::new();
    let mut rest = data.bytes();
    while let Some(byte) = rest.next() {
        match byte {
            b'%' => {
                let hex = [rest.next().expect("a digit"), rest.next().expect("a digit")];
                bytes.push(u8::from_str_radix(std::str::from_utf8(&hex).expect("hex"), 16).expect("hex"));
            }
            byte => bytes.push(byte),
        }
    }
    let svg = String::from_utf8(bytes).expect("text");
    for element in svg.split('<').skip(1) {
        let name = element.trim_start_matches('/').split([' ', '>', '/']).next().unwrap_or_default();
        let ours = ["svg", "title", "style", "rect", "circle", "path", "text"];
        assert!(ours.contains(&name), "an element `{name}` in\n{svg}");
        let tag = element.split('>').next().unwrap_or_default();
        assert!(!tag.contains(" on") && !tag.contains("href"), "more than a picture in\n{svg}");
    }
    assert!(!svg.contains(|c: char| c.is_control() && c != '\n'), "a control character in\n{svg:?}");
}

fn check(spec: &str, expected: Option<&str>) {
    let tokens = tokens(spec);
    let text = tokens.to_string();
    syn::parse_str::<syn::File>(&text).unwrap_or_else(|error| panic!("{error}\n{spec:.2000}"));
    let mut found = String::new();
    shape(tokens.clone(), &mut found);
    if let Some(expected) = expected {
        assert!(found == expected, "another shape for\n{spec:.2000}");
    }
    let mut all = Vec::new();
    docs(tokens, &mut all);
    assert!(all.len() > 10);
    all.iter().for_each(|text| check_docs(text));
}

#[test]
fn free_text_changes_no_token() {
    let mut plain = String::new();
    shape(tokens(&spec("", &[])), &mut plain);
    assert!(plain.contains("struct Client"));
    for text in HOSTILE {
        check(&spec(text, SLOTS), Some(&plain));
        SLOTS.iter().for_each(|slot| check(&spec(text, &[slot]), Some(&plain)));
    }
    check(&spec(&"long ".repeat(90), SLOTS), Some(&plain));
}

/// Names become names of Rust where they can, and are text elsewhere.
#[test]
fn hostile_names_are_refused_or_harmless() {
    const NAMES: &str = r#"
vendor: Acme
servers: { "server@": https://api.acme.example }
settings: { "setting@": string, "secret@": secret }
types:
  Word: ["word@", other word, "second@"]
operations:
  "job@":
    get: /job/{input@}
    input: { "input@": string, "more@?": string, "one@?": string, "two@?": string }
    exactly_one: ["one@", "two@"]
    values: { "value@": { sha256: "{input@}", as: hex } }
    query: { "query@": "{value@}", b: "{setting@}", c: "{secret@}", d: "{more@}", e: "{one@}", f: "{two@}" }
    reply: { "field@": Word, "inner@": { "deep@?": string } }
    states:
      - succeeded: { '"field@"': "word@" }
      - running: { '"field@"': ["second@", other word], '"inner@"."deep@"': "fact@" }
      - running: { '"field@"': ["second@", other word] }
      - unknown: otherwise
    poll: { deadline: 10m }
"#;
    let yaml = |text: &str| {
        let text = text.replace(['{', '}', '"'], "");
        let double = serde_json::to_string(&text).expect("text");
        let double = double.trim_matches('"').to_owned();
        // Inside single quotes only a quote is escaped; a line break there would be folded.
        let single = text.replace('\'', "''");
        (double, single)
    };
    check(&NAMES.replace('@', ""), None);
    let mut accepted = 0;
    for text in HOSTILE {
        let (double, single) = yaml(text);
        let spec: Vec<_> = NAMES
            .lines()
            .map(|line| match line.split_once("'\"") {
                Some((before, after)) => {
                    let (path, after) = after.split_once("\"'").expect("the end of a path");
                    format!(
                        "{}'\"{}\"'{}",
                        before.replace('@', &double),
                        path.replace('@', &single),
                        after.replace('@', &double)
                    )
                }
                None => line.replace('@', &double),
            })
            .collect();
        let spec = spec.join("\n");
        let source = Source::new("specs/acme.yaml", spec.as_str());
        if generate(&source, "acme", &NoFiles, &Runtime::new(quote!(::settled))).is_ok() {
            accepted += 1;
            check(&spec, None);
        }
    }
    assert!(accepted > 5, "{accepted}");
}

/// What a build script prints on standard output is read by cargo as instructions.
#[test]
fn a_build_script_prints_nothing_but_what_to_watch() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("hostile-specs");
    drop(fs::remove_dir_all(&folder));
    fs::create_dir_all(&folder).expect("a folder");
    for (at, text) in HOSTILE.iter().enumerate() {
        fs::write(folder.join(format!("good_{at}.yaml")), spec(text, SLOTS)).expect("a spec");
        let wrong = format!("vendor: \"{0}\"\n\"{0}\": x\noperations: {{ a: {{ get: \"{0}\" }} }}\n", quoted(text));
        fs::write(folder.join(format!("wrong_{at}.yaml")), wrong).expect("a spec");
    }
    // The test itself is the build script: started again, with the folder given.
    let output = std::process::Command::new(std::env::current_exe().expect("this test"))
        .args(["--exact", "the_build_script", "--ignored", "--nocapture"])
        .env("SPECS", &folder)
        .env("OUT_DIR", folder.join("out"))
        .output()
        .expect("a run");
    let printed = String::from_utf8(output.stdout).expect("text");
    assert!(output.status.success(), "{printed}");
    let of_the_harness = ["", "running 1 test", "test the_build_script ... ok"];
    let own = |line: &&str| !of_the_harness.contains(line) && !line.starts_with("test result: ok.");
    let lines: Vec<_> =
        printed.lines().filter(own).map(|line| line.trim_start_matches("test the_build_script ... ")).collect();
    assert!(lines.len() > 2 * HOSTILE.len(), "{printed}");
    for line in lines {
        let watched = line.strip_prefix("cargo::rerun-if-changed=").unwrap_or_else(|| panic!("printed `{line}`"));
        assert!(Path::new(watched).starts_with(&folder), "{line}");
    }
}

#[test]
#[ignore = "run by the test above, in a process of its own"]
fn the_build_script() {
    let out = std::env::var_os("OUT_DIR").expect("a folder");
    fs::create_dir_all(&out).expect("a folder");
    Builder::new(std::env::var_os("SPECS").expect("a folder").into_string().expect("text")).build();
}
