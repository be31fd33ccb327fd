//! The documents say what is so. A block's fence tells what it is:
//!
//! | fence | what is checked |
//! |---|---|
//! | `yaml spec` | a whole spec without a mistake; what follows speaks of it |
//! | `yaml part` | rules, or keys, that take the place of those of that spec; again without a mistake |
//! | `yaml wrong` | the same with mistakes, told by the `text error` that follows, word for word |
//! | `text replies` | what replies to that spec's operation mean, one a line |
//! | `console` | by the tests of the command |
//!
//! Any other fence is a failure. `UPDATE=1` rewrites what is told of mistakes.

mod blocks;
mod replies;

use std::collections::BTreeSet;
use std::path::Path;

use blocks::{Block, Spec};
use settled_codegen::check::Files;
use settled_codegen::diagnostic::Report;
use settled_codegen::model::Vendor;
use settled_codegen::source::Source;

struct NoFiles;

impl Files for NoFiles {
    fn read(&self, path: &str) -> Result<String, String> {
        Err(format!("no such file: {path}"))
    }
}

fn model(spec: &Spec) -> Result<Vendor, Report> {
    settled_codegen::model(&Source::new(spec.path(), spec.text.as_str()), &spec.module(), &NoFiles)
}

/// How much of a document was checked.
#[derive(Debug, Default, PartialEq, Eq)]
struct Checked {
    specs: usize,
    parts: usize,
    mistakes: usize,
    replies: usize,
    transcripts: usize,
}

#[derive(Default)]
struct Chapter {
    spec: Option<(Spec, Vendor)>,
    /// The messages that are to be told next.
    told: Option<String>,
    checked: Checked,
    /// All specs, as one text.
    all: String,
    /// Texts of the document that should be others, with their places.
    edits: Vec<(std::ops::Range<usize>, String)>,
}

impl Chapter {
    fn of(document: &str) -> Chapter {
        let mut chapter = Chapter::default();
        blocks::blocks(document).iter().for_each(|block| chapter.block(block));
        assert_eq!(chapter.told, None, "a mistake is not told");
        chapter
    }

    fn spec(&self, block: &Block<'_>) -> &(Spec, Vendor) {
        self.spec.as_ref().unwrap_or_else(|| panic!("line {}: no spec yet", block.line))
    }

    fn block(&mut self, block: &Block<'_>) {
        let line = block.line;
        assert!(self.told.is_none() || block.info == "text error", "line {line}: a mistake is not told");
        match block.info {
            "yaml spec" => {
                self.checked.specs += 1;
                self.become_right(Spec { text: block.text.to_owned() }, line);
            }
            "yaml part" => {
                self.checked.parts += 1;
                let spec = self.spec(block).0.with(block.text);
                self.become_right(spec, line);
            }
            "yaml wrong" => {
                let spec = match block.text.starts_with("vendor: ") {
                    true => Spec { text: block.text.to_owned() },
                    false => self.spec(block).0.with(block.text),
                };
                let report = model(&spec).err().unwrap_or_else(|| panic!("line {line}: no mistake\n{}", spec.text));
                self.checked.mistakes += report.diagnostics.len();
                let messages: Vec<_> = report.messages().iter().map(|message| format!("error: {message}\n")).collect();
                self.told = Some(messages.join("\n"));
            }
            "text error" => {
                let told = self.told.take().unwrap_or_else(|| panic!("line {line}: nothing is wrong"));
                assert!(told == block.text || updates(), "line {line}: what is told is\n{told}");
                self.edits.push((block.start..block.start + block.text.len(), told));
            }
            "text replies" => {
                let lines: Vec<_> = block.text.lines().collect();
                assert!(!lines.is_empty(), "line {line}: no replies");
                self.checked.replies += lines.len();
                let (_, vendor) = self.spec(block);
                lines.into_iter().for_each(|reply| replies::check(vendor, reply));
            }
            "console" => self.checked.transcripts += 1,
            other => panic!("line {line}: a block of the unknown kind `{other}`"),
        }
    }

    fn become_right(&mut self, spec: Spec, line: usize) {
        let vendor = model(&spec).unwrap_or_else(|report| {
            panic!("line {line}:\n{}\n{}", report.messages().join("\n\n"), spec.text);
        });
        self.all.push_str(&spec.text);
        self.spec = Some((spec, vendor));
    }
}

fn updates() -> bool {
    std::env::var_os("UPDATE").is_some()
}

/// Checks a document of the folder `docs`.
fn chapter(name: &str) -> Chapter {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs").join(name);
    let document = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let chapter = Chapter::of(&document);
    println!("{name}: {:?}", chapter.checked);
    if updates() {
        let mut document = document;
        chapter.edits.iter().rev().for_each(|(range, text)| document.replace_range(range.clone(), text));
        std::fs::write(&path, document).expect("the document can be written");
    }
    chapter
}

/// The keys of a record in the schema.
fn keys(of: &str) -> BTreeSet<String> {
    fn find(value: &serde_json::Value) -> BTreeSet<String> {
        let own = value["properties"].as_object().into_iter().flat_map(|keys| keys.keys().cloned());
        let below = value["anyOf"].as_array().into_iter().flatten().flat_map(find);
        own.chain(below).collect()
    }
    let schema = settled_codegen::schema();
    let keys = find(&schema["$defs"][of]);
    assert!(!keys.is_empty(), "the schema has no `{of}`");
    keys
}

#[test]
fn writing_rules_is_right_and_leaves_nothing_out() {
    let chapter = chapter("writing-rules.md");
    let Checked { specs, parts, mistakes, replies, transcripts } = chapter.checked;
    assert!(specs >= 10 && parts >= 2 && mistakes >= 20 && replies >= 80 && transcripts >= 3);
    for key in keys("Rule").into_iter().chain(keys("Matcher")) {
        assert!(chapter.all.contains(&format!("{key}:")), "`{key}` is in no spec of the chapter");
    }
    let facts = ["$http:", "$header.", "$error:", "$error.", "$input.", "{reply.", "{item.", "{job_id}"];
    let words = ["present", "absent", "null", "otherwise"];
    for word in facts.into_iter().chain(words) {
        assert!(chapter.all.contains(word), "`{word}` is in no spec of the chapter");
    }
}

#[test]
fn the_reference_is_right() {
    let chapter = chapter("spec-language.md");
    let Checked { specs, parts, replies, .. } = chapter.checked;
    assert!(specs >= 3 && parts >= 7 && replies >= 20);
}

#[test]
#[should_panic(expected = "a block of the unknown kind `yaml`")]
fn a_block_without_a_kind_is_a_failure() {
    Chapter::of("```yaml\nvendor: Acme\n```\n");
}

#[test]
#[should_panic(expected = "not fenced at the margin")]
fn a_block_that_stands_in_a_list_is_a_failure() {
    Chapter::of("- one\n  ```yaml spec\n  vendor: Acme\n  ```\n");
}

#[test]
#[should_panic(expected = "a mistake is not told")]
fn a_mistake_that_is_not_told_is_a_failure() {
    Chapter::of("```yaml wrong\nvendor: Acme\n```\n");
}
