//! Specs and the files beside them, on disk.

use std::cell::RefCell;
use std::fs;
use std::path::{Component, Path, PathBuf};

use crate::check::Files;
use crate::diagnostic::{Problem, Report};
use crate::source::Source;
use crate::yaml::MAX_BYTES;

/// The largest example that is read, in bytes.
const MAX_EXAMPLE: u64 = 1024 * 1024;

/// Reads a spec. `shown` is the path that messages name.
pub fn read_spec(path: &Path, shown: &str) -> Result<Source, Report> {
    let unreadable =
        |error: std::io::Error| Report::of_file(shown, Problem::FileUnreadable { reason: error.to_string() });
    let bytes = fs::metadata(path).map_err(unreadable)?.len();
    if bytes > MAX_BYTES as u64 {
        let bytes = usize::try_from(bytes).unwrap_or(usize::MAX);
        return Err(Report::of_file(shown, Problem::TooLarge { bytes, limit: MAX_BYTES }));
    }
    let bytes = fs::read(path).map_err(unreadable)?;
    match String::from_utf8(bytes) {
        Ok(text) => Ok(Source::new(shown, text)),
        Err(error) => Err(Report::of_file(shown, Problem::NotUtf8 { at: error.utf8_error().valid_up_to() })),
    }
}

/// The folder of a spec, from which its examples are read. It remembers what was read, so that builds can watch it.
#[derive(Debug)]
pub struct Folder {
    folder: PathBuf,
    read: RefCell<Vec<PathBuf>>,
}

impl Folder {
    /// The folder that a spec stands in.
    pub fn of(spec: &Path) -> Self {
        // A bare file name has an empty parent, which is no path.
        let parent = spec.parent().filter(|parent| !parent.as_os_str().is_empty());
        let folder = parent.map_or_else(|| PathBuf::from("."), Path::to_owned);
        Folder { folder, read: RefCell::default() }
    }

    /// The files that were read, or would have been if they were there.
    pub fn into_read(self) -> Vec<PathBuf> {
        self.read.into_inner()
    }
}

impl Files for Folder {
    fn read(&self, path: &str) -> Result<String, String> {
        let relative = Path::new(path);
        if !relative.components().all(|part| matches!(part, Component::Normal(_))) {
            return Err("it must lie in the spec's folder, without `..`".to_owned());
        }
        let full = self.folder.join(relative);
        let text = |error: std::io::Error| error.to_string();
        self.read.borrow_mut().push(full.clone());
        let real = full.canonicalize().map_err(text)?;
        // A link out of the folder would let a spec read any file of the machine it is built on.
        if !real.starts_with(self.folder.canonicalize().map_err(text)?) {
            return Err("it must lie in the spec's folder, and links lead out of it".to_owned());
        }
        if fs::metadata(&real).map_err(text)?.len() > MAX_EXAMPLE {
            return Err(format!("it is larger than {MAX_EXAMPLE} bytes"));
        }
        fs::read_to_string(&real).map_err(text)
    }
}
