settled::vendor!("specs/no_such_spec.yaml");

fn main() {}
