use aws_lc_rs::signature::{
    ECDSA_P256_SHA256_FIXED, ECDSA_P384_SHA384_FIXED, RSA_PKCS1_2048_8192_SHA256, RSA_PKCS1_2048_8192_SHA384,
    RSA_PKCS1_2048_8192_SHA512, UnparsedPublicKey, VerificationAlgorithm,
};

use super::*;
use crate::compose::Literal;
use crate::sign::jwt::vectors::{Ec, RFC_7515, RFC_7520, bytes, pem};
use crate::sign::public::{Jwk, Scheme};

/// The claims of RFC 7515, appendices A.1 to A.3, encoded.
const CLAIMS: &str = "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ";

/// The payload of RFC 7520, section 4, encoded.
const PAYLOAD: &str = "SXTigJlzIGEgZGFuZ2Vyb3VzIGJ1c2luZXNzLCBGcm9kbywgZ29pbmcgb3V0IHlvdXIgZG9vci4gWW91IHN0ZXAgb250\
     byB0aGUgcm9hZCwgYW5kIGlmIHlvdSBkb24ndCBrZWVwIHlvdXIgZmVldCwgdGhlcmXigJlzIG5vIGtub3dpbmcgd2hl\
     cmUgeW91IG1pZ2h0IGJlIHN3ZXB0IG9mZiB0by4";

fn signature(algorithm: Algorithm, key: &[u8], header: &str, payload: &str) -> String {
    let signature = algorithm.sign(key, format!("{header}.{payload}").as_bytes()).expect("a signature");
    Encoding::Base64Url.encode(&signature)
}

/// RFC 7515, appendix A.1; RFC 7520, section 4.4; RFC 4231, section 4.3.
#[test]
fn keyed_digests_are_those_of_the_rfcs() {
    let key = bytes("AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow");
    assert_eq!(
        signature(Algorithm::Hs256, &key, "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9", CLAIMS),
        "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
    );
    let key = bytes("hJtXIZ2uSN5kbQfbtTNWbpdmhkV8FJG-Onbc6mxCcYg");
    let header = "eyJhbGciOiJIUzI1NiIsImtpZCI6IjAxOGMwYWU1LTRkOWItNDcxYi1iZmQ2LWVlZjMxNGJjNzAzNyJ9";
    assert_eq!(signature(Algorithm::Hs256, &key, header, PAYLOAD), "s0h6KThzkfBBBkLspW1h84VsJZFTsPPqMDA7g1Md7p0");
    for (algorithm, digest) in [
        (Algorithm::Hs256, "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"),
        (
            Algorithm::Hs384,
            "af45d2e376484031617f78d2b58a6b1b9c7ef464f5a01b47e42ec3736322445e8e2240ca5e69e2c78b3239ecfab21649",
        ),
        (
            Algorithm::Hs512,
            "164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea250554\
             9758bf75c05a994a6d034f65f8f0e6fdcaeab1a34d4a6b4b636e070a38bce737",
        ),
    ] {
        let signed = algorithm.sign(b"Jefe", b"what do ya want for nothing?").expect("a signature");
        assert_eq!(Encoding::Hex.encode(&signed), digest);
    }
}

