settled::vendor!("specs/typo_in_key.yaml");

fn main() {}
