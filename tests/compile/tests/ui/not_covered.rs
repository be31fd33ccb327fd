settled::vendor!("specs/not_covered.yaml");

fn main() {}
