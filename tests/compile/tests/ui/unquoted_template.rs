settled::vendor!("specs/unquoted_template.yaml");

fn main() {}
