//! What the command says is sent, sent to the mock vendor, which computes by itself what must be there.

use std::fs;
use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;
use settled_codegen::files::{Folder, read_spec};
use settled_codegen::model::{Operation, SettingKind, Vendor};
use settled_testkit::{MockReply, MockVendor};

fn specs() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let folders = ["specs", "tests/tests/asking"];
    let files = folders.iter().flat_map(|folder| fs::read_dir(root.join(folder)).expect(folder));
    let files = files.map(|entry| entry.expect("an entry").path());
    files.filter(|path| path.extension().is_some_and(|extension| extension == "yaml")).collect()
}

/// What both sides know: of each setting, something that it may be.
fn settings(vendor: &Vendor) -> Vec<(String, String)> {
    let value = |kind: &SettingKind| match kind {
        SettingKind::Words(words, _) => words[0].clone(),
        SettingKind::HostLabel(_) => "eu-1".to_owned(),
        SettingKind::Url => "https://own.example".to_owned(),
        // Good as text, as hexadecimal and as Base64.
        SettingKind::Text(_) | SettingKind::Secret(_) => "00c0ffee".to_owned(),
    };
    vendor.settings.iter().map(|setting| (setting.name.clone(), value(&setting.kind))).collect()
}

/// What the command says is sent.
fn told(path: &Path, operation: &str, base: &str, settings: &[(String, String)]) -> Option<Value> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_settled"));
    command.arg("request").arg(path).arg(operation).arg("--json").arg("--base-url").arg(base);
    for (name, value) in settings {
        command.arg("--input").arg(format!("{name}={value}"));
    }
    let output = command.output().expect("the command");
    output.status.success().then(|| serde_json::from_slice(&output.stdout).expect("a document"))
}

/// Sends it, byte for byte.
fn send(told: &Value) {
    let url = told["url"].as_str().expect("a URL").strip_prefix("http://").expect("this machine");
    let (host, target) = url.split_at(url.find('/').expect("a path"));
    let body = told["body"].as_str().expect("a text");
    let mut request = format!("{} {target} HTTP/1.1\r\nhost: {host}\r\n", told["method"].as_str().expect("a method"));
    for header in told["headers"].as_array().expect("a list") {
        let text = |at: usize| header[at].as_str().expect("a text");
        request.push_str(&format!("{}: {}\r\n", text(0), text(1)));
    }
    request.push_str(&format!("content-length: {}\r\nconnection: close\r\n\r\n{body}", body.len()));
    let mut stream = TcpStream::connect(host).expect("the mock vendor");
    stream.write_all(request.as_bytes()).expect("to be taken");
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).expect("an answer");
}

/// Whether all that a request needs can be told: no token, no link, no key of its own form.
fn is_plain(operation: &Operation, told: &Value) -> bool {
    let is_token = |name: &Value| name.as_str().is_some_and(|name| name.contains('.'));
    operation.link.is_none() && !told["stand_ins"].as_array().is_some_and(|all| all.iter().any(is_token))
}

#[test]
fn what_is_shown_is_what_the_vendor_wants() {
    let mut held = 0;
    for path in specs() {
        let source = read_spec(&path, &path.to_string_lossy()).expect("a spec");
        let source = settled_codegen::spec::with_profiles(&source, &Folder::of(&path));
        let module = path.file_stem().expect("a name").to_string_lossy().into_owned();
        let Ok(vendor) = settled_codegen::model(&source, &module, &Folder::of(&path)) else { continue };
        let settings = settings(&vendor);
        for operation in &vendor.operations {
            let mock = settings
                .iter()
                .fold(MockVendor::builder(&path).expect("a spec"), |mock, (name, value)| mock.setting(name, value));
            let mock = mock.reply(MockReply::json("{}")).start().expect("a vendor");
            let name = operation.name.value.as_str();
            let base = match operation.role {
                0 => mock.url(),
                role => mock.url_of(&vendor.roles[role].name),
            };
            let Some(told) = told(&path, name, &base, &settings) else {
                continue;
            };
            if !is_plain(operation, &told) || !told["url"].as_str().is_some_and(|url| url.starts_with(&mock.url())) {
                continue;
            }
            send(&told);
            assert!(mock.complaints().is_empty(), "{} {name}: {:?}\n{told:#}", path.display(), mock.complaints());
            assert_eq!(mock.requests().len(), 1, "{} {name}", path.display());
            held += 1;
        }
    }
    assert!(held > 40, "{held}");
}

/// The specs of a chapter.
fn blocks(chapter: &Path) -> Vec<String> {
    let text = fs::read_to_string(chapter).expect("a chapter");
    let blocks = text.split("```yaml spec\n").skip(1);
    blocks.map(|block| block.split("```").next().unwrap_or_default().to_owned()).collect()
}

#[test]
fn the_requests_that_specs_and_the_book_show_are_sent() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("requests");
    fs::create_dir_all(&folder).expect("a folder");
    let mut paths = vec![root.join("specs")];
    for (at, block) in blocks(&root.join("docs/spec-language.md")).iter().enumerate() {
        if block.contains("request:") {
            let path = folder.join(format!("block_{at}.yaml"));
            fs::write(&path, block).expect("a file");
            paths.push(path);
        }
    }
    assert!(paths.len() > 1, "the book shows one");
    for path in paths {
        let output = Command::new(env!("CARGO_BIN_EXE_settled")).arg("check").arg(&path).output().expect("the command");
        assert!(output.status.success(), "{}: {}", path.display(), String::from_utf8_lossy(&output.stdout));
    }
}
