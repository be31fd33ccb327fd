use http::header::HeaderValue;

use super::*;

fn request(method: &str, url: &str, form: Option<&'static str>) -> Request<Bytes> {
    let mut request = Request::new(Bytes::from(form.unwrap_or_default()));
    *request.method_mut() = method.parse().expect("a method");
    *request.uri_mut() = url.parse().expect("a URL");
    if form.is_some() {
        request.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("application/x-www-form-urlencoded"));
    }
    request
}

fn keys<'a>(consumer: (&'a str, &'a str), token: Option<(&'a str, &'a str)>) -> OAuth1<'a> {
    let (consumer_key, consumer_secret) = consumer;
    let (digest, timestamp, nonce) = (Digest::HmacSha1, "137131201", "7d8f3e4a");
    OAuth1 { digest, realm: None, consumer_key, consumer_secret, token, nonce, timestamp }
}

/// The protocol parameters of RFC 5849, section 3.4.1.1.
const PROTOCOL: [(&str, &str); 5] = [
    ("oauth_consumer_key", "9djdj82h48djs9d2"),
    ("oauth_token", "kkk9d7dh3k39sjv7"),
    ("oauth_signature_method", "HMAC-SHA1"),
    ("oauth_timestamp", "137131201"),
    ("oauth_nonce", "7d8f3e4a"),
];

fn rfc_request() -> Request<Bytes> {
    request("POST", "http://EXAMPLE.COM:80/request?b5=%3D%253D&a3=a&c%40=&a2=r%20b", Some("c2&a3=2+q"))
}

/// RFC 5849, section 3.4.1.1.
const BASE: &str = "POST&http%3A%2F%2Fexample.com%2Frequest&a2%3Dr%2520b%26a3%3D2%2520q%26a3%3Da%26b5%3D%253D%25253D\
    %26c%2540%3D%26c2%3D%26oauth_consumer_key%3D9djdj82h48djs9d2%26oauth_nonce%3D7d8f3e4a\
    %26oauth_signature_method%3DHMAC-SHA1%26oauth_timestamp%3D137131201%26oauth_token%3Dkkk9d7dh3k39sjv7";

#[test]
fn the_base_string_is_that_of_rfc_5849() {
    assert_eq!(base_string(&rfc_request(), &PROTOCOL), BASE);
    let mut lower = rfc_request();
    *lower.method_mut() = "post".parse().expect("a method");
    assert_eq!(base_string(&lower, &PROTOCOL), BASE);
}

/// The signatures that the tests of oauthlib (tests/oauth1/rfc5849/test_signatures.py) have of the same base string,
/// computed there with OpenSSL.
#[test]
fn secrets_are_encoded_before_they_sign() {
    let consumer = ("", "ECrDNoq1VYzzzzzzzzzyAK7TwZNtPnkqatqZZZZ");
    let mut keys = keys(consumer, Some(("", "just-a-string    asdasd")));
    assert_eq!(keys.sign(BASE), "wsdNmjGB7lvis0UJuPAmjvX/PXw=");
    keys.digest = Digest::HmacSha256;
    assert_eq!(keys.sign(BASE), "wdfdHUKXHbOnOGZP8WFAWMSAmWzN3EVBWWgXGlC/Eo4=");
    keys.token = None;
    assert_ne!(keys.sign(BASE), "wdfdHUKXHbOnOGZP8WFAWMSAmWzN3EVBWWgXGlC/Eo4=");
}

/// Method, URL, token, protocol parameters, signature.
type Vector<'a> = (&'a str, &'a str, Option<(&'a str, &'a str)>, &'a [(&'a str, &'a str)], &'a str);

