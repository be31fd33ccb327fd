//! The JSON Schema that editors use is the one that the reader's own declarations give: it takes every spec of the tree, and
//! refuses what the reader refuses for its form.

use std::fs;
use std::path::{Path, PathBuf};

use jsonschema::Validator;
use serde_json::Value;
use settled_codegen::files::Folder;
use settled_codegen::model;
use settled_codegen::source::Source;

/// Mistakes of form, which a schema can see.
const STRUCTURAL: &[&str] = &[
    "WrongKind",
    "UnknownKey",
    "MissingKey",
    "BadScalar",
    "UnquotedTemplate",
    "NotExactlyOne",
    "NoFacts",
    "UnknownVerdict",
    "UnknownMatcher",
    "NoOperations",
];

/// Further mistakes of form, of kinds that are about names elsewhere: the specs that show them.
const ALSO: &[&str] = &["not-one-of", "out-of-range-example"];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn the_checked_in_schema_is_current() {
    let path = root().join("../specs/vendor.schema.json");
    let text = serde_json::to_string_pretty(&settled_codegen::schema()).unwrap() + "\n";
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&path, &text).unwrap();
    }
    let checked_in = fs::read_to_string(&path).unwrap();
    assert!(checked_in == text, "run `UPDATE=1 cargo test -p settled-codegen --test schema`");
}

fn validator() -> Validator {
    let schema = settled_codegen::schema();
    jsonschema::meta::validate(&schema).unwrap_or_else(|error| panic!("{error}"));
    jsonschema::validator_for(&schema).unwrap_or_else(|error| panic!("{error}"))
}

fn specs(folder: &str) -> Vec<PathBuf> {
    let folder = root().join(folder);
    let files = fs::read_dir(&folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    let mut specs: Vec<_> =
        files.filter(|path| path.extension().is_some_and(|extension| extension == "yaml")).collect();
    specs.sort();
    specs
}

/// A spec as an editor sees it.
fn seen(path: &Path) -> Option<Value> {
    serde_yaml::from_str(&fs::read_to_string(path).ok()?).ok()
}

/// What is wrong with a spec by the schema.
fn refused(validator: &Validator, spec: &Value) -> Vec<String> {
    validator.iter_errors(spec).map(|error| format!("{}: {error:.200}", error.instance_path())).collect()
}

#[test]
fn the_schema_takes_every_spec_of_the_tree() {
    let validator = validator();
    let folders = [
        "../specs",
        "../examples/examples",
        "../runtime/doc",
        "../tests/tests/vendors",
        "../tests/tests/agree",
        "tests/goldens",
    ];
    let specs: Vec<_> = folders.iter().flat_map(|folder| specs(folder)).collect();
    assert!(specs.len() >= 9, "{specs:?}");
    for path in specs {
        let spec = seen(&path).unwrap_or_else(|| panic!("{}", path.display()));
        assert_eq!(refused(&validator, &spec), Vec::<String>::new(), "{}", path.display());
    }
}

#[test]
fn the_schema_refuses_every_spec_that_is_wrong_in_its_form() {
    let validator = validator();
    let mut looked_at = 0;
    let mut taken = Vec::new();
    for path in specs("tests/diagnostics") {
        let text = fs::read_to_string(&path).unwrap_or_default();
        let Err(report) = model(&Source::new("acme.yaml", text), "acme", &Folder::of(&path)) else { continue };
        let kinds: Vec<_> = report.diagnostics.iter().map(|one| one.problem.name()).collect();
        let structural: Vec<_> = kinds.iter().filter(|kind| STRUCTURAL.contains(kind)).collect();
        // What is no YAML is refused without a schema.
        let Some(spec) = seen(&path) else { continue };
        let name = path.file_stem().unwrap_or_default().to_string_lossy();
        if structural.is_empty() && !ALSO.contains(&name.as_ref()) {
            continue;
        }
        looked_at += 1;
        if validator.is_valid(&spec) {
            taken.push(format!("{}: {structural:?}", path.display()));
        }
    }
    assert!(looked_at > 20, "{looked_at}");
    assert!(taken.is_empty(), "the schema takes\n{}", taken.join("\n"));
}
