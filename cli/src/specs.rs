//! Finds and loads specs.

use std::fs;
use std::path::{Path, PathBuf};

use annotate_snippets::Renderer;
use settled_codegen::diagnostic::{Problem, Report, visible};
use settled_codegen::files::{Folder, read_spec};
use settled_codegen::model::{Operation, Vendor};
use settled_codegen::source::Source;
use settled_codegen::spec::with_profiles;

use crate::output::{End, Refusal};

/// Where specs are looked for when nothing is said.
const USUAL: &str = "specs";

/// The specs that paths name, each once.
pub(crate) fn find(paths: &[PathBuf]) -> Result<Vec<PathBuf>, Refusal> {
    let usual = match Path::new(USUAL).is_dir() {
        true => [PathBuf::from(USUAL)],
        false => [PathBuf::from(".")],
    };
    let paths = if paths.is_empty() { &usual } else { paths };
    let mut found: Vec<PathBuf> = Vec::new();
    for path in paths {
        let specs = match fs::metadata(path) {
            Ok(metadata) if metadata.is_dir() => of_folder(path)?,
            Ok(metadata) if metadata.is_file() => vec![path.clone()],
            Ok(_) => return Err(no_file(path)),
            Err(error) => return Err(unreadable(path, &error)),
        };
        for spec in specs {
            if !found.contains(&spec) {
                found.push(spec);
            }
        }
    }
    Ok(found)
}

/// The specs of a folder, in the order of their names.
fn of_folder(folder: &Path) -> Result<Vec<PathBuf>, Refusal> {
    let mut specs = Vec::new();
    for entry in fs::read_dir(folder).map_err(|error| unreadable(folder, &error))? {
        let path = entry.map_err(|error| unreadable(folder, &error))?.path();
        match path.extension().and_then(|extension| extension.to_str()) {
            Some("yaml") if !path.is_dir() => specs.push(path),
            // A build would not find it either, and passed over, it would be a vendor that silently is not there.
            Some("yml") => {
                let what = format!("`{}` ends in `.yml`", path.display());
                return Err(Refusal::usage(what, "rename it: the specs of a folder end in `.yaml`"));
            }
            _ => {}
        }
    }
    specs.sort();
    match specs.is_empty() {
        false => Ok(specs),
        true => Err(Refusal::usage(
            format!("there is no spec in `{}`", folder.display()),
            "specs end in `.yaml`; name a spec, or a folder that holds some",
        )),
    }
}

/// A file or folder that cannot be read.
pub(crate) fn unreadable(path: &Path, error: &std::io::Error) -> Refusal {
    let help = match error.kind() {
        std::io::ErrorKind::NotFound => "see that the name is right, seen from the folder that this runs in",
        _ => "see that this user may read it",
    };
    Refusal::usage(format!("`{}` cannot be read: {error}", path.display()), help)
}

/// Devices and pipes may never end.
fn no_file(path: &Path) -> Refusal {
    Refusal::usage(format!("`{}` is no file", path.display()), "save the spec in a file")
}

/// Reads and checks a spec. Messages name it in a way that a terminal can show.
pub(crate) fn load(path: &Path) -> Result<(Source, Vendor), Report> {
    let shown = path.strip_prefix(".").unwrap_or(path).display().to_string();
    let folder = Folder::of(path);
    let source = with_profiles(&read_spec(path, &visible(&shown))?, &folder);
    let module = path.file_stem().unwrap_or_default().to_string_lossy();
    let vendor = settled_codegen::model(&source, &module, &folder)?;
    Ok((source, vendor))
}

/// Reads and checks the one spec that a command is about.
pub(crate) fn require(path: &Path) -> Result<(Source, Vendor), Refusal> {
    match fs::metadata(path) {
        Err(error) => return Err(unreadable(path, &error)),
        Ok(metadata) if metadata.is_dir() => {
            let what = format!("`{}` is a folder", path.display());
            return Err(Refusal::usage(what, "name one spec in it"));
        }
        Ok(metadata) if metadata.is_file() => {}
        Ok(_) => return Err(no_file(path)),
    }
    load(path).map_err(|report| Refusal::Report(report.render(&Renderer::styled()), end(&report)))
}

/// The operation of this name.
pub(crate) fn operation<'v>(vendor: &'v Vendor, name: &str) -> Result<&'v Operation, Refusal> {
    let found = vendor.judged().find(|operation| operation.name.value == name);
    found.ok_or_else(|| {
        let known: Vec<_> = vendor.judged().map(|operation| operation.name.value.as_str()).collect();
        Refusal::usage(format!("`{}` has no operation `{name}`", vendor.path), format!("it has {}", list(&known)))
    })
}

/// What was given on the command line; of `@FILE`, what the file holds.
pub(crate) fn told(value: &str) -> Result<Vec<u8>, Refusal> {
    match value.strip_prefix('@') {
        Some(file) => fs::read(file).map_err(|error| unreadable(Path::new(file), &error)),
        None => Ok(value.as_bytes().to_vec()),
    }
}

/// Words in backticks.
pub(crate) fn list(words: &[&str]) -> String {
    words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ")
}

/// What a report means for the end of the command.
pub(crate) fn end(report: &Report) -> End {
    let is_of_file = |problem: &Problem| {
        matches!(
            problem,
            Problem::FileMissing { .. }
                | Problem::FileUnreadable { .. }
                | Problem::NotUtf8 { .. }
                | Problem::TooLarge { .. }
        )
    };
    match report.diagnostics.iter().any(|one| is_of_file(&one.problem)) {
        true => End::Unusable,
        false => End::Mistakes,
    }
}
