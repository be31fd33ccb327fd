//! What a client is built with.

use super::input::{self, misfit};
use super::names::{self, Names};
use super::types::Resolver;
use crate::diagnostic::{Diagnostics, Problem};
use crate::model::{InputKind, Role, Setting, SettingKind};
use crate::source::Spanned;
use crate::spec::{self, Given, ShapeKind};

const SETTINGS: &str = "`string`, `secret`, `host_label`, `url` or an enum";

/// Methods of the client's builder besides settings, servers and their roles.
const TAKEN: [&str; 8] =
    ["base_url", "transport", "clock", "own_clock", "body_limit", "allow_plain_http", "build", "core"];

/// All settings, in the order of the spec.
pub(super) fn all(
    spec: &spec::Vendor,
    roles: &[Role],
    resolver: &mut Resolver<'_>,
    problems: &mut Diagnostics,
) -> Vec<Setting> {
    let mut names = Names::default();
    for taken in TAKEN.into_iter().chain(roles.iter().map(|role| role.rust.as_str())) {
        names.reserve(taken, "the client's builder");
    }
    for (server, _) in spec.servers.iter() {
        if let Some(rust) = names::field(server) {
            names.take(&rust, &format!("`{}`", server.value), server.span, problems);
        }
    }
    let mut settings = Vec::new();
    let mut secrets = 0;
    for (written, spec::Setting(given)) in spec.settings.iter() {
        let (name, optional) = plain(written);
        let Some(rust) = names::require(names::field(&name), &name, name.span, problems) else { continue };
        names.take(&rust, &format!("`{}`", name.value), name.span, problems);
        let Some(kind) = kind(given, &name, &mut secrets, resolver, problems) else {
            problems.lose(&name);
            continue;
        };
        let may_miss = matches!(kind, SettingKind::Text(None) | SettingKind::Words(_, None) | SettingKind::Secret(_));
        if optional && !may_miss {
            problems.push(written.span, Problem::OptionalSetting { name: name.value.clone() });
        }
        let optional = optional && may_miss;
        let about = given.about.as_ref().map(|about| about.value.clone());
        settings.push(Setting { name: name.value, rust, about, kind, only_in_servers: false, optional });
    }
    settings
}

/// The name of a setting without the question mark that says that it may be left out.
pub(super) fn plain(written: &Spanned<String>) -> (Spanned<String>, bool) {
    match written.value.strip_suffix('?') {
        Some(name) => (Spanned::new(name.to_owned(), written.part(0..name.len())), true),
        None => (written.clone(), false),
    }
}

fn kind(
    given: &Given,
    name: &Spanned<String>,
    secrets: &mut usize,
    resolver: &mut Resolver<'_>,
    problems: &mut Diagnostics,
) -> Option<SettingKind> {
    let default = given.default.as_ref();
    match &given.shape.kind {
        ShapeKind::Named(word) if word == "host_label" => match default {
            Some(text) if !is_host_label(text) => {
                let (text, expected) = (text.value.clone(), "letters, digits and `-`, as in a host name");
                problems.push(given.default.as_ref()?.span, Problem::BadScalar { text, expected });
                None
            }
            default => Some(SettingKind::HostLabel(default.map(|text| text.value.clone()))),
        },
        ShapeKind::Named(word) if word == "url" => match default {
            None => Some(SettingKind::Url),
            Some(default) => {
                problems.push(default.span, Problem::NoDefault {});
                None
            }
        },
        ShapeKind::List(_) => {
            misfit(&given.shape, SETTINGS, problems);
            None
        }
        _ => match input::kind(given, name, resolver, problems)? {
            InputKind::Text(default) => Some(SettingKind::Text(default)),
            InputKind::Words(at, default) => {
                let words = resolver.types.enums[at].words.iter().map(|word| word.text.clone()).collect();
                Some(SettingKind::Words(words, default))
            }
            InputKind::Secret => {
                *secrets += 1;
                Some(SettingKind::Secret(*secrets - 1))
            }
            _ => {
                misfit(&given.shape, SETTINGS, problems);
                None
            }
        },
    }
}

/// Whether a text can be one label of a host name.
pub(super) fn is_host_label(text: &str) -> bool {
    (1..=63).contains(&text.len())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        && !text.starts_with('-')
        && !text.ends_with('-')
}
