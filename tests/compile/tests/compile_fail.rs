//! What users see from the compiler when a spec, or a program over it, is wrong.
//!
//! Where exactly a mistake is marked in a spec, the snapshots of `settled-codegen` guard: trybuild leaves lines and
//! columns out.

#[test]
fn mistakes_are_told_by_the_compiler() {
    let cases = trybuild::TestCases::new();
    cases.pass("tests/ui/good/*.rs");
    cases.compile_fail("tests/ui/*.rs");
}
