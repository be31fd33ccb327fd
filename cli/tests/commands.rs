//! What the command prints, word for word. `TRYCMD=overwrite` writes it anew.

#[test]
fn transcripts() {
    trycmd::TestCases::new().env("NO_COLOR", "1").case("tests/cmd/*.trycmd").case("tests/cmd/*.toml");
}
