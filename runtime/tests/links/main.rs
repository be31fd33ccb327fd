//! Links that vendors hand over: which are followed, and what they reach.

mod corpus;
#[cfg(feature = "reqwest")]
mod net;
#[cfg(feature = "reqwest")]
mod oracle;
#[cfg(feature = "reqwest")]
mod redirects;
#[cfg(feature = "reqwest")]
mod sockets;

use bytes::Bytes;
use http::{Request, Uri};
use settled::{BadLinkKind, Hosts, Link, Untrusted};

#[test]
fn each_link_of_the_corpus_is_judged_as_it_says() {
    let (base, hosts) = (corpus::base(), corpus::hosts());
    let mut wrong = Vec::new();
    for line in corpus::lines() {
        let outcomes = [
            ("vendor", line.vendor, Link::vendor(&line.text, &base, &hosts)),
            ("any", line.any, Link::any(&line.text)),
        ];
        for (function, expected, outcome) in outcomes {
            let got = match &outcome {
                Ok(link) if link.uri().to_string() == line.text => "same".to_owned(),
                Ok(link) => link.uri().to_string(),
                Err(refusal) => format!("{:?}", refusal.kind()),
            };
            if got != expected {
                wrong.push(format!("{function}: {:?} ({}): {got}, not {expected}", line.text, line.why));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn own_servers_are_allowed_where_asked_for_and_patterns_are_not() {
    let hosts = corpus::hosts();
    for own in ["http://127.0.0.1:8080/f", "https://10.0.0.5/f", "https://[fd12:3456::1]:9443/f"] {
        assert!(Link::any(own).is_err(), "{own}");
        assert!(!Link::any_or_own(own, &hosts).unwrap().is_untrusted(), "{own}");
    }
    for (other, kind) in [
        ("http://127.0.0.1:8081/f", BadLinkKind::Scheme),
        ("https://127.0.0.1:8080/f", BadLinkKind::NotPublic),
        ("https://10.0.0.6/f", BadLinkKind::NotPublic),
        ("http://eu.acme.example/f", BadLinkKind::Scheme),
        ("/f", BadLinkKind::Relative),
        ("http://user@127.0.0.1:8080/f", BadLinkKind::User),
    ] {
        assert_eq!(Link::any_or_own(other, &hosts).unwrap_err().kind(), kind, "{other}");
    }
    // The spec speaks for a pattern, and not for the addresses of any host.
    assert!(Link::any_or_own("https://eu.acme.example/f", &hosts).unwrap().is_untrusted());
    assert!(Link::any_or_own("https://evil.example/f", &hosts).unwrap().is_untrusted());
}

#[test]
fn a_request_is_marked_by_its_link() {
    let mark = |link: Link| {
        let mut request = Request::new(Bytes::new());
        link.mark(&mut request);
        request.extensions().get::<Untrusted>().is_some()
    };
    assert!(mark(Link::any("https://files.example.com/f").unwrap()));
    assert!(!mark(Link::any_or_own("http://127.0.0.1:8080/f", &corpus::hosts()).unwrap()));
    assert!(!mark(Link::vendor("/f", &corpus::base(), &corpus::hosts()).unwrap()));
}

#[test]
fn a_relative_link_is_judged_by_where_its_base_leads() {
    let hosts = corpus::hosts();
    for (base, kind) in [
        ("https://evil.example/v1", BadLinkKind::Elsewhere),
        ("http://api.acme.example/v1", BadLinkKind::Scheme),
        ("https://user@api.acme.example/v1", BadLinkKind::User),
        ("/v1", BadLinkKind::Relative),
    ] {
        let base: Uri = base.parse().unwrap();
        assert_eq!(Link::vendor("jobs/7", &base, &hosts).unwrap_err().kind(), kind, "{base}");
    }
}

#[test]
fn hosts_of_another_form_stand_for_nothing() {
    let base = corpus::base();
    for pattern in
        ["*", "*.", "", ".", "a*.example", "x.*.example", "https://a.example", "a.example/", "a.example.", "*a.example"]
    {
        let hosts = Hosts::new([], [pattern]);
        for text in ["https://a.example/", "https://x.a.example/", "https://aa.example/"] {
            assert!(Link::vendor(text, &base, &hosts).is_err(), "{pattern}: {text}");
        }
    }
    for address in ["10.0.0.5", "*.0.0.5", "[fd12::1]", "*.[fd12::1]"] {
        let hosts = Hosts::new([], [address]);
        for text in ["https://10.0.0.5/", "https://[fd12::1]/"] {
            assert_eq!(Link::vendor(text, &base, &hosts).unwrap_err().kind(), BadLinkKind::Elsewhere, "{address}");
        }
    }
    assert!(Link::vendor("https://x.A.example/", &base, &Hosts::new([], ["*.a.EXAMPLE"])).is_ok(), "in any case");
    for server in ["ftp://a.example", "a.example", "https://", "https://0x7f.1", "https://user@a.example"] {
        let hosts = Hosts::new([server], []);
        for text in ["https://a.example/", "https://127.0.0.1/", "https://0x7f.1/"] {
            assert!(Link::vendor(text, &base, &hosts).is_err(), "{server}: {text}");
        }
    }
}

#[test]
fn a_link_has_at_most_8_kib_as_given_and_as_sent() {
    let start = "https://files.example.com/";
    let of = |length: usize, letter: &str| format!("{start}{}", letter.repeat((length - start.len()) / letter.len()));
    assert_eq!(Link::any(&of(8192, "a")).unwrap().uri().to_string().len(), 8192);
    assert_eq!(Link::any(&of(8193, "a")).unwrap_err().kind(), BadLinkKind::TooLong);
    assert_eq!(Link::any(&of(8192, "\u{e9}")).unwrap_err().kind(), BadLinkKind::TooLong, "six bytes when escaped");
    assert_eq!(Link::any(&of(1 << 20, "a")).unwrap_err().kind(), BadLinkKind::TooLong);
    let base: Uri = of(8190, "a").parse().unwrap();
    let relative = Link::vendor("?abc", &base, &Hosts::new(["https://files.example.com"], []));
    assert_eq!(relative.unwrap_err().kind(), BadLinkKind::TooLong);
}

#[test]
fn a_name_has_at_most_253_bytes() {
    let of = |first: usize| format!("https://{}.{}", "a".repeat(first), ["b".repeat(63).as_str(); 3].join("."));
    assert!(Link::any(&of(61)).is_ok());
    assert_eq!(Link::any(&of(62)).unwrap_err().kind(), BadLinkKind::Host);
}

#[test]
fn links_and_hosts_show_where_they_lead() {
    let link = Link::any("https://Files.example.com:8443/path?query").unwrap();
    assert_eq!(format!("{link:?}"), "Link(https://files.example.com:8443/…)");
    let hosts = Hosts::new(["https://api.acme.example/path"], ["*.acme.example", "cdn.acme.test:8443"]);
    assert_eq!(format!("{hosts:?}"), r#"{"https://api.acme.example", "*.acme.example", "cdn.acme.test:8443"}"#);
}

#[test]
fn neither_a_link_nor_its_refusal_shows_more_than_the_origin() {
    const SECRET: &str = "canary";
    let (base, hosts) = (corpus::base(), corpus::hosts());
    let mut refusals = 0;
    for host in ["api.acme.example", "evil.example", "127.0.0.1", "localhost:1", "a..b", "h:0", "0x7f.1", ""] {
        for scheme in ["https:", "http:", "ftp:", ""] {
            for rest in ["", " ", "\\", "\n"] {
                for user in ["", "canary@", "canary:canary@"] {
                    let path = format!("/{SECRET}/{SECRET}?{SECRET}={SECRET}#{SECRET}{rest}");
                    let text = format!("{scheme}//{user}{host}{path}");
                    for outcome in [Link::vendor(&text, &base, &hosts), Link::any(&text)] {
                        let shown = match &outcome {
                            Ok(link) => format!("{link:?} {link:#?}"),
                            Err(refusal) => format!("{refusal} {refusal:?} {refusal:#?}"),
                        };
                        assert!(!shown.contains(SECRET), "{text}: {shown}");
                        refusals += usize::from(outcome.is_err());
                    }
                }
            }
        }
    }
    assert!(refusals > 400, "{refusals}");
    for text in
        ["canary", "canary:canary", "canary:canary@canary", "https:canary", "canary canary", "//canary\\", "?canary"]
    {
        let refusal = Link::any(text).unwrap_err();
        assert!(!format!("{refusal} {refusal:?}").contains(SECRET), "{text}: {refusal}");
    }
    let refusal = Link::vendor("https://evil.example:444/canary", &base, &hosts).unwrap_err();
    assert_eq!(
        refusal.to_string(),
        "the link to `https://evil.example:444` leads elsewhere than to the vendor; list its host under `hosts` if it \
         is theirs"
    );
}
