//! What belongs to a vendor.

use std::fmt;

use super::origin::{Host, Origin};

/// What belongs to a vendor: the servers of its client, and the hosts that its spec lists.
///
/// A server stands for its very origin: scheme, host and port. A pattern stands for https on port 443, or on the port
/// that it names: `files.acme.example` for this host alone, `*.acme.example:8443` for every host below `acme.example`,
/// however deep, and not for `acme.example` itself. A pattern never stands for a literal address.
///
/// ```
/// use settled::{Hosts, Link};
///
/// let hosts = Hosts::new(["https://api.acme.example/v1"], ["*.acme.example"]);
/// let base = "https://api.acme.example/v1/jobs".parse()?;
/// let link = Link::vendor("/v1/jobs/7", &base, &hosts)?;
/// assert_eq!(link.uri(), "https://api.acme.example/v1/jobs/7");
/// assert!(Link::vendor("https://evil.example/v1/jobs/7", &base, &hosts).is_err());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Default)]
pub struct Hosts {
    servers: Vec<Origin>,
    patterns: Vec<Pattern>,
}

#[derive(Clone)]
struct Pattern {
    /// With a dot before it, where it stands for the names below.
    name: String,
    port: u16,
}

impl Hosts {
    /// The base URLs of a client, and the patterns of a spec.
    ///
    /// Both are checked elsewhere, so there is no error: one of another form stands for nothing.
    pub fn new<'t>(servers: impl IntoIterator<Item = &'t str>, patterns: impl IntoIterator<Item = &'t str>) -> Self {
        Hosts {
            servers: servers.into_iter().filter_map(server).collect(),
            patterns: patterns.into_iter().filter_map(pattern).collect(),
        }
    }

    /// Whether it is the origin of one of the client's servers.
    pub(super) fn own(&self, origin: &Origin) -> bool {
        self.servers.contains(origin)
    }

    /// Whether it is the vendor's.
    pub(super) fn have(&self, origin: &Origin) -> bool {
        let Host::Name(host) = &origin.host else { return self.own(origin) };
        self.own(origin) || origin.is_https && self.patterns.iter().any(|pattern| pattern.takes(host, origin.port))
    }
}

impl Pattern {
    fn takes(&self, host: &str, port: u16) -> bool {
        let is_host = if self.name.starts_with('.') { host.ends_with(&self.name) } else { host == self.name };
        is_host && port == self.port
    }
}

impl fmt::Display for Pattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.name.starts_with('.') { "*" } else { "" })?;
        f.write_str(&self.name)?;
        if self.port == 443 { Ok(()) } else { write!(f, ":{}", self.port) }
    }
}

impl fmt::Debug for Hosts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let servers = self.servers.iter().map(Origin::to_string);
        f.debug_set().entries(servers).entries(self.patterns.iter().map(Pattern::to_string)).finish()
    }
}

fn server(url: &str) -> Option<Origin> {
    let (scheme, rest) = url.split_once("://")?;
    let authority = rest.split('/').next().unwrap_or_default();
    Origin::parse(scheme, authority).ok()
}

fn pattern(text: &str) -> Option<Pattern> {
    let below = text.strip_prefix("*.");
    let origin = Origin::parse("https", below.unwrap_or(text)).ok()?;
    let Host::Name(name) = origin.host else { return None };
    let name = if below.is_some() { format!(".{name}") } else { name };
    Some(Pattern { name, port: origin.port })
}
