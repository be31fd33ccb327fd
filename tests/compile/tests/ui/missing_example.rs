settled::vendor!("specs/missing_example.yaml");

fn main() {}
