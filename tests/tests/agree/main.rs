//! The generated clients and the interpreted model read one spec: whatever comes, they must say the same of it. They
//! share no code, so a difference is a mistake in one of them.

mod random;
#[allow(dead_code, reason = "shared with the tests of replies, which use the rest")]
mod subjects;

use std::collections::BTreeSet;

use fastrand::Rng;
use http::{HeaderName, HeaderValue, StatusCode};
use random::{Named, Wildness};
use settled::Reply;
use settled_testkit::hostile;
use subjects::{Seen, Subject, signed};

const STATUSES: [u16; 15] = [200, 201, 202, 204, 304, 307, 400, 401, 403, 404, 408, 410, 429, 500, 503];

/// Headers that rules look at.
const HEADERS: [&[(&str, &str)]; 4] =
    [&[], &[("x-kind", "authentication")], &[("x-quota", "0")], &[("x-kind", "none"), ("x-quota", "1")]];

/// What replies are that no rule decides.
const OF_STATUSES: [&str; 6] =
    ["unreadable", "unchanged", "throttled", "transient", "credential_expired", "request_error"];

/// Compares one reply and returns the verdict that both give.
fn compare(subject: &Subject, status: u16, body: &str, what: &str) -> String {
    // Every body meets one set of headers, and bodies of all kinds meet all sets.
    let headers = HEADERS[(body.len() + usize::from(status)) % HEADERS.len()];
    let named = headers.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
    compare_with(subject, status, &named.collect::<Vec<_>>(), body, what)
}

fn compare_with(subject: &Subject, status: u16, headers: &[(String, String)], body: &str, what: &str) -> String {
    let status_code = StatusCode::from_u16(status).expect("a status");
    let name = |name: &str| HeaderName::try_from(name).expect("a header's name");
    let value = |value: &str| HeaderValue::try_from(value).expect("a header's value");
    let map = headers.iter().map(|(header, text)| (name(header), value(text)));
    let reply = Reply::new(status_code, map.collect(), body.to_owned());
    let Seen { told: client, reason, .. } = subject.client(&reply);
    let model = subject.model(status, headers, body);
    let name = &subject.name;
    assert_eq!(client, model, "{name}, HTTP {status}, {what}: left the client ({reason:?}), right the model\n{body}");
    client.verdict
}

/// The examples of a spec, as they are and signed.
fn seeds(subject: &Subject) -> Vec<(u16, String)> {
    let examples = subject.examples.iter();
    examples
        .flat_map(|(status, body)| [Some(body.clone()), signed(body)].map(|body| Some((*status, body?))))
        .flatten()
        .collect()
}

/// The mutants of a reply, and where it is JSON in a string, those of the JSON inside.
fn mutants(body: &str) -> Vec<(String, Vec<u8>)> {
    if serde_json::from_str::<serde::de::IgnoredAny>(body).is_err() {
        return Vec::new();
    }
    let mut all = hostile::around(body);
    if let Ok(inner) = serde_json::from_str::<String>(body)
        && serde_json::from_str::<serde::de::IgnoredAny>(&inner).is_ok()
    {
        let quoted = |text: Vec<u8>| serde_json::Value::from(String::from_utf8_lossy(&text)).to_string().into_bytes();
        all.extend(hostile::around(&inner).into_iter().map(|(name, body)| (format!("inside, {name}"), quoted(body))));
    }
    all
}

#[test]
fn on_the_samples_of_rules() {
    for subject in subjects::all() {
        let samples = subject.samples();
        assert!(samples.len() >= subject.operation().reading.rules.len(), "{}", subject.name);
        for sample in samples.iter().filter(|sample| sample.age.is_zero() && sample.given.is_empty()) {
            let body = signed(&sample.body).unwrap_or_else(|| sample.body.clone());
            compare_with(&subject, sample.status, &sample.headers, &body, "a sample");
        }
    }
}

