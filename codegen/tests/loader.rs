//! Whatever stands in a file, the generator answers with a model or with a report, and never with a panic.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use annotate_snippets::Renderer;
use proptest::prelude::*;
use proptest::sample::Index;
use settled_codegen::check::Files;
use settled_codegen::diagnostic::Diagnostics;
use settled_codegen::files::read_spec;
use settled_codegen::model;
use settled_codegen::source::Source;
use settled_codegen::yaml::{self, Kind, MAX_DEPTH, Node};

/// Every example is an empty object: what examples hold is not the point here.
struct NoFiles;

impl Files for NoFiles {
    fn read(&self, _: &str) -> Result<String, String> {
        Ok("{}".to_owned())
    }
}

/// Builds the model, and checks what must hold of whatever comes out.
fn answer(text: &str) {
    let source = Source::new("acme.yaml", text);
    let Err(report) = model(&source, "acme", &NoFiles) else { return };
    assert!(!report.diagnostics.is_empty(), "an error without a reason");
    for diagnostic in &report.diagnostics {
        let range = diagnostic.span.range();
        assert!(range.start <= range.end && range.end <= text.len(), "{diagnostic:?} of {} bytes", text.len());
        assert!(text.get(range).is_some(), "{diagnostic:?} cuts a character");
    }
    assert_eq!(report.messages().len(), report.diagnostics.len());
    assert!(report.render(&Renderer::plain()).starts_with("error: "));
}

/// The shipped specs, and those of the other tests.
fn specs() -> Vec<String> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folders = ["../specs", "tests/diagnostics", "tests/goldens"];
    let files = folders.iter().flat_map(|folder| fs::read_dir(here.join(folder)).into_iter().flatten());
    let mut paths: Vec<_> = files.map(|entry| entry.expect("an entry").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "yaml"));
    paths.sort();
    paths.into_iter().map(|path| fs::read_to_string(path).expect("a spec")).collect()
}

/// One change to a text, as a slip of the hand would make it.
#[derive(Debug, Clone)]
enum Slip {
    DropLine(Index),
    DoubleLine(Index),
    SwapLines(Index, Index),
    Indent(Index),
    DropChar(Index),
    SwapChars(Index),
    Insert(Index, char),
    Word(Index, Index),
}

fn slip() -> impl Strategy<Value = Slip> {
    let at = any::<Index>;
    let c = prop::sample::select("{}[]\"'`$.,:|>&*!?#%@-~\t\n\r é日\u{202e}\0".chars().collect::<Vec<_>>());
    prop_oneof![
        at().prop_map(Slip::DropLine),
        at().prop_map(Slip::DoubleLine),
        (at(), at()).prop_map(|(a, b)| Slip::SwapLines(a, b)),
        at().prop_map(Slip::Indent),
        at().prop_map(Slip::DropChar),
        at().prop_map(Slip::SwapChars),
        (at(), c).prop_map(|(at, c)| Slip::Insert(at, c)),
        (at(), at()).prop_map(|(a, b)| Slip::Word(a, b)),
    ]
}

