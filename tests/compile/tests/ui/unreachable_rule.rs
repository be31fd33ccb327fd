settled::vendor!("specs/unreachable_rule.yaml");

fn main() {}
