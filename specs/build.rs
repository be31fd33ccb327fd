//! Every `.yaml` file of this folder becomes a module.

fn main() {
    settled_codegen::Builder::new(".").build();
}
