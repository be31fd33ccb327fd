//! Secrets that are found again wherever they turn up.

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD_NO_PAD, URL_SAFE_NO_PAD};
use fastrand::Rng;

/// 32 characters that stand nowhere else, the same for one name in every run.
pub(crate) fn canary(name: &str) -> String {
    let seed = name.bytes().fold(7_u64, |seed, byte| seed.wrapping_mul(31).wrapping_add(u64::from(byte)));
    let mut rng = Rng::with_seed(seed);
    (0..32).map(|_| rng.alphanumeric()).collect()
}

/// Every form in which a text may give a canary away.
fn forms(canary: &str) -> Vec<String> {
    let bytes = canary.as_bytes();
    let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    let percent: String = bytes.iter().map(|byte| format!("%{byte:02X}")).collect();
    let mut forms = vec![canary.to_owned(), hex.to_uppercase(), hex, percent.to_lowercase(), percent];
    // Inside a longer text, Base64 has three forms; their first and last characters depend on what is around.
    for (before, cut) in [(0, 0), (1, 2), (2, 3)] {
        let text = [&vec![0; before], bytes].concat();
        for base64 in [STANDARD_NO_PAD.encode(&text), URL_SAFE_NO_PAD.encode(&text)] {
            forms.push(base64[cut..base64.len() - 2].to_owned());
        }
    }
    forms
}

/// The canaries of `names` that `text` gives away.
pub(crate) fn given_away(text: &str, names: &[&'static str]) -> Vec<&'static str> {
    let is_there = |name: &&&'static str| forms(&canary(name)).iter().any(|form| text.contains(form.as_str()));
    names.iter().filter(is_there).copied().collect()
}

#[test]
fn canaries_are_found_in_every_form() {
    let secret = canary("secret");
    let basic = STANDARD_NO_PAD.encode(format!("user:{secret}"));
    let hex: String = secret.bytes().map(|byte| format!("{byte:02x}")).collect();
    let url: String = secret.bytes().map(|byte| format!("%{byte:02x}")).collect();
    for shown in [format!("key={secret};"), basic, hex, url, STANDARD_NO_PAD.encode(format!("us:{secret}!"))] {
        assert_eq!(given_away(&shown, &["other", "secret"]), ["secret"], "{shown}");
    }
    assert!(given_away("nothing to see", &["secret"]).is_empty());
}