impl Slip {
    fn apply(&self, text: &str) -> String {
        if text.is_empty() {
            return String::new();
        }
        let mut lines: Vec<_> = text.lines().map(str::to_owned).collect();
        let mut chars: Vec<_> = text.chars().collect();
        match self {
            Slip::DropLine(at) => drop(lines.remove(at.index(lines.len()))),
            Slip::DoubleLine(at) => {
                let at = at.index(lines.len());
                lines.insert(at, lines[at].clone());
            }
            Slip::SwapLines(a, b) => {
                let (a, b) = (a.index(lines.len()), b.index(lines.len()));
                lines.swap(a, b);
            }
            Slip::Indent(at) => {
                let at = at.index(lines.len());
                lines[at].insert_str(0, "  ");
            }
            // Words that exist elsewhere read on further than random ones.
            Slip::Word(a, b) => {
                let words: Vec<_> = text.split(|c: char| !c.is_alphanumeric() && c != '_').collect();
                let (a, b) = (words[a.index(words.len())], words[b.index(words.len())]);
                return match a.is_empty() {
                    true => text.to_owned(),
                    false => text.replacen(a, b, 1),
                };
            }
            Slip::DropChar(at) => drop(chars.remove(at.index(chars.len()))),
            Slip::SwapChars(at) if chars.len() > 1 => {
                let at = at.index(chars.len() - 1);
                chars.swap(at, at + 1);
            }
            Slip::SwapChars(_) => {}
            Slip::Insert(at, c) => chars.insert(at.index(chars.len()), *c),
        }
        match self {
            Slip::DropChar(_) | Slip::SwapChars(_) | Slip::Insert(..) => chars.into_iter().collect(),
            _ => lines.join("\n"),
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]

    #[test]
    fn any_text_is_answered(text in "\\PC{0,200}") {
        answer(&text);
    }

    #[test]
    fn any_yaml_like_text_is_answered(text in "([ a-z:{}\\[\\],\"'|>&*!#\\-\\n\\t\\r\u{e9}]|: |\\n  |- ){0,120}") {
        answer(&text);
        answer(&format!("vendor: Acme\noperations:\n  job:\n    get: /job\n    {text}"));
    }

    #[test]
    fn any_bytes_are_answered(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        answer(&String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn specs_with_slips_are_answered(which in any::<Index>(), slips in prop::collection::vec(slip(), 1..6)) {
        let specs = specs();
        let text = slips.iter().fold(specs[which.index(specs.len())].clone(), |text, slip| slip.apply(&text));
        answer(&text);
    }
}

#[test]
fn deep_texts_do_not_overflow_the_stack() {
    for (open, close) in [("[", "]"), ("{a: ", "}"), ("- ", ""), ("{a: [", "]}")] {
        answer(&format!("vendor: {}{}", open.repeat(50_000), close.repeat(50_000)));
    }
    let mut blocks = String::new();
    for depth in 0..600 {
        writeln!(blocks, "{}a:", " ".repeat(depth)).expect("a line");
    }
    answer(&blocks);
    let (open, close) = ("[".repeat(MAX_DEPTH - 1), "]".repeat(MAX_DEPTH - 1));
    let source = Source::new("deep.yaml", format!("a: {open}{close}"));
    let mut problems = Diagnostics::default();
    assert!(yaml::load(&source, &mut problems).is_some() && problems.is_empty(), "the bound itself is allowed");
    answer(&format!("vendor: {}", "\"{\" ".repeat(20_000)));
    answer(&format!("vendor: Acme\ntypes: {{ A: \"{}\" }}", "sensitive ".repeat(20_000)));
    answer(&format!("vendor: Acme\ntypes: {{ A: \"{}\" }}", "json_text ".repeat(20_000)));
    answer(&format!("vendor: Acme\ntypes: {{ A: \"{}\" }}", "a | ".repeat(20_000)));
}

/// The scalars of a document in the order of the text, keys before values.
fn scalars(node: &Node, all: &mut Vec<String>) {
    match &node.kind {
        Kind::Scalar(text, _) => all.push(text.clone()),
        Kind::List(items) => items.iter().for_each(|item| scalars(item, all)),
        Kind::Map(entries) => entries.iter().for_each(|(key, value)| {
            all.push(key.text.clone());
            scalars(value, all);
        }),
    }
}

/// The same by serde_yaml: every scalar is asked for as a string.
struct Texts<'a>(&'a mut Vec<String>, &'a Node);

impl<'de> serde::de::DeserializeSeed<'de> for Texts<'_> {
    type Value = ();

    fn deserialize<D: serde::Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        match &self.1.kind {
            Kind::Scalar(..) => {
                self.0.push(serde::Deserialize::deserialize(from)?);
                Ok(())
            }
            Kind::List(_) => from.deserialize_seq(self),
            Kind::Map(_) => from.deserialize_map(self),
        }
    }
}

impl<'de> serde::de::Visitor<'de> for Texts<'_> {
    type Value = ();

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("the same shape as our loader found")
    }

    fn visit_seq<A: serde::de::SeqAccess<'de>>(self, mut from: A) -> Result<(), A::Error> {
        let Kind::List(items) = &self.1.kind else { unreachable!("asked for as a list") };
        for item in items {
            from.next_element_seed(Texts(self.0, item))?.expect("as many elements");
        }
        Ok(())
    }

    fn visit_map<A: serde::de::MapAccess<'de>>(self, mut from: A) -> Result<(), A::Error> {
        let Kind::Map(entries) = &self.1.kind else { unreachable!("asked for as a map") };
        for (_, value) in entries {
            self.0.push(from.next_key::<String>()?.expect("as many keys"));
            from.next_value_seed(Texts(self.0, value))?;
        }
        Ok(())
    }
}

/// Reads a text with both, and compares all scalars.
fn agree(source: &Source) -> Vec<String> {
    use serde::de::DeserializeSeed;

    let mut problems = Diagnostics::default();
    let node = yaml::load(source, &mut problems).expect("YAML");
    assert!(problems.is_empty(), "{problems:?}");
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    scalars(&node, &mut ours);
    let document = serde_yaml::Deserializer::from_str(&source.text);
    Texts(&mut theirs, &node).deserialize(document).expect("the same by serde_yaml");
    assert_eq!(ours, theirs, "{}", source.path);
    ours
}

