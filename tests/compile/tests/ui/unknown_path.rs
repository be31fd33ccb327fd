settled::vendor!("specs/unknown_path.yaml");

fn main() {}
