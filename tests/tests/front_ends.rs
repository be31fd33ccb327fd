//! The two front ends in a crate of their own, by real cargo: what a user sees, and what is built again after which
//! change.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;

use settled_codegen::files::{Folder, read_spec};

const MANIFEST: &str = r#"
[package]
name = "waiter"
version = "0.0.0"
edition = "2024"

[workspace]

# A renamed dependency, and nothing else: what is generated must not need more.
[dependencies]
waiting = { package = "settled", path = "@/runtime", default-features = false, features = ["macros"] }

[build-dependencies]
settled-codegen = { path = "@/codegen" }
"#;

const BUILD: &str = r#"
fn main() {
    settled_codegen::Builder::new("specs").runtime("::waiting").tests().build();
}
"#;

const MAIN: &str = r#"
#![deny(warnings)]

include!(concat!(env!("OUT_DIR"), "/vendors.rs"));
waiting::vendor!("macro/globex.yaml", tests);

fn main() {
    let acme = acme::Client::builder().production().api_key("key").build();
    let globex = globex::Client::builder().production().api_key("key").build();
    println!("{}", acme.is_ok() && globex.is_ok());
}
"#;

const SPEC: &str = r#"
vendor: Acme
servers: { production: https://api.acme.example }
settings: { api_key: secret }
auth: { bearer: "{api_key}" }
operations:
  job:
    get: /job
    reply: { state: [queued, done] }
    states:
      - running: { state: queued }
      - succeeded: { state: done }
      - unknown: otherwise
    poll: { every: 2s, deadline: 10m }
    examples:
      - { file: replies/done.json, state: succeeded }
"#;

/// A crate in a folder of its own, with a target folder of its own.
struct Crate(PathBuf);

impl Crate {
    fn new() -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("front-ends");
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the workspace");
        // The target folder stays, so that a second run is quick.
        for part in ["specs", "macro", "src"] {
            drop(fs::remove_dir_all(folder.join(part)));
        }
        let made = Crate(folder);
        made.write("Cargo.toml", &MANIFEST.replace('@', root.to_str().expect("a path in UTF-8")));
        made.write("build.rs", BUILD);
        made.write("src/main.rs", MAIN);
        made.write("specs/acme.yaml", SPEC);
        made.write("specs/replies/done.json", r#"{ "state": "done" }"#);
        made.write("macro/globex.yaml", &SPEC.replace("Acme", "Globex"));
        made.write("macro/replies/done.json", r#"{ "state": "done" }"#);
        // The versions of this workspace, which are on this machine.
        fs::copy(root.join("Cargo.lock"), made.0.join("Cargo.lock")).expect("a lock file");
        made
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.0.join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
    }

    /// Builds, and returns what cargo said and whether it went well.
    fn check(&self) -> (bool, String) {
        let output = Command::new(env!("CARGO"))
            .args(["check", "--offline", "--quiet", "--color=never"])
            .current_dir(&self.0)
            .env("CARGO_TARGET_DIR", self.0.join("target"))
            .env_remove("RUSTFLAGS")
            .output()
            .expect("cargo");
        (output.status.success(), String::from_utf8(output.stderr).expect("text"))
    }

    /// Runs its tests, and returns what was said.
    fn test(&self) -> String {
        let output = Command::new(env!("CARGO"))
            .args(["test", "--offline", "--color=never"])
            .current_dir(&self.0)
            .env("CARGO_TARGET_DIR", self.0.join("target"))
            .env_remove("RUSTFLAGS")
            .output()
            .expect("cargo");
        let said = String::from_utf8(output.stdout).expect("text");
        assert!(output.status.success(), "{said}\n{}", String::from_utf8_lossy(&output.stderr));
        said
    }

    fn accepts(&self) {
        let (good, said) = self.check();
        assert!(good, "{said}");
    }

    /// Expects that the build fails, with each of these in what is said.
    fn refuses(&self, expected: &[&str]) -> String {
        let (good, said) = self.check();
        assert!(!good, "built, expected {expected:?}");
        for part in expected {
            assert!(said.contains(part), "no {part:?} in:\n{said}");
        }
        said
    }

    /// What the generator itself says about a spec, each line as rustc shows it: it indents all but the first.
    fn reports(&self, path: &str) -> Vec<String> {
        let spec = self.0.join(path);
        let source = read_spec(&spec, path).expect("a spec");
        let module = spec.file_stem().expect("a name").to_string_lossy();
        let report = settled_codegen::model(&source, &module, &Folder::of(&spec)).expect_err("mistakes");
        report.messages()
    }

    /// When the file of this name in `OUT_DIR` was written.
    fn written(&self, name: &str) -> SystemTime {
        let builds =
            fs::read_dir(self.0.join("target/debug/build")).expect("builds").map(|entry| entry.expect("one").path());
        let files = builds.map(|build| build.join("out").join(name)).filter(|file| file.is_file());
        files
            .map(|file| fs::metadata(file).expect("a file").modified().expect("a time"))
            .max()
            .expect("it was generated")
    }
}

/// Whether rustc shows this message: line by line, since rustc indents what it shows.
fn shows(said: &str, message: &str) -> bool {
    let said: Vec<_> = said.lines().map(|line| line.trim_start().trim_start_matches("error: ")).collect();
    let message: Vec<_> = message.lines().map(str::trim_start).collect();
    said.windows(message.len()).any(|window| window == message)
}

#[test]
fn front_ends_tell_the_same_and_build_again_what_changed() {
    let made = Crate::new();
    made.accepts();

    // Both add a test for every rule where that is asked for.
    let said = made.test();
    for module in ["acme", "globex"] {
        for rule in ["rule_1_running", "rule_2_succeeded", "rule_3_unknown"] {
            assert!(said.contains(&format!("test {module}::job::rules::{rule} ... ok")), "{said}");
        }
    }

    // Mistakes: the same text from both, all in one build, and only those.
    let wrong =
        SPEC.replace("queued }", "qeued }").replace("api_key}", "apikey}").replace("deadline: 10m", "first: 1s");
    made.write("specs/acme.yaml", &wrong);
    made.write("macro/globex.yaml", &wrong);
    let said = made.refuses(&["due to 6 previous errors", "specs/acme.yaml:5:19", "macro/globex.yaml:5:19"]);
    for path in ["specs/acme.yaml", "macro/globex.yaml"] {
        let reports = made.reports(path);
        assert_eq!(reports.len(), 3, "{reports:?}");
        for message in reports {
            assert!(shows(&said, &message), "{message}\n\nis not in\n\n{said}");
        }
    }

    // What mends them is seen, though the last build failed.
    made.write("specs/acme.yaml", SPEC);
    made.write("macro/globex.yaml", SPEC);
    made.accepts();

    // The replies that specs name are watched, too.
    made.write("specs/replies/done.json", r#"{ "state": "queued" }"#);
    made.refuses(&["this example means `running`, not `succeeded`", "specs/acme.yaml:16:43"]);
    made.write("specs/replies/done.json", r#"{ "state": "done" }"#);
    made.accepts();
    made.write("macro/replies/done.json", r#"{ "state": "queued" }"#);
    made.refuses(&["this example means `running`, not `succeeded`", "macro/globex.yaml:16:43"]);
    made.write("macro/replies/done.json", r#"{ "state": "done" }"#);
    made.accepts();

    // One that is missing is waited for.
    fs::remove_file(made.0.join("specs/replies/done.json")).expect("it was there");
    made.refuses(&["the example `replies/done.json` cannot be read"]);
    made.write("specs/replies/done.json", r#"{ "state": "done" }"#);
    made.accepts();

    // Where no spec is, both places are named, however long their paths are.
    made.write("src/main.rs", &MAIN.replace("macro/globex.yaml", "macro/no_such.yaml"));
    let [package, caller] = ["macro/no_such.yaml", "src/macro/no_such.yaml"].map(|path| format!("{path}`"));
    let root = format!("looked for `{}/{package}", made.0.display());
    made.refuses(&["there is no such spec (macro/no_such.yaml)", &root, &caller]);
    made.write("src/main.rs", MAIN);
    made.accepts();

    // A build that changes nothing writes nothing; a new file is a new module.
    let before = (made.written("acme.rs"), made.written("vendors.rs"));
    made.write("specs/acme.yaml", SPEC);
    made.accepts();
    assert_eq!((made.written("acme.rs"), made.written("vendors.rs")), before);
    made.write("specs/initech.yaml", &SPEC.replace("Acme", "Initech"));
    made.write("src/main.rs", &MAIN.replace("fn main() {", "fn main() {\n    let _ = initech::Client::builder();"));
    made.accepts();
    assert_eq!(made.written("acme.rs"), before.0);
    assert!(made.written("vendors.rs") > before.1);
    fs::remove_file(made.0.join("specs/initech.yaml")).expect("it was there");
    made.refuses(&["initech"]);
}
