//! The other shipped vendors: a canary for every secret, token and id.

use std::time::Duration;

use settled_testkit::{BadServer, Behaviour, reply};
use settled_vendors::*;
use tokio::task::{JoinSet, LocalSet};

use crate::calls::{Call, Shown, built, go, wait_for};
use crate::canary::{canary, given_away};
use crate::notebook;

/// What must be shown nowhere.
const NAMES: &[&str] = &["secret", "second", "third", "token", "id", "message", "location"];

macro_rules! briefly {
    ($shown:ident, $call:ident) => {
        wait_for(&mut $shown, $call.wait().first(Duration::ZERO), Duration::from_millis(300)).await
    };
}

/// One wait of each vendor that the other tests of this file's kind do not know.
fn all() -> Vec<Call> {
    macro_rules! calls {
        ($($module:ident { $($setting:ident = $value:expr),* }, |$client:ident| $call:expr;)*) => {
            vec![$(Call {
                name: stringify!($module),
                good: String::new(),
                refusal: String::new(),
                go: go!($module { $($setting = $value),* }, |$client| $call, briefly),
            }),*]
        };
    }
    calls! {
        adobe_pdf { client_id = "c", client_secret = canary("secret") },
            |client| client.job_state().status_url(format!("/operation/createpdf/{}/status", canary("id")));
        assemblyai { api_key = canary("secret") }, |client| client.get_transcript().transcript_id(canary("id"));
        azure_document_intelligence { key = canary("secret") },
            |client| client.get_analysis().model_id("m").result_id(canary("id"));
        databricks { client_id = "c", client_secret = canary("secret") }, |client| client.get_run().run_id(7);
        github { token = canary("secret") }, |client| client.get_upload().owner("o").repo("r").sarif_id(canary("id"));
        onfido { api_token = canary("secret") }, |client| client.get_workflow_run().workflow_run_id(canary("id"));
        plaid { client_id = "c", secret = canary("secret") },
            |client| client.asset_report().asset_report_token(canary("second"));
        replicate { api_token = canary("secret") }, |client| client.get_prediction().prediction_id(canary("id"));
        shopify { access_token = canary("secret") }, |client| client.get_operation().operation_id(canary("id"));
        smile_id_v3 { partner_id = "2", api_key = canary("secret") },
            |client| client.verification_status().job_id(canary("id"));
        sumsub { app_token = canary("secret"), secret_key = canary("second") },
            |client| client.get_review().applicant_id(canary("id"));
        twilio { key_sid = "k", key_secret = canary("secret") },
            |client| client.get_composition().composition_sid(canary("id"));
        x { consumer_key = "c", consumer_secret = canary("secret"), token = canary("second"), token_secret = canary("third") },
            |client| client.get_status().media_id(canary("id"));
        zendesk { email = "a@acme.test", api_token = canary("secret") }, |client| client.get_job().job_id(canary("id"));
    }
}

/// A token in every shape in which these vendors give one, with a canary in it.
fn token() -> Behaviour {
    use base64::Engine as _;
    use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64;
    let jwt = format!("{}.{}.{}", BASE64.encode("{}"), BASE64.encode(r#"{"exp":9999999999}"#), canary("token"));
    let body =
        format!(r#"{{"access_token":"{}","expires_in":3600,"token_type":"bearer","token":"{jwt}"}}"#, canary("token"));
    Behaviour::Answer(reply::json(body))
}

/// A reply that says back what it was asked with.
fn said_back(status: u16) -> Behaviour {
    let all: Vec<_> = NAMES.iter().map(|name| canary(name)).collect();
    let text = all.join(" ");
    let body = format!(
        r#"{{"error":"{text}","message":"{text}","detail":"{text}","code":7,"title":"{text}","errors":[{{"message":"{text}","code":"{text}"}}],"status":"{text}"}}"#
    );
    Behaviour::Answer(reply::json_status(status, body))
}

fn assert_nothing_shown(what: &str, shown: &Shown) {
    let found = given_away(&shown.text, NAMES);
    assert!(found.is_empty(), "{what} shows {found:?}:\n{}", shown.text);
    assert!(shown.text.len() > 200, "{what} shows next to nothing, so nothing was looked at");
}

/// Meets a vendor's call with every kind of reply, and looks at what is shown.
async fn look_at(call: &Call) {
    let to = format!("http://localhost:1/elsewhere?token={}", canary("location"));
    let redirect = || Behaviour::Answer(reply::redirect(302, &to));
    let cut = || Behaviour::Answer(reply::json(format!(r#"{{"status":"{}"#, canary("message"))));
    let replies = [200, 400, 401, 403, 404, 409, 429, 500, 503].map(said_back);
    let all = replies.into_iter().chain([redirect(), cut(), Behaviour::Answer(reply::html(502))]);
    for (at, behaviour) in all.enumerate() {
        // Where the vendor has a token, it is what is refused; and then what is asked with it.
        for has_token in [false, true] {
            let first = if has_token { Some(token()) } else { None };
            let server = BadServer::start(first.into_iter().chain([behaviour.clone()])).expect("a server");
            let shown = call.go(server.url(), None).await;
            assert!(server.connections() > 0, "{}: nothing was sent", call.name);
            assert_nothing_shown(&format!("{}, case {at}", call.name), &shown);
        }
    }
}

#[tokio::test]
async fn no_shipped_vendor_shows_a_secret() {
    notebook::open();
    let calls = all();
    // All vendors at once: what tells no state is asked about until the wait's deadline.
    let (local, mut looks) = (LocalSet::new(), JoinSet::new());
    let known = calls.len();
    for call in calls {
        looks.spawn_local_on(async move { look_at(&call).await }, &local);
    }
    local
        .run_until(async {
            while let Some(look) = looks.join_next().await {
                look.expect("nothing shown")
            }
        })
        .await;
    let log = notebook::read();
    assert!(log.contains("settled.attempt"), "nothing was logged");
    let found = given_away(&log, NAMES);
    let shows = |line: &&str| !given_away(line, &found).is_empty();
    assert!(found.is_empty(), "the log shows {found:?}: {:?}", log.lines().find(shows));
    let shipped = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/../specs")).expect("the specs");
    let shipped =
        shipped.filter(|entry| entry.as_ref().is_ok_and(|entry| entry.path().extension().is_some_and(|e| e == "yaml")));
    // Four have tests of their own; two ask for tokens at a server that has another base URL.
    assert_eq!(known + 6, shipped.count(), "every shipped vendor is looked at");
}