/// RFC 7515, appendix A.2; RFC 7520, section 4.1.
#[test]
fn rsa_signatures_are_those_of_the_rfcs() {
    let vectors = [
        (
            RFC_7515,
            "eyJhbGciOiJSUzI1NiJ9",
            CLAIMS,
            "cC4hiUPoj9Eetdgtv3hF80EGrhuB__dzERat0XF9g2VtQgr9PJbu3XOiZj5RZmh7AAuHIm4Bh-0Qc_lF5YKt_O8W2Fp5jujGbds9uJdb\
             F9CUAr7t1dnZcAcQjbKBYNX4BAynRFdiuB--f_nZLgrnbyTyWzO75vRK5h6xBArLIARNPvkSjtQBMHlb1L07Qe7K0GarZRmB_eSN9383\
             LcOLn6_dO--xi12jzDwusC-eOkHWEsqtFZESc6BfI7noOPqvhJ1phCnvWh6IeYI2w9QOYEUipUTI8np6LbgGY9Fs98rqVt5AXLIhWkWy\
             wlVmtVrBp0igcN_IoypGlUPQGe77Rw",
        ),
        (
            RFC_7520,
            "eyJhbGciOiJSUzI1NiIsImtpZCI6ImJpbGJvLmJhZ2dpbnNAaG9iYml0b24uZXhhbXBsZSJ9",
            PAYLOAD,
            "MRjdkly7_-oTPTS3AXP41iQIGKa80A0ZmTuV5MEaHoxnW2e5CZ5NlKtainoFmKZopdHM1O2U4mwzJdQx996ivp83xuglII7PNDi84wnB\
             -BDkoBwA78185hX-Es4JIwmDLJK3lfWRa-XtL0RnltuYv746iYTh_qHRD68BNt1uSNCrUCTJDt5aAE6x8wW1Kt9eRo4QPocSadnHXFxn\
             t8Is9UzpERV0ePPQdLuW3IS_de3xyIrDaLGdjluPxUAhb6L2aXic1U12podGU0KLUQSE_oI-ZnmKJ3F4uOZDnd6QZWJushZ41Axf_fcI\
             e8u9ipH84ogoree7vjbU5y18kDquDg",
        ),
    ];
    for (key, header, payload, expected) in vectors {
        for text in [pem("RSA PRIVATE KEY", &key.pkcs1()), pem("PRIVATE KEY", &key.pkcs8())] {
            assert_eq!(signature(Algorithm::Rs256, text.as_bytes(), header, payload), expected);
        }
        let public = Jwk::of(&key.jwk()).expect("the public half");
        let (message, signed) = (format!("{header}.{payload}"), bytes(expected));
        assert!(public.verifies(Scheme::Rs256, message.as_bytes(), &signed));
        assert!(!public.verifies(Scheme::Rs256, payload.as_bytes(), &signed));
    }
}

