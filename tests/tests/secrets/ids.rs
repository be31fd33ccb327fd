//! Ids in URLs: distinct ids give distinct URLs of one shape, and what has no safe form is refused before any request.

use http::Uri;
use percent_encoding::percent_decode_str;
use proptest::prelude::*;
use settled::ErrorKind;
use settled_testkit::{Answer, Script, VirtualClock, run};
use settled_vendors::{idwise, incode, salesforce_insurance};

/// The URI of the request that an id leads to, or the error that it is.
type Asked = Result<Uri, settled::Error>;

macro_rules! asked {
    ($module:ident { $($setting:ident = $value:expr),* }, |$client:ident| $call:expr) => {{
        let clock = VirtualClock::new();
        let script = Script::repeating(clock.clone(), [Answer::json("{}")]);
        let builder = $module::Client::builder().base_url("https://api.acme.test/v1");
        let builder = builder.transport(script.clone()).clock(clock.clone());
        let $client = match builder$(.$setting($value))*.build() {
            Ok(client) => client,
            Err(error) => return Err(error),
        };
        let end = run(&clock, $call.poll_once()).map(drop);
        let sent = script.requests();
        match end {
            Ok(()) => Ok(sent[0].uri().clone()),
            Err(error) => {
                assert!(sent.is_empty(), "a refused id was sent");
                Err(error)
            }
        }
    }};
}

/// One place of a URL that takes an id, and which segment it is.
type Place = (&'static str, fn(&str) -> Asked, usize);

const PLACES: [Place; 3] = [
    (
        "idwise journey_id",
        |id| asked!(idwise { api_key = "k", api_secret = "s" }, |client| client.journey_summary().journey_id(id)),
        5,
    ),
    (
        "salesforce procedure",
        |id| {
            asked!(salesforce_insurance { access_token = "t" }, |client| {
                client.policy_job().procedure(id).job_id("j")
            })
        },
        7,
    ),
    (
        "salesforce namespace",
        |id| {
            asked!(salesforce_insurance { access_token = "t", namespace = id }, |client| {
                client.policy_job().procedure("p").job_id("j")
            })
        },
        4,
    ),
];

fn segments(uri: &Uri) -> Vec<&str> {
    uri.path().split('/').collect()
}

fn is_refused(id: &str) -> bool {
    matches!(id, "" | "." | "..") || id.chars().any(char::is_control)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn ids_stay_apart_and_in_their_segment(id in any_id(), other in any_id()) {
        for (name, ask, at) in PLACES {
            let plain = ask("plain").expect("a plain id");
            match ask(&id) {
                Err(error) => {
                    prop_assert!(is_refused(&id), "{}: `{:?}`: {}", name, id, error);
                    prop_assert!(matches!(error.kind(), ErrorKind::Input | ErrorKind::Config), "{}", error);
                    prop_assert!(id.len() < 3 || !error.to_string().contains(&id), "{} shows the id", error);
                }
                Ok(uri) => {
                    prop_assert!(!is_refused(&id), "{}: {:?} was taken", name, id);
                    prop_assert_eq!(uri.host(), Some("api.acme.test"));
                    prop_assert_eq!(uri.query(), None);
                    let (own, wanted) = (segments(&uri), segments(&plain));
                    prop_assert_eq!(own.len(), wanted.len(), "{}: {}", name, &uri);
                    for (position, (own, wanted)) in own.iter().zip(wanted).enumerate() {
                        match position == at {
                            true => prop_assert_eq!(percent_decode_str(own).decode_utf8_lossy(), id.as_str()),
                            false => prop_assert_eq!(*own, wanted),
                        }
                    }
                    // As a URL parser of another library takes it, too.
                    let url = reqwest::Url::parse(&uri.to_string()).expect("a URL");
                    prop_assert_eq!(url.path(), uri.path());
                    if let Ok(another) = ask(&other) {
                        prop_assert_eq!(id == other, uri == another, "{}: {:?} and {:?}", name, id, other);
                    }
                }
            }
        }
    }

    #[test]
    fn ids_in_a_query_stay_one_value(id in any_id(), other in any_id()) {
        let ask = |id: &str| -> Asked {
            asked!(incode { api_key = "k" }, |client| {
                client.onboarding_status().session_token("t").interview_id(id)
            })
        };
        let (one, another) = (ask(&id).expect("any text"), ask(&other).expect("any text"));
        prop_assert_eq!(one.path(), another.path());
        prop_assert_eq!(id == other, one == another);
        let value = one.query().and_then(|query| query.strip_prefix("id=")).expect("a query");
        prop_assert_eq!(percent_decode_str(value).decode_utf8_lossy(), id.as_str());
        prop_assert!(!value.contains(['&', '=', '#', '+', ' ']), "{}", value);
    }

    #[test]
    fn secrets_in_headers_add_no_header(secret in any_id()) {
        prop_assume!(!secret.is_empty());
        let clock = VirtualClock::new();
        let script = Script::repeating(clock.clone(), [Answer::json("{}")]);
        let builder = incode::Client::builder().base_url("https://api.acme.test").api_key("k");
        let client = builder.transport(script.clone()).clock(clock.clone()).build().expect("a client");
        let headers = |sent: &settled_testkit::Sent| sent.headers().len();
        run(&clock, client.onboarding_status().session_token("plain").poll_once()).map(drop).expect("a reply");
        let plain = headers(&script.requests()[0]);
        match run(&clock, client.onboarding_status().session_token(secret.as_str()).poll_once()) {
            Ok(_) => {
                let sent = &script.requests()[1];
                prop_assert!(secret.bytes().all(|byte| (b' '..=b'~').contains(&byte)), "{:?} was sent", secret);
                prop_assert_eq!(headers(sent), plain);
                prop_assert_eq!(sent.header("x-incode-hardware-id"), Some(secret.as_str()));
            }
            Err(error) => {
                prop_assert_eq!(error.kind(), ErrorKind::Input);
                prop_assert_eq!(script.requests().len(), 1, "sent all the same");
            }
        }
    }
}

/// Texts with all that means something in a URL or a header.
fn any_id() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-zA-Z0-9._~-]{0,12}",
        "[./\\\\%?#&=+;:@ \\t\\r\\n\\x00\\x7f\u{85}a2eE]{0,6}",
        "(%2[eE]|%2[fF]|%5[cC]|%00|%0[aA]|\\.|/|\\\\){1,4}",
        any::<String>(),
    ]
}

#[test]
fn what_climbs_or_vanishes_is_refused() {
    for (name, ask, _) in PLACES {
        for id in ["", ".", "..", "\n", "a\r\nb", "\0", "\t", "\u{7f}", "\u{85}"] {
            let error = ask(id).expect_err(&format!("{name}: {id:?} was sent"));
            assert!(matches!(error.kind(), ErrorKind::Input | ErrorKind::Config), "{name}: {error}");
        }
        for id in ["...", "%2e%2e", "a/../b", "..%2f", "é", "a b", "\\\\evil", "//evil", "?x", "#x"] {
            let uri = ask(id).unwrap_or_else(|error| panic!("{name}: {id:?}: {error}"));
            assert!(!uri.path().contains("/../") && uri.query().is_none(), "{name}: {uri}");
        }
    }
}
