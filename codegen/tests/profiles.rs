//! The shared profiles beside the shipped specs, in the hands of a spec that uses all of them.

use std::cell::RefCell;
use std::fs;
use std::path::Path;

use settled_codegen::check::Files;
use settled_codegen::files::read_spec;
use settled_codegen::samples::samples;
use settled_codegen::spec::with_profiles;

/// The folder of the shipped specs, and what was read of it.
#[derive(Default)]
struct Shipped(RefCell<Vec<String>>);

impl Files for Shipped {
    fn read(&self, path: &str) -> Result<String, String> {
        self.0.borrow_mut().push(path.to_owned());
        let shipped = Path::new(env!("CARGO_MANIFEST_DIR")).join("../specs").join(path);
        fs::read_to_string(shipped).map_err(|error| error.to_string())
    }
}

#[test]
fn every_shared_profile_serves_a_spec() {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let source = read_spec(&here.join("tests/profiles/acme.yaml"), "specs/acme.yaml").expect("a spec");
    let files = Shipped::default();
    let vendor = settled_codegen::model(&source, "acme", &files).unwrap_or_else(|report| {
        panic!("{}", report.messages().join("\n\n"));
    });
    let mut shared: Vec<_> = fs::read_dir(here.join("../specs/profiles")).expect("the profiles").collect();
    shared.sort_by_key(|entry| entry.as_ref().map(fs::DirEntry::file_name).ok());
    let shared: Vec<_> = shared
        .into_iter()
        .map(|entry| format!("profiles/{}", entry.expect("a file").file_name().to_string_lossy()))
        .collect();
    assert_eq!(*files.0.borrow(), shared, "a profile that nobody tests, or one that is read twice");
    for operation in &vendor.operations {
        let rules = &operation.reading.rules;
        assert!(rules.iter().all(|rule| rule.place.starts_with("specs/profiles/")), "{}", operation.name.value);
        assert_eq!(samples(&vendor, operation).len(), rules.len(), "{}", operation.name.value);
    }
}

#[test]
fn profiles_that_are_there_are_not_read_again() {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let source = read_spec(&here.join("tests/profiles/acme.yaml"), "specs/acme.yaml").expect("a spec");
    let whole = with_profiles(&source, &Shipped::default());
    let files = Shipped::default();
    assert_eq!(with_profiles(&whole, &files), whole);
    assert!(files.0.borrow().is_empty());
}