#[test]
fn on_the_examples_and_everything_around_them() {
    for subject in subjects::all().iter().filter(|subject| subject.reads_bodies()) {
        let mut compared = 0;
        let mut verdicts = BTreeSet::new();
        for (own, body) in seeds(subject) {
            for status in STATUSES {
                verdicts.insert(compare(subject, status, &body, "an example"));
            }
            // Every mutant under the status that its example has, and under all the others by turns.
            for ((name, mutant), status) in mutants(&body).into_iter().zip(STATUSES.into_iter().cycle()) {
                let Ok(mutant) = String::from_utf8(mutant) else { continue };
                verdicts.insert(compare(subject, own, &mutant, &name));
                verdicts.insert(compare(subject, status, &mutant, &name));
                compared += 2;
            }
        }
        assert!(compared > 100, "{}: only {compared} replies compared", subject.name);
        let proof = subject.operation().verify.as_ref().map(|_| "unverified");
        for expected in OF_STATUSES.into_iter().chain(proof) {
            assert!(verdicts.contains(expected), "{}: no reply was `{expected}`: {verdicts:?}", subject.name);
        }
    }
}

#[test]
fn on_hostile_bodies() {
    for subject in subjects::of_all_kinds() {
        for (name, body) in hostile::bodies() {
            // The model reads text; what is not even text is judged by the client alone, in the tests of replies.
            let Ok(body) = String::from_utf8(body) else { continue };
            for status in [200, 400, 500] {
                compare(&subject, status, &body, name);
            }
        }
    }
}

#[test]
fn on_random_replies_of_the_declared_shapes() {
    for subject in subjects::all() {
        let (operation, types) = (subject.operation(), &subject.vendor().types);
        let mut rng = Rng::with_seed(0x5e77_1ed0);
        let named = Named::of(&operation.reading);
        // What needs many things at once is left to the examples.
        let examples = seeds(&subject).into_iter();
        let mut fired: BTreeSet<_> =
            examples.map(|(status, body)| compare(&subject, status, &body, "an example")).collect();
        for round in 0..4_000 {
            let wildness = Wildness([0, 2, 5, 15][round % 4]);
            let errors = &operation.reading.errors;
            let ty = match (rng.u8(..4), errors.len()) {
                (0, 1..) => errors[rng.usize(..errors.len())].body.as_ref().map_or(&operation.reply, |body| &body.ty),
                _ => &operation.reply,
            };
            let body = random::value(&mut rng, ty, types, wildness, &named);
            let body = if rng.bool() { signed(&body).unwrap_or(body) } else { body };
            let status = if rng.u8(..3) > 0 { 200 } else { STATUSES[rng.usize(..STATUSES.len())] };
            fired.insert(compare(&subject, status, &body, "random"));
        }
        for verdict in subject.told_by_bodies() {
            assert!(fired.contains(verdict), "{}: no reply was `{verdict}`", subject.name);
        }
    }
}

/// A text with a few characters lost, doubled, or come from elsewhere.
fn edited(rng: &mut Rng, text: &str) -> String {
    const FROM: &[char] = &[
        '{', '}', '[', ']', ',', ':', '"', '\\', '/', 'u', 'd', '8', '0', '1', '9', '-', '+', '.', 'e', 'E', 't', 'n',
        ' ', '\n', '\t', '\r', '\0', '\u{1f}', '\u{7f}', '\u{a0}', '\u{feff}', 'é', '\u{2028}', '😀',
    ];
    let mut text: Vec<char> = text.chars().collect();
    for _ in 0..rng.usize(1..=3) {
        let at = rng.usize(..=text.len());
        match rng.u8(..4) {
            0 if at < text.len() => drop(text.remove(at)),
            1 if at < text.len() => text.insert(at, text[at]),
            2 if at < text.len() => text[at] = FROM[rng.usize(..FROM.len())],
            _ => text.insert(at, FROM[rng.usize(..FROM.len())]),
        }
    }
    text.into_iter().collect()
}

#[test]
fn on_text_that_is_nearly_json() {
    for subject in subjects::of_all_kinds() {
        let mut rng = Rng::with_seed(0x7e47);
        let seeds = seeds(&subject);
        let mut unreadable = 0;
        for round in 0..10_000 {
            let (status, body) = &seeds[round % seeds.len()];
            let body = edited(&mut rng, body);
            unreadable += usize::from(compare(&subject, *status, &body, "edited") == "unreadable");
        }
        assert!((2_000..10_000).contains(&unreadable), "{}: {unreadable}", subject.name);
    }
}
