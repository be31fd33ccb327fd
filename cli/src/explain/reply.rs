//! The reply that is to be explained, as the command line gives it.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use settled_codegen::model::{InputKind, Operation, SettingKind, Vendor};

use crate::output::Refusal;
use crate::specs::{list, unreadable};

/// The largest body that is read, in bytes.
const MAX_BODY: u64 = 64 * 1024 * 1024;

/// The body from a file, or from standard input for `-`. What is no UTF-8 is no JSON, and so is nothing.
/// Only a reply under another status than 200 may be told without one.
pub(crate) fn body(path: Option<&Path>, status: u16) -> Result<String, Refusal> {
    let path = match path {
        Some(path) => path,
        None if status != 200 => return Ok(String::new()),
        None => {
            return Err(Refusal::usage(
                "a reply under 200 has a body",
                "give `--body FILE`, or `--body -` for standard input",
            ));
        }
    };
    let mut bytes = Vec::new();
    let read = match path == Path::new("-") {
        true => std::io::stdin().lock().take(MAX_BODY + 1).read_to_end(&mut bytes),
        false => File::open(path).and_then(|file| file.take(MAX_BODY + 1).read_to_end(&mut bytes)),
    };
    let length = read.map_err(|error| unreadable(path, &error))?;
    if u64::try_from(length).is_ok_and(|length| length > MAX_BODY) {
        let what = format!("`{}` is larger than {MAX_BODY} bytes", path.display());
        return Err(Refusal::usage(what, "a client reads no such body either"));
    }
    Ok(String::from_utf8(bytes).unwrap_or_default())
}

/// Refuses inputs that the operation does not have, that no rule can read, or that are of another type.
pub(crate) fn check_inputs(given: &[(String, String)], operation: &Operation, vendor: &Vendor) -> Result<(), Refusal> {
    let inputs = operation.inputs.iter().map(|input| (input.name.as_str(), Kind::of_input(&input.kind)));
    let settings = vendor.settings.iter().map(|setting| (setting.name.as_str(), Kind::of_setting(&setting.kind)));
    let known: Vec<_> = inputs.chain(settings).collect();
    for (name, value) in given {
        let kind = known.iter().find(|(known, _)| known == name).map(|(_, kind)| kind);
        // Values are not shown: they may be somebody's data.
        let (what, help) = match kind {
            Some(Kind::Text) => continue,
            Some(Kind::Bool) if ["true", "false"].contains(&value.as_str()) => continue,
            Some(Kind::Int) if value.parse::<i64>().is_ok() => continue,
            Some(Kind::Number) if value.parse::<f64>().is_ok_and(f64::is_finite) => continue,
            Some(Kind::Number) => (format!("the input `{name}` is a float"), "give a number".to_owned()),
            Some(Kind::Unread) => (format!("no rule reads the input `{name}`"), "leave it out".to_owned()),
            Some(Kind::Bool) => (format!("the input `{name}` is a bool"), "give `true` or `false`".to_owned()),
            Some(Kind::Int) => (format!("the input `{name}` is an int"), "give a whole number".to_owned()),
            Some(Kind::Secret) => {
                (format!("the input `{name}` is a secret"), "leave it out: no rule reads it".to_owned())
            }
            None => (format!("`{}` has no input `{name}`", operation.name.value), known_names(&known)),
        };
        return Err(Refusal::usage(what, help));
    }
    Ok(())
}

fn known_names(known: &[(&str, Kind)]) -> String {
    let is_read = |kind: &Kind| !matches!(kind, Kind::Secret | Kind::Unread);
    let names: Vec<_> = known.iter().filter(|(_, kind)| is_read(kind)).map(|(name, _)| *name).collect();
    match names.as_slice() {
        [] => "it has none that rules can read".to_owned(),
        names => format!("it has {}", list(names)),
    }
}

#[derive(PartialEq)]
enum Kind {
    Text,
    Bool,
    Int,
    Number,
    Secret,
    /// A list, JSON or a URL.
    Unread,
}

impl Kind {
    fn of_input(kind: &InputKind) -> Self {
        match kind {
            InputKind::Text(_) | InputKind::PathTail | InputKind::Words(..) => Kind::Text,
            InputKind::Bool(_) => Kind::Bool,
            InputKind::Int(_) => Kind::Int,
            InputKind::Float(_) => Kind::Number,
            InputKind::Secret => Kind::Secret,
            InputKind::Url(_) | InputKind::Json | InputKind::Bytes | InputKind::List(_) => Kind::Unread,
        }
    }

    fn of_setting(kind: &SettingKind) -> Self {
        match kind {
            SettingKind::Text(_) | SettingKind::HostLabel(_) | SettingKind::Words(..) | SettingKind::Url => Kind::Text,
            SettingKind::Secret(_) => Kind::Secret,
        }
    }
}
