//! The settings that requests are held against.

use settled_codegen::model::{Part, Setting, SettingKind, Vendor};

use super::error::MockError;
use super::parts;

/// The value of each setting, in the order of the spec; empty for one that only stands in base URLs, where the mock
/// vendor has its own.
pub(super) fn settings(vendor: &Vendor, given: &[(String, String)]) -> Result<Vec<String>, MockError> {
    let is_known = |name: &str| vendor.settings.iter().any(|setting| setting.name == name);
    if let Some((name, _)) = given.iter().find(|(name, _)| !is_known(name)) {
        return Err(MockError::Setting(format!("`{name}` is no setting of the spec")));
    }
    let operations = vendor.operations.iter().chain(vendor.tokens.iter().map(|token| &token.operation));
    let parts: Vec<_> = operations.flat_map(parts::all).collect();
    let value = |(at, setting): (usize, &Setting)| {
        let given = given.iter().rev().find(|(name, _)| *name == setting.name).map(|(_, value)| value.clone());
        if let (SettingKind::Words(words, _), Some(given)) = (&setting.kind, &given)
            && !words.contains(given)
        {
            let text = format!("`{}` is none of the words of its enum: `{}`", setting.name, words.join("`, `"));
            return Err(MockError::Setting(text));
        }
        match given.or(setting.kind.default().map(str::to_owned)) {
            Some(value) => Ok(value),
            None if setting.optional || !parts.contains(&&Part::Setting(at)) => Ok(String::new()),
            None => {
                let text = format!("`{0}` is missing; call `.setting(\"{0}\", …)`", setting.name);
                Err(MockError::Setting(text))
            }
        }
    };
    vendor.settings.iter().enumerate().map(value).collect()
}
