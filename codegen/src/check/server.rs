//! Where a vendor is reached: servers, their roles, and what stands in their base URLs.

use super::names;
use super::setting::is_host_label;
use super::token::Tokens;
use crate::diagnostic::{Diagnostics, Problem, similar};
use crate::model::{Part, Role, Server, Setting, SettingKind, Text};
use crate::source::{Span, Spanned};
use crate::spec::{self, Piece, ServerSpec, Template};

/// The role of the server that is asked unless an operation says another.
const API: &str = "api";

/// The roles of the vendor's servers. Every server has all of them.
pub(super) fn roles(spec: &spec::Vendor, problems: &mut Diagnostics) -> Vec<Role> {
    let mut roles = vec![Role { name: API.to_owned(), rust: "base_url".to_owned(), token: None }];
    let mut first = None;
    for (_, server) in spec.servers.iter() {
        let (span, named) = match server {
            ServerSpec::One(url) => (url.span, None),
            ServerSpec::Roles(span, named) => (*span, Some(named)),
        };
        let names: Vec<_> = named.map_or(vec![API], |named| named.names().collect());
        match &first {
            None => {
                let others = named.into_iter().flat_map(|named| named.iter()).filter(|(name, _)| name.value != API);
                for (name, _) in others {
                    let Some(rust) = names::require(names::field(name), name, name.span, problems) else { continue };
                    let rust = format!("{}_url", rust.trim_start_matches("r#"));
                    roles.push(Role { name: name.value.clone(), rust, token: None });
                }
                if !names.contains(&API) {
                    problems.push(spec::first_line(span), Problem::RolesDiffer { role: API.to_owned(), at: None });
                }
                first = Some((span, names));
            }
            Some((at, expected)) => {
                let differs = |role: &&&str| !(names.contains(*role) && expected.contains(*role));
                if let Some(role) = expected.iter().chain(&names).find(differs) {
                    let problem = Problem::RolesDiffer { role: (*role).to_owned(), at: Some(spec::first_line(*at)) };
                    problems.push(spec::first_line(span), problem);
                }
            }
        }
    }
    roles
}

/// The position of a role.
pub(super) fn role(name: Option<&spec::Text>, roles: &[Role], problems: &mut Diagnostics) -> usize {
    let Some(name) = name else { return 0 };
    roles.iter().position(|role| role.name == name.value).unwrap_or_else(|| {
        let known = || roles.iter().map(|role| role.name.as_str());
        let (similar, known) = (similar(name, known()), known().map(str::to_owned).collect());
        let what = "a role of the vendor's servers";
        problems.push(name.span, Problem::NotOneOf { word: name.value.clone(), what, known, similar });
        0
    })
}

/// All servers.
pub(super) fn all(
    spec: &spec::Vendor,
    roles: &mut [Role],
    settings: &[Setting],
    tokens: &Tokens<'_>,
    used: &mut [bool],
    problems: &mut Diagnostics,
) -> Vec<Server> {
    let mut servers = Vec::new();
    for (number, (name, server)) in spec.servers.iter().enumerate() {
        let mut urls = Vec::new();
        for role in roles.iter_mut() {
            let template = match server {
                ServerSpec::One(url) if role.name == API => Some(url),
                ServerSpec::One(_) => None,
                ServerSpec::Roles(_, named) => named.get(&role.name),
            };
            let Some(template) = template else { continue };
            let token = from_token(template, tokens, spec, problems);
            if number > 0 && token != role.token {
                problems.push(template.span, Problem::BasesDiffer { role: role.name.clone() });
            }
            role.token = token;
            urls.extend(match token {
                Some((token, field)) => Some(Text(vec![Part::Token(token, field)])),
                None if names_a_token(template, tokens, problems) => None,
                None => base_url(template, settings, used, problems),
            });
        }
        let Some(name) = names::require(names::field(name), name, name.span, problems) else { continue };
        servers.push(Server { name, urls });
    }
    servers
}

/// Whether a base URL has a token's field in it, beside other text.
fn names_a_token(template: &Template, tokens: &Tokens<'_>, problems: &mut Diagnostics) -> bool {
    let found = template.pieces.iter().find_map(|piece| match &piece.value {
        Piece::Name(name) => tokens.field(name).map(|_| (name, piece.span)),
        Piece::Text(_) => None,
    });
    if let Some((name, span)) = found {
        problems.push(span, Problem::TokenInBaseUrl { name: name.clone() });
    }
    found.is_some()
}

/// The field of a token that is a whole base URL.
fn from_token(
    template: &Template,
    tokens: &Tokens<'_>,
    spec: &spec::Vendor,
    problems: &mut Diagnostics,
) -> Option<(usize, usize)> {
    let Some(Spanned { value: Piece::Name(name), span }) = template.sole_name() else { return None };
    let found = tokens.field(name)?;
    if spec.hosts.is_empty() && !problems.is_lost("hosts") {
        problems.push(*span, Problem::BaseWithoutHosts { name: name.clone() });
    }
    Some(found)
}

