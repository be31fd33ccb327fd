settled::vendor!("specs/poll_without_deadline.yaml");

fn main() {}
