use super::*;

/// The first and the last address of each block that IANA's registries of special-purpose addresses do not call
/// globally reachable, and of the multicast and reserved ones.
const BLOCKS: &[(&str, &str)] = &[
    ("0.0.0.0", "0.255.255.255"),
    ("10.0.0.0", "10.255.255.255"),
    ("100.64.0.0", "100.127.255.255"),
    ("127.0.0.0", "127.255.255.255"),
    ("169.254.0.0", "169.254.255.255"),
    ("172.16.0.0", "172.31.255.255"),
    ("192.0.0.0", "192.0.0.255"),
    ("192.0.2.0", "192.0.2.255"),
    ("192.88.99.0", "192.88.99.255"),
    ("192.168.0.0", "192.168.255.255"),
    ("198.18.0.0", "198.19.255.255"),
    ("198.51.100.0", "198.51.100.255"),
    ("203.0.113.0", "203.0.113.255"),
    ("224.0.0.0", "255.255.255.255"),
    ("168.63.129.16", "168.63.129.16"),
    ("::", "1fff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"),
    ("2001::", "2001:1ff:ffff:ffff:ffff:ffff:ffff:ffff"),
    ("2001:db8::", "2001:db8:ffff:ffff:ffff:ffff:ffff:ffff"),
    ("2002::", "2002:ffff:ffff:ffff:ffff:ffff:ffff:ffff"),
    ("3fff::", "3fff:fff:ffff:ffff:ffff:ffff:ffff:ffff"),
    ("4000::", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"),
];

fn number(address: IpAddr) -> u128 {
    match address {
        IpAddr::V4(address) => u32::from(address).into(),
        IpAddr::V6(address) => address.into(),
    }
}

fn address(like: IpAddr, number: u128) -> Option<IpAddr> {
    match like {
        IpAddr::V4(_) => u32::try_from(number).ok().map(|number| Ipv4Addr::from(number).into()),
        IpAddr::V6(_) => Some(Ipv6Addr::from(number).into()),
    }
}

#[test]
fn the_edges_of_each_block() {
    let blocks: Vec<(IpAddr, IpAddr)> =
        BLOCKS.iter().map(|(first, last)| (first.parse().unwrap(), last.parse().unwrap())).collect();
    let is_within = |one: IpAddr| {
        let is_in = |(first, last): &(IpAddr, IpAddr)| {
            one.is_ipv4() == first.is_ipv4() && (number(*first)..=number(*last)).contains(&number(one))
        };
        blocks.iter().any(is_in)
    };
    let mut outside = 0;
    for (first, last) in &blocks {
        assert!(!is_public(*first), "{first}");
        assert!(!is_public(*last), "{last}");
        let before = number(*first).checked_sub(1);
        let after = number(*last).checked_add(1);
        for beside in [before, after].into_iter().flatten().filter_map(|number| address(*first, number)) {
            assert_eq!(is_public(beside), !is_within(beside), "{beside}");
            outside += usize::from(!is_within(beside));
        }
    }
    assert!(outside >= 30, "{outside} addresses beside the blocks");
}

#[test]
fn addresses_that_carry_another_are_judged_by_it() {
    for (inner, public) in [("8.8.8.8", true), ("127.0.0.1", false), ("169.254.169.254", false), ("10.1.2.3", false)] {
        let v4: Ipv4Addr = inner.parse().unwrap();
        let [a, b, c, d] = v4.octets().map(u16::from);
        let (high, low) = (a << 8 | b, c << 8 | d);
        assert_eq!(is_public(v4.to_ipv6_mapped().into()), public, "{inner}");
        assert_eq!(is_public(Ipv6Addr::new(0x64, 0xff9b, 0, 0, 0, 0, high, low).into()), public, "{inner}");
        let never = [
            Ipv6Addr::new(0, 0, 0, 0, 0, 0, high, low),
            Ipv6Addr::new(0x64, 0xff9b, 1, 0, 0, 0, high, low),
            Ipv6Addr::new(0x2002, high, low, 0, 0, 0, 0, 1),
            Ipv6Addr::new(0x2001, 0, high, low, 0, 0, 0, 1),
            Ipv6Addr::new(0x2001, 0, 0x0808, 0x0808, 0, 0, !high, !low),
            Ipv6Addr::new(0, 0, 0, 0, 0xffff, 0, high, low),
        ];
        for never in never {
            assert!(!is_public(never.into()), "{never}");
        }
    }
}

#[test]
fn names() {
    for name in
        ["example.com", "files.example.com", "localhost.example.com", "internal.example", "xn--bcher-kva.example"]
    {
        assert!(is_public_name(name), "{name}");
    }
    for name in ["localhost", "db", "a.localhost", "printer.local", "metadata.google.internal", "nas.home.arpa"] {
        assert!(!is_public_name(name), "{name}");
    }
}
