//! Which addresses and names are public: anybody's, and so nothing of the network that the client runs in.
//!
//! After IANA's registries of special-purpose addresses (RFC 6890 and its successors). The standard library's answer,
//! `is_global`, is not stable.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// Whether the address is public.
pub(crate) fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => is_public_v4(address),
        IpAddr::V6(address) => is_public_v6(address),
    }
}

fn is_public_v4(address: Ipv4Addr) -> bool {
    match address.octets() {
        [0 | 10 | 127, ..] => false,  // this network, private, loopback
        [100, 64..=127, ..] => false, // carrier-grade NAT
        [169, 254, ..] => false,      // link-local, and the metadata of most clouds
        [172, 16..=31, ..] => false,  // private
        [192, 0, 0 | 2, _] => false,  // protocol assignments, documentation
        [192, 88, 99, _] => false,    // relays of 6to4
        [192, 168, ..] => false,      // private
        [198, 18 | 19, ..] => false,  // benchmarks
        [198, 51, 100, _] => false,   // documentation
        [203, 0, 113, _] => false,    // documentation
        [224..=255, ..] => false,     // multicast, reserved, broadcast
        [168, 63, 129, 16] => false,  // the platform of Azure, as its machines see it
        _ => true,
    }
}

/// What is not in the one block for global unicast is not public; of the forms that carry an IPv4 address, the two that
/// resolvers give are judged by it.
fn is_public_v6(address: Ipv6Addr) -> bool {
    match address.segments() {
        [0, 0, 0, 0, 0, 0xffff, high, low] => is_public_v4(embedded(high, low)), // IPv4 itself
        [0x64, 0xff9b, 0, 0, 0, 0, high, low] => is_public_v4(embedded(high, low)), // NAT64
        [0x2001, 0..=0x1ff, ..] => false,                                        // protocol assignments, Teredo
        [0x2001, 0xdb8, ..] => false,                                            // documentation
        [0x2002, ..] => false,                                                   // 6to4
        [0x3fff, 0..=0xfff, ..] => false,                                        // documentation
        [0x2000..=0x3fff, ..] => true,
        _ => false,
    }
}

const fn embedded(high: u16, low: u16) -> Ipv4Addr {
    let ([a, b], [c, d]) = (high.to_be_bytes(), low.to_be_bytes());
    Ipv4Addr::new(a, b, c, d)
}

/// Whether the name, in lower case, can be public: what it resolves to is another question.
pub(super) fn is_public_name(name: &str) -> bool {
    const PRIVATE: [&str; 5] = [".localhost", ".local", ".internal", ".localdomain", ".home.arpa"];
    name.contains('.') && !PRIVATE.iter().any(|private| name.ends_with(private))
}

#[cfg(test)]
mod tests;
