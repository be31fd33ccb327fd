settled::vendor!("specs/anchor.yaml");

fn main() {}
