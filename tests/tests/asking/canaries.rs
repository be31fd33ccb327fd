//! No secret, token or signature is shown: by no value, no error and no log line, whatever happens on the way.

#[path = "../secrets/canary.rs"]
mod canary;
#[path = "../secrets/notebook.rs"]
mod notebook;

use std::fmt::Debug;
use std::pin::Pin;

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use serde_json::json;
use settled::Error;
use settled_testkit::{BadServer, Behaviour, ClosedPort, reply};

use self::canary::{canary, given_away};
use super::signers::{EC, RSA};
use super::support::{Fast, all};
use super::{acme, globex, hooli, initech, umbrella};

/// All that is secret, and all that callers and vendors say.
const NAMES: &[&str] = &[
    "key",
    "hex_key",
    "base64_key",
    "pin",
    "client_secret",
    "token_secret",
    "access_token",
    "session_id",
    "session_secret",
    "ticket",
    "input",
    "words",
    "told",
];

/// The beginnings of every JWT, of every signature of AWS and of OAuth, and of the keys that are PEM.
const SIGNED: [&str; 5] = ["eyJ", "Signature=", "oauth_signature", "BEGIN", "MIIE"];

/// What one call has shown.
#[derive(Default)]
struct Shown(String);

impl Shown {
    fn value(&mut self, value: &dyn Debug) {
        self.0.push_str(&format!("{value:?}\n{value:#?}\n"));
    }

    fn end<R: Debug>(&mut self, end: Result<R, Error>) -> bool {
        match &end {
            Ok(reply) => self.value(reply),
            Err(error) => {
                self.value(error);
                self.0.push_str(&format!("{error}\n{error:#}\n"));
                let sources = std::iter::successors(std::error::Error::source(error), |error| error.source());
                sources.for_each(|source| self.0.push_str(&format!("{source}\n{source:?}\n{source:#?}\n")));
            }
        }
        end.is_ok()
    }
}

type Going = Pin<Box<dyn Future<Output = (Shown, bool)>>>;