/// RFC 5849, section 1.2: the three requests of printer.example.com, which do without `oauth_version`.
#[test]
fn signs_the_requests_of_rfc_5849() {
    const KEY: (&str, &str) = ("oauth_consumer_key", "dpf43f3p2l4k3l03");
    const METHOD: (&str, &str) = ("oauth_signature_method", "HMAC-SHA1");
    let vectors: [Vector<'_>; 3] = [
        (
            "POST",
            "https://photos.example.net/initiate",
            None,
            &[
                KEY,
                METHOD,
                ("oauth_timestamp", "137131200"),
                ("oauth_nonce", "wIjqoS"),
                ("oauth_callback", "http://printer.example.com/ready"),
            ],
            "74KNZJeDHnMBp0EMJ9ZHt/XKycU=",
        ),
        (
            "POST",
            "https://photos.example.net/token",
            Some(("hh5s93j4hdidpola", "hdhd0244k9j7ao03")),
            &[
                KEY,
                METHOD,
                ("oauth_token", "hh5s93j4hdidpola"),
                ("oauth_timestamp", "137131201"),
                ("oauth_nonce", "walatlh"),
                ("oauth_verifier", "hfdp7dh39dks9884"),
            ],
            "gKgrFCywp7rO0OXSjdot/IHF7IU=",
        ),
        (
            "GET",
            "http://photos.example.net/photos?file=vacation.jpg&size=original",
            Some(("nnch734d00sl2jdk", "pfkkdhi9sl3r4s00")),
            &[
                KEY,
                METHOD,
                ("oauth_token", "nnch734d00sl2jdk"),
                ("oauth_timestamp", "137131202"),
                ("oauth_nonce", "chapoH"),
            ],
            "MdpQcU8iPSUjWoN/UDMsK2sui9I=",
        ),
    ];
    for (method, url, token, protocol, signature) in vectors {
        let keys = keys(("dpf43f3p2l4k3l03", "kd94hf93k423kf44"), token);
        assert_eq!(keys.sign(&base_string(&request(method, url, None), protocol)), signature, "{url}");
    }
}

/// X's page "Creating a signature", with its requests to api.twitter.com and to api.x.com.
fn tweet() -> OAuth1<'static> {
    OAuth1 {
        digest: Digest::HmacSha1,
        realm: None,
        consumer_key: "xvz1evFS4wEEPTGEFPHBog",
        consumer_secret: "kAcSOqF21Fu85e7zjz7ZN2U4ZRhfV3WpwPAoE3Z7kBw",
        token: Some((
            "370773112-GmHxMAgYyLbNEtIKZeRNFsMKPR9EyMZeS9weJAEb",
            "LswwdoUaIvS8ltyTt5jkRh4J50vUPVVHtR2YPi5kE",
        )),
        nonce: "kYjzVBB8Y0ZFabxSWbWovY3uYSQ2pTgmZeNu2VS4cg",
        timestamp: "1318622958",
    }
}

const STATUS: &str = "status=Hello%20Ladies%20%2b%20Gentlemen%2c%20a%20signed%20OAuth%20request%21";

#[test]
fn signs_the_example_of_x() {
    let tweeted = |host: &str| {
        request("POST", &format!("https://{host}/1.1/statuses/update.json?include_entities=true"), Some(STATUS))
    };
    assert_eq!(
        tweet().authorization(&tweeted("api.twitter.com")),
        "OAuth oauth_consumer_key=\"xvz1evFS4wEEPTGEFPHBog\", \
         oauth_nonce=\"kYjzVBB8Y0ZFabxSWbWovY3uYSQ2pTgmZeNu2VS4cg\", oauth_signature_method=\"HMAC-SHA1\", \
         oauth_timestamp=\"1318622958\", oauth_token=\"370773112-GmHxMAgYyLbNEtIKZeRNFsMKPR9EyMZeS9weJAEb\", \
         oauth_version=\"1.0\", oauth_signature=\"hCtSmYh%2BiHYCEqBWrE7C7hYmtUk%3D\""
    );
    let renamed = tweet().authorization(&tweeted("api.x.com"));
    assert!(renamed.ends_with("oauth_signature=\"Ls93hJiZbQ3akF3HF3x1Bz8%2FzU4%3D\""), "{renamed}");
}

