//! What the examples share: mock vendors on loopback sockets, so that no example needs credentials or a network.

#![forbid(unsafe_code)]

use std::path::Path;
use std::time::Duration;

use settled_testkit::{MockReply, MockVendor};

/// What `main` returns: any error, shown.
pub type Outcome = Result<(), Box<dyn std::error::Error>>;

/// A cadence for vendors that answer at once.
pub const FAST: Duration = Duration::from_millis(300);

/// A vendor of this repository, mocked: it checks each request against the spec, signs what the vendor signs, and gives
/// out `replies` one after the other.
pub fn mock(
    spec: &str,
    settings: &[(&str, &str)],
    replies: impl IntoIterator<Item = MockReply>,
) -> Result<MockVendor, Box<dyn std::error::Error>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(spec);
    let mut mock = MockVendor::builder(path)?;
    for (name, value) in settings {
        mock = mock.setting(*name, *value);
    }
    Ok(mock.replies(replies).start()?)
}

/// Replies that are files beside the shipped specs.
pub fn recorded<const N: usize>(vendor: &str, files: [&str; N]) -> [MockReply; N] {
    files.map(|file| MockReply::example(format!("fixtures/{vendor}/{file}.json")))
}
