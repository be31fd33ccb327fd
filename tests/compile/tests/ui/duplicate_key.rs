settled::vendor!("specs/duplicate_key.yaml");

fn main() {}