/// One operation: its name, how many tokens it needs, and a call of it.
struct Call(&'static str, usize, fn(String, u32) -> Going);

macro_rules! call {
    ($module:ident, $tokens:expr, [$($setting:ident = $value:expr),*], [$($url:ident),*],
        $operation:ident, $($input:ident = $given:expr),*) => {
        Call(concat!(stringify!($module), ".", stringify!($operation)), $tokens, |url, times| Box::pin(async move {
            let mut shown = Shown::default();
            let builder = $module::Client::builder()$(.$setting($value))*$(.$url(&url))*;
            let builder = builder.clock(Fast::new(times));
            shown.value(&builder);
            let client = builder.build().expect("a client");
            shown.value(&client);
            let call = client.$operation()$(.$input($given))*;
            shown.value(&call);
            let is_good = shown.end(call.send().await);
            shown.value(&client);
            (shown, is_good)
        }))
    };
}

macro_rules! acme {
    ($($call:tt)*) => { call!(acme, 0, [key = canary("key")], [base_url], $($call)*) };
}

macro_rules! globex {
    ($($call:tt)*) => {
        call!(globex, 0, [key = canary("key"), hex_key = hex("hex_key"), base64_key = base64("base64_key")], [base_url],
            $($call)*)
    };
}

macro_rules! initech {
    ($($call:tt)*) => {
        call!(initech, 0, [tenant = "t", home = "https://h.example", user = "u", key = canary("key")],
            [base_url, files_url, home_url], $($call)*)
    };
}

macro_rules! hooli {
    ($tokens:expr, $($call:tt)*) => {
        call!(hooli, $tokens, [consumer_key = "c", consumer_secret = canary("client_secret"), token = "t",
            token_secret = canary("token_secret"), access_key = "a", secret_key = canary("key"),
            session_token = canary("session_secret"), rsa_key = RSA, ec_key = EC, shared_key = canary("pin")],
            [base_url], $($call)*)
    };
}

macro_rules! umbrella {
    ($tokens:expr, $($call:tt)*) => {
        call!(umbrella, $tokens, [client_id = "c", client_secret = canary("client_secret"), pin = canary("pin")],
            [auth_url, plain_url], $($call)*)
    };
}

fn hex(name: &str) -> String {
    canary(name).bytes().map(|byte| format!("{byte:02x}")).collect()
}

fn base64(name: &str) -> String {
    STANDARD.encode(canary(name))
}

fn calls() -> Vec<Call> {
    vec![
        acme!(list_jobs, ids = [canary("input")], cursor = canary("words")),
        acme!(fill_form, note = canary("input"), tags = [canary("words")], pin = canary("pin")),
        acme!(say, name = canary("input"), count = 1),
        acme!(search, job_id = canary("input")),
        acme!(get_file, path = format!("{}/{}", canary("input"), canary("words"))),
        acme!(submit, request = json!({ "input": canary("input") })),
        acme!(
            annotate,
            id = canary("input"),
            ratio = 1.0,
            kind = canary("words").as_str(),
            pin = canary("pin"),
            tags = [canary("input")],
            counts = [1],
            ratios = [1.0],
            flags = [true]
        ),
        globex!(vectors, text = canary("input")),
        globex!(order, symbol = canary("input"), side = "BUY", price = canary("words")),
        globex!(sign_all, id = canary("input"), words = canary("words")),
        globex!(sign_form, words = canary("words")),
        initech!(in_json, id = canary("input")),
        initech!(in_form, id = canary("input")),
        initech!(in_query,),
        initech!(in_basic,),
        hooli!(0, oauth_get, id = canary("input"), words = canary("words"), tags = [""; 0]),
        hooli!(0, oauth_post, words = canary("words")),
        hooli!(0, aws_get, id = canary("input"), tags = [canary("words")]),
        hooli!(0, aws_put, path = canary("input"), words = canary("words")),
        hooli!(0, proved, id = canary("input")),
        hooli!(1, granted,),
        umbrella!(1, note, words = canary("words")),
        umbrella!(2, signed,),
        umbrella!(2, in_session,),
        umbrella!(1, ticketed,),
        umbrella!(1, here,),
    ]
}

/// A reply that is a good one to every request: every token, with a base URL here, and a yes.
fn good(url: &str) -> Behaviour {
    let claims = json!({ "exp": 4_000_000_000_u64, "jti": canary("ticket") });
    let ticket = format!("eyJhbGciOiJub25lIn0.{}.", URL_SAFE_NO_PAD.encode(claims.to_string()));
    let body = json!({
        "access_token": canary("access_token"), "token_type": "Bearer", "expires_in": 3600, "instance_url": url,
        "data": { "session": { "id": canary("session_id"), "secret": canary("session_secret") } },
        "ticket": ticket, "ok": true,
    });
    Behaviour::Answer(reply::json(body.to_string()))
}

/// What goes wrong, be it for a token or for the operation: errors that repeat secrets, and broken connections.
fn bad() -> Vec<(&'static str, Behaviour)> {
    let body = || {
        let all: Vec<_> = NAMES.iter().map(|name| canary(name)).collect();
        json!({ "error": all.join(" "), "message": canary("told"), "access_token": canary("access_token") }).to_string()
    };
    let answer = |status: u16| Behaviour::Answer(reply::json_status(status, body()));
    let to = format!("https://elsewhere.example/{}?{}", canary("told"), canary("key"));
    vec![
        ("HTTP 200 of another shape", answer(200)),
        ("HTTP 400", answer(400)),
        ("HTTP 401", answer(401)),
        ("HTTP 403", answer(403)),
        ("HTTP 404", answer(404)),
        ("a redirect", Behaviour::Answer(reply::redirect(307, &to))),
        ("no JSON", Behaviour::Answer(reply::json(canary("told")))),
        ("a close", Behaviour::CloseAfterRequest),
        ("no HTTP", Behaviour::garbage()),
    ]
}

fn assert_nothing_shown(what: &str, shown: &Shown) {
    let signed = SIGNED.iter().find(|part| shown.0.contains(**part));
    assert_eq!(signed, None, "{what}:\n{}", shown.0);
    let found = given_away(&shown.0, NAMES);
    assert!(found.is_empty(), "{what} shows {found:?}:\n{}", shown.0);
    assert!(shown.0.len() > 200, "{what} shows next to nothing, so nothing was looked at");
}

fn assert_nothing_logged() {
    let log = notebook::read();
    assert!(log.contains("settled.attempt"), "nothing was logged");
    let signed = |line: &&str| SIGNED.iter().any(|part| line.contains(part));
    assert_eq!(log.lines().find(signed), None);
    let found = given_away(&log, NAMES);
    let shows = |line: &&str| !given_away(line, &found).is_empty();
    assert!(found.is_empty(), "the log shows {found:?}: {:?}", log.lines().find(shows));
}

/// Runs a call against a server that answers well so often, and then badly for good.
async fn after(call: &Call, count: usize, then: Option<Behaviour>) -> (Shown, bool) {
    // The base URL that comes with a token is the server's own, which is known once its port is.
    let port = ClosedPort::new().expect("a port");
    let good = good(&port.url());
    // What is asked again in vain is asked again soon.
    let times = if then.is_some() { 60 } else { 1 };
    let behaviours = std::iter::repeat_n(good.clone(), count).chain([then.unwrap_or(good)]);
    let server = port.open(behaviours).expect("a server");
    call.2(server.url(), times).await
}

#[tokio::test]
async fn no_secret_and_no_token_is_shown_or_logged() {
    notebook::open();
    for call in calls() {
        let (shown, is_good) = after(&call, call.1, None).await;
        assert!(is_good, "{}: {}", call.0, shown.0);
        assert_nothing_shown(call.0, &shown);
        let call = &call;
        let cases = bad().into_iter().flat_map(|(what, bad)| (0..=call.1).map(move |count| (what, bad.clone(), count)));
        let ends = cases.map(|(what, bad, count)| async move {
            let (shown, is_good) = after(call, count, Some(bad)).await;
            let what = format!("{}, {what} after {count}", call.0);
            assert!(!is_good, "{what}");
            assert_nothing_shown(&what, &shown);
        });
        all(ends).await;
    }
    assert_nothing_logged();
}

#[tokio::test]
async fn a_base_url_that_is_refused_is_not_shown_beyond_its_host() {
    notebook::open();
    let call = calls().pop().expect("the last call");
    assert_eq!(call.0, "umbrella.here");
    let url = format!("https://elsewhere.example/{}?{}", canary("told"), canary("key"));
    let server = BadServer::start([good(&url)]).expect("a server");
    let (shown, is_good) = call.2(server.url(), 1).await;
    assert!(!is_good);
    assert_nothing_shown(call.0, &shown);
    assert_nothing_logged();
}

#[tokio::test]
async fn settings_that_are_refused_are_not_shown() {
    let builder = || umbrella::Client::builder().client_id("c").client_secret(canary("client_secret"));
    let mut shown = Shown::default();
    for url in ["https://user:{}@h.example", "https://h.example/?{}", "ftp://h.example/{}", "https://h.example/{} x"] {
        let url = url.replace("{}", &canary("told"));
        assert!(!shown.end(builder().pin(canary("pin")).auth_url(&url).plain_url("https://h.example").build()));
    }
    assert!(!shown.end(builder().production().build()));
    let tenant = initech::Client::builder().tenant(canary("told") + ".").home("https://h.example").user("u");
    assert!(!shown.end(tenant.key(canary("key")).production().build()));
    assert_nothing_shown("building", &shown);
}
