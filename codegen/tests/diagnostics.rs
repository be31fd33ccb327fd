//! How every mistake is told, exactly: each `diagnostics/<name>.yaml` has its report beside it. `UPDATE=1` writes them
//! anew.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use annotate_snippets::Renderer;
use settled_codegen::diagnostic::{Problem, Report};
use settled_codegen::files::{Folder, read_spec};
use settled_codegen::model;
use settled_codegen::source::Source;
use settled_codegen::yaml::MAX_BYTES;

/// Problems of files themselves, and of texts that would be too long here: the tests below show them. Those of requests are
/// found by the command; its transcripts show them.
const SHOWN_ELSEWHERE: [&str; 7] =
    ["FileMissing", "FileUnreadable", "NotUtf8", "TooLarge", "TooManyTypes", "RequestContradicted", "RequestUnmade"];

fn specs() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/diagnostics");
    let files = fs::read_dir(folder).expect("the folder of specs").map(|entry| entry.expect("an entry").path());
    let mut specs: Vec<_> =
        files.filter(|path| path.extension().is_some_and(|extension| extension == "yaml")).collect();
    specs.sort();
    specs
}

fn report(spec: &Path) -> Report {
    let name = spec.file_name().expect("a name").to_string_lossy();
    let text = fs::read_to_string(spec).expect("a spec");
    model(&Source::new(name, text), "acme", &Folder::of(spec)).expect_err(&spec.display().to_string())
}

#[test]
fn every_mistake_is_told_as_its_snapshot_says() {
    let update = std::env::var_os("UPDATE").is_some();
    let mut wrong = Vec::new();
    for spec in specs() {
        let told = format!("{}\n", report(&spec).render(&Renderer::plain()));
        let snapshot = spec.with_extension("stderr");
        if update {
            fs::write(&snapshot, &told).expect("a snapshot");
        } else if fs::read_to_string(&snapshot).ok().as_ref() != Some(&told) {
            wrong.push(format!("{}:\n{told}", snapshot.display()));
        }
    }
    assert!(wrong.is_empty(), "told otherwise (`UPDATE=1` takes it over):\n\n{}", wrong.join("\n"));
}

#[test]
fn every_kind_of_mistake_has_a_snapshot() {
    let told: BTreeSet<_> = specs().iter().flat_map(|spec| names(&report(spec))).chain(SHOWN_ELSEWHERE).collect();
    let forgotten: Vec<_> = Problem::NAMES.iter().filter(|name| !told.contains(*name)).collect();
    assert!(forgotten.is_empty(), "no snapshot shows {forgotten:?}");
}

fn names(report: &Report) -> Vec<&'static str> {
    report.diagnostics.iter().map(|diagnostic| diagnostic.problem.name()).collect()
}

#[test]
fn many_mistakes_are_told_in_one_report_in_the_order_of_the_text() {
    let report = report(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/diagnostics/seven-mistakes.yaml"));
    assert!(report.diagnostics.len() >= 7, "{:?}", names(&report));
    assert_eq!(report.messages().len(), report.diagnostics.len());
    assert!(report.diagnostics.is_sorted_by_key(|diagnostic| diagnostic.span));
}

/// Titles are all that an editor's list of problems shows.
#[test]
fn titles_are_one_sentence_that_labels_do_not_repeat() {
    for spec in specs() {
        let report = report(&spec);
        for message in report.messages() {
            let (title, rest) = message.split_once('\n').unwrap_or((&message, ""));
            let name = spec.display();
            assert!(!title.is_empty() && !title.ends_with('.'), "{name}: `{title}`");
            assert!(!title.starts_with(char::is_uppercase), "{name}: `{title}`");
            assert_eq!(title.matches('`').count() % 2, 0, "{name}: `{title}`");
            assert!(!rest.lines().any(|line| line.trim_end().ends_with(&format!("^ {title}"))), "{name}: `{title}`");
        }
    }
}

fn temporary(name: &str, bytes: &[u8]) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&path, bytes).expect("a file");
    path
}

fn told(path: &Path) -> String {
    let report = read_spec(path, "specs/acme.yaml").expect_err("an unreadable spec");
    assert_eq!(report.diagnostics.len(), 1);
    report.render(&Renderer::plain())
}

#[test]
fn files_that_cannot_be_read_are_told_with_their_path() {
    let missing = told(&Path::new(env!("CARGO_TARGET_TMPDIR")).join("no-such-spec.yaml"));
    assert!(missing.starts_with("error: the spec cannot be read: "), "{missing}");
    assert!(missing.ends_with(" (specs/acme.yaml)"), "{missing}");

    let binary = told(&temporary("binary.yaml", b"vendor: \xff\n"));
    let title = "error: the spec is not UTF-8: byte 8 starts no character (specs/acme.yaml)";
    assert_eq!(binary, format!("{title}\n |\n = help: save the file as UTF-8"));

    let large = told(&temporary("large.yaml", " ".repeat(MAX_BYTES + 1).as_bytes()));
    assert!(
        large.starts_with("error: the spec has 262145 bytes, more than the 262144 that are read (specs"),
        "{large}"
    );

    let tried = vec!["/pkg/specs/acme.yaml".to_owned(), "src/specs/acme.yaml".to_owned()];
    let missing = Report::of_file("specs/acme.yaml", Problem::FileMissing { tried }).messages().join("");
    assert!(missing.starts_with("there is no such spec (specs/acme.yaml)\n"), "{missing}");
    for path in ["/pkg/specs/acme.yaml", "src/specs/acme.yaml"] {
        assert!(missing.contains(&format!("= note: looked for `{path}`\n")), "{missing}");
    }
}

/// A text that never was in a file is bounded all the same.
#[test]
fn a_text_that_is_too_large_is_not_read() {
    let source = Source::new("acme.yaml", format!("vendor: {}", "x".repeat(MAX_BYTES)));
    let report = model(&source, "acme", &Folder::of(Path::new("acme.yaml"))).expect_err("too large");
    assert_eq!(names(&report), ["TooLarge"]);
}

#[test]
fn a_vendor_with_very_many_types_is_refused() {
    let types: String = (0..501).map(|at| format!("  T{at}: {{ a: string }}\n")).collect();
    let source = Source::new("acme.yaml", format!("vendor: Acme\ntypes:\n{types}operations: {{ a: {{ get: /a }} }}\n"));
    let report = model(&source, "acme", &Folder::of(Path::new("acme.yaml"))).expect_err("too many types");
    let told = report.render(&Renderer::plain());
    assert!(told.starts_with("error: a vendor has at most 500 named types\n   --> acme.yaml:503:3\n"), "{told}");
    assert_eq!(names(&report), ["TooManyTypes"]);
}
