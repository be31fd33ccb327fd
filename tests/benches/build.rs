//! Generates the clients of the shipped specs here, where their private parts can be measured one by one.

fn main() {
    settled_codegen::Builder::new("../../specs").build();
}