/// A RESTlet call with the values of NetSuite's page "The Signature for Web Services and RESTlets", signed by oauthlib
/// 4.0.1.
#[test]
fn signs_with_sha256_and_a_realm() {
    let keys = OAuth1 {
        digest: Digest::HmacSha256,
        realm: Some("123456_SB1"),
        consumer_key: "ef40afdd8abaac111b13825dd5e5e2ddddb44f86d5a0dd6dcf38c20aae6b67e4",
        consumer_secret: "d26ad321a4b2f23b0741c8d38392ce01c3e23e109df6c96eac6d099e9ab9e8b5",
        token: Some((
            "2b0ce516420110bcbd36b69e99196d1b7f6de3c6234c5afb799b73d87569f5cc",
            "c29a677df7d5439a458c063654187e3d678d73aca8e3c9d8bea1478a3eb0d295",
        )),
        nonce: "fjaLirsIcCGVZWzBX0pg",
        timestamp: "1508242306",
    };
    let url = "https://123456.restlets.api.netsuite.com/app/site/hosting/restlet.nl?script=6&deploy=1\
               &customParam=someValue&testParam=someOtherValue";
    let header = keys.authorization(&request("POST", url, None));
    assert!(header.starts_with("OAuth realm=\"123456_SB1\", oauth_consumer_key=\"ef40"), "{header}");
    assert!(header.ends_with("oauth_signature=\"%2BKK4SKNgz4ZiILGLwOMtfYlgcXSy1eis8ldE9X90azQ%3D\""), "{header}");
    // The realm is no part of what is signed.
    let other = OAuth1 { realm: None, ..keys }.authorization(&request("POST", url, None));
    assert_eq!(header.replace("realm=\"123456_SB1\", ", ""), other);
}

#[test]
fn without_a_token_none_is_sent() {
    let header = keys(("key", "secret"), None).authorization(&request("GET", "https://api.acme.test/", None));
    assert!(!header.contains("oauth_token"), "{header}");
}

/// RFC 5849, section 3.4.1.2, and the ports of each scheme.
#[test]
fn base_urls_are_lower_case_and_drop_the_schemes_own_port() {
    for (url, base) in [
        ("http://EXAMPLE.COM:80/r%20v/X?id=123", "http://example.com/r%20v/X"),
        ("https://www.example.net:8080/?q=1", "https://www.example.net:8080/"),
        ("https://api.acme.test:443", "https://api.acme.test/"),
        ("https://api.acme.test:80/a", "https://api.acme.test:80/a"),
        ("http://api.acme.test:443/a", "http://api.acme.test:443/a"),
        ("HTTPS://[::1]:8443/A", "https://[::1]:8443/A"),
    ] {
        assert_eq!(base_url(&request("GET", url, None)), base);
    }
}

fn normalised(query: &str) -> Vec<(String, String)> {
    let mut pairs: Vec<_> = form(query.as_bytes()).collect();
    pairs.sort_unstable();
    pairs
}

#[test]
fn parameters_are_decoded_encoded_anew_and_sorted_by_their_bytes() {
    let expected = |pairs: &[(&str, &str)]| -> Vec<(String, String)> {
        pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    };
    assert_eq!(normalised(""), []);
    assert_eq!(normalised("&&"), []);
    assert_eq!(normalised("a=1&a=1"), expected(&[("a", "1"), ("a", "1")]));
    assert_eq!(normalised("a=b=c&=v"), expected(&[("", "v"), ("a", "b%3Dc")]));
    assert_eq!(normalised("x=+%2B%20*~"), expected(&[("x", "%20%2B%20%2A~")]));
    // Sorted as encoded: `%` comes before digits and letters, and upper case before lower.
    assert_eq!(normalised("b=1&B=1&%C3%A9=1&1=1"), expected(&[("%C3%A9", "1"), ("1", "1"), ("B", "1"), ("b", "1")]));
    assert_eq!(normalised("a=b&a=B&a=%C3%A9&a10=0&a1=9"), {
        expected(&[("a", "%C3%A9"), ("a", "B"), ("a", "b"), ("a1", "9"), ("a10", "0")])
    });
    // Bytes that are no text, and what looks like an escape and is none, stay what they are.
    assert_eq!(normalised("a=%FF%zz%"), expected(&[("a", "%FF%25zz%25")]));
}