#[test]
fn scalars_are_what_serde_yaml_reads_as_strings() {
    let specs: Vec<PathBuf> = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("../specs"))
        .expect("the specs")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "yaml"))
        .collect();
    assert!(specs.len() >= 4, "{specs:?}");
    for spec in specs {
        let source = read_spec(&spec, &spec.display().to_string()).expect("a spec");
        assert!(agree(&source).len() > 100);
    }
}

#[test]
fn what_yaml_would_type_stays_text() {
    let text = r#"
codes: [0810, NO, no, yes, on, Off, 1_000, 0x1F, 0o17, 1e3, .5, +1, -0, .inf, .NaN, "~", 2026-01-30, 12:30:45, 1.0]
quotes: ['it''s', "a \"b\" \u00e9\t\\", "0810", 'null', "two
  lines", plain text with 'quotes' and "more"]
block: |
  first
    second

  third
folded: >
  one
  line

  next
stripped: |-
  no end
kept: |+
  with end

plain: goes on
  here
url: https://api.acme.example/v1?a=b#c
"#;
    let scalars = agree(&Source::new("scalars.yaml", text));
    for word in
        ["0810", "NO", "1_000", "0x1F", "it's", "a \"b\" é\t\\", "first\n  second\n\nthird\n", "one line\nnext\n"]
    {
        assert!(scalars.iter().any(|scalar| scalar == word), "{word:?} of {scalars:?}");
    }
}

/// Named types that are not records, in whatever order they stand.
#[test]
fn types_may_come_before_what_they_are_made_of() {
    let spec = |types: &str, reply: &str| {
        let text = format!("vendor: Acme\ntypes:\n{types}operations:\n  ping: {{ get: /ping, reply: {reply} }}\n");
        model(&Source::new("acme.yaml", text.clone()), "acme", &NoFiles).map(|_| ()).map_err(|report| {
            answer(&text);
            report.diagnostics.iter().map(|one| one.problem.name()).collect::<Vec<_>>()
        })
    };
    assert_eq!(spec("  Jobs: [Job]\n  Job: { id: Id }\n  Id: sensitive string\n", "Jobs"), Ok(()));
    assert_eq!(spec("  All: [Jobs]\n  Jobs: { \"*\": Names }\n  Names: [Name]\n  Name: string\n", "All"), Ok(()));
    assert_eq!(spec("  A: [B]\n  B: [A]\n", "A"), Err(vec!["EndlessType"]));
    assert_eq!(spec("  A: A\n", "A"), Err(vec!["EndlessType"]));
    assert_eq!(spec("  Tree: { name: string, below: [Tree] }\n", "Tree"), Ok(()));
    let path = ".0.below".repeat(20_000);
    answer(&format!(
        "vendor: Acme\ntypes: {{ Tree: {{ name: string, below: [Tree] }} }}\noperations:\n  ping:\n    \
         get: /ping\n    reply: Tree\n    tells: {{ code: \"{{reply.below{path}}}\" }}\n    \
         states: [{{ failed: {{ below{path}: a }} }}]\n"
    ));
    let mut values =
        "vendor: Acme\nheaders: { a: \"{v0}\" }\noperations: { ping: { get: /ping } }\nvalues:\n".to_owned();
    (0..5000).for_each(|at| {
        writeln!(values, "  v{at}: {{ base64: \"{{v{}}}\" }}", at + 1).expect("a line");
    });
    answer(&values);
    let kinds = [("[string]", "[T{}]"), ("{ a: string }", "{ a: T{} }"), ("string", "sensitive T{}")];
    for ((first, step), types) in kinds.into_iter().flat_map(|kind| [(kind, 30), (kind, 500), (kind, 3000)]) {
        let mut forward = String::new();
        let mut backward = format!("  T0: {first}\n");
        for at in 1..types {
            writeln!(backward, "  T{at}: {}", step.replace("{}", &(at - 1).to_string())).expect("a line");
            writeln!(forward, "  T{}: {}", at - 1, step.replace("{}", &at.to_string())).expect("a line");
        }
        writeln!(forward, "  T{}: {first}", types - 1).expect("a line");
        for told in [spec(&backward, &format!("T{}", types - 1)), spec(&forward, "T0")] {
            assert_eq!(told.is_ok(), types == 30 || (types == 500 && first.starts_with('{')), "{told:?}");
        }
    }
}
