//! Every mistake of the corpus through `settled check --json`: it says what the text says, at the same place.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;
use settled_codegen::diagnostic::{Problem, Report};
use settled_codegen::files::Folder;
use settled_codegen::source::Source;

fn corpus() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../codegen/tests/diagnostics");
    let files = fs::read_dir(folder).expect("the corpus").map(|entry| entry.expect("an entry").path());
    let mut specs: Vec<_> =
        files.filter(|path| path.extension().is_some_and(|extension| extension == "yaml")).collect();
    specs.sort();
    specs
}

/// `None` where a spec has no mistake, which is for the corpus's own test to say.
fn report(path: &Path) -> Option<Report> {
    let source = Source::new(path.display().to_string(), fs::read_to_string(path).unwrap());
    let module = path.file_stem().unwrap().to_string_lossy();
    settled_codegen::model(&source, &module, &Folder::of(path)).err()
}

fn document(path: &Path) -> Vec<Value> {
    let output = Command::new(env!("CARGO_BIN_EXE_settled")).args(["check", "--json"]).arg(path).output().unwrap();
    assert_eq!(output.status.code(), Some(1), "{}: {output:?}", path.display());
    let mut document: Value = serde_json::from_slice(&output.stdout).unwrap();
    serde_json::from_value(document["diagnostics"].take()).unwrap()
}

/// The kind's name in kebab case, worked out in another way.
fn kebab(name: &str) -> String {
    let words: Vec<_> = name.split_inclusive(|_: char| true).collect();
    let dashed = words
        .iter()
        .map(|c| if *c == c.to_uppercase() && c.to_lowercase() != *c { format!("-{c}") } else { (*c).into() });
    dashed.collect::<String>().trim_start_matches('-').to_lowercase()
}

#[test]
fn the_document_says_what_the_text_says() {
    let (mut looked_at, mut mended) = (0, 0);
    for path in corpus() {
        let Some(report) = report(&path) else { continue };
        let told = document(&path);
        assert_eq!(told.len(), report.diagnostics.len(), "{}", path.display());
        for ((diagnostic, text), told) in report.diagnostics.iter().zip(report.messages()).zip(&told) {
            assert!(Problem::NAMES.contains(&diagnostic.problem.name()));
            assert_eq!(told["code"], kebab(diagnostic.problem.name()), "{told:#}");
            let title = told["title"].as_str().unwrap();
            let first = text.lines().next().unwrap();
            assert!(first == title || first.starts_with(&format!("{title} (")), "{first} {told:#}");
            let Some(line) = told["line"].as_u64() else { continue };
            let place = format!("{}:{line}:{}", told["file"].as_str().unwrap(), told["column"]);
            assert!(text.contains(&place), "{place}: {text}");
            assert!(told["end"]["line"].as_u64() >= Some(line), "{told:#}");
            if let Some(label) = told["label"].as_str() {
                assert!(text.contains(label), "{label}: {text}");
            }
            for note in told["notes"].as_array().unwrap() {
                assert!(text.contains(note.as_str().unwrap().split('\n').next().unwrap()), "{note}: {text}");
            }
            mended += usize::from(is_mended(&report, told));
            looked_at += 1;
        }
    }
    assert!(looked_at > 150 && mended > 10, "{looked_at} {mended}");
}

/// Whether the mistake is gone once its replacement is made; false where it has none.
fn is_mended(report: &Report, told: &Value) -> bool {
    // A mistake in a file of profiles is mended there.
    if told["file"] != report.source.path.as_str() {
        return false;
    }
    let replacement = &told["replacement"];
    let Some(text) = replacement["text"].as_str() else { return false };
    let at = |end: usize| usize::try_from(replacement["place"]["bytes"][end].as_u64().unwrap()).unwrap();
    let mut mended = report.source.text.clone();
    mended.replace_range(at(0)..at(1), text);
    let source = Source::new(report.source.path.clone(), mended);
    match settled_codegen::model(&source, "acme", &Folder::of(Path::new(&report.source.path))) {
        Ok(_) => true,
        Err(rest) => rest.diagnostics.iter().all(|one| told["code"] != kebab(one.problem.name())),
    }
}
