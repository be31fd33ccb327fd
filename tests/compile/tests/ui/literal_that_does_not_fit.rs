settled::vendor!("specs/literal_that_does_not_fit.yaml");

fn main() {}
