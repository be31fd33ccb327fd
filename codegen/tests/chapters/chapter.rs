//! A document, checked block by block.

use std::path::{Path, PathBuf};

use settled_codegen::check::Files;
use settled_codegen::diagnostic::Report;
use settled_codegen::model::Vendor;
use settled_codegen::source::Source;

use crate::blocks::{self, Block, Spec};
use crate::{replies, rust};

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
pub(crate) struct Checked {
    pub(crate) specs: usize,
    pub(crate) parts: usize,
    pub(crate) mistakes: usize,
    pub(crate) replies: usize,
    pub(crate) programs: usize,
    pub(crate) transcripts: usize,
}

#[derive(Default)]
pub(crate) struct Chapter {
    spec: Option<(Spec, Vendor)>,
    /// The messages that are to be told next.
    told: Option<String>,
    pub(crate) checked: Checked,
    /// All specs, as one text.
    pub(crate) all: String,
    /// Texts of the document that should be others, with their places.
    edits: Vec<(std::ops::Range<usize>, String)>,
}

impl Chapter {
    pub(crate) fn of(document: &str) -> Chapter {
        let mut chapter = Chapter::default();
        blocks::blocks(document).iter().for_each(|block| chapter.block(block));
        assert_eq!(chapter.told, None, "a mistake is not told");
        chapter
    }

    /// A document of the folder `docs`.
    pub(crate) fn named(name: &str) -> Chapter {
        let path = docs().join(name);
        let document = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        // Seen where one of its blocks is wrong.
        println!("{name}");
        let chapter = Chapter::of(&document);
        println!("{name}: {:?}", chapter.checked);
        if updates() {
            let mut document = document;
            chapter.edits.iter().rev().for_each(|(range, text)| document.replace_range(range.clone(), text));
            std::fs::write(&path, document).expect("the document can be written");
        }
        chapter
    }

    fn spec(&self, block: &Block<'_>) -> &(Spec, Vendor) {
        self.spec.as_ref().unwrap_or_else(|| panic!("line {}: no spec yet", block.line))
    }

    fn block(&mut self, block: &Block<'_>) {
        let line = block.line;
        assert!(self.told.is_none() || block.info == "text error", "line {line}: a mistake is not told");
        if let Some(operation) = block.info.strip_prefix("text replies") {
            let lines: Vec<_> = block.text.lines().collect();
            assert!(!lines.is_empty(), "line {line}: no replies");
            self.checked.replies += lines.len();
            let (_, vendor) = self.spec(block);
            lines.into_iter().for_each(|reply| replies::check(vendor, operation.trim(), reply));
            return;
        }
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
            "yaml part of the vendor" => {
                self.checked.parts += 1;
                let spec = self.spec(block).0.with_vendor(block.text);
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
            "rust" => {
                self.checked.programs += 1;
                rust::check(&self.spec(block).1, block);
            }
            "console" => self.checked.transcripts += 1,
            "sh" => {}
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

/// The folder of the documents.
pub(crate) fn docs() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs")
}

fn updates() -> bool {
    std::env::var_os("UPDATE").is_some()
}
