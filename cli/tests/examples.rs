//! Every example of every spec of the tree, through the command: it says what the spec says.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;
use settled_codegen::diagnostic::Diagnostics;
use settled_codegen::source::Source;
use settled_codegen::spec::{self, Example};

fn specs() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let folders = ["specs", "tests/tests/agree", "examples/examples", "codegen/tests/goldens"];
    let files = folders.iter().flat_map(|folder| fs::read_dir(root.join(folder)).expect(folder));
    let files = files.map(|entry| entry.expect("an entry").path());
    files.filter(|path| path.extension().is_some_and(|extension| extension == "yaml")).collect()
}

/// What the command says of an example's reply.
fn explained(path: &Path, operation: &str, example: &Example) -> Value {
    let body = Path::new(env!("CARGO_TARGET_TMPDIR")).join("example.body");
    let body = match (&example.file, &example.body) {
        (Some(file), _) => path.with_file_name(&file.value),
        (None, text) => {
            fs::write(&body, text.as_ref().map_or("", |body| &body.text)).unwrap();
            body
        }
    };
    let mut command = Command::new(env!("CARGO_BIN_EXE_settled"));
    command.arg("explain").arg(path).arg(operation).arg("--json").arg("--body").arg(body);
    if let Some(http) = &example.http {
        command.arg("--http").arg(http.value.to_string());
    }
    for (name, value) in example.headers.iter() {
        command.arg("--header").arg(format!("{}: {}", name.value, value.value));
    }
    for (name, value) in example.given.iter() {
        command.arg("--input").arg(format!("{}={}", name.value, value.text));
    }
    if let Some(age) = &example.age {
        command.arg("--age").arg(format!("{}ms", age.value.as_millis()));
    }
    if example.verified.as_ref().is_some_and(|verified| !verified.value) {
        command.arg("--unverified");
    }
    let output = command.output().unwrap();
    assert!(output.status.success(), "{}: {}", path.display(), String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn every_example_is_explained_as_its_spec_says() {
    let (mut looked_at, mut with_rule) = (0, 0);
    for path in specs() {
        let source = Source::new(path.display().to_string(), fs::read_to_string(&path).unwrap());
        let vendor = spec::read(&source, &mut Diagnostics::default()).unwrap();
        let operations = vendor.operations.iter().map(|(name, operation)| (name, &operation.examples));
        let webhooks = vendor.webhooks.iter().map(|(name, webhook)| (name, &webhook.examples));
        for (name, examples) in operations.chain(webhooks) {
            for example in examples {
                let Some(state) = &example.state else { continue };
                let told = explained(&path, name, example);
                let at = source.place(example.span);
                assert_eq!(told["state"], state.value.as_str(), "{at}: {told:#}");
                for (key, expected) in [("partial", &example.partial), ("revisable", &example.revisable)] {
                    let expected = expected.as_ref().map_or(&told[key] == true, |expected| expected.value);
                    assert_eq!(told[key], expected, "{at}: {told:#}");
                }
                for (key, expected) in [("message", &example.message), ("code", &example.code)] {
                    if let Some(expected) = expected {
                        assert_eq!(told[key], expected.value.as_str(), "{at}: {told:#}");
                    }
                }
                let is_state = settled::State::ALL.iter().any(|state| told["state"] == state.as_str());
                assert!(!is_state || told["rule"]["place"].is_string(), "{at}: {told:#}");
                looked_at += 1;
                with_rule += u32::from(told["rule"].is_object());
            }
        }
    }
    assert!(looked_at > 50 && with_rule > 30, "{looked_at} {with_rule}");
}
