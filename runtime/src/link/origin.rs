//! Scheme, host and port, read strictly: what two URL parsers could take for different hosts is none.

use std::fmt;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use super::bad::BadLinkKind;

/// Where a URL leads: the part that credentials are bound to.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Origin {
    pub(super) is_https: bool,
    pub(super) host: Host,
    pub(super) port: u16,
}

/// A host: a name in lower case, or an address.
#[derive(Clone, PartialEq, Eq)]
pub(super) enum Host {
    Name(String),
    Address(IpAddr),
}

impl Origin {
    pub(super) fn parse(scheme: &str, authority: &str) -> Result<Origin, BadLinkKind> {
        let is_https = scheme.eq_ignore_ascii_case("https");
        if !is_https && !scheme.eq_ignore_ascii_case("http") {
            return Err(BadLinkKind::Scheme);
        }
        if authority.contains('@') {
            return Err(BadLinkKind::User);
        }
        // The colons of an address in brackets are none of a port.
        let after = authority.find(']').unwrap_or_default();
        let (host, port) = match authority[after..].find(':') {
            Some(colon) => (&authority[..after + colon], Some(&authority[after + colon + 1..])),
            None => (authority, None),
        };
        let host = Host::parse(host).ok_or(BadLinkKind::Host)?;
        let port = match port {
            Some(port) => parse_port(port).ok_or(BadLinkKind::Port)?,
            None => default_port(is_https),
        };
        Ok(Origin { is_https, host, port })
    }
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}://{}", if self.is_https { "https" } else { "http" }, self.host)?;
        if self.port == default_port(self.is_https) { Ok(()) } else { write!(f, ":{}", self.port) }
    }
}

impl Host {
    fn parse(text: &str) -> Option<Host> {
        if let Some(text) = text.strip_prefix('[') {
            let address: Ipv6Addr = text.strip_suffix(']')?.parse().ok()?;
            // An IPv4 address in IPv6 clothes is written in several ways.
            let is_usual = address.to_ipv4_mapped().is_none();
            return is_usual.then_some(Host::Address(address.into()));
        }
        let labels = || text.split('.');
        if text.len() > 253 || !labels().all(is_label) {
            return None;
        }
        // Others also read hexadecimal, octal and short forms here, and not all of them the same.
        if labels().next_back().is_some_and(is_number) {
            let address: Ipv4Addr = text.parse().ok()?;
            return Some(Host::Address(address.into()));
        }
        Some(Host::Name(text.to_ascii_lowercase()))
    }
}

impl fmt::Display for Host {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Host::Name(name) => f.write_str(name),
            Host::Address(IpAddr::V4(address)) => write!(f, "{address}"),
            Host::Address(IpAddr::V6(address)) => write!(f, "[{address}]"),
        }
    }
}

/// An underscore is in no name of the registries, and in many of a vendor's or a container's.
fn is_label(text: &str) -> bool {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    (1..=63).contains(&text.len()) && text.bytes().all(is_plain)
}

/// Whether a host that ends so is an IPv4 address to URL parsers.
fn is_number(label: &str) -> bool {
    let hex = label.strip_prefix("0x").or_else(|| label.strip_prefix("0X"));
    label.bytes().all(|byte| byte.is_ascii_digit())
        || hex.is_some_and(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

fn parse_port(text: &str) -> Option<u16> {
    let is_usual = !text.starts_with('0') && text.bytes().all(|byte| byte.is_ascii_digit());
    if is_usual { text.parse().ok() } else { None }
}

const fn default_port(is_https: bool) -> u16 {
    if is_https { 443 } else { 80 }
}