/// What an operation uses, with the token that its base URL comes from.
pub(super) fn with_base(mut uses: Vec<usize>, base: Option<(usize, usize)>) -> Vec<usize> {
    uses.extend(base.map(|(token, _)| token));
    uses
}

/// The hosts that belong to the vendor besides its servers.
pub(super) fn hosts(spec: &spec::Vendor, problems: &mut Diagnostics) -> Vec<String> {
    for host in &spec.hosts {
        let (name, is_pattern) = match host.strip_prefix("*.") {
            Some(below) => (below, true),
            None => (host.as_str(), false),
        };
        let (name, port) = name.split_once(':').map_or((name, None), |(name, port)| (name, Some(port)));
        let labels: Vec<_> = name.split('.').collect();
        let is_address = labels.last().is_some_and(|last| last.bytes().all(|byte| byte.is_ascii_digit()));
        let reason = if port.is_some_and(|port| port.parse::<u16>().map_or(true, |port| port == 0)) {
            Some("its port is none")
        } else if !labels.iter().all(|label| is_host_label(label)) || is_address {
            Some("it must be a host name, `*.` and a host name, and a port if need be")
        } else if labels.len() < 2 {
            Some(if is_pattern { "it would take in hosts of anybody" } else { "it is no public host" })
        } else {
            None
        };
        if let Some(reason) = reason {
            problems.push(host.span, Problem::BadHost { host: host.value.clone(), reason });
        }
    }
    spec.hosts.iter().map(|host| host.to_ascii_lowercase()).collect()
}

/// A base URL, without slashes at its end.
fn base_url(template: &Template, settings: &[Setting], used: &mut [bool], problems: &mut Diagnostics) -> Option<Text> {
    let mut parts = Vec::new();
    for piece in &template.pieces {
        parts.push(match &piece.value {
            Piece::Text(text) => Part::Plain(text.clone()),
            Piece::Name(name) => Part::Setting(setting(name, piece.span, template, settings, used, problems)?),
        });
    }
    if let [Part::Setting(_)] = parts.as_slice() {
        return Some(Text(parts));
    }
    // A setting stands for one label of a host name, or as much of a path.
    let sample: String = parts.iter().map(|part| if let Part::Plain(text) = part { text } else { "x" }).collect();
    if let Some(reason) = wrong(&sample) {
        problems.push(template.span, Problem::BadBaseUrl { url: template.written(), reason });
        return None;
    }
    if let Some(Part::Plain(last)) = parts.last_mut() {
        last.truncate(last.trim_end_matches('/').len());
    }
    Some(Text(parts))
}

/// A setting in a base URL: one that cannot lead to another host than the spec means.
fn setting(
    name: &str,
    span: Span,
    template: &Template,
    settings: &[Setting],
    used: &mut [bool],
    problems: &mut Diagnostics,
) -> Option<usize> {
    let Some(at) = settings.iter().position(|setting| setting.name == name) else {
        if !problems.is_lost(name) {
            let similar = similar(name, settings.iter().map(|setting| setting.name.as_str()));
            problems.push(span, Problem::UnknownName { name: name.to_owned(), similar });
        }
        return None;
    };
    used[at] = true;
    let is_whole = template.sole_name().is_some();
    let safe = match &settings[at].kind {
        SettingKind::HostLabel(_) => !is_whole,
        SettingKind::Words(words, _) => !is_whole && words.iter().all(|word| is_host_label(word)),
        SettingKind::Url => is_whole,
        SettingKind::Text(_) | SettingKind::Secret(_) => false,
    };
    if settings[at].optional {
        problems.push(span, Problem::OptionalInText { name: name.to_owned() });
        return None;
    }
    if !safe {
        problems.push(span, Problem::UnsafeInHost { name: name.to_owned(), is_whole });
        return None;
    }
    Some(at)
}

fn wrong(url: &str) -> Option<&'static str> {
    match url.strip_prefix("https://") {
        None => Some("it must start with `https://`"),
        Some(rest) if rest.is_empty() || rest.starts_with('/') => Some("it has no host"),
        Some(rest) if rest.contains(['?', '#']) => Some("it must have no query and no fragment"),
        Some(rest) if rest.contains('@') => Some("it must have no user in it"),
        Some(rest) if rest.chars().any(|c| !c.is_ascii_graphic()) => Some("it must be visible ASCII"),
        Some(_) => None,
    }
}

/// Reports the roles that no operation asks.
pub(super) fn refuse_unused(spec: &spec::Vendor, roles: &[Role], asked: &[usize], problems: &mut Diagnostics) {
    for (at, role) in roles.iter().enumerate().skip(1) {
        let named = spec.servers.iter().find_map(|(_, server)| match server {
            ServerSpec::Roles(_, named) => named.iter().find(|(name, _)| name.value == role.name),
            ServerSpec::One(_) => None,
        });
        if let Some((Spanned { span, .. }, _)) = named
            && !asked.contains(&at)
        {
            problems.push(*span, Problem::Unused { what: "role", name: role.name.clone() });
        }
    }
}
