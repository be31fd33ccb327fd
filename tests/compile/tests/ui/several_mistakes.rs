settled::vendor!("specs/several_mistakes.yaml");

fn main() {}
