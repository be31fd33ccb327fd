use serde_json::json;

use super::*;

fn hex(text: &str) -> Vec<u8> {
    Encoding::Hex.decode(text).expect("hexadecimal")
}

fn base64url(text: &str) -> Vec<u8> {
    Encoding::Base64Url.decode(text).expect("base64url")
}

/// RFC 8032, section 7.1, tests 1 to 3: the public key, the message, the signature.
const ED25519_VECTORS: [(&str, &str, &str); 3] = [
    (
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
        "",
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24\
         655141438e7a100b",
    ),
    (
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
        "72",
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aee\
         b00d291612bb0c00",
    ),
    (
        "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
        "af82",
        "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28d\
         c027beceea1ec40a",
    ),
];

/// What `SubjectPublicKeyInfo` puts before the 32 bytes: RFC 8410, section 4.
const SPKI: &str = "302a300506032b6570032100";

#[test]
fn ed25519_signatures_are_those_of_rfc_8032_however_the_key_is_given() {
    for (public, message, signature) in ED25519_VECTORS {
        let (message, signature) = (hex(message), hex(signature));
        let der = hex(&format!("{SPKI}{public}"));
        let pem = format!("-----BEGIN PUBLIC KEY-----\n{}\n-----END PUBLIC KEY-----\n", Encoding::Base64.encode(&der));
        for key in [hex(public), der, pem.into_bytes()] {
            let key = given(Scheme::Ed25519, &key).expect("a key");
            assert!(key.verify_sig(&message, &signature).is_ok());
            assert!(key.verify_sig(&[&*message, b"x"].concat(), &signature).is_err());
        }
        let jwk = json!({ "kty": "OKP", "crv": "Ed25519", "x": Encoding::Base64Url.encode(&hex(public)) });
        let jwk = Jwk::of(&jwk).expect("a key");
        assert!(jwk.verifies(Scheme::Ed25519, &message, &signature));
        for at in 0..signature.len() {
            let mut forged = signature.clone();
            forged[at] ^= 1;
            assert!(!jwk.verifies(Scheme::Ed25519, &message, &forged), "byte {at}");
        }
        for cut in [&signature[..63], &[]] {
            assert!(!jwk.verifies(Scheme::Ed25519, &message, cut));
        }
    }
}

/// RFC 8037, appendices A.2 and A.4.
#[test]
fn the_jwk_of_rfc_8037_checks_its_signature() {
    let jwk = json!({ "kty": "OKP", "crv": "Ed25519", "x": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo" });
    let signature = "hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg";
    let message = b"eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc";
    assert!(Jwk::of(&jwk).expect("a key").verifies(Scheme::Ed25519, message, &base64url(signature)));
}

/// The public half of the key of RFC 7515, appendix A.2.
const RSA: &str = "ofgWCuLjybRlzo0tZWJjNiuSfb4p4fAkd_wWJcyQoTbji9k0l8W26mPddxHmfHQp-Vaw-4qPCJrcS2mJPMEzP1Pt0Bm4d4QlL-yRT-\
    SFd2lZS-pCgNMsD1W_YpRPEwOWvG6b32690r2jZ47soMZo9wGzjb_7OMg0LOL-bSf63kpaSHSXndS5z5rexMdbBYUsLA9e-KXBdQOS-UTo7WTBEMa2R2CapHg\
    665xsmtdVMTBQY4uDZlxvb3qCo5ZwKh9kG4LT6_I5IhlJH7aGhyxXFvUK-DWNmoudF8NAco9_h9iaGNj8q2ethFkMLs91kzk2PAcDTW9gb54h4FRWyuXpoQ";

/// RFC 7515, appendices A.2 and A.3: the JWK, what is signed, the signature.
fn vectors() -> [(Scheme, Value, String, Vec<u8>); 2] {
    let claims =
        "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ".to_owned();
    let rsa = "cC4hiUPoj9Eetdgtv3hF80EGrhuB__dzERat0XF9g2VtQgr9PJbu3XOiZj5RZmh7AAuHIm4Bh-0Qc_lF5YKt_O8W2Fp5jujGbds9uJdbF9C\
        UAr7t1dnZcAcQjbKBYNX4BAynRFdiuB--f_nZLgrnbyTyWzO75vRK5h6xBArLIARNPvkSjtQBMHlb1L07Qe7K0GarZRmB_eSN9383LcOLn6_dO--xi12jz\
        DwusC-eOkHWEsqtFZESc6BfI7noOPqvhJ1phCnvWh6IeYI2w9QOYEUipUTI8np6LbgGY9Fs98rqVt5AXLIhWkWywlVmtVrBp0igcN_IoypGlUPQGe77Rw";
    let ec = "DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q";
    [
        (
            Scheme::Rs256,
            json!({ "kty": "RSA", "n": RSA, "e": "AQAB" }),
            format!("eyJhbGciOiJSUzI1NiJ9.{claims}"),
            base64url(rsa),
        ),
        (
            Scheme::Es256,
            json!({
                "kty": "EC",
                "crv": "P-256",
                "x": "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
                "y": "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0",
            }),
            format!("eyJhbGciOiJFUzI1NiJ9.{claims}"),
            base64url(ec),
        ),
    ]
}

#[test]
fn jws_signatures_are_those_of_rfc_7515() {
    for (scheme, jwk, message, signature) in vectors() {
        let key = Jwk::of(&jwk).expect("a key");
        assert!(key.verifies(scheme, message.as_bytes(), &signature), "{scheme:?}");
        assert!(!key.verifies(scheme, b"another message", &signature), "{scheme:?}");
        for other in [Scheme::Ed25519, Scheme::Rs384, Scheme::Rs512, Scheme::Es384] {
            assert!(!key.verifies(other, message.as_bytes(), &signature), "{scheme:?} as {other:?}");
        }
    }
}

#[test]
fn a_jwk_is_taken_for_what_it_is_for() {
    let (scheme, jwk, message, signature) = vectors()[1].clone();
    let with = |name: &str, value: Value| {
        let mut jwk = jwk.clone();
        jwk[name] = value;
        Jwk::of(&jwk).is_some_and(|key| key.verifies(scheme, message.as_bytes(), &signature))
    };
    for (name, value, is_taken) in [
        ("use", json!("sig"), true),
        ("use", json!("enc"), false),
        ("key_ops", json!(["verify"]), true),
        ("key_ops", json!(["encrypt"]), false),
        ("alg", json!("ES256"), true),
        ("alg", json!("ES384"), false),
        ("alg", json!("none"), false),
        ("kty", json!("oct"), false),
        ("crv", json!("P-384"), false),
        ("x", json!("AAAA"), false),
        ("y", Value::Null, false),
    ] {
        assert_eq!(with(name, value.clone()), is_taken, "{name}: {value}");
    }
    // A shared secret is no public key, whoever hands it out.
    assert!(Jwk::of(&json!({ "kty": "oct", "k": "AAAA" })).is_none());
}

#[test]
fn a_key_of_another_kind_is_none() {
    let ed25519 = hex(ED25519_VECTORS[0].0);
    for (scheme, key) in [
        (Scheme::Es256, ed25519.as_slice()),
        (Scheme::Rs256, &ed25519),
        (Scheme::Ed25519, &ed25519[..31]),
        (Scheme::Ed25519, b""),
        (Scheme::Ed25519, b"-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----"),
        (Scheme::Ed25519, b"d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"),
    ] {
        assert!(given(scheme, key).is_none(), "{scheme:?}");
    }
}
