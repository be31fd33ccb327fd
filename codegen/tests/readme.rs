//! The README's spec is one, and the mistake that it shows is shown as the README says.

use settled_codegen::check::Files;
use settled_codegen::source::Source;

struct NoFiles;

impl Files for NoFiles {
    fn read(&self, path: &str) -> Result<String, String> {
        Err(format!("no such file: {path}"))
    }
}

/// The first block of this language that holds `marker`.
fn block<'r>(readme: &'r str, language: &str, marker: &str) -> &'r str {
    let fence = format!("```{language}\n");
    let blocks = readme.split(fence.as_str()).skip(1);
    let mut texts = blocks.filter_map(|rest| rest.split_once("```").map(|(text, _)| text));
    texts.find(|text| text.contains(marker)).unwrap()
}

#[test]
fn the_spec_and_its_mistake_are_as_the_readme_says() {
    let readme = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../README.md")).unwrap();
    let spec = block(&readme, "yaml", "vendor: Acme");
    assert!(settled_codegen::model(&Source::new("specs/acme.yaml", spec), "acme", &NoFiles).is_ok());

    let wrong = spec.replacen("succeeded: { state: done }", "succeeded: { state: finished }", 1);
    assert_ne!(wrong, spec);
    let report = settled_codegen::model(&Source::new("specs/acme.yaml", wrong), "acme", &NoFiles).unwrap_err();
    let shown = report.messages().iter().map(|message| format!("error: {message}\n")).collect::<String>();
    assert_eq!(block(&readme, "text", "error: "), shown);
}
