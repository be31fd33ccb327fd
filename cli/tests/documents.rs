//! The transcripts in the documents are what the command prints. `UPDATE=1` writes them anew.

#[path = "../../codegen/tests/chapters/blocks.rs"]
mod blocks;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use blocks::{Block, Spec};

/// A folder with the spec that the document speaks of, in which the command runs.
fn folder(name: &str, spec: &Spec) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("documents").join(name);
    drop(fs::remove_dir_all(&folder));
    fs::create_dir_all(folder.join("specs")).expect("a folder");
    fs::write(folder.join(spec.path()), &spec.text).expect("a spec");
    folder
}

/// A transcript with what the command prints now. Its first line is a prompt and a line for a shell.
fn transcript(block: &Block<'_>, folder: &Path) -> String {
    let (prompt, _) = block.text.split_once('\n').expect("a line");
    let line = prompt.strip_prefix("$ ").unwrap_or_else(|| panic!("line {}: no prompt", block.line));
    let command = Path::new(env!("CARGO_BIN_EXE_settled")).parent().expect("a folder");
    let mut path = vec![command.to_owned()];
    path.extend(std::env::split_paths(&std::env::var_os("PATH").unwrap_or_default()));
    let mut shell = Command::new("sh");
    shell.args(["-c", line]).current_dir(folder).env("NO_COLOR", "1");
    let output = shell.env("PATH", std::env::join_paths(path).expect("a path")).output().expect("a shell");
    let printed = [output.stdout, output.stderr].map(|text| String::from_utf8(text).expect("text"));
    let lines = printed.iter().flat_map(|text| text.lines()).map(|line| format!("{}\n", line.trim_end()));
    format!("{prompt}\n{}", lines.collect::<String>())
}

fn check(name: &str, text: &str) -> (usize, String) {
    let mut spec: Option<Spec> = None;
    let (mut checked, mut edits) = (0, Vec::new());
    for block in blocks::blocks(text) {
        match block.info {
            "yaml spec" => spec = Some(Spec { text: block.text.to_owned() }),
            "yaml" if block.text.starts_with("vendor: ") => spec = Some(Spec { text: block.text.to_owned() }),
            "yaml part" => spec = spec.map(|spec| spec.with(block.text)),
            "console" => {
                let spec = spec.as_ref().unwrap_or_else(|| panic!("{name}, line {}: no spec yet", block.line));
                let now = transcript(&block, &folder(name, spec));
                let updates = std::env::var_os("UPDATE").is_some();
                assert!(now == block.text || updates, "{name}, line {}: what is printed is\n{now}", block.line);
                edits.push((block.start..block.start + block.text.len(), now));
                checked += 1;
            }
            _ => {}
        }
    }
    let mut updated = text.to_owned();
    edits.into_iter().rev().for_each(|(range, now)| updated.replace_range(range, &now));
    (checked, updated)
}

#[test]
fn transcripts_of_the_documents() {
    for (name, expected) in [("docs/writing-rules.md", 3), ("README.md", 1)] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(name);
        let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let (checked, updated) = check(name, &text);
        println!("{name}: {checked} transcripts");
        assert_eq!(checked, expected, "{name}");
        if updated != text {
            fs::write(&path, updated).expect("the document can be written");
        }
    }
}
