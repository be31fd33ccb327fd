//! Lists that are checked in beside the suite.

use std::path::Path;

/// Compares a list with the one that is checked in, or writes it where `UPDATE=1` is set.
pub(crate) fn compare(file: &str, text: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("botocore").join(file);
    if std::env::var_os("UPDATE").is_some_and(|update| update == "1") {
        std::fs::write(&path, text).expect("the list written");
    }
    let known = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(known == text, "{} differs; UPDATE=1 rewrites it. It would be:\n{text}", path.display());
}
