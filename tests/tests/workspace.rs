//! What holds for the workspace as a whole: minimum Rust versions, licences, the lock file.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Command;

use serde_json::Value;

fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
}

fn metadata() -> Value {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--locked", "--all-features", "--filter-platform"])
        .arg(host())
        .current_dir(root())
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

fn host() -> String {
    let output = Command::new("rustc").arg("-vV").output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    text.lines().find_map(|line| line.strip_prefix("host: ")).unwrap().to_owned()
}

fn version(text: &str) -> (u32, u32) {
    let mut parts = text.split('.').map(|part| part.parse().unwrap());
    (parts.next().unwrap(), parts.next().unwrap())
}

/// What a package needs to be built by a user, itself included: no dev-dependencies.
fn needs<'m>(id: &'m str, nodes: &BTreeMap<&'m str, &'m Value>, seen: &mut BTreeSet<&'m str>) {
    if !seen.insert(id) {
        return;
    }
    for dependency in nodes[id]["deps"].as_array().unwrap() {
        let kinds = dependency["dep_kinds"].as_array().unwrap();
        if kinds.iter().any(|kind| kind["kind"] != "dev") {
            needs(dependency["pkg"].as_str().unwrap(), nodes, seen);
        }
    }
}

#[test]
fn the_stated_rust_version_is_enough_for_the_whole_graph() {
    let metadata = metadata();
    let packages: BTreeMap<&str, &Value> =
        metadata["packages"].as_array().unwrap().iter().map(|one| (one["id"].as_str().unwrap(), one)).collect();
    let nodes: BTreeMap<&str, &Value> =
        metadata["resolve"]["nodes"].as_array().unwrap().iter().map(|one| (one["id"].as_str().unwrap(), one)).collect();
    let members: Vec<&str> =
        metadata["workspace_members"].as_array().unwrap().iter().map(|id| id.as_str().unwrap()).collect();
    assert!(members.len() >= 6);
    for member in members {
        let stated = packages[member]["rust_version"].as_str().expect("every crate states its rust-version");
        let mut graph = BTreeSet::new();
        needs(member, &nodes, &mut graph);
        for id in graph {
            if let Some(needed) = packages[id]["rust_version"].as_str() {
                let name = packages[id]["name"].as_str().unwrap();
                let of = packages[member]["name"].as_str().unwrap();
                assert!(version(needed) <= version(stated), "{of} states {stated}, and {name} needs {needed}");
            }
        }
    }
}

#[test]
fn every_package_has_both_licences() {
    for licence in ["LICENSE-MIT", "LICENSE-APACHE"] {
        let text = std::fs::read(root().join(licence)).unwrap();
        for package in [
            "runtime",
            "cli",
            "codegen",
            "codegen/macros",
            "codegen/import",
            "specs",
            "tests",
            "tests/benches",
            "tests/compile",
            "tests/conformance",
            "examples",
        ] {
            assert!(std::fs::read(root().join(package).join(licence)).unwrap() == text, "{package}/{licence} differs");
        }
    }
}

#[test]
fn no_crate_is_in_the_graph_twice_by_our_own_choice() {
    let metadata = metadata();
    let mut direct: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for package in metadata["packages"].as_array().unwrap() {
        if package["source"].is_null() {
            for dependency in package["dependencies"].as_array().unwrap() {
                let (name, wanted) = (dependency["name"].as_str().unwrap(), dependency["req"].as_str().unwrap());
                // A path without a version is any version.
                if wanted != "*" {
                    direct.entry(name).or_default().insert(wanted);
                }
            }
        }
    }
    assert!(direct.len() > 20);
    for (name, wanted) in direct {
        let majors: BTreeSet<_> = wanted.iter().map(|wanted| version_of(wanted)).collect();
        assert_eq!(majors.len(), 1, "{name}: {wanted:?}");
    }
}

/// The part of a requirement that must not differ: the major version, or for 0.x the minor one.
fn version_of(wanted: &str) -> String {
    let mut parts = wanted.trim_start_matches(['^', '=', '~', '>', ' ']).split('.');
    let major = parts.next().unwrap_or_default();
    match major {
        "0" => format!("0.{}", parts.next().unwrap_or_default()),
        major => major.to_owned(),
    }
}
