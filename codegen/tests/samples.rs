//! Samples of rules: every rule of every spec in the tree has one, and every fact a change after which its rule does not
//! decide.

use std::path::{Path, PathBuf};

use settled_codegen::files::{Folder, read_spec};
use settled_codegen::model::rules::RuleFacts;
use settled_codegen::samples::samples;

fn specs() -> Vec<PathBuf> {
    let folders = ["../specs", "../tests/tests/agree"].map(|folder| Path::new(env!("CARGO_MANIFEST_DIR")).join(folder));
    let files = folders.iter().flat_map(|folder| std::fs::read_dir(folder).expect("a folder of specs"));
    let files = files.map(|entry| entry.expect("an entry").path());
    let mut specs: Vec<_> = files.filter(|path| path.extension().is_some_and(|ending| ending == "yaml")).collect();
    specs.sort();
    specs
}

#[test]
fn every_rule_has_a_sample_and_every_fact_a_change() {
    let (mut rules, mut facts, mut missing) = (0, 0, Vec::<String>::new());
    for path in specs() {
        let module = path.file_stem().and_then(|stem| stem.to_str()).expect("a name");
        let source = read_spec(&path, &format!("{module}.yaml")).expect("a spec");
        let vendor = settled_codegen::model(&source, module, &Folder::of(&path)).expect("a spec without mistakes");
        for operation in vendor.operations.iter().filter(|operation| !operation.reading.rules.is_empty()) {
            let samples = samples(&vendor, operation);
            for (at, rule) in operation.reading.rules.iter().enumerate() {
                rules += 1;
                let Some(sample) = samples.iter().find(|sample| sample.rule == at) else {
                    missing.push(format!("{}: no sample of {}", rule.place, rule.text));
                    continue;
                };
                assert_eq!(sample.judged.rule, Some(at));
                let RuleFacts::AnyOf(alternatives) = &rule.facts else { continue };
                let most = alternatives.iter().map(|(_, facts)| facts.len()).max().unwrap_or_default();
                facts += sample.changes.len();
                assert!(sample.changes.iter().all(|change| change.judged.rule != Some(at)));
                if alternatives.len() == 1 && sample.changes.len() < most {
                    missing.push(format!("{}: {} of {most} facts of {}", rule.place, sample.changes.len(), rule.text));
                }
            }
        }
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
    println!("{rules} rules have a sample, {facts} facts a change");
    assert!(rules > 70 && facts > 60, "{rules} {facts}");
}