#[test]
fn rsa_signs_with_the_digest_that_its_name_says() {
    let key = pem("PRIVATE KEY", &RFC_7515.pkcs8());
    let digests: [(_, &'static dyn VerificationAlgorithm); 3] = [
        (Algorithm::Rs256, &RSA_PKCS1_2048_8192_SHA256),
        (Algorithm::Rs384, &RSA_PKCS1_2048_8192_SHA384),
        (Algorithm::Rs512, &RSA_PKCS1_2048_8192_SHA512),
    ];
    for (algorithm, own) in digests {
        let signed = algorithm.sign(key.as_bytes(), b"message").expect("a signature");
        for (_, digest) in digests {
            let verified = UnparsedPublicKey::new(digest, RFC_7515.public()).verify(b"message", &signed).is_ok();
            assert_eq!(verified, std::ptr::eq(own, digest), "{algorithm:?}");
        }
    }
}

/// RFC 7515, appendix A.3, and RFC 6979, appendix A.2.6: what they sign verifies, and so does what is signed here.
#[test]
fn ec_signatures_verify_as_those_of_the_rfcs_do() {
    let message = format!("eyJhbGciOiJFUzI1NiJ9.{CLAIMS}");
    let theirs = bytes("DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q");
    let p256: (_, &'static dyn VerificationAlgorithm, _, _, _) =
        (Algorithm::Es256, &ECDSA_P256_SHA256_FIXED, Ec::rfc_7515(), message.as_bytes(), theirs);
    let theirs = "94EDBB92A5ECB8AAD4736E56C691916B3F88140666CE9FA73D64C4EA95AD133C81A648152E44ACF96E36DD1E80FABE46\
                  99EF4AEB15F178CEA1FE40DB2603138F130E740A19624526203B6351D0A3A94FA329C145786E679E7B82C71A38628AC8";
    let theirs = Encoding::Hex.decode(theirs).expect("hexadecimal");
    let p384: (_, &'static dyn VerificationAlgorithm, _, _, _) =
        (Algorithm::Es384, &ECDSA_P384_SHA384_FIXED, Ec::rfc_6979(), b"sample".as_slice(), theirs);
    for (algorithm, verification, key, message, theirs) in [p256, p384] {
        let public = UnparsedPublicKey::new(verification, &key.point);
        assert!(public.verify(message, &theirs).is_ok());
        for text in [pem("EC PRIVATE KEY", &key.sec1()), pem("PRIVATE KEY", &key.pkcs8())] {
            let ours = algorithm.sign(text.as_bytes(), message).expect("a signature");
            assert_eq!(ours.len(), theirs.len());
            assert!(public.verify(message, &ours).is_ok());
            assert!(public.verify(b"another", &ours).is_err());
        }
    }
}

fn jwt<'a>(kid: Option<&'a str>, header: &'a [(&'a str, &'a dyn ToJson)]) -> Jwt<'a> {
    Jwt { algorithm: Algorithm::Hs256, key: b"Jefe", kid, header, claims: r#"{"sub":"é","iat":1}"# }
}

fn header_of(jwt: &Jwt<'_>) -> String {
    let token = jwt.sign().expect("a token");
    String::from_utf8(bytes(token.split('.').next().expect("a header"))).expect("text")
}

#[test]
fn tokens_are_header_claims_and_signature() {
    let token = jwt(None, &[]).sign().expect("a token");
    let parts: Vec<&str> = token.split('.').collect();
    let [header, claims, signed] = parts[..] else { panic!("{token}") };
    assert_eq!(bytes(header), br#"{"alg":"HS256","typ":"JWT"}"#);
    assert_eq!(bytes(claims), r#"{"sub":"é","iat":1}"#.as_bytes());
    assert_eq!(signature(Algorithm::Hs256, b"Jefe", header, claims), signed);
    assert!(token.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte)), "{token}");
}

#[test]
fn headers_hold_each_member_once() {
    assert_eq!(header_of(&jwt(Some("k\"1"), &[])), r#"{"alg":"HS256","typ":"JWT","kid":"k\"1"}"#);
    assert_eq!(
        header_of(&jwt(None, &[("x5t", &"ab"), ("crit", &Literal("[\"exp\"]")), ("ver", &2_i64)])),
        r#"{"alg":"HS256","typ":"JWT","x5t":"ab","crit":["exp"],"ver":2}"#
    );
    assert_eq!(
        header_of(&jwt(None, &[("cty", &"x"), ("typ", &"at+jwt")])),
        r#"{"alg":"HS256","typ":"at+jwt","cty":"x"}"#
    );
    assert_eq!(
        header_of(&jwt(Some("1"), &[("alg", &"none"), ("kid", &"2"), ("a", &"3"), ("a", &"4")])),
        r#"{"alg":"HS256","typ":"JWT","kid":"1","a":"3"}"#
    );
}

#[test]
fn every_algorithm_is_named_as_rfc_7518_has_it_and_refuses_the_other_kinds_of_keys() {
    let rsa = pem("RSA PRIVATE KEY", &RFC_7515.pkcs1());
    let (p256, p384) = (pem("EC PRIVATE KEY", &Ec::rfc_7515().sec1()), pem("PRIVATE KEY", &Ec::rfc_6979().pkcs8()));
    for (algorithm, name, key, others) in [
        (Algorithm::Hs256, "HS256", "any text", vec![""]),
        (Algorithm::Hs384, "HS384", "any text", vec![""]),
        (Algorithm::Hs512, "HS512", "any text", vec![""]),
        (Algorithm::Rs256, "RS256", &rsa, vec!["", "s3cr3t", &p256]),
        (Algorithm::Rs384, "RS384", &rsa, vec!["", "s3cr3t", &p256]),
        (Algorithm::Rs512, "RS512", &rsa, vec!["", "s3cr3t", &p384]),
        (Algorithm::Es256, "ES256", &p256, vec!["", "s3cr3t", &rsa, &p384]),
        (Algorithm::Es384, "ES384", &p384, vec!["", "s3cr3t", &rsa, &p256]),
    ] {
        let jwt = |key| Jwt { algorithm, key, kid: None, header: &[], claims: "{}" };
        assert_eq!(header_of(&jwt(key.as_bytes())), format!(r#"{{"alg":"{name}","typ":"JWT"}}"#));
        for other in others {
            let wrong = jwt(other.as_bytes()).sign().expect_err(name);
            assert!(!format!("{wrong} {wrong:?}").contains("s3cr3t"), "{wrong}");
        }
    }
}
