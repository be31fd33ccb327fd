//! On a real socket: how often a vendor is asked for its keys.

use settled_testkit::{BadServer, Behaviour};

use super::*;

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_flood_of_forged_events_is_five_requests_to_the_vendor() {
    let key = ed25519(0);
    let keys: Reply = reply::json(json!({ "keys": [okp(&key, "1")] }).to_string());
    let server = BadServer::start([Behaviour::Answer(keys)]).expect("a server");
    let builder = Signed::builder().base_url(server.url()).key("k").shared(SHARED).old_shared("old");
    let client = builder.hex_key("00").pem("none").build().expect("a client");
    let body = r#"{ "id": "e-1", "state": "done" }"#;
    let at = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).expect("a time").as_secs().to_string();
    let signed = |key: &Ed25519KeyPair, request: &str| {
        let signature = hex(key.sign(format!("{request}\nu\n{at}\n{}", hex(sha256(body))).as_bytes()));
        headers([
            ("x-request-id", request),
            ("x-user-id", "u"),
            ("x-timestamp", at.as_str()),
            ("x-signature", signature.as_str()),
        ])
    };
    let forger = ed25519(1);
    let mut flood = Vec::new();
    for event in 0..200 {
        let (client, headers) = (client.clone(), signed(&forger, &format!("forged-{event}")));
        flood.push(tokio::spawn(async move { kind(client.by_set().receive(&headers, body).await) }));
    }
    for told in flood {
        assert_eq!(told.await.expect("an answer"), UNVERIFIED);
    }
    assert!((1..=5).contains(&server.requests().len()), "{} requests", server.requests().len());
    for event in 0..50 {
        let forged = signed(&forger, &format!("later-{event}"));
        assert_eq!(kind(client.by_set().receive(&forged, body).await), UNVERIFIED);
        let genuine = signed(&key, "r");
        assert_eq!(kind(client.by_set().receive(&genuine, body).await), None);
    }
    assert_eq!(server.requests().len(), 5);
    assert!(server.requests().iter().all(|sent| sent.target() == "/.well-known/jwks.json"));
}
