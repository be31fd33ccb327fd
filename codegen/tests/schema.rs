//! The JSON Schema that editors use is the one that the reader's own declarations give.

#[test]
fn the_checked_in_schema_is_current() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../specs/vendor.schema.json");
    let text = serde_json::to_string_pretty(&settled_codegen::schema()).unwrap() + "\n";
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(path, &text).unwrap();
    }
    let checked_in = std::fs::read_to_string(path).unwrap();
    assert!(checked_in == text, "run `UPDATE=1 cargo test -p settled-codegen --test schema`");
}
