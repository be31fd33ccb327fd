const SPEC: &str = "specs/acme.yaml";

settled::vendor!(SPEC);

fn main() {}
