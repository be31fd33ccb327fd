//! What is generated, to the letter. `UPDATE=1` writes it anew; the tests of the package `settled-testkit` compile it.

use std::fs;
use std::path::{Path, PathBuf};

use settled_codegen::Builder;

/// Relative, so that no path of this machine gets into what is generated.
const FOLDER: &str = "tests/goldens";

fn generate(name: &str) -> PathBuf {
    let out = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    drop(fs::remove_dir_all(&out));
    fs::create_dir_all(&out).expect("a folder");
    Builder::new(FOLDER).out_dir(&out).try_build().expect("generated");
    out
}

fn files(folder: &Path, extension: &str) -> Vec<String> {
    let names = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").file_name());
    let mut names: Vec<_> = names.map(|name| name.into_string().expect("a name")).collect();
    names.retain(|name| name.ends_with(extension));
    names.sort();
    names
}

#[test]
fn what_is_generated_is_what_is_checked_in() {
    let out = generate("goldens");
    assert_eq!(
        files(&out, ".error"),
        Vec::<String>::new(),
        "{}",
        fs::read_to_string(out.join("vendors.rs")).expect("it")
    );
    if std::env::var_os("UPDATE").is_some() {
        for name in files(&out, ".rs") {
            fs::copy(out.join(&name), Path::new(FOLDER).join(&name)).expect("a golden");
        }
    }
    assert_eq!(files(&out, ".rs"), files(Path::new(FOLDER), ".rs"));
    for name in files(&out, ".rs") {
        let (new, golden) = (fs::read(out.join(&name)), fs::read(Path::new(FOLDER).join(&name)));
        assert!(new.expect("new") == golden.expect("golden"), "{name} is another (`UPDATE=1` takes it over)");
    }
}

#[test]
fn generating_twice_gives_the_same() {
    let (first, second) = (generate("goldens-first"), generate("goldens-second"));
    for name in files(&first, "") {
        let (first, second) = (fs::read(first.join(&name)), fs::read(second.join(&name)));
        assert!(first.expect("first") == second.expect("second"), "{name}");
    }
}
