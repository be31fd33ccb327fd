//! Turns botocore's waiters into clients: one spec for each service, one operation for each waiter.

#[path = "build/dead.rs"]
mod dead;

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, fs};

use settled_import::botocore::Waiters;
use settled_import::{Format, Imported};

use dead::Dead;

fn main() {
    println!("cargo::rerun-if-env-changed=BOTOCORE_SUITE");
    let package = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("cargo tells where the package is"));
    let suite = package.join(env::var_os("BOTOCORE_SUITE").unwrap_or_else(|| "botocore".into()));
    let waiters = suite.join("waiters.json");
    println!("cargo::rerun-if-changed={}", waiters.display());
    println!("cargo::rustc-env=SUITE={}", suite.display());
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo tells where to write"));
    let text = fs::read_to_string(&waiters).unwrap_or_else(|error| panic!("{}: {error}", waiters.display()));
    let imports = Waiters.import(&text).unwrap_or_else(|refusal| panic!("{refusal}"));

    let specs = out.join("specs");
    // What an earlier suite left would be generated too.
    let _ = fs::remove_dir_all(&specs);
    fs::create_dir_all(&specs).expect("a folder for specs");
    let mut index = String::new();
    for mut spec in imports.specs {
        let dead = dead::take_out(&mut spec, &specs);
        let file = specs.join(format!("{}.yaml", spec.module));
        fs::write(&file, spec.yaml()).expect("a spec written");
        add(&mut index, &spec, &dead);
    }
    let refused: Vec<String> = imports.refused.iter().map(ToString::to_string).collect();
    let index =
        format!("waiters![\n{index}];\n/// What could not be imported.\npub static REFUSED: &[&str] = &{refused:?};\n");
    fs::write(out.join("waiters.rs"), index).expect("the index written");
    settled_codegen::Builder::new(&specs).build();
}

/// Adds a spec's waiters to the list of all.
fn add(index: &mut String, spec: &Imported, dead: &[Dead]) {
    for operation in &spec.operations {
        let acceptors: Vec<Option<usize>> = operation.rules.iter().map(|rule| rule.source).collect();
        let of = |dead: &&Dead| dead.operation == operation.name;
        let dead: Vec<&str> = dead.iter().filter(of).map(|dead| dead.text.as_str()).collect();
        let notes = spec.notes.iter().filter(|note| note.id == operation.id);
        let notes: Vec<String> =
            notes.map(|note| format!("acceptor {} can never match: {}", note.rule, note.reason)).collect();
        let (id, module, name) = (&operation.id, &spec.module, &operation.name);
        writeln!(index, "    ({id:?}, {module}, {name}, &{acceptors:?}, &{:?}),", [notes, owned(&dead)].concat())
            .expect("a text grows");
    }
}

fn owned(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

/// The path of a spec, as messages show it.
fn shown(folder: &Path, spec: &Imported) -> String {
    folder.join(format!("{}.yaml", spec.module)).display().to_string()
}