#[test]
fn only_forms_are_signed_with_the_body() {
    let url = "https://api.acme.test/jobs";
    let none = base_string(&request("POST", url, None), &PROTOCOL);
    for (kind, is_form) in [
        ("application/x-www-form-urlencoded", true),
        ("Application/X-WWW-Form-URLencoded ; charset=UTF-8", true),
        ("application/json", false),
        ("application/x-www-form-urlencoded-not", false),
        ("multipart/form-data; boundary=application/x-www-form-urlencoded", false),
    ] {
        let mut request = request("POST", url, Some("a=1"));
        request.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(kind));
        assert_eq!(base_string(&request, &PROTOCOL) != none, is_form, "{kind}");
        request.headers_mut().remove(CONTENT_TYPE);
        assert_eq!(base_string(&request, &PROTOCOL), none);
    }
}

#[test]
fn whatever_is_signed_changes_the_signature() {
    let url = "https://api.acme.test/jobs?a=1";
    let signed = |keys: OAuth1<'_>, method: &str, url: &str, form| {
        let header = keys.authorization(&request(method, url, form));
        header.split_once("oauth_signature=").expect("a signature").1.to_owned()
    };
    let right = signed(tweet(), "POST", url, Some(STATUS));
    let (token, secret) = tweet().token.expect("a token");
    for (what, other) in [
        ("method", signed(tweet(), "PUT", url, Some(STATUS))),
        ("path", signed(tweet(), "POST", "https://api.acme.test/Jobs?a=1", Some(STATUS))),
        ("host", signed(tweet(), "POST", "https://api.acme.example/jobs?a=1", Some(STATUS))),
        ("scheme", signed(tweet(), "POST", "http://api.acme.test/jobs?a=1", Some(STATUS))),
        ("query", signed(tweet(), "POST", "https://api.acme.test/jobs?a=2", Some(STATUS))),
        ("body", signed(tweet(), "POST", url, Some("status=Hello"))),
        ("consumer key", signed(OAuth1 { consumer_key: "x", ..tweet() }, "POST", url, Some(STATUS))),
        ("consumer secret", signed(OAuth1 { consumer_secret: "x", ..tweet() }, "POST", url, Some(STATUS))),
        ("token", signed(OAuth1 { token: Some(("x", secret)), ..tweet() }, "POST", url, Some(STATUS))),
        ("token secret", signed(OAuth1 { token: Some((token, "x")), ..tweet() }, "POST", url, Some(STATUS))),
        ("nonce", signed(OAuth1 { nonce: "x", ..tweet() }, "POST", url, Some(STATUS))),
        ("timestamp", signed(OAuth1 { timestamp: "1", ..tweet() }, "POST", url, Some(STATUS))),
        ("digest", signed(OAuth1 { digest: Digest::HmacSha256, ..tweet() }, "POST", url, Some(STATUS))),
    ] {
        assert_ne!(other, right, "{what}");
    }
    // Parameters have no order of their own.
    let sent = |url| signed(tweet(), "GET", url, None);
    assert_eq!(sent("https://api.acme.test/?b=2&a=1&b=1"), sent("https://api.acme.test/?b=1&b=2&a=1"));
}

#[test]
fn no_setting_can_leave_its_place_in_the_header() {
    let odd = "a\"b, c=\"\r\nx-evil: 1\u{e9}";
    let keys = OAuth1 {
        realm: Some(odd),
        consumer_key: odd,
        token: Some((odd, odd)),
        nonce: odd,
        timestamp: odd,
        consumer_secret: odd,
        digest: Digest::HmacSha1,
    };
    let header = keys.authorization(&request("GET", "https://api.acme.test/", None));
    assert!(header.bytes().all(|byte| (b' '..=b'~').contains(&byte)), "{header}");
    assert_eq!(header.split(", ").count(), 8, "{header}");
    assert_eq!(header.matches('"').count(), 16, "{header}");
    assert!(header.contains("oauth_nonce=\"a%22b%2C%20c%3D%22%0D%0Ax-evil%3A%201%C3%A9\""), "{header}");
}
