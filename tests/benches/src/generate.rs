//! Code from each of the shipped specs.

use std::error::Error;
use std::path::Path;
use std::time::{Duration, Instant};

use settled_codegen::files::{Folder, read_spec};
use settled_codegen::render::Runtime;

/// The specs that are shipped.
const SPECS: [&str; 4] = ["smile_id", "idwise", "incode", "salesforce_insurance"];

/// Prints each spec's name and the microseconds that its best round took.
pub(crate) fn run(rounds: u32) -> Result<(), Box<dyn Error>> {
    let runtime = Runtime::new("::settled".parse().map_err(|_| "not a path")?);
    for module in SPECS {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../../specs/{module}.yaml"));
        let mut best = Duration::MAX;
        for _ in 0..rounds {
            let start = Instant::now();
            let source = read_spec(&path, module).map_err(|_| "a spec cannot be read")?;
            let code = settled_codegen::generate(&source, module, &Folder::of(&path), &runtime);
            best = best.min(start.elapsed());
            code.map_err(|_| "a spec is wrong")?;
        }
        println!("{module} {}", best.as_micros());
    }
    Ok(())
}
