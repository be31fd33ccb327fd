use super::*;

/// RFC 3986, sections 5.4.1 and 5.4.2: resolved against `http://a/b/c/d;p?q`, and here without their fragments.
///
/// The rest of those sections is below: what is empty without its fragment, another scheme, and `http:g`, of which the
/// RFC itself gives two readings.
const RFC_3986: &[(&str, &str)] = &[
    ("g", "http://a/b/c/g"),
    ("./g", "http://a/b/c/g"),
    ("g/", "http://a/b/c/g/"),
    ("/g", "http://a/g"),
    ("//g", "http://g/"),
    ("?y", "http://a/b/c/d;p?y"),
    ("g?y", "http://a/b/c/g?y"),
    ("g#s", "http://a/b/c/g"),
    ("g?y#s", "http://a/b/c/g?y"),
    (";x", "http://a/b/c/;x"),
    ("g;x", "http://a/b/c/g;x"),
    ("g;x?y#s", "http://a/b/c/g;x?y"),
    (".", "http://a/b/c/"),
    ("./", "http://a/b/c/"),
    ("..", "http://a/b/"),
    ("../", "http://a/b/"),
    ("../g", "http://a/b/g"),
    ("../..", "http://a/"),
    ("../../", "http://a/"),
    ("../../g", "http://a/g"),
    ("../../../g", "http://a/g"),
    ("../../../../g", "http://a/g"),
    ("/./g", "http://a/g"),
    ("/../g", "http://a/g"),
    ("g.", "http://a/b/c/g."),
    (".g", "http://a/b/c/.g"),
    ("g..", "http://a/b/c/g.."),
    ("..g", "http://a/b/c/..g"),
    ("./../g", "http://a/b/g"),
    ("./g/.", "http://a/b/c/g/"),
    ("g/./h", "http://a/b/c/g/h"),
    ("g/../h", "http://a/b/c/h"),
    ("g;x=1/./y", "http://a/b/c/g;x=1/y"),
    ("g;x=1/../y", "http://a/b/c/y"),
    ("g?y/./x", "http://a/b/c/g?y/./x"),
    ("g?y/../x", "http://a/b/c/g?y/../x"),
    ("g#s/./x", "http://a/b/c/g"),
    ("g#s/../x", "http://a/b/c/g"),
];

fn resolved(text: &str, base: &str) -> Result<String, BadLink> {
    let base = base.parse().unwrap();
    let target = Reference::parse(text)?.resolved(&base)?;
    Ok(format!("{}{}", target.origin()?, target.path_and_query()))
}

#[test]
fn the_examples_of_the_rfc() {
    for (text, expected) in RFC_3986 {
        assert_eq!(resolved(text, "http://a/b/c/d;p?q").as_deref(), Ok(*expected), "{text}");
    }
    for (text, kind) in [
        ("g:h", BadLinkKind::Scheme),
        ("", BadLinkKind::Form),
        ("#s", BadLinkKind::Form),
        ("http:g", BadLinkKind::Form),
    ] {
        assert_eq!(resolved(text, "http://a/b/c/d;p?q").unwrap_err().kind(), kind, "{text}");
    }
}

#[test]
fn bases_of_every_shape() {
    for (base, text, expected) in [
        ("https://a.example", "g", "https://a.example/g"),
        ("https://a.example?q", "g", "https://a.example/g"),
        ("https://a.example/", "../g", "https://a.example/g"),
        ("https://a.example/b", "?y", "https://a.example/b?y"),
        ("https://A.example:443/b/", "c", "https://a.example/b/c"),
        ("http://127.0.0.1:8080/b/c", "//127.0.0.1:8080", "http://127.0.0.1:8080/"),
        ("http://[::1]:8080/b/c", "/d", "http://[::1]:8080/d"),
    ] {
        assert_eq!(resolved(text, base).as_deref(), Ok(expected), "{text}");
    }
    assert_eq!(resolved("g", "/no/host").unwrap_err().kind(), BadLinkKind::Relative);
}

#[test]
fn dots_are_resolved_as_url_parsers_do() {
    for (path, expected) in [
        ("", "/"),
        ("/", "/"),
        ("//", "//"),
        ("/a//../b", "/a/b"),
        ("/a/%2e%2E/b", "/b"),
        ("/a/.%2e", "/"),
        ("/a/%2e", "/a/"),
        ("/a/...", "/a/..."),
        ("/a/%2e%2e%2e", "/a/%2e%2e%2e"),
        ("/%252e%252e/a", "/%252e%252e/a"),
    ] {
        assert_eq!(without_dots(path), expected, "{path}");
    }
}
