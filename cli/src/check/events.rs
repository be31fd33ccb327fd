//! What comes by itself, in a summary: how it is proved, how old it may be, and which job it is about.

use serde_json::{Value, json};
use settled_codegen::model::{Expected, Key, Proof, Vendor, Webhook};

use crate::output::{millis, time};

/// The webhooks of a vendor, one row each.
pub(super) fn rows(vendor: &Vendor) -> Vec<[String; 5]> {
    let row = |webhook: &Webhook| {
        let proofs = proofs(webhook);
        let proved = if proofs.is_empty() { "nothing: it says no state".to_owned() } else { proofs.join(", or ") };
        let fresh = webhook.operation.verify.as_ref().and_then(|verify| verify.fresh.as_ref());
        let age = fresh.map_or("any".to_owned(), |fresh| time(fresh.within));
        let keys = keys(vendor, webhook).unwrap_or("settings").to_owned();
        let keys = if proofs.is_empty() { "none".to_owned() } else { keys };
        let job = job(vendor, webhook).unwrap_or("none").to_owned();
        [format!("{}: {}", vendor.path, webhook.operation.name.value), proved, keys, age, job]
    };
    vendor.webhooks.iter().map(row).collect()
}

/// The same as JSON.
pub(super) fn document(vendor: &Vendor) -> Vec<Value> {
    let of = |webhook: &Webhook| {
        let fresh = webhook.operation.verify.as_ref().and_then(|verify| verify.fresh.as_ref());
        json!({
            "webhook": webhook.operation.name.value,
            "proved_by": proofs(webhook),
            "keys_from": keys(vendor, webhook),
            "within_ms": fresh.map(|fresh| millis(fresh.within)),
            "job": job(vendor, webhook),
        })
    };
    vendor.webhooks.iter().map(of).collect()
}

/// How its events are proved.
fn proofs(webhook: &Webhook) -> Vec<String> {
    let ways = webhook.operation.verify.iter().flat_map(|verify| &verify.ways);
    let mut all: Vec<_> = ways
        .map(|way| match &way.proof {
            Proof::Digest(digest) => match digest.expected.first() {
                Some(Expected::Keyed(_, hmac)) => format!("HMAC {:?}", hmac.hash).to_uppercase(),
                _ => "a shared secret".to_owned(),
            },
            Proof::Ed25519(_) => "Ed25519".to_owned(),
            Proof::Jwt(jwt) => {
                let names = jwt.algorithms.iter().map(|algorithm| format!("{algorithm:?}").to_uppercase());
                format!("JWT {}", names.collect::<Vec<_>>().join("/"))
            }
        })
        .collect();
    all.dedup();
    all
}

/// The operation that hands out the keys.
fn keys<'v>(vendor: &'v Vendor, webhook: &Webhook) -> Option<&'v str> {
    let ways = webhook.operation.verify.iter().flat_map(|verify| &verify.ways);
    let mut keys = ways.filter_map(|way| match &way.proof {
        Proof::Ed25519(ed25519) => Some(&ed25519.key),
        Proof::Jwt(jwt) => Some(&jwt.key),
        Proof::Digest(_) => None,
    });
    keys.find_map(|key| match key {
        Key::Vendor(keys) => Some(vendor.operations[keys.operation].name.value.as_str()),
        Key::Given(..) => None,
    })
}

fn job<'v>(vendor: &'v Vendor, webhook: &Webhook) -> Option<&'v str> {
    webhook.job.as_ref().map(|(at, _)| vendor.jobs[*at].name.as_str())
}
