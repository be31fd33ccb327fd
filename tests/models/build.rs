//! Writes random specs, one operation each, and generates their clients: the same for the same seed.

#[path = "../../codegen/tests/cover/facts.rs"]
mod facts;
#[path = "../../codegen/tests/cover/random.rs"]
mod random;
#[path = "../../codegen/tests/cover/shapes.rs"]
mod shapes;

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, fs};

use fastrand::Rng;
use random::{Flavour, Input, Spec};
use settled_codegen::files::Folder;
use settled_codegen::source::Source;

/// How many models there are, and how many of them one vendor has.
const MODELS: usize = 500;
const IN_A_VENDOR: usize = 25;

/// The seed where none is given.
const SEED: u64 = 0x5e77_1ed0;

/// A model that checks cleanly, and the seed that it comes from.
struct Model {
    seed: u64,
    flavour: Flavour,
    spec: Spec,
}

fn main() {
    println!("cargo::rerun-if-env-changed=SETTLED_SEED");
    for file in ["facts", "random", "shapes"] {
        println!("cargo::rerun-if-changed=../../codegen/tests/cover/{file}.rs");
    }
    let seed = env::var("SETTLED_SEED").map_or(SEED, |text| text.parse().expect("SETTLED_SEED is a whole number"));
    println!("cargo::rustc-env=SETTLED_SEED={seed}");
    println!("{MODELS} models of the seed {seed}");
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo tells where to write"));
    let specs = out.join("specs");
    fs::create_dir_all(&specs).expect("a folder for specs");

    let models = models(seed);
    let mut index = String::new();
    for (at, models) in models.chunks(IN_A_VENDOR).enumerate() {
        let module = format!("vendor_{at}");
        let named: Vec<(String, &Spec)> = (0..).map(name).zip(models.iter().map(|model| &model.spec)).collect();
        write(&specs.join(format!("{module}.yaml")), &random::vendor(&module, &named));
        index.push_str(&vendor(&module, models));
    }
    let vendors = models.len().div_ceil(IN_A_VENDOR);
    let all: Vec<String> = (0..vendors).map(|at| format!("vendor_{at}::all()")).collect();
    let _ = write!(index, "/// All models.\npub fn all() -> Vec<Model> {{\n    [{}].concat()\n}}\n", all.join(", "));
    write(&out.join("models.rs"), &index);
    settled_codegen::Builder::new(&specs).build();
}

/// Writes a file where its text changes: cargo watches the specs, and would build again for ever.
fn write(path: &Path, text: &str) {
    if !fs::read(path).is_ok_and(|old| old == text.as_bytes()) {
        fs::write(path, text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    }
}

fn name(at: usize) -> String {
    format!("m{at}")
}

fn models(seed: u64) -> Vec<Model> {
    let mut rng = Rng::with_seed(seed);
    let mut models: Vec<Model> = Vec::new();
    while models.len() < MODELS {
        let seed = rng.u64(..);
        let flavour = Flavour::ALL[models.len() % Flavour::ALL.len()];
        // Types are named after the operation, as operations of one vendor share them.
        let tag = (models.len() % IN_A_VENDOR).to_string();
        let spec = Spec::random(&mut Rng::with_seed(seed), flavour, &tag, true);
        let text = random::vendor("alone", &[(name(0), &spec)]);
        if settled_codegen::model(&Source::new("alone.yaml", text), "alone", &Folder::of(Path::new("."))).is_ok() {
            models.push(Model { seed, flavour, spec });
        }
    }
    models
}

/// A vendor's module, with its operations as models.
fn vendor(module: &str, models: &[Model]) -> String {
    let mut all = String::new();
    for (at, Model { seed, flavour, spec }) in models.iter().enumerate() {
        let name = name(at);
        let (setter, value) = match spec.input {
            Some(Input::Limit) => ("limit", "int"),
            Some(Input::Deep) => ("deep", "bool"),
            Some(Input::Word) => ("word", "text"),
            None => ("", ""),
        };
        let call = match setter {
            "" => format!("client.{name}()"),
            _ => format!(
                "match given.{value}() {{ Some(given) => client.{name}().{setter}(given), None => client.{name}() }}"
            ),
        };
        let flavour = *flavour as u8;
        let _ = writeln!(
            all,
            "        Model {{ vendor: {module:?}, operation: {name:?}, seed: {seed}, flavour: {flavour}, \
             asked: |given| {{ let _ = given; let client = client!(); subject({call}.call) }} }},"
        );
    }
    format!(
        "#[allow(missing_docs, dead_code, unreachable_pub, clippy::all, clippy::pedantic, reason = \"made at random\")]\n\
         pub mod {module} {{\n    include!(concat!(env!(\"OUT_DIR\"), \"/{module}.rs\"));\n    \
         use crate::{{Model, subject}};\n\n    pub(crate) fn all() -> Vec<Model> {{\n        vec![\n{all}        ]\n    }}\n}}\n"
    )
}
